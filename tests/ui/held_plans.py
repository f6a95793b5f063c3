"""Plans at hand for the pages: the truth of the given files as stored values, without a reader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from kehoach_desktop.domain.deadline import Deadline, Kind, Recurrence
from kehoach_desktop.domain.draft import Finding, Severity
from kehoach_desktop.domain.plan import (
    Appendix,
    AppendixId,
    GroupId,
    GroupLevel,
    Ours,
    Plan,
    PlanDocument,
    PlanId,
    Task,
    TaskGroup,
    TaskId,
)
from kehoach_desktop.domain.text import fold
from kehoach_desktop.services.plan_snapshot import PlanSnapshot
from kehoach_desktop.ui.workbench import Workbench

DATA = Path(__file__).parent.parent / "data"
NAMES_US = ("cac xa", "dia phuong", "cap xa", "cac cap")


def plan_of(name: str) -> Plan:
    """Return the plan that the truth file of `name` describes, with ids that repeat."""
    truth = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    document = PlanDocument(doc_type="Kế hoạch", title=truth["document"]["title"], year=2025)
    appendices = tuple(
        _appendix(f"{name}-{number}", told) for number, told in enumerate(truth["appendices"])
    )
    return Plan(PlanId(name), document, appendices, f"{name}.xlsx", name)


def _appendix(name: str, told: dict[str, Any]) -> Appendix:
    groups = tuple(_groups(name, told))
    tasks = tuple(_task(name, number, row, groups) for number, row in enumerate(told["tasks"]))
    return Appendix(AppendixId(name), told["label"], told["title"], groups=groups, tasks=tasks)


def _groups(name: str, told: dict[str, Any]) -> Iterator[TaskGroup]:
    for level, key in ((GroupLevel.PART, "parts"), (GroupLevel.GROUP, "groups")):
        for row in told.get(key, ()):
            yield TaskGroup(
                GroupId(f"{name}-{level}-{row['ordinal']}"), level, row["ordinal"], row["title"]
            )


def _task(name: str, number: int, row: dict[str, Any], groups: tuple[TaskGroup, ...]) -> Task:
    inside = (row.get("group_ordinal"), row.get("part"))
    group = next((g.id for g in reversed(groups) if g.ordinal in inside), None)
    agencies = fold(f"{row['lead_agencies_text']} {row['coordinating_text']}")
    return Task(
        TaskId(f"{name}-{number}"),
        row["ordinal"],
        row["content"],
        row["lead_agencies_text"] or "",
        row["coordinating_text"] or "",
        row["deliverable"] or "",
        _deadline(row["deadline_text"] or "", row["deadline"]),
        group,
        ours=Ours(any(words in agencies for words in NAMES_US), "nêu các xã"),
    )


def _deadline(wording: str, told: dict[str, Any]) -> Deadline:
    return Deadline(
        wording,
        Kind(told["kind"]),
        _day(told["due"]),
        _day(told["start"]),
        Recurrence(told["recurrence"]) if told["recurrence"] else None,
        told["ongoing"],
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def hold(workbench: Workbench, *names: str) -> None:
    """Put the named plans into the store, with a doubt about the first task of each."""
    for name in names or ("quang_tri", "dong_thap"):
        plan = plan_of(name)
        first = plan.appendices[0].tasks[0]
        doubt = Finding(Severity.CHECK, "Phụ lục, dòng 5", "Thời hạn này cần xem lại.", first.id)
        workbench.planning.restore(PlanSnapshot(plan, (doubt,)))
