"""The columns under a header without lines: by the strips words keep free, or where they begin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kehoach_desktop.importers.columns import is_header, is_indicator_header
from kehoach_desktop.importers.headings import read_header
from kehoach_desktop.importers.ordinals import Style, read_ordinal
from kehoach_desktop.importers.pdf_row_starts import is_heading
from kehoach_desktop.importers.pdf_words import (
    Level,
    Run,
    gutters_of,
    is_across,
    parted_at,
    starts_of,
)

FEWEST_COLUMNS = 3
FAR = 4.0  # of a line's height: so far below, a table is over
LONG_HEADING = 3
EDGE = 0.5
PADDING = 4.0  # points between the line of a column and its words


def columns_under(levels: Sequence[Level], start: int, body: int) -> tuple[float, ...]:
    """Return the edges of the columns under a header, empty where they cannot be told."""
    header = levels[start:body]
    below = levels[body : body + 80]
    below = below[: _far(below)]
    gutters = [gutter for gutter in gutters_of(header, below) if _splits(header, gutter)]
    gutters = [_aligned(gutter, below) for gutter in gutters]
    gutters = sorted([*gutters, *_starts_between(_stacks(header), gutters, below)])
    below = parted_by(below, [0.0, *gutters, 0.0])
    runs = [run for level in (*header, *below) for run in level.runs]
    edges = [min(r.left for r in runs) - 1, *gutters, max(r.right for r in runs) + 1]
    edges = _with_words(header, below, edges)
    texts = [" ".join(filter(None, (level.in_column(*pair) for level in header)))
             for pair in pairwise(edges)]  # fmt: skip
    whole = not any(_holds_two(level, edges) for level in header)
    return tuple(edges) if whole and heads(texts) else ()


def _aligned(gutter: float, below: Sequence[Level]) -> float:
    """Return the edge of a column right before its words, where these begin in one place."""
    near = (at for at, _count in starts_of(below) if 0 < at - gutter <= PADDING)
    return next(near, gutter + EDGE) - EDGE


def _holds_two(level: Level, edges: Sequence[float]) -> bool:
    """Say whether words that stand apart in a header are in one column."""
    places = [bisect_right(edges, run.middle) for run in level.runs if not is_across(run, edges)]
    return len(set(places)) < len(places)


def _starts_between(
    stacks: Sequence[Sequence[Run]], gutters: Sequence[float], below: Sequence[Level]
) -> Iterator[float]:
    """Yield, where words fill the strip between two columns, the place where those of one begin."""
    starts = starts_of(below)
    for place, (left, right) in enumerate(pairwise(stack[0] for stack in stacks)):
        free = [gutter for gutter in gutters if left.middle < gutter < right.middle]
        held = [(count, at) for at, count in starts if left.middle < at < right.middle]
        if place == 0:  # numbers may be set to the right, so that each begins apart
            ends = [at for _count, at in held if _numbers_end(below, at)]
            if ends and max(ends) - EDGE > max(free, default=0.0) + EDGE:
                yield max(ends) - EDGE
        elif held and not free:
            yield max(held)[1] - EDGE


def _numbers_end(below: Sequence[Level], at: float) -> bool:
    """Say whether nothing but numbers stands on the left of a place."""
    words = ("".join(one.text for one in lv.letters if one.right <= at + EDGE) for lv in below)
    numbers = [read_ordinal(word).style is not Style.NONE for word in words if word]
    return len(numbers) > 1 and sum(numbers) * 10 >= len(numbers) * 9


def parted_by(levels: Sequence[Level], edges: Sequence[float]) -> list[Level]:
    """Return lines with their words parted where those of a column begin at its edge."""
    starts = [at for at, _count in starts_of(levels)]
    near = [at for edge in edges[1:-1] for at in starts if 0 <= at - edge <= PADDING]
    near.extend(edges[1:-1])
    return [
        level if len(level.runs) < LONG_HEADING and is_heading(level) else parted_at(level, near)
        for level in levels
    ]


def _far(levels: Sequence[Level]) -> int:
    """Return how many lines follow one another without a wide gap."""
    for place, (above, below) in enumerate(pairwise(levels), start=1):
        if above.at - below.at > below.height * FAR:
            return place
    return len(levels)


def _splits(header: Sequence[Level], gutter: float) -> bool:
    """Say whether no line of the header has its words close to one another around a gutter."""
    over = sum(level.crosses(gutter) for level in header)
    return over <= 1 and over < len(header)


def _with_words(
    header: Sequence[Level], below: Sequence[Level], edges: Sequence[float]
) -> list[float]:
    """Return the edges without those of columns that no word of the header names.

    A first column of numbers needs no name.
    """
    kept = [edges[0]]
    for place, (left, right) in enumerate(pairwise(edges)):
        named = _named(header, left, right)
        counted = place == 0 and _counts(below, left, right)
        twice = counted and not (named and _named(header, right, edges[2]))
        if twice and _counts(below, right, edges[2]):
            continue  # labels of sections on the left, numbers on the right of one column
        if named or counted or len(kept) == 1:
            kept.append(right)
        else:
            kept[-1] = right
    return kept


def _named(header: Sequence[Level], left: float, right: float) -> bool:
    return any(level.in_column(left, right) for level in header)


def _counts(levels: Sequence[Level], left: float, right: float) -> bool:
    """Say whether nothing but labels and numbers stands between two edges."""
    texts = filter(None, (level.in_column(left, right) for level in levels))
    return all(read_ordinal(text).style is not Style.NONE for text in texts)


def stacked(levels: Sequence[Level]) -> list[str]:
    """Return the names of the columns: words over several are said of each, from left to right."""
    return [" ".join(run.text for run in reversed(stack)) for stack in _stacks(levels)]


def _stacks(levels: Sequence[Level]) -> list[list[Run]]:
    """Return the words of each column of a header, the lowest first, from left to right."""
    stacks: list[list[Run]] = []
    for run in (run for level in reversed(levels) for run in level.runs):
        under = [stack for stack in stacks if _meet(run, stack[0])]
        for stack in under:
            stack.append(run)
        if not under:
            stacks.append([run])
    return sorted(stacks, key=lambda stack: stack[0].left)


def _meet(one: Run, other: Run) -> bool:
    return one.left < other.right and other.left < one.right


def heads(texts: Sequence[str]) -> bool:
    """Say whether words name the columns of a table of tasks or of indicators."""
    if len(texts) < FEWEST_COLUMNS:
        return False
    return is_indicator_header(texts) or is_header([read_header(text) for text in texts])
