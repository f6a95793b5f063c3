"""Days as an officer types them: `8/10`, `08.10.2025`, `8-10-25`."""

from __future__ import annotations

import re
from datetime import date

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.i18n import _

_SHAPE = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})(?:\s*[/.\- ]\s*(\d{4}|\d{2}))?")
_RUN = re.compile(r"(\d{2})(\d{2})(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?")


class NotADay(KehoachError):
    """The text names no day of the calendar."""

    def __init__(self, text: str) -> None:
        super().__init__(
            _("“{text}” không phải là một ngày; ô giữ như cũ.").format(text=text),
            hint=_("Ghi ngày/tháng/năm, chẳng hạn 08/10/2025."),
        )


def read_day(text: str, period: ReportingPeriod) -> date:
    """Return the day `text` names; without a year, the latest such day up to the period's end.

    Raises NotADay for anything else, impossible days too.
    """
    plain = text.strip()
    try:
        if found := _ISO.fullmatch(plain):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _SHAPE.fullmatch(plain) or _RUN.fullmatch(plain):
            return _day(int(found[1]), int(found[2]), found[3], period.last_day)
    except ValueError as refusal:
        raise NotADay(plain) from refusal
    raise NotADay(plain)


def _day(day: int, month: int, year: str | None, end: date) -> date:
    if year is not None:
        return date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    here = date(end.year, month, day)
    return here if here <= end else date(end.year - 1, month, day)
