"""Lists with a column for each role: who holds which, with what is told beside the name."""

from __future__ import annotations

from kehoach_desktop.domain.draft import SourceRow, SourceTable
from kehoach_desktop.domain.team import RosterDraft, TeamRole
from tests.importers.rosters import doubts, grid, listed, people, read, sheet

LEADER, DEPUTY, MEMBER = TeamRole.LEADER, TeamRole.DEPUTY, TeamRole.MEMBER
Seat = tuple[str, str, TeamRole | None, str]


def seats(draft: RosterDraft) -> list[Seat]:
    """Return area, name, role and telephone of everybody."""
    return [
        (team.area, m.person.full_name, m.role, m.person.phone)
        for team in draft.teams
        for m in team.members
    ]


def test_one_row_a_village_with_a_column_for_each_role() -> None:
    draft = listed(
        "DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG XÃ SUỐI MÂY",
        "STT | Thôn | Tổ trưởng | Tổ phó | Thành viên",
        "1 | Thôn Hạ | Nguyễn Văn An | Trần Thị Bé (0999000102) | Lê Văn Cao; Phạm Thị Dung",
        "2 | Thôn Thượng | Bà Trần Thị Gái - Trưởng thôn - 0999000103 | không | Lê Hải",
        " | Tổng cộng | 2 | 1 | 3",
        " | | | NGƯỜI LẬP | ",
        " | | | Lê Thị Lập | ",
    )
    assert seats(draft) == [
        ("Thôn Hạ", "Nguyễn Văn An", LEADER, ""),
        ("Thôn Hạ", "Trần Thị Bé", DEPUTY, "0999000102"),
        ("Thôn Hạ", "Lê Văn Cao", MEMBER, ""),
        ("Thôn Hạ", "Phạm Thị Dung", MEMBER, ""),
        ("Thôn Thượng", "Trần Thị Gái", LEADER, "0999000103"),
        ("Thôn Thượng", "Lê Hải", MEMBER, ""),
    ]
    assert people(draft)[4].post == "Trưởng thôn"
    assert not any("không khớp" in doubt for doubt in doubts(draft))


def test_a_telephone_beside_each_role_is_that_of_who_holds_it() -> None:
    wanted = [
        ("Thôn Hạ", "Nguyễn Văn An", LEADER, "0999000101"),
        ("Thôn Hạ", "Trần Thị Bé", DEPUTY, "0999000102"),
        ("Thôn Hạ", "Lê Văn Cao", MEMBER, "0999000103"),
    ]
    told = "Nguyễn Văn An | 0999000101 | Trần Thị Bé | 999000102 | Lê Văn Cao | 0999.000.103"
    flat = listed(
        "TT | Tên thôn | Tổ trưởng | SĐT | Tổ phó | SĐT | Các thành viên | SĐT", f"1 | Hạ | {told}"
    )
    parted = grid(
        "TT | Thôn | Tổ trưởng | | Tổ phó | | Thành viên |",
        " | | Họ và tên | Điện thoại | Họ và tên | Điện thoại | Họ và tên | Điện thoại",
        f"1 | Thôn Hạ | {told}",
    )
    merges = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 0, 5), (0, 6, 0, 7)]
    for draft in (flat, read(sheet(parted)), read(sheet(parted, merges=merges))):
        assert seats(draft) == wanted
        assert doubts(draft) == []


def test_members_may_go_on_under_a_village_that_is_merged() -> None:
    rows = grid(
        "TT | Thôn | Tổ trưởng | Tổ phó | Các tổ viên",
        "1 | Thôn Gió | Bạch Văn Gió | Bạch Thị Giang | Bạch Văn Giàu",
        " | | | | Ỷ Lan Giỏi",
        "2 | Thôn Bão | Bạch Văn Bão | | Bạch Văn Bảo",
    )
    draft = read(sheet(rows, merges=[(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 2, 3)]))
    assert [(area, name) for area, name, _role, _phone in seats(draft)] == [
        ("Thôn Gió", "Bạch Văn Gió"),
        ("Thôn Gió", "Bạch Thị Giang"),
        ("Thôn Gió", "Bạch Văn Giàu"),
        ("Thôn Gió", "Ỷ Lan Giỏi"),
        ("Thôn Bão", "Bạch Văn Bão"),
        ("Thôn Bão", "Bạch Văn Bảo"),
    ]


def test_what_may_be_anybodys_is_nobodys_and_told() -> None:
    draft = listed(
        "STT | Thôn | Tổ trưởng | Tổ phó | Thành viên 1 | Thành viên 2 | SĐT | Ghi chú",
        "1 | Thôn Hạ | NGUYỄN AN | Lê Bé | | Đỗ Ca | 0999000102 | mới",
    )
    assert {phone for _area, _name, _role, phone in seats(draft)} == {""}
    told = " ".join(doubts(draft))
    assert "Không rõ “0999000102” là của ai" in told
    assert "Không rõ “mới” là của ai" in told


def test_a_role_may_be_ticked_beside_the_name() -> None:
    draft = listed(
        "TT | Họ và tên | Tổ trưởng | Tổ phó | Thành viên | SĐT",
        "1 | Nguyễn Văn An | x | | | 0999000101",
        "2 | Trần Bé | | x | |",
        "3 | Lê Ca | | | x |",
        "4 | Lê Cam | x | x | |",
    )
    assert [role for _area, _name, role, _phone in seats(draft)] == [LEADER, DEPUTY, MEMBER, None]
    assert any("Lê Cam: “Tổ trưởng, Tổ phó”" in doubt for doubt in doubts(draft))


def test_a_list_of_people_with_their_roles_is_no_such_header() -> None:
    draft = listed(
        "STT | Họ tên | Chức vụ | Vai trò",
        "1 | Nguyễn An | Tổ phó an ninh | Tổ trưởng",
        "2 | Lê Bé | Thành viên Hội Phụ nữ | Tổ phó",
    )
    assert [role for _area, _name, role, _phone in seats(draft)] == [LEADER, DEPUTY]


def test_names_on_lines_of_one_cell_are_people_and_a_broken_name_is_one() -> None:
    cells = ("1", "Thôn Hạ", "Nguyễn Văn An Trần Thị Bé", "TV", "0999000101")
    lines = ((2, "Nguyễn Văn An\nTrần Thị Bé"), (4, "\n0999000101"))
    header = SourceRow(1, ("STT", "Thôn", "Họ tên", "Vai trò", "SĐT"))
    broken = SourceRow(
        3, ("2", "Thôn Hạ", "Lê Thị Kim Anh", "TV", ""), lines=((2, "Lê Thị\nKim Anh"),)
    )
    draft = read(SourceTable("Sheet1", (header, SourceRow(2, cells, lines=lines), broken)))
    assert [(p.full_name, p.phone) for p in people(draft)] == [
        ("Nguyễn Văn An", ""),
        ("Trần Thị Bé", "0999000101"),
        ("Lê Thị Kim Anh", ""),
    ]


def test_a_column_of_telephones_on_zalo_gives_both() -> None:
    draft = listed(
        "STT | Họ tên | Di động/Zalo | Vai trò",
        "1 | Nguyễn An | 0999000101 | Tổ trưởng",
        "2 | Nguyễn Bé | không | TV",
    )
    assert [(p.phone, p.zalo) for p in people(draft)] == [("0999000101", "0999000101"), ("", "")]
