"""Whether a reading leaves no word of the wording aside: one nobody understood may turn it round.

Between the pieces that mean something stand words that a reading does not use. Such a word is
known filler ("dự kiến", "vào"), or it belongs to what is to be done or by whom: that begins with
a word of office work or with a body and goes on freely ("Trình HĐND tỉnh thông qua …"), only
without a word that may turn the sense ("không", "lùi"). Anything else makes the reading unknown.
"""

from __future__ import annotations

import re

from kehoach_desktop.domain.deadline import Deadline, Kind
from kehoach_desktop.domain.deadline_filler import is_hoped, opens_work, turns, unknown_from
from kehoach_desktop.domain.deadline_named import FILLER, Named, is_paper
from kehoach_desktop.domain.deadline_pieces import RECURRING_WORDS, STRETCH_WORDS
from kehoach_desktop.domain.deadline_words import Token, Word

_MARKS = {Word.FROM, Word.UNTIL, Word.BEFORE, Word.AFTER, Word.EARLY, Word.LATE}
_POINTED_AT = {Word.DAY, Word.CONDITION, Word.DURATION, Word.LATER, *RECURRING_WORDS}
_TIMES = {Word.TIME, Word.WEEKDAY}
_STRAY = {Word.VAGUE, Word.DURATION, Word.LATER}
_YEARS = {Word.YEAR, Word.BARE_YEAR, Word.YEARS, Word.PART}
_GOING_ON = {Word.ONGOING, Word.CONTINUES, *RECURRING_WORDS}
_AT_HEAD = re.compile(r"(?:[a-z]|\d{1,2})\)\s*")
_AFTERWARDS = re.compile(r"[\s,;(]*sau do\b")
_FOOTNOTE = re.compile(r"[(\[]\d{1,2}[)\]]")
_BEFORE_START = re.compile(r"\b(?:tuan|(?:co )?hieu luc)$")
_CUT_OFF = re.compile(r"\b(?:so lieu|ket qua|tinh hinh|luy ke)$")
_MOVED = re.compile(r"\b(?:gia han|keo dai|(?:lui|doi)(?: thoi han)? sang)$")
_MOVED_TO = re.compile(r"\b(?:gia han|keo dai|lui|doi|hoan)(?: thoi han)?$")
_BY_RHYTHM = re.compile(r"\b(?:tuan|thang|quy|nam|dau|hoac|tuy|it nhat)$")
_OF_WORK = re.compile(r"(?:gio (?:chieu|sang|hanh chinh|lam viec)(?: ngay)?|(?:ky )?giao ban)\W*")
_BESIDE = re.compile(r"\b(?:tam nhin|dinh huong|dip)(?: den)?$")
_NUMBERED = re.compile(r"\b(?:ky hop|khoa|phien hop|lan|hoi nghi)$")
_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5, "nhat": 6}


