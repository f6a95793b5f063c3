"""Rule of levels: no huyện, quận, thị xã, thị trấn as bodies of today, since 01/7/2025."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.days import named_days
from kehoach_desktop.documents.check.looks import Paragraph, paragraphs_of
from kehoach_desktop.documents.check.verbatim import softened
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.domain.text import nfc
from kehoach_desktop.i18n import _

TWO_LEVELS = date(2025, 7, 1)
NAMED = r"[A-ZĐÀ-Ỹ][^\W\d_]*"
LEVEL = re.compile(
    rf"\b(?:cấp (?:huyện|quận)|[Hh]uyện ủy|[Hh]uyện uỷ|[Qq]uận ủy|[Qq]uận uỷ|[Tt]hị ủy|[Tt]hị uỷ|"
    rf"(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|UBMTTQ(?:VN)?|Công an|"
    rf"Chủ tịch|Văn phòng|Phòng [^,.;:()]{{2,40}}|Trung tâm [^,.;:()]{{2,40}}|lãnh đạo|"
    rf"trên địa bàn|của|tại|về|gửi) (?:huyện|quận|thị xã|thị trấn)|"
    rf"(?:[Hh]uyện|[Tt]hị xã|[Tt]hị trấn) {NAMED}|[Qq]uận (?:{NAMED}|\d{{1,2}}))"
    rf"|\b(?:ỦY BAN NHÂN DÂN|UBND|HĐND) (?:HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)\b"
    rf"|^(?:HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN) \w+"
    rf"|\b(?:huyện|thị xã|quận)(?=,| và | \()"
)
FORMER = re.compile(
    r"\b(cũ|trước đây|trước sắp xếp|sau sắp xếp|không tổ chức|kết thúc hoạt động|giải thể|chấm dứt|"
    r"bỏ cấp|trước khi|sáp nhập|bàn giao từ|tiếp nhận từ|nguyên là|nguyên)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
LISTED_BASIS = re.compile(r"(Luật|Nghị quyết|Nghị định|Quyết định|Kế hoạch|Công văn|Thông tư)\b")


def unit_rules(anatomy: Anatomy, where: Whereabouts) -> Iterator[PaperFinding]:
    """Yield bodies of a level that is no more, outside quotations and papers of the time."""
    issued = next(named_days(nfc(anatomy.head.date.said)), None) if anatomy.head.date else None
    if issued is not None and issued.on is not None and issued.on < TWO_LEVELS:
        return
    for paragraph in paragraphs_of(anatomy.paper.blocks):
        findings = _paragraph(paragraph, where.paragraph(paragraph))
        yield from softened(findings) if where.is_quoted(paragraph) else findings


def _paragraph(paragraph: Paragraph, place: str) -> Iterator[PaperFinding]:
    text = QUOTED.sub(lambda hit: " " * len(hit[0]), nfc(" ".join(paragraph.text.split())))
    for hit in LEVEL.finditer(text):
        if not _of_the_past(text, hit):
            message = _("“{text}”: cấp huyện đã kết thúc hoạt động từ ngày 01/7/2025.")
            yield found("abolished-unit", place, message.format(text=hit[0]))


def _of_the_past(text: str, hit: re.Match[str]) -> bool:
    """Say whether the words name what was: said so, or cited with a paper of that time."""
    start = max(text.rfind(".", 0, hit.start()), text.rfind(";", 0, hit.start())) + 1
    ends = [at for sign in ".;" if (at := text.find(sign, hit.end())) >= 0]
    sentence = text[start : min(ends, default=len(text))]
    if FORMER.search(sentence):
        return True
    before = text[max(0, hit.start() - 260) : hit.start()]
    days = [day.on for day in named_days(before) if day.on is not None]
    cited = LISTED_BASIS.search(before) is not None
    return cited and bool(days) and days[-1] < TWO_LEVELS
