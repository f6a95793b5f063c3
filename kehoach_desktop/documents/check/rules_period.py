"""Rules of the period: one month in title, text and appendix; no leftovers of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import takewhile

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.days import NamedDay, issued_on, named_days
from kehoach_desktop.documents.check.looks import Paragraph
from kehoach_desktop.documents.check.places import Placed, place_blocks
from kehoach_desktop.documents.check.stretches import Stretch, bare_years, main_period, stretches
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.domain.text import fold, nfc
from kehoach_desktop.i18n import _

Findings = Iterator[PaperFinding]
SPAN = re.compile(
    r"từ\s+(?:ngày\s+)?(\S+(?:\s+tháng\s+\d+\s+năm\s+\d+)?)\s+đến\s+(?:hết\s+)?(?:ngày\s+)?([^)\s,;]+)",
    re.I,
)
SPOKEN_TO = re.compile(
    r"(?:tiến độ|kết quả|số liệu)(?:\s+(?:thực hiện|tính|chốt|đạt được|cập nhật|báo cáo))*\s+đến"
    r"\s+(?:hết\s+)?(?:ngày\s+)?(\d{1,2}[/-]\d{1,2}[/-]\d{4}|ngày\s+\d+ tháng \d+ năm \d{4})",
    re.I,
)
OUTLOOK = re.compile(
    r"\b(nhiem vu|phuong huong|chuong trinh|cong tac|trong tam|ke hoach cong tac)\b"
)
CLOSING = re.compile(r"tren day la (bao cao|ket qua)|kinh bao cao|xin bao cao")
OF_THIS = re.compile(
    r"(?:^|[^\w])(trong|kết quả(?: thực hiện)?(?: nhiệm vụ)?(?: công tác)?(?: chuyển đổi số)?|"
    r"tình hình thực hiện(?: nhiệm vụ)?|tiến độ(?: thực hiện)?(?: nhiệm vụ)?)\s+$",
    re.I,
)
REPORTED = "BÁO CÁO"
AHEAD = re.compile(r"\b(?:phuong huong|nhiem vu)\b")
MAKES = re.compile(r"\b(?:ban hành|xây dựng|tổ chức|chủ trì|thông báo)\b")
SUMMED = re.compile(r"luy ke|tong ket")
SAME_WORDS = 3
SHORT_HEADING = 60
LATEST_REPORT = timedelta(days=150)


def period_rules(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Yield where the paper speaks of another period than its title."""
    title = nfc(anatomy.subject_text)
    period = main_period(title)
    if period is None or _is_correction(title):
        return
    if anatomy.kind != REPORTED:
        yield from _repeated(anatomy, period)
        return
    yield from _told(title, period, _("Trang đầu, trích yếu"))
    yield from _opening_and_closing(anatomy, period)
    yield from _outlook(anatomy, period)
    yield from _appendices(anatomy, period)
    yield from _dates(anatomy, period)
    yield from _leftovers(anatomy, period, where)


def _is_correction(title: str) -> bool:
    return fold(title).startswith(("sua doi", "dinh chinh", "bo sung", "thay the"))


def _text(placed: Placed) -> str:
    return nfc(placed.block.said) if isinstance(placed.block, Paragraph) else ""


def _paragraphs(anatomy: Anatomy) -> list[Placed]:
    return [p for p in place_blocks(anatomy.body) if isinstance(p.block, Paragraph)]


def _same_kind(text: str, period: Stretch) -> list[Stretch]:
    if period.kind == "year":
        return list(bare_years(text))
    return [s for s in stretches(text) if s.kind == period.kind]


def _name(period: Stretch) -> str:
    if period.kind == "year":
        return _("năm {year}").format(year=period.year)
    names = {
        "week": _("tuần {index}"),
        "month": _("tháng {index}"),
        "quarter": _("quý {index}"),
        "half": _("6 tháng đầu năm") if period.index == 1 else _("6 tháng cuối năm"),
        "nine": _("9 tháng"),
    }
    name = names[period.kind].format(index=period.index)
    between = " " if period.kind == "half" else "/"
    return f"{name}{between}{period.year}" if period.year else name


