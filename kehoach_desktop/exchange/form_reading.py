"""Read what came home: a form of ours, however it was saved, or a table somebody drew."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_desktop.domain.draft import Source, SourceRow, SourceTable
from kehoach_desktop.domain.return_form import (
    TEXT_FIELDS,
    Field,
    Returned,
    ReturnedRow,
)
from kehoach_desktop.domain.text import clean, fold, squeeze
from kehoach_desktop.exchange.form_columns import (
    Columns,
    code_in,
    is_state,
    of_current_period,
    with_states,
)
from kehoach_desktop.exchange.form_figures import typed_figures
from kehoach_desktop.exchange.form_layout import Part, Role
from kehoach_desktop.exchange.form_parts import FormPart, parts_of
from kehoach_desktop.exchange.form_signature import is_signature

_MARKS = {"x", "v", "✓", "✔", "√", "+", "1", "co", "dung", "true"}
_NUMBERS_UNDER_HEADER = re.compile(r"\(?\d{1,2}\)?|\(?[a-z]\)?|\(?\d+\s*=.*")


def read_returns(source: Source) -> tuple[Returned, ...]:
    """Return what came home in `source`, one at least: several units may share a file.

    Each has its cards, headings, rows, and lines that are no rows. Hidden sheets are looked into
    for the card only. A file without a table of answers has no rows.
    """
    return tuple(_returned(part, source) for part in parts_of(source))


def _returned(part: FormPart, source: Source) -> Returned:
    rows: list[ReturnedRow] = []
    ignored: list[tuple[int, str]] = []
    for piece in part.pieces:
        if piece.columns is not None:
            current = of_current_period(piece.columns, part.headings)
            body = _Body(piece.table, current)
            rows.extend(body.rows())
            ignored.extend(body.ignored)
    return Returned(
        source.name,
        card=part.card,
        line=part.line,
        headings=tuple(squeeze(clean(text)) for text in part.headings if text.strip()),
        rows=tuple(rows),
        ignored=tuple(ignored),
        sha256=source.sha256,
        figures=tuple(t for piece in part.pieces for t in typed_figures(piece.table)),
    )


class _Body:
    """The rows under a header."""

    def __init__(self, table: SourceTable, columns: Columns) -> None:
        self._table, self._columns = table, with_states(columns, table.rows)
        self.ignored: list[tuple[int, str]] = []
        self._covered = self._cells_under_merges()

    def rows(self) -> list[ReturnedRow]:
        """Return the rows of answers; a signature ends them, repeated headers are left out."""
        found: list[ReturnedRow] = []
        columns = self._columns
        header = self._table.rows[columns.first] if columns.first < columns.body else None
        signed = False
        for index, row in enumerate(self._table.rows):
            if index < self._columns.body or not any(text.strip() for text in row.cells):
                continue
            code = self._code(index)
            signed = (signed or self._signs(index)) and not code
            if signed or self._is_no_row(row, header):
                self.ignored.append((row.number, squeeze(" ".join(row.cells))))
            elif found and self._continues(index):
                found[-1] = self._joined(found[-1], index)
            else:
                found.append(self._row(index, code))
            if not signed:
                self.ignored.extend(self._unread(index))
        return found

    def _unread(self, index: int) -> Iterator[tuple[int, str]]:
        """Yield what stands in columns that nobody knows, so that it is seen."""
        for column, header in self._columns.unread.items():
            if text := squeeze(self._cell(index, column)):
                yield self._table.rows[index].number, f"{header}: {text}"

    def _row(self, index: int, code: str) -> ReturnedRow:
        row = self._table.rows[index]
        return ReturnedRow(
            number=row.number,
            content=clean(self._text(index, Part.CONTENT)).strip(),
            sheet=self._table.name,
            code=code,
            label=squeeze(self._text(index, Part.LABEL)),
            cells=tuple(self._cells(index)),
            time=squeeze(clean(self._time(index, code))),
            hidden=row.hidden,
        )

    def _cells(self, index: int) -> Iterator[tuple[Field, str]]:
        for field in Field:
            text = clean(self._text(index, field)).strip()
            if field is Field.STATUS and not text:
                text = self._ticked(index) or self._state_as_result(index)
            if text:
                yield field, text

    def _state_as_result(self, index: int) -> str:
        """Return the result where the table has no column of states and the result is one."""
        columns = self._columns
        text = clean(self._text(index, Field.RESULT)).strip()
        stated = bool(columns.ticks or columns.at(Field.STATUS))
        return text if not stated and is_state(text) else ""

    def _ticked(self, index: int) -> str:
        """Return the states ticked in a row, each with what was written there instead of a mark."""
        said = []
        for column, state in self._columns.ticks.items():
            text = squeeze(clean(self._cell(index, column)))
            if text:
                said.append(state if fold(text) in _MARKS else f"{state}: {text}")
        return "; ".join(said)

    def _text(self, index: int, role: Role) -> str:
        texts = [self._cell(index, column) for column in self._columns.at(role)]
        filled = [text for text in texts if text.strip()]
        if role in TEXT_FIELDS:  # "Khó khăn" and "Nguyên nhân" are two columns of one thing
            lines = (self._lines(index, column) for column in self._columns.at(role))
            return "\n".join(dict.fromkeys(filter(str.strip, lines)))
        return next(iter(filled), "")

    def _time(self, index: int, code: str) -> str:
        """Return the text that may name a day; a form of ours has its deadline in grey there."""
        return self._text(index, Part.TIME) or ("" if code else self._text(index, Part.DEADLINE))

    def _cell(self, index: int, column: int) -> str:
        index = self._covered.get((index, column), index)
        cells = self._table.rows[index].cells
        return cells[column] if column < len(cells) else ""

    def _lines(self, index: int, column: int) -> str:
        """Return a text in its lines; in a sheet not ours, where each line is a sentence."""
        typed = self._table.rows[self._covered.get((index, column), index)].typed(column)
        lines = typed.split("\n")
        whole = all(not line[:1].islower() and len(line.split()) > 2 for line in lines)
        return typed if whole or self._code(index) else self._cell(index, column)

    def _code(self, index: int) -> str:
        codes = (code_in(self._cell(index, column)) for column in self._columns.at(Part.CODE))
        return next(filter(None, codes), "")

    def _cells_under_merges(self) -> dict[tuple[int, int], int]:
        """Return the row a cell takes its text from: a downward merge speaks for all it covers."""
        return {
            (row, merge.left): merge.top
            for merge in self._table.merges
            if merge.left == merge.right and merge.top >= self._columns.body
            for row in range(merge.top + 1, min(merge.bottom, len(self._table.rows) - 1) + 1)
        }

    def _continues(self, index: int) -> bool:
        """Say whether a row goes on with the task above: its text is merged down from there."""
        return any((index, c) in self._covered for c in self._columns.at(Part.CONTENT))

    def _joined(self, above: ReturnedRow, index: int) -> ReturnedRow:
        held = dict(above.cells)
        for field, text in self._row(index, "").cells:
            if field not in held:
                held[field] = text
            elif squeeze(text) not in squeeze(held[field]):
                held[field] = f"{held[field]}\n{text}"
        return ReturnedRow(
            above.number, above.content, above.sheet, above.code, above.label,
            tuple(held.items()), above.time, above.hidden,
        )  # fmt: skip

    def _signs(self, index: int) -> bool:
        """Say whether the lines of signature begin here: their words, and no state beside them."""
        row = self._table.rows[index]
        texts = [text for text in row.cells if text.strip()]
        words = any(map(is_signature, texts))
        status = self._text(index, Field.STATUS)
        return words and (not status or is_signature(status))

    def _is_no_row(self, row: SourceRow, header: SourceRow | None) -> bool:
        texts = [fold(text) for text in row.cells if text.strip()]
        if header is not None and texts == [fold(text) for text in header.cells if text.strip()]:
            return True
        return len(texts) > 2 and all(_NUMBERS_UNDER_HEADER.fullmatch(text) for text in texts)
