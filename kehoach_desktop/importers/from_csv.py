"""Values set apart by commas, semicolons or tabs, as one table."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from io import StringIO

from kehoach_desktop.domain.draft import Finding, Source
from kehoach_desktop.importers.errors import DamagedFile, EmptyFile, FileTooBig
from kehoach_desktop.importers.plain_text import read_text
from kehoach_desktop.importers.sheet_tables import MOST_CELLS, MOST_ROWS, Cells, Layout, sheet_table

MARKS = "\t;,|"


def separator_of(text: str) -> str:
    """Return the mark that sets the values of `text` apart; "" where none gives even rows."""
    best = max(MARKS, key=lambda mark: _evenness(text, mark))
    return best if _evenness(text, best)[0] > 0.6 else ""


def _evenness(text: str, mark: str) -> tuple[float, int]:
    """Return how many of the rows are as long as most are, and how long those are."""
    sample = text[:20_000].splitlines(keepends=True)[:60]
    try:
        lengths = [len(row) for row in csv.reader(sample, delimiter=mark) if any(row)]
    except csv.Error:
        return 0.0, 0
    usual, count = Counter(lengths).most_common(1)[0] if lengths else (0, 0)
    return (
        (count / len(lengths), usual)
        if usual > (2 if mark == "," else 1) and len(lengths) > 1
        else (0.0, 0)
    )


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
            if room < 0 or number > MOST_ROWS:
                raise FileTooBig(name)
    except csv.Error as broken:
        raise DamagedFile(name) from broken
    findings: list[Finding] = []
    table = sheet_table(name, rows, Layout(), findings)
    return Source(name, "csv", hashlib.sha256(data).hexdigest(), (), (table,), tuple(findings))