def _opening_and_closing(anatomy: Anatomy, period: Stretch) -> Findings:
    placed = _paragraphs(anatomy)
    for index, one in enumerate(placed):
        text = _text(one)
        if index < 2 and one.item is None and fold(text).endswith("nhu sau:"):
            at = text.casefold().rfind("báo cáo")
            spoken = text[at:] if at >= 0 else ""
        elif index >= len(placed) - 2 and CLOSING.search(fold(text)):
            spoken = text
        else:
            continue
        yield from _told(spoken, period, one.place)


def _told(text: str, period: Stretch, place: str) -> Findings:
    """Hold the periods of a sentence against the title's: that one, or the next to look ahead."""
    start = 0
    for number, named in enumerate(_same_kind(text, period)):
        ahead = number > 0 and AHEAD.search(fold(text[start : named.start]))
        start = named.end
        if ahead and not named.follows(period):
            message = _("Nhiệm vụ kỳ tới ghi {named}, phải là kỳ ngay sau {period}.")
            said = message.format(named=_name(named), period=_name(period))
            yield found("period-next", place, said)
        elif not (ahead or named.agrees(period) or (number and named.follows(period))):
            message = _("Ghi {named} trong khi trích yếu là {period}.")
            said = message.format(named=_name(named), period=_name(period))
            yield found("period-text", place, said)


def _repeated(anatomy: Anatomy, period: Stretch) -> Findings:
    """Find the words of the subject said again with another period: "họp giao ban tháng 12"."""
    subject = nfc(anatomy.subject_text)
    lead = fold(subject[: period.start]).split()[-SAME_WORDS:]
    opening = [one for one in _paragraphs(anatomy)[:2] if one.item is None]
    spoken = [(MAKES.split(_text(one))[-1], one.place) for one in opening]
    spoken += [(nfc(" ".join(n.said for n in a.title)), a.name) for a in anatomy.attachments]
    for text, place in spoken if len(lead) == SAME_WORDS else ():
        for named in _same_kind(text, period):
            again = fold(text[: named.start]).split()[-SAME_WORDS:] == lead
            if again and not named.agrees(period):
                message = _("Ghi {named} trong khi trích yếu là {period}.")
                said = message.format(named=_name(named), period=_name(period))
                yield found("period-text", place, said, Severity.CHECK)


def _outlook(anatomy: Anatomy, period: Stretch) -> Findings:
    for one in _paragraphs(anatomy):
        if one.item is None or not OUTLOOK.search(fold(one.item.rest)):
            continue
        title = one.item.rest.split(":")[0]
        if len(title) > 120 or not _is_heading(one, title):
            continue
        for named in _same_kind(nfc(title), period)[:1]:
            if not named.follows(period):
                message = _("Nhiệm vụ kỳ tới ghi {named}, phải là kỳ ngay sau {period}.")
                said = message.format(named=_name(named), period=_name(period))
                yield found("period-next", one.place, said)


def _is_heading(one: Placed, title: str) -> bool:
    starts = re.match(
        r"(phuong huong|nhiem vu|chuong trinh|cong tac|ke hoach|mot so nhiem vu)", fold(title)
    )
    return bool(starts) and (title.isupper() or _bold(one) or len(title) < 60)


def _bold(one: Placed) -> bool:
    block = one.block
    return isinstance(block, Paragraph) and all(r.look.bold for r in block.runs if r.text.strip())


def _appendices(anatomy: Anatomy, period: Stretch) -> Findings:
    for attachment in anatomy.attachments:
        title = nfc(" ".join(line.said for line in attachment.title))
        for named in _same_kind(title, period)[:1]:
            if not named.agrees(period):
                message = _("Tên phụ lục ghi {named} trong khi trích yếu là {period}.")
                said = message.format(named=_name(named), period=_name(period))
                yield found("period-text", attachment.name, said)


def _cutoff(anatomy: Anatomy) -> tuple[NamedDay, NamedDay, str] | None:
    """Return the first and the last day of the data, as the opening says them."""
    opening = takewhile(lambda one: one.item is None, _paragraphs(anatomy))
    spoken = [(nfc(anatomy.subject_text), _("Trang đầu, trích yếu"))]
    spoken += [(_text(one), one.place) for one in opening]
    for text, place in spoken:
        hit = SPAN.search(text)
        if hit and (days := [*named_days(text[hit.start() :])][:2]) and len(days) == 2:
            return days[0], days[1], place
    return None


