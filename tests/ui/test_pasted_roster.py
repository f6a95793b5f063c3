"""A list copied from a message is pasted over the villages and reviewed like a file."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.team_update import RowKind
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.keyboard import CTRL, Key
from tests.ui.test_teams_page import hold, page_of

MESSAGE = """Danh sách tổ công nghệ số cộng đồng thôn Mai Thượng:
1. Ông Trương Công Định - Tổ trưởng - SN 1969 - 0999.400.001
2. Bà Mai Thị Lựu - Tổ phó - 1982 - 0999.400.002
"""


def test_a_pasted_message_is_a_list_to_review(
    window: MainWindow, workbench: Workbench, qtbot: QtBot
) -> None:
    hold(workbench)
    page = page_of(window)
    QGuiApplication.clipboard().setText(MESSAGE)
    page.villages.setFocus()
    QTest.keyClick(page.villages, Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: page.lists.review is not None, timeout=20_000)
    review = page.lists.review
    assert review is not None
    (team,) = review.update_shown.teams
    assert team.team.area == "Thôn Mai Thượng"
    assert [row.details.full_name for row in team.rows if row.kind is RowKind.JOINED] == [
        "Trương Công Định",
        "Mai Thị Lựu",
    ]
