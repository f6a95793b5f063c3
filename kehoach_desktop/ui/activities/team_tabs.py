"""The tabs of Tổ công nghệ số: the teams, what they did, what was counted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from kehoach_desktop.domain.activity import ActivityId
from kehoach_desktop.i18n import _, mark
from kehoach_desktop.ui.activities.activities_page import ActivitiesPage
from kehoach_desktop.ui.activities.figures_page import FiguresPage
from kehoach_desktop.ui.furniture import column
from kehoach_desktop.ui.workbench import Workbench

_NAMES = {
    "teams": mark("Tổ"),
    "activities": mark("Hoạt động"),
    "figures": mark("Chỉ tiêu"),
}


class TeamTabs(QWidget):
    """Holds the page of the teams it is given; the others are built when they are first wanted."""

    said = Signal(str)

    def __init__(self, workbench: Workbench, teams: QWidget) -> None:
        super().__init__()
        self._workbench = workbench
        self.bar, self.pages = QTabBar(), QStackedWidget()
        self.bar.setExpanding(False)
        self.bar.setAccessibleName(_("Các phần của tổ công nghệ số"))
        for key, words in _NAMES.items():
            self.bar.setTabData(self.bar.addTab(_(words)), key)
        self.pages.addWidget(teams)
        self._built: dict[str, QWidget] = {"teams": teams}
        whole = column()
        self.setLayout(whole)
        whole.addWidget(self.bar)
        whole.addWidget(self.pages, 1)
        self.bar.currentChanged.connect(lambda _index: self._turn())
        workbench.part_wanted.connect(self._turn_if_mine)

    def turn_to(self, key: str) -> None:
        """Show the tab of that key."""
        self.bar.setCurrentIndex(list(_NAMES).index(key))

    def _turn_if_mine(self, screen: str, part: str) -> None:
        if screen == "teams" and part in _NAMES:
            self.turn_to(part)

    def _turn(self) -> None:
        shown = self.page(str(self.bar.tabData(self.bar.currentIndex())))
        self.pages.setCurrentWidget(shown)
        shown.setFocus()

    def page(self, key: str) -> QWidget:
        """Return the page of a tab, built if need be."""
        if key not in self._built:
            made = self._figures() if key == "figures" else ActivitiesPage(self._workbench)
            made.said.connect(self.said)
            self._built[key] = made
            self.pages.addWidget(made)
        return self._built[key]

    def _figures(self) -> FiguresPage:
        made = FiguresPage(self._workbench)
        made.activity_wanted.connect(self._show_activity)
        return made

    def _show_activity(self, wanted: str) -> None:
        self.turn_to("activities")
        page = self.page("activities")
        assert isinstance(page, ActivitiesPage)
        page.show_activity(ActivityId(wanted))
