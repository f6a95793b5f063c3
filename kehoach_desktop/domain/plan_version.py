"""Two versions of one plan: which task is which, what differs, and the two made one.

A paper is issued again with rows reworded, moved and renumbered, or comes as another kind of file.
Neither its hash nor the number of a row tells the same task; its words do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from kehoach_desktop.domain.deadline_reader import read_deadline
from kehoach_desktop.domain.draft import Finding
from kehoach_desktop.domain.matching import words_of
from kehoach_desktop.domain.plan import (
    Appendix,
    AppendixId,
    ImportDraft,
    Ours,
    Plan,
    PlanDocument,
    Task,
    TaskId,
    new_id,
)
from kehoach_desktop.domain.text import fold, squeeze
from kehoach_desktop.i18n import mark

SAME_TASKS = 0.5
ALIKE, WORTH_A_LOOK = 0.5, 0.3
TEXTS = ("content", "lead_agencies_text", "coordinating_text", "deliverable")
DEADLINE = "deadline"
GONE_TITLE = mark("Không còn trong bản mới của kế hoạch")
GONE_REASON = mark("Bản mới của kế hoạch không còn nhiệm vụ này")


@dataclass(frozen=True, slots=True)
class PlacedTask:
    """A task where it stands in its version."""

    appendix: Appendix
    task: Task

    @property
    def key(self) -> str:
        """The short label of the task."""
        return self.appendix.key_of(self.task)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A text that is not the same: one of TEXTS or DEADLINE, verbatim before and after."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class SameTask:
    """One task in both versions, and what was changed of it."""

    old: PlacedTask
    new: PlacedTask

    @property
    def changes(self) -> tuple[FieldChange, ...]:
        """The texts that differ, spaces and line ends apart."""
        pairs = ((name, _text(self.old.task, name), _text(self.new.task, name)) for name in _ALL)
        return tuple(
            FieldChange(name, old, new) for name, old, new in pairs if squeeze(old) != squeeze(new)
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """A plan that is held beside another version of it: each task of either stands once."""

    held: Plan
    same: tuple[SameTask, ...]
    added: tuple[PlacedTask, ...]
    gone: tuple[PlacedTask, ...]

    @property
    def newly_gone(self) -> tuple[PlacedTask, ...]:
        """The tasks that this version leaves out and no earlier one did."""
        return tuple(place for place in self.gone if place.appendix.title != GONE_TITLE)

    @property
    def changed(self) -> tuple[SameTask, ...]:
        """The tasks of both versions whose texts differ."""
        return tuple(pair for pair in self.same if pair.changes)


_ALL = (*TEXTS, DEADLINE)


def _text(task: Task, name: str) -> str:
    return task.deadline.wording if name == DEADLINE else str(getattr(task, name))


def earlier_version(plan: Plan, held: Iterable[Plan]) -> Comparison | None:
    """Return the plan among `held` of which `plan` is another version, compared; else None.

    It is one where most tasks have the same words, or where the same body issued it under the same
    number, or the same title, in the same year. Of several the one with most tasks in common.
    """
    found = [(_share(plan, other), other) for other in held if other.id != plan.id]
    versions = [
        (share, other)
        for share, other in found
        if share >= SAME_TASKS or _same_paper(plan.document, other.document)
    ]
    if not versions:
        return None
    return compare(max(versions, key=lambda version: version[0])[1], plan)


def _share(one: Plan, other: Plan) -> float:
    """Return how much of the larger plan stands, by its words, in the other."""
    first, second = ([fold(t.content) for _a, t in plan.tasks()] for plan in (one, other))
    larger = max(len(first), len(second))
    common = sum(1 for _pair in _equal_pairs(first, second))
    return common / larger if larger else 0.0


def _same_paper(one: PlanDocument, other: PlanDocument) -> bool:
    if not one.issuer or fold(one.issuer) != fold(other.issuer):
        return False
    if one.year and other.year and one.year != other.year:
        return False
    if one.number and other.number:
        return fold(one.number) == fold(other.number)
    return bool(one.title) and fold(one.title) == fold(other.title)


def compare(held: Plan, new: Plan) -> Comparison:
    """Return which task of `new` is which of `held`, each at most once.

    Equal words first, in their own appendix before any other; of equal ones the same number, then
    their order. What is left is paired by its likeness within its appendix, the likeliest first.
    """
    old_side = [PlacedTask(*place) for place in held.tasks()]
    new_side = [PlacedTask(*place) for place in new.tasks()]
    pairs = dict(_paired(old_side, new_side))
    taken = set(pairs.values())
    return Comparison(
        held,
        tuple(SameTask(old_side[o], new_side[n]) for o, n in sorted(pairs.items())),
        tuple(place for n, place in enumerate(new_side) if n not in taken),
        tuple(place for o, place in enumerate(old_side) if o not in pairs),
    )


def _paired(old: Sequence[PlacedTask], new: Sequence[PlacedTask]) -> Iterator[tuple[int, int]]:
    free_old, free_new = dict(enumerate(old)), dict(enumerate(new))
    keys = (_whole_key, _appendix_key, _words_key)
    for key in keys:
        first, second = [*free_old], [*free_new]
        found = _equal_pairs([key(free_old[o]) for o in first], [key(free_new[n]) for n in second])
        for o, n in [(first[a], second[b]) for a, b in found]:
            del free_old[o], free_new[n]
            yield o, n
    yield from _alike(free_old, free_new)


def _whole_key(place: PlacedTask) -> tuple[str, ...]:
    return (*_appendix_key(place), fold(place.key))


def _appendix_key(place: PlacedTask) -> tuple[str, ...]:
    return fold(place.appendix.label or place.appendix.title), fold(place.task.content)


def _words_key(place: PlacedTask) -> tuple[str, ...]:
    return (fold(place.task.content),)


def _equal_pairs(first: Sequence[object], second: Sequence[object]) -> Iterator[tuple[int, int]]:
    """Yield the places of equal keys, each used once, in their order."""
    waiting: dict[object, list[int]] = {}
    for number, key in enumerate(second):
        waiting.setdefault(key, []).append(number)
    for number, key in enumerate(first):
        if found := waiting.get(key):
            yield number, found.pop(0)


def _alike(
    old: Mapping[int, PlacedTask], new: Mapping[int, PlacedTask]
) -> Iterator[tuple[int, int]]:
    first, second = ([_Told.of(n, place) for n, place in side.items()] for side in (old, new))
    scored = sorted(
        (-likeness, one.number, other.number)
        for one in first
        for other in second
        if (likeness := one.likeness(other)) >= ALIKE
    )
    used_old: set[int] = set()
    used_new: set[int] = set()
    for _score, o, n in scored:
        if o not in used_old and n not in used_new:
            used_old.add(o)
            used_new.add(n)
            yield o, n


@dataclass(frozen=True, slots=True)
class _Told:
    """A task by its words, made once for all that it is compared with."""

    number: int
    appendix: str
    words: tuple[str, ...]
    distinct: frozenset[str]

    @classmethod
    def of(cls, number: int, place: PlacedTask) -> _Told:
        """Return the task of that number by its words."""
        words = words_of(place.task.content)
        return cls(number, _appendix_key(place)[0], words, frozenset(words))

    def likeness(self, other: _Told) -> float:
        """Return from 0 to 1 how alike the words are, in their order; 0 in another appendix."""
        if self.appendix != other.appendix:
            return 0.0
        common = len(self.distinct & other.distinct)
        either = len(self.distinct) + len(other.distinct) - common
        if not either or common / either < WORTH_A_LOOK:
            return 0.0
        return SequenceMatcher(None, self.words, other.words, autojunk=False).ratio()


def merged(draft: ImportDraft, comparison: Comparison) -> ImportDraft:
    """Return the new version in the place of the held plan.

    A task of both keeps its id, to whom it is handed, whether it is the commune's, and, where its
    wording is the same, how its deadline was read; what was decided by hand about the new version
    goes first. A task that is gone stays with all that was answered to it, in an appendix of its
    own and no longer the commune's: nothing that was written is lost, nothing more is asked.
    """
    held, plan = comparison.held, draft.plan
    old = {pair.new.task.id: pair.old.task for pair in comparison.same}
    ids = {new: task.id for new, task in old.items()}
    year = plan.document.year
    appendices = [
        replace(
            appendix,
            tasks=tuple(_again(t, old.get(t.id), ids, year) for t in appendix.tasks),
        )
        for appendix in plan.appendices
    ]
    appendices += _gone_apart(comparison)
    findings = tuple(_about(finding, ids) for finding in draft.findings)
    kept = replace(plan, id=held.id, appendices=tuple(appendices))
    return replace(draft, plan=kept, findings=findings)


def _again(task: Task, old: Task | None, ids: Mapping[TaskId, TaskId], year: int | None) -> Task:
    parent = ids.get(task.parent, task.parent) if task.parent else None
    if old is None:
        return replace(task, parent=parent)
    same_words = squeeze(old.deadline.wording) == squeeze(task.deadline.wording)
    plain = task.deadline == read_deadline(task.deadline.wording, year)
    return replace(
        task,
        id=old.id,
        parent=parent,
        ours=task.ours if task.ours.by_hand or old.ours.reason == GONE_REASON else old.ours,
        assigned_to=old.assigned_to,
        officer=old.officer,
        deadline=old.deadline if same_words and plain else task.deadline,
    )


def _gone_apart(comparison: Comparison) -> list[Appendix]:
    if not comparison.gone:
        return []
    reason = Ours(yes=False, reason=GONE_REASON, by_hand=True)
    tasks = tuple(
        replace(
            place.task,
            ours=reason,
            group=None,
            parent=None,
            ordinal=place.key,
            place="",  # its row was one of the earlier file
        )
        for place in comparison.gone
    )
    return [Appendix(AppendixId(new_id()), "", GONE_TITLE, tasks=tasks)]


def _about(finding: Finding, ids: Mapping[TaskId, TaskId]) -> Finding:
    return replace(finding, task=ids.get(TaskId(finding.task), finding.task))
