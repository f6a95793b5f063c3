"""A block of cells as text: what the clipboard carries to and from a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from html import escape

from kehoach_desktop.domain.text import clean


def as_tabbed(rows: Iterable[Sequence[str]]) -> str:
    """Return cells as Excel's own plain text: tabs between, quotes where a cell has lines."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue().removesuffix("\n")


def as_html(rows: Iterable[Sequence[str]]) -> str:
    """Return cells as an HTML table, so that a word processor pastes a table too."""
    lines = (
        "".join(f"<td>{escape(cell).replace(chr(10), '<br>')}</td>" for cell in row) for row in rows
    )
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def from_tabbed(text: str) -> list[list[str]]:
    """Return the cells of pasted text; the line that ends every Excel block is dropped."""
    if not text:
        return []
    plain = clean(text.replace("\r\n", "\n").replace("\r", "\n"))
    if "\t" not in plain and not plain.startswith('"'):
        # A stray quote inside a typed sentence is a quote, not Excel's marking.
        return _lines(plain)
    try:
        return [row or [""] for row in csv.reader(io.StringIO(plain), dialect="excel-tab")]
    except csv.Error:
        return _lines(plain)


def block_of(text: str, html: str) -> list[list[str]]:
    """Return the cells a clipboard carries; words of several lines from a paper are one cell."""
    is_table = "\t" in text or "<table" in html.casefold() or (not html and text.endswith("\n"))
    if is_table:
        return from_tabbed(text)
    return [[clean(text.replace("\r\n", "\n").replace("\r", "\n"))]] if text else []


def _lines(plain: str) -> list[list[str]]:
    return [line.split("\t") for line in plain.removesuffix("\n").split("\n")]
