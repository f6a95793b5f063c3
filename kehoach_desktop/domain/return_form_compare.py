"""A returned file beside what stands: what is new, what changes, what is asked, what is refused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kehoach_desktop.domain.agency import units_of
from kehoach_desktop.domain.matching import Known, Matcher
from kehoach_desktop.domain.plan import Task, TaskId
from kehoach_desktop.domain.return_form import (
    Field,
    Returned,
    ReturnedRow,
    code_of,
)
from kehoach_desktop.domain.return_form_card import Origin, origin
from kehoach_desktop.domain.return_form_day import read_percent, share_as_percent
from kehoach_desktop.domain.return_form_entry import Place, outcome, read_row
from kehoach_desktop.domain.return_form_heading import periods_named, same_unit
from kehoach_desktop.domain.return_form_held import Held
from kehoach_desktop.domain.return_form_outcome import (
    Comparison,
    Doubt,
    Question,
    Reason,
    Refusal,
    RowOutcome,
)
from kehoach_desktop.domain.text import squeeze

ALIKE = 0.5
_WHOLE_OR_ONE = "{text} (1% hay 100%)"


class Comparing:
    """Sets files beside what stands; made once for all files of a drop."""

    def __init__(self, held: Held) -> None:
        known = (Known(h.task.id, h.task.content, h.labels) for h in held.tasks.values())
        self._matcher = Matcher(known)
        self._by_code: dict[str, list[TaskId]] = defaultdict(list)
        for task in held.tasks:
            self._by_code[code_of(task)].append(task)

    def compare(self, returned: Returned, held: Held) -> Comparison:
        """Return what would come of `returned`; nothing is kept."""
        found = origin(returned, held.period, held.store, held.sent, held.units)
        refusal = found.refused or _older_form(found, held)
        told = returned.rows or returned.figures or _asks_figures_only(found)
        if not told and (refusal is None or not found.form):
            refusal = Refusal(Reason.UNKNOWN, returned.file)
        if refusal is not None:
            return _comparison(returned, found, refused=(refusal,))
        rows = self._rows(returned, found, held)
        again, rows = _again(returned, found, rows, held)
        if again is not None:
            return _comparison(returned, found, rows, (again,))
        known = _any_known(rows) or _of_known_unit(returned, found, held)
        if not (known or returned.figures or _asks_figures_only(found)):
            return _comparison(returned, found, rows, (Refusal(Reason.UNKNOWN, returned.file),))
        return _comparison(returned, found, rows)

    def _rows(self, returned: Returned, found: Origin, held: Held) -> tuple[RowOutcome, ...]:
        matched = [(row, *self._meant(row)) for row in _with_whole_doubted(returned.rows)]
        twice = _answered_twice([(row, task) for row, task, _question in matched])
        drop = _Drop(found, held, twice)
        answered: set[TaskId] = set()
        outcomes: list[RowOutcome] = []
        for row, task, question in matched:
            reading = read_row(row, held.period, task)
            if not row.cells or task in answered - twice:
                outcomes.append(RowOutcome(reading))
            elif task is None:
                outcomes.append(RowOutcome(reading, questions=(question,) if question else ()))
            else:
                outcomes.append(drop.outcome(row, task))
                answered.add(task)
        return tuple(outcomes)

    def _meant(self, row: ReturnedRow) -> tuple[TaskId | None, Question | None]:
        """Return the task a row means, or the question which one it is."""
        coded = self._by_code.get(row.code, [])
        if len(coded) == 1 and self._matcher.is_text_of(row.content, coded[0]):
            return coded[0], None
        match = self._matcher.match(row.content, row.label)
        if len(coded) == 1:
            if not row.content or self._agrees(row.content, coded[0], match.candidates):
                return coded[0], None
            return None, _about(Doubt.CODE_AND_TEXT, row, None, (coded[0], *match.candidates))
        if match.task is not None:
            return match.task, None
        doubt = Doubt.WHICH_TASK if match.candidates else Doubt.UNKNOWN_TASK
        return None, _about(doubt, row, None, match.candidates)

    def _agrees(self, content: str, coded: TaskId, candidates: Sequence[TaskId]) -> bool:
        """Say whether a text may be that of the coded task: no other task's own words."""
        if any(self._matcher.is_text_of(content, candidate) for candidate in candidates):
            return False
        likeness = self._matcher.likeness(content, coded)
        rival = max((self._matcher.likeness(content, c) for c in candidates), default=0.0)
        return likeness >= ALIKE and likeness >= rival


@dataclass(frozen=True, slots=True)
class _Drop:
    """One file whose origin is told, beside what stands; `twice` are tasks it answers twice."""

    found: Origin
    held: Held
    twice: set[TaskId]

    def outcome(self, row: ReturnedRow, task: TaskId) -> RowOutcome:
        """Return what comes of a row that means `task`."""
        reading = read_row(row, self.held.period, task)
        if task in self.twice:
            return RowOutcome(reading, questions=(_about(Doubt.TASK_TWICE, row, task),))
        if row.hidden:
            return RowOutcome(reading, questions=(_about(Doubt.HIDDEN_ROW, row, task),))
        held = self.held.tasks[task]
        if refusal := _not_theirs(row, held.task, self.found):
            return RowOutcome(reading, refused=(refusal,))
        row = _without_deliverable(row, held.task)
        stands = self.held.entry(task)
        place = Place(
            self.held.target, self.held.today, self.found.unit, task, stands, held.closing
        )
        return _unless_other_unit(outcome(row, place), row, self.found, self.held)


