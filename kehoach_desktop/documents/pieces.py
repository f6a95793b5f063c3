"""The pieces every paper is put together from: values, held rows, sections, the saved file."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from copy import deepcopy
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from kehoach_desktop.documents.template import Template, remove
from kehoach_desktop.documents.words_xml import (
    PLACEHOLDER,
    Element,
    fill,
    names_in,
    paragraphs,
    text_of,
    w,
)
from kehoach_desktop.files import NotWritten
from kehoach_desktop.i18n import _

BODY_STYLE = "Thân văn bản"
Places = dict[str, list[Element]]
TALLEST_WHOLE_ROW = 18  # lines, half of a page that lies across
SHORTEST_LINE = 5  # letters; no column is narrower
LETTER, CELL_MARGINS = 96, 120  # twips: a letter of a cell with its share of the lines' ends
# Every file of the report bears one day inside: the same report is the same bytes.
_EPOCH = (2020, 3, 5, 0, 0, 0)


def places_in(elements: Iterable[Element]) -> Places:
    """Return the paragraphs that hold each placeholder."""
    places: Places = {}
    for paragraph in chain.from_iterable(map(paragraphs, elements)):
        for name in names_in(paragraph):
            places.setdefault(name, []).append(paragraph)
    return places


def put_values(places: Places, values: dict[str, str]) -> None:
    """Put the values in; a paragraph left with nothing is taken out."""
    chosen = {id(p): p for name in values for p in places.get(name, ())}
    for paragraph in chosen.values():
        names = names_in(paragraph)
        if any(values.get(name) for name in names) or PLACEHOLDER.sub("", text_of(paragraph)):
            fill(paragraph, values)
        else:
            remove(paragraph)


def hold(rows: Iterable[Element]) -> None:
    """Keep each row on the page of what follows it."""
    for paragraph in chain.from_iterable(map(paragraphs, rows)):
        paragraph.get_or_add_pPr().get_or_add_keepNext()


def keep_with_next(paragraph: Element, after: int) -> None:
    """Keep a paragraph whole and on the page of what follows it, `after` twips before that."""
    properties = paragraph.get_or_add_pPr()
    properties.get_or_add_keepNext()
    properties.get_or_add_keepLines()
    if after:
        properties.get_or_add_spacing().set(w("after"), str(after))


def let_tall_rows_part(rows: Iterable[Element]) -> None:
    """Let a page part the rows that are taller than half a page.

    A row of half a page that may not be parted leaves the other half of the page before it empty.
    """
    for row in rows:
        if max(map(_lines_in, row.iterchildren(w("tc"))), default=0) > TALLEST_WHOLE_ROW:
            for mark in row.findall(f"{w('trPr')}/{w('cantSplit')}"):
                mark.getparent().remove(mark)


def _lines_in(cell: Element) -> float:
    """Return about how many lines the text of a cell takes, 0 where it is short or of no width."""
    letters = sum(len(text.text or "") for text in cell.iter(w("t")))
    if letters < TALLEST_WHOLE_ROW * SHORTEST_LINE:
        return 0.0
    width = cell.find(f"{w('tcPr')}/{w('tcW')}")
    room = 0.0 if width is None else float(width.get(w("w"))) - CELL_MARGINS
    return letters * LETTER / room if room > 0 else 0.0


def section_end(body: Element, section: Element) -> Element:
    """Return a paragraph that ends a section as `section` does."""
    paragraph = body.makeelement(w("p"))
    properties = paragraph.get_or_add_pPr()
    spacing = properties.get_or_add_spacing()
    # A hair's breadth, or the break alone could open an empty page.
    spacing.set(w("line"), "20")
    spacing.set(w("lineRule"), "exact")
    properties.append(deepcopy(section))
    return paragraph


def set_body_size(styles: Element, points: int) -> None:
    """Give the style of the text its size; what stands on it follows. 0 leaves the template's."""
    for style in styles.iter(w("style")) if points else ():
        if style.find(w("name")).get(w("val")) == BODY_STYLE:
            for name in ("sz", "szCs"):
                for size in style.iter(w(name)):
                    size.set(w("val"), str(points * 2))


def save(template: Template, draft: BinaryIO) -> None:
    """Write the filled template to `draft`: the same content is the same bytes."""
    from docx.opc.pkgwriter import PackageWriter

    writer: Any = PackageWriter
    package = template.document.part.package
    for part in package.parts:
        part.before_marshal()
    with zipfile.ZipFile(draft, "w") as out:
        shelf = _Undated(out)
        # What python-docx saves bears the day, and would have to be packed a second time.
        writer._write_content_types_stream(shelf, package.parts)  # noqa: SLF001
        writer._write_pkg_rels(shelf, package.rels)  # noqa: SLF001
        writer._write_parts(shelf, package.parts)  # noqa: SLF001


class _Undated:
    """What python-docx writes the parts of a file to."""

    def __init__(self, out: zipfile.ZipFile) -> None:
        self._out = out

    def write(self, where: Any, blob: bytes) -> None:
        """Keep a part; each bears the same day."""
        entry = zipfile.ZipInfo(where.membername, _EPOCH)
        entry.compress_type = zipfile.ZIP_DEFLATED
        self._out.writestr(entry, blob)


def reopen(path: Path) -> None:
    """Raise NotWritten when what was written is not a whole Word file."""
    with zipfile.ZipFile(path) as archive:
        if archive.testzip() is not None or "word/document.xml" not in archive.namelist():
            raise NotWritten(_("Tệp vừa ghi bị hỏng."), target=path)
