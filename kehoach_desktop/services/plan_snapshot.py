"""A plan with all that hangs on it, taken out of the shelves and put back as it stood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kehoach_desktop.domain.draft import Finding
from kehoach_desktop.domain.plan import Plan, PlanId
from kehoach_desktop.domain.progress import ProgressEntry
from kehoach_desktop.services.plan_refusals import PlanAlreadyHeld, UnknownPlan
from kehoach_desktop.services.ports import Shelves

if TYPE_CHECKING:
    from kehoach_desktop.domain.attachment import Attachment
    from kehoach_desktop.domain.duty import ReportingDuty
    from kehoach_desktop.domain.return_form import LateClaim, OtherWord
    from kehoach_desktop.domain.reviewing import Acceptance
    from kehoach_desktop.domain.work_step import WorkStep


@dataclass(frozen=True, slots=True)
class DutySnapshot:
    """A reporting duty with the times it was marked as reported, and when."""

    duty: ReportingDuty
    done: tuple[tuple[str, date], ...] = ()


@dataclass(frozen=True, slots=True)
class PlanSnapshot:
    """A plan with everything that hangs on it, so that taking it back can itself be undone.

    `counted` is what putting it back does to the office's indicators.
    """

    plan: Plan
    findings: tuple[Finding, ...]
    entries: tuple[ProgressEntry, ...] = ()
    duties: tuple[DutySnapshot, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    claims: tuple[LateClaim, ...] = ()
    others: tuple[OtherWord, ...] = ()
    counted: WorkStep | None = None


def refuse_held(shelves: Shelves, plan: Plan) -> None:
    """Raise PlanAlreadyHeld where the file of the plan was taken in before."""
    held = shelves.plans.with_source(plan.source_sha256) if plan.source_sha256 else None
    if held is not None:
        raise PlanAlreadyHeld(held.source_name)


def taken_out(shelves: Shelves, plan: PlanId) -> PlanSnapshot:
    """Take a plan out with all that hangs on it; return what puts it back. Raises UnknownPlan."""
    held = shelves.plans.get(plan)
    if held is None:
        raise UnknownPlan(plan)
    snapshot = PlanSnapshot(
        held,
        tuple(shelves.plans.findings(plan)),
        _entries_of(shelves, held),
        tuple(_duties_of(shelves, plan)),
        tuple(shelves.attachments.of_plan(plan)),
        tuple(shelves.reviews.of_plan(plan)),
        tuple(shelves.forms.claims_of_plan(plan)),
        tuple(shelves.forms.other_words_of_plan(plan)),
    )
    for hanging in snapshot.duties:
        shelves.duties.remove(hanging.duty.id)
    shelves.plans.remove(plan)
    return snapshot


def put_back(shelves: Shelves, snapshot: PlanSnapshot) -> None:
    """Keep a plan with what hung on it, but for the indicators. Raises PlanAlreadyHeld."""
    refuse_held(shelves, snapshot.plan)
    shelves.plans.put(snapshot.plan, snapshot.findings)
    for entry in snapshot.entries:
        shelves.progress.put(entry)
    for hanging in snapshot.duties:
        shelves.duties.put(hanging.duty)
        for key, done_on in hanging.done:
            shelves.duties.mark(hanging.duty.id, key, done_on)
    for attachment in snapshot.attachments:
        shelves.attachments.put(attachment)
    for acceptance in snapshot.accepted:
        shelves.reviews.put(acceptance)
    for claim in snapshot.claims:
        shelves.forms.put_claim(claim)
    for said in snapshot.others:
        shelves.forms.put_other_word(said)


def count(shelves: Shelves, step: WorkStep | None) -> None:
    """Do to the indicators what a plan asks, where it asks for anything."""
    if step is not None:
        shelves.activities.keep(step)


def _duties_of(shelves: Shelves, plan: PlanId) -> Iterator[DutySnapshot]:
    """Yield the duties that come from a plan, with what was marked of them."""
    done = shelves.duties.done()
    for duty in shelves.duties.all():
        if duty.plan == plan:
            times = ((key, day) for (of, key), day in done.items() if of == duty.id)
            yield DutySnapshot(duty, tuple(times))


def _entries_of(shelves: Shelves, plan: Plan) -> tuple[ProgressEntry, ...]:
    return tuple(
        entry for _appendix, task in plan.tasks() for entry in shelves.progress.of_task(task.id)
    )
