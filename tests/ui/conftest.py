"""What tests of the window stand on: a real store, a fixed Friday, messages that are recorded."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from kehoach_desktop import paths
from kehoach_desktop.app import build_workbench
from kehoach_desktop.domain.draft import Source
from kehoach_desktop.domain.office import SAMPLE_OFFICE, Office
from kehoach_desktop.importers.reading import SourceReader
from kehoach_desktop.ui import garbage, messages, theme
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.plans.import_places import understood
from kehoach_desktop.ui.plans.import_review import ImportReview
from kehoach_desktop.ui.workbench import Workbench
from tests.books import FRIDAY
from tests.ui.held_plans import hold

Child = TypeVar("Child", bound=QObject)
Page = TypeVar("Page", bound=QWidget)
DATA = Path(__file__).parent.parent / "data"
BINH_AN = Office(
    name="Bình An",
    province="Quảng Trị",
    signer="Lê Văn Mẫu",
    addressee="Sở Khoa học và Công nghệ",
    recipients=("Chủ tịch, các PCT UBND xã",),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # The offscreen platform says so of every window that is shown.
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


@dataclass
class Said:
    """The boxes that would have been shown, and how they are answered."""

    boxes: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[str] = field(default_factory=list)
    answer: bool = True

    def show(self, box: QMessageBox) -> bool:
        self.boxes.append((box.text(), box.informativeText()))
        self.buttons.extend(button.text() for button in box.buttons())
        box.deleteLater()
        return self.answer

    def words(self) -> str:
        return "\n".join(f"{text} {hint}" for text, hint in self.boxes)


@pytest.fixture(scope="session", autouse=True)
def _what_stands_is_not_searched() -> None:
    """Leave what thousands of tests before these brought in out of every search for garbage."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _old_garbage_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Search all garbage as usual: the windows of a thousand tests stand in one process."""
    monkeypatch.setattr(garbage, "collect_unseen", lambda _application: gc.enable())


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Said:
    recorder = Said()
    monkeypatch.setattr(messages.Speaker, "show", recorder.show)
    return recorder


@pytest.fixture
def workbench(qapp: QApplication, tmp_path: Path, said: Said) -> Iterator[Workbench]:
    theme.put_on(paths.resources())
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    made = build_workbench(tmp_path / "so.khxa", FRIDAY)
    yield made
    made.close()
    assert said.answer in (True, False)


@pytest.fixture
def office(workbench: Workbench) -> Office:
    workbench.offices.keep(BINH_AN)
    return BINH_AN


@pytest.fixture
def sample(workbench: Workbench) -> Office:
    workbench.offices.keep(SAMPLE_OFFICE)
    return SAMPLE_OFFICE


@pytest.fixture
def held(workbench: Workbench) -> Workbench:
    """The book of the sample commune with both given plans in it."""
    workbench.offices.use_sample()
    hold(workbench)
    return workbench


def on_screen(qtbot: QtBot, page: Page) -> Page:
    """Return a page shown in the room that the window of a small office screen leaves it."""
    qtbot.addWidget(page)
    page.resize(1190, 674)
    with qtbot.waitExposed(page):
        page.show()
    return page


def children(parent: QObject, kind: type[Child]) -> list[Child]:
    """Return every part of `parent` of that kind."""
    found: list[Child] = [*parent.findChildren(kind)]
    return found


def shown(qtbot: QtBot, workbench: Workbench) -> MainWindow:
    """Return the window over `workbench`, shown at the size of a small office screen."""
    window = MainWindow(workbench)
    qtbot.addWidget(window)
    window.setWindowState(window.windowState().WindowNoState)
    window.resize(1366, 728)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def window(qtbot: QtBot, workbench: Workbench, office: Office) -> MainWindow:
    assert office.name
    return shown(qtbot, workbench)


@cache
def read_once(name: str) -> Source:
    """Return one of the given files as the program reads it, in its child process."""
    return SourceReader(paths.worker_command()).read(DATA / name)


def review_of(qtbot: QtBot, window: MainWindow, name: str) -> ImportReview:
    """Return the review of one of the given files."""
    source = read_once(name)
    tools, words = window.workbench.tools, window.workbench.mappings.commune_words()
    plans = window.workbench.planning.plans()
    held = understood(source, tools.assemble(source, words=words), {}, plans)
    window.reading.understood.emit(source, held)
    qtbot.waitUntil(lambda: window.stack.key() == "review")
    review = window.stack.page("review")
    assert isinstance(review, ImportReview)
    qtbot.waitUntil(lambda: not review.working())
    return review
