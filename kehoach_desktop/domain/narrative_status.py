"""The state of a task as the appendix of a report words it."""

from __future__ import annotations

from datetime import date

from kehoach_desktop.domain.deadline import Kind
from kehoach_desktop.domain.narrative_counts import after_its_day, wording_in_sentence
from kehoach_desktop.domain.progress import (
    Standing,
    TaskProgress,
    TaskStatus,
    done_after,
    final_day,
    standing,
)
from kehoach_desktop.domain.text import short_date, squeeze

_FIXED_WORDS = {
    Standing.UNANSWERED: "Chưa có số liệu",
    Standing.WAITING: "Chưa có số liệu",
    Standing.NOTHING: "Không phát sinh trong kỳ",
    Standing.SUSPENDED: "Tạm dừng",
}
_OPEN_WORDS = {
    Standing.NOT_STARTED: "Chưa thực hiện",
    Standing.IN_PROGRESS: "Đang thực hiện",
    Standing.ONGOING: "Có thực hiện trong kỳ",
}


def state_words(row: TaskProgress, as_of: date) -> str:
    """Return the state in the words of the appendix: "Đang thực hiện, trong hạn"."""
    if later := done_after(row, as_of):
        return f"{_words(row, as_of)} (hoàn thành ngày {short_date(later)}, sau kỳ số liệu)"
    return _words(row, as_of)


def _words(row: TaskProgress, as_of: date) -> str:
    stands = standing(row, as_of)
    if stands in (Standing.DONE_ON_TIME, Standing.DONE_LATE):
        return _done_words(row, late=stands is Standing.DONE_LATE)
    if stands is Standing.OVERDUE:
        return f"Quá hạn, {'chưa có số liệu' if row.unanswered else 'chưa hoàn thành'}"
    if stands in _FIXED_WORDS:
        return _FIXED_WORDS[stands]
    if final_day(row.task.deadline) is not None:
        return f"{_OPEN_WORDS[stands]}, trong hạn{_how_far(row)}"
    return _undated_words(row, stands)


def _done_words(row: TaskProgress, *, late: bool) -> str:
    if row.closed_by_plan:
        return "Đã hoàn thành theo kế hoạch"
    in_time = "" if final_day(row.task.deadline) is None else " đúng hạn"
    done_on = row.effective.done_on
    day = f" (ngày {short_date(done_on)}{after_its_day(row)})" if done_on else ""
    return f"Hoàn thành{' quá hạn' if late else in_time}{day}"


def _how_far(row: TaskProgress) -> str:
    percent = row.entry.percent
    shown = percent is not None and row.entry.status is TaskStatus.IN_PROGRESS
    return f"; đạt {percent}%" if shown else ""


def _undated_words(row: TaskProgress, stands: Standing) -> str:
    kind, words = row.task.deadline.kind, _OPEN_WORDS[stands]
    if kind is Kind.FROM:
        doing = "Đang thực hiện" if stands is Standing.ONGOING else words
        return f"{doing} ({wording_in_sentence(row)})"
    label = {Kind.RECURRING: "Định kỳ", Kind.ONGOING: "Thường xuyên"}.get(kind, "")
    if kind is Kind.CONDITIONAL:
        label = squeeze(row.task.deadline.wording)
    return f"{label}; {words[:1].lower()}{words[1:]}" if label else words
