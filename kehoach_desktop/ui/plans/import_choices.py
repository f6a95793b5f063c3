"""What the officer decided about a proposal, kept apart so that it outlives a new reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from kehoach_desktop.domain.deadline import Deadline
from kehoach_desktop.domain.draft import ColumnRole, Finding, RowMark, Severity
from kehoach_desktop.domain.plan import Appendix, ImportDraft, Ours, Plan, PlanDocument, Task
from kehoach_desktop.i18n import mark
from kehoach_desktop.ui.plans.import_duties import Key, ReviewedDuty, reviewed_duties
from kehoach_desktop.ui.plans.import_indicators import ReviewedIndicator, reviewed_indicators

SINGLE = frozenset(ColumnRole) - {ColumnRole.EXTRA, ColumnRole.IGNORED}


@dataclass(frozen=True, slots=True)
class Correction:
    """What was corrected of one task; None and () leave what was read."""

    ours: bool | None = None
    deadline: Deadline | None = None
    texts: tuple[tuple[str, str], ...] = ()
    left_out: bool = False


NO_CORRECTION = Correction()


@dataclass(frozen=True, slots=True)
class Choices:
    """Every decision: columns, rows, tasks by place, findings seen, paper, year, reports."""

    roles: Mapping[tuple[int, int], ColumnRole] = field(
        default_factory=lambda: MappingProxyType({})
    )
    marks: Mapping[tuple[int, int], RowMark] = field(default_factory=lambda: MappingProxyType({}))
    corrections: Mapping[str, Correction] = field(default_factory=lambda: MappingProxyType({}))
    seen: frozenset[tuple[str, str]] = frozenset()
    document: PlanDocument | None = None
    year: int | None = None
    ticks: Mapping[Key, bool] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, task: Task) -> Correction:
        """Return what was corrected of a task."""
        return self.corrections.get(task.place, NO_CORRECTION)

    def with_correction(self, task: Task, correction: Correction) -> Choices:
        """Return the choices with the correction of one task replaced."""
        return replace(self, corrections={**self.corrections, task.place: correction})

    def with_role(
        self, table: int, column: int, role: ColumnRole, read: Mapping[tuple[int, int], ColumnRole]
    ) -> Choices:
        """Return the choices with a column given `role`; the column that had it becomes extra."""
        roles = dict(self.roles)
        for (other_table, other), held in read.items():
            if other_table == table and held is role and role in SINGLE and other != column:
                roles[other_table, other] = ColumnRole.EXTRA
        roles[table, column] = role
        return replace(self, roles=roles)

    def with_mark(self, table: int, row: int, mark: RowMark | None) -> Choices:
        """Return the choices with a row said to be `mark`; None leaves it to the reader."""
        marks = {place: held for place, held in self.marks.items() if place != (table, row)}
        return replace(self, marks={**marks, (table, row): mark} if mark else marks)

    def with_tick(self, row: ReviewedDuty | ReviewedIndicator) -> Choices:
        """Return the choices with a report or indicator kept that was not, or not any more."""
        return replace(self, ticks={**self.ticks, row.key: not row.kept})

    def with_seen(self, findings: tuple[Finding, ...]) -> Choices:
        """Return the choices with `findings` looked at."""
        return replace(self, seen=self.seen | {key_of(finding) for finding in findings})


def key_of(finding: Finding) -> tuple[str, str]:
    """Return what tells a finding from another over several readings."""
    return finding.place, finding.message


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A task under review: as it would be kept, whether it is left out, what is doubted of it."""

    appendix: Appendix
    task: Task
    left_out: bool
    findings: tuple[Finding, ...]

    @property
    def key(self) -> str:
        """The short label of the task."""
        return self.appendix.key_of(self.task)


def reviewed(draft: ImportDraft, choices: Choices) -> tuple[Reviewed, ...]:
    """Return every task of the proposal with the decisions applied."""
    doubts: dict[str, list[Finding]] = {}
    for finding in draft.findings:
        doubts.setdefault(finding.task, []).append(finding)
    return tuple(
        Reviewed(
            appendix,
            corrected(task, choices.of(task)),
            choices.of(task).left_out,
            tuple(doubts.get(task.id, ())),
        )
        for appendix, task in draft.plan.tasks()
    )


def corrected(task: Task, correction: Correction) -> Task:
    """Return `task` as the officer wants it."""
    if correction.ours is not None and correction.ours != task.ours.yes:
        reason = mark("Chọn khi xem lại")
        task = replace(task, ours=Ours(correction.ours, reason, by_hand=True))
    if correction.deadline is not None:
        task = replace(task, deadline=correction.deadline)
    return replace(task, **dict(correction.texts))  # type: ignore[arg-type]  # the keys are texts


def open_findings(draft: ImportDraft, choices: Choices) -> tuple[Finding, ...]:
    """Return the findings that still want eyes, errors first; those of tasks left out do not."""
    out = _left_out(draft, choices)
    wanted = (
        finding
        for finding in draft.findings
        if finding.severity is not Severity.INFO
        and key_of(finding) not in choices.seen
        and finding.task not in out
    )
    return tuple(sorted(wanted, key=lambda finding: finding.severity is not Severity.ERROR))


def notes(draft: ImportDraft) -> tuple[Finding, ...]:
    """Return what is only worth knowing."""
    return tuple(finding for finding in draft.findings if finding.severity is Severity.INFO)


def _left_out(draft: ImportDraft, choices: Choices) -> set[str]:
    return {str(task.id) for _a, task in draft.plan.tasks() if choices.of(task).left_out}


def applied(draft: ImportDraft, choices: Choices) -> ImportDraft:
    """Return the proposal as it is to be kept: decisions applied, findings seen dropped."""
    out = _left_out(draft, choices)
    appendices = tuple(_applied(appendix, choices, out) for appendix in draft.plan.appendices)
    plan = replace(draft.plan, appendices=tuple(_filled(appendices)))
    if choices.document is not None:
        plan = replace(plan, document=choices.document)
    kept = (
        finding
        for finding in draft.findings
        if finding.task not in out and key_of(finding) not in choices.seen
    )
    duties = tuple(row.duty for row in reviewed_duties(draft, choices.ticks) if row.kept)
    rows = reviewed_indicators(draft, choices.ticks)
    indicators = tuple(row.indicator for row in rows if row.kept)
    return replace(draft, plan=plan, findings=tuple(kept), duties=duties, indicators=indicators)


def _applied(appendix: Appendix, choices: Choices, out: set[str]) -> Appendix:
    kept = (corrected(task, choices.of(task)) for task in appendix.tasks if task.id not in out)
    tasks = tuple(
        replace(task, parent=None) if task.parent is not None and task.parent in out else task
        for task in kept
    )
    return replace(appendix, tasks=tasks)


def _filled(appendices: tuple[Appendix, ...]) -> Iterator[Appendix]:
    for appendix in appendices:
        if appendix.tasks:
            yield appendix


def about(plan: Plan) -> str:
    """Return the plan in one line: its file, who issued it, what it is called."""
    parts = (plan.source_name, plan.document.issuer, plan.short_name)
    return " · ".join(part for part in parts if part)
