"""Any table is read without a failure, and nothing in it is lost silently."""

from __future__ import annotations

import random
from datetime import date

from kehoach_desktop.domain.draft import Merge, Source, SourceRow, SourceTable
from kehoach_desktop.domain.progress import TaskStatus
from kehoach_desktop.domain.return_form import Field, Returned
from kehoach_desktop.domain.return_form_status import read_status
from kehoach_desktop.exchange.form_reading import read_returns

HEADER = ("TT", "Nội dung", "Tình trạng", "Kết quả thực hiện")
WORDS = (
    "", "Mã", "STT", "Nội dung nhiệm vụ", "Trạng thái", "Kết quả", "x", "N123abc", "HT", "(1)",
    "15/10/2025", "Mã phiếu: 2025-10/12345678/abcdef", "kehoach-phieu-1", "store", "%", "²%",
    "người lập", "Đã hoàn thành", "=1+1", "\n", " ",
)  # fmt: skip


def read(*rows: tuple[str, ...], merges: tuple[Merge, ...] = ()) -> Returned:
    numbered = tuple(SourceRow(number, cells) for number, cells in enumerate(rows, start=1))
    table = SourceTable("Sheet1", numbered, merges)
    (home,) = read_returns(Source("tep.xlsx", "xlsx", "", (), (table,)))
    return home


def test_any_table_is_read() -> None:
    rng = random.Random(3)
    for _again in range(400):
        rows = [
            tuple(rng.choice(WORDS) for _cell in range(rng.randint(0, 6)))
            for _row in range(rng.randint(0, 8))
        ]
        merge = Merge(*(rng.randint(0, 9) for _side in range(4)))
        for row in read(*rows, merges=(merge,)).rows:
            read_status(row.cell(Field.STATUS), date(2025, 10, 31))


def test_signatures_end_a_table_and_are_told_of() -> None:
    home = read(
        HEADER,
        ("1", "Việc một", "HT", "a"),
        ("", "", "", ""),
        ("", "TRƯỞNG PHÒNG", "", "NGƯỜI LẬP BIỂU"),
        ("", "Nguyễn Văn Mẫu", "", "Trần Thị Mẫu"),
    )
    assert [row.content for row in home.rows] == ["Việc một"]
    assert [number for number, _text in home.ignored] == [4, 5]


def test_a_header_of_two_rows_is_one() -> None:
    home = read(
        ("TT", "Nội dung", "Tình hình", ""),
        ("", "", "Trạng thái", "Kết quả đạt được"),
        ("1", "Việc một", "đang làm", "a"),
    )
    assert [dict(row.cells) for row in home.rows] == [{Field.STATUS: "đang làm", Field.RESULT: "a"}]


def test_a_column_nobody_knows_is_told_of_row_by_row() -> None:
    home = read((*HEADER, "Màu sắc"), ("1", "Việc một", "HT", "a", "xanh"))
    assert home.ignored == ((2, "Màu sắc: xanh"),)


def test_a_result_that_is_a_state_is_the_state_where_there_is_no_other() -> None:
    home = read(("TT", "Nội dung", "Kết quả thực hiện"), ("1", "Việc một", "Đang triển khai"))
    assert home.rows[0].cell(Field.STATUS) == "Đang triển khai"


def test_a_task_merged_over_two_rows_is_one_row() -> None:
    home = read(
        HEADER,
        ("1", "Việc một", "đang làm", "a"),
        ("", "", "", "b"),
        merges=(Merge(1, 1, 2, 1),),
    )
    assert [row.cell(Field.RESULT) for row in home.rows] == ["a\nb"]


def test_the_header_may_be_gone_where_the_rows_carry_codes() -> None:
    cells = ("N0a1b2c", "1", "Việc một", "31/12", "", "Hoàn thành", "5/10/2025", "", "a")
    home = read(("Đơn vị: Thôn Đông",), cells)
    assert (home.rows[0].code, home.rows[0].cell(Field.DONE_ON)) == ("N0a1b2c", "5/10/2025")


def test_what_comes_next_is_told_by_many_headers() -> None:
    for header in ("Bước tiếp theo", "Nhiệm vụ tháng sau", "Phương hướng thời gian tới"):
        home = read((*HEADER, header), ("1", "Việc một", "đang làm", "a", "Nghiệm thu"))
        (row,) = home.rows
        assert row.cell(Field.NEXT_STEPS) == "Nghiệm thu"
        assert row.content == "Việc một"


def test_one_of_two_columns_of_results_is_the_state_where_it_says_one() -> None:
    home = read(
        ("TT", "Công việc", "Tình hình", "Kết quả đến nay"),
        ("1", "Việc một", "Đang làm, đạt 60%", "Đã đo đạc"),
        ("2", "Việc hai", "chờ tỉnh", "Đã gửi hồ sơ"),
        ("3", "Việc ba", "HT 15/9", ""),
    )
    assert [row.cell(Field.STATUS) for row in home.rows] == [
        "Đang làm, đạt 60%",
        "chờ tỉnh",
        "HT 15/9",
    ]
    assert [row.cell(Field.RESULT) for row in home.rows] == ["Đã đo đạc", "Đã gửi hồ sơ", ""]


