"""Cells that repeat another paper word for word: its slips are told, and are not this paper's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.looks import Paragraph, Row, Table
from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.domain.text import fold

QUOTING = re.compile(r"noi dung|nhiem vu|chu tri|phoi hop|thoi (han|gian)|san pham|ket qua du kien")
OWN = re.compile(
    r"^ket qua(?! du kien)|trang thai|tinh hinh|kho khan|ghi chu|"
    r"cua (?:xa|phuong|dac khu)\b|thuc hien cua"
)
IN_QUOTES = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
AMENDED = re.compile(r"” (?:được |nay )?(?:sửa|đổi|thay|đính chính)\b.{0,30}“")
SOFT = frozenset(
    {
        "impossible-date",
        "short-date-form",
        "double-space",
        "space-before-punctuation",
        "space-after-punctuation",
        "double-punctuation",
        "repeated-word",
        "capitals",
        "odd-signs",
        "unbalanced-quotes",
        "abolished-unit",
        "abolished-body",
        "abbreviation-case",
        "impossible-time",
        "weekday",
        "percentage-form",
        "part-of-whole",
        "percentage",
    }
)


def quoted_paragraphs(anatomy: Anatomy) -> frozenset[int]:
    """Return the ids of the paragraphs that stand in columns taken over from another paper."""
    tables = [table for a in anatomy.attachments for table in a.tables]
    return frozenset(id(p) for table in tables for p in _quoted(table))


def unquoted(text: str) -> str:
    """Return a text with blanks for what it says in another's words; every place stays."""
    return IN_QUOTES.sub(lambda hit: " " * len(hit[0]), text)


def own_words(text: str) -> str:
    """Return a text with blanks for the old and the new words of an amendment in it."""
    return unquoted(text) if AMENDED.search(text) else text


def softened(findings: Iterable[PaperFinding]) -> Iterator[PaperFinding]:
    """Yield the findings of a quoted cell: what the other paper is to blame for weighs little."""
    for finding in findings:
        light = finding.rule in SOFT
        yield replace(finding, severity=Severity.INFO) if light else finding


def _quoted(table: Table) -> Iterator[Paragraph]:
    headings = [fold(text) for text in table.rows[0].texts] if table.rows else []
    taken = {i for i, h in enumerate(headings) if QUOTING.search(h) and not OWN.search(h)}
    reports = any(OWN.search(heading) for heading in headings)
    for row in table.rows[1:] if reports else ():
        for column, paragraphs in _columns(row):
            if column in taken or len(row.cells) <= 2:
                yield from paragraphs


def _columns(row: Row) -> Iterator[tuple[int, tuple[Paragraph, ...]]]:
    column = 0
    for cell in row.cells:
        yield column, cell.paragraphs
        column += cell.span
