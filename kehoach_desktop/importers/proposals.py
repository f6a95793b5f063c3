"""What a table says in another place than its own column: who by its sections, when by products."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kehoach_desktop.domain.deadline import Deadline, Kind
from kehoach_desktop.domain.deadline_reader import read_deadline
from kehoach_desktop.domain.draft import ColumnRole, Finding, Severity
from kehoach_desktop.domain.plan import Appendix, Task
from kehoach_desktop.domain.text import fold, squeeze
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.blocks import Block
from kehoach_desktop.importers.body_names import BODY
from kehoach_desktop.importers.named_over import with_leads_over, with_times_over
from kehoach_desktop.importers.prose_fields import divided
from kehoach_desktop.importers.split_times import time_in_parts
from kehoach_desktop.importers.timed_words import TIMED

R = ColumnRole
_CLAUSE = re.compile(r"[;\n()]|\.\s|(?<=\D),")
_BOTH_NAMED = re.compile(r"\bchu tri[^/]*/.*\bphoi hop")
_SAYS_WHEN = (Kind.FIXED, Kind.MONTH, Kind.QUARTER, Kind.RECURRING, Kind.ONGOING, Kind.FROM)


def proposed(appendix: Appendix, blocks: Sequence[Block]) -> tuple[Appendix, list[Finding]]:
    """Return an appendix with what its tables say elsewhere, and a finding for each proposal.

    Only where no table of it has a column of its own for the lead, or for the deadline.
    """
    roles = {role for block in blocks for role in block.columns.roles}
    findings: list[Finding] = []
    tasks = appendix.tasks
    if R.LEAD not in roles and R.COORDINATING not in roles:
        tasks = tuple(map(_with_bodies_of_columns, tasks))
    if R.LEAD not in roles:
        tasks, found = with_leads_over(replace(appendix, tasks=tasks))
        findings.extend(found)
    if R.COORDINATING not in roles:
        names = {name for block in blocks for name in _names_of_leads(block)}
        slashed = bool(names) and all(map(_BOTH_NAMED.search, map(fold, names)))
        split = _by_slash if slashed else _with_partners
        whole, tasks = tasks, tuple(map(split, tasks))
        findings.extend(_told_of_partners(whole, tasks))
    if R.DEADLINE not in roles:
        whole = tuple(map(_with_parts_of_date, tasks))
        tasks = tuple(map(_with_deadline, whole))
        findings.extend(_told_of_deadlines(whole, tasks))
        tasks, found = with_times_over(replace(appendix, tasks=tasks))
        findings.extend(found)
    return replace(appendix, tasks=tasks), findings


def _with_bodies_of_columns(task: Task) -> Task:
    """Return a task with the bodies in whose column "chủ trì" or "phối hợp" is written."""
    said = [(name, fold(text)) for name, text in task.extra if BODY.match(name)]
    return replace(
        task,
        lead_agencies_text="; ".join(name for name, text in said if text in ("chu tri", "ct")),
        coordinating_text="; ".join(name for name, text in said if text in ("phoi hop", "ph")),
    )


def _names_of_leads(block: Block) -> Iterator[str]:
    column = block.columns.index(R.LEAD)
    if column is not None:
        yield block.columns.names[column]


def _by_slash(task: Task) -> Task:
    """Return a task of a column "Chủ trì/Phối hợp" with the two sides of its cell apart."""
    lead, _slash, others = task.lead_agencies_text.partition("/")
    if not others.strip() or "/" in others or task.coordinating_text:
        return _with_partners(task)
    return replace(task, lead_agencies_text=lead.strip(), coordinating_text=others.strip())


def _with_partners(task: Task) -> Task:
    """Return a task whose one cell names who leads and who works along, with the two apart."""
    parts = divided(R.LEAD, task.lead_agencies_text)
    if task.coordinating_text or parts.get(R.LEAD) == task.lead_agencies_text:
        return task
    return replace(
        task,
        lead_agencies_text=parts.get(R.LEAD, ""),
        coordinating_text=parts.get(R.COORDINATING, ""),
    )


def _told_of_partners(before: Sequence[Task], after: Sequence[Task]) -> Iterator[Finding]:
    for was, now in zip(before, after, strict=True):
        if was is not now:
            message = mark("Chủ trì và phối hợp được tách từ một ô: “{text}”.")
            text = message.format(text=squeeze(was.lead_agencies_text)[:120])
            yield Finding(Severity.INFO, now.place, text, now.id)
        elif not now.coordinating_text and re.search(r"\bphoi hop\b", fold(was.lead_agencies_text)):
            message = mark("Ô chủ trì có ghi phối hợp, chưa tách được: “{text}”.")
            text = message.format(text=squeeze(was.lead_agencies_text)[:120])
            yield Finding(Severity.CHECK, now.place, text, now.id)


def _with_deadline(task: Task) -> Task:
    words = when_in(task.deliverable)
    if not words or task.deadline.wording:
        return task
    return replace(task, deadline=Deadline(wording=words))


def when_in(product: str) -> str:
    """Return the last part of a product's words that says when, "" where none surely does."""
    parts = [squeeze(part).strip(" .") for part in _CLAUSE.split(product)]
    for part in reversed([part for part in parts if part]):
        if TIMED.match(fold(part)) and read_deadline(part, 2026).kind in _SAYS_WHEN:
            return part
    return ""


def _with_parts_of_date(task: Task) -> Task:
    words = time_in_parts(task.extra)
    return replace(task, deadline=Deadline(wording=words)) if words else task


def _told_of_deadlines(before: Sequence[Task], after: Sequence[Task]) -> Iterator[Finding]:
    for was, task in zip(before, after, strict=True):
        if was is not task:
            message = mark("Thời hạn lấy từ ô sản phẩm: “{text}”.")
            text = message.format(text=task.deadline.wording)
            yield Finding(Severity.CHECK, task.place, text, task.id)
