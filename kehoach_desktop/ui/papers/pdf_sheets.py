"""The pages of a PDF, drawn by pdfium; the last few are kept as pictures."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QImage, QPainter

KEPT = 12


class PdfSheets:
    """The pages of a PDF; for the main thread, as pdfium is not made for several."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2  # type: ignore[import-untyped] # it has no stubs

        self.data = data
        self._document = pypdfium2.PdfDocument(data)
        self._sizes = [self._document.get_page_size(page) for page in range(len(self._document))]
        self._pictures: OrderedDict[tuple[int, float], QImage] = OrderedDict()

    @classmethod
    def read(cls, path: Path) -> PdfSheets:
        """Return the pages of the file at `path`. Raises OSError or ValueError."""
        import pypdfium2

        try:
            return cls(path.read_bytes())
        except pypdfium2.PdfiumError as broken:
            raise ValueError(path.name) from broken

    def count(self) -> int:
        """Return how many pages there are."""
        return len(self._sizes)

    def size(self, page: int) -> QSizeF:
        """Return the size of a page in points."""
        return QSizeF(*self._sizes[page])

    def paint(self, painter: QPainter, page: int, scale: float) -> None:
        """Paint a page; `scale` is device pixels to a point."""
        ratio = painter.device().devicePixelRatioF() if painter.device() else 1.0
        picture = self._picture(page, scale * ratio)
        picture.setDevicePixelRatio(ratio)
        painter.drawImage(QPointF(0, 0), picture)

    def close(self) -> None:
        """Let go of the document."""
        self._pictures.clear()
        self._document.close()

    def _picture(self, page: int, scale: float) -> QImage:
        key = (page, round(scale, 3))
        if key not in self._pictures:
            self._pictures[key] = self._drawn(page, scale)
            while len(self._pictures) > KEPT:
                self._pictures.popitem(last=False)
        self._pictures.move_to_end(key)
        return self._pictures[key]

    def _drawn(self, page: int, scale: float) -> QImage:
        held = self._document[page]
        bitmap = held.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
        form = QImage.Format.Format_RGB32
        # A copy: the bitmap's own memory goes with it.
        shared = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form
        ).copy()
        bitmap.close()
        held.close()
        return shared
