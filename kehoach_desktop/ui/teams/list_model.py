"""A list under review as a table: doubts first, then who joins, leaves, changes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from kehoach_desktop.domain.team import ROLE_TITLES
from kehoach_desktop.domain.team_update import ROW_WORDS, RosterUpdate, RowKind, UpdateRow
from kehoach_desktop.domain.team_words import row_words
from kehoach_desktop.domain.text import first_line
from kehoach_desktop.i18n import _, counted, mark, retold
from kehoach_desktop.ui.table_cells import Index, Role

ROOT = QModelIndex()
TITLES = (
    mark("Sẽ ghi"),
    mark("Họ và tên"),
    mark("Trong tổ"),
    mark("Thay đổi, chỗ chưa rõ"),
    mark("Nơi trong tệp"),
)
KIND, NAME, ROLE, WHAT, PLACE = range(5)
_GLYPHS = {
    RowKind.DOUBT: ("flag", "amber"),
    RowKind.JOINED: ("plus", "green"),
    RowKind.LEFT: ("close", "amber"),
    RowKind.CHANGED: ("pencil", "acc"),
    RowKind.SAME: ("tick", "green"),
    RowKind.REPEATED: ("nothing", "text2"),
}


@dataclass(frozen=True, slots=True)
class ListRow:
    """A person of the list, or the heading of a team, where `person` is None."""

    heading: str = ""
    note: str = ""
    person: UpdateRow | None = None
    skipped: bool = False


def list_rows(update: RosterUpdate, skipped: Collection[str]) -> Iterator[ListRow]:
    """Yield the rows of each team: what wants eyes first; who stays as he is only counted."""
    for team in update.teams:
        same = sum(row.kind is RowKind.SAME for row in team.rows)
        note = (
            counted("{count} người như cũ, không liệt kê", same).format(count=same) if same else ""
        )
        heading = team.team.short_title + (_(" (tổ mới)") if team.is_new else "")
        yield ListRow(heading, note)
        told = (row for row in team.rows if row.kind is not RowKind.SAME)
        for row in sorted(told, key=lambda row: [*RowKind].index(row.kind)):
            yield ListRow(person=row, skipped=row.key in skipped)


class ListModel(QAbstractTableModel):
    """The rows of a list under review."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[ListRow, ...] = ()

    def show_rows(self, rows: Iterator[ListRow]) -> None:
        """Show `rows`."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def person(self, number: int) -> UpdateRow | None:
        """Return the person in a row, None for a heading."""
        return self._rows[number].person if 0 <= number < len(self._rows) else None

    def row_of(self, key: str) -> int:
        """Return where a row of the list stands, -1 where it is not shown."""
        found = (n for n, row in enumerate(self._rows) if row.person and row.person.key == key)
        return next(found, -1)

    def next_doubt(self, start: int = 0) -> int:
        """Return the next doubtful row from `start` on, round the end, -1 where there is none."""
        doubts = [
            number
            for number, row in enumerate(self._rows)
            if row.person and row.person.kind is RowKind.DOUBT and not row.skipped
        ]
        return next((number for number in doubts if number >= start), doubts[0] if doubts else -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(TITLES[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says for `role`."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row, column = self._rows[index.row()], index.column()
        if row.person is None:
            return _heading(row, column, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _words(row.person, column, skipped=row.skipped)
        return _looks(row, row.person, column).get(role)


def _heading(row: ListRow, column: int, role: int) -> Any:
    if role == Role.SECTION:
        return True
    says: dict[int, str] = {Qt.ItemDataRole.DisplayRole: row.heading, Role.SECOND: row.note}
    return says.get(role) if column == 0 else None


def _words(row: UpdateRow, column: int, *, skipped: bool) -> str:
    if column == KIND:
        return _("bỏ qua") if skipped else _(ROW_WORDS[row.kind])
    if column == WHAT:
        return row_words(row)
    says = {NAME: row.details.full_name, ROLE: _(ROLE_TITLES[row.role]), PLACE: retold(row.place)}
    return first_line(says[column])


def _looks(row: ListRow, person: UpdateRow, column: int) -> dict[int, Any]:
    glyph, hue = ("nothing", "text2") if row.skipped else _GLYPHS[person.kind]
    doubted = person.kind is RowKind.DOUBT and not row.skipped
    quiet = row.skipped or column == PLACE
    looks: dict[int, Any] = {
        Role.TONE: "text3" if quiet else "amber" if doubted and column == KIND else "text",
        Role.STRONG: column == NAME and not row.skipped,
        Role.STRUCK: column == NAME and row.skipped,
        Role.EDGE: "amber" if doubted else None,
    }
    return looks | ({Role.GLYPH: glyph, Role.HUE: hue} if column == KIND else {})
