"""Văn bản: papers are made here, checked before signing, and kept in the register."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.issued_paper import IssuedPaper, Relation
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.files import NotWritten
from kehoach_desktop.i18n import _, mark
from kehoach_desktop.ui import messages, settings
from kehoach_desktop.ui.furniture import column
from kehoach_desktop.ui.papers.check_page import CheckPage
from kehoach_desktop.ui.papers.compose_page import ComposePage
from kehoach_desktop.ui.papers.correct_asked import CorrectAsked
from kehoach_desktop.ui.papers.issue_asked import IssueAsked
from kehoach_desktop.ui.papers.issue_run import IssueRun
from kehoach_desktop.ui.papers.paper_names import file_name
from kehoach_desktop.ui.papers.preview import AskPdf, ask_pdf
from kehoach_desktop.ui.papers.register_page import RegisterPage
from kehoach_desktop.ui.reports import exporting
from kehoach_desktop.ui.reports.exporting import FOLDER
from kehoach_desktop.ui.tabs import Heads, TabBar
from kehoach_desktop.ui.workbench import Workbench

_NAMES = {
    "compose": mark("Soạn văn bản"),
    "check": mark("Soát thể thức"),
    "register": mark("Sổ văn bản đi"),
}


class PapersPage(QWidget):
    """The screen. `wanted` names another one, `said` carries words for the foot of the window.

    `ask_target` and `open_file` reach outside the program; a test hands in its own.
    """

    wanted = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        workbench: Workbench,
        ask_target: exporting.AskTarget = exporting.ask_target,
        open_file: exporting.OpenFile = exporting.open_file,
    ) -> None:
        super().__init__()
        self._workbench = workbench
        self.ask_target, self.open_file = ask_target, open_file
        self.ask_pdf: AskPdf = ask_pdf
        self.export = exporting.Export(workbench, self)
        self.compose = ComposePage(workbench)
        self.check = CheckPage(workbench, self._open)
        self.register = RegisterPage(workbench, self._open)
        self.issuing = IssueRun(workbench, self)
        self.band = self.compose.band
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.compose)
        workbench.part_wanted.connect(self._turn_if_mine)

    def _lay_out(self) -> None:
        titles = {key: _(words) for key, words in _NAMES.items()}
        self.heads, self.pages = Heads(_("Văn bản")), QStackedWidget()
        self.tabs = TabBar(titles, _("Các phần của văn bản"))
        self.tabs.go_round_in(self)
        for page in (self.compose, self.check, self.register):
            self.pages.addWidget(page)
            self.heads.show_head(page.head)
        self.heads.setCurrentIndex(0)
        whole = column()
        self.setLayout(whole)
        whole.addWidget(self.heads)
        whole.addWidget(self.tabs)
        whole.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._turned)
        self.check.said.connect(self.said)
        self.register.said.connect(self.said)
        self.register.correct_wanted.connect(self.ask_correction)
        self.compose.preview.pdf_wanted.connect(self.ask_and_save_pdf)
        self.compose.preview.saved.connect(self._saved_pdf)
        self.compose.parts.text.refused.connect(self._say_refusal)
        self.compose.parts.text.said.connect(lambda words: self.band.say(words, "green"))
        self.compose.check_wanted.connect(self.check_made)
        self.compose.issue_wanted.connect(self.ask_and_issue)
        self.issuing.issued.connect(self._issued)
        self.issuing.refused.connect(lambda failure: messages.show_error(self, failure))
        self.compose.wanted.connect(self.wanted)
        self.compose.export_wanted.connect(self.ask_and_export)
        self.export.written.connect(self._written)
        self.export.refused.connect(self._refused)

    def _turn_if_mine(self, screen: str, part: str) -> None:
        if screen == "report" and part in _NAMES:
            self.turn_to(part)

    def turn_to(self, part: str) -> None:
        """Show the tab of that key."""
        self.tabs.turn_to(part)

    def _turned(self, number: int) -> None:
        self.compose.commit()
        self.pages.setCurrentIndex(number)
        self.heads.setCurrentIndex(number)
        self.setFocusProxy(self.pages.currentWidget())

    def _open(self, path: Path) -> object:
        return self.open_file(path)

    def take_dropped(self, paths: tuple[Path, ...]) -> bool:
        """Take a Word file to be checked, or the signed PDF of the chosen paper; say whether."""
        path = next((path for path in paths if path.suffix.lower() == ".docx"), None)
        signed = next((path for path in paths if path.suffix.lower() == ".pdf"), None)
        if signed is not None and self.pages.currentWidget() is self.register:
            self.register.attach(signed)
            return True
        if path is None:
            return False
        self.turn_to("check")
        self.check.look_at(path)
        return True

    def check_made(self) -> None:
        """Check the paper that is being made, as it would be written."""
        self.compose.commit()
        if (made := self.compose.made) is not None:
            self.turn_to("check")
            name = file_name(made.paper, self._workbench.tools.report_name)
            self.check.look_at_made(made.paper, name)

    def ask_and_issue(self) -> None:
        """Ask for number and day, and issue the paper that is being made."""
        self.compose.commit()
        if self.compose.made is None:
            return
        today = self._workbench.reporting.today()
        self.compose.preview.pause()
        IssueAsked(self, self._workbench, self.compose.asked(), self.issuing, today).open()

    def ask_correction(self, paper: str) -> None:
        """Ask how the issued paper of that id is put right, and issue the paper that does."""
        held, _file = self._workbench.issuing.issued(paper)
        today = self._workbench.reporting.today()
        CorrectAsked(self, self._workbench, held, self.issuing, today).open()

    def _issued(self, paper: IssuedPaper) -> None:
        if paper.relation is Relation.NONE:
            self.compose.begin(paper.kind, {})
        self.turn_to("register")
        self.register.show_paper(paper)
        self.register.setFocus()
        words = _("Đã phát hành {symbol} ngày {day}; văn bản được giữ nguyên trong sổ.").format(
            symbol=paper.symbol, day=typed_day(paper.issued_on)
        )
        opened = self.register.open_current
        self.register.band.say(words, "green", button=_("Mở văn bản"), on_click=opened)
        self.said.emit(words)

    def ask_and_export(self) -> None:
        """Ask where the paper goes, in the folder of last time, and write it there."""
        self.compose.commit()
        made = self.compose.made
        if made is None or self.export.busy:
            return
        name = file_name(made.paper, self._workbench.tools.report_name)
        target = self.ask_target(self, settings.folder(FOLDER) / name)
        if target is not None:
            self._export_to(target)

    def ask_and_save_pdf(self) -> None:
        """Ask where the PDF of the paper goes, and write it there."""
        self.compose.commit()
        if (made := self.compose.made) is None:
            return
        name = file_name(made.paper, self._workbench.tools.report_name)
        target = self.ask_pdf(self, (settings.folder(FOLDER) / name).with_suffix(".pdf"))
        if target is not None:
            self.compose.preview.save_pdf(target)

    def _saved_pdf(self, path: Path, program: str) -> None:
        words = _("Đã lưu “{name}” vào thư mục {folder}, in bằng {program}.")
        if not program:
            words = _("Đã lưu “{name}” vào thư mục {folder}, trang do chương trình tự dựng.")
        told = words.format(name=path.name, folder=path.parent, program=program)
        self.band.say(told, "green", button=_("Mở PDF"), on_click=lambda: self.open_file(path))

    def _say_refusal(self, failure: BaseException) -> None:
        if isinstance(failure, KehoachError):
            self.band.say(failure.in_window, "red")
        else:
            messages.show_error(self, failure)

    def _export_to(self, target: Path) -> None:
        made = self.compose.made
        if made is None:
            return
        self.band.say(_("Đang ghi “{name}”…").format(name=target.name), "acc")
        self.compose.preview.pause()
        self.export.write(made.paper, target)

    def _written(self, path: Path) -> None:
        settings.put_folder(FOLDER, path.parent)
        self.said.emit(exporting.tell_written(self.band, path, self.open_file))

    def _refused(self, failure: BaseException, target: Path) -> None:
        if not isinstance(failure, NotWritten):
            self.band.hide()
            messages.show_error(self, failure)
            return
        out = exporting.way_out(failure, target)
        other = out.target
        act = self.ask_and_export if other is None else lambda: self._export_to(other)
        self.band.say(failure.in_window, "red", button=out.words, on_click=act)
