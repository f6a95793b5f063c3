"""However a roster is shaken, its members stay the same, and no row is lost."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach_desktop.domain.team import Gender, Person, TeamRole
from tests.importers.rosters import HEADER, TITLE, listed, people, read, sheet

PEOPLE = (
    Person("Nguyễn Đức Thuận", Gender.MALE, date(1971, 5, 12), 1971, "Trưởng thôn", "0999000101"),
    Person("Trần Thị Mai Hiên", Gender.FEMALE, date(1984, 11, 3), 1984, "Phụ nữ", "0999000102"),
    Person("Tống Quang Vũ", Gender.MALE, date(1998, 2, 20), 1998, "Đoàn viên", "0999000103"),
    Person("Công Tằng Út", Gender.FEMALE, date(2001, 9, 9), 2001, "Giáo viên", "0999000104"),
)
ROLES = ("Tổ trưởng", "Tổ phó", "Thành viên", "Thành viên")
HEADINGS = {
    "stt": ("STT", "TT", "Số TT", "S.T.T"),
    "name": ("Họ và tên", "Họ tên", "HỌ VÀ TÊN", "Tên thành viên", "Họ, tên"),
    "birth": ("Ngày sinh", "Ngày, tháng, năm sinh", "Ngày tháng năm sinh", "Năm sinh"),
    "gender": ("Giới tính", "Nam/Nữ", "Giới tính (Nam/Nữ)"),
    "post": ("Chức vụ", "Đơn vị công tác", "Nghề nghiệp", "Chức vụ, đơn vị công tác"),
    "role": ("Chức danh trong tổ", "Nhiệm vụ", "Vai trò", "Nhiệm vụ trong Tổ", "Chức vụ trong tổ"),
    "phone": ("SĐT", "Điện thoại", "Số điện thoại", "Số ĐT liên hệ", "Điện thoại/Zalo"),
}
PHONES = (
    lambda digits: digits,
    lambda digits: digits[1:],
    lambda digits: f"{digits[:4]}.{digits[4:7]}.{digits[7:]}",
    lambda digits: f"{digits[:4]} {digits[4:7]} {digits[7:]}",
    lambda digits: f"{digits[:4]}-{digits[4:7]}-{digits[7:]}",
    lambda digits: f"{digits[:3]},{digits[3:6]},{digits[6:]}",
    lambda digits: f"+84{digits[1:]}",
    lambda digits: f"+84 {digits[1:4]} {digits[4:7]} {digits[7:]}",
    lambda digits: f"84{digits[1:]}",
    lambda digits: f"(+84){digits[1:]}",
    lambda digits: f"'{digits}",
    lambda digits: f"ĐT: {digits}",
)
DATES = ("{0.day}/{0.month}/{0.year}", "{0:%d.%m.%Y}", "{0:%d-%m-%Y}", "{0:%Y-%m-%d}")


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """The four people in a table: columns in any order, words and numbers in any shape."""
    order = draw(st.permutations([*HEADINGS]))
    header = {key: draw(st.sampled_from(words)) for key, words in HEADINGS.items()}
    rows = [[TITLE], [header[key] for key in order]]
    for number, (person, role) in enumerate(zip(PEOPLE, ROLES, strict=True), start=1):
        assert person.birth_date
        assert person.gender
        cells = {
            "stt": draw(st.sampled_from([str(number), ""])),
            "name": draw(st.sampled_from([person.full_name, person.full_name.upper()])),
            "birth": draw(st.sampled_from(DATES)).format(person.birth_date),
            "gender": draw(st.sampled_from([str.lower, str.upper, str.title]))(person.gender.value),
            "post": person.post,
            "role": draw(st.sampled_from([role, role.upper(), role.lower()])),
            "phone": draw(st.sampled_from(PHONES))(person.phone),
        }
        rows.extend([[""]] * draw(st.integers(0, 2)))
        rows.append([cells[key] for key in order])
    form = draw(st.sampled_from(["NFC", "NFD"]))
    return [[unicodedata.normalize(form, cell) for cell in row] for row in rows]  # type: ignore[arg-type]  # NFC or NFD


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables())
def test_the_members_are_the_same_in_every_shape(rows: list[list[str]]) -> None:
    draft = read(sheet(rows))
    on_zalo = any("Zalo" in cell for cell in rows[1])
    assert people(draft) == [replace(p, zalo=p.phone if on_zalo else "") for p in PEOPLE]
    assert [team.area for team in draft.teams] == ["Thôn Bình Minh"]
    assert draft.findings == ()


WORDS = st.sampled_from(
    [
        "", "", "1", "2", "x", "nt", "Nguyễn Văn A", "LÊ B", "Thôn Hạ", "0999000101", "abc",
        "Tổ trưởng", "1970", "31/2/1980", "Ghi chú: x", "TM. UBND", "Tổ trưởng; Tổ phó", "-", "()",
        "Cộng: 2", "Ông", "A, B, C", "Lê Văn A; Trần B", "'", "12 34", "\u0301", "CCCD", "Họ tên",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(WORDS | st.text(max_size=12), min_size=5, max_size=5), max_size=8))
def test_each_row_is_a_member_a_heading_a_total_or_a_finding(rows: list[list[str]]) -> None:
    table = sheet([["TT", "Họ và tên", "Chức vụ", "Vai trò", "SĐT"], *rows])
    draft = read(table)
    told = {member.place for team in draft.teams for member in team.members}
    told |= {finding.place for finding in draft.findings}
    first_words = ("thôn", "tổ trưởng", "cộng", "họ", "tt")
    for row in table.rows[1:]:
        texts = [text.strip() for text in row.cells if text.strip()]
        named = [text for text in texts if len(text) > 5 and text.isascii()]
        opening = any(text.casefold().startswith(first_words) for text in texts)
        if named and not opening:
            assert f"Sheet1, dòng {row.number}" in told


def test_a_title_before_the_part_in_the_team_is_no_part_in_it() -> None:
    draft = listed(
        "TT | Họ tên | Sinh ngày | Chức danh | Vai trò | SĐT",
        "1 | Nguyễn Văn An | 1975 | Trưởng thôn | Tổ trưởng | 0999000301",
        "2 | Trần Thị Bình | 1980 | Chi hội trưởng Phụ nữ | Tổ phó | 0999000302",
        "3 | Lê Văn Cường | 1990 | Bí thư Chi đoàn | TV | 0999000303",
    )
    members = [member for team in draft.teams for member in team.members]

    assert [m.role for m in members] == [TeamRole.LEADER, TeamRole.DEPUTY, TeamRole.MEMBER]
    assert members[0].person.post == "Trưởng thôn"


@pytest.mark.parametrize(
    ("title", "gender"),
    [("Ông:", "Nam"), ("Anh", "Nam"), ("Bà", "Nữ"), ("Chị:", "Nữ"), ("Cô", "Nữ")],
)
def test_how_a_person_is_addressed_says_the_sex(title: str, gender: str) -> None:
    draft = listed(HEADER, f"1 | {title} Nguyễn Tấn Sang | 1964 | | | Tổ trưởng | 0999000161 | |")

    assert [(one.full_name, one.gender) for one in people(draft)] == [("Nguyễn Tấn Sang", gender)]
