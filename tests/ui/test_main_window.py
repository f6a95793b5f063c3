from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.ui import settings, theme
from kehoach_desktop.ui.help_pane import HelpPane, as_html
from kehoach_desktop.ui.help_texts import HELP
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.papers.compose_page import ComposePage
from kehoach_desktop.ui.plans.import_review import ImportReview
from kehoach_desktop.ui.screens import SCREENS
from kehoach_desktop.ui.teams.teams_page import TeamsPage
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import DATA, Said, children, review_of, shown

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
KEYS = [screen.key for screen in SCREENS]


def drop(window: MainWindow, *files: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    window.dropEvent(
        QDropEvent(
            QPointF(400, 300),
            Qt.DropAction.CopyAction,
            carried,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def in_menus(window: MainWindow) -> list[QAction]:
    actions = [action for menu in children(window, QMenu) for action in menu.actions()]
    return [action for action in actions if not action.isSeparator()]


def test_a_new_store_opens_at_the_welcome_and_lets_nothing_else_be_done(
    qtbot: QtBot, workbench: Workbench
) -> None:
    window = shown(qtbot, workbench)
    assert window.stack.key() == "first_run"
    assert not window.navigation.isEnabled()


def test_a_store_with_an_office_opens_at_the_work(window: MainWindow) -> None:
    assert window.stack.visited() == ("overview",)
    assert "UBND xã Bình An" in window.windowTitle()


@pytest.mark.parametrize("number", range(1, len(KEYS) + 1))
def test_alt_and_a_number_leads_to_a_screen(window: MainWindow, number: int) -> None:
    QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), ALT)
    assert window.stack.key() == KEYS[number - 1]
    assert window.navigation.button(KEYS[number - 1]).isChecked()


def test_a_dropped_file_is_read_and_reviewed_and_nothing_is_stored(
    qtbot: QtBot, window: MainWindow, workbench: Workbench
) -> None:
    drop(window, DATA / "dong_thap.xlsx")
    qtbot.waitUntil(lambda: window.stack.key() == "review", timeout=20_000)
    assert workbench.planning.plans() == ()


def test_a_second_dropped_file_waits_for_its_turn(
    qtbot: QtBot, window: MainWindow, workbench: Workbench
) -> None:
    drop(window, DATA / "dong_thap.xlsx", DATA / "quang_tri.docx")
    qtbot.waitUntil(lambda: window.stack.key() == "review", timeout=20_000)
    first = window.stack.page("review")
    assert isinstance(first, ImportReview)
    qtbot.waitUntil(first.apply_button.isEnabled)
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.stack.page("review") not in (first, None), timeout=20_000)
    second = window.stack.page("review")
    assert isinstance(second, ImportReview)
    qtbot.waitUntil(second.apply_button.isEnabled)
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(workbench.planning.plans()) == 2)
    held = [plan.source_name for plan in workbench.planning.plans()]
    assert held == ["dong_thap.xlsx", "quang_tri.docx"]


def test_one_undo_takes_the_whole_import_back_and_redo_brings_it_again(
    qtbot: QtBot, window: MainWindow, workbench: Workbench
) -> None:
    review = review_of(qtbot, window, "dong_thap.xlsx")
    kept = review.draft().plan
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.stack.key() == "matrix")
    assert [plan.id for plan in workbench.planning.plans()] == [kept.id]
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert workbench.planning.plans() == ()
    QTest.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert workbench.planning.plans() == (kept,)


def test_a_file_that_cannot_be_read_is_a_sentence_and_nothing_is_lost(
    qtbot: QtBot, window: MainWindow, said: Said, tmp_path: Path
) -> None:
    broken = tmp_path / "KH 02.docx"
    broken.write_bytes(b"PK\x03\x04 not a word file")
    window.take_files((broken,))
    qtbot.waitUntil(lambda: said.boxes != [], timeout=20_000)
    assert "KH 02.docx" in said.words()
    assert window.stack.key() == "overview"


def test_reading_can_be_stopped(qtbot: QtBot, window: MainWindow) -> None:
    window.take_files((DATA / "dong_thap.xlsx",))
    window.reading.halt.click()
    assert not window.reading.busy()
    assert "Sổ không thay đổi" in window.line.currentMessage()
    qtbot.wait(50)
    assert window.stack.key() == "overview"


@pytest.mark.parametrize("topic", [*KEYS, "first_run", "review"])
def test_f1_has_words_for_every_screen(window: MainWindow, topic: str) -> None:
    assert window.stack.key() == "overview"
    assert len(HELP[topic]) > 2
    assert "Ctrl" not in as_html(topic)[:60]


