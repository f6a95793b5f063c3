"""The pages of the window by their key, one of them shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """Keeps pages once they are built; `shown` tells the key of the one that is seen."""

    shown = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._pages: dict[str, QWidget] = {}
        self._key = ""

    def put(self, key: str, page: QWidget) -> None:
        """Keep `page` under `key` and show it."""
        self.keep(key, page)
        self.show_page(key)

    def keep(self, key: str, page: QWidget) -> None:
        """Keep `page` under `key` for when it is wanted."""
        self.drop(key)
        self._pages[key] = page
        self.addWidget(page)

    def show_page(self, key: str) -> None:
        """Show the page kept under `key` and hand it the keyboard."""
        self._key = key
        self.setCurrentWidget(self._pages[key])
        self._pages[key].setFocus()
        self.shown.emit(key)

    def take(self, key: str) -> QWidget | None:
        """Give up the page kept under `key`, which stays in sight until another one is shown."""
        return self._pages.pop(key, None)

    def drop(self, key: str) -> None:
        """Let go of the page kept under `key`, if any."""
        if page := self.take(key):
            self.removeWidget(page)
            page.deleteLater()

    def page(self, key: str) -> QWidget | None:
        """Return the page kept under `key`, or None."""
        return self._pages.get(key)

    def key(self) -> str:
        """Return the key of the page that is seen."""
        return self._key

    def visited(self) -> tuple[str, ...]:
        """Return the keys of all pages kept."""
        return tuple(self._pages)
