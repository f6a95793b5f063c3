"""A short list to choose from, as dialogs have them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem


class _Rows(QStyledItemDelegate):
    """Rows as wide as the list: longer words end in “…” and nothing scrolls sideways."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row; its width is the list's."""
        return QSize(0, super().sizeHint(option, index).height())


def list_box() -> QListWidget:
    """Return an empty list whose rows will be as high as the stylesheet says."""
    made = QListWidget()
    # Rows put in before the sheet is applied would keep the height they had without it.
    made.ensurePolished()
    made.setItemDelegate(_Rows(made))
    return made
