"""What is to be said of a file as a whole, and of its tables that hold no tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kehoach_desktop.domain.deadline import Kind
from kehoach_desktop.domain.draft import Finding, Severity, Source, SourceTable
from kehoach_desktop.domain.indicator import Indicator
from kehoach_desktop.domain.plan import Plan, Task
from kehoach_desktop.domain.text import fold
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.blocks import Block
from kehoach_desktop.importers.column_doubts import column_doubts
from kehoach_desktop.importers.doubts import lacks_diacritics
from kehoach_desktop.importers.indicators import indicator_rows, read_indicators
from kehoach_desktop.importers.legacy_text import font_of_letters
from kehoach_desktop.importers.month_marks import marked_columns


def table_findings(source: Source, blocks: Mapping[int, Sequence[Block]]) -> Iterator[Finding]:
    """Yield what is hidden, and which tables hold no tasks."""
    for number, table in enumerate(source.tables):
        if table.hidden:
            message = mark("Trang tính ẩn, không đưa vào ({count} dòng).")
            text = message.format(count=len(table.rows))
            yield Finding(Severity.CHECK, table.name, text)
        elif not blocks[number]:
            if not any(True for _part in indicator_rows(source, {}, (number,))):
                yield _not_tasks(table)
        else:
            yield from _hidden_columns(table, blocks[number])
            yield from column_doubts(table, blocks[number])


def indicators_of(
    source: Source, blocks: Mapping[int, Sequence[Block]]
) -> tuple[tuple[Indicator, ...], list[Finding]]:
    """Return the indicators of all tables, and what is said of those tables and their rows."""
    kept: list[Indicator] = []
    findings: list[Finding] = []
    for number, part in indicator_rows(source, blocks):
        table = source.tables[number]
        rows, found = read_indicators(part, table.name)
        place = mark("{table}, dòng {first}-{last}").format(
            table=table.name,
            first=table.rows[part.top].number,
            last=table.rows[part.end - 1].number,
        )
        message = mark("Bảng chỉ tiêu: đọc {count} chỉ tiêu, không phải nhiệm vụ.")
        findings.append(Finding(Severity.INFO, place, message.format(count=len(rows))))
        findings.extend(found)
        kept.extend(rows)
    return tuple(kept), findings


def _not_tasks(table: SourceTable) -> Finding:
    """Say of a table without tasks what it is, and name its rows."""
    numbers = [row.number for row in table.rows]
    place = mark("{table}, dòng {first}-{last}").format(
        table=table.name, first=min(numbers, default=0), last=max(numbers, default=0)
    )
    words = fold(" ".join(text for row in table.rows[:6] for text in row.cells))
    if any(sign in words for sign in ("cong hoa xa hoi", "noi nhan", "tm.", "doc lap")):
        return Finding(Severity.INFO, place, mark("Phần đầu hoặc nơi nhận, chữ ký của văn bản."))
    return Finding(Severity.CHECK, place, mark("Không phải bảng nhiệm vụ, chưa đưa vào."))


def _hidden_columns(table: SourceTable, blocks: Sequence[Block]) -> Iterator[Finding]:
    for column in table.hidden_columns:
        name = blocks[0].columns.names[column] if column < len(blocks[0].columns.names) else ""
        if any(column < len(row.cells) and row.cells[column] for row in table.rows):
            message = mark("Cột ẩn “{name}”, không đưa vào.")
            yield Finding(Severity.INFO, table.name, message.format(name=name or column + 1))


def _lacks_year(task: Task) -> bool:
    wording = task.deadline.wording
    if not wording and marked_columns(task.extra):
        return task.deadline.kind is Kind.UNKNOWN
    dated = bool(re.search(r"\d|quý", wording, re.IGNORECASE)) and not re.search(r"\d{4}", wording)
    return dated and task.deadline.kind is Kind.UNKNOWN


def whole_file(
    source: Source, plan: Plan, year: int | None, indicators: Sequence[Indicator]
) -> Iterator[Finding]:
    """Yield what is odd about the file as a whole: no task in it, no year, no diacritics."""
    place = mark("Cả tệp")
    tasks = [task for _appendix, task in plan.tasks()]
    if indicators and not tasks:
        message = mark("Tệp chỉ có chỉ tiêu ({count}), không có nhiệm vụ nào.")
        yield Finding(Severity.CHECK, place, message.format(count=len(indicators)))
    elif not tasks:
        message = mark("Không tìm thấy nhiệm vụ nào trong tệp.")
        yield Finding(Severity.ERROR, place, message)
    if year is None and any(_lacks_year(task) for task in tasks):
        message = mark("Không thấy năm của kế hoạch: thời hạn không ghi năm thì chưa đọc được.")
        yield Finding(Severity.CHECK, place, message)
    if spoilt := "".join(_texts(source)).count("\ufffd"):
        message = mark("Có {count} chữ trong tệp bị hỏng, hiện thành “�”: hãy xin lại tệp.")
        yield Finding(Severity.CHECK, place, message.format(count=spoilt))
    if font_of_letters(_texts(source)):
        message = mark("Chữ theo mã phông cũ (TCVN3, VNI) chưa đổi được: cần bản Word, Excel gốc.")
        yield Finding(Severity.ERROR, place, message)
    elif is_garbled(source, plan):
        message = mark("Chữ trong tệp mất dấu tiếng Việt (bản nhận dạng kém): cần bản gốc.")
        yield Finding(Severity.ERROR, place, message)


def is_garbled(source: Source, plan: Plan) -> bool:
    """Say whether the tasks, or without tasks all words, have no diacritics or those of no font."""
    texts = [task.content for _appendix, task in plan.tasks()] or [*_texts(source)]
    return lacks_diacritics(texts) or bool(font_of_letters(_texts(source)))


def _texts(source: Source) -> Iterator[str]:
    yield from source.paragraphs
    yield from (text for table in source.tables for row in table.rows for text in row.cells)
