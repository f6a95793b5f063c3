"""The header of a table: where it stands, how deep it is, and the columns it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from kehoach_desktop.domain.draft import ColumnRole, SourceTable
from kehoach_desktop.domain.text import fold, squeeze
from kehoach_desktop.importers.column_witness import find_by_content, only_counts
from kehoach_desktop.importers.header_rows import depth_of, is_count_row, spread_text, stacked
from kehoach_desktop.importers.headings import (
    EXACT,
    UNREAD,
    Reading,
    is_cost_header,
    is_roster_header,
    read_header,
)
from kehoach_desktop.importers.month_names import (
    is_period,
    marked_years,
    needs_words_over,
    with_months,
)
from kehoach_desktop.importers.ordinals import opens_with_number
from kehoach_desktop.importers.split_times import columns_of_date
from kehoach_desktop.importers.time_over import Over, columns_of_deadlines
from kehoach_desktop.importers.unnamed_columns import (
    find_codes,
    find_parts,
    find_unnamed,
    leave_halves,
)

R = ColumnRole
CORE = (R.ORDINAL, R.CONTENT, R.LEAD, R.COORDINATING, R.DELIVERABLE, R.DEADLINE)
INDICATOR = re.compile(r"\b(chi tieu|chi so|muc tieu)\b")
UNIT = re.compile(r"\b(don vi tinh|dvt|d v t|unit)\b|^(dv|don vi) tinh")
MEASURE = re.compile(rf"{UNIT.pattern}|\b(so luong|ty le|gia tri)\b")
_WORK = re.compile(r"\b(nhiem vu|cong viec|giai phap|hoat dong|dau viec)\b")
_INDICATOR_NAME = re.compile(
    r"^(ten |noi dung |he thong |cac )?(chi tieu|chi so)\b(?! (nam|\d|giao|duoc giao|ke hoach))"
)
NUMBERS = ("stt", "tt", "so tt", "s t t", "t t", "so thu tu", "thu tu")
_BARE = re.compile(r"[^\w]+")

RoleOf = Callable[[int], ColumnRole | None]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: the role of each, and its name as printed.

    `printed` are the folded words of the header, `by_content` the columns whose role only what
    stands under them tells, `deadlines` those of the deadline with what their headers say of it:
    the first one that says something counts.
    """

    roles: tuple[ColumnRole, ...]
    names: tuple[str, ...]
    header_rows: tuple[int, ...] = ()
    printed: frozenset[str] = field(default_factory=frozenset)
    by_content: tuple[int, ...] = ()
    deadlines: tuple[tuple[int, Over], ...] = ()

    def index(self, role: ColumnRole) -> int | None:
        """Return the column of that role, None where there is none."""
        return self.roles.index(role) if role in self.roles else None

    def shown(self) -> tuple[str, ...]:
        """Return the names of the columns that count, in their order."""
        named = zip(self.names, self.roles, strict=True)
        return tuple(name for name, role in named if name and role is not R.IGNORED)

    def extras(self) -> Iterator[tuple[int, str]]:
        """Yield every other column with its name."""
        for index, role in enumerate(self.roles):
            if role is R.EXTRA and self.names[index]:
                yield index, self.names[index]


def find_header(
    table: SourceTable, start: int, role_of: RoleOf = lambda _column: None
) -> Columns | None:
    """Return the header whose first row is row `start` of `table`, None if there is none there."""
    if opens_with_number(table.rows[start].cells):
        return None
    depth = depth_of(table, start)
    for rows in ((start,), tuple(range(start, start + depth))) if depth > 1 else ((start,),):
        texts = stacked(table, rows)
        others = (is_roster_header, is_indicator_header, is_cost_header)
        tasks = is_header([read_header(text) for text in texts])
        if tasks and not any(heads(texts) for heads in others):
            columns = _columns(table, tuple(range(start, start + depth)), role_of)
            content = columns.index(R.CONTENT)
            below = columns.header_rows[-1] + 1
            return None if only_counts(table, below, content) else columns
    return None


def is_header(readings: Sequence[Reading]) -> bool:
    """Say whether a row of these readings is the header of a table of tasks.

    It names the task and one more thing, or three things without the task; a single lucky word
    in a row of prose does not make a header.
    """
    roles = {reading.role for reading in readings if reading.sureness and reading.role in CORE}
    exact = sum(reading.sureness == EXACT for reading in readings)
    if R.CONTENT in roles:
        return len(roles) > 2 or (len(roles) > 1 and exact > 0)
    return len(roles) >= 3 and exact >= (2 if len(roles) == 3 else 1)


def is_indicator_header(texts: Sequence[str]) -> bool:
    """Say whether a row heads a table of indicators: what is measured, and in which unit.

    A table that names tasks too is one of tasks, and so is one of contents that says who and by
    when; without a unit the name of the column must be
    "Chỉ tiêu", and nobody leads.
    """
    keys = [_BARE.sub(" ", fold(text)).strip() for text in texts if text and len(text) < 80]
    if len(set(keys)) < 3 or not any(map(INDICATOR.search, keys)) or any(map(_WORK.search, keys)):
        return False
    readings = [read_header(text) for text in texts]
    roles = {reading.role for reading in readings}
    if Reading(R.CONTENT, EXACT) in readings and roles >= {R.LEAD, R.DEADLINE}:
        return False
    if any(map(UNIT.search, keys)) or ("don vi" in keys and any(map(names_indicator, keys))):
        return any(map(names_indicator, keys)) or not roles & {R.LEAD, R.COORDINATING}
    plain = not roles & {R.LEAD, R.COORDINATING, R.DEADLINE, R.DELIVERABLE}
    return plain and (any(map(names_indicator, keys)) or any(map(MEASURE.search, keys)))


