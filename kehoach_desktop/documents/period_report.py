"""The report of a period as a .docx in the official form, with its appendix."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from copy import deepcopy
from pathlib import Path
from typing import BinaryIO

from kehoach_desktop.documents.fields import (
    APPENDIX_END,
    BLOCK_SPECIMENS,
    RULES,
    AppendixFields,
    appendices,
    counts_rows,
    head_values,
    line_values,
)
from kehoach_desktop.documents.template import (
    Template,
    open_template,
    remove,
    repeat_paragraph,
    repeat_rows,
    specimen,
    specimen_row,
    usable,
)
from kehoach_desktop.documents.title_lines import set_title_lines
from kehoach_desktop.documents.words_xml import Element, fill, names_in, w
from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.domain.report import Block, BlockKind, PeriodReport
from kehoach_desktop.files import NotWritten, replace_file, safe_name
from kehoach_desktop.i18n import _
from kehoach_desktop.paths import templates

TEMPLATE_NAME = "bao_cao_thang.docx"
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
    """Put the report into the open template, and return it."""
    body = template.body
    _put_blocks(body, report)
    _put_appendices(body, appendices(report))
    for name, texts in line_values(report).items():
        repeat_paragraph(body, name, texts)
    _put_values(body, head_values(report))
    set_title_lines(body, template.document.styles.element, RULES)
    return template


def _put_values(body: Element, values: dict[str, str]) -> None:
    for name, value in values.items():
        place = specimen(body, name)
        while place is not None:
            if value or names_in(place) != [name]:
                fill(place, {name: value})
            else:
                remove(place)
            place = specimen(body, name)


def _put_blocks(body: Element, report: PeriodReport) -> None:
    patterns = {kind: specimen(body, name) for kind, name in BLOCK_SPECIMENS.items()}
    row = specimen_row(body, "bang")
    table = next(row.iterancestors(w("tbl")))
    repeat_rows(table, ("bang", "bang_dam"), counts_rows(report.view))
    place = next(p for p in body.iter(w("p")) if p in patterns.values())
    made = [_block(block, patterns, table) for block in report.blocks]
    for element in made:
        place.addprevious(element)
    if made:
        _keep_with_next(made[-1])
    for before, block in zip(made, report.blocks[1:], strict=False):
        if block.kind is BlockKind.COUNTS_TABLE:
            _keep_with_next(before)
    for pattern in (*patterns.values(), table):
        remove(pattern)


def _block(block: Block, patterns: dict[BlockKind, Element], table: Element) -> Element:
    if block.kind is BlockKind.COUNTS_TABLE:
        return deepcopy(table)
    made = deepcopy(patterns[block.kind])
    fill(made, {BLOCK_SPECIMENS[block.kind]: block.text})
    return made


def _keep_with_next(paragraph: Element) -> None:
    # The page with the signature must carry text (NĐ 30/2020 wants no page of a signature alone).
    if paragraph.tag == w("p"):
        properties = paragraph.get_or_add_pPr()
        for name in ("keepNext", "keepLines"):
            properties._add_keepNext() if name == "keepNext" else properties._add_keepLines()


def _put_appendices(body: Element, filled: Iterable[AppendixFields]) -> None:
    start, end = _appendix_range(body)
    pattern = [deepcopy(element) for element in body[start:end]]
    for element in list(body[start:end]):
        body.remove(element)
    last_section = body.find(w("sectPr"))
    for index, appendix in enumerate(filled):
        if index:
            last_section.addprevious(_section_end(body, last_section))
        for element in _filled_appendix(body, pattern, appendix):
            last_section.addprevious(element)


def _appendix_range(body: Element) -> tuple[int, int]:
    """Return where the appendix begins and ends among the children of the body.

    It begins after the section that holds Nơi nhận, or else with its own first placeholder.
    """
    children = list(body)
    ends = [i for i, child in enumerate(children) if child.find(f".//{w('sectPr')}") is not None]
    first = next(i for i, child in enumerate(children) if _of_appendix(child))
    before = [i for i in ends if i < first]
    start = before[-1] + 1 if before else first
    last = len(children) - 1 if children[-1].tag == w("sectPr") else len(children)
    return start, last


def _of_appendix(element: Element) -> bool:
    return any(name.startswith("pl.") for name in names_in(element))


def _filled_appendix(
    body: Element, pattern: list[Element], appendix: AppendixFields
) -> list[Element]:
    holder = body.makeelement(w("body"))
    holder.extend(deepcopy(element) for element in pattern)
    repeat_rows(holder, ("muc", "nv"), appendix.rows)
    _put_values(holder, appendix.values)
    if APPENDIX_END not in appendix.values:
        raise AssertionError(APPENDIX_END)
    return list(holder)


def _section_end(body: Element, section: Element) -> Element:
    paragraph = body.makeelement(w("p"))
    properties = paragraph.get_or_add_pPr()
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
