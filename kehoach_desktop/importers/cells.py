"""The text of a cell: composed, single spaces, broken lines rejoined, a newline per paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kehoach_desktop.domain.text import clean, fold, squeeze
from kehoach_desktop.importers.body_names import BODY

LONGEST = 32_767
_LIST_MARK = re.compile(r"(?:[-–+•*]\s|\(\d{1,2}\)|\d{1,2}[.)]\s|[a-zđ]\)\s)", re.IGNORECASE)
_FORMAL = re.compile(
    r"uy ban nhan dan|ubnd|hoi dong|cong hoa|phu luc|tm\.|kt\.|tl\.|(pho )?(chu tich|giam doc)|"
    r"(ke hoach|quyet dinh|chuong trinh|thong bao|bao cao)$"
)
_ATTACHED = re.compile(r"\((?:ban hanh )?(?:kem theo|dinh kem)\b")
_CLOSED = (".", ":", "!", "?", ".”", '."')
LONGEST_NAME = 80
_DAY = re.compile(r"\d{1,2}[/.-](?:\d{1,2}[/.-])?\d{4}")
_LEFT_OPEN = re.compile(r"(?:[,;:/&–-]|\b(?:và|của|thuộc|với|gồm|cùng|hoặc|phó))$", re.IGNORECASE)
_OF_PARTY = re.compile(r"(?:Ban|Văn phòng|(?:Ủy|Uỷ) ban Kiểm tra|Thường trực)\b")
_PARTY = re.compile(r"(?:Tỉnh|Thành|Đảng) (?:ủy|uỷ)\b")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def paragraphs_text(paragraphs: Iterable[str]) -> str:
    """Return the paragraphs of one cell as its text; blank ones fall away."""
    texts = (rejoin(paragraph) for paragraph in paragraphs)
    return "\n".join(text for text in texts if text)[:LONGEST]


def rejoin(text: str) -> str:
    """Return `text` with the line breaks typed to fit a narrow column taken out again.

    A break stays, as a new paragraph, where the line before is closed by a stop or a colon, or
    where the next one opens with a list mark.
    """
    lines = [squeeze(line) for line in re.split(r"\r\n|[\r\n\v\u2028\u2029]", clean_breaks(text))]
    kept: list[str] = []
    for line in filter(None, lines):
        if kept and not _opens_paragraph(kept[-1], line):
            kept[-1] = kept[-1] + _seam(kept[-1], line) + line
        else:
            kept.append(line)
    return "\n".join(kept)


def _seam(before: str, line: str) -> str:
    """Return what joins two lines: nothing where a number, a date or a symbol was broken."""
    symbol = re.search(r"\w[-/]$", before) and re.match(r"\w", line)
    year = re.search(r"/20\d$", before) and re.match(r"\d\b", line)
    return "" if symbol or year else " "


def line_text(text: str) -> str:
    """Return a paragraph outside the tables with its line breaks kept: titles are set in lines."""
    lines = (squeeze(line) for line in clean_breaks(text).split("\n"))
    return "\n".join(filter(None, lines))


def clean_breaks(text: str) -> str:
    """Return `text` composed and without control characters, its line breaks kept."""
    return clean(text.replace("\v", "\n").replace("\u2028", "\n").replace("\u2029", "\n"))


def _opens_paragraph(before: str, line: str) -> bool:
    if _names_another(before, line) or (_DAY.fullmatch(before) and _DAY.fullmatch(line)):
        return True
    if _LIST_MARK.match(line) or _ATTACHED.match(fold(line)):
        return True
    if before.isupper() and not line[0].islower() and _FORMAL.match(fold(before)):
        return True
    return before.endswith(_CLOSED) and not line[0].islower() and not line[0].isdigit()


def _names_another(before: str, line: str) -> bool:
    """Say whether a line names one body more, under a line that names one and is not left open."""
    before = re.split(r"[;,] ", before)[-1]
    body = BODY.match(before)
    if _OF_PARTY.match(before) and _PARTY.match(line):
        return False
    if body is None or not line[0].isupper() or not BODY.match(line) or len(before) > LONGEST_NAME:
        return False
    return bool(before[body.end() :].strip()) and not _LEFT_OPEN.search(before)


def unescaped(text: str) -> str:
    """Return `text` of a spreadsheet with escapes such as `_x000D_` spelt out."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
