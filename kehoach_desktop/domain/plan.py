"""A plan of the province: a document that hands out tasks in appendices and sections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from os import urandom
from typing import TYPE_CHECKING, NewType

from kehoach_desktop.domain.deadline import Deadline
from kehoach_desktop.domain.text import capital

if TYPE_CHECKING:  # what an import proposes beside the tasks: the first screen has no use for it
    from kehoach_desktop.domain.draft import Finding
    from kehoach_desktop.domain.duty_proposal import ProposedDuty
    from kehoach_desktop.domain.indicator import Indicator

PlanId = NewType("PlanId", str)
AppendixId = NewType("AppendixId", str)
GroupId = NewType("GroupId", str)
TaskId = NewType("TaskId", str)


def new_id() -> str:
    """Return a random identity; nothing in a plan's numbering is unique enough to be one."""
    return urandom(8).hex()


class GroupLevel(StrEnum):
    """A part (A, B) divides an appendix; a group (I, 1.) divides a part or an appendix."""

    PART = "part"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """A heading row that introduces the rows under it, as printed."""

    id: GroupId
    level: GroupLevel
    ordinal: str
    title: str
    parent: GroupId | None = None


@dataclass(frozen=True, slots=True)
class Ours:
    """Whether a task is the commune's, and why the program or the officer thinks so."""

    yes: bool = False
    reason: str = ""
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One task as the province wrote it, with our readings beside the wording.

    Texts are verbatim; "" stands for an empty cell or an absent column. `place` is where the row
    stands in the source ("Phụ lục II, dòng 31"). `assigned_to` is the commune's own unit, `officer`
    the person who answers for the task there.
    """

    id: TaskId
    ordinal: str
    content: str
    lead_agencies_text: str = ""
    coordinating_text: str = ""
    deliverable: str = ""
    deadline: Deadline = field(default_factory=Deadline)
    group: GroupId | None = None
    parent: TaskId | None = None
    extra: tuple[tuple[str, str], ...] = ()
    ours: Ours = field(default_factory=Ours)
    assigned_to: str = ""
    place: str = ""
    officer: str = ""


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix of a plan; numbering restarts in each, so an ordinal alone is no key."""

    id: AppendixId
    label: str
    title: str
    attached_to: str = ""
    columns: tuple[str, ...] = ()
    groups: tuple[TaskGroup, ...] = ()
    tasks: tuple[Task, ...] = ()
    _keys: dict[TaskId, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    _by_id: dict[GroupId, TaskGroup] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def group(self, group: GroupId | None) -> TaskGroup | None:
        """Return the group of that id, or None."""
        if not self._by_id:
            self._by_id.update((one.id, one) for one in reversed(self.groups))
        return self._by_id.get(group) if group else None

    def lineage(self, task: Task) -> tuple[TaskGroup, ...]:
        """Return the headings over `task`, the innermost first."""
        chain = []
        above = self.group(task.group)
        while above is not None:
            chain.append(above)
            above = self.group(above.parent)
        return tuple(chain)

    def group_of(self, task: Task) -> TaskGroup | None:
        """Return the innermost heading of level group over `task`, or None."""
        return next((g for g in self.lineage(task) if g.level is GroupLevel.GROUP), None)

    def part_of(self, task: Task) -> TaskGroup | None:
        """Return the part `task` stands in, or None."""
        return next((g for g in self.lineage(task) if g.level is GroupLevel.PART), None)

    def key_of(self, task: Task) -> str:
        """Return the short label sentences carry: `B7`, `I.1.1`, `12`; no other task has it here.

        A point or a dash carries the number it stands under (`I.2.a)`), a number that stands twice
        which time it is (`7 (2)`), a row without a number its place among the tasks (`[3]`).
        """
        if task.id not in self._keys:
            self._name_all()
        return self._keys.get(task.id) or self.number_of(task)

    def _name_all(self) -> None:
        times: Counter[str] = Counter()
        for place, task in enumerate(self.tasks, 1):
            under = self._keys.get(task.parent) if task.parent else None
            label = self.number_of(task) if task.ordinal else f"[{place}]"
            if under and task.ordinal and not task.ordinal[0].isdigit():
                label = f"{under}.{task.ordinal}"
            times[label] += 1
            self._keys[task.id] = label if times[label] == 1 else f"{label} ({times[label]})"

    def number_of(self, task: Task) -> str:
        """Return the number of a task after those of its part and group, as printed: `B7`."""
        above = {heading.level: heading for heading in reversed(self.lineage(task))}
        part, group = above.get(GroupLevel.PART), above.get(GroupLevel.GROUP)
        prefix = part.ordinal if part else ""
        if group and not task.ordinal.startswith(f"{group.ordinal}."):
            prefix += f"{'.' if prefix else ''}{group.ordinal}."
        return f"{prefix}{task.ordinal}"


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """The paper that carries a plan: who issued it, its kind, number, day and subject.

    What the paper leaves blank stays blank: `number` and `date` of a draft are None while
    `number_text` and `date_text` keep what is printed.
    """

    issuer: str = ""
    doc_type: str = ""
    number: str | None = None
    number_text: str = ""
    date: date | None = None
    date_text: str = ""
    title: str = ""
    province: str = ""
    signer: str = ""
    signer_position: str = ""
    refers_to: tuple[str, ...] = ()
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan with its appendices; the matrix is `tasks()`."""

    id: PlanId
    document: PlanDocument
    appendices: tuple[Appendix, ...]
    source_name: str = ""
    source_sha256: str = ""

    def tasks(self) -> Iterator[tuple[Appendix, Task]]:
        """Yield every task with its appendix, in the order of the document."""
        for appendix in self.appendices:
            for task in appendix.tasks:
                yield appendix, task

    def with_tasks(self, changed: Iterable[Task]) -> Plan:
        """Return the plan with the tasks of those ids replaced."""
        by_id = {task.id: task for task in changed}
        appendices = tuple(
            replace(a, tasks=tuple(by_id.get(t.id, t) for t in a.tasks)) for a in self.appendices
        )
        return replace(self, appendices=appendices)

    @property
    def short_name(self) -> str:
        """What officers call it: "Kế hoạch số 158/KH-UBND", else kind and subject."""
        kind = self.document.doc_type or "Kế hoạch"
        if self.document.number:
            return f"{kind} số {self.document.number}"
        title = self.document.title
        if not title:
            return f"{kind} ({self.source_name})" if self.source_name else kind
        if title.casefold().startswith(f"{kind} ".casefold()):
            return capital(title)
        # A title in capitals throughout stays as it is.
        return f"{kind} {title[:1].lower() if title[1:2].islower() else title[:1]}{title[1:]}"


@dataclass(frozen=True, slots=True)
class ImportDraft:
    """A proposal: the plan as understood and what must be looked at. Nothing of it is stored.

    `indicators` are the figures its tables ask for; they are no tasks. `duties` are the reports its
    clauses ask for. `garbled` says that the text has lost its diacritics, as a poor scan does.
    """

    plan: Plan
    findings: tuple[Finding, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    duties: tuple[ProposedDuty, ...] = ()
    garbled: bool = False
