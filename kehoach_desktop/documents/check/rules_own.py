"""Rules of a paper's own words for itself: its name, the body it comes from, who signs minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.capacities import issued_by_unit
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.lines import Line, placed_lines
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.documents.check.words import AGENCY, UNKNOWN, is_blank
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.domain.text import collation_key, fold, nfc
from kehoach_desktop.i18n import _

Findings = Iterator[PaperFinding]
NAMES = r"(Quyết định|Kế hoạch|Thông báo|Báo cáo|Tờ trình|Công văn|Biên bản|Giấy mời|Chỉ thị)"
THIS = re.compile(
    rf"(?:chịu trách nhiệm thi hành|kèm theo) {NAMES} này|{NAMES} này (?:có hiệu lực|được gửi)"
)
# The last words of a paper, where "thực hiện Kế hoạch này" can mean no other one.
CLOSES = re.compile(
    rf"^Trên đây là (?:toàn bộ )?{NAMES}\b|nghiêm túc (?:\w+ ){{0,3}}thực hiện {NAMES} này",
    re.IGNORECASE,
)
CLOSING_KINDS = {"BÁO CÁO", "KẾ HOẠCH", "TỜ TRÌNH", "THÔNG BÁO", "CHỈ THỊ"}
NAME = r"((?:[A-ZĐÀ-Ỹ][^\W\d_]*)(?: [A-ZĐÀ-Ỹ][^\W\d_]*){0,5})"
ISSUER = re.compile(
    rf"(?:UBND|(?:Ủy|Uỷ) ban nhân dân) ([Xx]ã|[Pp]hường|[Đđ]ặc khu) {NAME}"
    r"(?=\s*\)|\s+(?:kính (?:báo cáo|trình|đề nghị)|trân trọng|báo cáo (?:kết quả|tình hình)|"
    r"ban hành (?:Kế hoạch|Quyết định|Thông báo)))"
)
UNIT = re.compile(r"(?:ubnd |uy ban nhan dan )?(xa|phuong|dac khu) (.+)")
BY_COMMUNE = re.compile(r"\buy ban nhan dan (xa|phuong|dac khu) (.+)")
COMMUNE = re.compile(r"(?:ubnd |uy ban nhan dan )?(?:xa|phuong|dac khu)\b")
ROLES = {
    "thư ký": (
        re.compile(r"\b(?:thu ky|nguoi ghi bien ban|ghi bien ban)\b"),
        re.compile(r"thu ky|nguoi ghi|ghi bien ban|nguoi lap"),
    ),
    "chủ tọa": (
        re.compile(r"\b(?:chu tri|chu toa)\b"),
        re.compile(r"chu toa|chu tri|chu tich|lanh dao|truong|giam doc|tm\.|kt\.|chanh van phong"),
    ),
}
MISSING = {
    "thư ký": lambda: _("Biên bản không có chữ ký của thư ký (người ghi biên bản)."),
    "chủ tọa": lambda: _("Biên bản không có chữ ký của chủ tọa (người chủ trì)."),
}
LONGEST_HEAD = 60
TWICE = re.compile(r"\W+")
NOTED = re.compile(r"\([^)]*\)")
MEETING = re.compile(r"\b(?:hop|hoi nghi|giao ban|toa dam)\b")
TIME = r"(\d{1,2})\s*(?:giờ|h)(?:\s*(\d{2}))?"
BEGUN = re.compile(rf"(?:lúc|hồi|từ|bắt đầu:?)\s+{TIME}", re.IGNORECASE)
ENDED = re.compile(rf"kết thúc[^.;\d]{{0,25}}{TIME}[^.;]{{0,25}}cùng ngày", re.IGNORECASE)


def own_rules(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Yield where a paper calls itself, or who issues it, by another name than its head does."""
    yield from _kind(anatomy, where)
    yield from _issuer(anatomy, where)
    yield from _place(anatomy, where)
    yield from _addressee(anatomy, where)
    yield from _short_issuer(anatomy, where)
    yield from _minutes(anatomy)
    yield from _twice(anatomy, where)


def _kind(anatomy: Anatomy, where: Whereabouts) -> Findings:
    if anatomy.kind == UNKNOWN:
        return
    closing = anatomy.paragraphs[-2:] if anatomy.kind in CLOSING_KINDS else ()
    said = [(p, hit) for p in anatomy.paragraphs for hit in THIS.finditer(nfc(p.said))]
    said += [(p, hit) for p in closing for hit in CLOSES.finditer(nfc(p.said))]
    for paragraph, hit in said:
        if (hit[1] or hit[2]).upper() != anatomy.kind:
            own = anatomy.kind.capitalize()
            message = _("“{text}”: văn bản này là {kind}.").format(text=hit[0], kind=own)
            yield found("own-kind", where.paragraph(paragraph), message)


def _unit(anatomy: Anatomy) -> str:
    """Return the commune that the head names, folded ("xa binh minh"), "" where it names none."""
    units = (UNIT.fullmatch(fold(said)) for said in _agencies(anatomy))
    return next((f"{hit[1]} {hit[2]}" for hit in units if hit), "")


