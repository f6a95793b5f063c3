"""The parts every page is furnished with: head, bars, chips, bands, buttons, empty state."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kehoach_desktop.ui import icons, theme
from kehoach_desktop.ui.buttons import Button, primary

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from kehoach_desktop.ui.looks import Look


def label(text: str = "", kind: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label of plain words in one of the stylesheet's kinds ("title", "hint", …)."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if kind:
        made.setProperty("kind", kind)
    return made


class Elided(QLabel):
    """A line of plain words that ends in … where there is no room; the tip shows all of them."""

    def __init__(self, kind: str, words: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(words)

    def setText(self, words: str) -> None:
        """Show `words`."""
        self._words = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._fit()

    def text(self) -> str:
        """Return all the words."""
        return self._words

    def _fit(self) -> None:
        dots = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._words, dots, self.width())
        super().setText(shown if shown == self._words or len(shown) > 7 else "")  # else a stub

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words to the room there is now."""
        super().resizeEvent(event)
        self._fit()


class Part(QFrame):
    """A frame of one of the stylesheet's kinds; things are put into its `box`."""

    def __init__(self, kind: str, box: QBoxLayout, margins: tuple[int, int, int, int]) -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.box = box
        box.setContentsMargins(*margins)
        box.setSpacing(8)
        self.setLayout(box)


def frame(kind: str, *, across: bool = True, margins: tuple[int, int, int, int] = (0,) * 4) -> Part:
    """Return a frame of that kind with a row (or a column) to put things in."""
    return Part(kind, QHBoxLayout() if across else QVBoxLayout(), margins)


def rule() -> Part:
    """Return a thin line across."""
    return frame("rule")


def cap(keys: str) -> QLabel:
    """Return a key cap such as "Ctrl+Enter"."""
    made = label(keys, "cap")
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def restyle(widget: QWidget, kind: str) -> None:
    """Make `widget` another kind of the stylesheet, at once."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        for part in (widget, *widget.findChildren(QWidget)):
            part.style().unpolish(part)
            part.style().polish(part)


class Chip(QToolButton):
    """A filter that is on or off, with its count; nought disables it, it never moves."""

    def __init__(self, text: str, look: Look | None = None) -> None:
        super().__init__()
        self._words = f" {text}" if look else text
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setText(self._words)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        if look:
            side = theme.current().length(12)
            self.setIcon(icons.icon(look.glyph, look.hue, side))
            self.setIconSize(QSize(side, side))
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def set_count(self, count: int) -> None:
        """Show `count` behind the words."""
        self.setText(f"{self._words}  {count}")
        self.setEnabled(count > 0 or self.isChecked())


class PageHead(QFrame):
    """The head of a page: its title, what is chosen, a note, and at most two buttons."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("kind", "head")
        self.setFixedHeight(theme.current().length(46))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 12, 0)
        self._row.setSpacing(12)
        self.title = label(title, "title")
        self.note = Elided("soft")
        self._row.addWidget(self.title)
        self._row.addWidget(self.note, 1)

    def add_left(self, widget: QWidget) -> None:
        """Put `widget` behind the title."""
        self._row.insertWidget(self._row.indexOf(self.note), widget)

    def add_right(self, widget: QWidget) -> None:
        """Put `widget` at the right end."""
        self._row.addWidget(widget)

    def say(self, note: str) -> None:
        """Show a quiet note behind the title."""
        self.note.setText(note)


class Bar(QFrame):
    """A bar of filters or tools under the head; at its right end a quiet note."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        self.setMinimumHeight(theme.current().length(36))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 4, 12, 4)
        self._row.setSpacing(6)
        self.note = Elided("second")
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.note, 1)

    def add(self, widget: QWidget) -> None:
        """Put `widget` behind the ones added before."""
        self._row.insertWidget(self._row.indexOf(self.note), widget)

    def add_right(self, widget: QWidget) -> None:
        """Put `widget` at the right end."""
        self._row.addWidget(widget)

    def say(self, note: str) -> None:
        """Show a quiet note at the right."""
        self.note.setText(note)


class Foot(QFrame):
    """The foot of a review: words at the left, the filled button at the right."""

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "foot")
        self.setMinimumHeight(theme.current().length(44))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 12, 6)
        self.words = Elided("second", words)
        self._row.addWidget(self.words, 1)

    def add(self, widget: QWidget) -> None:
        """Put `widget` at the right end."""
        self._row.addWidget(widget)


_BAND_GLYPHS = {
    "red": ("octagon", "red"),
    "amber": ("flag", "amber"),
    "green": ("tick", "green"),
    "acc": ("info", "acc"),
}


class Band(QFrame):
    """A strip under the head that says what is owed, doubted or failed, with one button."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 5, 12, 5)
        self._glyph = QLabel()
        self._words = label("", wrap=True)
        self._row.addWidget(self._glyph)
        self._row.addWidget(self._words, 1)
        self._button: Button | None = None
        self.hide()

    def add(self, button: Button) -> None:
        """Put a lasting button behind the words, before the one that `say` names."""
        self._row.addWidget(button)

    def say(
        self,
        words: str,
        tone: str = "amber",
        *,
        button: str = "",
        on_click: Callable[[], object] | None = None,
        glyph: str = "",
    ) -> None:
        """Show `words` in the tone "red", "amber", "green" or "acc", with one button if named."""
        restyle(self, f"band_{tone}")
        usual, hue = _BAND_GLYPHS[tone]
        self._glyph.setPixmap(icons.pixmap(glyph or usual, hue, theme.current().length(16)))
        self._words.setText(words)
        self.setAccessibleName(words)
        self._replace_button(button, on_click)
        self.show()

    def words(self) -> str:
        """Return what the band says, "" while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def _replace_button(self, text: str, on_click: Callable[[], object] | None) -> None:
        if self._button is not None:
            self._button.hide()  # until it is deleted it would press the words together
            self._button.deleteLater()
        self._button = None
        if text and on_click:
            self._button = Button(text, on_click)
            self._row.addWidget(self._button)
            self._button.show()  # left to the layout, it would come a moment after the words


class EmptyState(QWidget):
    """One sentence and one button at the top left, where there is nothing to show."""

    def __init__(
        self, words: str, button: str = "", on_click: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 12, 16)
        column.setSpacing(12)
        self.words = label(words, wrap=True)
        column.addWidget(self.words)
        if button and on_click:
            self.button = primary(button, on_click)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)


def key_strip(hints: tuple[tuple[str, str], ...]) -> QFrame:
    """Return a strip of key hints: (key, what it does) each."""
    strip = QFrame()
    strip.setProperty("kind", "band_acc")
    row = QHBoxLayout(strip)
    row.setContentsMargins(16, 3, 12, 3)
    for keys, words in hints:
        row.addWidget(cap(keys))
        row.addWidget(label(words, "second"))
    row.addStretch(1)
    return strip


def column(*, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 0) -> QVBoxLayout:
    """Return a column to put things in, with no room between them unless asked."""
    made = QVBoxLayout()
    made.setContentsMargins(*margins)
    made.setSpacing(spacing)
    return made
