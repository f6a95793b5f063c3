"""Văn bản: papers are made here, checked before signing, and kept in the register."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from kehoach_desktop.files import NotWritten
from kehoach_desktop.i18n import _, mark
from kehoach_desktop.ui import messages, settings
from kehoach_desktop.ui.furniture import column
from kehoach_desktop.ui.papers.compose_page import ComposePage
from kehoach_desktop.ui.papers.paper_names import file_name
from kehoach_desktop.ui.reports import exporting
from kehoach_desktop.ui.workbench import Workbench

FOLDER = "bao-cao"
_NAMES = {"compose": mark("Soạn văn bản")}


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
        self.export = exporting.Export(workbench, self)
        self.compose = ComposePage(workbench)
        self.band = self.compose.band
        self.tabs, self.pages = QTabBar(), QStackedWidget()
        self.tabs.setExpanding(False)
        for key, words in _NAMES.items():
            self.tabs.setTabData(self.tabs.addTab(_(words)), key)
        self.pages.addWidget(self.compose)
        whole = column()
        self.setLayout(whole)
        whole.addWidget(self.tabs)
        whole.addWidget(self.pages, 1)
        self._connect()
        self.setFocusProxy(self.compose)

    def _connect(self) -> None:
        self.compose.wanted.connect(self.wanted)
        self.compose.export_wanted.connect(self.ask_and_export)
        self.export.written.connect(self._written)
        self.export.refused.connect(self._refused)

    def show_period(self, key: str) -> None:
        """Turn to the report of the period of that key."""
        self.compose.show_period(key)

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

    def _export_to(self, target: Path) -> None:
        made = self.compose.made
        if made is None:
            return
        self.band.say(_("Đang ghi “{name}”…").format(name=target.name), "acc")
        self.compose.preview.pause()
        self.export.write(made.paper, target)

    def _written(self, path: Path) -> None:
        settings.put_folder(FOLDER, path.parent)
        words = _("Đã ghi “{name}” vào thư mục {folder}.").format(
            name=path.name, folder=path.parent
        )
        self.band.say(words, "green", button=_("Mở lại"), on_click=lambda: self.open_file(path))
        self.said.emit(words)
        if self.open_file(path) is False:
            no_program = _("{words} Máy này chưa có chương trình mở tệp .docx.")
            self.band.say(no_program.format(words=words), "amber")

    def _refused(self, failure: BaseException, target: Path) -> None:
        if not isinstance(failure, NotWritten):
            self.band.hide()
            messages.show_error(self, failure)
            return
        out = exporting.way_out(failure, target)
        other = out.target
        act = self.ask_and_export if other is None else lambda: self._export_to(other)
        self.band.say(str(failure), "red", button=out.words, on_click=act)