def names_indicator(key: str) -> bool:
    """Say whether a folded header names the indicators themselves."""
    return bool(_INDICATOR_NAME.match(key)) or key in ("muc tieu", "ten muc tieu")


def find_indicator_header(
    table: SourceTable, start: int
) -> tuple[tuple[int, ...], tuple[str, ...]] | None:
    """Return the rows and the names of a header of indicators at row `start`, None without one."""
    if not any(INDICATOR.search(fold(text)) for text in table.rows[start].cells if len(text) < 80):
        return None
    rows = tuple(range(start, start + depth_of(table, start)))
    names = stacked(table, rows)
    if not is_indicator_header(names) or is_count_row(names):
        return None
    lowest = [spread_text(table, rows[-1], c) or text for c, text in enumerate(names)]
    return rows, tuple(_names(lowest, names))


def is_repeated(texts: Sequence[str], columns: Columns) -> bool:
    """Say whether a row prints the header once more, as it does at the top of a page."""
    keys = [fold(text) for text in texts if text]
    known = sum(key in columns.printed for key in keys)
    return len(keys) > 1 and known == len(keys)


def _columns(table: SourceTable, rows: tuple[int, ...], role_of: RoleOf) -> Columns:
    whole = stacked(table, rows)
    lowest = [spread_text(table, rows[-1], column) or text for column, text in enumerate(whole)]
    hidden = set(table.hidden_columns)
    readings = [
        UNREAD if column in hidden else _best(lowest[column], whole[column])
        for column in range(len(whole))
    ]
    for column in marked_years(table, rows[-1] + 1, lowest):
        readings[column] = Reading(R.EXTRA, EXACT)
    roles = _settled(readings)
    _number_of_tasks(roles, lowest)
    chosen = {column: role for column in range(len(roles)) if (role := role_of(column))}
    for column, role in enumerate(roles):
        left_out = column in hidden
        taken = role in CORE and role in chosen.values()
        usual = R.IGNORED if left_out else R.EXTRA if taken else role
        roles[column] = chosen.get(column, usual)
    unread = {c for c, reading in enumerate(readings) if not reading.sureness}
    unread -= hidden | chosen.keys()
    find_unnamed(table, rows[-1] + 1, roles, (unread, hidden))
    find_codes(table, rows[-1] + 1, roles, lowest, hidden | chosen.keys())
    rivals = {c for c, reading in enumerate(readings) if reading.role is R.CONTENT}
    if R.CONTENT not in chosen.values():
        find_parts(table, rows[-1] + 1, roles, unread | rivals - hidden)
    names = [*_names(lowest, whole)]
    parts = columns_of_date(table, rows[-1] + 1, names, hidden | chosen.keys())
    for column in parts:
        roles[column] = R.EXTRA
    asked = (c for c in unread if roles[c] is R.EXTRA and c not in parts)
    told = find_by_content(table, rows[-1] + 1, roles, whole, asked)
    leave_halves(table, rows[-1] + 1, roles, names)
    names = with_months(table, rows[-1] + 1, names, roles)
    printed = {fold(table.rows[row].cells[c]) for row in rows for c in range(len(whole))}
    over = tuple(columns_of_deadlines(roles, whole))
    return Columns(tuple(roles), tuple(names), rows, frozenset(printed - {""}), told, over)


def _best(own: str, whole: str) -> Reading:
    """Read the lowest header with those over it; the better of the two readings counts."""
    together, alone = read_header(squeeze(whole)), read_header(squeeze(own))
    if is_period(own):
        return alone
    if alone.role is not together.role and alone.sureness < EXACT and together.sureness:
        return together
    return alone if alone.sureness >= together.sureness else together


def _settled(readings: Sequence[Reading]) -> list[ColumnRole]:
    """Give each role to the column that names it most surely; the others are extra."""
    roles = [R.EXTRA] * len(readings)
    for role in CORE:
        rivals = [(r.sureness, -c) for c, r in enumerate(readings) if r.role is role and r.sureness]
        if rivals:
            roles[-max(rivals)[1]] = role
    return roles


def _number_of_tasks(roles: list[ColumnRole], texts: Sequence[str]) -> None:
    """Of two columns of numbers before the tasks the nearer one counts them, the other groups."""
    content = roles.index(R.CONTENT) if R.CONTENT in roles else 0
    keys = [_BARE.sub(" ", fold(text)).strip() for text in texts[:content]]
    numbers = [column for column, key in enumerate(keys) if key in NUMBERS]
    apart = len(numbers) > 1 and numbers[-1] - numbers[0] >= len(numbers)
    if apart and roles[numbers[0]] is R.ORDINAL:
        roles[numbers[0]], roles[numbers[-1]] = R.EXTRA, R.ORDINAL


def _names(lowest: Sequence[str], whole: Sequence[str]) -> Iterator[str]:
    """Yield the name of each column: its own words, with those above where these are not unique."""
    for own, together in zip(lowest, whole, strict=True):
        text = squeeze(own)
        alone = lowest.count(own) == 1 and not needs_words_over(text, squeeze(together))
        yield text if alone or not text else squeeze(together)