def _with_whole_doubted(rows: Sequence[ReturnedRow]) -> tuple[ReturnedRow, ...]:
    """Return the rows with "1" as a doubt where the percentages beside it are shares of one."""
    if not any(share_as_percent(row.cell(Field.PERCENT)) for row in rows):
        return tuple(rows)

    def doubted(of: Field, text: str) -> str:
        whole = of is Field.PERCENT and read_percent(text) == 1
        return _WHOLE_OR_ONE.format(text=text) if whole else text

    return tuple(replace(r, cells=tuple((f, doubted(f, t)) for f, t in r.cells)) for r in rows)


def _about(
    doubt: Doubt, row: ReturnedRow, task: TaskId | None, candidates: tuple[TaskId, ...] = ()
) -> Question:
    text = squeeze(row.content) or ", ".join(squeeze(text) for _field, text in row.cells)
    unique = tuple(dict.fromkeys(candidates))
    return Question(doubt, text[:160], row.number, task, unique)


def _answered_twice(rows: Sequence[tuple[ReturnedRow, TaskId | None]]) -> set[TaskId]:
    """Return the tasks that two rows answer differently; the same answer twice is one."""
    answers: dict[TaskId, set[object]] = defaultdict(set)
    for row, task in rows:
        if task is not None and row.cells:
            answers[task].add((tuple(sorted(row.cells)), row.time))
    return {task for task, given in answers.items() if len(given) > 1}


def _without_deliverable(row: ReturnedRow, task: Task) -> ReturnedRow:
    """Return the row without a result that is only the deliverable copied from the plan."""
    planned = squeeze(task.deliverable).casefold()
    if not planned or squeeze(row.cell(Field.RESULT)).casefold() != planned:
        return row
    cells = tuple((field, text) for field, text in row.cells if field is not Field.RESULT)
    return replace(row, cells=cells)


def _not_theirs(row: ReturnedRow, task: Task, found: Origin) -> Refusal | None:
    units = units_of(task)
    sent = found.sent is not None and task.id in found.sent.tasks
    if sent or not units or not found.unit or any(same_unit(u, found.unit) for u in units):
        return None
    text = f"{squeeze(row.content)[:120]} ({task.assigned_to})"
    return Refusal(Reason.WRONG_UNIT, text, row.number, task.id)


def _unless_other_unit(
    row: RowOutcome, typed: ReturnedRow, found: Origin, held: Held
) -> RowOutcome:
    """Ask before the words of one unit give way to another's; what was blank may land."""
    task = row.reading.task
    others = [
        r.unit for r in held.receipts if task in r.tasks and not same_unit(r.unit, found.unit)
    ]
    if not others or all(change.old is None for change in row.changes):
        return row
    said = tuple((change.field, change.new) for change in row.changes)
    question = replace(_about(Doubt.OTHER_UNIT_ANSWERED, typed, task), proposed=said)
    return replace(row, entry=None, changes=(), questions=(*row.questions, question))


def _older_form(found: Origin, held: Held) -> Refusal | None:
    """Refuse a form when a later one of the same unit has come home already."""
    if found.sent is None:
        return None
    place = {s.form: n for n, s in enumerate(held.sent)}
    mine = place[found.sent.form]
    later = (
        r
        for r in held.receipts
        if r.form != found.form and place.get(r.form, -1) > mine and same_unit(r.unit, found.unit)
    )
    newer = next(later, None)
    return Refusal(Reason.OLDER, newer.file) if newer else None


def _again(
    returned: Returned, found: Origin, rows: tuple[RowOutcome, ...], held: Held
) -> tuple[Refusal | None, tuple[RowOutcome, ...]]:
    """Return the refusal of words that were taken before, and the rows without what they changed.

    They were the last ones, or others came after them; what stands by now is newer in both cases.
    Rows that could not be taken the first time are looked at again.
    """
    unit = [r for r in held.receipts if r.unit == found.unit or same_unit(r.unit, found.unit)]
    same = [n for n, receipt in enumerate(unit) if receipt.digest == returned.digest]
    if not same:
        return None, rows
    taken = set(unit[same[-1]].tasks)
    kept = tuple(
        replace(row, entry=None, changes=(), claim=None) if row.reading.task in taken else row
        for row in rows
    )
    if any(row.changes for row in kept):
        return None, kept
    reason = Reason.DUPLICATE if same[-1] == len(unit) - 1 else Reason.OLDER
    bare = tuple(replace(row, entry=None, claim=None) for row in kept)
    return Refusal(reason, unit[same[-1]].file), bare


def _any_known(rows: Sequence[RowOutcome]) -> bool:
    """Say whether any row is a task of ours, or is like one."""
    likely = any(question.candidates for row in rows for question in row.questions)
    return likely or any(row.reading.task is not None for row in rows)


def _of_known_unit(returned: Returned, found: Origin, held: Held) -> bool:
    """Say whether a known unit answers for this period by name, in whatever words."""
    unit = any(same_unit(found.unit, known) for known in held.units) if found.unit else False
    named = held.period in periods_named(returned.headings, held.period)
    return unit and named and any(row.cells for row in returned.rows)


def _asks_figures_only(found: Origin) -> bool:
    """Say whether a form of ours went out without tasks, to a village that owes figures."""
    return found.sent is not None and not found.sent.tasks


def _comparison(
    returned: Returned,
    found: Origin,
    rows: tuple[RowOutcome, ...] = (),
    refused: tuple[Refusal, ...] = (),
) -> Comparison:
    return Comparison(
        file=returned.file,
        unit=found.unit,
        period=found.period,
        form=found.form,
        digest=returned.digest,
        accepted=not refused,
        rows=rows,
        about_file=found.questions,
        refused_file=refused,
        ignored=returned.ignored,
    )
