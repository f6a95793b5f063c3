"""Lists in shapes that villages have sent, each against what stands in it."""

from __future__ import annotations

import pytest

from kehoach_desktop.domain.draft import Source, SourceTable
from kehoach_desktop.domain.team import RosterDraft, TeamRole
from kehoach_desktop.importers.roster import assemble_roster
from tests.importers.rosters import doubts, grid, listed, names, people, read, sheet

LEADER, DEPUTY, MEMBER = TeamRole.LEADER, TeamRole.DEPUTY, TeamRole.MEMBER


def roles(draft: RosterDraft) -> list[tuple[str, TeamRole | None]]:
    """Return everybody with the role."""
    return [(m.person.full_name, m.role) for team in draft.teams for m in team.members]


def test_short_roles_of_the_south_under_a_shouted_title() -> None:
    draft = listed(
        "DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG ẤP BÌNH THẠNH",
        "Số ĐT | Nhiệm vụ | Họ tên | Phái | Ngày sinh | STT",
        "0999.000.401 | T.trưởng | TRẦN VĂN SÁU | Nam | 1969 | 1",
        "+84 999 000 402 | T.phó | Nguyễn Thị Bảy | Nữ | 8/3/80 | 2",
        "999000403 | TV | Lê Hoàng Tám | Nam | 01-12-1999 | 3",
    )
    assert names(draft).keys() == {"Ấp Bình Thạnh"}
    assert [role for _name, role in roles(draft)] == [LEADER, DEPUTY, MEMBER]
    assert [p.phone for p in people(draft)] == ["0999000401", "0999000402", "0999000403"]


def test_a_header_of_three_rows_with_days_under_sex() -> None:
    draft = read(
        sheet(
            grid(
                "DANH SÁCH TỔ CNSCĐ KHU PHỐ 3",
                "TT | Thông tin cá nhân | | | | | Trong tổ | Liên hệ",
                " | Họ và tên | Ngày sinh | | Số CCCD | Chức vụ | Vai trò | Số điện thoại",
                " | | Nam | Nữ | | | |",
                "1 | Phạm Hồng Anh | | 19/5/1975 | 99175000411 | Y tế | Tổ trưởng | 0999 000 411",
                "2 | Võ Minh Đức | 2/10/1990 | | 99090000412 | Công an viên | Phó tổ | 999000412",
            ),
            merges=[(1, 0, 3, 0), (1, 1, 1, 5), (2, 1, 3, 1), (2, 2, 2, 3), (2, 4, 3, 4),
                    (2, 5, 3, 5), (2, 6, 3, 6), (2, 7, 3, 7)],
        )
    )  # fmt: skip
    told = [(str(p.gender), str(p.birth_date), p.cccd, p.post) for p in people(draft)]
    assert told == [
        ("Nữ", "1975-05-19", "099175000411", "Y tế"),
        ("Nam", "1990-10-02", "099090000412", "Công an viên"),
    ]
    assert doubts(draft) == []


@pytest.mark.parametrize("ditto", ["″", "-nt-", "nt", '"', "n.t", "''"])
def test_every_mark_that_points_above_takes_the_role_above(ditto: str) -> None:
    draft = listed(
        "TỔ CNSCĐ XÓM ĐỒI",
        "STT | Họ tên | Chức danh trong tổ",
        "1 | Hà Văn Thắng | Tổ trưởng",
        "2 | Hà Thị Nhung | Thành viên",
        f"3 | Đinh Công Tráng | {ditto}",
    )
    assert roles(draft)[2] == ("Đinh Công Tráng", MEMBER)


def test_villages_written_short_are_the_same_villages() -> None:
    draft = listed(
        "STT | Ấp/Khu phố | Họ tên | Chức danh trong Tổ",
        "1 | KP1 | Từ Văn Nghĩa | Tổ trưởng",
        "2 | KP 1 | Từ Thị Ngân | Thành viên",
        "3 | Khu phố 1 | Khương Thị Phượng | Thành viên",
        "4 | TDP2 | Khương Văn Phát | Tổ trưởng",
    )
    assert {area: len(who) for area, who in names(draft).items()} == {
        "Khu phố 1": 3,
        "Tổ dân phố 2": 1,
    }


