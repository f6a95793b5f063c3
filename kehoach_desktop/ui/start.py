"""Start the window: its frame first, then the store and the first screen, step by step."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from kehoach_desktop import paths
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.i18n import counted, use_language
from kehoach_desktop.ui import icons, settings, standard_texts, theme
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.workbench import Workbench

log = logging.getLogger(__name__)


def run_window(workbench: Workbench, start_log: Callable[[], None]) -> int:
    """Show the window until it is closed; return the exit code.

    A store that does not open is a page with the ways out; left at that, the exit code is 1.
    """
    application = QApplication([*sys.argv[:1], *theme.STYLE_WORDS])
    application.setProperty(theme.STYLED, True)
    application.setApplicationName("kehoach_desktop")
    language = settings.language()
    use_language(language, paths.catalogues())
    standard_texts.install(application, language)
    theme.put_on(workbench.tools.resources, settings.theme_name(), settings.zoom())
    _install_crash_page()
    window = MainWindow(workbench)
    window.show()
    Opening(window, start_log).begin()
    try:
        code = application.exec()
        return code if workbench.is_open() else 1
    finally:
        _let_go()
        workbench.close()


def _let_go() -> None:
    from kehoach_desktop.ui.clipboard import let_go

    let_go()


class Opening(QObject):
    """Opens the store and the first screen behind the frame, in steps that block little.

    A step that fails leaves no empty frame: a page says why, and the step can be taken again.
    """

    def __init__(self, window: MainWindow, start_log: Callable[[], None]) -> None:
        super().__init__(window)  # lives as long as its page may ask for another try
        self._window = window
        opening = (_bring_in_words, self._open_store, _bring_in_page, window.begin, self._watch)
        self._steps = [self._furnish, start_log, *opening]
        self._done = ""

    def begin(self) -> None:
        """Take the first step when the event loop runs; between steps the window paints."""
        QTimer.singleShot(0, self._take_step)

    def _take_step(self) -> None:
        if not self._steps:
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
            self.begin()

    def _furnish(self) -> None:
        """Give the frame what is not seen at first: what the menus hold, the icon outside."""
        self._window.fill_menus()
        self._window.setWindowIcon(icons.icon("app", "acc", 32))

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
        self.begin()


def _bring_in_words() -> None:
    from kehoach_desktop.services import offices, planning, reporting  # noqa: F401 - brought in


def _bring_in_page() -> None:
    from kehoach_desktop.ui import overview_page  # noqa: F401 - brought in


def _install_crash_page() -> None:
    def crashed(
        kind: type[BaseException], failure: BaseException, trace: TracebackType | None
    ) -> None:
        log.error("crashed", exc_info=(kind, failure, trace))
        from kehoach_desktop.ui import messages

        messages.show_crash(None, paths.log_file())

    sys.excepthook = crashed
