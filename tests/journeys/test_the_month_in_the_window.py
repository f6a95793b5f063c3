"""A clerk takes two plans in, answers October and holds the report: keys, clicks, real files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from kehoach_desktop import paths
from kehoach_desktop.app import build_workbench
from kehoach_desktop.domain.office import SAMPLE_OFFICE
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.progress import TaskStatus
from kehoach_desktop.ui import messages, theme
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.papers.papers_page import PapersPage
from kehoach_desktop.ui.plans.import_review import ImportReview
from kehoach_desktop.ui.plans.matrix_page import MatrixPage
from kehoach_desktop.ui.progress.period_asked import PeriodAsked
from kehoach_desktop.ui.progress.period_page import PeriodPage
from kehoach_desktop.ui.progress.sheet_columns import FIELDS, Field
from kehoach_desktop.ui.workbench import Workbench
from tests.books import FRIDAY
from tests.ui.keyboard import ALT, CTRL, Key, press

# The offscreen platform says so of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
DATA = Path(__file__).parent.parent / "data"
OCTOBER = ReportingPeriod.parse("2025-10")


@pytest.fixture
def boxes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What message boxes would have said."""
    said: list[str] = []

    def show(box: QMessageBox) -> bool:
        said.append(f"{box.text()} {box.informativeText()}")
        return True

    monkeypatch.setattr(messages.Speaker, "show", show)
    return said


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, boxes: list[str]) -> Iterator[Workbench]:
    theme.put_on(paths.resources())
    workbench = build_workbench(tmp_path / "so.khxa", FRIDAY)
    workbench.offices.keep(SAMPLE_OFFICE)
    yield workbench
    workbench.close()
    assert boxes == []


@pytest.fixture
def window(qtbot: QtBot, desk: Workbench) -> MainWindow:
    made = MainWindow(desk)
    qtbot.addWidget(made)
    made.resize(1366, 728)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def drop(window: MainWindow, name: str) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(DATA / name))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    place = QPointF(600, 300)
    window.dropEvent(QDropEvent(place, action, carried, button, Qt.KeyboardModifier.NoModifier))


def take_in(qtbot: QtBot, window: MainWindow, name: str) -> None:
    """Drop a file on the window, look at the review, apply it by its key."""
    drop(window, name)
    qtbot.waitUntil(lambda: window.stack.key() == "review", timeout=30_000)
    review = window.stack.page("review")
    assert isinstance(review, ImportReview)
    qtbot.waitUntil(review.apply_button.isEnabled)
    press((Key.Key_Return, CTRL))
    qtbot.waitUntil(lambda: window.stack.key() == "matrix")


def matrix(window: MainWindow) -> MatrixPage:
    page = window.stack.page("matrix")
    assert isinstance(page, MatrixPage)
    return page


def sheet(window: MainWindow) -> PeriodPage:
    page = window.stack.page("period")
    assert isinstance(page, PeriodPage)
    return page


def test_the_month_from_the_provinces_file_to_the_report(
    qtbot: QtBot, window: MainWindow, desk: Workbench, tmp_path: Path
) -> None:
    take_both_plans_in(qtbot, window, desk)
    find_and_hand_out(window, desk)
    open_october(qtbot, window)
    answer(qtbot, window, desk)
    undo_and_redo(window, desk)
    paper = export(qtbot, window, tmp_path)
    read_the_paper(paper)


def take_both_plans_in(qtbot: QtBot, window: MainWindow, desk: Workbench) -> None:
    take_in(qtbot, window, "dong_thap.xlsx")
    assert sum(1 for plan in desk.planning.plans() for _task in plan.tasks()) == 49
    press((Key.Key_Z, CTRL))
    assert desk.planning.plans() == ()
    press((Key.Key_Y, CTRL))
    take_in(qtbot, window, "quang_tri.docx")
    assert sum(1 for plan in desk.planning.plans() for _task in plan.tasks()) == 69


def find_and_hand_out(window: MainWindow, desk: Workbench) -> None:
    page = matrix(window)
    press((Key.Key_F, CTRL), "huong dan ky nang so cho nguoi dan", Key.Key_Down)
    (task,) = page.model.task_ids()
    press(Key.Key_F2, "Phòng Văn hóa - Xã hội", Key.Key_Return)

    tasks = {t.id: t for plan in desk.planning.plans() for _appendix, t in plan.tasks()}
    assert tasks[task].assigned_to == "Phòng Văn hóa - Xã hội"
    assert tasks[task].ours.yes


