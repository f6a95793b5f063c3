"""October 2025 in a made-up commune: a real plan, and what its units answered."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from kehoach_desktop.domain.deadline import Deadline, Kind, Recurrence
from kehoach_desktop.domain.narrative import write_report_text
from kehoach_desktop.domain.office import Office, SigningCapacity
from kehoach_desktop.domain.period import ReportingPeriod
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
from kehoach_desktop.domain.progress import ProgressEntry, TaskProgress, TaskStatus
from kehoach_desktop.domain.report import PeriodReport, PeriodView, PlanProgress

DATA = Path(__file__).parents[1] / "data"
OCTOBER = ReportingPeriod.parse("2025-10")
CUT_OFF = date(2025, 10, 15)
NOT_OURS = ("A2", "A10")

OFFICE = Office(
    name="Bình Minh",
    province="Quảng Trị",
    place="Bình Minh",
    signer="Võ Thị Lan Chi",
    capacity=SigningCapacity.DEPUTY,
    addressee="Sở Khoa học và Công nghệ",
    recipients=(
        "TTr. Đảng ủy, TTr. HĐND xã (để b/c)",
        "Chủ tịch, các PCT UBND xã",
        "VP HĐND và UBND, các phòng, Công an xã, Trung tâm PVHCC (để t/h)",
    ),
    drafting_unit="VHXH",
    cutoff_day=15,
)


def a_deadline(wording: str, reading: dict[str, Any]) -> Deadline:
    """Return the deadline as the truth file reads it."""

    def day(key: str) -> date | None:
        return date.fromisoformat(reading[key]) if reading.get(key) else None

    recurrence = reading.get("recurrence")
    return Deadline(
        wording=wording,
        kind=Kind(reading["kind"]),
        due=day("due"),
        start=day("start"),
        recurrence=Recurrence(recurrence) if recurrence else None,
        ongoing=bool(reading.get("ongoing")),
        exclusive=wording.lower().startswith("trước"),
    )


def a_plan(name: str, **document: Any) -> Plan:
    """Return a plan of the truth files, its document changed as `document` says."""
    truth = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    head = truth["document"]
    paper = PlanDocument(
        issuer=head["issuer"],
        doc_type=head["doc_type"],
        number_text=head["number_text"],
        date_text=head["date_text"],
        title=head["title"],
        province=head["province"],
    )
    appendices = tuple(
        _appendix(f"{name}{index}", table) for index, table in enumerate(truth["appendices"])
    )
    return Plan(PlanId(name), replace(paper, **document), appendices, source_name=name)


def _appendix(key: str, table: dict[str, Any]) -> Appendix:
    groups: dict[tuple[str | None, str | None], TaskGroup] = {}
    for part in table.get("parts") or ():
        groups[part["ordinal"], None] = _group(key, part, GroupLevel.PART)
    for group in table.get("groups") or ():
        groups[None, group["ordinal"]] = _group(key, group, GroupLevel.GROUP)
    tasks = tuple(_task(f"{key}-{index}", row, groups) for index, row in enumerate(table["tasks"]))
    return Appendix(
        AppendixId(key),
        table["label"],
        table["title"],
        groups=tuple(groups.values()),
        tasks=tasks,
    )


def _group(key: str, heading: dict[str, Any], level: GroupLevel) -> TaskGroup:
    name = GroupId(f"{key}/{heading['ordinal']}")
    return TaskGroup(name, level, heading["ordinal"], heading["title"])


def _task(
    key: str, row: dict[str, Any], groups: dict[tuple[str | None, str | None], TaskGroup]
) -> Task:
    group = groups.get((row["part"], row["group_ordinal"]))
    return Task(
        TaskId(key),
        row["ordinal"],
        row["content"],
        lead_agencies_text=row["lead_agencies_text"] or "",
        coordinating_text=row["coordinating_text"] or "",
        deliverable=row["deliverable"] or "",
        deadline=a_deadline(row["deadline_text"], row["deadline"]),
        group=group.id if group else None,
        ours=Ours(yes=True),
    )


def quang_tri() -> Plan:
    """Return the plan with the number and day that its draft lacks."""
    return a_plan("quang_tri", number="158/KH-UBND", date=date(2025, 8, 27))


def a_view(
    *plans: Plan,
    entries: Iterable[ProgressEntry] = (),
    left_out: Iterable[str] = (),
    period: ReportingPeriod = OCTOBER,
    as_of: date = CUT_OFF,
) -> PeriodView:
    """Return the period of `plans` with `entries`; `left_out` are keys that are not ours."""
    by_task = {entry.task: entry for entry in entries}
    shown = tuple(
        PlanProgress(
            plan,
            tuple(
                TaskProgress(task, by_task.get(task.id, ProgressEntry(task.id, period.key)))
                for appendix, task in plan.tasks()
                if appendix.key_of(task) not in tuple(left_out)
            ),
        )
        for plan in plans
    )
    return PeriodView(period, shown, as_of, date(2025, 9, 16), as_of)


def october_entries(plan: Plan) -> list[ProgressEntry]:
    """Return what the units of the commune answered for October, and the office itself."""
    keys = {appendix.key_of(task): task for appendix, task in plan.tasks()}
    answers = json.loads((DATA / "binh_minh_thang_10.json").read_text(encoding="utf-8"))
    return [_entry(keys[answer["key"]].id, answer) for answer in answers["entries"]]


def _entry(task: TaskId, answer: dict[str, Any]) -> ProgressEntry:
    status = TaskStatus(answer["status"])
    return ProgressEntry(
        task,
        OCTOBER.key,
        status=status,
        done_on=date(2025, 10, 9) if status is TaskStatus.DONE else None,
        percent=answer["percent"],
        result=answer["result"],
        obstacle=answer["obstacle"],
        evidence=answer["evidence"],
    )


def assigned(plan: Plan) -> Plan:
    """Return the plan with each of the commune's tasks given to its unit."""
    for appendix, task in tuple(plan.tasks()):
        key = appendix.key_of(task)
        ours = Ours(yes=key not in NOT_OURS)
        plan = plan.with_tasks([replace(task, assigned_to=UNITS.get(key, ""), ours=ours)])
    return plan


def october(office: Office = OFFICE) -> PeriodReport:
    """Return the draft of the October report of the commune."""
    plan = assigned(quang_tri())
    view = a_view(plan, entries=october_entries(plan), left_out=NOT_OURS)
    return PeriodReport(office, view, write_report_text(office, view))


_CULTURE, _ECONOMY = "Phòng Văn hóa - Xã hội", "Phòng Kinh tế"
_SERVICE, _POLICE = "Trung tâm Phục vụ hành chính công", "Công an xã"
UNITS = {
    **dict.fromkeys(("A3", "A4", "A7", "A8", "A9", "B1", "B6", "B7"), _CULTURE),
    **dict.fromkeys(("A11", "A12", "B3"), _ECONOMY),
    **dict.fromkeys(("A6", "B2", "B5"), _POLICE),
    **dict.fromkeys(("B4", "B8"), _SERVICE),
    "A1": f"{_ECONOMY}; {_SERVICE}",
    "A5": "Văn phòng HĐND và UBND",
}
