"""How wide a line of Times New Roman is, so that the lines under titles get their length."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import combinations

_HORN = "\u031b"

# Advance widths of the bold face in thousandths of the size; the other faces differ by little.
_BOLD = {
    250: " .,\u00a0",
    278: "il/'",
    333: "fjt-():;’‘",
    389: "sI",
    444: "cerz",
    500: "agovxyJ0123456789“”",
    553: "ơ",
    556: "bdhknpquSđ",
    570: "+",
    600: "ư",
    611: "FP",
    667: "BELTZ",
    722: "wACDNRUVXYĐ",
    778: "GHKOQ",
    795: "Ư",
    831: "Ơ",
    833: "m&",
    944: "M",
    1000: "W%",
}
# A title that takes two lines is parted before one of these, but not after the words that follow.
_PHRASE = re.compile(
    r"(\S+) (?=(?:theo|của|tại|trên|các|đối với|xã(?! hội)|phường|đặc khu)\b)", re.IGNORECASE
)
_GOES_ON = frozenset(
    ["theo", "của", "tại", "trên", "các", "với", "kèm", "tiếp", "tồn", "hiện", "thị"]
)
MOST_WORDS, MOST_LINES = 16, 4  # of a name in the letterhead, to be set evenly
_WIDTHS = {letter: width for width, letters in _BOLD.items() for letter in letters}


def width_of(text: str, points: float) -> float:
    """Return the width of bold `text` of that size, in twips."""
    return sum(map(_letter_width, unicodedata.normalize("NFC", text))) * points / 50


def _letter_width(letter: str) -> int:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    parts = unicodedata.normalize("NFD", letter)
    base = parts[0]
    if _HORN in parts:
        base = unicodedata.normalize("NFC", base + _HORN)
    return _WIDTHS.get(base, 556)


def wrapped(text: str, points: float, room: float) -> list[str]:
    """Return `text` in the lines it takes in `room` twips; "\\n" always ends a line."""
    return [line for part in text.split("\n") for line in _wrapped(part, points, room)]


def _wrapped(text: str, points: float, room: float) -> Iterable[str]:
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, points) > room:
            yield line
            line = word
        else:
            line = longer
    yield line


def even_lines(name: str, points: float, room: float, first: int) -> list[str]:
    """Return a name in as few lines as `room` twips allow, none much longer than the others.

    It is parted by preference after its `first` words, after a comma or before "VÀ".
    """
    words, lines = name.split(" "), wrapped(name, points, room)
    if len(words) > MOST_WORDS or len(lines) > MOST_LINES:
        return lines

    def fault(made: tuple[int, ...]) -> tuple[int, int, float]:
        widths = [width_of(line, points) for line in _cut(words, made)]
        rough = sum(
            at != first and words[at] != "VÀ" and not words[at - 1].endswith(",") for at in made
        )
        return sum(width > room for width in widths), rough, max(widths)

    return _cut(words, min(combinations(range(1, len(words)), len(lines) - 1), key=fault))


def _cut(words: list[str], places: tuple[int, ...]) -> list[str]:
    ends = zip((0, *places), (*places, len(words)), strict=True)
    return [" ".join(words[start:end]) for start, end in ends]


def parted(title: str, points: float, room: float) -> str:
    """Return a title in two lines where it is too wide for one: at the beginning of a phrase.

    One that has no such place, or does not fit in two lines, is left as it is.
    """
    if width_of(title, points) <= room:
        return title
    found = {}
    for before in _PHRASE.finditer(title):
        if before[1].casefold() not in _GOES_ON:
            lines = title[: before.end(1)], title[before.end() :]
            found[max(width_of(line, points) for line in lines)] = "\n".join(lines)
    longest = min(found, default=room + 1)
    return found[longest] if longest <= room else title
