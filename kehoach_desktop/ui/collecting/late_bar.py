"""Asks where answers go that came after their period was closed or its report was issued."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kehoach_desktop.domain.correction import Into, Lateness, Taking
from kehoach_desktop.i18n import _
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.furniture import frame, label
from kehoach_desktop.ui.progress.choice import inside
from kehoach_desktop.ui.progress.reason_asked import ReasonAsked


class LateBar(QWidget):
    """Shown only for late answers; `decided` carries where they go, None to ask anew."""

    decided = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._late: Lateness | None = None
        self.words = label("", wrap=True)
        self.next = Button(" ", lambda: self.decided.emit(Into(Taking.NEXT)))
        self.correct = Button(_("Đính chính kỳ này…"), self.ask_reason)
        self.again = Button(_("Chọn lại"), lambda: self.decided.emit(None))
        bar = frame("band_amber", margins=(16, 5, 12, 5))
        bar.box.addWidget(self.words, 1)
        for button in (self.next, self.correct, self.again):
            bar.box.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(bar)
        self.hide()

    def show_late(self, late: Lateness | None, into: Into | None) -> None:
        """Show why answers are late and what was decided; nothing is shown for a free period."""
        self._late = late
        self.setVisible(late is not None)
        if late is None:
            return
        following = inside(late.period.next())
        self.next.say(_("Ghi vào {period}").format(period=following))
        for button in (self.next, self.correct):
            button.setVisible(into is None)
        self.again.setVisible(into is not None)
        self.words.setText(" ".join((late.sentence, _decision(late, into))))

    def ask_reason(self) -> None:
        """Ask why the period is corrected."""
        if self._late is None:
            return
        title = _("Đính chính kỳ {period}").format(period=inside(self._late.period))
        example = _("Phòng Kinh tế gửi lại số liệu đã kiểm tra")
        asked = ReasonAsked(self, title, example, self._correct)
        note = _("Kỳ vẫn chốt; lý do được ghi vào nhật ký.")
        if self._late.report is not None:
            owed = _("Báo cáo đã phát hành giữ nguyên và còn nợ một văn bản đính chính.")
            note = f"{note} {owed}"
        asked.words.setText(note)
        asked.open()

    def _correct(self, reason: str) -> None:
        self.decided.emit(Into(Taking.CORRECTION, reason))


def _decision(late: Lateness, into: Into | None) -> str:
    if into is None:
        return _("Phiếu gửi sau ghi vào đâu? Bảng dưới cho xem sẽ thay những gì.")
    if into.taking is Taking.NEXT:
        return _("Các câu trả lời này ghi vào {period}.").format(period=inside(late.period.next()))
    return _("Đính chính kỳ này: {reason}.").format(reason=into.reason.rstrip("."))
