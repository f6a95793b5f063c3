"""A figure that a plan asks for, as its table prints it; never a task."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of a table of indicators; every text is verbatim, "" where the table has none.

    `target` is the figure to reach; `values` are the other columns by their heading. `group` is
    the heading row over it, `place` where the row stands in the source.
    """

    name: str
    ordinal: str = ""
    unit: str = ""
    target: str = ""
    values: tuple[tuple[str, str], ...] = ()
    group: str = ""
    place: str = ""


def is_counted(row: Indicator) -> bool:
    """Say whether the office can count it: it has a name and a unit, and is no share of a hundred.

    Shares of villages cannot be added; their two numbers can.
    """
    return bool(row.name.strip() and row.unit.strip()) and "%" not in row.unit
