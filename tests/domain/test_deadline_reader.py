"""What holds for every wording: the plans' own deadlines, and laws that no spelling may break."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_desktop.domain.deadline import Deadline, Kind
from kehoach_desktop.domain.deadline_reader import read_deadline
from kehoach_desktop.domain.text import fold

DATA = Path(__file__).parents[1] / "data"
PLANS = (
    "dong_thap.json",
    "quang_tri.json",
    "ha_tinh_commune.json",
    "dong_thap_v2.json",
    "dong_thap_tcvn3.json",
)
WORDINGS = (
    "Trước 31/12/2025 và duy trì thường xuyên",
    "Quý III/2025 và cập nhật thường xuyên",
    "Thực hiện thường xuyên từ tháng 7/2025",
    "Trước ngày 25 hằng tháng",
    "Định kỳ hằng quý",
    "Theo kế hoạch của Trung ương",
    "Từ tháng 7 đến tháng 12/2025",
    "Hoàn thành giai đoạn 1 trong tháng 8/2025",
    "6 tháng cuối năm 2025",
    "Hằng tháng đến 31/12/2025",
    "Đã hoàn thành",
    "24/7",
)
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
SNIPPETS = st.one_of(
    st.sampled_from(["trước", "từ", "đến", "hết", "ngày", "tháng", "quý", "năm", "hằng"]),
    st.sampled_from(
        ["mỗi", "6", "24/7", "31/12", "31/6/2025", "01/7/2025", "III", "IV/2025", "2025"]
    ),
    st.sampled_from(["2030", "liên_tục", "và", ",", ";", "-", "(", ")", "lần"]),
    st.sampled_from(
        [
            "/",
            "57-NQ/TW",
            "theo",
            "kế_hoạch",
            "sau_khi",
            "đã_hoàn_thành",
            "cuối",
            "đầu",
            "giai_đoạn",
        ]
    ),
    st.sampled_from(["25", "tháng_7", "T7/2025", "chậm_nhất", "trong"]),
)


def in_truth(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if isinstance(value.get("deadline"), dict):
            yield value
        value = [*value.values()]
    if isinstance(value, list):
        for item in value:
            yield from in_truth(item)


def as_truth(deadline: Deadline) -> dict[str, object]:
    return {
        "kind": deadline.kind.value,
        "due": deadline.due and deadline.due.isoformat(),
        "start": deadline.start and deadline.start.isoformat(),
        "recurrence": deadline.recurrence and deadline.recurrence.value,
        "ongoing": deadline.ongoing,
        "day_of_month": deadline.day_of_month,
    }


def reading(wording: str) -> Deadline:
    """Return the reading without its wording, for comparing two spellings."""
    return replace(read_deadline(wording), wording="")


@pytest.mark.parametrize("name", PLANS)
def test_every_deadline_of_the_plans_is_read_as_the_truth_has_it(name: str) -> None:
    tasks = [*in_truth(json.loads((DATA / name).read_text(encoding="utf-8")))]

    assert len(tasks) >= 20
    for task in tasks:
        expected = {"day_of_month": None, **task["deadline"]}
        assert as_truth(read_deadline(task["deadline_text"] or "")) == expected, task


def test_the_wording_is_kept_as_printed() -> None:
    wording = "  Trước\n31/12/2025\u00a0và duy trì  "

    assert read_deadline(wording).wording == wording


def test_a_decomposed_wording_is_kept_composed() -> None:
    assert read_deadline(unicodedata.normalize("NFD", "Quý III/2025")).wording == "Quý III/2025"


@pytest.mark.parametrize("wording", WORDINGS)
@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_the_unicode_form_does_not_matter(wording: str, form: str) -> None:
    spelled = unicodedata.normalize(form, wording)  # type: ignore[arg-type]

    assert reading(spelled) == reading(wording)


@pytest.mark.parametrize("wording", WORDINGS)
def test_case_and_diacritics_do_not_matter(wording: str) -> None:
    for spelled in (wording.upper(), wording.lower(), wording.title(), fold(wording)):
        assert reading(spelled) == reading(wording), spelled


@pytest.mark.parametrize("wording", WORDINGS)
def test_hang_with_either_mark_is_the_same(wording: str) -> None:
    assert reading(wording.replace("ằng", "àng")) == reading(wording)


@given(st.sampled_from(WORDINGS), st.lists(st.sampled_from([" ", "\n", "\u00a0", "\t", "  "])))
def test_white_space_does_not_matter(wording: str, spaces: list[str]) -> None:
    spelled = wording
    for place, space in enumerate(spaces):
        words = spelled.split(" ")
        cut = place % len(words) + 1
        spelled = " ".join(words[:cut]) + space + " ".join(words[cut:])

    assert reading(spelled.replace("\n", "\n ")) == reading(wording)


@given(
    DAYS, st.sampled_from(["{0.day}/{0.month}", "{0.day:02}/{0.month:02}", "{0.day}/{0.month:02}"])
)
def test_a_day_is_read_in_every_way_of_writing_it(day: date, pattern: str) -> None:
    written = f"{pattern.format(day)}/{day.year}"
    others = (written.replace("/", "-"), written.replace("/", "."), written.replace("/", " / "))
    in_full = f"ngày {day.day:02} tháng {day.month} năm {day.year}"

    for wording in (written, *others, in_full, day.isoformat()):
        deadline = read_deadline(wording)
        assert (deadline.kind, deadline.due, deadline.exclusive) == (Kind.FIXED, day, False)


@given(DAYS)
def test_before_a_day_is_due_that_day_and_exclusive(day: date) -> None:
    deadline = read_deadline(f"Trước ngày {day.day}/{day.month}/{day.year}")

    assert (deadline.due, deadline.exclusive) == (day, True)


@given(st.integers(0, 99), st.integers(0, 99), st.integers(1900, 2100))
def test_a_day_that_is_not_is_never_moved(day: int, month: int, year: int) -> None:
    deadline = read_deadline(f"{day}/{month}/{year}")

    try:
        named = date(year, month, day)
    except ValueError:
        named = None
    expected = named if named and 2020 <= year <= 2040 else None
    assert deadline.due == expected
    assert deadline.kind is (Kind.FIXED if expected else Kind.UNKNOWN)


@given(DAYS, DAYS)
def test_a_span_never_ends_before_it_begins(first: date, last: date) -> None:
    deadline = read_deadline(f"Từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}")

    if first <= last:
        assert (deadline.kind, deadline.start, deadline.due) == (Kind.FIXED, first, last)
    else:
        assert (deadline.kind, deadline.start, deadline.due) == (Kind.UNKNOWN, None, None)


@given(st.text() | st.lists(SNIPPETS).map(" ".join), st.none() | st.integers(1900, 2100))
def test_no_text_raises_and_no_reading_is_nonsense(text: str, year: int | None) -> None:
    deadline = read_deadline(text.replace("_", " "), year)

    if deadline.start and deadline.due:
        assert deadline.start <= deadline.due
    if deadline.kind is Kind.UNKNOWN:
        assert deadline == Deadline(wording=deadline.wording)
    for day in filter(None, (deadline.start, deadline.due)):
        assert 2020 <= day.year <= 2040
    assert deadline.in_words()


@pytest.mark.parametrize(
    "wording", ["31/12", "Tháng 11", "Quý III", "6 tháng cuối năm", "Cuối năm"]
)
def test_a_wording_without_a_year_waits_for_one(wording: str) -> None:
    assert read_deadline(wording).kind is Kind.UNKNOWN
    assert read_deadline(wording, 2026).due is not None
    assert read_deadline(wording, 5025).kind is Kind.UNKNOWN


def test_the_year_of_the_document_does_not_touch_a_year_that_is_named() -> None:
    assert read_deadline("Quý III/2025", 2030) == read_deadline("Quý III/2025")


def test_work_said_to_be_periodic_and_no_more_is_not_called_monthly() -> None:
    assert read_deadline("Định kỳ").in_words() == "định kỳ"
