"""Soạn văn bản: the kinds, the form or the words of one paper, and its pages beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
)

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.paper_request import PaperRequest
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.services.issuing import frame_in
from kehoach_desktop.services.papers import Made, Span
from kehoach_desktop.services.reporting import NoOffice
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.fresh_page import FreshPage
from kehoach_desktop.ui.furniture import Band, EmptyState, column
from kehoach_desktop.ui.papers.compose_head import ComposeHead
from kehoach_desktop.ui.papers.compose_parts import ComposeParts
from kehoach_desktop.ui.papers.draft import Draft, Drafts
from kehoach_desktop.ui.papers.kind_list import KindList
from kehoach_desktop.ui.papers.paper_fields import spread
from kehoach_desktop.ui.papers.preview import Preview
from kehoach_desktop.ui.papers.spans import (
    asks_for_period,
    report_on,
    spans_of,
)
from kehoach_desktop.ui.papers.tasks_asked import TasksAsked
from kehoach_desktop.ui.papers.wanted import Wanted, is_about_tasks, is_period_report
from kehoach_desktop.ui.progress import choice
from kehoach_desktop.ui.workbench import Workbench

SETTLE_MS = 200


class ComposePage(FreshPage):
    """One paper at a time. `wanted` names another screen, `made` tells the paper that stands.

    `export_wanted`, `check_wanted` and `issue_wanted` ask for it to be written, checked, issued.
    """

    heeds = ~Changes.BACKUPS
    wanted = Signal(str)
    export_wanted = Signal()
    check_wanted = Signal()
    issue_wanted = Signal()

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self._kind = PaperKind.MONTHLY_REPORT
        self._drafts = Drafts(workbench)
        self._mending = "period"
        self._troubled = self._closed = False
        self.made: Made | None = None
        self._make_parts()
        self._lay_out()
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._connect()
        self._turn_to_period()
        self.show_kind(self._kind)
        self._stale = False

    def _make_parts(self) -> None:
        self.head, self.band = ComposeHead(), Band()
        self.choice, self.scope = self.head.choice, self.head.scope
        self.check_button = Button(_("Soát thể thức"), self.check_wanted.emit)
        self.issue_button = Button(_("Phát hành…"), self.issue_wanted.emit)
        self.export_button = primary(_("Tạo văn bản…"), self.export_wanted.emit, "Ctrl+E")
        self.kinds, self.parts = KindList(), ComposeParts(self._workbench)
        self.preview = Preview(self._workbench)
        self.nothing = EmptyState(" ", " ", lambda: self.wanted.emit(self._mending))

    def _lay_out(self) -> None:
        for act in (self.check_button, self.issue_button, self.export_button):
            self.head.add_right(act)
        self.body = QSplitter(Qt.Orientation.Horizontal)
        for part in (self.parts, self.preview):
            self.body.addWidget(part)
            self.body.setStretchFactor(self.body.count() - 1, 1)
        self.body.setSizes([470, 540])
        self.body.setChildrenCollapsible(False)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.body)
        self.stack.addWidget(self.nothing)
        right = column()
        for strip in (self.head, self.band):
            right.addWidget(strip)
        right.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.kinds)
        row.addLayout(right, 1)
        self.setFocusProxy(self.kinds)

    def _connect(self) -> None:
        self.kinds.kind_chosen.connect(self.show_kind)
        self.choice.currentIndexChanged.connect(lambda _index: self._turn_span())
        self.scope.currentIndexChanged.connect(lambda _index: self.refresh())
        self.scope.activated.connect(lambda _index: self.ask_tasks())
        self.parts.form.typed.connect(self._settle.start)
        self.parts.wanted.connect(self.wanted)
        self._settle.timeout.connect(self.refresh)
        self._workbench.closing.connect(self._close)
        self.keep_fresh(self._workbench)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.export_wanted)

    def turn(self) -> bool:
        """Turn to the report of the period another screen chose; say whether that is another."""
        chosen = choice.chosen(self._workbench).period
        if chosen is None or not self._speaks_of_periods() or chosen == self.span():
            return False
        self._turn_to_period()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed when another screen comes or the window closes."""
        self.commit()
        super().hideEvent(event)

    def _speaks_of_periods(self) -> bool:
        return is_period_report(self._kind) and self._kind is not PaperKind.AD_HOC_REPORT

    def _turn_to_period(self) -> None:
        """Turn to the report of the period the other screens show."""
        period = choice.to_show(self._workbench, self._workbench.reporting)
        self._kind = report_on(period)
        self._drafts.turn(self._kind, period.key)

    def reload(self) -> None:
        """Show the paper again as the store now stands."""
        super().reload()
        self.parts.text.commit()
        self._fill_choice()
        self.refresh()

    def show_kind(self, kind: PaperKind) -> None:
        """Show the form and the pages of a kind, as they were left."""
        self.parts.text.commit()
        self._keep_typed()
        self._kind = kind
        blocker = QSignalBlocker(self.kinds)
        self.kinds.choose(kind)
        blocker.unblock()
        self.band.hide()
        draft = self._drafts.of(kind)
        today = self._workbench.reporting.today()
        self._fill_choice()
        self.head.show_scope(kind, draft.given)
        self.parts.show_kind(kind, self._office(), draft.given, draft.numbered, today=today)
        self.refresh()

    def begin(self, kind: PaperKind, given: Mapping[str, str]) -> None:
        """Show a new paper of a kind: what it proposes, and `given` over it."""
        self._keep_typed()
        self.parts.form.inputs.clear()
        self._drafts.begin(kind, given)
        self.show_kind(kind)

    def _office(self) -> Office:
        return self._workbench.offices.office() or Office()

    def _keep_typed(self) -> None:
        if self.parts.form.inputs:
            form = self.parts.form
            span = str(self.choice.currentData() or "")
            given = {**form.given(), **self.head.given()}
            self._drafts.keep(self._kind, Draft(given, form.numbered(), span))

    def _fill_choice(self) -> None:
        spans = spans_of(self._kind, self._workbench)
        self.head.show_spans(spans, self._drafts.of(self._kind).span)

    def _turn_span(self) -> None:
        self.parts.text.commit()
        self._keep_typed()
        span = self.span()
        if isinstance(span, ReportingPeriod) and self._speaks_of_periods():
            choice.chosen(self._workbench).period = span
        self.band.hide()
        self.refresh()

    def ask_tasks(self) -> None:
        """Ask which tasks a plan is about, where they are to be chosen one by one."""
        if not self.head.picks():
            return
        month = ReportingPeriod.month_of(self._workbench.reporting.today())
        view = self._workbench.papers.view(month, all_tasks=True)
        if not self.head.chosen:
            self.head.choose_tasks(())  # given up, the plan stays about the commune's
        TasksAsked(self, view, self.head.chosen, self._take_tasks).open()

    def _take_tasks(self, tasks: Sequence[str]) -> None:
        self.head.choose_tasks(tasks)
        self._keep_typed()
        self.refresh()

    def span(self) -> Span | None:
        """Return the stretch of time that is chosen."""
        return self.head.span()

    def asked(self) -> Wanted:
        """Return what the form asks for."""
        form = self.parts.form
        number, day = form.numbered()
        given = {**spread(form.given()), **self.head.given()}
        request = PaperRequest(self._kind, given, number, day)
        all_tasks = is_about_tasks(self._kind) and self.scope.currentData() is True
        return Wanted(request, self.span(), all_tasks)

    def refresh(self) -> None:
        """Make the paper again and show it, with what it lacks."""
        self._settle.stop()
        self.made = self._made()
        ready = self.made is not None
        self.stack.setCurrentWidget(self.body if ready else self.nothing)
        for button in (self.export_button, self.check_button, self.issue_button):
            button.setEnabled(ready)
        if self.made is None:
            return
        self.parts.show_made(self.made, self.asked())
        self.head.say_gaps(self.made.gaps)
        self.preview.show_paper(self.made.paper)

    def _made(self) -> Made | None:
        if asks_for_period(self._kind) and self.span() is None:
            self._say_nothing(_("Chưa mở kỳ báo cáo nào."), _("Mở kỳ báo cáo"), "period")
            return None
        try:
            made = self.asked().made(self._workbench.team_papers)
        except NoOffice as refusal:
            self._say_nothing(refusal.sentence, _("Điền thông tin cơ quan"), "office")
        except KehoachError as refusal:
            return self._refused(refusal)
        else:
            if self.band.words() and self._troubled:
                self.band.hide()
            self._troubled = False
            return made
        return None

    def _refused(self, refusal: KehoachError) -> Made | None:
        """Say what cannot be made; a wrong field leaves the form and the last pages standing."""
        if self.made is not None and frame_in(self.made.paper).kind is self._kind:
            self._troubled = True
            self.band.say(refusal.in_window, "red")
            return self.made
        self._say_nothing(refusal.sentence, _("Xem nhiệm vụ"), "matrix")
        return None

    def _say_nothing(self, words: str, button: str, screen: str) -> None:
        self.nothing.words.setText(words)
        self.nothing.button.setText(button)
        self._mending = screen

    def _close(self) -> None:
        """Keep what was typed for the last time: after this the store is gone."""
        self.commit()
        self._settle.stop()
        self._closed = True

    def commit(self) -> None:
        """Keep what was typed: the words of the report, and the form."""
        if self._closed:
            return
        self.parts.text.commit()
        self._keep_typed()
        if self._settle.isActive():
            self.refresh()
