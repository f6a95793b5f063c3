"""Tổ công nghệ số: villages with the state of their teams, one team beside, lists taken in."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.membership import TeamId
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.team_proposal import Asking
from kehoach_desktop.domain.team_state import Seat, TeamState
from kehoach_desktop.domain.text import found_in
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui import icons, messages, theme
from kehoach_desktop.ui.activities.team_tabs import TeamTabs
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.furniture import EmptyState, PageHead, column
from kehoach_desktop.ui.plans.matrix_choices import SearchBox
from kehoach_desktop.ui.teams import team_acts, team_menu
from kehoach_desktop.ui.teams.decision_papers import ask_paper, owed_with
from kehoach_desktop.ui.teams.hand_out import HandOut
from kehoach_desktop.ui.teams.list_stack import ListStack
from kehoach_desktop.ui.teams.taking_out import Desk
from kehoach_desktop.ui.teams.team_pane import TeamActs, TeamPane
from kehoach_desktop.ui.teams.village_model import NAME, first_found, key_of, wants_a_hand
from kehoach_desktop.ui.teams.village_pane import VillagePane
from kehoach_desktop.ui.workbench import Workbench


class TeamsPage(QWidget):
    """The teams of the commune on a day, today unless another is chosen."""

    said = Signal(str)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self._states: tuple[TeamState, ...] = ()
        self._revealed: set[TeamId] = set()
        self.head, self.search = PageHead(_("Tổ công nghệ số")), SearchBox()
        self.left = VillagePane(workbench.rosters.today().year)
        self.model, self.villages, self.day = self.left.model, self.left.table, self.left.day
        self.pane, self.out = TeamPane(self._acts()), HandOut(workbench, self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.villages)
        self.reload()

    def _acts(self) -> TeamActs:
        return TeamActs(
            self.reveal,
            self.add_member,
            self.let_leave,
            self.change_role,
            self.move_member,
            self.show_person,
            self.decide,
            self.draft,
            self.set_up,
            self.choose_list,
        )

    def _lay_out(self) -> None:
        whole = column()
        self.setLayout(whole)
        self.search.setPlaceholderText(_("Tìm người, thôn (Ctrl+F)"))
        self.search.setAccessibleName(_("Tìm người, thôn"))
        self.head.add_right(self.search)
        self.head.add_right(Button(_("Nhận danh sách…"), self.choose_list))
        self.seldom = Button(_("Việc khác"), self._open_menu)
        self.seldom.setIcon(icons.icon("down"))
        self.seldom.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow comes last
        self.menu = QMenu(self.seldom)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.head.add_right(self.seldom)
        self.panes = QSplitter()
        self.panes.setChildrenCollapsible(False)
        self.panes.addWidget(self.left)
        self.panes.addWidget(self.pane)
        self.panes.setStretchFactor(1, 1)
        self.panes.setSizes([theme.current().length(318), 10_000])
        self.nothing = EmptyState(
            _("Chưa có thôn, tổ nào. Nhận danh sách tổ của thôn (Excel, Word) để bắt đầu."),
            _("Nhận danh sách…"),
            self.choose_list,
        )
        main = QWidget()
        inside = column()
        main.setLayout(inside)
        self.inside = QStackedWidget()
        for page in (self.panes, self.nothing):
            self.inside.addWidget(page)
        for part in (self.head, self.out.band, self.inside):
            inside.addWidget(part)
        inside.setStretch(2, 1)
        self.lists = ListStack(self._workbench, main)
        self.tabs = TeamTabs(self._workbench, self.lists, self.head)
        whole.addWidget(self.tabs)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._show())
        self.search.left.connect(self.villages.setFocus)
        self.left.chosen.connect(self._show)
        self.day.day_changed.connect(lambda _day: self.reload())
        self.villages.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_team())
        self.villages.entered_team.connect(self.pane.take_keyboard)
        table = self.pane.table
        table.person_wanted.connect(self.show_person)
        table.role_wanted.connect(self.change_role)
        table.leave_wanted.connect(self.let_leave)
        table.add_wanted.connect(self.add_member)
        table.left.connect(self.villages.setFocus)
        self.lists.said.connect(self.said)
        for sheet in (self.villages, table):
            self.lists.welcome_paste(sheet, self._asking)
        self.tabs.said.connect(self.said)
        self.out.said.connect(self.said)
        self.lists.taken.connect(self._taken)
        self._workbench.changed.connect(self._changed)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.begin)

    def _changed(self, changes: Changes) -> None:
        if changes & (Changes.TEAMS | Changes.UNITS | Changes.ACTIVITIES):
            self.reload()

    def _open_menu(self) -> None:
        self.menu.popup(self.seldom.mapToGlobal(self.seldom.rect().bottomLeft()))

    def _fill_menu(self) -> None:
        now = (self._states, self.current(), self.on(), self.said.emit)
        team_menu.fill(self.menu, Desk(self, self._workbench, *now), self.out)

    def on(self) -> date:
        """Return the day the teams are looked at."""
        return self.day.day() or self._workbench.rosters.today()

    def reload(self) -> None:
        """Read the teams again; what is selected stays selected."""
        self._states = self._workbench.rosters.states(self.on())
        self.left.count(self._states)
        self.inside.setCurrentWidget(self.panes if self._states else self.nothing)
        self._show()

    def _show(self) -> None:
        chosen = self.current()
        shown = [state for state in self._states if self._wished(state)]
        self.model.show_rows(shown)
        row = self.model.row_of(key_of(chosen)) if chosen else -1
        if shown:
            self.villages.setCurrentIndex(self.model.index(max(row, 0), NAME))
        self.pane.setVisible(bool(shown))
        self._show_team()

    def _wished(self, state: TeamState) -> bool:
        if self.left.owing.isChecked() and not wants_a_hand(state):
            return False
        return found_in(self.search.text(), state.area) or bool(
            first_found(self.search.text(), state)
        )

    def current(self) -> TeamState | None:
        """Return the village that is selected."""
        state: TeamState | None = self.model.row(self.villages.currentIndex().row())
        return state

    def _show_team(self) -> None:
        if state := self.current():
            revealed = state.team is not None and state.team.id in self._revealed
            self.pane.show_state(state, revealed=revealed)
            if person := first_found(self.search.text(), state):
                self.pane.select_person(person)

    def select_area(self, area: str) -> None:
        """Select the village or team of that name."""
        for row in range(self.model.rowCount()):
            state = self.model.row(row)
            if state and state.area == area:
                self.villages.setCurrentIndex(self.model.index(row, NAME))

    def seat(self) -> Seat | None:
        """Return the member that is selected, None for one who left."""
        state, person = self.current(), self.pane.current_person()
        return next((s for s in state.seats if s.person.id == person), None) if state else None

    def reveal(self) -> None:
        """Show the telephones of the team, which the journal keeps, or mask them again."""
        state = self.current()
        if state is None or state.team is None:
            return
        if state.team.id in self._revealed:
            self._revealed.discard(state.team.id)
        else:
            self._workbench.rosters.reveal(state.team.id, len(state.seats))
            self._revealed.add(state.team.id)
            self.said.emit(_("Đang hiện số điện thoại; lần hiện này đã ghi vào nhật ký."))
        self._show_team()

    def hideEvent(self, event: QHideEvent) -> None:
        """Mask every number when the screen is left."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._revealed.clear()
            self._show_team()

    def add_member(self) -> None:
        """Ask for a new member of the team."""
        state = self.current()
        if state and state.team:
            team_acts.add_member(self, self._workbench, state, state.team)

    def let_leave(self) -> None:
        """Ask when and why the selected member leaves."""
        state, seat = self.current(), self.seat()
        if state and state.team and seat:
            team_acts.let_leave(self, self._workbench, state.team, seat)

    def change_role(self) -> None:
        """Ask for another role of the selected member."""
        state, seat = self.current(), self.seat()
        if state and state.team and seat:
            team_acts.change_role(self, self._workbench, state.team, seat)

    def move_member(self) -> None:
        """Ask to which team the selected member goes."""
        state, seat = self.current(), self.seat()
        if state and state.team and seat:
            teams = [other.team for other in self._states if other.team]
            team_acts.let_move(self, self._workbench, teams, state.team, seat)

    def decide(self) -> None:
        """Ask for the decision that fixed the team's list."""
        state = self.current()
        if state and state.team:
            teams = owed_with(state.team, self._states)
            team_acts.decide(self, self._workbench, teams, len(state.seats))

    def draft(self, kind: PaperKind) -> None:
        """Write the draft of a decision, or the tờ trình for it."""
        state = self.current()
        if state and state.team:
            teams = owed_with(state.team, self._states)
            ask_paper(self, self._workbench, kind, teams, self.out)

    def show_person(self) -> None:
        """Show everything held about the selected person."""
        book = self._workbench.rosters.book()
        for key, person in book.people.items():
            if key == self.pane.current_person():
                erased = partial(self.said.emit, _("Đã xóa hẳn người ấy khỏi sổ."))
                team_acts.show_person(self.out, self._workbench, person, erased)

    def set_up(self) -> None:
        """Set the team of the selected village up."""
        if state := self.current():
            try:
                team_acts.set_up(self._workbench, state.area, self.on())
            except KehoachError as refusal:
                messages.show_error(self, refusal)

    def _taken(self, areas: tuple[str, ...]) -> None:
        if areas:
            self.select_area(areas[0])
        self.villages.setFocus()

    def choose_list(self) -> None:
        """Ask for a list's file and read it."""
        self.lists.choose(self._asking())

    def take_list(self, path: Path) -> None:
        """Read a list in a job, then show what it would change."""
        self.lists.take(path, self._asking())

    def _asking(self) -> Asking:
        """A list that names no village is the one of the village that is selected."""
        chosen = self.current()
        return Asking(self.on(), chosen.area if chosen else "")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome the file of a list."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the first list that was dropped."""
        dropped = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        event.acceptProposedAction()
        if dropped:
            self.take_list(dropped[0])
