"""Columns told by their cells, months by their numbers, tasks merged over rows, what is missing."""

from __future__ import annotations

import pytest

from kehoach_desktop.domain.draft import ColumnRole, Merge, Severity
from kehoach_desktop.importers.headings import read_header
from kehoach_desktop.importers.matrix import assemble
from tests.importers.building import HEADER, contents, source, table, told
from tests.importers.test_widened_readings import tasks

R = ColumnRole


def test_a_column_of_bodies_and_one_of_times_are_told_by_their_cells_and_said() -> None:
    draft = assemble(
        source(
            table(
                "TT | Nhiệm vụ | Nơi nhận việc | Đơn vị phối hợp | Sản phẩm | Mốc cần đạt",
                "1 | Lập kế hoạch | Phòng Kinh tế | Các thôn | Kế hoạch | 15/9/2026",
                "2 | Ra quân | Đoàn Thanh niên xã | Các thôn | Báo cáo | Tháng 10/2026",
            )
        )
    )
    told_so = [f.message for f in draft.findings if "theo chữ trong cột" in f.message]

    assert [
        (t.lead_agencies_text, t.coordinating_text, t.deadline.wording)
        for _appendix, t in draft.plan.tasks()
    ] == [
        ("Phòng Kinh tế", "Các thôn", "15/9/2026"),
        ("Đoàn Thanh niên xã", "Các thôn", "Tháng 10/2026"),
    ]
    assert ["“Nơi nhận việc” được đọc là cột chủ trì" in told_so[0], len(told_so)] == [True, 2]
    assert all(f.severity is Severity.CHECK for f in draft.findings if f.message in told_so)


def test_persons_stay_among_the_other_columns() -> None:
    rows = tasks(
        "TT | Nhiệm vụ | Người làm | Đơn vị phối hợp | Thời hạn",
        "1 | Lập kế hoạch | Nguyễn Văn An | Các thôn | 15/9/2026",
        "2 | Ra quân | Trần Thị Bình | Các thôn | 15/10/2026",
    )

    assert [t.lead_agencies_text for t in rows] == ["", ""]
    assert dict(rows[0].extra)["Người làm"] == "Nguyễn Văn An"


def test_of_two_columns_of_times_none_is_taken() -> None:
    rows = table(
        "TT | Nhiệm vụ | Đơn vị chủ trì | Mốc một | Mốc hai",
        "1 | Lập kế hoạch | Sở A | 15/9/2026 | 15/10/2026",
        "2 | Ra quân | Sở B | 16/9/2026 | 16/10/2026",
    )
    lines = told(assemble(source(rows)))

    assert any("“Mốc một”, “Mốc hai”" in line for line in lines)
    assert [t.deadline.wording for _a, t in assemble(source(rows)).plan.tasks()] == ["", ""]


def test_a_role_given_by_hand_is_not_overruled_by_the_cells() -> None:
    rows = table(
        "TT | Nhiệm vụ | Đơn vị chủ trì | Mốc cần đạt",
        "1 | Lập kế hoạch | Sở A | 15/9/2026",
        "2 | Ra quân | Sở B | 16/9/2026",
    )
    draft = assemble(source(rows), mapping={(0, 3): R.EXTRA})

    assert [t.deadline.wording for _a, t in draft.plan.tasks()] == ["", ""]


@pytest.mark.parametrize("over", ["", "Tháng thực hiện", "Năm 2026"])
def test_bare_numbers_over_marks_are_months(over: str) -> None:
    header = f"STT | Nội dung | Đơn vị chủ trì | {over} | | | "
    below = " | | | 7 | 8 | 9 | 10"
    lines = [header, below] if over else ["STT | Nội dung | Đơn vị chủ trì | 7 | 8 | 9 | 10"]
    merges = [Merge(0, c, 1, c) for c in range(3)] + [Merge(0, 3, 0, 6)] if over else []
    rows = table(*lines, "1 | Khảo sát | Sở A | x | x | | ", merges=merges)
    task = assemble(source(rows), 2026).plan.appendices[0].tasks[0]

    assert (str(task.deadline.start), str(task.deadline.due)) == ("2026-07-01", "2026-08-31")


@pytest.mark.parametrize("cell", ["12", "khảo sát"])
def test_bare_numbers_over_words_are_no_months(cell: str) -> None:
    header = "STT | Nội dung | Đơn vị chủ trì | 7 | 8 | 9"
    task = tasks(header, f"1 | Khảo sát | Sở A | {cell} | | x")[0]

    assert task.deadline.due is None
    assert [name for name, _text in task.extra] == ["7", "8", "9"]


