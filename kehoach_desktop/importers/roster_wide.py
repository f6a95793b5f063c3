"""A roster with a column for each role: where each has it, and what is told beside the names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach_desktop.domain.draft import SourceTable
from kehoach_desktop.domain.team import TeamRole
from kehoach_desktop.domain.text import fold, squeeze
from kehoach_desktop.importers.roster_columns import merged_text, plain
from kehoach_desktop.importers.roster_headings import RosterColumn, read_roster_heading
from kehoach_desktop.importers.roster_names import opens_with_surname
from kehoach_desktop.importers.roster_values import is_mark, is_silent, read_roles

C = RosterColumn
TOLD = (
    C.PHONE, C.ZALO, C.BIRTH, C.BIRTH_YEAR, C.GENDER, C.IDENTITY, C.POST, C.ADDRESS, C.NOTE,
)  # fmt: skip
"""What may stand beside the name under each role."""
_ASIDE = re.compile(r"\([^)]*\)?")
_LEADS = re.compile(r"\btruong\b")


@dataclass(frozen=True, slots=True)
class RoleColumns:
    """The columns of one role: the name, and what else is told of who holds it."""

    role: TeamRole
    name: int
    told: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WideLayout:
    """Where each role has its column; `ticked` columns only mark the role of a name beside."""

    first: int
    headings: tuple[str, ...]
    groups: tuple[RoleColumns, ...]
    loose: tuple[int, ...] = ()
    ticked: bool = False

    @property
    def kept(self) -> tuple[int, ...]:
        """The columns that stand as they are: the village, the number, what is not read."""
        taken = {column for group in self.groups for column in (group.name, *group.told)}
        return tuple(c for c in range(len(self.headings)) if c not in taken | {*self.loose})

    @property
    def told(self) -> tuple[RosterColumn, ...]:
        """What is told of people beside their names, each once."""
        columns = (column for group in self.groups for column in group.told)
        read = (attribute_of(self.headings[column]) for column in columns)
        return tuple(dict.fromkeys(attribute for attribute in read if attribute))


def find_wide(table: SourceTable, within: int) -> WideLayout | None:
    """Return how a table gives each role a column, None where it does not."""
    for row in range(min(within, len(table.rows))):
        if not table.rows[row].hidden and (found := _layout(table, row)):
            return found
    return None


def _layout(table: SourceTable, row: int) -> WideLayout | None:
    """Return the layout whose headings of roles stand in `row`, None where it names none.

    The leader has a column, and another role; a row of people is no such header.
    """
    over = [
        "" if column in table.hidden_columns else _heading(table, row, column)
        for column in range(len(table.rows[row].cells))
    ]
    roles = [_role_in(text) for text in over]
    leads = any(role is TeamRole.LEADER for role in roles)
    if not leads or len({*roles} - {None}) < 2 or any(map(opens_with_surname, over)):
        return None
    beneath = _beneath(table, row, over)
    headings = beneath or over
    if beneath:
        roles = [_role_in(text) for text in _spread(over, beneath)]
    named = [column for column, text in enumerate(headings) if attribute_of(text) is C.NAME]
    if any(roles[column] is None for column in named):
        marked = tuple(RoleColumns(role, column) for column, role in enumerate(roles) if role)
        layout = WideLayout(row + 1, tuple(headings), marked, ticked=True)
        return layout if _is_ticked(table, layout) else None
    groups, loose = _grouped(roles, headings)
    return WideLayout(row + 1 + bool(beneath), tuple(headings), groups, loose)


def _heading(table: SourceTable, row: int, column: int) -> str:
    """Return the heading over a column: its cell, the merge over it, else the cell above."""
    own = plain(table.rows[row].cells[column]) or merged_text(table, row, column)
    above = table.rows[row - 1].cells if row else ()
    hangs = sum(map(bool, above)) > 1 and read_roster_heading(above[column])
    return own or (plain(above[column]) if hangs else "")


def _role_in(heading: str) -> TeamRole | None:
    """Return the one role that a heading names; "TT" over a column is its number."""
    bare = _ASIDE.sub(" ", heading)
    roles = read_roles(re.sub(r"\bcác\b|\d+", " ", bare.casefold()))
    if len(roles) != 1 or len(bare) > 40 or read_roster_heading(bare) is C.ORDINAL:
        return None
    return None if roles[0] is TeamRole.LEADER and not _LEADS.search(fold(bare)) else roles[0]


def attribute_of(heading: str) -> RosterColumn | None:
    """Return what a column holds; under nothing but a role, the name of who holds it."""
    bare = squeeze(_ASIDE.sub(" ", heading))
    read = read_roster_heading(bare)
    if not _role_in(heading):
        return read
    return C.POST if read is C.ROLE else read if read in TOLD else C.NAME


def _beneath(table: SourceTable, row: int, over: Sequence[str]) -> list[str]:
    """Return the headings in the row below where it parts the roles, none where it does not."""
    below = [plain(cell) for cell in table.rows[row + 1].cells] if row + 1 < len(table.rows) else []
    if not below or not all(read_roster_heading(text) for text in below if text):
        return []
    if sum(attribute_of(text) is C.NAME for text in below) < 2:
        return []
    return [own or upper for own, upper in zip(below, over, strict=True)]


def _spread(over: Sequence[str], beneath: Sequence[str]) -> Iterator[str]:
    """Yield the heading over each column; one without a merge goes on to the right."""
    held = ""
    for upper, own in zip(over, beneath, strict=True):
        held = upper or held
        yield held if own else ""


def _is_ticked(table: SourceTable, layout: WideLayout) -> bool:
    cells = [
        plain(row.cells[group.name])
        for row in table.rows[layout.first :]
        for group in layout.groups
    ]
    return any(map(is_mark, cells)) and all(is_mark(text) or is_silent(text) for text in cells)


def _grouped(
    roles: Sequence[TeamRole | None], headings: Sequence[str]
) -> tuple[tuple[RoleColumns, ...], tuple[int, ...]]:
    """Return the columns by role, and those of which nobody can say whose they are.

    What stands once, behind the last role, may be anybody's.
    """
    held = [attribute_of(text) for text in headings]
    names = [c for c, role in enumerate(roles) if role and held[c] not in TOLD]
    alike = Counter(held[c] for c in range(len(held)) if held[c] in TOLD)
    told: dict[int, list[int]] = {name: [] for name in names}
    loose: list[int] = []
    for column, attribute in enumerate(held):
        if attribute not in TOLD:
            continue
        left = [name for name in names if name < column]
        own = [name for name in names if roles[name] is roles[column]]
        if roles[column] and own:
            told[max((n for n in own if n < column), default=own[0])].append(column)
        elif left and (alike[attribute] > 1 or left[-1] != names[-1]):
            told[left[-1]].append(column)
        else:
            loose.append(column)
    groups = (RoleColumns(role, n, tuple(told[n])) for n in names if (role := roles[n]) is not None)
    return tuple(groups), tuple(loose)
