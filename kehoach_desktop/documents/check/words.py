"""The fixed words of official papers, and how a line is told by them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from kehoach_desktop.domain.text import fold, nfc

NATIONAL_TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
NATIONAL_TITLES = (NATIONAL_TITLE, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")
MOTTO = "Độc lập - Tự do - Hạnh phúc"
END_MARK = "./."
ABBREVIATIONS = {
    "NGHỊ QUYẾT": "NQ",
    "QUYẾT ĐỊNH": "QĐ",
    "CHỈ THỊ": "CT",
    "QUY CHẾ": "QC",
    "QUY ĐỊNH": "QyĐ",
    "THÔNG CÁO": "TC",
    "THÔNG BÁO": "TB",
    "HƯỚNG DẪN": "HD",
    "CHƯƠNG TRÌNH": "CTr",
    "KẾ HOẠCH": "KH",
    "PHƯƠNG ÁN": "PA",
    "ĐỀ ÁN": "ĐA",
    "DỰ ÁN": "DA",
    "BÁO CÁO": "BC",
    "BIÊN BẢN": "BB",
    "TỜ TRÌNH": "TTr",
    "HỢP ĐỒNG": "HĐ",
    "CÔNG ĐIỆN": "CĐ",
    "BẢN GHI NHỚ": "BGN",
    "BẢN THỎA THUẬN": "BTT",
    "GIẤY ỦY QUYỀN": "GUQ",
    "GIẤY MỜI": "GM",
    "GIẤY GIỚI THIỆU": "GGT",
    "GIẤY NGHỈ PHÉP": "GNP",
    "PHIẾU GỬI": "PG",
    "PHIẾU CHUYỂN": "PC",
    "PHIẾU BÁO": "PB",
}
TYPES = {fold(name): name for name in ABBREVIATIONS}
LETTER = "CÔNG VĂN"
UNKNOWN = ""
NO_ADDRESSEE = frozenset(
    {"KẾ HOẠCH", "QUYẾT ĐỊNH", "THÔNG BÁO", "BIÊN BẢN", "NGHỊ QUYẾT", "CHỈ THỊ", "QUY CHẾ"}
)
AGENCY = re.compile(
    r"(?:UY BAN|UBND|HDND|HOI DONG|VAN PHONG|PHONG|SO|BAN|TRUNG TAM|CHI CUC|CUC|TO|DOI|CONG AN|"
    r"TRUONG|TRAM|BO|DANG UY|DANG BO|MAT TRAN|HOI|DOAN|BHXH|BAO HIEM|BENH VIEN|QUY|THANH TRA)\b"
)
BASIS = re.compile(r"(?:can cu|thuc hien|theo de nghi|xet de nghi|tren co so|xet)\b")
CAPACITY = re.compile(
    r"(?:tm|kt|tl|tuq|q)(?:\.\s*\S| (?:chu tich|uy ban|chanh|truong|giam doc))|"
    r"(?:pho |quyen )?(?:chu tich|chanh van phong|truong phong|giam doc|"
    r"truong cong an|truong ban|bi thu|chanh thanh tra|doi truong|to truong|hieu truong)\b|"
    r"thu ky\b|chu toa\b|chu tri\b|nguoi (?:lap|ghi)\b|dai dien\b"
)
APPENDIX = re.compile(r"^(phu luc)(?:\s+([ivxlc]+|\d+[a-z]?|[a-z]))?\s*[.:]?(?:\s+(.*))?$")


def is_like(key: str, words: str, least: float = 0.82) -> bool:
    """Say whether a folded line is `words`, give or take a slip of the typist."""
    wanted = fold(words)
    near = abs(len(key) - len(wanted)) <= 8
    return near and SequenceMatcher(None, key, wanted).ratio() >= least


BODIES = {
    r"\buy ban nhan dan\b": ("ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN"),
    r"\bhoi dong nhan dan\b": ("HỘI ĐỒNG NHÂN DÂN",),
    r"\bhdnd\b": ("HĐND",),
}
# A commune may be called Trường Phong: a position stands first, or after what it is signed for.
POSITIONS = {
    rf"(?:^|\. ?|^pho |^quyen ){folded}\b": (right,)
    for folded, right in (
        ("chu tich", "CHỦ TỊCH"),
        ("chanh van phong", "CHÁNH VĂN PHÒNG"),
        ("truong phong", "TRƯỞNG PHÒNG"),
    )
}


def misspelt(text: str) -> str:
    """Return the words of an agency or a position as they are spelt, "" where they are so."""
    key, said = fold(text), nfc(text).upper()
    for pattern, spellings in (*BODIES.items(), *POSITIONS.items()):
        if re.search(pattern, key) and not any(spelling in said for spelling in spellings):
            return spellings[0]
    return ""


def is_blank(text: str) -> bool:
    """Say whether a place for a number or a day was left open: spaces, dots or underscores."""
    return not text.strip(" \u00a0._…\t")


def is_upper(text: str) -> bool:
    """Say whether all letters of `text` are capitals."""
    return any(c.isalpha() for c in text) and text == text.upper()
