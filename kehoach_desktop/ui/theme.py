"""The look of the window: colours, sizes and the one stylesheet, all made from one table."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from string import Template
from typing import Any, NamedTuple

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

LIGHT, DARK = "light", "dark"
SMALLEST, LARGEST = 80, 160
_LINE = 1.38
_HALF = 128  # of the lightness of a colour
# An application started with these words wears the style already: asking for it by name would
# bring in all that Python can know of a style, before the window stands.
STYLE_WORDS = ("-style", "fusion")
STYLED = "styled_by_words"


class Theme(NamedTuple):
    """One look: what every painter and the stylesheet draw with.

    `colours` maps a token to "#RRGGBB"; `sizes` are pixels of type at 100 %; `zoom` is percent.
    """

    name: str
    colours: dict[str, str]
    sizes: dict[str, int]
    families: tuple[str, ...]
    paper_families: tuple[str, ...]
    zoom: int = 100

    def colour(self, token: str) -> QColor:
        """Return the colour of a token such as "acc" or "text2"."""
        return _colour(self.colours[token])

    def px(self, size: str) -> int:
        """Return the pixels of a type size ("cap", "small", "body", "block", "title")."""
        return round(self.sizes[size] * self.zoom / 100)

    def length(self, pixels: int) -> int:
        """Return a length given at 100 %, grown with the text."""
        return round(pixels * self.zoom / 100)

    def font(self, size: str = "body", *, strong: bool = False) -> QFont:
        """Return the font of a type size, semibold where `strong`."""
        font = QFont(list(self.families))
        font.setPixelSize(self.px(size))
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font


@cache
def _colour(value: str) -> QColor:
    return QColor(value)


class _Wardrobe:
    """Holds the theme that is worn."""

    worn: Theme | None = None


def current() -> Theme:
    """Return the theme that was put on last; there is one once the program has started."""
    if _Wardrobe.worn is None:
        raise RuntimeError("no theme was put on yet")
    return _Wardrobe.worn


def lay_ground(resources: Path, choice: str) -> None:
    """Give bare windows the ground of the chosen look; where none is chosen, of the system's.

    The system's is told by its palette: its colour scheme cannot be asked without all of `Qt`.
    """
    palette, ground = QPalette(), QPalette.ColorRole.Window
    dark = choice == DARK or (choice != LIGHT and palette.color(ground).lightness() < _HALF)
    palette.setColor(ground, _colour(_tokens(resources)[DARK if dark else LIGHT]["surf"]))
    QApplication.setPalette(palette)


def put_on(resources: Path, name: str = LIGHT, zoom: int = 100) -> Theme:
    """Dress the whole application as `name` ("light", "dark") at `zoom` percent of text size."""
    theme = _theme(_tokens(resources), name, max(SMALLEST, min(LARGEST, zoom)))
    _Wardrobe.worn = theme
    application = QApplication.instance()
    if isinstance(application, QApplication):
        sheet = stylesheet(theme, resources)
        # Every widget there is would be dressed anew in what it wears already.
        if application.styleSheet() != sheet:
            _dress(application, theme, sheet)
    return theme


def _dress(application: QApplication, theme: Theme, sheet: str) -> None:
    if not application.property(STYLED):
        application.setStyle("Fusion")
    application.setPalette(_palette(theme))
    application.setFont(theme.font())
    application.setStyleSheet(sheet)


@cache
def _tokens(resources: Path) -> dict[str, Any]:
    tokens: dict[str, Any] = json.loads((resources / "tokens.json").read_text(encoding="utf-8"))
    return tokens


def _theme(tokens: dict[str, Any], name: str, zoom: int) -> Theme:
    return Theme(
        name=name,
        colours=tokens[name],
        sizes=tokens["sizes"],
        families=tuple(tokens["families"]),
        paper_families=tuple(tokens["paper_families"]),
        zoom=zoom,
    )


def stylesheet(theme: Theme, resources: Path) -> str:
    """Return the stylesheet of `theme`."""
    template = Template((resources / "app.qss").read_text(encoding="utf-8"))
    line = round(theme.px("body") * _LINE)
    heights: dict[str, str | int] = {
        "button": line,
        "field": line + 2,
        "chip": line + 3,
        "header": theme.length(27),
        "tab": theme.length(28),
    }
    places = {"theme": theme.name, "icons": (resources / "icons").as_posix()}
    sizes = {size: theme.px(size) for size in theme.sizes}
    return template.substitute(theme.colours, **sizes, **heights, **places)


_ROLES = {
    QPalette.ColorRole.Window: "win",
    QPalette.ColorRole.Base: "surf",
    QPalette.ColorRole.AlternateBase: "alt",
    QPalette.ColorRole.Button: "surf",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Highlight: "sel",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "acc",
    QPalette.ColorRole.ToolTipBase: "surf",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Mid: "line2",
    QPalette.ColorRole.Dark: "ctl",
}


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, theme.colour(token))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("ctl"))
    return palette
