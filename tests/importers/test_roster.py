"""Rosters as offices send them: headers, villages, totals, signatures, and what is hidden."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kehoach_desktop.cli.roster_commands import of_roster
from kehoach_desktop.domain.draft import Severity, Source
from kehoach_desktop.domain.team import Gender, TeamRole
from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.roster import assemble_roster
from tests.importers.rosters import (
    HEADER,
    TITLE,
    doubts,
    grid,
    listed,
    names,
    people,
    read,
    sheet,
)

DATA = Path(__file__).parents[1] / "data"
TRUTH = json.loads((DATA / "to_cnscd.json").read_text(encoding="utf-8"))["files"]


@pytest.mark.parametrize("truth", TRUTH, ids=lambda truth: truth["thon"])
def test_every_field_of_the_given_rosters_is_right(truth: dict[str, Any]) -> None:
    path = DATA / truth["file"]
    answer = of_roster(assemble_roster(read_source(path.read_bytes(), path.name)))
    assert [team["area"] for team in answer["teams"]] == [truth["thon"]]
    assert answer["teams"][0]["members"] == truth["members"]
    assert [f for f in answer["findings"] if f["severity"] != "info"] == []


@pytest.mark.parametrize(("one", "two"), [("I", "II"), ("A", "B")])
def test_villages_on_one_sheet_are_teams_of_their_own(one: str, two: str) -> None:
    draft = listed(
        "DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG XÃ HÒA AN",
        HEADER,
        f"{one} | Thôn Bình Minh",
        "1 | Nguyễn Văn A | 1970 | Nam | Trưởng thôn | Tổ trưởng | 0999000101",
        "  | Cộng: 1 người",
        f"{two} | TỔ DÂN PHỐ SỐ 4 (02 người)",
        "1 | LÊ VĂN C | 1/2/1970 | Nam | Tổ trưởng tổ dân phố | TT | 0999000102",
        "2 | Tống Thị D | | Nữ | như trên | TP | -",
        "  | Tổng số | 3",
    )
    assert names(draft) == {
        "Thôn Bình Minh": ["Nguyễn Văn A"],
        "Tổ dân phố số 4": ["Lê Văn C", "Tống Thị D"],
    }
    assert people(draft)[2].post == "Tổ trưởng tổ dân phố"
    assert draft.findings == ()


def test_a_village_column_gives_the_area_also_where_it_is_merged_or_left_blank() -> None:
    rows = grid(
        "TT | Thôn | Họ tên | Vai trò",
        "1 | Bình Minh | Nguyễn Văn A | Tổ trưởng",
        "2 |  | Trần Thị B | Tổ viên",
        "3 | Tân Lập | Lê Văn C | Nhóm trưởng",
    )
    expected = {"Thôn Bình Minh": ["Nguyễn Văn A", "Trần Thị B"], "Thôn Tân Lập": ["Lê Văn C"]}
    assert names(read(sheet(rows))) == expected
    assert names(read(sheet(rows, merges=[(1, 1, 2, 1)]))) == expected


@pytest.mark.parametrize(
    ("title", "name", "area"),
    [
        ("Danh sách Tổ CNSCĐ ấp 2A năm 2025", "Sheet1", "Ấp 2A"),
        ("DANH SÁCH TỔ CNSCĐ BẢN NẬM PỒ XÃ X, TỈNH Y", "DS", "Bản Nậm Pồ"),
        ("DANH SÁCH THÀNH VIÊN", "Thôn Đoài", "Thôn Đoài"),
        ("Tổ công nghệ số cộng đồng tổ dân phố Lang Xá Cồn", "1", "Tổ dân phố Lang Xá Cồn"),
        ("DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG CẤP XÃ", "1", "Cấp xã"),
        ("Danh sách tổ viên các thôn trên địa bàn xã", "Sheet1", ""),
    ],
)
def test_the_area_is_told_by_the_title_or_the_name_of_the_sheet(
    title: str, name: str, area: str
) -> None:
    table = sheet(grid(title, "TT | Họ tên | Vai trò", "1 | Nguyễn Văn A | Tổ trưởng"), name)
    assert [*names(read(table))] == [area]


def test_the_halves_of_a_name_come_together_whatever_stands_over_them() -> None:
    row = "1 | Nguyễn Thị | Hoa | Tổ trưởng"
    split = sheet(grid("TT | Họ đệm | Tên | Vai trò", row))
    swapped = sheet(grid("TT | Tên | Họ | Vai trò", "1 | Hoa | Nguyễn Thị | Tổ trưởng"))
    merged = sheet(grid("TT | Họ và tên | | Vai trò", row), merges=[(0, 1, 0, 2)])
    for table in (split, swapped, merged):
        assert [person.full_name for person in people(read(table))] == ["Nguyễn Thị Hoa"]


def test_a_header_of_two_rows_is_read_with_and_without_merges() -> None:
    rows = grid(
        "TT | Họ tên | Ngày sinh | | | Giới tính | | SĐT",
        "   |        | Ngày | Tháng | Năm | Nam | Nữ |",
        "1 | Nguyễn Văn An | 1 | 2 | 1970 | x | | 999000101",
        "2 | Trần Thị Bé | | | 1980 | | X | 999000102",
    )
    merges = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 4), (0, 5, 0, 6), (0, 7, 1, 7)]
    for table in (sheet(rows), sheet(rows, merges=merges)):
        an, be = people(read(table))
        assert (str(an.birth_date), an.gender, an.phone) == (
            "1970-02-01",
            Gender.MALE,
            "0999000101",
        )
        assert (be.birth_date, be.birth_year, be.gender) == (None, 1980, Gender.FEMALE)


def test_a_day_of_birth_may_stand_under_nam_or_nu() -> None:
    draft = listed("TT | Họ tên | Nam | Nữ | SĐT", "1 | Lê Thị A | | 12/3/1980 | 0999000101")
    (person,) = people(draft)
    assert (person.gender, str(person.birth_date)) == (Gender.FEMALE, "1980-03-12")


def test_the_role_is_found_in_the_column_of_the_post() -> None:
    alone = listed(
        TITLE,
        "TT | Họ tên | Chức vụ | SĐT",
        "1 | Nguyễn Văn A | Tổ trưởng | 0999000101",
        "2 | Lê Văn B | Thành viên | 0999000102",
    )
    beside = listed(
        TITLE, "TT | Họ tên | Chức vụ | SĐT", "1 | Ông Lê A | Trưởng thôn - Tổ trưởng | 0999000101"
    )
    assert [m.role for m in alone.teams[0].members] == [TeamRole.LEADER, TeamRole.MEMBER]
    (member,) = beside.teams[0].members
    assert (member.role, member.person.post) == (TeamRole.LEADER, "Trưởng thôn")
    assert member.person.gender is Gender.MALE


def test_several_people_in_one_cell_are_parted_with_what_is_theirs() -> None:
    draft = listed(
        "TT | Thôn | Họ tên | Vai trò | SĐT",
        "1 | Thôn Hạ | Ông Nguyễn An; bà Trần Bé | Tổ trưởng; Tổ phó | 0999000101 0999000102",
        "2 | Thôn Hạ | Nguyễn Văn Anh Trần Thị Bình | TV | 0999000103",
    )
    told = [(p.full_name, p.phone) for p in people(draft)]
    assert told[:2] == [("Nguyễn An", "0999000101"), ("Trần Bé", "0999000102")]
    assert told[2:] == [("Nguyễn Văn Anh", ""), ("Trần Thị Bình", "")]
    assert "Không rõ “0999000103” là của ai trong 2 người" in " ".join(doubts(draft))


def test_what_is_hidden_is_left_out_and_named() -> None:
    old = sheet(grid(HEADER, "1 | Nguyễn Văn Cũ | 1950"), "DS 2022", hidden=True)
    new = sheet(
        grid(
            HEADER,
            "1 | Nguyễn Văn A | 1970 | Nam | | Tổ trưởng | 0999000101 | 099070000001",
            "2 | Lê Văn Lui | 1970 | Nam | | Tổ viên | 0999000102",
        ),
        "Thôn Mới",
        hidden_rows=[3],
        hidden_columns=[7],
    )
    draft = read(old, new)
    assert names(draft) == {"Thôn Mới": ["Nguyễn Văn A"]}
    assert people(draft)[0].cccd == ""
    told = doubts(draft)
    assert told[0] == "DS 2022: Trang tính ẩn, không đưa vào (2 dòng)."
    assert told[1] == "Thôn Mới: Cột ẩn “CCCD”, không đưa vào."
    assert told[2].startswith("Thôn Mới, dòng 3: Dòng ẩn, không đưa vào: “2 | Lê Văn Lui")


def test_tables_of_a_document_take_their_village_from_the_line_above() -> None:
    header = "TT | Họ và tên | Chức vụ | Chức danh"
    draft = read(
        sheet(
            grid(header, "1 | Nguyễn Văn A | Trưởng thôn | Tổ trưởng"),
            lead_in=["1. Tổ công nghệ số cộng đồng thôn Một"],
        ),
        sheet(grid("2 | Nguyễn Văn B | Phó thôn | Tổ phó"), "Bảng 2"),
        sheet(
            grid(header, "1 | Nguyễn Văn C | Trưởng thôn | Tổ trưởng"),
            lead_in=["2. Tổ công nghệ số cộng đồng thôn Hai"],
        ),
        kind="docx",
    )
    assert names(draft) == {
        "Thôn Một": ["Nguyễn Văn A", "Nguyễn Văn B"],
        "Thôn Hai": ["Nguyễn Văn C"],
    }


def test_repeated_headers_counted_columns_and_signatures_are_no_members() -> None:
    draft = listed(
        TITLE,
        "STT | Họ và tên | Năm sinh | Chức vụ | Vai trò",
        "(1) | (2) | (3) | (4) | (5)",
        "1 | Sùng A Páo | 1970 | Trưởng bản | TT",
        "STT | Họ và tên | Năm sinh | Chức vụ | Vai trò",
        "2 | Giàng Thị Mỷ | 1980 | nt | TV",
        " | Danh sách này có 02 người",
        " | NGƯỜI LẬP | | TM. UBND XÃ",
        " | Sùng A Páo | | Nguyễn Văn Ký",
    )
    assert names(draft) == {"Thôn Bình Minh": ["Sùng A Páo", "Giàng Thị Mỷ"]}
    assert people(draft)[1].post == "Trưởng bản"
    assert [f.severity for f in draft.findings] == [Severity.INFO, Severity.INFO]


def test_a_total_that_does_not_fit_is_told() -> None:
    row = "1 | Nguyễn Văn A | 1970 | Nam | Trưởng thôn | Tổ trưởng | 0999000101"
    draft = listed(TITLE, HEADER, row, " | Tổng cộng: 3 người (nữ: 01)")
    assert doubts(draft) == [
        "Sheet1, dòng 4: “Tổng cộng: 3 người (nữ: 01)” không khớp: đọc được 1 người, 0 nữ."
    ]


def test_one_team_has_one_leader() -> None:
    two = listed(TITLE, "TT | Họ tên | Vai trò", "1 | Lê A | Tổ trưởng", "2 | Lê B | Nhóm trưởng")
    assert doubts(two) == [
        "Thôn Bình Minh: Tổ phải có đúng một tổ trưởng, danh sách có 2.",
    ]


def test_the_same_person_twice_is_told_and_never_merged() -> None:
    draft = listed(
        "TT | Thôn | Họ tên | Năm sinh | Vai trò | SĐT",
        "1 | Thôn Hạ | Lê Văn An | 1970 | Tổ trưởng | 0999000101",
        "2 | Thôn Hạ | LÊ VĂN AN | 1970 | Thành viên | +84 999 000 101",
        "3 | Thôn Thượng | Lê Văn An | 1970 | Tổ trưởng | 0999000101",
        "4 | Thôn Thượng | Lê Văn An | 1980 | Thành viên | 0999000109",
    )
    assert len(people(draft)) == 4
    told = doubts(draft)
    assert "Sheet1, dòng 3: Lê Văn An có thể là cùng một người với dòng Sheet1, dòng 2." in told
    assert "Sheet1, dòng 4: Lê Văn An có thể cũng là người ở Sheet1, dòng 2, thuộc tổ khác." in told
    assert [line for line in told if line.startswith("Sheet1, dòng 5")] == []


def test_a_row_that_contradicts_itself_is_told() -> None:
    draft = listed(
        TITLE,
        HEADER,
        "1 | Bà Lê Thị A | 1970 | Nam | | Tổ trưởng | | 099070000001",
        "2 | Lê Văn B | 1970 | Nam | | Tổ phó | | 099171000001",
        "3 | Lê Văn C | 1971 | Nam | | Tổ viên | | 099070000002",
    )
    assert doubts(draft) == [
        "Sheet1, dòng 3: Lê Thị A: Dòng này ghi cả Nam và Nữ.",
        "Sheet1, dòng 4: Lê Văn B: Số CCCD là của người giới tính Nữ, danh sách ghi Nam.",
        "Sheet1, dòng 5: Lê Văn C: Số CCCD là của người sinh năm 1970, danh sách ghi 1971.",
    ]


def test_a_ditto_mark_with_nothing_above_is_told() -> None:
    draft = listed(TITLE, HEADER, "1 | Lê A | 1970 | Nam | nt | Tổ trưởng")
    assert people(draft)[0].post == ""
    assert doubts(draft) == ["Sheet1, dòng 3: “nt” nhưng ô phía trên không có chữ."]


def test_a_roster_pasted_as_lines_is_read_under_its_villages() -> None:
    lines = (
        "DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG",
        "1. Thôn Bình Minh",
        "- Ông Nguyễn Văn A, sinh năm 1970, Trưởng thôn - Tổ trưởng, SĐT:0999000101",
        "- Bà Trần Thị B, Chi hội trưởng Phụ nữ, Tổ phó; ĐT: 0999.000.102",
        "- Phụ trách chung, 0999000109",
        "2. Tổ CNSCĐ thôn Tân Lập gồm 01 người:",
        "1) LÊ VĂN D – Trưởng thôn: Tổ trưởng",
        "Các ông, bà có tên trên chịu trách nhiệm thi hành.",
    )
    draft = assemble_roster(Source("ds.docx", "docx", "", lines, ()))
    assert names(draft) == {
        "Thôn Bình Minh": ["Nguyễn Văn A", "Trần Thị B"],
        "Thôn Tân Lập": ["Lê Văn D"],
    }
    first = people(draft)[0]
    assert (first.birth_year, first.post, first.phone) == (1970, "Trưởng thôn", "0999000101")
    assert doubts(draft) == [
        "Đoạn 5: Dòng không có tên người, chưa đưa vào: “- Phụ trách chung, 0999000109”."
    ]


def test_a_file_without_a_roster_says_so() -> None:
    draft = listed("Kế hoạch | công tác", "Một | hai")
    assert draft.teams == ()
    assert [f.severity for f in draft.findings] == [Severity.CHECK, Severity.ERROR]


def test_each_header_on_a_sheet_has_columns_of_its_own() -> None:
    draft = listed(
        "1. Tổ CNSCĐ thôn Một",
        "TT | Họ và tên | SĐT | Vai trò",
        "1 | Lê Văn A | 0999000101 | TT",
        "2. Tổ CNSCĐ thôn Hai",
        "STT | Vai trò | Họ tên | Điện thoại",
        "1 | TT | Trần Văn B | 0999000102",
    )
    assert names(draft) == {"Thôn Một": ["Lê Văn A"], "Thôn Hai": ["Trần Văn B"]}
    assert [person.phone for person in people(draft)] == ["0999000101", "0999000102"]
    assert draft.findings == ()


def test_a_role_may_stand_as_a_heading_over_its_people() -> None:
    draft = listed(
        TITLE,
        "TT | Họ và tên | Năm sinh | SĐT",
        "I | Tổ trưởng",
        "1 | Lê Văn A | 1970 | 0999000101",
        "II | Thành viên",
        "1 | Lê Văn B | 1971 | 0999000102",
    )
    assert [m.role for m in draft.teams[0].members] == [TeamRole.LEADER, TeamRole.MEMBER]
