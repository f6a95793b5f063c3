"""Rules between text and appendix: totals, results told by key, members by group, listed papers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.counting import counted, number_of, whole
from kehoach_desktop.documents.check.items import Level
from kehoach_desktop.documents.check.looks import Paragraph
from kehoach_desktop.documents.check.places import Placed, place_blocks
from kehoach_desktop.documents.check.rules_tables import (
    Grid,
    attachment_grids,
    body_grids,
    is_total,
)
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.domain.text import fold, nfc
from kehoach_desktop.i18n import _

Findings = Iterator[PaperFinding]
PHRASE = re.compile(r"(?<![\w/.,-])(\d[\d.]*)((?: [^\W\d_]+){1,6})")
COUNT = re.compile(r"(?<![\w.,-])(?:(\d+)/)?(\d{1,3}(?:\.\d{3})+|\d+) ([^\W\d_]+(?: [^\W\d_]+)?)")
KEYED = re.compile(r"\(((?:[A-Z]|[IVX]+\.)\d{1,3})\)")
COMPOSED = re.compile(
    r"[Gg]ồm (\d+) (thành viên|người|đồng chí|ông, bà|nhiệm vụ)(?=[^.;]{0,30}"
    r"(?:danh sách|Phụ lục) (?:tại Phụ lục )?(?:đính )?kèm theo)"
)
SENT = re.compile(
    r"(?<![\w/.,])(\d+)/(\d+) (?:tổ|thôn|bản|ấp|làng|xóm|khu|đơn vị|phòng)\b"
    r"(?: (?!đúng hạn)[^\W\d_]+){0,3}? (?:gửi|báo cáo|có số liệu|nộp)(?! đúng hạn)"
)
MEMBERS = re.compile(r"([A-ZĐÀ-Ỹ][^\W\d_]*(?: [A-ZĐÀ-Ỹ][^\W\d_]*)*) \((\d+) (?:thành viên|người)\)")
LISTING = re.compile(r"(?<!/)\b(\d+) văn bản\b[^.;]*:$")
NEITHER = {"ngay", "thang", "nam", "quy", "muc", "gio", "tuan", "phut", "la", "va", "den", "cua"}
ENOUGH_AGREEING = 2
LEAST_ALIKE = 0.6


def crossing_rules(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Yield what the text says otherwise than the appendix."""
    grids = [grid for a in anatomy.attachments for grid in attachment_grids(a)]
    placed = [p for p in place_blocks(anatomy.body) if isinstance(p.block, Paragraph)]
    for grid in grids:
        yield from _totals(grid, _said(placed))
        yield from _results(grid, placed)
        yield from _sent(grid, placed)
        yield from _groups(grid, placed)
    if len(grids) == 1:
        yield from _composed(grids[0], placed)
    for grid in body_grids(anatomy):
        near = [one for one in placed if one.section == grid.where]
        yield from _totals(grid, _said(near, after=True))
    yield from _listed(placed)


def _text(placed: Placed) -> str:
    return nfc(placed.block.said) if isinstance(placed.block, Paragraph) else ""


@dataclass(frozen=True, slots=True)
class _Said:
    """A number in the text with the words after it, folded."""

    count: int
    words: tuple[str, ...]
    text: str
    place: str
    before: str = ""

    def likeness(self, heading: str) -> float:
        """Return which part of its words stands in a heading, 0 to 1; 1 where that leads it."""
        known = heading.replace("(", " ").replace(")", " ").split()
        led = bool(self.before) and f" {self.before}".endswith(f" {heading}")
        return 1.0 if led else sum(word in known for word in self.words) / len(self.words)


def _said(placed: Sequence[Placed], *, after: bool = False) -> list[_Said]:
    """Return the numbers of a text; `after`: with the words before each, "đã trả 458 hồ sơ"."""
    return [
        _Said(
            number_of(hit[1].rstrip(".")),
            tuple(fold(hit[2]).split()),
            hit[0],
            one.place,
            fold(text[: hit.start()]) if after else "",
        )
        for one in placed
        for text in (_text(one),)
        for hit in PHRASE.finditer(text)
    ]


def _totals(grid: Grid, said: Sequence[_Said]) -> Findings:
    """Check the totals of a table that the text sums up, once two of them are found in it."""
    row = next((row for row in grid.rows if is_total(row)), None)
    if row is None:
        return
    agreeing, differing = 0, []
    for column in range(1, min(len(row), len(grid.header))):
        total = whole(row[column])
        if total is None:
            continue
        heading = fold(grid.header[column])
        alike = [s for s in said if s.likeness(heading) >= LEAST_ALIKE]
        if any(s.count == total for s in alike):
            agreeing += 1
        elif alike and all(s.count != total for s in said):
            best = max(alike, key=lambda s: (s.likeness(heading), -len(s.words)))
            differing.append((best, grid.header[column], total))
    if agreeing >= ENOUGH_AGREEING:
        for best, name, total in differing:
            message = _("Ghi “{text}”, tổng cột “{column}” của bảng là {total}.")
            words = message.format(text=best.text, column=name, total=total)
            yield found("figures-text-table", best.place, words)


def _first_part(placed: Sequence[Placed]) -> list[Placed]:
    """Return what was done: the text up to the second part."""
    return list(takewhile(lambda one: not _opens_second(one), placed))


def _opens_second(one: Placed) -> bool:
    return one.item is not None and one.item.level is Level.PART and one.item.value > 1


