"""An .ods as tables: the texts as they are shown, repeated rows and cells spread out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import Any

from kehoach_desktop.domain.draft import Finding, Source, SourceTable
from kehoach_desktop.domain.text import nfc
from kehoach_desktop.importers.errors import (
    DamagedFile,
    EmptyFile,
    FileTooBig,
    PasswordProtected,
)
from kehoach_desktop.importers.number_formats import told_date
from kehoach_desktop.importers.package import Package, unpack
from kehoach_desktop.importers.sheet_tables import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Area,
    Cells,
    Layout,
    at_row,
    sheet_table,
)
from kehoach_desktop.importers.struck import told_struck
from kehoach_desktop.importers.word_text import local

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


@dataclass(slots=True)
class _Sheet:
    """A sheet while its rows are read."""

    rows: list[tuple[int, Cells]] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    hidden: bool = False
    next_row: int = 0
    filled: int = 0
    through: set[str] = field(default_factory=set)
    """The styles that strike a text out."""
    struck: list[tuple[int, str]] = field(default_factory=list)


def read_ods(data: bytes, name: str) -> Source:
    """Return the sheets of the workbook in `data` as tables, hidden ones marked."""
    package = unpack(data, name)
    if b"encryption-data" in package.part("META-INF/manifest.xml"):
        raise PasswordProtected(name)
    findings: list[Finding] = []
    tables = tuple(table for table in _tables(package, name, findings) if table.rows)
    if not tables:
        raise EmptyFile(name)
    digest = hashlib.sha256(data).hexdigest()
    return Source(name, "ods", digest, (), tables, tuple(findings))


def _tables(package: Package, name: str, findings: list[Finding]) -> Iterator[SourceTable]:
    from lxml import etree

    part = package.part("content.xml")
    if not part:
        raise DamagedFile(name)
    unseen: set[str] = set()
    through: set[str] = set()
    reader = etree.iterparse(
        BytesIO(part), tag=(f"{STYLE}style", f"{TABLE}table"), resolve_entities=False
    )
    try:
        for _event, element in reader:
            if local(element) == "style":
                shown = element.find(f"{STYLE}table-properties")
                if shown is not None and shown.get(f"{TABLE}display") == "false":
                    unseen.add(element.get(f"{STYLE}name") or "")
                if _strikes(element):
                    through.add(element.get(f"{STYLE}name") or "")
            else:
                hidden = element.get(f"{TABLE}style-name") in unseen
                yield _table(element, name, _Sheet(hidden=hidden, through=through), findings)
                element.clear()
    except etree.XMLSyntaxError as broken:
        raise DamagedFile(name) from broken


def _strikes(style: Any) -> bool:
    """Say whether a style draws a line through its text."""
    worn = style.find(f"{STYLE}text-properties")
    kinds = (f"{STYLE}text-line-through-style", f"{STYLE}text-line-through-type")
    return worn is not None and any(worn.get(kind, "none") != "none" for kind in kinds)


def _table(element: Any, name: str, sheet: _Sheet, findings: list[Finding]) -> SourceTable:
    column = 0
    for one in element.iter(f"{TABLE}table-column"):
        times = _whole(one, "number-columns-repeated")
        if one.get(f"{TABLE}visibility") in ("collapse", "filter"):
            sheet.hidden_columns.update(range(column, min(column + times, MOST_COLUMNS)))
        column += times
    for row in element.iter(f"{TABLE}table-row"):
        _read_row(row, sheet, name)
    title = nfc(element.get(f"{TABLE}name") or "")
    layout = Layout(
        tuple(sheet.merges),
        frozenset(sheet.hidden_rows),
        frozenset(sheet.hidden_columns),
        sheet.hidden,
    )
    findings.extend(told_struck((at_row(title, row), text) for row, text in sheet.struck))
    return sheet_table(title, sheet.rows, layout, findings)


def _read_row(row: Any, sheet: _Sheet, name: str) -> None:
    cells = _cells(row, sheet)
    times = _whole(row, "number-rows-repeated")
    first = sheet.next_row + 1
    sheet.next_row += times
    if not cells:
        return
    sheet.filled += len(cells) * times
    if times > MOST_ROWS or sheet.filled > MOST_CELLS:
        raise FileTooBig(name)
    sheet.rows.extend((number, cells) for number in range(first, first + times))
    if row.get(f"{TABLE}visibility") in ("collapse", "filter"):
        sheet.hidden_rows.update(range(first, first + times))


def _cells(row: Any, sheet: _Sheet) -> Cells:
    cells: Cells = {}
    column = 0
    for cell in row:
        if local(cell) not in ("table-cell", "covered-table-cell"):
            continue
        times = _whole(cell, "number-columns-repeated")
        text = _text(cell) if local(cell) == "table-cell" else ""
        if text:
            sheet.struck.extend((sheet.next_row + 1, words) for words in _struck(cell, sheet))
            cells.update(dict.fromkeys(range(column, column + min(times, MOST_COLUMNS)), text))
        down, right = _whole(cell, "number-rows-spanned"), _whole(cell, "number-columns-spanned")
        if down * right > 1:
            top = sheet.next_row
            sheet.merges.append((top, column, top + down - 1, column + right - 1))
        column += times
    return cells


def _struck(cell: Any, sheet: _Sheet) -> Iterator[str]:
    """Yield the words of a cell that are struck out."""
    for element in cell.iter() if sheet.through else ():
        named = element.get(f"{TABLE}style-name") or element.get(f"{TEXT}style-name")
        if named in sheet.through:
            yield "".join(_pieces(element))


def _text(cell: Any) -> str:
    """Return the text of a cell; a day that its text shows month first is told by its value."""
    paragraphs = (child for child in cell if child.tag == f"{TEXT}p")
    text = "\n".join("".join(_pieces(paragraph)) for paragraph in paragraphs)
    day = _day(cell) if text else None
    return text if day is None else told_date(text, day)


def _day(cell: Any) -> date | None:
    """Return the day a cell holds as a value, None where it holds none."""
    if cell.get(f"{OFFICE}value-type") != "date":
        return None
    try:
        return date.fromisoformat((cell.get(f"{OFFICE}date-value") or "")[:10])
    except ValueError:
        return None


def _pieces(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        match local(child):
            case "s" | "tab":
                yield " "
            case "line-break":
                yield "\n"
            case "annotation" | "note":
                pass
            case _:
                yield from _pieces(child)
        yield child.tail or ""


def _whole(element: Any, name: str) -> int:
    text = element.get(f"{TABLE}{name}") or "1"
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 9 else 1
