"""One step of the office on activities and figures: each record before and after it."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach_desktop.domain.activity import Activity, ActivityFile
from kehoach_desktop.domain.indicator_book import Figure, Indicator, Target

WorkRecord = Activity | ActivityFile | Indicator | Figure | Target


@dataclass(frozen=True, slots=True)
class WorkStep:
    """Each record a step touched; None stands where the record was not there."""

    changes: tuple[tuple[WorkRecord | None, WorkRecord | None], ...] = ()

    def reversed(self) -> WorkStep:
        """Return the step that takes this one back."""
        return WorkStep(tuple((after, before) for before, after in reversed(self.changes)))
