from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.ui.progress.evidence_files import EvidenceFiles, size_words
from kehoach_desktop.ui.progress.period_page import PeriodPage
from kehoach_desktop.ui.progress.sheet_columns import FIELDS, Field
from kehoach_desktop.ui.table_cells import Role
from kehoach_desktop.ui.workbench import Workbench
from tests.screens import wait_for
from tests.ui.conftest import on_screen
from tests.ui.keyboard import CTRL, Key, press

OCTOBER = ReportingPeriod.parse("2025-10")
A3 = TaskId("quang_tri-0-2")


@pytest.fixture
def desk(held: Workbench) -> Workbench:
    held.reporting.open(OCTOBER)
    return held


@pytest.fixture
def page(qtbot: QtBot, desk: Workbench) -> PeriodPage:
    made = on_screen(qtbot, PeriodPage(desk))
    made.show_task(A3)
    made.views.show_form()
    return made


@pytest.fixture
def files(page: PeriodPage) -> EvidenceFiles:
    return page.views.form.files


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    path = tmp_path / "Biên bản tập huấn.pdf"
    path.write_bytes(b"%PDF-1.4 lop tap huan" * 1200)
    return path


def names(files: EvidenceFiles) -> list[str]:
    return [one.name for one in files.kept]


def attach(files: EvidenceFiles, *paths: Path) -> None:
    """Attach files and wait until the job has copied them."""
    files.attach(paths)
    copied(files)


def copied(files: EvidenceFiles) -> None:
    wait_for(lambda: not files.copying.busy)


def carried(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def test_files_are_attached_as_one_step(
    page: PeriodPage, files: EvidenceFiles, desk: Workbench, minutes: Path, tmp_path: Path
) -> None:
    photo = tmp_path / "anh lop.jpg"
    photo.write_bytes(b"\xff\xd8\xff" * 400)

    attach(files, minutes, photo)

    assert names(files) == ["Biên bản tập huấn.pdf", "anh lop.jpg"]
    page.views.show_table()
    place = page.model.index(page.model.number_of(A3), FIELDS.index(Field.EVIDENCE))
    assert place.data(Role.SECOND) == "2 tệp"
    page.views.show_form()
    assert files.files.item(0).text() == "Biên bản tập huấn.pdf (25 kB)"
    desk.undo_stack.undo()
    assert names(files) == []
    assert files.files.item(0).text().startswith("Kéo tệp thả vào đây")
    desk.undo_stack.redo()
    assert len(names(files)) == 2


def test_a_file_dropped_on_the_form_is_evidence_of_its_task(
    page: PeriodPage, files: EvidenceFiles, minutes: Path
) -> None:
    mime = carried(minutes)
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier

    page.views.form.dropEvent(QDropEvent(QPointF(9, 9), action, mime, button, none))
    copied(files)

    assert names(files) == ["Biên bản tập huấn.pdf"]


def test_files_are_pasted_where_words_are_typed(
    page: PeriodPage, files: EvidenceFiles, minutes: Path
) -> None:
    QApplication.clipboard().setMimeData(carried(minutes))
    text = page.views.form.answers.texts[Field.EVIDENCE]
    text.setFocus()

    press((Key.Key_V, CTRL))
    copied(files)

    assert names(files) == ["Biên bản tập huấn.pdf"]
    assert text.text() == ""


def test_files_pasted_into_the_sheet_stand_behind_the_current_task(
    page: PeriodPage, desk: Workbench, minutes: Path
) -> None:
    page.views.show_table()
    QApplication.clipboard().setMimeData(carried(minutes))

    press((Key.Key_V, CTRL))
    copied(page.views.form.files)

    (one,) = desk.evidence.attachments(OCTOBER)
    assert (one.task, one.name) == (A3, minutes.name)
    assert desk.reporting.entry(A3, OCTOBER).is_empty
    page.closing.close(OCTOBER, "đã gửi")
    page.views.show_table()
    press((Key.Key_V, CTRL))
    assert page.closing.seal.words().startswith("Chưa ghi gì.")


def test_a_file_is_opened_and_taken_away(
    files: EvidenceFiles, desk: Workbench, minutes: Path
) -> None:
    opened: list[Path] = []
    files.open_file = opened.append
    attach(files, minutes)
    assert not files.remove.isEnabled()
    files.files.setCurrentRow(0)

    files.look.click()
    assert opened[0].read_bytes() == minutes.read_bytes()
    files.remove.click()
    assert names(files) == []
    desk.undo_stack.undo()
    assert names(files) == ["Biên bản tập huấn.pdf"]


def test_a_lost_file_is_said_in_red(
    qtbot: QtBot, page: PeriodPage, files: EvidenceFiles, desk: Workbench, minutes: Path
) -> None:
    attach(files, minutes)
    held = desk.evidence.look(files.kept[0]).path
    assert held is not None
    held.unlink()

    page.views.form.step(1)
    page.views.form.step(-1)

    lost = "Biên bản tập huấn.pdf (25 kB) – tệp minh chứng bị mất"
    qtbot.waitUntil(lambda: files.files.item(0).text() == lost)
    files.files.setCurrentRow(0)
    files.look.click()
    assert "không còn trong thư mục minh chứng" in page.band.words()


def test_a_file_that_is_refused_is_named(
    page: PeriodPage, files: EvidenceFiles, desk: Workbench, minutes: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "trong.pdf"
    empty.touch()

    attach(files, empty, minutes)

    assert names(files) == ["Biên bản tập huấn.pdf"]
    assert "“trong.pdf” không có nội dung" in page.band.words()
    assert desk.undo_stack.undoText() == "Thêm 1 tệp minh chứng A3"


def test_a_closed_period_takes_no_file(
    page: PeriodPage, files: EvidenceFiles, minutes: Path
) -> None:
    attach(files, minutes)
    page.closing.close(OCTOBER, "đã gửi")
    files.files.setCurrentRow(0)

    assert not files.add.isEnabled()
    assert not files.remove.isEnabled()
    assert files.look.isEnabled()


@pytest.mark.parametrize(
    ("size", "words"),
    [(840, "840 byte"), (24_300, "24 kB"), (1_234_567, "1,2 MB")],
)
def test_sizes_are_said_as_people_say_them(size: int, words: str) -> None:
    assert size_words(size) == words


def test_the_window_answers_while_a_large_file_is_copied(
    files: EvidenceFiles, tmp_path: Path
) -> None:
    film = tmp_path / "phim.mp4"
    film.write_bytes(b"\x00\x01\x02\x03" * 12_500_000)
    said: list[str] = []
    files.said.connect(said.append)
    seen: list[list[str]] = []
    heart = QTimer(files, interval=1)
    heart.timeout.connect(lambda: seen.append(names(files)))
    heart.start()
    attach(files, film)
    assert said[0] == "Đang chép tệp “phim.mp4”…"
    assert [] in seen, "no turn of the window came between the wish and the kept file"
    assert names(files) == ["phim.mp4"]
