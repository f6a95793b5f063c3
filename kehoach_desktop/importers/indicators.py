"""Tables of indicators: what is to be reached, in which unit; their rows are no tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kehoach_desktop.domain.draft import Finding, Merge, Severity, Source, SourceTable
from kehoach_desktop.domain.indicator import Indicator
from kehoach_desktop.domain.text import fold, squeeze
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.blocks import Block
from kehoach_desktop.importers.columns import (
    UNIT,
    find_indicator_header,
    names_indicator,
)
from kehoach_desktop.importers.entries import NOTE, adds_up
from kehoach_desktop.importers.header_rows import is_count_row
from kehoach_desktop.importers.sheet_tables import covering

DECIMAL = re.compile(r"-?\d+\.(\d{1,2}|\d{4,})%?")
ORDINAL = re.compile(r"^(stt|tt|so tt|so thu tu|muc|no)$")
NAME = re.compile(r"\b(chi tieu|chi so|muc tieu|noi dung|ten|danh muc|linh vuc)\b")
TARGET = re.compile(r"\b(chi tieu|muc tieu|ke hoach|kh|phan dau|giao|target|gia tri|can dat)\b")


@dataclass(frozen=True, slots=True)
class _Shape:
    """Which column of a table of indicators is which; -1 where there is none."""

    names: tuple[str, ...]
    ordinal: int
    name: int
    unit: int
    target: int


@dataclass(frozen=True, slots=True)
class IndicatorRows:
    """The part of a table under one header of indicators: rows `top` to `end` (not included)."""

    table: SourceTable
    top: int
    first: int
    end: int
    names: tuple[str, ...]


def indicator_rows(
    source: Source, blocks: Mapping[int, Sequence[Block]], only: Sequence[int] | None = None
) -> Iterator[tuple[int, IndicatorRows]]:
    """Yield the parts of tables (`only` these) that hold indicators, by the table's number."""
    for number, table in enumerate(source.tables):
        if not table.hidden and (only is None or number in only):
            for part in _parts(table, blocks.get(number, ())):
                yield number, part


def _parts(table: SourceTable, blocks: Sequence[Block]) -> Iterator[IndicatorRows]:
    taken = {row for block in blocks for row in range(block.first - 1, block.end)}
    ends = sorted({block.columns.header_rows[0] for block in blocks if block.columns.header_rows})
    row = 0
    while row < len(table.rows):
        found = None if row in taken else find_indicator_header(table, row)
        if found is None:
            row += 1
            continue
        rows, names = found
        end = next((start for start in ends if start > row), len(table.rows))
        again = (r for r in range(rows[-1] + 1, end) if _is_other(table, r, names))
        end = min(end, next(again, end))
        yield IndicatorRows(table, row, rows[-1] + 1, end, names)
        row = end


def _is_other(table: SourceTable, row: int, names: tuple[str, ...]) -> bool:
    """Say whether another header of indicators than `names` stands at `row`."""
    found = find_indicator_header(table, row)
    return found is not None and found[1] != names


def read_indicators(part: IndicatorRows, place: str) -> tuple[list[Indicator], list[Finding]]:
    """Return the indicators of a part, and a finding for every other row that says something."""
    shape, covered = _shape(part), covering(part.table.merges)
    kept: list[Indicator] = []
    findings: list[Finding] = []
    group = ""
    for index in range(part.first, part.end):
        row = part.table.rows[index]
        at = mark("{place}, dòng {row}").format(place=place, row=row.number)
        cells = [_brought(part, covered, index, c) for c in range(len(part.names))]
        reason = _left_out(part, index)
        if not any(row.cells) or reason is None:
            continue
        if reason:
            findings.append(_dropped(at, reason, row.cells))
        elif heading := _heading(part, index, shape):
            group = heading
        elif 0 <= shape.name < len(cells) and cells[shape.name]:
            kept.append(_indicator(cells, shape, group, at))
        else:
            findings.append(_dropped(at, mark("Không rõ dòng này nói gì: “{words}”."), row.cells))
    return kept, findings


