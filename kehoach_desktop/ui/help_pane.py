"""The calm page that F1 opens beside the work."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from kehoach_desktop import __version__
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import messages, theme
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.help_texts import HELP, KEYS
from kehoach_desktop.ui.level import named


class HelpPane(QDialog):
    """Words about one screen; Esc closes it."""

    def __init__(self, parent: QWidget, topic: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Trợ giúp"))
        self.page = QTextBrowser()
        self.page.setHtml(as_html(topic))
        self.page.setAccessibleName(_("Trợ giúp"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 10)
        rows.addWidget(self.page, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 12, 0)
        foot.addStretch(1)
        foot.addWidget(Button(_("Đóng"), self.close, key="Esc"))
        rows.addLayout(foot)
        worn = theme.current()
        self.resize(worn.length(460), worn.length(420))


def as_html(topic: str) -> str:
    """Return the page of a topic: a screen, or "keys"."""
    worn = theme.current()
    style = f"font-size:{worn.px('body')}px; line-height:140%; margin:0 8px 10px 8px"
    title = f"font-size:{worn.px('block')}px; font-weight:600; margin:10px 8px 8px 8px"
    if topic == "keys":
        rows = "".join(
            f"<tr><td style='padding:3px 18px 3px 8px'><b>{escape(key)}</b></td>"
            f"<td style='padding:3px'>{escape(_(words))}</td></tr>"
            for key, words in KEYS
        )
        keys = _("Các phím")
        return f"<p style='{title}'>{escape(keys)}</p><table>{rows}</table>"
    heading, *paragraphs = HELP[topic]
    said = "".join(f"<p style='{style}'>{escape(named(_(words)))}</p>" for words in paragraphs)
    return f"<p style='{title}'>{escape(_(heading))}</p>{said}"


def show_help(parent: QWidget, topic: str) -> HelpPane:
    """Open the page of `topic` beside the work and return it."""
    pane = HelpPane(parent, topic)
    pane.show()
    return pane


def show_about(parent: QWidget) -> None:
    """Say what the program is."""
    about = _(
        "Theo dõi nhiệm vụ tỉnh giao cho xã, phường, đặc khu và lập báo cáo hằng tháng. "
        "Mọi dữ liệu nằm trên máy này; chương trình không kết nối mạng."
    )
    name = _("Sổ kế hoạch, bản {version}").format(version=__version__)
    messages.tell(parent, _("Giới thiệu"), name, about)
