"""What an officer settled about a returned file: which task a row means, its state, what to leave.

Nothing is guessed here: an answer says what a person chose, and the file's own words stay as typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from kehoach_desktop.domain.activity import IndicatorId
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.domain.return_form import Field, Receipt, Returned, ReturnedRow, code_of
from kehoach_desktop.domain.return_form_compare import Comparing
from kehoach_desktop.domain.return_form_entry import changes_between
from kehoach_desktop.domain.return_form_held import Held
from kehoach_desktop.domain.return_form_outcome import (
    Comparison,
    Doubt,
    Question,
    RowOutcome,
)

OF_STATE = frozenset(
    {
        Doubt.STATUS_UNCLEAR,
        Doubt.LATE_WITHOUT_STATUS,
        Doubt.DONE_WITHOUT_DAY,
        Doubt.DAY_UNCLEAR,
        Doubt.DAY_AHEAD,
        Doubt.DAY_WITHOUT_DONE,
        Doubt.REOPENS,
        Doubt.PERCENT_CONTRADICTS,
    }
)
OF_TASK = frozenset({Doubt.UNKNOWN_TASK, Doubt.WHICH_TASK, Doubt.CODE_AND_TEXT})
OF_TAKING = frozenset({Doubt.HIDDEN_ROW, Doubt.TASK_TWICE, Doubt.OTHER_UNIT_ANSWERED})
_DAY_AND_STATE = (Field.STATUS, Field.DONE_ON)


@dataclass(frozen=True, slots=True)
class RowAnswer:
    """What was settled about one row.

    `task` is the task it means; `taken` says that it counts although it was hidden or another unit
    answered; `dropped` that it does not count at all; `status` with `done_on` and `percent` are
    what it says; `left` are the cells that are not taken.
    """

    task: TaskId | None = None
    taken: bool = False
    dropped: bool = False
    status: TaskStatus | None = None
    done_on: date | None = None
    percent: int | None = None
    left: frozenset[Field] = frozenset()

    def with_tick(self, of: Field, *, taken: bool) -> RowAnswer:
        """Return the answer with a cell taken or left; a day goes with its state."""
        named = set(_DAY_AND_STATE) if of in _DAY_AND_STATE else {of}
        return replace(self, left=self.left - named if taken else self.left | named)


@dataclass(frozen=True, slots=True)
class FileAnswers:
    """What was settled about one file, by the place of the row in it (from 0).

    `left_figures` are the indicators whose figures are not taken.
    """

    rows: Mapping[int, RowAnswer] = field(default_factory=dict)
    left_figures: frozenset[IndicatorId] = frozenset()

    def of(self, place: int) -> RowAnswer:
        """Return what was settled about a row, nothing where nobody said anything."""
        return self.rows.get(place, RowAnswer())

    def with_row(self, place: int, answer: RowAnswer) -> FileAnswers:
        """Return the answers with that of one row in the place of the one before."""
        return replace(self, rows={**self.rows, place: answer})

    def with_figure(self, indicator: IndicatorId, *, taken: bool) -> FileAnswers:
        """Return the answers with a figure taken or left."""
        left = self.left_figures - {indicator} if taken else self.left_figures | {indicator}
        return replace(self, left_figures=left)


NO_ANSWERS = FileAnswers()


def compare_settled(
    comparing: Comparing, returned: Returned, held: Held, answers: FileAnswers
) -> Comparison:
    """Return what would come of `returned` once the officer's answers count; nothing is kept."""
    rows = tuple(_settled_row(row, answers.of(n), held) for n, row in enumerate(returned.rows))
    amended = replace(returned, rows=rows)
    compared = comparing.compare(amended, _opened_to(held, _overruled(answers)))
    outcomes = tuple(
        _settled(outcome, answers.of(n), held) for n, outcome in enumerate(compared.rows)
    )
    # Known again by what was typed, whatever was settled about it.
    return replace(compared, rows=outcomes, digest=returned.digest)


def _settled_row(row: ReturnedRow, answer: RowAnswer, held: Held) -> ReturnedRow:
    if answer.dropped:
        return replace(row, cells=())
    if answer.task is not None and answer.task in held.tasks:
        content = held.tasks[answer.task].task.content
        row = replace(row, code=code_of(answer.task), content=content, label="")
    return replace(row, hidden=row.hidden and not answer.taken)


def _overruled(answers: FileAnswers) -> frozenset[TaskId]:
    """Return the tasks of the rows that count although another unit answered."""
    named = (answer.task for answer in answers.rows.values() if answer.taken)
    return frozenset(task for task in named if task is not None)


def _opened_to(held: Held, tasks: frozenset[TaskId]) -> Held:
    """Return what stands, without the receipts' claim on tasks that were overruled."""
    if not tasks:
        return held

    def without(receipt: Receipt) -> Receipt:
        return replace(receipt, tasks=tuple(t for t in receipt.tasks if t not in tasks))

    return replace(held, receipts=tuple(map(without, held.receipts)))


def _settled(outcome: RowOutcome, answer: RowAnswer, held: Held) -> RowOutcome:
    task = outcome.reading.task
    if task is None or outcome.refused or answer == RowAnswer():
        return outcome
    stands = held.entry(task)
    entry = _with_answer(outcome.entry or stands, answer)
    questions = tuple(q for q in outcome.questions if not _is_answered(q, answer))
    if any(question.doubt in OF_TAKING for question in questions):
        return outcome
    entry = _without_left(entry, stands, answer.left)
    changes = changes_between(stands, entry, outcome.reading.number)
    all_left = not changes and bool(answer.left)
    claim = None if Field.STATUS in answer.left else outcome.claim
    kept = None if all_left else entry
    return replace(outcome, entry=kept, changes=changes, questions=questions, claim=claim)


def _with_answer(entry: ProgressEntry, answer: RowAnswer) -> ProgressEntry:
    if answer.status is not None:
        day = answer.done_on if answer.status is TaskStatus.DONE else None
        entry = entry.in_state(answer.status, day)
    return entry if answer.percent is None else replace(entry, percent=answer.percent)


def _is_answered(question: Question, answer: RowAnswer) -> bool:
    if question.doubt in OF_STATE:
        return answer.status is not None
    if question.doubt is Doubt.PERCENT_UNCLEAR:
        return answer.percent is not None
    return question.doubt in OF_TAKING and answer.taken


def _without_left(
    entry: ProgressEntry, stands: ProgressEntry, left: Iterable[Field]
) -> ProgressEntry:
    """Return `entry` with the cells that are left as they stand."""
    as_before = {of.value: getattr(stands, of.value) for of in left}
    return replace(entry, **as_before)
