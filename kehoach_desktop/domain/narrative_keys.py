"""How a report names its tasks: `B7`, with the appendix and the plan where needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kehoach_desktop.domain.narrative_citation import cited_shortly
from kehoach_desktop.domain.narrative_wording import lowered
from kehoach_desktop.domain.plan import Appendix, Plan, Task, TaskId
from kehoach_desktop.domain.progress import TaskProgress
from kehoach_desktop.domain.report import PeriodView, PlanProgress
from kehoach_desktop.domain.text import NBSP, capital, squeeze

__all__ = ["Keys", "home_of", "lowered", "plan_keys", "short_label"]

MOST_KEYS = 24
MOST_LETTERS = 120
_MARKS = "-–—+*•.)( "


@dataclass(frozen=True)
class Keys:
    """The short labels of a view's tasks: `B7`, with the appendix and the plan where needed."""

    view: PeriodView

    @cached_property
    def _labels(self) -> dict[TaskId, str]:
        labels: dict[TaskId, str] = {}
        for index, progress in enumerate(self.view.plans, start=1):
            prefix = "" if progress is self._main else f"KH{index}."
            labels |= {task: prefix + key for task, key in plan_keys(progress.plan)}
        return labels

    @cached_property
    def _main(self) -> PlanProgress:
        """The plan with most of the tasks: only what is of another one says so in its key."""
        return max(self.view.plans, key=lambda progress: len(progress.rows))

    def of(self, row: TaskProgress) -> str:
        """Return the key of the row's task."""
        return self._labels[row.task.id]

    def listed(self, rows: Iterable[TaskProgress]) -> str:
        """Return the keys of the rows; of very many only a hint at the appendix."""
        keys = [self.of(row) for row in rows]
        if len(keys) > MOST_KEYS or len(", ".join(keys)) > MOST_LETTERS:
            return f"chi tiết tại {self.attached}"
        return ", ".join(keys)

    @property
    def attached(self) -> str:
        """The words that point to the appendices of the paper: one of each plan."""
        return f"{'các ' if len(self.view.plans) > 1 else ''}Phụ lục kèm theo"

    def explained(self) -> str:
        """Return the sentence that says what a key means, once."""
        first = self._main.rows[0]
        example, where = self.of(first), _place_in_words(self.view, first)
        told = f"Ký hiệu {example} là nhiệm vụ {where}; các ký hiệu khác tương tự"
        return f"{told}{self._plans_explained()}."

    def _plans_explained(self) -> str:
        if len(self.view.plans) == 1:
            return ""
        named = (
            f"KH{index} là của {cited_shortly(self.view, progress.plan)}"
            for index, progress in enumerate(self.view.plans, start=1)
            if progress is not self._main
        )
        return f"; ký hiệu bắt đầu bằng {', '.join(named)}"

    def plans_explained(self) -> str:
        """Return the sentence that says of which plan a key is, where there are several."""
        rest = cited_shortly(self.view, self._main.plan)
        return f"{capital(self._plans_explained()[2:])}; các ký hiệu khác là của {rest}."


def plan_keys(plan: Plan) -> list[tuple[TaskId, str]]:
    """Return the key of every task of a plan, in the plan's order of appendices."""
    several = len(plan.appendices) > 1
    keys: list[tuple[TaskId, str]] = []
    for appendix in plan.appendices:
        prefix = f"{short_label(appendix)}." if several else ""
        keys += [(task, f"{prefix}{key}") for task, key in _appendix_keys(appendix).items()]
    return keys


def _appendix_keys(appendix: Appendix) -> dict[TaskId, str]:
    whole = [task for task in appendix.tasks if _above(appendix, task) is None]
    plain = {task.id: appendix.number_of(task).strip(".") for task in whole}
    times = Counter(plain.values())
    keys = {}
    for line, task in enumerate(whole, start=1):
        key = plain[task.id]
        if not _numbered(task):
            key = key.strip(_MARKS)
            key = f"{key}{'.' if key else ''}dòng{NBSP}{line}"
        elif times[key] > 1:
            key = f"nhóm{NBSP}{_heading_number(appendix, task)}.{key}"
        keys[task.id] = key
    # A part may have parts of its own: the key of what stands above is made before theirs.
    for task in appendix.tasks:
        if task.id not in keys:
            keys[task.id] = _part_key(appendix, task, keys)
    return keys


def _numbered(task: Task) -> bool:
    return any(letter.isalnum() for letter in task.ordinal)


def _above(appendix: Appendix, task: Task) -> Task | None:
    if task.parent is None:
        return None
    return next((t for t in appendix.tasks if t.id == task.parent and t is not task), None)


def _heading_number(appendix: Appendix, task: Task) -> int:
    lineage = appendix.lineage(task)
    return appendix.groups.index(lineage[0]) + 1 if lineage else 0


def _part_key(appendix: Appendix, task: Task, keys: dict[TaskId, str]) -> str:
    """Return the key of a part of a task: `A3.1`, `A3.a`; a dash alone has the whole's key."""
    above = _above(appendix, task)
    if above is None or above.id not in keys:
        return appendix.number_of(task).strip(".")
    own = task.ordinal.removeprefix(f"{above.ordinal}.").strip(_MARKS)
    return keys[above.id] + (f".{own}" if own else "")


def short_label(appendix: Appendix) -> str:
    """Return `PL II` for an appendix labelled "Phụ lục II"."""
    number = squeeze(appendix.label).split(" ")[-1]
    return f"PL{NBSP}{number}" if number and number.lower() != "lục" else "PL"


def _place_in_words(view: PeriodView, row: TaskProgress) -> str:
    plan, appendix = home_of(view, row)
    above = (*appendix.lineage(row.task),)
    words = [f"số {row.task.ordinal}" if _numbered(row.task) else "nêu"]
    own = row.task.ordinal
    words += [
        f"mục {group.ordinal}"
        for group in above
        if group.ordinal and not own.startswith(f"{group.ordinal}.")
    ]
    label = squeeze(appendix.label)
    place = f"{label} {cited_shortly(view, plan)}" if label else cited_shortly(view, plan)
    return f"{' '.join(words)} tại {place}"


def home_of(view: PeriodView, row: TaskProgress) -> tuple[Plan, Appendix]:
    """Return the plan and the appendix that hold the row's task."""
    return next(
        (progress.plan, appendix)
        for progress in view.plans
        for appendix, task in progress.plan.tasks()
        if task.id == row.task.id
    )
