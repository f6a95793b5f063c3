"""What leaves the program of the teams' people: a workbook, cards and telephones to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from kehoach_desktop.domain.access import PRIVATE_WORDS, Private
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.roster_lists import person_lists, roster_lists
from kehoach_desktop.domain.team_book import KeptPerson
from kehoach_desktop.domain.team_state import TeamState
from kehoach_desktop.domain.text import fold
from kehoach_desktop.files import safe_name
from kehoach_desktop.i18n import _
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.furniture import column
from kehoach_desktop.ui.papers.sheet_window import Labels, Say, SheetWindow
from kehoach_desktop.ui.papers.sheets import Sheets
from kehoach_desktop.ui.teams.hand_out import FOLDER, HandOut
from kehoach_desktop.ui.teams.people_sheets import OrgCards, PhoneList, Shown
from kehoach_desktop.ui.workbench import Workbench

WORKBOOK = "xlsx"


class TakingOut(Asked):
    """Asks for which teams, and which numbers go along: of those offered the ones ticked."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        states: Sequence[TeamState],
        facts: tuple[Sequence[Private], Sequence[Private]],
    ) -> None:
        offered, ticked = facts
        note = _("Mỗi lần xuất, in được ghi vào nhật ký: ai, lúc nào, bao nhiêu người.")
        super().__init__(parent, title, _("Tiếp tục…"))
        self.explain(note)
        self._states = states
        self.teams = QComboBox()
        for number, state in enumerate(states):
            self.teams.addItem(state.team.title if state.team else state.area, number)
        if len(states) > 1:
            self.teams.insertItem(0, _("Tất cả {count} tổ").format(count=len(states)), -1)
        self.ticks = {fact: QCheckBox(_(PRIVATE_WORDS[fact])) for fact in offered}
        box = QWidget()
        rows = column(spacing=4)
        box.setLayout(rows)
        for fact, tick in self.ticks.items():
            tick.setChecked(fact in ticked)
            rows.addWidget(tick)
        self.add(_("&Tổ"), self.teams)
        self.add(_("Kèm theo"), box)
        self.teams.setFocus()

    def choose(self, state: TeamState | None) -> None:
        """Propose one team."""
        if state in self._states:
            self.teams.setCurrentIndex(self.teams.findData(self._states.index(state)))

    def chosen(self) -> tuple[TeamState, ...]:
        """Return the teams that are asked for."""
        number = int(self.teams.currentData())
        return tuple(self._states) if number < 0 else (self._states[number],)

    def private(self) -> tuple[Private, ...]:
        """Return which numbers go along."""
        return tuple(fact for fact, tick in self.ticks.items() if tick.isChecked())


class PeopleWindow(SheetWindow):
    """Sheets with people on them; none is printed that is not in the list of who took data out."""

    def __init__(self, desk: Desk, asked: TakingOut, sheets: Sheets, labels: Labels) -> None:
        self._desk = desk
        self._about = (asked.chosen(), asked.private())
        super().__init__(desk.over, sheets, labels, desk.say)

    def let_out(self, what: str) -> None:
        """Keep that the sheets are printed or saved."""
        states, private = self._about
        self._desk.workbench.disclosing.exported(states, what, private)


@dataclass(frozen=True, slots=True)
class Desk:
    """Over which widget is asked, with which verbs, for which of the teams, on which day."""

    over: QWidget
    workbench: Workbench
    states: Sequence[TeamState]
    current: TeamState | None
    on: date
    say: Say

    def asking(self, title: str, ticked: Sequence[Private] = ()) -> TakingOut:
        """Return the dialog over the teams that have people, the current one proposed."""
        kept = self.workbench.rosters.keeps_cccd()
        offered = [fact for fact in Private if kept or fact is not Private.CCCD]
        filled = [state for state in self.states if state.team and state.seats]
        dialog = TakingOut(self.over, title, filled, (offered, ticked))
        dialog.agree.setEnabled(bool(filled))
        dialog.choose(self.current)
        return dialog

    def office(self) -> Office:
        """Return the office."""
        return self.workbench.offices.office() or Office()

    def shown(self, asked: TakingOut) -> Shown:
        """Return what stands on printed sheets."""
        return Shown(self.office().people_committee, self.on, asked.private())


def ask_workbook(desk: Desk, out: HandOut) -> None:
    """Ask for which teams, and write their lists as a workbook."""
    dialog = desk.asking(_("Xuất danh sách Excel"))

    def act() -> None:
        states, private = dialog.chosen(), dialog.private()
        lists = roster_lists(states, desk.office(), private)
        where = states[0].area if len(states) == 1 else desk.office().name
        name = safe_name(f"Danh sach to {fold(where)}.xlsx")
        log = partial(desk.workbench.disclosing.exported, states, WORKBOOK, private)
        out.ask_and_write(name, partial(desk.workbench.tools.write_roster, lists), log)

    dialog.answer = act
    dialog.open()


def ask_cards(desk: Desk) -> None:
    """Ask for which teams, and show a card of each to print."""
    dialog = desk.asking(_("In thẻ tổ"), (Private.PHONE,))
    labels = Labels(_("Thẻ tổ"), _("Mỗi tổ một trang A4."), "The to.pdf", FOLDER)

    def act() -> None:
        cards = OrgCards(dialog.chosen(), desk.shown(dialog))
        PeopleWindow(desk, dialog, cards, labels).open()

    dialog.answer = act
    dialog.open()


def ask_phones(desk: Desk) -> None:
    """Ask for which teams, and show their list of telephones to print."""
    dialog = desk.asking(_("In danh bạ điện thoại"), (Private.PHONE,))
    labels = Labels(_("Danh bạ điện thoại"), _("In hoặc lưu PDF."), "Danh ba.pdf", FOLDER)

    def act() -> None:
        listed = PhoneList(dialog.chosen(), desk.shown(dialog))
        PeopleWindow(desk, dialog, listed, labels).open()

    dialog.answer = act
    dialog.open()


def export_person(workbench: Workbench, person: KeptPerson, out: HandOut) -> None:
    """Ask where everything held about a person goes, and write it there."""
    rosters = workbench.rosters
    lists = person_lists(person, rosters.book(), rosters.history(person.id))
    name = safe_name(f"Thong tin {fold(person.details.full_name)}.xlsx")
    log = partial(workbench.disclosing.exported_person, person.id, WORKBOOK)
    out.ask_and_write(name, partial(workbench.tools.write_roster, lists), log)
