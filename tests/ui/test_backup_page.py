from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.journal import Backup
from kehoach_desktop.domain.plan import (
    Appendix,
    AppendixId,
    ImportDraft,
    Plan,
    PlanDocument,
    PlanId,
    Task,
    TaskId,
)
from kehoach_desktop.ui.backup_page import BackupModel, BackupPage, reason_in_words
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.status_line import when_in_words
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import BINH_AN, Said


@pytest.fixture
def page(window: MainWindow) -> BackupPage:
    window.go("backup")
    found = window.stack.page("backup")
    assert isinstance(found, BackupPage)
    return found


def test_a_new_book_says_that_it_has_no_backup(page: BackupPage) -> None:
    assert page.band.words().startswith("Chưa có bản sao lưu nào")
    assert not page.restore_button.isEnabled()


def test_a_backup_made_now_stands_first_in_the_list(page: BackupPage) -> None:
    page.back_up()
    assert page.model.rowCount() == 1
    assert page.model.index(0, 1).data() == "Bấm sao lưu"
    assert "đã kiểm, mở được" in page.band.words()


def test_going_back_to_a_backup_is_asked_and_brings_everything_back(
    window: MainWindow, page: BackupPage, workbench: Workbench, said: Said
) -> None:
    page.back_up()
    workbench.offices.keep(BINH_AN.__class__(name="Đông Hà"))
    said.answer = False
    page.restore()
    assert (workbench.offices.office() or BINH_AN).name == "Đông Hà"
    said.answer = True
    page.restore()
    assert workbench.offices.office() == BINH_AN
    assert workbench.undo_stack.count() == 0
    assert page.band.words().startswith("Đã đưa sổ về bản")
    assert window.windowTitle().startswith("UBND xã Bình An")


def test_a_file_that_the_restored_book_names_and_has_not_is_told(
    page: BackupPage, workbench: Workbench, said: Said
) -> None:
    tasks = (Task(TaskId("mot"), "1", "Số hóa hồ sơ"),)
    appendix = Appendix(AppendixId("phu-luc"), "Phụ lục", "", tasks=tasks)
    plan = Plan(PlanId("mat"), PlanDocument(title="Thử"), (appendix,), "ke-hoach.xlsx", "ab" * 32)
    workbench.planning.accept(ImportDraft(plan))
    page.back_up()
    said.answer = True
    page.restore()
    assert "01 tệp không còn nằm cạnh sổ: ke-hoach.xlsx" in page.band.words()


def test_the_model_keeps_qts_rules(qtbot: QtBot) -> None:
    model = BackupModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    at = datetime(2025, 10, 16, 23, 40).astimezone()
    model.show_backups((Backup(Path("so.khxa"), at, "khi-dong", 51_200),))
    assert tester.model() is model
    assert model.index(0, 2).data() == "50 kB"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2025, 10, 17, 8, 5, tzinfo=UTC), "08:05 hôm nay"),
        (datetime(2025, 10, 16, 23, 40, tzinfo=UTC), "23:40 hôm qua"),
        (datetime(2025, 9, 3, 7, 0, tzinfo=UTC), "07:00 ngày 03/09/2025"),
    ],
)
def test_a_moment_is_said_as_officers_say_it(at: datetime, said: str) -> None:
    assert when_in_words(at, datetime(2025, 10, 17, 9, 0, tzinfo=UTC)) == said


def test_an_unknown_reason_is_still_readable() -> None:
    assert reason_in_words("truoc-gop-xa") == "truoc gop xa"


def test_every_reason_the_program_gives_is_said_in_words() -> None:
    assert reason_in_words("truoc-nhan-danh-sach") == "Tự ghi trước khi nhận danh sách tổ"