@pytest.mark.parametrize("names", ["Tuần 1 | Tuần 2 | Tuần 3", "Thứ Hai | Thứ Ba | Thứ Năm"])
def test_a_plan_by_weeks_or_days_says_that_it_has_no_deadlines(names: str) -> None:
    rows = table(f"STT | Nhiệm vụ | Đơn vị chủ trì | {names}", "1 | Họp | Sở A | x | x | x")
    draft = assemble(source(rows))

    assert any("ghi theo tuần, ngày, giữ nguyên" in line for line in told(draft))
    assert len(draft.plan.appendices[0].tasks[0].extra) == 3


def test_a_table_without_deadlines_says_so() -> None:
    rows = table("STT | Nhiệm vụ | Đơn vị chủ trì | Sản phẩm", "1 | Họp | Sở A | Biên bản")

    assert any("các nhiệm vụ chưa có hạn" in line for line in told(assemble(source(rows))))


def test_a_task_merged_over_two_leads_with_times_of_their_own_is_two() -> None:
    rows = table(
        "STT | Nhiệm vụ | Đơn vị chủ trì | Sản phẩm | Thời hạn",
        "1 | An toàn thông tin | Công an tỉnh | Phương án | Quý II/2026",
        " | | Sở KH&CN | Báo cáo | Quý III/2026",
        "2 | Số hóa | Sở Nội vụ | Hồ sơ | 31/12/2026",
        merges=(Merge(1, 0, 2, 0), Merge(1, 1, 2, 1)),
    )
    draft = assemble(source(rows))

    assert [
        (t.ordinal, t.content, t.lead_agencies_text, t.deadline.wording)
        for _appendix, t in draft.plan.tasks()
    ] == [
        ("1", "An toàn thông tin", "Công an tỉnh", "Quý II/2026"),
        ("1", "An toàn thông tin", "Sở KH&CN", "Quý III/2026"),
        ("2", "Số hóa", "Sở Nội vụ", "31/12/2026"),
    ]
    assert any("tách thành hai việc" in line for line in told(draft))


def test_the_same_header_under_the_label_of_another_appendix_opens_it() -> None:
    header = "STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn"
    rows = table(
        "PHỤ LỤC I",
        header,
        "1 | Rà soát | Sở A | 30/6/2026",
        "PHỤ LỤC II",
        "VIỆC CỦA CẤP XÃ",
        header,
        "1 | Mở lớp | UBND cấp xã | 30/9/2026",
    )
    plan = assemble(source(rows, kind="xlsx")).plan

    assert [(a.label, a.title, len(a.tasks)) for a in plan.appendices] == [
        ("Phụ lục I", "", 1),
        ("Phụ lục II", "VIỆC CỦA CẤP XÃ", 1),
    ]


def test_a_row_that_may_be_a_task_is_joined_with_a_doubt_and_the_end_of_a_sentence_is_not() -> None:
    header = "STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn"
    rows = ("1 | Rà soát | Sở A | 30/6/2026", " | văn bản cũ", " | Báo cáo kết quả;", " | | Sở C")
    draft = assemble(source(table(header, *rows, "2 | Họp | Sở B | 30/9/2026")))
    found = {f.place: f.severity for f in draft.findings if "được nối vào" in f.message}

    assert contents(draft)[0] == "Rà soát văn bản cũ Báo cáo kết quả;"
    assert found == {
        "Bảng 1, dòng 3": Severity.INFO,
        "Bảng 1, dòng 4": Severity.CHECK,
        "Bảng 1, dòng 5": Severity.CHECK,
    }


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Ai làm", R.LEAD),
        ("Cùng làm", R.COORDINATING),
        ("Khi nào xong", R.DEADLINE),
        ("Người/đơn vị phụ trách", R.LEAD),
        ("ĐV thực hiện chính", R.LEAD),
        ("Thời hạn HT", R.DEADLINE),
        ("Responsible unit", R.LEAD),
        ("Partners", R.COORDINATING),
        ("Activities", R.CONTENT),
        ("Due", R.DEADLINE),
        ("Người phụ trách", R.EXTRA),
        ("Đã xong", R.EXTRA),
    ],
)
def test_plain_words_name_a_column_too(header: str, role: ColumnRole) -> None:
    assert read_header(header).role is role


