"""The rows of the matrix: tasks in the order of their plans, under the headings they stand in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from kehoach_desktop.domain.draft import Finding, Severity
from kehoach_desktop.domain.plan import Appendix, Plan, TaskId
from kehoach_desktop.domain.progress import Standing, TaskProgress, standing
from kehoach_desktop.domain.report import PeriodView
from kehoach_desktop.domain.text import fold, squeeze


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task where it stands, with its progress in the period that is looked at.

    `label` is the short ordinal (`A3`), `stands` its standing on the day the figures are of. Rows
    are equal when they show the same: comparing whole plans row by row would take minutes in a
    large store.
    """

    plan: Plan = field(compare=False)
    appendix: Appendix = field(compare=False)
    progress: TaskProgress
    label: str
    stands: Standing
    doubts: tuple[Finding, ...] = ()

    @property
    def id(self) -> TaskId:
        """The identity of the task."""
        return self.progress.task.id

    @property
    def search(self) -> str:
        """The folded text that the search box looks in; only a screen that is searched pays."""
        task = self.progress.task
        return _folded(
            task.content,
            task.lead_agencies_text,
            task.coordinating_text,
            task.assigned_to,
            task.deliverable,
        )

    @property
    def owes_answer(self) -> bool:
        """Whether the period still waits for an answer."""
        return self.progress.unanswered


@lru_cache(maxsize=16384)
def _folded(*texts: str) -> str:
    return fold(" ".join(texts))


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A heading over tasks: `depth` counts from the outermost shown, `tasks` those under it."""

    key: str
    depth: int
    title: str
    tasks: int = 0
    owing: int = 0
    overdue: int = 0
    folded: bool = False


Row = TaskRow | SectionRow


class TaskRows:
    """Makes the rows of a screen; what stands as it did is the very same row again."""

    def __init__(self) -> None:
        self._known: dict[TaskId, TaskRow] = {}
        self._day = date.min

    def of(
        self, view: PeriodView, findings: Sequence[Finding] = (), plan_id: str = ""
    ) -> tuple[TaskRow, ...]:
        """Return the tasks of `view`, of one plan where `plan_id` names it."""
        known = self._known if self._day == view.as_of else {}
        doubts = _by_task(findings)
        rows = tuple(
            _again(known.get(progress.task.id), held.plan, progress, doubts)
            or _task_row(held.plan, appendix, progress, view.as_of, doubts)
            for held in view.plans
            if plan_id in ("", held.plan.id)
            for appendix, inside in held.by_appendix()
            for progress in inside
        )
        self._day = view.as_of
        self._known = {row.id: row for row in rows}
        return rows


def _again(
    row: TaskRow | None,
    plan: Plan,
    progress: TaskProgress,
    doubts: dict[str, tuple[Finding, ...]],
) -> TaskRow | None:
    """Return `row` where it still says how the task stands, else None."""
    if row is None or row.plan is not plan or row.progress is not progress:
        return None
    return row if row.doubts == doubts.get(progress.task.id, ()) else None


def _task_row(
    plan: Plan,
    appendix: Appendix,
    progress: TaskProgress,
    today: date,
    doubts: dict[str, tuple[Finding, ...]],
) -> TaskRow:
    task = progress.task
    return TaskRow(
        plan,
        appendix,
        progress,
        label=appendix.key_of(task),
        stands=standing(progress, today),
        doubts=doubts.get(task.id, ()),
    )


def _by_task(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    doubts: dict[str, tuple[Finding, ...]] = {}
    for finding in findings:
        if finding.task and finding.severity is not Severity.INFO:
            doubts[finding.task] = (*doubts.get(finding.task, ()), finding)
    return doubts


def under_headings(rows: Sequence[TaskRow], folded: Collection[str] = ()) -> tuple[Row, ...]:
    """Return `rows` with their headings between them; what lies under a folded one is left out."""
    chains = _chains(rows)
    sums = _sums(rows, chains)
    shown: list[Row] = []
    above: tuple[SectionRow, ...] = ()
    for row, chain in zip(rows, chains, strict=True):
        shown.extend(_new_headings(above, chain, sums, folded))
        above = chain
        if not any(heading.key in folded for heading in chain):
            shown.append(row)
    return tuple(shown)


def _chains(rows: Sequence[TaskRow]) -> list[tuple[SectionRow, ...]]:
    """Return the headings over each row; rows of one section share theirs."""
    several_plans = len({row.plan.id for row in rows}) > 1
    made: dict[tuple[str, str, str | None], tuple[SectionRow, ...]] = {}
    chains = []
    for row in rows:
        section = row.plan.id, row.appendix.id, row.progress.task.group
        if section not in made:
            made[section] = _headings(row, several_plans=several_plans)
        chains.append(made[section])
    return chains


def _new_headings(
    above: Sequence[SectionRow],
    chain: Sequence[SectionRow],
    sums: dict[str, tuple[int, int, int]],
    folded: Collection[str],
) -> Iterator[SectionRow]:
    kept = {heading.key for heading in above}
    for heading in chain:
        is_folded = heading.key in folded
        if heading.key not in kept:
            tasks, owing, overdue = sums[heading.key]
            yield replace(heading, tasks=tasks, owing=owing, overdue=overdue, folded=is_folded)
        if is_folded:
            return


def _sums(
    rows: Sequence[TaskRow], chains: Sequence[Sequence[SectionRow]]
) -> dict[str, tuple[int, int, int]]:
    sums: dict[str, tuple[int, int, int]] = {}
    for row, chain in zip(rows, chains, strict=True):
        late = row.stands is Standing.OVERDUE
        for heading in chain:
            tasks, owing, overdue = sums.get(heading.key, (0, 0, 0))
            sums[heading.key] = (tasks + 1, owing + row.owes_answer, overdue + late)
    return sums


def _headings(row: TaskRow, *, several_plans: bool) -> tuple[SectionRow, ...]:
    titles: list[tuple[str, str]] = []
    if several_plans:
        titles.append((row.plan.id, row.plan.short_name))
    if row.appendix.label or row.appendix.title:
        titles.append((row.appendix.id, headline(row.appendix.label, row.appendix.title)))
    lineage = reversed(row.appendix.lineage(row.progress.task))
    titles.extend((group.id, headline(group.ordinal, group.title)) for group in lineage)
    return tuple(SectionRow(key, depth, title) for depth, (key, title) in enumerate(titles))


def headline(ordinal: str, title: str) -> str:
    """Return a heading on one line: `I. Công tác chỉ đạo`, `Phụ lục II. Danh sách …`."""
    number, words = squeeze(ordinal).rstrip("."), squeeze(title)
    return f"{number}. {words}" if number and words else number or words
