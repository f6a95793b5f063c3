"""The lunar calendar of Vietnam, computed from the sun and the moon, for checking a table.

New moons by the series of J. Meeus (Astronomical Algorithms, ch. 49), to some minutes; days are
those of Hà Nội (UTC+7). The month that holds the winter solstice is the eleventh.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import floor, radians, sin

EPOCH = date(2000, 1, 1)
J2000 = 2451544.5  # the Julian day on which EPOCH begins
HANOI = 7 / 24


def new_moon(k: int) -> date:
    """The day in Hà Nội of the new moon number `k` since January 2000."""
    t = k / 1236.85
    moment = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t
    sun = radians(2.5534 + 29.10535670 * k)
    moon = radians(201.5643 + 385.81693528 * k + 0.0107582 * t * t)
    node = radians(160.7108 + 390.67050284 * k - 0.0016118 * t * t)
    moment += -0.40720 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon)
    moment += 0.01039 * sin(2 * node) + 0.00739 * sin(moon - sun) - 0.00514 * sin(moon + sun)
    moment += 0.00208 * sin(2 * sun) - 0.00111 * sin(moon - 2 * node)
    moment -= 69 / 86400  # from dynamical time to that of clocks
    return EPOCH + timedelta(days=floor(moment + HANOI - J2000))


def solar_term(day: date) -> int:
    """Which twelfth of its circle the sun is in as `day` begins in Hà Nội; 9 from the solstice."""
    t = ((day - EPOCH).days - HANOI - 0.5) / 36525
    mean, anomaly = 280.46646 + 36000.76983 * t, radians(357.52911 + 35999.05029 * t)
    centre = 1.914602 * sin(anomaly) + 0.019993 * sin(2 * anomaly)
    return floor((mean + centre - 0.00569) % 360 / 30)


def lunar_months(year: int) -> list[date]:
    """The first days of the lunar months from the eleventh of `year` - 1 on, a leap one left out.

    A year of thirteen months has its leap month where the sun enters no new twelfth.
    """
    before = floor((year - 2001) * 12.3685)
    moons = [new_moon(k) for k in range(before, before + 30)]
    solstice = [n for n, m in enumerate(moons[:-1]) if _holds_solstice(m, moons[n + 1])]
    first = next(n for n in solstice if moons[n].year == year - 1)
    last = next(n for n in solstice if moons[n].year == year)
    leap = None
    if last - first == 13:
        leap = next(
            n for n in range(first + 1, last) if solar_term(moons[n]) == solar_term(moons[n + 1])
        )
    return [moons[n] for n in range(first, last) if n != leap]


def _holds_solstice(begins: date, ends: date) -> bool:
    return solar_term(begins) in (7, 8) and solar_term(ends) in (9, 10)


def tet(year: int) -> date:
    """The first day of the lunar year."""
    return lunar_months(year)[2]


def hung_kings_day(year: int) -> date:
    """The tenth day of the third lunar month."""
    return lunar_months(year)[4] + timedelta(days=9)
