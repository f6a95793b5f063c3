"""The history of a task in words: when, what, and what stood before and after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kehoach_desktop.domain.deadline import Deadline, Kind, Recurrence
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.journal import JournalRow
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.progress import STATUS_WORDS, TaskStatus
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _, mark
from kehoach_desktop.ui.level import named

COMMANDS = {
    "import_plan": mark("Nhập kế hoạch"),
    "withdraw_plan": mark("Bỏ kế hoạch"),
    "name_plan": mark("Sửa số, ngày kế hoạch"),
    "amend_task": mark("Sửa nhiệm vụ"),
    "record_entry": mark("Ghi kết quả"),
    "attach_file": mark("Thêm tệp minh chứng"),
    "detach_file": mark("Bỏ tệp minh chứng"),
    "purge_file": mark("Xóa hẳn tệp minh chứng"),
}
FIELD_WORDS = {
    "assigned_to": mark("Giao cho"),
    "officer": mark("Cán bộ phụ trách"),
    "ours": mark("Việc của {level}"),
    "deadline": mark("Cách đọc thời hạn"),
    "content": mark("Nội dung"),
    "deliverable": mark("Sản phẩm"),
    "lead_agencies_text": mark("Chủ trì"),
    "coordinating_text": mark("Phối hợp"),
    "status": mark("Trạng thái"),
    "done_on": mark("Ngày xong"),
    "percent": mark("Tỷ lệ %"),
    "result": mark("Kết quả"),
    "obstacle": mark("Khó khăn"),
    "proposal": mark("Kiến nghị"),
    "evidence": mark("Minh chứng"),
    "next_steps": mark("Việc tiếp theo"),
    "name": mark("Tệp"),
    "number": mark("Số, ký hiệu"),
    "date": mark("Ngày ban hành"),
    "title": mark("Trích yếu"),
    "issuer": mark("Cơ quan ban hành"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One field that was changed, in words."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PastStep:
    """One step of the past: its moment in the PC's own time, what was done, and the changes."""

    at: datetime
    what: str
    changes: tuple[Change, ...] = ()


def in_words(journal: Sequence[JournalRow]) -> tuple[PastStep, ...]:
    """Return the steps of a journal as an officer reads them, in the order given."""
    return tuple(_step(row) for row in journal)


def officers(journal: Sequence[JournalRow], now: str) -> dict[str, str]:
    """Return who had the task in hand when each period was last answered, by its key.

    `journal` is the task's, the latest first; `now` has it today.
    """
    found: dict[str, str] = {}
    officer = now
    for row in journal:
        before, after = row.before or {}, row.after or {}
        if "period" in after and "status" in after:
            found.setdefault(str(after["period"]), officer)
        elif "officer" in before:
            officer = str(before["officer"])
    return found


def _step(row: JournalRow) -> PastStep:
    what = _(COMMANDS.get(row.command, "")) or row.command
    facts = row.after or row.before or {}
    if period := facts.get("period"):
        what = f"{what}, {_period_words(str(period))}"
    return PastStep(row.at.astimezone(), what, _changes(row))


def _period_words(key: str) -> str:
    try:
        return ReportingPeriod.parse(key).short_name
    except KehoachError:
        return key


def _changes(row: JournalRow) -> tuple[Change, ...]:
    if row.command in ("import_plan", "withdraw_plan"):
        return ()
    before, after = row.before or {}, row.after or {}
    return tuple(
        Change(
            named(_(words)),
            value_words(field, before.get(field)),
            value_words(field, after.get(field)),
        )
        for field, words in FIELD_WORDS.items()
        if _differ(field, before.get(field), after.get(field))
    )


def _differ(field: str, before: Any, after: Any) -> bool:
    return value_words(field, before) != value_words(field, after)


def value_words(field: str, value: Any) -> str:
    """Return a kept value as it is read on screen; "" for nothing."""
    if value is None or value == "":
        return ""
    return _SAY.get(field, str)(value)


def _say_ours(value: Any) -> str:
    yes = value.get("yes") if isinstance(value, dict) else value
    return _("có") if yes else _("không")


def _say_day(value: Any) -> str:
    return typed_day(date.fromisoformat(str(value)))


def _say_deadline(value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    days = {
        name: date.fromisoformat(value[name]) if value.get(name) else None
        for name in ("due", "start")
    }
    recurrence = value.get("recurrence")
    return Deadline(
        wording=str(value.get("wording", "")),
        kind=Kind(value.get("kind", Kind.UNKNOWN)),
        due=days["due"],
        start=days["start"],
        recurrence=Recurrence(recurrence) if recurrence else None,
        ongoing=bool(value.get("ongoing")),
        exclusive=bool(value.get("exclusive")),
        day_of_month=value.get("day_of_month"),
    ).in_words()


_SAY: dict[str, Callable[[Any], str]] = {
    "status": lambda value: _(STATUS_WORDS[TaskStatus(value)]),
    "done_on": _say_day,
    "date": _say_day,
    "percent": lambda value: f"{value}%",
    "ours": _say_ours,
    "deadline": _say_deadline,
}
