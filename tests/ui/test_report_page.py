from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kehoach_desktop import paths
from kehoach_desktop.app import build_workbench
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.domain.report import Block, BlockKind
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui import messages, settings, theme
from kehoach_desktop.ui.papers.office_suite import Suite
from kehoach_desktop.ui.papers.papers_page import PapersPage
from kehoach_desktop.ui.reports.exporting import FOLDER
from kehoach_desktop.ui.reports.list_items import next_item
from kehoach_desktop.ui.reports.report_editor import ReportEditor
from kehoach_desktop.ui.workbench import Workbench
from tests.books import FRIDAY
from tests.ui.held_plans import hold
from tests.ui.keyboard import CTRL, SHIFT, Key, press

OCTOBER = ReportingPeriod.parse("2025-10")
TASK = TaskId("dong_thap-0-0")
ANSWER = ProgressEntry(TASK, "2025-10", TaskStatus.IN_PROGRESS, None, 40, "Đã mở 02 lớp tập huấn")


def edited_text(desk: Workbench) -> tuple[Block, ...] | None:
    kept = desk.report_texts.kept(OCTOBER.key)
    return kept.blocks if kept else None


@pytest.fixture(autouse=True)
def boxes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Record what a message box would say; none is ever shown."""
    said: list[str] = []

    def show(box: QMessageBox) -> bool:
        said.append(f"{box.text()} {box.informativeText()}")
        return False

    monkeypatch.setattr(messages.Speaker, "show", show)
    monkeypatch.setattr(Suite, "find", lambda: None)
    return said


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Workbench]:
    theme.put_on(paths.resources())
    workbench = build_workbench(tmp_path / "so.khxa", FRIDAY)
    hold(workbench, "dong_thap")
    yield workbench
    workbench.close()


class Outside:
    """The world outside the program: the folder that is chosen, the papers that were opened."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.proposed: list[Path] = []
        self.opened: list[Path] = []

    def ask(self, _parent: QWidget, proposed: Path) -> Path | None:
        self.proposed.append(proposed)
        return self.folder / proposed.name


@pytest.fixture
def outside(tmp_path: Path) -> Outside:
    folder = tmp_path / "van-ban"
    folder.mkdir()
    return Outside(folder)


@pytest.fixture
def page(qtbot: QtBot, desk: Workbench, outside: Outside) -> PapersPage:
    desk.offices.use_sample()
    desk.reporting.record(ANSWER)
    made = PapersPage(desk, outside.ask, outside.opened.append)
    qtbot.addWidget(made)
    made.resize(1190, 674)
    with qtbot.waitExposed(made):
        made.show()
    made.compose.parts.text.editor.setFocus()
    return made


def button(page: PapersPage) -> QPushButton:
    """The one button of the band."""
    buttons: list[QPushButton] = list(page.band.findChildren(QPushButton))
    found = [made for made in buttons if made.isVisible()]
    assert len(found) == 1
    return found[0]


def test_the_words_come_from_the_answers(page: PapersPage) -> None:
    words = page.compose.parts.text.editor.toPlainText()

    assert "I. KẾT QUẢ THỰC HIỆN" in words
    assert "Đã mở 02 lớp tập huấn" in words
    assert page.compose.parts.text.editor.blocks() == page_blocks(page)


def page_blocks(page: PapersPage) -> tuple[Block, ...]:
    return page._workbench.reporting.report(OCTOBER).blocks  # noqa: SLF001 - the same desk


def test_paragraphs_come_back_as_they_were(qtbot: QtBot, desk: Workbench) -> None:
    editor = ReportEditor()
    qtbot.addWidget(editor)
    blocks = (
        Block(BlockKind.PART, "I. KẾT QUẢ"),
        Block(BlockKind.SECTION, "1. Tiến độ số\u00a02"),
        Block(BlockKind.COUNTS_TABLE),
        Block(BlockKind.POINT, "a) Nhân lực số"),
        Block(BlockKind.PARAGRAPH, "Hết./."),
    )

    editor.show_blocks(blocks)

    assert editor.blocks() == blocks
    assert not editor.is_changed()


def test_the_words_follow_the_answers_until_they_are_edited(
    page: PapersPage, desk: Workbench
) -> None:
    desk.reporting.record(
        ProgressEntry(TASK, "2025-10", TaskStatus.IN_PROGRESS, None, 60, "Đã mở 05 lớp")
    )
    desk.tell(Changes.PROGRESS)

    assert "Đã mở 05 lớp" in page.compose.parts.text.editor.toPlainText()


