"""Words that are struck out in a file: read as they stand, and named with their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from kehoach_desktop.domain.draft import Finding, Severity
from kehoach_desktop.domain.text import squeeze
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers import sheet_parts
from kehoach_desktop.importers.cells import unescaped
from kehoach_desktop.importers.package import Package, ending
from kehoach_desktop.importers.sheet_tables import Rows

MOST_TOLD = 20
_ITEM = re.compile(rb"<(?:\w+:)?si\b[^>]*>.*?</(?:\w+:)?si>|<(?:\w+:)?si\s*/>", re.DOTALL)
_RUN = re.compile(rb"<(?:\w+:)?r\b[^>]*>.*?</(?:\w+:)?r>", re.DOTALL)
_TEXT = re.compile(rb"<(?:\w+:)?t\b[^>]*>([^<]*)<")
_INLINE = re.compile(rb"<(?:\w+:)?c\b([^>]*)>\s*(<(?:\w+:)?is>.*?</(?:\w+:)?is>)", re.DOTALL)
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?v>(\d+)<")


def told_struck(struck: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """Yield a finding for each text that is struck out, given with its place."""
    for place, words in islice(((at, squeeze(text)) for at, text in struck), MOST_TOLD):
        if words:
            message = mark("Chữ bị gạch ngang vẫn được đọc: “{text}”. Nếu đã bỏ thì sửa lại.")
            yield Finding(Severity.CHECK, place, message.format(text=words[:120]))


def struck_cells(package: Package, sheet: bytes, rows: Rows) -> Iterator[tuple[int, str]]:
    """Yield the number of the row and the words of each cell of an .xlsx that is struck out.

    `sheet` is the part that holds the cells, `rows` what was read from it.
    """
    fonts = sheet_parts.struck_styles(package)
    runs = _struck_strings(ending(package, "sharedStrings.xml"))
    texts = dict(rows)
    if any(fonts):
        for address, style in sheet_parts.styles(sheet).items():
            found = sheet_parts.ADDRESS.fullmatch(address)
            if found and style < len(fonts) and fonts[style]:
                row = int(found[2])
                yield row, texts.get(row, {}).get(sheet_parts.column_index(found[1]), "")
    for head, value in _CELL.findall(sheet) if runs else ():
        cell = sheet_parts.attributes(head)
        found = sheet_parts.ADDRESS.fullmatch(cell.get("r", ""))
        if found and cell.get("t") == "s" and int(value) in runs:
            yield int(found[2]), runs[int(value)]
    for head, item in _INLINE.findall(sheet) if sheet_parts.STRIKE.search(sheet) else ():
        found = sheet_parts.ADDRESS.fullmatch(sheet_parts.attributes(head).get("r", ""))
        if found:
            yield int(found[2]), _struck_runs(item)


def _struck_strings(part: bytes) -> dict[int, str]:
    """Return the struck words of the shared strings that have some, by the string's number."""
    if not sheet_parts.STRIKE.search(part):
        return {}
    kept: dict[int, str] = {}
    for number, item in enumerate(_ITEM.findall(part)):
        if words := _struck_runs(item):
            kept[number] = words
    return kept


def _struck_runs(item: bytes) -> str:
    """Return the words of the struck runs of a text."""
    runs = (run for run in _RUN.findall(item) if sheet_parts.STRIKE.search(run))
    return unescaped(sheet_parts.plain(b"".join(t for run in runs for t in _TEXT.findall(run))))
