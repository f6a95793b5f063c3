"""What a paper says, read piece by piece: numbers, periods, days, looks through their styles."""

from __future__ import annotations

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from kehoach_desktop.documents.check.counting import counted, percent_agrees, whole
from kehoach_desktop.documents.check.days import named_days
from kehoach_desktop.documents.check.items import Level, read_item
from kehoach_desktop.documents.check.looks import Paragraph
from kehoach_desktop.documents.check.numbers import roman, roman_value
from kehoach_desktop.documents.check.reading import read_paper
from kehoach_desktop.documents.check.stretches import main_period, stretches
from tests.documents.check.exemplars import Doc, child, packed, parts_of, raw


def first(doc: Doc) -> Paragraph:
    block = read_paper(parts_of(packed(doc))).blocks[0]
    assert isinstance(block, Paragraph)
    return block


@pytest.mark.parametrize(
    ("said", "level", "label"),
    [
        ("I. KẾT QUẢ", Level.PART, "I"),
        ("A. NHIỆM VỤ CỦA TỈNH", Level.LETTER, "A"),
        ("Điều 12. Hiệu lực", Level.ARTICLE, "12"),
        ("2.4. Nền tảng số", Level.SUBCLAUSE, "2.4"),
        ("3. Kết quả cụ thể", Level.CLAUSE, "3"),
        ("đ) An toàn thông tin", Level.POINT, "đ"),
        ("Chương II", Level.CHAPTER, "Chương II"),
    ],
)
def test_a_number_before_a_paragraph_is_read(said: str, level: Level, label: str) -> None:
    item = read_item(said)
    assert item is not None
    assert (item.level, item.label) == (level, label)


@pytest.mark.parametrize("said", ["1.688 hồ sơ", "Điều này", "02 lớp", "V/v đôn đốc", "a. b"])
def test_words_that_begin_like_a_number_are_words(said: str) -> None:
    item = read_item(said)
    assert item is None or item.level is Level.POINT


def test_roman_digits_go_there_and_back() -> None:
    assert [roman_value(roman(n)) for n in range(1, 40)] == list(range(1, 40))


@pytest.mark.parametrize(
    ("title", "kind", "index", "year"),
    [
        ("Kết quả chuyển đổi số tháng 10 năm 2025", "month", 10, 2025),
        ("Kết quả quý III/2025 của Tổ", "quarter", 3, 2025),
        ("Kết quả tuần 42 năm 2025", "week", 42, 2025),
        ("Kết quả 6 tháng cuối năm 2025", "half", 2, 2025),
        ("Kết quả 9 tháng năm 2025", "nine", 1, 2025),
        ("Tổng kết công tác năm 2025", "year", 1, 2025),
        ("Tình hình tháng 12 và năm 2025", "month", 12, 2025),
    ],
)
def test_the_period_of_a_title_is_read(title: str, kind: str, index: int, year: int) -> None:
    period = main_period(title)
    assert period is not None
    assert (period.kind, period.index, period.year) == (kind, index, year)


def test_the_month_of_a_day_is_no_period() -> None:
    assert list(stretches("Kế hoạch ngày 27 tháng 8 năm 2025, ngày      tháng 9 năm 2025")) == []


def test_a_month_follows_the_one_before_through_the_year() -> None:
    december, january = main_period("tháng 12 năm 2025"), main_period("tháng 01 năm 2026")
    assert december is not None
    assert january is not None
    assert january.follows(december)
    assert not december.follows(january)


def test_days_are_named_in_full_and_in_digits() -> None:
    days = list(named_days("từ ngày 16/9/2025 đến ngày 30 tháng 02 năm 2025, số 15/BC-UBND"))
    assert [day.on is None for day in days] == [False, True]


def test_cells_count_with_dots_and_dashes() -> None:
    assert [whole(text) for text in ("02", "1.688", "1,5", "11/12")] == [2, 1688, None, None]
    assert [counted(text) for text in ("-", "84,5", "không")] == [0.0, 84.5, None]


def test_a_rate_may_be_rounded_or_cut() -> None:
    assert percent_agrees("84,18", 431, 512)
    assert percent_agrees("84,17", 431, 512)
    assert not percent_agrees("81,48", 431, 512)


def test_a_size_comes_from_the_style_a_style_is_based_on() -> None:
    doc = Document()
    base = doc.styles["Body Text"]
    base.font.size = Pt(13)
    doc.add_paragraph("Nội dung", style="Body Text 2")
    doc.styles["Body Text 2"].base_style = base
    assert first(doc).runs[0].look.points == 13


def test_bold_in_paragraph_and_character_style_cancels_out() -> None:
    doc = Document()
    doc.styles["Body Text"].font.bold = True
    doc.add_paragraph("", style="Body Text").add_run("đậm", style="Strong")
    assert not first(doc).runs[0].look.bold


def test_a_font_of_the_theme_is_looked_up() -> None:
    doc = Document()
    run = doc.add_paragraph("").add_run("chữ")
    fonts = child(raw(run).get_or_add_rPr(), "w:rFonts")
    for slot in ("asciiTheme", "hAnsiTheme"):
        fonts.set(qn(f"w:{slot}"), "majorHAnsi")
    assert first(doc).runs[0].look.fonts == ("Calibri",)


def test_a_number_word_writes_by_itself_is_read_as_typed() -> None:
    doc = Document()
    doc.add_paragraph("Tổ chức hội nghị", style="List Number")
    assert first(doc).said == "1. Tổ chức hội nghị"


def test_words_in_a_tracked_insertion_are_read_and_deleted_ones_left_out() -> None:
    doc = Document()
    paragraph = doc.add_paragraph("còn ")
    kept, gone = paragraph.add_run("thêm"), paragraph.add_run("bỏ")
    for run, name in ((kept, "w:ins"), (gone, "w:del")):
        wrapper = child(raw(paragraph), name)
        wrapper.append(raw(run))
    assert first(doc).text == "còn thêm"
