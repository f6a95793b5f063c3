"""A list under review as a table: doubts first, then who joins, leaves, changes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kehoach_desktop.domain.team import ROLE_TITLES
from kehoach_desktop.domain.team_update import ROW_WORDS, RosterUpdate, RowKind, UpdateRow
from kehoach_desktop.domain.team_words import row_words
from kehoach_desktop.domain.text import first_line
from kehoach_desktop.i18n import _, counted, retold
from kehoach_desktop.ui.list_model import SHOWN, Column, Heading, ListModel
from kehoach_desktop.ui.table_cells import Role

WHAT = 3
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
    """A person of the list; one who is `skipped` stays as he is."""

    person: UpdateRow
    skipped: bool = False

    @property
    def doubted(self) -> bool:
        """Whether somebody must say who it is."""
        return self.person.kind is RowKind.DOUBT and not self.skipped


def list_rows(update: RosterUpdate, skipped: Collection[str]) -> Iterator[Heading | ListRow]:
    """Yield the rows of each team: what wants eyes first; who stays as he is only counted."""
    for team in update.teams:
        same = sum(row.kind is RowKind.SAME for row in team.rows)
        note = (
            counted("{count} người như cũ, không liệt kê", same).format(count=same) if same else ""
        )
        yield Heading(team.team.short_title + (_(" (tổ mới)") if team.is_new else ""), note)
        told = (row for row in team.rows if row.kind is not RowKind.SAME)
        for row in sorted(told, key=lambda row: [*RowKind].index(row.kind)):
            yield ListRow(row, skipped=row.key in skipped)


def _glyph(row: ListRow) -> tuple[str, str]:
    return ("nothing", "text2") if row.skipped else _GLYPHS[row.person.kind]


def _edge(row: ListRow) -> str | None:
    return "amber" if row.doubted else None


def _tone(row: ListRow) -> str:
    return "text3" if row.skipped else "text"


COLUMNS = (
    Column(
        lambda: _("Sẽ ghi"),
        {
            SHOWN: lambda row: _("bỏ qua") if row.skipped else _(ROW_WORDS[row.person.kind]),
            Role.TONE: lambda row: "amber" if row.doubted else _tone(row),
            Role.EDGE: _edge,
            Role.GLYPH: lambda row: _glyph(row)[0],
            Role.HUE: lambda row: _glyph(row)[1],
        },
    ),
    Column(
        lambda: _("Họ và tên"),
        {
            SHOWN: lambda row: first_line(row.person.details.full_name),
            Role.TONE: _tone,
            Role.STRONG: lambda row: not row.skipped,
            Role.STRUCK: lambda row: row.skipped,
        },
    ),
    Column(
        lambda: _("Trong tổ"),
        {SHOWN: lambda row: _(ROLE_TITLES[row.person.role]), Role.TONE: _tone},
    ),
    Column(
        lambda: _("Thay đổi, chỗ chưa rõ"),
        {SHOWN: lambda row: row_words(row.person), Role.TONE: _tone},
    ),
    Column(
        lambda: _("Nơi trong tệp"),
        {SHOWN: lambda row: first_line(retold(row.person.place)), Role.TONE: lambda _row: "text3"},
    ),
)


class ReviewModel(ListModel):
    """The rows of a list under review."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, key_of=lambda row: row.person.key)

    def person(self, number: int) -> UpdateRow | None:
        """Return the person in a row, None for a heading."""
        row = self.row(number)
        return row.person if row else None

    def next_doubt(self, start: int = 0) -> int:
        """Return the next doubtful row from `start` on, round the end, -1 where there is none."""
        doubts = [n for n in range(self.rowCount()) if (row := self.row(n)) and row.doubted]
        return next((number for number in doubts if number >= start), doubts[0] if doubts else -1)
