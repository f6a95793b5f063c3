"""Vietnamese text: one form to keep, a key to search by, the order and the dates of offices."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_desktop.domain.text import (
    clean,
    collation_key,
    first_line,
    fold,
    found_in,
    grouped,
    nfc,
    numbers_in_words,
    official_date,
    percentage,
    short_date,
    squeeze,
    task_name,
    two_digits,
    typed_day,
    typed_moment,
)

LETTERS = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxy áàảãạấờữĐỘ", max_size=30)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2026, 2, 28), "ngày 28 tháng 02 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 9, 30), "ngày 30 tháng 9 năm 2026"),
        (date(2026, 10, 1), "ngày 01 tháng 10 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_the_official_date_keeps_the_zero_rule(day: date, text: str) -> None:
    assert official_date(day) == text


def test_the_short_date_keeps_the_same_rule() -> None:
    assert [short_date(date(2026, m, 5)) for m in (1, 3, 12)] == [
        "05/01/2026",
        "05/3/2026",
        "05/12/2026",
    ]


def test_screens_write_every_day_with_two_digits() -> None:
    assert [typed_day(date(2026, m, 5)) for m in (1, 3, 12)] == [
        "05/01/2026",
        "05/03/2026",
        "05/12/2026",
    ]
    assert typed_day(None) == ""
    assert typed_moment(datetime(2026, 3, 9, 8, 5, tzinfo=UTC)) == "08:05 09/03/2026"


def test_loose_marks_are_composed() -> None:
    assert nfc("CO\u0323\u0302NG HO\u0300A") == "CỘNG HÒA"


def test_what_cannot_be_kept_is_dropped() -> None:
    assert clean("số\u200b\ufeff ho\u00ada\x00\x0b") == "số hoa"


def test_white_space_is_one_space() -> None:
    assert squeeze(" Sở\u00a0Nội\n\tvụ ") == "Sở Nội vụ"


@pytest.mark.parametrize(
    ("text", "key"),
    [("Đường", "duong"), ("SỐ HÓA", "so hoa"), ("số hoá", "so hoa"), ("  Uỷ\u00a0ban ", "uy ban")],
)
def test_the_search_key_has_no_case_and_no_diacritics(text: str, key: str) -> None:
    assert fold(text) == key


@given(LETTERS)
def test_the_key_of_a_key_is_itself_whatever_the_form(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(text) == fold(text.upper())


@given(st.text())
def test_keeping_twice_changes_nothing(text: str) -> None:
    assert nfc(nfc(text)) == nfc(text)
    assert unicodedata.is_normalized("NFC", clean(text))


@pytest.mark.parametrize("needle", ["so hoa", "số hóa", "hoá số", "duong", "HOA"])
def test_words_are_found_with_or_without_diacritics(needle: str) -> None:
    assert found_in(needle, "Số hóa hồ sơ", "Đường truyền")


def test_every_word_must_be_found() -> None:
    assert not found_in("so hoa rung", "Số hóa hồ sơ")


def test_words_stand_in_the_order_of_the_dictionary() -> None:
    ordered = ["an", "ăn", "ân", "bà", "da", "đa", "ma", "mà", "mả", "mã", "má", "mạ", "ô", "ơ"]

    assert sorted(set(ordered), key=collation_key) == ordered


@given(LETTERS)
def test_order_does_not_depend_on_the_unicode_form(text: str) -> None:
    assert collation_key(unicodedata.normalize("NFD", text)) == collation_key(nfc(text))


@given(LETTERS, LETTERS)
def test_letters_come_before_tones(one: str, other: str) -> None:
    if collation_key(one)[0] < collation_key(other)[0]:
        assert collation_key(one) < collation_key(other)


def test_a_task_is_named_by_what_stands_before_its_colon() -> None:
    assert task_name("Số hóa hồ sơ: rà soát, phân loại.\nBáo cáo.") == "Số hóa hồ sơ"
    assert task_name("Số hóa hồ sơ.\nBáo cáo: không") == "Số hóa hồ sơ"
    long = f"{'Rà soát, ' * 30}gồm: hộ tịch"
    assert task_name(long) == long
    assert first_line("một\nhai") == "một"


def test_counts_are_written_as_papers_write_them() -> None:
    assert [two_digits(n) for n in (0, 2, 18, 1688)] == ["0", "02", "18", "1.688"]
    assert grouped(1234567) == "1.234.567"
    assert [percentage(*p) for p in ((431, 512), (1, 2), (3, 3), (0, 0))] == [
        "84,18%",
        "50%",
        "100%",
        "-",
    ]


def test_a_run_of_numbers_is_told_by_its_ends() -> None:
    gaps = [*range(1, 45), 46, 47, 49, *range(60, 63)]
    assert numbers_in_words(gaps) == "01–44, 46, 47, 49, 60–62"
    assert numbers_in_words([]) == ""
