"""The window: navigation, the screens built on first visit, menus, undo, files dropped on it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui import messages, settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from kehoach_desktop.domain.draft import Source
    from kehoach_desktop.ui.navigation import Navigation
    from kehoach_desktop.ui.page_stack import PageStack
    from kehoach_desktop.ui.plans.import_places import Understood
    from kehoach_desktop.ui.plans.import_review import ImportReview
    from kehoach_desktop.ui.reading_strip import ReadingStrip
    from kehoach_desktop.ui.status_line import StatusLine
    from kehoach_desktop.ui.steps import Steps
    from kehoach_desktop.ui.window_looks import WindowLooks
    from kehoach_desktop.ui.workbench import Workbench

SMALL_SCREEN = 1440
_FIRST_RUN, _REVIEW, _SHUT = "first_run", "review", "shut"


class MainWindow(QMainWindow):
    """The one window of the program: a bare frame until it is furnished.

    What furnishes it is imported then, Qt's namespace too. `painted` tells that its ground was.
    """

    painted = Signal()
    workbench: Workbench
    navigation: Navigation
    stack: PageStack
    reading: ReadingStrip
    line: StatusLine
    looks: WindowLooks
    turns: Steps
    screen_actions: list[QAction]
    leave_sample_action: QAction

    def __init__(self, workbench: Workbench | None = None) -> None:
        super().__init__()
        self.setWindowTitle(_("Sổ kế hoạch"))
        self.resize(1366, 728)
        self._placed = self.restoreGeometry(settings.geometry("window"))
        if workbench is not None:
            self.furnish(workbench)
            if workbench.is_open():
                self.begin()

    def appear(self) -> None:
        """Show the window where it was left; the first time it fills a small screen."""
        roomy = self._placed or self.screen().availableSize().width() > SMALL_SCREEN
        (self.show if roomy else self.showMaximized)()

    def furnish(self, workbench: Workbench) -> None:
        """Give the frame its parts; none of them needs an open store."""
        from kehoach_desktop.ui import shell

        self.workbench = workbench
        shell.furnish(self)
        self._connect()
        self.setAcceptDrops(True)

    def furnished(self) -> bool:
        """Say whether the window has its parts."""
        return self.centralWidget() is not None

    def _connect(self) -> None:
        self.navigation.wanted.connect(self.go)
        self.stack.shown.connect(self._shown)
        self.reading.understood.connect(self._open_review)
        self.reading.said.connect(self.line.say)
        self.workbench.changed.connect(self._changed)
        self.workbench.refused.connect(lambda refusal: messages.show_error(self, refusal))

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
        from kehoach_desktop.ui import level
        from kehoach_desktop.ui.screens import window_title

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
        else:
            self._prepare(key)
            self.stack.show_page(key)

    def _prepare(self, key: str) -> None:
        """Build the screen of that key unless it stands."""
        if self.stack.page(key) is None:
            from kehoach_desktop.ui.screens import build

            self.stack.keep(key, self._built(build(key, self.workbench)))

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

    def _open_review(self, source: Source, held: Understood) -> None:
        from kehoach_desktop.ui.plans.review_opening import open_review

        open_review(self.turns, self.workbench, source, held, self._show_review)

    def _show_review(self, review: ImportReview) -> None:
        review.settled.connect(self._end_review)
        review.said.connect(self.line.say)
        self.stack.put(_REVIEW, review)

    def _end_review(self, applied: bool) -> None:
        goal = "matrix" if applied else "overview"
        self.turns.take(partial(self._prepare, goal), partial(self._leave_review, goal))

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
        self.line.say(words.format(step=step) if step else _("Không còn bước nào."))
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and tell."""
        super().paintEvent(event)
        self.painted.emit()

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
        if self.furnished():
            may_close = getattr(self.stack.page(_REVIEW), "may_close", None)
            if may_close is not None and not may_close():
                event.ignore()
                return
            self.reading.stop()
        settings.put_geometry("window", self.saveGeometry())
        super().closeEvent(event)
