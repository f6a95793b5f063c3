"""The cells of a roster as values: telephone, identity number, sex and role, with their doubts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.team import Gender, TeamRole
from kehoach_desktop.domain.text import fold, nfc, squeeze
from kehoach_desktop.i18n import mark

Doubt = tuple[Severity, str]

_SILENT = re.compile(
    r"(?:khong|ko|k|chua|chua co|khong co|ko co|k co|khong ro|chua ro|chua cap|chua lam|khong dung|"
    r"dang lam|dang cap|bo sung sau|none|null|na|n/a|0|[-–—_.…?/*\s]+)"
)
_DITTO = re.compile(
    r"[-–—\s(]*(?:n\s*[.]?\s*t|nhu tren|′′|n\s*/\s*t|[\"“”″〃]|''|''|//|nt)[-–—\s).]*\Z"
)
_UNDER = re.compile(
    r"^\(?\s*(?:nguoi |can bo )?(?:lap|tong hop)\b.{0,20}$|^(?:ghi chu|luu y|chu thich)\b|^\*|"
    r"^(?:nguoi|can bo|tm|t m|kt|tl|tuq|q)\.? ?(?:lap|tong hop|ubnd|uy ban|chu tich|ban|chi|to)\b|"
    r"^(?:pho )?(?:truong (?:thon|ban|ap|xom|khu|khom)|bi thu|chu tich|truong phong|to truong)\b"
    r"[^,]{0,40}$|^xac nhan\b|^\(?(?:ky|da ky)\b|^noi nhan\b|\bngay .{0,12}thang .{0,12}nam\b"
)
_RUN = re.compile(r"\(?\+?\d[\d\s.,()+/;|–-]*")
_HARD = re.compile(r"[;/|,\n]|\s[-–]\s")
_MOBILE = r"(?:0{0,2}84)?0?([35789]\d{8})"
_MOBILES = re.compile(rf"(?:{_MOBILE})+")
_LANDLINE = re.compile(r"(?:(?:00)?84)?0?2\d{9}")
_OLD_MOBILE = re.compile(r"(?:(?:00)?84|0)?(1(?:2\d|6[2-9]|8[68]|99)\d{7})")
_LABELS = re.compile(r"\b(sdt|dt|dd|dtdd|di dong|zalo|so|dien thoai|tel|hoac|va|may ban|co dinh)\b")
_IDENTITY_RUN = re.compile(r"\d[\d .\-]*\d|\d")
NOW_DIALLED = {
    "120": "70", "121": "79", "122": "77", "126": "76", "128": "78", "123": "83", "124": "84",
    "125": "85", "127": "81", "129": "82", "162": "32", "163": "33", "164": "34", "165": "35",
    "166": "36", "167": "37", "168": "38", "169": "39", "186": "56", "188": "58", "199": "59",
}  # fmt: skip
"""The prefixes of mobile numbers before the change of 2018, and what each became."""


def is_silent(text: str) -> bool:
    """Say whether a cell says that there is nothing to say: blank, "không có", a dash."""
    return not text or bool(_SILENT.fullmatch(fold(text).strip("()") or "-"))


def signs_off(text: str) -> bool:
    """Say whether a text stands under a list: a note on it, who made it, who signs."""
    return bool(_UNDER.search(squeeze(fold(text))))


def is_ditto(text: str) -> bool:
    """Say whether a cell only points to the one above: "nt", "như trên", a ditto mark."""
    return bool(text) and bool(_DITTO.fullmatch(fold(text)))


@dataclass(frozen=True, slots=True)
class Phones:
    """The mobile numbers of a cell, ten digits each, and what was doubted."""

    numbers: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def read_phones(text: str) -> Phones:
    """Return the mobile numbers that stand in a cell, in order, each once.

    A zero lost by the spreadsheet and the country's 84 are made good; a number of another shape
    (landline, eleven digits of before 2018, one digit short) is only doubted.
    """
    if is_silent(text):
        return Phones()
    numbers: list[str] = []
    doubts: list[Doubt] = []
    for run in _RUN.findall(re.sub(r"(\d)\.0\Z", r"\1", text.strip())):
        for piece in _pieces(run):
            found, doubt = _read_piece(piece)
            numbers.extend(found)
            doubts.extend([(Severity.CHECK, doubt)] if doubt else [])
    if not numbers and not doubts:
        message = mark("“{text}” không phải số điện thoại.")
        doubts.append((Severity.CHECK, message.format(text=text)))
    elif words := _words_beside(text):
        message = mark("Bên số điện thoại có ghi “{words}”.")
        doubts.append((Severity.INFO, message.format(words=words)))
    return Phones(tuple(dict.fromkeys(numbers)), tuple(doubts))


def _read_piece(digits: str) -> tuple[list[str], str]:
    """Return the numbers that some digits are, and what is odd about them."""
    if found := _mobiles(digits):
        return found, ""
    if len(digits) < 15 and (found := _mobiles(digits[:10])) and digits[0] == "0":
        return found, _cut_number(digits)
    return [], _odd_number(digits) if len(digits) > 3 else ""


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _pieces(run: str) -> Iterator[str]:
    """Yield the digits of each number in a run: parted at signs where that gives numbers."""
    parted = [_digits(piece) for piece in _HARD.split(run)]
    parted = [piece for piece in parted if piece]
    if _mobiles(_digits(run)) or any(len(piece) < 9 for piece in parted):
        yield _digits(run)
    else:
        yield from parted


def _mobiles(digits: str) -> list[str]:
    """Return the numbers that `digits` is made of, none where something is left over."""
    if not _MOBILES.fullmatch(digits):
        return []
    if re.fullmatch(_MOBILE, digits):
        return ["0" + re.sub(rf"{_MOBILE}", r"\1", digits)]
    for end in range(9, len(digits) - 8):
        first, rest = _mobiles_of_one(digits[:end]), _mobiles(digits[end:])
        if first and rest:
            return [*first, *rest]
    return []


def _mobiles_of_one(digits: str) -> list[str]:
    found = re.fullmatch(_MOBILE, digits)
    # Between two numbers, only a number that is written out in full ends surely.
    return ["0" + found[1]] if found and digits[0] in "08" else []


def _cut_number(digits: str) -> str:
    message = mark("Sau số {number} còn “{rest}”, không phải một số điện thoại đủ.")
    return message.format(number=digits[:10], rest=digits[10:])


def _odd_number(digits: str) -> str:
    if _LANDLINE.fullmatch(digits):
        return mark("“{number}” là số máy bàn, không đưa vào ô di động.").format(number=digits)
    if old := _OLD_MOBILE.fullmatch(digits):
        now = NOW_DIALLED.get(old[1][:3])
        if now:
            message = mark("“{number}” là đầu số 11 chữ số cũ, nay có thể là {now}.")
            return message.format(number=digits, now=f"0{now}{old[1][3:]}")
    return mark("“{number}” không đúng dạng số điện thoại 10 chữ số.").format(number=digits)


def _words_beside(text: str) -> str:
    words = squeeze(re.sub(r"[():.,;/+'’-]", " ", _RUN.sub(" ", text)))
    return words if _LABELS.sub("", fold(words)).strip() else ""


@dataclass(frozen=True, slots=True)
class Identity:
    """The identity number of a cell, twelve digits or "", and what was doubted."""

    number: str = ""
    doubts: tuple[Doubt, ...] = ()


def read_identity(text: str) -> Identity:
    """Return the twelve-digit identity number of a cell.

    Leading zeros that a spreadsheet took off are put back; nine digits are an identity card of
    the kind before (CMND) and only doubted.
    """
    if is_silent(text):
        return Identity()
    plain = re.sub(r"\.0\Z", "", text.strip())
    runs = [_digits(run) for run in _IDENTITY_RUN.findall(plain)]
    whole = next((run for run in runs if len(run) == 12), "") or _with_zeros(runs)
    if whole:
        return Identity(whole)
    if len(runs) == 1 and len(runs[0]) == 9:
        message = mark("“{number}” là số CMND 9 chữ số, cần số CCCD 12 chữ số.")
    else:
        message = mark("“{number}” không đúng dạng số CCCD 12 chữ số.")
    return Identity("", ((Severity.CHECK, message.format(number=text)),))


def _with_zeros(runs: list[str]) -> str:
    """Return the number whose leading zeros were lost: codes of provinces are 001 to 099."""
    for run in runs:
        if len(run) in (10, 11) and not run.startswith("0"):
            return run.zfill(12)
    return ""


def identity_contradicts(cccd: str, gender: Gender | None, year: int | None) -> str:
    """Return what an identity number says against the row's sex or birth year, "" if nothing.

    The fourth digit tells century and sex, the two after it the year of birth (Thông tư
    59/2021/TT-BCA, Điều 4; Nghị định 137/2015/NĐ-CP, Điều 13).
    """
    century, two_digits = divmod(int(cccd[3]), 2)[0], int(cccd[4:6])
    told_year = 1900 + 100 * century + two_digits
    told = Gender.FEMALE if int(cccd[3]) % 2 else Gender.MALE
    if gender is not None and told is not gender:
        return mark("Số CCCD là của người giới tính {told}, danh sách ghi {gender}.").format(
            told=told.value, gender=gender.value
        )
    if year is not None and told_year != year:
        return mark("Số CCCD là của người sinh năm {told}, danh sách ghi {year}.").format(
            told=told_year, year=year
        )
    return ""


def is_mark(text: str) -> bool:
    """Say whether a cell under a heading only marks it: x, v, 1, a tick."""
    return fold(text) in {"x", "xx", "v", "1", "co", "*", "+", "✓", "✔", "√", "☑", "☒", "\uf0fc"}


def read_gender(text: str) -> Gender | None:
    """Return the sex a cell names, None where it names none."""
    key = fold(text).strip(" .()")
    if key in ("nu", "gai", "f", "female", "ba", "nu gioi", "chi"):
        return Gender.FEMALE
    return Gender.MALE if key in ("nam", "trai", "m", "male", "ong", "nam gioi", "anh") else None


_DEPUTY = re.compile(
    r"\b(?:to|nhom|doi) pho\b|\bpho (?:truong )?(?:to|nhom|doi)\b|^pho$|^t pho\b|^t ?p\b|^p ?tt\b|"
    r"^pho truong$"
)
_LEADER = re.compile(
    r"\b(?:to|nhom|doi) truong\b|^truong (?:to|nhom|doi)\b|^truong$|^t truong\b|^t ?t$"
)
_MEMBER = re.compile(
    r"\bthanh vien\b|\b(?:to|nhom|doi|uy) vien\b|^t ?v\b|^u ?v\b|^t ?vien$|^thu ky$"
)
# Folded, "Trưởng ban" of a board and "Trưởng bản" of a village are one.
_BOARD = re.compile(r"(phó )?trưởng ban(?: thường trực| chỉ đạo)?")
_OF_QUARTER = re.compile(r"\b(?:pho )?to truong (?:to )?(?:dan pho|tdp|dan cu|bao ve|an ninh)\b")


def read_roles(text: str) -> tuple[TeamRole, ...]:
    """Return the roles in the team that a cell names, each once; several contradict each other.

    A "Tổ trưởng tổ dân phố" is no role in the team but a post.
    """
    if board := _BOARD.fullmatch(squeeze(nfc(text)).casefold().strip(" .")):
        return (TeamRole.DEPUTY if board[1] else TeamRole.LEADER,)
    key = squeeze(re.sub(r"[^\w]+", " ", fold(text)))
    key = re.sub(r"^p (?=to truong|truong)", "pho ", _OF_QUARTER.sub(" ", key))
    found = []
    if _DEPUTY.search(key):
        found.append(TeamRole.DEPUTY)
        key = _DEPUTY.sub(" ", re.sub(r"\bpho (to|nhom|doi) truong\b", " ", key))
    if _LEADER.search(key):
        found.append(TeamRole.LEADER)
    if _MEMBER.search(key) and not found:
        found.append(TeamRole.MEMBER)
    return tuple(found)


def is_role(text: str) -> bool:
    """Say whether a text is nothing but a role: "Tổ phó", "TV", "Tổ trưởng tổ CNSCĐ"."""
    key = squeeze(re.sub(r"[^\w]+", " ", fold(text)))
    return (
        len(read_roles(text)) == 1
        and re.fullmatch(
            r"(?:pho |p )?(?:to|nhom|doi|t) (?:truong|pho|vien)(?: to.*| thuong truc| \d)?|"
            r"t ?[tpv]|u ?v|(?:cac )?thanh vien(?: to.*)?|truong (?:to|nhom|doi)|t ?vien|"
            r"pho (?:truong )?(?:to|nhom|doi)|uy vien(?: thuong truc)?|thu ky|"
            r"pho truong|(?:pho )?truong ban.*",
            key,
        )
        is not None
    )
