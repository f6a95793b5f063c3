"""From which day to which something holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `first` to `last`, both among them; None: since ever, until further notice."""

    first: date | None = None
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        return (self.first or day) <= day <= (self.last or day)

    @property
    def is_empty(self) -> bool:
        """Whether it ends before it begins."""
        return (self.last or date.max) < (self.first or date.min)

    def meets(self, other: Span) -> bool:
        """Say whether there is a day in both."""
        begins = max(self.first or date.min, other.first or date.min)
        return begins <= min(self.last or date.max, other.last or date.max)
