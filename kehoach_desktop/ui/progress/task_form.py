"""One task at a time: the province's words, last period's answer, and this one's to be written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QSplitter, QTextBrowser, QWidget

from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.progress import STATUS_WORDS, TaskStatus, days_left_in_words
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import icons, theme
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.furniture import Bar, Foot, column, frame, label
from kehoach_desktop.ui.plans.matrix_detail_text import content_page
from kehoach_desktop.ui.plans.matrix_rows import TaskRow
from kehoach_desktop.ui.progress.answer_grid import AnswerGrid
from kehoach_desktop.ui.progress.day_asked import usual_day
from kehoach_desktop.ui.progress.evidence_files import EvidenceFiles, files_in
from kehoach_desktop.ui.progress.officer_line import OfficerLine
from kehoach_desktop.ui.progress.period_model import status_look, status_words
from kehoach_desktop.ui.progress.sheet_columns import Field, shown
from kehoach_desktop.ui.workbench import Workbench


class TaskForm(QWidget):
    """Shows the row given last; each field asks to be kept as the cells of the sheet do.

    `typed` carries task, Field and text; `step_wanted` asks for the task before (-1) or after (1),
    `unanswered_wanted` for one without an answer, `table_wanted` for the sheet.
    """

    typed = Signal(str, object, str)
    step_wanted = Signal(int)
    unanswered_wanted = Signal(int)
    table_wanted = Signal()
    earlier_wanted = Signal(object)
    nothing_wanted = Signal()
    refused = Signal(str)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self.files, self.officer = EvidenceFiles(workbench), OfficerLine(workbench)
        self.row: TaskRow | None = None
        self._period = ReportingPeriod.month_of(date(2025, 1, 1))
        self._today = date(2025, 1, 1)
        self._asks_day = False
        self.bar, self.foot = Bar(), Foot()
        self.name, self.glyph, self.stands = label("", "block"), QLabel(), label("", "strong")
        self.words, self.answers = QTextBrowser(), AnswerGrid(self.files)
        self._lay_out()
        self._add_keys()
        self.lock(False)
        self.answers.left.connect(self._left)
        self.answers.earlier_wanted.connect(self._take_earlier)
        for part in (self.files, self.officer):
            part.refused.connect(self.refused)
        self.setFocusProxy(self.answers.state)
        self.setAcceptDrops(True)

    def _lay_out(self) -> None:
        # Keys are this widget's own: a button answers its key a tenth of a second later.
        named = partial(Button, bound=False)
        self.before = named(_("Việc trước"), partial(self.step, -1), key="Ctrl+PgUp")
        self.after = named(_("Việc sau"), partial(self.step, 1), key="Ctrl+PgDown")
        self.back = named(_("Về bảng"), self.leave, key="F4")
        words = _("Việc chưa trả lời kế tiếp")
        self.next = named(words, partial(self.step_owing, 1), kind="primary", key="F8")
        for button in (self.before, self.after):
            self.bar.add(button)
        self.bar.add_right(self.back)
        self.foot.add(self.next)
        task = frame("inset", across=False, margins=(16, 10, 12, 8))
        task.box.addWidget(self.name)
        standing = frame("plain")
        standing.box.addWidget(self.glyph)
        standing.box.addWidget(self.stands, 1)
        task.box.addWidget(standing)
        task.box.addWidget(self.officer)
        task.box.addWidget(self.words, 1)
        self.words.setAccessibleName(_("Lời của tỉnh"))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(task)
        split.addWidget(self.answers)
        split.setStretchFactor(1, 1)
        split.setSizes([theme.current().length(360), theme.current().length(820)])
        whole = column()
        self.setLayout(whole)
        for part in (self.bar, split, self.foot):
            whole.addWidget(part, int(part is split))

    def _add_keys(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "Ctrl+PgUp": partial(self.step, -1),
            "Ctrl+PgDown": partial(self.step, 1),
            "F4": self.leave,
            "F8": partial(self.step_owing, 1),
            "Shift+F8": partial(self.step_owing, -1),
            "Ctrl+Return": partial(self.step_owing, 1),
            "Ctrl+D": self._take_earlier_here,
            "Ctrl+0": self._say_nothing_new,
        }
        for key, act in acts.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def show_row(
        self, row: TaskRow | None, period: ReportingPeriod, today: date, place: tuple[int, int]
    ) -> None:
        """Show `row` as of `today`; `place` is its number among those shown and how many."""
        if row is None:
            return
        if self.row is None or row.id != self.row.id:
            self._asks_day = False
            self.answers.forget()
            self.words.setHtml(content_page(row))
        self.row, self._period, self._today = row, period, today
        look = status_look(row)
        self.name.setText(_("Việc {label}").format(label=row.label))
        self.glyph.setPixmap(icons.pixmap(look.glyph, look.hue, 16))
        left = days_left_in_words(row.progress, today)
        self.stands.setText(", ".join(filter(None, (status_words(row), left))))
        self.bar.say(_("{number} trên {all}").format(number=place[0], all=place[1]))
        self.files.show_files(row.id, period, row.label)
        self.officer.show_row(row)
        if not self._asks_day:
            self.answers.show_answers(row.progress, period)

    def lock(self, locked: bool) -> None:
        """Let nothing be typed while the period is closed."""
        self.answers.lock(locked)
        sealed = _("Kỳ đã chốt: chỉ xem.")
        self.foot.words.setText(sealed if locked else _("Mỗi ô ghi vào sổ ngay khi rời ô."))

    def commit(self) -> None:
        """Keep the field that is being typed."""
        self.answers.commit()

    def step(self, by: int) -> None:
        """Keep what is typed and go to the task after (1) or before (-1)."""
        self.commit()
        self.step_wanted.emit(by)

    def step_owing(self, by: int) -> None:
        """Keep what is typed and go to the next (1) or previous (-1) task without an answer."""
        self.commit()
        self.unanswered_wanted.emit(by)

    def leave(self) -> None:
        """Keep what is typed and go back to the sheet."""
        self.commit()
        self.table_wanted.emit()

    def _left(self, field: Field, text: str) -> None:
        row = self.row
        if row is None:
            return
        if self._asks_day and field is Field.DONE_ON:
            self._take_day(text)
        elif self._asks_day:
            self._drop_day()
        elif text.strip() == shown(row.progress, field).strip():
            self._show_kept()
        elif field is Field.STATUS and self._wants_day(text):
            self._ask_day()
        else:
            self._keep(field, text)

    def _keep(self, field: Field, text: str) -> None:
        if self.row is not None:
            before = self.row.progress.entry
            self.typed.emit(self.row.id, field, text)
            if self.row.progress.entry != before:
                self.answers.fields[field].put(shown(self.row.progress, field))
            self._show_kept()

    def _show_kept(self) -> None:
        if self.row is not None:
            self.answers.show_answers(self.row.progress, self._period)

    def _wants_day(self, state: str) -> bool:
        done = state == _(STATUS_WORDS[TaskStatus.DONE])
        return done and self.row is not None and self.row.progress.entry.done_on is None

    def _ask_day(self) -> None:
        """Propose a day and wait for it: without it late and on time cannot be told."""
        self._asks_day = True
        day = self.answers.day
        day.setText(typed_day(usual_day(self._today, self._period)))
        day.setModified(True)
        day.setFocus()
        day.selectAll()
        self.refused.emit(_("Hoàn thành ngày nào? Enter ghi ngày, Esc trả lại trạng thái cũ."))

    def _take_day(self, text: str) -> None:
        if not text.strip() or self.answers.day.left_by_mouse:
            self._drop_day()
            return
        self._asks_day = False
        self._keep(Field.DONE_ON, text)

    def _drop_day(self) -> None:
        self._asks_day = False
        self.answers.day.setModified(False)
        self._show_kept()
        self.refused.emit(_("Chưa ghi Hoàn thành: thiếu ngày. Trạng thái giữ như cũ."))

    def _take_earlier_here(self) -> None:
        field = self.answers.field_typed()
        if field is None:
            self.refused.emit(_("Đặt con trỏ vào ô cần chép lời kỳ trước rồi bấm Ctrl+D."))
            return
        self._take_earlier(field)

    def _take_earlier(self, field: Field) -> None:
        self.commit()
        self.earlier_wanted.emit(field)

    def _say_nothing_new(self) -> None:
        self.commit()
        self.nothing_wanted.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files: here they are evidence of the task."""
        if files_in(event.mimeData()) and self.files.add.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach the files that were dropped."""
        event.acceptProposedAction()
        self.files.attach(files_in(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes a field back first, then leads back to the sheet."""
        if event.matches(QKeySequence.StandardKey.Paste) and self.files.paste():
            return
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._asks_day:
            self._drop_day()
            self.answers.state.setFocus()
        elif self.answers.take_back():
            self._show_kept()
        else:
            self.leave()