def test_f1_opens_the_words_and_escape_closes_them(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    panes = children(window, HelpPane)
    assert "Tổng quan" in panes[0].page.toPlainText()
    QTest.keyClick(panes[0], Qt.Key.Key_Escape)
    assert not panes[0].isVisible()


def test_larger_text_is_remembered_and_the_screen_stays(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key(Qt.Key.Key_1 + KEYS.index("backup")), ALT)
    QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
    assert theme.current().zoom == settings.zoom() == 110
    assert window.stack.key() == "backup"
    QTest.keyClick(window, Qt.Key.Key_Minus, CTRL)
    assert theme.current().zoom == 100


def test_another_look_keeps_a_list_under_review(qtbot: QtBot, window: MainWindow) -> None:
    window.go("report")
    window.go("teams")
    page = window.stack.page("teams")
    assert isinstance(page, TeamsPage)
    page.take_list(DATA / "to_cnscd_thon_tan_lap.xlsx")
    assert "Đang đọc" in window.line.currentMessage()
    qtbot.waitUntil(lambda: page.lists.review is not None, timeout=20_000)
    assert "chưa ghi gì" in window.line.currentMessage()
    window.looks.zoom(10)
    assert window.stack.page("teams") is page
    assert window.stack.page("report") is None
    window.looks.zoom(0)


def test_another_look_keeps_the_words_of_a_paper(window: MainWindow) -> None:
    window.go("report")
    (compose,) = children(window, ComposePage)
    compose.show_kind(PaperKind.LETTER)
    compose.parts.form.inputs["addressee"].setFocus()
    QTest.keyClicks(compose.parts.form.inputs["addressee"], "So Tu phap")
    window.looks.zoom(10)
    (compose,) = [page for page in children(window, ComposePage) if page.isVisible()]
    compose.show_kind(PaperKind.LETTER)
    field = compose.parts.form.inputs["addressee"]
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    said = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    assert said == "So Tu phap"
    window.looks.zoom(0)


def test_the_dark_look_can_be_chosen(window: MainWindow) -> None:
    window.looks.wear(theme.DARK)
    assert (theme.current().name, settings.theme_name()) == (theme.DARK, theme.DARK)
    assert window.stack.key() == "overview"


def test_the_language_is_remembered_for_the_next_start(window: MainWindow) -> None:
    window.looks.speak("en")
    assert settings.language() == "en"
    assert "lần mở" in window.line.currentMessage()


def test_a_narrow_window_folds_the_navigation(window: MainWindow) -> None:
    window.resize(1093, 620)
    assert window.navigation.width() == 48
    window.resize(1366, 728)
    assert window.navigation.width() == 176


def test_the_foot_names_the_step_to_undo_and_the_last_backup(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert not window.line.undo.isVisible()
    window.undo()
    assert window.line.currentMessage() == "Không còn bước nào."
    window.back_up()
    assert "hôm nay: tốt" in window.line.backup.text()
    review_of(qtbot, window, "quang_tri.docx").apply()
    qtbot.waitUntil(window.line.undo.isVisible)
    assert window.line.undo.text().startswith("Hoàn tác: Nhập kế hoạch")


def test_closing_with_a_corrected_review_is_asked(
    qtbot: QtBot, window: MainWindow, said: Said
) -> None:
    review_of(qtbot, window, "quang_tri.docx").toggle_ours()
    said.answer = False
    assert not window.close()
    said.answer = True
    assert window.close()
    assert "Chưa ghi gì vào sổ" in said.words()


def test_every_entry_of_the_menus_has_words_and_no_key_is_given_twice(window: MainWindow) -> None:
    actions = in_menus(window)
    assert all(action.text() for action in actions)
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert not [key for key in keys if "Shift" in key or key == "Alt+Z"]


def mnemonics(window: MainWindow) -> list[str]:
    """The letters that Alt reaches now: of the menu bar and of every word that is seen."""
    texts = [action.text() for action in window.menuBar().actions()]
    texts += [words.text() for words in children(window, QLabel) if words.isVisible()]
    texts += [button.text() for button in children(window, QAbstractButton) if button.isVisible()]
    return [text.split("&")[1][0] for text in texts if "&" in text]


@pytest.mark.parametrize("key", ["overview", "office", "backup", "review"])
def test_alt_letters_are_plain_and_lead_to_one_thing(
    qtbot: QtBot, window: MainWindow, key: str
) -> None:
    if key == "review":
        review_of(qtbot, window, "dong_thap.xlsx").list.step(1)
    else:
        window.go(key)
    letters = [letter.lower() for letter in mnemonics(window)]
    assert all(letter.isascii() and letter.isalpha() for letter in letters)
    assert sorted(letters) == sorted(set(letters))


def test_no_word_of_the_frame_is_cut_off(window: MainWindow) -> None:
    cut = [
        words.text()
        for words in children(window, QLabel)
        if words.isVisible()
        and not words.wordWrap()
        and words.text()
        and words.sizePolicy().horizontalPolicy() != words.sizePolicy().Policy.Ignored
        and words.fontMetrics().horizontalAdvance(words.text()) > words.width()
    ]
    assert cut == []


def test_f6_goes_round_the_panes_of_a_screen(qtbot: QtBot, window: MainWindow) -> None:
    review = review_of(qtbot, window, "dong_thap.xlsx")
    review.list.table.setFocus()
    around = []
    for _turn in range(3):
        QTest.keyClick(window, Qt.Key.Key_F6)
        around.append(window.focusWidget())
    assert around == [window.navigation.button("matrix"), review.pane.view, review.list.table]
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is review.pane.view
