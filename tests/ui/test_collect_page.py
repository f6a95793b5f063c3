from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.correction import Into, Taking
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.domain.return_form import (
    Field,
    Receipt,
    Returned,
    ReturnedRow,
    SentForm,
    TypedFigure,
)
from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind
from kehoach_desktop.services.returns import UnitReturn
from kehoach_desktop.ui import settings, theme
from kehoach_desktop.ui.collecting.collect_page import CollectPage
from kehoach_desktop.ui.collecting.drop_rows import AskedRow, CellRow, FigureRow, RefusedRow
from kehoach_desktop.ui.collecting.folder_watch import FolderLine
from kehoach_desktop.ui.collecting.send_asked import SendAsked, WordsToSend, usual_units
from kehoach_desktop.ui.collecting.unit_rows import UnitRow, look_of, state_words
from kehoach_desktop.ui.list_model import Heading
from kehoach_desktop.ui.looks import DOUBT, READY
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.progress.period_page import PeriodPage
from kehoach_desktop.ui.progress.reason_asked import ReasonAsked
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import Said, children
from tests.ui.held_plans import hold, plan_of

SEPTEMBER, OCTOBER = ReportingPeriod.parse("2025-09"), ReportingPeriod.parse("2025-10")
UNITS = ("Phòng Kinh tế", "Công an xã", "Thôn Bình Minh")


@pytest.fixture
def ours(workbench: Workbench) -> tuple[TaskId, ...]:
    """Three of the commune's tasks, one for each unit; the others are nobody's."""
    hold(workbench, "quang_tri")
    tasks = [task for _appendix, task in workbench.planning.plans()[0].tasks() if task.ours.yes]
    for task, unit in zip(tasks, UNITS, strict=False):
        workbench.planning.amend(replace(task, assigned_to=unit))
    workbench.reporting.open(OCTOBER)
    return tuple(task.id for task in tasks[:3])


@pytest.fixture
def page(window: MainWindow, ours: tuple[TaskId, ...]) -> CollectPage:
    assert ours
    window.go("period")
    period_page = window.stack.page("period")
    assert isinstance(period_page, PeriodPage)
    return period_page.tabs.collect()


def home(unit: str, *rows: ReturnedRow, file: str = "bao cao.xlsx") -> Returned:
    return Returned(file, headings=(unit, "Tháng 10/2025"), rows=rows)


def row(task: TaskId, number: int = 7, **cells: str) -> ReturnedRow:
    typed = tuple((Field(key), text) for key, text in cells.items())
    content = next(t.content for _a, t in plan_of("quang_tri").tasks() if t.id == task)
    return ReturnedRow(number, content, cells=typed)


def shown(page: CollectPage, kind: type[object]) -> list[int]:
    return [n for n, held in enumerate(page.pane.model.rows()) if isinstance(held, kind)]


def choose(page: CollectPage, number: int) -> None:
    page.pane.table.setCurrentIndex(page.pane.model.index(number, 3))
    page.pane.table.setFocus()


def units(page: CollectPage) -> dict[str, str]:
    model = page.units.model
    rows = [n for n, held in enumerate(model.rows()) if isinstance(held, UnitRow)]
    return {model.index(n, 0).data(): model.index(n, 1).data() for n in rows}


def answers(page: CollectPage) -> Sequence[str]:
    bar = page.pane.answers
    named = {"task": bar.task, "state": bar.state, "day": bar.day, "take": bar.take}
    return [name for name, part in named.items() if part.isVisible()]


def test_a_village_without_a_task_is_ticked_only_where_it_was_written_to_before(
    page: CollectPage, workbench: Workbench
) -> None:
    for name in ("Thôn Đông", "Thôn Tây"):
        workbench.units.add(Unit(UnitId(""), name, UnitKind.VILLAGE))
    batch = workbench.collecting.prepare(OCTOBER, None)
    assert {"Thôn Đông", "Thôn Tây"} < {form.unit for form in batch.forms}

    usual = usual_units(batch, {"Thôn Tây"})

    assert set(UNITS) < usual
    assert ("Thôn Đông" in usual, "Thôn Tây" in usual) == (False, True)
    page.show_period(OCTOBER)
    assert page.units.nobody.button.text() == "Xuất phiếu cho 4 đơn vị…"


