"""Orders in words: whose name has a deed in it, which list tells whom, what was left out."""

from __future__ import annotations

import pytest

from kehoach_desktop.domain.draft import ColumnRole
from kehoach_desktop.domain.plan import Task
from kehoach_desktop.importers.headings import read_header
from kehoach_desktop.importers.matrix import assemble
from kehoach_desktop.importers.sentences import agencies_in
from kehoach_desktop.importers.timed_words import deadline_in
from tests.importers.building import HEADER, source, table, told


def tasks(*lines: str) -> list[Task]:
    return [task for _appendix, task in assemble(source(after=lines), 2025).plan.tasks()]


def who_and_when(task: Task) -> tuple[str, str, str]:
    return task.lead_agencies_text, task.coordinating_text, task.deadline.wording


@pytest.mark.parametrize(
    ("lead", "others", "deed"),
    [
        ("Sở Xây dựng", "Sở Giáo dục và Đào tạo", "kiểm tra công trình trường học"),
        (
            "Ban Quản lý dự án đầu tư xây dựng khu vực",
            "Trung tâm Phát triển quỹ đất",
            "bàn giao mặt bằng",
        ),
        ("Trường Đào tạo cán bộ", "các xã", "mở lớp bồi dưỡng"),
        ("Phòng Kế hoạch - Tài chính", "Công an xã và Trạm Y tế", "lập dự toán"),
        ("Sở Công Thương", "UBND các xã, phường", "lập danh mục công trình chậm"),
        ("Sở Y tế", "Báo và Đài Phát thanh - Truyền hình An Khê", "mở chuyên mục"),
        ("Ban quản lý chợ", "Đội Quản lý thị trường số 3", "kiểm tra hàng giả"),
    ],
)
def test_a_deed_within_a_name_ends_no_name(lead: str, others: str, deed: str) -> None:
    assert agencies_in(f"{lead} chủ trì, phối hợp với {others} {deed}.") == (lead, others)


def test_a_subject_before_an_unlisted_deed_is_left_open() -> None:
    sentence = "Trung tâm Quan trắc tài nguyên và môi trường thả phao tại 12 cửa sông, báo cáo Sở"

    assert agencies_in(sentence) == ("", "")


def test_partners_that_cannot_be_told_are_said_to_be_open() -> None:
    lines = (
        "II. NHIỆM VỤ",
        "a) Công an xã chủ trì, phối hợp với các hộ quanh hồ thả cá giống xuống lòng hồ.",
    )
    draft = assemble(source(after=lines))

    assert draft.plan.appendices[0].tasks[0].coordinating_text == ""
    assert any("chưa rõ với ai" in line for line in told(draft))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cử cán bộ tập huấn (gửi danh sách trước ngày 10/9/2025).", "trước ngày 10/9/2025"),
        ("Tổng hợp, báo cáo UBND tỉnh hằng tuần.", "hằng tuần"),
        ("Báo cáo tiến độ định kỳ hàng tháng;", "định kỳ hàng tháng"),
        ("Báo cáo hằng tuần về tiến độ của tổ", ""),
        ("Tuyên truyền trên loa tối thiểu 02 lần/tuần.", "tối thiểu 02 lần/tuần"),
        ("Gửi ảnh vào thứ Sáu hằng tuần.", "vào thứ Sáu hằng tuần"),
        ("Báo cáo kết quả vào ngày 25 hằng tháng qua Zalo.", "vào ngày 25 hằng tháng"),
        ("Cử đoàn viên hỗ trợ; thời gian: tháng 10/2025.", "thời gian: tháng 10/2025"),
        ("Bố trí 01 điểm cấp; thực hiện thường xuyên.", "thực hiện thường xuyên"),
        ("Quý IV/2025: Công an xã cấp định danh.", "Quý IV/2025"),
        ("Hồ sơ nộp vào ngày 05/9/2025 và đã được trả.", ""),
        ("Nâng cấp hệ thống, cập nhật thường xuyên", ""),
    ],
)
def test_the_last_words_of_an_order_say_when(text: str, words: str) -> None:
    assert deadline_in(text) == words


