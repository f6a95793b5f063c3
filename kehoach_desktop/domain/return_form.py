"""A return form: the sheet that goes to a unit with its tasks, and what comes home in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kehoach_desktop.domain.activity import IndicatorId
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import TaskStatus
from kehoach_desktop.domain.text import clean, fold, squeeze

CODE_LENGTH, CHECKSUM_LENGTH = 6, 6
CARD_MARK = "kehoach-phieu-1"


class Field(StrEnum):
    """What a unit fills in for a task."""

    STATUS = "status"
    DONE_ON = "done_on"
    PERCENT = "percent"
    RESULT = "result"
    OBSTACLE = "obstacle"
    PROPOSAL = "proposal"
    EVIDENCE = "evidence"
    NEXT_STEPS = "next_steps"


TEXT_FIELDS = (
    Field.RESULT,
    Field.OBSTACLE,
    Field.PROPOSAL,
    Field.EVIDENCE,
    Field.NEXT_STEPS,
)

# Words of the form itself, which is a paper of the office: Vietnamese whatever the screens speak.
FORM_STATUSES = {
    TaskStatus.NOT_STARTED: "Chưa thực hiện",
    TaskStatus.IN_PROGRESS: "Đang thực hiện",
    TaskStatus.DONE: "Hoàn thành",
    TaskStatus.ONGOING: "Thường xuyên",
    TaskStatus.NOTHING: "Không phát sinh",
    TaskStatus.SUSPENDED: "Tạm dừng",
}


@dataclass(frozen=True, slots=True)
class Card:
    """What a form is known by: our store, the period's key, the unit, the form, and their sum.

    `codes` are those of the tasks it went out with. A card read from the visible line alone knows
    neither store, unit nor codes.
    """

    period: str
    form: str
    checksum: str
    store: str = ""
    unit: str = ""
    codes: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """The visible line: what remains when the hidden sheet is gone."""
        return f"Mã phiếu: {self.period}/{self.form}/{self.checksum}"

    @property
    def fits(self) -> bool:
        """Whether the sum is that of the rest; a card altered by hand does not fit."""
        return self.checksum == checksum(self.store, self.period, self.unit, self.form, self.codes)


def checksum(store: str, period: str, unit: str, form: str, codes: Iterable[str]) -> str:
    """Return the sum over what a form is known by; the order of its rows does not count."""
    named = "\n".join((store, period, fold(unit), form, *sorted(codes)))
    return hashlib.sha256(named.encode()).hexdigest()[:CHECKSUM_LENGTH]


def code_of(task: TaskId) -> str:
    """Return the short code by which a form's row names its task; a letter keeps it a text."""
    return f"N{task[:CODE_LENGTH]}"


@dataclass(frozen=True, slots=True)
class FormLine:
    """A task in a form: its labels, the province's text, and last time's words in grey."""

    task: TaskId
    label: str
    content: str
    deadline: str
    last: str = ""

    @property
    def code(self) -> str:
        """The code the row carries."""
        return code_of(self.task)


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure a village is asked for: its indicator, and `stands`, what is held by now."""

    indicator: IndicatorId
    name: str
    measure: str
    stands: int | None = None


@dataclass(frozen=True, slots=True)
class ReturnForm:
    """The form of one unit for one period; `due` is the day it is asked back by.

    `figures` are those a village is asked for, none of other units.
    """

    card: Card
    office: Office
    period: ReportingPeriod
    unit: str
    due: date | None
    lines: tuple[FormLine, ...]
    figures: tuple[FigureLine, ...] = ()


@dataclass(frozen=True, slots=True)
class TypedFigure:
    """A figure as a unit typed it: in which row, for which indicator by code or by name."""

    row: int
    code: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """One row as it came home, cells as typed; `cells` holds the filled ones only.

    `time` is the text of a column that may name the deadline or the day of completion.
    """

    number: int
    content: str
    sheet: str = ""
    code: str = ""
    label: str = ""
    cells: tuple[tuple[Field, str], ...] = ()
    time: str = ""
    hidden: bool = False

    def cell(self, field: Field) -> str:
        """Return what was typed for `field`, "" where nothing was."""
        return dict(self.cells).get(field, "")


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that came home: its cards, the lines over its tables, its rows, what is no row.

    `card` is that of the hidden sheet, `line` that of the visible line; `sha256` is that of the
    file's bytes, "" where nobody told.
    """

    file: str
    card: Card | None = None
    line: Card | None = None
    headings: tuple[str, ...] = ()
    rows: tuple[ReturnedRow, ...] = ()
    ignored: tuple[tuple[int, str], ...] = ()
    sha256: str = ""
    figures: tuple[TypedFigure, ...] = ()

    @property
    def digest(self) -> str:
        """The sum over what was typed, the same however the file was saved, named or ordered."""
        typed = sorted(repr((r.code, fold(r.content), _plain(r.cells), r.time)) for r in self.rows)
        typed += sorted(repr((f.code, fold(f.name), squeeze(f.text))) for f in self.figures)
        return hashlib.sha256("\n".join(typed).encode()).hexdigest()


def _plain(cells: tuple[tuple[Field, str], ...]) -> list[tuple[str, str]]:
    return sorted((field.value, squeeze(clean(text))) for field, text in cells)


@dataclass(frozen=True, slots=True)
class SentForm:
    """A form that went out: when (ISO, UTC), to whom, with which tasks, and as which file."""

    form: str
    period: str
    unit: str
    sent_at: str
    due: date | None
    checksum: str
    tasks: tuple[TaskId, ...]
    file: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A file that was taken in: when, whose, the sum of what was typed, the tasks it answered.

    `form` is "" where no form of ours came back.
    """

    period: str
    unit: str
    form: str
    file: str
    digest: str
    received_at: str
    tasks: tuple[TaskId, ...]


@dataclass(frozen=True, slots=True)
class OtherWord:
    """What a unit answered for a task another unit had answered differently; it was not taken."""

    period: str
    task: TaskId
    unit: str
    words: str


@dataclass(frozen=True, slots=True)
class LateClaim:
    """A unit's own word that a task is late, in its words; never a state of the task."""

    period: str
    task: TaskId
    unit: str
    words: str
