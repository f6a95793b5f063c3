"""Agencies of real plans: parted where they end, and the commune found among them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_desktop.domain.agency import concerns_commune, split_agencies

DATA = Path(__file__).parents[1] / "data"


def tasks_of(name: str) -> dict[str, tuple[str, str]]:
    """Return lead and coordinating text of each task by its part and ordinal."""
    plan = json.loads((DATA / name).read_text(encoding="utf-8"))
    tasks = [task for appendix in plan["appendices"] for task in appendix["tasks"]]
    return {
        f"{task['part']}{task['ordinal']}": (
            task["lead_agencies_text"] or "",
            task["coordinating_text"] or "",
        )
        for task in tasks
    }


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        (
            "Các Sở, ban, ngành; UBND các xã, phường",
            ["Các Sở, ban, ngành", "UBND các xã, phường"],
        ),
        ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Các sở, ban, ngành, địa phương", ["Các sở, ban, ngành, địa phương"]),
        ("Sở Nội vụ, Sở KH&CN", ["Sở Nội vụ", "Sở KH&CN"]),
        ("Sở KH&CN;", ["Sở KH&CN"]),
        ("Văn phòng Uỷ ban nhân dân tỉnh,", ["Văn phòng Uỷ ban nhân dân tỉnh"]),
        ("Sở Tài chính\nCông an tỉnh", ["Sở Tài chính", "Công an tỉnh"]),
        (
            "Đoàn Thanh niên, Hội Phụ nữ, Sở KH&CN, Sở GD& ĐT",
            ["Đoàn Thanh niên", "Hội Phụ nữ", "Sở KH&CN", "Sở GD& ĐT"],
        ),
        (
            "Sở Văn hóa, Thể thao và Du lịch, Sở Nội vụ",
            ["Sở Văn hóa, Thể thao và Du lịch", "Sở Nội vụ"],
        ),
        ("", []),
        (" ; ,\n", []),
    ],
)
def test_agencies_are_parted_where_they_end(text: str, agencies: list[str]) -> None:
    assert list(split_agencies(text)) == agencies


@given(st.text())
def test_no_word_is_lost_between_agencies(text: str) -> None:
    kept = "".join(split_agencies(text))

    assert [c for c in kept if c.isalnum()] == [
        c for c in "".join(split_agencies(kept)) if c.isalnum()
    ]


def test_the_quang_tri_plan_names_the_commune_in_fifteen_of_twenty_tasks() -> None:
    ours = {key: concerns_commune(*texts) for key, texts in tasks_of("quang_tri.json").items()}

    assert len(ours) == 20
    assert [key for key, found in ours.items() if not found.yes] == ["A2", "A10", "B1", "B2", "B3"]
    assert not any(found.by_hand for found in ours.values())


def test_the_commune_leads_five_tasks_of_the_quang_tri_plan() -> None:
    named = {key: lead for key, (lead, _) in tasks_of("quang_tri.json").items()}
    leads = [key for key, lead in named.items() if concerns_commune(lead, "").yes]

    assert leads == ["A3", "A4", "A9", "A11", "A12"]


@pytest.mark.parametrize(
    "text",
    [
        "UBND cấp xã",
        "UBND CẤP XÃ",
        "ubnd cap xa",
        "UBND các xã, phường",
        "UBND các xã, phường, đặc khu",
        "UBND xã, phường",
        "Ủy ban nhân dân các cấp",
        "Sở, ngành và Uỷ ban nhân dân các cấp",
        "Các địa phương",
        "Các sở, ban, ngành, địa phương",
        "Chính quyền địa phương",
        "Các cấp, các ngành",
        "Chính quyền cơ sở",
        "Công an xã",
        "Công an cấp xã",
        "Trung tâm PVHCC cấp xã",
        "Trung tâm Phục vụ hành chính công các xã, phường",
        "Văn phòng HĐND-UBND xã",
        "Phòng Văn hóa - Xã hội xã",
        "HĐND, UBND các xã, phường, đặc khu",
        "UBND phường",
        "UBND đặc khu Phú Quốc",
        "100% xã, phường",
    ],
)
def test_words_for_the_commune_are_known(text: str) -> None:
    assert concerns_commune("Sở Nội vụ", text).yes
    assert concerns_commune(text, "Sở Nội vụ").reason.startswith("Cột Chủ trì ghi")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sở Nội vụ",
        "UBND tỉnh",
        "Văn phòng UBND tỉnh (Trung tâm Phục vụ hành chính công)",
        "các cơ quan, đơn vị liên quan",
        "Các sở, ban, ngành",
        "Các tổ chức chính trị - xã hội",
        "Bảo hiểm xã hội tỉnh",
        "BẢO HIỂM XÃ HỘI TỈNH",
        "Bao hiem xa hoi tinh",
        "Phòng Văn hóa - Xã hội",
        "cấp uỷ các cấp",
        "Các cấp uỷ, tổ chức đảng",
        "Hội Liên hiệp Phụ nữ các cấp",
        "Liên minh Hợp tác xã tỉnh",
        "UBND các huyện, thị xã, thành phố",
        "Sở Nông nghiệp và Phát triển nông thôn",
        "Đài Phát thanh, phương tiện truyền thông",
    ],
)
def test_words_for_others_are_not_taken_for_the_commune(text: str) -> None:
    assert not concerns_commune(text, text).yes


def test_the_reason_names_the_column_and_quotes_its_words() -> None:
    found = concerns_commune("Công an tỉnh", "Sở KH&CN; các sở, ban, ngành, địa phương")

    assert found.reason == "Cột Phối hợp ghi “các sở, ban, ngành, địa phương”"


def test_the_lead_column_is_the_stronger_reason() -> None:
    found = concerns_commune("UBND cấp xã", "Các địa phương")

    assert found.reason == "Cột Chủ trì ghi “UBND cấp xã”"


def test_composed_and_decomposed_text_are_one() -> None:
    assert concerns_commune("UBND cấp xã", "").yes
    assert split_agencies("Sở Nội vụ") == ("Sở Nội vụ",)


@given(st.text(), st.text())
def test_no_text_raises(lead: str, coordinating: str) -> None:
    found = concerns_commune(lead, coordinating)

    assert found.yes == bool(found.reason)
