"""Tasks in words, in the shapes that letters and plans of other provinces give them."""

from __future__ import annotations

import pytest

from kehoach_desktop.domain.draft import ColumnRole
from kehoach_desktop.domain.plan import Task
from kehoach_desktop.importers.matrix import assemble
from kehoach_desktop.importers.prose_fields import divided
from kehoach_desktop.importers.sentences import subject_of
from tests.importers.building import source, table, told


def tasks(*lines: str) -> list[Task]:
    draft = assemble(source(after=lines), 2026)
    return [task for _appendix, task in draft.plan.tasks()]


def who_and_when(task: Task) -> tuple[str, str, str]:
    return task.lead_agencies_text, task.coordinating_text, task.deadline.wording


def test_a_letter_gives_its_numbered_orders() -> None:
    first, second, third = tasks(
        "ỦY BAN NHÂN DÂN TỈNH AN KHÊ",
        "Kính gửi: Các sở, ngành; UBND các xã, phường",
        "Chủ tịch UBND tỉnh yêu cầu:",
        "1. Sở Tư pháp chủ trì, phối hợp với các sở, ngành rà soát văn bản trước ngày 30/6/2026.",
        "2. UBND các xã, phường kiện toàn Tổ công nghệ số, hoàn thành trong tháng 4/2026:",
        "a) Ban hành quyết định.",
        "3. Công an tỉnh đẩy mạnh cấp định danh điện tử.",
        "Yêu cầu các cơ quan nghiêm túc thực hiện./.",
    )

    assert who_and_when(first) == ("Sở Tư pháp", "các sở, ngành", "trước ngày 30/6/2026")
    assert who_and_when(second)[0] == "UBND các xã, phường"
    assert second.content.endswith("\na) Ban hành quyết định.")
    assert (third.ordinal, third.lead_agencies_text) == ("3", "Công an tỉnh")


def test_an_order_with_letters_under_it_is_no_section_that_leaves_the_others_out() -> None:
    lines = (
        "1. Giao UBND xã di dời các hộ vùng sạt lở, hoàn thành trước ngày 15/11/2026.",
        "2. Phòng Kinh tế triển khai mô hình chợ 4.0.",
        "a) Văn phòng Đảng ủy tham mưu chương trình giám sát trong quý I/2027.",
        "b) Công an xã rà soát trước 31/12/2026.",
    )
    read = tasks("THÔNG BÁO KẾT LUẬN", *lines)

    assert [task.lead_agencies_text for task in read] == ["UBND xã", "Phòng Kinh tế"]
    assert read[1].content.split("\n") == [lines[1][3:], *lines[2:]]


def test_a_section_named_after_a_body_leads_its_points() -> None:
    first, second = tasks(
        "II. PHÂN CÔNG NHIỆM VỤ",
        "1. Sở Nội vụ",
        "a) Rà soát vị trí việc làm (hoàn thành trước 30/6/2026).",
        "2. UBND các xã, phường",
        "a) Bố trí cán bộ đầu mối, hoàn thành trong quý I/2026.",
    )

    assert first.lead_agencies_text == "Sở Nội vụ"
    assert second.lead_agencies_text == "UBND các xã, phường"


def test_lines_that_say_who_and_when_are_fields_of_the_task_over_them() -> None:
    first, second = tasks(
        "II. NHIỆM VỤ CỤ THỂ",
        "1. Tuyên truyền",
        "- Nội dung: đăng tin, bài.",
        "- Đơn vị thực hiện: Phòng Văn hóa - Xã hội.",
        "- Thời gian: Quý II/2026.",
        "2. Tập huấn",
        "- Đơn vị chủ trì: Công an xã; đơn vị phối hợp: các thôn.",
        "- Sản phẩm: 02 lớp.",
        "- Thời gian hoàn thành: trước 30/9/2026.",
    )

    assert first.content == "Tuyên truyền\nđăng tin, bài"
    assert who_and_when(first) == ("Phòng Văn hóa - Xã hội", "", "Quý II/2026")
    assert who_and_when(second) == ("Công an xã", "các thôn", "trước 30/9/2026")
    assert second.deliverable == "02 lớp"


def test_dashes_that_are_tasks_stay_tasks() -> None:
    rows = tasks("II. NHIỆM VỤ", "1. Tuyên truyền", "- Đăng tin, bài.", "- Treo băng rôn: 12 cái.")

    assert [task.content for task in rows] == ["Đăng tin, bài.", "Treo băng rôn: 12 cái."]


