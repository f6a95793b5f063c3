"""Rules of bodies that are no more: the district level, ministries and departments merged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.days import issued_on, named_days
from kehoach_desktop.documents.check.looks import paragraphs_of
from kehoach_desktop.documents.check.verbatim import softened, unquoted
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.domain.text import nfc
from kehoach_desktop.i18n import _

TWO_LEVELS = date(2025, 7, 1)
MERGED_ON = date(2025, 3, 1)
# What became of them by the resolutions of the National Assembly of 18/02/2025.
MERGED = {
    r"Thông tin và Truyền thông|TT&TT|TTTT": "Khoa học và Công nghệ",
    r"Kế hoạch và Đầu tư|KH&ĐT|KHĐT": "Tài chính",
    r"Giao thông vận tải|GTVT": "Xây dựng",
    r"Tài nguyên và Môi trường|TN&MT|TNMT": "Nông nghiệp và Môi trường",
    r"Nông nghiệp và Phát triển nông thôn|NN&PTNT|NNPTNT": "Nông nghiệp và Môi trường",
    r"Lao động\s*[-–,]\s*Thương binh và Xã hội|LĐ\s*-?\s*TB\s*&\s*XH|LĐTBXH": "Nội vụ",
}
BODIES = tuple((re.compile(rf"\b(Bộ|Sở) (?:{old})"), new) for old, new in MERGED.items())
OLD_NUMBER = re.compile(r"/(?:19|20[01]\d|202[0-4])/")
NAMED = r"[A-ZĐÀ-Ỹ][^\W\d_]*"
LEVEL = re.compile(
    rf"\b(?:cấp (?:huyện|quận)|[Hh]uyện ủy|[Hh]uyện uỷ|[Qq]uận ủy|[Qq]uận uỷ|[Tt]hị ủy|[Tt]hị uỷ|"
    rf"(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|UBMTTQ(?:VN)?|Công an|"
    rf"Chủ tịch|Văn phòng|(?:Phòng|Trung tâm|Chi cục|Hạt|Đội|Ban|Bệnh viện|Tòa án|Viện|Kho bạc|"
    rf"Bảo hiểm|Hội|Đoàn|Mặt trận) [^,.;:()]{{2,40}}|TAND|VKSND|BHXH|lãnh đạo|"
    rf"trên địa bàn|của|tại|về|gửi) (?:huyện|quận|thị xã|thị trấn)|"
    rf"(?:[Hh]uyện|[Tt]hị xã|[Tt]hị trấn) {NAMED}|[Qq]uận (?:{NAMED}|\d{{1,2}}))"
    rf"|\b(?:ỦY BAN NHÂN DÂN|UBND|HĐND) (?:HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)\b"
    rf"|\bPhòng (?:Văn hóa và Thông tin|Tài nguyên và Môi trường|"
    rf"Lao động\s*[-–,]\s*Thương binh và Xã hội)\b"
    rf"|^(?:HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN) \w+"
    rf"|\b(?:huyện|thị xã|quận)(?=,| và | \()"
)
FORMER = re.compile(
    r"\b(cũ|trước đây|trước sắp xếp|sau sắp xếp|không tổ chức|kết thúc hoạt động|giải thể|chấm dứt|"
    r"bỏ cấp|trước khi|sáp nhập|bàn giao từ|tiếp nhận từ|nguyên là|nguyên)\b",
    re.IGNORECASE,
)
LISTED_BASIS = re.compile(r"(Luật|Nghị quyết|Nghị định|Quyết định|Kế hoạch|Công văn|Thông tư)\b")


def unit_rules(anatomy: Anatomy, where: Whereabouts) -> Iterator[PaperFinding]:
    """Yield bodies that are no more, outside quotations and papers of the time."""
    dated = issued_on(anatomy.head.date.said) if anatomy.head.date else None
    on = dated or date.max
    rules = [rule for rule, end in ((_levels, TWO_LEVELS), (_merged, MERGED_ON)) if on >= end]
    for paragraph in paragraphs_of(anatomy.paper.blocks):
        plain = nfc(" ".join(paragraph.text.split()))
        text = unquoted(plain)
        for rule in rules:
            findings = rule(text, where.paragraph(paragraph))
            yield from softened(findings) if where.is_quoted(paragraph) else findings


def _levels(text: str, place: str) -> Iterator[PaperFinding]:
    for hit in LEVEL.finditer(text):
        if not _of_the_past(text, hit) and not _was_cited(text, hit, TWO_LEVELS):
            message = _("“{text}”: cấp huyện đã kết thúc hoạt động từ ngày 01/7/2025.")
            yield found("abolished-unit", place, message.format(text=hit[0]))


def _merged(text: str, place: str) -> Iterator[PaperFinding]:
    for body, now in BODIES:
        for hit in body.finditer(text):
            near = text[max(0, hit.start() - 30) : hit.end() + 40]
            if not FORMER.search(near) and not _was_cited(text, hit, MERGED_ON):
                message = _("“{text}” đã hợp nhất từ ngày 01/3/2025, nay là {now}.")
                said = message.format(text=hit[0], now=f"{hit[1]} {now}")
                yield found("abolished-body", place, said)


def _of_the_past(text: str, hit: re.Match[str]) -> bool:
    """Say whether the sentence says that it names what was."""
    start = max(text.rfind(".", 0, hit.start()), text.rfind(";", 0, hit.start())) + 1
    ends = [at for sign in ".;" if (at := text.find(sign, hit.end())) >= 0]
    return FORMER.search(text[start : min(ends, default=len(text))]) is not None


def _was_cited(text: str, hit: re.Match[str], end: date) -> bool:
    """Say whether the body is named with a paper of before `end`."""
    before = text[max(0, hit.start() - 260) : hit.start()]
    days = [day.on for day in named_days(before) if day.on is not None]
    old = OLD_NUMBER.search(before[before.rfind(";") + 1 :]) is not None
    cited = LISTED_BASIS.search(before) is not None
    return cited and (days[-1] < end if days else old)
