"""What a table of tasks lacks among its columns, and which columns were kept unread."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kehoach_desktop.domain.draft import ColumnRole, Finding, Severity, SourceTable
from kehoach_desktop.domain.text import fold
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.blocks import Block
from kehoach_desktop.importers.headings import SIGNED, read_header
from kehoach_desktop.importers.month_marks import is_mark, is_timed
from kehoach_desktop.importers.split_times import parts_of_date

ROLES = {
    ColumnRole.LEAD: lambda: mark("chủ trì"),
    ColumnRole.COORDINATING: lambda: mark("phối hợp"),
    ColumnRole.DEADLINE: lambda: mark("thời hạn"),
}
FEWEST_MONTHS = 3
_DAYS = re.compile(
    r"(tuan|ngay) (thu )?([1-9]\d?|[iv]+)\b|thu (hai|ba|tu|nam|sau|bay|[2-7])\b|chu nhat"
)
MARKED = mark("Không có cột thời hạn: đọc theo ô được đánh dấu ở các cột {names}.")
NOT_MARKED = mark("Không có cột thời hạn; các cột {names} ghi số hoặc lời nên chưa đọc thành hạn.")


def column_doubts(table: SourceTable, blocks: Sequence[Block]) -> Iterator[Finding]:
    """Yield, once for each header of `table`, the columns that were missed or left unread."""
    said = dict.fromkeys(message for block in blocks for message in _of_block(block))
    yield from (Finding(Severity.CHECK, table.name, message) for message in said)


def _of_block(block: Block) -> Iterator[str]:
    missing = [role for role in ROLES if role not in block.columns.roles]
    extras = [name for index, name in block.columns.extras() if _is_filled(block, index)]
    timed = {name: index for index, name in block.columns.extras() if is_timed(name)}
    months = [name for name in extras if name in timed]
    if months and len(timed) >= FEWEST_MONTHS and ColumnRole.DEADLINE in missing:
        message = MARKED if _are_marks(block, timed.values()) else NOT_MARKED
        yield message.format(names=", ".join(f"“{name}”" for name in timed))
        missing.remove(ColumnRole.DEADLINE)
    yield from _told_by_content(block)
    names = [name for _index, name in block.columns.extras()]
    parts = [names[place] for place in parts_of_date(names)]
    if parts and ColumnRole.DEADLINE in missing:
        message = mark("Thời hạn được ghép từ các cột {names}.")
        yield message.format(names=", ".join(f"“{name}”" for name in parts))
        missing.remove(ColumnRole.DEADLINE)
    if ColumnRole.DEADLINE in missing:
        yield _without_deadline(extras)
    known = {*months, *parts}
    unread = [name for name in extras if name not in known and not read_header(name).sureness]
    if missing and unread:
        message = mark("Không thấy cột {roles}; các cột giữ nguyên, chưa rõ là cột gì: {names}.")
        yield message.format(roles=_named(missing), names=", ".join(f"“{n}”" for n in unread))
    elif len(missing) == len(ROLES):
        yield mark("Không thấy cột {roles}.").format(roles=_named(missing))
    yield from _of_years(block)
    used = [block.columns.names[column] for column, _over in block.columns.deadlines]
    rivals = [name for name in extras if _may_say_when(name) and name not in {*known, *used}]
    if rivals and ColumnRole.DEADLINE not in missing:
        message = mark("Có hơn một cột thời hạn; chưa đọc cột {names}, giữ nguyên để xem.")
        yield message.format(names=", ".join(f"“{name}”" for name in rivals))


def _of_years(block: Block) -> Iterator[str]:
    """Yield what is taken where the deadline has a column a year."""
    names = [block.columns.names[column] for column, _over in block.columns.deadlines]
    if len(names) > 1:
        message = mark("Thời hạn ghi ở các cột theo năm {names}: mỗi việc lấy cột đầu tiên có chữ.")
        yield message.format(names=", ".join(f"“{name}”" for name in names))


def _told_by_content(block: Block) -> Iterator[str]:
    """Yield what each column was read as for its cells, though its header is not known."""
    for index in block.columns.by_content:
        message = mark("Cột “{name}” được đọc là cột {role} theo chữ trong cột: hãy xem lại.")
        role = ROLES[block.columns.roles[index]]()
        yield message.format(name=block.columns.names[index], role=role)


def _without_deadline(extras: Sequence[str]) -> str:
    """Return what is said of a table without deadlines, and of its weeks or days if it has some."""
    if parts := [name for name in extras if _DAYS.match(fold(name))]:
        message = mark("Không có cột thời hạn; các cột {names} ghi theo tuần, ngày, giữ nguyên.")
        return message.format(names=", ".join(f"“{name}”" for name in parts))
    return mark("Không có cột thời hạn: các nhiệm vụ chưa có hạn.")


def _may_say_when(name: str) -> bool:
    """Say whether a column left among the others has a header that names a deadline, too."""
    reading = read_header(name)
    return reading.role is ColumnRole.DEADLINE and reading.sureness >= SIGNED


def _are_marks(block: Block, columns: Iterable[int]) -> bool:
    rows = block.table.rows[block.first : block.end]
    texts = (row.cells[column] for column in columns for row in rows)
    return all(is_mark(text) for text in texts if text)


def _named(roles: Sequence[ColumnRole]) -> str:
    return ", ".join(ROLES[role]() for role in roles)


def _is_filled(block: Block, column: int) -> bool:
    return any(row.cells[column] for row in block.table.rows[block.first : block.end])
