"""Old garbage is looked for while the officer works elsewhere, and never while he works here."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from kehoach_desktop.ui.garbage import collect_unseen

GENERATIONS = 3


class Ring:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collected(qapp: QApplication) -> Iterator[QApplication]:
    usual = gc.get_threshold()
    connection = collect_unseen(qapp)
    yield qapp
    QObject.disconnect(connection)
    gc.set_threshold(*usual)


def an_old_ring() -> weakref.ref[Ring]:
    ring = Ring()
    for _ in range(GENERATIONS):
        gc.collect(1)  # what outlives this is old
    return weakref.ref(ring)


def test_old_garbage_goes_when_the_officer_turns_to_another_program(
    collected: QApplication,
) -> None:
    old = an_old_ring()
    collected.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert old() is not None
    collected.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert old() is None


def test_no_work_makes_python_search_through_everything(collected: QApplication) -> None:
    assert collected
    old = an_old_ring()
    before = [each["collections"] for each in gc.get_stats()]
    kept = [[number] for number in range(1_000_000)]
    young, middle, all_of_it = (each["collections"] for each in gc.get_stats())
    assert len(kept) > 0
    assert young > before[0]
    assert middle > before[1]
    assert all_of_it == before[2]
    assert old() is not None
