"""The commune's own units: departments and villages, each with the days it exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NewType

from kehoach_desktop.domain.span import Span
from kehoach_desktop.domain.text import nfc, squeeze
from kehoach_desktop.i18n import mark

UnitId = NewType("UnitId", str)


class UnitKind(StrEnum):
    """The two sorts of unit that report to the commune."""

    DEPARTMENT = "department"
    VILLAGE = "village"


UNIT_KIND_WORDS = {
    UnitKind.DEPARTMENT: mark("phòng, ban, đơn vị"),
    UnitKind.VILLAGE: mark("thôn, bản, ấp, tổ dân phố"),
}
_VILLAGE = re.compile(
    r"(?:thôn|bản|ấp|buôn|bon|làng|sóc|xóm|khóm|plei|phum|tổ dân phố|tdp|khu phố|khu dân cư|"
    r"(?:tổ|khu) \d+)\b"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the commune; `valid_until` is its last day (a merger), None while it stands.

    `former` are the names it bore, each with its last day, the earliest first.
    """

    id: UnitId
    name: str
    kind: UnitKind = UnitKind.DEPARTMENT
    valid_from: date | None = None
    valid_until: date | None = None
    former: tuple[tuple[str, date], ...] = ()

    @property
    def span(self) -> Span:
        """The days on which the unit exists."""
        return Span(self.valid_from, self.valid_until)

    def name_on(self, day: date) -> str:
        """Return the name the unit bears on `day`."""
        return next((name for name, last in self.former if day <= last), self.name)

    def renamed(self, name: str, on: date) -> Unit:
        """Return the unit with another name from `on` on."""
        before = (*self.former, (self.name, on - timedelta(days=1)))
        return replace(self, name=name, former=before)

    def stands_on(self, day: date) -> bool:
        """Say whether the unit exists on `day`."""
        return day in self.span

    def names(self) -> Iterator[tuple[str, Span]]:
        """Yield each name the unit bore or bears with its days, the earliest first."""
        first = self.valid_from
        for name, last in self.former:
            yield name, Span(first, last)
            first = last + timedelta(days=1)
        yield self.name, Span(first, self.valid_until)


def kind_of_name(name: str) -> UnitKind:
    """Return the kind a unit's name speaks of: "Thôn Đông" is a village, "Phòng Kinh tế" none."""
    village = _VILLAGE.match(squeeze(nfc(name)).casefold())
    return UnitKind.VILLAGE if village else UnitKind.DEPARTMENT
