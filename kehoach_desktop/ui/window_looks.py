"""How the window looks: the size of its text, its ground, its language, its navigation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kehoach_desktop.i18n import _
from kehoach_desktop.ui import settings, theme

if TYPE_CHECKING:
    from kehoach_desktop.ui.main_window import MainWindow

NARROW = 1180
KEPT_PAGES = ("review", "first_run", "shut")


class WindowLooks:
    """Dresses one window, and dresses it anew when the officer chooses otherwise."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def zoom(self, step: int) -> None:
        """Make the text larger or smaller by percent; nought is the usual size."""
        percent = settings.zoom() + step if step else 100
        settings.put_zoom(max(theme.SMALLEST, min(theme.LARGEST, percent)))
        self._dress()

    def wear(self, choice: str) -> None:
        """Wear the light or the dark look, or that of the system."""
        settings.put_theme_choice(choice)
        self._dress()

    def speak(self, language: str) -> None:
        """Remember the language; screens already built keep theirs until the next start."""
        settings.put_language(language)
        self._window.line.say(_("Ngôn ngữ mới có từ lần mở chương trình sau."))

    def fold_navigation(self) -> None:
        """Fold the navigation in a narrow window."""
        narrow = self._window.width() < theme.current().length(NARROW)
        self._window.navigation.fold(folded=narrow)

    def _dress(self) -> None:
        window = self._window
        resources = window.workbench.tools.resources
        theme.put_on(resources, settings.theme_name(), settings.zoom())
        window.navigation.dress()
        self.fold_navigation()
        shown = window.stack.key()
        for key in window.stack.visited():
            page = window.stack.page(key)
            if key not in KEPT_PAGES and page is not None and not _holds_work(page):
                window.stack.drop(key)
        if window.stack.page(shown) is None:
            window.go(shown)


def _holds_work(page: QWidget) -> bool:
    """Say whether building a page anew would lose what waits on it, such as forms not applied."""
    asked = (getattr(part, "holds_work", None) for part in (page, *page.findChildren(QWidget)))
    return any(holds() for holds in asked if holds is not None)
