"""An edited text goes on following the figures of the entries, unless it is frozen."""

from __future__ import annotations

import pytest

from kehoach_desktop.domain.live_text import KeptText, followed, told
from kehoach_desktop.domain.report import Block, BlockKind


def text(*lines: str) -> tuple[Block, ...]:
    return tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)


BASE = text(
    "Kế hoạch có 49 nhiệm vụ, đã hoàn thành 12 nhiệm vụ.",
    "Đã mở 02 lớp tập huấn (A3).",
    "Còn 05 nhiệm vụ quá hạn.",
)
NOW = text(
    "Kế hoạch có 49 nhiệm vụ, đã hoàn thành 15 nhiệm vụ.",
    "Đã mở 03 lớp tập huấn (A3).",
    "Đã cấp 120 chữ ký số (A7).",
    "Còn 02 nhiệm vụ quá hạn.",
)


def test_what_was_not_touched_is_told_as_today() -> None:
    edited = (BASE[0], BASE[1], *text("Câu của văn phòng."), BASE[2])

    assert followed(edited, BASE, BASE) == edited
    assert followed(BASE, BASE, NOW) == NOW
    assert followed(edited, BASE, NOW) == (NOW[0], NOW[1], *text("Câu của văn phòng."), NOW[3])


def test_a_reworded_paragraph_keeps_its_words_and_takes_the_figures_of_today() -> None:
    edited = (*text("Kế hoạch giao 49 nhiệm vụ; xã đã hoàn thành 12 nhiệm vụ."), *BASE[1:])

    told_now = followed(edited, BASE, NOW)

    assert told_now[0].text == "Kế hoạch giao 49 nhiệm vụ; xã đã hoàn thành 15 nhiệm vụ."
    assert told_now[1:] == NOW[1:]


def test_a_figure_set_by_hand_stays_as_it_was_set() -> None:
    edited = (*text("Kế hoạch có 49 nhiệm vụ, đã hoàn thành 13 nhiệm vụ."), *BASE[1:])

    assert followed(edited, BASE, NOW)[0] == edited[0]


def test_a_paragraph_struck_out_does_not_come_back() -> None:
    edited = (BASE[0], BASE[2])

    assert BASE[1] not in followed(edited, BASE, BASE)
    assert all("lớp tập huấn" not in block.text for block in followed(edited, BASE, NOW))


def test_a_heading_that_was_made_one_stays_one() -> None:
    heading = Block(BlockKind.SECTION, BASE[1].text)

    assert followed((BASE[0], heading, BASE[2]), BASE, BASE)[1] == heading


@pytest.mark.parametrize("now", [BASE, NOW])
def test_frozen_words_do_not_follow(now: tuple[Block, ...]) -> None:
    edited = text("Chỉ một câu, 12 nhiệm vụ.")

    assert told(KeptText(edited), now) == edited
    assert told(None, now) == now
