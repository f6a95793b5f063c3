"""A book that does not open: the window says why, offers the ways out, and loses nothing."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from filelock import FileLock
from pytestqt.qtbot import QtBot

from kehoach_desktop import app, paths
from kehoach_desktop.domain.errors import WayOut
from kehoach_desktop.ui import settings, theme
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.opening import Opening
from kehoach_desktop.ui.shut_book import ShutBook
from tests.books import FRIDAY
from tests.ui.conftest import BINH_AN, Said

NEWER = (
    "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
    "VALUES ('kehoach', '9999_x', '')"
)
Start = Callable[[], MainWindow]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book of Bình An with a good backup beside it."""
    path = tmp_path / "sổ" / "so.khxa"
    kept = app.build_workbench(path, FRIDAY)
    kept.offices.keep(BINH_AN)
    kept.close()
    return path


@pytest.fixture
def start(qtbot: QtBot, book: Path, said: Said) -> Iterator[Start]:
    """Start the window over the book as the program does, up to where it can go by itself."""
    theme.put_on(paths.resources())
    windows: list[MainWindow] = []

    def begin() -> MainWindow:
        window = MainWindow()
        qtbot.addWidget(window)
        window.show()
        make = partial(app.new_workbench, book, FRIDAY)
        Opening(window, make).begin()
        qtbot.waitUntil(
            lambda: window.furnished() and window.stack.key() in ("shut", "overview"),
            timeout=10_000,
        )
        windows.append(window)
        return window

    yield begin
    for window in windows:
        window.workbench.close()
    assert said.answer


def shut(window: MainWindow) -> ShutBook:
    page = window.stack.page("shut")
    assert isinstance(page, ShutBook)
    return page


def opened(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.stack.key() == "overview", timeout=10_000)
    assert "Bình An" in window.windowTitle()
    assert window.navigation.isEnabled()
    assert all(menu.isEnabled() for menu in window.menuBar().actions())


def damage(book: Path) -> bytes:
    content = bytearray(book.read_bytes())
    content[100:3000] = bytes(2900)
    book.write_bytes(content)
    return bytes(content)


def test_a_damaged_book_goes_back_to_its_backup_and_is_kept_beside(
    qtbot: QtBot, start: Start, book: Path, said: Said
) -> None:
    broken = damage(book)
    window = start()
    page = shut(window)
    assert "bị hỏng" in page.band.words()
    assert book.read_bytes() == broken
    assert page.model.rowCount() == 1
    page.buttons[WayOut.RESTORE].click()
    opened(qtbot, window)
    assert "Tệp hỏng, nếu có, được giữ lại" in said.words()
    qtbot.waitUntil(lambda: "Tệp hỏng ở:" in window.line.currentMessage())
    (aside,) = book.parent.glob("so-hong-*.khxa")
    assert aside.read_bytes() == broken


def test_going_back_is_asked_first(start: Start, book: Path, said: Said) -> None:
    broken = damage(book)
    page = shut(start())
    said.answer = False
    page.restore_chosen()
    said.answer = True
    assert book.read_bytes() == broken


def test_a_book_of_a_newer_program_is_left_alone(start: Start, book: Path) -> None:
    with closing(sqlite3.connect(book)) as connection, connection:
        connection.execute(NEWER)
    stood = book.read_bytes()
    page = shut(start())
    assert "mới hơn" in page.band.words()
    assert "Cài bản chương trình mới nhất" in page.band.words()
    assert WayOut.RESTORE not in page.buttons
    assert book.read_bytes() == stood


def test_a_file_that_is_no_book_is_left_alone(start: Start, book: Path) -> None:
    book.write_text("Không phải sổ", encoding="utf-8")
    page = shut(start())
    assert "không phải sổ kế hoạch" in page.band.words()
    assert book.read_text(encoding="utf-8") == "Không phải sổ"
    assert set(page.buttons) == {WayOut.RESTORE, WayOut.ELSEWHERE}


