"""What stands in the store, as far as a returned file is set beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import Task, TaskId
from kehoach_desktop.domain.progress import ProgressEntry
from kehoach_desktop.domain.return_form import Receipt, SentForm
from kehoach_desktop.domain.return_form_outcome import Comparison


@dataclass(frozen=True, slots=True)
class HeldTask:
    """A task with the labels it bears, and the answer that closed it earlier if one did."""

    task: Task
    labels: tuple[str, ...]
    closing: ProgressEntry | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """What stands in the store, as far as a returned file is set beside it.

    `period` is the one the files are about; `into` is where the answers land if that is another:
    `entries`, and what closed the tasks, are those of that period.
    """

    period: ReportingPeriod
    today: date
    store: str
    tasks: Mapping[TaskId, HeldTask]
    entries: Mapping[TaskId, ProgressEntry]
    units: tuple[str, ...] = ()
    sent: tuple[SentForm, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    into: ReportingPeriod | None = None

    @property
    def target(self) -> ReportingPeriod:
        """The period the answers land in."""
        return self.into or self.period

    def with_taken(self, taken: Comparison, at: str) -> Held:
        """Return what stands once `taken` is kept."""
        if not taken.accepted:
            return self
        entries = {row.entry.task: row.entry for row in taken.rows if row.entry is not None}
        return replace(
            self,
            entries={**self.entries, **entries},
            receipts=(*self.receipts, receipt_of(taken, at)),
        )

    def entry(self, task: TaskId) -> ProgressEntry:
        """Return what stands for a task, an empty entry where nothing does."""
        return self.entries.get(task) or ProgressEntry(task, self.target.key)


def receipt_of(taken: Comparison, at: str) -> Receipt:
    """Return the receipt of a file taken in at that moment (ISO, UTC)."""
    return Receipt(taken.period, taken.unit, taken.form, taken.file, taken.digest, at, taken.tasks)
