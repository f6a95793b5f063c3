"""Readings widened by files of other provinces: months with marks, numbers in the text, keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kehoach_desktop.domain.agency import CommuneWords, concerns_commune
from kehoach_desktop.domain.deadline import Kind, Recurrence
from kehoach_desktop.domain.draft import ColumnRole, Merge
from kehoach_desktop.domain.plan import Task
from kehoach_desktop.importers.cells import rejoin
from kehoach_desktop.importers.headings import read_header
from kehoach_desktop.importers.matrix import assemble
from kehoach_desktop.importers.side_by_side import taken_apart
from tests.importers.building import HEADER, contents, source, table, told

MONTHS = "STT | Nhiệm vụ | Đơn vị chủ trì | T7 | T8 | T9 | T10 | T11 | T12"


def tasks(*lines: str, year: int | None = 2026) -> list[Task]:
    draft = assemble(source(table(*lines)), year)
    return [task for _appendix, task in draft.plan.tasks()]


def test_a_run_of_marked_months_begins_and_ends_and_stays_in_the_other_columns() -> None:
    task = tasks(MONTHS, "1 | Rà soát | Sở A | | x | X | x | | ")[0]

    assert (task.deadline.start, task.deadline.due) == (date(2026, 8, 1), date(2026, 10, 31))
    assert task.deadline.kind is Kind.FIXED
    assert task.deadline.wording == ""
    assert task.extra[:3] == (("T7", ""), ("T8", "x"), ("T9", "X"))


def test_one_marked_month_is_that_month_and_all_are_monthly_work() -> None:
    one, every, none = tasks(
        MONTHS,
        "1 | Rà soát | Sở A | | | ✓ | | | ",
        "2 | Tổng hợp | Sở A | x | x | x | x | x | x",
        "3 | Tập huấn | Sở A | | | | | | ",
    )

    assert (one.deadline.kind, one.deadline.start, one.deadline.due) == (
        Kind.MONTH,
        None,
        date(2026, 9, 30),
    )
    assert (every.deadline.kind, every.deadline.recurrence) == (Kind.RECURRING, Recurrence.MONTHLY)
    assert none.deadline.kind is Kind.UNKNOWN


def test_months_of_two_years_are_read_in_the_year_over_them() -> None:
    header = "STT | Nhiệm vụ | Đơn vị chủ trì | T11/2025 | T12/2025 | T1/2026 | T2/2026"
    task = tasks(header, "1 | Rà soát | Sở A | | x | x | ")[0]

    assert (task.deadline.start, task.deadline.due) == (date(2025, 12, 1), date(2026, 1, 31))


def test_months_that_run_over_the_year_without_naming_it_are_not_guessed() -> None:
    header = "STT | Nhiệm vụ | Đơn vị chủ trì | T11 | T12 | T1 | T2"

    assert tasks(header, "1 | Rà soát | Sở A | | x | x | ")[0].deadline.kind is Kind.UNKNOWN


def test_marked_quarters_are_read_too() -> None:
    header = "STT | Nhiệm vụ | Đơn vị chủ trì | Quý I | Quý II | Quý III | Quý IV"
    task = tasks(header, "1 | Rà soát | Sở A | | x | x | ")[0]

    assert (task.deadline.start, task.deadline.due) == (date(2026, 4, 1), date(2026, 9, 30))


def test_figures_under_months_are_no_marks() -> None:
    rows = table(MONTHS, "1 | Rà soát | Sở A | 1 | 1 | 2 | 1 | 1 | 1")
    draft = assemble(source(rows), 2026)

    assert draft.plan.appendices[0].tasks[0].deadline.kind is Kind.UNKNOWN
    assert any("ghi số hoặc lời nên chưa đọc thành hạn" in line for line in told(draft))


@pytest.mark.parametrize(
    ("line", "ordinal", "content"),
    [
        ("1 | 1. Rà soát thủ tục | Sở A | | |", "1", "Rà soát thủ tục"),
        ("1.1 | 1.1) Rà soát thủ tục | Sở A | | |", "1.1", "Rà soát thủ tục"),
        (" | 1. Rà soát thủ tục | Sở A | | |", "1", "Rà soát thủ tục"),
        ("1 | 2. Rà soát thủ tục | Sở A | | |", "1", "2. Rà soát thủ tục"),
        ("1 | 1. Rà soát // 2. Công bố | Sở A | | |", "1", "1. Rà soát\n2. Công bố"),
        ("1 | 100% thôn có tổ | Sở A | | |", "1", "100% thôn có tổ"),
    ],
)
def test_a_number_repeated_in_the_text_is_the_number_of_the_task(
    line: str, ordinal: str, content: str
) -> None:
    task = tasks(HEADER, line)[0]

    assert (task.ordinal, task.content) == (ordinal, content)


def test_a_row_without_a_number_takes_the_one_in_its_text_where_it_follows() -> None:
    rows = tasks(
        HEADER,
        "1 | Rà soát | Sở A | | | 31/12/2026",
        " | 2. Công bố | Sở B | | | 31/12/2026",
        "3 | Tập huấn | Sở C | | | 31/12/2026",
    )

    assert [(t.ordinal, t.content) for t in rows][1] == ("2", "Công bố")


def test_every_task_of_an_appendix_has_a_key_of_its_own() -> None:
    draft = assemble(
        source(
            table(
                HEADER,
                "1 | Rà soát | Sở A | | | 31/12/2026",
                "- | Bước một | Sở B | | | 31/12/2026",
                "- | Bước hai | Sở C | | | 31/12/2026",
                "2 | Công bố | Sở D | | | 31/12/2026",
                "a) | Trên trang | Sở E | | | 31/12/2026",
                "2 | In | Sở G | | | 31/12/2026",
            )
        )
    )
    appendix = draft.plan.appendices[0]
    keys = [appendix.key_of(task) for task in appendix.tasks]

    assert keys == ["1", "1.-", "1.- (2)", "2", "2.a)", "2 (2)"]
    other = replace(appendix, tasks=appendix.tasks[1:])
    assert other.key_of(other.tasks[-1]) == "2 (2)"


def test_a_task_that_ends_in_the_middle_is_told() -> None:
    row = "1 | Rà soát các thủ tục hành chính để | Sở A | | Báo cáo | 31/12/2026"

    assert any(
        "Nội dung có vẻ bị cắt cụt" in line for line in told(assemble(source(table(HEADER, row))))
    )


def test_two_lists_in_one_cell_stay_as_they_are() -> None:
    row = "3 | 1. Rà soát // 2. Công bố // 3. In | Sở A | | | 31/12/2026"

    assert contents(assemble(source(table(HEADER, row)))) == ["1. Rà soát\n2. Công bố\n3. In"]


LETTERHEAD = ("ỦY BAN NHÂN DÂN", "XÃ TÂN LẬP", "KẾ HOẠCH", "Chuyển đổi số năm 2026")


@pytest.mark.parametrize(
    ("office", "ours"), [("", True), ("xã Tân Lập", True), ("xã Bình Minh", False)]
)
def test_a_plan_of_a_commune_is_ours_only_where_the_commune_is_ours(
    office: str, ours: bool
) -> None:
    rows = table(HEADER, "1 | Rà soát | Phòng Kinh tế | | | 31/12/2026", lead_in=LETTERHEAD)
    draft = assemble(source(rows), words=CommuneWords(office=office))
    task = draft.plan.appendices[0].tasks[0]

    assert task.ours.yes is ours
    strange = [line for line in told(draft) if "không phải của xã Bình Minh" in line]
    assert len(strange) == (not ours)


@pytest.mark.parametrize(
    ("lead", "ours"),
    [
        ("UBND xã Tân Lập", False),
        ("UBND xã Bình Minh", True),
        ("UBND các xã Tân Lập, Bình Minh", True),
        ("UBND các xã, phường", True),
        ("Công an xã", True),
        ("UBND phường 3", False),
        ("UBND xã Tân Lập; các địa phương", True),
    ],
)
def test_another_commune_by_its_name_is_not_ours(lead: str, ours: bool) -> None:
    assert concerns_commune(lead, "", CommuneWords(office="xã Bình Minh")).yes is ours


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("THỜI GIAN\n(bắt đầu - kết thúc)", ColumnRole.DEADLINE),
        ("Xong trước ngày", ColumnRole.DEADLINE),
        ("Time frame", ColumnRole.DEADLINE),
        ("Phòng phụ trách", ColumnRole.LEAD),
        ("Phụ trách", ColumnRole.LEAD),
        ("Lãnh đạo phụ trách", ColumnRole.EXTRA),
        ("Đơn vị cùng thực hiện", ColumnRole.COORDINATING),
        ("Cooperating agencies", ColumnRole.COORDINATING),
        ("Expected outputs", ColumnRole.DELIVERABLE),
        ("S TT", ColumnRole.ORDINAL),
        ("Đơn vị hướng dẫn, kiểm tra", ColumnRole.EXTRA),
        ("Đơn vị nhận nhiệm vụ", ColumnRole.LEAD),
        ("Đơn vị xử lý chính", ColumnRole.LEAD),
        ("Hạng mục", ColumnRole.CONTENT),
        ("Kết quả đến nay", ColumnRole.EXTRA),
    ],
)
def test_headers_of_other_provinces(header: str, role: ColumnRole) -> None:
    assert read_header(header).role is role


@pytest.mark.parametrize(
    ("header", "codes", "ordinals", "extra"),
    [
        ("Mã NV", ("NV-01", "NV-02"), ["NV-01", "NV-02"], ()),
        ("Mã số", ("57.I.1", "57.I.3"), ["57.I.1", "57.I.3"], ()),
        ("Mã công việc", ("CV 01/2026", "CV 02/2026"), ["CV 01/2026", "CV 02/2026"], ()),
        ("Mã số", ("NQ57", "NQ57"), ["", ""], ("Mã số", "NQ57")),
        ("STT | Mã nhiệm vụ", ("1 | NV-01", "2 | NV-02"), ["1", "2"], ("Mã nhiệm vụ", "NV-01")),
        ("STT", ("NV-01", "NV-02"), ["NV-01", "NV-02"], ()),
    ],
)
def test_codes_number_the_tasks_where_nothing_else_does(
    header: str, codes: tuple[str, str], ordinals: list[str], extra: tuple[str, ...]
) -> None:
    rows = [f"{code} | Rà soát | Sở A | 31/12/2026" for code in codes]
    read = tasks(f"{header} | Nhiệm vụ | Đơn vị chủ trì | Thời hạn", *rows)

    assert [task.ordinal for task in read] == ordinals
    assert read[0].extra == ((extra,) if extra else ())


def test_a_title_over_an_unnamed_first_column_is_no_header() -> None:
    rows = (
        "KẾ HOẠCH NĂM 2026",
        " | Nhiệm vụ | Đơn vị chủ trì | Thời hạn",
        "1 | Họp | Sở A | Quý I",
    )

    assert tasks(*rows, year=None)[0].deadline.due == date(2026, 3, 31)


def test_numbers_under_a_header_nobody_knows_are_the_ordinals() -> None:
    header = "Mã hiệu | Nội dung nhiệm vụ | Đơn vị chủ trì | Thời hạn"
    rows = tasks(header, "I | Hạ tầng | |", "1 | Một | Sở A | 6/2026", "2 | Hai | Sở B | 6/2026")

    assert [task.ordinal for task in rows] == ["1", "2"]


def test_items_with_leads_of_their_own_stand_under_the_task_they_belong_to() -> None:
    draft = assemble(
        source(
            table(
                HEADER,
                "1 | Chuyển đổi số cấp xã: | | | |",
                " | (1) Trang bị máy | Sở A | Sở B | | 6/2026",
                " | (2) Tập huấn | Sở C | | | 7/2026",
                "2 | Khác | Sở D | | | 8/2026",
            )
        )
    )
    appendix = draft.plan.appendices[0]

    assert [appendix.key_of(task) for task in appendix.tasks] == ["1.(1)", "1.(2)", "2"]
    assert appendix.tasks[0].content == "Trang bị máy"


def test_a_deadline_is_missed_whatever_its_column_is_called() -> None:
    header = "STT | Nhiệm vụ | Chủ trì | Thời gian thực hiện |"
    below = " | | | Từ | Đến"
    merges = (Merge(0, 3, 0, 4), Merge(0, 0, 1, 0), Merge(0, 1, 1, 1), Merge(0, 2, 1, 2))
    rows = ("1 | Một | Sở A | 3/2026 | 6/2026", "2 | Hai | Sở B | 3/2026 |")
    lines = told(assemble(source(table(header, below, *rows, merges=merges))))

    assert lines == ["Bảng 1, dòng 4: Không ghi thời hạn."]


def test_tables_side_by_side_are_two() -> None:
    whole = table(
        "STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn | | STT | Chỉ tiêu | Đơn vị tính | Kế hoạch",
        "1 | Một | Sở A | 6/2026 | | 1 | Tỷ lệ | % | 80",
        "2 | Hai | Sở B | 7/2026 | | | | |",
        name="Biểu 1",
    )
    parts = taken_apart(source(whole, kind="xlsx"))
    draft = assemble(parts)

    assert [len(part.rows) for part in parts.tables] == [3, 2]
    assert contents(draft) == ["Một", "Hai"]
    assert [(i.name, i.target) for i in draft.indicators] == [("Tỷ lệ", "80")]


@pytest.mark.parametrize("name", ["Cụ thể hóa", "Nội dung cụ thể"])
def test_a_task_merged_over_parts_with_leads_of_their_own_gives_the_parts(name: str) -> None:
    rows = table(
        f"STT | Nhiệm vụ | {name} | Đơn vị chủ trì | Thời hạn",
        "1 | Hạ tầng số | Phủ sóng 5G | Sở A | 6/2026",
        " | | Thuê máy chủ | Sở B | 7/2026",
        "2 | Dữ liệu số | Số hóa hộ tịch | Sở C | 8/2026",
        merges=(Merge(1, 0, 2, 0), Merge(1, 1, 2, 1)),
    )
    draft = assemble(source(rows))
    appendix = draft.plan.appendices[0]

    assert contents(draft) == ["Phủ sóng 5G", "Thuê máy chủ", "Số hóa hộ tịch"]
    assert [dict(t.extra)["Nhiệm vụ"] for t in appendix.tasks[:2]] == ["Hạ tầng số"] * 2
    assert appendix.tasks[1].parent == appendix.tasks[0].id
    by_hand = assemble(source(rows), mapping={(0, 1): ColumnRole.CONTENT})
    assert contents(by_hand) == ["Hạ tầng số", "Hạ tầng số", "Dữ liệu số"]


def test_a_header_of_three_rows_without_merges_is_one() -> None:
    rows = table(
        "STT | Nhiệm vụ | Phân công thực hiện | | | Thời hạn",
        " | | Lãnh đạo chủ trì | Đơn vị thực hiện | |",
        " | | | Chủ trì | Phối hợp |",
        "1 | Một | PCT An | Sở A | Sở B | 6/2026",
    )
    task = assemble(source(rows)).plan.appendices[0].tasks[0]

    assert (task.lead_agencies_text, task.coordinating_text) == ("Sở A", "Sở B")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Sở Tài chính\nSở Nội vụ\nUBND cấp xã", "Sở Tài chính\nSở Nội vụ\nUBND cấp xã"),
        ("Văn phòng\nUBND tỉnh", "Văn phòng UBND tỉnh"),
        ("Văn phòng HĐND và\nUBND xã", "Văn phòng HĐND và UBND xã"),
        ("Sở Khoa học và\nCông nghệ", "Sở Khoa học và Công nghệ"),
        ("Công an tỉnh; Văn phòng\nUBND tỉnh", "Công an tỉnh; Văn phòng UBND tỉnh"),
        ("Đ/c Phó\nChủ tịch UBND\ntỉnh", "Đ/c Phó Chủ tịch UBND tỉnh"),
        ("UBND\ntỉnh", "UBND tỉnh"),
        ("Trước 30/11/202\n5", "Trước 30/11/2025"),
        ("Ban Tổ chức\nTỉnh ủy", "Ban Tổ chức Tỉnh ủy"),
        ("Sở Tư pháp;\nUBND cấp xã", "Sở Tư pháp; UBND cấp xã"),
        ("6/2026\n9/2026", "6/2026\n9/2026"),
        ("Trước\n31/12/2026", "Trước 31/12/2026"),
    ],
)
def test_bodies_typed_one_a_line_stay_apart(typed: str, read: str) -> None:
    assert rejoin(typed) == read
