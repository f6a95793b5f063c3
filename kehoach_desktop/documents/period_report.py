"""The report of a period as a .docx in the official form, with its appendix."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

from kehoach_desktop.documents.emphasising import fill_block
from kehoach_desktop.documents.fields import (
    BLOCK_SPECIMENS,
    AppendixFields,
    appendices,
    counts_rows,
    frame_of,
    head_values,
    line_values,
)
from kehoach_desktop.documents.filling import keep_together, make_ready, put_appendices, put_around
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
    repeat_rows,
    usable,
)
from kehoach_desktop.documents.title_lines import part_title
from kehoach_desktop.documents.words_xml import Element, w
from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.domain.report import Block, BlockKind, PeriodReport
from kehoach_desktop.files import replace_file, safe_name
from kehoach_desktop.paths import templates

TEMPLATE_NAME = "bao_cao_thang.docx"


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
    make_ready(body)
    start, _end = appendix_range(body)
    places = places_in(body[:start])
    put_appendices(body, appendices(report), _put_appendix)
    _put_blocks(body, report, places)
    frame = frame_of(report)
    put_around(template, places, frame, head_values(frame), line_values(frame))
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
    keep_together(made, report.blocks)
    for pattern in (*patterns.values(), table):
        remove(pattern)


def _block(block: Block, patterns: dict[BlockKind, Element], table: Element) -> Element:
    if block.kind is BlockKind.COUNTS_TABLE:
        return deepcopy(table)
    made = deepcopy(patterns[block.kind])
    fill_block(made, BLOCK_SPECIMENS[block.kind], block)
    return made


def _hold_ends(table: Element) -> None:
    """Let a page part the table in its middle only."""
    rows = list(table.iterchildren(w("tr")))
    hold((*rows[:3], *rows[-3:-1]))


def _put_appendix(copies: list[Element], appendix: AppendixFields) -> None:
    places = places_in(copies)
    table = next(places["nv.noi_dung"][0].iterancestors(w("tbl")))
    repeat_rows(table, ("muc", "nv"), appendix.rows)
    rows = list(table.iterchildren(w("tr")))
    let_tall_rows_part(rows)
    hold(rows[-1:])
    title = part_title(table, appendix.values["pl.ten"])
    put_values(places, appendix.values | {"pl.ten": title})
