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
]

# Stands where the event loop would: lets the window paint, then tells what was imported by then.
FIRST_SCREEN = """
import sys
from PySide6.QtWidgets import QApplication

def stand(*_):
    for _ in range(50):
        QApplication.processEvents()
    assert any(w.isVisible() for w in QApplication.topLevelWidgets()), "no window"
    print("IMPORTED", *sorted(sys.modules))
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
def imported_by_first_screen(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules a window over an office with a plan has imported when it stands."""
    environment = os.environ | {"KEHOACH_DATA": str(tmp_path_factory.mktemp("first"))}
    plan = ROOT / "resources" / "mau" / "quang_tri.docx"
    told(environment, "-m", "kehoach_desktop", "office", "--sample")
    told(environment, "-m", "kehoach_desktop", "import", str(plan))
    said = told(environment, "-c", FIRST_SCREEN)
    (line,) = (line for line in said.splitlines() if line.startswith("IMPORTED"))
    return set(line.split()[1:])


@pytest.mark.parametrize("library", HEAVY)
def test_the_first_screen_waits_for_no_heavy_library(
    imported_by_first_screen: set[str], library: str
) -> None:
    assert library not in imported_by_first_screen
