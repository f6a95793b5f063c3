"""The deadline of a task: its printed wording and what we read from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _


class Kind(StrEnum):
    """What sort of deadline the words name."""

    FIXED = "fixed"
    MONTH = "month"
    QUARTER = "quarter"
    RECURRING = "recurring"
    ONGOING = "ongoing"
    FROM = "from"
    CONDITIONAL = "conditional"
    DONE = "done"
    UNKNOWN = "unknown"


class Recurrence(StrEnum):
    """How often recurring work comes back."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A wording, kept as printed, beside its reading.

    `due` is the day the words name. `exclusive` says that the words are "trước ngày …": the work
    should be done the day before, yet it is late only once the named day is over.
    """

    wording: str = ""
    kind: Kind = Kind.UNKNOWN
    due: date | None = None
    start: date | None = None
    recurrence: Recurrence | None = None
    ongoing: bool = False
    exclusive: bool = False
    day_of_month: int | None = None

    @property
    def remind_by(self) -> date | None:
        """The day reminders count to: the named day, or the day before a "trước ngày …"."""
        if self.due is None or not self.exclusive:
            return self.due
        return self.due - timedelta(days=1)

    def in_words(self) -> str:
        """Return the reading as a sentence for the officer, e.g. "hạn 31/12/2025"."""
        parts = [part for part in (self._main_part(), self._start_part(), self._tail()) if part]
        return "; ".join(parts) or _("chưa rõ")

    def _main_part(self) -> str:
        if self.kind is Kind.RECURRING:
            return self._rhythm()
        if self.due is not None:
            return self._until(self.due)
        return {
            Kind.ONGOING: "" if self.start else _("thường xuyên"),
            Kind.CONDITIONAL: _("chờ văn bản của cấp trên"),
            Kind.DONE: _("đã hoàn thành"),
            Kind.UNKNOWN: _("chưa rõ"),
        }.get(self.kind, "")

    def _until(self, due: date) -> str:
        if self.exclusive:
            last = typed_day(due - timedelta(days=1))
            return _("trước ngày {day}, chậm nhất hết ngày {last}").format(
                day=typed_day(due), last=last
            )
        return _("hạn {day}").format(day=typed_day(due))

    def _rhythm(self) -> str:
        rhythm = RECURRENCE_WORDS[self.recurrence]() if self.recurrence else _("định kỳ")
        if self.day_of_month:
            before = _("trước ngày {day}") if self.exclusive else _("ngày {day}")
            rhythm = f"{rhythm}, {before.format(day=self.day_of_month)}"
        if self.due:
            rhythm = _("{rhythm} đến {day}").format(rhythm=rhythm, day=typed_day(self.due))
        return rhythm

    def _start_part(self) -> str:
        if self.start is None:
            return ""
        if self.kind is Kind.ONGOING:
            return _("thường xuyên từ {day}").format(day=typed_day(self.start))
        return _("từ {day}").format(day=typed_day(self.start))

    def _tail(self) -> str:
        return _("sau đó thường xuyên") if self.ongoing and self.kind is not Kind.ONGOING else ""


RECURRENCE_WORDS = {
    Recurrence.DAILY: lambda: _("hằng ngày"),
    Recurrence.WEEKLY: lambda: _("hằng tuần"),
    Recurrence.MONTHLY: lambda: _("hằng tháng"),
    Recurrence.QUARTERLY: lambda: _("hằng quý"),
    Recurrence.HALF_YEARLY: lambda: _("6 tháng một lần"),
    Recurrence.YEARLY: lambda: _("hằng năm"),
}
