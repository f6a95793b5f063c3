"""The papers the form is measured on: three kinds of office, 1 to 500 rows, every capacity."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

from kehoach_desktop.documents.period_report import shipped_template, write_period_report
from kehoach_desktop.domain.narrative import write_report_text
from kehoach_desktop.domain.office import Office, OfficeKind, SigningCapacity
from kehoach_desktop.domain.plan import Plan, PlanId, TaskId
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.domain.report import Block, BlockKind, PeriodReport
from tests.documents.binh_minh import OFFICE, a_plan, a_view, october, october_entries, quang_tri

DIEN_BIEN_PHU = Office(
    kind=OfficeKind.WARD,
    name="Điện Biên Phủ",
    province="Đà Nẵng",
    signer="Nguyễn Văn An",
    capacity=SigningCapacity.CHAIRMAN,
    recipients=("UBND thành phố (để b/c)", "Lãnh đạo UBND phường"),
    drafting_unit="VP",
)
MINH_KHAI = replace(
    DIEN_BIEN_PHU,
    name="Nguyễn Thị Minh Khai",
    capacity=SigningCapacity.CHIEF_OF_OFFICE,
    addressee="Sở Khoa học và Công nghệ; Văn phòng Ủy ban nhân dân tỉnh",
    drafting_unit="VHXH",
)
LY_SON = replace(
    DIEN_BIEN_PHU,
    kind=OfficeKind.SPECIAL_ZONE,
    name="Lý Sơn",
    capacity=SigningCapacity.ACTING,
    recipients=(),
    drafting_unit="",
)


LONG_NAME = "Nghi Xuân Thượng Trường Lâm"


def rows(count: int) -> Plan:
    """Return a plan of `count` tasks in two parts, worded as the real ones are."""
    plan = quang_tri()
    appendix = plan.appendices[0]
    tasks = [
        replace(task, id=TaskId(f"{task.id}-{turn}"))
        for turn in range(count // len(appendix.tasks) + 1)
        for task in appendix.tasks
    ][:count]
    ordered = sorted(tasks, key=lambda task: str(task.group))
    numbered = tuple(replace(t, ordinal=str(n)) for n, t in enumerate(ordered, start=1))
    return replace(plan, appendices=(replace(appendix, tasks=numbered),))


def a_report(office: Office, *plans: Plan, answered: bool = True) -> PeriodReport:
    """Return a draft on all tasks of `plans`, each answered as being under way."""
    entries = [
        ProgressEntry(task.id, "2025-10", TaskStatus.IN_PROGRESS, result="Đã tổ chức 02 lớp.")
        for plan in plans
        for _appendix, task in plan.tasks()
        if answered
    ]
    view = a_view(*plans, entries=entries)
    return PeriodReport(office, view, write_report_text(office, view), all_tasks=True)


def issued(report: PeriodReport, number: int, day: date) -> PeriodReport:
    """Return the report with its number and day."""
    return replace(report, number=number, issued_on=day)


def of_length(lines: int) -> PeriodReport:
    """Return a report that ends about `lines` short paragraphs below the middle of page 2."""
    short = a_report(OFFICE, rows(1))
    words = "Đã tổ chức 02 lớp hướng dẫn kỹ năng số tại nhà văn hóa thôn, 87 người tham gia. " * 2
    filling = [Block(BlockKind.PARAGRAPH, words.strip()) for _ in range(15)]
    filling += [Block(BlockKind.PARAGRAPH, "Đã họp giao ban.") for _ in range(lines)]
    return replace(short, blocks=(short.blocks[0], *filling, short.blocks[-1]))


def reports() -> dict[str, PeriodReport]:
    """Return every measured paper by its name."""
    other = replace(a_plan("dong_thap", number="231/KH-UBND", date=date(2025, 6, 9)))
    plan = quang_tri()
    again = replace(plan, id=PlanId("again"))
    return {
        "draft": october(),
        "issued": issued(october(), 145, date(2025, 10, 20)),
        "ward": issued(a_report(DIEN_BIEN_PHU, rows(20)), 5, date(2026, 1, 5)),
        "two_plans": issued(a_report(MINH_KHAI, again, other), 12, date(2026, 3, 9)),
        "zone": a_report(LY_SON, rows(1)),
        "three_appendices": a_report(
            replace(OFFICE, name=LONG_NAME, place="", capacity=SigningCapacity.AUTHORISED),
            a_plan("dong_thap"),
        ),
        "silent": a_report(OFFICE, rows(20), answered=False),
        "long": a_report(
            replace(OFFICE, capacity=SigningCapacity.DEPUTY_CHIEF, addressee=""),
            rows(500 if wants_every() else 100),
        ),
        **{f"length_{count}": of_length(count) for count in range(9)},
    }


def wants_every() -> bool:
    """Say whether all papers are asked for at their full length, not the day's sixth."""
    return os.environ.get("KEHOACH_FORMS") == "all"


def write_all(folder: Path) -> dict[str, Path]:
    """Write every paper into `folder` from the shipped template."""
    return {
        name: write_period_report(report, folder / f"{name}.docx", shipped_template())
        for name, report in reports().items()
    }


__all__ = [
    "DIEN_BIEN_PHU",
    "LY_SON",
    "MINH_KHAI",
    "a_report",
    "october_entries",
    "reports",
    "rows",
    "wants_every",
]
