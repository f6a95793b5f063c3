"""Numbers as papers write them: `02`, `1.688`, `84,18%`, and cells that hold nothing else."""

from __future__ import annotations

import re

PLAIN = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+")
DECIMAL = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
NOTHING = {"-", "–", "—", ""}
SPOKEN = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
TENS = {"trăm": 100, "mươi": 10, "mười": 10}
SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}


def whole(text: str) -> int | None:
    """Return the whole number that a cell holds and nothing else, None for anything more."""
    said = text.strip()
    return int(said.replace(".", "")) if PLAIN.fullmatch(said) else None


def counted(text: str) -> float | None:
    """Return what a cell counts: its number, nought for a dash, None for words."""
    said = text.strip()
    if said in NOTHING:
        return 0.0
    return decimal(said)


def decimal(text: str) -> float | None:
    """Return a number with its decimal comma, None for anything more."""
    said = text.strip()
    return float(said.replace(".", "").replace(",", ".")) if DECIMAL.fullmatch(said) else None


def percent_agrees(percent: str, part: float, whole_: float) -> bool:
    """Say whether `percent` ("84,18") is `part` of `whole_`, rounded or cut to its decimals."""
    if whole_ == 0:
        return False
    digits = len(percent.split(",")[1]) if "," in percent else 0
    given = float(percent.replace(".", "").replace(",", "."))
    step: float = 10.0**-digits
    return abs(given - 100 * part / whole_) < step * 1.0001


def number_of(digits: str) -> int:
    """Return the number that digits and dots between thousands write."""
    return int(digits.replace(".", "") or 0)


def spoken_number(words: str) -> int | None:
    """Return the number that Vietnamese words say ("một trăm hai mươi triệu"), None for others.

    What stands after "đồng" is left out.
    """
    total, group, digit = 0, 0, 0
    for word in re.findall(r"[^\W\d_]+", words.casefold()):
        if word == "đồng":
            break
        if word in SPOKEN:
            digit = SPOKEN[word]
        elif word in TENS:
            group, digit = group + (digit or word == "mười") * TENS[word], 0
        elif word in SCALES:
            group, digit = group + digit, 0
            # "Tỷ" counts all that stands before it: "một nghìn hai trăm tỷ".
            scale = SCALES[word]
            total = (total + group) * scale if scale == 10**9 else total + group * scale
            group = 0
        elif word not in {"linh", "lẻ", "và"}:
            return None
    return total + group + digit
