"""The prose of a PDF: which of its lines make up a paragraph."""

from __future__ import annotations

from kehoach_desktop.importers.pdf_page import Line
from kehoach_desktop.importers.pdf_paragraphs import paragraphs_of

LABEL, WORDS, MARGIN, HEIGHT = 85.0, 103.0, 550.0, 14.0


def page(*lines: tuple[str, float, float]) -> list[str]:
    """Return the paragraphs of lines set under one another, each with its left and right end."""
    return paragraphs_of(
        [
            Line(text=text, left=left, right=right, base=800 - 20 * row, height=HEIGHT)
            for row, (text, left, right) in enumerate(lines)
        ]
    )


def test_the_lines_of_a_list_stand_under_its_words() -> None:
    assert page(
        ("\uf0b7 Rà soát chuyên mục của xã, hoàn thành", LABEL, MARGIN),
        ("Văn phòng đăng tải trong tháng", WORDS, MARGIN - 10),
        ("11/2025.", WORDS, 160.0),
        ("2. Công an xã", LABEL, 200.0),
    ) == [
        "• Rà soát chuyên mục của xã, hoàn thành Văn phòng đăng tải trong tháng 11/2025.",
        "2. Công an xã",
    ]


def test_a_dash_with_a_label_begins_a_line_and_one_of_a_name_does_not() -> None:
    assert page(
        ("- Chủ trì: Phòng Kinh tế; phối hợp: Phòng Văn hóa", LABEL, MARGIN),
        ("- Xã hội và Đoàn Thanh niên xã", LABEL, MARGIN),
        ("- Thời gian hoàn thành: Quý IV/2025", LABEL, 400.0),
    ) == [
        "- Chủ trì: Phòng Kinh tế; phối hợp: Phòng Văn hóa - Xã hội và Đoàn Thanh niên xã",
        "- Thời gian hoàn thành: Quý IV/2025",
    ]
