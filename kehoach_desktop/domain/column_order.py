"""The columns of a monitoring form, as an office keeps them in a text file it may edit."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.filled_appendix import OF_TASKS, RESULTS
from kehoach_desktop.domain.text import clean, squeeze
from kehoach_desktop.i18n import _

HEADINGS = OF_TASKS | RESULTS
BLANK = "-"  # a column of the form that the program knows nothing for


@dataclass(frozen=True, slots=True)
class OrderedColumn:
    """A column: what stands in it by its key, and what the form calls it."""

    key: str
    heading: str


class UnknownColumn(KehoachError):
    """A line of the file names no column."""

    def __init__(self, line: str) -> None:
        super().__init__(
            _("Không có cột “{line}”.").format(line=line[:60]),
            hint=_("Các cột: {known}.").format(known=", ".join((*HEADINGS, BLANK))),
        )


def read_order(text: str) -> tuple[OrderedColumn, ...]:
    """Return the columns that the lines "key = heading" name; "#" begins a note.

    A line without a heading has the usual one. Raises UnknownColumn.
    """
    lines = (squeeze(line) for line in clean(text).splitlines())
    return tuple(_column(line) for line in lines if line and not line.startswith("#"))


def _column(line: str) -> OrderedColumn:
    key, _equals, heading = (part.strip() for part in line.partition("="))
    if key not in HEADINGS and key != BLANK:
        raise UnknownColumn(line)
    return OrderedColumn(key, heading or HEADINGS.get(key, ""))
