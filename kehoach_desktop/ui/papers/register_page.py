"""Sổ văn bản đi: what was issued, by year and series; opened, compared, signed, put right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.issued_paper import IssuedPaper, Series
from kehoach_desktop.domain.rebuilt_paper import LIKENESS_WORDS, Likeness
from kehoach_desktop.domain.signed_copy import SIGNED_WORDS, SignedCopy, SignedState
from kehoach_desktop.domain.snapshot import MadePaper, WrittenPaper
from kehoach_desktop.files import replace_file, safe_name
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.services.issuing import copy_signed
from kehoach_desktop.ui import messages, theme
from kehoach_desktop.ui.copying import Copying
from kehoach_desktop.ui.duties.list_page import ListPage
from kehoach_desktop.ui.furniture import Band, EmptyState, PageHead
from kehoach_desktop.ui.list_model import Heading
from kehoach_desktop.ui.papers.paper_fields import KIND_NAMES
from kehoach_desktop.ui.papers.register_rows import COLUMNS, RegisterRow, shown_rows
from kehoach_desktop.ui.papers.scratch import scratch
from kehoach_desktop.ui.reports.exporting import OpenFile, tell_opened
from kehoach_desktop.ui.workbench import Workbench

_YEARS = 6
_TONES = {
    Likeness.EQUAL: "green",
    Likeness.RESTYLED: "green",
    Likeness.OTHER_MAKER: "amber",
    Likeness.TAMPERED: "red",
    Likeness.NOT_KEPT: "amber",
}
AskSigned = Callable[[QWidget], Path | None]


def ask_signed(parent: QWidget) -> Path | None:
    """Return the signed PDF, None where the officer gave up."""
    chosen, _kind = QFileDialog.getOpenFileName(
        parent, _("Chọn bản ký, đóng dấu"), "", _("Tệp PDF (*.pdf)")
    )
    return Path(chosen) if chosen else None


class RegisterPage(ListPage):
    """The register of one year. `correct_wanted` asks to put the paper of that id right."""

    heeds = Changes.REPORTS
    correct_wanted = Signal(str)

    def __init__(self, workbench: Workbench, open_file: OpenFile) -> None:
        self.open_file = open_file
        self.ask_signed: AskSigned = ask_signed
        self.year, self.kind, self.search = QComboBox(), QComboBox(), QLineEdit()
        self.head, self.band = PageHead(_("Sổ văn bản đi")), Band()
        self._register: tuple[Series, ...] = ()
        self._rows: dict[str, RegisterRow] = {}
        empty = EmptyState(
            _("Chưa có văn bản nào trong sổ của năm này. Soạn văn bản rồi bấm Phát hành."),
            _("Xem tất cả"),
            self.show_all,
        )
        super().__init__(workbench, COLUMNS, empty, _("Sổ văn bản đi"))
        self.table.set_widths((148, 92, 92, 300, 130, 210), 3)
        self._fill_choices()
        self._add_parts()

    def _fill_choices(self) -> None:
        today = self.workbench.reporting.today()
        for year in range(today.year + 1, today.year - _YEARS, -1):
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(1)
        self.kind.addItem(_("Mọi loại"), None)
        for kind, words in KIND_NAMES.items():
            self.kind.addItem(_(words), kind)
        self.kind.setMinimumContentsLength(8)
        self.kind.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.year.setAccessibleName(_("Năm của sổ"))
        self.kind.setAccessibleName(_("Loại văn bản"))
        self.search.setAccessibleName(_("Tìm trong sổ"))
        self.search.setPlaceholderText(_("Tìm số, trích yếu, người ký (không cần dấu)"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(theme.current().length(300))
        self.year.currentIndexChanged.connect(lambda _index: self.reload())
        self.kind.currentIndexChanged.connect(lambda _index: super(RegisterPage, self).reload())
        self.search.textChanged.connect(lambda _text: super(RegisterPage, self).reload())

    def _add_parts(self) -> None:
        for part in (self.year, self.kind):
            self.head.add_left(part)
        self.head.add_right(self.search)
        self.open_button = self.add_button(_("Mở văn bản"), self.open_current, "F2")
        self.compare_button = self.add_button(_("Đối chiếu"), self.compare)
        self.signed_button = self.add_button(_("Bản ký…"), self.choose_signed)
        self.correct_button = self.add_button(_("Sửa bằng văn bản khác…"), self._correct)
        whole = self.layout()
        assert whole is not None
        for place, strip in ((0, self.head), (2, self.band)):
            whole.insertWidget(place, strip)  # type: ignore[attr-defined]  # the column of ListPage
        self.table.doubleClicked.connect(lambda _index: self.open_current())

    def show_all(self) -> None:
        """Show the whole register of the latest year that has papers."""
        issuing, years = self.workbench.issuing, range(1, self.year.count())
        full = (row for row in years if issuing.register(int(self.year.itemData(row))))
        self._turn_to(next(full, 1))

    def _turn_to(self, year: int) -> None:
        """Show a year of the list, every paper of it."""
        blockers = [QSignalBlocker(part) for part in (self.year, self.kind, self.search)]
        self.year.setCurrentIndex(year)
        self.kind.setCurrentIndex(0)
        self.search.clear()
        for blocker in blockers:
            blocker.unblock()
        self.reload()

    def reload(self) -> None:
        """Read the register of the year again."""
        self._register = self.workbench.issuing.register(int(self.year.currentData()))
        self._rows = {p.id: self._row(p) for series in self._register for p in series.papers}
        super().reload()

    def rows(self) -> Sequence[Heading | RegisterRow]:
        """Return the papers of the year that are looked for, by their series."""
        words, kind = self.search.text(), self.kind.currentData()
        return tuple(shown_rows(self._register, self._rows, words, kind))

    def _row(self, paper: IssuedPaper) -> RegisterRow:
        issuing = self.workbench.issuing
        corrects = issuing.issued(paper.replaces)[0].symbol if paper.replaces else ""
        return RegisterRow(paper, self._signed(paper), issuing.corrections(paper.id), corrects)

    def _signed(self, paper: IssuedPaper) -> SignedState:
        """Return whether the signed copy lies there; a whole year of them is not read for that."""
        _state, copy = self.workbench.issuing.signed(paper.id, _Unread())
        if copy is None:
            return SignedState.NONE
        held = self.workbench.tools.signed_copies.find(copy.sha256)
        return SignedState.HELD if held else SignedState.MISSING

    def enable(self) -> None:
        """Let the buttons act on a paper that is chosen."""
        buttons = ("open_button", "compare_button", "signed_button", "correct_button")
        for name in buttons:
            if button := getattr(self, name, None):
                button.setEnabled(self.current() is not None)

    def paper(self) -> IssuedPaper | None:
        """Return the paper that is chosen."""
        row = self.current()
        return row.paper if isinstance(row, RegisterRow) else None

    def show_paper(self, paper: IssuedPaper) -> None:
        """Turn to the year of a paper, and in it to the paper."""
        self._turn_to(max(0, self.year.findData(paper.issued_on.year)))
        found = (n for n, row in enumerate(self.model.rows()) if _is(row, paper.id))
        self.choose(next(found, 0))

    def open_current(self) -> None:
        """Open the file as it was issued: a copy, what is kept is not touched."""
        if (paper := self.paper()) is None:
            return
        _paper, file = self.workbench.issuing.issued(paper.id)
        folder = scratch("van-ban-di")
        try:
            name = safe_name(f"{paper.symbol.replace('/', '-')}.docx")
            copy = replace_file(folder / name, lambda draft: _put(draft.write, file))
            tell_opened(self.band, copy, self.open_file)
        except (KehoachError, OSError) as refusal:
            messages.show_error(self, refusal)

    def compare(self) -> None:
        """Write the paper anew from what was kept, and say whether it is what was issued."""
        if (paper := self.paper()) is None:
            return
        try:
            made = self.workbench.issuing.snapshot(paper.id)
        except KehoachError as refusal:
            self.band.say(refusal.in_window, "red")
            return
        self.band.say(_("Đang đối chiếu {symbol}…").format(symbol=paper.symbol), "acc")
        self.workbench.jobs.run(
            lambda _job: self._written(made),
            done=partial(self._compared, paper),
            failed=partial(messages.show_error, self),
        )

    def _written(self, made: MadePaper | None) -> WrittenPaper | None:
        return None if made is None else self.workbench.tools.written(made)

    def _compared(self, paper: IssuedPaper, anew: WrittenPaper | None) -> None:
        # The file was written in a job; the register is read where it lives.
        write = self.workbench.tools.written
        told = self.workbench.issuing.rebuild(paper.id, lambda made: anew or write(made))
        state, _copy = self.workbench.issuing.signed(paper.id, self.workbench.tools.signed_copies)
        broken = state in (SignedState.MISSING, SignedState.CHANGED)
        said = [_(LIKENESS_WORDS[told.likeness]), *([_(SIGNED_WORDS[state])] if broken else [])]
        tone = "red" if broken else _TONES[told.likeness]
        self.band.say(f"{paper.symbol}: {'; '.join(said)}.", tone)

    def choose_signed(self) -> None:
        """Ask for the signed PDF of the paper and keep it."""
        if self.paper() is not None and (path := self.ask_signed(self)):
            self.attach(path)

    def attach(self, path: Path) -> None:
        """Keep the PDF at `path` as the signed copy of the chosen paper; a job copies it."""
        if (paper := self.paper()) is None:
            return
        keeper, today = self.workbench.tools.signed_copies, self.workbench.reporting.today()
        copying = Copying(
            self.workbench.jobs, self, lambda file: copy_signed(paper.id, file, today, keeper)
        )
        copying.run([path], partial(self.band.say, tone="acc"), partial(self._attach, paper))

    def _attach(
        self, paper: IssuedPaper, copies: Sequence[SignedCopy], refused: Sequence[str]
    ) -> None:
        refused = [*refused]
        for copy in copies:
            try:
                self.workbench.issuing.put_signed(copy)
            except KehoachError as refusal:
                refused.append(refusal.in_window)
        self.workbench.tell(Changes.REPORTS)
        if refused:
            self.band.say(" ".join(refused), "red")
        for copy in copies[: 0 if refused else None]:
            words = _("Đã đính kèm bản ký của {symbol}: {name}.")
            self.band.say(words.format(symbol=paper.symbol, name=copy.name), "green")

    def _correct(self) -> None:
        if (paper := self.paper()) is not None:
            self.correct_wanted.emit(paper.id)


class _Unread:
    """A keeper that finds nothing, so that no file is read."""

    def keep(self, _path: Path, _sha256: str) -> Path | None:
        """Keep nothing."""
        return None

    def find(self, _sha256: str) -> Path | None:
        """Find nothing."""
        return None


def _is(row: object, paper: str) -> bool:
    return isinstance(row, RegisterRow) and row.paper.id == paper


def _put(write: Callable[[bytes], object], file: bytes) -> None:
    write(file)
