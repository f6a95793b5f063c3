"""The verbs around plans: take one in, take it back, correct a task."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from kehoach_desktop.domain.draft import Finding
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.journal import JournalRow
from kehoach_desktop.domain.plan import ImportDraft, Plan, PlanDocument, PlanId, Task, TaskId
from kehoach_desktop.domain.text import clean, squeeze
from kehoach_desktop.i18n import _
from kehoach_desktop.services.plan_refusals import UnknownPlan
from kehoach_desktop.services.plan_snapshot import (
    DutySnapshot,
    PlanSnapshot,
    count,
    put_back,
    refuse_held,
    taken_out,
)
from kehoach_desktop.services.ports import Clock, Shelves, Store

if TYPE_CHECKING:
    from kehoach_desktop.domain.duty import ReportingDuty
    from kehoach_desktop.domain.duty_proposal import ProposedDuty
    from kehoach_desktop.domain.indicator import Indicator
    from kehoach_desktop.domain.work_step import WorkStep


class NothingToImport(KehoachError):
    """The draft holds no task."""

    def __init__(self) -> None:
        super().__init__(
            _("Không đọc được nhiệm vụ nào trong tệp này; sổ không thay đổi."),
            hint=_("Xem lại các cột đã hiểu, hoặc chọn tệp có bảng phụ lục nhiệm vụ."),
        )


class GarbledText(KehoachError):
    """The text of the file has lost its diacritics: a poor reading of a scan."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("Chữ trong tệp “{name}” mất dấu tiếng Việt; sổ không thay đổi.").format(name=name),
            hint=_(
                "Hãy xin bản Word, Excel gốc; nếu vẫn dùng tệp này, xem lại từng dòng trong cửa sổ."
            ),
        )


class UnknownTask(KehoachError):
    """No task has that id."""

    def __init__(self, task: str) -> None:
        super().__init__(
            _("Không có nhiệm vụ mang mã “{task}” trong sổ.").format(task=task),
            hint=_("Xem mã nhiệm vụ bằng lệnh: kehoach tasks --json."),
        )


