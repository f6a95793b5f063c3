"""Forms go to the units, come home renamed and filled, land in the book, and are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import Task
from kehoach_desktop.domain.progress import TaskStatus
from kehoach_desktop.domain.reviewing import Concern
from kehoach_desktop.ui.collecting.collect_page import CollectPage
from kehoach_desktop.ui.collecting.send_asked import WordsToSend
from kehoach_desktop.ui.duties.units_page import NamesAsked, UnitsPage
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.office.office_page import OfficePage
from kehoach_desktop.ui.overview_page import OverviewPage
from kehoach_desktop.ui.progress.period_page import PeriodPage
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import Said, children, office, said, shown, workbench
from tests.ui.held_plans import hold

__all__ = ["office", "said", "workbench"]  # fixtures
OCTOBER = ReportingPeriod.parse("2025-10")
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
UNITS = ("Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Thôn Bình Minh")


@pytest.fixture
def window(qtbot: QtBot, workbench: Workbench, office: object) -> MainWindow:
    assert office
    hold(workbench, "quang_tri")
    return shown(qtbot, workbench)


def tasks(workbench: Workbench) -> tuple[Task, ...]:
    rows = workbench.reporting.view(OCTOBER).rows()
    return tuple(row.task for row in rows)


def fill(path: Path, answers: Sequence[dict[str, object]]) -> None:
    """Type into the first rows of a form, as a unit would."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    head = next(
        cell for cells in sheet.iter_rows() for cell in cells
        if isinstance(cell.value, str) and cell.value.startswith("Kết quả")
    )  # fmt: skip
    titles = {str(cell.value).split("\n")[0]: cell.column for cell in sheet[head.row] if cell.value}
    for number, typed in enumerate(answers, start=1):
        for title, value in typed.items():
            column = next(at for name, at in titles.items() if name.startswith(title))
            sheet.cell(head.row + number, column).value = value
    book.save(path)


def drop_on(page: CollectPage, files: Sequence[Path]) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(9, 9), action, mime, button, plain))


def hand_out(window: MainWindow, workbench: Workbench) -> None:
    """Paste the units into Danh mục, and hand the commune's tasks to them in turn."""
    window.go("office")
    office_page = window.stack.page("office")
    assert isinstance(office_page, OfficePage)
    office_page.show_tab("units")
    units = office_page.lists["units"]
    assert isinstance(units, UnitsPage)
    units.ask_names()
    (asked,) = children(units, NamesAsked)
    asked.names.setPlainText("\n".join(UNITS))
    asked.agree.click()
    for number, task in enumerate(tasks(workbench)):
        workbench.planning.amend(replace(task, assigned_to=UNITS[number % 3]))


def test_a_month_of_forms(
    qtbot: QtBot, window: MainWindow, workbench: Workbench, tmp_path: Path, said: Said
) -> None:
    hand_out(window, workbench)

    # The month is opened from the first screen; a form goes out to each unit.
    window.go("overview")
    overview = window.stack.page("overview")
    assert isinstance(overview, OverviewPage)
    overview.act.click()
    period_page = window.stack.page("period")
    assert isinstance(period_page, PeriodPage)
    page = period_page.tabs.collect()
    assert page.units.nobody.button.text() == "Ghi phiếu cho 3 đơn vị…"
    out = tmp_path / "phieu"
    out.mkdir()
    page.write_forms(out, UNITS, date(2025, 10, 15))
    qtbot.waitUntil(lambda: bool(children(page, WordsToSend)), timeout=20_000)
    children(page, WordsToSend)[0].close()

    # Two come home, renamed and filled; one names a state nobody uses.
    culture, economy = (next(out.glob(f"*{name}*.xlsx")) for name in ("Văn hóa", "Kinh tế"))
    fill(culture, [{"Trạng thái": "Hoàn thành", "Ngày": "09/10/2025", "Kết quả": "Đã mở 02 lớp"}])
    fill(economy, [{"Trạng thái": "x", "Kết quả": "Trong tháng 9 đã rà soát 41 thủ tục"}])
    renamed = economy.rename(out / "bao cao KT thang 10 (1).xlsx")
    drop_on(page, (culture, renamed))
    qtbot.waitUntil(lambda: not page.reader.busy() and not page.drop.is_empty, timeout=30_000)
    assert page.pane.foot.words.text() == "Ghi mới 4 ô, để lại 1 chỗ chưa rõ"
    bar = page.pane.answers
    bar.state.setCurrentIndex(bar.state.findData("in_progress"))
    bar.agree.click()
    page.pane.apply.click()
    first, second = tasks(workbench)[:2]
    assert workbench.reporting.entry(first.id, OCTOBER).done_on == date(2025, 10, 9)
    assert workbench.reporting.entry(second.id, OCTOBER).status is TaskStatus.IN_PROGRESS
    assert workbench.undo_stack.undoText().startswith("Ghi 5 ô từ phiếu")
    qtbot.waitUntil(lambda: period_page.tabs.bar.tabText(1) == "Thu thập 2/3")

    # The queue shows what wants a second look; the first screen names who is late.
    review = period_page.tabs.review()
    found = {item.concern for item in workbench.reviewing.queue(OCTOBER)}
    assert {Concern.UNANSWERED, Concern.NO_EVIDENCE, Concern.OTHER_MONTH} <= found
    review.show_concern(Concern.OTHER_MONTH)
    QTest.keyClick(review.table, Qt.Key.Key_Return)
    left = {item.concern for item in workbench.reviewing.queue(OCTOBER)}
    assert Concern.OTHER_MONTH not in left
    window.go("overview")
    assert overview.remind.text() == "Nhắc 1 đơn vị chưa gửi"

    # One undo after the other takes everything back.
    window.undo()
    window.undo()
    assert workbench.reporting.entry(first.id, OCTOBER).is_empty
    assert said.boxes == []
