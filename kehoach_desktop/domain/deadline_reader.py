"""Reading a deadline: from the words of a cell to the dates and the rhythm they name."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from kehoach_desktop.domain.deadline import Deadline, Kind, Recurrence
from kehoach_desktop.domain.deadline_ends import Ends, ends_of
from kehoach_desktop.domain.deadline_named import POINTING, Named, NotReadError, marks_of, named_in
from kehoach_desktop.domain.deadline_pieces import (
    RECURRING_WORDS,
    STRETCH_WORDS,
    numbers_in,
    recurrence_of,
)
from kehoach_desktop.domain.deadline_stretch import Stretch
from kehoach_desktop.domain.deadline_whole import Walk
from kehoach_desktop.domain.deadline_words import (
    Token,
    Word,
    is_garbled,
    key_of,
    marked_key_of,
    tokens,
)
from kehoach_desktop.domain.text import nfc


@lru_cache(maxsize=8192)
def read_deadline(wording: str, year: int | None = None) -> Deadline:
    """Return our reading of `wording`, which is kept as printed (NFC).

    `year` serves wordings that name none ("31/12", "Quý III"); without it they stay unknown. The
    `due` is the day the words name: of a month or a quarter the last one. "trước 31/12/2025" is due
    on that day and `exclusive`; "trước tháng 12/2025" names no day, so it is due on 30/11/2025, the
    last day before, and not exclusive; so is "trước 17h ngày …", which leaves most of the day. Of
    several dates the narrowest counts if the others contain it and name no work of their own after
    it. A dated wording that goes on to name a rhythm ("31/12/2025 và báo cáo hằng quý") keeps its
    date as the kind and the recurrence beside it. A period of planning ("giai đoạn 2026-2030") is
    no deadline. A lone "Hoàn thành" may be a state or half a sentence: unknown. What contradicts
    itself, is not in the calendar, or lies outside 2020-2040 is unknown; no text raises.
    """
    kept = nfc(wording)
    if is_garbled(kept):
        return Deadline(wording=kept)
    try:
        return replace(_read_whole(tokens(key_of(kept), marked_key_of(kept)), year), wording=kept)
    except NotReadError:
        return Deadline(wording=kept)


def _read_whole(pieces: tuple[Token, ...], year: int | None) -> Deadline:
    named = [*named_in(pieces)]
    reading = _read(pieces, named, year)
    if reading.kind is not Kind.UNKNOWN and not Walk(pieces, named, reading).is_whole():
        raise NotReadError
    return reading


def _read(pieces: tuple[Token, ...], named: list[Named], year: int | None) -> Deadline:
    words = {piece.word for piece in pieces}
    if Word.BAD in words:
        raise NotReadError
    # "… 50%, … 100%": two aims, each with its time.
    if len(named) > 1 and sum(piece.text.endswith("%") for piece in pieces) > 1:
        raise NotReadError
    if Word.DONE in words:
        return _done(words, named)
    if words & RECURRING_WORDS:
        return _recurring(pieces, named, year)
    if words & {Word.VAGUE, Word.LATER, Word.DAY, Word.SEVERAL}:
        raise NotReadError
    if Word.DURATION in words:
        return _within_days(words, named)
    return _dated(pieces, ends_of(pieces, named, year))


def _done(words: set[Word], named: list[Named]) -> Deadline:
    if words & RECURRING_WORDS or any(n.marks & POINTING for n in named):
        raise NotReadError
    return Deadline(kind=Kind.DONE, ongoing=Word.ONGOING in words)


def _within_days(words: set[Word], named: list[Named]) -> Deadline:
    if named or Word.CONDITION not in words:
        raise NotReadError
    return Deadline(kind=Kind.CONDITIONAL, ongoing=Word.ONGOING in words)


def _dated(pieces: tuple[Token, ...], ends: Ends) -> Deadline:
    words = {piece.word for piece in pieces}
    ongoing = Word.ONGOING in words or (ends.due is not None and _continues(pieces))
    if ends.due is not None:
        kind = ends.kind
    elif ongoing:
        kind = Kind.ONGOING
    elif ends.start is not None:
        kind = Kind.FROM
    else:
        kind = Kind.CONDITIONAL if Word.CONDITION in words else Kind.UNKNOWN
    return Deadline(
        kind=kind, due=ends.due, start=ends.start, ongoing=ongoing, exclusive=ends.exclusive
    )


def _continues(pieces: tuple[Token, ...]) -> bool:
    """Say whether the words go on after a date: "… và các năm tiếp theo", "… và duy trì"."""
    order = [piece.word for piece in pieces]
    if Word.CONTINUES not in order:
        return False
    return any(word in STRETCH_WORDS for word in order[: order.index(Word.CONTINUES)])


def _recurring(pieces: tuple[Token, ...], named: list[Named], year: int | None) -> Deadline:
    if any(piece.word is Word.SEVERAL for piece in pieces):
        raise NotReadError
    rhythm = _rhythm(pieces)
    if rhythm is Recurrence.YEARLY:
        within = [n for n in named if n.stretch.year is None]
        rhythm = _times_of_the_year([n.stretch for n in within if not n.begins])
        named = [n for n in named if n not in within]
    if any(_is_of_each(pieces, one) for one in named) or _changes(pieces, named):
        raise NotReadError
    if _has_a_yearly_report(pieces, named):
        raise NotReadError
    ends = ends_of(pieces, named, year)
    dated = _dated(pieces, ends)
    if ends.due is not None and _goes_on_to_recur(pieces, named):
        return replace(dated, recurrence=rhythm)
    if rhythm is None and dated.ongoing and ends.due is None:
        return dated
    if rhythm is Recurrence.YEARLY and any(_is_within_one_year(one) for one in named):
        raise NotReadError
    day, before = _day_of_month(pieces, rhythm)
    return replace(
        dated,
        kind=Kind.RECURRING,
        recurrence=rhythm,
        day_of_month=day,
        exclusive=before if day else ends.exclusive,
    )


def _has_a_yearly_report(pieces: tuple[Token, ...], named: list[Named]) -> bool:
    """Say whether a day without a year is that of another report: "báo cáo năm trước 10/12"."""
    yearless = any(one.stretch.year is None for one in named)
    return yearless and any("bao cao nam" in piece.gap for piece in pieces)


def _is_of_each(pieces: tuple[Token, ...], named: Named) -> bool:
    """Say whether one day of one year is said to come back: "19/8/2025 hằng năm"."""
    after = pieces[named.place + 1]
    recurs = after.word is Word.LISTED and after.gap in ("", "(")
    return recurs and named.stretch.is_day and Word.UNTIL not in named.marks


def _changes(pieces: tuple[Token, ...], named: list[Named]) -> bool:
    """Say whether work comes back otherwise from a time on: "hằng tháng, từ năm 2026 hằng quý"."""
    rhythms = RECURRING_WORDS - {Word.PERIODIC}
    places = [place for place, piece in enumerate(pieces) if piece.word in rhythms]
    if len({recurrence_of(pieces[place]) for place in places}) < 2:
        return False
    return any(
        places[0] < one.place < places[-1] and one.marks & {Word.FROM, Word.UNTIL, Word.WITHIN}
        for one in named
    )


def _is_within_one_year(named: Named) -> bool:
    """Say whether work of every year would end within one: "Tháng 8/2025, tháng 8 hằng năm"."""
    bound = named.begins or named.stretch.spans or named.stretch.phase
    return not (bound or named.marks & {Word.UNTIL, Word.BEFORE, Word.WITHIN})


def _rhythm(pieces: tuple[Token, ...]) -> Recurrence | None:
    """Return the closest rhythm named; None for "định kỳ" and for one without a name of ours."""
    found = {recurrence_of(p) for p in pieces if p.word in RECURRING_WORDS - {Word.PERIODIC}}
    return next((rhythm for rhythm in Recurrence if rhythm in found), None)


def _times_of_the_year(within: list[Stretch]) -> Recurrence:
    """Return the rhythm of yearless days such as "30/6 và 31/12 hằng năm", which are no ends.

    Raises NotReadError where they do not divide the year evenly.
    """
    named = [month for stretch in within for month in stretch.apart or stretch.first[:1]] or [1]
    if any(stretch.spans and stretch.last[0] - stretch.first[0] == 11 for stretch in within):
        raise NotReadError
    steps = {(b - a) % 12 for a, b in pairwise((*named, named[0]))}
    rhythm = {1: Recurrence.YEARLY, 2: Recurrence.HALF_YEARLY, 4: Recurrence.QUARTERLY}
    if len(named) not in rhythm or steps != {12 // len(named) % 12}:
        raise NotReadError
    return rhythm[len(named)]


def _goes_on_to_recur(pieces: tuple[Token, ...], named: list[Named]) -> bool:
    """Say whether a date stands first and words lead from it to a rhythm of its own."""
    recurs = next(i for i, piece in enumerate(pieces) if piece.word in RECURRING_WORDS)
    first = min(n.place for n in named)
    between = [*pieces[first + 1 : recurs], replace(pieces[recurs], text="")]
    led = any(re.search(r"[a-z;]", f"{piece.gap}{piece.text}") for piece in between)
    return first < recurs and led


def _day_of_month(pieces: tuple[Token, ...], rhythm: Recurrence | None) -> tuple[int | None, bool]:
    """Return the day of the month and whether the work is due before it."""
    places = [i for i, p in enumerate(pieces) if p.word in (Word.DAY, Word.MONTH_DAY)]
    days = [day for i in places for day in numbers_in(pieces[i].text)]
    if any(not 1 <= day <= 31 for day in days):
        raise NotReadError
    if days and rhythm not in (Recurrence.MONTHLY, Recurrence.QUARTERLY):
        raise NotReadError
    if len(set(days)) != 1:
        return None, False
    marks = marks_of(pieces, places[0])
    if Word.AFTER in marks or Word.EARLY in marks:
        raise NotReadError
    if Word.FROM in marks:
        return None, False
    return days[0], Word.BEFORE in marks and Word.TIME not in marks
