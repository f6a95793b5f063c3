"""The public holidays of Vietnam as a kept library knows them: Tết by the moon, days in lieu."""

from __future__ import annotations

from functools import lru_cache

from kehoach_desktop.domain.duty_rule import FIRST_YEAR, LAST_YEAR
from kehoach_desktop.domain.working_days import DayOff
from kehoach_desktop.i18n import mark

HOLIDAYS = (
    mark("Tết Dương lịch"),
    mark("29 Tết"),
    mark("Giao thừa Tết Nguyên Đán"),
    mark("Tết Nguyên Đán"),
    mark("Mùng hai Tết Nguyên Đán"),
    mark("Mùng ba Tết Nguyên Đán"),
    mark("Mùng bốn Tết Nguyên Đán"),
    mark("Mùng năm Tết Nguyên Đán"),
    mark("Ngày Giỗ Tổ Hùng Vương"),
    mark("Ngày Chiến thắng"),
    mark("Ngày Quốc tế Lao động"),
    mark("Quốc khánh"),
    mark("Ngày Văn hóa Việt Nam"),
    mark("{name} (nghỉ bù)"),
    mark("Ngày nghỉ (thay cho ngày {day})"),
)
"""What the library calls the days, so that the screens can tell them in another language."""


@lru_cache(maxsize=1)
def public_days_off() -> tuple[DayOff, ...]:
    """Return the public days off and the weekend days worked for them, the earliest first.

    They are those of Bộ luật Lao động 2019, Điều 112 with the days in lieu of Điều 111, and the
    swaps announced when the library was made; later ones are set by hand. All years that a period
    may have are covered, with a year on each side.
    """
    from holidays.countries.vietnam import Vietnam

    years = range(FIRST_YEAR - 1, LAST_YEAR + 2)
    calendar = Vietnam(years=years, language="vi")  # type: ignore[no-untyped-call]  # untyped
    off = (DayOff(day, reason=name) for day, name in calendar.items())
    worked = (
        DayOff(day, off=False, reason=mark("Làm bù cho ngày nghỉ hoán đổi"))
        for day in calendar.weekend_workdays
    )
    return tuple(sorted((*off, *worked), key=lambda special: special.day))
