"""Where the rows begin in a table whose page draws lines only between its columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.pdf_page import Letter, levels_of
from kehoach_desktop.importers.pdf_row_starts import divided, numbered, opening_lines
from kehoach_desktop.importers.pdf_rules import NEAR, Rule, bands, clustered
from kehoach_desktop.importers.pdf_words import parted

FEWEST_EDGES = 3
FEWEST_NUMBERS = 2
FEWEST_OPENING = 4  # lines that open several cells, where no row has a number
BY_PLACE = mark("Bảng chỉ kẻ cột: dòng được chia theo chỗ đặt chữ, hãy so với bản gốc.")
NO_ROWS = mark("Bảng chỉ kẻ cột, không rõ mỗi nhiệm vụ bắt đầu từ đâu: cần bản Word hoặc Excel.")


@dataclass(slots=True)
class OpenRows:
    """The lines across that a page leaves out of its tables, and what is doubtful about them."""

    rules: list[Rule] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def find_open_rows(
    letters: Sequence[Letter], across: Sequence[Rule], down: Sequence[Rule]
) -> OpenRows:
    """Return the lines that would stand between the rows which lines `down` alone divide.

    A table that a page cuts is closed above and below, too.
    """
    found = OpenRows()
    for band in bands(down):
        edges = clustered(rule.at for rule in band)
        if len(edges) >= FEWEST_EDGES:
            _divide(band, edges, letters, across, found)
    return found


def _divide(
    band: Sequence[Rule],
    edges: Sequence[float],
    letters: Sequence[Letter],
    across: Sequence[Rule],
    found: OpenRows,
) -> None:
    top, floor = max(rule.end for rule in band), min(rule.start for rule in band)
    heights = clustered(r.at for r in across if floor - NEAR <= r.at <= top + NEAR)
    ends = [end for end in (top, floor) if all(abs(end - at) > NEAR * 2 for at in heights)]
    inside = [one for one in letters if floor < _middle(one) < top and _is_between(one, edges)]
    if not inside:
        return
    found.rules.extend(Rule(end, edges[0], edges[-1]) for end in ends)
    for low, high in pairwise(sorted((*heights, *ends))):
        rows = levels_of([one for one in inside if low < _middle(one) < high])
        body = [parted(row, [*_walls(row, edges, band)]) for row in rows]
        body = [level for level in body if level.runs]
        numbers = len(numbered(body, edges))
        many = not numbers and len(opening_lines(body, edges)) >= FEWEST_OPENING
        if numbers < FEWEST_NUMBERS and not many:
            continue
        starts = divided(body, edges, ())
        found.doubts.append(NO_ROWS if starts is None else BY_PLACE)
        for start in (starts or ())[1:]:
            at = (body[start - 1].at + body[start].at) / 2
            found.rules.append(Rule(at, edges[0], edges[-1]))


def _middle(letter: Letter) -> float:
    return letter.base + letter.height * 0.25


def _is_between(letter: Letter, edges: Sequence[float]) -> bool:
    return edges[0] <= (letter.left + letter.right) / 2 <= edges[-1]


def _walls(row: Sequence[Letter], edges: Sequence[float], band: Sequence[Rule]) -> Iterator[float]:
    """Yield the inner edges at which a line stands on the height of a row of letters."""
    at = _middle(row[0])
    for edge in edges[1:-1]:
        if any(abs(rule.at - edge) <= NEAR and rule.covers(at) for rule in band):
            yield edge
