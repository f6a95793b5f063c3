"""Rules of days and times: none that no calendar or clock has, none that comes too late."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.days import (
    day_of,
    issued_on,
    mistyped_year,
    named_days,
    why_impossible,
)
from kehoach_desktop.documents.check.looks import Paragraph, paragraphs_of
from kehoach_desktop.documents.check.verbatim import softened
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.documents.check.words import LETTER
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.domain.text import fold, nfc, typed_day
from kehoach_desktop.i18n import _

Findings = Iterator[PaperFinding]
OF_A_YEAR = r"(?=\s*/\s*20\d\d|\s+năm\s+20\d\d)"
DATE = r"(\d{1,2})(?:\s+tháng\s+|[/-])(\d{1,2})(?:\s+năm\s+|[/-])(\d{4})"
WEEKDAY = r"(thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
DAY_AFTER = re.compile(rf"(?<!lần ){WEEKDAY}\b[\s,(]*(?:ngày\s+)?{DATE}", re.IGNORECASE)
DAY_BEFORE = re.compile(rf"{DATE}\s*[(,]\s*{WEEKDAY}\b", re.IGNORECASE)
WEEKDAYS = {
    **{f"thu {name}": n for n, name in enumerate(("hai", "ba", "tu", "nam", "sau", "bay"))},
    **{f"thu {number}": number - 2 for number in range(2, 8)},
    "chu nhat": 6,
}
WEEK = re.compile(rf"\btuần\s+(\d{{1,3}}){OF_A_YEAR}", re.IGNORECASE)
YEAR = re.compile(r"\bnăm\s+20\d{3,}\b|\btháng\s+\d{1,2}\s+năm\s+\d{1,3}\b(?![.,]?\d| \w)")
FORCE = re.compile(rf"có hiệu lực (?:thi hành )?(?:kể )?từ ngày {DATE}", re.IGNORECASE)
MONTH = re.compile(rf"\btháng\s+(\d{{1,3}}){OF_A_YEAR}", re.IGNORECASE)
QUARTER = re.compile(rf"\bquý\s+([IVX]+|\d+){OF_A_YEAR}", re.IGNORECASE)
QUARTERS = {"I", "II", "III", "IV", "1", "2", "3", "4", "01", "02", "03", "04"}
CLOCK = re.compile(r"\b(\d{1,2})(?:\s*giờ|h|g(?=\d\d\b))(?:\s*(\d{2})(?!\d))?", re.IGNORECASE)
AT_A_TIME = re.compile(
    r"(?:lúc|vào|hồi|trước|thời gian:?|bắt đầu:?|kết thúc:?|đến)\s*$", re.IGNORECASE
)
OF_A_DAY = re.compile(r",? (?:ngày \d|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|cùng ngày)", re.I)
CITED = re.compile(
    rf"\bsố\s*:?\s*[\d.]+(?:/\d{{4}})?[/-]\S+?,?\s+(?:ngày\s+)?{DATE}", re.IGNORECASE
)
LAW = re.compile(rf"^(?:căn cứ|theo|thực hiện)\s+(?:bộ )?luật[^;]{{3,90}}? ngày\s+{DATE}", re.I)
DUE = re.compile(
    rf"(?:trước|chậm nhất(?: là)?|xong|hạn cuối(?: là)?)\s+"
    rf"(?:\d{{1,2}}\s*(?:giờ|h)\s*(?:\d{{2}})?,?\s+)?(?:ngày\s+){DATE}",
    re.IGNORECASE,
)
ASKS = re.compile(r"\b(?:đề nghị|yêu cầu|giao|gửi|nộp|báo cáo|hoàn thành|trình)\b", re.IGNORECASE)
LOOKS_BACK = re.compile(
    r"\b(?:đã|chậm|quá hạn|quy định|còn|chưa|phải|lẽ ra|nhưng|đến hết)\b", re.IGNORECASE
)
ASKING = {LETTER, "KẾ HOẠCH", "THÔNG BÁO", "GIẤY MỜI", "CHỈ THỊ", "HƯỚNG DẪN", "CÔNG ĐIỆN"}
SPAN = re.compile(rf"từ\s+ngày\s+{DATE},?\s+đến\s+(?:hết\s+)?(?:ngày\s+)?{DATE}", re.IGNORECASE)
DID = r"(?:hoàn thành|ban hành|tổ chức|gửi|ký|họp|chủ trì|nghiệm thu|bàn giao|công bố|khai trương)"
# What is told of as done: "đã ban hành … ngày 25/10/2025", "Ngày 25/10/2025, … chủ trì họp".
DONE_ON = re.compile(
    rf"\bđã {DID}\b(?:(?!trước|đến|hạn|kế hoạch|lịch|mời|đề nghị|dự )[^.;]){{0,60}}? "
    rf"(?:vào )?ngày\s+{DATE}",
    re.IGNORECASE,
)
ON_DAY_DID = re.compile(
    rf"^(?:\S+ )?ngày\s+{DATE},[^.;]{{0,80}}? (?:đã {DID}|chủ trì (?:họp|cuộc họp|hội nghị))\b",
    re.IGNORECASE,
)


def day_rules(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Yield days and times that cannot be, and those that come too late or too early."""
    dated = anatomy.head.date
    for paragraph in paragraphs_of(anatomy.paper.blocks):
        if dated is None or paragraph is not dated.paragraph:
            text = nfc(" ".join(paragraph.text.split()))
            findings = _impossible(text, where.paragraph(paragraph))
            yield from softened(findings) if where.is_quoted(paragraph) else findings
    on = issued_on(dated.said) if dated else None
    if on is not None:
        yield from _done_later(anatomy, where, on)
        yield from _cited(anatomy, where, on)
        yield from _due(anatomy, where, on)


