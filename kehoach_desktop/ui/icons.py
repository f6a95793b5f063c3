"""Icons and state glyphs: simple drawings in one file, coloured from the theme that is worn."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

from kehoach_desktop import paths
from kehoach_desktop.ui import theme

_FRAME = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><g fill='none' stroke='HUE' "
    "stroke-width='1.4' stroke-linecap='round' stroke-linejoin='round'>{drawing}</g></svg>"
)


@cache
def _drawings(folder: Path) -> dict[str, str]:
    drawings: dict[str, str] = json.loads((folder / "icons.json").read_text(encoding="utf-8"))
    return drawings


def pixmap(name: str, tone: str = "text2", size: int = 16, *, on: str = "surf") -> QPixmap:
    """Return the drawing `name` in the colour token `tone`; `on` colours a mark inside it."""
    ratio = _ratio()
    worn = theme.current()
    return _pixmap(name, worn.colours[tone], worn.colours[on], size, ratio)


def icon(name: str, tone: str = "text2", size: int = 16) -> QIcon:
    """Return the drawing as an icon; a disabled one fades."""
    made = QIcon(pixmap(name, tone, size))
    made.addPixmap(pixmap(name, "ctl", size), QIcon.Mode.Disabled)
    return made


def paint(painter: QPainter, place: QRectF, name: str, tone: str) -> None:
    """Paint the drawing in the middle of `place`, as large as its shorter side."""
    side = int(min(place.width(), place.height()))
    if side <= 0:
        return
    corner = QPointF(
        round(place.center().x() - side / 2 + 0.5), round(place.center().y() - side / 2 + 0.5)
    )
    painter.drawPixmap(corner, pixmap(name, tone, side))


@cache
def _pixmap(name: str, hue: str, on: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    drawing = _FRAME.format(drawing=_drawings(paths.resources())[name])
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    markup = drawing.replace("HUE", hue).replace("'ON'", f"'{on}'")
    QSvgRenderer(QByteArray(markup.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def _ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio() if screen else 1.0
