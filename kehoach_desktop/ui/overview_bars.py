"""The sections of the plans as bars: how far each has come, and which tasks stand behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kehoach_desktop.domain.counts import Counts, count
from kehoach_desktop.domain.plan import Appendix, Plan, Task, TaskId
from kehoach_desktop.domain.progress import TaskProgress
from kehoach_desktop.domain.report import PeriodView
from kehoach_desktop.ui.plans.matrix_rows import headline

MOST_BARS = 9
Chain = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SectionBar:
    """A section with its counts and its tasks; `plan` names its plan where there are several."""

    title: str
    plan: str
    counts: Counts
    tasks: tuple[TaskId, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A row with the headings over it, the outermost first: (key, title) each."""

    row: TaskProgress
    chain: Chain
    plan: str

    def node(self, depth: int) -> tuple[str, str]:
        """Return the heading at `depth`, the innermost where the chain is shorter."""
        return self.chain[min(depth, len(self.chain) - 1)]


def section_bars(view: PeriodView, on: date) -> tuple[SectionBar, ...]:
    """Return the rows of `view` divided as finely as few enough bars allow, in their order.

    Each row stands in one bar: the bars sum up to the whole.
    """
    places = [*_places(view)]
    if not places:
        return ()
    deepest = max(len(place.chain) for place in places)
    depths = [d for d in range(deepest) if len({p.node(d)[0] for p in places}) <= MOST_BARS]
    return tuple(_bars(places, max(depths, default=0), on))


def _places(view: PeriodView) -> Iterator[_Place]:
    for held in view.plans:
        name = held.plan.short_name if len(view.plans) > 1 else ""
        for appendix, rows in held.by_appendix():
            chains: dict[str, Chain] = {}
            for row in rows:
                group = row.task.group or ""
                if group not in chains:
                    chains[group] = _chain(held.plan, appendix, row.task)
                yield _Place(row, chains[group], name)


def _chain(plan: Plan, appendix: Appendix, task: Task) -> Chain:
    groups = reversed(appendix.lineage(task))
    named = headline(appendix.label, appendix.title)
    return (
        (plan.id, plan.short_name),
        (appendix.id, named or plan.short_name),
        *((group.id, headline(group.ordinal, group.title)) for group in groups),
    )


def _bars(places: Sequence[_Place], depth: int, on: date) -> Iterator[SectionBar]:
    inside: dict[str, list[_Place]] = {}
    for place in places:
        inside.setdefault(place.node(depth)[0], []).append(place)
    for members in inside.values():
        rows = [place.row for place in members]
        title, plan = members[0].node(depth)[1], members[0].plan
        tasks = tuple(row.task.id for row in rows)
        yield SectionBar(title, "" if plan == title else plan, count(rows, on), tasks)
