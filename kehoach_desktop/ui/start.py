"""Start the window: its frame first, then the store and the first screen, step by step."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kehoach_desktop import paths
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.i18n import use_language
from kehoach_desktop.ui import icons, settings, standard_texts, theme
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.workbench import Workbench

log = logging.getLogger(__name__)


def run_window(workbench: Workbench, start_log: Callable[[], None]) -> int:
    """Show the window until it is closed; return the exit code.

    A store that cannot be opened is a sentence with a way out, and exit code 1.
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
        return application.exec()
    finally:
        _let_go()
        workbench.close()


def _let_go() -> None:
    from kehoach_desktop.ui.clipboard import let_go

    let_go()


class Opening:
    """Opens the store and the first screen behind the frame, in steps that block little."""

    def __init__(self, window: MainWindow, start_log: Callable[[], None]) -> None:
        self._window = window
        steps = (_bring_in_words, self._open_store, _bring_in_page, window.begin)
        self._steps = iter((self._furnish, start_log, *steps))

    def begin(self) -> None:
        """Take the first step when the event loop runs; between steps the window paints."""
        QTimer.singleShot(0, self._take_step)

    def _take_step(self) -> None:
        step = next(self._steps, None)
        if step is not None:
            step()
            self.begin()

    def _furnish(self) -> None:
        """Give the frame what is not seen at first: what the menus hold, the icon outside."""
        self._window.fill_menus()
        self._window.setWindowIcon(icons.icon("app", "acc", 32))

    def _open_store(self) -> None:
        try:
            self._window.workbench.open()
        except KehoachError as refusal:
            self._steps = iter(())
            from kehoach_desktop.ui import messages

            messages.show_error(self._window, refusal)
            QApplication.exit(1)


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
