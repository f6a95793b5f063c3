"""Rules of tables: totals add up, rows add up, rows are counted, nothing is left empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.attachments import Attachment
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.counting import counted, percent_agrees, whole
from kehoach_desktop.documents.check.looks import Table
from kehoach_desktop.documents.check.places import place_blocks, row_place
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.domain.text import fold, nfc
from kehoach_desktop.i18n import _

Findings = Iterator[PaperFinding]
TOTAL = re.compile(r"(tong cong|tong so|tong|cong)(\W.{0,24})?")
FORMULA = re.compile(r"\(\s*(\w{1,4}(?:\s*\+\s*\w{1,4})+)\s*\)")
NOT_SUMMED = re.compile(
    r"nam sinh|ngay|stt|^tt$|so hieu|dien thoai|thoi (gian|han)|nam$|cccd|ty le|%"
)
CLOSING = re.compile(
    r"(?:tong so|tong cong|danh (?:sach|muc)(?: nay)? (?:co|gom)|co tat ca)"
    r"\D{0,20}(\d[\d.]*)\s*([a-z]+)"
)
TOLD = re.compile(
    r"chua co so lieu|chua (co )?bao cao|chua gui|khong phat sinh|chua tra loi|"
    r"chua (thuc hien|trien khai)|tam (dung|hoan)|khong con phu hop"
)
DONE = re.compile(r"(?:^|[\s;,(])(?:da )?hoan thanh\b(?! (?:mot phan|\d))")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of data as text: its header, its rows below, where it stands.

    `titles` are the rows of a number and a title that goes over the other columns.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    where: str
    table: int
    first: int
    titles: frozenset[int] = frozenset()

    def place(self, index: int) -> str:
        """Return the place of a row below the header."""
        return row_place(self.where, self.table, index + self.first + 1)

    def column(self, pattern: str) -> int | None:
        """Return the first column whose heading, folded, holds `pattern`."""
        keys = map(fold, self.header)
        return next((i for i, key in enumerate(keys) if re.search(pattern, key)), None)


def table_rules(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Yield what does not add up in the tables, and the rows left empty."""
    for grid in body_grids(anatomy):
        yield from _sums(grid)
    for attachment in anatomy.attachments:
        grids = attachment_grids(attachment)
        for grid in grids:
            yield from _sums(grid)
            yield from _unanswered(grid)
        yield from _closing(attachment, grids)


def body_grids(anatomy: Anatomy) -> list[Grid]:
    """Return the tables of data in the text."""
    made = (
        as_grid(p.block, p.section, p.table)
        for p in place_blocks(anatomy.body)
        if isinstance(p.block, Table)
    )
    return [grid for grid in made if grid is not None]


def attachment_grids(attachment: Attachment) -> list[Grid]:
    """Return the tables of data in an appendix."""
    made = (as_grid(t, attachment.name, n) for n, t in enumerate(attachment.tables, 1))
    return [grid for grid in made if grid is not None]


def as_grid(table: Table, where: str, number: int) -> Grid | None:
    """Return a table as text, None for one that only lays words out."""
    if len(table.rows) < 2 or max(len(row.cells) for row in table.rows) < 3:
        return None
    depth = max(1, next((i for i, row in enumerate(table.rows) if not row.header), 1))
    rows = [tuple(map(nfc, row.texts)) for row in table.rows]
    header = _stacked(rows[:depth])
    titles = frozenset(i for i, row in enumerate(table.rows[depth:]) if len(row.cells) < 3)
    return Grid(header, tuple(rows[depth:]), where, number, depth, titles)


