"""Values set apart by commas, semicolons or tabs, as one table."""

from __future__ import annotations

import csv
import hashlib
from io import StringIO

from kehoach_desktop.domain.draft import Finding, Source
from kehoach_desktop.importers.errors import DamagedFile, EmptyFile, FileTooBig
from kehoach_desktop.importers.plain_text import read_text
from kehoach_desktop.importers.sheet_tables import MOST_CELLS, Cells, Layout, sheet_table

MARKS = "\t;,|"


def separator_of(text: str) -> str:
    """Return the mark that sets the values of `text` apart; "" where none does so in most lines."""
    lines = [line for line in text.splitlines()[:60] if line.strip()]
    counts = {mark: sum(line.count(mark) > 0 for line in lines) for mark in MARKS}
    best = max(MARKS, key=lambda mark: (counts[mark], sum(line.count(mark) for line in lines)))
    return best if len(lines) > 1 and counts[best] * 2 > len(lines) else ""


def read_csv(data: bytes, name: str) -> Source:
    """Return the one table that lies in `data`, called by the name of the file."""
    text = read_text(data) or ""
    mark = separator_of(text)
    if not text.strip() or not mark:
        raise EmptyFile(name)
    rows: list[tuple[int, Cells]] = []
    room = MOST_CELLS
    try:
        for number, values in enumerate(csv.reader(StringIO(text), delimiter=mark), start=1):
            cells = {column: value for column, value in enumerate(values) if value.strip()}
            rows.append((number, cells))
            room -= len(cells)
            if room < 0:
                raise FileTooBig(name)
    except csv.Error as broken:
        raise DamagedFile(name) from broken
    findings: list[Finding] = []
    table = sheet_table(name, rows, Layout(), findings)
    return Source(name, "csv", hashlib.sha256(data).hexdigest(), (), (table,), tuple(findings))
