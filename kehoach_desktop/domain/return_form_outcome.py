"""What comes of a file that came home: changes, questions for a person, refusals with a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kehoach_desktop.domain.indicator_book import Figure
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import STATUS_WORDS, ProgressEntry, TaskStatus
from kehoach_desktop.domain.return_form import Field, LateClaim, OtherWord
from kehoach_desktop.i18n import _

Value = str | int | None


class Reason(StrEnum):
    """Why a file or a row is not taken."""

    UNREADABLE = "unreadable"
    UNKNOWN = "unknown"
    OTHER_STORE = "other_store"
    WRONG_PERIOD = "wrong_period"
    WRONG_UNIT = "wrong_unit"
    DUPLICATE = "duplicate"
    OLDER = "older"


class Doubt(StrEnum):
    """What a person is asked."""

    CARD_CONFLICT = "card_conflict"
    CARD_ALTERED = "card_altered"
    CARD_UNKNOWN = "card_unknown"
    UNKNOWN_TASK = "unknown_task"
    WHICH_TASK = "which_task"
    CODE_AND_TEXT = "code_and_text"
    TASK_TWICE = "task_twice"
    HIDDEN_ROW = "hidden_row"
    STATUS_UNCLEAR = "status_unclear"
    LATE_WITHOUT_STATUS = "late_without_status"
    DONE_WITHOUT_DAY = "done_without_day"
    DAY_UNCLEAR = "day_unclear"
    DAY_AHEAD = "day_ahead"
    DAY_WITHOUT_DONE = "day_without_done"
    PERCENT_UNCLEAR = "percent_unclear"
    PERCENT_CONTRADICTS = "percent_contradicts"
    REOPENS = "reopens"
    OTHER_UNIT_ANSWERED = "other_unit_answered"
    FIGURE_UNCLEAR = "figure_unclear"
    FIGURE_UNKNOWN = "figure_unknown"
    FIGURE_TWICE = "figure_twice"
    FIGURES_LATE = "figures_late"


DOUBT_WORDS: dict[Doubt, Callable[[], str]] = {
    Doubt.CARD_CONFLICT: lambda: _(
        "Tệp mang hai mã phiếu khác nhau (“{text}”); được đọc theo nội dung. Xin xem lại đơn vị."
    ),
    Doubt.CARD_ALTERED: lambda: _(
        "Mã phiếu “{text}” đã bị sửa; tệp được đọc theo nội dung. Xin xem lại đơn vị và kỳ."
    ),
    Doubt.CARD_UNKNOWN: lambda: _(
        "Sổ không có phiếu “{text}”; tệp được đọc theo nội dung. Xin xem lại đơn vị và kỳ."
    ),
    Doubt.UNKNOWN_TASK: lambda: _("Không thấy nhiệm vụ “{text}” trong sổ: là việc thêm?"),
    Doubt.WHICH_TASK: lambda: _("“{text}” là nhiệm vụ nào? Chọn trong các nhiệm vụ gần giống."),
    Doubt.CODE_AND_TEXT: lambda: _(
        "Mã dòng và nội dung “{text}” chỉ hai nhiệm vụ khác nhau: lấy theo bên nào?"
    ),
    Doubt.TASK_TWICE: lambda: _("“{text}”: hai dòng trả lời khác nhau cho một nhiệm vụ."),
    Doubt.HIDDEN_ROW: lambda: _("Dòng “{text}” bị ẩn trong tệp: có lấy không?"),
    Doubt.STATUS_UNCLEAR: lambda: _("Trạng thái ghi “{text}” nghĩa là gì?"),
    Doubt.LATE_WITHOUT_STATUS: lambda: _(
        "Đơn vị ghi “{text}”: đã ghi nhận là chậm; việc đang làm hay chưa làm?"
    ),
    Doubt.DONE_WITHOUT_DAY: lambda: _("Ghi “{text}” mà không có ngày: hoàn thành ngày nào?"),
    Doubt.DAY_UNCLEAR: lambda: _("Ngày hoàn thành ghi “{text}” là ngày nào?"),
    Doubt.DAY_AHEAD: lambda: _("Ngày hoàn thành “{text}” chưa tới hoặc ở ngoài kỳ: đúng không?"),
    Doubt.DAY_WITHOUT_DONE: lambda: _("Có ngày “{text}” mà trạng thái chưa là hoàn thành."),
    Doubt.PERCENT_UNCLEAR: lambda: _("Tỷ lệ ghi “{text}”: là bao nhiêu phần trăm (0–100)?"),
    Doubt.PERCENT_CONTRADICTS: lambda: _("Tỷ lệ và trạng thái trái nhau: “{text}”."),
    Doubt.REOPENS: lambda: _("Sổ đang ghi hoàn thành, đơn vị ghi “{text}”: mở lại nhiệm vụ?"),
    Doubt.OTHER_UNIT_ANSWERED: lambda: _("Đơn vị khác đã trả lời khác với “{text}”: lấy bên nào?"),
    Doubt.FIGURE_UNCLEAR: lambda: _("Số liệu “{text}” không phải số nguyên từ 0; chưa ghi."),
    Doubt.FIGURE_UNKNOWN: lambda: _(
        "Không biết số liệu “{text}” của chỉ tiêu, thôn nào; chưa ghi."
    ),
    Doubt.FIGURE_TWICE: lambda: _("Chỉ tiêu “{text}” ghi hai số khác nhau; chưa ghi."),
    Doubt.FIGURES_LATE: lambda: _(
        "Số liệu ({text}) là của kỳ đã chốt, không ghi sang kỳ sau; muốn ghi thì chọn đính chính."
    ),
}

FIELD_WORDS: dict[Field, Callable[[], str]] = {
    Field.STATUS: lambda: _("Trạng thái"),
    Field.DONE_ON: lambda: _("Ngày hoàn thành"),
    Field.PERCENT: lambda: _("Tỷ lệ %"),
    Field.RESULT: lambda: _("Kết quả"),
    Field.OBSTACLE: lambda: _("Khó khăn, vướng mắc"),
    Field.PROPOSAL: lambda: _("Kiến nghị, đề xuất"),
    Field.EVIDENCE: lambda: _("Minh chứng"),
    Field.NEXT_STEPS: lambda: _("Bước tiếp theo"),
}

REASON_WORDS: dict[Reason, Callable[[], str]] = {
    Reason.UNREADABLE: lambda: "{text}",
    Reason.UNKNOWN: lambda: _(
        "Không nhận ra phiếu hay bảng tiến độ nào của các nhiệm vụ trong sổ: “{text}”."
    ),
    Reason.OTHER_STORE: lambda: _("Phiếu này do sổ khác gửi đi ({text}), không phải sổ này."),
    Reason.WRONG_PERIOD: lambda: _("Phiếu của kỳ khác: {text}."),
    Reason.WRONG_UNIT: lambda: _("Không phải việc của đơn vị này: {text}."),
    Reason.DUPLICATE: lambda: _("Đã nhận đúng nội dung này rồi: {text}."),
    Reason.OLDER: lambda: _("Cũ hơn bản đã nhận: {text}."),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that lands: where it was typed, what stands and what will stand."""

    row: int
    task: TaskId
    field: Field
    old: Value
    new: Value


