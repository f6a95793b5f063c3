"""Six lists unlike those given, each with what a careful clerk would copy from it."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from kehoach_desktop.domain.draft import Source
from kehoach_desktop.domain.team import DigitalTeam, RosterDraft
from kehoach_desktop.domain.team import TeamRole as Role
from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.roster import assemble_roster

LEADER, DEPUTY, MEMBER = Role


def of_sheets(**sheets: list[list[object]]) -> RosterDraft:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name.replace("_", " "))
        for row in rows:
            page.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return assemble_roster(read_source(kept.getvalue(), "ds.xlsx"))


def of_table(lines: list[str], rows: list[list[str]], folder: Path) -> RosterDraft:
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    table = made.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    made.save(str(folder / "ds.docx"))
    return assemble_roster(read_source((folder / "ds.docx").read_bytes(), "ds.docx"))


def of_lines(text: str) -> RosterDraft:
    return assemble_roster(Source("dán", "text", "", tuple(text.strip().splitlines()), ()))


def told(team: DigitalTeam) -> list[tuple[object, ...]]:
    return [(m.person.full_name, m.person.birth_year, m.role, m.person.phone) for m in team.members]


def test_a_board_has_its_own_kind_and_its_own_names_of_roles() -> None:
    draft = of_sheets(
        BCĐ=[
            ["UBND XÃ HÒA AN"],
            ["DANH SÁCH BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ XÃ HÒA AN"],
            ["(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/8/2025)"],
            [],
            ["TT", "Họ, tên", "Chức vụ, đơn vị", "Chức danh", "SĐT", "Zalo"],
            [1, "Ông Lê Văn Hùng", "Chủ tịch UBND xã", "Trưởng ban", 999100001, "x"],
            [2, "Bà Võ Thị Sen", "Phó Chủ tịch UBND xã", "Phó Trưởng ban", "0999.100.002", ""],
            [3, "Ông Đỗ Quý", "Trưởng bản Hang Rào", "Ủy viên", "", "0999 100 003"],
        ]
    )
    (team,) = draft.teams
    assert (team.kind, team.area) == ("Ban Chỉ đạo chuyển đổi số", "Xã Hòa An")
    assert told(team) == [
        ("Lê Văn Hùng", None, LEADER, "0999100001"),
        ("Võ Thị Sen", None, DEPUTY, "0999100002"),
        ("Đỗ Quý", None, MEMBER, "0999100003"),
    ]
    assert [m.person.post for m in team.members][2] == "Trưởng bản Hang Rào"
    assert [m.person.zalo for m in team.members] == ["0999100001", "", "0999100003"]


def test_two_kinds_of_team_of_one_village_stay_apart() -> None:
    head: list[object] = ["STT", "Họ tên", "Năm sinh", "Nhiệm vụ trong tổ", "Số điện thoại"]
    draft = of_sheets(
        CNSCĐ=[["DANH SÁCH TỔ CNSCĐ THÔN TÂY"], head, [1, "Hà Văn Nam", 1980, "TT", "0999200001"]],
        ĐA06=[
            ["TỔ CÔNG TÁC TRIỂN KHAI ĐỀ ÁN 06 THÔN TÂY"],
            head,
            [1, "Hà Văn Nam", 1980, "Tổ viên", "0999200001"],
            [2, "LÊ THỊ NĂM", "1991", "Tổ trưởng", "+84999200002"],
        ],
    )
    assert [(t.kind, t.area, len(t.members)) for t in draft.teams] == [
        ("Tổ công nghệ số cộng đồng", "Thôn Tây", 1),
        ("Tổ Đề án 06", "Thôn Tây", 2),
    ]
    assert told(draft.teams[1])[1] == ("Lê Thị Năm", 1991, LEADER, "0999200002")


def test_a_table_of_word_with_the_village_merged_into_headings(tmp_path: Path) -> None:
    draft = of_table(
        ["ĐỘI HỖ TRỢ PHẢN ỨNG NHANH VỀ CHUYỂN ĐỔI SỐ PHƯỜNG AN LẠC", "Năm 2025"],
        [
            ["STT", "Họ đệm", "Tên", "Ngày sinh", "Điện thoại liên hệ", "Vai trò"],
            ["1", "Ngô Thị Thùy", "Dung", "02-9-1990", "0999300001 - 0999300011", "Đội trưởng"],
            ["2", "Kpă", "H'Linh", "1997", "999300002", "Đội phó"],
            ["3", "Y", "Bhăm", "không rõ", "ko có", "Đội viên"],
        ],
        tmp_path,
    )
    (team,) = draft.teams
    assert (team.kind, team.area) == ("Đội hỗ trợ phản ứng nhanh", "Phường An Lạc")
    assert told(team) == [
        ("Ngô Thị Thùy Dung", 1990, LEADER, "0999300001"),
        ("Kpă H'Linh", 1997, DEPUTY, "0999300002"),
        ("Y Bhăm", None, MEMBER, ""),
    ]
    assert team.members[0].person.birth_date == date(1990, 9, 2)
    assert team.members[0].person.other_phones == ("0999300011",)


def test_a_message_pasted_from_zalo() -> None:
    draft = of_lines(
        """
