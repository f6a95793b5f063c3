"""The shapes the verbs ask for: what keeps, what tells the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import date, datetime
    from pathlib import Path

    from kehoach_desktop.domain.draft import Finding
    from kehoach_desktop.domain.duty import DutyId, ReportingDuty
    from kehoach_desktop.domain.journal import JournalRow, OpenPeriod
    from kehoach_desktop.domain.office import Office
    from kehoach_desktop.domain.plan import Plan, PlanId, Task, TaskId
    from kehoach_desktop.domain.progress import ProgressEntry
    from kehoach_desktop.domain.report import Block
    from kehoach_desktop.domain.unit import Unit, UnitId
    from kehoach_desktop.domain.working_days import DayOff
    from kehoach_desktop.services.form_ports import FormShelf
    from kehoach_desktop.services.issuing_ports import IssuedShelf
    from kehoach_desktop.services.mapping_ports import MappingShelf
    from kehoach_desktop.services.review_ports import ReviewShelf
    from kehoach_desktop.services.team_ports import TeamShelf


class Clock(Protocol):
    """Tells the day."""

    def today(self) -> date:
        """Return the day it is."""
        ...


class PlanShelf(Protocol):
    """Keeps plans with their tasks and findings."""

    def all(self) -> Sequence[Plan]:
        """Return every plan, in the order of import."""
        ...

    def get(self, plan: PlanId) -> Plan | None:
        """Return the plan of that id, or None."""
        ...

    def task(self, task: TaskId) -> Task | None:
        """Return the task of that id, or None."""
        ...

    def with_source(self, sha256: str) -> Plan | None:
        """Return the plan that was read from that very file, or None."""
        ...

    def put(self, plan: Plan, findings: Sequence[Finding]) -> None:
        """Keep a plan that is not kept yet."""
        ...

    def put_task(self, task: Task) -> None:
        """Keep a changed task in the place of the one with its id."""
        ...

    def remove(self, plan: PlanId) -> None:
        """Remove the plan with its tasks, findings and entries."""
        ...

    def findings(self, plan: PlanId) -> Sequence[Finding]:
        """Return the findings kept with the plan."""
        ...


class ProgressShelf(Protocol):
    """Keeps periods and the entries in them."""

    def periods(self) -> Sequence[OpenPeriod]:
        """Return the opened periods, the earliest first."""
        ...

    def open(self, period: str) -> None:
        """Keep that the period is open; an open one stays as it is."""
        ...

    def close(self, period: str) -> None:
        """Forget that the period was opened; its entries stay."""
        ...

    def period(self, key: str) -> OpenPeriod | None:
        """Return the opened period of that key, or None."""
        ...

    def seal(self, period: str, reason: str) -> None:
        """Keep that an opened period is closed, and why."""
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

    def latest(self, periods: Sequence[str]) -> Sequence[ProgressEntry]:
        """Return each task's entry in the last of `periods` (in their order) that holds one."""
        ...

    def latest_closing(self, periods: Sequence[str]) -> Sequence[ProgressEntry]:
        """Return each task's last answer in `periods`, where it is done or suspended."""
        ...


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


class UnitShelf(Protocol):
    """Keeps the commune's own units."""

    def all(self) -> Sequence[Unit]:
        """Return every unit, departments first, in the order of adding."""
        ...

    def put(self, unit: Unit) -> None:
        """Keep `unit`, in the place of the one with its id if there is one."""
        ...

    def remove(self, unit: UnitId) -> None:
        """Remove a unit."""
        ...


class OfficeShelf(Protocol):
    """Keeps the office's particulars."""

    def get(self) -> Office | None:
        """Return the office, or None before the first run is over."""
        ...

    def put(self, office: Office) -> None:
        """Keep the office."""
        ...

    def remove(self) -> None:
        """Go back to before the first run."""
        ...


class ReportShelf(Protocol):
    """Keeps the text an officer wrote over the proposed one."""

    def text(self, period: str) -> tuple[Block, ...] | None:
        """Return the edited text of the period's report, or None."""
        ...

    def put_text(self, period: str, blocks: Sequence[Block] | None) -> None:
        """Keep the edited text; None goes back to the proposed one."""
        ...


class Shelves(Protocol):
    """All shelves, inside one transaction."""

    @property
    def plans(self) -> PlanShelf:
        """The shelf of plans."""
        ...

    @property
    def progress(self) -> ProgressShelf:
        """The shelf of periods and entries."""
        ...

    @property
    def duties(self) -> DutyShelf:
        """The shelf of duties and days off."""
        ...

    @property
    def units(self) -> UnitShelf:
        """The shelf of units."""
        ...

    @property
    def forms(self) -> FormShelf:
        """The shelf of return forms."""
        ...

    @property
    def teams(self) -> TeamShelf:
        """The shelf of teams and their people."""
        ...

    @property
    def reviews(self) -> ReviewShelf:
        """The shelf of what was let stand in a review."""
        ...

    @property
    def mappings(self) -> MappingShelf:
        """The shelf of learnt readings."""
        ...

    @property
    def office(self) -> OfficeShelf:
        """The shelf of the office."""
        ...

    @property
    def reports(self) -> ReportShelf:
        """The shelf of edited report texts."""
        ...

    @property
    def issued(self) -> IssuedShelf:
        """The shelf of issued papers."""
        ...

    def history(self, subject: str) -> Sequence[JournalRow]:
        """Return what was done to a subject (a task's id), the latest first."""
        ...


class Store(Protocol):
    """Keeps everything; one command is one transaction with its journal rows."""

    def reading(self) -> AbstractContextManager[Shelves]:
        """Open the shelves to look."""
        ...

    def command(self, name: str) -> AbstractContextManager[Shelves]:
        """Open the shelves to change: all of it is kept with its journal, or none."""
        ...

    def back_up(self, reason: str) -> Path:
        """Write a backup, check the copy, and return where it lies."""
        ...

    def last_backup(self) -> datetime | None:
        """Return when the last good backup was made, or None."""
        ...
