"""Figures read from a table as villages send them: villages down and indicators across, or turned.

Nothing is guessed: a heading or a cell that is not understood is a finding, and an empty cell is
no figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kehoach_desktop.domain.draft import Finding, Severity, Source, SourceTable
from kehoach_desktop.domain.indicator_book import Indicator
from kehoach_desktop.domain.team import read_unit
from kehoach_desktop.domain.team_match import spelling
from kehoach_desktop.domain.text import fold, squeeze
from kehoach_desktop.domain.unit import Unit
from kehoach_desktop.i18n import _

_SILENT = re.compile(r"[-–—.…x×]*|(?:khong|chua) (?:co |gui )?so lieu|chua (?:gui|co|bao cao)")
_NUMBER = re.compile(r"(\d{1,3}(?:[. ]\d{3})+|\d+)(?:[.,]0+)?")
_SMALL = {"cac", "duoc", "cua", "trong", "luong", "tong"}
_SPELT_OUT = {
    "tk": "tài khoản",
    "hs": "hồ sơ",
    "dvctt": "trực tuyến",
    "vneid": "định danh",
    "cks": "chữ ký số",
}
ENOUGH = 0.8  # how much of two headings must be shared for them to be one
Grid = list[tuple[int, list[str]]]


class ReadFigure(NamedTuple):
    """A figure as a table gives it: of what, of which village, where it stands."""

    indicator: Indicator
    unit: Unit
    value: int
    place: str


@dataclass(frozen=True, slots=True)
class FigureDraft:
    """A proposal: the figures as understood and what must be looked at. Nothing is stored."""

    figures: tuple[ReadFigure, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class _Reading:
    """What is looked for, and what is found out on the way."""

    indicators: Sequence[Indicator]
    villages: Mapping[str, Unit]
    figures: list[ReadFigure] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def doubt(self, place: str, words: str) -> None:
        self.findings.append(Finding(Severity.CHECK, place, words))


def read_figures(
    source: Source, indicators: Iterable[Indicator], villages: Iterable[Unit]
) -> FigureDraft:
    """Return the figures of every table of a source; a hidden table or row is passed over.

    A table of one village names it above itself, or the file does.
    """
    wanted = [i for i in indicators if not i.retired]
    reading = _Reading(wanted, by_name(villages))
    above = read_village(" ".join((*source.paragraphs[:20], source.name)), reading.villages)
    for table in source.tables:
        if not table.hidden:
            _read_table(reading, table, above)
    if not reading.figures and not reading.findings:
        reading.doubt(source.name, _("Không thấy bảng nào có tên thôn và tên chỉ tiêu."))
    return FigureDraft(tuple(_each_once(reading)), tuple(reading.findings))


def _at(table: str, row: int) -> str:
    return _("{place}, dòng {row}").format(place=table, row=row)


def by_name(villages: Iterable[Unit]) -> dict[str, Unit]:
    """Return the villages by the spelling of their name, also of the name without its kind."""
    named: dict[str, Unit] = {}
    bare: dict[str, list[Unit]] = {}
    for unit in villages:
        named[spelling(unit.name)] = unit
        if told := read_unit(unit.name):
            bare.setdefault(spelling(told.name), []).append(unit)
    return {name: units[0] for name, units in bare.items() if len(units) == 1} | named


def read_village(text: str, villages: Mapping[str, Unit]) -> Unit | None:
    """Return the village a cell or a title names, None where it names none."""
    plain = squeeze(text)
    if found := villages.get(spelling(plain)):
        return found
    told = read_unit(plain)
    return villages.get(spelling(told.title)) if told else None


def read_indicator(heading: str, indicators: Sequence[Indicator]) -> Indicator | None:
    """Return the indicator a heading speaks of, None where none or several may be meant.

    The words are the same; or those of one contain the other's, and of no other indicator; or
    nearly all are shared. Diacritics count where the heading has any: hộ số is not hồ sơ.
    """
    bare = heading.isascii()
    words = _words(heading, bare=bare)
    named = [(_words(i.name, bare=bare), i) for i in indicators]
    same = [i for held, i in named if held == words]
    inside = [i for held, i in named if len(words) > 1 and (words <= held or held <= words)]
    best = max((_shared(words, held) for held, _i in named), default=0.0)
    near = [i for held, i in named if _shared(words, held) == best >= ENOUGH]
    for found in (same, inside):
        if found:
            return found[0] if len(found) == 1 else None
    return near[0] if len(near) == 1 else None


def _words(text: str, *, bare: bool) -> frozenset[str]:
    key = fold if bare else spelling
    plain = re.sub(r"\([^)]*\)", " ", text)
    words = (w for word in re.findall(r"\w+", plain) for w in _spelt_out(word))
    return frozenset(key(word) for word in words if fold(word) not in _SMALL)


def _spelt_out(word: str) -> list[str]:
    return _SPELT_OUT.get(word.casefold(), word).split()


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _read_table(reading: _Reading, table: SourceTable, above: Unit | None) -> None:
    grid: Grid = [(row.number, _filled(table, at)) for at, row in enumerate(table.rows)
                  if not row.hidden]  # fmt: skip
    here = read_village(" ".join(table.lead_in[-3:]), reading.villages) or above
    down = [at for at, (_n, cells) in enumerate(grid) if _is_row_of_one(reading, cells)]
    if down:
        _villages_down(reading, table.name, grid, down)
    elif not _villages_across(reading, table.name, grid) and here is not None:
        _one_village(reading, table.name, grid, here)


def _filled(table: SourceTable, at: int) -> list[str]:
    """Return the cells of a row, those under a merge with the words of the merge."""
    cells = list(table.rows[at].cells)
    for merge in table.merges:
        if merge.top <= at <= merge.bottom:
            above = table.rows[merge.top].cells
            words = above[merge.left] if merge.left < len(above) else ""
            for place in range(merge.left, min(merge.right + 1, len(cells))):
                cells[place] = cells[place] or words
    return [squeeze(cell) for cell in cells]


def _village_in(reading: _Reading, cells: Sequence[str]) -> Unit | None:
    return next((u for cell in cells if (u := read_village(cell, reading.villages))), None)


def _is_row_of_one(reading: _Reading, cells: Sequence[str]) -> bool:
    """Say whether a row belongs to one village; one that names several is a heading."""
    named = {u.id for cell in cells if (u := read_village(cell, reading.villages))}
    return len(named) == 1 and _village_in(reading, cells[:3]) is not None


def _villages_down(reading: _Reading, name: str, grid: Grid, down: list[int]) -> None:
    columns = _columns(reading, name, grid, down)
    for at, (number, cells) in enumerate(grid[down[0] :], start=down[0]):
        unit = _village_in(reading, cells[:3]) if at in down else None
        if unit is not None:
            for place, indicator in columns.items():
                text = cells[place] if place < len(cells) else ""
                _take(reading, indicator, unit, text, _at(name, number))
        elif stranger := next((cell for cell in cells[:3] if read_unit(cell)), ""):
            words = _("“{name}” không phải thôn nào trong sổ; không lấy dòng này.")
            reading.doubt(_at(name, number), words.format(name=stranger))


def _columns(
    reading: _Reading, name: str, grid: Grid, down: list[int]
) -> dict[int, Indicator]:  # fmt: skip
    """Return which indicator each column holds; one that holds none of ours is a doubt."""
    heads = [cells for _n, cells in grid[: down[0]]]
    columns: dict[int, Indicator] = {}
    for place in range(max(len(cells) for _n, cells in grid)):
        words = list(dict.fromkeys(c[place] for c in heads if place < len(c) and c[place]))
        found = _heading(reading, words)
        if found is None and _holds_numbers(grid, down, place) and not _known_aside(words):
            told = _("Cột “{heading}” không phải chỉ tiêu nào trong sổ; không lấy.")
            reading.doubt(name, told.format(heading=" ".join(words)))
        elif found is not None and found not in columns.values():
            columns[place] = found
    return columns


def _heading(reading: _Reading, words: Sequence[str]) -> Indicator | None:
    """Return the indicator of a heading of one or several lines, the last line first."""
    tries = (" ".join(words), *reversed(words))
    return next((i for text in tries if (i := read_indicator(text, reading.indicators))), None)


def _known_aside(words: Sequence[str]) -> bool:
    """Say whether a column is one that tables of figures have beside their figures."""
    key = fold(" ".join(words))
    return any(part in key for part in ("stt", "tt", "thanh vien", "ghi chu", "dien thoai")) or (
        not key
    )


def _holds_numbers(grid: Grid, rows: Iterable[int], place: int) -> bool:
    return any(place < len(grid[r][1]) and grid[r][1][place].isdecimal() for r in rows)


def _villages_across(reading: _Reading, name: str, grid: Grid) -> bool:
    """Read a table with indicators down and villages across; say whether it is one."""
    for at, (_number, cells) in enumerate(grid[:6]):
        columns = {p: u for p, cell in enumerate(cells)
                   if (u := read_village(cell, reading.villages))}  # fmt: skip
        if columns:
            for number, row in grid[at + 1 :]:
                if indicator := _heading(reading, row[: min(columns)]):
                    for place, unit in columns.items():
                        text = row[place] if place < len(row) else ""
                        _take(reading, indicator, unit, text, _at(name, number))
            return True
    return False


def _one_village(reading: _Reading, name: str, grid: Grid, unit: Unit) -> None:
    """Read a table of one village: an indicator and its figure in each row."""
    for number, cells in grid:
        for place, cell in enumerate(cells[:3]):
            indicator = read_indicator(cell, reading.indicators) if len(cell) > 3 else None
            numbers = [c for c in cells[place + 1 :] if _NUMBER.match(c)]
            if indicator and len(numbers) == 1:
                _take(reading, indicator, unit, numbers[0], _at(name, number))
                break
            if indicator and numbers:
                told = _("“{name}”: nhiều số trong một dòng, chưa rõ lấy số nào.")
                reading.doubt(_at(name, number), told.format(name=indicator.name))
                break


def _take(reading: _Reading, indicator: Indicator, unit: Unit, text: str, place: str) -> None:
    if indicator.parts or not indicator.by_village:
        return  # a sum is reckoned, and the commune gives its own
    plain = squeeze(text).removesuffix(indicator.measure).strip()
    if _SILENT.fullmatch(fold(plain)):
        return
    if found := _NUMBER.fullmatch(plain):
        value = int(re.sub(r"\D", "", found[1]))
        reading.figures.append(ReadFigure(indicator, unit, value, place))
        return
    told = _("{unit}, {indicator}: “{text}” không phải một số; không lấy.")
    reading.doubt(place, told.format(unit=unit.name, indicator=indicator.name, text=text[:40]))


def _each_once(reading: _Reading) -> Iterator[ReadFigure]:
    """Yield the figure of each village and indicator; two that differ are a doubt, none is kept."""
    held: dict[tuple[str, str], list[ReadFigure]] = {}
    for read in reading.figures:
        held.setdefault((read.indicator.id, read.unit.id), []).append(read)
    for same in held.values():
        if len({read.value for read in same}) == 1:
            yield same[0]
            continue
        values = ", ".join(str(read.value) for read in same)
        told = _("{unit}, {indicator}: tệp ghi nhiều số khác nhau ({values}); không lấy.")
        words = told.format(unit=same[0].unit.name, indicator=same[0].indicator.name, values=values)
        reading.doubt(same[-1].place, words)
