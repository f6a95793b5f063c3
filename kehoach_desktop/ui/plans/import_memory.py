"""What a review teaches for the next paper of the same issuer, and what was taught before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kehoach_desktop.domain.draft import ColumnRole, Source
from kehoach_desktop.domain.text import fold
from kehoach_desktop.ui.plans.import_choices import Choices
from kehoach_desktop.ui.plans.import_places import Understood


def taught(choices: Choices, held: Understood, source: Source) -> dict[str, ColumnRole]:
    """Return the columns that were given a role by hand, by their heading."""
    headings = dict(_headings(held, source))
    chosen = ((headings.get(place, ""), role) for place, role in choices.roles.items())
    return {heading: role for heading, role in chosen if heading}


def recalled(
    choices: Choices, held: Understood, source: Source, readings: Mapping[str, ColumnRole]
) -> Choices:
    """Return the choices with the columns of known headings read as they were before."""
    roles = held.roles
    for (table, column), heading in _headings(held, source):
        role = readings.get(fold(heading))
        if role is not None and roles.get((table, column)) is not role:
            choices = choices.with_role(table, column, role, roles)
    return choices


def _headings(held: Understood, source: Source) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the heading of every column that is read, by table and column number."""
    for number in {table for table, _column in held.roles}:
        for column, heading in enumerate(held.headings(source.tables[number])):
            if heading:
                yield (number, column), heading
