"""How far a draft is from the truth beside a given file, field by field."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kehoach_desktop.domain.deadline import Deadline
from kehoach_desktop.domain.plan import Appendix, GroupLevel, ImportDraft, Task
from kehoach_desktop.domain.text import squeeze

DATA = Path(__file__).parent.parent / "data"
DOCUMENT_KEYS = (
    "issuer", "doc_type", "number", "number_text", "date_text", "title", "province", "signer",
    "signer_position",
)  # fmt: skip


def truth_of(name: str) -> dict[str, Any]:
    """Return the truth kept under that name."""
    truth: dict[str, Any] = json.loads((DATA / name).read_text(encoding="utf-8"))
    return truth


def folded(text: str | None) -> str:
    """Return a text as it is compared: white space folded, nothing for an absent one."""
    return squeeze(text or "")


def differences(draft: ImportDraft, truth: dict[str, Any]) -> list[str]:
    """Return every field of the truth that the draft reads otherwise."""
    document = _document(draft, truth["document"])
    return [*document, *matrix_differences(draft, truth["appendices"])]


def matrix_differences(draft: ImportDraft, truth: list[dict[str, Any]]) -> list[str]:
    """Return every field of the appendices that the draft reads otherwise."""
    return [*_matrix(draft, truth)]


def _document(draft: ImportDraft, truth: dict[str, Any]) -> Iterator[str]:
    document = draft.plan.document
    for key in DOCUMENT_KEYS:
        if folded(getattr(document, key)) != folded(truth.get(key)):
            yield f"{key}: {getattr(document, key)!r}"
    if list(document.refers_to) != truth["refers_to"]:
        yield f"refers_to: {document.refers_to}"


def _matrix(draft: ImportDraft, truth: list[dict[str, Any]]) -> Iterator[str]:
    if len(draft.plan.appendices) != len(truth):
        yield f"{len(draft.plan.appendices)} appendices"
    for appendix, wanted in zip(draft.plan.appendices, truth, strict=False):
        yield from (f"{appendix.label}: {line}" for line in _appendix(appendix, wanted))


def _appendix(appendix: Appendix, wanted: dict[str, Any]) -> Iterator[str]:
    for key in ("label", "title", "attached_to"):
        if folded(getattr(appendix, key)) != folded(wanted[key]):
            yield f"{key}: {getattr(appendix, key)!r}"
    if list(appendix.columns) != wanted["columns"]:
        yield f"columns: {appendix.columns}"
    for level, key in ((GroupLevel.GROUP, "groups"), (GroupLevel.PART, "parts")):
        headings = [(g.ordinal, folded(g.title)) for g in appendix.groups if g.level is level]
        if headings != [(g["ordinal"], folded(g["title"])) for g in wanted.get(key, [])]:
            yield f"{key}: {headings}"
    if len(appendix.tasks) != len(wanted["tasks"]):
        yield f"{len(appendix.tasks)} tasks"
    for task, row in zip(appendix.tasks, wanted["tasks"], strict=False):
        yield from (f"{row['ordinal']}: {line}" for line in _task(appendix, task, row))


def _task(appendix: Appendix, task: Task, row: dict[str, Any]) -> Iterator[str]:
    group, part = appendix.group_of(task), appendix.part_of(task)
    read = {
        "ordinal": task.ordinal,
        "group_ordinal": group.ordinal if group else None,
        "part": part.ordinal if part else None,
        "content": task.content,
        "lead_agencies_text": task.lead_agencies_text,
        "coordinating_text": task.coordinating_text,
        "deliverable": task.deliverable,
        "deadline_text": task.deadline.wording,
    }
    for key, value in read.items():
        if folded(value) != folded(row[key]):
            yield f"{key}: {value!r}"
    wanted = {
        key: row["deadline"][key] for key in ("kind", "due", "start", "recurrence", "ongoing")
    }
    if _deadline(task.deadline) != wanted:
        yield f"deadline: {task.deadline}"


def _deadline(deadline: Deadline) -> dict[str, Any]:
    return {
        "kind": deadline.kind,
        "due": deadline.due.isoformat() if deadline.due else None,
        "start": deadline.start.isoformat() if deadline.start else None,
        "recurrence": deadline.recurrence,
        "ongoing": deadline.ongoing,
    }