def test_a_role_with_what_it_is_for_is_found_beside_a_column_of_posts() -> None:
    draft = listed(
        "TỔ CNSCĐ THÔN KẺ",
        "STT | Họ và tên | Chức danh | Phân công nhiệm vụ | Lý do/Ghi chú",
        "1 | Đinh Văn Kẻ | Trưởng thôn | Tổ trưởng - phụ trách chung | thay ông Đinh Cũ",
        "2 | Đinh Thị Ke | Cán bộ bán chuyên trách | Thành viên - hỗ trợ DVC |",
    )
    assert roles(draft) == [("Đinh Văn Kẻ", LEADER), ("Đinh Thị Ke", MEMBER)]
    assert [p.post for p in people(draft)] == ["Trưởng thôn", "Cán bộ bán chuyên trách"]
    assert people(draft)[0].note == "thay ông Đinh Cũ"


def named_sheet(name: str, leader: str) -> SourceTable:
    """Return a sheet of that name under the title of the whole commune."""
    rows = ("TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG XÃ ĐÔNG SƠN", "STT | Họ tên | Vai trò")
    return sheet(grid(*rows, f"1 | {leader} | Tổ trưởng"), name)


def test_a_village_in_the_name_of_a_sheet_goes_before_the_commune_of_its_title() -> None:
    draft = read(named_sheet("Thôn Trung", "Lê Văn Trung"), named_sheet("Thôn Hạ", "Lê Văn Hạ"))
    assert names(draft) == {"Thôn Trung": ["Lê Văn Trung"], "Thôn Hạ": ["Lê Văn Hạ"]}
    assert doubts(draft) == []


def test_a_sheet_with_a_bare_name_gives_the_area_and_is_told() -> None:
    rows = grid("STT | Họ tên | Vai trò", "1 | Lê Văn Trung | Tổ trưởng")
    draft = read(sheet(rows, "T. Cầu Mới"), sheet(rows, "Thôn Ngã Ba"))
    assert [*names(draft)] == ["T. Cầu Mới", "Thôn Ngã Ba"]
    assert any("được lấy làm tên thôn, tổ" in doubt for doubt in doubts(draft))


def test_a_list_set_in_two_halves_side_by_side_is_one_team() -> None:
    draft = listed(
        "TỔ CNSCĐ THÔN TÂY HỒ",
        "STT | Họ và tên | Vai trò | STT | Họ và tên | Vai trò",
        "1 | Hà Văn Sâm | Tổ trưởng | 3 | Hà Văn Sung | Thành viên",
        "2 | Hà Thị Sim | Tổ phó | 4 | Hà Thị Sương | Thành viên",
    )
    assert names(draft) == {
        "Thôn Tây Hồ": ["Hà Văn Sâm", "Hà Thị Sim", "Hà Văn Sung", "Hà Thị Sương"]
    }


@pytest.mark.parametrize("again", [True, False])
def test_a_leader_named_over_the_table_is_in_the_team_once(again: bool) -> None:
    draft = listed(
        "DANH SÁCH TỔ CNSCĐ THÔN MÍT",
        "Tổ trưởng: Ông Mai Văn Mít - Trưởng thôn - ĐT 0999000721",
        "STT | Họ tên | SĐT | Vai trò",
        "1 | Mai Thị Me | 0999000722 | Thành viên",
        "2 | Mai Văn Mít | 0999000721 | Tổ trưởng" if again else "",
    )
    assert sorted(roles(draft)) == [("Mai Thị Me", MEMBER), ("Mai Văn Mít", LEADER)]
    assert {p.phone for p in people(draft)} == {"0999000721", "0999000722"}


def test_what_stands_in_brackets_beside_a_name_goes_where_it_belongs() -> None:
    draft = listed(
        "TỔ CNSCĐ THÔN GẠO",
        "Họ và tên (Ông/Bà) | Vai trò | Liên hệ",
        "1. Ông/Bà: Đinh Văn Gạo | Tổ trưởng | ĐT: 0999 000 731",
        "2) Bà Đinh Thị Nếp (Bí thư Chi đoàn, 0999000732) | Tổ phó |",
        "3- Đinh Văn Tẻ | Thành viên | (không có)",
    )
    told = [(p.full_name, p.post, p.phone) for p in people(draft)]
    assert told == [
        ("Đinh Văn Gạo", "", "0999000731"),
        ("Đinh Thị Nếp", "Bí thư Chi đoàn", "0999000732"),
        ("Đinh Văn Tẻ", "", ""),
    ]


