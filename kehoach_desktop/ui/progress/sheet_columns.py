"""The columns of the period sheet: what each shows, and what typing into it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.domain.progress import (
    STATUS_WORDS,
    ProgressEntry,
    TaskProgress,
    TaskStatus,
)
from kehoach_desktop.domain.text import clean, fold, squeeze, typed_day
from kehoach_desktop.i18n import _, mark
from kehoach_desktop.ui.progress.days import read_day


class Field(StrEnum):
    """The columns, in their order on the sheet."""

    ORDINAL = "ordinal"
    CONTENT = "content"
    STATUS = "status"
    DONE_ON = "done_on"
    PERCENT = "percent"
    RESULT = "result"
    OBSTACLE = "obstacle"
    PROPOSAL = "proposal"
    NEXT_STEPS = "next_steps"
    EVIDENCE = "evidence"


FIELDS = tuple(Field)
EDITABLE = FIELDS[2:]
TEXTS = (Field.RESULT, Field.OBSTACLE, Field.PROPOSAL, Field.NEXT_STEPS, Field.EVIDENCE)

TITLES = {
    Field.ORDINAL: mark("STT"),
    Field.CONTENT: mark("Nhiệm vụ"),
    Field.STATUS: mark("Trạng thái"),
    Field.DONE_ON: mark("Ngày xong"),
    Field.PERCENT: mark("%"),
    Field.RESULT: mark("Kết quả trong kỳ"),
    Field.OBSTACLE: mark("Khó khăn"),
    Field.PROPOSAL: mark("Kiến nghị"),
    Field.NEXT_STEPS: mark("Bước tiếp theo"),
    Field.EVIDENCE: mark("Minh chứng"),
}


class NotAPercent(KehoachError):
    """The text is no whole number of hundredths."""

    def __init__(self, text: str) -> None:
        super().__init__(
            _("“{text}” không phải là tỷ lệ phần trăm; ô giữ như cũ.").format(text=text),
            hint=_("Ghi một số từ 0 đến 100."),
        )


class NotAStatus(KehoachError):
    """The text is none of the states."""

    def __init__(self, text: str) -> None:
        states = ", ".join(_(words) for words in STATUS_WORDS.values())
        super().__init__(
            _("“{text}” không phải là một trạng thái; ô giữ như cũ.").format(text=text),
            hint=_("Các trạng thái: {states}.").format(states=states),
        )


class DayWanted(KehoachError):
    """The task becomes finished, and the day is not known yet."""

    def __init__(self) -> None:
        super().__init__(
            _("Thiếu ngày hoàn thành; chưa ghi gì."),
            hint=_("Ghi ngày ở cột Ngày xong."),
        )


def shown(progress: TaskProgress, field: Field) -> str:
    """Return the words of a cell: this period's, or the state an earlier period closed it with."""
    if field is Field.CONTENT:
        return progress.task.content
    entry = progress.effective if field in (Field.STATUS, Field.DONE_ON) else progress.entry
    return cell_text(entry, field)


def cell_text(entry: ProgressEntry, field: Field) -> str:
    """Return what `entry` holds for a column, as it is typed and copied."""
    if field is Field.STATUS:
        return _(STATUS_WORDS[entry.status]) if entry.status else ""
    if field is Field.DONE_ON:
        return typed_day(entry.done_on)
    if field is Field.PERCENT:
        return "" if entry.percent is None else str(entry.percent)
    return str(getattr(entry, field, ""))


def carried(progress: TaskProgress, field: Field) -> str:
    """Return an earlier period's words for an empty cell, "" where there are none to show."""
    if field not in TEXTS or progress.finished_before or progress.before is None:
        return ""
    return "" if cell_text(progress.entry, field) else cell_text(progress.before, field)


def tag(key: str, beside: str) -> str:
    """Return the mark before words of an earlier period `key`: `T9`, `Q3`, `6T`, `2024`.

    The year is named where the period `beside` it is of another year: `T12/2024`.
    """
    period = ReportingPeriod.parse(key)
    short = {
        PeriodKind.MONTH: f"T{period.index}",
        PeriodKind.QUARTER: f"Q{period.index}",
        PeriodKind.HALF_YEAR: "6T",
        PeriodKind.NINE_MONTHS: "9T",
        PeriodKind.YEAR: str(period.year),
    }[period.kind]
    another = period.kind is not PeriodKind.YEAR and not beside.startswith(str(period.year))
    return f"{short}/{period.year}" if another else short


def written(
    entry: ProgressEntry, field: Field, text: str, period: ReportingPeriod
) -> ProgressEntry:
    """Return `entry` with what was typed into a cell.

    Raises a KehoachError that says why the text does not fit; DayWanted for a task that becomes
    finished without its day.
    """
    plain = clean(text).strip()
    return _WRITERS.get(field, _write_text)(entry, field, plain, period)


