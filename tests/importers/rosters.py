"""Rosters as plain grids of words, for tests that say the whole list in a few lines."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach_desktop.domain.draft import Merge, Source, SourceRow, SourceTable
from kehoach_desktop.domain.team import Person, RosterDraft
from kehoach_desktop.importers.roster import assemble_roster

HEADER = (
    "STT | Họ và tên | Năm sinh | Giới tính | Chức vụ | Chức danh trong Tổ | SĐT | CCCD | Ghi chú"
)
TITLE = "DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG THÔN BÌNH MINH"


def grid(*lines: str) -> list[list[str]]:
    """Return the cells of `lines`; a bar parts them."""
    return [[cell.strip() for cell in line.split("|")] for line in lines]


def sheet(
    rows: Sequence[Sequence[str]],
    name: str = "Sheet1",
    *,
    merges: Sequence[tuple[int, int, int, int]] = (),
    hidden_rows: Sequence[int] = (),
    hidden_columns: Sequence[int] = (),
    hidden: bool = False,
    lead_in: Sequence[str] = (),
) -> SourceTable:
    """Return a table of `rows`, blank ones left out as the readers do; numbered as they stand."""
    width = max(map(len, rows))
    kept = tuple(
        SourceRow(number, (*row, *[""] * (width - len(row))), number in hidden_rows)
        for number, row in enumerate(rows, start=1)
        if any(row)
    )
    areas = tuple(Merge(*area) for area in merges)
    return SourceTable(name, kept, areas, tuple(hidden_columns), tuple(lead_in), hidden)


def read(*tables: SourceTable, kind: str = "xlsx") -> RosterDraft:
    """Return what is understood of a file of these tables."""
    return assemble_roster(Source(f"ds.{kind}", kind, "", (), tables))


def listed(*lines: str) -> RosterDraft:
    """Return what is understood of one sheet with these lines."""
    return read(sheet(grid(*lines)))


def people(draft: RosterDraft) -> list[Person]:
    """Return the people of all teams."""
    return [member.person for team in draft.teams for member in team.members]


def names(draft: RosterDraft) -> dict[str, list[str]]:
    """Return the names by area."""
    return {team.area: [m.person.full_name for m in team.members] for team in draft.teams}


def doubts(draft: RosterDraft) -> list[str]:
    """Return the findings as lines of place and message."""
    return [f"{finding.place}: {finding.message}" for finding in draft.findings]
