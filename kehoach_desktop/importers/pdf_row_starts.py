"""Where the rows of a table without lines begin: by rules across, by gaps, or by the numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from kehoach_desktop.domain.text import fold
from kehoach_desktop.importers.entries import NOTE, SECTIONS
from kehoach_desktop.importers.ordinals import Style, read_ordinal, titled
from kehoach_desktop.importers.pdf_rules import Rule
from kehoach_desktop.importers.pdf_words import Level, is_spread

Rows = Sequence[int]
"""The first line of each row, counted in the body of the table."""

WIDER = 1.25  # of the usual distance of lines: a gap between two rows
FEWEST_AROUND = 4  # rows: so many are not set around their numbers by chance
OFF_CENTRE = 0.3  # of a line's height: so far from the middle of its row a cell is not centred
TORN = re.compile(r"[^()]{1,12}\)[.,;]?")
WIDEST_OF_NUMBERS = 0.25  # of the table's width
COVERED = 0.6  # of the table's width: so long is a line that parts two rows


def ends_table(level: Level) -> bool:
    """Say whether a line is a note or a signature under a table."""
    return bool(NOTE.match(fold(level.text)))


def is_heading(level: Level) -> bool:
    """Say whether a line that runs over the columns may be the heading of a section."""
    text = level.text
    return text.isupper() or titled(text)[0].style is not Style.NONE or _starts(level)


def divided(body: Sequence[Level], edges: Sequence[float], across: Sequence[Rule]) -> Rows | None:
    """Return where the rows of `body` begin; None where that cannot be told.

    `edges` are those of its columns, `across` the lines drawn over the page.
    """
    if not body:
        return ()
    told = (_by_rules(body, edges, across), _by_gaps(body, edges), _by_first_lines(body, edges))
    for starts in told:
        if starts is not None:
            return starts
    around, under = _by_middles(body, edges), _by_numbers(body, edges)
    if around is None or under is None:
        return under if around is None else around
    return around if [*around] == [*under] or len(around) >= FEWEST_AROUND else None


def _by_rules(body: Sequence[Level], edges: Sequence[float], across: Sequence[Rule]) -> Rows | None:
    """Return the rows that lines across the table part; None where they part too few."""
    wide = (edges[-1] - edges[0]) * COVERED
    heights = [rule.at for rule in across if rule.end - rule.start >= wide]
    starts = [0]
    for place, (above, below) in enumerate(pairwise(body), start=1):
        if any(below.at < height < above.at for height in heights):
            starts.append(place)
    numbers = numbered(body, edges)
    whole = all(sum(start <= n < end for n in numbers) < 2 for start, end in _spans(starts, body))
    return starts if len(starts) > 1 and whole else None


def _by_gaps(body: Sequence[Level], edges: Sequence[float]) -> Rows | None:
    """Return the rows that wider gaps part, each with one number or with cells of its own."""
    usual = _pitch(body, edges)
    gaps = [p for p, (a, b) in enumerate(pairwise(body), start=1) if a.at - b.at > usual * WIDER]
    numbers = set(numbered(body, edges))
    starts = [0]
    for gap, end in pairwise([*gaps, len(body)]):
        if numbers & {*range(gap, end)} or _is_row(body[gap:end], edges):
            starts.append(gap)
    starts = sorted({*starts, *_around_headings(body, edges)})
    held = [sum(s <= n < e for n in numbers) for s, e in _spans(starts, body)]
    told = bool(gaps) and max(held) < 2 and _open_well(body, edges, starts)
    # Without numbers a line that opens several cells is a row of its own, too.
    whole = numbers or not any(_is_first(body[p], edges) for p in {*range(len(body))} - {*starts})
    return starts if told and whole else None


def _by_first_lines(body: Sequence[Level], edges: Sequence[float]) -> Rows | None:
    """Return the rows of a table without numbers, each from the line that opens its cells.

    What goes on below must go on from that line; a line that may open a row or not tells nothing.
    """
    starts = sorted({*opening_lines(body, edges), *_around_headings(body, edges)})
    if not starts or starts[0] or numbered(body, edges):
        return None
    for start, end in _spans(starts, body):
        opened = _filled(body[start], edges)
        for level in body[start + 1 : end]:
            below = _filled(level, edges)
            if not below <= opened or (len(below) > 1 and _opens_cells(level)):
                return None
    return starts


def opening_lines(body: Sequence[Level], edges: Sequence[float]) -> list[int]:
    """Return the lines that open several cells at once, as the first line of a row does."""
    return [place for place, level in enumerate(body) if _is_first(level, edges)]


def _is_first(level: Level, edges: Sequence[float]) -> bool:
    return len(_filled(level, edges)) > 2 and _opens_cells(level)


def _filled(level: Level, edges: Sequence[float]) -> set[int]:
    return {bisect_right(edges, run.middle) for run in level.runs}


def _opens_cells(level: Level) -> bool:
    """Say whether all words of a line begin as those of a cell do."""
    return not any(run.text[:1].islower() or TORN.fullmatch(run.text) for run in level.runs)


def _by_numbers(body: Sequence[Level], edges: Sequence[float]) -> Rows | None:
    """Return the rows that begin on the line of their number.

    Only where the words beside each number begin a sentence: else the number stands in the middle
    of its row.
    """
    numbers = numbered(body, edges)
    starts = sorted({*numbers, *_around_headings(body, edges)})
    if not starts:
        single = all(_is_row([level], edges) for level in body)
        rest = body[0].text[0].islower()  # of a row that the page has cut
        return range(len(body)) if single else (0,) if rest else None
    starts = sorted({0, *starts})
    if _open_well(body, edges, starts):
        return starts
    # A sheet without a wish of its own sets its cells down on the floor of the row.
    starts = sorted({0, *(n + 1 for n in numbers), *_around_headings(body, edges)} - {len(body)})
    return starts if len(body) - 1 in numbers and _open_well(body, edges, starts) else None


def _by_middles(body: Sequence[Level], edges: Sequence[float]) -> Rows | None:
    """Return the rows whose cells are all set around the height of the row's number.

    The words of each column stand as far over the number as under it; where several ends of a row
    would do, or none, nothing is told.
    """
    numbers = numbered(body, edges)
    turns = [*sorted(_around_headings(body, edges)), len(body)]
    starts = [0]
    for place, number in enumerate(numbers):
        starts.extend(turn for turn in turns if starts[-1] < turn <= number)
        last = next(turn for turn in turns if turn > number)
        alone = place + 1 == len(numbers) or numbers[place + 1] >= last
        ends = (last,) if alone else range(number + 1, numbers[place + 1] + 1)
        fit = [end for end in ends if _is_around(body[starts[-1] : end], edges, body[number].at)]
        if len(fit) != 1:
            return None
        starts.append(fit[0])
    starts = [start for start in starts if start < len(body)]
    return starts if len(numbers) > 1 and _open_well(body, edges, starts) else None


def _is_around(lines: Sequence[Level], edges: Sequence[float], middle: float) -> bool:
    """Say whether the words of every column are centred on a height."""
    for left, right in pairwise(edges):
        at = [level.at for level in lines if level.in_column(left, right)]
        if at and abs((at[0] + at[-1]) / 2 - middle) > lines[0].height * OFF_CENTRE:
            return False
    return True


def _pitch(body: Sequence[Level], edges: Sequence[float]) -> float:
    """Return the usual distance of two lines of one cell, in points."""
    columns = ([level.at for level in body if level.in_column(*pair)] for pair in pairwise(edges))
    steps = sorted(above - below for column in columns for above, below in pairwise(column))
    return steps[len(steps) // 10] if steps else 0.0


def _around_headings(body: Sequence[Level], edges: Sequence[float]) -> set[int]:
    """Return the lines where headings over the columns begin, and those right under them."""
    over = [_is_over(level, edges) for level in body]
    return {p for p, (above, here) in enumerate(pairwise(over), start=1) if above != here}


def _open_well(body: Sequence[Level], edges: Sequence[float], starts: Rows) -> bool:
    """Say whether the words of each row begin like those of a sentence or a list."""
    return not any(_is_torn(body[start], edges) for start in starts if start)


def _is_torn(level: Level, edges: Sequence[float]) -> bool:
    """Say whether the first words beside the number are the rest of a sentence: "và xã", "2)"."""
    first = next((run.text for run in level.runs if edges[1] <= run.middle < edges[-1]), "")
    return first[:1].islower() or bool(TORN.fullmatch(first))


def numbered(body: Sequence[Level], edges: Sequence[float]) -> list[int]:
    """Return the lines with a number in the first column, if that is narrow enough for numbers."""
    if edges[1] - edges[0] > (edges[-1] - edges[0]) * WIDEST_OF_NUMBERS:
        return []
    return [
        place
        for place, level in enumerate(body)
        if not _is_over(level, edges)
        and read_ordinal(level.in_column(edges[0], edges[1])).style is not Style.NONE
    ]


def _is_over(level: Level, edges: Sequence[float]) -> bool:
    """Say whether a line runs over the columns, or is a title in capitals on its own."""
    alone = len(level.runs) == 1 and level.text.isupper() and level.text.count(" ") > 1
    return alone or is_spread(level, edges)


def _is_row(lines: Sequence[Level], edges: Sequence[float]) -> bool:
    """Say whether lines are a row of their own: a heading, or words in at least two columns."""
    if _is_over(lines[0], edges):
        return is_heading(lines[0])
    texts = [lines[0].in_column(*pair) for pair in pairwise(edges)]
    return sum(map(bool, texts)) > 2 and not next(filter(None, texts))[0].islower()


def _starts(level: Level) -> bool:
    first = level.text.split()[0]
    return read_ordinal(first).style in SECTIONS


def _spans(starts: Rows, body: Sequence[Level]) -> list[tuple[int, int]]:
    return [*zip(starts, (*starts[1:], len(body)), strict=True)]
