"""What every paper is filled by: the texts around it, paragraphs held together, appendices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from typing import TypeVar

from kehoach_desktop.documents.fields import RULES
from kehoach_desktop.documents.page_numbers import number_every_section
from kehoach_desktop.documents.pieces import (
    Places,
    keep_with_next,
    put_values,
    section_end,
    set_body_size,
)
from kehoach_desktop.documents.template import Template, appendix_range, repeat_paragraph
from kehoach_desktop.documents.title_lines import fit_one_line, mark_title_lines, set_title_lines
from kehoach_desktop.documents.words_xml import Element, w
from kehoach_desktop.domain.paper import Content, Table
from kehoach_desktop.domain.paper_frame import Frame
from kehoach_desktop.domain.report import BlockKind

LONGEST_PROPERTY = 255  # letters, what Word keeps
ROOM_OVER_TABLE = 80  # twips
ONE_LINE, FEW = 75, 300  # letters: of one line, of few lines
Held = TypeVar("Held")


def make_ready(body: Element) -> None:
    """Mark the lines under titles and number the pages, before anything is filled."""
    mark_title_lines(body, RULES)
    number_every_section(body)


def put_around(
    template: Template,
    places: Places,
    frame: Frame,
    values: dict[str, str],
    lines: Mapping[str, tuple[str, ...]],
) -> None:
    """Put in what stands around the text, once its paragraphs are there, and set its looks."""
    for name, texts in lines.items():
        for pattern in places.get(name, ()):
            repeat_paragraph(pattern, name, texts)
    put_values(places, values)
    styles = template.document.styles.element
    set_title_lines(template.body, styles)
    for line in places.get("dia_danh_ngay", ()):
        fit_one_line(template.body, line, styles)
    set_body_size(styles, frame.body_size)
    template.document.core_properties.title = " ".join(frame.subject)[:LONGEST_PROPERTY]


def keep_together(made: Iterable[Element], contents: Sequence[Content]) -> None:
    """Keep a table with what announces it, a list with its head, the signature with some text."""
    for element, content, after in zip(made, contents, (*contents[1:], None), strict=True):
        if is_table(content):
            continue
        announces = after is not None and is_table(after)
        lists = _text_of(content).endswith(":") and not _begins_a_part(after)
        closes = after is contents[-1] and _needs_company(content, after)
        if announces or after is None or lists or closes:
            keep_with_next(element, ROOM_OVER_TABLE if announces else 0)


def _needs_company(content: Content, last: Content) -> bool:
    """Say whether the last paragraph, one line, needs the one before it to go with a signature."""
    return not is_table(last) and len(_text_of(last)) < ONE_LINE and len(_text_of(content)) < FEW


def _begins_a_part(content: Content | None) -> bool:
    """Say whether a content is a heading: held to it, a long opening would leave page 1 empty."""
    return getattr(content, "kind", None) in (BlockKind.PART, BlockKind.SECTION)


def is_table(content: Content) -> bool:
    """Say whether a content is drawn as a table."""
    if isinstance(content, Table):
        return True
    return getattr(content, "kind", None) is BlockKind.COUNTS_TABLE


def _text_of(content: Content) -> str:
    return "" if isinstance(content, Table) else content.text


def put_appendices(
    body: Element, appendices: Sequence[Held], put: Callable[[list[Element], Held], None]
) -> None:
    """Repeat the appendix of the template for each of them, in a section of its own.

    `put` fills the copies where they stand: lxml moves a long table from tree to tree at a snail's
    pace.
    """
    start, end = appendix_range(body)
    patterns = list(body[start:end])
    for element in patterns:
        body.remove(element)
    last_section = body.find(w("sectPr"))
    for index, appendix in enumerate(appendices):
        if index:
            last_section.addprevious(section_end(body, last_section))
        copies = [deepcopy(element) for element in patterns]
        for element in copies:
            last_section.addprevious(element)
        put(copies, appendix)
