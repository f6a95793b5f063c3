"""Kỳ báo cáo ▸ Rà soát: one queue of what wants a second look, walked by key."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QStackedWidget, QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.return_form import ReturnForm
from kehoach_desktop.domain.reviewing import CONCERN_WORDS, Concern, ReviewItem, returning_words
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.services.reviewing import unit_of
from kehoach_desktop.ui import messages, settings
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.collecting.writing import Written, write_forms
from kehoach_desktop.ui.furniture import Bar, EmptyState, Foot, column
from kehoach_desktop.ui.jobs import Job
from kehoach_desktop.ui.list_model import ListModel
from kehoach_desktop.ui.reviewing.answer_pane import AnswerPane
from kehoach_desktop.ui.reviewing.return_asked import ReturnAsked
from kehoach_desktop.ui.reviewing.review_rows import COLUMNS, review_rows
from kehoach_desktop.ui.row_menu import Entry, RowMenu
from kehoach_desktop.ui.sheet import SheetView
from kehoach_desktop.ui.workbench import Workbench


class ReviewTable(SheetView):
    """The queue: Enter lets it stand and goes on, F8 and Shift+F8 only go on."""

    agree_wanted = Signal()
    step_wanted = Signal(int)
    cell_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of a review; the rest is the table's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.agree_wanted.emit()
        elif event.key() == Qt.Key.Key_F8:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_wanted.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_F2:
            self.cell_wanted.emit()
        else:
            super().keyPressEvent(event)


class ReviewPage(QWidget):
    """The queue of a period. `task_wanted` asks for the sheet at a task."""

    said = Signal(str)
    task_wanted = Signal(str)
    report_wanted = Signal()

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self._items: tuple[ReviewItem, ...] = ()
        self.bar, self.model, self.table = Bar(), ListModel(COLUMNS, self), ReviewTable(lines=2)
        self.table.setModel(self.model)
        self.table.set_widths((76, 400, 190, 380), stretch=1)
        self.table.setAccessibleName(_("Những chỗ cần xem"))
        self.choice = QComboBox()
        self.choice.setAccessibleName(_("Lọc theo lý do"))
        self.choice.setMinimumContentsLength(32)
        self.answer, self.foot = AnswerPane(), Foot()
        self.back = Button(_("Trả lại đơn vị…"), self.ask_why, key="Ctrl+R")
        self.cell = Button(_("Tới ô này"), self.go_to_cell, key="F2", bound=False)
        words = _("Để nguyên, sang chỗ sau")
        self.agree = Button(words, self.accept, kind="primary", key="Enter", bound=False)
        self.nothing = EmptyState(
            _("Không còn mục nào phải xem."), _("Lập báo cáo…"), self.report_wanted.emit
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.bar.add(self.choice)
        self.bar.say(_("F8 và Shift+F8: chỗ sau, chỗ trước"))
        for button in (self.back, self.cell, self.agree):
            self.foot.add(button)
        queue = QWidget()
        inside = column()
        queue.setLayout(inside)
        for part in (self.bar, self.table, self.answer, self.foot):
            inside.addWidget(part, int(part is self.table))
        self.pages = QStackedWidget()
        self.pages.addWidget(queue)
        self.pages.addWidget(self.nothing)
        self._queue = queue
        whole = column()
        self.setLayout(whole)
        whole.addWidget(self.pages)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.table.agree_wanted.connect(self.accept)
        self.table.cell_wanted.connect(self.go_to_cell)
        self.table.step_wanted.connect(self.step)
        self.table.doubleClicked.connect(lambda _index: self.go_to_cell())
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._look())
        self.menu = RowMenu(self.table, self._entries)
        self.choice.activated.connect(lambda _index: self._show())

    def _entries(self) -> tuple[Entry, ...]:
        if self.current() is None:
            return ()
        return (
            Entry(self.agree.text(), self.accept, "Enter"),
            Entry(_("Tới ô này"), self.go_to_cell, "F2"),
            Entry(_("Trả lại đơn vị…"), self.ask_why, "Ctrl+R", self.back.isEnabled()),
        )

    def show_items(self, items: tuple[ReviewItem, ...]) -> None:
        """Show the queue; what was looked at stays, or what comes after it."""
        self._items = items
        self._show()

    def wanted(self) -> Concern | None:
        """Return the kind of concern that is shown, None: all."""
        chosen = str(self.choice.currentData() or "")
        return Concern(chosen) if chosen else None

    def _show(self) -> None:
        self._name_choices()
        here, rows = self.table.currentIndex().row(), review_rows(self._items, self.wanted())
        if self.model.show_rows(rows) or here < 0:
            self._go_near(max(here, 0))
        self.pages.setCurrentWidget(self._queue if rows else self.nothing)
        self.setFocusProxy(self.table if rows else self.nothing.button)
        self.foot.words.setText(_("Còn {count} chỗ cần xem").format(count=len(self._items)))
        self._look()

    def _name_choices(self) -> None:
        """List the concerns there are; one that is settled gives way to all."""
        wanted = self.wanted()
        self.choice.clear()
        self.choice.addItem(_("Tất cả: {count}").format(count=len(self._items)), "")
        for concern, words in CONCERN_WORDS.items():
            if count := sum(item.concern is concern for item in self._items):
                self.choice.addItem(f"{words()}: {count}", concern.value)
        found = self.choice.findData(wanted.value if wanted else "")
        self.choice.setCurrentIndex(max(0, found))

    def _go_near(self, number: int) -> None:
        count = self.model.rowCount()
        for row in (*range(number, count), *range(min(number, count) - 1, -1, -1)):
            if self.model.row(row) is not None:
                self.table.setCurrentIndex(self.model.index(row, 0))
                return

    def current(self) -> ReviewItem | None:
        """Return what is looked at, None where nothing is."""
        item = self.model.row(self.table.currentIndex().row())
        return item if isinstance(item, ReviewItem) else None

    def _look(self) -> None:
        item = self.current()
        self.answer.show_item(item)
        unanswered = item is not None and item.concern is Concern.UNANSWERED
        words = _("Ghi câu trả lời") if unanswered else _("Để nguyên, sang chỗ sau")
        self.agree.say(words)
        self.back.setEnabled(item is not None and bool(unit_of(item)))

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) thing, round the end."""
        count, here = self.model.rowCount(), self.table.currentIndex().row()
        for distance in range(1, count + 1):
            number = (here + by * distance) % count
            if self.model.row(number) is not None:
                self.table.setCurrentIndex(self.model.index(number, 0))
                return

    def accept(self) -> None:
        """Let the thing stand for this period, as a step; what has no answer is written instead."""
        item = self.current()
        if item is None:
            return
        if item.concern is Concern.UNANSWERED:
            self.go_to_cell()
            return
        reviewing = self._workbench.reviewing
        acceptance = reviewing.accept(item)
        words = CONCERN_WORDS[item.concern]().lower()
        self._workbench.done(
            _("Để nguyên {label}: {concern}").format(label=item.label, concern=words),
            Changes.PROGRESS,
            undo=partial(reviewing.reopen, acceptance),
            redo=partial(reviewing.put_back, acceptance),
        )
        self.said.emit(_("Đã để nguyên {label}.").format(label=item.label))

    def go_to_cell(self) -> None:
        """Go to the task in the sheet."""
        if (item := self.current()) is not None:
            self.task_wanted.emit(item.row.task.id)

    def ask_why(self) -> None:
        """Ask why the answer goes back to its unit."""
        item = self.current()
        if item is None or not (unit := unit_of(item)):
            return
        office = self._workbench.offices.office() or Office()
        words = partial(returning_words, office, item, unit)
        write = partial(self._ask_folder, item, unit)
        ReturnAsked(self, item.sentence, words, write).open()

    def _ask_folder(self, item: ReviewItem, unit: str) -> None:
        start = str(settings.folder("forms"))
        chosen = QFileDialog.getExistingDirectory(self, _("Xuất phiếu vào thư mục"), start)
        if chosen:
            settings.put_folder("forms", Path(chosen))
            self.write_form(item, unit, Path(chosen))

    def write_form(self, item: ReviewItem, unit: str, folder: Path) -> None:
        """Write the form with the one row, then keep that it went out."""
        try:
            form = self._workbench.reviewing.fresh_form(item, unit)
        except KehoachError as refusal:
            messages.show_error(self, refusal)
            return
        if form is not None:
            self._workbench.jobs.run(
                partial(self._write, form, folder, item.label), done=self._sent, failed=self._failed
            )

    def _write(self, form: ReturnForm, folder: Path, row: str, _job: Job) -> tuple[Written, ...]:
        write, note = self._workbench.tools.write_form, f"xem lại {row}"
        return write_forms((form,), folder, write, lambda _count: True, note)

    def _sent(self, written: tuple[Written, ...]) -> None:
        names = {one.form.card.form: one.path.name for one in written}
        sums = {one.form.card.form: one.sha256 for one in written}
        self._workbench.collecting.keep_sent([one.form for one in written], names, sums)
        self._workbench.tell(Changes.PROGRESS)
        for one in written:
            self.said.emit(_("Đã xuất phiếu “{file}”.").format(file=one.path.name))

    def _failed(self, failure: BaseException) -> None:
        messages.show_error(self, failure)
