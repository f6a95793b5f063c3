"""Words wrapped to a width and a number of lines, laid out once and kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from kehoach_desktop.ui import theme

_BREAK = "\u2028"
_LINE = 1.36


class Wrapped:
    """Words laid out: `height` and `width` of what is shown, `cut` if not all is."""

    def __init__(self, layout: QTextLayout, *, line: int, cut: bool) -> None:
        self._layout = layout
        self._line = line
        self.cut = cut
        self.lines = max(1, layout.lineCount())
        self.height = self.lines * line
        self.width = round(max((line.naturalTextWidth() for line in _lines(layout)), default=0) + 1)

    def draw(
        self,
        painter: QPainter,
        place: QRect,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Draw the words from the top of `place` with the pen of `painter`."""
        shift = 0.0
        if alignment & Qt.AlignmentFlag.AlignRight:
            shift = place.width() - self.width
        elif alignment & Qt.AlignmentFlag.AlignHCenter:
            shift = (place.width() - self.width) / 2
        self._layout.draw(painter, QPointF(place.left() + max(0.0, shift), place.top()))


@dataclass(frozen=True, slots=True)
class _Setting:
    """All that decides how a text is laid out; `look` parts one theme from another."""

    width: int
    lines: int
    size: str
    lead: int
    look: tuple[str, int]


def wrapped(text: str, width: int, lines: int, *, size: str = "body", lead: int = 0) -> Wrapped:
    """Return `text` wrapped to `width` pixels and at most `lines` lines, the last one elided.

    The first `lead` characters are semibold; -1 makes all of them so.
    """
    worn = theme.current()
    return _wrapped(text, _Setting(max(width, 12), lines, size, lead, (worn.name, worn.zoom)))


@lru_cache(maxsize=4096)
def _wrapped(text: str, setting: _Setting) -> Wrapped:
    shown = _BREAK.join(text.splitlines())
    height = round(theme.current().px(setting.size) * _LINE)
    layout = _laid_out(shown, setting, height)
    if layout.lineCount() <= setting.lines:
        return Wrapped(layout, line=height, cut=False)
    return Wrapped(_laid_out(_cut(shown, layout, setting), setting, height), line=height, cut=True)


def _cut(shown: str, layout: QTextLayout, setting: _Setting) -> str:
    start = layout.lineAt(setting.lines - 1).textStart()
    strong = setting.lead < 0 or setting.lead > start
    font = theme.current().font(setting.size, strong=strong)
    rest = shown[start:].replace(_BREAK, " ")
    tail = QFontMetricsF(font).elidedText(
        f"{rest} …", Qt.TextElideMode.ElideRight, setting.width - 2
    )
    kept = shown[:start].rstrip(_BREAK)
    return f"{kept}{_BREAK}{tail}" if kept else tail


def _laid_out(text: str, setting: _Setting, height: int) -> QTextLayout:
    font = theme.current().font(setting.size, strong=setting.lead < 0)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if setting.lead > 0:
        layout.setFormats([_strong(setting.lead, font)])
    layout.setCacheEnabled(True)
    layout.beginLayout()
    top = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(setting.width)
        line.setPosition(QPointF(0, top + (height - line.height()) / 2))
        top += height
    layout.endLayout()
    return layout


def _strong(length: int, font: QFont) -> QTextLayout.FormatRange:
    from PySide6.QtGui import QTextCharFormat

    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    form = QTextCharFormat()
    form.setFont(bold)
    span = QTextLayout.FormatRange()
    # Qt's stubs leave out the three fields of a span.
    fields = {"start": 0, "length": length, "format": form}
    for name, value in fields.items():
        setattr(span, name, value)
    return span


def _lines(layout: QTextLayout) -> list[QTextLine]:
    return [layout.lineAt(number) for number in range(layout.lineCount())]
