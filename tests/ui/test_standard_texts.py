from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from kehoach_desktop.ui import standard_texts
from kehoach_desktop.ui.standard_texts import StandardTexts
from tests.ui.conftest import children

ENGLISH = {"OK", "Cancel", "Yes", "No", "Save", "Open", "Close", "Discard", "Apply", "Reset"}
ENGLISH |= {"Help", "Retry", "Ignore", "Abort", "Yes to All", "No to All", "Restore Defaults"}


@pytest.fixture
def vietnamese(qapp: QApplication) -> Iterator[None]:
    standard_texts.install(qapp)
    yield
    for texts in children(qapp, StandardTexts):
        QCoreApplication.removeTranslator(texts)
        texts.setParent(None)
    QLocale.setDefault(QLocale.c())


def plain(text: str) -> str:
    return text.replace("&", "")


@pytest.mark.usefixtures("vietnamese")
@pytest.mark.parametrize("button", list(QDialogButtonBox.StandardButton))
def test_no_standard_button_is_english(
    qtbot: QtBot, button: QDialogButtonBox.StandardButton
) -> None:
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    made = box.addButton(button) if button.value else None
    if made is not None:
        assert plain(made.text()) not in ENGLISH
        assert not made.text().isascii()


@pytest.mark.usefixtures("vietnamese")
def test_the_menu_of_a_field_is_vietnamese(qtbot: QtBot) -> None:
    field = QLineEdit("chữ")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    words = [plain(a.text()).split("\t")[0] for a in menu.actions() if not a.isSeparator()]
    assert words[:2] == ["Hoàn tác", "Làm lại"]
    assert not set(words) & {"Undo", "Redo", "Cut", "Copy", "Paste", "Delete", "Select All"}
    menu.deleteLater()


@pytest.mark.usefixtures("vietnamese")
def test_the_file_dialog_is_vietnamese(qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    words = {plain(part.text()) for part in children(dialog, QLabel)}
    words |= {plain(part.text()) for part in children(dialog, QPushButton)}
    tips = {tool.toolTip() for tool in children(dialog, QToolButton)}
    assert {"Tìm trong:", "Tên tệp:", "Loại tệp:", "Mở", "Hủy"} <= words
    assert not tips & {"Back", "Forward", "Parent Directory", "List View", "Detail View"}


@pytest.mark.usefixtures("vietnamese")
def test_a_text_nobody_translated_stays_as_it_is() -> None:
    assert QCoreApplication.translate("Anything", "%1 of %2 files") == "%1 of %2 files"
