"""Draws words, rules and bars on paper: sizes in points, inks that also tell apart in grey."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from kehoach_desktop.ui import theme

# Fonts have whole pixels only: a quarter of a point is fine enough for paper.
FINENESS = 4
BLACK, GREY, LINE = "#1c1c1c", "#5a5f66", "#b9bec4"
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
MIDDLE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class Ink:
    """How a block of a bar looks: its ground, its figures, its edge; told apart in grey as well."""

    ground: str
    figures: str
    edge: str
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class Type:
    """How words are set: their size in points, weight, colour, and the side they keep to."""

    size: float = 9.5
    strong: bool = False
    colour: str = BLACK
    side: Qt.AlignmentFlag = LEFT

    def font(self) -> QFont:
        """Return the font, in quarters of a point."""
        font = QFont(list(theme.current().families))
        font.setPixelSize(round(self.size * FINENESS))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if self.strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font


PLAIN = Type()


class Brush:
    """Paints in points from the corner of the page."""

    def __init__(self, painter: QPainter, scale: float) -> None:
        self._painter = painter
        painter.save()
        painter.scale(scale / FINENESS, scale / FINENESS)

    def end(self) -> None:
        """Leave the painter as it was."""
        self._painter.restore()

    def words(self, place: QRectF, text: str, look: Type = PLAIN) -> None:
        """Write one line in the middle of `place`, cut with dots where it is too long."""
        font, room = look.font(), _fine(place)
        fitting = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        self._painter.setFont(font)
        self._painter.setPen(QColor(look.colour))
        self._painter.drawText(room, look.side | Qt.AlignmentFlag.AlignVCenter, fitting)

    def lines(self, place: QRectF, text: str, look: Type = PLAIN) -> float:
        """Write words in as many lines as they need; return the height they take, in points."""
        font, room = look.font(), _fine(place)
        flags = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value
        self._painter.setFont(font)
        self._painter.setPen(QColor(look.colour))
        self._painter.drawText(room, flags, text)
        return QFontMetricsF(font).boundingRect(room, flags, text).height() / FINENESS

    def length(self, text: str, look: Type = PLAIN) -> float:
        """Return how wide a line of words is, in points."""
        return QFontMetricsF(look.font()).horizontalAdvance(text) / FINENESS

    def rule(self, left: float, top: float, right: float, *, colour: str = LINE) -> None:
        """Draw a thin line across."""
        self._painter.setPen(QPen(QColor(colour), 0.6 * FINENESS))
        self._painter.drawLine(*(round(x * FINENESS) for x in (left, top, right, top)))

    def box(self, place: QRectF, ink: Ink | None = None) -> None:
        """Draw a framed box, filled where there is an ink."""
        room = _fine(place)
        if ink is not None:
            self._painter.fillRect(room, QColor(ink.ground))
        thick = 1.4 if ink and ink.heavy else 0.6
        self._painter.setPen(QPen(QColor(ink.edge if ink else LINE), thick * FINENESS))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(room)


def _fine(place: QRectF) -> QRectF:
    left, top = place.left() * FINENESS, place.top() * FINENESS
    return QRectF(left, top, place.width() * FINENESS, place.height() * FINENESS)
