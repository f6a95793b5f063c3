"""Writes the letter to the units whose forms are late, and opens it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.paper_request import PaperRequest
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import messages, settings
from kehoach_desktop.ui.papers.paper_names import file_name
from kehoach_desktop.ui.reports.exporting import AskTarget, Export, ask_target, open_file
from kehoach_desktop.ui.workbench import Workbench

OF_FORMS = {"remind": "phieu"}


class ReminderLetter(QObject):
    """One letter to all late units, as a draft without number and day."""

    said = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._over = workbench, parent
        self.ask_target: AskTarget = ask_target
        self.open_file: Callable[[Path], object] = open_file
        self.export = Export(workbench, self)
        self.export.written.connect(self._written)
        self.export.refused.connect(lambda failure, _target: messages.show_error(parent, failure))

    def write(self, period: ReportingPeriod) -> None:
        """Ask where the letter is to lie, write it, and open it."""
        asked = PaperRequest(PaperKind.LETTER, OF_FORMS)
        try:
            paper = self._workbench.papers.made(asked, period).paper
        except KehoachError as refusal:
            messages.show_error(self._over, refusal)
            return
        name = file_name(paper, self._workbench.tools.report_name)
        target = self.ask_target(self._over, settings.folder("papers") / name)
        if target is not None:
            settings.put_folder("papers", target.parent)
            self.export.write(paper, target)

    def _written(self, path: Path) -> None:
        words = _("Đã viết công văn “{name}”; văn thư ghi số và ngày rồi gửi.")
        self.said.emit(words.format(name=path.name))
        self.open_file(path)
