"""Asking for the file of a team's list."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kehoach_desktop.i18n import _
from kehoach_desktop.ui import settings

SUFFIXES = ("xlsx", "xls", "ods", "csv", "docx", "pdf", "html", "htm", "txt")


def choose_list(parent: QWidget, title: str = "") -> Path | None:
    """Return the file the officer chose, None if none was."""
    patterns = " ".join(f"*.{suffix}" for suffix in SUFFIXES)
    kinds = (
        _("Tệp Excel, Word, PDF ({patterns})").format(patterns=patterns),
        _("Mọi tệp (*)"),
    )
    chosen, _kind = QFileDialog.getOpenFileName(
        parent, title or _("Nhận danh sách tổ"), str(settings.folder("roster")), ";;".join(kinds)
    )
    if not chosen:
        return None
    path = Path(chosen)
    settings.put_folder("roster", path.parent)
    return path
