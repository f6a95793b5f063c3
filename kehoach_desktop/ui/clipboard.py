"""Tables on the clipboard: for a spreadsheet, for a paper, and past the end of the program."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from kehoach_desktop.ui.progress.block_text import as_html, as_tabbed


class _Carried:
    """What was put on the clipboard last; not every platform tells whose its contents are."""

    text = ""


def put_table(rows: Sequence[Sequence[str]]) -> None:
    """Put cells on the clipboard as text for a spreadsheet and as a table for a paper."""
    carried = QMimeData()
    carried.setText(as_tabbed(rows))
    carried.setHtml(as_html(rows))
    _Carried.text = carried.text()
    QGuiApplication.clipboard().setMimeData(carried)


def let_go() -> None:
    """Leave of a table only its text: Qt frees the clipboard after Python has ended."""
    clipboard = QGuiApplication.clipboard()
    if _Carried.text and clipboard.text() == _Carried.text:
        clipboard.setText(_Carried.text)
