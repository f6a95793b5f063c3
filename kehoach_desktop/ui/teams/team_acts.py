"""What an officer does to a team: each act one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from kehoach_desktop.domain.journal import Backup
from kehoach_desktop.domain.membership import PersonId, TeamId
from kehoach_desktop.domain.team import TeamRole
from kehoach_desktop.domain.team_book import KeptPerson, Team, TeamStep
from kehoach_desktop.domain.team_state import Seat, TeamState
from kehoach_desktop.domain.team_update import Likeness, said_of
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui import messages
from kehoach_desktop.ui.teams.asking import (
    DecisionDialog,
    LeavingDialog,
    MovingDialog,
    NewMemberDialog,
    RoleDialog,
)
from kehoach_desktop.ui.teams.hand_out import HandOut
from kehoach_desktop.ui.teams.person_dialog import Held, PersonDialog
from kehoach_desktop.ui.teams.taking_out import export_person
from kehoach_desktop.ui.workbench import Workbench


def keep(workbench: Workbench, step: TeamStep, text: str) -> None:
    """Say that `step`, named `text`, was kept, and put it on the stack."""
    if not step.changes:
        return
    rosters = workbench.rosters
    workbench.done(
        text,
        Changes.TEAMS,
        undo=partial(rosters.keep, step.reversed()),
        redo=partial(rosters.keep, step),
    )


def set_up(workbench: Workbench, area: str, day: date) -> None:
    """Set the team of a village up."""
    step = workbench.rosters.add_team(area, since=day)
    keep(workbench, step, _("Lập tổ của {area}").format(area=area))


def add_member(parent: QWidget, workbench: Workbench, state: TeamState, team: Team) -> None:
    """Ask for a new member of a team; the first one is proposed as its leader."""
    role = TeamRole.MEMBER if state.holding(TeamRole.LEADER) else TeamRole.LEADER
    rosters = workbench.rosters
    dialog = NewMemberDialog(
        parent, team.title, role, rosters.today(), with_cccd=rosters.keeps_cccd()
    )

    def act() -> None:
        person = dialog.fields.person()
        seat = (team.id, TeamRole(dialog.role.currentData()), dialog.day())
        known = _known(dialog, rosters.alike(person))
        step = rosters.join(known.id, *seat) if known else rosters.add(person, *seat)
        keep(workbench, step, _("Thêm {name}").format(name=person.full_name))

    dialog.answer = act
    dialog.open()


def _known(parent: QWidget, alike: Sequence[Likeness]) -> KeptPerson | None:
    """Ask whether the person is one who is held already; None where he is another."""
    for like in alike:
        facts = (like.held.full_name, said_of(like.held.birth_year), like.where)
        question = _("Trong sổ đã có {who}. Là một người?")
        who = ", ".join(filter(None, facts))
        hint = _("Là một người thì dùng thông tin đang có; người ấy có thể ở hai tổ.")
        yes, no = _("Là một người"), _("Người khác")
        if messages.ask(parent, question.format(who=who), yes, hint=hint, no=no):
            return KeptPerson(PersonId(like.id), like.held)
    return None


def let_move(
    parent: QWidget, workbench: Workbench, teams: Sequence[Team], team: Team, seat: Seat
) -> None:
    """Ask to which of `teams` a member of `team` goes, and from which day."""
    name = seat.person.details.full_name
    others = [other for other in teams if other.id != team.id]
    dialog = MovingDialog(parent, name, others, workbench.rosters.today())
    dialog.agree.setEnabled(bool(others))

    def act() -> None:
        into, role = TeamId(dialog.team.currentData()), TeamRole(dialog.role.currentData())
        step = workbench.rosters.move(seat.person.id, team.id, into, role, dialog.day())
        keep(workbench, step, _("Chuyển {name} sang tổ khác").format(name=name))

    dialog.answer = act
    dialog.open()


def let_leave(parent: QWidget, workbench: Workbench, team: Team, seat: Seat) -> None:
    """Ask from which day a member is in the team no more, and why."""
    name = seat.person.details.full_name
    dialog = LeavingDialog(parent, name, team.title, workbench.rosters.today())

    def act() -> None:
        step = workbench.rosters.leave(seat.person.id, team.id, dialog.day(), dialog.chosen())
        keep(workbench, step, _("Cho {name} thôi tham gia").format(name=name))

    dialog.answer = act
    dialog.open()


def change_role(parent: QWidget, workbench: Workbench, team: Team, seat: Seat) -> None:
    """Ask for another role of a member, and from which day."""
    name = seat.person.details.full_name
    dialog = RoleDialog(parent, name, seat.stay.role, workbench.rosters.today())

    def act() -> None:
        role = TeamRole(dialog.role.currentData())
        step = workbench.rosters.change_role(seat.person.id, team.id, role, dialog.day())
        keep(workbench, step, _("Đổi vai trò của {name}").format(name=name))

    dialog.answer = act
    dialog.open()


def decide(parent: QWidget, workbench: Workbench, teams: Sequence[Team], people: int) -> None:
    """Ask for the decision that fixed the list of the first of `teams`, or of all of them."""
    dialog = DecisionDialog(parent, teams, people, workbench.rosters.today())

    def act() -> None:
        chosen = [TeamId(team) for team in dialog.teams.currentData()]
        step = workbench.rosters.decide_all(chosen, dialog.number.text(), dialog.day())
        words = _("Ghi quyết định về tổ {area}").format(area=teams[0].area)
        if len(chosen) > 1:
            words = _("Ghi quyết định về {count} tổ").format(count=len(chosen))
        keep(workbench, step, words)

    dialog.answer = act
    dialog.open()


def show_person(
    out: HandOut, workbench: Workbench, person: KeptPerson, erased: Callable[[], object]
) -> None:
    """Show everything held about a person, to be mended, written to a file, or erased."""
    rosters = workbench.rosters
    rosters.reveal_person(person.id)
    held = Held(person, rosters.book(), rosters.history(person.id))
    dialog = PersonDialog(out.over, held, with_cccd=rosters.keeps_cccd())

    def act() -> None:
        kept = dialog.said(person)
        if kept != person:
            step = rosters.amend(kept)
            keep(workbench, step, _("Sửa thông tin {name}").format(name=kept.details.full_name))

    def erase() -> None:
        if _may_erase(dialog, person, workbench.tools.backups()):
            dialog.reject()
            erase_person(workbench, person.id)
            erased()

    dialog.answer = act
    dialog.take_out.clicked.connect(lambda: export_person(workbench, person, out))
    dialog.erase.clicked.connect(lambda _checked=False: erase())
    dialog.open()


def _may_erase(parent: QWidget, person: KeptPerson, backups: Sequence[Backup]) -> bool:
    name = person.details.full_name
    hint = _("Mọi thông tin, lịch sử về người này mất hẳn và không hoàn tác được; các bước trước "
             "đó cũng không hoàn tác được nữa.")  # fmt: skip
    if backups:
        oldest = min(backup.made_at for backup in backups).astimezone().date()
        words = _("{count} bản sao lưu từ {day} vẫn còn giữ người này; muốn hết hẳn thì xóa các "
                  "tệp ấy ở thư mục {folder}.")  # fmt: skip
        folder = backups[0].path.parent
        held = words.format(count=len(backups), day=typed_day(oldest), folder=folder)
        hint = f"{hint} {held}"
    question = _("Xóa hẳn {name} khỏi sổ?").format(name=name)
    return messages.ask(parent, question, _("Xóa hẳn"), hint=hint)


def erase_person(workbench: Workbench, person: PersonId) -> None:
    """Remove a person for good; steps of before may know him, so none can be taken back."""
    workbench.rosters.erase(person)
    workbench.undo_stack.clear()
    workbench.tell(Changes.TEAMS)