def test_an_empty_month_names_how_many_units_would_be_written_to(page: CollectPage) -> None:
    nobody = page.units.nobody
    assert page.units.pages.currentWidget() is nobody
    assert nobody.words.text() == "Chưa xuất phiếu tháng 10/2025 cho đơn vị nào."
    assert nobody.button.text() == "Xuất phiếu cho 4 đơn vị…"
    assert page.pane.pages.currentWidget() is page.pane.nothing


def test_forms_are_written_for_the_ticked_units_with_words_to_paste(
    qtbot: QtBot, page: CollectPage, workbench: Workbench, tmp_path: Path
) -> None:
    page.ask_whom()
    (asked,) = children(page, SendAsked)
    assert len(asked.chosen()) == 4
    asked.units.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert asked.agree.text() == "Chọn thư mục, xuất 3 phiếu…"
    chosen = asked.chosen()
    asked.reject()
    page.write_forms(tmp_path, chosen, date(2025, 10, 15))
    qtbot.waitUntil(lambda: bool(children(page, WordsToSend)))
    (words,) = children(page, WordsToSend)
    words.copy.click()
    assert "trước ngày 15/10/2025" in QApplication.clipboard().text()
    assert len(list(tmp_path.glob("*.xlsx"))) == len(list(tmp_path.glob("*.txt"))) == 3
    assert [
        form.unit.sent is not None for form in page.units.model.rows() if isinstance(form, UnitRow)
    ] == [True] * 3
    assert set(units(page).values()) == {"chưa gửi, chậm 2 ngày"}
    assert workbench.undo_stack.count() == 0
    words.close()


