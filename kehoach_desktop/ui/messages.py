"""The only message boxes of the program: known failures, questions, the crash page."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach_desktop import paths
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.i18n import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox, QWidget

log = logging.getLogger(__name__)


def _show(box: QMessageBox) -> bool:
    box.exec()
    clicked = box.clickedButton()
    return clicked is not None and box.buttonRole(clicked) == box.ButtonRole.AcceptRole


class Speaker:
    """Shows boxes; a test puts its own `show` in the place of the real one."""

    show: Callable[[QMessageBox], bool] = staticmethod(_show)
    crashed = False


def _box(parent: QWidget | None, title: str, text: str, hint: str = "") -> QMessageBox:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setText(text)
    box.setInformativeText(hint)
    return box


def _mark(box: QMessageBox, glyph: str, hue: str) -> None:
    """Give a box the drawing that such a thing has on every screen."""
    from kehoach_desktop.ui import icons

    # What goes wrong before the window is dressed is said all the same, without a drawing.
    with suppress(RuntimeError):
        box.setIconPixmap(icons.pixmap(glyph, hue, 28))


def show_error(parent: QWidget | None, failure: BaseException) -> None:
    """Say a known failure with its way out; anything else is a crash page and a line in the log."""
    if not isinstance(failure, KehoachError):
        log.error("crashed", exc_info=(type(failure), failure, failure.__traceback__))
        show_crash(parent, paths.log_file())
        return
    box = _box(parent, _("Chưa làm được"), failure.sentence, failure.window_hint)
    _mark(box, "triangle", "amber")
    box.addButton(_("Đã hiểu"), box.ButtonRole.AcceptRole)
    Speaker.show(box)


def show_crash(parent: QWidget | None, log_file: Path) -> None:
    """Say that something unforeseen happened, that nothing was lost, and where the log lies."""
    if Speaker.crashed:
        return
    Speaker.crashed = True
    try:
        sentence = _("Chương trình gặp lỗi chưa lường trước. Những gì đã ghi vẫn còn nguyên.")
        hint = _("Đóng và mở lại chương trình. Nếu gặp lại, gửi người hỗ trợ tệp nhật ký: {path}")
        box = _box(parent, _("Lỗi chưa lường trước"), sentence, hint.format(path=log_file))
        _mark(box, "octagon", "red")
        box.addButton(_("Đóng"), box.ButtonRole.AcceptRole)
        Speaker.show(box)
    finally:
        Speaker.crashed = False


def ask(parent: QWidget | None, question: str, yes: str, *, hint: str = "", no: str = "") -> bool:
    """Return whether the officer pressed `yes`; `no` (Esc) is the safe way out."""
    from kehoach_desktop.ui.furniture import restyle

    box = _box(parent, _("Hỏi lại"), question, hint)
    _mark(box, "flag", "amber")
    agreed = box.addButton(yes, box.ButtonRole.AcceptRole)
    restyle(agreed, "primary")
    declined = box.addButton(no or _("Không làm"), box.ButtonRole.RejectRole)
    box.setDefaultButton(agreed)
    box.setEscapeButton(declined)
    return Speaker.show(box)


def tell(parent: QWidget | None, title: str, text: str, hint: str = "") -> None:
    """Show words that ask for nothing, such as what the program is."""
    box = _box(parent, title, text, hint)
    box.addButton(_("Đóng"), box.ButtonRole.AcceptRole)
    Speaker.show(box)