def _impossible(text: str, place: str) -> Findings:
    for day in named_days(text):
        if message := why_impossible(day.on, day.text):
            yield found("impossible-date", place, message)
    yield from _impossible_parts(text, place)
    for hit in SPAN.finditer(text):
        first, last = _day(hit.groups()[:3]), _day(hit.groups()[3:])
        if first and last and first > last:
            message = _("“{text}”: ngày đầu sau ngày cuối.").format(text=hit[0])
            yield found("span-backwards", place, message)
    for hit in CLOCK.finditer(text):
        if _is_no_time(text, hit):
            message = _("“{text}” không phải giờ trong ngày.").format(text=hit[0])
            yield found("impossible-time", place, message)
    yield from _weekdays(text, place)


def _impossible_parts(text: str, place: str) -> Findings:
    months = (hit[0] for hit in MONTH.finditer(text) if not 1 <= int(hit[1]) <= 12)
    quarters = (hit[0] for hit in QUARTER.finditer(text) if hit[1].upper() not in QUARTERS)
    weeks = (hit[0] for hit in WEEK.finditer(text) if not 1 <= int(hit[1]) <= 53)
    for hit in YEAR.finditer(text):
        yield found("impossible-date", place, mistyped_year(hit[0].split()[-1], hit[0]))
    for said in (*months, *quarters, *weeks):
        message = _("“{text}” không có trong lịch.").format(text=said)
        yield found("impossible-date", place, message)


def _is_no_time(text: str, hit: re.Match[str]) -> bool:
    hour, minute = int(hit[1]), int(hit[2] or 0)
    at_a_time = (
        hit[2] is not None
        or AT_A_TIME.search(text[: hit.start()])
        or OF_A_DAY.match(text, hit.end())
    )
    return minute > 59 or (bool(at_a_time) and hour * 60 + minute > 24 * 60)


def _weekdays(text: str, place: str) -> Findings:
    named = [(hit[1], hit.groups()[1:], hit[0]) for hit in DAY_AFTER.finditer(text)]
    named += [(hit[4], hit.groups()[:3], hit[0]) for hit in DAY_BEFORE.finditer(text)]
    for name, parts, said in named:
        on = _day(parts)
        if on is not None and on.weekday() != WEEKDAYS[fold(name)]:
            right = next(word for word, number in _NAMES.items() if number == on.weekday())
            message = _("“{text}”: ngày ấy là {day}.").format(text=said, day=right)
            yield found("weekday", place, message)


