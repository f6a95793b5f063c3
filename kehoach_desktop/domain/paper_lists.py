"""The lists that go with a paper (danh sách kèm theo), as a clerk pastes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kehoach_desktop.domain.paper import Column, Content, Paper, PaperAppendix, Row, Table
from kehoach_desktop.domain.paper_request import PaperRequest
from kehoach_desktop.domain.report import Block
from kehoach_desktop.domain.text import clean, fold, squeeze, two_digits

LISTS = ("list", "list_2", "list_3")
ONE_LIST = ("list", "list_title")
LIST_KEYS = (*LISTS, *(f"{key}_title" for key in LISTS))
LEAST_WEIGHT, MOST_WEIGHT = 5, 32
_CELLS = re.compile(r"[\t;|]")
_CENTRED = ("stt", "tt", "nam sinh", "ngay sinh", "gioi tinh", "so")
_OF_PEOPLE = ("ho va ten", "ho ten", "ho, ten")
_MENTIONED = re.compile(r"danh sach|kem theo")


def with_lists(paper: Paper, asked: PaperRequest) -> Paper:
    """Return the paper with the lists that were given; its last sentence mentions them."""
    lists = tuple(lists_of(asked))
    if not lists:
        return paper
    *before, last = paper.contents
    if isinstance(last, Block) and not any(map(_mentions, paper.contents)):
        where = "các Phụ lục" if len(lists) > 1 else "Phụ lục"
        said = f"{last.text.removesuffix('./.').rstrip(' .')} (danh sách tại {where} kèm theo)./."
        last = replace(last, text=said)
    return replace(paper, contents=(*before, last), appendices=(*paper.appendices, *lists))


def _mentions(content: Content) -> bool:
    if isinstance(content, Table):
        return False
    return _MENTIONED.search(fold(content.text)) is not None


def lists_of(asked: PaperRequest) -> Iterator[PaperAppendix]:
    """Yield the lists that were given, each as an appendix; one without a row is none."""
    for key in LISTS:
        rows = _rows_of(asked.given.get(key, ""))
        if len(rows) > 1:
            head, *body = rows
            counted = [row for row in body if not row.heading]
            title = asked.blank(f"{key}_title")
            what = "người" if any(fold(c) in _OF_PEOPLE for c in head.cells) else "mục"
            count = f"Danh sách này có {two_digits(len(counted))} {what}"
            columns = _columns(head.cells, [row.cells for row in counted])
            yield PaperAppendix(title, Table(columns, tuple(body)), count)


def _rows_of(text: str) -> list[Row]:
    """Return the rows of a list: a line each, its cells divided by a tab or ";".

    On a single line "|" divides the rows, as it divides the lines of every other key. A line with
    one cell, or with a number and one cell, is a heading over the rows under it.
    """
    typed = clean(text).strip()
    lines = typed.splitlines() if "\n" in typed else typed.split("|")
    lines = [line for line in lines if line.strip(" ;\t|")]
    cells = [tuple(squeeze(cell) for cell in _CELLS.split(line)) for line in lines]
    width = len(cells[0]) if cells else 0
    return [_row(row, width) for row in cells]


def _row(cells: tuple[str, ...], width: int) -> Row:
    filled = [cell for cell in cells if cell]
    if width > 2 and len(filled) == 1:
        return Row(("", filled[0]), heading=True)
    if width > 3 and len(filled) == 2 and len(cells) == 2:
        return Row((filled[0], filled[1]), heading=True)
    return Row((*cells, *[""] * (width - len(cells)))[:width])


def _columns(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> tuple[Column, ...]:
    """Return the columns, each as wide as its longest words ask for within limits."""
    columns = []
    for index, name in enumerate(head):
        longest = max((len(row[index]) for row in rows), default=0)
        weight = min(max(longest, max(map(len, name.split()), default=0) + 2), MOST_WEIGHT)
        columns.append(Column(name, max(weight, LEAST_WEIGHT), fold(name) in _CENTRED))
    return tuple(columns)
