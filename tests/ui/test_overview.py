from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.correction import Into, Taking
from kehoach_desktop.domain.counts import Counts
from kehoach_desktop.domain.duty import DutyId, ReportingDuty
from kehoach_desktop.domain.duty_rule import DutyRule
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.domain.return_form import Field, Returned, ReturnedRow
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui.counts_picture import blocks
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.office.office_page import OfficePage
from kehoach_desktop.ui.overview_bars import MOST_BARS, SectionBar, section_bars
from kehoach_desktop.ui.overview_errands import errands
from kehoach_desktop.ui.overview_model import DueModel
from kehoach_desktop.ui.overview_page import OverviewPage
from kehoach_desktop.ui.overview_rail import BarButton
from kehoach_desktop.ui.overview_words import day_in_words, rates_line, report_line, wanting
from kehoach_desktop.ui.papers.papers_page import PapersPage
from kehoach_desktop.ui.progress.period_page import PeriodPage
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import BINH_AN, children
from tests.ui.held_plans import hold

CTRL = Qt.KeyboardModifier.ControlModifier
OCTOBER = ReportingPeriod.parse("2025-10")
FRIDAY = date(2025, 10, 17)


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, workbench: Workbench) -> OverviewPage:
    hold(workbench)
    found = window.stack.page("overview")
    assert isinstance(found, OverviewPage)
    qtbot.waitUntil(found.complete)
    found.reload()
    return found


def test_an_empty_book_says_what_to_do_first(window: MainWindow) -> None:
    page = window.stack.page("overview")
    assert isinstance(page, OverviewPage)
    assert page.nothing.isVisible()
    assert not page.body.isVisible()
    assert page.nothing.button.text() == "Nhập kế hoạch…"


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2025, 10, 15), "trước ngày 20/10, còn 4 ngày"),
        (date(2025, 10, 19), "trước ngày 20/10, hôm nay là ngày cuối"),
        (date(2025, 10, 22), "trước ngày 20/10, đã qua 3 ngày"),
    ],
)
def test_the_report_of_the_month_counts_its_days_to_the_day_before(today: date, said: str) -> None:
    line = report_line(BINH_AN, OCTOBER, today)
    assert line == f"Báo cáo tháng 10 gửi Sở Khoa học và Công nghệ: {said}"


def test_a_reporting_day_past_the_end_of_the_month_is_its_last_day() -> None:
    office = replace(BINH_AN, addressee="", reporting_day=31)
    line = report_line(office, ReportingPeriod.parse("2026-02"), date(2026, 2, 1))
    assert line == "Báo cáo tháng 2: trước ngày 28/02, còn 26 ngày"


def test_the_day_is_said_with_its_weekday() -> None:
    assert day_in_words(FRIDAY) == "Thứ Sáu, ngày 17/10/2025"


def test_overdue_tasks_stand_before_those_that_fall_due(
    page: OverviewPage, workbench: Workbench
) -> None:
    groups = wanting(workbench.reporting.view(OCTOBER), FRIDAY)
    assert groups[0][0].startswith("Quá hạn (")
    assert groups[-1][0].startswith("Hạn kế tiếp (")
    others = errands(workbench, OCTOBER)
    every = [*groups, *others]
    assert page.model.rowCount() == sum(len(rows) + 1 for _title, rows in every)
    assert page.model.task(0) is None
    assert page.model.task(1) == groups[0][1][0].row.task.id
    assert [title for title, _rows in others] == ["Báo cáo phải gửi trong 7 ngày tới (1)"]


def test_a_report_that_is_due_leads_to_the_duties(
    window: MainWindow, page: OverviewPage, workbench: Workbench
) -> None:
    number = next(n for n in range(page.model.rowCount()) if page.model.goal(n))
    assert page.model.index(number, 1).data().startswith("Báo cáo hằng tháng, trước ngày")
    page.table.clicked.emit(page.model.index(number, 1))
    office_page = window.stack.page("office")
    assert isinstance(office_page, OfficePage)
    assert office_page.tabs.tabText(office_page.tabs.currentIndex()) == "Nghĩa vụ báo cáo"


