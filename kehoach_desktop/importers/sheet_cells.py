"""The cells of an .xlsx read straight from its XML: slower, and safe with any address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from kehoach_desktop.importers.cells import unescaped
from kehoach_desktop.importers.legacy_text import decoded
from kehoach_desktop.importers.number_formats import (
    is_date_format,
    serial_day,
    shown_date,
    shown_number,
)
from kehoach_desktop.importers.package import Package, ending
from kehoach_desktop.importers.sheet_parts import (
    ADDRESS,
    column_index,
    font_names,
    format_codes,
)
from kehoach_desktop.importers.sheet_tables import Cells

Runs = list[tuple[str, str]]
"""The pieces of a text with the font each names, "" where it is set in that of its cell."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """What cells of all sheets refer to: strings by number, formats and fonts by style."""

    strings: list[Runs]
    codes: list[str]
    fonts: list[str]
    from_1904: bool


def read_workbook(package: Package) -> Workbook:
    """Return the strings and styles of a workbook."""
    part = ending(package, "sharedStrings.xml")
    strings = [_runs(item) for item in _elements(part, "si")] if part else []
    book = ending(package, "workbook.xml")
    from_1904 = b'date1904="1"' in book or b'date1904="true"' in book
    return Workbook(strings, format_codes(package), font_names(package), from_1904)


def rows_of(sheet: bytes, book: Workbook) -> Iterator[tuple[int, Cells]]:
    """Yield each row with its number (the first is 1) and its texts by column.

    Text of old byte fonts is decoded. Columns far outside are given too; it is for the caller to
    leave them out.
    """
    number = 0
    for row in _elements(sheet, "row"):
        number = _number(row.get("r"), 0) or number + 1
        cells: Cells = {}
        column = -1
        for cell in row:
            address = ADDRESS.fullmatch(cell.get("r") or "")
            column = column_index(address[1]) if address else column + 1
            if text := _value(cell, book):
                cells[column] = text
        yield number, cells


def _elements(part: bytes, name: str) -> Iterator[Any]:
    from lxml import etree

    reader = etree.iterparse(
        BytesIO(part), tag=f"{{*}}{name}", resolve_entities=False, no_network=True
    )
    for _event, element in reader:
        yield element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else otherwise


def _runs(element: Any) -> Runs:
    """Return the pieces of a string item without its pronunciation (rPh)."""
    runs: Runs = []
    for leaf in element.iter("{*}t"):
        owner = leaf.getparent()
        if not str(owner.tag).endswith("}rPh"):
            font = owner.find("{*}rPr/{*}rFont")
            runs.append((leaf.text or "", "" if font is None else font.get("val") or ""))
    return runs


def _value(cell: Any, book: Workbook) -> str:
    kind = cell.get("t") or "n"
    style = _number(cell.get("s"), 0)
    font = book.fonts[style] if style < len(book.fonts) else ""
    if kind == "inlineStr":
        return _joined(_runs(cell), font)
    value = next((child.text or "" for child in cell if str(child.tag).endswith("}v")), "").strip()
    if kind == "s":
        index = _number(value, len(book.strings))
        return _joined(book.strings[index], font) if index < len(book.strings) else ""
    if kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(value, value)
    if kind != "n" or not value:
        return _joined([(value, "")], font)
    code = book.codes[style] if style < len(book.codes) else ""
    return _shown(value, code, book.from_1904)


def _joined(runs: Runs, font: str) -> str:
    return unescaped("".join(decoded(text, own or font) for text, own in runs))


def _shown(value: str, code: str, from_1904: bool) -> str:
    try:
        number = float(value)
        if code and is_date_format(code):
            return shown_date(serial_day(number, from_1904=from_1904), code)
        return shown_number(number, code)
    except (ValueError, OverflowError):
        return value
