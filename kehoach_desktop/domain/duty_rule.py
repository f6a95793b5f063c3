"""The rule of a reporting duty: on which days it falls due, as a short text and in words."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.domain.text import fold, typed_day
from kehoach_desktop.i18n import _, counted, mark


class Rhythm(StrEnum):
    """How often a duty comes back."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    NINE_MONTHS = "nine_months"
    YEARLY = "yearly"
    AD_HOC = "ad_hoc"


# A six-month report tells of the first half only: the second is told by the report of the year
# (NĐ 09/2019/NĐ-CP, Điều 12).
PERIODS_OF_YEAR = {
    Rhythm.MONTHLY: (PeriodKind.MONTH, range(1, 13)),
    Rhythm.QUARTERLY: (PeriodKind.QUARTER, range(1, 5)),
    Rhythm.HALF_YEARLY: (PeriodKind.HALF_YEAR, range(1, 2)),
    Rhythm.NINE_MONTHS: (PeriodKind.NINE_MONTHS, range(1, 2)),
    Rhythm.YEARLY: (PeriodKind.YEAR, range(1, 2)),
}
FIRST_YEAR, LAST_YEAR = 2020, 2040
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY_KEYS = {
    **{name: number for number, name in enumerate(WEEKDAYS)},
    **{f"t{number + 2}": number for number in range(6)},
    "cn": 6,
}
WEEKDAY_WORDS = (
    mark("thứ hai"),
    mark("thứ ba"),
    mark("thứ tư"),
    mark("thứ năm"),
    mark("thứ sáu"),
    mark("thứ bảy"),
    mark("chủ nhật"),
)
RHYTHM_WORDS = {
    Rhythm.DAILY: mark("hằng ngày"),
    Rhythm.WEEKLY: mark("hằng tuần"),
    Rhythm.MONTHLY: mark("hằng tháng"),
    Rhythm.QUARTERLY: mark("hằng quý"),
    Rhythm.HALF_YEARLY: mark("6 tháng đầu năm"),
    Rhythm.NINE_MONTHS: mark("9 tháng"),
    Rhythm.YEARLY: mark("hằng năm"),
    Rhythm.AD_HOC: mark("đột xuất"),
}
_RULE = re.compile(
    r"(?P<rhythm>[a-z_]+)(?: (?P<weekday>[a-z]+\d?))??(?: (?P<how>before|on))?"
    r"(?: (?P<iso>\d{4}-\d{1,2}-\d{1,2})| (?P<d>\d{1,2})/(?P<m>\d{1,2})(?:/(?P<y>\d{4}))?"
    r"| (?P<day>\d{1,2})(?:\+(?P<after>[0-6]))?)?(?: (?P<hour>\d{1,2}:\d{2}))?"
)


class UnknownRule(KehoachError):
    """The text names no rule of a duty."""

    def __init__(self, text: str) -> None:
        super().__init__(
            _("Không hiểu quy tắc báo cáo “{text}”; chưa ghi gì.").format(text=text),
            hint=_(
                "Viết như: daily 10:00; weekly fri 08:00; monthly before 20; monthly on 5+1 "
                "(ngày 5 tháng sau); quarterly before 15; half_yearly before 15; "
                "nine_months before 15; yearly before 15/12; ad_hoc before 2025-12-20."
            ),
        )