def test_units_that_are_late_are_counted_named_and_one_click_away(
    window: MainWindow, page: OverviewPage, workbench: Workbench
) -> None:
    assert not page.remind.isVisible()
    workbench.reporting.open(OCTOBER)
    row = next(row for row in workbench.reporting.view(OCTOBER).rows())
    workbench.planning.amend(replace(row.task, assigned_to="Công an xã"))
    batch = workbench.collecting.prepare(OCTOBER, date(2025, 10, 15))
    workbench.collecting.keep_sent([f for f in batch.forms if f.unit == "Công an xã"], {})
    workbench.tell(Changes.PROGRESS)
    assert page.remind.text() == "Nhắc 1 đơn vị chưa gửi"
    assert [step.note for step in page.steps.steps()][1] == "0/1 đơn vị đã gửi"
    page.remind.click()
    period_page = window.stack.page("period")
    assert isinstance(period_page, PeriodPage)
    assert period_page.tabs.key() == "collect"


def test_a_correction_that_is_owed_leads_to_the_register(
    window: MainWindow, page: OverviewPage, workbench: Workbench
) -> None:
    row = workbench.reporting.view(OCTOBER).rows()[0]
    workbench.planning.amend(replace(row.task, assigned_to="Công an xã"))
    workbench.periods.open(OCTOBER)
    workbench.periods.close(OCTOBER, "đã gửi báo cáo")
    told = ReturnedRow(7, row.task.content, cells=((Field.RESULT, "Đã mở 03 lớp"),))
    home = Returned("p.xlsx", None, None, ("Đơn vị: Công an xã",), (told,), sha256="f" * 64)
    workbench.collecting.apply([home], OCTOBER, into=Into(Taking.CORRECTION, "gửi lại"))
    workbench.tell(Changes.PROGRESS)
    number = next(
        n for n in range(page.model.rowCount()) if page.model.goal(n) == "report/register"
    )
    assert page.model.index(number, 0).data() == "Đính chính"
    assert page.model.index(number, 2).data() == "Công an xã"
    page.table.clicked.emit(page.model.index(number, 1))
    papers = window.stack.page("report")
    assert isinstance(papers, PapersPage)
    assert papers.pages.currentWidget() is papers.register
    workbench.periods.settle(OCTOBER, "đã gửi bản thay thế")
    assert "đính chính" not in errands(workbench, OCTOBER)[0][0]


def test_a_duty_let_slip_for_months_is_one_line(page: OverviewPage, workbench: Workbench) -> None:
    rule = DutyRule.parse("monthly before 15")
    kept = workbench.duties.add(ReportingDuty(DutyId(""), rule, recipient="UBND tỉnh"))
    workbench.duties.amend(replace(kept, added_on=date(2025, 7, 1)))
    workbench.tell(Changes.DUTIES)
    (slipped,) = errands(workbench, OCTOBER)[0][1]
    assert (slipped.state, slipped.day) == ("4 lần", "từ 15/07/2025")


def test_the_filled_button_is_always_the_next_thing_to_do(
    qtbot: QtBot, window: MainWindow, page: OverviewPage, workbench: Workbench
) -> None:
    assert page.act.text() == "Mở kỳ tháng 10"
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.stack.key() == "period")
    assert [period.key for period in workbench.reporting.periods()] == ["2025-10"]
    owed = sum(row.unanswered for row in workbench.reporting.view(OCTOBER).rows())
    assert page.act.text() == f"Ghi {owed} nhiệm vụ chưa có trả lời"
    for row in workbench.reporting.view(OCTOBER).rows():
        workbench.reporting.record(ProgressEntry(row.task.id, "2025-10", TaskStatus.NOTHING))
    page.reload()
    looks = workbench.reviewing.queue(OCTOBER)
    assert page.act.text() == f"Xem lại {len(looks)} chỗ"
    for item in looks:
        workbench.reviewing.accept(item)
    page.reload()
    assert page.act.text() == "Lập báo cáo tháng 10"
    assert [step.done for step in page.steps.steps()] == [True, False, True, True, False]


def test_a_task_leads_to_where_its_result_is_written(qtbot: QtBot, page: OverviewPage) -> None:
    with qtbot.waitSignal(page.record_wanted) as wished:
        page.table.clicked.emit(page.model.index(1, 1))
    assert wished.args == [page.model.task(1)]


def test_the_first_rows_do_not_wait_for_the_column_beside_them(
    qtbot: QtBot, window: MainWindow, workbench: Workbench
) -> None:
    hold(workbench)
    page = OverviewPage(workbench)
    qtbot.addWidget(page)
    assert page.model.rowCount()
    assert page.rail.widget() is None
    page.show()
    qtbot.waitUntil(lambda: page.rail.widget() is not None)
    assert page.rail.picture.accessibleDescription()
    qtbot.waitUntil(page.complete)


