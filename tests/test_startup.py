"""The first screen costs no more than it needs, and Qt loses no reference to None."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

ROOT = Path(__file__).parents[1]
HEAVY = [
    "openpyxl",
    "docx",
    "lxml",
    "sqlite_utils",
    "pdfplumber",
    "jinja2",
    "babel.dates",
    "rapidfuzz",
    "xlrd",
    "pypdfium2",
    "python_calamine",
    "holidays",
    "concurrent.futures",
    "logging.handlers",
    "kehoach_desktop.services.rosters",
    "kehoach_desktop.domain.duty",
    "kehoach_desktop.store.steps",
]

# What the frame of the window does without, so that it stands before the store is touched.
BEHIND_THE_FRAME = [
    "Qt",  # the namespace, whose enums cost as much as the frame
    "kehoach_desktop.ui.icons",
    "kehoach_desktop.ui.shell",
    "kehoach_desktop.ui.workbench",
    "sqlite3",
    "filelock",
    "kehoach_desktop.domain.plan",
    "kehoach_desktop.services.reporting",
    "kehoach_desktop.store.sqlite_store",
    "kehoach_desktop.ui.overview_page",
]

# Stands where the event loop would: waits for the first rows, then tells what was imported by then.
FIRST_SCREEN = """
import sys
from PySide6.QtWidgets import QApplication

def rows():
    if "kehoach_desktop.ui.sheet" not in sys.modules:
        return False
    from kehoach_desktop.ui.sheet import SheetView
    tables = [t for w in QApplication.topLevelWidgets() for t in w.findChildren(SheetView)]
    return any(t.isVisible() and t.model().rowCount() for t in tables)

def brought_in():
    return [*sys.modules, *({"Qt"} & vars(sys.modules["PySide6.QtCore"]).keys())]

def stand(*_):
    print("FRAME", *brought_in())
    while not rows():
        QApplication.processEvents()
    print("IMPORTED", *brought_in())
    return 0

QApplication.exec = stand
from kehoach_desktop.app import main
sys.exit(main([]))
"""


def test_no_reference_to_none_is_lost_in_a_call_without_an_answer() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 20


def told(environment: dict[str, str], *words: str) -> str:
    started = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert started.returncode == 0, started.stderr
    return started.stdout


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The modules a window over an office with a plan has imported, at two moments."""
    environment = os.environ | {"KEHOACH_DATA": str(tmp_path_factory.mktemp("first"))}
    plan = ROOT / "resources" / "mau" / "quang_tri.docx"
    told(environment, "-m", "kehoach_desktop", "office", "--sample")
    told(environment, "-m", "kehoach_desktop", "import", str(plan))
    said = told(environment, "-c", FIRST_SCREEN)
    moments = (line.split() for line in said.splitlines())
    return {moment: set(modules) for moment, *modules in moments}


@pytest.mark.parametrize("library", HEAVY)
def test_the_first_screen_waits_for_no_heavy_library(
    start: dict[str, set[str]], library: str
) -> None:
    assert library not in start["IMPORTED"]


@pytest.mark.parametrize("module", BEHIND_THE_FRAME)
def test_the_frame_stands_before_the_store_is_touched(
    start: dict[str, set[str]], module: str
) -> None:
    assert module not in start["FRAME"]
    assert module in start["IMPORTED"]
