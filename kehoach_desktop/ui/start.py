"""Start the window: its bare frame first, then, behind it, what `Opening` brings in.

Nothing imported here touches Qt's namespace `Qt`, whose enums cost as much as all of the frame.
"""

from __future__ import annotations

import logging
import sys
from types import TracebackType

from PySide6.QtWidgets import QApplication

from kehoach_desktop import paths
from kehoach_desktop.i18n import use_language
from kehoach_desktop.ui import settings, theme
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.opening import MakeWorkbench, Opening

log = logging.getLogger(__name__)


def run_window(make_workbench: MakeWorkbench) -> int:
    """Show the window until it is closed; return the exit code.

    A store that does not open is a page with the ways out; left at that, the exit code is 1.
    """
    application = QApplication([*sys.argv[:1], *theme.STYLE_WORDS])
    application.setProperty(theme.STYLED, True)
    application.setApplicationName("kehoach_desktop")
    use_language(settings.language(), paths.catalogues())
    theme.lay_ground(paths.resources(), settings.theme_choice())
    _install_crash_page()
    window = MainWindow()
    window.appear()
    Opening(window, make_workbench).begin()
    try:
        code = application.exec()
        return code if window.furnished() and window.workbench.is_open() else 1
    finally:
        _let_go()
        if window.furnished():
            window.workbench.close()


def _let_go() -> None:
    from kehoach_desktop.ui.clipboard import let_go

    let_go()


def _install_crash_page() -> None:
    def crashed(
        kind: type[BaseException], failure: BaseException, trace: TracebackType | None
    ) -> None:
        log.error("crashed", exc_info=(kind, failure, trace))
        from kehoach_desktop.ui import messages

        messages.show_crash(None, paths.log_file())

    sys.excepthook = crashed
