"""The window in English: whatever it says itself is English, on every screen and tab."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kehoach_desktop import paths
from kehoach_desktop.documents.check.catalogue import RULES
from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.i18n import use_language
from kehoach_desktop.ui.help_pane import as_html
from kehoach_desktop.ui.help_texts import HELP
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.papers.papers_page import PapersPage
from kehoach_desktop.ui.screens import SCREENS
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import BINH_AN, children, review_of, shown

KEYS = [screen.key for screen in SCREENS]
MARKED = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.I)
# Words of the office and of papers stay as papers print them.
OF_PAPERS = re.compile(
    r"“[^”]*”|\([^)]*\)|e\.g\. .*|Tiếng Việt|Nghị định \S+|UBND xã|[Xx]ã, [Pp]hường…|"
    r"Phụ lục|Suối Mây"
)
PLAIN = replace(
    BINH_AN, name="Binh An", province="Quang Tri", signer="", addressee="So KHCN", recipients=()
)


@pytest.fixture
def english() -> Iterator[None]:
    use_language("en", paths.catalogues())
    yield
    use_language("vi", paths.catalogues())


@pytest.fixture
def window(english: None, qtbot: QtBot, workbench: Workbench) -> MainWindow:
    workbench.offices.keep(PLAIN)
    return shown(qtbot, workbench)


def words_of(part: QWidget) -> Iterator[str]:
    """What a part says: its words, its tips, its name for a screen reader."""
    yield from (part.toolTip(), part.accessibleName())
    if isinstance(part, QLabel | QAbstractButton):
        yield part.text()
    if isinstance(part, QLineEdit):
        yield part.placeholderText()
    if isinstance(part, QComboBox):
        yield from (part.itemText(row) for row in range(part.count()))
    if isinstance(part, QTabBar):
        yield from (part.tabText(tab) for tab in range(part.count()))
    if isinstance(part, QTableView) and (model := part.model()):
        across = range(model.columnCount())
        yield from (str(model.headerData(c, Qt.Orientation.Horizontal) or "") for c in across)


def vietnamese(page: QWidget) -> list[str]:
    parts = [page, *children(page, QWidget)]
    said = {text for part in parts for text in words_of(part) if text}
    return sorted(text for text in said if MARKED.search(OF_PAPERS.sub("", text)))


def tabs_of(page: QWidget) -> Iterator[None]:
    """Turn to every tab of a page, one after the other; nothing where it has none."""
    yield None
    for bar in children(page, QTabBar):
        for tab in range(bar.count()):
            bar.setCurrentIndex(tab)
            yield None


def cut_headings(page: QWidget) -> Iterator[str]:
    for table in children(page, QTableView):
        header, model = table.horizontalHeader(), table.model()
        if not table.isVisible() or not header.isVisible() or model is None:
            continue
        for column in range(model.columnCount()):
            if 0 < header.sectionSize(column) < header.sectionSizeHint(column):
                yield str(model.headerData(column, Qt.Orientation.Horizontal))


@pytest.mark.parametrize("key", KEYS)
def test_a_screen_says_everything_in_english(window: MainWindow, key: str) -> None:
    window.go(key)
    page = window.stack.page(key)
    assert page is not None
    found = {text for _turned in tabs_of(page) for text in vietnamese(page)}
    assert sorted(found) == []


@pytest.mark.parametrize("key", KEYS)
def test_the_english_headings_of_columns_are_not_cut(window: MainWindow, key: str) -> None:
    window.resize(1366, 728)
    window.go(key)
    page = window.stack.page(key)
    assert page is not None
    assert sorted({words for _turned in tabs_of(page) for words in cut_headings(page)}) == []


def test_the_frame_and_its_menus_speak_english(window: MainWindow) -> None:
    actions = [action for menu in children(window, QMenu) for action in menu.actions()]
    actions += children(window, QAction)
    said = {action.text() for action in actions} | {window.windowTitle()}
    assert sorted(text for text in said if MARKED.search(OF_PAPERS.sub("", text))) == []


def test_the_welcome_speaks_english(english: None, qtbot: QtBot, workbench: Workbench) -> None:
    window = shown(qtbot, workbench)
    page = window.stack.page("first_run")
    assert page is not None
    assert vietnamese(page) == []


@pytest.mark.parametrize("topic", [*HELP, "keys"])
def test_help_speaks_english(english: None, qtbot: QtBot, workbench: Workbench, topic: str) -> None:
    assert MARKED.search(OF_PAPERS.sub("", as_html(topic))) is None


def test_what_was_doubted_of_a_file_is_told_in_english(qtbot: QtBot, window: MainWindow) -> None:
    review = review_of(qtbot, window, "quang_tri.docx")
    editor = review.editor
    told = []
    for _place in range(4):
        told += [editor.title.text(), editor.doubt.text(), editor.reason.text()]
        review.list.step(1)
    told = [re.sub(r"^\S+ – ", "", text) for text in told if text]
    assert [text for text in told if MARKED.search(OF_PAPERS.sub("", text))] == []


@pytest.mark.parametrize("key", [*KEYS, "review"])
def test_alt_letters_lead_to_one_thing_in_english(
    qtbot: QtBot, window: MainWindow, key: str
) -> None:
    if key == "review":
        review_of(qtbot, window, "dong_thap.xlsx").list.step(1)
    else:
        window.go(key)
    texts = [action.text() for action in window.menuBar().actions()]
    texts += [words.text() for words in children(window, QLabel) if words.isVisible()]
    texts += [button.text() for button in children(window, QAbstractButton) if button.isVisible()]
    letters = [text.replace("&&", "").split("&")[1][0].lower() for text in texts if "&" in text]
    assert sorted(letters) == sorted(set(letters))


def test_what_asks_for_a_rule_of_the_form_is_a_law_or_told_in_english(window: MainWindow) -> None:
    asks = {source for _severity, source in RULES.values()}
    findings = [PaperFinding("typing", Severity.CHECK, "", "", source) for source in asks]
    window.go("report")
    page = window.stack.page("report")
    assert isinstance(page, PapersPage)
    page.check.checking.checked.emit(Path("cong_van.docx"), findings)
    rows = range(page.check.model.rowCount())
    told = {str(page.check.model.index(row, 2).data() or "") for row in rows}
    own = {text for text in told if not re.match("Nghị định|Luật|TCVN|$", text)}
    assert "Check before signing" in own
    assert [text for text in own if MARKED.search(text)] == []
