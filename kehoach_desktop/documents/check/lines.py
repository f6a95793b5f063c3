"""The lines of a paper as the eye parts them: by paragraphs, line breaks, and tabs in the head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from kehoach_desktop.documents.check.looks import Block, Cell, Paragraph, Run, RunLook, Table
from kehoach_desktop.domain.text import fold


@dataclass(frozen=True)
class Line:
    """One line of one paragraph; `block` counts top blocks, `row` and `column` are its cell."""

    runs: tuple[Run, ...]
    paragraph: Paragraph
    block: int = 0
    row: int = -1
    column: int = -1
    cell: Cell | None = None

    @cached_property
    def text(self) -> str:
        """The letters of the line."""
        label = f"{self.paragraph.label} " if self.paragraph.label else ""
        return label + "".join(run.text for run in self.runs)

    @cached_property
    def said(self) -> str:
        """The text with single spaces."""
        return " ".join(self.text.split())

    @cached_property
    def key(self) -> str:
        """The text without case and diacritics, for recognising only."""
        return fold(self.text)

    @property
    def order(self) -> tuple[int, int, int]:
        """Where the line stands on the page: block, row, paragraph."""
        return self.block, self.row, self.paragraph.order

    @property
    def looks(self) -> tuple[RunLook, ...]:
        """The looks of the letters that are seen."""
        return tuple(run.look for run in self.runs if run.text.strip())

    @property
    def points(self) -> float:
        """The size of the first letters, 0 for an empty line."""
        return self.looks[0].points if self.looks else 0.0

    def every(self, trait: str) -> bool:
        """Say whether all its letters are bold, italic…"""
        return bool(self.looks) and all(getattr(look, trait) for look in self.looks)

    @property
    def set_as_title(self) -> bool:
        """Bold in the middle, as no căn cứ is: "Thực hiện nhiệm vụ …" under a title."""
        return self.every("bold") and self.paragraph.setting.align == "center"

    def some(self, trait: str) -> bool:
        """Say whether some of its letters are bold, italic…"""
        return any(getattr(look, trait) for look in self.looks)


def lines_of(paragraph: Paragraph, *, at_tabs: bool = False) -> Iterator[Line]:
    """Yield the lines of a paragraph that hold letters."""
    marks = "\n\t" if at_tabs else "\n"
    pieces = list(_pieces(paragraph.runs, marks))
    for ends, group in groupby(pieces, key=lambda run: run.text in marks):
        runs = tuple(group)
        if not ends and "".join(run.text for run in runs).strip():
            yield Line(runs, paragraph)


def _pieces(runs: Iterable[Run], marks: str) -> Iterator[Run]:
    for run in runs:
        for is_mark, letters in groupby(run.text, key=lambda letter: letter in marks):
            for piece in letters if is_mark else ("".join(letters),):
                yield replace(run, text=piece)


def placed_lines(blocks: Sequence[Block], start: int = 0, *, at_tabs: bool = False) -> list[Line]:
    """Return the lines of `blocks`, each with its place; `start` is the number of the first."""
    found: list[Line] = []
    for index, block in enumerate(blocks, start):
        if isinstance(block, Paragraph):
            found += [replace(line, block=index) for line in lines_of(block, at_tabs=at_tabs)]
        else:
            found += _in_table(block, index)
    return found


def _in_table(table: Table, index: int) -> Iterator[Line]:
    for number, row in enumerate(table.rows):
        column = 0
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                for line in lines_of(paragraph):
                    yield replace(line, block=index, row=number, column=column, cell=cell)
            column += cell.span
