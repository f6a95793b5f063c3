"""Which sections of a plan in prose give tasks, where no heading of it speaks of tasks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, zip_longest

from kehoach_desktop.domain.draft import ColumnRole
from kehoach_desktop.domain.text import fold
from kehoach_desktop.importers.prose_fields import closing
from kehoach_desktop.importers.prose_parts import Item, Paragraph
from kehoach_desktop.importers.sentences import body_of, subject_of
from kehoach_desktop.importers.timed_words import deadline_in

ALL = re.compile("")
AHEAD = re.compile(r"\b(?:phuong huong|trong tam|giai phap|ke hoach|thoi gian toi)\b")
_NO_TASKS = re.compile(
    r"\b(?:muc dich|muc tieu|yeu cau|quan diem|ket qua|danh gia|ton tai|han che|nguyen nhan|"
    r"kinh phi|can cu|thanh phan|tinh hinh|dac diem|nguyen tac|doi tuong|pham vi|che do bao cao)\b"
)
_WAS_DONE = re.compile(r"^.{0,80}?\bđã\b")


def is_report(paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether the paper names itself a report: what it tells was done already."""
    return any(paragraph.text.strip() == "BÁO CÁO" for paragraph in paragraphs[:20])


def speaks_of_tasks(item: Item) -> bool:
    """Say whether no heading over an item is one of goals, of what was done or of money."""
    return not any(_NO_TASKS.search(fold(heading.text)) for heading in item.path)


def is_given(item: Item) -> bool:
    """Say whether an item tells a body to act, or says when something is to be done."""
    text = item.texts[0]
    if _WAS_DONE.match(text):
        return False
    return bool(item.fields or subject_of(text) or closing(text) or deadline_in(text))


def _is_dated(item: Item) -> bool:
    text = item.texts[0]
    return bool(item.fields or closing(text).get(ColumnRole.DEADLINE) or deadline_in(text))


def _is_sentence_of_order(heading: str) -> bool:
    return heading.rstrip().endswith((".", ";")) and bool(subject_of(heading))


def in_sections_of_orders(items: Iterable[Item]) -> Iterator[Item]:
    """Yield the items of the sections most of whose items are given, one of them with a day.

    Their shape tells them, whatever the heading says: "II. NỘI DUNG", "III. CÁC HOẠT ĐỘNG". A
    paper parted by the bodies it speaks to, or by orders themselves, is a letter without sections.
    """
    told = [item for item in items if item.path and speaks_of_tasks(item)]
    if any(body_of(item.path[0].text) or _is_sentence_of_order(item.path[0].text) for item in told):
        return
    for _heading, group in groupby(told, key=lambda item: item.path[0]):
        under = [*group]
        given = [*filter(is_given, under)]
        dated = any(map(_is_dated, given))
        if len(given) > 1 and dated and len(given) * 5 >= len(under) * 3:
            yield from under


def with_capital_headings(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs, those in capitals right over a list as headings of it."""
    for paragraph, after in zip_longest(paragraphs, paragraphs[1:]):
        over_list = after is not None and after.depth in (8, 9)
        is_heading = paragraph.depth == 10 and paragraph.text.isupper() and over_list
        yield replace(paragraph, depth=1) if is_heading else paragraph
