"""Rows into headings and tasks: sections, levels, rows cut by a page, and what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kehoach_desktop.domain.draft import ColumnRole, Finding, Severity
from kehoach_desktop.domain.plan import Task, TaskId, new_id
from kehoach_desktop.domain.text import squeeze
from kehoach_desktop.i18n import _
from kehoach_desktop.importers.blocks import Block
from kehoach_desktop.importers.entries import Dropped, Entry, entries, heading_of
from kehoach_desktop.importers.leads import Section
from kehoach_desktop.importers.ordinals import NOTHING, Ordinal, Style, is_under, titled
from kehoach_desktop.importers.outline import Outline

R = ColumnRole
SECTIONS = (Style.DIVISION, Style.LETTER, Style.ROMAN)
REASONS = {
    "hidden": lambda: _("Dòng ẩn trong tệp, không đưa vào: “{words}”."),
    "hidden_cells": lambda: _("Dòng chỉ có chữ ở cột ẩn, không đưa vào: “{words}”."),
    "header": lambda: _("Tiêu đề bảng lặp lại, bỏ qua: “{words}”."),
    "count": lambda: _("Dòng đánh số cột, bỏ qua: “{words}”."),
    "total": lambda: _("Dòng tổng cộng, không phải nhiệm vụ: “{words}”."),
    "note": lambda: _("Ghi chú hoặc chữ ký dưới bảng, không phải nhiệm vụ: “{words}”."),
    "puzzling": lambda: _("Không rõ dòng này thuộc nhiệm vụ nào, chưa đưa vào: “{words}”."),
}
DOUBTED = ("puzzling", "hidden", "hidden_cells")


@dataclass(slots=True)
class MatrixRows:
    """Takes the blocks of one appendix in order and yields `outline`, `tasks`, `findings`."""

    place: str
    outline: Outline = field(default_factory=Outline)
    tasks: list[Task] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    _numbered: dict[tuple[str, ...], Task] = field(default_factory=dict)
    _points: bool = False

    def enter(self, sections: Sequence[Section]) -> None:
        """Open the headings that stand over a table."""
        for section in sections:
            self._head(section.ordinal, section.title, None, {})

    def take(self, block: Block) -> None:
        """Read the rows of a block as headings, tasks, continuations or findings."""
        rows: list[Entry] = []
        for row in entries(block):
            if isinstance(row, Dropped):
                self._drop(row.number, row.reason, row.words)
            else:
                rows.append(row)
        ordinals = sum(row.ordinal.style is not Style.NONE for row in rows)
        numbered = ordinals * 4 >= len(rows)
        last = max((i for i, row in enumerate(rows) if row.ordinal_text), default=-1)
        for index, row in enumerate(rows):
            trailing = numbered and index > last
            if trailing and self._is_apart(rows, index):
                for below in rows[index:]:
                    self._drop(below.number, "note", below.words)
                return
            self._row(row, rows[index + 1 :], numbered=numbered, trailing=trailing)

    def _is_apart(self, rows: Sequence[Entry], index: int) -> bool:
        """Say whether the table is over before this row: a note, or a blank line above it."""
        row = rows[index]
        gap = index > 0 and row.number > rows[index - 1].number + 1
        return row.is_note or (gap and not (row.content and row.own[R.LEAD]))

    def _row(self, row: Entry, below: Sequence[Entry], *, numbered: bool, trailing: bool) -> None:
        if row.is_total:
            self._drop(row.number, "total", row.words)
        elif row.is_note:
            self._drop(row.number, "note", row.words)
        elif self._is_heading(row, below, numbered=numbered):
            self._head_row(row, below)
        elif self._goes_on(row, numbered=numbered):
            self._join(row)
        elif not row.content and not row.ordinal_text:
            self._drop(row.number, "puzzling", row.words)
        elif trailing and row.is_lone:
            self._drop(row.number, "note", row.words)
        elif not row.content:
            self._drop(row.number, "puzzling", row.words)
        else:
            self._add(row, numbered=numbered)

    # ----------------------------------------------------------------- headings

    def _is_heading(self, row: Entry, below: Sequence[Entry], *, numbered: bool) -> bool:
        ordinal, title = heading_of(row, self.outline.letter)
        introduces = _introduces(ordinal, below)
        if ordinal.style in SECTIONS and row.is_lone and (row.content or title):
            return introduces or row.spread
        if ordinal.style in (Style.ROMAN, Style.LETTER) and introduces and not row.is_lone:
            return any(r.ordinal.style is Style.NUMBER for r in below[:1])
        if not row.is_lone or not row.content or row.below_ordinal or row.below_content:
            return False
        if ordinal.style is Style.NUMBER and row.ordinal_text:
            return (row.spread and bool(below)) or introduces
        if row.ordinal_text:
            return False
        shouts = row.content.isupper() and len(row.content) < 250
        return bool(below) and (row.spread or (shouts and numbered))

    def _head_row(self, row: Entry, below: Sequence[Entry]) -> None:
        ordinal, title = heading_of(row, self.outline.letter)
        self._head(ordinal, squeeze(title or row.content), below[0] if below else None, row.filled)
        if any(row.own.values()):
            message = _("Dòng mục có ghi đơn vị hoặc thời hạn: “{words}”.")
            self._find(Severity.CHECK, row.number, message.format(words=row.words[:160]))

    def _head(
        self, ordinal: Ordinal, title: str, first: Entry | None, values: dict[ColumnRole, str]
    ) -> None:
        self.outline.open(ordinal, title, first.ordinal if first else NOTHING, values)
        self._numbered.clear()
        self._points = False

    # -------------------------------------------------------------------- tasks

    def _goes_on(self, row: Entry, *, numbered: bool) -> bool:
        """Say whether a row without a number is the rest of the task above it."""
        if not self.tasks or row.ordinal_text:
            return False
        if row.below_content or not row.content:
            return True
        if not numbered or row.below_ordinal:
            return False
        if row.content[0].islower() or not _is_closed(self.tasks[-1].content):
            return True
        return row.is_lone

    def _join(self, row: Entry) -> None:
        task = self.tasks[-1]
        joined = replace(
            task,
            content=_rejoined(task.content, row.content),
            lead_agencies_text=_rejoined(task.lead_agencies_text, row.own[R.LEAD]),
            coordinating_text=_rejoined(task.coordinating_text, row.own[R.COORDINATING]),
            deliverable=_rejoined(task.deliverable, row.own[R.DELIVERABLE]),
            deadline=replace(
                task.deadline, wording=_rejoined(task.deadline.wording, row.own[R.DEADLINE])
            ),
            extra=_joined_extra(task.extra, row.extra),
        )
        self._replace(joined)
        message = _("Dòng này được nối vào nhiệm vụ {ordinal} ở trên.")
        text = message.format(ordinal=task.ordinal or "“" + task.content[:40] + "”")
        self._find(Severity.INFO, row.number, text, task.id)

    def _replace(self, task: Task) -> None:
        self.tasks[-1] = task
        for steps, known in self._numbered.items():
            if known.id == task.id:
                self._numbered[steps] = task

    def _add(self, row: Entry, *, numbered: bool) -> None:
        ordinal = row.ordinal
        if not row.ordinal_text and not numbered:
            ordinal, _title = titled(row.content)
            ordinal = ordinal if ordinal.style is Style.NUMBER else NOTHING
        self.outline.leave(ordinal, points=self._points)
        parent = self._parent(row, ordinal)
        values = self._inherited(row, parent)
        task = Task(
            id=TaskId(new_id()),
            ordinal=ordinal.text or row.ordinal_text,
            content=row.content,
            lead_agencies_text=values[R.LEAD],
            coordinating_text=values[R.COORDINATING],
            deliverable=values[R.DELIVERABLE],
            group=self.outline.group,
            parent=parent.id if parent else None,
            extra=row.extra,
            place=self._at(row.number),
        )
        task = replace(task, deadline=replace(task.deadline, wording=values[R.DEADLINE]))
        self.tasks.append(task)
        self._note_number(row, task, ordinal, numbered=numbered)

    def _note_number(self, row: Entry, task: Task, ordinal: Ordinal, *, numbered: bool) -> None:
        if ordinal.steps:
            self._numbered[ordinal.steps] = task
            self._points = self._points or ordinal.style is Style.POINT
        elif numbered and not row.ordinal_text and task.parent is None:
            self._find(Severity.CHECK, row.number, _("Nhiệm vụ không có số thứ tự."), task.id)

    def _parent(self, row: Entry, ordinal: Ordinal) -> Task | None:
        if ordinal.style is Style.NUMBER:
            return self._numbered.get(ordinal.steps[:-1])
        if not self.tasks or self.tasks[-1].group != self.outline.group:
            return None
        if ordinal.style in (Style.POINT, Style.ITEM, Style.BULLET) or row.below_ordinal:
            return self._nearest(ordinal)
        return None

    def _nearest(self, ordinal: Ordinal) -> Task | None:
        """Return the last task that a point, an item or a dash stands under."""
        order = (Style.NUMBER, Style.POINT, Style.ITEM, Style.BULLET)
        depth = order.index(ordinal.style) if ordinal.style in order else len(order)
        for steps, task in reversed(self._numbered.items()):
            if order.index(_style_of(steps)) < depth:
                return task
        return None

    def _inherited(self, row: Entry, parent: Task | None) -> dict[ColumnRole, str]:
        """Return who, what and when of a row; what it leaves empty comes from the task above it."""
        values = dict(row.filled)
        above = _values_of(parent) if parent else self.outline.values
        taken = [r for r in (R.LEAD, R.DEADLINE) if not values[r] and above.get(r)]
        for role in taken:
            values[role] = above[role]
        if R.LEAD in taken and not values[R.COORDINATING]:
            values[R.COORDINATING] = above.get(R.COORDINATING, "")
        if taken:
            self._find(
                Severity.INFO, row.number, _("Đơn vị hoặc thời hạn lấy theo dòng cha ở trên.")
            )
        return values

    # ----------------------------------------------------------------- findings

    def _at(self, number: int) -> str:
        return _("{place}, dòng {row}").format(place=self.place, row=number)

    def _find(self, severity: Severity, number: int, message: str, task: str = "") -> None:
        self.findings.append(Finding(severity, self._at(number), message, task))

    def _drop(self, number: int, reason: str, words: str) -> None:
        severity = Severity.CHECK if reason in DOUBTED else Severity.INFO
        self._find(severity, number, REASONS[reason]().format(words=words[:160]))


def _introduces(ordinal: Ordinal, below: Sequence[Entry]) -> bool:
    """Say whether rows of another kind of number follow, as under a heading."""
    if not below:
        return False
    follower = below[0].ordinal
    if ordinal.style is Style.NUMBER:
        return is_under(ordinal, follower) or follower.style in (
            Style.POINT,
            Style.ITEM,
            Style.BULLET,
        )
    return follower.style is not ordinal.style or ordinal.style is Style.NONE


def _style_of(steps: tuple[str, ...]) -> Style:
    last = steps[-1]
    if last.startswith("(") or last.endswith(")"):
        return Style.ITEM if last.strip("()").isdigit() else Style.POINT
    if last.isalpha() and last.islower():
        return Style.POINT
    return Style.NUMBER if last[0].isalnum() else Style.BULLET


def _is_closed(text: str) -> bool:
    return text.rstrip("”\"')").endswith((".", ";", ":", "!", "…"))


def _rejoined(above: str, below: str) -> str:
    """Return two halves of a cell as one: a new paragraph where the first half is closed."""
    if not above or not below:
        return above or below
    starts_anew = _is_closed(above) and not below[0].islower()
    return f"{above}\n{below}" if starts_anew or below[0] in "-+•" else f"{above} {below}"


def _joined_extra(
    above: tuple[tuple[str, str], ...], below: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, str], ...]:
    added = dict(below)
    known = tuple((name, _rejoined(text, added.pop(name, ""))) for name, text in above)
    return (*known, *((name, text) for name, text in added.items() if text))


def _values_of(task: Task) -> dict[ColumnRole, str]:
    return {
        R.LEAD: task.lead_agencies_text,
        R.COORDINATING: task.coordinating_text,
        R.DELIVERABLE: task.deliverable,
        R.DEADLINE: task.deadline.wording,
    }
