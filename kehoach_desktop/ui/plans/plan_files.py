"""Asking for the file of a plan."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kehoach_desktop.i18n import _
from kehoach_desktop.ui import settings

SUFFIXES = ("xlsx", "xls", "ods", "docx", "doc", "pdf", "html", "htm")


def choose_plan(parent: QWidget) -> Path | None:
    """Return the file the officer chose, None if none was."""
    patterns = " ".join(f"*.{suffix}" for suffix in SUFFIXES)
    kinds = [_("Kế hoạch: Excel, Word, PDF ({patterns})").format(patterns=patterns)]
    kinds.append(_("Mọi tệp (*)"))
    chosen, _kind = QFileDialog.getOpenFileName(
        parent, _("Nhập kế hoạch"), str(settings.folder("plan")), ";;".join(kinds)
    )
    if not chosen:
        return None
    path = Path(chosen)
    settings.put_folder("plan", path.parent)
    return path
