"""Bold and italic stretches inside a paragraph: told by their letters, kept beside its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

# A stretch of words with its weight: the words, whether they are bold, whether italic.
Piece = tuple[str, bool, bool]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """The letters from `start` up to `end` of a paragraph are bold, italic, or both."""

    start: int
    end: int
    bold: bool = False
    italic: bool = False


def pieces_of(text: str, emphases: Sequence[Emphasis]) -> Iterator[Piece]:
    """Yield the whole text cut where its weight changes."""
    at = 0
    for one in sorted(emphases, key=lambda emphasis: emphasis.start):
        start, end = max(one.start, at), min(one.end, len(text))
        if start >= end:
            continue
        if at < start:
            yield text[at:start], False, False
        yield text[start:end], one.bold, one.italic
        at = end
    if at < len(text):
        yield text[at:], False, False


def gathered(pieces: Iterable[Piece]) -> tuple[str, tuple[Emphasis, ...]]:
    """Return the words of the pieces, without blanks at either end, and their weights."""
    held = tuple(pieces)
    if not any(bold or italic for _words, bold, italic in held):
        return "".join(words for words, *_plain in held).strip(" \t"), ()
    letters = [(letter, bold, italic) for words, bold, italic in held for letter in words]
    text = "".join(letter for letter, *_weight in letters)
    start, end = len(text) - len(text.lstrip(" \t")), len(text.rstrip(" \t"))
    return text[start:end], tuple(_stretches(letters[start:end]))


def on_one_line(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces with every run of blanks as one space, as `text.squeeze` leaves them."""
    between = False
    for words, bold, italic in pieces:
        found = re.sub(r"\s+", " ", words)
        kept = found[1:] if between and found.startswith(" ") else found
        between = kept.endswith(" ") if kept else between
        yield kept, bold, italic


def _stretches(letters: Sequence[Piece]) -> Iterator[Emphasis]:
    start = 0
    for end in range(1, len(letters) + 1):
        weight = letters[start][1:]
        if end < len(letters) and letters[end][1:] == weight:
            continue
        if any(weight):
            yield Emphasis(start, end, *weight)
        start = end


def moved(
    emphases: Sequence[Emphasis], before: Sequence[str], after: Sequence[str]
) -> tuple[Emphasis, ...]:
    """Return the emphases of a text whose words `before` were replaced one by one by `after`."""
    places, old, new = {0: 0}, 0, 0
    for first, second in zip(before, after, strict=True):
        inside = range(1, min(len(first), len(second)))
        places |= {old + step: new + step for step in inside}
        old, new = old + len(first), new + len(second)
        places |= dict.fromkeys(range(old - len(first) + len(inside) + 1, old + 1), new)
    return tuple(
        replace(one, start=places.get(one.start, new), end=places.get(one.end, new))
        for one in emphases
    )
