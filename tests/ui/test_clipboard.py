"""What is copied is there for others, and does no harm when the program ends."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kehoach_desktop.ui.clipboard import let_go, put_table

SCRIPT = """
from PySide6.QtWidgets import QApplication
from kehoach_desktop.ui.clipboard import let_go, put_table
application = QApplication([])
put_table([["A3", "Đã mở 02 lớp"]])
let_go()
"""


def test_a_table_is_copied_for_a_spreadsheet_and_for_a_paper(qtbot: QtBot) -> None:
    put_table([["A3", "Đã mở 02 lớp"]])
    carried = QApplication.clipboard().mimeData()
    assert carried.text() == "A3\tĐã mở 02 lớp"
    assert "<td>A3</td>" in carried.html()


def test_what_was_copied_stays_when_the_window_closes(qtbot: QtBot) -> None:
    put_table([["A3", "Đã mở 02 lớp"]])
    let_go()
    assert QApplication.clipboard().text() == "A3\tĐã mở 02 lớp"


def test_the_program_ends_whole_after_a_table_was_copied() -> None:
    assert subprocess.run([sys.executable, "-c", SCRIPT], check=False).returncode == 0
