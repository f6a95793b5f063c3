"""A .docx, unpacked, as a paper with its styles resolved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kehoach_desktop.documents.check.looks import Block, Cell, Paper, Paragraph, Row, Table
from kehoach_desktop.documents.check.numbers import Numbers
from kehoach_desktop.documents.check.page_parts import notes, read_sections, related
from kehoach_desktop.documents.check.run_reading import read_runs
from kehoach_desktop.documents.check.styles import (
    Properties,
    Styles,
    is_on,
    number,
    paragraph_properties,
    value_of,
)
from kehoach_desktop.documents.words_xml import w
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.i18n import _

STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_LINKS = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
USUAL_LINKS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WRAPPERS = {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"}
MOST_STYLES = 10
MOST_CELLS, DEEPEST, WIDEST_SPAN = 120_000, 12, 64
PADDING = 108.0


class NotAPaper(KehoachError):
    """The package holds no Word text that can be read."""

    def __init__(self) -> None:
        super().__init__(
            _("Tệp không phải là văn bản Word (.docx) hoặc đã hỏng."),
            hint=_("Hãy mở tệp bằng Word, lưu lại thành .docx rồi thử lại."),
        )


@dataclass(slots=True)
class _Desk:
    """What is needed while the blocks are read, and how far reading has come."""

    styles: Styles
    numbers: Numbers
    section: int = 0
    order: int = 0
    cells: int = 0
    ends: list[Any] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What a table hands down to its cells."""

    table_style: str = ""
    run: Properties = field(default_factory=dict)
    depth: int = 0


def read_paper(parts: Mapping[str, bytes]) -> Paper:
    """Return the paper whose package holds `parts` (name → bytes). Raises NotAPaper."""
    root = _root(parts, _main_part(parts))
    body = None if root is None else root.find(w("body"))
    if body is None:
        raise NotAPaper
    styles = Styles(
        _root(parts, "word/styles.xml"), _root(parts, _first(parts, "word/theme/theme"))
    )
    desk = _Desk(styles, Numbers(_root(parts, "word/numbering.xml")))
    blocks = tuple(_blocks(body, desk, _Surroundings()))
    links = {
        name: _loose_paragraphs(_root(parts, target), desk)
        for name, target in related(parts, _main_part(parts)).items()
    }
    last = body.find(w("sectPr"))
    ends = [*desk.ends, *([] if last is None else [last])]
    return notes(Paper(blocks, read_sections(ends, links)), root, parts)


def _main_part(parts: Mapping[str, bytes]) -> str:
    return "word/document.xml" if "word/document.xml" in parts else _first(parts, "word/document")


def _first(parts: Mapping[str, bytes], start: str) -> str:
    return next((name for name in sorted(parts) if name.startswith(start)), "")


def _root(parts: Mapping[str, bytes], name: str) -> Any | None:
    from lxml import etree

    data = parts.get(name, b"").replace(STRICT, USUAL).replace(STRICT_LINKS, USUAL_LINKS)
    if not data.strip():
        return None
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None