@pytest.mark.parametrize(
    ("text", "lead", "others"),
    [
        ("Chủ trì: Sở Nội vụ\nPhối hợp: các sở, ngành", "Sở Nội vụ", "các sở, ngành"),
        ("Chủ trì: Sở Nội vụ", "Sở Nội vụ", ""),
        ("Chủ trì: Sở Tư pháp; phối hợp: UBND cấp xã", "Sở Tư pháp", "UBND cấp xã"),
        ("Sở Y tế chủ trì, phối hợp với các xã", "Sở Y tế", "các xã"),
        ("- Chủ trì: Công an tỉnh.\n- Phối hợp: Sở Y tế.", "Công an tỉnh.", "Sở Y tế."),
        ("Sở Nội vụ; Phối hợp: Sở Y tế", "Sở Nội vụ", "Sở Y tế"),
        ("Các sở, ngành: Nội vụ, Tư pháp", "Các sở, ngành: Nội vụ, Tư pháp", ""),
        ("Sở Nội vụ; UBND cấp xã", "Sở Nội vụ; UBND cấp xã", ""),
        ("Các xã, phường chủ trì, phối hợp với Sở Y tế", "Các xã, phường", "Sở Y tế"),
        ("Sở Y tế chủ trì; các xã, phường phối hợp", "Sở Y tế", "các xã, phường"),
        ("Sở Y tế (chủ trì), các xã", "Sở Y tế", "các xã"),
        ("Sở A (chủ trì)\nSở B (phối hợp)\nSở C (phối hợp)", "Sở A", "Sở B; Sở C"),
        (
            "Sở A (chủ trì nội dung 1), Sở B (chủ trì)",
            "Sở A (chủ trì nội dung 1), Sở B (chủ trì)",
            "",
        ),
    ],
)
def test_one_text_may_name_who_leads_and_who_works_along(text: str, lead: str, others: str) -> None:
    parts = divided(ColumnRole.LEAD, text)

    assert parts[ColumnRole.LEAD].rstrip(".") == lead.rstrip(".")
    assert parts.get(ColumnRole.COORDINATING, "").rstrip(".") == others.rstrip(".")


def test_a_cell_is_divided_only_where_no_column_names_the_partners() -> None:
    plain = "STT | Nhiệm vụ | Đơn vị thực hiện | Thời hạn"
    row = "1 | Rà soát | Chủ trì: Sở Nội vụ; phối hợp: các xã | 6/2026"
    draft = assemble(source(table(plain, row)))
    task = draft.plan.appendices[0].tasks[0]

    assert (task.lead_agencies_text, task.coordinating_text) == ("Sở Nội vụ", "các xã")
    assert task.ours.yes
    assert any("tách từ một ô" in line for line in told(draft))
    both = table(f"{plain} | Phối hợp", f"{row} | Sở Y tế")
    kept = assemble(source(both)).plan.appendices[0].tasks[0]
    assert kept.lead_agencies_text == "Chủ trì: Sở Nội vụ; phối hợp: các xã"


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("Công an xã cấp định danh cho học sinh", "Công an xã"),
        ("Phòng Văn hóa - Xã hội mua sắm thiết bị", "Phòng Văn hóa - Xã hội"),
        ("UBND xã Bình Minh cấp sổ", "UBND xã Bình Minh"),
        ("UBND cấp xã nhập dữ liệu", "UBND cấp xã"),
        ("Sở Khoa học và Công nghệ bố trí vốn", "Sở Khoa học và Công nghệ"),
        ("Số hóa hồ sơ", ""),
        ("Bố trí cán bộ đầu mối", ""),
        ("Đồng chí Nguyễn Văn An quây tường rào.", "Đồng chí Nguyễn Văn An"),
        ("Tổ công nghệ số cộng đồng dán mã QR.", "Tổ công nghệ số cộng đồng"),
        ("Bộ phận Tiếp nhận và Trả kết quả dán mã QR.", "Bộ phận Tiếp nhận và Trả kết quả"),
        ("UBND xã dựng rạp tổ chức lễ.", "UBND xã"),
    ],
)
def test_a_name_ends_before_a_verb_that_nobody_listed(sentence: str, body: str) -> None:
    assert subject_of(sentence) == body


def test_every_order_of_a_message_is_kept_whatever_its_verb() -> None:
    rows = tasks(
        "Nhiệm vụ tháng 10:",
        "1. Phòng VH-XH rà soát hộ nghèo, xong trước 15/10/2026",
        "2. Công an xã cấp định danh cho học sinh, xong trong tháng 10/2026",
        "3. Các thôn báo cáo Tổ CNSCĐ",
    )

    assert [who_and_when(task)[0] for task in rows] == ["Phòng VH-XH", "Công an xã", "Các thôn"]
    assert rows[0].deadline.wording == "xong trước 15/10/2026"


def test_bodies_over_columns_are_read_by_what_stands_under_them() -> None:
    rows = table(
        "STT | Nội dung nhiệm vụ | Sở KH&CN | UBND cấp xã",
        "1 | Một | Chủ trì | Phối hợp",
        "2 | Hai | PH | CT",
    )
    first, second = assemble(source(rows)).plan.appendices[0].tasks

    assert (first.lead_agencies_text, first.coordinating_text) == ("Sở KH&CN", "UBND cấp xã")
    assert (second.lead_agencies_text, second.coordinating_text) == ("UBND cấp xã", "Sở KH&CN")


def test_a_cell_that_names_partners_nobody_could_part_is_told() -> None:
    plain = "STT | Nhiệm vụ | Đơn vị thực hiện | Thời hạn"
    row = "1 | Rà soát | Sở Y tế phối hợp Sở Nội vụ | 6/2026"

    assert any("chưa tách được" in line for line in told(assemble(source(table(plain, row)))))
