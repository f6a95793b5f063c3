"""The items of a list inside a text: "a) ", "- ", "+ ", and which one comes next."""

from __future__ import annotations

import re

# The letters of points as papers count them: a, b, c, d, đ, e … (NĐ 30/2020, Phụ lục I, II.6).
LETTERS = "abcdđeghiklmnopqrstuvxy"
_POINT = re.compile(r"([a-zđ])\)\s")
_DASH = re.compile(r"([-+])\s")
_ITEM_ALONE = re.compile(r"\s*(?:[a-zđ]\)|[-+])\s*")


def next_item(line: str) -> str:
    """Return what the paragraph after `line` begins with, "" where it is no item of a list."""
    if dash := _DASH.match(line):
        return f"{dash[1]} "
    point = _POINT.match(line)
    if point is None or point[1] not in LETTERS[:-1]:
        return ""
    return f"{LETTERS[LETTERS.index(point[1]) + 1]}) "


def is_empty_item(line: str) -> bool:
    """Say whether a line holds the mark of an item and nothing else."""
    return bool(_ITEM_ALONE.fullmatch(line))
