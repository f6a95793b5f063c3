"""Which column is which: the roles that the words of a header name, however they are spelt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from kehoach_desktop.domain.draft import ColumnRole
from kehoach_desktop.domain.text import fold, nfc

R = ColumnRole

# The whole header, folded and bare of punctuation. What may as well mean something else (tiến độ,
# kết quả, đơn vị) is left to SIGNS, so that a plainer name beside it wins.
SYNONYMS: dict[ColumnRole, tuple[str, ...]] = {
    R.ORDINAL: (
        "stt", "tt", "so tt", "so thu tu", "s t t", "t t", "muc", "st t", "s tt", "thu tu", "no",
        "so", "#",
    ),
    R.CONTENT: (
        "noi dung nhiem vu", "nhiem vu", "noi dung", "ten nhiem vu", "nhiem vu cu the",
        "cong viec", "noi dung cong viec", "nhiem vu giai phap", "noi dung thuc hien", "dau viec",
        "hoat dong", "ten cong viec", "danh muc nhiem vu", "nhiem vu trong tam", "task", "tasks",
        "content", "noi dung trien khai", "noi dung nhiem vu giai phap", "nhiem vu va giai phap",
        "noi dung chi dao", "nhiem vu duoc giao", "nhiem vu chu yeu", "ten de an nhiem vu",
        "ten chuong trinh de an", "ten de an", "ten chuong trinh", "ten van ban", "de an",
        "viec can lam", "viec phai lam", "viec duoc giao", "noi dung giao viec", "mo hinh",
        "ten mo hinh", "hang muc", "hang muc cong viec", "dau viec cu the",
    ),
    R.LEAD: (
        "don vi chu tri", "co quan chu tri", "chu tri", "don vi thuc hien", "co quan thuc hien",
        "dv chu tri", "cq chu tri", "dvct", "cqct", "don vi dau moi", "don vi chu tri thuc hien",
        "co quan don vi chu tri", "phong ban chu tri", "don vi phu trach",
        "trach nhiem thuc hien", "phan cong thuc hien", "co quan trinh",
        "don vi chiu trach nhiem", "lead agency", "lead", "to chuc chu tri", "don vi tham muu",
        "co quan tham muu", "phan cong", "dau moi", "don vi trien khai", "co quan dau moi",
        "don vi theo doi thuc hien", "responsible agency", "trach nhiem", "phan cong don vi",
        "co quan soan thao", "don vi soan thao", "don vi duoc giao", "co quan duoc giao",
        "co quan theo doi", "don vi theo doi", "chiu trach nhiem", "chiu trach nhiem chinh",
        "co quan thuong truc", "don vi thuong truc", "don vi chinh", "don vi nhan nhiem vu",
        "co quan nhan nhiem vu", "don vi xu ly", "don vi xu ly chinh", "co quan xu ly",
        "don vi duoc phan cong", "co quan duoc phan cong", "giao don vi", "chu the thuc hien",
    ),
    R.COORDINATING: (
        "don vi phoi hop", "co quan phoi hop", "phoi hop", "dv phoi hop", "cq phoi hop", "dvph",
        "cqph", "co quan don vi phoi hop", "don vi phoi hop thuc hien", "coordinating agency",
        "phoi hop thuc hien", "don vi lien quan", "co quan lien quan", "supporting agency",
        "coordination", "don vi tham gia", "co quan tham gia", "co quan don vi tham gia",
        "cung thuc hien", "cung phoi hop", "don vi phu", "tham gia",
    ),
    R.DELIVERABLE: (
        "san pham dau ra", "san pham", "ket qua du kien", "ket qua dau ra", "dau ra",
        "san pham ket qua", "ket qua san pham", "deliverable", "deliverables", "output",
        "outputs", "san pham du kien", "san pham hoan thanh", "hinh thuc san pham",
        "hinh thuc van ban", "ket qua can dat", "san pham can dat", "ket qua phai dat",
        "san pham cu the", "sp dau ra", "yeu cau san pham", "ket qua cu the", "muc tieu san pham",
        "expected results", "loai van ban",
    ),
    R.DEADLINE: (
        "thoi gian hoan thanh", "thoi han hoan thanh", "thoi han", "thoi gian", "han hoan thanh",
        "thoi gian thuc hien", "ky han", "thoi diem hoan thanh", "moc thoi gian", "han",
        "ngay hoan thanh", "tg hoan thanh", "t gian hoan thanh", "tght", "lo trinh",
        "lo trinh thuc hien", "tien do hoan thanh", "deadline", "due date", "time",
        "thoi han thuc hien", "thoi gian trinh", "thoi gian ket thuc", "han xu ly", "thht",
        "thoi gian ban hanh", "ngay ket thuc", "thoi gian bao cao", "timeline", "moc hoan thanh",
        "hoan thanh truoc", "du kien hoan thanh", "hoan thanh trong thang", "hoan thanh trong quy",
    ),
    R.EXTRA: (
        "ghi chu", "lanh dao chu tri", "lanh dao phu trach", "kinh phi", "nguon von", "ma so",
        "ma nv", "ma nhiem vu", "can cu", "lanh dao chi dao", "nguoi phu trach",
        "can bo phu trach", "trang thai", "tinh trang", "muc do hoan thanh", "ket qua thuc hien",
        "van ban", "thoi gian bat dau", "ngay bat dau", "note", "notes", "y kien", "danh gia",
        "van ban giao", "nguon kinh phi", "kho khan vuong mac", "de xuat kien nghi",
        "don vi tinh", "dvt", "ket qua den nay", "tien do den nay",
    ),
}  # fmt: skip

# Words inside a longer header; the first that is found decides.
SIGNS: tuple[tuple[re.Pattern[str], ColumnRole], ...] = tuple(
    (re.compile(pattern), role)
    for pattern, role in (
        (
            r"^(thoi gian|thoi han|tien do|lo trinh)\b.*\bbat dau\b.*\b(ket thuc|hoan thanh)\b",
            R.DEADLINE,
        ),
        (
            (
                r"^(?=.*\b(don vi|co quan|bo phan|phong)\b)(?=.*\b(nguoi|can bo)\b)"
                r".*\b(phu trach|thuc hien|trach nhiem|chu tri)\b"
            ),
            R.LEAD,
        ),
        (r"\b(lanh dao|nguoi|can bo|chuyen vien|dong chi|person|officer)\b", R.EXTRA),
        (
            r"^(tong so|so luong|so|tong)\b.*\b(nhiem vu|cong viec|dau viec|viec|viec giao)$",
            R.EXTRA,
        ),
        (r"^(so |nhiem vu )?(qua|dung|truoc|trong|sap den|den|chua den) han$", R.EXTRA),
        (r"\b(ghi chu|kinh phi|nguon von|ma (so|nv|nhiem vu)|trang thai|tinh trang)\b", R.EXTRA),
        (r"^(can cu|co so|so ky hieu|ky hieu|so hieu|nguon)\b", R.EXTRA),
        (
            r"^ma( so| hieu| dinh danh)?( (nv|nhiem vu|cong viec|dau viec|viec|de an|du an))?$",
            R.EXTRA,
        ),
        (
            r"^(ten|danh muc) (cac )?(de an|van ban|chuong trinh|ke hoach|du an|dau viec|viec)\b",
            R.CONTENT,
        ),
        (r"\btu( ngay| thang)?$|^(so )?(van ban|cong van)\b.*\bgiao\b", R.EXTRA),
        (r"\b(ty le|phan tram)\b", R.EXTRA),
        (
            (
                r"^(don vi|co quan|cap|noi)\b(?!.*\b(chu tri|phoi hop|thuc hien)\b).*"
                r"\b(huong dan|don doc|giam sat|kiem tra|tham dinh|phe duyet)\b"
            ),
            R.EXTRA,
        ),
        (r"\b(bat dau|khoi cong|don vi tinh|kho khan|vuong mac|kien nghi)\b|^start\b", R.EXTRA),
        (r"^(den|ket thuc|end|finish)( (ngay|thang|quy|nam|date))?$", R.DEADLINE),
        (r"\b(ket qua|tien do) (thuc hien|dat duoc|trong ky|den nay|da)\b.*\w", R.EXTRA),
        (r"^(thang|quy|tuan|nam|t|q) ?(\d{1,2}|[ivx]+)\b", R.EXTRA),
        (r"\b(t|thang|quy|tuan) ?\d{1,2}( \d{4})?$", R.EXTRA),
        (
            (
                r"\bchu tri\b|\bdau moi\b|\blead(ing)?\b|^phu trach( chinh| thuc hien)?$|"
                r"^(ai|don vi nao|co quan nao) (lam|thuc hien|phu trach|chu tri|chiu)\b|"
                r"\b(responsib\w+|implementing|assigned|owner)\b"
            ),
            R.LEAD,
        ),
        (
            (
                r"\bphoi hop\b|\bco ?(ordinat|operat)\w*|"
                r"\b(don vi|co quan)\b.*\b(cung|tham gia|ho tro|lien quan)\b|"
                r"^(ai )?cung\b|^(ai )?(ho tro|phu|giup) (lam|thuc hien|viec|tham gia)\b|"
                r"\b(supporting|partners?|participating)\b"
            ),
            R.COORDINATING,
        ),
        (
            (
                r"\b(xong|hoan thanh|trinh|ban hanh) truoc\b|"
                r"^(ngay|thang|quy|nam) (hoan thanh|xong|ket thuc)"
            ),
            R.DEADLINE,
        ),
        (
            r"\b(san pham|dau ra|ket qua|deliverables?|outputs?|results?|products?)\b",
            R.DELIVERABLE,
        ),
        (
            (
                r"^(khi nao|bao gio|ngay nao|luc nao|den khi nao)\b|\bdue\b|^by when$|"
                r"\b(completion|target|finish) (date|time)\b|(?<!da )(?<!chua )(?<!so )\bxong$"
            ),
            R.DEADLINE,
        ),
        (
            (
                r"\b(thoi gian|thoi han|han|ky han|thoi diem|tien do|lo trinh|deadline|"
                r"time ?(frame|line))\b"
            ),
            R.DEADLINE,
        ),
        (
            (
                r"\b(don vi|co quan|phong( ban)?|bo phan|ban|to|nganh)\b.*"
                r"\b(thuc hien|trach nhiem|phu trach|tham muu)\b"
            ),
            R.LEAD,
        ),
        (r"^(don vi|co quan)$", R.LEAD),
        (r"^(ten |cac |nhung )?viec( (giao|cua|danh cho) .*)?$", R.CONTENT),
        (
            r"\bnhiem vu\b|\bcong viec\b|\bnoi dung\b|\b(tasks?|activit(y|ies)|assignments?)\b",
            R.CONTENT,
        ),
        (r"^(stt|tt)\b", R.ORDINAL),
    )
)
# Shortened words, as folded and bare of punctuation they stand in a header: "Đ.vị p/hợp", "SP/KQ".
SHORT: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\b(?:{short})\b"), word)
    for short, word in (
        ("d ?vi|d v|dv", "don vi"),
        ("c ?quan|c q|cq", "co quan"),
        ("(?<=don vi )(?:p ?h|p ?hop)|(?<=co quan )(?:p ?h|p ?hop)|p hop", "phoi hop"),
        ("(?<=don vi )(?:c ?t|c ?tri)|(?<=co quan )(?:c ?t|c ?tri)|c tri", "chu tri"),
        ("(?<=don vi )t ?h|(?<=co quan )t ?h", "thuc hien"),
        ("s ph|s pham|s p|sp", "san pham"),
        ("k qua|k q|kq", "ket qua"),
        ("t ?gian|t g|tg", "thoi gian"),
        ("t han|t ?h(?= hoan)", "thoi han"),
        ("(?<=thoi gian )(?:h ?t|h thanh)|(?<=thoi han )(?:h ?t|h thanh)", "hoan thanh"),
        ("n ?dung|n d|nd", "noi dung"),
        ("n ?vu|n v|nv", "nhiem vu"),
    )
)
PERSON = re.compile(r"^ho (va )?ten|\b(nam|ngay) sinh|dien thoai|\bsdt\b|\bcccd\b|can cuoc")
COSTS = re.compile(r"^(don gia|thanh tien|so tien)\b")
EXACT, SIGNED, CLOSE = 3, 2, 1
LONGEST_HEADER = 120
CLOSE_ENOUGH = 0.84
LENGTH_APART = 3
_ROLES = {word: role for role, words in SYNONYMS.items() for word in words}
_COMPARED = tuple((word.replace(" ", ""), role) for word, role in _ROLES.items() if len(word) >= 5)
_LONGEST = max(len(word) for word, _role in _COMPARED) + LENGTH_APART
_BARE = re.compile(r"[^\w#&]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a header is read as, and how surely: 3 its own words, 2 a word inside, 1 nearly."""

    role: ColumnRole
    sureness: int


