"""Columns of months, quarters or years with marks in them: the time they say a task takes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kehoach_desktop.domain.deadline import Deadline, Kind, Recurrence
from kehoach_desktop.domain.deadline_reader import read_deadline
from kehoach_desktop.domain.deadline_stretch import full_year
from kehoach_desktop.domain.text import fold, squeeze

TIMED = re.compile(
    r"(?P<over>.*\W(?=thang|quy)|(?:.*\W)?20\d\d\W+)?"
    r"(?:(?:thang|t)(?P<mid>\W+(?:nam )?20\d\d)?[ .():]*(?:thu )?(?P<m>0?[1-9]|1[0-2])"
    r"|(?:quy|q)(?P<between>\W+(?:nam )?20\d\d)?[ .():]*(?P<q>[iv]+|[1-4]))"
    r"(?:[ /.-]*(?:nam )?(?P<year>20\d\d|(?<=/)\d\d))?|(?:nam )?(?P<whole>20\d\d)"
)
MARK = re.compile(r"[xv✓✔√☑☒●•■◼*+]{1,3}|co")
FEWEST = 3
RHYTHMS = {
    Kind.MONTH: Recurrence.MONTHLY,
    Kind.QUARTER: Recurrence.QUARTERLY,
    Kind.FIXED: Recurrence.YEARLY,
}
MONTHS = {Kind.MONTH: 1, Kind.QUARTER: 3, Kind.FIXED: 12}


@dataclass(frozen=True, slots=True)
class Timed:
    """The cell of a task under a month or quarter: what that is, and whether it is marked."""

    name: str
    reading: Deadline
    marked: bool


def is_timed(name: str) -> bool:
    """Say whether the header of a column is a month, a quarter or a year."""
    return bool(TIMED.fullmatch(fold(name)))


def is_mark(text: str) -> bool:
    """Say whether a cell only holds a cross, a tick or the like."""
    return bool(MARK.fullmatch(fold(text)))


def marked_columns(extra: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Return the names of the months or quarters that a row marks; none where they hold words.

    Figures or sentences under a month are results or steps, and no marks.
    """
    cells = [(name, squeeze(text)) for name, text in extra if is_timed(name)]
    if len(cells) < FEWEST or not all(is_mark(text) for _name, text in cells if text):
        return ()
    return tuple(name for name, text in cells if text)


def time_marked(extra: Sequence[tuple[str, str]], year: int | None) -> Deadline | None:
    """Return the deadline that marks under months or quarters say; None where they say none.

    All of them marked is work that comes back each month; a run of them has a beginning and an
    end. Marks with gaps between them are left unread (unknown). No wording is made up: the marks
    stay among the other columns.
    """
    marked = marked_columns(extra)
    if not marked:
        return None
    cells = [
        Timed(name, read_deadline(_spelt(name), year), name in marked)
        for name, _text in extra
        if is_timed(name)
    ]
    kinds = {cell.reading.kind for cell in cells}
    days = [cell.reading.due for cell in cells if cell.reading.due]
    if len(kinds) != 1 or not kinds <= RHYTHMS.keys() or days != sorted(set(days)):
        return Deadline()
    if all(cell.marked for cell in cells):
        kind = kinds.pop()
        return Deadline(kind=Kind.RECURRING, recurrence=RHYTHMS[kind])
    return _run(cells)


def _run(cells: Sequence[Timed]) -> Deadline:
    places = [place for place, cell in enumerate(cells) if cell.marked]
    first, last = cells[places[0]].reading, cells[places[-1]].reading
    if places != list(range(places[0], places[-1] + 1)):
        return Deadline()
    if first == last or first.due is None:
        return replace(last, wording="")
    return Deadline(kind=Kind.FIXED, start=_beginning(first.due, first.kind), due=last.due)


def _beginning(last_day: date, kind: Kind) -> date:
    return last_day.replace(day=1, month=last_day.month - MONTHS[kind] + 1)


def _spelt(name: str) -> str:
    """Return the name of a column as a deadline: "T7/25" is "tháng 7/2025"."""
    found = TIMED.fullmatch(fold(name))
    if found is None or found["whole"]:
        return f"năm {found['whole']}" if found else name
    over = set(re.findall(r"20\d\d", "".join(filter(None, found.group("over", "mid", "between")))))
    if len(over) > 1:
        return ""
    year = found["year"] or "".join(over)
    unit = f"tháng {found['m']}" if found["m"] else f"quý {found['q'].upper()}"
    return f"{unit}/{full_year(year)}" if year else unit
