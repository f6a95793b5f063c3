"""The middle of the page a paper is made on: its words, its form, what to look at before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.report import PeriodReport
from kehoach_desktop.i18n import _, mark
from kehoach_desktop.services.issuing import frame_in
from kehoach_desktop.services.papers import Made
from kehoach_desktop.ui.furniture import column
from kehoach_desktop.ui.papers.paper_form import PaperForm
from kehoach_desktop.ui.papers.wanted import Wanted, is_period_report
from kehoach_desktop.ui.reports.report_rail import ReportRail
from kehoach_desktop.ui.reports.report_text import ReportText
from kehoach_desktop.ui.tabs import TabBar
from kehoach_desktop.ui.workbench import Workbench

_NAMES = {
    "text": mark("Lời văn"),
    "form": mark("Thông tin, người ký"),
    "rail": mark("Trước khi xuất"),
}


class ComposeParts(QWidget):
    """The words and the form of one paper; `wanted` names a screen where something is mended."""

    wanted = Signal(str)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self.text, self.form, self.rail = ReportText(workbench), PaperForm(), ReportRail()
        titles = {key: _(words) for key, words in _NAMES.items()}
        self.tabs, self.pages = TabBar(titles, _("Soạn văn bản")), QStackedWidget()
        for page in (self.text, self.form, self.rail):
            self.pages.addWidget(page)
        whole = column()
        self.setLayout(whole)
        whole.addWidget(self.tabs)
        whole.addWidget(self.pages, 1)
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        self.rail.wanted.connect(self.wanted)

    def show_kind(
        self,
        kind: PaperKind,
        office: Office,
        given: Mapping[str, str],
        numbered: tuple[int | None, date | None],
        *,
        today: date,
    ) -> None:
        """Show the form of a kind; only the report of a period has words to edit."""
        report = is_period_report(kind)
        self.tabs.setVisible(report)
        if not report:
            self.turn_to("form")
        elif self.pages.currentWidget() is self.form:
            self.turn_to("text")
        self.form.show_kind(kind, office, given, numbered, today=today)

    def turn_to(self, part: str) -> None:
        """Show the words, the form or what is to be looked at."""
        self.tabs.turn_to(part)

    def show_made(self, made: Made, wanted: Wanted) -> None:
        """Show the words of the paper and what it lacks."""
        self.form.say_gaps(made.gaps)
        self.form.propose(frame_in(made.paper))
        report = made.paper
        if isinstance(report, PeriodReport):
            self.text.show_report(report, wanted)
            self.rail.show_report(report, self._workbench.tools.report_name(report))
