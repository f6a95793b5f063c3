"""The counts of a period, and the same counts apart by plan, section, unit and pillar."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kehoach_desktop.domain.counts import Counts, count
from kehoach_desktop.domain.plan import Appendix, GroupLevel, Plan, Task, TaskId
from kehoach_desktop.domain.progress import TaskProgress
from kehoach_desktop.domain.report import PeriodView
from kehoach_desktop.domain.text import fold, nfc, squeeze


@dataclass(frozen=True, slots=True)
class Rates:
    """Shares of the tasks fallen due, in percent with two decimals; None where none fell due.

    The official reports divide by what has fallen due, not by the total (pattern of Báo cáo
    1270/BC-TCTTTg, 27/12/2017).
    """

    done: float | None
    done_on_time: float | None
    overdue: float | None


def rates(counts: Counts) -> Rates:
    """Return the official rates of `counts`."""
    due = counts.fallen_due
    return Rates(
        _share(counts.done, due), _share(counts.done_on_time, due), _share(counts.open_overdue, due)
    )


def _share(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 2) if whole else None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of an appendix with what is counted under it: the innermost over each task.

    `title` and `ordinal` are empty for tasks that stand under no heading.
    """

    plan: Plan
    appendix: Appendix
    part: str
    ordinal: str
    title: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The counts of all rows, and four ways to divide them; each way sums up to `all`.

    A unit is named as tasks are assigned to it; "" stands for tasks assigned to none. A pillar (trụ
    cột) is the outermost group over a task, the same in every appendix and plan that names it so;
    "" stands for tasks under no group.
    """

    all: Counts
    plans: tuple[tuple[Plan, Counts], ...]
    sections: tuple[Section, ...]
    units: tuple[tuple[str, Counts], ...]
    pillars: tuple[tuple[str, Counts], ...]


def break_down(view: PeriodView, on: date | None = None) -> Breakdown:
    """Return the counts of `view` as it stands `on` a day (its own `as_of`)."""
    day = on or view.as_of
    return Breakdown(
        count(view.rows(), day),
        tuple((plan.plan, count(plan.rows, day)) for plan in view.plans),
        tuple(
            section
            for plan in view.plans
            for section in _sections(plan.by_appendix(), plan.plan, day)
        ),
        _units(view.rows(), day),
        _pillars(view, day),
    )


def _sections(
    appendices: Iterable[tuple[Appendix, tuple[TaskProgress, ...]]], plan: Plan, day: date
) -> Iterator[Section]:
    for appendix, rows in appendices:
        for inside in _divided(rows, lambda row: row.task.group or "").values():
            task = inside[0].task
            heading, part = appendix.group(task.group), appendix.part_of(task)
            yield Section(
                plan,
                appendix,
                part.ordinal if part else "",
                heading.ordinal if heading else "",
                heading.title if heading else "",
                count(inside, day),
            )


def _pillars(view: PeriodView, day: date) -> tuple[tuple[str, Counts], ...]:
    titles: dict[TaskId, str] = {
        row.task.id: _pillar(appendix, row.task)
        for plan in view.plans
        for appendix, rows in plan.by_appendix()
        for row in rows
    }
    divided = _divided(view.rows(), lambda row: fold(titles[row.task.id]))
    return tuple((titles[inside[0].task.id], count(inside, day)) for inside in divided.values())


def _pillar(appendix: Appendix, task: Task) -> str:
    groups = [g for g in appendix.lineage(task) if g.level is GroupLevel.GROUP]
    return squeeze(groups[-1].title).rstrip(" .:;") if groups else ""


def _units(rows: Iterable[TaskProgress], day: date) -> tuple[tuple[str, Counts], ...]:
    divided = _divided(rows, lambda row: _unit_key(row.task.assigned_to))
    return tuple(
        (squeeze(nfc(inside[0].task.assigned_to)), count(inside, day))
        for inside in divided.values()
    )


def _unit_key(name: str) -> str:
    return squeeze(nfc(name)).casefold()


def _divided(
    rows: Iterable[TaskProgress], key: Callable[[TaskProgress], Hashable]
) -> dict[Hashable, list[TaskProgress]]:
    divided: dict[Hashable, list[TaskProgress]] = {}
    for row in rows:
        divided.setdefault(key(row), []).append(row)
    return divided
