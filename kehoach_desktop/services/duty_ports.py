"""The shelf that duties ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from kehoach_desktop.domain.duty import DutyId, ReportingDuty
    from kehoach_desktop.domain.working_days import DayOff


class DutyShelf(Protocol):
    """Keeps reporting duties, what was reported, and the days off set by hand."""

    def all(self) -> Sequence[ReportingDuty]:
        """Return every duty, in the order of adding."""
        ...

    def put(self, duty: ReportingDuty) -> None:
        """Keep `duty`, in the place of the one with its id if there is one."""
        ...

    def remove(self, duty: DutyId) -> None:
        """Remove the duty with what was marked done of it."""
        ...

    def done(self) -> Mapping[tuple[DutyId, str], date]:
        """Return which times of which duties were reported, and when."""
        ...

    def mark(self, duty: DutyId, key: str, done_on: date | None) -> None:
        """Keep when one time of a duty was reported; None: it was not."""
        ...

    def days_off(self) -> Sequence[DayOff]:
        """Return the days set by hand, the earliest first."""
        ...

    def put_day_off(self, special: DayOff) -> None:
        """Keep a day set by hand, in the place of what was set for it before."""
        ...

    def remove_day_off(self, day: date) -> None:
        """Forget what was set by hand for a day."""
        ...