def _loose_paragraphs(root: Any | None, desk: _Desk) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a header or footer, wherever they stand in it."""
    found = () if root is None else root.iter(w("p"))
    return tuple(_paragraph(p, desk, _Surroundings()) for p in found)


def _local(element: Any) -> str:
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def _blocks(container: Any, desk: _Desk, around: _Surroundings) -> Iterator[Block]:
    for element in container:
        match _local(element):
            case "p":
                yield _paragraph(element, desk, around)
                if (end := element.find(f"{w('pPr')}/{w('sectPr')}")) is not None:
                    desk.ends.append(end)
                    desk.section += 1
            case "tbl" if around.depth < DEEPEST:
                yield _table(element, desk, around)
            case wrapper if wrapper in WRAPPERS:
                yield from _blocks(element, desk, around)


def _paragraph(element: Any, desk: _Desk, around: _Surroundings) -> Paragraph:
    own = element.find(w("pPr"))
    style = value_of(None if own is None else own.find(w("pStyle"))) or ""
    if desk.styles.element(style) is None:
        style = desk.styles.standard("paragraph")
    said = paragraph_properties(own)
    numbered = said.get("number")
    of_style = desk.styles.chain(style)[0].get("number")
    at = numbered or of_style
    listed = desk.numbers.properties(at)
    if not numbered:
        listed = {k: v for k, v in listed.items() if k not in desk.styles.chain(style)[0]}
    setting = desk.styles.setting(style, around.table_style, listed, said)
    content = read_runs(
        element, lambda c, o: desk.styles.look(style, around.run, c, o), desk.styles.run_properties
    )
    desk.order += 1
    label = desk.numbers.next_label(at) if content.runs or content.strokes else ""
    return Paragraph(
        runs=content.runs,
        setting=setting,
        order=desk.order,
        section=desk.section,
        label=label,
        strokes=content.strokes,
        fields=content.fields,
        page_break=content.page_break,
        element=element,
    )


def _table(element: Any, desk: _Desk, around: _Surroundings) -> Table:
    properties = element.find(w("tblPr"))
    key = value_of(None if properties is None else properties.find(w("tblStyle"))) or ""
    style = key or desk.styles.standard("table")
    inside = _Surroundings(style, desk.styles.chain(style)[1], around.depth + 1)
    grid = [
        number(column.get(w("w"))) for column in element.iterfind(f"{w('tblGrid')}/{w('gridCol')}")
    ]
    padding = _padding(properties, desk.styles.element(style))
    first = desk.section
    rows = tuple(_row(row, desk, inside, grid, padding) for row in _children(element, "tr"))
    bordered = (properties is not None and _has_borders(properties)) or _style_borders(desk, style)
    lined = bordered or next(element.iter(w("tcBorders")), None) is not None
    return Table(rows, first, bordered, lined or _inherits_borders(desk, style))


def _inherits_borders(desk: _Desk, style: str) -> bool:
    """Say whether a style that the table's own is based on draws lines, or its parts do."""
    for _step in range(MOST_STYLES):
        element = desk.styles.element(style)
        if element is None:
            return False
        if _style_borders(desk, style) or next(element.iter(w("tcBorders")), None) is not None:
            return True
        style = value_of(element.find(w("basedOn"))) or ""
    return False


def _has_borders(properties: Any) -> bool:
    borders = properties.find(w("tblBorders"))
    return borders is not None and any(value_of(b) not in {"nil", "none", None} for b in borders)


def _style_borders(desk: _Desk, style: str) -> bool:
    element = desk.styles.element(style)
    properties = None if element is None else element.find(w("tblPr"))
    return properties is not None and _has_borders(properties)


def _padding(properties: Any | None, style: Any | None) -> float:
    total = 0.0
    for side, other in (("left", "start"), ("right", "end")):
        found = None
        for holder in (properties, None if style is None else style.find(w("tblPr"))):
            if found is None and holder is not None:
                margins = f"{w('tblCellMar')}/"
                found = holder.find(margins + w(side))
                found = holder.find(margins + w(other)) if found is None else found
        total += PADDING if found is None else number(found.get(w("w")))
    return total


def _children(element: Any, name: str) -> Iterator[Any]:
    for child in element:
        kind = _local(child)
        if kind == name:
            yield child
        elif kind in WRAPPERS:
            yield from _children(child, name)


def _row(
    element: Any, desk: _Desk, around: _Surroundings, grid: list[float], padding: float
) -> Row:
    properties = element.find(w("trPr"))
    header = properties is not None and is_on(properties.find(w("tblHeader")))
    cells: list[Cell] = []
    column = 0
    for cell in _children(element, "tc"):
        span = int(number(value_of(cell.find(f"{w('tcPr')}/{w('gridSpan')}")), 1))
        span = max(1, min(span, WIDEST_SPAN))
        desk.cells += 1
        if desk.cells > MOST_CELLS:
            break
        width = _cell_width(cell, sum(grid[column : column + span]))
        blocks = tuple(_blocks(cell, desk, around))
        cells.append(Cell(blocks, max(0.0, width - padding) if width else 0.0, span))
        column += span
    return Row(tuple(cells), header)


def _cell_width(cell: Any, from_grid: float) -> float:
    width = cell.find(f"{w('tcPr')}/{w('tcW')}")
    if width is not None and width.get(w("type")) in {None, "dxa"}:
        return number(width.get(w("w"))) or from_grid
    return from_grid