Kính gửi VP, danh sách tổ công nghệ số cộng đồng khu phố 3 ạ:
1) Ông Trương Công Định - Tổ trưởng - SN 1969 - 0999.400.001
2) Bà Mai Thị Lựu; Tổ phó; 1982; sđt +84 999 400 002
3) Anh Tạ Minh Quân, Bí thư Chi đoàn, tổ viên, sinh năm 2000, đt 0999400003
Xin cảm ơn!
"""
    )
    (team,) = draft.teams
    assert team.area == "Khu phố 3"
    assert told(team) == [
        ("Trương Công Định", 1969, LEADER, "0999400001"),
        ("Mai Thị Lựu", 1982, DEPUTY, "0999400002"),
        ("Tạ Minh Quân", 2000, MEMBER, "0999400003"),
    ]
    assert team.members[2].person.post == "Bí thư Chi đoàn"


def test_villages_in_a_column_with_dates_years_under_sex_and_a_total() -> None:
    draft = of_sheets(
        Tổng_hợp=[
            ["BIỂU TỔNG HỢP THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG"],
            ["Thôn", "TT", "Họ và tên", "Năm sinh", None, "Chức danh", "ĐT", "Ghi chú"],
            [None, None, None, "Nam", "Nữ", None, None, None],
            ["Đá Bạc", 1, "Cao Văn Lâm", 1975, None, "Tổ trưởng", "0999500001", "mới"],
            [None, 2, "Hồ Thị Vân", None, date(1988, 3, 4), "Tổ phó", "0999500002", None],
            ["Khe Cát", 1, "Hồ Văn Ca", "1966", None, "Tổ trưởng", "nt", None],
            [None, 2, "Hồ Thị Lan", None, "1994", "Thành viên", 999500004, "-"],
            [None, None, "Tổng cộng: 04 người", None, None, None, None, None],
        ]
    )
    teams = {team.area: told(team) for team in draft.teams}
    assert {area: [row[0] for row in rows] for area, rows in teams.items()} == {
        "Thôn Đá Bạc": ["Cao Văn Lâm", "Hồ Thị Vân"],
        "Thôn Khe Cát": ["Hồ Văn Ca", "Hồ Thị Lan"],
    }
    born = [row[1] for rows in teams.values() for row in rows]
    assert born == [1975, 1988, 1966, 1994]
    sexes = [str(m.person.gender) for team in draft.teams for m in team.members]
    assert sexes == ["Nam", "Nữ", "Nam", "Nữ"]


@pytest.mark.parametrize("mark", ["Tổ giúp việc", "TỔ GIÚP VIỆC"])
def test_helpers_of_the_commune_with_an_odd_header(mark: str) -> None:
    draft = of_sheets(
        Sheet1=[
            [f"{mark} Ban Chỉ đạo Đề án 06 cấp xã"],
            ["Số TT", "Họ và tên cán bộ", "Đơn vị", "Chức vụ trong tổ", "Số di động", "Mail"],
            ["01", "Nguyễn Thị  Ánh Nguyệt ", "Công an xã", "Tổ trưởng", "0999-600-001", "a@b.vn"],
            ["02", "PHẠM QUỐC VIỆT", "Văn phòng", "Thư ký", "(+84)999600002", ""],
        ]
    )
    (team,) = draft.teams
    assert (team.kind, team.area) == ("Tổ giúp việc", "Cấp xã")
    assert told(team) == [
        ("Nguyễn Thị Ánh Nguyệt", None, LEADER, "0999600001"),
        ("Phạm Quốc Việt", None, MEMBER, "0999600002"),
    ]
    assert [m.person.post for m in team.members] == ["Công an xã", "Văn phòng"]
