"""What stands over a deadline: the year and the unit its column names, the year of its section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kehoach_desktop.domain.draft import ColumnRole
from kehoach_desktop.domain.plan import Appendix, Task
from kehoach_desktop.domain.text import fold, squeeze
from kehoach_desktop.importers.headings import read_header
from kehoach_desktop.importers.split_times import BARE, UNITS, unit_of

_YEAR = re.compile(r"(?<![\d/–-])20[2-4]\d(?!\d)(?!\s*[–-]\s*\d)")
_SECTION_YEAR = re.compile(r"(?:^|\bnam )(20[2-4]\d)(?!\d)(?! *[–-] *\d)")
_NOT_ITS_OWN = re.compile(
    r"\b(?:den|tu|sau|truoc|het|ke hoach|du toan|ngan sach|quyet dinh|nghi quyet|chi thi|"
    r"chuong trinh|de an)(?: \S+){0,3}? nam 20[2-4]\d|[–-] *(?:nam )?20[2-4]\d"
)


@dataclass(frozen=True, slots=True)
class Over:
    """The year and the unit ("Tháng", "Quý") that stand over a deadline, and in which words."""

    year: int | None = None
    unit: str = ""
    words: str = ""

    def spelt(self, wording: str) -> str:
        """Return a bare number with the unit that its column names."""
        return f"{self.unit} {wording}" if self.unit and BARE.fullmatch(wording) else wording


NOTHING_OVER = Over()


def columns_of_deadlines(
    roles: Sequence[ColumnRole], headers: Sequence[str]
) -> Iterator[tuple[int, Over]]:
    """Yield the column of deadlines, then those of other years where there is one a year.

    `headers` are the words of each column with those that stand over it.
    """
    if ColumnRole.DEADLINE not in roles:
        return
    first = roles.index(ColumnRole.DEADLINE)
    yield first, (over := _over(headers[first]))
    for column, role in enumerate(roles):
        rival = _over(headers[column])
        timed = (
            role is ColumnRole.EXTRA and read_header(headers[column]).role is ColumnRole.DEADLINE
        )
        if timed and over.year and rival.year not in (None, over.year):
            yield column, rival


def _over(words: str) -> Over:
    return Over(year_named(words), UNITS.get(unit_of(words), ""), squeeze(words))


def year_named(words: str) -> int | None:
    """Return the one year that words name; None where they name several, or a span of years."""
    years = {int(year) for year in _YEAR.findall(words)}
    return years.pop() if len(years) == 1 and not _NOT_ITS_OWN.search(fold(words)) else None


def with_sections(
    appendix: Appendix, over: Mapping[str, Over], earliest: int | None
) -> dict[str, Over]:
    """Return what stands over the deadline of each task, by its id.

    Where the column names no year it is that of the nearest section that bears one, from
    `earliest` on.
    """
    found = {task.id: over.get(task.id, NOTHING_OVER) for task in appendix.tasks}
    for task in appendix.tasks:
        if found[task.id].year is None and (section := _of_section(appendix, task, earliest)):
            found[task.id] = Over(section.year, found[task.id].unit, section.words)
    return {task: held for task, held in found.items() if held != NOTHING_OVER}


def _of_section(appendix: Appendix, task: Task, earliest: int | None) -> Over | None:
    for group in appendix.lineage(task):
        key = fold(group.title)
        years = set(map(int, _SECTION_YEAR.findall(key)))
        if len(years) == 1 and not _NOT_ITS_OWN.search(key):
            year = years.pop()
            return Over(year, words=squeeze(group.title)) if year >= (earliest or year) else None
    return None