@dataclass(frozen=True, slots=True)
class DutyRule:
    """When a duty falls due.

    `day` is the day of the month for the rhythms of whole periods, in the last month of the period
    or `months_after` it; a month too short for it ends with its last day. `weekday` counts from
    Monday 0. `on` is the one day of an ad hoc duty. `exclusive` says "trước ngày …".
    """

    rhythm: Rhythm
    day: int = 0
    months_after: int = 0
    weekday: int = 0
    on: date | None = None
    hour: time | None = None
    exclusive: bool = False

    @classmethod
    def parse(cls, text: str) -> DutyRule:
        """Return the rule that `text` (such as `monthly before 20`) names.

        Raises UnknownRule for anything else, an impossible day or hour among it.
        """
        found = _RULE.fullmatch(fold(text))
        try:
            if found is None:
                raise UnknownRule(text)
            rule = _rule(found)
        except (KeyError, ValueError) as refusal:
            raise UnknownRule(text) from refusal
        if not _says_just(rule, found):
            raise UnknownRule(text)
        return rule

    @property
    def key(self) -> str:
        """The text that names the rule in the store, in JSON and on the command line."""
        how = "before " if self.exclusive else ""
        when = {
            Rhythm.DAILY: "",
            Rhythm.WEEKLY: WEEKDAYS[self.weekday],
            Rhythm.YEARLY: f"{how}{self.day:02d}/{self.month:02d}",
            Rhythm.AD_HOC: f"{how}{self.on}",
        }.get(self.rhythm, f"{how}{self.day}{f'+{self.months_after}' if self.months_after else ''}")
        hour = self.hour.strftime("%H:%M") if self.hour else ""
        return " ".join(filter(None, (self.rhythm.value, when, hour)))

    @property
    def month(self) -> int:
        """The month in which the report of a year falls due, 1–12."""
        return (11 + self.months_after) % 12 + 1

    def in_words(self) -> str:
        """Return the rule as plans write it: "hằng tháng, trước ngày 20"."""
        parts = (_(RHYTHM_WORDS[self.rhythm]), self._day_in_words(), self._hour_in_words())
        return ", ".join(filter(None, parts))

    def _day_in_words(self) -> str:
        if self.rhythm is Rhythm.DAILY:
            return ""
        if self.rhythm is Rhythm.WEEKLY:
            return _(WEEKDAY_WORDS[self.weekday])
        day = typed_day(self.on) if self.on else str(self.day)
        if self.rhythm is Rhythm.YEARLY:
            day = f"{self.day:02d}/{self.month:02d}"
        words = _("trước ngày {day}") if self.exclusive else _("ngày {day}")
        said = words.format(day=day)
        later = self.months_after and self.rhythm is not Rhythm.YEARLY
        return f"{said} {self._months_in_words()}" if later else said

    def _months_in_words(self) -> str:
        if self.months_after == 1:
            return _("tháng sau")
        return counted("sau {count} tháng", self.months_after).format(count=self.months_after)

    def _hour_in_words(self) -> str:
        return _("trước {hour}").format(hour=self.hour.strftime("%H:%M")) if self.hour else ""

    def due_in(self, period: ReportingPeriod) -> date:
        """Return the day the report of `period` falls due; the day is never moved for a day off."""
        last = period.last_day
        months = last.month - 1 + self.months_after
        year, month = last.year + months // 12, months % 12 + 1
        return date(year, month, min(self.day, monthrange(year, month)[1]))

    def periods_due(self, first: date, last: date) -> Iterator[tuple[date, ReportingPeriod]]:
        """Yield the days from `first` to `last` on which a period's report falls due, in order."""
        if self.rhythm not in PERIODS_OF_YEAR:
            return
        kind, indexes = PERIODS_OF_YEAR[self.rhythm]
        for year in range(first.year - 1, last.year + 2):
            for index in indexes:
                period = ReportingPeriod(kind, year, index)
                if first <= (due := self.due_in(period)) <= last:
                    yield due, period


def _rule(found: re.Match[str]) -> DutyRule:
    rhythm = Rhythm(found["rhythm"])
    hour = time.fromisoformat(f"{found['hour']:0>5}") if found["hour"] else None
    exclusive = found["how"] == "before"
    if rhythm is Rhythm.DAILY:
        return DutyRule(rhythm, hour=hour)
    if rhythm is Rhythm.WEEKLY:
        return DutyRule(rhythm, weekday=_WEEKDAY_KEYS[found["weekday"] or ""], hour=hour)
    if rhythm is Rhythm.AD_HOC:
        return DutyRule(rhythm, on=_one_day(found), hour=hour, exclusive=exclusive)
    day, after = int(found["day"] or found["d"] or 0), int(found["after"] or 0)
    if rhythm is Rhythm.YEARLY:
        day, after = _day_of_year(found)
    if not 1 <= day <= 31:
        raise ValueError(day)
    return DutyRule(rhythm, day=day, months_after=after, hour=hour, exclusive=exclusive)


def _one_day(found: re.Match[str]) -> date:
    if found["iso"]:
        year, month, day = map(int, found["iso"].split("-"))
    else:
        day, month, year = (int(found[part] or 0) for part in "dmy")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(year)
    return date(year, month, day)


def _day_of_year(found: re.Match[str]) -> tuple[int, int]:
    """Return the day, and the months from December: a report due by June tells of the year gone."""
    day, month = int(found["d"] or 0), int(found["m"] or 0)
    date(2024, month, day)  # raises for a day no year has
    return day, month if month <= 6 else month - 12


def _says_just(rule: DutyRule, found: re.Match[str]) -> bool:
    """Say whether the text held nothing beside what its rhythm takes."""
    said = {name for name, text in found.groupdict().items() if text}
    takes = {
        Rhythm.DAILY: set[str](),
        Rhythm.WEEKLY: {"weekday"},
        Rhythm.YEARLY: {"how", "d", "m"},
        Rhythm.AD_HOC: {"how", "iso", "d", "m", "y"},
    }.get(rule.rhythm, {"how", "day", "after"})
    return said <= {"rhythm", "hour", *takes}
