"""What headings say of all tasks under them: the body they are given to, the month they are due."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kehoach_desktop.domain.deadline import Deadline, Kind
from kehoach_desktop.domain.deadline_reader import read_deadline
from kehoach_desktop.domain.draft import ColumnRole, Finding, Severity
from kehoach_desktop.domain.plan import Appendix, Task
from kehoach_desktop.domain.text import squeeze
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.body_names import BODY
from kehoach_desktop.importers.month_marks import is_timed, marked_columns
from kehoach_desktop.importers.prose_fields import bracketed, divided

R = ColumnRole
LONGEST_AGENCY = 120
ANY_YEAR = 2026  # only whether the words name a time counts
Bodies = tuple[str, str]
"""Who leads and who works along, "" where nobody is named."""
NOBODY: Bodies = ("", "")

_GIVEN = re.compile(
    r"^(?:(?:các|những|một số)\s+)?(?:nhiệm vụ|công việc|nội dung|phần việc)"
    r"(?:\s+(?:cụ thể|trọng tâm|thường xuyên))?\s+"
    r"(?:giao|của|do|phân công|thuộc trách nhiệm(?:\s+của)?)(?:\s+cho)?\s+",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\s+(?:chủ trì|(?:là|làm) đầu mối)(?:,?\s+(?:thực hiện|tham mưu|triển khai))*$|"
    r"\s+(?:thực hiện|triển khai)$",
    re.IGNORECASE,
)


def with_leads_over(appendix: Appendix) -> tuple[tuple[Task, ...], list[Finding]]:
    """Return the tasks of an appendix without a column of leads, led by whom their headings name.

    A heading that is only the name of a body counts where all tasks stand under such headings.
    """
    all_named = all(_over(appendix, task, _named) != NOBODY for task in appendix.tasks)
    read = _named if all_named else told_bodies
    tasks = tuple(_led(task, _over(appendix, task, read)) for task in appendix.tasks)
    return tasks, [*_told(appendix, tasks)]


def _told(appendix: Appendix, tasks: Sequence[Task]) -> Iterator[Finding]:
    place = appendix.label or appendix.title[:40] or appendix.tasks[0].place
    if tuple(tasks) != appendix.tasks:
        message = mark("Không có cột chủ trì: đơn vị chủ trì lấy theo tên mục.")
        yield Finding(Severity.CHECK, place, message)
    if lacking := sum(not task.lead_agencies_text for task in tasks):
        message = mark("Không có cột chủ trì: {count} nhiệm vụ chưa rõ đơn vị chủ trì.")
        yield Finding(Severity.CHECK, place, message.format(count=lacking))


def with_times_over(appendix: Appendix) -> tuple[tuple[Task, ...], list[Finding]]:
    """Return the tasks of an appendix without a column of deadlines, due in the month over them.

    Only where all tasks stand under headings that are times: "THÁNG 10", "Quý IV/2025".
    """
    times = [_time_over(appendix, task) for task in appendix.tasks]
    untimed = [not (t.deadline.wording or marked_columns(t.extra)) for t in appendix.tasks]
    if not all(times) or not any(untimed):
        return appendix.tasks, []
    tasks = tuple(
        replace(task, deadline=Deadline(wording=time)) if asked else task
        for task, time, asked in zip(appendix.tasks, times, untimed, strict=True)
    )
    message = mark("Không có cột thời hạn: thời hạn lấy theo tên mục.")
    place = appendix.label or appendix.title[:40] or tasks[0].place
    return tasks, [Finding(Severity.CHECK, place, message)]


def _time_over(appendix: Appendix, task: Task) -> str:
    titles = (squeeze(group.title).rstrip(" :.") for group in appendix.lineage(task))
    return next((title for title in titles if _is_time(title)), "")


def _is_time(title: str) -> bool:
    return is_timed(title) and read_deadline(title, ANY_YEAR).kind is not Kind.UNKNOWN


def _led(task: Task, bodies: Bodies) -> Task:
    lead, others = bodies
    if task.lead_agencies_text or not lead:
        return task
    others = task.coordinating_text or others
    return replace(task, lead_agencies_text=lead, coordinating_text=others)


def _over(appendix: Appendix, task: Task, read: Callable[[str], Bodies]) -> Bodies:
    """Return the bodies of the nearest heading over a task that names any."""
    titles = (squeeze(group.title).rstrip(" :.") for group in appendix.lineage(task))
    return next((bodies for bodies in map(read, titles) if bodies != NOBODY), NOBODY)


def told_bodies(title: str) -> Bodies:
    """Return the bodies that a heading says to lead: "Sở A chủ trì", "Nhiệm vụ giao Sở A".

    "Kinh tế số (Sở A chủ trì, phối hợp với B)" names both.
    """
    if fields := bracketed(title):
        return fields[R.LEAD], fields.get(R.COORDINATING, "")
    given = _GIVEN.sub("", title)
    parts = divided(R.LEAD, given)
    others = parts.get(R.COORDINATING, "")
    lead = parts.get(R.LEAD, "") if others else _LEADS.sub("", given)
    return (lead, others) if lead != title and _is_body(lead) else NOBODY


def _named(title: str) -> Bodies:
    told = told_bodies(title)
    return (title, "") if told == NOBODY and _is_body(title) else told


def _is_body(words: str) -> bool:
    return bool(BODY.match(words)) and len(words) < LONGEST_AGENCY
