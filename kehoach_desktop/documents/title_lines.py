"""The lines under titles: their length is a part of the text over them (NĐ 30/2020, Phụ lục I)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from kehoach_desktop.documents.type_metrics import parted, width_of, wrapped
from kehoach_desktop.documents.words_xml import (
    PLACEHOLDER,
    Element,
    names_in,
    paragraphs,
    text_of,
    w,
)
from kehoach_desktop.domain.text import NBSP

_MARK = "line"
NORMAL_PADDING = 108
_AFTER_SPACING = {w(n) for n in ("w", "kern", "position", "sz", "szCs", "highlight", "u", "lang")}
ITALIC_TO_BOLD = 0.96
SAFETY, CLOSEST = 30, 16  # twips
WIDER_GAP = 2.6  # twips a point: some programs draw a no-break space half as wide again
STANDARD_HALF_POINTS = 28


def mark_title_lines(body: Element, ratios: Mapping[str, float]) -> None:
    """Turn the placeholders of lines into marks that no text of a report can imitate."""
    for paragraph in list(paragraphs(body)):
        for name in set(names_in(paragraph)) & set(ratios):
            paragraph.set(_MARK, str(ratios[name]))
            for piece in paragraph.iter(w("t")):
                piece.text = PLACEHOLDER.sub("", piece.text or "")


def set_title_lines(body: Element, styles: Element) -> None:
    """Give each marked paragraph the indents that leave its line the length it should have."""
    sizes = _style_sizes(styles)
    for line in body.xpath(f".//w:p[@{_MARK}]"):
        ratio = float(line.attrib.pop(_MARK))
        room = _room(body, line)
        longest = max((_width(p, room, sizes) for p in _titles_over(line)), default=0.0)
        _indent(line, max(round((room - longest * ratio) / 2), 0))


def part_title(paragraph: Element, title: str) -> str:
    """Return a title in capitals with a break at a phrase where the page is too narrow for it."""
    body = next(paragraph.iterancestors(w("body")))
    return parted(title, STANDARD_HALF_POINTS / 2, _text_width(body, paragraph) - SAFETY)


def fit_one_line(body: Element, paragraph: Element, styles: Element) -> None:
    """Draw a line of a cell together until it fits: place and day stand beside the number.

    Smaller type is not allowed (NĐ 30/2020, Phụ lục I, II.4), letters a hair closer are.
    """
    text, points = text_of(paragraph), _half_points(paragraph, _style_sizes(styles)) / 2
    width = width_of(text, points) * ITALIC_TO_BOLD + text.count(NBSP) * points * WIDER_GAP
    excess = width - (_room(body, paragraph) - SAFETY)
    if excess <= 0 or not text:
        return
    closer = min(math.ceil(excess / len(text)), CLOSEST)
    for run in paragraph.iter(w("r")):
        spacing = paragraph.makeelement(w("spacing"))
        spacing.set(w("val"), str(-closer))
        _put_in_order(run.get_or_add_rPr(), spacing)


def _put_in_order(properties: Element, spacing: Element) -> None:
    """Put the spacing before what has to follow it: Word refuses another order."""
    later = [child for child in properties if child.tag in _AFTER_SPACING]
    if later:
        later[0].addprevious(spacing)
    else:
        properties.append(spacing)


def _titles_over(line: Element) -> Iterator[Element]:
    """Yield the paragraphs right over the line that are of one kind with the nearest.

    Over the line under the agency stand both lines of its name; over that under the motto, only
    the motto: its style differs from that of the Quốc hiệu.
    """
    nearest = line.getprevious()
    above = nearest
    while above is not None and above.tag == w("p") and _style(above) == _style(nearest):
        yield above
        above = above.getprevious()


def _width(paragraph: Element, room: float, sizes: dict[str, int]) -> float:
    points = _half_points(paragraph, sizes) / 2
    return max(width_of(line, points) for line in wrapped(_lines(paragraph), points, room))


def _lines(paragraph: Element) -> str:
    parts = []
    for piece in paragraph.iter(w("t"), w("br")):
        parts.append("\n" if piece.tag == w("br") else piece.text or "")
    return "".join(parts) or text_of(paragraph)


def _half_points(paragraph: Element, sizes: dict[str, int]) -> int:
    size = paragraph.find(f"{w('r')}/{w('rPr')}/{w('sz')}")
    if size is not None:
        return int(size.get(w("val")))
    return sizes.get(_style(paragraph), sizes.get("", STANDARD_HALF_POINTS))


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else str(style.get(w("val")))


def _style_sizes(styles: Element) -> dict[str, int]:
    """Return the size each paragraph style comes to, in half points; "" is the standard one."""
    standard = styles.find(f"{w('docDefaults')}//{w('sz')}")
    base = STANDARD_HALF_POINTS if standard is None else int(standard.get(w("val")))
    own: dict[str, int] = {}
    parents: dict[str, str] = {}
    for style in styles.iter(w("style")):
        key, parent = style.get(w("styleId")), style.find(w("basedOn"))
        size = style.find(f"{w('rPr')}/{w('sz')}")
        parents[key] = "" if parent is None else parent.get(w("val"))
        if size is not None:
            own[key] = int(size.get(w("val")))
    sizes = {"": base}
    for key in parents:
        sizes[key] = _resolved(key, own, parents, base)
    return sizes


def _resolved(key: str, own: dict[str, int], parents: dict[str, str], base: int) -> int:
    seen: set[str] = set()
    while key and key not in own and key not in seen:
        seen.add(key)
        key = parents.get(key, "")
    return own.get(key, base)


def _room(body: Element, paragraph: Element) -> float:
    cell = next(paragraph.iterancestors(w("tc")), None)
    if cell is None:
        return _text_width(body, paragraph)
    width = cell.find(f"{w('tcPr')}/{w('tcW')}")
    table = next(cell.iterancestors(w("tbl")))
    return float(width.get(w("w"))) - _padding(table)


def _padding(table: Element) -> float:
    sides = (table.find(f"{w('tblPr')}/{w('tblCellMar')}/{w(side)}") for side in ("left", "right"))
    return sum(NORMAL_PADDING if side is None else float(side.get(w("w"))) for side in sides)


def _text_width(body: Element, paragraph: Element) -> float:
    block = paragraph
    while block.getparent() is not body:
        block = block.getparent()
    section = _section_of(body, block)
    page, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    sides = float(margins.get(w("left"))) + float(margins.get(w("right")))
    return float(page.get(w("w"))) - sides


def _section_of(body: Element, block: Element) -> Element:
    for following in (block, *block.itersiblings()):
        section = next(following.iter(w("sectPr")), None)
        if section is not None:
            return section
    return body.find(w("sectPr"))


def _indent(paragraph: Element, side: int) -> None:
    properties = paragraph.get_or_add_pPr()
    indent = properties.get_or_add_ind()
    indent.attrib.clear()
    for name in ("left", "right", "firstLine"):
        indent.set(w(name), "0" if name == "firstLine" else str(side))
