"""Where the work begins and ends, once the named stretches of time are set against one another."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from kehoach_desktop.domain.deadline import Kind
from kehoach_desktop.domain.deadline_named import Named, NotReadError
from kehoach_desktop.domain.deadline_stretch import YEARS
from kehoach_desktop.domain.deadline_words import Token, Word

_DEED = re.compile(
    r"[;,.]\s*(?:va )?(?:trien khai|thuc hien|hoan thanh|to chuc|so ket|tong ket|ban hanh|trinh|"
    r"nghiem thu|van hanh|nhan rong|mo rong|ban giao|ket thuc)\b"
)


@dataclass(frozen=True, slots=True)
class Ends:
    """When the work begins and ends, as far as the words say so."""

    start: date | None = None
    due: date | None = None
    kind: Kind = Kind.UNKNOWN
    exclusive: bool = False


def ends_of(pieces: tuple[Token, ...], named: list[Named], year: int | None) -> Ends:
    """Return where the work begins and ends; raise where the words contradict one another."""
    named = _deadlines_only(named)
    if not named:
        return Ends()
    named = _paired(pieces, _chained(pieces, named))
    year = _year_of(named, year)
    begins = [_days(n, year)[0] for n in named if n.begins]
    ends = [_end(n, year) for n in named if not n.begins]
    if any(_is_beside(pieces, one, two, year) for one, two in pairwise(named)):
        raise NotReadError
    if any(_is_a_later_deed(pieces, one, two, year) for one, two in pairwise(named)):
        raise NotReadError
    if begins and any(_loose(pieces, n) for n in named if not n.begins):
        raise NotReadError
    starts = {*begins} | {first for n in named if (first := _span_start(n, year))}
    if len(starts) > 1:
        raise NotReadError
    start = next(iter(starts), None)
    return _joined(start, ends) if ends else Ends(start=start)


def _loose(pieces: tuple[Token, ...], named: Named) -> bool:
    """Say whether nothing ties an end to the beginning named beside it."""
    return not named.marks and not named.stretch.spans and pieces[named.place].gap != "-"


def _is_beside(pieces: tuple[Token, ...], one: Named, two: Named, year: int | None) -> bool:
    """Say whether "X và Y" names two times of which neither is the end of the other."""
    joined = two.place == one.place + 1 and pieces[two.place].gap in (
        "va",
        "va ca",
        ", ca",
        "&",
        "+",
    )
    return joined and _days(one, year)[1] != _days(two, year)[1]


def _is_a_later_deed(pieces: tuple[Token, ...], one: Named, two: Named, year: int | None) -> bool:
    """Say whether a longer time follows with work of its own: "…; triển khai trong năm 2026"."""
    if one.begins or two.begins or _days(one, year)[1] >= _days(two, year)[1]:
        return False
    between = pieces[one.place + 1 : two.place + 1]
    return any(_DEED.match(f"{piece.gap} {piece.text}") for piece in between)


def _deadlines_only(named: list[Named]) -> list[Named]:
    """Leave out periods of planning, except one whose end is asked for ("hết giai đoạn …")."""
    bound = {Word.UNTIL, Word.BEFORE}
    return [n for n in named if not n.stretch.phase or n.marks & bound]


def _chained(pieces: tuple[Token, ...], named: list[Named]) -> list[Named]:
    """Join what goes on from one day to the next: "tháng 12/2025, tháng 01/2026" is one span."""
    chained: list[Named] = []
    for this in named:
        before = chained[-1] if chained else None
        if before is not None and _goes_on(pieces, before, this):
            last_year = this.stretch.last_year or this.stretch.year
            span = replace(before.stretch, last=this.stretch.last, last_year=last_year, spans=True)
            chained[-1] = replace(before, stretch=replace(span, kind=Kind.FIXED), place=this.place)
        else:
            chained.append(this)
    return chained


def _goes_on(pieces: tuple[Token, ...], before: Named, this: Named) -> bool:
    """Say whether `this` is named right behind `before` and begins the day after it ends."""
    if this.place != before.place + 1 or pieces[this.place].gap not in ("va", ",", "&", "+"):
        return False
    if (before.marks | this.marks) - {Word.WITHIN}:
        return False
    one, two = before.stretch.days(None), this.stretch.days(None)
    return one is not None and two is not None and one[1] + timedelta(days=1) == two[0]


def _paired(pieces: tuple[Token, ...], named: list[Named]) -> list[Named]:
    """Mark as beginnings what "X - Y", "X đến Y", "X trở đi" name as such."""
    marked = []
    for place, this in enumerate(named):
        after = named[place + 1] if place + 1 < len(named) else None
        begins = _opens(pieces, this, after)
        marked.append(replace(this, marks=this.marks | {Word.FROM}) if begins else this)
    return marked


def _opens(pieces: tuple[Token, ...], this: Named, after: Named | None) -> bool:
    following = pieces[this.place + 1]
    onward = following.word is Word.ONWARD or following.text.startswith(("den khi", "cho den khi"))
    if onward and not following.gap and not this.marks & {Word.UNTIL, Word.BEFORE}:
        return True
    if after is None or this.begins or this.marks & {Word.UNTIL, Word.BEFORE}:
        return False
    if after.place == this.place + 1:
        return following.gap == "-"
    reaches = following.word is Word.UNTIL and following.text.startswith(("den", "toi", "cho den"))
    return reaches and not following.gap and after.place == this.place + 2


def _year_of(named: list[Named], year: int | None) -> int | None:
    own = {n.stretch.year for n in named if n.stretch.year is not None}
    return own.pop() if len(own) == 1 else year if not own else None


def _days(named: Named, year: int | None) -> tuple[date, date]:
    days = named.stretch.days(year)
    if days is None:
        raise NotReadError
    return days


def _span_start(named: Named, year: int | None) -> date | None:
    if named.begins or not named.stretch.spans or named.stretch.phase:
        return None
    if named.marks & {Word.UNTIL, Word.BEFORE}:
        return None
    return _days(named, year)[0]


def _end(named: Named, year: int | None) -> tuple[date, date, Ends]:
    """Return the days an end covers, and the end itself."""
    first, last = _days(named, year)
    if Word.BEFORE not in named.marks:
        return first, last, Ends(due=last, kind=named.stretch.kind)
    if named.stretch.is_day:
        return first, last, Ends(due=last, kind=Kind.FIXED, exclusive=Word.TIME not in named.marks)
    if Word.LATE in named.marks:
        return last, last, Ends(due=last, kind=Kind.FIXED)
    eve = first - timedelta(days=1)
    if eve.year not in YEARS:
        raise NotReadError
    return eve, eve, Ends(due=eve, kind=Kind.FIXED)


def _joined(start: date | None, ends: list[tuple[date, date, Ends]]) -> Ends:
    """Return the one end the words agree on, with its beginning."""
    first, last, end = min(ends, key=lambda e: e[1] - e[0])
    if any(not (other[0] <= first and last <= other[1]) for other in ends):
        raise NotReadError
    if start is None:
        return end
    if end.due is None or end.due < start:
        raise NotReadError
    return replace(end, start=start, kind=Kind.FIXED)
