"""The labels of rows and of titles: A, I, 1, 1.1, a), (1), -, Phần I."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kehoach_desktop.domain.text import fold, squeeze


class Style(StrEnum):
    """The kinds of labels, which tell the levels of a table apart."""

    DIVISION = "division"  # Phần I, Mục 2, Nhóm 3
    LETTER = "letter"
    ROMAN = "roman"
    NUMBER = "number"
    POINT = "point"
    ITEM = "item"
    BULLET = "bullet"
    CODE = "code"  # NV-01, 57.I.3: a name for the task, which says nothing of levels
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A label as it is kept (`1.1`, `a)`, `I`), its kind and its steps ("1", "1")."""

    text: str = ""
    style: Style = Style.NONE
    steps: tuple[str, ...] = ()


NOTHING = Ordinal()
LONGEST_CODE = 20
_ROMAN = re.compile(r"(?=[IVXLC])(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_DIVISION = re.compile(
    r"(?:phan|muc|nhom|chuong|noi dung|linh vuc|tru cot|khoi|hop phan|nhiem vu|giai phap|"
    r"chuyen de)(?: nhiem vu)?(?: thu)? "
    r"(?:\d{1,2}|[ivxlc]{1,5}|[a-h]|nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)"
)
_TITLE = re.compile(
    r"(?P<label>[A-ZĐ]|[IVXLC]{1,6}|\d{1,2}(?:\.\d{1,2}){0,3})\s*(?:[.)/:]|[-–](?=\s))\s*(?P<title>\D.*)",
    re.DOTALL,
)
_DIVISION_TITLE = re.compile(
    r"(?P<label>(?:Phần|Mục|Nhóm|Chương|PHẦN|MỤC|NHÓM|CHƯƠNG)(?:\s+(?:nhiệm vụ|NHIỆM VỤ))?"
    r"(?:\s+(?:thứ|THỨ))?\s+[\w]{1,5})\s*[.:/–-]?\s*(?P<title>.*)",
    re.DOTALL,
)
_CODE = re.compile(r"(?=\D*\d)[^\W_](?:[\w./-]*\w)?|[A-ZĐ]{1,6} \d[\w./-]*")
_STEPS = re.compile(r"(\d{1,2}(?:\.\d{1,2})+)\s+(?=[^\W\d])")
SIGNS = "•●▪○◦▫■□➢✓❖\uf000-\uf0ff"  # the last ones are those of symbol fonts
SIMPLE = (
    (re.compile(rf"[-–+*{SIGNS}]+"), Style.BULLET),
    (re.compile(r"\(\d{1,2}\)|\d{1,2}\)"), Style.ITEM),
    (re.compile(r"\(?[a-zđ]\)?|\(?[ivx]{2,4}\)?"), Style.POINT),
)
VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def read_ordinal(text: str, letter_before: str = "") -> Ordinal:
    """Return the label that a numbering cell holds; NOTHING where it holds none.

    `letter_before` is the letter section that is open: after B a "C" is a letter, not a hundred.
    Dots, slashes and brackets that only close it are not kept: "I/" and "(I)" are "I", "1." is "1".
    """
    plain = squeeze(text)
    bare = plain.rstrip(" .,/:;")
    if not bare or len(bare) > 24:
        return NOTHING
    if re.fullmatch(r"\d{1,3}(?:\.\d{1,3}){0,5}", bare):
        return Ordinal(bare, Style.NUMBER, tuple(bare.split(".")))
    for pattern, style in SIMPLE:
        if pattern.fullmatch(bare):
            return Ordinal(bare, style, (bare,))
    if _DIVISION.fullmatch(fold(bare)):
        return Ordinal(bare, Style.DIVISION, (bare,))
    return _capital(bare.strip("()-– "), letter_before) or _compound(bare) or NOTHING


def read_label(text: str) -> Ordinal:
    """Return what stands in the column of numbers of a task: its label, or its code as it stands.

    A code (NV-01, 57.I.3) tells its task from others and no level; NOTHING where it is neither.
    """
    plain = squeeze(text)
    ordinal = read_ordinal(plain)
    if ordinal is NOTHING and len(plain) <= LONGEST_CODE and _CODE.fullmatch(plain):
        return Ordinal(plain, Style.CODE, (plain,))
    return ordinal


def _capital(bare: str, letter_before: str) -> Ordinal | None:
    if re.fullmatch(r"[A-ZĐ]", bare):
        follows = letter_before and ord(bare) == ord(letter_before[-1]) + 1
        if follows or not _ROMAN.fullmatch(bare):
            return Ordinal(bare, Style.LETTER, (bare,))
        if bare in "CL":
            return Ordinal(bare, Style.LETTER, (bare,))
    if _ROMAN.fullmatch(bare):
        return Ordinal(bare, Style.ROMAN, (bare,))
    return None