class Walk:
    """A walk over the pieces: `free` within a deed, `waiting` within a condition."""

    def __init__(self, pieces: tuple[Token, ...], named: list[Named], reading: Deadline) -> None:
        self.pieces, self.reading = pieces, reading
        self.used = {one.place for one in named}
        self.ends = sum(not one.begins for one in named)
        self.free = self.waiting = False

    def is_whole(self) -> bool:
        """Say whether each gap and each piece has its part in the reading or cannot change it."""
        # "Trong năm 2025, phấn đấu quý III/2025": the sooner of two ends is not the one set.
        if self.ends > 1 and any(is_hoped(piece.gap) for piece in self.pieces):
            return False
        return all(
            self._gap_is_told(place) and self._piece_is_told(place)
            for place in range(len(self.pieces))
        )

    def _gap_is_told(self, place: int) -> bool:
        begin, end = self._open_part(place)
        piece = self.pieces[place]
        gap, said = piece.gap[begin:end], (piece.said or piece.gap)[begin:end]
        known = unknown_from(gap)
        up_to = piece.word is Word.UNTIL and _CUT_OFF.search(gap)
        if up_to or turns(said[:known], filler=True):
            return False
        rest, words = gap[known:], said[known:]
        if not rest:
            return True
        self.free = self.free or opens_work(rest) or opens_work(gap)
        return self.free and not rest[-1].isdigit() and not turns(words, filler=False)

    def _open_part(self, place: int) -> tuple[int, int]:
        """Return which part of a gap is not told yet by what stands before and behind it."""
        piece = self.pieces[place]
        gap = piece.gap
        mark = (_FOOTNOTE if place else _AT_HEAD).match(gap)
        if piece.word in _GOING_ON:
            mark = _AFTERWARDS.match(gap) or mark
        begin, end = mark.end() if mark else 0, len(gap)
        if self.waiting:
            begin = max(map(gap.rfind, ",;:(")) + 1 if self._dated_from(place) else 0
            begin = begin or end
        told = None
        if piece.word in RECURRING_WORDS | {Word.CONDITION, Word.LATE}:
            told = _BY_RHYTHM.search(gap, begin)
        elif piece.word is Word.FROM:
            told = _BEFORE_START.search(gap, begin)
        elif piece.word is Word.UNTIL:
            told = _MOVED_TO.search(gap, begin)
        elif piece.word in STRETCH_WORDS:
            told = _MOVED.search(gap, begin)
        return begin, told.start() if told else end

    def _dated_from(self, place: int) -> bool:
        return any(used >= place for used in self.used)

    def _piece_is_told(self, place: int) -> bool:
        piece = self.pieces[place]
        if place in self.used:
            self.free = self.waiting = False
            return True
        self.waiting = self.waiting or piece.word is Word.CONDITION
        self.free = self.free or (piece.word is Word.WITHIN and not piece.text.endswith("trong"))
        if piece.word is Word.WEEKDAY:
            return self._weekday_agrees(piece)
        return self.waiting or self._stands_rightly(place)

    def _stands_rightly(self, place: int) -> bool:
        """Say whether a piece that names no deadline itself stands where it means nothing more."""
        piece = self.pieces[place]
        if piece.word in _MARKS:
            return self._points(place)
        if piece.word in _STRAY:
            return self._is_counted(piece)
        if piece.word is Word.ONWARD:
            return self.reading.start is not None
        if piece.word not in STRETCH_WORDS or piece.word is Word.PHASE:
            return True
        counted = re.match(r"[a-z]", self.pieces[place + 1].gap) is not None
        loose = piece.word is Word.DM or (piece.word in _YEARS and (counted or is_paper(piece.gap)))
        return (self.free and loose) or _BESIDE.search(piece.gap) is not None

    def _points(self, place: int) -> bool:
        """Say whether a mark stands before something that it can point at."""
        after = self.pieces[place + 1]
        if after.word in _MARKS | {Word.WITHIN} or place + 1 in self.used:
            return bool(FILLER.fullmatch(after.gap) or _OF_WORK.fullmatch(after.gap))
        named = after.word in _TIMES or after.word in _POINTED_AT
        return named or _OF_WORK.fullmatch(after.gap) is not None

    def _is_counted(self, piece: Token) -> bool:
        """Say whether a length of time or a week is told by the condition or the rhythm beside."""
        if self.reading.kind is Kind.CONDITIONAL:
            return piece.word is Word.DURATION
        if piece.word is Word.LATER:
            return any(one.word is Word.DAY for one in self.pieces)
        beside = piece.text.startswith("tuan") or piece.gap in (",", "va", ";", "/")
        return beside and self.reading.kind is Kind.RECURRING

    def _weekday_agrees(self, piece: Token) -> bool:
        """Say whether a day of the week is that of the day named, or of recurring work."""
        if self.reading.kind in (Kind.RECURRING, Kind.DONE) or _NUMBERED.search(piece.gap):
            return True
        last = piece.text.split()[-1]
        weekday = int(last[-1]) - 2 if last[-1].isdigit() else _WEEKDAYS[last]
        days = (self.reading.due, self.reading.start)
        return any(day is not None and day.weekday() == weekday for day in days)