class Planning:
    """The plans of the office."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def plans(self) -> tuple[Plan, ...]:
        """Return every plan, in the order of import."""
        with self._store.reading() as shelves:
            return tuple(shelves.plans.all())

    def findings(self, plan: PlanId) -> tuple[Finding, ...]:
        """Return the doubts kept with a plan."""
        with self._store.reading() as shelves:
            return tuple(shelves.plans.findings(plan))

    def history(self, task: TaskId) -> tuple[JournalRow, ...]:
        """Return what was done to a task and its entries, the latest first."""
        with self._store.reading() as shelves:
            return tuple(shelves.history(task))

    def accept(self, draft: ImportDraft, *, seen: bool = False) -> Plan:
        """Keep the plan of `draft` with its findings, after a backup. Raises as `check` does."""
        self.check(draft, seen=seen)
        self.back_up()
        return self.keep(draft).plan

    def check(self, draft: ImportDraft, *, seen: bool = False) -> None:
        """Raise where the plan of `draft` is not to be kept.

        NothingToImport for a draft without tasks, PlanAlreadyHeld for a file held already,
        GarbledText for one without diacritics, unless a person has `seen` what it says.
        """
        if not any(True for _task in draft.plan.tasks()):
            raise NothingToImport
        if draft.garbled and not seen:
            raise GarbledText(draft.plan.source_name)
        with self._store.reading() as shelves:
            refuse_held(shelves, draft.plan)

    def back_up(self) -> None:
        """Write the backup that comes before an import; any thread may ask for it."""
        self._store.back_up("truoc-nhap")

    def keep(
        self,
        draft: ImportDraft,
        duties: Sequence[ProposedDuty] = (),
        indicators: Sequence[Indicator] = (),
    ) -> PlanSnapshot:
        """Keep a checked plan, of its `duties` and `indicators` those not held yet.

        Returns what was kept.
        """
        with self._store.command("import_plan") as shelves:
            put_back(shelves, PlanSnapshot(draft.plan, draft.findings))
            kept = tuple(_with_duties(shelves, duties, draft.plan.id, self._clock.today()))
            counted = _with_indicators(shelves, indicators, draft.plan)
        return PlanSnapshot(draft.plan, draft.findings, duties=kept, counted=counted)

    def restore(self, snapshot: PlanSnapshot) -> None:
        """Keep a plan with its findings, entries and duties as they were."""
        with self._store.command("import_plan") as shelves:
            put_back(shelves, snapshot)
            count(shelves, snapshot.counted)

    def withdraw(self, plan: PlanId, counted: WorkStep | None = None) -> PlanSnapshot:
        """Remove a plan with all that hangs on it; return what restores it. Raises UnknownPlan.

        `counted` is what it did to the indicators, to be taken back with it.
        """
        with self._store.command("withdraw_plan") as shelves:
            count(shelves, counted.reversed() if counted else None)
            return replace(taken_out(shelves, plan), counted=counted)

    def replace(
        self,
        draft: ImportDraft,
        plan: PlanId,
        duties: Sequence[ProposedDuty] = (),
        indicators: Sequence[Indicator] = (),
    ) -> PlanSnapshot:
        """Put a checked draft in the place of another version of it; return what stood there.

        Tasks of both keep their id with all that hangs on them, as `domain.plan_version.merged`
        says; of `duties` and `indicators` those not held yet are kept.
        """
        from kehoach_desktop.domain.plan_version import compare, merged

        with self._store.command("replace_plan") as shelves:
            before = taken_out(shelves, plan)
            new = merged(draft, compare(before.plan, draft.plan))
            put_back(shelves, replace(before, plan=new.plan, findings=new.findings))
            held = {_asks(hanging.duty) for hanging in before.duties}
            fresh = [asked for asked in duties if _asks(asked) not in held]
            tuple(_with_duties(shelves, fresh, plan, self._clock.today()))
            counted = _with_indicators(shelves, indicators, draft.plan)
        return replace(before, counted=counted.reversed() if counted else None)

    def exchange(self, snapshot: PlanSnapshot) -> PlanSnapshot:
        """Put another state of a plan in place of the one that stands; return that one.

        Raises UnknownPlan.
        """
        with self._store.command("replace_plan") as shelves:
            before = taken_out(shelves, snapshot.plan.id)
            put_back(shelves, snapshot)
            count(shelves, snapshot.counted)
        counted = snapshot.counted
        return replace(before, counted=counted.reversed() if counted else None)

    def amend(self, task: Task) -> Task:
        """Keep a corrected task; return it as it was before. Raises UnknownTask."""
        return self.amend_all((task,))[0]

    def amend_all(self, tasks: Sequence[Task]) -> tuple[Task, ...]:
        """Keep corrected tasks, all or none; return them as they were. Raises UnknownTask."""
        stood = []
        with self._store.command("amend_task") as shelves:
            for task in tasks:
                before = shelves.plans.task(task.id)
                if before is None:
                    raise UnknownTask(task.id)
                stood.append(before)
            shelves.plans.put_tasks(tasks)
        return tuple(stood)

    def name(self, plan: PlanId, document: PlanDocument) -> PlanDocument:
        """Keep number, day, subject and issuer of a plan's paper; return what stood before.

        Deadlines stay as they were read. Raises UnknownPlan.
        """
        named = _trimmed(document)
        with self._store.command("name_plan") as shelves:
            held = shelves.plans.get(plan)
            if held is None:
                raise UnknownPlan(plan)
            if named != held.document:
                shelves.plans.put_document(plan, named)
        return held.document


def _trimmed(document: PlanDocument) -> PlanDocument:
    return replace(
        document,
        number=squeeze(clean(document.number or "")) or None,
        title=squeeze(clean(document.title)),
        issuer=squeeze(clean(document.issuer)),
    )


def _with_duties(
    shelves: Shelves, proposed: Sequence[ProposedDuty], plan: PlanId, today: date
) -> Iterator[DutySnapshot]:
    """Keep what `proposed` asks to be reported, but what is held already; yield what is new."""
    if not proposed:
        return
    from kehoach_desktop.services.duties import DutyAlreadyHeld, added

    for duty in (asked.as_duty(plan) for asked in proposed):
        if duty is not None:
            with suppress(DutyAlreadyHeld):
                yield DutySnapshot(added(shelves, duty, today))


def _with_indicators(
    shelves: Shelves, indicators: Sequence[Indicator], plan: Plan
) -> WorkStep | None:
    if not indicators:
        return None
    from kehoach_desktop.services.plan_indicators import taken_up

    return taken_up(shelves, indicators, plan.document.year)


def _asks(duty: ReportingDuty | ProposedDuty) -> tuple[object, ...]:
    return duty.rule, duty.sender, duty.recipient