@dataclass(frozen=True, slots=True)
class Question:
    """One thing only a person can tell; nothing of it is kept. `row` is None for the whole file.

    `candidates` are tasks the row may mean; `proposed` is the likely answer, never taken by itself.
    """

    doubt: Doubt
    text: str
    row: int | None = None
    task: TaskId | None = None
    candidates: tuple[TaskId, ...] = ()
    proposed: tuple[tuple[Field, Value], ...] = ()

    @property
    def message(self) -> str:
        """The question as a sentence."""
        return DOUBT_WORDS[self.doubt]().format(text=self.text)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file (`row` None) or a row that is not taken, and why."""

    reason: Reason
    text: str
    row: int | None = None
    task: TaskId | None = None

    @property
    def message(self) -> str:
        """The reason as a sentence."""
        return REASON_WORDS[self.reason]().format(text=self.text)


@dataclass(frozen=True, slots=True)
class RowReading:
    """How one row was understood, whatever came of it.

    `date` is the day that a column of deadlines or days names, a month's or quarter's last one.
    """

    number: int
    content: str
    task: TaskId | None
    status: TaskStatus | None
    late: bool
    percent: int | None
    date: date | None
    status_text: str


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What comes of one row: the entry as it will stand, and how it was read."""

    reading: RowReading
    entry: ProgressEntry | None = None
    changes: tuple[Change, ...] = ()
    questions: tuple[Question, ...] = ()
    refused: tuple[Refusal, ...] = ()
    claim: LateClaim | None = None


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that lands: where it was typed, what was given before, and the figure itself."""

    row: int
    name: str
    measure: str
    before: Figure | None
    figure: Figure


@dataclass(frozen=True, slots=True)
class Comparison:
    """A file beside what stands: nothing is kept yet.

    `period` is the key the file names, or the one asked for where it names none.
    """

    file: str
    unit: str
    period: str
    form: str
    digest: str
    accepted: bool
    rows: tuple[RowOutcome, ...] = ()
    about_file: tuple[Question, ...] = ()
    refused_file: tuple[Refusal, ...] = ()
    ignored: tuple[tuple[int, str], ...] = ()
    figures: tuple[FigureChange, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every cell that lands."""
        return tuple(change for row in self.rows for change in row.changes)

    @property
    def questions(self) -> tuple[Question, ...]:
        """Everything to be asked, about the file first."""
        return (*self.about_file, *(q for row in self.rows for q in row.questions))

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """Everything that is not taken, the file first."""
        return (*self.refused_file, *(r for row in self.rows for r in row.refused))

    @property
    def is_blank(self) -> bool:
        """Whether a form of ours came home with nothing typed into it: nothing is answered."""
        said = any(row.entry or row.questions or row.refused for row in self.rows)
        told = said or self.figures or self.about_file
        return bool(self.form) and self.accepted and not told

    @property
    def tasks(self) -> tuple[TaskId, ...]:
        """The tasks for which the file holds a state or words that were taken."""
        return tuple(row.entry.task for row in self.rows if row.entry is not None)


def other_words(taken: Comparison, period: str) -> tuple[OtherWord, ...]:
    """Return what a file says against the answers of other units, which nobody settled."""
    return tuple(
        OtherWord(period, question.task, taken.unit, _told(question))
        for question in taken.questions
        if question.doubt is Doubt.OTHER_UNIT_ANSWERED and question.task is not None
    )


def _told(question: Question) -> str:
    return "; ".join(f"{FIELD_WORDS[of]()}: {_word(value)}" for of, value in question.proposed)


def _word(value: Value) -> str:
    words = {status.value: _(said) for status, said in STATUS_WORDS.items()}
    return words.get(str(value), str(value))
