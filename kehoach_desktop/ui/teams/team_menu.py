"""What is done seldom: a team merged into another, a team ended, identity numbers kept or not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from kehoach_desktop.domain.membership import PersonId, TeamId
from kehoach_desktop.domain.team_book import Team
from kehoach_desktop.domain.team_state import TeamState
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui import messages
from kehoach_desktop.ui.teams import team_acts
from kehoach_desktop.ui.teams.access_window import AccessWindow
from kehoach_desktop.ui.teams.asking import DayAsking
from kehoach_desktop.ui.teams.hand_out import HandOut
from kehoach_desktop.ui.teams.taking_out import Desk, ask_cards, ask_phones, ask_workbook
from kehoach_desktop.ui.workbench import Workbench


class MergingDialog(DayAsking):
    """Into which team the people of one go, who leads there, and from which day."""

    def __init__(self, parent: QWidget, state: TeamState, teams: Sequence[Team], day: date) -> None:
        note = _("Mọi người của tổ {area} sang tổ nhận từ ngày này; tổ {area} kết thúc hôm trước.")
        words = note.format(area=state.area)
        super().__init__(parent, _("Sáp nhập tổ"), words, _("Sáp nhập"), day)
        self.into, self.leader = QComboBox(), QComboBox()
        for team in teams:
            self.into.addItem(team.title, team.id)
        self.leader.addItem(_("như tổ nhận"), "")
        for seat in state.seats:
            self.leader.addItem(seat.person.details.full_name, seat.person.id)
        self.add(_("&Vào tổ"), self.into)
        self.add(_("Tổ t&rưởng"), self.leader)
        self.add_day(_("&Từ ngày"))
        self.agree.setEnabled(bool(teams))
        self.into.setFocus()

    def leading(self) -> PersonId | None:
        """Return who is to lead, None where the leader stays."""
        return PersonId(self.leader.currentData()) if self.leader.currentData() else None


def fill(menu: QMenu, desk: Desk, out: HandOut) -> None:
    """Put into `menu` what can be done now."""
    page, workbench, states, current = desk.over, desk.workbench, desk.states, desk.current
    menu.clear()
    menu.addAction(_("Xuất danh sách Excel…")).triggered.connect(lambda: ask_workbook(desk, out))
    menu.addAction(_("In danh bạ điện thoại…")).triggered.connect(lambda: ask_phones(desk))
    menu.addAction(_("In thẻ tổ (A4)…")).triggered.connect(lambda: ask_cards(desk))
    menu.addAction(_("Nhật ký xem, xuất dữ liệu cá nhân…")).triggered.connect(
        lambda: AccessWindow(page, workbench.disclosing.accesses()).open()
    )
    menu.addSeparator()
    merge, end = menu.addAction(_("Sáp nhập tổ này…")), menu.addAction(_("Kết thúc tổ này…"))
    menu.addSeparator()
    cccd = menu.addAction(_("Giữ số CCCD"))
    cccd.setCheckable(True)
    cccd.setChecked(workbench.rosters.keeps_cccd())
    for action in (merge, end):
        action.setEnabled(current is not None and current.team is not None)
    if current is not None and current.team is not None:
        team = current.team
        others = [s.team for s in states if s.team and s.team.id != team.id]
        merge.triggered.connect(lambda: ask_merging(page, workbench, current, others))
        end.triggered.connect(lambda: ask_end(page, workbench, team))
    cccd.triggered.connect(lambda wanted: keep_cccd(page, workbench, wanted=wanted))


def ask_merging(
    parent: QWidget, workbench: Workbench, state: TeamState, others: Sequence[Team]
) -> None:
    """Ask into which team one goes, and merge them as one step."""
    if state.team is None:
        return
    team = state.team
    dialog = MergingDialog(parent, state, others, workbench.rosters.today())

    def act() -> None:
        into = TeamId(dialog.into.currentData())
        step = workbench.rosters.merge([team.id], into, dialog.day(), dialog.leading())
        team_acts.keep(workbench, step, _("Sáp nhập tổ {area}").format(area=team.area))

    dialog.answer = act
    dialog.open()


def ask_end(parent: QWidget, workbench: Workbench, team: Team) -> None:
    """Ask for the last day of a team."""
    note = _("{title} không còn từ hôm sau; mọi người thôi tham gia. Danh sách đến hết ngày này "
             "giữ nguyên.").format(title=team.title)  # fmt: skip
    day = workbench.rosters.today()
    dialog = DayAsking(parent, _("Kết thúc tổ"), note, _("Kết thúc tổ"), day)
    dialog.add_day(_("&Ngày cuối"))
    dialog.day_field.setFocus()

    def act() -> None:
        step = workbench.rosters.end_team(team.id, dialog.day())
        last = typed_day(dialog.day())
        words = _("Kết thúc tổ {area} ngày {day}").format(area=team.area, day=last)
        team_acts.keep(workbench, step, words)

    dialog.answer = act
    dialog.open()


def keep_cccd(parent: QWidget, workbench: Workbench, *, wanted: bool) -> None:
    """Keep identity numbers from now on; before those kept are forgotten it is asked."""
    hint = _("Các số đang giữ bị xóa khỏi sổ, không hoàn tác được; các bước trước đó cũng vậy. "
             "Bản sao lưu cũ vẫn còn giữ.")  # fmt: skip
    question = _("Thôi giữ số CCCD?")
    if not wanted and not messages.ask(parent, question, _("Xóa các số đang giữ"), hint=hint):
        return
    workbench.rosters.keep_cccd(wanted)
    if not wanted:
        # A step of before would bring a number back.
        workbench.undo_stack.clear()
    workbench.tell(Changes.TEAMS)
