"""Rows into headings and tasks: sections, levels, rows cut by a page, and what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kehoach_desktop.domain.draft import ColumnRole, Finding, RowMark, Severity
from kehoach_desktop.domain.plan import Task, TaskId, new_id
from kehoach_desktop.domain.text import squeeze
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.blocks import Block
from kehoach_desktop.importers.ditto import repeated, values_of
from kehoach_desktop.importers.entries import (
    DOUBTED,
    REASONS,
    Dropped,
    Entry,
    Marks,
    entries,
    heading_of,
)
from kehoach_desktop.importers.joining import is_open, joined_extra, listed, rejoined
from kehoach_desktop.importers.judging import is_deeper, is_heading, is_note, is_over, stands_over
from kehoach_desktop.importers.leads import Section
from kehoach_desktop.importers.ordinals import (
    NOTHING,
    Ordinal,
    Style,
    counted,
    follows,
    read_ordinal,
    without_label,
)
from kehoach_desktop.importers.outline import Outline
from kehoach_desktop.importers.time_over import Over

R = ColumnRole


@dataclass(slots=True)
class MatrixRows:
    """Takes the blocks of one appendix in order and yields `outline`, `tasks`, `findings`."""

    place: str
    marks: Marks = field(default_factory=dict)
    outline: Outline = field(default_factory=Outline)
    tasks: list[Task] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    over: dict[str, Over] = field(default_factory=dict)
    _numbered: dict[tuple[str, ...], Task] = field(default_factory=dict)
    _points: bool = False
    _cut: bool = False
    _counted: bool = False

    def enter(self, sections: Sequence[Section]) -> None:
        """Open the headings that stand over a table."""
        for section in sections:
            self._head(section.ordinal, section.title, None, {})

    def take(self, block: Block) -> None:
        """Read the rows of a block as headings, tasks, continuations or findings."""
        rows: list[Entry] = []
        for row in entries(block, self.marks):
            if isinstance(row, Dropped):
                self._drop(row.number, row.reason, row.words)
            else:
                rows.append(row)
        ordinals = sum(row.ordinal.style is not Style.NONE for row in rows)
        numbered = ordinals * 4 >= len(rows) or (self._counted and not ordinals and len(rows) < 4)
        self._counted = numbered
        last = max((i for i, row in enumerate(rows) if row.ordinal_text), default=-1)
        for index, row in enumerate(rows):
            trailing = numbered and index > last
            if index > last and row.mark is None and is_over(rows, index, numbered=numbered):
                for below in rows[index:]:
                    self._after_the_end(below, goes_on=block.end < len(block.table.rows))
                return
            self._cut = index == 0 and bool(self.tasks)
            if row.mark is not None:
                self._marked(row, row.mark, rows[index + 1 :])
            else:
                self._row(row, rows[index + 1 :], numbered=numbered, trailing=trailing)

    def _after_the_end(self, row: Entry, *, goes_on: bool) -> None:
        """Drop a row under a table; where one more follows (`goes_on`), it may stand over that."""
        if row.mark is not None:
            self._marked(row, row.mark, ())
        elif goes_on and is_heading(row, (), self.outline.letter, numbered=False, cut=False):
            self._head_row(row, ())
        else:
            self._drop(row.number, "note", row.words)

    def _marked(self, row: Entry, mark: RowMark, below: Sequence[Entry]) -> None:
        """Take a row for what a person says it is; a part of nothing is a task."""
        if mark is RowMark.HEADING:
            self._head_row(row, below)
        elif mark is RowMark.PART and self.tasks:
            self._join(row)
        else:
            self._add(row, numbered=bool(row.ordinal_text))

    def _row(self, row: Entry, below: Sequence[Entry], *, numbered: bool, trailing: bool) -> None:
        if row.is_total:
            self._drop(row.number, "total", row.words)
        elif is_note(row, below) or row.is_goal:
            self._drop(row.number, "note" if row.is_note else "goal", row.words)
        elif self._ends_title(row):
            self.outline.lengthen(squeeze(row.content))
            self._find(Severity.INFO, row.number, mark("Dòng này được nối vào tên mục ở trên."))
        elif self._is_head(row, below, numbered=numbered):
            self._head_row(row, below)
        elif self._goes_on(row, numbered=numbered):
            (self._add_second if self._is_second(row) else self._join)(row)
        elif trailing and row.is_lone:
            self._drop(row.number, "note", row.words)
        elif not row.content:
            self._drop(row.number, "puzzling", row.words)
        else:
            self._add(row, numbered=numbered)

    def _is_head(self, row: Entry, below: Sequence[Entry], *, numbered: bool) -> bool:
        """Say whether a row is a heading; with nothing below, one more of those met before."""
        met = self.outline.has_met(row.ordinal)
        if stands_over(row, below, met=met, first=not self.tasks):
            return True
        return is_heading(row, below, self.outline.letter, numbered=numbered, cut=self._cut)

    def _ends_title(self, row: Entry) -> bool:
        """Say whether the first row of a page is the end of the heading that the page has cut."""
        bare = self._cut and row.is_lone and not row.ordinal_text and bool(row.content)
        begun = bare and self.tasks[-1].group != self.outline.group
        return begun and self.outline.goes_on_with(row.content)

    def _head_row(self, row: Entry, below: Sequence[Entry]) -> None:
        ordinal, title = heading_of(row, self.outline.letter)
        self._head(ordinal, squeeze(title or row.content), below[0] if below else None, row.filled)
        if any(row.own.values()):
            message = mark("Dòng mục có ghi đơn vị hoặc thời hạn: “{words}”.")
            self._find(Severity.CHECK, row.number, message.format(words=row.words[:160]))

    def _head(
        self, ordinal: Ordinal, title: str, first: Entry | None, values: dict[ColumnRole, str]
    ) -> None:
        self.outline.open(ordinal, title, first.ordinal if first else NOTHING, values)
        self._numbered.clear()
        self._points = False

    def _goes_on(self, row: Entry, *, numbered: bool) -> bool:
        """Say whether a row without a number is the rest of the task above it."""
        if not self.tasks or row.ordinal_text:
            return False
        if row.below_content or not row.content:
            return True
        apart = row.below_ordinal or self.tasks[-1].group != self.outline.group
        if apart or not (numbered or self._cut):
            return False
        if row.content[0].islower() or (numbered and row.is_lone):
            return True
        listed = row.opens_like_a_list and not row.own[R.DEADLINE]
        return numbered and self._cut and is_open(self.tasks[-1].content, listed=listed)

    def _is_second(self, row: Entry) -> bool:
        """Say whether a row under a merged task names another lead and another time for it."""
        above, lead, time = self.tasks[-1], row.own[R.LEAD], row.own[R.DEADLINE]
        differs = lead != above.lead_agencies_text and time != above.deadline.wording
        return row.below_content and not self._cut and bool(lead and time) and differs

    def _add_second(self, row: Entry) -> None:
        """Add the task above once more, with the lead and the time of its second row."""
        above = self.tasks[-1]
        ordinal = read_ordinal(above.ordinal)
        again = replace(row, content=above.content, ordinal=ordinal, ordinal_text=above.ordinal)
        self._add(again, numbered=True)
        message = mark("Ô nhiệm vụ gộp hai dòng có đơn vị và thời hạn riêng: tách thành hai việc.")
        self._find(Severity.CHECK, row.number, message, self.tasks[-1].id)

    def _join(self, row: Entry) -> None:
        task = self.tasks[-1]
        # Rows beside one merged task are a list of whole cells, not halves that a page has cut.
        join = listed if row.below_content and not self._cut else rejoined
        joined = replace(
            task,
            content=rejoined(task.content, row.content),
            lead_agencies_text=join(task.lead_agencies_text, row.own[R.LEAD]),
            coordinating_text=join(task.coordinating_text, row.own[R.COORDINATING]),
            deliverable=join(task.deliverable, row.own[R.DELIVERABLE]),
            deadline=replace(
                task.deadline, wording=join(task.deadline.wording, row.own[R.DEADLINE])
            ),
            extra=joined_extra(task.extra, row.extra, join),
        )
        self._replace(joined)
        message = mark("Dòng này được nối vào nhiệm vụ {ordinal} ở trên.")
        text = message.format(ordinal=task.ordinal or "“" + task.content[:40] + "”")
        whole = not row.content or bool(row.own[R.DEADLINE])
        told = row.content[:1].isupper() or (whole and row.own[R.LEAD][:1].isupper())
        open_end = told and not (row.below_content or self._cut)
        self._find(Severity.CHECK if open_end else Severity.INFO, row.number, text, task.id)

    def _replace(self, task: Task) -> None:
        self.tasks[-1] = task
        for steps, known in self._numbered.items():
            if known.id == task.id:
                self._numbered[steps] = task

    def _add(self, row: Entry, *, numbered: bool) -> None:
        ordinal = row.ordinal
        if not row.ordinal_text:
            ordinal = self._number_in(row.content, numbered=numbered)
        self.outline.leave(ordinal, points=self._points)
        parent = self._parent(row, ordinal)
        values = self._inherited(row, parent)
        task = Task(
            id=TaskId(new_id()),
            ordinal=ordinal.text or row.ordinal_text,
            content=without_label(row.content, ordinal),
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
        self.over[task.id] = row.over
        self._note_number(row, task, ordinal, numbered=numbered)

    def _number_in(self, content: str, *, numbered: bool) -> Ordinal:
        """Return the number a task bears in its text; among numbered rows only the next one."""
        ordinal, _title = counted(content)
        if ordinal.style is not Style.NUMBER:
            return NOTHING
        before = read_ordinal(self.tasks[-1].ordinal) if self.tasks else NOTHING
        return ordinal if follows(before, ordinal) or not numbered else NOTHING

    def _note_number(self, row: Entry, task: Task, ordinal: Ordinal, *, numbered: bool) -> None:
        listed = not row.ordinal_text and row.opens_like_a_list
        self._points = self._points or listed or ordinal.style in (Style.POINT, Style.ITEM)
        if ordinal.steps:
            self._numbered.pop(ordinal.steps, None)  # a number that comes again is the last one
            self._numbered[ordinal.steps] = task
        elif numbered and not task.ordinal and task.parent is None:
            self._find(Severity.CHECK, row.number, mark("Nhiệm vụ không có số thứ tự."), task.id)

    def _parent(self, row: Entry, ordinal: Ordinal) -> Task | None:
        if ordinal.style is Style.NUMBER:
            return self._numbered.get(ordinal.steps[:-1])
        if not self.tasks or self.tasks[-1].group != self.outline.group:
            return None
        if row.opens_like_a_list and not row.ordinal_text:
            return self._nearest(Style.BULLET)
        if ordinal.style in (Style.POINT, Style.ITEM, Style.BULLET) or row.below_ordinal:
            return self._nearest(ordinal.style)
        return None

    def _nearest(self, style: Style) -> Task | None:
        """Return the last task that a point, an item or a dash stands under."""
        for steps, task in reversed(self._numbered.items()):
            if is_deeper(style, steps):
                return task
        return None

    def _inherited(self, row: Entry, parent: Task | None) -> dict[ColumnRole, str]:
        """Return who, what and when of a row; what it leaves empty comes from the task above it."""
        values = self._repeated(row)
        above = values_of(parent) if parent else self.outline.values
        taken = [r for r in (R.LEAD, R.DEADLINE) if not values[r] and above.get(r)]
        for role in taken:
            values[role] = above[role]
        if R.LEAD in taken and not values[R.COORDINATING]:
            values[R.COORDINATING] = above.get(R.COORDINATING, "")
        if taken:
            self._find(
                Severity.INFO, row.number, mark("Đơn vị hoặc thời hạn lấy theo dòng cha ở trên.")
            )
        return values

    def _repeated(self, row: Entry) -> dict[ColumnRole, str]:
        """Return the values of a row; "nt" and the like stand for the cell above, as a proposal."""
        values = dict(row.filled)
        above = values_of(self.tasks[-1]) if self.tasks else {}
        for role, sign, value in [*repeated(values, above)]:
            message = mark("Ô ghi “{mark}” được đọc như ô ở trên: “{text}”.")
            self._find(Severity.CHECK, row.number, message.format(mark=sign, text=value[:80]))
            values[role] = value
        return values

    def _at(self, number: int) -> str:
        return mark("{place}, dòng {row}").format(place=self.place, row=number)

    def _find(self, severity: Severity, number: int, message: str, task: str = "") -> None:
        self.findings.append(Finding(severity, self._at(number), message, task))

    def _drop(self, number: int, reason: str, words: str) -> None:
        severity = Severity.CHECK if reason in DOUBTED else Severity.INFO
        self._find(severity, number, REASONS[reason]().format(words=words[:160]))
