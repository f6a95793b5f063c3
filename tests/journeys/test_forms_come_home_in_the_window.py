"""Forms go to the units, come home renamed and filled, land in the book, and are looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
from kehoach_desktop.ui import settings
from kehoach_desktop.ui.collecting.collect_page import CollectPage
from kehoach_desktop.ui.collecting.folder_watch import FolderLine
from kehoach_desktop.ui.collecting.send_asked import WordsToSend
from kehoach_desktop.ui.duties.units_page import NamesAsked, UnitsPage
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.office.office_page import OfficePage
from kehoach_desktop.ui.overview_page import OverviewPage
from kehoach_desktop.ui.progress.period_page import PeriodPage
from kehoach_desktop.ui.progress.reason_asked import ReasonAsked
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import Said, children, office, said, shown, workbench
from tests.ui.held_plans import hold
from tests.ui.keyboard import Key, press

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
    assert page.units.nobody.button.text() == "Xuất phiếu cho 3 đơn vị…"
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
    review.choice.setCurrentIndex(review.choice.findData(Concern.OTHER_MONTH.value))
    review.choice.activated.emit(review.choice.currentIndex())
    QTest.keyClick(review.table, Qt.Key.Key_Return)
    left = {item.concern for item in workbench.reviewing.queue(OCTOBER)}
    assert Concern.OTHER_MONTH not in left
    window.go("overview")
    qtbot.waitUntil(overview.complete)
    assert overview.remind.text() == "Nhắc 1 đơn vị chưa gửi"

    # One undo after the other takes everything back.
    window.undo()
    window.undo()
    assert workbench.reporting.entry(first.id, OCTOBER).is_empty
    assert said.boxes == []


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """The folder that files of Zalo are saved in; nothing watches it after the test."""
    made = tmp_path / "Zalo"
    made.mkdir()
    yield made
    settings.put_watched(None)


def give_reason(qtbot: QtBot, page: PeriodPage, reason: str) -> None:
    """Press the button that closes or reopens, and say why."""
    page.closing.button.click()
    (asked,) = (box for box in children(page, ReasonAsked) if box.isVisible())
    with qtbot.waitSignal(asked.destroyed):
        asked.reason.setText(reason)
        asked.agree.click()


def answer_by_keyboard(qtbot: QtBot, window: MainWindow, page: PeriodPage) -> None:
    """The first task in the sheet, the second alone on its page with a file behind it."""
    first, second = page.model.task_ids()[:2]
    window.activateWindow()
    page.show_task(first)
    qtbot.waitUntil(page.table.hasFocus)
    press("d", Key.Key_Tab, "80", Key.Key_Tab, "Đã mở 02 lớp", Key.Key_Return)
    page.show_task(second)
    press(Key.Key_F4)
    form = page.views.form
    form.answers.state.setCurrentIndex(form.answers.state.findData("in_progress"))
    form.answers.state.activated.emit(form.answers.state.currentIndex())
    press(Key.Key_Tab, Key.Key_Tab, "40", Key.Key_Tab, "Đã rà soát 41 thủ tục", Key.Key_Tab)


def attach(qtbot: QtBot, page: PeriodPage, workbench: Workbench, proof: Path) -> None:
    """Put a file behind the second task, alone on its page."""
    proof.write_bytes(b"%PDF-1.4 quyet dinh")
    page.views.form.files.attach((proof,))
    qtbot.waitUntil(lambda: not page.views.form.files.copying.busy)
    assert [one.name for one in workbench.evidence.attachments(OCTOBER)] == [proof.name]
    press(Key.Key_F4)
    assert not page.views.is_form()


def send_and_watch(qtbot: QtBot, collect: CollectPage, out: Path, folder: Path) -> None:
    """Write the forms into `out`, and watch `folder` for those that come home."""
    out.mkdir()
    collect.write_forms(out, UNITS, date(2025, 10, 15))
    qtbot.waitUntil(lambda: bool(children(collect, WordsToSend)), timeout=20_000)
    children(collect, WordsToSend)[0].close()
    line = collect.findChild(FolderLine)
    assert isinstance(line, FolderLine)
    line.take(folder)


def comes_home(qtbot: QtBot, collect: CollectPage, form: Path, result: str, named: Path) -> None:
    """Fill a form and save it in the folder that is watched; nobody presses anything."""
    fill(form, [{"Trạng thái": "Đang thực hiện", "Kết quả": result}])
    form.rename(named)
    qtbot.waitUntil(lambda: not collect.drop.is_empty, timeout=30_000)


def close_and_try_to_type(qtbot: QtBot, window: MainWindow, page: PeriodPage) -> None:
    """Close the month from the sheet; a letter typed then is kept out, and that is said."""
    give_reason(qtbot, page, "đã gửi báo cáo số 45/BC-UBND")
    window.activateWindow()
    page.show_task(page.model.task_ids()[0])
    qtbot.waitUntil(page.table.hasFocus)
    press("V")
    assert page.closing.seal.words().startswith("Chưa ghi gì. Kỳ này đã chốt")


def test_a_month_from_its_opening_to_its_reopening(
    qtbot: QtBot, window: MainWindow, workbench: Workbench, tmp_path: Path, folder: Path
) -> None:
    hand_out(window, workbench)
    window.go("overview")
    overview = window.stack.page("overview")
    assert isinstance(overview, OverviewPage)
    overview.act.click()
    page = window.stack.page("period")
    assert isinstance(page, PeriodPage)
    first, second, third = (task.id for task in tasks(workbench)[:3])
    entry = workbench.reporting.entry

    # Answers are typed in the sheet and in the form of one task, a file among them.
    answer_by_keyboard(qtbot, window, page)
    assert entry(first, OCTOBER).result == "Đã mở 02 lớp"
    assert entry(second, OCTOBER).percent == 40
    attach(qtbot, page, workbench, tmp_path / "Quyết định 12.pdf")

    # Forms go out; one comes home by the folder it was saved in.
    collect, out = page.tabs.collect(), tmp_path / "phieu"
    send_and_watch(qtbot, collect, out, folder)
    page.tabs.turn_to("sheet")
    village, economy = (next(out.glob(f"*{name}*.xlsx")) for name in ("Bình Minh", "Kinh tế"))
    comes_home(qtbot, collect, village, "Đã họp dân 02 buổi", folder / "Zalo 17-10 (3).xlsx")
    assert entry(third, OCTOBER).is_empty
    qtbot.waitUntil(lambda: "1 tệp chờ xem" in page.tabs.bar.tabText(1))
    page.tabs.collect().pane.apply.click()
    assert entry(third, OCTOBER).result == "Đã họp dân 02 buổi"

    # The review is looked at, the month is closed with its gaps known, and takes nothing more.
    review = page.tabs.review()
    assert {item.concern for item in workbench.reviewing.queue(OCTOBER)} == {Concern.UNANSWERED}
    QTest.keyClick(review.table, Qt.Key.Key_Return)
    assert page.tabs.key() == "sheet"
    close_and_try_to_type(qtbot, window, page)

    # A form that comes late is asked about; the month is reopened, and all of it is undone.
    comes_home(qtbot, collect, economy, "Bổ sung", folder / "bo sung.xlsx")
    page.tabs.collect()
    assert not collect.pane.apply.isEnabled()
    assert collect.pane.late.next.text() == "Ghi vào tháng 11/2025"
    page.tabs.turn_to("sheet")
    give_reason(qtbot, page, "Phòng Kinh tế gửi bổ sung")
    page.tabs.collect().pane.apply.click()
    assert entry(second, OCTOBER).result == "Bổ sung"
    for _step in range(3):
        window.undo()
    assert not page.closing.is_closed
    assert entry(second, OCTOBER).result == "Đã rà soát 41 thủ tục"
