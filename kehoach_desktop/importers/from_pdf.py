"""A PDF with text as paragraphs and ruled tables, page by page, told by where things stand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kehoach_desktop.domain.draft import Finding, Merge, Severity, Source, SourceRow, SourceTable
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.cells import rejoin
from kehoach_desktop.importers.columns import find_header
from kehoach_desktop.importers.errors import (
    DamagedFile,
    FileTooBig,
    PasswordProtected,
    ScannedFile,
)
from kehoach_desktop.importers.pdf_doubts import doubts_of_print
from kehoach_desktop.importers.pdf_open_rows import find_open_rows
from kehoach_desktop.importers.pdf_over_pages import share_over_page
from kehoach_desktop.importers.pdf_page import (
    Letter,
    Line,
    Turn,
    letters_of,
    lines_of,
    rules_of,
    squeezed_in,
)
from kehoach_desktop.importers.pdf_paragraphs import paragraphs_of
from kehoach_desktop.importers.pdf_rules import Grid, Rule, find_grids
from kehoach_desktop.importers.pdf_strips import Printed, joined_strips
from kehoach_desktop.importers.pdf_struck import strike_out, struck_words
from kehoach_desktop.importers.pdf_unruled import find_unruled
from kehoach_desktop.importers.sheet_tables import at_row
from kehoach_desktop.importers.struck import told_struck

MOST_PAGES = 200
MOST_LETTERS = 600_000
FEWEST_LETTERS = 20
FEWEST_EDGES = 3
Place = tuple[int, int, int]
OUTSIDE: Place = (-1, 0, 0)


@dataclass(slots=True)
class _Document:
    """What has been read so far."""

    paragraphs: list[str] = field(default_factory=list)
    tables: list[SourceTable] = field(default_factory=list)
    lead_in: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    letters: int = 0
    unknown: int = 0
    edges: tuple[float, ...] = ()
    """The columns of a table without lines that may go on over the page."""
    grids: list[Grid] = field(default_factory=list)
    """The lines of each table that was told."""

    def say(self, texts: Sequence[str]) -> None:
        """Add paragraphs."""
        self.paragraphs.extend(texts)
        self.lead_in.extend(texts)

    def doubt(self, number: int, texts: Iterable[str]) -> None:
        """Add what is to be checked on page `number`, each once."""
        place = mark("Trang {number}").format(number=number)
        self.findings.extend(Finding(Severity.CHECK, place, text) for text in dict.fromkeys(texts))


def read_pdf(data: bytes, name: str) -> Source:
    """Return the paragraphs and ruled tables of the document in `data`.

    A table that goes on over a page is given as a table on each of its pages. A document whose
    pages are pictures raises ScannedFile.
    """
    import pypdfium2  # type: ignore[import-untyped] # it has no stubs

    try:
        book = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as broken:
        wrong = PasswordProtected if "assword" in str(broken) else DamagedFile
        raise wrong(name) from broken
    if len(book) > MOST_PAGES:
        raise FileTooBig(name)
    document = _Document()
    for number in range(len(book)):
        _read_page(book[number], number + 1, document, name)
    if document.letters < FEWEST_LETTERS or document.unknown * 3 > document.letters:
        raise ScannedFile(name)
    digest = hashlib.sha256(data).hexdigest()
    tables, strips = joined_strips([*map(Printed, document.tables, document.grids)])
    return Source(
        name, "pdf", digest, tuple(document.paragraphs), tuple(tables),
        (*document.findings, *strips),
    )  # fmt: skip


def _read_page(page: Any, number: int, document: _Document, name: str) -> None:
    turned = _turning(page)
    across, down = rules_of(page, turned)
    letters, across = strike_out([*letters_of(page, turned)], across)
    opened = find_open_rows(letters, across, down)
    across.extend(opened.rules)
    document.doubt(number, opened.doubts)
    grids = find_grids(across, down) or _lone_column(letters, across, down)
    cells: dict[Place, list[Letter]] = {}
    for letter in letters:
        document.letters += not letter.text.isspace()
        document.unknown += letter.text == "\ufffd" or "\ue000" <= letter.text <= "\uf8ff"
        cells.setdefault(_place(letter, grids), []).append(letter)
    if document.letters > MOST_LETTERS:
        raise FileTooBig(name)
    ruled = len(grids)
    _add_unruled(grids, cells, across, number, document)
    _tell_page(grids, cells, number, document, ruled)
    if any(letter.struck for letter in letters):
        document.findings.extend(told_struck(_struck(cells, number)))


def _lone_column(
    letters: Sequence[Letter], across: Sequence[Rule], down: Sequence[Rule]
) -> list[Grid]:
    """Return the one column that is all of a page, as the last one of a wide sheet may be."""
    grids = find_grids(across, down, narrowest=1)
    inside = all(_place(one, grids) != OUTSIDE for one in letters if not one.text.isspace())
    return grids if inside and len(grids) == 1 and len(grids[0].rows) > FEWEST_EDGES else []


def _struck(cells: dict[Place, list[Letter]], number: int) -> Iterator[tuple[str, str]]:
    """Yield the place and the struck words of each cell, and of what stands outside of tables."""
    page = mark("Trang {number}").format(number=number)
    for place, held in sorted(cells.items()):
        if words := struck_words(held):
            yield (page if place == OUTSIDE else at_row(page, place[1] + 1)), words


def _add_unruled(
    grids: list[Grid],
    cells: dict[Place, list[Letter]],
    across: Sequence[Rule],
    number: int,
    document: _Document,
) -> None:
    """Add the tables without lines to `grids`, and their letters to `cells`."""
    outside = [*squeezed_in(cells.pop(OUTSIDE, []))]
    header = next((g for n, g in reversed([*enumerate(grids)]) if _is_header(g, n, cells)), None)
    floor = header.rows[-1] if header else float("-inf")
    parts = [(document.edges, [one for one in outside if one.base > floor])]
    if header:
        parts.append((header.columns, [one for one in outside if one.base <= floor]))
    for edges, letters in parts:
        found = find_unruled(letters, across, edges, number)
        document.edges = found.edges
        document.doubt(number, found.doubts)
        first = len(grids)
        grids.extend(found.grids)
        for letter in letters:
            # The last letter of a full line may stand over the edge with all but its beginning.
            where = _place(replace(letter, seen_at=(letter.left, letter.centre[1])), found.grids)
            if where != OUTSIDE:
                where = (where[0] + first, *where[1:])
            cells.setdefault(where, []).append(letter)


def _is_header(grid: Grid, index: int, cells: dict[Place, list[Letter]]) -> bool:
    """Say whether lines are drawn around nothing but the header of a table."""
    table = _table(grid, index, cells, "")
    found = find_header(table, 0)
    return found is not None and found.header_rows[-1] + 1 == len(table.rows)


def _turning(page: Any) -> Turn:
    """Return the mapping from the file's points to the page as it is read upright."""
    width, height = page.get_mediabox()[2:]
    match page.get_rotation():
        case 90:
            return lambda point: (point[1], width - point[0])
        case 180:
            return lambda point: (width - point[0], height - point[1])
        case 270:
            return lambda point: (height - point[1], point[0])
    return lambda point: point


