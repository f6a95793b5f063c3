"""The values of the command line's JSON: keys and words that other programs rely on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from typing import Any, TextIO

from kehoach_desktop.cli.proposal_json import of_reporting
from kehoach_desktop.domain.counts import Counts
from kehoach_desktop.domain.deadline import Deadline
from kehoach_desktop.domain.draft import Finding
from kehoach_desktop.domain.indicator import Indicator
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.plan import (
    Appendix,
    GroupLevel,
    ImportDraft,
    PlanDocument,
    Task,
)
from kehoach_desktop.domain.progress import ProgressEntry

Json = dict[str, Any]
CAPITAL_WORDS = {None: "auto", True: "co", False: "khong"}


def print_json(value: Json, out: TextIO) -> None:
    """Write `value` as the one object of an answer."""
    answer = json.dumps(value, ensure_ascii=False, indent=1)
    # Bytes typed that are no text arrive as lone surrogates; they must not cut the answer in two.
    out.write(answer.encode("utf-8", "replace").decode("utf-8") + "\n")


def of_deadline(deadline: Deadline) -> Json:
    """Return the reading of a deadline; `day_of_month` only where the words name one."""
    value: Json = {
        "kind": deadline.kind.value,
        "due": _day(deadline.due),
        "start": _day(deadline.start),
        "recurrence": deadline.recurrence.value if deadline.recurrence else None,
        "ongoing": deadline.ongoing,
        "exclusive": deadline.exclusive,
    }
    if deadline.day_of_month is not None:
        value["day_of_month"] = deadline.day_of_month
    return value


def of_finding(finding: Finding) -> Json:
    """Return a finding: severity, place, message."""
    return {
        "severity": finding.severity.value,
        "place": finding.place,
        "message": finding.message,
    }


def of_task(appendix: Appendix, task: Task) -> Json:
    """Return a task as `read` and `tasks` print it; an empty text is null."""
    part, group = appendix.part_of(task), appendix.group_of(task)
    parent = next((t for t in appendix.tasks if t.id == task.parent), None)
    return {
        "ordinal": task.ordinal or None,
        "group_ordinal": group.ordinal if group else None,
        "part": part.ordinal if part else None,
        "content": task.content,
        "lead_agencies_text": task.lead_agencies_text or None,
        "coordinating_text": task.coordinating_text or None,
        "deliverable": task.deliverable or None,
        "deadline_text": task.deadline.wording or None,
        "deadline": of_deadline(task.deadline),
        "extra": dict(task.extra),
        "parent_ordinal": parent.ordinal if parent else None,
        "ours": task.ours.yes,
        "ours_reason": task.ours.reason or None,
    }


def of_document(document: PlanDocument) -> Json:
    """Return the paper that carries a plan; what it leaves blank is null."""
    value: Json = {f.name: getattr(document, f.name) for f in fields(document)}
    value["date"] = _day(document.date)
    value["refers_to"] = list(document.refers_to)
    return {key: None if text == "" else text for key, text in value.items()}


def of_appendix(appendix: Appendix) -> Json:
    """Return an appendix with its headings and one flat list of tasks."""
    return {
        "label": appendix.label or None,
        "title": appendix.title or None,
        "attached_to": appendix.attached_to or None,
        "columns": list(appendix.columns),
        "groups": _headings(appendix, GroupLevel.GROUP),
        "parts": _headings(appendix, GroupLevel.PART),
        "tasks": [of_task(appendix, task) for task in appendix.tasks],
    }


def of_draft(draft: ImportDraft) -> Json:
    """Return everything the importer understood."""
    return {
        "document": {
            **of_document(draft.plan.document),
            "reporting": of_reporting(draft.duties),
        },
        "appendices": [of_appendix(appendix) for appendix in draft.plan.appendices],
        "indicators": [of_indicator(indicator) for indicator in draft.indicators],
        "findings": of_findings(draft.findings),
    }


def of_indicator(indicator: Indicator) -> Json:
    """Return an indicator with its figures as printed; an empty text is null."""
    value: Json = {f.name: getattr(indicator, f.name) or None for f in fields(indicator)}
    return {**value, "values": dict(indicator.values)}


def of_findings(findings: Iterable[Finding]) -> list[Json]:
    """Return findings in their order."""
    return [of_finding(finding) for finding in findings]


def of_entry(entry: ProgressEntry) -> Json | None:
    """Return an entry, null where nothing was written."""
    if entry.is_empty:
        return None
    return {
        "period": entry.period,
        "state": entry.status.value if entry.status else None,
        "done_on": _day(entry.done_on),
        "percent": entry.percent,
        "result": entry.result or None,
        "evidence": entry.evidence or None,
        "obstacle": entry.obstacle or None,
        "proposal": entry.proposal or None,
        "next_steps": entry.next_steps or None,
    }


def of_office(office: Office) -> Json:
    """Return the particulars under the keys that `--set` takes."""
    value: Json = {f.name: getattr(office, f.name) for f in fields(office)}
    value["kind"] = office.kind.value
    value["capacity"] = office.capacity.value
    value["recipients"] = list(office.recipients)
    value["unit_capital"] = CAPITAL_WORDS[office.unit_capital]
    return value


def of_counts(counts: Counts) -> Json:
    """Return the counts with their total."""
    value: Json = {f.name: getattr(counts, f.name) for f in fields(counts)}
    return {"total": counts.total, **value}


def _headings(appendix: Appendix, level: GroupLevel) -> list[Json]:
    return [
        {"ordinal": group.ordinal, "title": group.title}
        for group in appendix.groups
        if group.level is level
    ]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
