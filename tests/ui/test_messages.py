from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.ui import messages
from tests.ui.conftest import Said

LOCKED = KehoachError(
    "Tệp “BC thang 10.xlsx” đang mở trong Excel nên chưa ghi được.",
    hint="Đóng Excel rồi bấm Ghi lại.",
)


def test_a_known_failure_is_its_sentence_and_the_way_out(qtbot: QtBot, said: Said) -> None:
    messages.show_error(None, LOCKED)
    assert said.boxes == [(LOCKED.sentence, LOCKED.hint)]
    assert said.buttons == ["Đã hiểu"]


def test_a_way_out_of_the_command_line_is_not_told_in_a_window(qtbot: QtBot, said: Said) -> None:
    hints = ("Xem mã văn bản: kehoach register.", "Nêu lý do: --despite “…”.", "Chọn 1--2 tệp.")
    refusals = [KehoachError("Chưa ghi gì.", hint=hint) for hint in hints]
    messages.show_error(None, refusals[0])

    assert said.boxes == [("Chưa ghi gì.", "")]
    assert [r.in_window for r in refusals[1:]] == ["Chưa ghi gì.", "Chưa ghi gì. Chọn 1--2 tệp."]


def test_anything_else_says_that_nothing_was_lost_and_where_the_log_lies(
    qtbot: QtBot, said: Said, caplog: pytest.LogCaptureFixture
) -> None:
    messages.show_error(None, ValueError("Nguyễn Văn Mẫu"))
    assert "vẫn còn nguyên" in said.words()
    assert "nhat-ky.log" in said.words()
    assert "ValueError" not in said.words()
    assert [record.message for record in caplog.records] == ["crashed"]


def test_a_second_crash_while_the_first_is_shown_opens_no_second_page(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def show(box: QMessageBox) -> bool:
        shown.append(box.text())
        messages.show_crash(None, Path("nhat-ky.log"))
        return True

    monkeypatch.setattr(messages.Speaker, "show", show)
    messages.show_crash(None, Path("nhat-ky.log"))
    messages.show_crash(None, Path("nhat-ky.log"))
    assert len(shown) == 2


@pytest.mark.parametrize("answer", [True, False])
def test_a_question_gives_the_answer_and_names_both_ways(
    qtbot: QtBot, said: Said, answer: bool
) -> None:
    said.answer = answer
    agreed = messages.ask(None, "Bỏ kế hoạch?", "Bỏ kế hoạch", hint="Hoàn tác lấy lại được.")
    assert agreed is answer
    assert said.buttons == ["Bỏ kế hoạch", "Không làm"]


def test_escape_is_the_safe_way_out_of_a_question(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[str] = []

    def show(box: QMessageBox) -> bool:
        qtbot.addWidget(box)
        kept.append(box.escapeButton().text())
        return False

    monkeypatch.setattr(messages.Speaker, "show", show)
    assert not messages.ask(None, "Đưa sổ về bản cũ?", "Khôi phục")
    assert kept[0] == "Không làm"