def test_a_book_open_elsewhere_opens_once_it_is_let_go(
    qtbot: QtBot, start: Start, book: Path
) -> None:
    with FileLock(book.with_name(f".{book.name}.lock")):
        window = start()
        assert "đang mở ở cửa sổ hoặc lệnh khác" in shut(window).band.words()
        first = shut(window)
        first.buttons[WayOut.AGAIN].click()
        qtbot.waitUntil(lambda: window.stack.page("shut") not in (None, first))
    shut(window).buttons[WayOut.AGAIN].click()
    opened(qtbot, window)


def test_a_folder_that_cannot_be_made_is_told_with_another_place(
    qtbot: QtBot, start: Start, book: Path
) -> None:
    book.parent.rename(book.parent.with_name("cất đi"))
    book.parent.write_text("một tệp ở chỗ của thư mục", encoding="utf-8")
    window = start()
    assert "không có ổ đĩa hoặc thư mục này" in shut(window).band.words()
    assert set(shut(window).buttons) == {WayOut.AGAIN, WayOut.ELSEWHERE}
    book.parent.unlink()
    book.parent.with_name("cất đi").rename(book.parent)
    shut(window).buttons[WayOut.AGAIN].click()
    opened(qtbot, window)


def test_a_lost_book_is_not_quietly_begun_anew(qtbot: QtBot, start: Start, book: Path) -> None:
    book.unlink()
    window = start()
    assert "có các bản sao lưu" in shut(window).band.words()
    assert not book.exists()
    shut(window).buttons[WayOut.RESTORE].click()
    opened(qtbot, window)


def test_a_new_book_is_begun_only_where_it_is_agreed_to(
    qtbot: QtBot, start: Start, book: Path, said: Said
) -> None:
    book.unlink()
    window = start()
    said.answer = False
    shut(window).begin_anew()
    said.answer = True
    assert not book.exists()
    shut(window).buttons[WayOut.ANEW].click()
    qtbot.waitUntil(lambda: window.stack.key() == "first_run", timeout=10_000)
    assert len([*book.parent.glob("sao-luu/*.khxa")]) == 1


def test_a_step_that_crashes_leaves_no_empty_frame(
    qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    faulty = [1]
    begin = MainWindow.begin
    monkeypatch.setattr(MainWindow, "begin", lambda w: 1 / 0 if faulty.pop() else begin(w))
    with qtbot.captureExceptions() as caught:
        window = start()
    assert [kind for kind, *_rest in caught] == [ZeroDivisionError]
    assert "lỗi khi mở" in shut(window).band.words()
    faulty.append(0)
    shut(window).buttons[WayOut.AGAIN].click()
    opened(qtbot, window)


def test_nothing_that_needs_the_book_can_be_done_meanwhile(start: Start, book: Path) -> None:
    damage(book)
    window = start()
    assert not window.navigation.isEnabled()
    assert not window.acceptDrops()
    assert not any(menu.isEnabled() for menu in window.menuBar().actions())


def test_another_place_is_a_window_of_its_own(tmp_path: Path) -> None:
    program, *words = paths.window_command(tmp_path / "sổ khác.khxa")
    assert program == sys.executable
    assert words[-2:] == ["--store", str(tmp_path / "sổ khác.khxa")]


def test_the_folder_of_forms_is_watched_from_the_start(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    folder = tmp_path / "Zalo"
    folder.mkdir()
    (folder / "phieu.xlsx").write_bytes(b"PK\x03\x04")
    settings.put_watched(folder)
    try:
        window = start()
        said = "1 phiếu mới trong thư mục nhận phiếu: xem ở Kỳ báo cáo."
        qtbot.waitUntil(lambda: window.line.currentMessage() == said, timeout=10_000)
        assert window.stack.page("period") is None
    finally:
        settings.put_watched(None)