def test_edited_words_are_one_step_and_go_back(page: PapersPage, desk: Workbench) -> None:
    press((Key.Key_Home, CTRL), "Kính thưa Sở: ")
    page.compose.commit()

    edited = edited_text(desk)
    assert edited
    assert edited[0].text.startswith("Kính thưa Sở: Thực hiện")
    assert desk.undo_stack.undoText() == "Sửa lời báo cáo"
    desk.undo_stack.undo()
    assert edited_text(desk) is None
    assert not page.compose.parts.text.editor.toPlainText().startswith("Kính thưa")


def test_the_proposed_words_can_be_taken_back(page: PapersPage, desk: Workbench) -> None:
    press((Key.Key_Home, CTRL), "Sửa: ")
    page.compose.commit()

    page.compose.parts.text.back_button.click()

    assert edited_text(desk) is None
    desk.undo_stack.undo()
    assert page.compose.parts.text.editor.toPlainText().startswith("Sửa: ")


def test_words_typed_are_kept_when_another_screen_comes(page: PapersPage, desk: Workbench) -> None:
    press((Key.Key_Home, CTRL), "Viết dở. ")

    page.hide()

    assert (edited_text(desk) or ())[0].text.startswith("Viết dở. ")


def test_the_table_of_figures_takes_no_letters(qtbot: QtBot, page: PapersPage) -> None:
    number = page.compose.parts.text.editor.blocks().index(Block(BlockKind.COUNTS_TABLE))
    cursor = page.compose.parts.text.editor.textCursor()
    cursor.setPosition(
        page.compose.parts.text.editor.document().findBlockByNumber(number).position()
    )
    page.compose.parts.text.editor.setTextCursor(cursor)

    press("abc")

    assert not page.compose.parts.text.editor.is_changed()


def test_a_paragraph_is_made_a_heading(page: PapersPage, desk: Workbench) -> None:
    press((Key.Key_Home, CTRL))

    page.compose.parts.text.editor.set_kind(BlockKind.SECTION)
    page.compose.commit()

    assert (edited_text(desk) or ())[0].kind is BlockKind.SECTION


def test_words_are_made_bold_and_italic_by_their_keys(page: PapersPage, desk: Workbench) -> None:
    press((Key.Key_Home, CTRL), "Mở đầu ", (Key.Key_B, CTRL), "đậm", (Key.Key_B, CTRL), " rồi ")
    press((Key.Key_I, CTRL), "nghiêng")

    page.compose.commit()

    said = (edited_text(desk) or ())[0]
    told = [(said.text[e.start : e.end], e.bold, e.italic) for e in said.emphases]
    assert said.text.startswith("Mở đầu đậm rồi nghiêng")
    assert told == [("đậm", True, False), ("nghiêng", False, True)]
    assert page.compose.parts.text.editor.blocks()[0] == said


def test_the_button_makes_the_chosen_words_bold_and_plain_again(page: PapersPage) -> None:
    parts = page.compose.parts.text
    press((Key.Key_Home, CTRL), (Key.Key_Right, CTRL | SHIFT))

    parts.bold_button.click()
    first, pressed = parts.editor.blocks()[0], parts.bold_button.isChecked()
    parts.bold_button.click()

    assert (pressed, parts.bold_button.isChecked()) == (True, False)
    assert [(e.start, e.bold) for e in first.emphases] == [(0, True)]
    assert parts.editor.blocks()[0].emphases == ()


def test_what_is_missing_is_said_before_the_paper_goes_out(page: PapersPage) -> None:
    said = " ".join(page.compose.parts.rail.words())

    assert "6 trên 7 nhiệm vụ chưa có trả lời" in said
    assert "1 kế hoạch chưa có số, ngày" in said
    assert "BC thang 10-2025 xa Suoi May.docx" in said


def test_without_an_office_the_page_says_where_to_set_one(qtbot: QtBot, desk: Workbench) -> None:
    desk.reporting.open(OCTOBER)
    page = PapersPage(desk)
    qtbot.addWidget(page)

    assert page.compose.stack.currentWidget() is page.compose.nothing
    assert "chưa có thông tin cơ quan" in page.compose.nothing.words.text()
    with qtbot.waitSignal(page.wanted) as asked:
        page.compose.nothing.button.click()
    assert asked.args == ["office"]
    assert not page.compose.export_button.isEnabled()


