"""Reading a deadline: from the words of a cell to the dates and the rhythm they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from kehoach_desktop.domain.deadline import Deadline, Kind, Recurrence
from kehoach_desktop.domain.deadline_pieces import (
    RECURRING_WORDS,
    STRETCH_WORDS,
    numbers_in,
    recurrence_of,
    stretch_of,
)
from kehoach_desktop.domain.deadline_stretch import Stretch
from kehoach_desktop.domain.deadline_words import Token, Word, key_of, tokens
from kehoach_desktop.domain.text import nfc

_MARKS = frozenset(
    {
        Word.FROM,
        Word.UNTIL,
        Word.BEFORE,
        Word.AFTER,
        Word.EARLY,
        Word.LATE,
        Word.TIME,
        Word.WEEKDAY,
        Word.WITHIN,
    }
)
_POINTING = _MARKS - {Word.WITHIN, Word.LATE}
_FILLER = re.compile(
    r"[\s:,(\-]*(?:(?:ngay|vao|la|moc|thoi gian|thoi diem|thoi han|khoang|du kien|trong|sang|chieu|"
    r"thuc hien|trien khai|nhiem vu|cuoi ngay|het ngay)[\s:,(]*)*"
)
_PAPER = re.compile(
    r"(?:ke hoach|du toan|ngan sach|chuong trinh|nghi quyet|chi tieu|danh muc|so lieu|de an|luat|"
    r"quyet dinh|huong dan|kinh phi|muc tieu)(?: cong tac)?$"
)
_AFTERWARDS = re.compile(r"[a-z]")
_JOINED = re.compile(r"va|hoac|den|toi|hang|moi|thi|;")


class _NotRead(Exception):
    """The words name a day that is not, contradict one another, or are outside the grammar."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A stretch of time, where in the wording it stands, and the words that point at it."""

    stretch: Stretch
    place: int
    marks: frozenset[Word]

    @property
    def begins(self) -> bool:
        return Word.FROM in self.marks


@dataclass(frozen=True, slots=True)
class _Ends:
    """When the work begins and ends, as far as the words say so."""

    start: date | None = None
    due: date | None = None
    kind: Kind = Kind.UNKNOWN
    exclusive: bool = False


@lru_cache(maxsize=8192)
def read_deadline(wording: str, year: int | None = None) -> Deadline:
    """Return our reading of `wording`, which is kept as printed (NFC).

    `year` serves wordings that name none ("31/12", "Quý III"); without it they stay unknown. The
    `due` is the day the words name: of a month or a quarter the last one. "trước 31/12/2025" is due
    on that day and `exclusive`; "trước tháng 12/2025" names no day, so it is due on 30/11/2025, the
    last day before, and not exclusive; so is "trước 17h ngày …", which leaves most of the day. Of
    several dates the narrowest counts if the others contain it. A dated wording that goes on to
    name a rhythm ("31/12/2025 và báo cáo hằng quý") keeps its date as the kind and the recurrence
    beside it. A period of planning ("giai đoạn 2026-2030") is no deadline. A lone "Hoàn thành" may
    be a state or half a sentence: unknown. What contradicts itself, is not in the calendar, or lies
    outside 2020-2040 is unknown; no text raises.
    """
    kept = nfc(wording)
    try:
        return replace(_read(tokens(key_of(kept)), year), wording=kept)
    except _NotRead:
        return Deadline(wording=kept)


def _read(pieces: tuple[Token, ...], year: int | None) -> Deadline:
    words = {piece.word for piece in pieces}
    if Word.BAD in words:
        raise _NotRead
    named = [*_named(pieces)]
    if Word.DONE in words:
        return _done(words, named)
    if words & RECURRING_WORDS:
        return _recurring(pieces, named, year)
    if words & {Word.VAGUE, Word.LATER, Word.DAY}:
        raise _NotRead
    if Word.DURATION in words:
        return _within_days(words, named)
    return _dated(pieces, _ends(pieces, named, year))


def _done(words: set[Word], named: list[_Named]) -> Deadline:
    if words & RECURRING_WORDS or any(n.marks & _POINTING for n in named):
        raise _NotRead
    return Deadline(kind=Kind.DONE, ongoing=Word.ONGOING in words)


def _within_days(words: set[Word], named: list[_Named]) -> Deadline:
    if named or Word.CONDITION not in words:
        raise _NotRead
    return Deadline(kind=Kind.CONDITIONAL, ongoing=Word.ONGOING in words)