def with_status(
    entry: ProgressEntry, status: TaskStatus | None, done_on: date | None = None
) -> ProgressEntry:
    """Return `entry` in another state. Raises DayWanted for finished work without its day."""
    day = done_on or entry.done_on
    if status is TaskStatus.DONE and day is None:
        raise DayWanted
    return entry.in_state(status, day)


def _write_status(
    entry: ProgressEntry, _field: Field, text: str, _period: ReportingPeriod
) -> ProgressEntry:
    return with_status(entry, read_status(text))


def _write_day(
    entry: ProgressEntry, _field: Field, text: str, period: ReportingPeriod
) -> ProgressEntry:
    if text:
        return entry.in_state(TaskStatus.DONE, read_day(text, period))
    if entry.status is TaskStatus.DONE:
        raise DayWanted
    return replace(entry, done_on=None)


def _write_percent(
    entry: ProgressEntry, _field: Field, text: str, _period: ReportingPeriod
) -> ProgressEntry:
    number = text.removesuffix("%").strip().removesuffix(",0").removesuffix(".0")
    if not number:
        return replace(entry, percent=None)
    if not (number.isascii() and number.isdigit() and int(number[:6]) <= 100):
        raise NotAPercent(text)
    return replace(entry, percent=int(number))


def _write_text(
    entry: ProgressEntry, field: Field, text: str, _period: ReportingPeriod
) -> ProgressEntry:
    changes = {field.value: text}
    return replace(entry, **changes)  # type: ignore[arg-type]  # the fields of words


_Writer = Callable[[ProgressEntry, Field, str, ReportingPeriod], ProgressEntry]
_WRITERS: dict[Field, _Writer] = {
    Field.STATUS: _write_status,
    Field.DONE_ON: _write_day,
    Field.PERCENT: _write_percent,
}


def read_status(text: str) -> TaskStatus | None:
    """Return the state `text` names, None for an empty cell. Raises NotAStatus."""
    key = fold(text)
    if not key or key == fold(_("Chưa có trả lời")):
        return None
    for status, words in STATUS_WORDS.items():
        if key in (fold(words), fold(_(words)), status.value):
            return status
    begun = [s for s, words in STATUS_WORDS.items() if fold(_(words)).startswith(key)]
    if len(begun) == 1 and len(key) > 3:
        return begun[0]
    raise NotAStatus(squeeze(text)[:60])


@dataclass(frozen=True, slots=True)
class Edit:
    """One entry as it was and as it becomes."""

    before: ProgressEntry
    after: ProgressEntry


def carried_entry(progress: TaskProgress, field: Field) -> ProgressEntry | None:
    """Return the entry with the earlier period's value of one cell taken over, None without one."""
    before = progress.before
    if before is None:
        return None
    if field is Field.STATUS:
        return with_status(progress.entry, before.status, before.done_on) if before.status else None
    if field is Field.PERCENT:
        return None if before.percent is None else replace(progress.entry, percent=before.percent)
    words = cell_text(before, field) if field in TEXTS else ""
    return (
        _write_text(progress.entry, field, words, ReportingPeriod.parse(before.period))
        if words
        else None
    )


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a pasted block comes to: the edits, and the cells that were not understood."""

    edits: tuple[Edit, ...]
    cells: int
    refused: tuple[str, ...] = ()
    left_over: int = 0


def pasted(
    rows: list[TaskProgress],
    start: Field,
    block: list[list[str]],
    period: ReportingPeriod,
) -> Pasted:
    """Return what writing `block` from the first of `rows` and from column `start` comes to.

    `rows` are the task rows from the cell on, downwards. A blank cell overwrites nothing; one that
    does not fit stays as it was and is named; lines beyond the last row are counted, never written.
    """
    edits: list[Edit] = []
    refused: list[str] = []
    cells = 0
    for progress, texts in zip(rows, block, strict=False):
        after, understood, bad = _paste_row(progress.entry, start, texts, period)
        cells += understood
        refused.extend(bad)
        if after != progress.entry:
            edits.append(Edit(progress.entry, after))
    return Pasted(tuple(edits), cells, tuple(refused), max(0, len(block) - len(rows)))


def _paste_row(
    entry: ProgressEntry, start: Field, texts: list[str], period: ReportingPeriod
) -> tuple[ProgressEntry, int, list[str]]:
    pairs = [
        (f, t) for f, t in zip(FIELDS[FIELDS.index(start) :], texts, strict=False) if t.strip()
    ]
    # The day goes first: a pasted "Hoàn thành" needs the day that stands in the next column.
    pairs.sort(key=lambda pair: pair[0] is not Field.DONE_ON)
    understood, refused = 0, []
    for field, text in pairs:
        try:
            entry = written(entry, field, text, period)
            understood += 1
        except KehoachError as refusal:
            refused.append(refusal.sentence)
    return entry, understood, refused
