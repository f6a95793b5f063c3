"""Tables of indicators give indicators, never tasks."""

from __future__ import annotations

from kehoach_desktop.domain.draft import Merge, Severity
from kehoach_desktop.importers.matrix import assemble
from tests.importers.building import HEADER, contents, source, table, told

TARGETS = (
    "TT | Tên chỉ tiêu | ĐVT | Mục tiêu năm 2025 | Đơn vị theo dõi",
    "I | Chính quyền số",
    "1 | Tỷ lệ hồ sơ trực tuyến | % | 80 | Văn phòng",
    "2 | Số dịch vụ công toàn trình | dịch vụ | ≥ 120 | Sở KH&CN",
)


def test_a_file_of_indicators_alone_has_no_task_and_says_so() -> None:
    draft = assemble(source(table(*TARGETS), kind="xlsx"))

    assert contents(draft) == []
    assert [(i.ordinal, i.name, i.unit, i.target, i.group) for i in draft.indicators] == [
        ("1", "Tỷ lệ hồ sơ trực tuyến", "%", "80", "I Chính quyền số"),
        ("2", "Số dịch vụ công toàn trình", "dịch vụ", "≥ 120", "I Chính quyền số"),
    ]
    assert draft.indicators[0].values == (("Đơn vị theo dõi", "Văn phòng"),)
    assert draft.indicators[0].place == "Bảng 1, dòng 3"
    first = draft.findings[0]
    assert (first.severity, first.message) == (
        Severity.CHECK,
        "Tệp chỉ có chỉ tiêu (2), không có nhiệm vụ nào.",
    )


def test_a_section_called_indicators_heads_no_table_of_them() -> None:
    lines = (
        "A | CHỈ TIÊU",
        "1 | Đạt 80% | Sở A | | | 31/12",
        "B | VIỆC",
        "1 | Mở | Sở | | | 9/2025",
    )
    draft = assemble(source(table(HEADER, *lines, merges=[Merge(r, 1, r, 5) for r in (1, 3)])))

    assert (contents(draft), draft.indicators) == (["Đạt 80%", "Mở"], ())


def test_indicators_under_the_tasks_of_one_sheet_end_them() -> None:
    lines = ("1 | Rà soát | Sở Tư pháp | | Báo cáo | 31/12/2025", "", "", *TARGETS)
    draft = assemble(source(table(HEADER, *lines), kind="xlsx"))

    assert contents(draft) == ["Rà soát"]
    assert [indicator.unit for indicator in draft.indicators] == ["%", "dịch vụ"]


def test_tasks_under_the_indicators_of_one_table_begin_at_their_header() -> None:
    lines = (HEADER, "1 | Rà soát | Sở Tư pháp | | Báo cáo | 31/12/2025")
    draft = assemble(source(table(*TARGETS, *lines)))

    assert contents(draft) == ["Rà soát"]
    assert [indicator.name[:5] for indicator in draft.indicators] == ["Tỷ lệ", "Số dị"]


def test_a_lead_beside_the_unit_makes_no_task_of_an_indicator() -> None:
    header = "STT | Chỉ tiêu | Đơn vị tính | Kế hoạch 2025 | Cơ quan chủ trì | Thời hạn"
    draft = assemble(source(table(header, "1 | Dân số dùng chữ ký số | % | 50 | Sở | 2025")))

    assert contents(draft) == []
    (indicator,) = draft.indicators
    assert indicator.target == "50"
    assert indicator.values == (("Cơ quan chủ trì", "Sở"), ("Thời hạn", "2025"))


def test_years_under_one_heading_are_values_each() -> None:
    lines = (
        "STT | Chỉ tiêu | ĐVT | Lộ trình | | Ghi chú",
        " | | | 2025 | 2030 |",
        "1 | Hộ có cáp quang | % | 85 | 100 | ",
        "Ghi chú: số liệu tính đến 30/6",
    )
    heads = [Merge(0, column, 1, column) for column in (0, 1, 2, 5)]
    draft = assemble(source(table(*lines, merges=[*heads, Merge(0, 3, 0, 4)])))

    assert draft.indicators[0].values == (("2025", "85"), ("2030", "100"), ("Ghi chú", ""))
    assert any("dòng 4: Ghi chú hoặc chữ ký" in line for line in told(draft))


def test_a_table_that_names_tasks_keeps_them_beside_a_figure() -> None:
    header = "STT | Nhiệm vụ | Chỉ tiêu | Đơn vị tính | Đơn vị chủ trì | Thời hạn"
    draft = assemble(source(table(header, "1 | Mở lớp | 10 | lớp | Sở | 31/12/2025")))

    assert contents(draft) == ["Mở lớp"]
    assert draft.indicators == ()


def test_contents_with_a_lead_and_a_deadline_are_tasks_beside_their_figures() -> None:
    header = "STT | Nội dung | ĐVT | Chỉ tiêu | Đơn vị thực hiện | Thời gian hoàn thành"
    draft = assemble(source(table(header, "1 | Mở lớp kỹ năng số | lớp | 10 | Sở | 31/12/2025")))

    assert contents(draft) == ["Mở lớp kỹ năng số"]
    assert dict(draft.plan.appendices[0].tasks[0].extra)["Chỉ tiêu"] == "10"


def test_the_plainest_header_of_indicators_is_known() -> None:
    draft = assemble(source(table("STT | Chỉ số | Đơn vị | Giá trị", "1 | Số thôn | thôn | 5")))

    (indicator,) = draft.indicators
    assert (indicator.name, indicator.unit, indicator.target) == ("Số thôn", "thôn", "5")


def test_a_goal_beside_its_indicators_is_a_value_of_them() -> None:
    lines = (
        "TT | Mục tiêu | Chỉ tiêu cụ thể | ĐVT | KH 2025",
        "1 | Hạ tầng | Phủ 5G | % | 5",
        "2 | Hạ tầng | Phủ cáp | % | 7",
    )
    draft = assemble(source(table(*lines)))

    assert [(i.name, i.target) for i in draft.indicators] == [("Phủ 5G", "5"), ("Phủ cáp", "7")]
    assert draft.indicators[0].values == (("Mục tiêu", "Hạ tầng"),)


def test_a_sum_written_with_a_colon_is_no_part_of_the_last_task() -> None:
    lines = ("1 | Việc lớn | Sở A | | | 31/12/2025", "Tổng: 1 nhiệm vụ")
    assert contents(assemble(source(table(HEADER, *lines)))) == ["Việc lớn"]
