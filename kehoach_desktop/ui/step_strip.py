"""The steps of a month in one strip: done, now, later; each leads to its screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy

from kehoach_desktop.ui import icons, theme

# Pixels before the glyph, before the words beside it without its own width, and behind the words.
_LEFT, _BESIDE, _RIGHT = 10, 16, 4


@dataclass(frozen=True, slots=True)
class Step:
    """A step: the screen it leads to, its name, how it stands; one of them is what to do now."""

    screen: str
    name: str
    note: str
    done: bool
    now: bool


class StepButton(QAbstractButton):
    """One step, painted: glyph, name, note; the current one is tinted and underlined."""

    def __init__(self, step: Step) -> None:
        super().__init__()
        self._step = step
        self.setText(step.name)
        self.setAccessibleDescription(step.note)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of two lines."""
        return QSize(theme.current().length(150), theme.current().length(48))

    def least_width(self) -> int:
        """Return the width at which both lines are whole, in pixels."""
        worn = theme.current()
        name = QFontMetrics(worn.font(strong=True)).horizontalAdvance(self._step.name)
        note = QFontMetrics(worn.font("small")).horizontalAdvance(self._step.note)
        return max(name + worn.length(16) + _BESIDE, note + _LEFT) + _RIGHT + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the step."""
        del event
        worn, step = theme.current(), self._step
        painter = QPainter(self)
        painter.fillRect(self.rect(), worn.colour("accs" if step.now else "surf"))
        glyph, hue = (
            ("tick", "green") if step.done else ("half", "acc") if step.now else ("ring", "grey")
        )
        side = worn.length(16)
        icons.paint(painter, QRectF(_LEFT, worn.length(8), side, side), glyph, hue)
        words = self.rect().adjusted(side + _BESIDE, 6, -_RIGHT, 0)
        painter.setFont(worn.font(strong=True))
        painter.setPen(worn.colour("text"))
        right = Qt.TextElideMode.ElideRight
        name = painter.fontMetrics().elidedText(step.name, right, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignTop, name)
        painter.setFont(worn.font("small"))
        painter.setPen(worn.colour("text2"))
        below = words.adjusted(0, painter.fontMetrics().height() + 2, 0, 0)
        if painter.fontMetrics().horizontalAdvance(step.note) >= below.width():
            below.setLeft(_LEFT)  # in a narrow window the room under the glyph keeps it whole
        note = painter.fontMetrics().elidedText(step.note, right, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignTop, note)
        if step.now:
            painter.fillRect(self.rect().adjusted(0, self.height() - 2, 0, 0), worn.colour("acc"))
        if self.hasFocus():
            painter.setPen(QPen(worn.colour("acc"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class StepStrip(QFrame):
    """Shows the steps given last; `chosen` names the screen of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "frame")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(1)
        self._steps: tuple[Step, ...] = ()

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """Show `steps` from left to right."""
        if steps == self._steps:
            return
        self._steps = steps
        while (item := self._row.takeAt(0)) is not None:
            if (button := item.widget()) is not None:
                button.hide()
                button.deleteLater()
        for step in steps:
            made = StepButton(step)
            made.clicked.connect(partial(self._press, step.screen))
            self._row.addWidget(made, made.least_width())

    def steps(self) -> tuple[Step, ...]:
        """Return what is shown."""
        return self._steps

    def _press(self, screen: str, _checked: bool = False) -> None:
        self.chosen.emit(screen)
