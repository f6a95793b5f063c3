"""The shape the verbs about activities and figures ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kehoach_desktop.domain.activity import Activity, ActivityFile, ActivityId, Tally
    from kehoach_desktop.domain.indicator_book import Figure, FigureKey, Indicator, Target
    from kehoach_desktop.domain.work_step import WorkStep


class ActivityShelf(Protocol):
    """Keeps activities with their proof, indicators, figures and targets."""

    def between(self, first: date, last: date) -> Sequence[Activity]:
        """Return the activities of those days, both included, the earliest first."""
        ...

    def tallies(self, first: date, last: date) -> Sequence[Tally]:
        """Return what is counted of the activities of those days, the earliest first."""
        ...

    def get(self, activity: ActivityId) -> Activity | None:
        """Return the activity of that id, or None."""
        ...

    def latest(self) -> Activity | None:
        """Return the activity that was entered last, or None."""
        ...

    def kinds(self) -> Sequence[str]:
        """Return the kinds that were ever entered."""
        ...

    def files(self, activity: ActivityId) -> Sequence[ActivityFile]:
        """Return the proof of an activity."""
        ...

    def proven(self) -> frozenset[ActivityId]:
        """Return the activities that have a file."""
        ...

    def indicators(self) -> Sequence[Indicator]:
        """Return the indicators that an office changed or added."""
        ...

    def figures(self, first_year: int, last_year: int) -> Sequence[Figure]:
        """Return the figures that were given for periods of those years."""
        ...

    def figure(self, key: FigureKey) -> Figure | None:
        """Return the figure of that key, or None."""
        ...

    def targets(self) -> Sequence[Target]:
        """Return everything that is to be reached."""
        ...

    def keep(self, step: WorkStep) -> None:
        """Keep what `step` says."""
        ...