def _left_out(part: IndicatorRows, index: int) -> str | None:
    """Return why a row is no indicator; "" where it may be one, None for a header repeated."""
    row = part.table.rows[index]
    filled = [text for text in row.cells if text]
    if row.hidden:
        return mark("Dòng ẩn trong tệp, không đưa vào: “{words}”.")
    if is_count_row(row.cells) or (filled and all(squeeze(t) in part.names for t in filled)):
        return None
    first = filled[0] if filled else ""
    if NOTE.match(fold(first)) or adds_up(first):
        return mark("Ghi chú hoặc chữ ký dưới bảng, không phải chỉ tiêu: “{words}”.")
    return ""


def _dropped(place: str, reason: str, cells: Sequence[str]) -> Finding:
    words = squeeze(" | ".join(filter(None, cells)))[:160]
    return Finding(Severity.INFO, place, reason.format(words=words))


def _heading(part: IndicatorRows, index: int, shape: _Shape) -> str:
    """Return the words of a row that only stands over others, "" for any other row."""
    cells = part.table.rows[index].cells
    filled = [c for c, text in enumerate(cells) if text]
    if not filled or any(c not in (shape.ordinal, shape.name) for c in filled[1:]):
        return ""
    alone = len(filled) == 1 or filled == sorted((shape.ordinal, shape.name))
    below = part.table.rows[index + 1 : index + 2]
    valued = any(sum(map(bool, row.cells)) > 2 for row in below)
    return squeeze(" ".join(cells[c] for c in filled)) if alone and valued else ""


def _shape(part: IndicatorRows) -> _Shape:
    keys = [re.sub(r"[^\w]+", " ", fold(name)).strip() for name in part.names]
    ordinal = next((c for c, key in enumerate(keys) if ORDINAL.match(key)), -1)
    units = [c for c, key in enumerate(keys) if UNIT.search(key) or key == "don vi"]
    unit = next(iter(units), -1)
    before = range(unit if unit > 0 else len(keys))
    own = [c for c in before if names_indicator(keys[c]) and "muc tieu" not in keys[c]]
    named = [c for c, key in enumerate(keys) if NAME.search(key) and c not in (ordinal, unit)]
    name = next(iter((*own, *named)), max(ordinal, 0) + 1)
    others = [c for c in range(name + 1, len(keys)) if c != unit]
    target = next((c for c in others if TARGET.search(keys[c])), -1)
    return _Shape(part.names, ordinal, name, unit, target)


def _indicator(cells: Sequence[str], shape: _Shape, group: str, place: str) -> Indicator:
    def text(column: int) -> str:
        return cells[column] if 0 <= column < len(cells) else ""

    known = (shape.ordinal, shape.name, shape.unit, shape.target)
    values = tuple(
        (name or mark("Cột {number}").format(number=column + 1), cells[column])
        for column, name in enumerate(shape.names)
        if column not in known and (name or text(column))
    )
    ordinal, name, unit, target = map(text, known)
    values = tuple((head, _with_comma(value)) for head, value in values)
    return Indicator(name, ordinal, unit, _with_comma(target), values, group, place)


def _with_comma(figure: str) -> str:
    """Return a figure of a sheet with the decimal comma its cell shows in Vietnamese.

    Three digits after a dot are left alone: "1.500" is fifteen hundred.
    """
    return figure.replace(".", ",") if DECIMAL.fullmatch(figure) else figure


def _brought(
    part: IndicatorRows, covered: Mapping[tuple[int, int], Merge], index: int, column: int
) -> str:
    """Return the text of a cell, or of the merge from above that covers it."""
    cells = part.table.rows[index].cells
    text = cells[column] if column < len(cells) else ""
    merge = covered.get((index, column))
    if text or merge is None or not part.first <= merge.top < index or merge.left != column:
        return text
    return part.table.rows[merge.top].cells[merge.left]
