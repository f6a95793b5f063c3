"""Small sources, workbooks and documents for tests, written the way they look."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import openpyxl
from docx import Document

from kehoach_desktop.domain.draft import Merge, Source, SourceRow, SourceTable
from kehoach_desktop.domain.plan import ImportDraft

HEADER = (
    "STT | Nội dung nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Sản phẩm | Thời hạn hoàn thành"
)


def cells(line: str) -> tuple[str, ...]:
    """Return the cells of a row written with bars; a slash stands for a new paragraph."""
    return tuple(cell.strip().replace(" // ", "\n") for cell in line.split("|"))


def table(
    *lines: str, name: str = "Bảng 1", merges: Sequence[Merge] = (), lead_in: Sequence[str] = ()
) -> SourceTable:
    """Return a table of these rows; short rows are filled up."""
    rows = [cells(line) for line in lines]
    width = max(map(len, rows))
    return SourceTable(
        name,
        tuple(SourceRow(n, row + ("",) * (width - len(row))) for n, row in enumerate(rows, 1)),
        tuple(merges),
        lead_in=tuple(lead_in),
    )


def source(*tables: SourceTable, kind: str = "docx", after: Sequence[str] = ()) -> Source:
    """Return a source of these tables, with the paragraphs over them and `after` them."""
    over = [line for one in tables for line in one.lead_in]
    return Source(f"thu.{kind}", kind, "0" * 64, (*over, *after), tables)


def told(draft: ImportDraft) -> list[str]:
    """Return the findings as lines."""
    return [f"{finding.place}: {finding.message}" for finding in draft.findings]


def contents(draft: ImportDraft) -> list[str]:
    """Return the contents of the tasks in order."""
    return [task.content for _appendix, task in draft.plan.tasks()]


def workbook(*lines: str, title: str = "Sheet1") -> bytes:
    """Return an .xlsx of one sheet with these rows, whole numbers as numbers."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for line in lines:
        sheet.append([int(cell) if cell.isdigit() else cell or None for cell in cells(line)])
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """Return the bytes of a workbook."""
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def document(*lines: str) -> bytes:
    """Return a .docx of one table with these rows."""
    paper = Document()
    rows = [cells(line) for line in lines]
    grid = paper.add_table(rows=0, cols=max(map(len, rows)))
    for row in rows:
        for cell, text in zip(grid.add_row().cells, row, strict=False):
            cell.text = text
    buffer = BytesIO()
    paper.save(buffer)
    return buffer.getvalue()
