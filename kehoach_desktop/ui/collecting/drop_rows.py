"""What came home, row by row: each cell beside what stands, each question where it was typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt

from kehoach_desktop.domain.indicator_book import Figure
from kehoach_desktop.domain.period import ReportingPeriod, UnknownPeriod
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import STATUS_WORDS, TaskStatus
from kehoach_desktop.domain.return_form import Field
from kehoach_desktop.domain.return_form_outcome import (
    FIELD_WORDS,
    Change,
    Comparison,
    FigureChange,
    Question,
    Reason,
    Refusal,
    RowOutcome,
    Value,
)
from kehoach_desktop.domain.text import grouped, task_name, typed_day
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.ui.collecting.drop import Drop, Unread
from kehoach_desktop.ui.list_model import SHOWN, Column, Heading
from kehoach_desktop.ui.looks import STATUS_LOOKS, Look
from kehoach_desktop.ui.table_cells import Role

Labels = Mapping[TaskId, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class CellRow:
    """A cell that would be written; `taken` is its tick."""

    file: int
    row: int
    change: Change
    taken: bool


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure that would be written; `taken` is its tick."""

    file: int
    change: FigureChange
    taken: bool


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A question; `row` is None where it is about the whole file."""

    file: int
    row: int | None
    question: Question


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A file or a row that is not taken."""

    file: int
    refusal: Refusal


Shown = Heading | CellRow | FigureRow | AskedRow | RefusedRow


def drop_rows(drop: Drop, labels: Labels) -> tuple[Shown, ...]:
    """Return everything that waits, file by file."""
    rows: list[Shown] = []
    for number, file in enumerate(drop.compared):
        rows.append(file_heading(file))
        rows.extend(RefusedRow(number, refusal) for refusal in file.refused_file)
        if file.accepted:
            rows.extend(AskedRow(number, None, question) for question in file.about_file)
            rows.extend(_of_figures(drop, number))
            rows.extend(_of_file(drop, number, labels))
    for unread in drop.unread:
        rows.extend(_of_unread(unread))
    return tuple(rows)


def file_heading(file: Comparison) -> Heading:
    """Return "Phòng Kinh tế – tệp “bc.xlsx”" with what it comes to."""
    unit = file.unit or _("Chưa rõ đơn vị")
    title = _("{unit} – tệp “{file}”").format(unit=unit, file=file.file)
    return Heading(title, _came_to(file), "document")


def _came_to(file: Comparison) -> str:
    if not file.accepted:
        return _("không nhận")
    quiet = sum(not row.changes and not row.questions and not row.refused for row in file.rows)
    known = _("mã trong phiếu đúng đơn vị, đúng kỳ") if file.form else _("không có mã phiếu")
    parts = [known]
    if quiet:
        said = counted("{count} dòng không có gì mới", quiet)
        parts.append(said.format(count=quiet))
    if file.ignored:
        parts.append(_("{count} dòng không phải nhiệm vụ").format(count=len(file.ignored)))
    return "; ".join(parts)


def _of_figures(drop: Drop, number: int) -> Iterator[Shown]:
    figures = drop.compared[number].figures
    if figures:
        count = len(figures)
        words = counted("{count} chỉ tiêu", count)
        yield Heading(_("Số liệu của thôn"), words.format(count=count))
        for change in figures:
            yield FigureRow(number, change, drop.is_figure_taken(number, change))


def _figure_words(figure: Figure | None, measure: str) -> str:
    return f"{grouped(figure.value)} {_(measure)}" if figure else _("(chưa có)")


def _of_file(drop: Drop, number: int, labels: Labels) -> Iterator[Shown]:
    for place, row in enumerate(drop.compared[number].rows):
        inside: list[Shown] = [RefusedRow(number, refusal) for refusal in row.refused]
        inside += (
            CellRow(number, place, change, drop.is_taken(number, place, change))
            for change in row.changes
        )
        inside += (AskedRow(number, place, question) for question in row.questions)
        if inside:
            yield _task_heading(row, labels)
            yield from inside


def _task_heading(row: RowOutcome, labels: Labels) -> Heading:
    reading = row.reading
    where = _("dòng {row} trong phiếu").format(row=reading.number)
    if reading.task is None:
        return Heading(f"“{task_name(reading.content)}”", where)
    label, content = labels.get(reading.task, ("", ""))
    return Heading(f"{label}  {task_name(content)}".strip(), where)


