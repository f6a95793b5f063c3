"""Pages as a PDF by the program's own means, where no office program is at hand."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from kehoach_desktop.ui.papers.sheets import Sheets

_DOTS = 1200


def write_pdf(sheets: Sheets) -> bytes:
    """Return the pages as a PDF, each with its own size."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setPageLayout(_layout(sheets.size(0)))
    painter = QPainter(writer)
    for page in range(sheets.count()):
        if page:
            writer.setPageLayout(_layout(sheets.size(page)))
            writer.newPage()
        sheets.paint(painter, page, _DOTS / 72)
    painter.end()
    buffer.close()
    return bytes(kept.data())


def _layout(size: QSizeF) -> QPageLayout:
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    upright = QSizeF(min(size.width(), size.height()), max(size.width(), size.height()))
    across = size.width() > size.height()
    way = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    paper = QPageSize(upright, QPageSize.Unit.Point, "", exact)
    return QPageLayout(paper, way, QMarginsF(0, 0, 0, 0))
