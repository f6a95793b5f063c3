"""What papers will print of the office: the letterhead and the signature, drawn as on paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kehoach_desktop.domain.office import KIND_WORDS, Office
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme

_MARGIN = 18
_LINE = 1.32


class PaperPreview(QWidget):
    """A piece of paper, white in every look; it shows the office given last."""

    def __init__(self) -> None:
        super().__init__()
        self._office = Office()
        worn = theme.current()
        self.setMinimumSize(QSize(worn.length(400), worn.length(330)))
        self.setAccessibleName(_("Xem trước phần đầu và phần ký của văn bản"))

    def show_office(self, office: Office) -> None:
        """Draw the particulars of `office`."""
        self._office = office
        self.setAccessibleDescription("; ".join(self.lines()))
        self.update()

    def lines(self) -> tuple[str, ...]:
        """Return what stands on the paper, from the top."""
        office = self._office
        return (*self._letterhead(), self._date_line(), *self._addressed(), *self._recipients(),
                *office.signature_block, office.signer)  # fmt: skip

    def _letterhead(self) -> tuple[str, str]:
        named = f"{KIND_WORDS[self._office.kind]} {self._office.name or '…'}"
        return "ỦY BAN NHÂN DÂN", named.upper()

    def _date_line(self) -> str:
        return f"{self._office.date_line_place or '…'}, ngày … tháng … năm …"

    def _addressed(self) -> tuple[str, ...]:
        return (f"Kính gửi: {self._office.addressee}",) if self._office.addressee else ()

    def _recipients(self) -> tuple[str, ...]:
        above = ("Như trên",) if self._office.addressee else ()
        listed = (f"- {line};" for line in (*above, *self._office.recipients))
        return (*listed, f"- {self._office.archive_line}.")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.setPen(theme.current().colour("line2"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setPen(Qt.GlobalColor.black)
        self._draw_head(painter)
        self._draw_foot(painter)

    def _font(self, pixels: int, *, bold: bool = False, italic: bool = False) -> QFont:
        font = QFont(list(theme.current().paper_families))
        font.setPixelSize(theme.current().length(pixels))
        font.setBold(bold)
        font.setItalic(italic)
        return font

    def _draw_head(self, painter: QPainter) -> None:
        half = (self.width() - 2 * _MARGIN) * 0.42
        left = QRectF(_MARGIN, 14, half, 0)
        right = QRectF(_MARGIN + half, 14, self.width() - 2 * _MARGIN - half, 0)
        agency, named = self._letterhead()
        top = self._centred(painter, left, agency, self._font(11, bold=True))
        top = self._centred(painter, left.translated(0, top - 14), named, self._font(11, bold=True))
        self._underline(painter, left, top + 2, 0.35)
        self._centred(painter, left.translated(0, top - 4), "Số:        /BC-UBND", self._font(11))
        top = self._centred(
            painter, right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", self._font(10, bold=True)
        )
        motto = "Độc lập - Tự do - Hạnh phúc"
        top = self._centred(
            painter, right.translated(0, top - 14), motto, self._font(11, bold=True)
        )
        self._underline(painter, right, top + 2, 0.62)
        place = right.translated(0, top - 4)
        top = self._centred(painter, place, self._date_line(), self._font(11, italic=True))
        whole = QRectF(_MARGIN, top + 16, self.width() - 2 * _MARGIN, 0)
        top = self._centred(painter, whole, "BÁO CÁO", self._font(12, bold=True))
        for line in self._addressed():
            self._centred(painter, whole.translated(0, top - whole.top() + 6), line, self._font(12))

    def _draw_foot(self, painter: QPainter) -> None:
        half = (self.width() - 2 * _MARGIN) * 0.52
        top = self.height() - 158.0
        left = QRectF(_MARGIN, top, half, 0)
        after = self._set(painter, left, "Nơi nhận:", self._font(11, bold=True, italic=True))
        for line in self._recipients():
            after = self._set(painter, QRectF(_MARGIN, after, half, 0), line, self._font(10))
        right = QRectF(_MARGIN + half, top, self.width() - 2 * _MARGIN - half, 0)
        for line in self._office.signature_block:
            bottom = self._centred(painter, right, line, self._font(11, bold=True))
            right.moveTop(bottom)
        right.moveTop(max(right.top() + 46, self.height() - 44))
        signer = self._office.signer or "…"
        self._centred(painter, right, signer, self._font(12, bold=True))

    def _centred(self, painter: QPainter, place: QRectF, text: str, font: QFont) -> float:
        return self._set(painter, place, text, font, Qt.AlignmentFlag.AlignHCenter)

    def _set(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        font: QFont,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> float:
        """Write `text` into the column of `place` and return where the next line begins."""
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        flags = int(side | Qt.TextFlag.TextWordWrap)
        room = metrics.boundingRect(QRectF(0, 0, place.width(), 500), flags, text)
        height = max(room.height(), metrics.height() * _LINE / 1.2)
        painter.drawText(QRectF(place.left(), place.top(), place.width(), height + 2), flags, text)
        return place.top() + height

    def _underline(self, painter: QPainter, place: QRectF, top: float, share: float) -> None:
        length = place.width() * share
        start = place.center().x() - length / 2
        painter.drawLine(int(start), int(top), int(start + length), int(top))