def test_a_pasted_line_with_role_and_number_in_brackets() -> None:
    lines = (
        "DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG THÔN VẠN PHÚC",
        "1. Ông Tống Văn Quyết - Trưởng thôn - Tổ trưởng - SĐT 0999.000.501",
        "2. Ông Đàm Văn Rõ - Bí thư Chi đoàn - Thành viên (0999000503)",
    )
    draft = assemble_roster(Source("dan.txt", "txt", "", lines, ()))
    assert roles(draft) == [("Tống Văn Quyết", LEADER), ("Đàm Văn Rõ", MEMBER)]
    assert [p.phone for p in people(draft)] == ["0999000501", "0999000503"]


def test_years_under_two_headings_of_sex_and_roles_in_the_notes() -> None:
    draft = listed(
        "DANH SÁCH TỔ CNSCĐ THÔN LŨNG, XÃ CAO LỘC",
        "STT | Họ và tên | Năm sinh nam | Năm sinh nữ | Ghi chú",
        "01 | Lộc Văn Lũng | 1971 | | Tổ trưởng",
        "02 | Lộc Thị Lụa, | | 1982 | Tổ phó",
        "03 | Lộc Văn Lạng | 1990 | |",
    )
    told = [(str(p.gender), p.birth_year, p.note) for p in people(draft)]
    assert told == [("Nam", 1971, ""), ("Nữ", 1982, ""), ("Nam", 1990, "")]
    assert [role for _name, role in roles(draft)] == [LEADER, DEPUTY, None]


def test_a_message_that_names_roles_before_people_and_the_village_twice() -> None:
    lines = (
        "Kính gửi UBND phường, khóm 4 gửi danh sách tổ công nghệ số cộng đồng khóm 4:",
        "Tổ trưởng: Ông Lâm Văn Tèo, sinh năm 1975, Trưởng khóm, SĐT: 0999 000 871",
        "Tổ phó: Bà Lâm Thị Tí, sn 1985, Hội LHPN, sđt 0999000872",
        "Thành viên: Ông Lâm Văn Tỏi, 1995, 0999000873",
        "Xin cảm ơn!",
    )
    draft = assemble_roster(Source("dan.txt", "txt", "", lines, ()))
    assert names(draft).keys() == {"Khóm 4"}
    assert [role for _name, role in roles(draft)] == [LEADER, DEPUTY, MEMBER]
    assert [(p.birth_year, p.phone) for p in people(draft)] == [
        (1975, "0999000871"),
        (1985, "0999000872"),
        (1995, "0999000873"),
    ]


def test_a_column_full_of_telephones_is_one_whatever_its_heading() -> None:
    draft = listed(
        "TỔ CNSCĐ THÔN MÁY",
        "STT | Họ và tên | Vai trò | Gọi theo",
        "1 | Hồ Văn Một | Tổ trưởng | +84.999.000.941",
        "2 | Hồ Văn Hai | TV | 084 999000942",
        "3 | Hồ Văn Ba | TV | 0999000943,0888000943",
        "4 | Hồ Văn Bốn | TV | 090 000 94",
    )
    assert [p.phone for p in people(draft)] == ["0999000941", "0999000942", "0999000943", ""]
    assert any("Hồ Văn Bốn" in doubt for doubt in doubts(draft))


def test_a_year_that_the_edge_of_a_cell_has_cut_is_whole() -> None:
    draft = listed(
        "TỔ CNSCĐ THÔN GẤP",
        "STT | Họ và tên | Ngày sinh | Vai trò",
        "1 | Lê Thị Gấm | 03/02/199 0 | Tổ trưởng",
        "2 | Lê Văn Gấp | 19 91 | TV",
    )
    assert [p.birth_year for p in people(draft)] == [1990, 1991]
    assert doubts(draft) == []


def test_a_table_that_only_counts_roles_lists_nobody() -> None:
    draft = listed(
        "TT | Thôn | Số tổ trưởng | Số tổ phó | Số thành viên",
        "1 | Thôn A | 1 | 1 | 5",
        "2 | Thôn B | 1 | 2 | 4",
    )
    assert people(draft) == []
