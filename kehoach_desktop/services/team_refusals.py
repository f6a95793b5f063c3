"""What the verbs about teams refuse, each with its sentence."""

from __future__ import annotations

from collections.abc import Collection

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.team_book import KeptPerson
from kehoach_desktop.domain.team_update import Likeness
from kehoach_desktop.i18n import _


class UnknownTeam(KehoachError):
    """No team bears that id or name on that day."""

    def __init__(self, team: str) -> None:
        super().__init__(
            _("Không có tổ “{team}” trong ngày ấy.").format(team=team),
            hint=_("Xem các tổ bằng lệnh: kehoach teams."),
        )


class UnknownPerson(KehoachError):
    """Nobody, or more than one, bears that id or name."""

    def __init__(self, person: str, found: Collection[KeptPerson] = ()) -> None:
        if found:
            ids = ", ".join(kept.id for kept in found)
            message = _("Có nhiều người tên “{person}”: {ids}. Ghi mã thay cho tên.")
            super().__init__(message.format(person=person, ids=ids))
        else:
            super().__init__(_("Không có người “{person}” trong sổ.").format(person=person))


class TeamAlreadyHeld(KehoachError):
    """A team of that area exists on that day."""

    def __init__(self, area: str) -> None:
        super().__init__(_("Đã có tổ của “{area}”; sổ không thay đổi.").format(area=area))


class NamelessPerson(KehoachError):
    """A person to be kept has no name."""

    def __init__(self) -> None:
        super().__init__(_("Chưa có họ tên; chưa ghi gì."))


class AreaUnknown(KehoachError):
    """A list does not say of which village it is."""

    def __init__(self) -> None:
        super().__init__(
            _("Danh sách không nói là của thôn, tổ nào; sổ không thay đổi."),
            hint=_("Chọn thôn, tổ rồi nhận lại danh sách."),
        )


class UnknownRow(KehoachError):
    """A row that was answered for does not stand in the list, or the answer names nobody."""

    def __init__(self, row: str) -> None:
        super().__init__(
            _("Danh sách không có dòng “{row}”, hoặc không có người mang mã ấy.").format(row=row),
            hint=_("Xem mã dòng và mã người: kehoach team-import TỆP --check --json."),
        )


class NothingToTakeIn(KehoachError):
    """A list changes nothing."""

    def __init__(self) -> None:
        super().__init__(_("Danh sách không có gì khác với sổ; sổ không thay đổi."))


class PersonMayBeKnown(KehoachError):
    """A person to be added may be one who is held already."""

    def __init__(self, alike: Collection[Likeness]) -> None:
        who = "; ".join(f"{like.held.full_name}, {like.where}: {like.id}" for like in alike)
        super().__init__(
            _("Trong sổ đã có người có thể là người này ({who}); chưa ghi gì.").format(who=who),
            hint=_("Là một người thì ghi mã ấy thay cho tên; người khác thì thêm --new."),
        )
