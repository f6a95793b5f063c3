"""What a reader hands over: the source as it lies in the file, and what was doubted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kehoach_desktop.domain.emphasis import Emphasis


class Severity(StrEnum):
    """How much a finding matters: worth knowing, to be looked at, or wrong."""

    INFO = "info"
    CHECK = "check"
    ERROR = "error"


class ColumnRole(StrEnum):
    """What a column of the source is read as."""

    ORDINAL = "ordinal"
    CONTENT = "content"
    LEAD = "lead"
    COORDINATING = "coordinating"
    DELIVERABLE = "deliverable"
    DEADLINE = "deadline"
    EXTRA = "extra"
    IGNORED = "ignored"


class RowMark(StrEnum):
    """What a person says a row of the source is, whatever the reader takes it for."""

    HEADING = "heading"
    TASK = "task"
    PART = "part"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at: where it stands and what is odd about it.

    `task` is the id of the task it concerns, empty where it concerns the file or a lost row.
    """

    severity: Severity
    place: str
    message: str
    task: str = ""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row of a table as it lies in the file: its number there, and its cells as text.

    A cell that a merge covers holds "" here; the table names the merges. `hidden` rows are kept and
    shown, never silently used. `lines` are, by column, the texts of a sheet as they were typed,
    where `cells` leaves out line breaks.
    """

    number: int
    cells: tuple[str, ...]
    hidden: bool = False
    lines: tuple[tuple[int, str], ...] = ()

    def typed(self, column: int) -> str:
        """Return the text of a cell with the line breaks that were typed in it."""
        plain = self.cells[column] if column < len(self.cells) else ""
        return dict(self.lines).get(column, plain)


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged block of cells: rows and columns counted from nought inside the table, inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class SourceTable:
    """One table (a sheet, a Word table, the ruled part of a page) as plain strings.

    `lead_in` are the paragraphs that stand between the table before and this one; `name` is what a
    person would call the place ("Phụ lục II", "Bảng 2").
    """

    name: str
    rows: tuple[SourceRow, ...]
    merges: tuple[Merge, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    lead_in: tuple[str, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read, before anything is understood of it.

    `emphases` are the paragraphs, each on one line, that hold bold or italic words, with these.
    """

    name: str
    format: str
    sha256: str
    paragraphs: tuple[str, ...]
    tables: tuple[SourceTable, ...]
    findings: tuple[Finding, ...] = ()
    emphases: tuple[tuple[str, tuple[Emphasis, ...]], ...] = ()
