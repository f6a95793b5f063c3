"""The tabs of a period: the sheet, the forms that are collected, what wants a second look."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.return_form import Returned
from kehoach_desktop.i18n import _, mark
from kehoach_desktop.ui import settings
from kehoach_desktop.ui.collecting.collect_page import CollectPage
from kehoach_desktop.ui.collecting.unit_rows import home_and_out
from kehoach_desktop.ui.furniture import column
from kehoach_desktop.ui.reviewing.review_page import ReviewPage
from kehoach_desktop.ui.tabs import TabBar
from kehoach_desktop.ui.workbench import Workbench

_NAMES = {
    "sheet": mark("Ghi kết quả"),
    "collect": mark("Thu thập"),
    "review": mark("Rà soát"),
}
_SETTLE_MS = 300


class PeriodTabs(QWidget):
    """Holds the sheet it is given; the other pages are built when they are first wanted.

    `period_wanted` asks for a period by its key, `task_wanted` for a task in the sheet, `wanted`
    for another screen.
    """

    said = Signal(str)
    period_wanted = Signal(str)
    task_wanted = Signal(str)
    wanted = Signal(str)

    def __init__(self, workbench: Workbench, sheet: QWidget) -> None:
        super().__init__()
        self._workbench = workbench
        self._period: ReportingPeriod | None = None
        titles = {key: _(words) for key, words in _NAMES.items()}
        self.bar, self.pages = TabBar(titles, _("Các phần của kỳ")), QStackedWidget()
        self.bar.go_round_in(self)
        self.setAcceptDrops(True)
        self.pages.addWidget(sheet)
        self._built: dict[str, QWidget] = {"sheet": sheet}
        whole = column()
        self.setLayout(whole)
        whole.addWidget(self.bar)
        whole.addWidget(self.pages, 1)
        self.setFocusProxy(sheet)
        # Counted a moment later: a cell that is typed does not wait for it.
        self._later = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._later.timeout.connect(self.name_tabs)
        workbench.closing.connect(self._later.stop)
        workbench.part_wanted.connect(self._turn_if_mine)
        workbench.forms_came.connect(self._take_forms)
        self.bar.currentChanged.connect(lambda _index: self._turn())

    def key(self) -> str:
        """Return the key of the tab that is shown."""
        return self.bar.key()

    def turn_to(self, key: str) -> None:
        """Show the tab of that key."""
        self.bar.turn_to(key)

    def _turn_if_mine(self, screen: str, part: str) -> None:
        if screen == "period" and part in _NAMES and self._period is not None:
            self.turn_to(part)

    def _take_forms(self, forms: tuple[Returned, ...]) -> None:
        if self._period is None:
            self.said.emit(_("Mở kỳ báo cáo trước, rồi thả phiếu lại."))
            return
        self.collect().take_returned(forms)

    def page(self, key: str) -> QWidget:
        """Return the page of a tab, built if need be."""
        if key not in self._built:
            self._built[key] = self._collect() if key == "collect" else self._review()
            self.pages.addWidget(self._built[key])
        return self._built[key]

    def collect(self) -> CollectPage:
        """Turn to the forms and return their page."""
        self.turn_to("collect")
        page = self.page("collect")
        assert isinstance(page, CollectPage)
        return page

    def review(self) -> ReviewPage:
        """Turn to the review and return its page."""
        self.turn_to("review")
        page = self.page("review")
        assert isinstance(page, ReviewPage)
        return page

    def _review(self) -> ReviewPage:
        made = ReviewPage(self._workbench)
        made.said.connect(self.said)
        made.task_wanted.connect(self.task_wanted)
        made.report_wanted.connect(lambda: self.wanted.emit("report"))
        return made

    def _collect(self) -> CollectPage:
        made = CollectPage(self._workbench)
        made.said.connect(self.said)
        made.period_wanted.connect(self.period_wanted)
        made.counted.connect(lambda _home, _out: self._later.start())
        if self._period is not None:
            made.show_period(self._period)
        return made

    def _turn(self) -> None:
        shown = self.page(self.key())
        self.pages.setCurrentWidget(shown)
        self.setFocusProxy(shown)
        self._show_in_page()
        shown.setFocus()

    def show_period(self, period: ReportingPeriod | None) -> None:
        """Show `period` in the tab that is seen; without one only the sheet's invitation is."""
        self._period = period
        self.bar.setVisible(period is not None)
        if period is None:
            self.turn_to("sheet")
        else:
            self._show_in_page()
            self._later.start()

    def _show_in_page(self) -> None:
        shown = self.pages.currentWidget()
        if self._period is None:
            return
        if isinstance(shown, CollectPage):
            shown.show_period(self._period)
        elif isinstance(shown, ReviewPage):
            shown.show_items(self._workbench.reviewing.queue(self._period))

    def _waiting(self) -> int:
        page = self._built.get("collect")
        return len(page.drop.files) if isinstance(page, CollectPage) else 0

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files while a period is shown: what is dropped on a period are its forms."""
        if event.mimeData().hasUrls() and self._period is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped for forms."""
        self.collect().dropEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Count what the tabs are named after."""
        super().showEvent(event)
        self._later.start()
        if settings.watched():
            # Files that arrive are offered whatever tab is shown.
            self.page("collect")

    def name_tabs(self) -> None:
        """Say in the captions how many forms are home and how much wants a second look."""
        if self._period is None or not self.isVisible():
            return
        home, out = home_and_out(self._workbench.collecting.units(self._period))
        forms = _("Thu thập {home}/{out}").format(home=home, out=out) if out else _("Thu thập")
        if waiting := self._waiting():
            forms = _("{tab}, {count} tệp chờ xem").format(tab=forms, count=waiting)
        count = len(self._workbench.reviewing.queue(self._period))
        looks = _("Rà soát {count}").format(count=count) if count else _("Rà soát")
        for key, words in (("collect", forms), ("review", looks)):
            self.bar.setTabText(list(_NAMES).index(key), words)
