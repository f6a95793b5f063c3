"""Names of columns as provinces print them, each with the role a clerk would give it."""

from __future__ import annotations

import pytest

from kehoach_desktop.domain.draft import ColumnRole
from kehoach_desktop.importers.headings import read_header

PRINTED = {
    ColumnRole.ORDINAL: """
        STT; TT; Số TT; Stt; S.TT; STT (1); Thứ tự; Số thứ tự
    """,
    ColumnRole.CONTENT: """
        Nội dung nhiệm vụ; Nhiệm vụ; Nội dung công việc; Nhiệm vụ, giải pháp chủ yếu; Nội dung,
        nhiệm vụ; Tên nhiệm vụ/đề án; Nội dung chỉ đạo, giao nhiệm vụ; Công việc cụ thể; Nội
        dung hoạt động; Các nhiệm vụ trọng tâm; Nội dung giải pháp; Nhóm nhiệm vụ, nhiệm vụ cụ
        thể; Nội dung trọng tâm; Đề án, nhiệm vụ; Tên chương trình, đề án; Hoạt động/nhiệm vụ;
        Nội dung kế hoạch; Trích yếu nội dung; Nhiệm vụ được giao; Mục tiêu, nhiệm vụ
    """,
    ColumnRole.LEAD: """
        Cơ quan chủ trì; Đơn vị chủ trì thực hiện; Chủ trì; Cơ quan, đơn vị chủ trì; Cơ quan chủ
        trì tham mưu; Đơn vị thực hiện; Cơ quan thực hiện chính; Đầu mối chủ trì; Đơn vị chịu
        trách nhiệm chính; Sở, ngành chủ trì; Phòng chuyên môn chủ trì; Phân công đơn vị; Trách
        nhiệm; Cơ quan soạn thảo; Đơn vị được giao; Cơ quan/đơn vị chủ trì; Tổ chức, đơn vị thực
        hiện; Đơn vị triển khai; Cơ quan chủ trì xây dựng; Phòng thực hiện; Bộ phận thực hiện;
        Cơ quan theo dõi
    """,
    ColumnRole.COORDINATING: """
        Cơ quan phối hợp; Đơn vị phối hợp thực hiện; Phối hợp; Cơ quan, đơn vị phối hợp; Đơn vị
        liên quan; ĐV phối hợp; Cùng phối hợp; Cơ quan, địa phương phối hợp; Đơn vị hỗ trợ; Tổ
        chức phối hợp
    """,
    ColumnRole.DELIVERABLE: """
        Sản phẩm; Kết quả đầu ra; Sản phẩm dự kiến; Kết quả/sản phẩm; Dự kiến sản phẩm; Sản phẩm
        hoàn thành; Hình thức văn bản; Sản phẩm cụ thể; Dự kiến kết quả; Kết quả cần đạt; Yêu
        cầu kết quả; Sản phẩm đạt được; Kết quả, sản phẩm đầu ra; Loại văn bản; Sản phẩm bàn
        giao
    """,
    ColumnRole.DEADLINE: """
        Thời gian hoàn thành; Thời hạn; Thời gian; Tiến độ; Tiến độ hoàn thành; Thời gian thực
        hiện; Hạn hoàn thành; Thời hạn báo cáo; Ngày hoàn thành; Kỳ hạn hoàn thành; Thời gian
        trình; Mốc hoàn thành; Thời điểm trình; Thời gian dự kiến; Dự kiến hoàn thành; Hoàn
        thành; Hoàn thành trong tháng; Tháng hoàn thành; Lộ trình; Thời gian ban hành; Thời
        gian, tiến độ; Hạn cuối; Hạn xử lý; Thời gian kết thúc; Ngày đến hạn; Thời gian gửi báo
        cáo; Năm hoàn thành; Thời gian (quý)
    """,
    ColumnRole.EXTRA: """
        Ghi chú; Lãnh đạo phụ trách; Kinh phí (triệu đồng); Nguồn kinh phí; Trạng thái; Tình
        hình thực hiện; Kết quả thực hiện; Căn cứ pháp lý; Mã nhiệm vụ; Đồng chí lãnh đạo chỉ
        đạo; Cán bộ theo dõi; Mức độ ưu tiên; Ngày giao; Ngày bắt đầu; Văn bản giao nhiệm vụ; Số
        văn bản; Dự toán; Nguyên nhân; Đề xuất; Tỷ lệ hoàn thành; Địa điểm; Đối tượng; Số lượng;
        Đơn vị tính; Thời gian bắt đầu; % hoàn thành; Kết quả đạt được đến nay; Tiến độ thực
        hiện đến nay
    """,
}
NAMED = [
    (" ".join(name.split()), role) for role, names in PRINTED.items() for name in names.split(";")
]


@pytest.mark.parametrize(("name", "role"), NAMED)
def test_a_printed_header_has_its_role(name: str, role: ColumnRole) -> None:
    assert read_header(name).role is role


def test_the_list_is_long_enough_to_mean_something() -> None:
    assert len(NAMED) > 120
