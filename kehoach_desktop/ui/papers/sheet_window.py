"""Shows drawn sheets of A4, prints them, and keeps them as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.files import replace_file
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import messages, settings, theme
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.furniture import Foot, column
from kehoach_desktop.ui.papers.page_view import PageView
from kehoach_desktop.ui.papers.pdf_writing import write_pdf
from kehoach_desktop.ui.papers.sheets import Sheets

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Say = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Labels:
    """The title of the window, the note at its foot, the file's name, whose folder is used."""

    title: str
    note: str
    file: str
    folder: str


class SheetWindow(QDialog):
    """Sheets as they stand now; `say` tells what was done."""

    def __init__(self, parent: QWidget, sheets: Sheets, labels: Labels, say: Say) -> None:
        super().__init__(parent)
        self._labels, self._say = labels, say
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(labels.title)
        self.resize(theme.current().length(700), theme.current().length(660))
        self.sheet = sheets
        self.view, self.foot = PageView(), Foot(labels.note)
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

    def let_out(self, what: str) -> None:
        """Hear that the sheets are to leave as "pdf" or "in"; what is raised keeps them here."""

    def ask_target(self) -> None:
        """Ask where the PDF is to lie, and write it there."""
        folder = self._labels.folder
        start = str(settings.folder(folder) / self._labels.file)
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Lưu PDF"), start, "PDF (*.pdf)")
        if chosen:
            path = Path(chosen) if chosen.lower().endswith(".pdf") else Path(f"{chosen}.pdf")
            settings.put_folder(folder, path.parent)
            self.save(path)

    def save(self, target: Path) -> None:
        """Write the sheets as a PDF."""

        def put(draft: BinaryIO) -> None:
            draft.write(write_pdf(self.sheet))

        try:
            self.let_out("pdf")
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
        """Print the sheets on A4, edge to edge of the paper: their margins are drawn."""
        from PySide6.QtGui import QPageSize

        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setFullPage(True)
        printer.setDocName(self.windowTitle())
        try:
            self.let_out("in")
        except KehoachError as refusal:
            messages.show_error(self, refusal)
            return
        painter = QPainter()
        if not painter.begin(printer):
            self._tell(_("Máy in không nhận; thử máy in khác, hoặc lưu PDF."))
            return
        for page in range(self.sheet.count()):
            if page:
                printer.newPage()
            self.sheet.paint(painter, page, printer.resolution() / 72)
        painter.end()
        self._tell(_("Đã gửi tới máy in."))
