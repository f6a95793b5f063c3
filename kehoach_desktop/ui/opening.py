"""What comes behind the frame of the window: its look, its parts, the store, the first screen."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from kehoach_desktop import paths
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.i18n import counted
from kehoach_desktop.ui import settings, theme

if TYPE_CHECKING:
    from kehoach_desktop.ui.main_window import MainWindow
    from kehoach_desktop.ui.workbench import Workbench

MakeWorkbench = Callable[[], "Workbench"]
log = logging.getLogger(__name__)
_UNPAINTED_MS = 300


class Opening(QObject):
    """Furnishes the frame, opens the store and the first screen, in steps that block little.

    A step that fails leaves no empty frame: a page says why, and the step can be taken again.
    """

    def __init__(self, window: MainWindow, make_workbench: MakeWorkbench) -> None:
        super().__init__(window)  # lives as long as its page may ask for another try
        self._window, self._make_workbench = window, make_workbench
        opening = (_bring_in_words, self._open_store, _bring_in_page, window.begin)
        behind = (_collect_again, self._give_icon, self._watch)
        self._steps = [_dress, self._furnish, *opening, *behind]
        self._done, self._begun = "", False

    def begin(self) -> None:
        """Begin once the ground is painted: a step taken before would leave a hole on the screen.

        A window that is not painted, since it begins minimised, is furnished all the same.
        """
        self._window.painted.connect(self._begin_once)
        QTimer.singleShot(_UNPAINTED_MS, self._begin_once)

    def _begin_once(self) -> None:
        if not self._begun:
            self._begun = True
            self._go_to_next()

    def _go_to_next(self) -> None:
        """Take a step when the event loop runs; between steps the window paints."""
        QTimer.singleShot(0, self._take_step)

    def _take_step(self) -> None:
        if not self._steps:
            if self._done:
                self._window.line.say(self._done)
            return
        try:
            self._steps[0]()
        except KehoachError as refusal:
            self._stop(refusal)
        except BaseException:
            self._stop_after_a_crash()
            raise
        else:
            del self._steps[0]
            self._go_to_next()

    def _furnish(self) -> None:
        self._window.furnish(self._make_workbench())

    def _open_store(self) -> None:
        self._window.workbench.open()

    def _watch(self) -> None:
        """Look for forms that arrive from the start on, not only once their screen was seen."""
        if settings.watched() is None:
            return
        from kehoach_desktop.ui.collecting.folder_watch import watch_of

        watch = watch_of(self._window.workbench)
        watch.came.connect(self._tell_arrived)
        watch.watch(settings.watched())

    def _give_icon(self) -> None:
        """Give the window what is seen outside of it only."""
        from kehoach_desktop.ui import icons

        self._window.setWindowIcon(icons.icon("app", "acc", 32))

    def _tell_arrived(self, files: tuple[Path, ...]) -> None:
        if self._window.stack.page("period") is not None:
            return  # that page shows them, and says so
        words = counted("{count} phiếu mới trong thư mục nhận phiếu: xem ở Kỳ báo cáo.", len(files))
        self._window.line.say(words.format(count=len(files)))

    def _stop_after_a_crash(self) -> None:
        from kehoach_desktop.ui.shut_book import StartFailed

        self._stop(StartFailed())

    def _stop(self, refusal: KehoachError) -> None:
        from kehoach_desktop.ui.shut_book import ShutBook

        log.info("not opened: %s", type(refusal).__name__)
        page = ShutBook(refusal, self._window.workbench.tools)
        page.again.connect(self._go_on)
        page.left.connect(self._window.close)
        self._window.hold(page)

    def _go_on(self, done: str) -> None:
        """Take the failed step again; `done` is said once the first screen stands."""
        self._done = done
        self._window.let_go()
        self._go_to_next()


def _dress() -> None:
    """Let everything wear the chosen look and Qt's own parts speak the chosen language."""
    from kehoach_desktop.ui import standard_texts

    if application := QApplication.instance():
        standard_texts.install(application, settings.language())
    theme.put_on(paths.resources(), settings.theme_name(), settings.zoom())


def _collect_again() -> None:
    """Let Python look for garbage again."""
    from kehoach_desktop.ui.garbage import collect_unseen

    if isinstance(application := QApplication.instance(), QApplication):
        collect_unseen(application)


def _bring_in_words() -> None:
    from kehoach_desktop.services import offices, planning, reporting  # noqa: F401 - brought in


def _bring_in_page() -> None:
    from kehoach_desktop.ui import overview_page  # noqa: F401 - brought in
