"""Pages that can be looked at: how many there are, how large, and how one is painted."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPainter

POINTS_PER_MM = 72 / 25.4
A4_POINTS = (595.3, 841.9)


class Sheets(Protocol):
    """The pages of one paper; sizes are in points (1/72 inch)."""

    def count(self) -> int:
        """Return how many pages there are."""
        ...

    def size(self, page: int) -> QSizeF:
        """Return the size of a page in points."""
        ...

    def paint(self, painter: QPainter, page: int, scale: float) -> None:
        """Paint a page with its corner at the origin; `scale` is device pixels to a point."""
        ...
