"""The shapes the verbs ask for: what keeps, what tells the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from datetime import date
    from pathlib import Path

    from kehoach_desktop.domain.draft import Finding
    from kehoach_desktop.domain.journal import JournalRow
    from kehoach_desktop.domain.office import Office
    from kehoach_desktop.domain.plan import Plan, PlanDocument, PlanId, Task, TaskId
    from kehoach_desktop.domain.report import Block
    from kehoach_desktop.domain.unit import Unit, UnitId
    from kehoach_desktop.services.activity_ports import ActivityShelf
    from kehoach_desktop.services.draft_ports import DraftShelf
    from kehoach_desktop.services.duty_ports import DutyShelf
    from kehoach_desktop.services.evidence_ports import AttachmentShelf, EvidenceFiles
    from kehoach_desktop.services.form_ports import FormShelf
    from kehoach_desktop.services.issuing_ports import IssuedShelf
    from kehoach_desktop.services.mapping_ports import MappingShelf
    from kehoach_desktop.services.progress_ports import ProgressShelf
    from kehoach_desktop.services.review_ports import ReviewShelf
    from kehoach_desktop.services.signing_ports import SigningShelf
    from kehoach_desktop.services.team_ports import TeamShelf
    from kehoach_desktop.services.village_ports import VillageShelf


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

    def put_tasks(self, tasks: Sequence[Task]) -> None:
        """Keep changed tasks, each in the place of the one with its id."""
        ...

    def put_document(self, plan: PlanId, document: PlanDocument) -> None:
        """Keep what is said of the paper that carries a plan in the place of what stood."""
        ...

    def remove(self, plan: PlanId) -> None:
        """Remove the plan with its tasks, findings and entries."""
        ...

    def findings(self, plan: PlanId) -> Sequence[Finding]:
        """Return the findings kept with the plan."""
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
    def villages(self) -> VillageShelf:
        """The shelf of what became of villages."""
        ...

    @property
    def forms(self) -> FormShelf:
        """The shelf of return forms."""
        ...

    @property
    def attachments(self) -> AttachmentShelf:
        """The shelf of files kept as evidence."""
        ...

    @property
    def teams(self) -> TeamShelf:
        """The shelf of teams and their people."""
        ...

    @property
    def activities(self) -> ActivityShelf:
        """The shelf of what teams did and what was counted."""
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
    def paper_drafts(self) -> DraftShelf:
        """The shelf of papers that are still being written."""
        ...

    @property
    def issued(self) -> IssuedShelf:
        """The shelf of issued papers."""
        ...

    @property
    def signing(self) -> SigningShelf:
        """The shelf of signers and recipient lists."""
        ...

    def history(self, subject: str) -> Sequence[JournalRow]:
        """Return what was done to a subject (a task's id), the latest first."""
        ...


class Store(Protocol):
    """Keeps everything; one command is one transaction with its journal rows."""

    @property
    def evidence(self) -> EvidenceFiles:
        """The files kept as evidence, beside the store."""
        ...

    def reading(self) -> AbstractContextManager[Shelves]:
        """Open the shelves to look."""
        ...

    def command(self, name: str) -> AbstractContextManager[Shelves]:
        """Open the shelves to change: all of it is kept with its journal, or none."""
        ...

    def back_up(self, reason: str) -> Path:
        """Write a backup, check the copy, and return where it lies."""
        ...
