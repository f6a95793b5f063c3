"""Which column of a returned table is which, whoever drew it: by the words of its header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kehoach_desktop.domain.draft import SourceRow
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.progress import TaskStatus
from kehoach_desktop.domain.return_form import Field
from kehoach_desktop.domain.return_form_heading import periods_named
from kehoach_desktop.domain.return_form_status import read_status
from kehoach_desktop.domain.text import fold, squeeze
from kehoach_desktop.exchange.form_layout import COLUMNS, Part, Role

LONGEST_HEADER = 80
DEEPEST_HEADER, LEAST_HEADER = 60, 3
_ANY_DAY, _ANY_PERIOD = date(2025, 12, 31), ReportingPeriod.parse("2025-01")
_AHEAD = (Field.NEXT_STEPS, Field.PROPOSAL)
# Folded; the first that is found decides.
_SIGNS: tuple[tuple[str, Role], ...] = (
    (r"\b(?:ky|thang|quy|nam) truoc\b|\bluy ke\b", Part.LAST),
    (r"^ma(?: dong| phieu| so| nv| nhiem vu)?$", Part.CODE),
    (r"^(?:stt|tt|so tt|so thu tu|s t t|no|#)$", Part.LABEL),
    (r"%|\bty le\b|\bphan tram\b", Field.PERCENT),
    (
        r"\bngay (?:hoan thanh|xong|ket thuc|thuc hien xong)|\bthuc te\b.*\bhoan thanh",
        Field.DONE_ON,
    ),
    (r"\bhoan thanh thuc te\b|\bhoan thanh ngay\b|^ngay ht$", Field.DONE_ON),
    (r"\b(?:minh chung|tai lieu kem|van ban kem|so van ban|so, ngay|so ky hieu)\b", Field.EVIDENCE),
    (r"\b(?:kho khan|vuong(?: mac)?|ton tai|han che|nguyen nhan)\b", Field.OBSTACLE),
    (r"\b(?:kien nghi|de xuat|de nghi)\b", Field.PROPOSAL),
    (r"\b(?:tiep theo|phuong huong|huong xu ly|thoi gian toi)\b", Field.NEXT_STEPS),
    (r"\b(?:tuan|thang|ky|quy) (?:sau|toi)\b", Field.NEXT_STEPS),
    (r"\b(?:du kien|dau ra|can dat|phai dat|san pham)\b", Part.OTHER),
    (r"^ke hoach (?:tuan|thang|quy)\b", Field.NEXT_STEPS),
    (r"\b(?:trang thai|tinh trang|danh gia|muc do)\b|^tt (?:th|tk|thuc hien)\b", Field.STATUS),
    (r"\b(?:don vi|co quan|nguoi|can bo|lanh dao|chu tri|phoi hop|phu trach)\b", Part.OTHER),
    (r"\b(?:ket qua|kq|kqth|tinh hinh|da (?:thuc hien|lam)|noi dung thuc hien)\b", Field.RESULT),
    (r"\b(?:thoi gian|thoi han|han|ky han|thoi diem|deadline)\b", Part.TIME),
    (r"^tien do\b", Field.STATUS),
    (r"\b(?:noi dung|nhiem vu|cong viec|dau viec|ten viec|hoat dong)\b", Part.CONTENT),
)
_PATTERNS = tuple((re.compile(pattern), role) for pattern, role in _SIGNS)
_OWN = {fold(column.heading): column.role for column in COLUMNS}
_CODE = re.compile(r"n[0-9a-f]{6}")
_ANSWERS = (Field.STATUS, Field.RESULT, Field.PERCENT, Field.DONE_ON)


@dataclass(frozen=True, slots=True)
class Columns:
    """The roles of a table's columns; `ticks` are columns whose header is itself a state.

    `first` and `last` are the indexes of the first header row and of the first row of the body;
    `unread` are the headers that nobody knows, by column, `texts` all of them.
    """

    first: int
    body: int
    roles: dict[int, Role]
    ticks: dict[int, str]
    unread: dict[int, str] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)

    def at(self, role: Role) -> tuple[int, ...]:
        """Return the columns of that role, from the left."""
        return tuple(column for column, held in self.roles.items() if held is role)


def find_columns(rows: Sequence[SourceRow]) -> Columns | None:
    """Return the columns of a table of answers, None where the table is none.

    One header row, or two that are read as one. A form whose header is gone is told by the codes
    of its rows.
    """
    best: tuple[int, Columns] | None = None
    for index in range(min(len(rows), DEEPEST_HEADER)):
        for depth in (1, 2):
            columns = _columns(rows, index, depth)
            score = _score(columns)
            if score and (best is None or score > best[0]):
                best = (score, columns)
    return best[1] if best else _by_codes(rows)


def is_header(rows: Sequence[SourceRow], index: int) -> bool:
    """Say whether a row is the header of a table of answers: most of its cells are known ones."""
    columns = _columns(rows, index, 1)
    known = len(columns.roles) + len(columns.ticks)
    return bool(_score(columns)) and known >= LEAST_HEADER and known > 2 * len(columns.unread)


def role_of(header: str) -> Role | None:
    """Return what a header names, None where nobody can tell."""
    key = squeeze(fold(header)).strip(" .:*")
    if not key or len(key) > LONGEST_HEADER:
        return None
    if key in _OWN:
        return _OWN[key]
    return next((role for pattern, role in _PATTERNS if pattern.search(key)), None)


def _columns(rows: Sequence[SourceRow], index: int, depth: int) -> Columns:
    header = rows[index : index + depth]
    width = max(len(row.cells) for row in header)
    texts = [
        squeeze(" ".join(row.cells[column] for row in header if column < len(row.cells)))
        for column in range(width)
    ]
    ticks = {n: text for n, text in enumerate(texts) if is_state(text)}
    # "Kết quả" merged over "Đã HT", "Đang TH", "Chưa TH": the lower words alone are the state.
    lower = enumerate(squeeze(text) for text in header[-1].cells)
    ticks |= {n: text for n, text in lower if depth > 1 and is_state(text)}
    found = {n: role_of(text) for n, text in enumerate(texts) if n not in ticks}
    roles = {n: role for n, role in found.items() if role is not None}
    unread = {n: texts[n] for n, role in found.items() if texts[n] and role is None}
    return Columns(index, index + len(header), roles, ticks, unread, dict(enumerate(texts)))


def of_current_period(columns: Columns, headings: Sequence[str]) -> Columns:
    """Return the columns without answers of another period: "Kết quả tháng 9" beside "tháng 10".

    Of several periods the one of the headings counts, or else the latest. What stands in the
    others is told, not taken.
    """
    title = periods_named(headings, _ANY_PERIOD)
    near = title[0] if title else _ANY_PERIOD
    answers = [n for n, r in columns.roles.items() if isinstance(r, Field) and r not in _AHEAD]
    named = {n: periods_named((columns.texts.get(n, ""),), near)[:1] for n in answers}
    told = {n: period[0] for n, period in named.items() if period}
    if not told:
        return columns
    latest = max(told.values(), key=lambda period: period.last_day)
    current = next((period for period in title if period in told.values()), None)
    current = current or (title[0] if title and len(set(told.values())) == 1 else latest)
    others = {n: columns.texts[n] for n, period in told.items() if period != current}
    roles = {n: role for n, role in columns.roles.items() if n not in others}
    return replace(columns, roles=roles, unread={**columns.unread, **others})


def is_state(text: str) -> bool:
    """Say whether a text is a state and nothing else: "Đã hoàn thành", "Chưa thực hiện"."""
    claim = read_status(text, _ANY_DAY) if text and len(text) <= LONGEST_HEADER else None
    plain = claim is not None and not claim.rest and claim.percent is None
    return plain and claim is not None and claim.status in set(TaskStatus)


def with_states(columns: Columns, rows: Sequence[SourceRow]) -> Columns:
    """Return the columns with one of several results read as the state.

    "Tình hình" beside "Kết quả": the column is the state whose cells say one, most of them. Nothing
    changes where a state is named already, or where there is one column of results only.
    """
    results = columns.at(Field.RESULT)
    if len(results) < 2 or columns.ticks or columns.at(Field.STATUS):
        return columns
    share, column = max((_share_of_states(rows[columns.body :], c), -c) for c in results)
    if share < 0.5:
        return columns
    return replace(columns, roles={**columns.roles, -column: Field.STATUS})


def _share_of_states(rows: Sequence[SourceRow], column: int) -> float:
    texts = [row.cells[column].strip() for row in rows if column < len(row.cells)]
    filled = [text for text in texts if text]
    return sum(map(_says_a_state, filled)) / len(filled) if filled else 0.0


def _says_a_state(text: str) -> bool:
    claim = read_status(text, _ANY_DAY)
    return claim.late or (claim.status or claim.proposed) is not None


def _score(columns: Columns) -> int:
    """Return how much of a table of answers a header names; a shallow one goes first."""
    roles = set(columns.roles.values())
    named = Part.CONTENT in roles or Part.CODE in roles
    answers = sum(role in roles for role in _ANSWERS) + (len(columns.ticks) >= 2)
    if not named or not answers:
        return 0
    counted = len(roles - {Part.OTHER}) + len(columns.ticks)
    return 10 * counted - (columns.body - columns.first)


def code_in(text: str) -> str:
    """Return the code of a form's row as the form spells it, "" where `text` is none."""
    key = fold(text)
    return f"N{key[1:]}" if _CODE.fullmatch(key) else ""


def _by_codes(rows: Sequence[SourceRow]) -> Columns | None:
    for index, row in enumerate(rows):
        for column, text in enumerate(row.cells):
            if code_in(text):
                own = {column + n: held.role for n, held in enumerate(COLUMNS)}
                return Columns(index, index, own, {})
    return None
