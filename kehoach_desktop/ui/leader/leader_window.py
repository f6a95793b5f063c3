"""Shows the leader's sheet, prints it, and keeps it as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.files import replace_file
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import messages, settings, theme
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.furniture import Foot, column
from kehoach_desktop.ui.leader.facts import gather
from kehoach_desktop.ui.leader.sheet import LeaderSheet
from kehoach_desktop.ui.papers.page_view import PageView
from kehoach_desktop.ui.papers.pdf_writing import write_pdf
from kehoach_desktop.ui.workbench import Workbench

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Say = Callable[[str], object]


class LeaderWindow(QDialog):
    """The sheet of a period as it stands now; `say` tells what was done."""

    def __init__(
        self, parent: QWidget, workbench: Workbench, period: ReportingPeriod, say: Say
    ) -> None:
        super().__init__(parent)
        self._period, self._say = period, say
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Trang lãnh đạo"))
        self.resize(theme.current().length(700), theme.current().length(660))
        self.sheet = LeaderSheet(gather(workbench, period))
        self.view, self.foot = PageView(), Foot(_("Một trang A4, in hoặc gửi tệp PDF."))
        self.view.show_sheets(self.sheet)
        for button in (
            Button(_("Đóng"), self.close, key="Esc"),
            Button(_("Lưu PDF…"), self.ask_target, key="Ctrl+S"),
            primary(_("In…"), self.ask_printer, "Ctrl+P"),
        ):
            self.foot.add(button)
        whole = column()
        self.setLayout(whole)
        whole.addWidget(self.view, 1)
        whole.addWidget(self.foot)
        self.view.setFocus()

    def ask_target(self) -> None:
        """Ask where the PDF is to lie, and write it there."""
        name = _("Trang lãnh đạo {period}.pdf").format(period=self._period.key)
        start = str(settings.folder("leader") / name)
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Lưu PDF"), start, "PDF (*.pdf)")
        if chosen:
            path = Path(chosen) if chosen.lower().endswith(".pdf") else Path(f"{chosen}.pdf")
            settings.put_folder("leader", path.parent)
            self.save(path)

    def save(self, target: Path) -> None:
        """Write the sheet as a PDF."""

        def put(draft: BinaryIO) -> None:
            draft.write(write_pdf(self.sheet))

        try:
            replace_file(target, put)
        except KehoachError as refusal:
            messages.show_error(self, refusal)
            return
        self._tell(_("Đã lưu “{name}”.").format(name=target.name))

    def _tell(self, words: str) -> None:
        self.foot.words.setText(words)
        self._say(words)

    def ask_printer(self) -> None:
        """Ask which printer, and print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the sheet on A4, edge to edge of the paper: its margins are drawn."""
        from PySide6.QtGui import QPageSize

        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setFullPage(True)
        printer.setDocName(self.windowTitle())
        painter = QPainter()
        if not painter.begin(printer):
            self._tell(_("Máy in không nhận; thử máy in khác, hoặc lưu PDF."))
            return
        self.sheet.paint(painter, 0, printer.resolution() / 72)
        painter.end()
        self._tell(_("Đã gửi tới máy in."))
