"""Where a thing stands, in the words a person finds it by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kehoach_desktop.documents.check.items import Item, Level, read_item
from kehoach_desktop.documents.check.looks import Block, Paragraph
from kehoach_desktop.i18n import _


def head_place(part: str) -> str:
    """Return the place of a line of the head: "Trang đầu, dòng Số"."""
    return _("Trang đầu, {part}").format(part=part)


def row_place(where: str, table: int, row: int) -> str:
    """Return the place of a row of a table, both counted from one."""
    return _("{where}, bảng {table}, dòng {row}").format(where=where, table=table, row=row)


def table_place(where: str, table: int) -> str:
    """Return the place of a table, counted from one."""
    return _("{where}, bảng {table}").format(where=where, table=table)


@dataclass(frozen=True, slots=True)
class Placed:
    """A block of the text with its place; `item` is what numbers it, `table` counts tables."""

    block: Block
    place: str
    section: str
    item: Item | None = None
    table: int = 0


@dataclass(slots=True)
class _Walk:
    headings: dict[Level, str] = field(default_factory=dict)
    paragraphs: int = 0
    tables: int = 0

    def enter(self, item: Item) -> None:
        for deeper in [level for level in self.headings if level >= item.level]:
            del self.headings[deeper]
        self.headings[item.level] = item.label
        if item.level < Level.POINT:
            self.paragraphs, self.tables = 0, 0

    def section(self) -> str:
        kept = {k: v for k, v in self.headings.items() if k < Level.POINT}
        if not kept:
            return _("Nội dung")
        if Level.ARTICLE in kept:
            clause = kept.get(Level.CLAUSE)
            article = _("Điều {number}").format(number=kept[Level.ARTICLE])
            return (
                _("{article}, khoản {clause}").format(article=article, clause=clause)
                if clause
                else article
            )
        return _("Mục {number}").format(number=".".join(kept.values()))


def place_blocks(blocks: Sequence[Block]) -> Iterator[Placed]:
    """Yield each block of the text with its place: "Mục I.2, đoạn 3", "Mục I.3, điểm a"."""
    walk = _Walk()
    for block in blocks:
        if not isinstance(block, Paragraph):
            walk.tables += 1
            section = walk.section()
            yield Placed(block, table_place(section, walk.tables), section, None, walk.tables)
        elif block.said:
            yield _place_paragraph(block, walk)


def _place_paragraph(paragraph: Paragraph, walk: _Walk) -> Placed:
    item = read_item(paragraph.said)
    if item is not None:
        walk.enter(item)
    section = walk.section()
    if item is not None and item.level == Level.POINT:
        point = _("{section}, điểm {point}").format(section=section, point=item.label)
        return Placed(paragraph, point, section, item)
    walk.paragraphs += 1
    place = _("{section}, đoạn {number}").format(section=section, number=walk.paragraphs)
    return Placed(paragraph, place, section, item)