def test_an_answer_changes_the_picture_at_once(page: OverviewPage, workbench: Workbench) -> None:
    before = page.rail.picture.accessibleDescription()
    row = next(r for r in workbench.reporting.view(OCTOBER).rows() if r.task.deadline.due)
    done = ProgressEntry(row.task.id, "2025-10", TaskStatus.DONE, date(2025, 10, 1))
    workbench.reporting.record(done)
    page.reload()
    assert page.rail.picture.accessibleDescription() != before


def test_every_task_is_in_one_block_of_the_bar() -> None:
    counts = Counts(6, 1, 10, 2, ongoing=7, conditional=1, suspended=1, undated=2)
    dated, apart = blocks(counts)
    assert [block.count for block in (*dated, *apart)] == [6, 1, 10, 2, 7, 4]
    assert sum(block.count for block in (*dated, *apart)) == counts.total


def test_the_rates_divide_by_what_has_fallen_due() -> None:
    said = rates_line(Counts(6, 1, 10, 2))
    assert said == "Trong 9 việc đã đến hạn: hoàn thành 77,78%, quá hạn 22,22%."
    assert rates_line(Counts(open_in_time=3)) == "Chưa có nhiệm vụ nào đến hạn."


def test_the_model_keeps_qts_rules(page: OverviewPage, workbench: Workbench) -> None:
    model = DueModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_due(wanting(workbench.reporting.view(OCTOBER), FRIDAY), FRIDAY)
    assert tester.model() is model
    rows = [number for number in range(model.rowCount()) if model.task(number)]
    every = range(page.model.rowCount())
    assert len(rows) == len([number for number in every if page.model.task(number)])


def sheet_labels(window: MainWindow) -> list[str]:
    page = window.stack.page("period")
    assert isinstance(page, PeriodPage)
    rows = (page.model.task_row(page.model.number_of(task)) for task in page.model.task_ids())
    return [row.label for row in rows if row]


def test_each_figure_leads_to_its_tasks(page: OverviewPage, window: MainWindow) -> None:
    window.workbench.reporting.open(OCTOBER)
    counts = window.workbench.reporting.view(OCTOBER).counts()

    page.rail.picture.choose(1, 1)

    assert window.stack.key() == "period"
    assert len(sheet_labels(window)) == counts.open_overdue > 0
    sheet = window.stack.page("period")
    assert isinstance(sheet, PeriodPage)
    assert sheet.only.text() == f"Chưa hoàn thành, quá hạn: {counts.open_overdue}  ✕"
    sheet.only.click()
    assert len(sheet_labels(window)) == counts.total


def test_figures_are_reached_by_the_arrows(page: OverviewPage, window: MainWindow) -> None:
    window.workbench.reporting.open(OCTOBER)
    page.rail.picture.setFocus()

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(page.rail.picture, key)

    sheet = window.stack.page("period")
    assert isinstance(sheet, PeriodPage)
    assert sheet.only.text().startswith("Thường xuyên, định kỳ (riêng): ")


def test_the_bars_of_the_sections_sum_up_and_lead_to_their_tasks(
    page: OverviewPage, window: MainWindow
) -> None:
    window.workbench.reporting.open(OCTOBER)
    view = window.workbench.reporting.view(OCTOBER)
    bars = section_bars(view, view.as_of)
    assert sum(bar.counts.total for bar in bars) == view.counts().total
    assert 1 < len(bars) <= MOST_BARS
    buttons = children(page.rail, BarButton)
    assert [button.bar for button in buttons] == [*bars]

    buttons[0].click()

    assert len(sheet_labels(window)) == bars[0].counts.total


def test_the_figures_of_a_large_book_stand_clear_of_the_bars(qtbot: QtBot) -> None:
    large = SectionBar("Mục I", "", Counts(done_on_time=1454, open_in_time=2046), ())
    button = BarButton(large, 3500, "1454/3500")
    qtbot.addWidget(button)
    button.resize(320, 24)
    drawn = button.grab().toImage()
    left = drawn.width() - button.room_of_figures()
    gap = {drawn.pixel(x, y) for x in range(left + 1, left + 4) for y in range(drawn.height())}
    assert len(gap) == 1


def test_a_task_elsewhere_lets_go_of_the_narrowing(page: OverviewPage, window: MainWindow) -> None:
    window.workbench.reporting.open(OCTOBER)
    first, second = children(page.rail, BarButton)[:2]
    first.click()

    window.record(second.bar.tasks[0])

    sheet = window.stack.page("period")
    assert isinstance(sheet, PeriodPage)
    assert sheet.only.isHidden()
    assert second.bar.tasks[0] in sheet.model.task_ids()
