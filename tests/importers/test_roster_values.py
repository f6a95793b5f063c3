"""Single cells of a roster: telephones, identity numbers, births, names, roles, doubts."""

from __future__ import annotations

from datetime import date

import pytest

from kehoach_desktop.domain.team import Gender, TeamRole
from kehoach_desktop.importers.roster_birth import read_birth
from kehoach_desktop.importers.roster_headings import RosterColumn, read_roster_heading
from kehoach_desktop.importers.roster_names import people_in
from kehoach_desktop.importers.roster_values import (
    is_ditto,
    read_identity,
    read_phones,
    read_roles,
)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("0999000306 / 0999 000 316", ("0999000306", "0999000316")),
        ("0999000306 0999000316", ("0999000306", "0999000316")),
        ("999000306 - 999000316", ("0999000306", "0999000316")),
        ("0999 000 306-0999 000 316", ("0999000306", "0999000316")),
        ("0999.000.306,0999.000.316", ("0999000306", "0999000316")),
        ("0999000306; 0999000306", ("0999000306",)),
        ("(+84)0999000302", ("0999000302",)),
        ("999000102.0", ("0999000102",)),
        ("849990002", ("0849990002",)),
        ("không có", ()),
        ("ko", ()),
        ("…", ()),
        ("", ()),
    ],
)
def test_telephones_are_read_without_doubt(text: str, numbers: tuple[str, ...]) -> None:
    assert (read_phones(text).numbers, read_phones(text).doubts) == (numbers, ())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("02363888999", "máy bàn"),
        ("0168 1234567", "nay có thể là 0381234567"),
        ("099900020", "không đúng dạng"),
        ("0999000306/316", "còn “316”"),
        ("hỏi con", "không phải số điện thoại"),
        ("0999000205 (con trai)", "con trai"),
    ],
)
def test_odd_telephones_are_doubted(text: str, says: str) -> None:
    ((_severity, message),) = read_phones(text).doubts
    assert says in message


@pytest.mark.parametrize(
    ("text", "number", "doubted"),
    [
        ("099 190 000004", "099190000004", False),
        ("99190000004", "099190000004", False),
        ("1190000004", "001190000004", False),
        ("099190000004.0", "099190000004", False),
        ("099190000004, cấp ngày 12/5/2021", "099190000004", False),
        ("201234567 / 099190000004", "099190000004", False),
        ("chưa có", "", False),
        ("201234567", "", True),
        ("09919000000", "", True),
        ("9.9E+10", "", True),
    ],
)
def test_identity_numbers_have_twelve_digits(text: str, number: str, doubted: bool) -> None:
    read = read_identity(text)
    assert (read.number, bool(read.doubts)) == (number, doubted)


@pytest.mark.parametrize(
    ("text", "day", "year", "doubted"),
    [
        ("12/05/1971", date(1971, 5, 12), 1971, False),
        ("ngày 12 tháng 5 năm 1971", date(1971, 5, 12), 1971, False),
        ("1971-05-12 00:00:00", date(1971, 5, 12), 1971, False),
        ("12051971", date(1971, 5, 12), 1971, False),
        ("26065", date(1971, 5, 12), 1971, True),
        ("5/7/68", date(1968, 7, 5), 1968, True),
        ("5/7/03", date(2003, 7, 5), 2003, True),
        ("1990", None, 1990, False),
        ("SN 1976", None, 1976, False),
        ("05/1971", None, 1971, True),
        ("31/02/1980", None, 1980, True),
        ("12/25/1980", None, 1980, True),
        ("5025", None, None, True),
        ("25/12", None, None, True),
        ("không rõ", None, None, False),
    ],
)
def test_births_are_read_and_impossible_days_never_moved(
    text: str, day: date | None, year: int | None, doubted: bool
) -> None:
    birth = read_birth(text)
    assert (birth.day, birth.year, bool(birth.doubts)) == (day, year, doubted)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("PHẠM VĂN KHỞI", ["Phạm Văn Khởi"]),
        ("nguyễn thị hoa", ["Nguyễn Thị Hoa"]),
        ("H'Mai Niê", ["H'Mai Niê"]),
        ("H'MAI NIÊ", ["H'Mai Niê"]),
        ("Ông/Bà Nguyễn Văn A", ["Nguyễn Văn A"]),
        ("Ông Ích Khiêm", ["Ông Ích Khiêm"]),
        ("Đ/c Lê Văn B", ["Lê Văn B"]),
        ("Nguyễn Trần Minh Anh", ["Nguyễn Trần Minh Anh"]),
        ("Nguyễn Văn A - Trưởng thôn", ["Nguyễn Văn A"]),
        ("1. Nguyễn Văn A 2. Trần Thị B", ["Nguyễn Văn A", "Trần Thị B"]),
        ("Nguyễn Văn A và Trần Thị B", ["Nguyễn Văn A", "Trần Thị B"]),
        ("Nguyễn Văn A / Trần Thị B", ["Nguyễn Văn A", "Trần Thị B"]),
    ],
)
def test_names_are_read_in_normal_capitals(text: str, names: list[str]) -> None:
    assert [person.full_name for person in people_in(text)] == names


def test_a_title_before_the_name_tells_the_sex() -> None:
    assert [p.gender for p in people_in("Ông Lê Văn A; bà Lê Thị B")] == [
        Gender.MALE,
        Gender.FEMALE,
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("TT", TeamRole.LEADER),
        ("Nhóm trưởng", TeamRole.LEADER),
        ("Phó tổ trưởng", TeamRole.DEPUTY),
        ("P. Tổ trưởng", TeamRole.DEPUTY),
        ("Tổ phó thường trực", TeamRole.DEPUTY),
        ("TV", TeamRole.MEMBER),
        ("Tổ viên", TeamRole.MEMBER),
        ("T.viên", TeamRole.MEMBER),
        ("UV", TeamRole.MEMBER),
    ],
)
def test_roles_are_read_in_their_wordings(text: str, role: TeamRole) -> None:
    assert read_roles(text) == (role,)


@pytest.mark.parametrize("text", ["Tổ trưởng tổ dân phố", "Trưởng thôn", "Phó trưởng thôn", ""])
def test_a_post_is_no_role(text: str) -> None:
    assert read_roles(text) == ()


@pytest.mark.parametrize("text", ["nt", "NT", "n.t", "-nt-", "như trên", '"', "''", "//", "(nt)"])
def test_ditto_marks_are_known(text: str) -> None:
    assert is_ditto(text)


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Nam", RosterColumn.MALE),
        ("Năm", RosterColumn.BIRTH_YEAR),
        ("Họ, chữ đệm và tên", RosterColumn.NAME),
        ("Chức vụ trong thôn", RosterColumn.POST),
        ("Chức vụ trong tổ CNSCĐ", RosterColumn.ROLE),
        ("Ngày cấp CCCD", RosterColumn.OTHER),
        ("Nơi sinh", RosterColumn.OTHER),
        ("Ngày thắng năm sinh", RosterColumn.BIRTH),
    ],
)
def test_headings_that_are_easily_mistaken(heading: str, column: RosterColumn) -> None:
    assert read_roster_heading(heading) is column


def test_two_names_in_a_row_of_two_births_are_parted_at_any_surname() -> None:
    together = "Vàng A Chứ Sùng A Lềnh"
    parted = ["Vàng A Chứ", "Sùng A Lềnh"]

    assert [person.full_name for person in people_in(together, 2)] == parted
    assert [person.full_name for person in people_in(together, 1)] == [together]
