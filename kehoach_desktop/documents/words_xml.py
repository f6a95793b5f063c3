"""The paragraphs of a Word file as text: placeholders, whole even when Word split them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from kehoach_desktop.domain.text import NBSP, clean

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
PLACEHOLDER = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")
_TIES = re.compile(r"(?<=\w) (?=[-–] \w)|(?<=\b[Qq]uý) (?=[IV]+\b)")
Element = Any  # lxml gives its elements no type of their own


@cache
def w(name: str) -> str:
    """Return `name` in the namespace of Word's body text."""
    return f"{{{W}}}{name}"


def paragraphs(element: Element) -> Iterator[Element]:
    """Yield every paragraph inside `element`, itself included."""
    return iter(element.iter(w("p")))


def text_of(element: Element) -> str:
    """Return the text of all runs inside `element`."""
    return "".join(element.itertext(w("t"), with_tail=False))


def names_in(element: Element) -> list[str]:
    """Return the names of the placeholders inside `element`."""
    return [name for p in paragraphs(element) for name in PLACEHOLDER.findall(text_of(p))]


def join_split_placeholders(element: Element) -> None:
    """Bring each placeholder that Word split over runs into the first of them, with its style."""
    for paragraph in paragraphs(element):
        pieces = list(paragraph.iter(w("t")))
        text = "".join(piece.text or "" for piece in pieces)
        for found in reversed(list(PLACEHOLDER.finditer(text))):
            _bring_together(pieces, *found.span())


def _bring_together(pieces: list[Element], start: int, end: int) -> None:
    """Move the characters `start`–`end` of the joined text into the piece that holds the first."""
    first: Element | None = None
    at = 0
    taken = "".join(piece.text or "" for piece in pieces)[start:end]
    for piece in pieces:
        words = piece.text or ""
        left, right = max(start - at, 0), min(end - at, len(words))
        at += len(words)
        if left >= right:
            continue
        if first is None:
            first = piece
            piece.text = words[:left] + taken + words[right:]
        else:
            piece.text = words[:left] + words[right:]
        piece.set(XML_SPACE, "preserve")


def fill(element: Element, values: Mapping[str, str]) -> None:
    """Put the values in the place of their placeholders, once: what they bring is never read.

    A placeholder without a value stays as it is.
    """
    for piece in list(element.iter(w("t"))):
        if piece.text and "{{" in piece.text:
            put_text(piece, PLACEHOLDER.sub(lambda found: _value(found, values), piece.text))


def _value(found: re.Match[str], values: Mapping[str, str]) -> str:
    return _cleaned(values[found[1]]) if found[1] in values else found[0]


# An appendix says the same agencies and states hundreds of times.
_cleaned = lru_cache(maxsize=1024)(clean)


def tied(text: str) -> str:
    """Return a sentence whose dash begins no line: "Văn hóa - Xã hội", nor the number of a quý."""
    return _TIES.sub(NBSP, text)


def put_text(piece: Element, text: str) -> None:
    """Give a run its text; each further line follows a line break in the same run."""
    first, *further = text.replace("\r\n", "\n").replace("\t", " ").split("\n")
    piece.text = first
    piece.set(XML_SPACE, "preserve")
    last = piece
    for line in further:
        line_break = piece.makeelement(w("br"))
        following = piece.makeelement(w("t"))
        following.text = line
        following.set(XML_SPACE, "preserve")
        last.addnext(line_break)
        line_break.addnext(following)
        last = following
