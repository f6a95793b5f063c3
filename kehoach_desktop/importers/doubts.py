"""What a careful colleague would point at: slips and contradictions, named and never repaired."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from datetime import date
from os.path import commonprefix

from kehoach_desktop.domain.deadline import Kind
from kehoach_desktop.domain.draft import ColumnRole, Finding, Severity
from kehoach_desktop.domain.plan import Appendix, GroupId, Task
from kehoach_desktop.domain.text import fold, squeeze, typed_day
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.headings import read_header
from kehoach_desktop.importers.month_marks import marked_columns, time_marked
from kehoach_desktop.importers.ordinals import place_in_row, read_ordinal
from kehoach_desktop.importers.split_times import beginning

DAY = re.compile(r"(?<![\d/])(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4,5})(?!\d)")
RHYTHM = re.compile(
    r"\b(hang (ngay|tuan|thang|quy|nam)|dinh ky (hang )?(ngay|tuan|thang|quy|nam)|thuong xuyen|"
    r"dinh ky|(hoan thanh )?(trong|truoc) (ngay \d+/\d+/\d{4}|thang \d+/\d{4}|quy [ivx]+/\d{4}))\b"
)
OPEN_END = re.compile(
    r"\b(và|của|về|cho|theo|với|tại|trong|để|các|những|bằng|do|từ|(?<!nghị )(?<!phán )quyết|kế|tờ|"
    r"(?<!thông )(?<!cảnh )(?<!dự )báo|chương|văn)$",
    re.IGNORECASE,
)
# Official Vietnamese marks 24 to 30 letters of a hundred.
FEWEST_MARKED = 0.14
EARLIEST, LATEST = 2000, 2045
MARKED = re.compile(
    r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE
)
Doubt = tuple[Severity, str]


def doubts(appendix: Appendix) -> Iterator[Finding]:
    """Yield what should be looked at in the tasks of an appendix, task by task."""
    for message in _odd_dates(appendix.title):
        yield Finding(Severity.CHECK, appendix.label or appendix.title[:40], message)
    roles = {read_header(name).role for name in appendix.columns} | _told_of(appendix)
    for task in appendix.tasks:
        for severity, message in _of_task(task, roles):
            yield Finding(severity, task.place, message, task.id)
    for task, severity, message in [*_twins(appendix.tasks), *_broken_series(appendix.tasks)]:
        yield Finding(severity, task.place, message, task.id)


def lacks_diacritics(texts: Sequence[str]) -> bool:
    """Say whether a text that should be Vietnamese has lost its diacritics, as poor OCR does."""
    whole = "".join(texts)
    letters = sum(map(str.isalpha, whole))
    return letters > 200 and len(MARKED.findall(whole)) < letters * FEWEST_MARKED


def _of_task(task: Task, roles: Set[ColumnRole]) -> Iterator[Doubt]:
    for text in (task.content, task.deliverable, task.deadline.wording):
        for message in _odd_dates(text):
            yield Severity.CHECK, message
    yield from _deadline_doubts(task, has_column=ColumnRole.DEADLINE in roles)
    if not task.lead_agencies_text and ColumnRole.LEAD in roles:
        yield Severity.CHECK, mark("Không ghi đơn vị chủ trì.")
    if OPEN_END.search(task.content.rstrip()):
        end = task.content.rstrip()[-40:]
        yield Severity.CHECK, mark("Nội dung có vẻ bị cắt cụt: “…{text}”.").format(text=end)
    if _is_cut(task.deliverable):
        message = mark("Sản phẩm có vẻ bị cắt cụt: “{text}”.")
        yield Severity.CHECK, message.format(text=task.deliverable)
    for text in (task.lead_agencies_text, task.coordinating_text):
        if text.endswith((",", "-")):
            yield Severity.INFO, mark("Tên đơn vị kết thúc dở dang: “{text}”.").format(text=text)


def _told_of(appendix: Appendix) -> set[ColumnRole]:
    """Return who and when as far as any task says it, whatever the column is called."""
    said = {
        ColumnRole.LEAD: any(task.lead_agencies_text for task in appendix.tasks),
        ColumnRole.DEADLINE: any(task.deadline.wording for task in appendix.tasks),
    }
    return {role for role, is_told in said.items() if is_told}


def _deadline_doubts(task: Task, *, has_column: bool) -> Iterator[Doubt]:
    deadline = task.deadline
    if deadline.wording and deadline.kind is Kind.UNKNOWN:
        yield Severity.CHECK, mark("Chưa hiểu thời hạn “{text}”.").format(text=deadline.wording)
    elif not deadline.wording and marked_columns(task.extra):
        if deadline.kind is Kind.UNKNOWN:
            marks = ", ".join(marked_columns(task.extra))
            yield Severity.CHECK, mark("Chưa hiểu thời hạn từ các cột {marks}.").format(marks=marks)
    elif not deadline.wording and has_column:
        yield Severity.CHECK, mark("Không ghi thời hạn.")
    marked = time_marked(task.extra, deadline.due.year) if deadline.due else None
    if marked is not None and marked.due not in (None, deadline.due):
        message = mark("Ô đánh dấu ứng với hạn {day}, còn thời hạn ghi “{text}”.")
        yield Severity.CHECK, message.format(day=typed_day(marked.due), text=deadline.wording)
    if deadline.start is None and (start := beginning(task.extra)):
        message = mark("Chưa ghép được lúc bắt đầu “{start}” với thời hạn “{text}”.")
        yield Severity.CHECK, message.format(start=start, text=deadline.wording or "…")
    phrase = _other_deadline(task)
    if phrase:
        message = mark("Nội dung nói “{phrase}”, còn cột thời hạn ghi “{text}”.")
        text = message.format(phrase=phrase, text=deadline.wording or "…")
        yield Severity.CHECK, text


def _other_deadline(task: Task) -> str:
    """Return words of the content that speak of a time the deadline cell does not."""
    said = fold(task.deadline.wording)
    for found in RHYTHM.finditer(fold(task.content)):
        phrase = found[0]
        agrees = (
            phrase in said or re.sub(r"^(hoan thanh )?(trong|truoc) (ngay )?", "", phrase) in said
        )
        if (
            agrees
            or _is_met(phrase, task)
            or (phrase == "thuong xuyen" and not _ends_task(found, task))
        ):
            continue
        return _printed(task.content, found.start(), found.end())
    return ""


def _ends_task(found: re.Match[str], task: Task) -> bool:
    """Say whether "thường xuyên" is said of the whole task, not of a thing in it."""
    text = fold(task.content)
    before = text[: found.start()].rstrip()
    return (
        before.endswith(("nhiem vu", "thuc hien", "(", "duy tri")) and len(text) - found.end() < 4
    )


def _is_met(phrase: str, task: Task) -> bool:
    if "thuong xuyen" in phrase:
        return task.deadline.ongoing
    if re.search(r"\bhang\b|\bdinh ky\b", phrase):
        return task.deadline.recurrence is not None
    due = task.deadline.due
    return due is not None and f"{due.month}/{due.year}" in phrase.replace("/0", "/")


def _printed(text: str, start: int, end: int) -> str:
    """Return the part of `text` whose folded form stands between `start` and `end`."""
    plain = squeeze(text)
    return plain[start:end] if len(fold(plain)) == len(plain) else fold(plain)[start:end]


def _odd_dates(text: str) -> Iterator[str]:
    for found in DAY.finditer(text):
        day, month, year = map(int, found.groups())
        if not EARLIEST <= year <= LATEST:
            yield mark("Năm {year} có thể gõ nhầm: “{text}”.").format(year=year, text=found[0])
        elif not _exists(day, month, year):
            yield mark("Không có ngày “{text}” trong lịch.").format(text=found[0])


def _exists(day: int, month: int, year: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _is_cut(text: str) -> bool:
    """Say whether a deliverable ends in the middle: on a word that asks for another, on a comma."""
    plain = text.rstrip()
    return plain.endswith((",", "-", "(")) or bool(OPEN_END.search(plain))


def _twins(tasks: Sequence[Task]) -> Iterator[tuple[Task, Severity, str]]:
    """Yield each task whose text is that of an earlier one, or very nearly."""
    seen: dict[str, list[Task]] = {}
    for task in tasks:
        key = fold(task.content)
        for other in seen.setdefault(key[:24], [])[-8:]:
            nearness = _nearness(key, fold(other.content))
            if nearness == 1:
                message = mark("Trùng từng chữ với nhiệm vụ {ordinal} ({place}).")
            elif nearness > 0.9:
                message = mark("Gần giống nhiệm vụ {ordinal} ({place}).")
            else:
                continue
            severity = Severity.CHECK if nearness == 1 else Severity.INFO
            yield task, severity, message.format(ordinal=other.ordinal, place=other.place)
            break
        seen[key[:24]].append(task)


def _nearness(one: str, two: str) -> float:
    """Return how much of two texts is the same from either end, 1 where they are one."""
    if one == two:
        return 1.0
    shorter, longer = sorted((one, two), key=len)
    if len(shorter) < 30 or len(longer) > len(shorter) * 1.6:
        return 0.0
    if longer.startswith(shorter.rstrip(". ")):
        return 0.95
    head = len(commonprefix((one, two)))  # noqa: RUF071 - letters are meant, not folders
    ends = one[: head - 1 : -1], two[: head - 1 : -1]
    tail = len(commonprefix(ends))  # noqa: RUF071 - letters are meant, not folders
    return min((head + tail) / len(longer), 0.99)


def _broken_series(tasks: Sequence[Task]) -> Iterator[tuple[Task, Severity, str]]:
    """Yield each task whose number does not follow the one before it in its group."""
    last: dict[tuple[GroupId | None, str, tuple[str, ...]], int] = {}
    for task in tasks:
        ordinal = read_ordinal(task.ordinal)
        place = place_in_row(ordinal)
        if not place:
            continue
        series = (task.group, str(ordinal.style), ordinal.steps[:-1])
        before = last.get(series)
        last[series] = place
        if before is not None and place != before + 1:
            message = mark("Số thứ tự {ordinal} không nối tiếp số {before} ở trên.")
            above = ".".join((*ordinal.steps[:-1], str(before)))
            yield task, Severity.CHECK, message.format(ordinal=task.ordinal, before=above)
