"""The words of a page on the lines they stand on, and the gutters that no word crosses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from kehoach_desktop.importers.pdf_page import Letter, levels_of

APART = 0.33  # of a line's height: words further apart stand in different columns
NARROW, WIDE = 1.0, 5.0  # points; narrow where the header is parted there, too
CLOSING = ")]}.,;:!?%”’"
OVERHANG = 4.0  # points: so far a line may be set over the edge of its column
ALIGNED = 1.0  # points: words that begin so near one another begin in one place
FEWEST_STARTS = 3
WIDEST = 0.3  # of a table's width: two runs as wide may be a heading


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand together on a line: from where to where, and what they say."""

    left: float
    right: float
    text: str

    @property
    def middle(self) -> float:
        """Where the middle of the words is, in points."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Level:
    """One height of a page: where it is, how high its letters are, the runs of words on it."""

    at: float
    height: float
    runs: tuple[Run, ...]
    letters: tuple[Letter, ...] = ()

    @property
    def text(self) -> str:
        """All words of the line."""
        return " ".join(run.text for run in self.runs)

    def in_column(self, left: float, right: float) -> str:
        """Return the words whose middle lies between two edges."""
        return " ".join(run.text for run in self.runs if left <= run.middle < right)

    def crosses(self, edge: float) -> bool:
        """Say whether words run over the place `edge`."""
        return any(run.left < edge < run.right for run in self.runs)


def is_across(run: Run, edges: Sequence[float]) -> bool:
    """Say whether words run over the edge of a column."""
    return any(run.left + OVERHANG < edge < run.right - OVERHANG for edge in edges[1:-1])


def is_spread(level: Level, edges: Sequence[float]) -> bool:
    """Say whether any words of a line run over the edge of a column."""
    return any(is_across(run, edges) for run in level.runs)


def read_levels(letters: Sequence[Letter]) -> list[Level]:
    """Return the lines of a page from the top down."""
    return [level for row in levels_of(letters) if (level := _level(row)).runs]


def _level(row: Sequence[Letter], starts: Sequence[float] = ()) -> Level:
    height = max(letter.height for letter in row)
    shown = tuple(letter for letter in row if not letter.text.isspace())
    runs = tuple(_runs(shown, height, starts))
    return Level(row[0].base + row[0].height * 0.25, height, runs, shown)


def starts_of(levels: Sequence[Level]) -> list[tuple[float, int]]:
    """Return the places where words of several lines begin, with how many of them do."""
    found: list[list[float]] = []
    for place in sorted(run.left for level in levels for run in level.runs):
        if found and place - found[-1][0] <= ALIGNED:
            found[-1].append(place)
        else:
            found.append([place])
    return [(group[0], len(group)) for group in found if len(group) >= FEWEST_STARTS]


def parted_at(level: Level, starts: Sequence[float]) -> Level:
    """Return a line whose words are parted where a letter stands at one of `starts`, too."""
    return _level(level.letters, starts) if starts and level.letters else level


def parted(row: Sequence[Letter], walls: Sequence[float]) -> Level:
    """Return a line with its words parted at `walls`, from left to right, and nowhere else."""
    height = max(letter.height for letter in row)
    shown = [letter for letter in row if not letter.text.isspace()]
    cells = groupby(shown, lambda one: bisect_right(walls, (one.left + one.right) / 2))
    runs = tuple(_run([*letters], height) for _cell, letters in cells)
    return Level(row[0].base + row[0].height * 0.25, height, runs)


def _runs(row: Sequence[Letter], height: float, starts: Sequence[float] = ()) -> Iterator[Run]:
    kept: list[Letter] = []
    right = 0.0
    for letter in row:
        opens = letter.text not in CLOSING
        begins = opens and any(0 <= letter.left - start <= ALIGNED for start in starts)
        if kept and (begins or letter.left - right > height * APART):
            yield _run(kept, height)
            kept = []
        right = max(right, letter.right)
        kept.append(letter)
    if kept:
        yield _run(kept, height)


def _run(letters: Sequence[Letter], height: float) -> Run:
    words: list[str] = []
    right = letters[0].left
    for letter in letters:
        if letter.left - right > height * 0.16:
            words.append(" ")
        words.append(letter.text)
        right = max(right, letter.right)
    return Run(letters[0].left, right, "".join(words))


def gutters_of(header: Sequence[Level], body: Sequence[Level]) -> list[float]:
    """Return the middles of the strips down a table that its words keep free.

    `header` may hold one line that runs over a strip: the words over two columns. A few lines of
    the body may, too; headings over all columns do not count.
    """
    rows = [level for level in body if len(level.runs) > 1]
    if not rows:
        return []
    left = min(run.left for level in rows for run in level.runs)
    right = max(run.right for level in rows for run in level.runs)
    widest = (right - left) * WIDEST
    rows = [level for level in rows if len(level.runs) > 2 or _widest(level) < widest]
    over, under = _covers(header), _covers(rows)
    most = len(rows) // 20
    free = [
        place
        for place in _places(left, right)
        if over.get(place, 0) <= 1 and under.get(place, 0) <= most
    ]
    found = ((_clear(stretch, over), stretch) for stretch in _stretches(free))
    return [
        sum(clear) / 4
        for clear, (first, last) in found
        if last - first >= 2 * (NARROW if _parts(header, sum(clear) / 4) else WIDE)
    ]


def _parts(header: Sequence[Level], place: float) -> bool:
    """Say whether a line of the header has words on both sides of a place."""
    return any(
        one.right <= place <= other.left for level in header for one, other in pairwise(level.runs)
    )


def _widest(level: Level) -> float:
    return max(run.right - run.left for run in level.runs)


def _clear(stretch: tuple[int, int], over: dict[int, int]) -> tuple[int, int]:
    """Return the widest part of a strip that no word of the header touches, if there is one."""
    places = [place for place in range(stretch[0], stretch[1] + 1) if place not in over]
    parts = [(last - first, first, last) for first, last in _stretches(places)]
    _width, first, last = max(parts, default=(0, *stretch))
    return first, last


def _covers(levels: Sequence[Level]) -> dict[int, int]:
    """Return, for each half point across the page, how many lines have words there."""
    count: dict[int, int] = {}
    for level in levels:
        for run in level.runs:
            for place in _places(run.left, run.right):
                count[place] = count.get(place, 0) + 1
    return count


def _places(left: float, right: float) -> range:
    return range(int(left * 2), int(right * 2) + 1)


def _stretches(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each unbroken run of numbers."""
    first = before = None
    for place in places:
        if before is None or place != before + 1:
            if first is not None and before is not None:
                yield first, before
            first = place
        before = place
    if first is not None and before is not None:
        yield first, before
