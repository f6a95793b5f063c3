"""The words of a sentence that say when its task is due: a last bracket, or the last words."""

from __future__ import annotations

import re

from kehoach_desktop.domain.text import first_line, fold, squeeze

_BRACKETED = re.compile(
    r"(?P<before>(?:Hoàn thành|Thực hiện|Xong)\s[^.;()]{3,60}?)?\s*\((?P<inside>[^()]{4,90})\)"
)
TIMED = re.compile(
    r"^(hoan thanh|truoc|trong|den|cham nhat|nhiem vu thuong xuyen|thuong xuyen|dinh ky|hang |xong|"
    r"thoi gian|thoi han|tu (ngay|thang|quy)|thang \d|quy [ivx]|quy \d|t\d{1,2}/|nam 20\d\d$|"
    r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}|ngay \d)"
)
_ENDS = r"hoàn thành|xong|chậm nhất|muộn nhất"
_RHYTHM = r"(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)"
_WEEKDAY = r"thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật"
_ATOM = (
    rf"(?:{_ENDS}|{_RHYTHM}|{_WEEKDAY}|trước|từ|đến|tới|hết|trong|không quá|là|vào|của|ngày|tháng|"
    r"quý|năm|tuần|định kỳ|cuối|giờ|phút|sáng|chiều|[IVX]+(?:[/.-]\d+)?|\d{1,2}(?:h|g)\d{0,2}|"
    r"\d+(?:[/.:-]\d+)*)"
    r"(?![^\s,.;:)])"
)
_TIMES = r"(?:(?:tối thiểu|ít nhất)\s+)?\d{1,2}\s+lần\s*/\s*(?:\d+\s+)?(?:ngày|tuần|tháng|quý|năm)"
_DAY = rf"(?:{_WEEKDAY}|ngày\s+\d{{1,2}})"
_FIRST = (
    rf"(?:{_ENDS}|{_RHYTHM}|{_TIMES}|trước|từ|đến|trong|định kỳ|"
    rf"(?:vào\s+)?{_DAY}(?=\s+{_RHYTHM})|"
    r"(?:thời gian|thời hạn)(?:\s+(?:hoàn thành|thực hiện))?\s*:)(?!\w)"
)
_ENDING = re.compile(rf"\b({_FIRST}(?:[\s,]+{_ATOM})*)\s*[.;/]*\s*$", re.IGNORECASE)
_INSIDE = re.compile(
    rf"\b((?:{_ENDS}|trước(?=\s+(?:ngày|\d))|vào(?=\s+{_DAY}\s+{_RHYTHM}))(?!\w)(?:[\s,]+{_ATOM})+)"
    r"(?=\s*[,.;:)]|\s+(?:và|để|báo cáo|gửi|về|qua|cho)\b)",
    re.IGNORECASE,
)
_OPENING = re.compile(rf"^((?:{_FIRST})(?:[\s,]+{_ATOM})*)(?=\s*,|\s+[^\W\d])", re.IGNORECASE)
_BACK = re.compile(rf"\b((?:định kỳ\s+)?{_RHYTHM})\s*$", re.IGNORECASE)
_LABEL = re.compile(
    r"^((?:trong\s+)?(?:tháng|quý)\s+(?:\d{1,2}|[IVX]+)(?:(?:\s*[/-]|\s+năm)\s*\d{4})?)(?=\s*:)",
    re.IGNORECASE,
)
_ONGOING = re.compile(
    r"[,;]\s*((?:nhiệm vụ|thực hiện|duy trì) thường xuyên(?:,? liên tục)?)\s*[.;]*\s*$",
    re.IGNORECASE,
)
LONGEST_WORDS = 160
LONGEST_LINE = 2000
# "trong 03 ngày", "từ 8h00 đến 10h00" name no day of a calendar and no rhythm.
_SAYS_WHEN = re.compile(
    rf"(?:ngày|tháng|quý|năm|tuần)\s+(?:\d|[IVX]+\b)|\d/\d|{_RHYTHM}|{_WEEKDAY}|{_TIMES}",
    re.IGNORECASE,
)


def deadline_in(text: str) -> str:
    """Return the words of `text` that name its deadline, "" where none do.

    They are its last bracket, its last words, the one clause of its first line that says by when
    the work is done ("hoàn thành trước ngày …"), or its first words ("Định kỳ hằng tháng, …").
    """
    last = next(iter([*_BRACKETED.finditer(text)][-1:]), None)
    if last is not None and len(text) - last.end() < 12:
        if TIMED.match(fold(last["inside"])):
            before = squeeze(last["before"] or "") or _words(_BACK, text[: last.start()][-60:])
            return f"{before} ({last['inside']})" if before else str(last["inside"])
        if within := _words(_ENDING, last["inside"]):
            return within
        if before := _words(_ENDING, text[: last.start()][-LONGEST_WORDS:]):
            return before
    found = _words(_ENDING, text[-LONGEST_WORDS:]) or _one_clause(first_line(text)[:LONGEST_LINE])
    if found := found or _words(_OPENING, text[:LONGEST_WORDS]):
        return found
    plain = _LABEL.search(text[:LONGEST_WORDS]) or _ONGOING.search(text[-LONGEST_WORDS:])
    return squeeze(plain[1]) if plain else ""


def _words(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return squeeze(found[1]).rstrip(",") if found and _SAYS_WHEN.search(found[1]) else ""


def _one_clause(line: str) -> str:
    said = {squeeze(f[1]) for f in _INSIDE.finditer(line) if _SAYS_WHEN.search(f[1])}
    return said.pop() if len(said) == 1 else ""