def _stacked(rows: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    width = max(map(len, rows))
    wide = [row + ("",) * (width - len(row)) for row in rows]
    return tuple(" ".join(filter(None, column)) for column in zip(*wide, strict=True))


def _label(row: Sequence[str]) -> str:
    """Return the words that name a row: its first cell that is no number."""
    return next((cell for cell in row[:3] if cell and counted(cell) is None and not _key(cell)), "")


def _key(cell: str) -> bool:
    return bool(re.fullmatch(r"[IVX]+|[A-Z]|\d{1,3}(\.\d+)*\.?|[a-zđ][.)]?", cell.strip()))


def _sums(grid: Grid) -> Findings:
    yield from _formulas(grid)
    yield from _totals(grid)
    yield from _row_sums(grid)
    yield from _rates(grid)


def _formulas(grid: Grid) -> Findings:
    """Check rows that say which rows they add: "Có thời hạn (1 + 2)"."""
    keyed = {row[0].strip().rstrip("."): row for row in grid.rows if row and _key(row[0])}
    for index, row in enumerate(grid.rows):
        formula = FORMULA.search(_label(row))
        keys = re.split(r"\s*\+\s*", formula[1]) if formula else []
        if not keys or any(key not in keyed for key in keys):
            continue
        for column in range(1, len(row)):
            parts = [_at(keyed[key], column) for key in keys]
            yield from _compare(grid, index, column, parts)


def _at(row: Sequence[str], column: int) -> str:
    return row[column] if column < len(row) else ""


def _compare(grid: Grid, index: int, column: int, parts: Sequence[str]) -> Findings:
    total, values = whole(_at(grid.rows[index], column)), [counted(part) for part in parts]
    if total is None or any(value is None for value in values) or not any(parts):
        return
    summed = sum(value for value in values if value is not None)
    if summed != total:
        yield _wrong_total(grid, index, column, total, summed)


def _wrong_total(grid: Grid, index: int, column: int, total: float, summed: float) -> PaperFinding:
    name = _at(grid.header, column) or str(column + 1)
    message = _("Cột “{column}”: ghi {total}, cộng các dòng được {sum}.")
    said = message.format(column=name[:40], total=f"{total:g}", sum=f"{summed:g}")
    return found("table-total", grid.place(index), said)


def is_total(row: Sequence[str]) -> bool:
    """Say whether a row sums the table up, without naming the rows it adds."""
    label = _label(row)
    numbered = bool(row) and row[0].strip().rstrip(".").isdigit()
    return not numbered and bool(TOTAL.fullmatch(fold(label))) and not FORMULA.search(label)


def _totals(grid: Grid) -> Findings:
    """Check a row "Tổng cộng" against the rows above it, whichever way they are grouped."""
    for index, row in enumerate(grid.rows):
        if not is_total(row):
            continue
        at_top = index == 0
        others = grid.rows[1:] if at_top else grid.rows[:index]
        for column in range(1, len(row)):
            if NOT_SUMMED.search(fold(_at(grid.header, column))):
                continue
            yield from _total_of_column(grid, index, column, others)


def _total_of_column(
    grid: Grid, index: int, column: int, rows: Sequence[tuple[str, ...]]
) -> Findings:
    total = whole(_at(grid.rows[index], column))
    groupings = [_leaves(rows), _groups(rows), [r for r in rows if not is_total(r)]]
    sums = []
    for grouping in groupings:
        values = [counted(_at(row, column)) for row in grouping]
        if len(grouping) > 1 and values and all(value is not None for value in values):
            sums.append(sum(value for value in values if value is not None))
    if total is not None and sums and total not in sums:
        yield _wrong_total(grid, index, column, total, sums[0])


def _leaves(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    numbered = [r for r in rows if re.fullmatch(r"\d{1,3}\.?", r[0].strip()) and not is_total(r)]
    return numbered or [r for r in rows if any(r[1:]) and not is_total(r)]


def _groups(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [r for r in rows if re.fullmatch(r"[IVX]+|[A-H]", r[0].strip().rstrip("."))]


def _row_sums(grid: Grid) -> Findings:
    """Check "Tổng số" = đúng hạn, trong hạn + quá hạn in each row that has both."""
    total = grid.column(r"^tong( so| cong)?$")
    parts = [
        i
        for i, h in enumerate(grid.header)
        if re.search(r"\b(dung|trong|qua|truoc|tre) han\b|cham", fold(h))
    ]
    if total is None or len(parts) < 2 or any(p <= total for p in parts):
        return
    for index, row in enumerate(grid.rows):
        values = [_at(row, p).strip() for p in parts]
        whole_ = whole(_at(row, total))
        if whole_ is None or not any(whole(v) is not None for v in values):
            continue
        counts = [counted(v) for v in values]
        if None not in counts and sum(c for c in counts if c is not None) != whole_:
            message = _("Tổng số {total} không bằng {parts}.")
            said = message.format(total=_at(row, total), parts=" + ".join(values))
            yield found("table-row-sum", grid.place(index), said)


def _rates(grid: Grid) -> Findings:
    """Check a percentage that stands with exactly two numbers in its row."""
    column = grid.column(r"\bt[yi] le\b|%")
    if column is None:
        return
    for index, row in enumerate(grid.rows):
        percent = re.fullmatch(r"(\d+(?:,\d+)?)\s*%?", _at(row, column).strip())
        numbers = [v for i, c in enumerate(row[:column]) if i and (v := whole(c)) is not None]
        if percent is None or len(numbers) != 2:
            continue
        first, second = numbers
        if not (
            percent_agrees(percent[1], second, first) or percent_agrees(percent[1], first, second)
        ):
            message = _("Tỷ lệ {percent}% không khớp với {first} và {second}.")
            said = message.format(percent=percent[1], first=first, second=second)
            yield found("percentage", grid.place(index), said)


def _unanswered(grid: Grid) -> Findings:
    result = grid.column(r"^ket qua(?! du kien)")
    state = grid.column(r"trang thai|tinh trang|tinh hinh thuc hien|danh gia")
    proof = grid.column(r"minh chung|tai lieu kiem chung|van ban kem theo|san pham hoan thanh")
    if result is None:
        return
    for index, row in enumerate(grid.rows):
        ordinal = row[0].strip()
        if not re.fullmatch(r"\d+(\.\d+)*\.?", ordinal) or is_total(row) or index in grid.titles:
            continue
        said, standing = (
            _at(row, result).strip(" .-–xX"),
            fold(_at(row, state)) if state is not None else "",
        )
        done = DONE.search(standing) and not re.search(r"\b(chua|khong|dang)\b", standing)
        place = grid.place(index)
        if done and (len(said) < 4 or (proof is not None and not _at(row, proof).strip())):
            yield found(
                "done-without-evidence",
                place,
                _("Ghi hoàn thành nhưng không nêu kết quả, minh chứng."),
            )
        elif not said and not TOLD.search(standing):
            yield found("result-empty", place, _("Ô kết quả để trống."))


def _closing(attachment: Attachment, grids: Sequence[Grid]) -> Findings:
    """Check "Tổng số: 18 nhiệm vụ" against the numbered rows, and the numbers of a list."""
    rows = [row[0].strip().rstrip(".") for grid in grids for row in grid.rows if not is_total(row)]
    numbered = [r for r in rows if r.isdigit()]
    ordinals = [r for r in rows if re.fullmatch(r"\d+(\.\d+)*", r)]
    for paragraph in attachment.paragraphs:
        hit = CLOSING.search(fold(paragraph.said))
        said = whole(hit[1].rstrip(".")) if hit else None
        if hit and numbered and said is not None and said not in (len(numbered), len(ordinals)):
            message = _("Ghi {said} nhưng bảng có {count} dòng đánh số.")
            text = message.format(said=hit[1], count=len(numbered))
            yield found("appendix-count", attachment.name, text)
    for grid in grids:
        yield from _ordinals(grid)


def _ordinals(grid: Grid) -> Findings:
    listed = bool(grid.column(r"ho va ten|^ho ten"))
    marks = [(i, row[0].strip().rstrip(".")) for i, row in enumerate(grid.rows)]
    for (_before, above), (index, below) in pairwise(marks):
        if not (above.isdigit() and below.isdigit()):
            continue
        step = int(below) - int(above)
        if step == 0 or (listed and step not in {1} and int(below) != 1):
            message = _("Số thứ tự {below} đứng sau {above}.").format(below=below, above=above)
            yield found("table-ordinals", grid.place(index), message)
