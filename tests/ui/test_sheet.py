from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kehoach_desktop import paths
from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.progress import Standing, TaskStatus
from kehoach_desktop.ui import icons, looks, theme
from kehoach_desktop.ui.cell_text import wrapped
from kehoach_desktop.ui.sheet import SheetView
from kehoach_desktop.ui.table_cells import Index, Role, lead_of, line_height, row_height

LONG = "Tổ chức các lớp đào tạo, hướng dẫn kỹ năng số cho người dân: Tổ chức chương trình nâng cao "
_ROOT = QModelIndex()


class Rows(QAbstractTableModel):
    """A heading, then rows that are long and short by turns."""

    asked = 0

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else 5_000

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = 0) -> Any:
        self.asked += 1
        if role == Role.SECTION:
            return index.row() == 0
        if role == Qt.ItemDataRole.DisplayRole:
            return LONG * 3 if index.row() % 2 else "Ngắn"
        return None


@pytest.fixture
def sheet(qtbot: QtBot, qapp: QApplication) -> SheetView:
    theme.put_on(paths.resources())
    view = SheetView()
    qtbot.addWidget(view)
    view.setModel(Rows(view))
    view.set_widths((60, 300), stretch=1)
    view.resize(500, 400)
    with qtbot.waitExposed(view):
        view.show()
    view.settle()
    return view


def test_rows_are_as_high_as_their_words_and_no_higher_than_the_limit(sheet: SheetView) -> None:
    assert sheet.rowHeight(1) == row_height(2)
    assert sheet.rowHeight(2) == row_height(1)
    QTest.keyClick(sheet, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert sheet.rowHeight(1) == row_height(4)
    assert sheet.rowHeight(2) == row_height(1)


def test_a_heading_takes_the_whole_row(sheet: SheetView) -> None:
    assert sheet.columnSpan(0, 0) == 2
    assert sheet.rowHeight(0) == line_height() + 8


def test_only_visible_rows_are_measured(sheet: SheetView) -> None:
    model = sheet.model()
    assert isinstance(model, Rows)
    model.asked = 0
    sheet.relay()
    assert model.asked < 1_500


def test_selecting_changes_no_height_and_new_heights_keep_the_selection(sheet: SheetView) -> None:
    before = [sheet.rowHeight(row) for row in range(6)]
    sheet.selectRow(3)
    assert [sheet.rowHeight(row) for row in range(6)] == before
    sheet.set_lines(1)
    assert sheet.currentIndex().row() == 3


def test_a_row_far_below_comes_into_sight_whole(sheet: SheetView) -> None:
    sheet.scrollTo(sheet.model().index(801, 0))
    top = sheet.rowViewportPosition(801)
    assert top >= 0
    assert top + sheet.rowHeight(801) <= sheet.viewport().height()


def test_words_that_do_not_fit_end_in_dots(sheet: SheetView) -> None:
    assert sheet.isVisible()
    cut, whole = wrapped(LONG * 4, 200, 2), wrapped("Ngắn", 200, 2)
    assert (cut.lines, cut.cut) == (2, True)
    assert (whole.lines, whole.cut) == (1, False)
    assert wrapped("một\nhai\nba", 200, 3).lines == 3


@pytest.mark.parametrize(
    ("content", "lead"),
    [("Bảo đảm an toàn: Triển khai", 16), ("Không có dấu hai chấm", 0), ("Dòng\nhai: ba", 0)],
)
def test_the_lead_ends_with_the_first_colon_of_the_first_paragraph(content: str, lead: int) -> None:
    assert lead_of(content) == lead


@pytest.mark.parametrize(
    ("key", "first", "last"),
    [("End", 4_990, 4_999), ("Down", 4_990, 4_999), ("Home", 0, 4_990), ("Up", 0, 4_990)],
)
def test_ctrl_and_shift_choose_on_to_the_end_as_in_a_spreadsheet(
    sheet: SheetView, key: str, first: int, last: int
) -> None:
    sheet.setSelectionMode(SheetView.SelectionMode.ExtendedSelection)
    sheet.setCurrentIndex(sheet.model().index(4_990, 1))

    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(sheet, getattr(Qt.Key, f"Key_{key}"), held)

    chosen = sorted(index.row() for index in sheet.selectionModel().selectedRows())
    assert chosen == [*range(first, last + 1)]
    assert sheet.currentIndex().row() in (first, last)


def test_every_state_has_a_glyph_and_a_colour_that_exist(sheet: SheetView) -> None:
    assert sheet.isVisible()
    assert set(looks.STANDING_LOOKS) == set(Standing)
    assert set(looks.STATUS_LOOKS) == {None, *TaskStatus}
    assert set(looks.SEVERITY_LOOKS) == set(Severity)
    every = [*looks.STANDING_LOOKS.values(), *looks.SEVERITY_LOOKS.values(), looks.DUE_SOON]
    for look in every:
        assert {look.hue, look.words} <= set(theme.current().colours)
        assert not icons.pixmap(look.glyph, look.hue, 14).isNull()


def test_both_looks_have_the_same_colours_and_a_whole_stylesheet(sheet: SheetView) -> None:
    assert sheet.isVisible()
    light = theme.put_on(paths.resources(), theme.LIGHT)
    dark = theme.put_on(paths.resources(), theme.DARK)
    assert set(light.colours) == set(dark.colours)
    assert "$" not in theme.stylesheet(dark, paths.resources())
    theme.put_on(paths.resources())


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("name", [theme.LIGHT, theme.DARK])
@pytest.mark.parametrize("ink", ["text", "text2", "text3", "red", "amber", "green", "acc"])
@pytest.mark.parametrize("ground", ["surf", "win", "alt", "sect"])
def test_words_stand_out_from_every_ground(name: str, ink: str, ground: str) -> None:
    colours = theme.put_on(paths.resources(), name).colours
    lighter, darker = sorted((luminance(colours[ink]), luminance(colours[ground])))[::-1]
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5
    theme.put_on(paths.resources())
