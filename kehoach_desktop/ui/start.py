"""Start the window: one application, its look, its languages, its crash page."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from kehoach_desktop import paths
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.i18n import use_language
from kehoach_desktop.ui import messages, settings, standard_texts, theme
from kehoach_desktop.ui.workbench import Workbench

log = logging.getLogger(__name__)


def run_window(make_workbench: Callable[[], Workbench], resources: Path, log_file: Path) -> int:
    """Show the window until it is closed; return the exit code.

    A store that cannot be opened is a sentence with a way out, and exit code 1.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    application.setApplicationName("kehoach_desktop")
    language = settings.language()
    use_language(language, paths.catalogues())
    standard_texts.install(application, language)
    theme.put_on(resources, settings.theme_name(), settings.zoom())
    try:
        workbench = make_workbench()
    except KehoachError as refusal:
        messages.show_error(None, refusal)
        return 1
    from kehoach_desktop.ui.main_window import MainWindow

    _install_crash_page(log_file)
    window = MainWindow(workbench)
    window.show()
    try:
        return application.exec()
    finally:
        workbench.close()


def _install_crash_page(log_file: Path) -> None:
    def crashed(
        kind: type[BaseException], failure: BaseException, trace: TracebackType | None
    ) -> None:
        log.error("crashed", exc_info=(kind, failure, trace))
        messages.show_crash(None, log_file)

    sys.excepthook = crashed
