"""Which tables of a file make up one return: several units' may lie in one workbook or paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kehoach_desktop.domain.draft import Merge, Source, SourceTable
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.return_form import CARD_MARK, Card
from kehoach_desktop.domain.return_form_heading import periods_named, same_unit, unit_named
from kehoach_desktop.domain.text import clean, fold, squeeze
from kehoach_desktop.exchange.form_columns import Columns, find_columns, is_header
from kehoach_desktop.exchange.form_figures import figure_columns
from kehoach_desktop.exchange.form_layout import CARD_LINE
from kehoach_desktop.exchange.form_signature import is_signature

_MOST_IN_HEADING, _UNITLESS_LINES = 2, 12
_ANY_PERIOD = ReportingPeriod.parse("2025")


@dataclass(frozen=True, slots=True)
class Piece:
    """A table, or the part of one that is a unit's; `columns` is None where it holds no answers."""

    table: SourceTable
    columns: Columns | None
    figures: bool
    headings: tuple[str, ...]

    @property
    def answers(self) -> bool:
        """Whether anything a unit typed may stand in it."""
        return self.figures or self.columns is not None


@dataclass(slots=True)
class FormPart:
    """One unit's return: its pieces, the card and the visible line it carries, its headings."""

    line: Card | None = None
    unit: str = ""
    pieces: list[Piece] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    card: Card | None = None

    def takes(self, line: Card | None, unit: str) -> bool:
        """Say whether a piece with that line and that unit over it belongs here."""
        if unit and self.unit and not same_unit(unit, self.unit):
            return False
        if line and self.line:
            return line.form == self.line.form
        return bool(unit and self.unit) or not (line or unit)

    def add(self, piece: Piece, line: Card | None, unit: str) -> None:
        """Take a piece in."""
        self.line, self.unit = self.line or line, self.unit or unit
        self.pieces.append(piece)
        self.headings.extend(piece.headings)


def parts_of(source: Source) -> list[FormPart]:
    """Return the returns a file holds, one at least; each sheet is recognised by itself.

    A sheet that names neither form nor unit goes on with the one before. Of several returns the
    first says of which period they are, where the others say nothing.
    """
    shown = [table for table in source.tables if not table.hidden and not card_in(table)]
    pieces = [piece for table in shown for piece in _pieces(table)]
    parts = _gathered(pieces)
    cards = [card for card in map(card_in, source.tables) if card]
    if len(parts) < 2:
        whole = parts[0] if parts else FormPart()
        whole.headings = [*source.paragraphs, *(line for p in pieces for line in p.headings)]
        whole.line = next(filter(None, map(line_in, whole.headings)), None)
        whole.card = next(iter(cards), None)
        return [whole]
    for part in parts:
        part.card = next((card for card in cards if _is_card_of(card, part)), None)
        part.headings += [piece.table.name for piece in part.pieces]
    _share_period(parts)
    return parts


def card_in(table: SourceTable) -> Card | None:
    """Return the card that a hidden sheet holds, None where it is another table."""
    held = {row.cells[0].strip(): row.cells[1].strip() for row in table.rows if len(row.cells) > 1}
    if CARD_MARK not in (row.cells[0].strip() for row in table.rows if row.cells):
        return None
    return Card(
        period=held.get("period", ""),
        form=held.get("form", ""),
        checksum=held.get("checksum", ""),
        store=held.get("store", ""),
        unit=clean(held.get("unit", "")),
        codes=tuple(held.get("codes", "").split()),
    )


def line_in(text: str) -> Card | None:
    """Return what the visible line of a form tells, None for any other line."""
    found = CARD_LINE.search(fold(text))
    return Card(found[1].upper(), found[2], found[3]) if found else None


def _gathered(pieces: Sequence[Piece]) -> list[FormPart]:
    parts: list[FormPart] = []
    several = sum(piece.answers for piece in pieces) > 1
    for piece in (piece for piece in pieces if piece.answers):
        line = next(filter(None, map(line_in, piece.headings)), None)
        name = (piece.table.name,) if several else ()
        unit = unit_named((*piece.headings, *name), ())
        held = [part for part in parts if part.takes(line, unit)]
        if not held:
            parts.append(FormPart())
        # Of parts that would take it the one just before goes first.
        (held[-1] if held else parts[-1]).add(piece, line, unit)
    return parts


def _is_card_of(card: Card, part: FormPart) -> bool:
    if part.line is not None:
        return card.form == part.line.form
    return bool(card.unit and part.unit) and same_unit(card.unit, part.unit)


def _share_period(parts: Sequence[FormPart]) -> None:
    first = parts[0].headings
    told = [line for line in first if periods_named((line,), _ANY_PERIOD) and not line_in(line)]
    for part in parts[1:]:
        if part.line is None and not periods_named(part.headings, _ANY_PERIOD):
            part.headings += told


def _pieces(table: SourceTable) -> Iterator[Piece]:
    """Yield a table in pieces: a unit named over another header begins a new one."""
    if (found := figure_columns(table)) is not None:
        over = tuple(_lines_over(table, found[0] - 1))
        yield Piece(table, None, figures=True, headings=over)
        return
    columns = find_columns(table.rows)
    begins = _next_unit(table, columns)
    piece = _rows_between(table, 0, begins) if begins else table
    lines = tuple(_lines_over(piece, columns.first if columns else _UNITLESS_LINES))
    yield Piece(piece, columns, figures=False, headings=lines)
    if begins:
        yield from _pieces(_rows_between(table, begins, len(table.rows)))


def _lines_over(table: SourceTable, header: int) -> Iterator[str]:
    yield from (squeeze(clean(line)) for line in table.lead_in if line.strip())
    for row in table.rows[:header]:
        yield from (
            squeeze(clean(text)) for text in row.cells if text.strip() and not is_signature(text)
        )


def _next_unit(table: SourceTable, columns: Columns | None) -> int:
    """Return the row where the lines over another unit's table begin, 0 where none do."""
    if columns is None:
        return 0
    rows = table.rows
    for number in range(columns.body + 1, len(rows)):
        if not is_header(rows, number):
            continue
        top = number
        while top > columns.body + 1 and _is_heading(rows[top - 1].cells):
            top -= 1
        while top < number and any(map(is_signature, rows[top].cells)):
            top += 1
        lines = [text for row in rows[top:number] for text in row.cells if text.strip()]
        if unit_named(lines, ()):
            return top
    return 0


def _is_heading(cells: Sequence[str]) -> bool:
    return sum(bool(text.strip()) for text in cells) <= _MOST_IN_HEADING


def _rows_between(table: SourceTable, first: int, last: int) -> SourceTable:
    merges = (
        Merge(m.top - first, m.left, m.bottom - first, m.right)
        for m in table.merges
        if first <= m.top and m.bottom < last
    )
    lead_in = () if first else table.lead_in
    return replace(table, rows=table.rows[first:last], merges=tuple(merges), lead_in=lead_in)