def _agencies(anatomy: Anatomy) -> Iterator[str]:
    """Yield the names in the head; a long one of a commune goes on in the lines below."""
    lines = anatomy.head.agencies
    for index, line in enumerate(lines):
        rest = takewhile(
            lambda other: (
                other.every("bold") is line.every("bold")  # noqa: B023 - used at once
                and not AGENCY.match(other.key.upper())
            ),
            lines[index + 1 :] if COMMUNE.match(line.key) else (),
        )
        yield " ".join(nfc(part.said) for part in (line, *rest))


def _issuer(anatomy: Anatomy, where: Whereabouts) -> Findings:
    own = _unit(anatomy)
    if not own:
        return
    said = [(nfc(p.said), where.paragraph(p)) for p in anatomy.paragraphs]
    said += [(nfc(a.reference_text), a.name) for a in anatomy.attachments]
    for text, place in said:
        for hit in ISSUER.finditer(text):
            if fold(f"{hit[1]} {hit[2]}") != own:
                message = _("“{text}” không phải cơ quan ban hành ghi ở đầu văn bản.")
                yield found("issuer-name", place, message.format(text=hit[0]))
    authority = anatomy.authority
    named = BY_COMMUNE.search(authority.key) if authority is not None else None
    if authority is not None and named and f"{named[1]} {named[2]}" != own:
        message = _("“{text}” không phải cơ quan ban hành ghi ở đầu văn bản.")
        yield found("issuer-name", where.line(authority), message.format(text=authority.said))


def _addressee(anatomy: Anatomy, where: Whereabouts) -> Findings:
    own = _unit(anatomy)
    for line in anatomy.addressee if own and len(anatomy.head.agencies) > 1 else ():
        named = UNIT.fullmatch(line.key.removeprefix("kinh gui").strip(" :-;."))
        committee = anatomy.head.agencies[0].key.startswith(("uy ban nhan dan", "ubnd"))
        if named and committee and f"{named[1]} {named[2]}" == own and not issued_by_unit(anatomy):
            message = _("Kính gửi chính cơ quan ban hành: “{text}”.").format(text=line.said)
            yield found("addressee-form", where.line(line), message)


def _place(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Hold the place before the day against the commune that the head names."""
    line = anatomy.head.date
    place = nfc(line.said).split(",")[0].strip() if line is not None and "," in line.said else ""
    for agency in _agencies(anatomy):
        unit = UNIT.fullmatch(fold(agency))
        name = " ".join(agency.split()[-len(unit[2].split()) :]) if unit else ""
        # How a tone is placed makes no other name: Hòa Sơn, Hoà Sơn.
        same = collation_key(place)[0][-len(name) :] == collation_key(name)[0]
        tones = collation_key(place)[1][-len(name.split()) :] == collation_key(name)[1]
        if line is not None and not (is_blank(place) or is_blank(name) or (same and tones)):
            message = _("Địa danh ghi “{place}”, cơ quan ban hành là {agency}.")
            said = message.format(place=place, agency=agency)
            yield found("date-place", where.line(line), said)


def _short_issuer(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Find the issuing body shortened: only the name of the one above it may be."""
    lines = anatomy.head.agencies
    if not lines or not lines[-1].every("bold"):
        return
    bold = [line for line in lines if line.every("bold")]
    if bold[0].key.startswith(("ubnd", "hdnd")):
        message = _("Tên cơ quan ban hành ghi đầy đủ, không viết tắt: “{text}”.")
        said = message.format(text=bold[0].said)
        yield found("agency-short", where.line(bold[0]), said)


def _minutes(anatomy: Anatomy) -> Findings:
    if anatomy.kind != "BIÊN BẢN":
        return
    said = nfc(" ".join(paragraph.said for paragraph in anatomy.paragraphs))
    heads = [line.key for line in _foot_lines(anatomy)]
    of_meeting = MEETING.search(fold(anatomy.subject_text))
    for role, (told, signs) in ROLES.items():
        owed = of_meeting or told.search(fold(said))
        if owed and not any(signs.search(key) for key in heads):
            yield found("minutes-signatures", _("Cuối văn bản"), MISSING[role]())
    begun, ended = BEGUN.search(said), ENDED.search(said)
    if begun and ended and _minutes_of_day(ended) < _minutes_of_day(begun):
        message = _("“{text}”: kết thúc trước lúc bắt đầu.").format(text=ended[0])
        yield found("impossible-time", _("Nội dung"), message)


def _minutes_of_day(time: re.Match[str]) -> int:
    return int(time[1]) * 60 + int(time[2] or 0)


def _foot_lines(anatomy: Anatomy) -> list[Line]:
    below = anatomy.paper.blocks[anatomy.foot.start : anatomy.foot.end]
    lines = placed_lines(below)
    return [line for line in lines if len(line.said) < LONGEST_HEAD and line.said[0] not in "-–+"]


def _twice(anatomy: Anatomy, where: Whereabouts) -> Findings:
    seen: set[str] = set()
    for line in anatomy.foot.recipients[1:]:
        key = TWICE.sub(" ", NOTED.sub("", line.key)).strip()
        if key in seen and len(key) > 3:
            message = _("Nơi nhận ghi hai lần: “{text}”.").format(text=line.said)
            yield found("recipients-twice", where.line(line), message)
        seen.add(key)
