"""The report of a period as a .docx in the official form, with its appendix."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy
from pathlib import Path

from kehoach_desktop.documents.fields import (
    BLOCK_SPECIMENS,
    RULES,
    AppendixFields,
    appendices,
    counts_rows,
    frame_of,
    head_values,
    line_values,
)
from kehoach_desktop.documents.page_numbers import number_every_section
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
    repeat_rows,
    usable,
)
from kehoach_desktop.documents.title_lines import fit_one_line, mark_title_lines, set_title_lines
from kehoach_desktop.documents.words_xml import (
    Element,
    fill,
    w,
)
from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.domain.report import Block, BlockKind, PeriodReport
from kehoach_desktop.files import replace_file, safe_name
from kehoach_desktop.paths import templates

TEMPLATE_NAME = "bao_cao_thang.docx"
ROOM_OVER_TABLE = 80  # twips
LONGEST_PROPERTY = 255  # letters, what Word keeps


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
    filled = fill_report(usable(template, shipped_template(), tell=tell), report)
    return replace_file(target, lambda draft: save(filled, draft), reopen)


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
    frame = frame_of(report)
    for name, texts in line_values(frame).items():
        for pattern in places.get(name, ()):
            repeat_paragraph(pattern, name, texts)
    put_values(places, head_values(frame))
    set_title_lines(body, template.document.styles.element)
    for line in places.get("dia_danh_ngay", ()):
        fit_one_line(body, line, template.document.styles.element)
    set_body_size(template.document.styles.element, frame.body_size)
    title = " ".join(frame.subject)
    template.document.core_properties.title = title[:LONGEST_PROPERTY]
    return template


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
            keep_with_next(element, ROOM_OVER_TABLE if announces_table else 0)


def _hold_ends(table: Element) -> None:
    """Let a page part the table in its middle only."""
    rows = list(table.iterchildren(w("tr")))
    hold((*rows[:3], *rows[-3:-1]))


def _put_appendices(body: Element, filled: Iterable[AppendixFields]) -> None:
    start, end = appendix_range(body)
    patterns = list(body[start:end])
    for element in patterns:
        body.remove(element)
    last_section = body.find(w("sectPr"))
    for index, appendix in enumerate(filled):
        if index:
            last_section.addprevious(section_end(body, last_section))
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
    let_tall_rows_part(rows)
    hold(rows[-1:])
    put_values(places, appendix.values)
