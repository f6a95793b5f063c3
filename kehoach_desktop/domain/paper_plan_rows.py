"""The rows of the commune's plan: the province's tasks with the commune's units and days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kehoach_desktop.domain.agency import units_of
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.narrative_citation import cited_shortly, topic
from kehoach_desktop.domain.narrative_keys import Keys
from kehoach_desktop.domain.narrative_wording import full_name
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.paper import Column, PaperAppendix, Row, Table
from kehoach_desktop.domain.paper_frame import BLANK
from kehoach_desktop.domain.paper_request import PaperRequest
from kehoach_desktop.domain.plan import Appendix, GroupId, Plan
from kehoach_desktop.domain.progress import TaskProgress, final_day
from kehoach_desktop.domain.report import PeriodView, PlanProgress
from kehoach_desktop.domain.text import fold, short_date, squeeze, two_digits
from kehoach_desktop.i18n import _

_UNITS = {"xa": "xã", "phuong": "phường", "dac khu": "đặc khu"}
_COMMUNES_OWN = re.compile(r"\b(?:nhan dan|ubnd|dang uy) (xa|phuong|dac khu)\b")
PREFIX = "deadline."


class UnknownKey(KehoachError):
    """No task of the commune bears that key."""

    def __init__(self, key: str) -> None:
        super().__init__(
            _("Không có nhiệm vụ “{key}” để đặt thời hạn.").format(key=key),
            hint=_("Dùng ký hiệu như trong báo cáo, ví dụ: --set deadline.A1=15/12/2025."),
        )


class ImpossibleDeadline(KehoachError):
    """An own deadline is no day, or later than the province's."""

    def __init__(self, key: str, value: str, due: date | None) -> None:
        super().__init__(
            _("Thời hạn “{value}” của nhiệm vụ {key} không dùng được.").format(
                key=key, value=value
            ),
            hint=_("Ghi ngày như 15/12/2025, không muộn hơn thời hạn của tỉnh ({due}).").format(
                due=short_date(due) if due else "-"
            ),
        )


def moved_deadlines(asked: PaperRequest, view: PeriodView) -> dict[str, date]:
    """Return the commune's own days by the key of the task.

    Raises UnknownKey, or ImpossibleDeadline for a day after the province's.
    """
    keys = Keys(view)
    # A key holds no-break spaces where a keyboard types plain ones.
    rows = {squeeze(keys.of(row)): row for row in view.rows()}
    moved = {}
    for name, value in asked.given.items():
        if not name.startswith(PREFIX):
            continue
        typed = squeeze(name.removeprefix(PREFIX))
        if typed not in rows:
            raise UnknownKey(typed)
        key = keys.of(rows[typed])
        due = final_day(rows[typed].task.deadline)
        day = _day_of(value)
        if day is None or (due is not None and day > due):
            raise ImpossibleDeadline(key, value, due)
        moved[key] = day
    return moved


def _day_of(text: str) -> date | None:
    parts = text.strip().replace("-", "/").split("/")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return None
    first, month, last = map(int, parts)
    year, day = (first, last) if first > 31 else (last, first)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def above(view: PeriodView) -> str:
    """Return the level that hands out the tasks: "tỉnh", or "thành phố"."""
    issuers = (fold(progress.plan.document.issuer) for progress in view.plans)
    return "thành phố" if any("thanh pho" in issuer for issuer in issuers) else "tỉnh"


def level_of(view: PeriodView, plan: Plan) -> str:
    """Return the level that issued a plan: that above, or "xã", "phường", "đặc khu" itself."""
    own = _COMMUNES_OWN.search(fold(plan.document.issuer))
    return _UNITS[own[1]] if own else above(view)


def above_shortly(view: PeriodView, plan: Plan) -> str:
    """Return how a plan is cited in the commune's own, which is a plan, too."""
    short = cited_shortly(view, plan)
    named = plan.document.number or " của " in short
    return short if named else f"{short} của {level_of(view, plan)}"


def appendix_of(
    office: Office, view: PeriodView, index: int, moved: dict[str, date]
) -> PaperAppendix:
    """Return the appendix that hands out the tasks of one plan."""
    progress = view.plans[index]
    title = f"Phân công {topic(view)} của {office.full_name}"
    if len(view.plans) > 1:
        title += f" theo {cited_shortly(view, progress.plan)}"
    level = level_of(view, progress.plan)
    asked = "Thời hạn tại kế hoạch" if level == office.unit else f"Thời hạn của {level}"
    columns = (
        Column("STT", 6, centred=True),
        Column("Nội dung nhiệm vụ", 33),
        Column("Đơn vị chủ trì", 17),
        Column("Đơn vị phối hợp", 17),
        Column("Sản phẩm", 25),
        Column(asked, 14),
        Column(f"Thời hạn của {office.unit}", 14),
        Column(f"Số tại kế hoạch của {level}", 10, centred=True),
    )
    rows = tuple(_rows(progress, Keys(view), moved))
    count = two_digits(len(progress.rows))
    return PaperAppendix(title, Table(columns, rows), f"Tổng số: {count} nhiệm vụ")


def _rows(progress: PlanProgress, keys: Keys, moved: dict[str, date]) -> Iterator[Row]:
    number = 0
    several = len(progress.plan.appendices) > 1
    for appendix, inside in progress.by_appendix():
        if several:
            yield Row(("", f"{squeeze(appendix.label)}. {squeeze(appendix.title)}"), heading=True)
        shown: set[GroupId] = set()
        for row in inside:
            yield from _headings(appendix, row, shown)
            number += 1
            yield Row((str(number), *_cells(row, keys.of(row), moved)))


def _headings(appendix: Appendix, row: TaskProgress, shown: set[GroupId]) -> Iterator[Row]:
    for group in reversed(appendix.lineage(row.task)):
        if group.id not in shown:
            shown.add(group.id)
            yield Row((group.ordinal, squeeze(group.title)), heading=True)


def _cells(row: TaskProgress, key: str, moved: dict[str, date]) -> tuple[str, ...]:
    task, units = row.task, units_of(row.task)
    wording = squeeze(task.deadline.wording)
    return (
        full_name(task),
        units[0] if units else BLANK,
        "; ".join(units[1:]),
        squeeze(task.deliverable).rstrip(" .;"),
        wording,
        short_date(moved[key]) if key in moved else wording,
        key,
    )