def _dates(anatomy: Anatomy, period: Stretch) -> Findings:
    issued = issued_on(anatomy.head.date.said) if anatomy.head.date else None
    span = period.days()
    if issued and span and not span[0] <= issued <= span[1] + LATEST_REPORT:
        message = _("Văn bản ngày {day} nhưng báo cáo về {period}.")
        day = issued.strftime("%d/%m/%Y")
        yield found("period-date", _("Trang đầu"), message.format(day=day, period=_name(period)))
    cutoff = _cutoff(anatomy)
    if cutoff is None:
        return
    first, last, place = cutoff
    yield from _span_faults(first, last, period, issued, place)
    yield from _other_cutoffs(anatomy, last)


def _span_faults(
    first: NamedDay, last: NamedDay, period: Stretch, issued: date | None, place: str
) -> Findings:
    if first.on is None or last.on is None:
        return
    if first.on >= last.on:
        yield found("period-cutoff", place, _("Ngày đầu kỳ số liệu không trước ngày chốt."))
    span = period.days()
    early = timedelta(days=31)
    if span and not (span[0] <= last.on <= span[1] and span[0] - early <= first.on <= span[1]):
        message = _("Số liệu từ {first} đến {last} không thuộc {period}.")
        said = message.format(first=first.text, last=last.text, period=_name(period))
        yield found("period-cutoff", place, said)
    if issued is not None and last.on > issued:
        message = _("Số liệu chốt đến {last}, sau ngày ký văn bản.").format(last=last.text)
        yield found("period-cutoff", place, message)


def _other_cutoffs(anatomy: Anatomy, last: NamedDay) -> Findings:
    places: list[tuple[str, str]] = [(_text(p), p.place) for p in _paragraphs(anatomy)]
    for attachment in anatomy.attachments:
        for table in attachment.tables[:1]:
            places += [
                (nfc(text), attachment.name) for text in (table.rows[0].texts if table.rows else ())
            ]
    for text, place in places:
        for hit in SPOKEN_TO.finditer(text):
            day = next(named_days(hit[0]), None)
            if day is not None and last.on is not None and day.on != last.on:
                message = _("Ghi đến {day} trong khi số liệu chốt đến {last}.")
                yield found("period-cutoff", place, message.format(day=day.text, last=last.text))


def _leftovers(anatomy: Anatomy, period: Stretch, where: Whereabouts) -> Findings:
    """Find an earlier period spoken of as if it were this one."""
    for one in _paragraphs(anatomy):
        rest = nfc(one.item.rest) if one.item is not None else ""
        for named in bare_years(rest) if SUMMED.match(fold(rest)) else ():
            if period.year and named.year != period.year and len(rest) < SHORT_HEADING:
                message = _("Ghi {named} trong khi trích yếu là {period}.")
                said = message.format(named=_name(named), period=_name(period))
                yield found("leftover-month", one.place, said)
    if period.kind not in {"month", "quarter", "week"}:
        return
    for one in _paragraphs(anatomy):
        text = _text(one)
        for named in _same_kind(text, period):
            if not named.agrees(period) and _as_this(text, named) and _is_earlier(named, period):
                message = _("Còn ghi {named} của kỳ trước trong báo cáo {period}.")
                said = message.format(named=_name(named), period=_name(period))
                yield found("leftover-month", one.place, said)


def _is_earlier(named: Stretch, period: Stretch) -> bool:
    if named.year and period.year and named.year != period.year:
        return named.year < period.year
    return named.index < period.index or (period.index == 1 and named.index > 6)


def _as_this(text: str, named: Stretch) -> bool:
    before = text[: named.start]
    if re.search(r"(hạn|hoàn thành|xong|trước|từ|đến|chậm nhất)[^.;]{0,40}$", before, re.I):
        return False
    return bool(OF_THIS.search(before)) or not before.strip(" \t0123456789.)IVX-+")
