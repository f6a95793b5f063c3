"""When Python looks for garbage: for young things always, through everything only unseen."""

from __future__ import annotations

import gc

from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtWidgets import QApplication

_YOUNG, _MIDDLE, _NEVER = 10_000, 20, 1_000_000


def collect_unseen(application: QApplication) -> QMetaObject.Connection:
    """Let nobody wait for a search through thousands of tasks: it takes a tenth of a second.

    What stands by now is there to stay. The rest is searched when the officer turns to another
    program, for as long as the connection that is returned stands.
    """
    gc.freeze()
    gc.set_threshold(_YOUNG, _MIDDLE, _NEVER)
    gc.enable()
    return application.applicationStateChanged.connect(_search)


def _search(state: Qt.ApplicationState) -> None:
    if state != Qt.ApplicationState.ApplicationActive:
        gc.collect()