def open_october(qtbot: QtBot, window: MainWindow) -> None:
    press((Key.Key_3, ALT))
    page = sheet(window)
    assert page.closed.button.text() == "Mở kỳ tháng 10/2025"
    page.ask_period()
    asked = page.findChild(PeriodAsked)
    assert isinstance(asked, PeriodAsked)
    with qtbot.waitSignal(asked.destroyed):
        asked.agree.click()
    assert page.period() == OCTOBER
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.table)


def answer(qtbot: QtBot, window: MainWindow, desk: Workbench) -> None:
    page = sheet(window)
    first, second, third, *_rest = page.model.task_ids()
    page.table.go_to(page.model.number_of(first), FIELDS.index(Field.STATUS))
    press("d", Key.Key_Tab, "80", Key.Key_Tab, "Đã mở 02 lớp tập huấn", Key.Key_Return)
    assert desk.reporting.entry(first, OCTOBER).percent == 80

    page.table.go_to(page.model.number_of(second), FIELDS.index(Field.STATUS))
    press("h", Key.Key_Return)
    qtbot.waitUntil(lambda: page.acts.asked is not None)
    press("8/10", Key.Key_Return)
    assert desk.reporting.entry(second, OCTOBER).done_on == date(2025, 10, 8)

    page.table.go_to(page.model.number_of(third), FIELDS.index(Field.STATUS))
    press((Key.Key_0, CTRL))
    assert desk.reporting.entry(third, OCTOBER).status is TaskStatus.NOTHING


def test_the_report_follows_the_period_that_is_worked_on(
    qtbot: QtBot, window: MainWindow, desk: Workbench
) -> None:
    take_in(qtbot, window, "quang_tri.docx")
    desk.reporting.open(ReportingPeriod.parse("2025-09"))
    desk.reporting.open(OCTOBER)
    press((Key.Key_3, ALT))
    assert sheet(window).period() == OCTOBER

    sheet(window).show_period("2025-09")
    press((Key.Key_5, ALT))

    page = window.stack.page("report")
    assert isinstance(page, PapersPage)
    assert page.compose.choice.currentText() == "Tháng 9/2025"
    page.compose.choice.setCurrentText("Tháng 10/2025")
    press((Key.Key_3, ALT))
    assert sheet(window).period() == OCTOBER


def test_words_typed_when_the_window_closes_are_kept(
    qtbot: QtBot, window: MainWindow, desk: Workbench
) -> None:
    take_in(qtbot, window, "quang_tri.docx")
    desk.reporting.open(OCTOBER)
    press((Key.Key_3, ALT))
    page = sheet(window)
    first = page.model.task_ids()[0]
    page.table.go_to(page.model.number_of(first), FIELDS.index(Field.RESULT))
    press("Đang viết dở")

    window.close()

    assert desk.reporting.entry(first, OCTOBER).result == "Đang viết dở"


def undo_and_redo(window: MainWindow, desk: Workbench) -> None:
    third = sheet(window).model.task_ids()[2]
    press((Key.Key_Z, CTRL))
    assert desk.reporting.entry(third, OCTOBER).is_empty
    press((Key.Key_Y, CTRL))
    assert desk.reporting.entry(third, OCTOBER).status is TaskStatus.NOTHING


def export(qtbot: QtBot, window: MainWindow, folder: Path) -> Path:
    press((Key.Key_5, ALT))
    page = window.stack.page("report")
    assert isinstance(page, PapersPage)
    opened: list[Path] = []
    page.ask_target = lambda _parent, proposed: folder / proposed.name
    page.open_file = opened.append
    press((Key.Key_E, CTRL))
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    return opened[0]


def read_the_paper(paper: Path) -> None:
    assert paper.name == "BC thang 10-2025 xa Suoi May.docx"
    document = Document(str(paper))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert "I. KẾT QUẢ THỰC HIỆN" in words
    assert "Đã mở 02 lớp tập huấn" in words
    assert any("08/10/2025" in cell for cell in cells)
    assert "{{" not in words + "".join(cells)