def test_a_list_in_the_plainest_words_is_read_and_said() -> None:
    rows = table(
        "TT | Việc | Ai | Bao giờ",
        "1 | Dán mã QR | Đoàn Thanh niên | Trước 15/4/2026",
        "2 | Phát tờ rơi | Công an xã | Tháng 5/2026",
    )
    draft = assemble(source(rows))

    assert [
        (t.content, t.lead_agencies_text, t.deadline.wording) for _a, t in draft.plan.tasks()
    ] == [
        ("Dán mã QR", "Đoàn Thanh niên", "Trước 15/4/2026"),
        ("Phát tờ rơi", "Công an xã", "Tháng 5/2026"),
    ]
    assert any("“Ai” được đọc là cột chủ trì" in line for line in told(draft))


def test_a_heading_with_nothing_under_it_is_no_task() -> None:
    header = "STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn"
    rows = ("I | Hạ tầng", "1 | Phủ sóng | Sở A | 30/6/2026", "II | Nhân lực")

    assert contents(assemble(source(table(header, *rows)))) == ["Phủ sóng"]


def test_a_signature_under_a_short_list_is_no_task() -> None:
    header = "STT | Nhiệm vụ | Đơn vị chủ trì | Sản phẩm | Thời hạn"
    rows = (
        "1 | Kiểm tra | Sở A | Biên bản | 15/5/2026",
        " | NGƯỜI LẬP BIỂU | | KT. CHỦ TỊCH",
        " | (Ký, ghi rõ họ tên) | | PHÓ CHỦ TỊCH",
        " | Vũ Thị Giả | | Đặng Văn Thử",
        " | Trần Văn Mẫu",
    )

    assert contents(assemble(source(table(header, *rows)))) == ["Kiểm tra"]


def test_a_group_whose_number_its_tasks_do_not_carry_is_a_heading() -> None:
    header = "STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn"
    rows = ("I | LÃNH ĐẠO", "I.1 | Văn bản", "1.1 | Ban hành | Sở A | 30/6/2026")
    appendix = assemble(source(table(header, *rows))).plan.appendices[0]

    assert [group.ordinal for group in appendix.groups] == ["I", "I.1"]
    assert [task.ordinal for task in appendix.tasks] == ["1.1"]


def test_a_section_stands_in_a_part_though_both_are_words() -> None:
    rows = ("Phần I | Cấp tỉnh", "Mục 1 | Hạ tầng", "1 | Mua máy | Sở A", "Mục 2 | Dữ liệu")
    header = "STT | Nhiệm vụ | Chủ trì"
    appendix = assemble(source(table(header, *rows, "1 | Số hóa | Sở A"))).plan.appendices[0]

    places = [(appendix.part_of(t), appendix.group_of(t)) for t in appendix.tasks]
    told_of = [(part and part.ordinal, group and group.ordinal) for part, group in places]
    assert told_of == [("Phần I", "Mục 1"), ("Phần I", "Mục 2")]


@pytest.mark.parametrize(
    ("title", "lead", "others"),
    [
        ("Sở Tài chính", "Sở Tài chính", ""),
        ("CÔNG AN TỈNH CHỦ TRÌ", "CÔNG AN TỈNH", ""),
        ("Nhiệm vụ giao Sở Nội vụ", "Sở Nội vụ", ""),
        ("Sở A chủ trì, phối hợp với Sở B", "Sở A", "Sở B"),
        ("Kinh tế số (Sở A chủ trì, phối hợp với Sở B)", "Sở A", "Sở B"),
        ("Kinh tế số", "", ""),
        ("Nội dung của Đề án", "", ""),
    ],
)
def test_without_a_column_of_leads_a_heading_says_who_leads(
    title: str, lead: str, others: str
) -> None:
    rows = (f"I | {title}", "1 | Rà soát | 30/6/2026", "2 | Tổng hợp | 31/7/2026")
    draft = assemble(source(table("STT | Nhiệm vụ | Thời hạn", *rows)))
    tasks = [task for _appendix, task in draft.plan.tasks()]

    assert {(t.lead_agencies_text, t.coordinating_text) for t in tasks} == {(lead, others)}
    assert any("lấy theo tên mục" in line for line in told(draft)) is bool(lead)
    assert any("chưa rõ đơn vị chủ trì" in line for line in told(draft)) is not bool(lead)


