"""The words of a report taken back from the Word file they were edited in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kehoach_desktop.domain.draft import Source, SourceTable
from kehoach_desktop.domain.emphasis import Emphasis
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.report import Block, BlockKind
from kehoach_desktop.domain.text import clean, fold, squeeze
from kehoach_desktop.i18n import _

_PART = re.compile(r"[IVX]{1,5}\.\s+\S")
_SECTION = re.compile(r"\d{1,2}\.\s+\S")
_POINT = re.compile(r"[a-zđ]\)\s+\S")
LONGEST_HEADING = 140
_OPENING = ("thuc hien ", "can cu ", "de thuc hien ", "phuc dap ")
_COUNTS_HEADS = ("nhom nhiem vu", "tong so")


class NotTheReport(KehoachError):
    """The file does not hold the text of a report between its head and its Nơi nhận."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            _("Không lấy được lời báo cáo từ “{name}”: {why}").format(name=name, why=why),
            hint=_("Dùng tệp Word đã tạo từ màn hình này rồi sửa trong Word; lời cũ vẫn còn."),
        )


def words_of_report(source: Source, known: Sequence[Block]) -> tuple[Block, ...]:
    """Return the paragraphs of the report in `source`, each with its kind.

    `known` are the words it was made with: a paragraph that did not change is told by them, the
    table of figures stays the one of the store. Raises NotTheReport where there is no Nơi nhận,
    no text, or a table that was added by hand.
    """
    if source.format != "docx":
        raise NotTheReport(source.name, _("không phải tệp Word (.docx)."))
    kinds = {_key(block.text): block for block in known if block.text}
    weights = dict(source.emphases)
    found = [_weighted(_block(line, kinds), weights) for line in _body(source, kinds)]
    if not any(block.text for block in found):
        raise NotTheReport(source.name, _("không thấy phần nội dung."))
    return tuple(found)


def _key(text: str) -> str:
    return squeeze(clean(text)).casefold()


def _block(line: str, kinds: dict[str, Block]) -> Block:
    """Return a line as a block; "" stands for the table of figures."""
    if not line:
        return Block(BlockKind.COUNTS_TABLE)
    if held := kinds.get(_key(line)):
        return held
    text = squeeze(clean(line))
    short = len(text) <= LONGEST_HEADING and not text.endswith((".", ";", ":", ","))
    if _PART.match(text) and text.upper() == text:
        return Block(BlockKind.PART, text)
    if _SECTION.match(text) and short:
        return Block(BlockKind.SECTION, text)
    return Block(BlockKind.POINT if _POINT.match(text) else BlockKind.PARAGRAPH, text)


def _weighted(block: Block, weights: dict[str, tuple[Emphasis, ...]]) -> Block:
    """Return a block with what is bold and italic in the file; a heading is bold as it is."""
    plain = squeeze(clean(block.text))
    emphases = weights.get(plain, ())
    if block.kind in (BlockKind.PART, BlockKind.SECTION):
        emphases = ()
    # A paragraph of the report that is told by its known words may hold two spaces somewhere.
    text = block.text if len(block.text) == len(plain) or not emphases else plain
    return replace(block, text=text, emphases=emphases)


def _body(source: Source, kinds: dict[str, Block]) -> Iterator[str]:
    """Yield the lines between the head and Nơi nhận, "" where the table of figures stands."""
    foot = next((n for n, t in enumerate(source.tables) if _is_foot(t)), None)
    if foot is None:
        raise NotTheReport(source.name, _("không thấy bảng Nơi nhận, ký tên."))
    lines: list[str] = []
    for number, table in enumerate(source.tables[: foot + 1]):
        lines += [line for line in table.lead_in if line.strip()]
        if number == foot:
            break
        if _is_counts(table):
            lines.append("")
        elif lines:
            raise NotTheReport(source.name, _("có bảng thêm vào trong phần lời."))
    yield from lines[_start(lines, kinds) :]


def _start(lines: Sequence[str], kinds: dict[str, Block]) -> int:
    """Return where the text begins: after Kính gửi, else at the first line known or an opening."""
    for number, line in enumerate(lines):
        if fold(line).startswith("kinh gui"):
            after = number + 1
            while after < len(lines) and lines[after].lstrip().startswith("-"):
                after += 1
            return after
    for number, line in enumerate(lines):
        if not line or _key(line) in kinds or fold(line).startswith(_OPENING):
            return number
    return 0


def _is_foot(table: SourceTable) -> bool:
    return any(fold(cell).startswith("noi nhan") for row in table.rows for cell in row.cells)


def _is_counts(table: SourceTable) -> bool:
    heads = [fold(cell) for cell in table.rows[0].cells] if table.rows else []
    return all(any(head.startswith(name) for head in heads) for name in _COUNTS_HEADS)