def test_the_reminder_of_a_late_unit_is_copied_with_a_key(
    qtbot: QtBot, page: CollectPage, tmp_path: Path
) -> None:
    page.write_forms(tmp_path, UNITS, date(2025, 10, 15))
    qtbot.waitUntil(lambda: bool(units(page)))
    assert page.units.reminding.isVisible()
    QTest.keyClick(page.units.table, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    page.units.copy_words()
    copied = QApplication.clipboard().text()
    current = page.units.current()
    assert current is not None
    assert copied.startswith(f"Kính gửi {current.name},")
    assert "đã chậm 02 ngày" in copied


def test_what_came_home_stands_beside_the_book_and_lands_as_one_step(
    window: MainWindow, page: CollectPage, workbench: Workbench, ours: tuple[TaskId, ...]
) -> None:
    first, second, _third = ours
    workbench.reporting.record(
        ProgressEntry(second, OCTOBER.key, TaskStatus.IN_PROGRESS, result="Đang rà soát")
    )
    page.take_returned(
        (
            home(
                "Phòng Kinh tế", row(first, status="Đang thực hiện", result="Đã phân bổ 120 triệu")
            ),
            home("Công an xã", row(second, result="Đã cấp 41 tài khoản"), file="CA.xlsx"),
        )
    )
    assert page.pane.foot.words.text() == "Ghi mới 2 ô, thay 1 ô"
    headings = [held.title for held in page.pane.model.rows() if isinstance(held, Heading)]
    assert headings[0] == "Phòng Kinh tế – tệp “bao cao.xlsx”"
    assert units(page) == {"Phòng Kinh tế": "chờ ghi: 2 ô", "Công an xã": "chờ ghi: 1 ô"}
    page.pane.apply.click()
    assert workbench.reporting.entry(second, OCTOBER).result == "Đã cấp 41 tài khoản"
    assert workbench.undo_stack.undoText() == "Ghi 3 ô từ phiếu Phòng Kinh tế, Công an xã"
    assert units(page) == {"Phòng Kinh tế": "đã ghi 1 dòng", "Công an xã": "đã ghi 1 dòng"}
    window.undo()
    assert workbench.reporting.entry(first, OCTOBER).is_empty
    assert workbench.reporting.entry(second, OCTOBER).result == "Đang rà soát"
    window.redo()
    assert workbench.reporting.entry(first, OCTOBER).status is TaskStatus.IN_PROGRESS


def test_a_cell_is_left_out_with_the_space_bar(
    page: CollectPage, workbench: Workbench, ours: tuple[TaskId, ...]
) -> None:
    file = home("Phòng Kinh tế", row(ours[0], status="Đang thực hiện", result="Đã họp"))
    page.take_returned((file,))
    choose(page, shown(page, CellRow)[1])
    QTest.keyClick(page.pane.table, Qt.Key.Key_Space)
    assert page.pane.foot.words.text() == "Ghi mới 1 ô, không lấy 1 ô"
    page.pane.apply.click()
    entry = workbench.reporting.entry(ours[0], OCTOBER)
    assert (entry.status, entry.result) == (TaskStatus.IN_PROGRESS, "")


def test_a_figure_is_left_out_with_the_space_bar(page: CollectPage, workbench: Workbench) -> None:
    workbench.units.add(Unit(UnitId(""), "Thôn Đông", UnitKind.VILLAGE))
    typed = (
        TypedFigure(6, "vneid_muc_2", "", "12"),
        TypedFigure(7, "thanh_toan", "", "8"),
    )
    page.take_returned((replace(home("Thôn Đông"), figures=typed),))
    choose(page, shown(page, FigureRow)[0])
    QTest.keyClick(page.pane.table, Qt.Key.Key_Space)
    assert page.pane.foot.words.text() == "Ghi mới 1 ô, không lấy 1 ô"
    assert page.drop.is_settled
    offered = [(a.text(), a.isEnabled()) for a in page.pane.menu.menu().actions() if a.text()]
    assert offered[:2] == [("Lấy ô này\tSpace", True), ("Trả lời\tEnter", False)]
    page.pane.apply.click()
    held = workbench.indicators.book(OCTOBER).figures
    assert [(key.indicator, figure.value) for key, figure in held.items()] == [("thanh_toan", 8)]


def test_a_state_nobody_understood_is_chosen_in_place(
    page: CollectPage, workbench: Workbench, ours: tuple[TaskId, ...]
) -> None:
    page.take_returned((home("Phòng Kinh tế", row(ours[0], status="x", result="Đã họp")),))
    assert page.pane.foot.words.text() == "Ghi mới 1 ô, để lại 1 chỗ chưa rõ"
    assert isinstance(page.pane.current(), AskedRow)
    assert answers(page) == ["state"]
    bar = page.pane.answers
    bar.agree.click()
    assert shown(page, AskedRow), "nothing chosen, nothing answered"
    bar.state.setCurrentIndex(bar.state.findData("done"))
    assert answers(page) == ["state", "day"]
    bar.agree.click()
    assert shown(page, AskedRow), "a finished task needs its day"
    bar.day.setText("9/10")
    bar.day.editingFinished.emit()
    bar.agree.click()
    assert shown(page, AskedRow) == []
    assert page.pane.foot.words.text() == "Ghi mới 3 ô"
    page.pane.apply.click()
    entry = workbench.reporting.entry(ours[0], OCTOBER)
    assert (entry.status, entry.done_on) == (TaskStatus.DONE, date(2025, 10, 9))


def test_an_unknown_row_is_given_its_task_in_place(
    page: CollectPage, workbench: Workbench, ours: tuple[TaskId, ...]
) -> None:
    known = row(ours[0], status="Đang thực hiện")
    stranger = ReturnedRow(9, "việc mới nghe lần đầu", cells=((Field.RESULT, "Đã làm"),))
    page.take_returned((home("Phòng Kinh tế", known, stranger),))
    assert answers(page) == ["task"]
    bar = page.pane.answers
    bar.task.setCurrentIndex(bar.task.findData(ours[1]))
    bar.agree.click()
    refused = [page.pane.model.row(n) for n in shown(page, RefusedRow)]
    landed = [page.pane.model.row(n).change.task for n in shown(page, CellRow)]
    assert ours[1] in landed or any(held.refusal.task == ours[1] for held in refused)


def test_a_form_of_another_month_is_named_and_leads_there(
    window: MainWindow, page: CollectPage, workbench: Workbench, ours: tuple[TaskId, ...]
) -> None:
    late = Returned(
        "thang 9.xlsx",
        headings=("Phòng Kinh tế", "Tháng 9/2025"),
        rows=(row(ours[0], status="Đang thực hiện"),),
    )
    page.take_returned((late,))
    choose(page, shown(page, RefusedRow)[0])
    assert page.pane.band.words() == "Phiếu này của tháng 9 năm 2025. Ghi vào kỳ ấy?"
    assert not page.pane.apply.isEnabled()
    page.pane.period_wanted.emit("2025-09")
    assert page.pane.foot.words.text() == "Ghi mới 1 ô"
    page.pane.apply.click()
    assert workbench.reporting.entry(ours[0], SEPTEMBER).status is TaskStatus.IN_PROGRESS
    assert workbench.reporting.entry(ours[0], OCTOBER).is_empty


@pytest.fixture
def late(page: CollectPage, workbench: Workbench, ours: tuple[TaskId, ...]) -> CollectPage:
    """A form that came after its month was closed."""
    workbench.periods.close(OCTOBER, "đã gửi báo cáo số 45/BC-UBND")
    page.take_returned((home("Phòng Kinh tế", row(ours[0], status="Đang thực hiện")),))
    return page


def test_a_closed_month_only_shows_what_a_late_form_would_change(late: CollectPage) -> None:
    said = late.pane.late.words.text()
    assert said.startswith("Kỳ tháng 10 năm 2025 đã chốt (đã gửi báo cáo số 45/BC-UBND).")
    assert late.pane.foot.words.text() == "Ghi mới 1 ô"
    assert not late.pane.apply.isEnabled()


def test_late_answers_go_into_the_next_month(
    late: CollectPage, workbench: Workbench, ours: tuple[TaskId, ...]
) -> None:
    november = OCTOBER.next()
    assert late.pane.late.next.text() == "Ghi vào tháng 11/2025"
    late.pane.late.next.click()
    assert "Các câu trả lời này ghi vào tháng 11/2025." in late.pane.late.words.text()
    late.pane.apply.click()
    assert workbench.reporting.entry(ours[0], OCTOBER).is_empty
    assert workbench.reporting.entry(ours[0], november).status is TaskStatus.IN_PROGRESS
    workbench.undo_stack.undo()
    assert workbench.reporting.entry(ours[0], november).is_empty
    workbench.undo_stack.redo()
    assert workbench.reporting.entry(ours[0], november).status is TaskStatus.IN_PROGRESS


def test_late_answers_correct_the_closed_month_with_a_reason(
    late: CollectPage, workbench: Workbench, ours: tuple[TaskId, ...]
) -> None:
    late.pane.late.correct.click()
    (asked,) = children(late, ReasonAsked)
    asked.agree.click()
    assert late.drop.waits_for_decision
    asked.reason.setText("Phòng gửi lại số liệu")
    asked.agree.click()
    assert "Đính chính kỳ này: Phòng gửi lại số liệu." in late.pane.late.words.text()
    late.pane.late.again.click()
    assert not late.pane.apply.isEnabled()
    late.drop.decide(Into(Taking.CORRECTION, "Phòng gửi lại số liệu"))
    late.apply()
    assert workbench.reporting.entry(ours[0], OCTOBER).status is TaskStatus.IN_PROGRESS
    (correction,) = workbench.periods.status(OCTOBER).corrections
    assert (correction.reason, correction.cells) == ("Phòng gửi lại số liệu", 1)
    workbench.undo_stack.undo()
    assert workbench.reporting.entry(ours[0], OCTOBER).is_empty
    assert workbench.periods.status(OCTOBER).corrections == ()


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that forms arrive in; nothing watches it after the test."""
    made = tmp_path / "Zalo"
    made.mkdir()
    yield made
    settings.put_watched(None)


def watched(page: CollectPage, folder: Path) -> None:
    line = page.findChild(FolderLine)
    assert isinstance(line, FolderLine)
    line.take(folder)


def test_files_that_arrive_in_the_folder_are_shown_and_never_applied_by_themselves(
    qtbot: QtBot, page: CollectPage, workbench: Workbench, tmp_path: Path, folder: Path
) -> None:
    page.write_forms(tmp_path, UNITS[:1], date(2025, 10, 15))
    qtbot.waitUntil(lambda: len(units(page)) == 1)
    (path,) = tmp_path.glob("*.xlsx")
    watched(page, folder)
    assert settings.watched() == folder
    assert page.watch.folder() == folder

    shutil.copy(path, folder / "phieu trang.xlsx")
    type_result(path, "Đã họp 02 buổi")
    shutil.copy(path, folder / "bao cao KT.xlsx")

    # The system tells of the new files; nobody pressed anything.
    qtbot.waitUntil(lambda: not page.drop.is_empty, timeout=20_000)
    assert [file.file for file in page.drop.files] == ["bao cao KT.xlsx"]
    assert page.pane.foot.words.text() == "Ghi mới 1 ô"
    assert units(page) == {"Phòng Kinh tế": "chờ ghi: 1 ô"}

    page.watch.look()
    page.pane.apply.click()
    with qtbot.waitSignal(page.watch.told):
        page.watch.look_again()
    assert page.drop.is_empty
    assert not page.reader.busy()


def test_a_folder_that_is_gone_is_said(qtbot: QtBot, page: CollectPage, folder: Path) -> None:
    watched(page, folder / "khong co")
    line = page.findChild(FolderLine)
    assert isinstance(line, FolderLine)
    qtbot.waitUntil(lambda: "Không mở được thư mục" in line.trouble.text())
    line.stop.click()
    assert settings.watched() is None
    assert page.watch.folder() is None
    assert line.trouble.isHidden()


def test_one_letter_goes_to_every_late_unit(
    qtbot: QtBot, page: CollectPage, workbench: Workbench, tmp_path: Path
) -> None:
    out = tmp_path / "phieu"
    out.mkdir()
    page.write_forms(out, UNITS[:2], date(2025, 10, 14))
    qtbot.waitUntil(lambda: len(units(page)) == 2)
    opened: list[Path] = []
    page.letter.ask_target = lambda _parent, proposed: tmp_path / proposed.name
    page.letter.open_file = opened.append
    assert page.units.letter.isVisible()

    page.units.letter.click()

    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    words = "\n".join(p.text for p in Document(str(opened[0])).paragraphs)
    assert "02 đơn vị chưa gửi lại phiếu" in words
    assert "Phòng Kinh tế: chậm 03 ngày" in words


def test_files_dropped_on_the_page_are_read_one_after_the_other_and_a_bad_one_is_named(
    qtbot: QtBot, page: CollectPage, workbench: Workbench, tmp_path: Path
) -> None:
    page.write_forms(tmp_path, UNITS, date(2025, 10, 15))
    qtbot.waitUntil(lambda: len(units(page)) == 3)
    written = sorted(tmp_path.glob("*.xlsx"))
    for number, path in enumerate(written):
        type_result(path, f"Kết quả {number}")
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(b"PK\x03\x04 khong phai")
    drop_on(page, (*written, broken))
    qtbot.waitUntil(lambda: not page.reader.busy() and not page.drop.is_empty, timeout=30_000)
    assert page.pane.foot.words.text() == "Ghi mới 3 ô"
    refused = [page.pane.model.row(n).refusal for n in shown(page, RefusedRow)]
    assert len(refused) == 1
    page.pane.apply.click()
    assert all(words.startswith("đã ghi 1 dòng") for words in units(page).values())
    drop_on(page, tuple(written))
    qtbot.waitUntil(lambda: not page.reader.busy() and not page.drop.is_empty, timeout=30_000)
    assert page.pane.foot.words.text() == "Không có gì để ghi"


def type_result(path: Path, words: str) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    head = next(
        cell for cells in sheet.iter_rows() for cell in cells
        if isinstance(cell.value, str) and cell.value.startswith("Kết quả")
    )  # fmt: skip
    sheet.cell(head.row + 1, head.column).value = words
    book.save(path)


def drop_on(page: CollectPage, files: Sequence[Path]) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    event = QDropEvent(
        QPointF(QPoint(10, 10)),
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)
    assert settings.folder("returns", "forms") == files[0].parent


def test_leaving_the_files_changes_nothing(
    page: CollectPage, workbench: Workbench, ours: tuple[TaskId, ...], said: Said
) -> None:
    page.take_returned((home("Phòng Kinh tế", row(ours[0], status="Đang thực hiện")),))
    QTest.keyClick(page.pane.table, Qt.Key.Key_Escape)
    page.leave()
    assert page.pane.pages.currentWidget() is page.pane.nothing
    assert workbench.reporting.entry(ours[0], OCTOBER).is_empty
    assert said.boxes == []


def test_a_form_dropped_on_any_screen_comes_to_where_forms_are_taken(
    qtbot: QtBot, window: MainWindow, page: CollectPage, tmp_path: Path
) -> None:
    page.write_forms(tmp_path, UNITS[:1], date(2025, 10, 15))
    qtbot.waitUntil(lambda: len(units(page)) == 1)
    (path,) = tmp_path.glob("*.xlsx")
    type_result(path, "Đã họp")
    window.go("overview")
    window.take_files((path,))
    qtbot.waitUntil(lambda: not page.drop.is_empty, timeout=20_000)
    assert window.stack.key() == "period"
    assert page.isVisible()
    assert page.pane.foot.words.text() == "Ghi mới 1 ô"


def test_answers_that_were_given_are_not_lost_by_one_key(
    page: CollectPage, ours: tuple[TaskId, ...], said: Said
) -> None:
    page.take_returned((home("Phòng Kinh tế", row(ours[0], status="x", result="Đã họp")),))
    bar = page.pane.answers
    bar.state.setCurrentIndex(bar.state.findData("in_progress"))
    bar.agree.click()
    said.answer = False
    page.leave()
    assert "những câu vừa trả lời sẽ mất" in said.words()
    assert page.pane.foot.words.text() == "Ghi mới 2 ô"
    said.answer = True
    page.leave()
    assert page.drop.is_empty


def test_a_page_that_is_built_anew_leaves_no_watch_behind(
    qtbot: QtBot, window: MainWindow, page: CollectPage, workbench: Workbench, folder: Path
) -> None:
    watched(page, folder)
    with qtbot.waitSignal(page.destroyed):
        window.looks.wear(theme.DARK)
    window.looks.wear(theme.LIGHT)

    period_page = window.stack.page("period")
    assert isinstance(period_page, PeriodPage)
    again = period_page.tabs.collect()
    assert again is not page
    assert again.watch.folder() == folder
    with qtbot.waitSignal(again.watch.told):
        again.watch.look()
    workbench.closing.emit()


def test_a_table_copied_from_elsewhere_is_pasted_as_a_return(
    qtbot: QtBot, page: CollectPage, ours: tuple[TaskId, ...]
) -> None:
    content = next(t.content for _a, t in plan_of("quang_tri").tasks() if t.id == ours[0])
    lines = ("Phòng Kinh tế", "Tháng 10/2025", "STT\tNhiệm vụ\tTrạng thái\tKết quả")
    row = f"1\t{content.splitlines()[0]}\tĐang thực hiện 40%\tĐã họp 02 buổi"
    QApplication.clipboard().setText("\n".join((*lines, row)))
    page.units.table.setFocus()

    QTest.keyClick(page.units.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: not page.drop.is_empty, timeout=20_000)
    assert page.pane.foot.words.text() == "Ghi mới 3 ô"
    assert [file.unit for file in page.drop.compared] == ["Phòng Kinh tế"]


def test_a_day_counts_as_it_is_typed_where_the_key_of_the_button_comes_before_it_is_left(
    page: CollectPage, workbench: Workbench
) -> None:
    taken: list[date | None] = []
    batch = workbench.collecting.prepare(OCTOBER, None)
    asked = SendAsked(page, batch, (), (), lambda _units, due: taken.append(due))
    asked.open()
    asked.due.setFocus()

    asked.due.selectAll()
    QTest.keyClicks(asked.due, "31/2")
    asked.agree.click()
    assert "không phải là một ngày" in asked.wrong.text()
    asked.due.selectAll()
    QTest.keyClicks(asked.due, "17/10")
    asked.agree.click()

    assert taken == [date(2025, 10, 17)]


def test_a_form_that_came_home_blank_is_no_answer() -> None:
    asked, moment = (TaskId("a"), TaskId("b")), "2025-10-16T02:00:00Z"
    sent = SentForm("f", OCTOBER.key, "Công an xã", moment, None, "", asked)
    came = Receipt(OCTOBER.key, "Công an xã", "f", "CA.xlsx", "", moment, ())

    blank = UnitRow(UnitReturn("Công an xã", sent, came))
    answers = UnitRow(UnitReturn("Công an xã", sent, replace(came, tasks=asked)))

    assert (state_words(blank), look_of(blank)) == ("phiếu về để trống", DOUBT)
    assert (state_words(answers), look_of(answers)) == ("đã ghi 2 dòng", READY)