@pytest.mark.parametrize("key", [Key.Key_E, Key.Key_Return])
def test_the_paper_is_written_remembered_and_opened(
    page: PapersPage, outside: Outside, qtbot: QtBot, key: Key
) -> None:
    press((key, CTRL))
    qtbot.waitUntil(lambda: bool(outside.opened), timeout=20_000)

    (path,) = outside.opened
    assert path == outside.folder / "BC thang 10-2025 xa Suoi May.docx"
    assert path.stat().st_size > 5000
    assert settings.folder(FOLDER) == outside.folder
    assert "Đã ghi" in page.band.words()


def test_the_scope_is_a_choice(page: PapersPage) -> None:
    page.compose.scope.setCurrentIndex(1)

    assert "Phụ lục: 49 nhiệm vụ (tất cả nhiệm vụ)" in page.compose.parts.rail.words()


def test_a_paper_open_elsewhere_gets_another_name_beside(
    page: PapersPage, outside: Outside, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "BC thang 10-2025 xa Suoi May.docx"
    (outside.folder / name).write_bytes(b"open in Word")
    really_replace = os.replace

    def replace(source: Path, target: Path) -> None:
        if Path(target).name == name:
            raise PermissionError(13, "locked")
        really_replace(source, target)

    monkeypatch.setattr(os, "replace", replace)
    page.ask_and_export()
    qtbot.waitUntil(lambda: "đang mở" in page.band.words(), timeout=20_000)

    assert button(page).text() == "Ghi thành “BC thang 10-2025 xa Suoi May (2).docx”"
    button(page).click()
    qtbot.waitUntil(lambda: bool(outside.opened), timeout=20_000)

    assert outside.opened[0].name == "BC thang 10-2025 xa Suoi May (2).docx"
    assert (outside.folder / name).read_bytes() == b"open in Word"


def test_a_folder_that_is_gone_offers_another(
    page: PapersPage, outside: Outside, qtbot: QtBot, tmp_path: Path
) -> None:
    outside.folder = tmp_path / "khong-co"
    page.ask_and_export()
    qtbot.waitUntil(lambda: "Không có thư mục" in page.band.words(), timeout=20_000)
    assert button(page).text() == "Chọn nơi khác…"

    outside.folder = tmp_path
    button(page).click()
    qtbot.waitUntil(lambda: bool(outside.opened), timeout=20_000)

    assert outside.opened[0].parent == tmp_path


def test_giving_up_at_the_folder_writes_nothing(page: PapersPage, outside: Outside) -> None:
    page.ask_target = lambda _parent, _proposed: None

    page.ask_and_export()

    assert not page.export.busy
    assert outside.opened == []


def test_figures_follow_edited_words_until_they_are_frozen(
    page: PapersPage, desk: Workbench
) -> None:
    text = page.compose.parts.text
    press((Key.Key_Home, CTRL), "Kính thưa Sở: ")
    page.compose.commit()
    record_more(desk, "Đã mở 05 lớp tập huấn")
    assert "Đã mở 05 lớp" in text.editor.toPlainText()
    assert text.editor.toPlainText().startswith("Kính thưa Sở: ")

    text.live.click()
    record_more(desk, "Đã mở 09 lớp tập huấn")

    assert "Đã mở 05 lớp" in text.editor.toPlainText()
    desk.undo_stack.undo()
    assert "Đã mở 09 lớp" in text.editor.toPlainText()


def record_more(desk: Workbench, result: str) -> None:
    desk.reporting.record(ProgressEntry(TASK, "2025-10", TaskStatus.IN_PROGRESS, None, 60, result))
    desk.tell(Changes.PROGRESS)


def test_a_list_goes_on_with_the_next_letter_and_ends_with_an_empty_item(
    page: PapersPage,
) -> None:
    editor = page.compose.parts.text.editor
    press((Key.Key_End, CTRL), Key.Key_Return, "c) Nhân lực số", Key.Key_Return, "Mở 02 lớp")
    press(Key.Key_Return, "hạ tầng số", Key.Key_Return, Key.Key_Return, "Hết.")

    lines = editor.toPlainText().split("\n")

    assert lines[-4:] == ["c) Nhân lực số", "d) Mở 02 lớp", "đ) hạ tầng số", "Hết."]


@pytest.mark.parametrize(
    ("line", "after"),
    [("d) Xã", "đ) "), ("- Xã", "- "), ("+ Xã", "+ "), ("1. Xã", ""), ("y) Xã", ""), ("Xã a)", "")],
)
def test_what_comes_after_an_item(line: str, after: str) -> None:
    assert next_item(line) == after
