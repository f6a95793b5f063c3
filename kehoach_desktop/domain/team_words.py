"""Teams in words, as screens and lines say them: what is owed, what a list would change."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_desktop.domain.access import ACCESS_WORDS
from kehoach_desktop.domain.decision import DecisionChanges, DecisionKind
from kehoach_desktop.domain.membership import REASON_WORDS, Membership
from kehoach_desktop.domain.team import Gender
from kehoach_desktop.domain.team_state import LACK_WORDS, TeamLack, TeamState
from kehoach_desktop.domain.team_update import (
    DETAIL_WORDS,
    FieldChange,
    RosterUpdate,
    RowKind,
    UpdateRow,
    said_of,
)
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _, counted, mark

COMMAND_WORDS = {
    "take_in_roster": mark("Nhận danh sách"),
    "join_team": mark("Vào tổ"),
    "leave_team": mark("Thôi tham gia"),
    "move_member": mark("Chuyển tổ"),
    "change_role": mark("Đổi vai trò"),
    "merge_teams": mark("Sáp nhập tổ"),
    "end_team": mark("Kết thúc tổ"),
    "amend_person": mark("Sửa thông tin"),
    "step_teams": mark("Hoàn tác hoặc làm lại"),
    **{kind.value: words for kind, words in ACCESS_WORDS.items()},
}
"""What the verbs about teams did, as a list of a person's history says it."""


def state_words(state: TeamState) -> str:
    """Return the gravest thing that is missing, "đủ" where nothing is.

    That a team rests is told beside it: a paper alone does not mend that.
    """
    if not state.lacks:
        return _("đủ")
    gravest = _(LACK_WORDS[state.lacks[0]])
    rests = TeamLack.IDLE in state.lacks[1:]
    return ", ".join([gravest, _("chưa hoạt động")] if rests else [gravest])


def owed_words(state: TeamState) -> str:
    """Return which decision is owed and why, "" where none is."""
    if state.owed is DecisionKind.ESTABLISHMENT:
        words = _("Chưa ghi quyết định thành lập tổ: danh sách có {count} người.")
        return words.format(count=len(state.seats))
    if state.owed is DecisionKind.REORGANISATION:
        what = ", ".join(change_words(state.changes))
        return _("Còn nợ quyết định kiện toàn: {what}.").format(what=what)
    return ""


def change_words(changes: DecisionChanges) -> Iterator[str]:
    """Yield how many were replaced, added, withdrawn, or changed their role."""
    for people, words in (
        (changes.replaced, _("{count} người thay thế")),
        (changes.added, _("{count} người bổ sung")),
        (changes.withdrawn, _("{count} người thôi tham gia")),
        (changes.changed_roles, _("{count} người đổi vai trò")),
    ):
        if people:
            yield words.format(count=len(people))


def subtitle(state: TeamState) -> str:
    """Return the decision a team stands on and how many are in it, women apart."""
    women = sum(seat.person.details.gender is Gender.FEMALE for seat in state.seats)
    unknown = sum(seat.person.details.gender is None for seat in state.seats)
    count = counted("{count} người, {women} nữ", len(state.seats)).format(
        count=len(state.seats), women=women
    )
    if unknown:
        count += _(" ({unknown} người chưa rõ nam, nữ)").format(unknown=unknown)
    if state.decision is None:
        return count
    words = _("Theo Quyết định số {number} ngày {day}; {count}")
    day = typed_day(state.decision.decided_on)
    return words.format(number=state.decision.number, day=day, count=count)


def stay_words(stay: Membership) -> str:
    """Return how a stay ended: the day and why, "" while it goes on."""
    if stay.left is None:
        return ""
    words = _("thôi từ {day}").format(day=typed_day(stay.left))
    return f"{words}: {_(REASON_WORDS[stay.reason])}" if stay.reason else words


def field_words(change: FieldChange) -> str:
    """Return what changes in one fact, with both values."""
    before = change.before or _("chưa có")
    after = change.after or _("bỏ trống")
    return f"{_(DETAIL_WORDS[change.field])}: {before} → {after}"


def row_words(row: UpdateRow) -> str:
    """Return why a row is doubted or what it changes."""
    parts = [*map(field_words, row.changes)]
    if row.kind is RowKind.DOUBT:
        parts += [_("có thể là {who}").format(who=likeness_words(row, n)) for n in _each(row)]
    if row.role_unread and row.kind is RowKind.JOINED:
        parts.append(_("không đọc được vai trò, ghi là Thành viên"))
    return "; ".join(parts)


def _each(row: UpdateRow) -> range:
    return range(len(row.alike))


def likeness_words(row: UpdateRow, number: int) -> str:
    """Return who one of those proposed for a row is: name, year, where."""
    like = row.alike[number]
    year = said_of(like.held.birth_year)
    facts = ", ".join(filter(None, (like.held.full_name, year, like.where)))
    same = row.details.phone and row.details.phone == like.held.phone
    by_phone = _("cùng số điện thoại")
    return f"{facts} ({by_phone})" if same else facts


def update_words(update: RosterUpdate, skipped: int = 0) -> str:
    """Return in one line what a list would change."""
    parts = (
        (RowKind.JOINED, _("{count} người vào tổ")),
        (RowKind.LEFT, _("{count} người thôi")),
        (RowKind.CHANGED, _("{count} người thay đổi")),
        (RowKind.SAME, _("{count} người như cũ")),
        (RowKind.DOUBT, _("để lại {count} người chưa rõ")),
    )
    said = [w.format(count=n) for kind, w in parts if (n := update.count(kind))]
    if skipped:
        said.append(_("bỏ {count} dòng").format(count=skipped))
    return ", ".join(said)