def _dated(pieces: tuple[Token, ...], ends: _Ends) -> Deadline:
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


def _recurring(pieces: tuple[Token, ...], named: list[_Named], year: int | None) -> Deadline:
    rhythm = _rhythm(pieces)
    if rhythm is Recurrence.YEARLY:
        named = _without_day_of_the_year(named)
    ends = _ends(pieces, named, year)
    dated = _dated(pieces, ends)
    if ends.due is not None and _goes_on_to_recur(pieces, named):
        return replace(dated, recurrence=rhythm)
    if rhythm is None and dated.ongoing and ends.due is None:
        return dated
    day, before = _day_of_month(pieces, rhythm)
    return replace(
        dated,
        kind=Kind.RECURRING,
        recurrence=rhythm,
        day_of_month=day,
        exclusive=before if day else ends.exclusive,
    )


def _rhythm(pieces: tuple[Token, ...]) -> Recurrence | None:
    """Return the closest rhythm named; None for "định kỳ" and for one without a name of ours."""
    found = {recurrence_of(p) for p in pieces if p.word in RECURRING_WORDS - {Word.PERIODIC}}
    return next((rhythm for rhythm in Recurrence if rhythm in found), None)


def _without_day_of_the_year(named: list[_Named]) -> list[_Named]:
    """Drop the yearless day of "trước 15/12 hằng năm": it is part of the rhythm, not an end."""
    within = [n for n in named if n.stretch.year is None]
    if len([n for n in within if not n.begins]) > 1:
        raise _NotRead
    return [n for n in named if n not in within]


def _goes_on_to_recur(pieces: tuple[Token, ...], named: list[_Named]) -> bool:
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
        raise _NotRead
    if days and rhythm not in (Recurrence.MONTHLY, Recurrence.QUARTERLY):
        raise _NotRead
    if len(set(days)) != 1:
        return None, False
    marks = _marks(pieces, places[0])
    return days[0], Word.BEFORE in marks and Word.TIME not in marks


def _named(pieces: tuple[Token, ...]) -> Iterator[_Named]:
    """Yield the stretches of time that are meant as such, with the words that point at each."""
    conditioned = False
    for place, piece in enumerate(pieces):
        conditioned = conditioned or piece.word is Word.CONDITION
        if piece.word not in STRETCH_WORDS:
            continue
        marks = _marks(pieces, place)
        if not _meant(pieces, place, marks):
            continue
        stretch = stretch_of(piece)
        if stretch is None or Word.AFTER in marks:
            raise _NotRead
        if not conditioned or _breaks_out(stretch, marks):
            yield _checked(_Named(stretch, place, marks))


def _checked(named: _Named) -> _Named:
    vague = {Word.EARLY} if not named.begins else {Word.LATE}
    if named.marks & vague:
        raise _NotRead
    return named


def _breaks_out(stretch: Stretch, marks: frozenset[Word]) -> bool:
    """Say whether a date behind "theo …", "sau khi …" is a deadline and no part of that clause."""
    if stretch.last_year is not None or (stretch.first, stretch.last) == ((1, 1), (12, 31)):
        return bool(marks & {Word.BEFORE, Word.WITHIN})
    return bool(marks & {Word.BEFORE, Word.UNTIL, Word.WITHIN, Word.FROM})


def _marks(pieces: tuple[Token, ...], place: int) -> frozenset[Word]:
    """Return the words that point at the piece: those before it with only filler between."""
    found = set()
    while place > 0 and _FILLER.fullmatch(pieces[place].gap):
        place -= 1
        if pieces[place].word not in _MARKS:
            break
        found.add(pieces[place].word)
    return frozenset(found)


def _meant(pieces: tuple[Token, ...], place: int, marks: frozenset[Word]) -> bool:
    """Say whether the piece is a time and no fraction, count, or year of a paper's title."""
    piece = pieces[place]
    if piece.word is Word.DM:
        return _is_day(pieces, place, marks)
    if piece.word is Word.BARE_YEAR:
        return bool(marks & _POINTING) or _stands_alone(pieces, place, marks)
    if piece.word is Word.NINE:
        return not marks and _stands_alone(pieces, place, marks)
    return bool(marks) or not _PAPER.search(piece.gap)


