"""Any paper as a .docx in the official form: the content goes into the template of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path

from kehoach_desktop.documents.emphasising import fill_block
from kehoach_desktop.documents.filling import keep_together, make_ready, put_appendices, put_around
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
    let_tall_rows_part,
    places_in,
    put_values,
    reopen,
    save,
)
from kehoach_desktop.documents.template import (
    Template,
    appendix_range,
    remove,
    usable,
)
from kehoach_desktop.documents.title_lines import part_title
from kehoach_desktop.documents.words_xml import Element, fill, names_in, tied, w
from kehoach_desktop.domain.paper import Content, Paper, PaperAppendix, Table
from kehoach_desktop.domain.report import Block, BlockKind, PeriodReport
from kehoach_desktop.files import replace_file


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
    attached = bool(paper.appendices)
    words = vocabulary_of(paper.frame.kind, paper.template, attached=attached)
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
    template = template_of(paper, folders)
    if isinstance(paper, PeriodReport):
        return write_period_report(paper, target, template, tell)
    return write_paper(paper, target, template, folders[1] / template.name, tell)


def template_of(paper: Paper | PeriodReport, folders: tuple[Path, Path]) -> Path:
    """Return the template a paper is written in: the office's own, or else the shipped one."""
    own, shipped = folders
    if isinstance(paper, PeriodReport):
        kind = paper.frame.kind.value if paper.frame else ""
        wanted = [own / f"{kind}.docx", own / TEMPLATE_NAME, shipped / TEMPLATE_NAME]
    else:
        name = f"{paper.template or paper.frame.kind.value}.docx"
        wanted = [own / name, shipped / name]
    return next((path for path in wanted if path.is_file()), wanted[-1])


def fill_paper(template: Template, paper: Paper) -> Template:
    """Put the paper into the open template, and return it.

    All places are found before anything is filled: what a content brings is never taken for a
    placeholder.
    """
    body = template.body
    make_ready(body)
    has_appendix = any(name.startswith("pl.") for name in names_in(body))
    start = appendix_range(body)[0] if has_appendix else len(body) - 1
    places = places_in(body[:start])
    if has_appendix:
        if not paper.appendices:
            _end_with_text(body, start)
        else:
            numbered = tuple(enumerate(paper.appendices))
            put_appendices(body, numbered, lambda copies, one: _put_appendix(paper, copies, *one))
    _put_contents(places, paper.contents)
    values = paper_values(paper)
    for title in places.get("tham_quyen", ()):
        values["tham_quyen"] = part_title(title, paper.authority)
    put_around(template, places, paper.frame, values, paper_lines(paper))
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
    for element, content in zip(made, contents, strict=True):
        if isinstance(content, Table):
            hold(list(element.iterchildren(w("tr")))[:2])
    keep_together(made, contents)
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
    values = {place: tied(text) for place, text in content_values(content).items()}
    if isinstance(content, Block):
        fill_block(made, name if name in patterns else "doan", content)
    else:
        fill(made, values if name in patterns else {"doan": " ".join(values.values())})
    return made


def _put_appendix(paper: Paper, copies: list[Element], index: int, appendix: PaperAppendix) -> None:
    places = places_in(copies)
    table = next(places[f"{APPENDIX_TABLE}.cot"][0].iterancestors(w("tbl")))
    made = drawn(table, APPENDIX_TABLE, appendix.table)
    table.addprevious(made)
    remove(table)
    rows = list(made.iterchildren(w("tr")))
    let_tall_rows_part(rows)
    hold(rows[-1:])
    values = appendix_values(paper, index, appendix)
    put_values(places, values | {"pl.ten": part_title(made, values["pl.ten"])})


def _end_with_text(body: Element, start: int) -> None:
    """Take the appendix out and let the section of the text be the last one."""
    for element in list(body[start:-1]):
        body.remove(element)
    last_section = body.find(w("sectPr"))
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
