"""The rows of a block with their cells by role, and what merges bring down into them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kehoach_desktop.domain.draft import ColumnRole, RowMark
from kehoach_desktop.domain.text import fold, nfc, squeeze
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.blocks import Block
from kehoach_desktop.importers.columns import is_repeated
from kehoach_desktop.importers.header_rows import is_count_row
from kehoach_desktop.importers.ordinals import (
    NOTHING,
    Ordinal,
    Style,
    read_label,
    read_ordinal,
    titled,
)
from kehoach_desktop.importers.time_over import NOTHING_OVER, Over

R = ColumnRole
Marks = Mapping[tuple[int, int], RowMark]
"""What a person said of rows, by the number of the table and that of the row."""

SECTIONS = (Style.DIVISION, Style.LETTER, Style.ROMAN)
VALUE_ROLES = (R.LEAD, R.COORDINATING, R.DELIVERABLE, R.DEADLINE)
NOTE = re.compile(
    r"^(\(?\*+\)?|het\W*$|[-+ ]*nhu tren\W*$|ngay .{1,4}thang .{1,4}nam \d{4}$|da ky\W*$|"
    r"(danh sach|danh muc|phu luc|bieu|bang) nay (gom|co)\b|ghi chu|luu y|chu thich|"
    r"nguoi (lap|tong hop)|noi nhan|bang chu ?:|tren day la\b|"
    r"moi (vuong mac|thong tin|chi tiet)\b.{0,40}lien he\b|tm\.|kt\.|tl\.|tuq\.|q\.|thu truong|"
    r"xac nhan|nguon:|(pho )?(chu tich|giam doc|truong phong|chanh van phong|vu truong|"
    r"cuc truong)\b.{0,40}$|"
    r"\(?ky([,.;)]| (ten|ghi|va dong|duyet|thay|nhay)\b)|\(da ky\)|"
    r".{0,60}, ngay .{0,12}thang .{0,12}nam )"
)
LONGEST_PAGE = 40
PAGE = re.compile(r"(trang|page)( so)? ?:? ?\d{1,3}( ?(/|tren|cua|of) ?\d{1,3})?")
ITEM = re.compile(
    r"(?P<label>\(\d{1,2}\)|\d{1,2}\)|\(?[a-zđ]\)|[a-zđ][./]|[ivx]{2,4}\)|\d{1,2}\.?[a-zđ][.)]?)\s+"
    r"(?P<text>\S.*)",
    re.DOTALL,
)
GOAL = re.compile(r"^(muc tieu|chi tieu)\b")
TOTAL = re.compile(
    r"^(tong cong|tong so|cong|tong(?= *[:\d(]| *$| muc\b)|tong hop(?= *: *\d)|"
    r"so nhiem vu(?= *: *\d))\b(?!.*(bao cao|tac|nghe|bo |khai|dong))"
)

REASONS = {
    "hidden": lambda: mark("Dòng ẩn trong tệp, không đưa vào: “{words}”."),
    "hidden_cells": lambda: mark("Dòng chỉ có chữ ở cột ẩn, không đưa vào: “{words}”."),
    "header": lambda: mark("Tiêu đề bảng lặp lại, bỏ qua: “{words}”."),
    "page": lambda: mark("Số trang, bỏ qua: “{words}”."),
    "count": lambda: mark("Dòng đánh số cột, bỏ qua: “{words}”."),
    "total": lambda: mark("Dòng tổng cộng, không phải nhiệm vụ: “{words}”."),
    "note": lambda: mark("Ghi chú hoặc chữ ký dưới bảng, không phải nhiệm vụ: “{words}”."),
    "goal": lambda: mark("Mục tiêu hoặc chỉ tiêu, không phải nhiệm vụ: “{words}”."),
    "by_hand": lambda: mark("Dòng được chọn bỏ ra, không đưa vào: “{words}”."),
    "puzzling": lambda: mark("Không rõ dòng này thuộc nhiệm vụ nào, chưa đưa vào: “{words}”."),
}
DOUBTED = ("puzzling", "hidden", "hidden_cells")


def adds_up(text: str) -> bool:
    """Say whether a row that begins with `text` is a sum; folded, "Công" and "Cổng" are "Cộng"."""
    return bool(TOTAL.match(fold(text))) and not re.match("c[ôốồổỗ]ng", nfc(text).casefold())


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a table of tasks.

    `own` are the texts in the row itself, `filled` those with what merges bring down from above.
    `below_ordinal` and `below_content` say that a merge from above covers the cell. `spread` says
    that one text runs over most of the row. `mark` is what a person said of the row, `over` what
    the header says of its deadline.
    """

    number: int
    ordinal: Ordinal
    ordinal_text: str
    content: str
    own: dict[ColumnRole, str]
    filled: dict[ColumnRole, str]
    extra: tuple[tuple[str, str], ...]
    below_ordinal: bool = False
    below_content: bool = False
    spread: bool = False
    mark: RowMark | None = None
    over: Over = NOTHING_OVER

    @property
    def is_lone(self) -> bool:
        """Whether the row names something and says nothing of who, what or when."""
        return bool(self.content or self.ordinal_text) and not any(self.own.values())

    @property
    def words(self) -> str:
        """The texts of the row on one line, for a finding."""
        values = (self.ordinal_text, self.content, *self.own.values(), *(t for _n, t in self.extra))
        return squeeze(" | ".join(filter(None, values)))

    @property
    def is_note(self) -> bool:
        """Whether the row is a note, a signature or a date under the table."""
        if self.ordinal.style is not Style.NONE and self.ordinal.style is not Style.BULLET:
            return False
        first = next(filter(None, (self.content, self.ordinal_text, *self.own.values())), "")
        if "*" in (self.ordinal_text or first)[:2] and not self.is_lone:
            return False
        return bool(NOTE.match(fold(first)) or NOTE.match(fold(self.ordinal_text)))

    @property
    def is_goal(self) -> bool:
        """Whether the row names a goal or a figure to reach, and nobody to reach it."""
        plain = fold(self.content)
        return self.is_lone and not self.ordinal_text and bool(GOAL.match(plain))

    @property
    def opens_like_a_list(self) -> bool:
        """Whether the text begins with a dash or a point, as a further paragraph does."""
        return bool(re.match(r"[-–+•*]|\(\d|[a-zđ]\)", self.content))

    @property
    def is_total(self) -> bool:
        """Whether the row only adds up."""
        figure = not any(letter.isalpha() for letter in self.content)
        first = self.ordinal_text if figure else self.content
        short = len(self.content) < 60 and not self.own[R.LEAD]
        return short and self.ordinal.style is Style.NONE and adds_up(first)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A row that is no part of the matrix, and why."""

    number: int
    reason: str
    words: str


def entries(block: Block, marks: Marks) -> Iterator[Entry | Dropped]:
    """Yield the rows of `block`; blank ones fall away, others are given or dropped by name.

    A row that bears a mark (by table and row number) is never dropped for its looks.
    """
    for index in range(block.first, block.end):
        row = block.table.rows[index]
        shown = [
            "" if column in block.table.hidden_columns else text
            for column, text in enumerate(row.cells)
        ]
        words = squeeze(" | ".join(filter(None, row.cells)))
        if not words:
            continue
        mark = marks.get((block.number, row.number))
        if mark is None:
            yield _judged(block, index, shown, words)
        elif mark is RowMark.LEFT_OUT:
            yield Dropped(row.number, "by_hand", words)
        else:
            shown = [*row.cells] if row.hidden or not any(shown) else shown
            yield replace(_entry(block, index, shown), mark=mark)


def _judged(block: Block, index: int, shown: list[str], words: str) -> Entry | Dropped:
    """Return a row as an entry, or dropped for what it looks like."""
    number = block.table.rows[index].number
    reason = ""
    if block.table.rows[index].hidden:
        reason = "hidden"
    elif not any(shown):
        reason = "hidden_cells"
    elif is_repeated(shown, block.columns):
        reason = "header"
    elif is_count_row(shown):
        reason = "count"
    elif len(words) < LONGEST_PAGE and PAGE.fullmatch(fold(words)):
        reason = "page"
    return Dropped(number, reason, words) if reason else _entry(block, index, shown)


def _entry(block: Block, index: int, shown: list[str]) -> Entry:
    columns = block.columns
    ordinal_text, content = (_text(shown, columns.index(role)) for role in (R.ORDINAL, R.CONTENT))
    places = {role: columns.index(role) for role in VALUE_ROLES}
    places[R.DEADLINE], over = _deadline_column(block, index, shown)
    own = {role: _text(shown, places[role]) for role in VALUE_ROLES}
    spread = _is_spread(block, index, shown)
    ordinal = read_label(ordinal_text)
    if spread and not content:
        content, ordinal_text, ordinal, own = _spread_text(shown, ordinal_text, ordinal, own)
    if displaced := _displaced(block, index, shown, content, ordinal):
        content, own = displaced, dict.fromkeys(own, "")
    if ordinal_text and ordinal is NOTHING and not content:
        content, ordinal_text = ordinal_text, ""
    if not ordinal_text and any(own.values()) and (item := ITEM.fullmatch(content)):
        ordinal_text, content = item["label"], item["text"]
        ordinal = read_ordinal(ordinal_text)
    extra = tuple((name, _brought(block, index, c, shown)) for c, name in _extras(block, shown))
    return Entry(
        block.table.rows[index].number, ordinal, ordinal_text, content, own,
        {role: _brought(block, index, places[role], shown) for role in VALUE_ROLES}
        if not (spread or displaced) else dict(own),
        extra,
        below_ordinal=_is_below(block, index, columns.index(R.ORDINAL)),
        below_content=_is_below(block, index, columns.index(R.CONTENT)),
        spread=spread,
        over=over,
    )  # fmt: skip


def _deadline_column(block: Block, index: int, shown: list[str]) -> tuple[int | None, Over]:
    """Return the column of the deadline of a row: of one a year, the first that says something."""
    columns = block.columns.deadlines
    said = (held for held in columns if _brought(block, index, held[0], shown))
    first = columns[0] if columns else (block.columns.index(R.DEADLINE), NOTHING_OVER)
    return next(said, first) if len(columns) > 1 else first


def _displaced(block: Block, index: int, shown: list[str], content: str, ordinal: Ordinal) -> str:
    """Return the title of a section that stands alone in another column than that of the tasks."""
    below = _is_below(block, index, block.columns.index(R.CONTENT))
    if content or below or ordinal.style not in SECTIONS:
        return ""
    column = block.columns.index(R.ORDINAL)
    texts = [text for c, text in enumerate(shown) if text and c != column]
    return texts[0] if len(texts) == 1 else ""


def _spread_text(
    shown: list[str], ordinal_text: str, ordinal: Ordinal, own: dict[ColumnRole, str]
) -> tuple[str, str, Ordinal, dict[ColumnRole, str]]:
    """Return the one text of a spread row as its content, wherever the merge begins."""
    texts = [text for text in shown if text]
    if ordinal.style is Style.NONE:
        return texts[0], "", NOTHING, dict.fromkeys(own, "")
    rest = [text for text in texts if text != ordinal_text]
    return (rest[0] if rest else ""), ordinal_text, ordinal, dict.fromkeys(own, "")


def _extras(block: Block, shown: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the other columns; one without a name only where something stands in it."""
    for column, role in enumerate(block.columns.roles):
        if role is R.EXTRA:
            name = block.columns.names[column]
            if name or (column < len(shown) and shown[column]):
                yield column, name or mark("Cột {number}").format(number=column + 1)


