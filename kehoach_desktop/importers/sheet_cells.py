"""The cells of an .xlsx read straight from its XML: slower, and safe with any address."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from kehoach_desktop.importers.cells import unescaped
from kehoach_desktop.importers.number_formats import (
    is_date_format,
    serial_day,
    shown_date,
    shown_number,
)
from kehoach_desktop.importers.package import Package, ending
from kehoach_desktop.importers.sheet_parts import ADDRESS, column_index
from kehoach_desktop.importers.sheet_tables import Cells


def shared_strings(package: Package) -> list[str]:
    """Return the strings that cells refer to by number."""
    part = ending(package, "sharedStrings.xml")
    return [_text(item) for item in _elements(part, "si")] if part else []


def rows_of(
    sheet: bytes, strings: list[str], codes: list[str], *, from_1904: bool
) -> Iterator[tuple[int, Cells]]:
    """Yield each row with its number (the first is 1) and its texts by column.

    Columns far outside are given too; it is for the caller to leave them out.
    """
    number = 0
    for row in _elements(sheet, "row"):
        number = _number(row.get("r"), number + 1)
        cells: Cells = {}
        column = -1
        for cell in row:
            address = ADDRESS.fullmatch(cell.get("r") or "")
            column = column_index(address[1]) if address else column + 1
            if text := _value(cell, strings, codes, from_1904):
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


def _text(element: Any) -> str:
    """Return the text of a string item without its pronunciation (rPh) runs."""
    found = (
        leaf.text or ""
        for leaf in element.iter("{*}t")
        if not str(leaf.getparent().tag).endswith("}rPh")
    )
    return unescaped("".join(found))


def _value(cell: Any, strings: list[str], codes: list[str], from_1904: bool) -> str:
    kind = cell.get("t") or "n"
    if kind == "inlineStr":
        return _text(cell)
    value = next((child.text or "" for child in cell if str(child.tag).endswith("}v")), "").strip()
    if kind == "s":
        index = _number(value, len(strings))
        return strings[index] if index < len(strings) else ""
    if kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(value, value)
    if kind != "n" or not value:
        return unescaped(value)
    style = _number(cell.get("s"), len(codes))
    return _shown(value, codes[style] if style < len(codes) else "", from_1904)


def _shown(value: str, code: str, from_1904: bool) -> str:
    try:
        number = float(value)
        if code and is_date_format(code):
            return shown_date(serial_day(number, from_1904=from_1904), code)
        return shown_number(number, code)
    except (ValueError, OverflowError):
        return value
