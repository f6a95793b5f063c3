"""Any paper as a .docx in the official form: the content goes into the template of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path

from kehoach_desktop.documents.fields import RULES
from kehoach_desktop.documents.page_numbers import number_every_section
from kehoach_desktop.documents.paper_fields import (
    APPENDIX_TABLE,
    TABLE,
    appendix_values,
    content_values,
    paper_lines,
    paper_values,
    specimen_of,
    vocabulary_of,
)
from kehoach_desktop.documents.paper_tables import drawn
from kehoach_desktop.documents.period_report import TEMPLATE_NAME, write_period_report
from kehoach_desktop.documents.pieces import (
    Places,
    hold,
    keep_with_next,
    let_tall_rows_part,
    places_in,
    put_values,
    reopen,
    save,
    section_end,
    set_body_size,
)
from kehoach_desktop.documents.template import (
    Template,
    appendix_range,
    remove,
    repeat_paragraph,
    usable,
)
from kehoach_desktop.documents.title_lines import fit_one_line, mark_title_lines, set_title_lines
from kehoach_desktop.documents.words_xml import Element, fill, names_in, w
from kehoach_desktop.domain.paper import Content, Paper, Table
from kehoach_desktop.domain.report import Block, BlockKind, PeriodReport
from kehoach_desktop.files import replace_file

LONGEST_PROPERTY = 255  # letters, what Word keeps
ROOM_OVER_TABLE = 80  # twips


def write_paper(
    paper: Paper,
    target: Path,
    template: Path,
    shipped: Path,
    tell: Callable[[str], None] | None = None,
) -> Path:
    """Write the paper to `target`, whole or not at all, and return `target`.

    A template that cannot be used gives way to the shipped one; `tell` is given the reason.
    Raises TemplateRefused when neither can be used, NotWritten when the disk refuses.
    """
    words = vocabulary_of(paper.frame.kind, paper.template)
    filled = fill_paper(usable(template, shipped, words, tell), paper)
    return replace_file(target, lambda draft: save(filled, draft), reopen)


def write_any(
    paper: Paper | PeriodReport,
    target: Path,
    folders: tuple[Path, Path],
    tell: Callable[[str], None] | None = None,
) -> Path:
    """Write a paper or the report of a period from the office's own template or the shipped one.

    `folders` are where the office's templates lie and where the shipped ones do.
    """
    own, shipped = folders
    if isinstance(paper, PeriodReport):
        kind = paper.frame.kind.value if paper.frame else ""
        wanted = (own / f"{kind}.docx", own / TEMPLATE_NAME, shipped / TEMPLATE_NAME)
        template = next((path for path in wanted if path.is_file()), wanted[-1])
        return write_period_report(paper, target, template, tell)
    name = f"{paper.template or paper.frame.kind.value}.docx"
    template = own / name if (own / name).is_file() else shipped / name
    return write_paper(paper, target, template, shipped / name, tell)


def fill_paper(template: Template, paper: Paper) -> Template:
    """Put the paper into the open template, and return it.

    All places are found before anything is filled: what a content brings is never taken for a
    placeholder.
    """
    body = template.body
    mark_title_lines(body, RULES)
    number_every_section(body)
    has_appendix = any(name.startswith("pl.") for name in names_in(body))
    start = appendix_range(body)[0] if has_appendix else len(body) - 1
    places = places_in(body[:start])
    if has_appendix:
        _put_appendices(body, paper)
    _put_contents(places, paper.contents)
    for name, texts in paper_lines(paper).items():
        for pattern in places.get(name, ()):
            repeat_paragraph(pattern, name, texts)
    put_values(places, paper_values(paper))
    set_title_lines(body, template.document.styles.element)
    for line in places.get("dia_danh_ngay", ()):
        fit_one_line(body, line, template.document.styles.element)
    set_body_size(template.document.styles.element, paper.frame.body_size)
    title = " ".join(paper.frame.subject)
    template.document.core_properties.title = title[:LONGEST_PROPERTY]
    return template


def _put_contents(places: Places, contents: tuple[Content, ...]) -> None:
    patterns = _patterns(places)
    table = _table_at(places, f"{TABLE}.cot")
    place = patterns["doan"]
    for pattern in patterns.values():
        place = pattern if _stands_before(pattern, place) else place
    made = [_made(content, patterns, table) for content in contents]
    for element in made:
        place.addprevious(element)
    for element, content, after in zip(made, contents, (*contents[1:], None), strict=True):
        _keep_together(element, content, after)
    for pattern in patterns.values():
        remove(pattern)
    if table is not None:
        remove(table)


def _patterns(places: Places) -> dict[str, Element]:
    names = ("doan", "phan", "khoan", "diem", "dieu.so")
    return {name: places[name][0] for name in names if name in places}


def _table_at(places: Places, name: str) -> Element | None:
    return next(places[name][0].iterancestors(w("tbl"))) if name in places else None


def _stands_before(first: Element, second: Element) -> bool:
    parent = first.getparent()
    return second.getparent() is parent and parent.index(first) < parent.index(second)


def _made(content: Content, patterns: dict[str, Element], table: Element | None) -> Element:
    if isinstance(content, Table):
        if table is not None:
            return drawn(table, TABLE, content)
        # A template without a table still says every row.
        lines = (": ".join(row.cells) for row in content.rows)
        content = Block(BlockKind.PARAGRAPH, "\n".join(lines))
    name = specimen_of(content)
    made = deepcopy(patterns.get(name, patterns["doan"]))
    values = content_values(content)
    fill(made, values if name in patterns else {"doan": " ".join(values.values())})
    return made


def _keep_together(element: Element, content: Content, after: Content | None) -> None:
    """Keep a table with what announces it, a list with its head, the signature with some text."""
    if isinstance(content, Table):
        hold(list(element.iterchildren(w("tr")))[:2])
        return
    announces_table = isinstance(after, Table)
    if announces_table or after is None or content.text.endswith(":"):
        keep_with_next(element, ROOM_OVER_TABLE if announces_table else 0)


def _put_appendices(body: Element, paper: Paper) -> None:
    start, end = appendix_range(body)
    patterns = list(body[start:end])
    for element in patterns:
        body.remove(element)
    last_section = body.find(w("sectPr"))
    if not paper.appendices:
        _end_with_text(body, start, last_section)
    for index, appendix in enumerate(paper.appendices):
        if index:
            last_section.addprevious(section_end(body, last_section))
        copies = [deepcopy(element) for element in patterns]
        for element in copies:
            last_section.addprevious(element)
        places = places_in(copies)
        table = next(places[f"{APPENDIX_TABLE}.cot"][0].iterancestors(w("tbl")))
        made = drawn(table, APPENDIX_TABLE, appendix.table)
        table.addprevious(made)
        remove(table)
        rows = list(made.iterchildren(w("tr")))
        let_tall_rows_part(rows)
        hold(rows[-1:])
        put_values(places, appendix_values(paper, index, appendix))


def _end_with_text(body: Element, start: int, last_section: Element) -> None:
    """Let the section of the text be the last one: no appendix follows it."""
    breaks = list(_sections_before(body, start))
    if not breaks:
        return
    paragraph, section = breaks[-1]
    last_section.getparent().replace(last_section, section)
    body.remove(paragraph)


def _sections_before(body: Element, end: int) -> Iterator[tuple[Element, Element]]:
    for child in body[:end]:
        section = child.find(f"{w('pPr')}/{w('sectPr')}")
        if section is not None:
            yield child, section
