"""A time that several columns give: the month beside the year, the beginning beside the end."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from kehoach_desktop.domain.draft import SourceTable
from kehoach_desktop.domain.text import fold, squeeze

Cells = Sequence[tuple[str, str]]
"""The other columns of a row: the name of each, and its text."""

UNITS = {"ngay": "", "thang": "Tháng", "quy": "Quý", "nam": "Năm"}
_TIME_WORDS = frozenset(
    ("thoi", "gian", "han", "diem", "ky", "moc", "tien", "do", "lo", "trinh", "du", "kien", "bat",
     "dau", "ket", "thuc", "hoan", "thanh", "hien", "tu", "den", "xong", "trong", "vao", "khoi",
     "cong", "start", "date", "end")
)  # fmt: skip
_BEGINS = re.compile(r"\b(bat dau|khoi cong|start)\b|^(.* )?tu( (ngay|thang|quy|nam))?$")
_ENDS = re.compile(r"\b(ket thuc|hoan thanh|end|den|xong)\b")
BARE = re.compile(r"\d{1,2}(\s*[-–]\s*\d{1,2})?|[IVX]{1,4}(\s*[-–]\s*[IVX]{1,4})?|20\d\d")
_WORD = re.compile(r"[^\W_]+")


def unit_of(name: str) -> str:
    """Return the part of a date that a header asks for (ngay, thang, quy, nam), "" for none."""
    words = _WORD.findall(fold(name))
    units = {word for word in words if word in UNITS}
    if not units.union(_TIME_WORDS).issuperset(words) or len(units) > 2:
        return ""
    # "Ngày, tháng" over "15/12" is what stands beside a year, as a month is.
    return "thang" if units == {"ngay", "thang"} else units.pop() if len(units) == 1 else ""


def begins(name: str) -> bool:
    """Say whether the header of a column asks when the work begins, and not until when."""
    words = _WORD.findall(fold(name))
    timed = _TIME_WORDS.union(UNITS).issuperset(words)
    key = " ".join(words)
    return timed and bool(_BEGINS.search(key)) and not _ENDS.search(key)


def parts_of_date(names: Sequence[str]) -> list[int]:
    """Return the columns that give the end of the work in parts; none where one gives it whole.

    A month or a quarter stands beside a day or a year.
    """
    units = {c: unit_of(name) for c, name in enumerate(names) if not begins(name)}
    parts = [column for column, unit in units.items() if unit]
    found = [units[column] for column in parts]
    told = len(set(found)) == len(found) > 1 and not {"thang", "quy"}.isdisjoint(found)
    return parts if told else []


def columns_of_date(
    table: SourceTable, below: int, names: Sequence[str], taken: Container[int]
) -> list[int]:
    """Return the columns, none of those `taken`, that give the end of the work in parts.

    A day or a year of its own is a number in all rows from `below` on, and no whole date.
    """
    parts = parts_of_date(["" if c in taken else name for c, name in enumerate(names)])
    numbers = [c for c in parts if unit_of(names[c]) in ("ngay", "nam")]
    texts = (row.cells[c] for row in table.rows[below:] for c in numbers)
    return parts if all(len(text) <= 10 and "/" not in text for text in texts) else []


def time_in_parts(cells: Cells) -> str:
    """Return the time that the parts of a row make up ("15/12/2025", "Quý IV/2025"), or ""."""
    parts = parts_of_date([name for name, _text in cells])
    return _joined([cells[place] for place in parts])


def beginning(cells: Cells) -> str:
    """Return when the work of a row begins by its columns, "" where none says so."""
    return _joined([(name, text) for name, text in cells if begins(name)])


def _joined(cells: Cells) -> str:
    held = {unit_of(name): squeeze(text) for name, text in cells if squeeze(text)}
    parts = [(unit, held[unit]) for unit in ("", *UNITS) if unit in held]
    if not parts:
        return ""
    first, *rest = parts
    if first[1][-1] in "0123456789IVX" and all(BARE.fullmatch(text) for _unit, text in rest):
        return "/".join((_named(*first), *(text for _unit, text in rest)))
    return ", ".join(_named(*part) for part in parts)


def _named(unit: str, text: str) -> str:
    """Return the text of a part, a bare number with the word its header gives it."""
    return f"{UNITS.get(unit, '')} {text}".strip() if BARE.fullmatch(text) else text
