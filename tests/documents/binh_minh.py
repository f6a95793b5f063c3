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
    tasks = tuple(
        _task(f"{key}-{index}", row, groups) for index, row in enumerate(table["tasks"])
    )
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
    return [
        ProgressEntry(
            keys[key].id,
            OCTOBER.key,
            status=TaskStatus(state),
            done_on=date(2025, 10, 9) if state == "done" else None,
            percent=percent,
            result=result,
            obstacle=obstacle,
            evidence=evidence,
        )
        for key, (state, percent, result, obstacle, evidence) in ANSWERS.items()
    ]


def assigned(plan: Plan) -> Plan:
    """Return the plan with each of the commune's tasks given to its unit."""
    for appendix, task in tuple(plan.tasks()):
        key = appendix.key_of(task)
        ours = Ours(yes=key not in NOT_OURS)
        plan = plan.with_task(replace(task, assigned_to=UNITS.get(key, ""), ours=ours))
    return plan


def october(office: Office = OFFICE) -> PeriodReport:
    """Return the draft of the October report of the commune."""
    plan = assigned(quang_tri())
    view = a_view(plan, entries=october_entries(plan), left_out=NOT_OURS)
    return PeriodReport(office, view, write_report_text(office, view))


_DOING, _ONGOING, _NOT, _DONE = "in_progress", "ongoing", "not_started", "done"
ANSWERS: dict[str, tuple[str, int | None, str, str, str]] = {
    "A1": (
        _DOING,
        None,
        "Đã rà soát 41 thủ tục hành chính lĩnh vực kinh tế, đất đai. "
        "Các lĩnh vực còn lại đang rà soát.",
        "",
        "",
    ),
    "A3": (
        _DOING,
        None,
        "Đã tổ chức 02 lớp tại nhà văn hóa thôn, 87 người tham gia.",
        "Thiếu máy tính để thực hành.",
        "",
    ),
    "A4": (
        _ONGOING,
        None,
        "Đã kiện toàn 12/12 tổ. Đã gửi báo cáo quý III ngày 30/9/2025.",
        "Không",
        "",
    ),
    "A5": (
        _ONGOING,
        None,
        "Tiếp nhận 214 văn bản đến, phát hành 96 văn bản đi trên hệ thống quản lý văn bản và "
        "điều hành; 96/96 văn bản đi được ký số.",
        "Không",
        "",
    ),
    "A6": (
        _DOING,
        None,
        "Đã cài đặt phần mềm diệt mã độc trên 34/36 máy tính; 02 máy cũ không cài được.",
        "02 máy tính cũ (Windows 7).",
        "",
    ),
    "A7": (
        _ONGOING,
        None,
        "Đã gửi báo cáo kỳ tháng 9. Kỳ tháng 10 là báo cáo này.",
        "Không",
        "Báo cáo số 121/BC-UBND ngày 19/9/2025",
    ),
    "A8": (_NOT, None, "", "", ""),
    "A9": (_ONGOING, None, "Đã cử 03 công chức dự lớp tập huấn ngày 14 và 15/10/2025.", "", ""),
    "A11": (
        _DOING,
        80,
        "Đã phân bổ 120 triệu đồng mua 05 bộ máy tính, 02 máy quét cho Trung tâm Phục vụ hành "
        "chính công.",
        "Định mức chưa có hướng dẫn.",
        "",
    ),
    "A12": (_NOT, None, "", "Ngân sách xã khó khăn, chờ điều chỉnh dự toán.", ""),
    "B1": (
        _DOING,
        70,
        "Rà soát còn 01/03 điểm lõm sóng (thôn Tân Lập), đã đề nghị doanh nghiệp viễn thông "
        "xử lý.",
        "Chưa có trạm BTS, chờ doanh nghiệp.",
        "",
    ),
    "B2": (
        _DOING,
        None,
        "Đã khảo sát 08 vị trí, chưa lắp đặt; tiến độ chậm.",
        "Chưa bố trí được kinh phí.",
        "",
    ),
    "B3": (
        _ONGOING,
        None,
        "Phần mềm kế toán đã kết nối; phần mềm đất đai chưa kết nối.",
        "Phụ thuộc đơn vị cung cấp phần mềm.",
        "",
    ),
    "B4": (
        _DOING,
        None,
        "Tiếp nhận 512 hồ sơ, trong đó 431 hồ sơ nộp trực tuyến, đạt 84,18%.",
        "",
        "",
    ),
    "B5": (
        _ONGOING,
        None,
        "100% hồ sơ tại Trung tâm Phục vụ hành chính công xác thực qua đầu đọc; kích hoạt thêm "
        "57 tài khoản định danh mức 2.",
        "Không có",
        "",
    ),
    "B6": (
        _DONE,
        None,
        "Đã rà soát chức năng, nhiệm vụ của 04 cơ quan, đơn vị.",
        "Không",
        "Công văn số 212/UBND-VHXH ngày 09/10/2025",
    ),
    "B7": (
        _DOING,
        None,
        "Đã nhận 21/34 phiếu đánh giá công chức; chưa tổng hợp.",
        "13 công chức chưa nộp phiếu.",
        "",
    ),
    "B8": (
        _ONGOING,
        None,
        "Tiếp nhận 06 phản ánh hiện trường: đã xử lý 05, đang xử lý 01.",
        "",
        "",
    ),
}
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
