"""What lies on the clipboard is read like a file, and a plan keeps the file it came from."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.matrix import assemble
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.plans.import_review import ImportReview
from kehoach_desktop.ui.plans.matrix_page import MatrixPage
from kehoach_desktop.ui.plans.pasting import files_of, paste_plan

DATA = Path(__file__).parents[1] / "data"
ROWS = (
    ("STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"),
    ("1", "Rà soát thủ tục", "Sở Tư pháp", "31/12/2025"),
    ("2", "Mở lớp kỹ năng số", "UBND cấp xã", "Tháng 11/2025"),
)


def tasks_of(copied: QMimeData) -> list[tuple[str, str]]:
    (path,) = files_of(copied)
    draft = assemble(read_source(path.read_bytes(), path.name))
    return [(task.content, task.deadline.wording) for _a, task in draft.plan.tasks()]


WANTED = [("Rà soát thủ tục", "31/12/2025"), ("Mở lớp kỹ năng số", "Tháng 11/2025")]


def test_a_table_copied_from_word_or_a_page_comes_with_its_cells() -> None:
    copied = QMimeData()
    cells = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in ROWS)
    copied.setHtml(f'<meta charset="windows-1252"><table>{cells}</table>')
    copied.setText("bỏ qua")
    assert tasks_of(copied) == WANTED


def test_cells_copied_as_text_are_parted_by_tabs() -> None:
    copied = QMimeData()
    copied.setText("\n".join("\t".join(row) for row in ROWS))
    assert tasks_of(copied) == WANTED


def test_prose_gives_its_points() -> None:
    copied = QMimeData()
    copied.setText(
        "II. NHIỆM VỤ\n1. Về hạ tầng\n"
        "a) Văn phòng rà soát máy móc (hoàn thành trước ngày 15/9/2025)."
        "\nb) Công an xã kiểm tra an toàn (nhiệm vụ thường xuyên)."
    )
    assert [wording for _content, wording in tasks_of(copied)] == [
        "hoàn thành trước ngày 15/9/2025",
        "nhiệm vụ thường xuyên",
    ]


def test_copied_files_are_read_themselves_and_nothing_gives_nothing(tmp_path: Path) -> None:
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(DATA / "quang_tri.docx"))])
    assert files_of(copied) == (DATA / "quang_tri.docx",)
    assert files_of(QMimeData()) == ()


@pytest.fixture
def copied_rows(window: MainWindow) -> None:
    QApplication.clipboard().setText("\n".join("\t".join(row) for row in ROWS))


@pytest.mark.usefixtures("copied_rows")
def test_ctrl_v_on_the_tasks_opens_the_review_and_the_file_is_kept(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.go("matrix")
    page = window.stack.page("matrix")
    assert isinstance(page, MatrixPage)
    page.show_detail(True)
    QTest.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.stack.key() == "review", timeout=20_000)
    review = window.stack.page("review")
    assert isinstance(review, ImportReview)
    qtbot.waitUntil(lambda: not review.working())
    assert len(review.tasks()) == 2
    review.apply()
    qtbot.waitUntil(lambda: window.stack.key() == "matrix")

    (plan,) = window.workbench.planning.plans()
    kept = window.workbench.tools.originals.find(plan.source_sha256)
    assert kept is not None
    assert "Rà soát thủ tục" in kept.read_text("utf-8-sig")
    opened: list[Path] = []
    page.detail.open_file = opened.append
    for _row in range(3):
        QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert page.current_task() is not None
    page.detail.original.click()
    assert opened == [kept]


def test_an_empty_clipboard_is_said(window: MainWindow) -> None:
    QApplication.clipboard().clear()
    paste_plan(window)
    assert "Bộ nhớ tạm" in window.line.currentMessage()
