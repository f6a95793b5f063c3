"""Which stretches of time a wording really means, and the words that point at each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach_desktop.domain.deadline_pieces import STRETCH_WORDS, numbers_in, stretch_of
from kehoach_desktop.domain.deadline_stretch import Stretch
from kehoach_desktop.domain.deadline_words import Token, Word

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
POINTING = _MARKS - {Word.WITHIN, Word.LATE}
FILLER = re.compile(
    r"[\s:,(\-]*(?:(?:ngay|vao|la|moc|thoi gian|thoi diem|thoi han|khoang|du kien|trong|sang|chieu|"
    r"thuc hien|trien khai|nhiem vu|quoc khanh|le|chuyen doi so quoc gia|"
    r"phap luat(?: viet nam)?|cuoi ngay|het ngay)[\s:,(]*)*"
)
_PAPER = re.compile(
    r"(?:ke hoach|du toan|ngan sach|chuong trinh|nghi quyet|chi tieu|danh muc|so lieu|de an|luat|"
    r"quyet dinh|huong dan|kinh phi|muc tieu)(?: cong tac)?$"
)
_OCCASION = re.compile(
    r"\b(?:tet|dip|(?:mua|vu) (?:mua|bao|kho|he|dong)|ky hop|quoc khanh|ngay le|dai hoi|bau cu|"
    r"khai giang|hoi nghi)\b"
)
_FEAST = re.compile(
    r"\b(?:ngay chuyen doi so(?: quoc gia)?|quoc khanh|phap luat(?: viet nam)?|le)\W*$"
)
_AFTERWARDS = re.compile(r"[a-z]")
_JOINED = re.compile(r"va|hoac|den|toi|hang|moi|thi|;")


class NotReadError(Exception):
    """The words name a day that is not, contradict one another, or are outside the grammar."""


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of time, where in the wording it stands, and the words that point at it."""

    stretch: Stretch
    place: int
    marks: frozenset[Word]

    @property
    def begins(self) -> bool:
        """Whether it says when the work begins and no more."""
        return Word.FROM in self.marks and not self.stretch.spans


def named_in(pieces: tuple[Token, ...]) -> Iterator[Named]:
    """Yield the stretches of time that are meant as such, with the words that point at each."""
    conditioned = ""
    for place, piece in enumerate(pieces):
        if piece.word is Word.CONDITION:
            conditioned = conditioned or piece.text
        if piece.word not in STRETCH_WORDS:
            continue
        marks = marks_of(pieces, place)
        if not _meant(pieces, place, marks):
            continue
        stretch = stretch_of(piece)
        if stretch is None or Word.AFTER in marks:
            raise NotReadError
        if not conditioned and _of_an_occasion(pieces, place, stretch):
            raise NotReadError
        if not conditioned or _breaks_out(stretch, marks, conditioned):
            yield _checked(Named(stretch, place, marks))


def _checked(named: Named) -> Named:
    vague = {Word.EARLY} if not named.begins else {Word.LATE}
    # "Khởi công trước …", "bắt đầu chậm nhất …": the last day to begin is neither of the two.
    bound = Word.FROM in named.marks and named.marks & {Word.BEFORE, Word.UNTIL}
    if named.marks & vague or bound:
        raise NotReadError
    return named


def _breaks_out(stretch: Stretch, marks: frozenset[Word], condition: str) -> bool:
    """Say whether a date behind "theo …", "sau khi …" is a deadline and no part of that clause."""
    of_years = stretch.last_year is not None or stretch.first + stretch.last == (1, 1, 12, 31)
    if of_years and not (condition.startswith(("tu", "ke tu")) and Word.UNTIL in marks):
        return bool(marks & {Word.BEFORE, Word.WITHIN})
    return bool(marks & {Word.BEFORE, Word.UNTIL, Word.WITHIN, Word.FROM})


def marks_of(pieces: tuple[Token, ...], place: int) -> frozenset[Word]:
    """Return the words that point at the piece: those before it with only filler between."""
    found = set()
    while place > 0 and FILLER.fullmatch(pieces[place].gap):
        place -= 1
        if pieces[place].word not in _MARKS:
            break
        found.add(pieces[place].word)
    return frozenset(found)


def _of_an_occasion(pieces: tuple[Token, ...], place: int, stretch: Stretch) -> bool:
    """Say whether the time only tells which occasion is meant: "trước Tết Nguyên đán năm 2026"."""
    while place and pieces[place - 1].word is Word.LATE and FILLER.fullmatch(pieces[place].gap):
        place -= 1
    gap, last = pieces[place].gap, pieces[place - 1].word if place else None
    if not stretch.is_day and _FEAST.search(gap):
        return True
    if stretch.is_day or FILLER.fullmatch(gap):
        return False
    whole_year = (stretch.first, stretch.last) == ((1, 1), (12, 31))
    return last is Word.BEFORE or (whole_year and _OCCASION.search(gap) is not None)


def _meant(pieces: tuple[Token, ...], place: int, marks: frozenset[Word]) -> bool:
    """Say whether the piece is a time and no fraction, count, or year of a paper's title."""
    piece = pieces[place]
    if piece.word is Word.DM:
        return _is_day(pieces, place, marks)
    if piece.word is Word.BARE_YEAR:
        return bool(marks & POINTING) or _stands_alone(pieces, place, marks)
    if piece.word is Word.NINE:
        return not marks and _stands_alone(pieces, place, marks)
    return bool(marks) or not is_paper(piece.gap)


def is_paper(gap: str) -> bool:
    """Say whether a year behind `gap` belongs to the title of a paper: "Kế hoạch năm 2025"."""
    return _PAPER.search(gap) is not None


def _is_day(pieces: tuple[Token, ...], place: int, marks: frozenset[Word]) -> bool:
    text = pieces[place].text
    if marks & POINTING or "ngay" in text or "nam" in text:
        return True
    if _FEAST.search(pieces[place].gap):
        return True
    day, month = numbers_in(text)[:2]
    # No fraction is over one: "Dự thảo 15/9, trình 30/9/2025" names two days.
    if day > month and _is_free(pieces[place + 1].gap) and not _OCCASION.search(pieces[place].gap):
        return True
    return _stands_alone(pieces, place, marks) and Word.WITHIN not in marks


def _stands_alone(pieces: tuple[Token, ...], place: int, marks: frozenset[Word]) -> bool:
    before, after = pieces[place].gap, pieces[place + 1].gap
    before = "" if place == 0 and FILLER.fullmatch(before) else before
    led = bool(marks) or place == 0 or before in ("va", ",", "-", "/", "(", ";", ":")
    return led and _is_free(after) and not (place == 0 and _AFTERWARDS.search(before))


def _is_free(after: str) -> bool:
    """Say whether what follows a piece is no noun that it counts: "12/12 xã"."""
    return not _AFTERWARDS.match(after) or _JOINED.match(after) is not None
