"""What the teams did: one activity on one day, with the people who were there and its proof."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, NewType

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.membership import TeamId
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.text import clean, fold, squeeze, typed_day
from kehoach_desktop.i18n import _, mark

ActivityId = NewType("ActivityId", str)
IndicatorId = NewType("IndicatorId", str)

PROPAGANDA = mark("Tuyên truyền")
TRAINING = mark("Tập huấn, hướng dẫn")
AT_HOME = mark("Hỗ trợ tại nhà")
AT_THE_CENTRE = mark("Hỗ trợ tại Trung tâm PVHCC")
CAMPAIGN = mark("Ra quân")
USUAL_KINDS = (PROPAGANDA, TRAINING, AT_HOME, AT_THE_CENTRE, CAMPAIGN)
"""The kinds that are proposed; an office writes others as it names them."""
MOST_PEOPLE = 100_000


class ImpossibleActivity(KehoachError):
    """What was typed of an activity contradicts itself."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many were there, and how many of them were women, elderly, of an ethnic minority.

    Counts only, never names; None where nobody counted.
    """

    people: int | None = None
    women: int | None = None
    elderly: int | None = None
    minority: int | None = None


PART_WORDS = {"women": mark("nữ"), "elderly": mark("người cao tuổi"), "minority": mark("DTTS")}


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity of a team; a team of None is the commune itself.

    `counts` are the results it brought, by indicator; `tasks` are those of the plans it serves.
    """

    id: ActivityId
    kind: str
    day: date
    team: TeamId | None = None
    place: str = ""
    content: str = ""
    attendance: Attendance = Attendance()
    counts: tuple[tuple[IndicatorId, int], ...] = ()
    tasks: tuple[TaskId, ...] = ()


class Tally(NamedTuple):
    """What is counted of an activity: a value light enough for twenty thousand of them.

    `people` is None where nobody counted; `counts` are its results by indicator.
    """

    id: ActivityId
    kind: str
    day: date
    team: TeamId | None
    people: int | None
    counts: tuple[tuple[IndicatorId, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ActivityFile:
    """A picture or paper that proves an activity; its copy is found by the SHA-256.

    `size` counts bytes, `added_at` is the moment in ISO text.
    """

    activity: ActivityId
    sha256: str
    name: str
    size: int
    added_at: str


def checked(activity: Activity, today: date) -> Activity:
    """Return the activity as it may be kept, its words squeezed. Raises ImpossibleActivity."""
    kind = squeeze(clean(activity.kind))
    if not kind:
        raise ImpossibleActivity(_("Chưa chọn loại hoạt động."))
    if activity.day > today:
        words = _("Ngày {day} chưa tới; hoạt động ghi sau khi đã làm.")
        raise ImpossibleActivity(words.format(day=typed_day(activity.day)))
    _check(activity.attendance)
    if any(not 0 <= count <= MOST_PEOPLE for _indicator, count in activity.counts):
        raise ImpossibleActivity(_("Kết quả theo chỉ tiêu phải là số từ 0 đến 100.000."))
    return Activity(
        activity.id,
        kind,
        activity.day,
        activity.team,
        squeeze(clean(activity.place)),
        squeeze(clean(activity.content)),
        activity.attendance,
        activity.counts,
        tuple(dict.fromkeys(activity.tasks)),
    )


def _check(there: Attendance) -> None:
    counted = (there.people, there.women, there.elderly, there.minority)
    if any(count is not None and not 0 <= count <= MOST_PEOPLE for count in counted):
        raise ImpossibleActivity(_("Số người phải là số từ 0 đến 100.000."))
    for part, words in PART_WORDS.items():
        count = getattr(there, part)
        if count is None:
            continue
        if there.people is None:
            raise ImpossibleActivity(
                _("Có số {part} mà chưa có tổng số người.").format(part=_(words))
            )
        if count > there.people:
            told = _("Số {part} ({count}) lớn hơn tổng số người ({people}).")
            raise ImpossibleActivity(
                told.format(part=_(words), count=count, people=there.people),
                hint=_("Ghi lại số người; chưa ghi gì vào sổ."),
            )


def same_kind(kind: str, other: str) -> bool:
    """Say whether two kinds are one but for case, spaces and diacritics."""
    return fold(kind) == fold(other)


def kinds_known(used: Iterable[str]) -> tuple[str, ...]:
    """Return the usual kinds and those an office has used beside them, each once."""
    kinds = {fold(kind): kind for kind in (*used, *USUAL_KINDS)}
    usual = [fold(kind) for kind in USUAL_KINDS]
    return tuple(kinds[key] for key in (*usual, *(key for key in kinds if key not in usual)))
