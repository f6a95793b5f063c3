"""Values set apart by commas, semicolons or tabs, as one table."""

from __future__ import annotations

import csv
import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from io import StringIO

from kehoach_desktop.domain.draft import Finding, Source
from kehoach_desktop.domain.text import squeeze
from kehoach_desktop.importers.columns import is_header
from kehoach_desktop.importers.errors import DamagedFile, EmptyFile, FileTooBig
from kehoach_desktop.importers.headings import read_header
from kehoach_desktop.importers.plain_text import read_text
from kehoach_desktop.importers.sheet_tables import MOST_CELLS, MOST_ROWS, Cells, Layout, sheet_table

MARKS = "\t;,|"
RULE = re.compile(r"\s*:?-{3,}[-:\s]*")  # under the header of a table in Markdown


def separator_of(text: str) -> str:
    """Return the mark that sets the values of `text` apart; "" where none does.

    It is the one by which a row reads as the header of a table of tasks, else the one that gives
    even rows: the lines of a title over the table need not be filled up with marks.
    """
    headed = [mark for mark in MARKS if any(map(_is_header, _rows(text, mark)))]
    if headed:
        return headed[0]
    best = max(MARKS, key=lambda mark: _evenness(text, mark))
    return best if _evenness(text, best)[0] > 0.6 else ""


def _rows(text: str, mark: str) -> list[list[str]]:
    """Return the first rows of `text` by that mark, none where it cannot be read so."""
    sample = text[:20_000].splitlines(keepends=True)[:60]
    try:
        return [row for row in csv.reader(sample, delimiter=mark) if any(row)]
    except csv.Error:
        return []


def _is_header(row: Sequence[str]) -> bool:
    names = [squeeze(value) for value in row]
    is_sentence = "".join(names).endswith((".", ":"))
    return len(row) > 2 and not is_sentence and is_header([*map(read_header, names)])


def _evenness(text: str, mark: str) -> tuple[float, int]:
    """Return how many of the rows are as long as most are, and how long those are."""
    lengths = [len(row) for row in _rows(text, mark)]
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
            if RULE.fullmatch("".join(values)):
                continue
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
