"""A web page, or a table of one saved as .xls, as paragraphs and tables."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from typing import Any

from kehoach_desktop.domain.draft import Finding, Merge, Severity, Source, SourceRow, SourceTable
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.cells import paragraphs_text
from kehoach_desktop.importers.errors import DamagedFile, EmptyFile, FileTooBig
from kehoach_desktop.importers.html_fonts import decode_old_fonts
from kehoach_desktop.importers.html_struck import is_struck, struck_classes, struck_words
from kehoach_desktop.importers.legacy_text import told_old_font
from kehoach_desktop.importers.plain_text import read_text
from kehoach_desktop.importers.sheet_tables import at_row
from kehoach_desktop.importers.struck import told_struck

WIDEST = 256
MOST_ROWS = 10_000
MOST_CELLS = 200_000
BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "center", "br", "tr", "caption"}
SKIPPED = {"script", "style", "head", "title", "meta", "link", "noscript", "template"}


@dataclass(slots=True)
class _Page:
    """What has been read so far, and the words since the last block ended."""

    paragraphs: list[str] = field(default_factory=list)
    tables: list[SourceTable] = field(default_factory=list)
    lead_in: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    struck: list[tuple[str, str]] = field(default_factory=list)
    struck_classes: frozenset[str] = frozenset()
    cells: int = 0

    def end_block(self) -> None:
        """Close the paragraph that is open."""
        text = paragraphs_text(["".join(self.words)])
        self.words.clear()
        if text:
            self.paragraphs.append(text)
            self.lead_in.append(text)


def read_html(data: bytes, name: str) -> Source:
    """Return the paragraphs and tables of the page in `data`, a .mht archive of one too."""
    from lxml import etree, html

    text = read_text(_page_of(data))
    if not text or not text.strip():
        raise EmptyFile(name)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as broken:
        raise DamagedFile(name) from broken
    font = decode_old_fonts(root)
    page = _Page(struck_classes=struck_classes(root))
    _read_block(root, page, name, 0)
    page.end_block()
    if not page.paragraphs and not page.tables:
        raise EmptyFile(name)
    digest = hashlib.sha256(data).hexdigest()
    findings = [*told_struck(page.struck)]
    if _is_cut(text):
        findings.append(_cut_short())
    if font:
        findings.append(told_old_font(font, mark("Cả tệp")))
    return Source(name, "html", digest, tuple(page.paragraphs), tuple(page.tables), tuple(findings))


def _is_cut(text: str) -> bool:
    """Say whether a page ends inside a table, as one that was not loaded to its end does."""
    tags = text.lower()
    return tags.rfind("<table") > tags.rfind("</table")


def _cut_short() -> Finding:
    message = mark("Tệp kết thúc giữa bảng, có thể chưa tải về đủ: hãy so với bản gốc.")
    return Finding(Severity.CHECK, mark("Cả tệp"), message)


def _page_of(data: bytes) -> bytes:
    """Return the page inside a .mht archive, or the data itself."""
    if b"mime-version" not in data[:500].lower():
        return data
    for part in message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            return content if isinstance(content, bytes) else data
    return data


def _read_block(element: Any, page: _Page, name: str, depth: int) -> None:
    if depth > 200:
        raise DamagedFile(name)
    for child in element:
        kind = child.tag if isinstance(child.tag, str) else ""
        if kind == "table" and not _lays_out(child):
            page.end_block()
            _read_table(child, page, name)
        elif kind not in SKIPPED and kind and not _is_hidden(child):
            if kind in BLOCKS:
                page.end_block()
            if is_struck(child, page.struck_classes) and child.find(".//table") is None:
                page.struck.append((mark("Cả tệp"), "".join(child.itertext())))
            page.words.append(_running(child.text))
            _read_block(child, page, name, depth + 1)
            if kind in BLOCKS:
                page.end_block()
        page.words.append(_running(child.tail))


def _running(text: str | None) -> str:
    """Return the words of a page as they run on: where its source breaks a line, a blank."""
    return " ".join((text or "").split("\n"))


def _lays_out(table: Any) -> bool:
    """Say whether a table only holds other tables, as old pages are laid out."""
    return table.find(".//table") is not None and len([*_rows(table)]) < 4


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _read_table(table: Any, page: _Page, name: str) -> None:
    rows: list[SourceRow] = []
    merges: list[Merge] = []
    taken: dict[tuple[int, int], str] = {}
    elements = [*_rows(table)]
    title = mark("Bảng {number}").format(number=len(page.tables) + 1)
    if len(elements) > MOST_ROWS:
        raise FileTooBig(name)
    for row, element in enumerate(elements):
        cells: list[str] = []
        for cell in element:
            if cell.tag in ("td", "th"):
                while (row, len(cells)) in taken:
                    cells.append("")
                _read_cell(cell, (row, len(elements)), cells, merges, taken)
        while (row, len(cells)) in taken:
            cells.append("")
        page.cells += len(cells)
        if page.cells > MOST_CELLS:
            raise FileTooBig(name)
        page.struck.extend((at_row(title, row + 1), words) for words in _struck(element, page))
        rows.append(SourceRow(row + 1, tuple(cells[:WIDEST]), _is_hidden(element)))
    width = max((len(row.cells) for row in rows), default=0)
    filled = tuple(
        SourceRow(r.number, r.cells + ("",) * (width - len(r.cells)), r.hidden) for r in rows
    )
    page.tables.append(SourceTable(title, filled, tuple(merges), (), tuple(page.lead_in)))
    page.lead_in.clear()


def _struck(row: Any, page: _Page) -> Iterator[str]:
    """Yield the struck words of a row, cell by cell."""
    whole = is_struck(row, page.struck_classes)
    for cell in row:
        if cell.tag in ("td", "th"):
            yield from [_cell_text(cell)] if whole else struck_words(cell, page.struck_classes)


def _read_cell(
    cell: Any,
    place: tuple[int, int],
    cells: list[str],
    merges: list[Merge],
    taken: dict[tuple[int, int], str],
) -> None:
    row, rows = place
    left = len(cells)
    right = min(left + _span(cell, "colspan"), WIDEST) - 1
    bottom = min(row + _span(cell, "rowspan"), rows) - 1
    cells.extend([_cell_text(cell), *[""] * (right - left)])
    if (row, left) != (bottom, right) and right >= left:
        merges.append(Merge(row, left, bottom, right))
        for below in range(row + 1, bottom + 1):
            taken.update(((below, column), "") for column in range(left, right + 1))


def _span(cell: Any, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return (
        min(max(1, int(text)), 1000) if text.isascii() and text.isdigit() and len(text) < 9 else 1
    )


def _cell_text(cell: Any) -> str:
    return paragraphs_text("".join(_pieces(cell)).split("\f"))


def _pieces(element: Any) -> Iterator[str]:
    """Yield the words of a cell: a line break where the page breaks, a form feed per paragraph."""
    yield _running(element.text)
    for child in element:
        kind = child.tag if isinstance(child.tag, str) else ""
        if kind == "br":
            yield "\n"
        elif kind and kind not in SKIPPED and not _is_hidden(child):
            edge = "\f" if kind in BLOCKS else ""
            yield edge
            yield from _pieces(child)
            yield edge
        yield _running(child.tail)


def _is_hidden(element: Any) -> bool:
    return "display:none" in (element.get("style") or "").replace(" ", "").lower()