def test_two_columns_of_one_thing_are_both_read() -> None:
    home = read(
        ("TT", "Nội dung", "Trạng thái", "Khó khăn", "Nguyên nhân", "Kết quả", "Kết quả khác"),
        ("1", "Việc một", "đang làm", "Thiếu máy", "Chậm vốn", "Mở 02 lớp", "Mở 02 lớp"),
    )
    (row,) = home.rows
    assert row.cell(Field.OBSTACLE) == "Thiếu máy\nChậm vốn"
    assert row.cell(Field.RESULT) == "Mở 02 lớp"


def test_sentences_typed_in_lines_stay_in_lines() -> None:
    typed = ((3, "Đã mở 02 lớp\nĐã cấp 30 tài khoản"),)
    wrapped = ((3, "Đã mở 02 lớp cho\ncán bộ thôn"),)
    rows = (
        SourceRow(1, HEADER),
        SourceRow(2, ("1", "Một", "HT", "Đã mở 02 lớp Đã cấp 30 tài khoản"), lines=typed),
        SourceRow(3, ("2", "Hai", "HT", "Đã mở 02 lớp cho cán bộ thôn"), lines=wrapped),
    )
    (home,) = read_returns(Source("tep.xlsx", "xlsx", "", (), (SourceTable("Sheet1", rows),)))

    assert [row.cell(Field.RESULT) for row in home.rows] == [
        "Đã mở 02 lớp\nĐã cấp 30 tài khoản",
        "Đã mở 02 lớp cho cán bộ thôn",
    ]


TITLE, UNIT = ("BÁO CÁO THÁNG 10 NĂM 2025",), ("PHÒNG KINH TẾ",)


def test_what_was_written_for_last_month_is_told_and_not_taken() -> None:
    home = read(
        UNIT,
        TITLE,
        ("STT", "Nhiệm vụ", "Kết quả tháng 9", "Kết quả tháng 10", "Kế hoạch tháng 11"),
        ("1", "Việc một", "Đã lập dự toán", "Đã duyệt 120 triệu", "Giải ngân"),
    )
    assert [dict(row.cells) for row in home.rows] == [
        {Field.RESULT: "Đã duyệt 120 triệu", Field.NEXT_STEPS: "Giải ngân"}
    ]
    assert home.ignored == ((4, "Kết quả tháng 9: Đã lập dự toán"),)


def test_of_two_months_without_a_title_the_later_one_counts() -> None:
    home = read(("STT", "Nhiệm vụ", "Kết quả T10", "Kết quả T9"), ("1", "Việc một", "mới", "cũ"))
    assert [row.cell(Field.RESULT) for row in home.rows] == ["mới"]


def test_a_column_of_another_month_than_the_title_is_none_of_this_month() -> None:
    home = read(
        TITLE,
        ("STT", "Nhiệm vụ", "Trạng thái", "Kết quả tháng 9/2025"),
        ("1", "Việc một", "đang làm", "cũ"),
    )
    assert [dict(row.cells) for row in home.rows] == [{Field.STATUS: "đang làm"}]
    assert home.ignored == ((3, "Kết quả tháng 9/2025: cũ"),)


def test_states_under_a_merged_header_are_ticked_with_what_was_written() -> None:
    home = read(
        ("TT", "Nội dung", "Kết quả thực hiện", "", "", "Vướng mắc"),
        ("", "", "Đã HT", "Đang TH", "Chưa TH", ""),
        ("1", "Việc một", "", "70%", "", "thiếu máy"),
        ("2", "Việc hai", "24/10/2025", "", "", ""),
        ("3", "Việc ba", "", "", "x", ""),
        merges=(Merge(0, 2, 0, 4),),
    )
    claims = [read_status(row.cell(Field.STATUS), date(2025, 10, 31)) for row in home.rows]
    assert [(claim.status, claim.percent, claim.done_on) for claim in claims] == [
        (TaskStatus.IN_PROGRESS, 70, None),
        (TaskStatus.DONE, None, date(2025, 10, 24)),
        (TaskStatus.NOT_STARTED, None, None),
    ]


def test_an_offices_own_words_for_the_columns_are_known() -> None:
    home = read(
        ("TT", "Nội dung công việc", "Đã làm được gì", "Tình hình", "Ngày xong", "Vướng"),
        ("1", "Việc một", "Có QĐ 12", "xong", "15/10/2025", ""),
        ("2", "Việc hai", "", "chưa làm", "", "vốn"),
    )
    assert [dict(row.cells) for row in home.rows] == [
        {Field.STATUS: "xong", Field.RESULT: "Có QĐ 12", Field.DONE_ON: "15/10/2025"},
        {Field.STATUS: "chưa làm", Field.OBSTACLE: "vốn"},
    ]


def test_headers_may_be_abbreviated() -> None:
    home = read(("TT", "ND nhiệm vụ", "TT thực hiện", "KQ"), ("1", "Việc một", "xong", "3 lớp"))
    assert [dict(row.cells) for row in home.rows] == [{Field.STATUS: "xong", Field.RESULT: "3 lớp"}]
