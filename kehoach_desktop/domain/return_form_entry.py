"""One returned row beside what stands for its task: the cells that land, the ones to be asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from kehoach_desktop.domain.deadline_reader import read_deadline
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.domain.return_form import (
    FORM_STATUSES,
    TEXT_FIELDS,
    Field,
    LateClaim,
    ReturnedRow,
)
from kehoach_desktop.domain.return_form_day import read_day, read_percent, share_as_percent
from kehoach_desktop.domain.return_form_outcome import (
    Change,
    Doubt,
    Question,
    RowOutcome,
    RowReading,
    Value,
)
from kehoach_desktop.domain.return_form_status import Claim, contradicts, read_status
from kehoach_desktop.domain.text import clean, squeeze
from kehoach_desktop.i18n import _

Ask = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row lands: the period, the day it is, the unit, the task and what stands for it.

    `closing` is the earlier answer that finished the task, if one still stands.
    """

    period: ReportingPeriod
    today: date
    unit: str
    task: TaskId
    stands: ProgressEntry
    closing: ProgressEntry | None = None

    @property
    def latest(self) -> date:
        """The last day work of the period can have been finished on."""
        return min(self.period.last_day, self.today)

    @property
    def finished(self) -> bool:
        """Whether the task is finished by what stands, in this period or an earlier one."""
        closing = self.closing.status if self.closing else None
        return TaskStatus.DONE in (self.stands.status, closing)


def read_row(row: ReturnedRow, period: ReportingPeriod, task: TaskId | None) -> RowReading:
    """Return how a row is understood, before it is set beside anything."""
    claim = read_status(row.cell(Field.STATUS), period.last_day)
    percent = read_percent(row.cell(Field.PERCENT)) if row.cell(Field.PERCENT) else claim.percent
    named = row.time or row.cell(Field.DONE_ON)
    return RowReading(
        row.number,
        row.content,
        task,
        claim.status,
        claim.late,
        percent,
        read_deadline(squeeze(named), period.year).due if named else None,
        row.cell(Field.STATUS),
    )


def outcome(row: ReturnedRow, place: Place) -> RowOutcome:
    """Return what comes of `row` for its task. Blank cells leave what stands as it is."""
    questions: list[Question] = []

    def ask(doubt: Doubt, text: str, *proposed: tuple[Field, Value]) -> None:
        questions.append(Question(doubt, text, row.number, place.task, (place.task,), proposed))

    claim = read_status(row.cell(Field.STATUS), place.period.last_day)
    entry = _with_texts(place.stands, row, claim)
    percent = _percent(row, claim, ask)
    status, day = _state(row, claim, place, ask)
    entry = _with_state(entry, status, day)
    against = contradicts(entry.status, percent) or contradicts(claim.status, percent)
    if percent is not None and not against:
        entry = replace(entry, percent=percent)
    elif percent is not None and questions and status is None:
        # What the form says of state and percent is one question, not two.
        questions[-1] = _with_percent(questions[-1], percent)
    elif percent is not None:
        _ask_state(entry.status, status, percent, ask)
    changes = changes_between(place.stands, entry, row.number)
    late = LateClaim(place.period.key, place.task, place.unit, row.cell(Field.STATUS))
    return RowOutcome(
        read_row(row, place.period, place.task),
        entry,
        changes,
        tuple(questions),
        claim=late if claim.late else None,
    )


def _with_texts(stands: ProgressEntry, row: ReturnedRow, claim: Claim) -> ProgressEntry:
    typed = {field: clean(row.cell(field)).strip() for field in TEXT_FIELDS}
    behind = clean(claim.rest).strip()
    if behind and squeeze(behind) not in squeeze(typed[Field.RESULT]):
        typed[Field.RESULT] = "\n".join(filter(None, (behind, typed[Field.RESULT])))
    changed = {
        field.value: text
        for field, text in typed.items()
        if text and squeeze(text) != squeeze(getattr(stands, field.value))
    }
    return replace(stands, **changed)  # type: ignore[arg-type]  # these fields are texts


def _percent(row: ReturnedRow, claim: Claim, ask: Ask) -> int | None:
    typed = row.cell(Field.PERCENT)
    if not typed:
        return claim.percent
    percent = read_percent(typed)
    if percent is None:
        likely = share_as_percent(typed)
        ask(Doubt.PERCENT_UNCLEAR, typed, *([(Field.PERCENT, likely)] if likely else []))
    return percent


