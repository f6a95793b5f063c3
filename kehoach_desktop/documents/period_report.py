"""The report of a period as a .docx in the official form, with its appendix."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from copy import deepcopy
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from kehoach_desktop.documents.fields import (
    BLOCK_SPECIMENS,
    RULES,
    AppendixFields,
    appendices,
    counts_rows,
    head_values,
    line_values,
)
from kehoach_desktop.documents.page_numbers import number_every_section
from kehoach_desktop.documents.template import (
    Template,
    appendix_range,
    open_template,
    remove,
    repeat_paragraph,
    repeat_rows,
    usable,
)
from kehoach_desktop.documents.title_lines import mark_title_lines, set_title_lines
from kehoach_desktop.documents.words_xml import (
    PLACEHOLDER,
    Element,
    fill,
    names_in,
    paragraphs,
    text_of,
    w,
)
from kehoach_desktop.domain.narrative_citation import subject_lines
from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.domain.report import Block, BlockKind, PeriodReport
from kehoach_desktop.files import NotWritten, replace_file, safe_name
from kehoach_desktop.i18n import _
from kehoach_desktop.paths import templates

TEMPLATE_NAME = "bao_cao_thang.docx"
Places = dict[str, list[Element]]
ROOM_OVER_TABLE = 80  # twips
LONGEST_WHOLE_CELL = 360  # letters
LONGEST_PROPERTY = 255  # letters, what Word keeps
# Every file of the report bears one day inside: the same report is the same bytes.
_EPOCH = (2020, 3, 5, 0, 0, 0)


def shipped_template() -> Path:
    """Return the template of the monthly report that comes with the program."""
    return templates() / TEMPLATE_NAME


def report_file_name(report: PeriodReport) -> str:
    """Return the name of the report's file: "BC thang 10-2025 xa Suoi May.docx"."""
    return safe_name(f"BC {_period_in_name(report.view.period)} {_ascii(report)}.docx")


def _period_in_name(period: ReportingPeriod) -> str:
    return {
        PeriodKind.MONTH: f"thang {period.index:02d}-{period.year}",
        PeriodKind.QUARTER: f"quy {period.index}-{period.year}",
        PeriodKind.HALF_YEAR: f"6 thang {('dau', 'cuoi')[(period.index - 1) % 2]} {period.year}",
        PeriodKind.NINE_MONTHS: f"9 thang {period.year}",
        PeriodKind.YEAR: f"nam {period.year}",
    }[period.kind]


def _ascii(report: PeriodReport) -> str:
    from unicodedata import combining, normalize

    name = report.office.full_name.replace("đ", "d").replace("Đ", "D")
    return "".join(c for c in normalize("NFD", name) if not combining(c))


def write_period_report(
    report: PeriodReport,
    target: Path,
    template: Path,
    tell: Callable[[str], None] | None = None,
) -> Path:
    """Write the report to `target`, whole or not at all, and return `target`.

    A template that cannot be used gives way to the shipped one; `tell` is given the reason.
    Raises TemplateRefused when neither can be used, NotWritten when the disk refuses.
    """
    choice = usable(template, shipped_template())
    if choice.message and tell is not None:
        tell(choice.message)
    filled = fill_report(open_template(choice.path), report)
    return replace_file(target, lambda draft: _save(filled, draft), _reopen)


def fill_report(template: Template, report: PeriodReport) -> Template:
    """Put the report into the open template, and return it.

    All places are found before anything is filled: what an entry brings is never taken for a
    placeholder.
    """
    body = template.body
    mark_title_lines(body, RULES)
    number_every_section(body)
    start, _end = appendix_range(body)
    places = places_in(body[:start])
    _put_appendices(body, appendices(report))
    _put_blocks(body, report, places)
    for name, texts in line_values(report).items():
        for pattern in places.get(name, ()):
            repeat_paragraph(pattern, name, texts)
    _put_values(places, head_values(report))
    set_title_lines(body, template.document.styles.element)
    title = " ".join(subject_lines(report.view))
    template.document.core_properties.title = title[:LONGEST_PROPERTY]
    return template


def places_in(elements: Iterable[Element]) -> Places:
    """Return the paragraphs that hold each placeholder."""
    places: Places = {}
    for paragraph in chain.from_iterable(map(paragraphs, elements)):
        for name in names_in(paragraph):
            places.setdefault(name, []).append(paragraph)
    return places


def _put_values(places: Places, values: dict[str, str]) -> None:
    chosen = {id(p): p for name in values for p in places.get(name, ())}
    for paragraph in chosen.values():
        names = names_in(paragraph)
        if any(values.get(name) for name in names) or PLACEHOLDER.sub("", text_of(paragraph)):
            fill(paragraph, values)
        else:
            remove(paragraph)


