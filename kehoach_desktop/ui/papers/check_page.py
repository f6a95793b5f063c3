"""Soát thể thức: what is to be looked at in a finished paper before it is signed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.paper_check import MENDED, MendedPaper, PaperFinding, PaperMend
from kehoach_desktop.domain.snapshot import MadePaper
from kehoach_desktop.i18n import _, counted, retold
from kehoach_desktop.ui import messages, settings
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.furniture import Band, EmptyState, PageHead, column, restyle
from kehoach_desktop.ui.list_model import SHOWN, Column, Heading, ListModel
from kehoach_desktop.ui.looks import SEVERITY_LOOKS
from kehoach_desktop.ui.papers.checking import Checking
from kehoach_desktop.ui.papers.scratch import scratch
from kehoach_desktop.ui.reports.exporting import FOLDER, OpenFile, tell_opened
from kehoach_desktop.ui.sheet import SheetView
from kehoach_desktop.ui.table_cells import Role
from kehoach_desktop.ui.workbench import Workbench

_ORDER = (Severity.ERROR, Severity.CHECK, Severity.INFO)
AskPaper = Callable[[QWidget], Path | None]
AskCopy = Callable[[QWidget, Path], Path | None]


def ask_paper(parent: QWidget) -> Path | None:
    """Return the Word file to look at, None where the officer gave up."""
    chosen, _kind = QFileDialog.getOpenFileName(
        parent, _("Chọn văn bản cần soát"), "", _("Văn bản Word (*.docx)")
    )
    return Path(chosen) if chosen else None


def ask_copy(parent: QWidget, proposed: Path) -> Path | None:
    """Return where the mended copy goes, None where the officer gave up."""
    chosen, _kind = QFileDialog.getSaveFileName(
        parent, _("Ghi bản đã sửa"), str(proposed), _("Văn bản Word (*.docx)")
    )
    return Path(chosen).with_suffix(".docx") if chosen else None


class CheckPage(QWidget):
    """Lists the findings on one paper, the heaviest first. `said` speaks at the window's foot."""

    said = Signal(str)

    def __init__(self, workbench: Workbench, open_file: OpenFile) -> None:
        super().__init__()
        self.open_file = open_file
        self.ask_paper: AskPaper = ask_paper
        self.ask_copy: AskCopy = ask_copy
        self._path: Path | None = None
        self._mendable = False
        self.checking = Checking(workbench, self)
        self.head, self.band = PageHead(_("Soát thể thức")), Band()
        self.choose_button = primary(_("Chọn văn bản…"), self.choose)
        self.mend_button = Button(_("Sửa các lỗi an toàn…"), self.mend)
        self.open_button = Button(_("Mở văn bản"), self._open)
        self.model = ListModel(_columns(), self)
        self.table = SheetView(lines=4)
        self.table.setModel(self.model)
        self.table.set_widths((230, 420, 360), 1)
        self.table.setAccessibleName(_("Những điều cần xem trong văn bản"))
        words = _("Thả một văn bản Word (.docx) vào đây, của cơ quan mình hay nơi khác gửi đến.")
        self.empty = EmptyState(words, _("Chọn văn bản…"), self.choose)
        restyle(self.empty.button, "")  # the filled one stands in the head
        self._lay_out()
        self._connect()
        self._enable()

    def _lay_out(self) -> None:
        for button in (self.open_button, self.mend_button, self.choose_button):
            self.head.add_right(button)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        whole = column()
        self.setLayout(whole)
        for part in (self.head, self.band):
            whole.addWidget(part)
        whole.addWidget(self.stack, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.checking.checked.connect(self._show_findings)
        self.checking.mended.connect(self._show_mended)
        self.checking.refused.connect(self._show_refusal)

    def choose(self) -> None:
        """Ask for a paper and look at it."""
        if path := self.ask_paper(self):
            self.look_at(path)

    def look_at(self, path: Path) -> None:
        """Check the paper at `path`."""
        self._path = path
        self.head.say(path.name)
        self.band.say(_("Đang soát “{name}”…").format(name=path.name), "acc")
        self.checking.check(path)
        self._enable()

    def look_at_made(self, paper: MadePaper, name: str) -> None:
        """Check a paper that is being made, as it would be written under that name."""
        self._path = scratch("soat") / name
        self.head.say(_("{name} (đang soạn)").format(name=name))
        self.band.say(_("Đang soát “{name}”…").format(name=name), "acc")
        self.checking.check_made(paper, self._path)
        self._enable()

    def _enable(self) -> None:
        ready = self._path is not None and not self.checking.busy()
        self.mend_button.setEnabled(ready and self._mendable)
        self.open_button.setEnabled(ready)

    def _show_findings(self, path: Path, findings: Sequence[PaperFinding]) -> None:
        self._list((), findings)
        errors = sum(finding.severity is Severity.ERROR for finding in findings)
        if not findings:
            self.band.say(
                _("Không thấy lỗi thể thức trong “{name}”.").format(name=path.name), "green"
            )
        elif errors:
            words = _("“{name}”: {errors} lỗi phải sửa, {others} điều cần xem.")
            others = len(findings) - errors
            self.band.say(words.format(name=path.name, errors=errors, others=others), "red")
        else:
            words = _("“{name}”: không có lỗi, {others} điều cần xem.")
            self.band.say(words.format(name=path.name, others=len(findings)), "amber")
        self._enable()

    def _list(self, rows: Sequence[object], findings: Sequence[PaperFinding]) -> None:
        self._mendable = any(finding.rule in MENDED for finding in findings)
        rows = (*rows, *_grouped(findings))
        self.model.show_rows(rows)
        self.stack.setCurrentWidget(self.table)
        if len(rows) > 1:
            self.table.setCurrentIndex(self.model.index(1, 0))

    def mend(self) -> None:
        """Ask where the mended copy goes, and write it; the paper itself stays as it is."""
        if self._path is None:
            return
        # A paper that is being made lies in a folder that goes when the program ends.
        passing = self._path.parent == scratch("soat")
        folder = settings.folder(FOLDER) if passing else self._path.parent
        proposed = folder / f"{self._path.stem} (da sua).docx"
        target = self.ask_copy(self, proposed)
        if target is not None:
            self.band.say(_("Đang ghi “{name}”…").format(name=target.name), "acc")
            self.checking.mend(self._path, target)
            self._enable()

    def _show_mended(self, target: Path, mended: MendedPaper) -> None:
        count = len(mended.mends)
        self._path = target
        self.head.say(target.name)
        rows: list[object] = []
        if mended.mends:
            words = counted("Đã sửa {count} chỗ", count)
            rows = [Heading(words.format(count=count), glyph="tick"), *mended.mends]
        self._list(rows, mended.findings)
        words = _("Đã ghi bản sửa “{name}”: sửa {count} chỗ, còn {left} điều cần xem.")
        left = len(mended.findings)
        told = words.format(name=target.name, count=count, left=left)
        self.band.say(told, "green", button=_("Mở bản sửa"), on_click=self._open)
        self.said.emit(told)
        self._enable()

    def _show_refusal(self, _path: Path, failure: BaseException) -> None:
        self._path = None
        self.model.show_rows(())
        self._enable()
        if isinstance(failure, KehoachError):
            self.band.say(failure.in_window, "red")
        else:
            self.band.hide()
            messages.show_error(self, failure)

    def _open(self) -> None:
        if self._path is not None:
            tell_opened(self.band, self._path, self.open_file)


def _heading(severity: Severity, count: int) -> Heading:
    names = {
        Severity.ERROR: _("Lỗi phải sửa"),
        Severity.CHECK: _("Cần xem lại"),
        Severity.INFO: _("Lưu ý"),
    }
    return Heading(names[severity], str(count))


def _grouped(findings: Sequence[PaperFinding]) -> list[object]:
    rows: list[object] = []
    for severity in _ORDER:
        inside = [finding for finding in findings if finding.severity is severity]
        if inside:
            rows += [_heading(severity, len(inside)), *inside]
    return rows


def _columns() -> tuple[Column, ...]:
    tip = Qt.ItemDataRole.ToolTipRole
    return (
        Column(lambda: _("Chỗ"), {SHOWN: _place, Role.GLYPH: _glyph, Role.HUE: _hue}),
        Column(lambda: _("Điều cần sửa"), {SHOWN: _message}),
        Column(lambda: _("Căn cứ"), {SHOWN: _source, tip: _rule}),
    )


def _glyph(row: Any) -> str:
    return "tick" if isinstance(row, PaperMend) else SEVERITY_LOOKS[row.severity].glyph


def _hue(row: Any) -> str:
    return "green" if isinstance(row, PaperMend) else SEVERITY_LOOKS[row.severity].hue


def _place(row: Any) -> str:
    return retold(row.place)


def _message(row: Any) -> str:
    if isinstance(row, PaperMend):
        return f"“{row.before}” → “{row.after}”"
    return retold(row.message)


def _source(row: Any) -> str:
    return str(row.rule if isinstance(row, PaperMend) else retold(row.source))


def _rule(row: Any) -> str:
    return str(row.rule if isinstance(row, PaperMend) else f"{retold(row.source)} ({row.rule})")
