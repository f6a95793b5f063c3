"""The right half of the screen: one team, its head, what is owed, and its people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.team_state import TeamState
from kehoach_desktop.domain.team_words import owed_words, subtitle
from kehoach_desktop.i18n import _
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.furniture import Band, Bar, EmptyState, column, frame, label
from kehoach_desktop.ui.teams.member_model import MemberModel, Place, member_rows
from kehoach_desktop.ui.teams.team_tables import MemberTable


@dataclass(frozen=True, slots=True)
class TeamActs:
    """What the buttons of the pane do."""

    reveal: Callable[[], object]
    add: Callable[[], object]
    leave: Callable[[], object]
    change_role: Callable[[], object]
    move: Callable[[], object]
    show_person: Callable[[], object]
    decide: Callable[[], object]
    draft: Callable[[PaperKind], object]
    set_up: Callable[[], object]
    take_list: Callable[[], object]


class TeamPane(QWidget):
    """Shows one team, or says that a village has none."""

    def __init__(self, acts: TeamActs) -> None:
        super().__init__()
        self._acts = acts
        self.model = MemberModel()
        self.table = MemberTable(self.model)
        self.title, self.subtitle = label("", "block"), label("", "second", wrap=True)
        self.band = Band()
        self.reveal = Button(_("Hiện số điện thoại"), acts.reveal)
        self.add = Button(_("Thêm người…"), acts.add, key="Ins", bound=False)
        self.role = Button(_("Vai trò…"), acts.change_role, key="F2", bound=False)
        self.transfer = Button(_("Chuyển tổ…"), acts.move)
        self.leave = Button(_("Cho thôi…"), acts.leave, key="Del", bound=False)
        self.person = Button(_("Xem, sửa…"), acts.show_person, key="Return", bound=False)
        draft = acts.draft
        self.decision = primary(_("Dự thảo quyết định…"), lambda: draft(PaperKind.DECISION))
        self.submission = Button(_("Tờ trình…"), lambda: draft(PaperKind.SUBMISSION))
        for button in (self.decision, self.submission):
            self.band.add(button)
        self.nothing = EmptyState(" ", _("Lập tổ…"), acts.set_up)
        self.stack = QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        whole = column()
        self.setLayout(whole)
        head = frame("head", margins=(16, 8, 12, 8))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        head.box.addLayout(words, 1)
        head.box.addWidget(self.reveal)
        acts = Bar()
        for button in (self.add, self.role, self.transfer, self.leave, self.person):
            acts.add(button)
        people = QWidget()
        inside = column()
        people.setLayout(inside)
        for part in (head, self.band, acts, self.table):
            inside.addWidget(part)
        inside.setStretch(3, 1)
        self.stack.addWidget(people)
        self.stack.addWidget(self.nothing)
        whole.addWidget(self.stack, 1)
        self.setFocusProxy(self.table)

    def show_state(self, state: TeamState, *, revealed: bool) -> None:
        """Show a team, keeping the person that is selected."""
        if state.team is None:
            self.nothing.words.setText(_("{village} chưa có tổ.").format(village=state.area))
            self.stack.setCurrentWidget(self.nothing)
            return
        self.stack.setCurrentIndex(0)
        self.title.setText(state.team.title)
        self.subtitle.setText(subtitle(state))
        self._say_owed(state)
        self._show_people(state, revealed=revealed)
        self.reveal.say(_("Che số điện thoại") if revealed else _("Hiện số điện thoại"))
        self.reveal.setEnabled(any(seat.person.details.phone for seat in state.seats))
        self.leave.setEnabled(bool(state.seats))
        self.role.setEnabled(bool(state.seats))
        self.transfer.setEnabled(bool(state.seats))
        self.person.setEnabled(bool(state.seats or state.gone))

    def _show_people(self, state: TeamState, *, revealed: bool) -> None:
        chosen, place = self.current_person(), self.table.currentIndex()
        self.model.show_rows(member_rows(state, revealed=revealed))
        people = (*state.seats, *state.gone)
        on_zalo = any(seat.person.details.zalo for seat in people)
        self.table.setColumnHidden(Place.ZALO, not on_zalo)
        row = self.model.row_of(chosen)
        if row < 0:
            row = min(max(place.row(), 0), self.model.rowCount() - 1)
            row += self.model.row(row) is None
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, max(place.column(), 1)))

    def _say_owed(self, state: TeamState) -> None:
        held = self.window().focusWidget()
        for button in (self.decision, self.submission):
            button.setVisible(bool(state.owed and state.seats))
        if words := owed_words(state):
            note = _("Ghi số quyết định…")
            self.band.say(words, "amber", button=note, on_click=self._acts.decide)
        else:
            self.band.hide()
            if held is not None and self.band.isAncestorOf(held):
                self.take_keyboard()  # the button that was pressed is gone

    def take_keyboard(self) -> None:
        """Hand the keyboard to the people, or to the button where there is no team."""
        empty = self.stack.currentWidget() is self.nothing
        (self.nothing.button if empty else self.table).setFocus()

    def current_person(self) -> str:
        """Return the id of the person that is selected, "" where none is."""
        row = self.model.row(self.table.currentIndex().row())
        return row.seat.person.id if row else ""

    def select_person(self, person: str) -> None:
        """Select a person that is shown."""
        row = self.model.row_of(person)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, 1))
