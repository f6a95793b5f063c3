"""The rows of the figures: an indicator opens to its villages, a village to days and papers."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt

from kehoach_desktop.domain.figure_cell import Cell, Source
from kehoach_desktop.domain.figure_sheet import FigureLine, FigureSheet, UnitLine
from kehoach_desktop.domain.figure_words import (
    aim_words,
    difference_words,
    figure_words,
    percent_words,
    whole_words,
)
from kehoach_desktop.domain.indicator_book import FigureKey
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _
from kehoach_desktop.ui.list_model import SHOWN, Column
from kehoach_desktop.ui.table_cells import Role

RIGHT = Qt.AlignmentFlag.AlignRight
ALIGN = Qt.ItemDataRole.TextAlignmentRole
STEP_IN = "\u2003\u2003"
NO_GLYPH = "\u2003\u2002"  # as wide as the glyph of a row that opens


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A total, what a village gave to it, or what that stands on; `key` tells it from all others.

    `opens` says whether there is something under it, `is_open` whether that is shown.
    """

    key: tuple[str, ...]
    line: FigureLine
    unit: UnitLine | None = None
    source: Source | None = None
    opens: bool = True
    is_open: bool = False

    @property
    def cell(self) -> Cell:
        """What is known of the row."""
        if self.source is not None:
            return Cell(self.source.value)
        return self.unit.cell if self.unit else self.line.total

    @property
    def figures(self) -> tuple[FigureKey, ...]:
        """The figures that were given and stand under the row; a total has none of its own."""
        own = (self.source,) if self.source else self.unit.cell.sources if self.unit else ()
        return tuple(source.figure for source in own if source.figure)


def figure_rows(sheet: FigureSheet, opened: Collection[tuple[str, ...]]) -> tuple[FigureRow, ...]:
    """Return the rows of a sheet; under those whose key is `opened` stands what they hold."""
    return tuple(_rows(sheet, opened))


def _rows(sheet: FigureSheet, opened: Collection[tuple[str, ...]]) -> Iterator[FigureRow]:
    for line in sheet.lines:
        key = (line.indicator.id,)
        yield FigureRow(key, line, opens=bool(line.units), is_open=key in opened)
        if key in opened:
            for unit in line.units:
                inner = (*key, unit.unit)
                sources = unit.cell.sources
                yield FigureRow(
                    inner, line, unit, opens=bool(sources), is_open=inner in opened
                )  # fmt: skip
                if inner in opened:
                    for number, source in enumerate(sources):
                        yield FigureRow((*inner, str(number)), line, unit, source, opens=False)


def _name(row: FigureRow) -> str:
    if row.source is not None:
        day = typed_day(row.source.day)
        told = _(row.source.words) if row.source.activity else row.source.words
        said = f"{told}, {day}" if day else told
        if not row.source.counted:
            said = _("{source} (đã nằm trong số báo)").format(source=said)
        return STEP_IN * 2 + NO_GLYPH + said
    if row.unit and not row.opens:
        return STEP_IN + NO_GLYPH + row.unit.name
    return STEP_IN + row.unit.name if row.unit else _(row.line.indicator.name)


def _missing(row: FigureRow) -> str:
    if row.source is not None:
        period = ReportingPeriod.parse(row.source.period).short_name
        return period if row.source.value is not None else _("chưa ghi số người")
    if row.unit is None:
        return whole_words(row.line)
    gaps = (ReportingPeriod.parse(gap.period).short_name.lower() for gap in row.unit.cell.gaps)
    named = ", ".join(dict.fromkeys(gaps))
    return _("thiếu {periods}").format(periods=named) if named else ""


def _glyph(row: FigureRow) -> str | None:
    if row.source is not None or not row.opens:
        return None
    return "down" if row.is_open else "right"


def marked(cell: Cell) -> str:
    """Return a figure, with a star where something is missing from it."""
    star = "*" if cell.value is not None and cell.gaps else ""
    return f"{figure_words(cell.value)}{star}"


def _compared(row: FigureRow, cell: Cell, difference: int | None) -> str:
    if row.unit is not None:
        return ""
    said = difference_words(difference)
    told = marked(cell)
    return f"{told} ({said})" if said else told


def _target(row: FigureRow) -> str:
    if row.unit is None:
        return aim_words(row.line.aim)
    return figure_words(row.unit.target) if row.unit.target and row.source is None else ""


def _tone(row: FigureRow) -> str:
    counted = row.source is None or row.source.counted
    return "text" if counted and row.cell.value is not None else "text3"


COLUMNS = (
    Column(
        lambda: _("Chỉ tiêu, thôn, nguồn"),
        {
            SHOWN: _name,
            Role.GLYPH: _glyph,
            Role.STRONG: lambda row: row.unit is None,
            Role.TONE: lambda row: "text2" if row.source else "text",
        },
    ),
    Column(
        lambda: _("Đơn vị tính"),
        {
            SHOWN: lambda row: "" if row.unit else _(row.line.indicator.measure),
            Role.TONE: lambda _row: "text2",
        },
    ),
    Column(
        lambda: _("Trong kỳ"),
        {
            SHOWN: lambda row: marked(row.cell),
            ALIGN: lambda _row: RIGHT,
            Role.TONE: _tone,
            Role.STRONG: lambda row: row.unit is None,
        },
    ),
    Column(
        lambda: _("Kỳ trước"),
        {
            SHOWN: lambda row: _compared(row, row.line.before, row.line.since_before),
            ALIGN: lambda _row: RIGHT,
            Role.TONE: lambda _row: "text2",
        },
    ),
    Column(
        lambda: _("Cùng kỳ năm trước"),
        {
            SHOWN: lambda row: _compared(row, row.line.last_year, row.line.since_last_year),
            ALIGN: lambda _row: RIGHT,
            Role.TONE: lambda _row: "text2",
        },
    ),
    Column(lambda: _("Giao"), {SHOWN: _target, ALIGN: lambda _row: RIGHT}),
    Column(
        lambda: _("Đạt"),
        {
            SHOWN: lambda row: "" if row.unit else percent_words(row.line) or "",
            ALIGN: lambda _row: RIGHT,
        },
    ),
    Column(
        lambda: _("Còn thiếu"),
        {SHOWN: _missing, Role.TONE: lambda row: "text2" if row.source else "amber"},
    ),
)
WIDTHS = (300, 92, 84, 108, 132, 92, 96, 260)