def _of_unread(unread: Unread) -> Iterator[Shown]:
    title = _("Tệp “{file}”").format(file=unread.file)
    yield Heading(title, _("không đọc được"), "document")
    yield RefusedRow(-1, Refusal(Reason.UNREADABLE, unread.why))


def value_words(value: Value) -> str:
    """Return a value as people read it: a state in words, a day in digits, a share with %."""
    if value is None:
        return ""
    if isinstance(value, int):
        return f"{value}%"
    if value in {status.value for status in TaskStatus}:
        return _(STATUS_WORDS[TaskStatus(value)])
    try:
        return typed_day(date.fromisoformat(value))
    except ValueError:
        return value


def period_words(text: str) -> str:
    """Return the name of the period that a refusal's key names, the text itself where none."""
    try:
        return ReportingPeriod.parse(text).name
    except UnknownPeriod:  # the sheet may name anything at all
        return text


def _field(row: Shown) -> str:
    if isinstance(row, CellRow):
        return FIELD_WORDS[row.change.field]()
    if isinstance(row, FigureRow):
        return _(row.change.name)
    if isinstance(row, AskedRow):
        return _("Chưa rõ")
    return _("Không nhận")


def _stands(row: Shown) -> str:
    if isinstance(row, FigureRow):
        return _figure_words(row.change.before, row.change.measure)
    return value_words(row.change.old) or _("(chưa có)") if isinstance(row, CellRow) else ""


def _came(row: Shown) -> str:
    if isinstance(row, FigureRow):
        return _figure_words(row.change.figure, row.change.measure)
    if isinstance(row, CellRow):
        return value_words(row.change.new) or _("(bỏ trống)")
    return row.question.message if isinstance(row, AskedRow) else refused_words(row)


def refused_words(row: Shown) -> str:
    """Return why a file or a row is not taken, "" for any other row."""
    if not isinstance(row, RefusedRow):
        return ""
    if row.refusal.reason is Reason.WRONG_PERIOD:
        name = period_words(row.refusal.text)
        return _("Phiếu này của {period}, không phải kỳ đang mở.").format(period=name)
    return row.refusal.message


def _look_of(row: Shown) -> Look:
    """Return how a row looks: ticked or not, a question, or not taken."""
    if isinstance(row, CellRow | FigureRow):
        return _TAKEN if row.taken else _LEFT
    return _ASKED if isinstance(row, AskedRow) else _REFUSED


_TAKEN, _LEFT = Look("box_on", "acc"), Look("box", "ctl", "text3")
_ASKED, _REFUSED = Look("flag", "amber"), Look("octagon", "red", "red")


def _spoken(row: Shown) -> str:
    if isinstance(row, CellRow | FigureRow):
        return _("lấy") if row.taken else _("để lại")
    return _("chưa rõ") if isinstance(row, AskedRow) else _("không nhận")


def _look(row: Shown, *, new: bool) -> tuple[str | None, str | None]:
    """Return glyph and hue of a state, nothing for any other cell."""
    if not isinstance(row, CellRow) or row.change.field is not Field.STATUS:
        return None, None
    value = row.change.new if new else row.change.old
    look = STATUS_LOOKS[TaskStatus(str(value)) if value else None]
    return look.glyph, look.hue


COLUMNS = (
    Column(
        lambda: "",
        {
            SHOWN: lambda _row: "",
            Role.GLYPH: lambda row: _look_of(row).glyph,
            Role.HUE: lambda row: _look_of(row).hue,
            Qt.ItemDataRole.AccessibleTextRole: _spoken,
        },
    ),
    Column(lambda: _("Mục"), {SHOWN: _field, Role.TONE: lambda row: _look_of(row).words}),
    Column(
        lambda: _("Đang có trong sổ"),
        {
            SHOWN: _stands,
            Role.TONE: lambda row: "text2",
            Role.GLYPH: lambda row: _look(row, new=False)[0],
            Role.HUE: lambda row: _look(row, new=False)[1],
        },
    ),
    Column(
        lambda: _("Phiếu gửi về"),
        {
            SHOWN: _came,
            Role.TONE: lambda row: _look_of(row).words,
            Role.GLYPH: lambda row: _look(row, new=True)[0],
            Role.HUE: lambda row: _look(row, new=True)[1],
            Role.ADDED: lambda row: isinstance(row, CellRow | FigureRow) and row.taken,
        },
    ),
)
