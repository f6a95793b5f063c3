"""The shelf that periods and answers ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach_desktop.domain.journal import OpenPeriod
    from kehoach_desktop.domain.plan import TaskId
    from kehoach_desktop.domain.progress import ProgressEntry, State


class ProgressShelf(Protocol):
    """Keeps periods and the entries in them."""

    def periods(self) -> Sequence[OpenPeriod]:
        """Return the opened periods, the earliest first."""
        ...

    def open(self, period: str, at: str) -> None:
        """Keep that the period is open since the moment `at`; an open one stays as it is."""
        ...

    def close(self, period: str) -> None:
        """Forget that the period was opened; its entries stay."""
        ...

    def period(self, key: str) -> OpenPeriod | None:
        """Return the opened period of that key, or None."""
        ...

    def seal(self, period: str, reason: str, at: str) -> None:
        """Keep that an opened period is closed since the moment `at` (ISO), and why."""
        ...

    def unseal(self, period: str, reason: str) -> None:
        """Keep that a closed period takes answers again."""
        ...

    def put(self, entry: ProgressEntry) -> None:
        """Keep `entry`, replacing what its task had for that period; an empty one is removed."""
        ...

    def get(self, task: TaskId, period: str) -> ProgressEntry | None:
        """Return the entry of a task in a period, or None."""
        ...

    def of_task(self, task: TaskId) -> Sequence[ProgressEntry]:
        """Return every entry of a task."""
        ...

    def all(self) -> Sequence[ProgressEntry]:
        """Return every entry of every period."""
        ...

    def periods_answered(self) -> Sequence[str]:
        """Return the keys of the periods that hold an entry."""
        ...

    def of_period(self, period: str) -> Sequence[ProgressEntry]:
        """Return the entries of one period."""
        ...

    def within(self, periods: Sequence[str]) -> Sequence[ProgressEntry]:
        """Return the answers given in `periods`, a task's in the order of their keys."""
        ...

    def states_within(self, periods: Sequence[str]) -> Sequence[State]:
        """Return the states given in `periods`, a task's in the order of their keys."""
        ...

    def latest(self, periods: Sequence[str]) -> Sequence[ProgressEntry]:
        """Return each task's entry in the last of `periods` (in their order) that holds one."""
        ...

    def latest_closing(self, periods: Sequence[str]) -> Sequence[ProgressEntry]:
        """Return each task's last answer in `periods`, where it is done or suspended."""
        ...