def _put_blocks(body: Element, report: PeriodReport, places: Places) -> None:
    patterns = {kind: places[name][0] for kind, name in BLOCK_SPECIMENS.items()}
    table = next(places["bang.tt"][0].iterancestors(w("tbl")))
    place = next(p for p in body.iter(w("p")) if p in patterns.values())
    repeat_rows(table, ("bang", "bang_dam"), counts_rows(report.view))
    _hold_ends(table)
    made = [_block(block, patterns, table) for block in report.blocks]
    for element in made:
        place.addprevious(element)
    _keep_together(made, report.blocks)
    for pattern in (*patterns.values(), table):
        remove(pattern)


def _block(block: Block, patterns: dict[BlockKind, Element], table: Element) -> Element:
    if block.kind is BlockKind.COUNTS_TABLE:
        return deepcopy(table)
    made = deepcopy(patterns[block.kind])
    fill(made, {BLOCK_SPECIMENS[block.kind]: block.text})
    return made


def _keep_together(made: list[Element], blocks: tuple[Block, ...]) -> None:
    """Keep a table with what announces it, a list with its head, the signature with some text."""
    following = (*blocks[1:], None)
    for element, block, after in zip(made, blocks, following, strict=True):
        if block.kind is BlockKind.COUNTS_TABLE:
            continue
        announces_table = after is not None and after.kind is BlockKind.COUNTS_TABLE
        if announces_table or after is None or block.text.endswith(":"):
            _keep_with_next(element, ROOM_OVER_TABLE if announces_table else 0)


def _hold_ends(table: Element) -> None:
    """Let a page part the table in its middle only."""
    rows = list(table.iterchildren(w("tr")))
    _hold((*rows[:3], *rows[-3:-1]))


def _hold(rows: Iterable[Element]) -> None:
    """Keep each row on the page of what follows it."""
    for paragraph in chain.from_iterable(map(paragraphs, rows)):
        paragraph.get_or_add_pPr().get_or_add_keepNext()


def _keep_with_next(paragraph: Element, after: int) -> None:
    properties = paragraph.get_or_add_pPr()
    properties.get_or_add_keepNext()
    properties.get_or_add_keepLines()
    if after:
        properties.get_or_add_spacing().set(w("after"), str(after))


def _put_appendices(body: Element, filled: Iterable[AppendixFields]) -> None:
    start, end = appendix_range(body)
    patterns = list(body[start:end])
    for element in patterns:
        body.remove(element)
    last_section = body.find(w("sectPr"))
    for index, appendix in enumerate(filled):
        if index:
            last_section.addprevious(_section_end(body, last_section))
        _put_appendix(last_section, patterns, appendix)


def _put_appendix(before: Element, patterns: list[Element], appendix: AppendixFields) -> None:
    # Filled where it stands: lxml moves a long table from tree to tree at a snail's pace.
    copies = [deepcopy(element) for element in patterns]
    for element in copies:
        before.addprevious(element)
    places = places_in(copies)
    table = next(places["nv.noi_dung"][0].iterancestors(w("tbl")))
    repeat_rows(table, ("muc", "nv"), appendix.rows)
    rows = list(table.iterchildren(w("tr")))
    _let_tall_rows_part(rows)
    _hold(rows[-1:])
    _put_values(places, appendix.values)


def _let_tall_rows_part(rows: Iterable[Element]) -> None:
    # A row of half a page that may not be parted leaves the other half of the page before it empty.
    for row in rows:
        longest = max((len(text_of(cell)) for cell in row.iterchildren(w("tc"))), default=0)
        if longest > LONGEST_WHOLE_CELL:
            for mark in row.findall(f"{w('trPr')}/{w('cantSplit')}"):
                mark.getparent().remove(mark)


def _section_end(body: Element, section: Element) -> Element:
    paragraph = body.makeelement(w("p"))
    properties = paragraph.get_or_add_pPr()
    spacing = properties.get_or_add_spacing()
    # A hair's breadth, or the break alone could open an empty page.
    spacing.set(w("line"), "20")
    spacing.set(w("lineRule"), "exact")
    properties.append(deepcopy(section))
    return paragraph


def _save(template: Template, draft: BinaryIO) -> None:
    packed = io.BytesIO()
    template.document.save(packed)
    with zipfile.ZipFile(packed) as made, zipfile.ZipFile(draft, "w") as out:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(entry, made.read(name))


def _reopen(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        if archive.testzip() is not None or "word/document.xml" not in archive.namelist():
            raise NotWritten(_("Tệp vừa ghi bị hỏng."), target=path)
