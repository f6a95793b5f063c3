"""How the halves of the review share the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from kehoach_desktop.ui import theme
from kehoach_desktop.ui.furniture import column


def side_by_side(source: QWidget, understood: QWidget, editor: QWidget) -> QSplitter:
    """Return the source at the left, at the right what was understood over its editor."""
    right = QSplitter(Qt.Orientation.Vertical)
    right.addWidget(understood)
    right.addWidget(editor)
    right.setStretchFactor(0, 1)
    panes = QSplitter()
    panes.addWidget(source)
    panes.addWidget(right)
    for each in (right, panes):
        each.setHandleWidth(5)
        each.setChildrenCollapsible(False)
    panes.setSizes([theme.current().length(560), theme.current().length(630)])
    return panes


def stacked(head: QWidget, band: QWidget, middle: QWidget, foot: QWidget) -> QVBoxLayout:
    """Return a layout of storeys; the middle one takes the room."""
    whole = column()
    for part in (head, band, middle, foot):
        whole.addWidget(part)
    whole.setStretchFactor(middle, 1)
    return whole
