"""One title over one row of tabs on every screen; words get their room where it is narrow."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.counts import Counts
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.furniture import Band, Bar, Elided, PageHead, label
from kehoach_desktop.ui.list_box import list_box
from kehoach_desktop.ui.list_model import SHOWN, Column, ListModel
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.overview_steps import Done
from kehoach_desktop.ui.progress.counts_strip import CountsStrip
from kehoach_desktop.ui.reports.report_editor import ReportEditor
from kehoach_desktop.ui.sheet import SheetView, shared_out
from kehoach_desktop.ui.step_strip import StepButton, StepStrip
from kehoach_desktop.ui.tabs import TabBar
from kehoach_desktop.ui.teams.teams_page import TeamsPage
from tests.ui.conftest import children

TABBED = {"report": "Văn bản", "teams": "Tổ công nghệ số", "office": "Danh mục"}
LONG = "Đã ghi 214 ô từ phiếu Phòng Văn hóa - Xã hội, Phòng Kinh tế, Công an xã và 7 đơn vị khác."
RIGHT = Qt.ItemDataRole.TextAlignmentRole


def corner(part: QWidget, window: QWidget) -> QPoint:
    return part.mapTo(window, QPoint(0, 0))


def titles(window: MainWindow) -> list[QLabel]:
    heads = children(window.stack.currentWidget(), PageHead)
    return [head.title for head in heads if head.title.isVisible()]


@pytest.mark.parametrize("width", [1024, 1366])
@pytest.mark.parametrize("key", TABBED)
def test_every_tab_of_a_screen_stands_under_one_title_at_one_place(
    window: MainWindow, key: str, width: int
) -> None:
    window.resize(width, 728)
    window.go(key)
    page = window.stack.currentWidget()
    tabs = next(bar for bar in children(page, TabBar) if bar.isVisible())
    for number in range(tabs.count()):
        tabs.setCurrentIndex(number)
        (title,) = titles(window)
        assert title.text() == TABBED[key]
        assert corner(title, page).x() == 16
        assert corner(tabs, page).y() >= corner(title, page).y() + title.height()
        assert corner(tabs, page).x() == 0
        assert tabs.width() == page.width()


def test_ctrl_tab_goes_round_the_tabs_of_the_screen(window: MainWindow) -> None:
    window.activateWindow()
    window.go("office")
    page = window.stack.currentWidget()
    tabs = next(bar for bar in children(page, TabBar) if bar.isVisible())
    seen = []
    for _turn in range(tabs.count()):
        holder = window.focusWidget()
        assert holder is not None
        QTest.keyClick(holder, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        seen.append(tabs.key())
    assert seen == ["units", "duties", "days_off", "office"]


def test_a_list_that_is_reviewed_has_the_screen_to_itself(window: MainWindow) -> None:
    window.go("teams")
    page = window.stack.currentWidget()
    assert isinstance(page, TeamsPage)
    page.lists.addWidget(QWidget())
    page.lists.setCurrentIndex(1)
    assert page.tabs.bar.isHidden()
    page.tabs.turn_to("figures")
    assert not page.tabs.bar.isHidden()
    page.tabs.turn_to("teams")
    assert page.tabs.heads.isHidden()
    page.lists.setCurrentIndex(0)
    assert not page.tabs.heads.isHidden()


def test_the_steps_of_the_month_are_whole_in_a_narrow_window(window: MainWindow) -> None:
    month = Done(opened=False, answered=0, rows=20, forms=(0, 0), looks=0)
    strip = StepStrip()
    window.stack.addWidget(strip)
    window.stack.setCurrentWidget(strip)
    strip.show_steps(month.steps(ReportingPeriod.parse("2025-11")))
    strip.setFixedWidth(596)
    window.resize(1024, 728)
    buttons = children(strip, StepButton)
    assert [b for b in buttons if b.width() < b.least_width()] == []
    assert len(buttons) == 5


def test_what_was_just_said_is_whole_and_the_step_to_undo_gives_way(
    qtbot: QtBot, window: MainWindow
) -> None:
    step = "Nhập kế hoạch triển khai thực hiện Kế hoạch số 359-KH/TU"
    window.line.show_undo(step)
    window.resize(1024, 728)
    window.line.say("")
    before = len(window.line.undo.text())
    window.line.say(LONG)
    qtbot.waitUntil(lambda: QLabel.text(window.line.said) == LONG)
    assert len(window.line.undo.text()) < before
    shown = window.line.undo.text().removesuffix("…").split()
    assert set(shown) <= {"Hoàn", "tác:", *step.split()}
    assert "359-KH/TU" in window.line.undo.toolTip()


def test_words_that_are_too_long_for_the_foot_end_in_dots_and_are_whole_in_the_tip(
    window: MainWindow,
) -> None:
    note = Elided("second")
    note.resize(34, 20)
    note.setText("20 trên 69 dòng")
    assert QLabel.text(note) == ""  # "20 t…" would tell nothing
    window.resize(960, 600)
    window.line.say(LONG * 3)
    assert QLabel.text(window.line.said).endswith("…")
    assert window.line.said.toolTip() == window.line.currentMessage() == LONG * 3


def test_the_note_of_a_bar_never_keeps_a_pane_wide(qtbot: QtBot, window: MainWindow) -> None:
    bar = Bar()
    qtbot.addWidget(bar)
    bar.add(label("Xuất phiếu…"))
    least = bar.minimumSizeHint().width()
    bar.say(LONG)
    assert bar.minimumSizeHint().width() == least
    assert bar.note.text() == LONG


@pytest.fixture
def sheet(qtbot: QtBot, window: MainWindow) -> SheetView:
    view = SheetView()
    names = ("Số", "Việc", "Giao cho", "Hạn", "Tình hình")
    columns = [Column(partial(str, name), {SHOWN: str}) for name in names]
    columns[3] = Column(
        lambda: "Hạn", {SHOWN: str, RIGHT: lambda _row: Qt.AlignmentFlag.AlignRight}
    )
    model = ListModel(columns, view)
    model.show_rows(("A", "B"))
    qtbot.addWidget(view)
    view.setModel(model)
    view.set_widths((80, 300, 160, 160, 110), stretch=1, spare=2)
    view.resize(1000, 300)
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_in_a_narrow_table_the_spare_column_goes_first_and_the_main_one_keeps_its_words(
    sheet: SheetView,
) -> None:
    assert not sheet.isColumnHidden(2)
    sheet.resize(650, 300)
    assert sheet.isColumnHidden(2)
    assert sheet.columnWidth(3) == 160
    sheet.resize(620, 300)
    assert 120 <= sheet.columnWidth(3) < 160
    assert sheet.columnWidth(1) >= 295
    assert sheet.columnWidth(4) == 110
    sheet.resize(1000, 300)
    assert not sheet.isColumnHidden(2)
    assert sheet.columnWidth(3) == 160


def test_the_title_over_figures_stands_at_their_side(sheet: SheetView) -> None:
    across = Qt.Orientation.Horizontal
    side = sheet.model().headerData(3, across, RIGHT)
    assert side & Qt.AlignmentFlag.AlignRight
    assert sheet.model().headerData(1, across, RIGHT) is None


def test_only_what_is_counted_takes_room_over_the_sheet(qtbot: QtBot, window: MainWindow) -> None:
    strip = CountsStrip()
    qtbot.addWidget(strip)
    strip.resize(1300, 80)
    strip.show()
    strip.show_counts(Counts(ongoing=6, unanswered=4))
    assert strip.apart["unanswered"].isVisible()
    assert not strip.apart["suspended"].isVisible()
    strip.show_counts(Counts(ongoing=6, suspended=1))
    assert strip.apart["suspended"].text() == "Tạm dừng: 1"
    assert strip.apart["suspended"].isVisible()
    strip.resize(940, 80)
    assert not strip.apart["unanswered"].isVisible()


def test_a_dialog_begins_in_its_first_field_and_tab_comes_to_the_buttons_last(
    qtbot: QtBot, window: MainWindow
) -> None:
    asked = Asked(window, "Phát hành", "Phát hành")
    number, day = QLineEdit("1"), QLineEdit("17/10/2025")
    asked.add("&Số", number)
    asked.add("&Ngày ký", day)
    with qtbot.waitExposed(asked):
        asked.show()
    seen = []
    for _turn in range(4):
        holder = asked.focusWidget()
        assert holder is not None
        seen.append(holder)
        QTest.keyClick(holder, Qt.Key.Key_Tab)
    assert seen == [number, day, asked.refuse, asked.agree]
    asked.reject()


def test_what_a_dialog_may_not_keep_is_told_in_it_with_all_that_was_typed(
    qtbot: QtBot, window: MainWindow
) -> None:
    asked = Asked(window, "Phát hành", "Phát hành")
    number, typed = asked.line("&Số", "45"), list[str]()

    def refuse() -> None:
        typed.append(number.text())
        raise KehoachError("Số 45 đã cấp.")

    asked.answer = refuse
    with qtbot.waitExposed(asked):
        asked.show()
    QTest.keyClick(number, Qt.Key.Key_Return)
    asked.agree.click()
    assert (typed, asked.wrong.text()) == (["45", "45"], "Số 45 đã cấp.")
    assert asked.isVisible()
    assert asked.focusWidget() is number
    asked.answer = lambda: True
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert not asked.isVisible()


def test_the_fields_of_a_tall_dialog_stand_apart_on_a_low_screen(
    qtbot: QtBot, window: MainWindow
) -> None:
    asked = Asked(window, "Sửa chữ của dòng", "Dùng chữ này")
    asked.explain(LONG)
    fields = [asked.area("Nội dung", "", height) for height in (170, 52, 52, 52, 52)]
    with qtbot.waitExposed(asked):
        asked.show()
    for above, below in pairwise(fields):
        assert below.geometry().top() > above.geometry().bottom()
    asked.reject()


def test_a_dialog_grows_with_the_words_that_come_while_it_stands(
    qtbot: QtBot, window: MainWindow
) -> None:
    asked = Asked(window, "Phát hành", "Phát hành")
    asked.add("Trích yếu", label(LONG, wrap=True))
    with qtbot.waitExposed(asked):
        asked.show()
    asked.words.setText(" ".join([LONG] * 4))
    said = children(asked, QLabel)
    qtbot.waitUntil(lambda: all(p.height() >= p.heightForWidth(p.width()) for p in said))
    asked.reject()


def test_long_rows_of_a_list_end_within_it(qtbot: QtBot) -> None:
    listed = list_box()
    qtbot.addWidget(listed)
    listed.addItems([LONG * 3, "Thôn Đông"])
    listed.resize(300, 200)
    with qtbot.waitExposed(listed):
        listed.show()
    assert listed.horizontalScrollBar().maximum() == 0
    assert listed.visualItemRect(listed.item(0)).width() <= 300


def test_the_margin_of_the_report_gives_way_where_it_is_narrow(qtbot: QtBot) -> None:
    editor = ReportEditor()
    qtbot.addWidget(editor)
    editor.show_blocks(())
    typed = []
    editor.textChanged.connect(lambda: typed.append(1))
    margins = []
    for width in (700, 400):
        editor.resize(width, 300)
        with qtbot.waitExposed(editor):
            editor.show()
        margins.append(editor.document().documentMargin())
    assert margins[0] > margins[1] >= 12
    assert typed == []
    assert not editor.document().isModified()


def test_a_band_that_names_another_button_shows_the_former_no_more(
    qtbot: QtBot, window: MainWindow
) -> None:
    band = Band()
    qtbot.addWidget(band)
    band.say("Danh sách đã đổi.", button="Ghi số quyết định…", on_click=band.hide)
    with qtbot.waitExposed(band):
        band.show()
    band.say("Chưa ghi quyết định lập tổ.", button="Lập tổ…", on_click=band.hide)
    assert [part.text() for part in children(band, Button) if part.isVisible()] == ["Lập tổ…"]


def test_hints_in_empty_fields_can_be_read(window: MainWindow) -> None:
    field = QLineEdit(window)
    field.show()
    hint = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert hint == theme.current().colour("text3")


def test_a_narrow_column_takes_the_room_of_its_words_from_those_that_have_more() -> None:
    shares = dict(enumerate((52, 176, 88, 96, 90, 118)))
    needed = dict(enumerate((47, 71, 53, 104, 92, 77)))

    widths = shared_out(548, shares, needed)

    assert [column for column, width in widths.items() if width < needed[column]] == []
    assert 544 <= sum(widths.values()) <= 551
    assert widths[1] == max(widths.values())
