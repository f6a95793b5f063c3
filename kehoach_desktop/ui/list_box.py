"""A short list to choose from, as dialogs have them."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidget


def list_box() -> QListWidget:
    """Return an empty list whose rows will be as high as the stylesheet says."""
    made = QListWidget()
    # Rows put in before the sheet is applied would keep the height they had without it.
    made.ensurePolished()
    return made
