from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.ui.progress.period_asked import PeriodAsked
from kehoach_desktop.ui.progress.period_page import PeriodPage
from kehoach_desktop.ui.progress.reason_asked import ReasonAsked
from kehoach_desktop.ui.progress.sheet_columns import FIELDS, Field
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import children, on_screen
from tests.ui.keyboard import CTRL, Key, press

OCTOBER = ReportingPeriod.parse("2025-10")
A3, A5 = TaskId("quang_tri-0-2"), TaskId("quang_tri-0-4")


@pytest.fixture
def desk(held: Workbench) -> Workbench:
    held.reporting.open(OCTOBER)
    return held


@pytest.fixture
def page(qtbot: QtBot, desk: Workbench) -> PeriodPage:
    made = on_screen(qtbot, PeriodPage(desk))
    made.table.setFocus()
    return made


def asked_why(page: PeriodPage) -> ReasonAsked:
    page.closing.button.click()
    (asked,) = (box for box in children(page, ReasonAsked) if box.isVisible())
    return asked


def closed(desk: Workbench) -> bool:
    return next(held for held in desk.reporting.periods() if held.key == "2025-10").is_closed


def test_closing_shows_what_is_missing_and_asks_why(page: PeriodPage, desk: Workbench) -> None:
    asked = asked_why(page)

    assert asked.missing[0].words.startswith("22 nhiệm vụ chưa có trả lời: A1, A3, A4, A5")
    assert asked.missing[0].words.endswith("… và 12 nhiệm vụ nữa")
    lines = [line for line in children(asked, QLabel) if line.wordWrap() and line.isVisible()]
    assert [line for line in lines if line.height() < line.heightForWidth(line.width())] == []
    asked.agree.click()
    assert asked.wrong.text() == "Ghi lý do rồi bấm lại."
    assert not closed(desk)

    asked.reason.setText("đã gửi báo cáo số 45/BC-UBND")
    asked.agree.click()
    assert closed(desk)
    assert "(đã gửi báo cáo số 45/BC-UBND)" in page.closing.seal.words()
    assert page.closing.button.text() == "Mở lại kỳ…"


def test_what_is_missing_leads_to_its_place(page: PeriodPage) -> None:
    asked = asked_why(page)

    asked.missing[0].see()

    assert page.unanswered.isChecked()


def test_closing_is_undone_and_done_again(page: PeriodPage, desk: Workbench) -> None:
    page.closing.close(OCTOBER, "đã gửi")

    desk.undo_stack.undo()
    assert not closed(desk)
    assert page.closing.seal.words() == ""
    desk.undo_stack.redo()
    assert closed(desk)


def test_a_closed_period_is_reopened_from_its_seal(
    qtbot: QtBot, page: PeriodPage, desk: Workbench
) -> None:
    page.closing.close(OCTOBER, "đã gửi")
    page.table.go_to(page.model.number_of(A3), FIELDS.index(Field.RESULT))
    press("V")
    assert page.closing.seal.words().startswith("Chưa ghi gì.")

    asked = asked_why(page)
    assert asked.windowTitle() == "Mở lại kỳ tháng 10/2025"
    asked.reason.setText("thôn gửi bổ sung")
    with qtbot.waitSignal(asked.destroyed):
        asked.agree.click()
    page.window().activateWindow()
    qtbot.waitUntil(page.table.hasFocus)
    page.table.go_to(page.model.number_of(A3), FIELDS.index(Field.RESULT))
    press("Đã mở 02 lớp", Key.Key_Return)

    assert desk.reporting.entry(A3, OCTOBER).result == "Đã mở 02 lớp"
    desk.undo_stack.undo()
    desk.undo_stack.undo()
    assert closed(desk)
    assert "(đã gửi)" in page.closing.seal.words()


@pytest.mark.parametrize(
    ("kind", "which", "key", "words"),
    [
        (PeriodKind.QUARTER, 3, "2025-Q4", "Mở kỳ quý IV năm 2025"),
        (PeriodKind.HALF_YEAR, 1, "2025-H2", "Mở kỳ 6 tháng cuối năm 2025"),
        (PeriodKind.NINE_MONTHS, 0, "2025-9M", "Mở kỳ 9 tháng năm 2025"),
        (PeriodKind.YEAR, 0, "2025", "Mở kỳ năm 2025"),
        (PeriodKind.MONTH, 11, "2025-12", "Mở kỳ tháng 12/2025"),
    ],
)
def test_every_kind_of_period_is_opened(
    page: PeriodPage, kind: PeriodKind, which: int, key: str, words: str
) -> None:
    page.ask_period()
    asked = page.findChild(PeriodAsked)
    assert isinstance(asked, PeriodAsked)

    asked.kind.setCurrentIndex(asked.kind.findData(kind))
    asked.which.setCurrentIndex(which)
    assert asked.agree.text() == words
    asked.agree.click()

    shown = page.period()
    assert shown is not None
    assert shown.key == key


def test_the_names_of_kind_period_and_year_stand_apart_from_their_fields(page: PeriodPage) -> None:
    asked = PeriodAsked(page, ReportingPeriod.parse("2025-10"), lambda _period: None)
    asked.show()

    named = [(part, part.buddy()) for part in children(asked, QLabel)]
    gaps = [field.x() - name.geometry().right() for name, field in named if field is not None]
    assert len(gaps) == 3
    assert min(gaps) > 4
    asked.close()


def test_december_is_followed_by_january_of_the_next_year(page: PeriodPage) -> None:
    asked = PeriodAsked(page, ReportingPeriod.parse("2025-12").next(), lambda _period: None)

    assert asked.period() == ReportingPeriod.parse("2026-01")
    asked.close()


def test_a_quarter_stands_on_its_months_and_an_edit_is_its_own(
    page: PeriodPage, desk: Workbench
) -> None:
    quarter = ReportingPeriod.parse("2025-Q4")
    done = ProgressEntry(A5, "2025-10", TaskStatus.DONE, date(2025, 10, 3), None, "Đã xong")
    desk.reporting.record(done)
    page.open_period(quarter)
    row = page.model.task_row(page.model.number_of(A5))
    assert row is not None
    assert not row.owes_answer

    page.table.go_to(page.model.number_of(A5), FIELDS.index(Field.RESULT))
    press(Key.Key_F2, ", đúng kế hoạch", Key.Key_Return)

    assert desk.reporting.entry(A5, quarter).result == "Đã xong, đúng kế hoạch"
    assert desk.reporting.entry(A5, OCTOBER) == done
    press((Key.Key_Z, CTRL))
    desk.undo_stack.undo()
    assert desk.reporting.entry(A5, quarter).is_empty
