"""The foot of a paper: who receives it, and who signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kehoach_desktop.documents.check.lines import Line, placed_lines
from kehoach_desktop.documents.check.looks import Paper, Table
from kehoach_desktop.documents.check.words import CAPACITY

SIGNERS_PER_ROW = 3


@dataclass(frozen=True, slots=True)
class Foot:
    """Recipients and signatures; `start` is the block where the foot begins, `end` where it ends.

    A signature is the lines of one cell: capacity, position, name.
    """

    recipients: tuple[Line, ...] = ()
    signatures: tuple[tuple[Line, ...], ...] = ()
    start: int = 1_000_000
    end: int = 1_000_000


def find_foot(paper: Paper) -> Foot:
    """Return the foot of the paper, or one that begins behind everything."""
    lines = placed_lines(paper.blocks)
    heading = next((n for n in lines if _is_heading(n)), None)
    recipients = _recipients(lines, heading)
    signatures = _signatures(paper, lines, heading, recipients)
    starts = [line.block for line in (heading, *(s[0] for s in signatures)) if line is not None]
    start = min(starts, default=len(paper.blocks))
    return Foot(recipients, signatures, start, len(paper.blocks))


def _is_heading(line: Line) -> bool:
    return line.key.startswith("noi nhan") and len(line.key) < 14


def _recipients(lines: Sequence[Line], heading: Line | None) -> tuple[Line, ...]:
    """Return the heading and the lines under it."""
    if heading is None:
        return ()
    after = lines[_position(lines, heading) + 1 :]
    found = [heading]
    for line in after:
        here = (line.block, line.row, line.column) == (heading.block, heading.row, heading.column)
        in_cell = heading.row >= 0 and here
        in_next_row = heading.row >= 0 and line.block == heading.block and line.column == 0
        loose = heading.row < 0 and line.row < 0 and line.said.startswith(("-", "–", "+"))
        if in_cell or loose or (in_next_row and line.said.startswith(("-", "–", "+"))):
            found.append(line)
        elif heading.row < 0 and line.row < 0:
            break
    return tuple(found)


def _position(lines: Sequence[Line], wanted: Line) -> int:
    return next(index for index, line in enumerate(lines) if line is wanted)


def _signatures(
    paper: Paper, lines: Sequence[Line], heading: Line | None, recipients: Sequence[Line]
) -> tuple[tuple[Line, ...], ...]:
    taken = {id(line) for line in recipients}
    tables = [
        index
        for index, block in enumerate(paper.blocks)
        if isinstance(block, Table) and _may_be_signed(block, lines, index)
    ]
    chosen = [heading.block] if heading is not None and heading.block in tables else tables[-1:]
    if heading is not None and heading.block not in tables:
        chosen = [t for t in tables if abs(t - heading.block) <= 40][-1:] or tables[:1]
    cells: dict[int, list[Line]] = {}
    for line in lines:
        if line.block in chosen and id(line) not in taken:
            cells.setdefault(line.column, []).append(line)
    signed = [tuple(cell) for cell in cells.values() if any(CAPACITY.match(n.key) for n in cell)]
    return tuple(signed) or _loose_signature(lines, heading)


def _may_be_signed(table: Table, lines: Sequence[Line], index: int) -> bool:
    """Say whether a table holds a capacity to sign in, set as a heading of its own."""
    if any(len(row.cells) > SIGNERS_PER_ROW for row in table.rows) or len(table.rows) > 6:
        return False
    if table.bordered:
        return False
    inside = [line for line in lines if line.block == index]
    return any(CAPACITY.match(n.key) and n.said == n.said.upper() for n in inside) and not any(
        n.key.startswith(("cong hoa xa hoi", "doc lap - tu do")) for n in inside
    )


def _loose_signature(lines: Sequence[Line], heading: Line | None) -> tuple[tuple[Line, ...], ...]:
    """Return a signature set without a table: capitals towards the end, then a name."""
    loose = [line for line in lines if line.row < 0]
    starts = [
        index
        for index, line in enumerate(loose)
        if CAPACITY.match(line.key)
        and line.said == line.said.upper()
        and index > 5
        and not line.key.startswith("chu tich uy ban")
    ]
    if not starts:
        return ()
    group = [n for n in loose[starts[0] : starts[0] + 5] if not n.said.startswith(("-", "–"))]
    kept = [n for n in group if n is not heading and len(n.said) < 60]
    return (tuple(kept),)
