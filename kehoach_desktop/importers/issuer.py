"""The body that issues a paper: what its letterhead names over a few lines, and the province."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from kehoach_desktop.domain.text import fold, squeeze

OFFICES = re.compile(
    r"(?:ỦY|UỶ) BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|UBND|BAN CHỈ ĐẠO|(?:TỈNH|THÀNH|ĐẢNG) (?:ỦY|UỶ)|"
    r"(?:ỦY|UỶ) BAN (?:MTTQ|MẶT TRẬN)|CÔNG AN (?=TỈNH|THÀNH|XÃ|PHƯỜNG|ĐẶC)|"
    r"TỔ CÔNG TÁC|BAN CHẤP HÀNH TRUNG ƯƠNG|BỘ CHÍNH TRỊ|(?:THỦ TƯỚNG )?CHÍNH PHỦ(?= *$)|"
    r"BỘ (?=KHOA HỌC|NỘI VỤ|TÀI CHÍNH|TƯ PHÁP|CÔNG|XÂY DỰNG|Y TẾ|NÔNG|GIÁO DỤC|VĂN H|DÂN TỘC)"
)
DEPARTMENTS = re.compile(r"(?:SỞ|PHÒNG|VĂN PHÒNG|TRUNG TÂM|CHI CỤC|CÔNG AN|BAN QUẢN LÝ)\b")
PLACES = re.compile(r"(?:TỈNH|THÀNH PHỐ|XÃ(?! HỘI)|PHƯỜNG|ĐẶC KHU|HUYỆN)\b")
DEPARTMENT_NAMES = (
    "Khoa học và Công nghệ", "Nội vụ", "Tài chính", "Tư pháp", "Công Thương", "Xây dựng", "Y tế",
    "Nông nghiệp và Môi trường", "Giáo dục và Đào tạo", "Văn hóa, Thể thao và Du lịch",
    "Dân tộc và Tôn giáo", "Ngoại vụ", "Văn hóa - Xã hội", "Ban Chỉ đạo", "HĐND", "UBND", "MTTQ",
    "Việt Nam", "Chính phủ", "Chính trị", "Chấp hành Trung ương", "Đề án", "Nghị quyết",
    "Phục vụ hành chính công", "Kinh tế", "Quản lý Khu kinh tế", "Công an",
)  # fmt: skip
PROVINCE = re.compile(
    r"(?:tỉnh(?:\s+u[ỷy]|\s+ủy)?|thành phố|TP\.?)\s+"
    r"((?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]+(?:\s+-\s+)?\s?){1,4}|[A-ZĐÀ-Ỹ\s-]{4,24}$)",
    re.IGNORECASE,
)
# The other half of a letterhead, which a sheet sets on the same rows, and its rule.
_BESIDE = re.compile(r"cong hoa xa hoi|doc lap\s*-|dang cong san|^[\W_]*$")
_SMALL = re.compile(
    r"(?:(?:Ủy|Uỷ) ban nhân dân|UBND|Hội đồng nhân dân|Đảng (?:ủy|uỷ))\s+"
    r"(?:xã|phường|đặc khu|tỉnh|thành phố)(?:\s+[A-ZĐÀ-Ỹ]\w*){1,5}"
)
_LISTED = re.compile(r"\b(các|cấp|thuộc)\b", re.IGNORECASE)
_UNFINISHED = re.compile(rf"(?:{OFFICES.pattern}|{PLACES.pattern})$")
_NO_NAME = re.compile(
    r"năm|tháng|quý|giai|đến|về|và|triển|thực|kế|quyết|ban|số|phụ|trên|theo|của|đợt|nhiệm"
)
_COMMUNE = re.compile(
    r"((chu tich |van phong )?(ubnd|uy ban nhan dan|hoi dong nhan dan|hdnd)|dang uy|ban chi dao.*)"
    r" (xa|phuong|dac khu)\b"
)
_FARTHEST = 12


def issuer_of(letterhead: Sequence[str]) -> str:
    """Return the issuing body that the left half of a letterhead names over up to three lines.

    "" where none is named. A department under its office is the issuer; a list of offices ("UBND
    các xã") is none.
    """
    for index, line in enumerate(letterhead[:_FARTHEST]):
        if OFFICES.match(line.strip()) and not _LISTED.search(line):
            plain = squeeze(line).rstrip(" _-–—*")
            head, *parts = re.split(r"\s+/\s+|\s*/\s*(?=SỞ|VĂN|PHÒNG|TỈNH)", plain)
            return _named(head, [*parts, *_below(letterhead, index)])
    alone = (squeeze(line) for line in letterhead[:4] if line.isupper())
    department = next((_spoken(line) for line in alone if DEPARTMENTS.match(line)), "")
    return department or _in_small_letters(letterhead[:4])


def _in_small_letters(lines: Sequence[str]) -> str:
    """Return an office with its place that a letterhead names in small letters."""
    plain = [squeeze(line) for line in lines]
    pairs = (f"{one} {two}" for one, two in pairwise(plain))
    return next((line for line in (*plain, *pairs) if _SMALL.fullmatch(line)), "")


def _below(letterhead: Sequence[str], index: int) -> list[str]:
    """Return the next lines of the same half."""
    lines = [squeeze(line).rstrip(" _*") or "_" for line in letterhead[index + 1 : index + 6]]
    below = "\n".join(line for line in lines if not _BESIDE.search(fold(line)))
    return re.sub(r"(?<= VÀ)\n|(?<=[,-])\n", " ", below).split("\n")[:3]


def _named(head: str, below: Sequence[str]) -> str:
    whole = head
    for place, line in enumerate(below):
        if OFFICES.match(line) and line.isupper() and (over := PLACES.search(whole)):
            of_commune = over[0] in ("XÃ", "PHƯỜNG", "ĐẶC KHU")
            placed = (
                of_commune
                and line.startswith(("BAN CHỈ ĐẠO", "TỔ CÔNG TÁC"))
                and not PLACES.search(line)
            )
            return _named(f"{line} {whole[over.start() :]}" if placed else line, below[place + 1 :])
        if DEPARTMENTS.match(line) and line.isupper():
            return _with_place(_going_on(line, below[place + 1 :]), whole)
        name = whole.isupper() and re.fullmatch(r"[^\d:,/.()]{2,30}", line) and line.isupper()
        if not (name and _UNFINISHED.search(whole)) and not PLACES.match(line):
            break
        if OFFICES.match(line):
            break
        whole = f"{whole} {line}"
    return _spoken(whole)


def _going_on(department: str, below: Sequence[str]) -> str:
    """Return the name of a department with the next line where a known name goes on in it."""
    after = below[0] if below and below[0].isupper() else ""
    whole = f"{department} {after}"
    names = (fold(name) for name in DEPARTMENT_NAMES)
    over = (n for n in names if n in fold(whole) and n not in fold(department) + "\n" + fold(after))
    return whole if next(over, "") else department


def _with_place(department: str, office: str) -> str:
    """Return a department as it is spoken of: "Văn phòng" is named after its office."""
    if department == "VĂN PHÒNG":
        return f"{_spoken(department)} {_spoken(office)}"
    place = PLACES.search(office)
    unplaced = place and department.startswith("VĂN PHÒNG") and not PLACES.search(department)
    return _spoken(f"{department} {office[place.start() :]}" if place and unplaced else department)


def _spoken(capitals: str) -> str:
    """Return "ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ" as it is written in a sentence."""
    if not capitals.isupper():
        return capitals
    if party := re.match(r"(TỈNH|THÀNH|ĐẢNG|HUYỆN) (?:ỦY|UỶ)\b(.*)", capitals):
        level = re.fullmatch(rf"\s*({PLACES.pattern})?(.*)", party[2])
        kind, name = level.groups() if level else ("", party[2])
        return squeeze(f"{party[1].capitalize()} ủy {(kind or '').lower()} {name.title()}")
    found = re.match(rf"(.*?)({PLACES.pattern})\s*(.*)", capitals)
    if found is None:
        return _with_names(capitals.capitalize())
    body = found[1].strip()
    body = body if body == "UBND" else _with_names(body.capitalize())
    return squeeze(f"{body} {found[2].lower()} {found[3].strip(' .…').title()}")


def _with_names(text: str) -> str:
    """Write the names of departments in `text` with their own capitals."""
    for name in DEPARTMENT_NAMES:
        text = re.sub(rf"\b{name}\b", name, text, flags=re.IGNORECASE)
    return text


def is_of_commune(issuer: str) -> bool:
    """Say whether the issuing body is that of a commune, a ward or a special zone."""
    return bool(_COMMUNE.match(fold(issuer)))


def is_of_office(issuer: str, office: str) -> bool:
    """Say whether a commune's paper may be that of the office called so ("xã Bình Minh").

    It may where the paper leaves the name blank, as a draft does, or the office has given none.
    """
    found = _COMMUNE.match(fold(issuer))
    named = fold(issuer)[found.start(found.lastindex or 0) :] if found else ""
    kind, _space, name = named.partition(" ")
    if not office or not name.strip(" ._…"):
        return bool(found)
    return re.match(rf"{re.escape(fold(office))}(?!\w)", f"{kind} {name}") is not None


def with_province(issuer: str, province: str) -> str:
    """Add the province to an issuer that is named without it."""
    lacks = re.search(r"(?:tỉnh|thành phố)$", issuer, re.IGNORECASE)
    return f"{issuer} {province}" if lacks and province else issuer


def province_of(texts: Iterable[str]) -> str:
    """Return the first name of a province or city in `texts`, "" where none is named."""
    for text in texts:
        for found in PROVINCE.finditer(squeeze(text)):
            name = squeeze(found[1])
            if words := _leading_name(name.title() if name.isupper() else name):
                return words
    return ""


def _leading_name(text: str) -> str:
    """Return the capitalised words that `text` begins with, as far as they can be a name."""
    kept: list[str] = []
    for word in text.split():
        if not (word[0].isupper() or word == "-") or _NO_NAME.fullmatch(word.casefold()):
            break
        kept.append(word)
    return " ".join(kept).strip(" -")
