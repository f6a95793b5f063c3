from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pdfplumber
import pytest
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.counts import Counts
from kehoach_desktop.domain.duty import DutyId, ReportingDuty
from kehoach_desktop.domain.duty_rule import DutyRule
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.ui.leader.facts import LateLine, gather
from kehoach_desktop.ui.leader.leader_window import LeaderWindow
from kehoach_desktop.ui.leader.sheet import LeaderSheet, parts_of
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.overview_page import OverviewPage
from kehoach_desktop.ui.papers.pdf_writing import write_pdf
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import BINH_AN, children
from tests.ui.held_plans import hold

OCTOBER = ReportingPeriod.parse("2025-10")
POINT = 1.0


@pytest.fixture
def desk(workbench: Workbench) -> Workbench:
    workbench.offices.keep(BINH_AN)
    hold(workbench)
    workbench.reporting.open(OCTOBER)
    return workbench


def words_on(pdf: Path) -> str:
    with pdfplumber.open(pdf) as read:
        assert len(read.pages) == 1
        page = read.pages[0]
        assert (round(page.width), round(page.height)) == (595, 842)
        return str(page.extract_text())


def written(sheet: LeaderSheet, folder: Path) -> Path:
    path = folder / "trang.pdf"
    path.write_bytes(write_pdf(sheet))
    return path


def test_the_sheet_says_what_a_leader_asks(desk: Workbench, tmp_path: Path) -> None:
    rule = DutyRule.parse("monthly before 20")
    desk.duties.add(ReportingDuty(DutyId(""), rule, "UBND xã", "Sở Khoa học và Công nghệ"))
    rows = desk.reporting.view(OCTOBER).rows()
    done = next(row for row in rows if row.task.deadline.due == date(2025, 12, 31))
    desk.reporting.record(
        ProgressEntry(done.task.id, "2025-10", TaskStatus.DONE, date(2025, 10, 3))
    )

    facts = gather(desk, OCTOBER)
    said = words_on(written(LeaderSheet(facts), tmp_path))

    assert "UBND xã Bình An" in said
    assert "Tình hình thực hiện nhiệm vụ tháng 10/2025" in said
    assert "Báo cáo hằng tháng" in said
    assert "còn 2 ngày" in said
    counts = facts.counts
    assert f"{counts.dated} việc có hạn" in said
    assert f"Đã hoàn thành {counts.done_on_time} {counts.done_late} {counts.done}" in said
    assert f"{counts.open_overdue} việc quá hạn" in said
    assert "quá hạn 17 ngày" in said
    assert "Kỳ này chưa xuất phiếu cho đơn vị nào." in said


def test_the_blocks_of_the_bar_sum_up(desk: Workbench) -> None:
    counts = gather(desk, OCTOBER).counts

    assert sum(parts_of(counts).values()) == counts.total


def test_whatever_the_book_holds_it_is_one_page(desk: Workbench, tmp_path: Path) -> None:
    facts = gather(desk, OCTOBER)
    line = LateLine("A1", "Việc có tên rất dài " * 12, "Thôn", "31/12/2025", "quá hạn 9 ngày", True)
    names = tuple(f"Thôn Bình Minh {number} (chậm 3 ngày)" for number in range(24))
    crowded = replace(facts, late=(line,) * 90, forms=(3, 27), owing_units=names)

    said = words_on(written(LeaderSheet(crowded), tmp_path))

    shown = said.count("quá hạn 9 ngày")
    assert 5 <= shown < 90
    assert f"và {90 - shown} nhiệm vụ nữa" in said
    assert "3/27 đơn vị đã gửi. Chưa gửi: Thôn Bình Minh 0" in said


def test_nothing_is_drawn_beyond_the_margins(desk: Workbench, tmp_path: Path) -> None:
    facts = gather(desk, OCTOBER)
    assert "đến hết ngày 17/10/2025" in facts.answers  # what the day shows, not the period's end
    one = LateLine("KH2.PL II.18", "Việc " * 40, "Văn phòng HĐND và UBND", "", "", late=True)
    counts = Counts(done_on_time=1, done_late=1, open_in_time=1, open_overdue=1,
                    ongoing=1, conditional=1)  # fmt: skip
    full = replace(facts, counts=counts, late=(one,))
    with pdfplumber.open(written(LeaderSheet(full), tmp_path)) as read:
        page = read.pages[0]
        assert "chờ, dừng, chưa rõ hạn" in page.extract_text()
        assert "KH2.PL II.18" in page.extract_text()
        parts = (*page.chars, *page.rects, *page.lines)
        assert min(part["x0"] for part in parts) >= 50 - POINT
        assert max(part["x1"] for part in parts) <= 555.3 + POINT
        assert max(part["bottom"] for part in parts) <= 802 + POINT


def test_the_window_keeps_a_pdf_and_prints(
    qtbot: QtBot, window: MainWindow, workbench: Workbench, tmp_path: Path
) -> None:
    from PySide6.QtPrintSupport import QPrinter

    hold(workbench)
    overview = window.stack.page("overview")
    assert isinstance(overview, OverviewPage)
    overview.reload()
    overview.leader.click()
    (shown,) = children(overview, LeaderWindow)

    shown.save(tmp_path / "Trang lãnh đạo.pdf")
    assert "Tình hình thực hiện nhiệm vụ" in words_on(tmp_path / "Trang lãnh đạo.pdf")
    assert shown.foot.words.text() == "Đã lưu “Trang lãnh đạo.pdf”."

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    shown.print_on(printer)
    assert "Tình hình thực hiện nhiệm vụ" in words_on(tmp_path / "in.pdf")
    shown.close()


def test_every_count_beside_the_table_is_told_however_many(desk: Workbench, tmp_path: Path) -> None:
    facts = gather(desk, OCTOBER)
    counts = replace(facts.counts, ongoing=1, conditional=2, suspended=3, undated=4, unanswered=5)

    pdf = written(LeaderSheet(replace(facts, counts=counts)), tmp_path)

    with pdfplumber.open(pdf) as read:
        lines = read.pages[0].extract_text_lines()
    told = {line["text"]: line for line in lines}
    last = next(line for text, line in told.items() if "Chưa có trả lời: 5" in text)
    below = next(line for text, line in told.items() if text.startswith("Theo tình hình"))
    assert last["bottom"] < below["top"]
