"""What is asked before decisions of a review are lost."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kehoach_desktop.i18n import _
from kehoach_desktop.ui import messages


def ask_to_close(review: QWidget) -> bool:
    """Return whether the program is to be closed over an open review."""
    hint = _("Chưa ghi gì vào sổ. Những chỗ đã sửa ở màn hình xem lại sẽ mất.")
    question = _("Đóng chương trình khi chưa nhập xong kế hoạch?")
    return messages.ask(review, question, _("Đóng, không nhập"), hint=hint)


def ask_to_drop(review: QWidget) -> bool:
    """Return whether the plan is to be left without keeping anything."""
    hint = _("Những chỗ đã sửa ở đây sẽ mất; sổ không thay đổi.")
    question = _("Bỏ, không nhập kế hoạch này?")
    return messages.ask(review, question, _("Bỏ, không nhập"), hint=hint, no=_("Xem tiếp"))