def test_without_a_column_of_deadlines_a_heading_that_is_a_month_says_when() -> None:
    rows = ("THÁNG 10/2026", "1 | Sơ kết | Sở A", "Quý IV/2026", "2 | Tổng kết | Sở A")
    merges = [Merge(row, 0, row, 2) for row in (1, 3)]
    grid = table("STT | Nhiệm vụ | Chủ trì", *rows, merges=merges)
    draft = assemble(source(grid))

    dues = [str(task.deadline.due) for _appendix, task in draft.plan.tasks()]
    assert dues == ["2026-10-31", "2026-12-31"]
    assert any("thời hạn lấy theo tên mục" in line for line in told(draft))


def test_a_starred_line_over_numbered_tasks_is_a_heading_and_under_them_a_note() -> None:
    rows = (" | * Nhóm hạ tầng", "1 | Mua máy | Sở A", "2 | Họp | Sở A")
    notes = (" | * Chưa gồm kinh phí",)
    draft = assemble(source(table("STT | Nhiệm vụ | Chủ trì", *rows, *notes)))

    assert [group.title for group in draft.plan.appendices[0].groups] == ["* Nhóm hạ tầng"]
    assert any("Ghi chú" in line and "kinh phí" in line for line in told(draft))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("(I) | Thể chế", "(II) | Hạ tầng"),
        ("I- | Thể chế", "II- | Hạ tầng"),
        ("* | Thể chế", "* | Hạ tầng"),
        ("a) | Thể chế", "b) | Hạ tầng"),
        ("i | Thể chế", "ii | Hạ tầng"),
        ("Trụ cột 1 | Thể chế", "Trụ cột 2 | Hạ tầng"),
        ("Lĩnh vực I | Thể chế", "Lĩnh vực II | Hạ tầng"),
    ],
)
@pytest.mark.parametrize("number", [1, 3])
def test_a_lone_label_over_numbered_tasks_is_a_heading(
    first: str, second: str, number: int
) -> None:
    rows = (first, "1 | Rà soát | Sở A", "2 | Họp | Sở A", second, f"{number} | Mua | Sở B")
    appendix = assemble(source(table("STT | Nhiệm vụ | Chủ trì", *rows))).plan.appendices[0]

    assert [group.title for group in appendix.groups] == ["Thể chế", "Hạ tầng"]
    assert [t.content for t in appendix.tasks] == ["Rà soát", "Họp", "Mua"]
    assert appendix.lineage(appendix.tasks[2])[0].title == "Hạ tầng"


@pytest.mark.parametrize(
    ("first", "second"),
    [("a.", "b."), ("a/", "b/"), ("i)", "ii)"), ("1)", "2)"), ("1.1", "1.2"), ("1a", "1b"),
     ("-", "-"), ("*", "*")],
)  # fmt: skip
@pytest.mark.parametrize("column", [" | {} Dân cư", "{} | Dân cư"])
def test_a_part_under_a_task_is_a_task_of_its_own_and_takes_what_it_lacks(
    first: str, second: str, column: str
) -> None:
    parts = (f"{column.format(first)} | | | Báo cáo", f"{column.format(second)} | Sở B | | Bảng")
    rows = ("1 | Làm sạch | Sở A | | | 9/2026", *parts, "2 | Họp | Sở C | | | 10/2026")
    appendix = assemble(source(table(HEADER, *rows))).plan.appendices[0]

    said = [(t.lead_agencies_text, t.deadline.wording) for t in appendix.tasks]
    times = ["9/2026", "9/2026", "9/2026", "10/2026"]
    assert said == [*zip(["Sở A", "Sở A", "Sở B", "Sở C"], times, strict=True)]
    top = appendix.tasks[0].id
    assert [task.parent for task in appendix.tasks] == [None, top, top, None]


def test_a_numbered_row_whose_words_are_those_of_headers_is_no_header() -> None:
    header = "STT | Nhiệm vụ | Chủ trì | Phối hợp | Sản phẩm | Thời hạn | Ghi chú"
    rows = (
        "1 | Số hóa | Phòng Văn hóa | Đoàn xã | - Kế hoạch; | Trước 15/10/2025 | Nhiệm vụ mới",
        "- | Tổ chức hội thi | Phòng Kinh tế | Đơn vị liên quan | | Đã hoàn thành | Nhiệm vụ mới",
        "1 | Họp | Sở A | | | 9/2025",
        "- | Thông báo kết luận",
    )
    tasks = [t for _a, t in assemble(source(table(header, *rows))).plan.tasks()]

    assert [t.content for t in tasks] == ["Số hóa", "Tổ chức hội thi", "Họp", "Thông báo kết luận"]
    assert tasks[3].lead_agencies_text == "Sở A"  # of the second 1, not of the first