_NAMES = {
    **{f"thứ {name}": n for n, name in enumerate(("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy"))},
    "Chủ nhật": 6,
}


def _day(parts: tuple[str, ...]) -> date | None:
    day, month, year = map(int, parts)
    return day_of(day, month, year)


def _own(anatomy: Anatomy, where: Whereabouts) -> Iterator[Paragraph]:
    paragraphs = (*anatomy.bases, *anatomy.paragraphs)
    yield from (p for p in paragraphs if not where.is_quoted(p))


def _cited(anatomy: Anatomy, where: Whereabouts, on: date) -> Findings:
    """Find papers cited that are later than the paper that cites them."""
    subject = (line.paragraph for line in (*anatomy.subject, *anatomy.head.brief))
    for paragraph in dict.fromkeys((*subject, *_own(anatomy, where))):
        text = nfc(paragraph.said)
        for hit in (*CITED.finditer(text), *LAW.finditer(text)):
            day = _day(hit.groups()[-3:])
            if day is not None and day > on:
                message = _("Dẫn văn bản đề ngày {day}, sau ngày của văn bản này ({on}).")
                said = message.format(day=typed_day(day), on=typed_day(on))
                yield found("cited-later", where.paragraph(paragraph), said)


def _done_later(anatomy: Anatomy, where: Whereabouts, on: date) -> Findings:
    """Find what is told of as done on a day after that of the paper."""
    for paragraph in paragraphs_of(anatomy.paper.blocks):
        text = nfc(paragraph.said) if not where.is_quoted(paragraph) else ""
        for hit in (*DONE_ON.finditer(text), *ON_DAY_DID.finditer(text)):
            day = _day(hit.groups()[-3:])
            if day is not None and day > on:
                message = _("Nêu việc đã làm ngày {day}, sau ngày của văn bản này ({on}).")
                said = message.format(day=typed_day(day), on=typed_day(on))
                yield found("day-future", where.paragraph(paragraph), said)


def _due(anatomy: Anatomy, where: Whereabouts, on: date) -> Findings:
    """Find days that are asked for, or invited to, and are over when the paper goes out."""
    for paragraph in _own(anatomy, where) if anatomy.kind == "QUYẾT ĐỊNH" else ():
        for hit in FORCE.finditer(nfc(paragraph.said)):
            day = _day(hit.groups())
            if day is not None and day < on:
                message = _("Hiệu lực từ ngày {day}, trước ngày ký ({on}).")
                said = message.format(day=typed_day(day), on=typed_day(on))
                yield found("day-past", where.paragraph(paragraph), said)
    for paragraph in _own(anatomy, where) if anatomy.kind in ASKING else ():
        text, place = nfc(paragraph.said), where.paragraph(paragraph)
        invited = anatomy.kind == "GIẤY MỜI" and re.match(r"(?:\d+\. )?Thời gian", text)
        day = next((d.on for d in named_days(text)), None) if invited else None
        if day is not None and day < on:
            message = _("Mời họp ngày {day}, trước ngày của giấy mời ({on}).")
            yield found("day-past", place, message.format(day=typed_day(day), on=typed_day(on)))
        for hit in () if invited else DUE.finditer(text):
            day, said = _day(hit.groups()), _sentence(text, hit)
            if day is not None and day < on and ASKS.search(said) and not LOOKS_BACK.search(said):
                message = _("Yêu cầu {text}, trước ngày của văn bản ({on}).")
                yield found("day-past", place, message.format(text=hit[0], on=typed_day(on)))


def _sentence(text: str, hit: re.Match[str]) -> str:
    start = max(text.rfind(". ", 0, hit.start()), text.rfind(";", 0, hit.start())) + 1
    return text[start : hit.end()]
