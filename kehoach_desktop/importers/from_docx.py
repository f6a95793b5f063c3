"""A .docx as paragraphs and tables in the order of the page, read from its XML."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kehoach_desktop.domain.draft import Finding, Merge, Severity, Source, SourceRow, SourceTable
from kehoach_desktop.domain.emphasis import Emphasis, gathered, on_one_line
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.cells import line_text, paragraphs_text
from kehoach_desktop.importers.errors import DamagedFile, EmptyFile, FileTooBig
from kehoach_desktop.importers.package import Package, unpack
from kehoach_desktop.importers.sheet_tables import at_row
from kehoach_desktop.importers.struck import told_struck
from kehoach_desktop.importers.word_fonts import read_fonts
from kehoach_desktop.importers.word_numbering import W, read_numbering
from kehoach_desktop.importers.word_text import WordText, local

STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WIDEST = 64
MOST_CELLS = 200_000
MOST_ROWS = 10_000
MOST_TABLES = 500
WRAPPERS = {
    "sdt",
    "sdtContent",
    "ins",
    "moveTo",
    "customXml",
    "smartTag",
    "AlternateContent",
    "Choice",
}


@dataclass(slots=True)
class _Page:
    """What has been read so far: paragraphs, tables, and the paragraphs since the last table."""

    words: WordText
    name: str
    paragraphs: list[str] = field(default_factory=list)
    tables: list[SourceTable] = field(default_factory=list)
    lead_in: list[str] = field(default_factory=list)
    emphases: list[tuple[str, tuple[Emphasis, ...]]] = field(default_factory=list)
    cells: int = 0
    struck: list[tuple[str, str]] = field(default_factory=list)

    def note_struck(self, place: str) -> None:
        """Keep what has been read with a line through it since it was asked last."""
        if self.words.struck:
            self.struck.append((place, "".join(self.words.struck)))
        self.words.struck.clear()

    def add(self, text: str) -> None:
        self.note_struck(mark("Cả tệp"))
        for line in (text, *self.words.aside):
            kept = line_text(line)
            self.paragraphs.append(kept)
            self.lead_in.append(kept)
        self.words.aside.clear()


def read_docx(data: bytes, name: str) -> Source:
    """Return the paragraphs and tables of the document in `data`.

    Content controls and insertions are read as part of the text; deletions, hidden words and
    deleted rows are left out, each told by a finding.
    """
    package = unpack(data, name)
    body = _body(package, name)
    styles = _root(package, "styles", name)
    lists = read_numbering(_root(package, "numbering", name), styles)
    main = package.part("word/document.xml")
    fonts = read_fonts(main, package.part("word/styles.xml"), styles)
    page = _Page(WordText(lists, fonts), name)
    _read_block(body, page)
    if not any(page.paragraphs) and not page.tables:
        raise EmptyFile(name)
    digest = hashlib.sha256(data).hexdigest()
    findings = (*_left_out(page.words), *told_struck(page.struck))
    read = (tuple(page.paragraphs), tuple(page.tables), findings, tuple(page.emphases))
    return Source(name, "docx", digest, *read)


def _body(package: Package, name: str) -> Any:
    root = _root(package, "document", name)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise DamagedFile(name)
    return body


def _root(package: Package, leaf: str, name: str) -> Any | None:
    from lxml import etree

    parts = sorted(part for part in package.parts if part.startswith(f"word/{leaf}"))
    found = package.part(f"word/{leaf}.xml") or (package.part(parts[0]) if parts else b"")
    if not found.strip():
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(found.replace(STRICT, USUAL), parser)
    except etree.XMLSyntaxError as broken:
        if leaf == "document":
            raise DamagedFile(name) from broken
        return None


def _read_block(block: Any, page: _Page) -> None:
    for element in block:
        match local(element):
            case "p":
                page.add(page.words.paragraph(element))
                line, emphases = gathered(on_one_line(page.words.pieces))
                page.emphases += [(line, emphases)] if emphases else []
                for table in page.words.taken_boxed():
                    _read_table(table, page)
            case "tbl":
                _read_table(element, page)
            case wrapper if wrapper in WRAPPERS:
                _read_block(element, page)


@dataclass(slots=True)
class _Grid:
    """A table on its grid: the texts by row, and the merges that are still growing downwards."""

    rows: list[SourceRow] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    growing: dict[int, Merge] = field(default_factory=dict)
    nested: list[Any] = field(default_factory=list)


def _read_table(element: Any, page: _Page) -> None:
    grid = _Grid()
    lead_in = tuple(page.lead_in)
    page.lead_in.clear()
    for number, row in enumerate(_children(element, "tr"), start=1):
        if row.find(f"{W}trPr/{W}del") is not None:
            page.words.deleted += 1
        else:
            _read_row(row, number, grid, page)
            name = mark("Bảng {number}").format(number=len(page.tables) + 1)
            page.note_struck(at_row(name, number))
    for column in [*grid.growing]:
        _close_merge(grid, column)
    width = max((len(row.cells) for row in grid.rows), default=0)
    rows = (
        SourceRow(r.number, r.cells + ("",) * (width - len(r.cells)), r.hidden) for r in grid.rows
    )
    title = mark("Bảng {number}").format(number=len(page.tables) + 1)
    page.tables.append(SourceTable(title, tuple(rows), tuple(grid.merges), (), lead_in))
    for inner in grid.nested:
        _read_table(inner, page)


def _children(element: Any, name: str) -> Iterator[Any]:
    """Yield the children called `name`, through content controls and insertions."""
    for child in element:
        kind = local(child)
        if kind == name:
            yield child
        elif kind in WRAPPERS:
            yield from _children(child, name)


def _read_row(row: Any, number: int, grid: _Grid, page: _Page) -> None:
    place = len(grid.rows)
    cells: list[str] = [""] * min(_whole(row.find(f"{W}trPr/{W}gridBefore"), 0), WIDEST)
    for cell in _children(row, "tc"):
        left = len(cells)
        span = max(1, _whole(cell.find(f"{W}tcPr/{W}gridSpan"), 1))
        right = min(left + span, WIDEST) - 1
        if right < left:
            break
        text = _cell_text(cell, grid, page)
        text = _grow_merge(grid, cell, Merge(place, left, place, right), text)
        cells.extend([text, *[""] * (right - left)])
    page.cells += len(cells)
    if page.cells > MOST_CELLS or number > MOST_ROWS or len(page.tables) > MOST_TABLES:
        raise FileTooBig(page.name)
    grid.rows.append(SourceRow(number, tuple(cells)))


def _grow_merge(grid: _Grid, cell: Any, area: Merge, text: str) -> str:
    """Follow the downward merge at a cell; return the text that is its own."""
    mark = cell.find(f"{W}tcPr/{W}vMerge")
    above = grid.growing.get(area.left)
    if mark is not None and mark.get(f"{W}val") != "restart" and above is not None:
        grid.growing[area.left] = Merge(above.top, above.left, area.bottom, above.right)
        return text
    for column in range(area.left, area.right + 1):
        _close_merge(grid, column)
    if mark is not None and mark.get(f"{W}val") == "restart":
        grid.growing[area.left] = area
    elif area.left != area.right:
        grid.merges.append(area)
    return text


def _close_merge(grid: _Grid, column: int) -> None:
    area = grid.growing.pop(column, None)
    if area is not None and (area.top, area.left) != (area.bottom, area.right):
        grid.merges.append(area)


def _cell_text(cell: Any, grid: _Grid, page: _Page) -> str:
    return paragraphs_text([*_cell_paragraphs(cell, grid, page)])


def _cell_paragraphs(block: Any, grid: _Grid, page: _Page) -> Iterator[str]:
    for element in block:
        match local(element):
            case "p":
                yield page.words.paragraph(element)
                yield from page.words.aside
                page.words.aside.clear()
                grid.nested.extend(page.words.taken_boxed())
            case "tbl" if _is_matrix(element):
                grid.nested.append(element)
            case "tbl":
                for row in _children(element, "tr"):
                    for inner in _children(row, "tc"):
                        yield from _cell_paragraphs(inner, grid, page)
            case wrapper if wrapper in WRAPPERS:
                yield from _cell_paragraphs(element, grid, page)


def _is_matrix(table: Any) -> bool:
    """Say whether a table inside a cell is a table of its own, not a way to lay out words."""
    rows = [*_children(table, "tr")]
    return len(rows) > 1 and len([*_children(rows[0], "tc")]) > 2


def _whole(element: Any | None, otherwise: int) -> int:
    text = "" if element is None else str(element.get(f"{W}val") or "")
    return int(text[:6]) if text.isascii() and text.isdigit() else otherwise


def _left_out(words: WordText) -> Iterator[Finding]:
    place = mark("Cả tệp")
    if words.deleted:
        message = mark("Có {count} chỗ đã xóa ở chế độ theo dõi thay đổi: không đọc chữ đã xóa.")
        yield Finding(Severity.CHECK, place, message.format(count=words.deleted))
    if words.inserted:
        message = mark("Có {count} chỗ chèn thêm chưa được chấp nhận: đã đọc cả chữ chèn thêm.")
        yield Finding(Severity.CHECK, place, message.format(count=words.inserted))
    if words.veiled:
        message = mark("Có {count} đoạn chữ ẩn trong tệp: không đọc chữ ẩn.")
        yield Finding(Severity.CHECK, place, message.format(count=words.veiled))
