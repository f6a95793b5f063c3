"""The orders of a letter: its numbered paragraphs, or a list under "đề nghị UBND xã …:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach_desktop.domain.text import fold, squeeze
from kehoach_desktop.importers.ordinals import NOTHING, Style
from kehoach_desktop.importers.prose_fields import bracketed
from kehoach_desktop.importers.prose_parts import INVITES, Item, Paragraph, sign
from kehoach_desktop.importers.sentences import body_of, order_in, subject_of, told_body
from kehoach_desktop.importers.timed_words import deadline_in

LISTS = (Style.POINT, Style.BULLET)
_ASKS = re.compile(r"\b(?:yêu cầu|đề nghị|giao|phân công|chỉ đạo|chỉ thị)\b", re.IGNORECASE)


def orders_in(paragraphs: Sequence[Paragraph]) -> Iterator[Item]:
    """Yield the paragraphs of a letter that each tell a body to do something.

    Numbered paragraphs, or the points and dashes under a sentence that names the body.
    """
    orders = [item for item in _gathered(paragraphs) if item.texts]
    given = sum(_is_given(item) for item in orders)
    if given > 1 and given * 5 >= len(orders) * 3:
        yield from orders


def told_sentences(paragraphs: Sequence[Paragraph]) -> list[Item]:
    """Return the plain sentences that tell a body to act: after "… yêu cầu:", or with "Giao …".

    The last words of a letter ("Yêu cầu các đơn vị thực hiện./.") are none beside others.
    """
    told: list[str] = []
    opened = False
    for paragraph, text in _sentences(paragraphs):
        if paragraph.ordinal is not NOTHING or text.rstrip().endswith(":"):
            opened = opens_orders(text)
        elif (opened and subject_of(text)) or is_order(text):
            told.append(text)
    kept = [text for text in told if deadline_in(text) or not text.rstrip().endswith("./.")]
    return [Item(NOTHING, (), [text]) for text in kept or told]


def is_order(text: str) -> bool:
    """Say whether a plain sentence tells a body to act: "Giao Công an xã …"; to come is no work."""
    given = squeeze(text) != order_in(text) and bool(subject_of(text))
    return given and not INVITES.search(fold(text))


def opens_orders(text: str) -> bool:
    """Say whether a line leads to what bodies are told to do: "Chủ tịch UBND xã yêu cầu:"."""
    return text.rstrip().endswith(":") and _ASKS.search(text) is not None


def _sentences(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, str]]:
    """Yield each paragraph, apart where a further order begins in it: "…. Giao Công an xã …"."""
    for paragraph in paragraphs:
        for text in re.split(
            r"(?<=[.;:])\s+(?=(?:Giao|Đề nghị|Yêu cầu|Phân công)\s)", paragraph.text
        ):
            yield paragraph, text


def _is_given(item: Item) -> bool:
    return bool(item.told or item.fields or subject_of(item.texts[0]))


def _gathered(paragraphs: Sequence[Paragraph]) -> list[Item]:
    items: list[Item] = []
    told, listing, outer, last_inner = "", Style.NUMBER, "", False
    for paragraph in paragraphs:
        style, text = paragraph.ordinal.style, paragraph.text
        if style in (Style.ROMAN, Style.LETTER):
            items.append(Item(NOTHING, (), []))
            told = outer = ""
        elif body_of(text) and (style is Style.NUMBER or text.rstrip().endswith(":")):
            told, listing, outer = body_of(text), Style.NONE, ""
        elif style is Style.NONE:
            told = told_body(text) if text.rstrip().endswith(":") else ""
            listing, outer = Style.NONE if opens_orders(text) else Style.NUMBER, ""
        elif _is_one(paragraph, listing, told) and not _is_inner(paragraph, outer):
            outer = sign(paragraph.ordinal) if style is Style.BULLET else ""
            new = style is Style.NUMBER and len(paragraph.ordinal.steps) == 1
            told = "" if new and (listing in LISTS or last_inner) else told
            last_inner = not new and style is Style.NUMBER
            listing = style
            items.append(Item(paragraph.ordinal, (), [text], bracketed(text), told))
        elif items and items[-1].texts and style in (*LISTS, Style.NUMBER):
            items[-1].texts.append(f"{paragraph.ordinal.text} {text}")
    return items


def _is_inner(paragraph: Paragraph, outer: str) -> bool:
    """Say whether a dash has another sign than those that are orders, so that it is part of one."""
    style = paragraph.ordinal.style
    return style is Style.BULLET and bool(outer) and sign(paragraph.ordinal) != outer


def _is_one(paragraph: Paragraph, listing: Style, told: str) -> bool:
    """Say whether a paragraph is an order of its own; after "…:" the first dash or point is.

    So is "1.1." under "1. Công an xã".
    """
    style = paragraph.ordinal.style
    if style is Style.NUMBER and len(paragraph.ordinal.steps) <= (2 if told else 1):
        return True
    return style in LISTS and listing in (style, Style.NONE)
