"""What sort of team a list is of, as its heading says: a digital team, one of Đề án 06, a board."""

from __future__ import annotations

import re

from kehoach_desktop.domain.team_book import USUAL_KIND
from kehoach_desktop.domain.text import clean, fold, squeeze

PROJECT_06 = "Tổ Đề án 06"
QUICK_RESPONSE = "Đội hỗ trợ phản ứng nhanh"
# Folded; what stands first in a heading decides. A board bears the name of its matter behind it.
_NAMED = (
    (re.compile(r"\bban chi dao\b"), "Ban Chỉ đạo"),
    (re.compile(r"\bto giup viec\b"), "Tổ giúp việc"),
    (re.compile(r"\b(?:to|doi) (?:ho tro )?(?:\w+ ){0,3}phan ung nhanh\b"), QUICK_RESPONSE),
    (re.compile(r"\bto (?:\w+ ){0,4}de an (?:so )?0?6\b"), PROJECT_06),
    (re.compile(r"\bto (?:cnscd?|cong nghe so|chuyen doi so cong dong)\b"), USUAL_KIND),
)
_WITH_MATTER = ("Ban Chỉ đạo", "Tổ giúp việc")
_ENDS = {
    "xã", "phường", "thôn", "xóm", "ấp", "bản", "khóm", "tổ", "khu", "huyện", "tỉnh", "năm", "cấp",
    "kèm", "theo", "ban", "trên", "tại", "của", "giai", "nhiệm", "gồm", "có", "đặc", "danh",
}  # fmt: skip
_NAMES = {"đề": "Đề"}  # Đề án 06 is a name


def kind_named(text: str) -> str:
    """Return the kind of team that a heading names, "" where it names none.

    "DANH SÁCH BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ XÃ AN HÒA" is of "Ban Chỉ đạo chuyển đổi số".
    """
    plain = squeeze(re.sub(r"[^\w]+", " ", clean(text)))
    folded = fold(plain)
    found = [(hit, kind) for sign, kind in _NAMED if (hit := sign.search(folded))]
    if not found:
        return ""
    hit, kind = min(found, key=lambda pair: pair[0].start())
    matter = _matter(plain, folded, hit.end()) if kind in _WITH_MATTER else ""
    return f"{kind} {matter}".strip()


def _matter(plain: str, folded: str, end: int) -> str:
    """Return what a board is about: the words up to the one that tells where or when."""
    words = plain.split()[len(folded[:end].split()) :]
    kept: list[str] = []
    for word in words:
        key = word.casefold()
        if key in _ENDS or (word[0].isdigit() and not kept):
            break
        kept.append(_NAMES.get(key, key))
    return " ".join(kept)