def _place(letter: Letter, grids: Sequence[Grid]) -> Place:
    """Return the table and the cell a letter stands in, OUTSIDE where it stands in none."""
    x, y = letter.seen_at or letter.centre
    for index, grid in enumerate(grids):
        cell = grid.cell_at(x, y)
        if cell is not None:
            return (index, *cell)
    return OUTSIDE


def _tell_page(
    grids: Sequence[Grid],
    cells: dict[Place, list[Letter]],
    number: int,
    document: _Document,
    ruled: int,
) -> None:
    """Tell the paragraphs and tables of a page from the top down; the first `ruled` have lines."""
    lines = [line for line in lines_of(cells.get(OUTSIDE, [])) if not _is_page_number(line, number)]
    for index, grid in sorted(enumerate(grids), key=lambda item: -item[1].rows[0]):
        above = [line for line in lines if line.base > grid.rows[0]]
        lines = lines[len(above) :]
        document.say(paragraphs_of(above))
        table = _table(grid, index, cells, mark("Trang {number}").format(number=number))
        if document.grids and not document.lead_in:
            document.tables[-1], table = share_over_page(
                document.tables[-1], document.grids[-1], table, grid
            )
        document.tables.append(replace(table, lead_in=tuple(document.lead_in)))
        document.lead_in.clear()
        document.grids.append(grid)
        inside = {
            place[1:]: [letter for letter in held if letter.seen_at is None]
            for place, held in cells.items()
            if place[0] == index
        }
        if index < ruled:
            document.findings.extend(doubts_of_print(grid, inside, table.name))
    document.say(paragraphs_of(lines))


def _is_page_number(line: Line, number: int) -> bool:
    return line.text.strip(" -–/") == str(number)


def _table(grid: Grid, index: int, letters: dict[Place, list[Letter]], name: str) -> SourceTable:
    rows = []
    for row in range(len(grid.rows) - 1):
        cells = (letters.get((index, row, column), []) for column in range(len(grid.columns) - 1))
        texts = ("\n".join(line.text for line in lines_of(cell)) for cell in cells)
        rows.append(SourceRow(row + 1, tuple(map(rejoin, texts))))
    return SourceTable(name, tuple(rows), tuple(Merge(*area) for area in grid.areas))