def _text(shown: list[str], column: int | None) -> str:
    return shown[column] if column is not None and column < len(shown) else ""


def _is_below(block: Block, index: int, column: int | None) -> bool:
    merge = block.covered.get((index, column)) if column is not None else None
    return merge is not None and block.first <= merge.top < index


def _brought(block: Block, index: int, column: int | None, shown: list[str]) -> str:
    """Return the text of a cell, or of the merge from above that covers it."""
    text = _text(shown, column)
    if text or column is None or not _is_below(block, index, column):
        return text
    merge = block.covered[index, column]
    return block.table.rows[merge.top].cells[merge.left] if merge.left == column else ""


def _is_spread(block: Block, index: int, shown: list[str]) -> bool:
    """Say whether one merged text fills more than half of the row."""
    texts = [column for column, text in enumerate(shown) if text]
    if not 1 <= len(texts) <= 2:
        return False
    merge = block.covered.get((index, texts[-1]))
    if merge is None or merge.top != index or merge.left != texts[-1]:
        return False
    return (merge.right - merge.left + 1) * 2 >= len(shown) - 1


def heading_of(entry: Entry, letter_before: str) -> tuple[Ordinal, str]:
    """Return the label and the title a row would have as a heading."""
    if entry.ordinal_text:
        return read_ordinal(entry.ordinal_text, letter_before), entry.content
    return titled(entry.content, letter_before)
