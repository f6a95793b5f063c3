"""What the matrix says in small words: the reading of a deadline, the state of the work."""

from __future__ import annotations

import re
from datetime import date

from kehoach_desktop.domain.deadline import Deadline, Kind
from kehoach_desktop.domain.progress import (
    STANDING_WORDS,
    STATUS_WORDS,
    Standing,
    TaskProgress,
    TaskStatus,
    days_left_in_words,
    final_day,
)
from kehoach_desktop.domain.text import capital, first_line, fold, squeeze, typed_day
from kehoach_desktop.i18n import _
from kehoach_desktop.ui.plans.matrix_rows import SectionRow, TaskRow


def deadline_line(progress: TaskProgress, today: date) -> str:
    """Return what stands under the wording of a deadline: its day where unsaid, the days left."""
    deadline = progress.task.deadline
    due = final_day(deadline)
    if due is None:
        words = deadline.in_words()
        return "" if fold(words) in fold(deadline.wording) and deadline.wording else words
    parts = ["" if _names_day(deadline, due) else _("hạn {day}").format(day=typed_day(due))]
    parts.append(days_left_in_words(progress, today))
    parts.append(_("rồi thường xuyên") if deadline.ongoing else "")
    return ", ".join(part for part in parts if part)


def _names_day(deadline: Deadline, due: date) -> bool:
    digits = rf"(?<!\d)0?{due.day}/0?{due.month}/{due.year}(?!\d)"
    return re.search(digits, deadline.wording) is not None


def is_unread(deadline: Deadline) -> bool:
    """Say whether there are words of a deadline that were not understood."""
    return deadline.kind is Kind.UNKNOWN and bool(deadline.wording.strip())


def state_words(row: TaskRow, today: date) -> str:
    """Return the state of a task in a few words: "Đang thực hiện, 80%", "Quá hạn 17 ngày"."""
    if row.stands is Standing.OVERDUE:
        late = days_left_in_words(row.progress, today)
        return capital(late) if late else _(STANDING_WORDS[row.stands])
    words = _(STANDING_WORDS[row.stands])
    percent = row.progress.entry.percent
    if row.stands is Standing.IN_PROGRESS and percent is not None:
        return f"{words}, {percent}%"
    return words


def state_line(row: TaskRow) -> str:
    """Return what stands under the state: the day it was finished, what was done, or last time."""
    entry = row.progress.effective
    if entry.status is TaskStatus.DONE and entry.done_on:
        return _("ngày {day}").format(day=typed_day(entry.done_on))
    if row.stands is Standing.OVERDUE:
        return _overdue_line(row.progress)
    if words := squeeze(first_line(row.progress.entry.result)):
        return words
    if row.owes_answer and row.progress.before and row.progress.before.result:
        earlier = squeeze(first_line(row.progress.before.result))
        return _("kỳ trước: {words}").format(words=earlier)
    return ""


def _overdue_line(progress: TaskProgress) -> str:
    status = progress.effective.status
    if status is None:
        return _("chưa có trả lời")
    words = _(STATUS_WORDS[status])
    return words[:1].lower() + words[1:]


def section_line(section: SectionRow) -> str:
    """Return what stands behind a heading: "6 dòng, 1 chưa trả lời"."""
    parts = [_("{count} dòng").format(count=section.tasks)]
    if section.overdue:
        parts.append(_("{count} quá hạn").format(count=section.overdue))
    if section.owing:
        parts.append(_("{count} chưa trả lời").format(count=section.owing))
    return ", ".join(parts)


def assigned_words(row: TaskRow) -> str:
    """Return the unit a task is handed to, or that it is not, or not the commune's."""
    task = row.progress.task
    if task.assigned_to:
        return task.assigned_to
    return _("chưa giao") if task.ours.yes else _("việc nơi khác")


def lead_line(row: TaskRow) -> str:
    """Return the leading agency as it stands under the unit."""
    text = squeeze(row.progress.task.lead_agencies_text)
    return _("chủ trì: {agency}").format(agency=text) if text else ""
