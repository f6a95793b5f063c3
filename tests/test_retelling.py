"""What the program keeps in Vietnamese is told in the language of the screens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from kehoach_desktop import i18n
from kehoach_desktop.domain.agency import concerns_commune
from kehoach_desktop.i18n import retold, use_language
from kehoach_desktop.services.public_holidays import HOLIDAYS, public_days_off

ROOT = Path(__file__).parents[1]
PLACE = re.compile(r"\{(\w+)\}")
FILLED = {"place": "Bảng 1, dòng 31", "count": "2", "first": "5", "last": "9", "year": "2025"}


@pytest.fixture
def english() -> Iterator[None]:
    use_language("en", ROOT / "i18n")
    yield
    use_language("vi", ROOT / "i18n")


def kept() -> list[str]:
    """The sentences that reading a file makes: they come from a child and stay in the store."""
    rooms = (ROOT / "kehoach_desktop" / "importers", ROOT / "kehoach_desktop" / "domain")
    found = [m for room in rooms for m in extract_from_dir(room, keywords={"mark": None})]
    return sorted({str(message) for _, _, message, *_ in found})


def values(source: str) -> dict[str, str]:
    return {name: FILLED.get(name, f"Chữ {name}") for name in PLACE.findall(source)}


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("source", kept())
def test_each_kept_sentence_is_told_in_english_with_what_fills_it(source: str) -> None:
    told = retold(source.format(**values(source)))
    english = i18n._(source)
    in_english = {name: retold(value) for name, value in values(source).items()}
    assert told == english.format(**in_english)


@pytest.mark.usefixtures("english")
def test_a_quotation_stays_as_it_was_written() -> None:
    assert retold("Chưa hiểu thời hạn “Không ghi thời hạn.”.").count("“Không ghi thời hạn.”") == 1
    assert retold("Sở Tài chính") == "Sở Tài chính"


@pytest.mark.usefixtures("english")
def test_a_reason_that_was_kept_is_read_in_english() -> None:
    ours = concerns_commune("UBND cấp xã", "")
    assert ours.reason == "Cột Chủ trì ghi “UBND cấp xã”"
    assert retold(ours.reason) == "Lead: “UBND cấp xã”"


@pytest.mark.usefixtures("english")
def test_several_things_in_one_place_are_each_told() -> None:
    assert retold("Không thấy cột chủ trì, thời hạn.") == "No column found for: lead, deadline."


@pytest.mark.usefixtures("english")
def test_words_of_others_in_a_list_are_not_taken_for_ours() -> None:
    assert retold("Phụ lục 1, Trang 2, dòng 4") == "Phụ lục 1, Page 2, row 4"
    assert retold("Các sở, UBND các xã, phường, dòng 3") == "Các sở, UBND các xã, phường, row 3"


@pytest.mark.usefixtures("english")
def test_what_is_said_of_one_person_keeps_the_name() -> None:
    told = retold("Lý Văn Sáng: Dòng này ghi cả Nam và Nữ.")
    assert told.startswith("Lý Văn Sáng: ")
    assert "Dòng" not in told


def test_in_vietnamese_everything_stays_as_it_is() -> None:
    assert retold("Bảng 1, dòng 31") == "Bảng 1, dòng 31"


def test_every_public_holiday_has_a_name_that_can_be_told() -> None:
    known = [re.escape(name) for name in HOLIDAYS if "{" not in name]
    one = "|".join((*known, "Làm bù cho ngày nghỉ hoán đổi"))
    pattern = re.compile(rf"(?:{one})(?: \(nghỉ bù\))?|Ngày nghỉ \(thay cho ngày \S+\)")
    names = {piece for day in public_days_off() for piece in day.reason.split("; ")}
    assert [name for name in names if not pattern.fullmatch(name)] == []