UNREAD = Reading(R.EXTRA, 0)


@lru_cache(maxsize=4096)
def read_header(text: str) -> Reading:
    """Return the role that a header cell names; sureness 0 where nothing is recognised."""
    if not text or len(text) > LONGEST_HEADER:
        return UNREAD
    key = _BARE.sub(" ", fold(text)).strip()
    if key == "so" and "ở" in nfc(text).lower():  # a body, "Sở", and no number
        return UNREAD
    if "%" in text:
        return Reading(R.EXTRA, SIGNED)
    plain = _exact(key) or _bilingual(text) or _signed(key)
    return plain or _written_out(key) or _close(key) or UNREAD


def _written_out(key: str) -> Reading | None:
    """Read a header with its shortened words written out; None where none is shortened."""
    long = key
    for pattern, word in SHORT:
        long = pattern.sub(word, long)
    return (_exact(long) or _signed(long)) if long != key else None


def _exact(key: str) -> Reading | None:
    return Reading(_ROLES[key], EXACT) if key in _ROLES else None


def _bilingual(text: str) -> Reading | None:
    """Read "Nhiệm vụ / Task" or "Chủ trì (Lead)" by its halves."""
    halves = [_BARE.sub(" ", fold(half)).strip() for half in re.split(r"[/()\n|]", text)]
    halves = [half for half in halves if half]
    found = [reading for reading in map(_exact, halves) if reading]
    roles = {reading.role for reading in found}
    return found[0] if len(halves) > 1 and len(found) == len(halves) and len(roles) == 1 else None


