"""What a row is by its looks: a heading over rows, and how deep a label stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from kehoach_desktop.domain.draft import ColumnRole
from kehoach_desktop.importers.entries import Entry, heading_of
from kehoach_desktop.importers.ordinals import Ordinal, Style, is_under, kind_of, titled

R = ColumnRole
SECTIONS = (Style.DIVISION, Style.LETTER, Style.ROMAN)
POINTS = (Style.POINT, Style.ITEM, Style.BULLET)
_STARRED = re.compile(r"\*+\s*(?!Ghi chú|Lưu ý|Chú thích)\w[^.;]{3,150}$")
ORDER = (Style.NUMBER, *POINTS)


def is_heading(
    row: Entry, below: Sequence[Entry], letter: str, *, numbered: bool, cut: bool
) -> bool:
    """Say whether `row` only introduces the rows `below` it.

    `letter` is the letter section that is open, `numbered` whether tasks of the table bear
    numbers, `cut` whether a page may have cut the row off a task.
    """
    ordinal, title = heading_of(row, letter)
    if ordinal.style in SECTIONS:
        if row.is_lone:
            return bool(row.content or title) and (_introduces(ordinal, below) or row.spread)
        return ordinal.style is not Style.DIVISION and _leads_numbers(ordinal, below)
    if not row.is_lone or not row.content or row.below_ordinal or row.below_content:
        return False
    if ordinal.style is Style.NUMBER and row.ordinal_text:
        return (row.spread and bool(below)) or _introduces(ordinal, below) or _lists(row, below)
    if row.ordinal_text or not below or row.opens_like_a_list:
        return not row.ordinal_text and _counts_on(ordinal, below)
    plain = row.spread or _counts_on(ordinal, below)
    return plain or (numbered and _is_subheading(row, below[0], cut=cut))


def is_starred(row: Entry, below: Sequence[Entry]) -> bool:
    """Say whether a row "* Nhóm nhiệm vụ …" stands over numbered tasks, and is no note on them."""
    words = f"{row.ordinal_text} {row.content}".strip()
    return _over_numbers(row, below) and bool(_STARRED.match(words))


def is_note(row: Entry, below: Sequence[Entry]) -> bool:
    """Say whether a row is a note, a signature or a date, and no starred heading."""
    return row.is_note and not is_starred(row, below)


def stands_over(row: Entry, below: Sequence[Entry], *, met: bool, first: bool) -> bool:
    """Say whether a row is a heading by its place: starred, the last of its kind, or lettered.

    "a | Thể chế" over numbered tasks is one where such headings have been `met`, where no task
    stands before it (`first`), or where the numbers begin anew under it.
    """
    if (met and not below and row.is_lone) or is_starred(row, below):
        return True
    if row.ordinal.style is not Style.POINT or not row.content or not _over_numbers(row, below):
        return False
    return met or first or below[0].ordinal.steps == ("1",)


def _over_numbers(row: Entry, below: Sequence[Entry]) -> bool:
    counted = bool(below) and below[0].ordinal.style is Style.NUMBER and not below[0].is_lone
    return counted and row.is_lone


def _counts_on(ordinal: Ordinal, below: Sequence[Entry]) -> bool:
    """Say whether numbers that stand in the text go on below: "1. Đào tạo" over "1.1. Mở lớp"."""
    if ordinal.style is not Style.NUMBER or not below:
        return False
    row = below[0]
    return is_under(ordinal, row.ordinal if row.ordinal_text else titled(row.content)[0])


def is_over(rows: Sequence[Entry], index: int, *, numbered: bool) -> bool:
    """Say whether the table is over before a row that no numbered one follows.

    A note or a signature ends it, or a blank line in a table of numbered tasks; without numbers
    only a note with nothing below that says by when.
    """
    row = rows[index]
    if not numbered:
        return row.is_note and not any(below.own[R.DEADLINE] for below in rows[index:])
    gap = index > 0 and row.number > rows[index - 1].number + 1
    ends = row.is_note or (index > 0 and _signs(row))
    return ends or (gap and not (row.content and row.own[R.LEAD]))


def _signs(row: Entry) -> bool:
    """Say whether a row holds but titles or names in capitals, two or beside the tasks."""
    beside = not row.content or " | " in row.words
    bare = beside and not (row.ordinal_text or row.below_content or row.below_ordinal)
    return bare and row.words.isupper() and len(row.words.split()) > 1


def is_deeper(style: Style, steps: tuple[str, ...]) -> bool:
    """Say whether a label of that style stands deeper than the one of these steps."""
    return _rank_of(_style_of(steps)) < _rank_of(style)


def _rank_of(style: Style) -> int:
    """Return how deep tasks of that label stand under one another: 1, then a), (1), -."""
    return ORDER.index(style) if style in ORDER else len(ORDER)


def _style_of(steps: tuple[str, ...]) -> Style:
    """Return the kind of a label by its last step."""
    last = steps[-1]
    if last.startswith("(") or last.endswith(")"):
        return Style.ITEM if last.strip("()").isdigit() else Style.POINT
    if last.isalpha() and last.islower():
        return Style.POINT
    return Style.NUMBER if last[0].isalnum() else Style.BULLET


def _lists(row: Entry, below: Sequence[Entry]) -> bool:
    """Say whether a row "2 | Nhập liệu:" stands over rows "+ Đợt 1 …" that say who and when."""
    items = [*takewhile(lambda entry: entry.opens_like_a_list and not entry.ordinal_text, below)]
    return row.content.endswith(":") and bool(items) and not any(item.is_lone for item in items)


def _is_subheading(row: Entry, follower: Entry, *, cut: bool) -> bool:
    """Say whether a row with a few words and nothing else stands over the numbered row below.

    The first row of a page may as well be the end of a task that the page has cut.
    """
    if row.content.isupper() and len(row.content) < 250:
        return not (cut and row.content.startswith("("))
    plain = row.content[0].isupper() and not row.content.endswith((".", ";", ","))
    counted = follower.ordinal.style is not Style.NONE and not follower.below_ordinal
    return plain and counted and len(row.content) < 160 and not cut


def _leads_numbers(ordinal: Ordinal, below: Sequence[Entry]) -> bool:
    """Say whether numbered rows follow a section that itself says who or when."""
    return _introduces(ordinal, below) and below[0].ordinal.style is Style.NUMBER


def _introduces(ordinal: Ordinal, below: Sequence[Entry]) -> bool:
    """Say whether rows of another kind of number follow, as under a heading."""
    if not below:
        return False
    follower = below[0].ordinal
    if ordinal.style is Style.NUMBER:
        # "I.1" over "1.1", "1.2" names a group, though their numbers do not carry its own.
        lettered = ordinal.steps[0].isalpha() and follower.steps[:1] and follower.steps[0].isdigit()
        return is_under(ordinal, follower) or follower.style in POINTS or bool(lettered)
    return kind_of(follower) != kind_of(ordinal) or ordinal.style is Style.NONE
