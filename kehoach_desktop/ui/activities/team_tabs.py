"""The tabs of Tổ công nghệ số: the teams, what they did, what was counted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kehoach_desktop.domain.activity import ActivityId
from kehoach_desktop.i18n import _, mark
from kehoach_desktop.ui.activities.activities_page import ActivitiesPage
from kehoach_desktop.ui.activities.figures_page import FiguresPage
from kehoach_desktop.ui.furniture import PageHead, column
from kehoach_desktop.ui.tabs import Heads, TabBar
from kehoach_desktop.ui.teams.list_stack import ListStack
from kehoach_desktop.ui.workbench import Workbench

_NAMES = {
    "teams": mark("Tổ"),
    "activities": mark("Hoạt động"),
    "figures": mark("Chỉ tiêu"),
}


class TeamTabs(QWidget):
    """Holds the page of the teams it is given; the others are built when they are first wanted."""

    said = Signal(str)

    def __init__(self, workbench: Workbench, teams: ListStack, head: PageHead) -> None:
        super().__init__()
        self._workbench, self._teams = workbench, teams
        self.heads, self.pages = Heads(head.title.text()), QStackedWidget()
        titles = {key: _(words) for key, words in _NAMES.items()}
        self.bar = TabBar(titles, _("Các phần của tổ công nghệ số"))
        self.bar.go_round_in(self)
        self.heads.show_head(head)
        self.pages.addWidget(teams)
        self._built: dict[str, QWidget] = {"teams": teams}
        self._heads = {"teams": head}
        whole = column()
        self.setLayout(whole)
        whole.addWidget(self.heads)
        whole.addWidget(self.bar)
        whole.addWidget(self.pages, 1)
        teams.currentChanged.connect(lambda _index: self._make_room())
        self.bar.currentChanged.connect(lambda _index: self._turn())
        workbench.part_wanted.connect(self._turn_if_mine)

    def turn_to(self, key: str) -> None:
        """Show the tab of that key."""
        self.bar.turn_to(key)

    def _turn_if_mine(self, screen: str, part: str) -> None:
        if screen == "teams" and part in _NAMES:
            self.turn_to(part)

    def _turn(self) -> None:
        shown = self.page(self.bar.key())
        self.pages.setCurrentWidget(shown)
        self.heads.show_head(self._heads[self.bar.key()])
        self._make_room()
        shown.setFocus()

    def _make_room(self) -> None:
        """Let a list that is being reviewed have the whole screen, with its own head."""
        reviewed = self.bar.key() == "teams" and self._teams.currentIndex() > 0
        for part in (self.heads, self.bar):
            part.setHidden(reviewed)

    def page(self, key: str) -> QWidget:
        """Return the page of a tab, built if need be."""
        if key not in self._built:
            made = self._figures() if key == "figures" else ActivitiesPage(self._workbench)
            made.said.connect(self.said)
            self._built[key], self._heads[key] = made, made.head
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