def _is_day(pieces: tuple[Token, ...], place: int, marks: frozenset[Word]) -> bool:
    text = pieces[place].text
    if marks & _POINTING or "ngay" in text or "nam" in text:
        return True
    day, month = numbers_in(text)[:2]
    return _stands_alone(pieces, place, marks) and (Word.WITHIN not in marks or day > month)


def _stands_alone(pieces: tuple[Token, ...], place: int, marks: frozenset[Word]) -> bool:
    before, after = pieces[place].gap, pieces[place + 1].gap
    led = bool(marks) or place == 0 or before in ("va", ",", "-", "/", "(", ";")
    free = not _AFTERWARDS.match(after) or _JOINED.match(after) is not None
    return led and free and not (place == 0 and _AFTERWARDS.search(before))


def _ends(pieces: tuple[Token, ...], named: list[_Named], year: int | None) -> _Ends:
    """Return where the work begins and ends; raise where the words contradict one another."""
    named = _deadlines_only(named)
    if not named:
        return _Ends()
    named = _paired(pieces, named)
    year = _year_of(named, year)
    begins = [_days(n, year)[0] for n in named if n.begins]
    ends = [_end(n, year) for n in named if not n.begins]
    starts = {*begins} | {first for n in named if (first := _span_start(n, year))}
    if len(starts) > 1:
        raise _NotRead
    start = next(iter(starts), None)
    return _joined(start, ends) if ends else _Ends(start=start)


def _deadlines_only(named: list[_Named]) -> list[_Named]:
    """Leave out periods of planning, except one whose end is asked for ("hết giai đoạn …")."""
    bound = {Word.UNTIL, Word.BEFORE}
    return [n for n in named if not n.stretch.phase or n.marks & bound]


def _paired(pieces: tuple[Token, ...], named: list[_Named]) -> list[_Named]:
    """Mark as beginnings what "X - Y", "X đến Y", "X trở đi" name as such."""
    marked = []
    for place, this in enumerate(named):
        after = named[place + 1] if place + 1 < len(named) else None
        begins = _opens(pieces, this, after)
        marked.append(replace(this, marks=this.marks | {Word.FROM}) if begins else this)
    return marked


def _opens(pieces: tuple[Token, ...], this: _Named, after: _Named | None) -> bool:
    following = pieces[this.place + 1]
    if following.word is Word.ONWARD and not following.gap:
        return True
    if after is None or this.begins or this.marks & {Word.UNTIL, Word.BEFORE}:
        return False
    if after.place == this.place + 1:
        return following.gap == "-"
    reaches = following.word is Word.UNTIL and following.text.startswith(("den", "toi", "cho den"))
    return reaches and not following.gap and after.place == this.place + 2


def _year_of(named: list[_Named], year: int | None) -> int | None:
    own = {n.stretch.year for n in named if n.stretch.year is not None}
    return own.pop() if len(own) == 1 else year if not own else None


def _days(named: _Named, year: int | None) -> tuple[date, date]:
    days = named.stretch.days(year)
    if days is None:
        raise _NotRead
    return days


def _span_start(named: _Named, year: int | None) -> date | None:
    if named.begins or not named.stretch.spans or named.stretch.phase:
        return None
    if named.marks & {Word.UNTIL, Word.BEFORE}:
        return None
    return _days(named, year)[0]


def _end(named: _Named, year: int | None) -> tuple[date, date, _Ends]:
    """Return the days an end covers, and the end itself."""
    first, last = _days(named, year)
    if Word.BEFORE not in named.marks:
        return first, last, _Ends(due=last, kind=named.stretch.kind)
    if named.stretch.is_day:
        return first, last, _Ends(due=last, kind=Kind.FIXED, exclusive=Word.TIME not in named.marks)
    if Word.LATE in named.marks:
        return last, last, _Ends(due=last, kind=Kind.FIXED)
    eve = first - timedelta(days=1)
    return eve, eve, _Ends(due=eve, kind=Kind.FIXED)


def _joined(start: date | None, ends: list[tuple[date, date, _Ends]]) -> _Ends:
    """Return the one end the words agree on, with its beginning."""
    first, last, end = min(ends, key=lambda e: e[1] - e[0])
    if any(not (other[0] <= first and last <= other[1]) for other in ends):
        raise _NotRead
    if start is None:
        return end
    if end.due is None or end.due < start:
        raise _NotRead
    return replace(end, start=start, kind=Kind.FIXED)
