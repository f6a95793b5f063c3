"""The header of a roster: where it stands, how deep it is, and the columns it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kehoach_desktop.domain.draft import SourceTable
from kehoach_desktop.domain.team import read_unit
from kehoach_desktop.domain.text import clean, fold, squeeze
from kehoach_desktop.importers.header_rows import is_count_row
from kehoach_desktop.importers.roster_headings import RosterColumn, read_roster_heading
from kehoach_desktop.importers.roster_values import is_role, read_phones, read_roles

C = RosterColumn
DEEPEST = 3
_NAMES = {C.NAME, C.GIVEN}
_BENEATH = {C.MALE, C.FEMALE, C.FAMILY, C.GIVEN, C.BIRTH_DAY, C.BIRTH_MONTH, C.BIRTH_YEAR}
_REPEATABLE = {C.PHONE, C.POST, C.NOTE, C.BIRTH}


@dataclass(frozen=True, slots=True)
class RosterColumns:
    """The columns of a roster: what each holds, and its heading as printed."""

    roles: tuple[RosterColumn | None, ...]
    names: tuple[str, ...]
    header_rows: tuple[int, ...]
    printed: frozenset[str] = field(default_factory=frozenset)

    def having(self, role: RosterColumn) -> tuple[int, ...]:
        """Return the columns that hold `role`, from the left."""
        return tuple(index for index, held in enumerate(self.roles) if held is role)

    def repeats_header(self, texts: Sequence[str]) -> bool:
        """Say whether a row prints the header, or a row of it, once more."""
        keys = [fold(text) for text in texts if text]
        return len(keys) > 1 and all(key in self.printed for key in keys)


def plain(text: str) -> str:
    """Return the text of a cell composed and without the apostrophe that made it text."""
    return squeeze(clean(text)).lstrip("'’‘`´").strip() if not is_mark_of_ditto(text) else text


def is_mark_of_ditto(text: str) -> bool:
    """Say whether a cell holds nothing but marks that point to the cell above."""
    return text.strip() in ("'", "''", "’’", "‘‘")


def find_roster_header(table: SourceTable, start: int) -> RosterColumns | None:
    """Return the header whose first row is row `start` of `table`, None if there is none there.

    It names a person, and at least one thing more.
    """
    hidden = set(table.hidden_columns)
    depth = _depth(table, start)
    rows = tuple(range(start, start + depth))
    stacks = [_stack(table, rows, column) for column in range(len(table.rows[start].cells))]
    roles = [None if c in hidden else _read(stack) for c, stack in enumerate(stacks)]
    if not _names_people(roles, stacks) or _is_prose(table, start):
        return None
    if start + depth < len(table.rows) and is_count_row(table.rows[start + depth].cells):
        rows = (*rows, start + depth)
    names = tuple(squeeze(" ".join(dict.fromkeys(stack))) for stack in stacks)
    printed = {fold(plain(text)) for row in rows for text in table.rows[row].cells} - {""}
    held = _settled(_with_silent_neighbours(table, rows, roles, names))
    return RosterColumns(tuple(held), names, rows, frozenset(printed))


def _names_people(roles: Sequence[RosterColumn | None], stacks: Sequence[Sequence[str]]) -> bool:
    """Say whether headings of these roles head a roster: a name, and one thing more.

    "Thành viên" heads the names only beside "STT": in a row it is a role.
    """
    known = {role for role in roles if role and role is not C.OTHER}
    surely = {C.ORDINAL} & known or any(
        role in _NAMES and re.search(r"\bten\b", fold(" ".join(stack)))
        for role, stack in zip(roles, stacks, strict=True)
    )
    return bool(known & _NAMES and surely) and len(known - {C.ORDINAL}) > 1


def heads_roster(texts: Sequence[str]) -> bool:
    """Say whether a row of these texts heads a roster by itself."""
    roles = [read_roster_heading(plain(text)) for text in texts]
    return _names_people(roles, [[text] for text in texts])


def by_content(columns: RosterColumns, table: SourceTable, first: int, end: int) -> RosterColumns:
    """Return `columns` with those told apart by what stands in them that their headings leave open.

    Where no heading names the role in the team, or an earlier one was taken for it ("Chức danh"
    before "Vai trò"), a column full of roles holds it; a column of roles that names none holds the
    post; a "Đơn vị" full of villages holds the area; a column full of telephones is one of them.
    """
    held = list(columns.roles)
    cells = {
        column: [plain(row.cells[column]) for row in table.rows[first:end] if not row.hidden]
        for column in range(len(held))
        if column not in table.hidden_columns
    }
    for column in columns.having(C.ROLE):
        if not columns.having(C.POST) and _none(cells[column], is_role):
            held[column] = C.POST
    if C.ROLE not in held and (role := _role_column(columns, held, cells)) is not None:
        held[role] = C.ROLE
    for wanted, among, test in (
        (C.PHONE, (None, C.OTHER), _is_phone),
        (C.AREA, (C.POST,), _is_unit),
    ):
        found = (c for c, texts in cells.items() if held[c] in among and _mostly(texts, test))
        if wanted not in held and (first_found := next(found, None)) is not None:
            held[first_found] = wanted
    return RosterColumns(tuple(held), columns.names, columns.header_rows, columns.printed)


def _role_column(
    columns: RosterColumns,
    held: Sequence[RosterColumn | None],
    cells: Mapping[int, Sequence[str]],
) -> int | None:
    """Return the first column full of roles; one whose heading names them may say more."""
    for column, texts in cells.items():
        test = _tells_role if _heads_role(columns.names[column]) else is_role
        if held[column] in (C.POST, C.OTHER, C.NOTE) and _mostly(texts, test):
            return column
    return None


def _heads_role(heading: str) -> bool:
    return read_roster_heading(heading) is C.ROLE


def _tells_role(text: str) -> bool:
    return len(read_roles(text)) == 1


def _is_phone(text: str) -> bool:
    return bool(read_phones(text).numbers)


def _is_unit(text: str) -> bool:
    unit = read_unit(text)
    return unit is not None and fold(unit.title) == fold(text)


def _mostly(texts: Sequence[str], test: Callable[[str], bool]) -> bool:
    filled = [text for text in texts if text]
    return bool(filled) and sum(map(test, filled)) * 10 >= len(filled) * 6


def _none(texts: Sequence[str], test: Callable[[str], bool]) -> bool:
    filled = [text for text in texts if text]
    return bool(filled) and not any(map(test, filled))


def _is_prose(table: SourceTable, start: int) -> bool:
    filled = [text for text in table.rows[start].cells if text]
    return len(filled) < 2 or any(
        len(text) > 120 or len(re.findall(r"\d", text)) > 3 for text in filled
    )


def _depth(table: SourceTable, start: int) -> int:
    """Return how many rows the header at `start` takes, by its merges or by the words below."""
    if start + 1 >= len(table.rows):
        return 1
    bottoms = [m.bottom for m in table.merges if m.top == start and m.bottom > start]
    if bottoms and max(bottoms) - start < DEEPEST:
        return max(bottoms) - start + 1
    below = [plain(text) for text in table.rows[start + 1].cells if text]
    if below and all(read_roster_heading(text) in _BENEATH for text in below):
        return 2
    return 1


def _stack(table: SourceTable, rows: Sequence[int], column: int) -> list[str]:
    """Return the headings over a column from the top; what a merge or an empty cell spreads too."""
    stack: list[str] = []
    for depth, row in enumerate(rows):
        text = plain(table.rows[row].cells[column]) or merged_text(table, row, column)
        if not text and depth == 0 and len(rows) > 1 and table.rows[rows[-1]].cells[column]:
            text = _left_text(table, rows, column)
        if text:
            stack.append(text)
    return stack


def merged_text(table: SourceTable, row: int, column: int) -> str:
    """Return the text of the merge that covers a cell, "" where none does."""
    for merge in table.merges:
        if merge.top <= row <= merge.bottom and merge.left <= column <= merge.right:
            return plain(table.rows[merge.top].cells[merge.left])
    return ""


def _left_text(table: SourceTable, rows: Sequence[int], column: int) -> str:
    """Return the heading to the left that has no merge and is split by the row below it."""
    for left in range(column - 1, -1, -1):
        if not table.rows[rows[-1]].cells[left]:
            return ""
        if text := plain(table.rows[rows[0]].cells[left]):
            return text
    return ""


def _read(stack: Sequence[str]) -> RosterColumn | None:
    """Read the lowest heading, then all of them together, then the uppermost."""
    if not stack:
        return None
    lowest = read_roster_heading(stack[-1])
    upper = read_roster_heading(stack[0]) if len(stack) > 1 else None
    if lowest is C.MALE and upper is C.BIRTH and fold(stack[-1]) == "nam":
        return C.MALE
    if lowest is C.BIRTH_YEAR and upper is not C.BIRTH:
        return C.BIRTH
    if lowest in (C.BIRTH_DAY, C.BIRTH_MONTH) and upper is not C.BIRTH:
        return C.OTHER
    if lowest is not None and lowest is not C.OTHER:
        return lowest
    return read_roster_heading(squeeze(" ".join(stack))) or upper or lowest


def _with_silent_neighbours(
    table: SourceTable,
    rows: Sequence[int],
    roles: list[RosterColumn | None],
    names: Sequence[str],
) -> list[RosterColumn | None]:
    """Take a column without a heading, right of the name, as its second half."""
    held = list(roles)
    for column in range(1, len(held)):
        if held[column - 1] is not C.NAME or names[column] or column in table.hidden_columns:
            continue
        texts = [plain(row.cells[column]) for row in table.rows[rows[-1] + 1 :]]
        if sum(bool(text) and len(text.split()) == 1 and text.isalpha() for text in texts) > 1:
            held[column] = C.GIVEN
    return held


def _settled(roles: Sequence[RosterColumn | None]) -> list[RosterColumn | None]:
    """Leave each thing to the first column that names it, where it cannot stand in several.

    A heading "Họ và tên" spread over two columns stands over the two halves of the name. Without
    a family name, "Tên" is the whole name.
    """
    held = list(roles)
    halves = [c for c, role in enumerate(held) if role is C.NAME]
    if len(halves) == 2 and halves[1] == halves[0] + 1 and C.GIVEN not in held:
        held[halves[1]] = C.GIVEN
    if C.GIVEN in held and C.NAME in held:
        held[held.index(C.NAME)] = C.FAMILY
    elif C.GIVEN in held and C.FAMILY not in held:
        held[held.index(C.GIVEN)] = C.NAME
    seen: Counter[RosterColumn] = Counter()
    for column, role in enumerate(held):
        if role is None or role in _REPEATABLE:
            continue
        seen[role] += 1
        held[column] = role if seen[role] == 1 else C.OTHER
    return held
