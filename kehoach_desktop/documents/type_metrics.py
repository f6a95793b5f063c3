"""How wide a line of Times New Roman is, so that the lines under titles get their length."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

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
# A title that takes two lines is parted before one of these.
_BEGINS_A_PHRASE = frozenset(["THEO", "CỦA", "TẠI", "TRÊN", "CÁC", "ĐỐI", "XÃ", "PHƯỜNG", "ĐẶC"])
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


def balanced(text: str, points: float, room: float) -> list[str]:
    """Return `text` in as few lines as `room` twips allow, the longest as short as can be."""
    lines = wrapped(text, points, room)
    while True:
        longest = max(width_of(line, points) for line in lines)
        closer = wrapped(text, points, longest - 1)
        if len(closer) > len(lines) or longest <= max(width_of(line, points) for line in closer):
            return lines
        lines = closer


def parted(title: str, points: float, room: float) -> str:
    """Return a title in capitals in two lines where it is too wide for one: at a phrase.

    One that has no such place, or does not fit in two lines, is left as it is.
    """
    if width_of(title, points) <= room:
        return title
    words = title.split(" ")
    found = {}
    for at in range(1, len(words)):
        if words[at] in _BEGINS_A_PHRASE and words[at - 1] not in _BEGINS_A_PHRASE:
            lines = " ".join(words[:at]), " ".join(words[at:])
            found[max(width_of(line, points) for line in lines)] = "\n".join(lines)
    longest = min(found, default=room + 1)
    return found[longest] if longest <= room else title
