"""The place where a question of a returned form is answered: the task, the state, the day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import STATUS_WORDS, TaskStatus
from kehoach_desktop.domain.return_form import Field
from kehoach_desktop.domain.return_form_answers import OF_STATE, OF_TAKING, OF_TASK, RowAnswer
from kehoach_desktop.domain.return_form_outcome import Doubt, Question
from kehoach_desktop.domain.text import task_name
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.collecting.drop_rows import AskedRow, Labels
from kehoach_desktop.ui.day_field import DayField
from kehoach_desktop.ui.furniture import frame, label

Answered = Callable[[AskedRow, RowAnswer], object]
NOT_SAID = -1


class AnswerBar(QWidget):
    """Shows one question with the fields that answer it; `answered` is given what was chosen."""

    def __init__(self, answered: Answered, taken: Callable[[AskedRow], object]) -> None:
        super().__init__()
        self._answered, self._taken = answered, taken
        self._row: AskedRow | None = None
        self._before = RowAnswer()
        self._make_parts()
        inset = frame("inset", across=False, margins=(16, 8, 12, 8))
        inset.box.addWidget(self.words)
        line = QHBoxLayout()
        line.setSpacing(8)
        for part in (self.task, self.state, self.day, self.percent, self.agree, self.take):
            line.addWidget(part)
        line.addWidget(self.drop)
        line.addStretch(1)
        inset.box.addLayout(line)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(inset)
        self.hide()

    def _make_parts(self) -> None:
        self.words = label("", "strong", wrap=True)
        self.task, self.state, self.percent = QComboBox(), QComboBox(), QSpinBox()
        self.task.setAccessibleName(_("Nhiệm vụ"))
        self.task.setMinimumWidth(theme.current().length(360))
        self.task.setMaximumWidth(theme.current().length(460))
        self.state.setAccessibleName(_("Trạng thái"))
        for status, words in STATUS_WORDS.items():
            self.state.addItem(_(words), status.value)
        self.day = DayField(_("Ngày hoàn thành"), year=2025)
        self.day.setFixedWidth(theme.current().length(104))
        self.percent.setRange(NOT_SAID, 100)
        self.percent.setSuffix("%")
        self.percent.setSpecialValueText(_("không ghi %"))
        self.percent.setAccessibleName(_("Tỷ lệ %"))
        self.agree = Button(_("Ghi câu trả lời"), self._agree, key="Enter", bound=False)
        self.take = Button(_("Lấy dòng này"), self._take)
        self.drop = Button(_("Bỏ dòng này"), self._drop)
        self.state.currentIndexChanged.connect(lambda _index: self._follow_state())

    def show_question(
        self,
        row: AskedRow | None,
        before: RowAnswer,
        labels: Labels,
        year: int,
    ) -> None:
        """Show a question with what it proposes filled in; None hides the bar.

        Days typed without a year lie in `year`.
        """
        self._row, self._before = row, before
        self.setVisible(row is not None)
        if row is None:
            return
        question = row.question
        self.words.setText(question.message)
        of_rows = row.row is not None
        self.task.setVisible(of_rows and question.doubt in OF_TASK)
        self.state.setVisible(of_rows and question.doubt in OF_STATE)
        share = (Doubt.PERCENT_UNCLEAR, Doubt.PERCENT_CONTRADICTS)
        claimed = any(of is Field.PERCENT for of, _value in question.proposed)
        self.percent.setVisible(of_rows and (claimed or question.doubt in share))
        self.take.setVisible(of_rows and question.doubt in OF_TAKING)
        answerable = self.task, self.state, self.percent
        self.agree.setVisible(any(not part.isHidden() for part in answerable))
        self.drop.setVisible(of_rows)
        self._name_taking(question.doubt)
        self._list_tasks(question, labels)
        self.day.set_year(year)
        self._propose(question)

    def _name_taking(self, doubt: Doubt) -> None:
        words = {
            Doubt.TASK_TWICE: _("Lấy dòng này, bỏ dòng kia"),
            Doubt.OTHER_UNIT_ANSWERED: _("Lấy của phiếu này"),
        }
        self.take.say(words.get(doubt, _("Lấy dòng này")))

    def _list_tasks(self, question: Question, labels: Labels) -> None:
        self.task.clear()
        likely = [task for task in question.candidates if task in labels]
        rest = [task for task in labels if task not in likely]
        self._add_tasks(likely, labels)
        if likely and rest:
            self.task.insertSeparator(self.task.count())
        self._add_tasks(rest, labels)
        self.task.setCurrentIndex(0 if likely else -1)

    def _add_tasks(self, tasks: Sequence[TaskId], labels: Labels) -> None:
        for task in tasks:
            name, content = labels[task]
            self.task.addItem(f"{name}  {task_name(content)}".strip(), task)
            self.task.setItemData(self.task.count() - 1, content, Qt.ItemDataRole.ToolTipRole)

    def _propose(self, question: Question) -> None:
        proposed = dict(question.proposed)
        day, status = proposed.get(Field.DONE_ON), proposed.get(Field.STATUS)
        if day and not status:
            status = TaskStatus.DONE.value
        blocker = QSignalBlocker(self.state)
        self.state.setCurrentIndex(self.state.findData(str(status)) if status else -1)
        blocker.unblock()
        self.day.set_day(date.fromisoformat(str(day)) if day else None)
        percent = proposed.get(Field.PERCENT)
        self.percent.setValue(NOT_SAID if percent is None else int(percent))
        self._follow_state()

    def _follow_state(self) -> None:
        done = self.state.currentData() == TaskStatus.DONE.value
        self.day.setVisible(not self.state.isHidden() and done)

    def take_keyboard(self) -> None:
        """Put the keyboard into the first field of the question."""
        order = (self.task, self.state, self.percent, self.take, self.drop)
        for part in order:
            if part.isVisible():
                part.setFocus()
                return

    def answer(self) -> RowAnswer | None:
        """Return what was chosen, None while something is missing."""
        answer = self._before
        if not self.task.isHidden():
            if self.task.currentData() is None:
                return None
            answer = replace(answer, task=TaskId(str(self.task.currentData())))
        if not self.percent.isHidden() and self.percent.value() != NOT_SAID:
            answer = replace(answer, percent=self.percent.value())
        if self.state.isHidden():
            return answer
        if self.state.currentData() is None:
            return None
        status = TaskStatus(str(self.state.currentData()))
        day = self.day.day() if status is TaskStatus.DONE else None
        if status is TaskStatus.DONE and day is None:
            return None
        return replace(answer, status=status, done_on=day)

    def _agree(self) -> None:
        answer = self.answer()
        if self._row is not None and answer is not None:
            self._answered(self._row, answer)

    def _take(self) -> None:
        if self._row is not None:
            self._taken(self._row)

    def _drop(self) -> None:
        if self._row is not None:
            self._answered(self._row, replace(self._before, dropped=True))