def _signed(key: str) -> Reading | None:
    for pattern, role in SIGNS:
        if pattern.search(key):
            return Reading(role, SIGNED)
    return None


def _close(key: str) -> Reading | None:
    """Read a mistyped header: the nearest synonym, if it is near enough and long enough."""
    best, nearness = UNREAD, CLOSE_ENOUGH
    bare = key.replace(" ", "")
    if len(key) < 5 or len(bare) > _LONGEST or bare.isdigit():
        return None
    matcher = SequenceMatcher(None, "", bare)
    for word, role in _COMPARED:
        if abs(len(word) - len(bare)) > LENGTH_APART:
            continue
        matcher.set_seq1(word)
        if matcher.quick_ratio() >= nearness and (ratio := matcher.ratio()) >= nearness:
            best, nearness = Reading(role, CLOSE), ratio
    return best if best.sureness else None


def is_cost_header(texts: Sequence[str]) -> bool:
    """Say whether a row heads a table of costs: a price or a sum a line, nobody and no time."""
    roles = {read_header(text).role for text in texts}
    priced = any(COSTS.match(fold(text)) for text in texts)
    return priced and not roles & {R.LEAD, R.COORDINATING, R.DEADLINE}


def is_roster_header(texts: Sequence[str]) -> bool:
    """Say whether a row heads a list of persons: their names and what is asked of them."""
    return sum(bool(PERSON.search(fold(text))) for text in texts if len(text) < 60) > 1