def _state(
    row: ReturnedRow, claim: Claim, place: Place, ask: Ask
) -> tuple[TaskStatus | None, date | None]:
    """Return the state and the day that land; None for what is blank or must be asked."""
    words = row.cell(Field.STATUS)
    if words and claim.status is None:
        doubt = Doubt.LATE_WITHOUT_STATUS if claim.late else Doubt.STATUS_UNCLEAR
        ask(doubt, words, *([(Field.STATUS, claim.proposed)] if claim.proposed else []))
        return None, None
    if claim.status is TaskStatus.DONE:
        return _finished(row, claim, place, ask)
    if claim.status is not None and place.finished:
        ask(Doubt.REOPENS, words, (Field.STATUS, claim.status))
        return None, None
    return _not_finished(row, claim, place, ask)


def _finished(
    row: ReturnedRow, claim: Claim, place: Place, ask: Ask
) -> tuple[TaskStatus | None, date | None]:
    typed = row.cell(Field.DONE_ON)
    day = read_day(typed, place.latest) if typed else claim.done_on
    if typed and day is None:
        ask(Doubt.DAY_UNCLEAR, typed, (Field.STATUS, TaskStatus.DONE))
        return None, None
    if day is None:
        if not place.finished:
            likely = claim.likely_on or read_day(row.time, place.latest)
            proposed = [(Field.DONE_ON, likely.isoformat())] if likely else []
            words = row.cell(Field.STATUS)
            ask(Doubt.DONE_WITHOUT_DAY, words, (Field.STATUS, TaskStatus.DONE), *proposed)
        return None, None
    if day > place.latest:
        ask(Doubt.DAY_AHEAD, typed or row.cell(Field.STATUS), (Field.DONE_ON, day.isoformat()))
        return None, None
    return TaskStatus.DONE, day


def _not_finished(
    row: ReturnedRow, claim: Claim, place: Place, ask: Ask
) -> tuple[TaskStatus | None, date | None]:
    typed = row.cell(Field.DONE_ON)
    if not typed:
        return claim.status, None
    if claim.status is None and place.stands.status is TaskStatus.DONE:
        return _finished(row, Claim(TaskStatus.DONE), place, ask)
    ask(Doubt.DAY_WITHOUT_DONE, typed)
    return claim.status, None


def _with_state(entry: ProgressEntry, status: TaskStatus | None, day: date | None) -> ProgressEntry:
    return entry if status is None else entry.in_state(status, day)


def _with_percent(question: Question, percent: int) -> Question:
    """Return a question on the state that asks for the percent beside it, too."""
    said = f"{percent}%"
    text = question.text if said in question.text else f"{question.text}, {said}"
    return replace(question, text=text, proposed=(*question.proposed, (Field.PERCENT, percent)))


def _ask_state(stands: TaskStatus | None, typed: TaskStatus | None, percent: int, ask: Ask) -> None:
    """Ask for state and percent at once; what only the store says is told to be the store's."""
    if typed is not None:
        ask(Doubt.PERCENT_CONTRADICTS, f"{_shown(typed)}, {percent}%", (Field.PERCENT, percent))
        return
    words = _("sổ đang ghi {state}, đơn vị ghi {percent}%")
    text = words.format(state=_shown(stands).lower(), percent=percent)
    likely = TaskStatus.IN_PROGRESS if 0 < percent < 100 else None
    state = [(Field.STATUS, likely)] if likely else []
    ask(Doubt.PERCENT_CONTRADICTS, text, *state, (Field.PERCENT, percent))


def _shown(status: TaskStatus | None) -> str:
    return FORM_STATUSES[status] if status else ""


def changes_between(before: ProgressEntry, after: ProgressEntry, number: int) -> tuple[Change, ...]:
    """Return the cells in which two entries of a task differ, as typed in row `number`."""
    pairs = ((f, _value(before, f), _value(after, f)) for f in Field)
    return tuple(Change(number, after.task, f, old, new) for f, old, new in pairs if old != new)


def _value(entry: ProgressEntry, field: Field) -> Value:
    value = getattr(entry, field.value)
    if isinstance(value, TaskStatus):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return value if value != "" else None