def _compound(bare: str) -> Ordinal | None:
    """Read I.1, A.2, II.1.3, A1, 1.a, 2.1.b."""
    if re.fullmatch(r"(?:[A-Z]|[IVX]{1,4})(?:\.\d{1,2}){1,4}", bare):
        return Ordinal(bare, Style.NUMBER, tuple(bare.split(".")))
    if found := re.fullmatch(r"([A-H])(\d{1,2})", bare):
        return Ordinal(bare, Style.NUMBER, (found[1], found[2]))
    if re.fullmatch(r"\d{1,2}(?:\.\d{1,2})*\.?[a-zđ]\)?", bare):
        steps = re.findall(r"\d+|[a-zđ]", bare)
        return Ordinal(bare, Style.NUMBER, tuple(steps))
    return None


def titled(text: str, letter_before: str = "") -> tuple[Ordinal, str]:
    """Split "A. CÁC NHIỆM VỤ" or "Phần I: Chung" into its label and the title after it.

    Without a label the whole text is the title.
    """
    plain = text.strip()
    found = _TITLE.fullmatch(plain)
    if found and squeeze(found["title"]):
        ordinal = read_ordinal(found["label"], letter_before)
        if ordinal.style is not Style.NONE:
            return ordinal, found["title"].strip()
    division = _DIVISION_TITLE.fullmatch(plain)
    if division and _DIVISION.fullmatch(fold(division["label"])):
        label = squeeze(division["label"])
        return Ordinal(label, Style.DIVISION, (label,)), division["title"].strip()
    return NOTHING, plain


def counted(text: str) -> tuple[Ordinal, str]:
    """Split a text as `titled` does, and where a number of steps has no stop: "1.1 Dữ liệu"."""
    ordinal, title = titled(text)
    found = _STEPS.match(text) if ordinal is NOTHING else None
    return (read_ordinal(found[1]), text[found.end() :]) if found else (ordinal, title)


def follows(before: Ordinal, ordinal: Ordinal) -> bool:
    """Say whether a number is the next one after `before`, or the first one under it."""
    if ordinal.steps[:-1] == before.steps[:-1]:
        return place_in_row(ordinal) == place_in_row(before) + 1
    return ordinal.steps[:-1] == before.steps and place_in_row(ordinal) == 1


def without_label(content: str, ordinal: Ordinal) -> str:
    """Return `content` without the label it repeats from the cell of its number.

    Where the lines of the content count on ("1. … 2. …") they are a list of its own, kept whole.
    """
    label, title = counted(content)
    if label.style is not Style.NUMBER or label != ordinal or _counts_on(content, label):
        return content
    return title


def _counts_on(content: str, label: Ordinal) -> bool:
    lines = (titled(line)[0] for line in content.split("\n")[1:])
    return any(other.style is label.style for other in lines)


def kind_of(ordinal: Ordinal) -> tuple[Style, str]:
    """Return what kind of heading a label makes: 1 and 1.1 are two, Phần I and Mục 1 are too."""
    if ordinal.style is Style.DIVISION:
        return ordinal.style, fold(ordinal.text).split(" ", 1)[0]
    return ordinal.style, str(len(ordinal.steps)) if ordinal.style is Style.NUMBER else ""


def opens_with_number(texts: Sequence[str]) -> bool:
    """Say whether a row begins with a number of its own, as that of a task does and no header."""
    first = next(filter(None, texts), "")
    return read_ordinal(first).style not in (Style.NONE, Style.DIVISION, Style.LETTER)


def is_under(heading: Ordinal, ordinal: Ordinal) -> bool:
    """Say whether a label is a step below another: 1.2 and 1.2.3 are below 1."""
    depth = len(heading.steps)
    return len(ordinal.steps) > depth and ordinal.steps[:depth] == heading.steps


def roman_value(text: str) -> int:
    """Return the value of a Roman numeral; 0 where it is none."""
    if not _ROMAN.fullmatch(text):
        return 0
    values = [VALUES[letter] for letter in text]
    after = [*values[1:], 0]
    return sum(-one if one < two else one for one, two in zip(values, after, strict=True))


def place_in_row(ordinal: Ordinal) -> int:
    """Return where a label stands in its series (c is 3, IV is 4, 1.7 is 7); 0 where unknown."""
    last = ordinal.steps[-1].strip("()") if ordinal.steps else ""
    if last.isdigit():
        return int(last)
    if ordinal.style is Style.ROMAN:
        return roman_value(last)
    return 0