def _keyed_rows(grid: Grid) -> dict[str, str]:
    """Return the results of a table of tasks by their keys: "A3", "B7"."""
    result = grid.column(r"^ket qua(?! du kien)")
    rows: dict[str, str] = {}
    part = ""
    for row in grid.rows if result is not None else ():
        ordinal = row[0].strip().rstrip(".")
        if re.fullmatch(r"[A-Z]", ordinal):
            part = ordinal
        elif ordinal.isdigit() and part and result is not None and result < len(row):
            rows[f"{part}{ordinal}"] = row[result]
    return rows


def _results(grid: Grid, placed: Sequence[Placed]) -> Findings:
    """Check the figures of a sentence that names a task by its key against the task's row."""
    rows = _keyed_rows(grid)
    for one in _first_part(placed) if rows else ():
        text, start = _text(one), 0
        for hit in KEYED.finditer(text):
            sentence, start = text[start : hit.start()], hit.end()
            yield from _against_row(re.split(r"[.;] ", sentence), rows.get(hit[1], ""), hit[1], one)


def _against_row(sentences: Sequence[str], result: str, key: str, one: Placed) -> Findings:
    told = _counts(result)
    for unit, counts in _counts(" ; ".join(sentences)).items():
        for count in counts:
            if unit in told and not told[unit] & set(counts):
                message = _("Ghi {count} {unit} ({key}), phụ lục ghi {told}.")
                shown = " / ".join(map(str, sorted(told[unit])))
                said = message.format(count=count, unit=unit, key=key, told=shown)
                yield found("figures-text-table", one.place, said)
                break


def _counts(text: str) -> dict[str, set[int]]:
    """Return the numbers of a text by the word that follows them."""
    counts: dict[str, set[int]] = {}
    for hit in COUNT.finditer(text):
        unit = hit[3]
        if fold(unit).split()[0] not in NEITHER:
            counts.setdefault(unit, set()).update(number_of(n) for n in (hit[1], hit[2]) if n)
    return counts


def _sent(grid: Grid, placed: Sequence[Placed]) -> Findings:
    """Check "11/12 tổ gửi số liệu" against the rows of a list whose gaps are dashes."""
    rows = [row for row in grid.rows if row[0].strip().rstrip(".").isdigit()]
    empty = sum(_is_gap(row) for row in rows)
    for one in placed if empty else ():
        for hit in SENT.finditer(_text(one)):
            if int(hit[2]) == len(rows) and int(hit[1]) != len(rows) - empty:
                message = _("Ghi “{text}”, bảng có số liệu của {count}/{total}.")
                said = message.format(text=hit[0], count=len(rows) - empty, total=len(rows))
                yield found("figures-text-table", one.place, said)


def _is_gap(row: Sequence[str]) -> bool:
    """Say whether most of the figures of a row are dashes."""
    figures = [cell.strip() for cell in row[1:] if counted(cell) is not None and cell.strip()]
    dashes = sum(not any(letter.isdigit() for letter in figure) for figure in figures)
    return dashes > 1 and dashes * 2 > len(figures)


def _composed(grid: Grid, placed: Sequence[Placed]) -> Findings:
    """Check "gồm 16 thành viên" or "gồm 03 nhiệm vụ" against the only list of the paper."""
    people = grid.column(r"ho va ten|^ho ten") is not None
    listed = sum(row[0].strip().rstrip(".").isdigit() for row in grid.rows)
    for one in placed:
        hit = COMPOSED.search(_text(one))
        fits = hit and (people if hit[2] != "nhiệm vụ" else grid.column(r"nhiem vu") is not None)
        if hit and fits and int(hit[1]) != listed:
            message = _("Ghi “{text}”, danh sách có {count} dòng.")
            said = message.format(text=hit[0], count=listed)
            yield found("figures-text-table", one.place, said)


def _groups(grid: Grid, placed: Sequence[Placed]) -> Findings:
    """Check "Bình Minh (06 thành viên)" against the rows under that heading of a list."""
    if grid.column(r"ho va ten|^ho ten") is None:
        return
    members = _members(grid)
    for one in placed:
        for hit in MEMBERS.finditer(_text(one)):
            name = fold(hit[1])
            counts = [
                c for group, c in members.items() if re.search(rf"\b{re.escape(name)}$", group)
            ]
            if len(counts) == 1 and counts[0] != int(hit[2]):
                message = _("Ghi “{text}”, danh sách có {count} người.")
                said = message.format(text=hit[0], count=counts[0])
                yield found("figures-text-table", one.place, said)


def _members(grid: Grid) -> dict[str, int]:
    members: dict[str, int] = {}
    group = ""
    for row in grid.rows:
        ordinal = row[0].strip().rstrip(".")
        if re.fullmatch(r"[IVX]+|[A-Z]", ordinal) or not any(row[2:]):
            group = fold(next((cell for cell in row[1:] if cell), ""))
            members[group] = 0
        elif ordinal.isdigit() and group:
            members[group] += 1
    return members


def _listed(placed: Sequence[Placed]) -> Findings:
    """Check "03 văn bản …:" against the points that follow it."""
    for index, one in enumerate(placed):
        hit = LISTING.search(_text(one))
        following = takewhile(_is_point, placed[index + 1 :])
        points = sum(1 for _point in following) if hit else 0
        if hit and points and points != int(hit[1]):
            message = _("Ghi {said} văn bản nhưng liệt kê {count}.")
            said = message.format(said=hit[1], count=points)
            yield found("figures-in-text", one.place, said)


def _is_point(one: Placed) -> bool:
    dashed = isinstance(one.block, Paragraph) and one.block.said.startswith(("- ", "+ "))
    return dashed or (one.item is not None and one.item.level is Level.POINT)
