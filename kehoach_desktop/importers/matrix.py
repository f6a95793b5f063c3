"""A source becomes a draft of a plan: appendices, sections, tasks, and what was doubted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from kehoach_desktop.domain.agency import CommuneWords, concerns_commune
from kehoach_desktop.domain.draft import ColumnRole, Finding, Severity, Source, SourceTable
from kehoach_desktop.domain.duty_proposal import ProposedDuty
from kehoach_desktop.domain.plan import (
    Appendix,
    AppendixId,
    ImportDraft,
    Ours,
    Plan,
    PlanDocument,
    PlanId,
    Task,
    new_id,
)
from kehoach_desktop.domain.text import fold
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.blocks import Block, is_attached_line, split_blocks
from kehoach_desktop.importers.document import read_document
from kehoach_desktop.importers.doubts import doubts
from kehoach_desktop.importers.duty_clauses import proposed_duties
from kehoach_desktop.importers.entries import Marks
from kehoach_desktop.importers.issuer import is_of_commune, is_of_office
from kehoach_desktop.importers.leads import Lead, read_lead
from kehoach_desktop.importers.matrix_rows import MatrixRows
from kehoach_desktop.importers.month_marks import time_marked
from kehoach_desktop.importers.proposals import proposed
from kehoach_desktop.importers.prose import read_prose
from kehoach_desktop.importers.prose_doubts import closing_doubts, prose_doubts
from kehoach_desktop.importers.split_times import beginning
from kehoach_desktop.importers.time_over import NOTHING_OVER, Over, with_sections
from kehoach_desktop.importers.whole_file import (
    indicators_of,
    is_garbled,
    table_findings,
    whole_file,
)
from kehoach_desktop.importers.years import Years, years_of

SHEETS = ("xlsx", "xls", "ods", "csv")
HEAD = 40  # paragraphs of a paper without a table, among which its "Kèm theo" may stand


@dataclass(slots=True)
class _Draft:
    """An appendix while its tables are gathered."""

    label: str
    title: str
    attached_to: str
    blocks: list[tuple[Lead, Block]] = field(default_factory=list)


def assemble(
    source: Source,
    year: int | None = None,
    mapping: Mapping[tuple[int, int], ColumnRole] | None = None,
    marks: Marks | None = None,
    words: CommuneWords | None = None,
) -> ImportDraft:
    """Return what is understood of `source`: a plan, and findings on all that is doubtful.

    `year` is that of deadlines that name none (else the document's own). `mapping` overrules the
    role of a column, by table and column number; `marks` say what a row is, by the number of the
    table and that of the row; `words` are the office's own for a task of the commune. Every row
    of the source is a task, a heading, a part of a task, or a finding that names its place.
    """
    blocks = split_blocks(source, mapping or {})
    gathered = _gather(source, blocks)
    document = _document(source, blocks, gathered)
    indicators, measured = indicators_of(source, blocks)
    findings = [*source.findings, *table_findings(source, blocks), *measured]
    appendices: list[Appendix] = []
    years = years_of(document, [draft.title for draft in gathered], year)
    words = words or CommuneWords()
    own = is_of_office(document.issuer, words.office)
    if is_of_commune(document.issuer) and not own:
        findings.append(_of_another(document.issuer, words.office))
    read = partial(_read, years=years, words=words, own=own)
    for draft in gathered:
        appendix, over, found = _appendix(draft, marks or {})
        findings.extend(found)
        appendices.append(_understood(appendix, over, years, read, findings))
    if not gathered and (prose := read_prose(source.paragraphs)):
        appendices.append(_understood(prose, {}, years, read, findings))
        findings.extend(prose_doubts(source.paragraphs, appendices[-1]))
    duties, clauses = _duties(source, appendices, document)
    findings.extend([*clauses, *closing_doubts(source.paragraphs)])
    plan = Plan(PlanId(new_id()), document, tuple(appendices), source.name, source.sha256)
    about = whole_file(source, plan, year or document.year, indicators)
    return ImportDraft(plan, (*about, *findings), indicators, duties, is_garbled(source, plan))


def _duties(
    source: Source, appendices: Sequence[Appendix], document: PlanDocument
) -> tuple[tuple[ProposedDuty, ...], tuple[Finding, ...]]:
    """Return what the text of the plan asks to be reported; paragraphs that are tasks do not."""
    tasks = (task for appendix in appendices for task in appendix.tasks)
    taken = frozenset(line for task in tasks for line in task.content.split("\n"))
    return proposed_duties(source.paragraphs, taken, document.issuer)


def _gather(source: Source, blocks: Mapping[int, Sequence[Block]]) -> list[_Draft]:
    """Return the appendices: a label opens one, in a workbook each sheet does too."""
    drafts: list[_Draft] = []
    sheets = source.format in SHEETS
    for number in sorted(blocks):
        for place, block in enumerate(blocks[number]):
            inside = sheets or place > 0 or any(row for row, _text in block.lead)
            lead = read_lead(block.lead, in_sheet=inside)
            if not drafts or _opens(lead, drafts[-1], first_of_sheet=sheets and place == 0):
                name = block.table.name if sheets and _is_label(block.table.name) else ""
                drafts.append(_Draft(lead.label or name, lead.title, lead.attached_to))
            drafts[-1].blocks.append((lead, block))
    return drafts


def _opens(lead: Lead, current: _Draft, *, first_of_sheet: bool) -> bool:
    if first_of_sheet or (lead.attached_to and current.attached_to):
        return not lead.label or fold(lead.label) != fold(current.label)
    return bool(lead.label) and fold(lead.label) != fold(current.label)


def _is_label(name: str) -> bool:
    return fold(name).startswith(("phu luc", "pl", "bieu"))


def _document(
    source: Source, blocks: Mapping[int, Sequence[Block]], drafts: Sequence[_Draft]
) -> PlanDocument:
    lines = [*_lines(source, blocks)]
    named = [draft.attached_to for draft in drafts] or [*filter(is_attached_line, lines[:HEAD])]
    attached = next(filter(None, named), "")
    sheets = [table for number, table in enumerate(source.tables) if blocks[number]]
    closing = [text for table in sheets for text in _last_words(table)]
    closing = closing if source.format in SHEETS else []
    titles = [draft.title for draft in drafts]
    return read_document(lines, attached, titles, source.name, closing)


def _lines(source: Source, blocks: Mapping[int, Sequence[Block]]) -> Iterator[str]:
    """Yield the words outside the tables of tasks in the order of the page."""
    told = 0
    for number, table in enumerate(source.tables):
        told += len(table.lead_in)
        yield from table.lead_in
        if blocks[number] and source.format in SHEETS:
            yield from read_lead(blocks[number][0].lead, in_sheet=True).opening
        elif not blocks[number] and not table.hidden:
            for row in table.rows:
                yield from filter(None, row.cells)
    yield from source.paragraphs[told:]


def _last_words(table: SourceTable) -> Iterator[str]:
    """Yield the short texts of the last rows of a sheet: a signature stands there, if anywhere."""
    for row in table.rows[-12:]:
        yield from (text for text in row.cells if text and len(text) < 60)


def _appendix(draft: _Draft, marks: Marks) -> tuple[Appendix, Mapping[str, Over], list[Finding]]:
    """Return an appendix whose deadlines are not read yet, and what stands over these."""
    rows = MatrixRows(_place(draft), marks)
    tables = {block.number for _lead, block in draft.blocks}
    for lead, block in draft.blocks:
        if len(tables) > 1:
            rows.place = f"{_place(draft)}, {block.table.name}"
        rows.enter(lead.sections)
        rows.take(block)
    columns = max((block.columns.shown() for _lead, block in draft.blocks), key=len)
    appendix = Appendix(
        AppendixId(new_id()),
        draft.label,
        draft.title,
        draft.attached_to,
        columns,
        tuple(rows.outline.groups),
        tuple(rows.tasks),
    )
    appendix, found = proposed(appendix, [block for _lead, block in draft.blocks])
    return appendix, rows.over, [*rows.findings, *found]


def _understood(
    appendix: Appendix,
    over: Mapping[str, Over],
    years: Years,
    read: Callable[[Task, Over], Task],
    findings: list[Finding],
) -> Appendix:
    """Return an appendix with its tasks read; what is doubtful is added to `findings`."""
    over = with_sections(appendix, over, years.year)
    tasks = tuple(read(task, over.get(task.id, NOTHING_OVER)) for task in appendix.tasks)
    appendix = replace(appendix, tasks=tasks)
    findings.extend([*doubts(appendix), *years.doubts(appendix.tasks, over)])
    return appendix


def _place(draft: _Draft) -> str:
    return draft.label or draft.blocks[0][1].table.name


def _of_another(issuer: str, office: str) -> Finding:
    message = mark("Kế hoạch của {issuer}, không phải của {office}: hãy xem có đúng tệp cần nhập.")
    text = message.format(issuer=issuer, office=office)
    return Finding(Severity.CHECK, mark("Cả tệp"), text)


def _read(task: Task, over: Over, years: Years, words: CommuneWords, *, own: bool) -> Task:
    """Return a task with its deadline read, and whose it is; in a plan of its own, the office's."""
    deadline = years.read(task.deadline.wording, over)
    if not deadline.wording:
        deadline = time_marked(task.extra, over.year or years.year) or deadline
    if start := beginning(task.extra):
        deadline = years.begun(deadline, start, over)
    ours = (
        Ours(yes=True, reason=mark("Kế hoạch của chính xã"))
        if own
        else concerns_commune(task.lead_agencies_text, task.coordinating_text, words)
    )
    return replace(task, deadline=deadline, ours=ours)
