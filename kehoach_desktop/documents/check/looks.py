"""What a paper is made of once its styles are resolved: runs, paragraphs, tables, sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any


@dataclass(frozen=True, slots=True)
class RunLook:
    """How letters look: the fonts of Latin letters, size in points, colour ("" automatic)."""

    fonts: tuple[str, ...]
    points: float
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    capitals: bool = False
    hidden: bool = False
    raised: bool = False
    colour: str = ""
    marked: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one look."""

    text: str
    look: RunLook


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set: indents in twips, spacing in points.

    `line` is a multiple where `rule` is "auto", points otherwise.
    """

    align: str = "left"
    left: float = 0
    right: float = 0
    first: float = 0
    before: float = 0
    after: float = 0
    line: float = 1
    rule: str = "auto"
    ruled: bool = False
    contextual: bool = False
    new_page: bool = False
    style: str = ""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph as it is shown; `order` counts paragraphs through the whole paper.

    `strokes` are the widths of drawn lines in twips, `label` an automatic number, `fields` the
    instructions of its fields, `element` where it stands in the XML.
    """

    runs: tuple[Run, ...]
    setting: Setting
    order: int
    section: int
    label: str = ""
    strokes: tuple[float, ...] = ()
    fields: tuple[str, ...] = ()
    page_break: bool = False
    element: Any = field(default=None, repr=False, compare=False)

    @cached_property
    def text(self) -> str:
        """The letters alone."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def said(self) -> str:
        """The text on one line with single spaces, the automatic number before it."""
        return " ".join(f"{self.label} {self.text}".split())


@dataclass(frozen=True)
class Cell:
    """A cell; `width` is its room for text in twips, 0 where the file does not tell."""

    blocks: tuple[Block, ...]
    width: float = 0
    span: int = 1

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph inside, those of inner tables too."""
        return tuple(paragraphs_of(self.blocks))

    @cached_property
    def said(self) -> str:
        """The text of the cell on one line."""
        return " ".join(p.said for p in self.paragraphs if p.said)


@dataclass(frozen=True)
class Row:
    """A row; `header` when it is repeated on each page."""

    cells: tuple[Cell, ...]
    header: bool = False

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The text of each cell, a merged one once and then empty."""
        return tuple(text for c in self.cells for text in (c.said, *[""] * (c.span - 1)))


@dataclass(frozen=True)
class Table:
    """A table of the paper; `lined` where single cells or a style behind its own draw lines."""

    rows: tuple[Row, ...]
    section: int
    bordered: bool = False
    lined: bool = False


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of pages of one make, in twips; headers and footers by their type."""

    width: float = 11906
    height: float = 16838
    landscape: bool = False
    top: float = 1440
    bottom: float = 1440
    left: float = 1440
    right: float = 1440
    title_page: bool = False
    page_start: int | None = None
    page_format: str = "decimal"
    kind: str = "nextPage"
    headers: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    footers: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)

    @property
    def text_width(self) -> float:
        """The room between the margins in twips."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole file: its blocks in the order of the page, its sections, and what was left in it."""

    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    changes: int = 0
    comments: int = 0
    stale_fields: int = 0
    outside_links: int = 0


def paragraphs_of(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Yield every paragraph in order, through tables."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from cell.paragraphs
