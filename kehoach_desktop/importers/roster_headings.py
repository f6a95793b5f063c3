"""Which column of a roster is which: what the words of a heading name, however they are spelt."""

from __future__ import annotations

import re
from difflib import get_close_matches
from enum import Enum, auto
from functools import lru_cache

from kehoach_desktop.domain.text import fold, nfc, squeeze

LONGEST_HEADING = 90


class RosterColumn(Enum):
    """What a column of a roster holds."""

    ORDINAL = auto()
    NAME = auto()
    FAMILY = auto()
    GIVEN = auto()
    GENDER = auto()
    MALE = auto()
    FEMALE = auto()
    BIRTH = auto()
    BIRTH_DAY = auto()
    BIRTH_MONTH = auto()
    BIRTH_YEAR = auto()
    POST = auto()
    ROLE = auto()
    PHONE = auto()
    ZALO = auto()
    IDENTITY = auto()
    AREA = auto()
    ADDRESS = auto()
    NOTE = auto()
    OTHER = auto()


C = RosterColumn

# Folded and bare of punctuation; the first that is found decides.
SIGNS: tuple[tuple[re.Pattern[str], RosterColumn], ...] = tuple(
    (re.compile(pattern), column)
    for pattern, column in (
        (r"^(stt|tt|so tt|so thu tu|thu tu|s t t|st t|sott|#)( \w+)?$", C.ORDINAL),
        (r"^(ngay|noi) cap\b|ngay vao|ngay tham gia|\bnoi sinh\b|\bque quan\b|\btuoi\b", C.OTHER),
        (r"\b(email|e mail|thu dien tu|dan toc|ton giao|trinh do|dang vien|hoc van)\b", C.OTHER),
        (r"\b(chuyen mon|ky ten|chu ky|ky nhan|tai khoan|ngan hang|facebook)\b", C.OTHER),
        (r"^ho( (va )?(ten |chu )?(dem|lot))?$", C.FAMILY),
        (r"^ten$|^ten goi$", C.GIVEN),
        (r"^nu( gioi)?( x)?$|^gioi tinh nu$|^phu nu$|^female$", C.FEMALE),
        (r"\bgioi tinh\b|^gioi$|^phai$|^nam nu$|^gt$|^gender$|^sex$", C.GENDER),
        (r"\bcccd\b|\bcmnd\b|\bcmtnd\b|\bcmt\b|can cuoc|dinh danh|chung minh|\bddcn\b", C.IDENTITY),
        (r"dien thoai|\bd thoai\b|\bs ?dt\b|\bdtdd\b|di dong|\bdt\b|\bphone\b|\btel\b", C.PHONE),
        (r"^so may\b|^lien (he|lac)$|so lien (he|lac)|\bmobile\b|^so dd$", C.PHONE),
        (r"\bzalo\b", C.ZALO),
        (r"\bngay.*\bsinh\b|\bnam sinh\b|\bsinh (nam|ngay)\b|^sinh$|^ns$|^ntns$|birth", C.BIRTH),
        (r"^ho\b.{0,16}\bten\b|^hoten\b|^ten (thanh vien|nguoi|can bo|to vien)|full ?name", C.NAME),
        (r"^(danh sach )?(thanh vien|to vien)( to.*)?$|^ho ten", C.NAME),
        (r"(chuc (vu|danh)|vi tri)( \w+){0,2} (to|doi|nhom)( .*)?$", C.ROLE),
        (r"\btrong (to|doi|nhom)\b|\bvai tro\b|\bnhiem vu\b|\bphan cong\b|chuc trach", C.ROLE),
        (r"\bchuc vu\b|nghe nghiep|\bcong tac\b|doan the|\bcong viec\b|thanh phan", C.POST),
        (r"^chuc danh$|^role$", C.ROLE),
        (r"^chuc danh\b|^position$|don vi cong tac|^dai dien|^vi tri$|chuc nghiep", C.POST),
        (r"\b(dia chi|noi o|thuong tru|cu tru|cho o|tam tru|dia diem)\b", C.ADDRESS),
        (r"\bthon\b|\bxom\b|\bap\b|\bkhom\b|dan pho|khu pho|dan cu|\btdp\b|\bkp\b", C.AREA),
        (r"dia ban|^khu vuc|^ten to\b|^to$|^to (cnscd|cong nghe|cds)|^ban( lang)?$|^buon", C.AREA),
        (r"\bghi chu\b|^ly do\b|^luu y|^notes?$|chu thich|^gc$|^ghi nhan", C.NOTE),
        (r"^don vi|^co quan|^to chuc|^nganh", C.POST),
    )
)
NEAR = {
    "ho va ten": C.NAME, "so dien thoai": C.PHONE, "ngay thang nam sinh": C.BIRTH,
    "nam sinh": C.BIRTH, "gioi tinh": C.GENDER, "chuc vu": C.POST, "dien thoai": C.PHONE,
    "ghi chu": C.NOTE, "chuc danh trong to": C.ROLE, "can cuoc cong dan": C.IDENTITY,
    "ngay sinh": C.BIRTH, "don vi cong tac": C.POST, "nhiem vu trong to": C.ROLE,
}  # fmt: skip
_OWN_WORD = re.compile(r"[^\w#]+")


@lru_cache(maxsize=2048)
def read_roster_heading(text: str) -> RosterColumn | None:
    """Return what a heading names, None where nothing is recognised."""
    words = squeeze(nfc(text)).casefold()
    if not words or len(words) > LONGEST_HEADING:
        return None
    key = _OWN_WORD.sub(" ", fold(words)).strip()
    # Folded, "Năm" and "Nam" are one word.
    if key in ("nam", "nam gioi", "nam x", "male"):
        return C.BIRTH_YEAR if "ă" in words else C.MALE
    if key in ("ngay", "thang"):
        return C.BIRTH_DAY if key == "ngay" else C.BIRTH_MONTH
    if re.search(r"\bsinh\b.* (nam|nu)$", key) and not words.rstrip(" )").endswith("năm"):
        return C.FEMALE if key.endswith("nu") else C.MALE
    for pattern, column in SIGNS:
        if pattern.search(key):
            return column
    near = get_close_matches(key, NEAR, n=1, cutoff=0.86) if len(key) > 5 else []
    return NEAR[near[0]] if near else None


def also_zalo(heading: str) -> bool:
    """Say whether the telephones under a heading are those on Zalo too: "Di động/Zalo"."""
    return read_roster_heading(heading) is RosterColumn.PHONE and "zalo" in fold(heading)


def kind_in_heading(text: str) -> str:
    """Return the one word for villages that a heading such as "Thôn" names, "" for several."""
    words = _OWN_WORD.sub(" ", nfc(text).casefold()).strip()
    kinds = ("tổ dân phố", "khu phố", "khu dân cư", "thôn", "xóm", "ấp", "khóm", "bản", "buôn")
    named = [kind for kind in kinds if re.search(rf"\b{kind}\b", words)]
    return named[0] if len(named) == 1 else ""
