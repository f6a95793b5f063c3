"""An XML Spreadsheet of Excel 2003, which old systems export under the name .xls, as tables."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from kehoach_desktop.domain.draft import Finding, Source, SourceTable
from kehoach_desktop.importers.errors import DamagedFile, EmptyFile, FileTooBig, SuspiciousFile
from kehoach_desktop.importers.number_formats import shown_date, shown_number
from kehoach_desktop.importers.package import FORBIDDEN
from kehoach_desktop.importers.sheet_tables import (
    MOST_CELLS,
    MOST_ROWS,
    Area,
    Cells,
    Layout,
    at_row,
    sheet_table,
)
from kehoach_desktop.importers.struck import told_struck

SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
STRUCK = "{http://www.w3.org/TR/REC-html40}S"


def read_xml_sheet(data: bytes, name: str) -> Source:
    """Return the sheets of the workbook in `data` as tables."""
    from lxml import etree

    if FORBIDDEN.search(data):
        raise SuspiciousFile(name)
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as broken:
        raise DamagedFile(name) from broken
    findings: list[Finding] = []
    tables = [_table(sheet, name, findings) for sheet in root.iterfind(f"{SS}Worksheet")]
    findings.extend(told_struck(_struck(root)))
    kept = tuple(table for table in tables if table.rows)
    if not kept:
        raise EmptyFile(name)
    return Source(name, "xls", hashlib.sha256(data).hexdigest(), (), kept, tuple(findings))


def _table(sheet: Any, name: str, findings: list[Finding]) -> SourceTable:
    rows: list[tuple[int, Cells]] = []
    merges: list[Area] = []
    hidden: set[int] = set()
    number, room = 0, MOST_CELLS
    for row in sheet.iterfind(f"{SS}Table/{SS}Row"):
        number = _whole(row, "Index") or number + 1
        cells = dict(_cells(row, number - 1, merges))
        room -= len(cells)
        if room < 0 or len(rows) > MOST_ROWS:
            raise FileTooBig(name)
        rows.append((number, cells))
        if row.get(f"{SS}Hidden") == "1":
            hidden.add(number)
    layout = Layout(tuple(merges), frozenset(hidden))
    return sheet_table(sheet.get(f"{SS}Name") or "", rows, layout, findings)


def _struck(root: Any) -> Iterator[tuple[str, str]]:
    """Yield the place and the words of each cell that is struck out, wholly or in a part."""
    fonts = (font for font in root.iter(f"{SS}Font") if font.get(f"{SS}StrikeThrough") == "1")
    styles = {font.getparent().get(f"{SS}ID") for font in fonts}
    for sheet in root.iterfind(f"{SS}Worksheet"):
        number = 0
        for row in sheet.iterfind(f"{SS}Table/{SS}Row"):
            number = _whole(row, "Index") or number + 1
            for data in row.iterfind(f"{SS}Cell/{SS}Data"):
                whole = data.getparent().get(f"{SS}StyleID") in styles
                for part in [data] if whole else data.iter(STRUCK):
                    yield at_row(sheet.get(f"{SS}Name") or "", number), "".join(part.itertext())


def _cells(row: Any, index: int, merges: list[Area]) -> Iterator[tuple[int, str]]:
    column = -1
    for cell in row.iterfind(f"{SS}Cell"):
        column = (_whole(cell, "Index") or column + 2) - 1
        right, down = _whole(cell, "MergeAcross"), _whole(cell, "MergeDown")
        data = cell.find(f"{SS}Data")
        if data is not None:
            yield column, _shown("".join(data.itertext()), data.get(f"{SS}Type") or "")
        if right or down:
            merges.append((index, column, index + down, column + right))
        column += right


def _shown(text: str, kind: str) -> str:
    try:
        if kind == "Number":
            return shown_number(float(text))
        if kind == "DateTime":
            return shown_date(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return text
    return text


def _whole(element: Any, name: str) -> int:
    text = element.get(f"{SS}{name}") or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0
