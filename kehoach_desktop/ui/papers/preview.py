"""The paper beside its form: drawn at once by the program, then exactly as it will be printed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.snapshot import MadePaper
from kehoach_desktop.files import replace_file
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import messages
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.furniture import Bar, column
from kehoach_desktop.ui.jobs import Job
from kehoach_desktop.ui.papers.office_suite import (
    SUITE,
    CalledOff,
    Printed,
    Suite,
    print_to_pdf,
    to_pdf,
)
from kehoach_desktop.ui.papers.page_view import PageView
from kehoach_desktop.ui.papers.pdf_sheets import PdfSheets
from kehoach_desktop.ui.papers.pdf_writing import write_pdf
from kehoach_desktop.ui.papers.quick_sheets import QuickSheets
from kehoach_desktop.ui.papers.sheets import Sheets
from kehoach_desktop.ui.workbench import Workbench

DRAW_MS, PRINT_MS = 250, 1500
MOST_ROWS = 40  # of an appendix, so that drawing it is not waited for
T = TypeVar("T")
AskPdf = Callable[[QWidget, Path], Path | None]


def ask_pdf(parent: QWidget, proposed: Path) -> Path | None:
    """Return where the PDF is to be written, None where the officer gave up."""
    chosen, _kind = QFileDialog.getSaveFileName(
        parent, _("Lưu PDF"), str(proposed), _("Tệp PDF (*.pdf)")
    )
    return Path(chosen).with_suffix(".pdf") if chosen else None


class Preview(QWidget):
    """Shows the paper given last; `saved` tells where a PDF of it lies, and what printed it.

    That is "" where the program drew it itself; `pdf_wanted` asks where to.
    """

    saved = Signal(object, str)
    pdf_wanted = Signal()

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self._paper: MadePaper | None = None
        self._job: Job | None = None
        self.view, self.bar = PageView(), Bar()
        self._draw_later = QTimer(self, singleShot=True, interval=DRAW_MS)
        self._print_later = QTimer(self, singleShot=True, interval=PRINT_MS)
        self._lay_out()
        self._draw_later.timeout.connect(self.draw)
        self._print_later.timeout.connect(self._print)
        self.view.turned.connect(lambda _page: self._say_place())
        workbench.closing.connect(self._let_go)

    def _lay_out(self) -> None:
        for words, steps, name in (("−", -1, _("Thu nhỏ")), ("+", 1, _("Phóng to"))):
            button = Button(words, partial(self.view.zoom, steps))
            button.setToolTip(name)
            button.setAccessibleName(name)
            self.bar.add(button)
        self.bar.add(Button(_("Vừa khổ"), partial(self.view.zoom, 0)))
        self.pdf_button = Button(_("Lưu PDF…"), self.pdf_wanted.emit)
        self.bar.add(self.pdf_button)
        whole = column()
        self.setLayout(whole)
        whole.addWidget(self.bar)
        whole.addWidget(self.view, 1)

    def show_paper(self, paper: MadePaper | None) -> None:
        """Show `paper` in a moment; what is typed meanwhile is waited for."""
        if paper == self._paper and self.view.sheets() is not None:
            return
        first = self._paper is None
        self._paper = paper
        self._stop()
        if paper is None:
            self.view.show_sheets(None)
            self.bar.say("")
        elif self.isVisible():
            self._draw_later.start(0 if first else DRAW_MS)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came while the preview was not seen."""
        super().showEvent(event)
        if self._paper is not None:
            self._draw_later.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing that nobody sees."""
        self._stop()
        super().hideEvent(event)

    def draw(self) -> None:
        """Draw the paper now, by the program's own means; then have it printed to look at."""
        self._draw_later.stop()
        if self._paper is None:
            return
        self._show(QuickSheets(self._workbench.tools.printed(self._paper), MOST_ROWS))
        if Suite.find() is not None:
            self._print_later.start()

    def _show(self, sheets: Sheets) -> None:
        before = self.view.sheets()
        self.view.show_sheets(sheets)
        if isinstance(before, PdfSheets):
            before.close()
        self._say_place()

    def is_exact(self) -> bool:
        """Say whether the pages are those that will be printed."""
        return isinstance(self.view.sheets(), PdfSheets)

    def _say_place(self) -> None:
        sheets = self.view.sheets()
        if sheets is None:
            return
        words = _("Trang {page}/{pages} · {how}")
        how = _("đúng bản in") if self.is_exact() else _("xem nhanh")
        place = self.view.page() + 1
        self.bar.say(words.format(page=place, pages=sheets.count(), how=how))

    def _print(self) -> None:
        paper = self._paper
        if paper is None or not self.isVisible():
            return
        self._job = self._workbench.jobs.run(
            lambda job: self._pdf_of(paper, job), done=self._printed, failed=self._not_printed
        )

    def _pdf_of(self, paper: MadePaper, job: Job) -> bytes:
        program = Suite.find()
        if program is None or job.cancelled():
            raise CalledOff
        return self._print_by(paper, job, partial(to_pdf, program))

    def _print_by(
        self, paper: MadePaper, job: Job, act: Callable[[Path, Callable[[], bool]], T]
    ) -> T:
        """Return what `act` makes of the paper, written as a file for the time of it."""
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
            written = self._workbench.tools.write_paper(paper, Path(place) / "xem-truoc.docx")
            return act(written, job.cancelled)

    def _printed(self, data: bytes) -> None:
        self._show(PdfSheets(data))

    def _not_printed(self, failure: BaseException) -> None:
        """Leave the program's own pages where they are: they are no worse than before."""
        del failure
        self._say_place()

    def pause(self) -> None:
        """Let go of what is being printed, for other slow work; it is taken up again later."""
        self._stop()
        self._print_later.start(4 * PRINT_MS)

    def _let_go(self) -> None:
        """Stop, and close the PDF that is shown: the program ends."""
        self._stop()
        sheets = self.view.sheets()
        self.view.show_sheets(None)
        if isinstance(sheets, PdfSheets):
            sheets.close()

    def _stop(self) -> None:
        self._draw_later.stop()
        self._print_later.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def save_pdf(self, target: Path) -> None:
        """Write the paper as a PDF: as the office program prints it, else as the program draws."""
        paper, sheets = self._paper, self.view.sheets()
        if paper is None or sheets is None:
            return
        has_word = Suite.find_word() is not None
        if isinstance(sheets, PdfSheets) and not has_word:
            self._keep(target, Printed(sheets.data, SUITE))
        elif Suite.find() is None and not has_word:
            self._keep(target, self._drawn_pdf(paper))
        else:
            self._stop()
            self.bar.say(_("Đang tạo PDF…"))
            self._job = self._workbench.jobs.run(
                lambda job: self._print_by(paper, job, print_to_pdf),
                done=partial(self._keep, target),
                failed=lambda _failure: self._keep(target, self._drawn_pdf(paper)),
            )

    def _drawn_pdf(self, paper: MadePaper) -> Printed:
        return Printed(write_pdf(QuickSheets(self._workbench.tools.printed(paper))), "")

    def _keep(self, target: Path, printed: Printed) -> None:
        def put(draft: BinaryIO) -> None:
            draft.write(printed.data)

        try:
            kept = replace_file(target, put)
        except KehoachError as refusal:
            messages.show_error(self, refusal)
            return
        self._say_place()
        self.saved.emit(kept, printed.program)