def test_a_list_under_a_request_is_told_to_the_body_it_names() -> None:
    rows = tasks(
        "Kính gửi: UBND các xã, phường",
        "Sở Tài chính đề nghị UBND các xã, phường:",
        "- Đánh giá thực hiện dự toán, gửi Sở trước ngày 15/9/2025.",
        "- Xây dựng dự toán năm sau, gửi trước ngày 20/9/2025.",
        "Đề nghị các xã thực hiện đúng thời gian./.",
        "Nơi nhận:",
        "- Như trên;",
    )

    assert [task.lead_agencies_text for task in rows] == ["UBND các xã, phường"] * 2
    assert rows[1].content == "Xây dựng dự toán năm sau, gửi trước ngày 20/9/2025."


def test_a_bracket_with_labels_says_who_and_when() -> None:
    first, second = tasks(
        "II. NHIỆM VỤ VÀ GIẢI PHÁP",
        "1. Phủ sóng các thôn (chủ trì: UBND xã; phối hợp: VNPT; hoàn thành: quý II/2026).",
        "2. Mở lớp kỹ năng số (chủ trì: Đoàn xã; thời gian: tháng 12/2025).",
    )

    assert who_and_when(first) == ("UBND xã", "VNPT", "quý II/2026")
    assert who_and_when(second) == ("Đoàn xã", "", "tháng 12/2025")


def test_lines_that_became_no_task_are_told() -> None:
    lines = (
        "II. NHIỆM VỤ",
        "1. Tuyên truyền",
        "a) UBND xã mở chuyên mục.",
        "2. Việc chung",
        "Các bên cùng giữ gìn cảnh quan.",
        "- Trồng hoa hai bên đường.",
    )
    draft = assemble(source(after=lines))

    left = [line for line in told(draft) if "chưa đưa vào" in line]
    assert len(left) == 1
    assert "02 đoạn" in left[0]
    assert "Các bên cùng giữ gìn cảnh quan" in left[0]


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Tên đề án, văn bản", ColumnRole.CONTENT),
        ("Căn cứ giao nhiệm vụ", ColumnRole.EXTRA),
        ("Số, ký hiệu văn bản giao nhiệm vụ", ColumnRole.EXTRA),
        ("Chịu trách nhiệm chính", ColumnRole.LEAD),
        ("Cơ quan thường trực", ColumnRole.LEAD),
        ("Cùng thực hiện", ColumnRole.COORDINATING),
        ("Việc cần làm", ColumnRole.CONTENT),
    ],
)
def test_rarer_headings_are_known(name: str, role: ColumnRole) -> None:
    assert read_header(name).role is role


def test_a_number_over_a_list_that_says_who_is_a_group() -> None:
    rows = table(
        HEADER,
        "1 | Khai báo | Trạm Y tế | | | 15/9/2025",
        "2 | Nhập liệu: | | | |",
        " | + Đợt 1: trẻ em | Trạm Y tế | | | 30/9/2025",
        " | + Đợt 2: người già | Trạm Y tế | | | 31/10/2025",
        "3 | Đối soát | Sở Y tế | | | Tháng 12/2025",
    )
    appendix = assemble(source(rows)).plan.appendices[0]

    assert [group.title for group in appendix.groups] == ["Nhập liệu:"]
    assert [bool(task.group) for task in appendix.tasks] == [False, True, True, False]


def test_a_second_column_of_deadlines_is_told() -> None:
    rows = table(
        "STT | Nhiệm vụ | Chủ trì | Thời hạn được giao | Thời hạn gia hạn",
        "1 | Bàn giao trụ sở | UBND xã | 30/9/2025 | 30/11/2025",
    )

    assert any("hơn một cột thời hạn" in line for line in told(assemble(source(rows))))


@pytest.mark.parametrize(
    ("order", "body"),
    [
        ("Đoàn TNCS Hồ Chí Minh xã cử 02 đoàn viên hỗ trợ mỗi điểm", "Đoàn TNCS Hồ Chí Minh xã"),
        ("Mỗi xóm tổ chức ra quân ít nhất 01 lần/tháng", "Mỗi xóm"),
        (
            "Phòng Kinh tế, Hạ tầng và Đô thị làm việc với các chợ",
            "Phòng Kinh tế, Hạ tầng và Đô thị",
        ),
    ],
)
def test_a_body_ends_where_its_deed_begins(order: str, body: str) -> None:
    assert agencies_in(order)[0] == body
