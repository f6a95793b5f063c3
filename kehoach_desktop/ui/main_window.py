"""The window: navigation, the screens built on first visit, menus, undo, files dropped on it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui import level, menus, messages, panes, settings
from kehoach_desktop.ui.furniture import column
from kehoach_desktop.ui.navigation import Navigation
from kehoach_desktop.ui.page_stack import PageStack
from kehoach_desktop.ui.reading_strip import ReadingStrip
from kehoach_desktop.ui.screens import SCREENS, window_title
from kehoach_desktop.ui.status_line import StatusLine
from kehoach_desktop.ui.steps import Steps
from kehoach_desktop.ui.window_looks import WindowLooks
from kehoach_desktop.ui.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent

    from kehoach_desktop.domain.draft import Source
    from kehoach_desktop.domain.plan import ImportDraft

SMALL_SCREEN = 1440
_FIRST_RUN, _REVIEW, _SHUT = "first_run", "review", "shut"


class MainWindow(QMainWindow):
    """The one window of the program."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self.workbench = workbench
        self.screen_actions: list[QAction] = []
        self.leave_sample_action = QAction(self)
        self.navigation = Navigation()
        self.stack = PageStack()
        self.reading = ReadingStrip(workbench)
        self._turns = Steps(self, workbench.closing)
        self.line = StatusLine(workbench)
        self.looks = WindowLooks(self)
        self._lay_out()
        self.fill_menus = menus.build(self)
        panes.install(self)
        self._connect()
        self.setAcceptDrops(True)
        self._take_place()
        self.setWindowTitle(_("Sổ kế hoạch"))
        if workbench.is_open():
            self.fill_menus()
            self.begin()

    def _lay_out(self) -> None:
        body, centre = QWidget(), QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        inside = column()
        inside.addWidget(self.reading)
        inside.addWidget(self.stack, 1)
        body.setLayout(inside)
        row.addWidget(self.navigation)
        row.addWidget(body, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.line)
        self.setMinimumSize(960, 540)

    def _connect(self) -> None:
        self.navigation.wanted.connect(self.go)
        self.stack.shown.connect(self._shown)
        self.reading.understood.connect(self._show_review)
        self.reading.said.connect(self.line.say)
        self.workbench.changed.connect(self._changed)
        self.workbench.refused.connect(lambda refusal: messages.show_error(self, refusal))

    def _take_place(self) -> None:
        self.resize(1366, 728)
        if place := settings.geometry("window"):
            self.restoreGeometry(place)
        elif self.screen().availableSize().width() <= SMALL_SCREEN:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def begin(self) -> None:
        """Open at the work; before the first run is over, at the welcome."""
        self._name_window()
        if self._has_office():
            self._let_work(True)
            self.go("overview")
        else:
            self._show_first_run()
        QTimer.singleShot(0, self.line.show_backup)

    def _has_office(self) -> bool:
        office = self.workbench.offices.office()
        return office is not None and bool(office.name)

    def _let_work(self, allowed: bool) -> None:
        self.navigation.setEnabled(allowed)
        for action in self.screen_actions:
            action.setEnabled(allowed)

    def hold(self, page: QWidget) -> None:
        """Show why the book is shut, and let nothing be done that needs it."""
        self._let_in(False)
        self.stack.put(_SHUT, page)

    def let_go(self) -> None:
        """Take the page of a shut book away, for another try."""
        self._let_in(True)
        self.stack.drop(_SHUT)

    def _let_in(self, allowed: bool) -> None:
        self._let_work(allowed)
        self.setAcceptDrops(allowed)
        for menu in self.menuBar().actions():
            menu.setEnabled(allowed)

    def _name_window(self) -> None:
        office = self.workbench.offices.office()
        level.follow(office)
        self.setWindowTitle(window_title(office))

    def _show_first_run(self) -> None:
        from kehoach_desktop.ui.first_run import FirstRun

        self._let_work(False)
        page = FirstRun(self.workbench)
        page.finished.connect(self._end_first_run)
        self.stack.put(_FIRST_RUN, page)

    def _end_first_run(self) -> None:
        self.begin()
        self.stack.drop(_FIRST_RUN)

    def go(self, key: str) -> None:
        """Show the screen of that key; a review that waits stands in the place of the matrix."""
        errands = {"import": self.choose_plan, "leave_sample": self.leave_sample}
        if key in errands:
            errands[key]()
        elif key == "matrix" and self.stack.page(_REVIEW):
            self.stack.show_page(_REVIEW)
        elif self.stack.page(key):
            self.stack.show_page(key)
        else:
            self._prepare(key)
            self.stack.show_page(key)

    def _prepare(self, key: str) -> None:
        """Build the screen of that key unless it stands."""
        if self.stack.page(key) is None:
            screen = next(screen for screen in SCREENS if screen.key == key)
            self.stack.keep(key, self._built(screen.build(self.workbench)))

    def _built(self, page: QWidget) -> QWidget:
        """Listen to what a page may ask for; no page must ask for anything."""
        wishes = {
            "wanted": self.go,
            "import_wanted": self.choose_plan,
            "record_wanted": self.record,
            "tasks_wanted": self.list_tasks,
            "files_pasted": self.take_files,
            "said": self.line.say,
        }
        for name, act in wishes.items():
            if hasattr(page, name):
                getattr(page, name).connect(act)
        return page

    def _shown(self, key: str) -> None:
        if key not in (_FIRST_RUN, _SHUT):
            self.navigation.show_current("matrix" if key == _REVIEW else key)

    def record(self, task: str) -> None:
        """Go to the sheet of the period, at a task."""
        self.go("period")
        if show_task := getattr(self.stack.page("period"), "show_task", None):
            show_task(task)

    def list_tasks(self, title: str, tasks: Sequence[str]) -> None:
        """Go to the sheet of the period, with those tasks only."""
        self.go("period")
        if show_only := getattr(self.stack.page("period"), "show_only", None):
            show_only(title, tasks)

    def choose_plan(self) -> None:
        """Ask for a plan's file and read it."""
        from kehoach_desktop.ui.plans.plan_files import choose_plan

        if self.stack.key() != _FIRST_RUN and (path := choose_plan(self)):
            self.take_files((path,))

    def take_files(self, paths: tuple[Path, ...]) -> None:
        """Read each file in turn; the review of one is settled before the next is shown."""
        self.reading.queue(paths, waiting=self.stack.page(_REVIEW) is not None)

    def _show_review(self, source: Source, draft: ImportDraft) -> None:
        from kehoach_desktop.ui.plans.import_review import ImportReview

        review = ImportReview(self.workbench, source, draft)
        review.settled.connect(self._end_review)
        review.said.connect(self.line.say)
        self._turns.add(partial(self.stack.put, _REVIEW, review))

    def _end_review(self, applied: bool) -> None:
        goal = "matrix" if applied else "overview"
        self._turns.take(partial(self._prepare, goal), partial(self._leave_review, goal))

    def _leave_review(self, goal: str) -> None:
        seen, ended = self.stack.key() == _REVIEW, self.stack.take(_REVIEW)
        if seen:
            self.go(goal)
        if ended is not None:
            ended.deleteLater()
        self.reading.next()

    def _changed(self, changes: Changes) -> None:
        if Changes.OFFICE in changes:
            self._name_window()
            if not self._has_office() and self.stack.key() != _FIRST_RUN:
                self._show_first_run()
        self.line.show_backup()

    def undo(self) -> None:
        """Take the last step back; in a review, the last decision."""
        self._step("undo", self.workbench.undo_stack.undoText(), _("Đã hoàn tác: {step}"))

    def redo(self) -> None:
        """Do the step again."""
        self._step("redo", self.workbench.undo_stack.redoText(), _("Đã làm lại: {step}"))

    def _step(self, way: str, step: str, words: str) -> None:
        if self.stack.key() == _REVIEW:
            getattr(self.stack.page(_REVIEW), way)()
            return
        if step:
            self.line.say(words.format(step=step))
        getattr(self.workbench.undo_stack, way)()

    def back_up(self) -> None:
        """Make a backup now."""
        try:
            self.workbench.safekeeping.back_up()
        except KehoachError as refusal:
            messages.show_error(self, refusal)
            return
        self.workbench.tell(Changes.BACKUPS)
        self.line.say(_("Đã sao lưu và kiểm bản sao: mở được."))

    def update_menus(self) -> None:
        """Show what can be done now."""
        office = self.workbench.offices.office()
        self.leave_sample_action.setVisible(bool(office and office.is_sample))

    def leave_sample(self) -> None:
        """Ask, then remove the sample commune with its plans."""
        from kehoach_desktop.ui.sample import leave_sample

        if leave_sample(self, self.workbench):
            self.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the navigation in a narrow window."""
        super().resizeEvent(event)
        self.looks.fold_navigation()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files."""
        if event.mimeData().hasUrls() and self.stack.key() != _FIRST_RUN:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the files that were dropped."""
        dropped = tuple(Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile())
        event.acceptProposedAction()
        # A page may know better what a file dropped on it is: a paper to be checked, no plan.
        takes = getattr(self.stack.currentWidget(), "take_dropped", None)
        if takes is None or not takes(dropped):
            self.take_files(dropped)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close at once; nothing is lost but a review that was corrected, and that is asked."""
        review = self.stack.page(_REVIEW)
        may_close = getattr(review, "may_close", None)
        if may_close is not None and not may_close():
            event.ignore()
            return
        self.reading.stop()
        settings.put_geometry("window", self.saveGeometry())
        super().closeEvent(event)
