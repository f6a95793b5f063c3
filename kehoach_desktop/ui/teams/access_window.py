"""Nhật ký xem, xuất dữ liệu cá nhân: when, which user, what, how many; never the values."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from kehoach_desktop.domain.access import ACCESS_WORDS, PRIVATE_WORDS, Access
from kehoach_desktop.domain.text import typed_moment
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.furniture import Foot, column
from kehoach_desktop.ui.list_model import SHOWN, Column, ListModel
from kehoach_desktop.ui.sheet import SheetView


def _when(access: Access) -> str:
    return typed_moment(access.at.astimezone())


def _what(access: Access) -> str:
    return " ".join(filter(None, (_(ACCESS_WORDS[access.kind]), access.what)))


def _with(access: Access) -> str:
    return ", ".join(_(PRIVATE_WORDS[fact]) for fact in access.private)


COLUMNS = (
    Column(lambda: _("Lúc"), {SHOWN: _when}),
    Column(lambda: _("Người dùng máy"), {SHOWN: lambda one: one.user or "–"}),
    Column(lambda: _("Việc"), {SHOWN: _what}),
    Column(lambda: _("Về"), {SHOWN: lambda one: one.about or "–"}),
    Column(lambda: _("Số người"), {SHOWN: lambda one: str(one.count)}),
    Column(lambda: _("Kèm theo"), {SHOWN: _with}),
)
WIDTHS = (120, 110, 170, 220, 70, 150)


class AccessWindow(QDialog):
    """The list for the head of the office, the latest first."""

    def __init__(self, parent: QWidget, accesses: Sequence[Access]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Nhật ký xem, xuất dữ liệu cá nhân"))
        self.resize(theme.current().length(880), theme.current().length(480))
        self.model, self.table = ListModel(COLUMNS, self), SheetView(lines=1)
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.windowTitle())
        self.table.set_widths(WIDTHS, stretch=3)
        self.model.show_rows(accesses)
        words = _("{count} lần; không ghi lại số điện thoại hay số CCCD nào.")
        self.foot = Foot(words.format(count=len(accesses)))
        self.foot.add(Button(_("Đóng"), self.close, key="Esc"))
        whole = column()
        self.setLayout(whole)
        whole.addWidget(self.table, 1)
        whole.addWidget(self.foot)
        self.table.setFocus()
