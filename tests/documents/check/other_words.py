"""The words of right papers by other hands: ten papers of made-up communes."""

from __future__ import annotations

from tests.documents.check.other_hands import Words

UBND = ("ỦY BAN NHÂN DÂN", "XÃ HÒA SƠN")
KT = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
LAW = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"

REPORT = Words(
    "BÁO CÁO", UBND, "Số: 215/BC-UBND", "Hòa Sơn, ngày 05 tháng 11 năm 2025",
    ("Kết quả cải cách hành chính tháng 10", "và nhiệm vụ trọng tâm tháng 11 năm 2025"),
    (
        ("Thực hiện Kế hoạch số 12/KH-UBND ngày 20 tháng 01 năm 2025 của UBND tỉnh, UBND xã Hòa "
        "Sơn báo cáo kết quả cải cách hành chính tháng 10 năm 2025 như sau:"),
        "*I. KẾT QUẢ THỰC HIỆN",
        "*1. Công tác chỉ đạo, điều hành",
        ("UBND xã ban hành 02 văn bản: Kế hoạch số 88/KH-UBND ngày 02/10/2025; Công văn số "
        "301/UBND-VP ngày 15/10/2025."),
        "*2. Cải cách thủ tục hành chính",
        "a) Tiếp nhận 1.254 hồ sơ, trong đó 1.003 hồ sơ nộp trực tuyến, đạt 79,98%.",
        "b) Giải quyết đúng hạn 1.240/1.254 hồ sơ; 14 hồ sơ đang giải quyết, còn trong hạn.",
        ("c) Số hóa 1.254/1.254 hồ sơ đầu vào (đạt 100%). So với cùng kỳ năm 2024, số hồ sơ trực "
        "tuyến bằng 132%."),
        "*II. TỒN TẠI, HẠN CHẾ",
        "Tỷ lệ thanh toán trực tuyến còn thấp do người dân cao tuổi chưa có tài khoản ngân hàng.",
        "*III. NHIỆM VỤ TRỌNG TÂM THÁNG 11 NĂM 2025",
        ("1. Trung tâm Phục vụ hành chính công hướng dẫn thanh toán trực tuyến cho ít nhất 300 hồ "
        "sơ."),
        "2. Văn phòng HĐND và UBND rà soát, niêm yết thủ tục hành chính trước ngày 20/11/2025.",
        ("Trên đây là báo cáo kết quả cải cách hành chính tháng 10 năm 2025, UBND xã Hòa Sơn kính "
        "báo cáo./."),
    ),
    ("- Như trên;", "- TTr. Đảng ủy, TTr. HĐND xã (để b/c);", "- Lưu: VT, VP."),
    KT, "Lê Minh Châu", ("Sở Nội vụ",),
)  # fmt: skip
PLAN = Words(
    "KẾ HOẠCH", UBND, "Số: 97/KH-UBND", "Hòa Sơn, ngày 12 tháng 8 năm 2025",
    ("Tuyên truyền, hướng dẫn sử dụng dịch vụ công trực tuyến", "trên địa bàn xã năm 2025"),
    (
        "Ủy ban nhân dân xã Hòa Sơn ban hành Kế hoạch như sau:",
        "*I. MỤC ĐÍCH, YÊU CẦU",
        "1. Nâng tỷ lệ hồ sơ trực tuyến toàn trình lên 80% trong quý IV/2025.",
        "2. Nội dung tuyên truyền ngắn gọn, dễ hiểu, phù hợp từng đối tượng.",
        "*II. NỘI DUNG",
        ("Mỗi thôn tổ chức ít nhất 02 buổi hướng dẫn, hoàn thành trước ngày 30/11/2025 (chi tiết "
        "tại Phụ lục kèm theo Kế hoạch này)."),
        "*III. TỔ CHỨC THỰC HIỆN",
        "*1. Văn phòng HĐND và UBND",
        "Theo dõi, đôn đốc; tổng hợp kết quả, báo cáo UBND xã trước ngày 25 hằng tháng.",
        "*2. Các thôn",
        "Bố trí địa điểm, mời người dân tham dự; mỗi buổi từ 08 giờ 00 đến 10 giờ 30.",
        ("Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Văn phòng HĐND và "
        "UBND để tổng hợp, báo cáo UBND xã xem xét, giải quyết./."),
    ),
    ("- UBND tỉnh (để b/c);", "- Các đơn vị, các thôn (để t/h);", "- Lưu: VT, VP."),
    ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Phạm Quốc Trung",
    bases=(
        LAW,
        ("Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ về thực hiện "
        "thủ tục hành chính theo cơ chế một cửa, một cửa liên thông;"),
        "Theo đề nghị của Chánh Văn phòng HĐND và UBND xã.",
    ),
    appendices=((
        "LỊCH HƯỚNG DẪN DỊCH VỤ CÔNG TRỰC TUYẾN TẠI CÁC THÔN",
        (
            ("STT", "Thôn", "Số buổi", "Thời gian"),
            ("1", "Hòa Thượng", "02", "Tháng 9/2025"),
            ("2", "Hòa Hạ", "02", "Tháng 10/2025"),
            ("3", "Sơn Đông", "03", "Tháng 11/2025"),
        ),
        "Tổng số: 03 thôn./.",
    ),),
)  # fmt: skip
LETTER = Words(
    "CÔNG VĂN", UBND, "Số: 402/UBND-VHXH", "Hòa Sơn, ngày 03 tháng 9 năm 2025",
    ("V/v rà soát, kiện toàn Tổ công nghệ", "số cộng đồng các thôn"),
    (
        ("Thực hiện Công văn số 1120/SKHCN-CĐS ngày 28/8/2025 của Sở Khoa học và Công nghệ về việc "
        "rà soát Tổ công nghệ số cộng đồng sau sắp xếp đơn vị hành chính cấp huyện, cấp xã, UBND "
        "xã đề nghị các đơn vị:"),
        ("1. Các thôn rà soát thành viên tổ, đề xuất thay thế người chuyển công tác, chuyển nơi cư "
        "trú; gửi danh sách về Phòng Văn hóa - Xã hội trước ngày 10/9/2025."),
        "2. Phòng Văn hóa - Xã hội tổng hợp, tham mưu quyết định kiện toàn trước ngày 15/9/2025.",
        "UBND xã đề nghị các đơn vị quan tâm thực hiện./.",
    ),
    ("- Như trên;", "- Chủ tịch, các PCT UBND xã (để b/c);", "- Lưu: VT, VHXH."),
    ("TL. CHỦ TỊCH", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI"), "Đặng Thị Thu Hà",
    ("Phòng Văn hóa - Xã hội", "Trưởng các thôn"),
)  # fmt: skip
SUBMISSION = Words(
    "TỜ TRÌNH", ("UBND XÃ HÒA SƠN", "PHÒNG KINH TẾ"), "Số: 09/TTr-KT",
    "Hòa Sơn, ngày 14 tháng 10 năm 2025",
    ("Về việc phê duyệt dự toán mua sắm", "máy tính phục vụ chuyển đổi số năm 2025"),
    (
        ("Căn cứ Nghị quyết số 15/NQ-HĐND ngày 30 tháng 7 năm 2025 của HĐND xã về phân bổ ngân "
        "sách năm 2025, Phòng Kinh tế trình Chủ tịch UBND xã như sau:"),
        "1. Nội dung mua sắm: 05 bộ máy tính, 02 máy quét cho Trung tâm Phục vụ hành chính công.",
        "2. Dự toán: 120.000.000 đồng (Một trăm hai mươi triệu đồng).",
        "3. Nguồn kinh phí: ngân sách xã năm 2025.",
        "Phòng Kinh tế kính trình Chủ tịch UBND xã xem xét, phê duyệt./.",
    ),
    ("- Như trên;", "- Lưu: VT, KT."),
    ("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"), "Nguyễn Hữu Phước",
    ("Chủ tịch Ủy ban nhân dân xã Hòa Sơn",), light=1,
)  # fmt: skip
NOTICE = Words(
    "THÔNG BÁO", UBND, "Số: 61/TB-UBND", "Hòa Sơn, ngày 28 tháng 02 năm 2026",
    ("Về việc tiếp công dân định kỳ tháng 3 năm 2026",),
    (
        "Ủy ban nhân dân xã Hòa Sơn thông báo lịch tiếp công dân của Chủ tịch UBND xã như sau:",
        ("1. Thời gian: từ 08 giờ 00 đến 11 giờ 30, thứ Ba, ngày 10 tháng 3 năm 2026 và thứ Ba, "
        "ngày 24 tháng 3 năm 2026."),
        "2. Địa điểm: Phòng Tiếp công dân, trụ sở UBND xã.",
        "3. Giao Văn phòng HĐND và UBND chuẩn bị hồ sơ, phân công người ghi chép.",
        "Ủy ban nhân dân xã thông báo để tổ chức, công dân biết./.",
    ),
    ("- Các đơn vị trực thuộc;", "- Cổng thông tin điện tử xã;", "- Lưu: VT, VP."),
    ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), "Trịnh Văn Bảy",
)  # fmt: skip
INVITATION = Words(
    "GIẤY MỜI", UBND, "Số: 33/GM-UBND", "Hòa Sơn, ngày 01 tháng 12 năm 2025",
    ("Họp tổng kết công tác chuyển đổi số năm 2025",),
    (
        "Ủy ban nhân dân xã Hòa Sơn trân trọng kính mời:",
        "- Lãnh đạo Đảng ủy, HĐND, UBND, Ủy ban Mặt trận Tổ quốc Việt Nam xã;",
        "- Trưởng các phòng, Trung tâm Phục vụ hành chính công; Trưởng các thôn.",
        "Dự họp tổng kết công tác chuyển đổi số năm 2025.",
        "1. Thời gian: 14 giờ 00, ngày 05/12/2025 (thứ Sáu).",
        "2. Địa điểm: Hội trường UBND xã.",
        "3. Chủ trì: đồng chí Chủ tịch UBND xã.",
        "Rất mong các đồng chí dự họp đúng thời gian, thành phần./.",
    ),
    ("- Như thành phần mời;", "- Lưu: VT, VP."),
    ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), "Bùi Thị Hạnh",
)  # fmt: skip
MINUTES = Words(
    "BIÊN BẢN", UBND, "Số: 17/BB-UBND", "",
    ("Họp xét duyệt danh sách hộ được hỗ trợ điện thoại thông minh",),
    (
        "Thời gian bắt đầu: 14 giờ 00, ngày 20 tháng 11 năm 2025.",
        "Địa điểm: Hội trường UBND xã Hòa Sơn.",
        "Thành phần tham dự: 12 đại biểu, vắng 01 (có lý do).",
        "Chủ trì: Ông Phạm Quốc Trung, Chủ tịch UBND xã.",
        "Người ghi biên bản: Bà Bùi Thị Hạnh, Phó Chánh Văn phòng.",
        "Nội dung:",
        "1. Ông Phạm Quốc Trung nêu mục đích, yêu cầu cuộc họp.",
        "2. Các đại biểu thảo luận, thống nhất 24/30 hộ đủ điều kiện, đạt 80%.",
        "Cuộc họp kết thúc vào 16 giờ 15 cùng ngày, nội dung đã được thông qua./.",
    ),
    ("- Thành phần dự họp;", "- Lưu: VT, Hồ sơ."),
    ("CHỦ TRÌ",), "Phạm Quốc Trung", second=("NGƯỜI GHI BIÊN BẢN", "Bùi Thị Hạnh"),
)  # fmt: skip
DECISION = Words(
    "QUYẾT ĐỊNH", UBND, "Số: 118/QĐ-UBND", "Hòa Sơn, ngày 09 tháng 10 năm 2025",
    ("Về việc thành lập Đội hỗ trợ phản ứng nhanh về chuyển đổi số",),
    (
        ("Điều 1. Thành lập Đội hỗ trợ phản ứng nhanh về chuyển đổi số xã Hòa Sơn gồm 03 thành "
        "viên (danh sách tại Phụ lục kèm theo Quyết định này)."),
        "Điều 2. Đội có nhiệm vụ hỗ trợ các phòng, các thôn xử lý sự cố trong vòng 24 giờ.",
        "Điều 3. Quyết định này có hiệu lực kể từ ngày ký.",
        ("Chánh Văn phòng HĐND và UBND, Trưởng phòng Văn hóa - Xã hội và các cá nhân có tên tại "
        "Điều 1 chịu trách nhiệm thi hành Quyết định này./."),
    ),
    ("- Như Điều 3;", "- Sở Khoa học và Công nghệ (để b/c);", "- Lưu: VT, VHXH."),
    ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Lê Minh Châu",
    bases=(LAW, ("Theo đề nghị của Trưởng phòng Văn hóa - Xã hội tại Tờ trình số 21/TTr-VHXH ngày "
           "06 tháng 10 năm 2025.")),
    authority="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HÒA SƠN",
    appendices=((
        "DANH SÁCH ĐỘI HỖ TRỢ PHẢN ỨNG NHANH VỀ CHUYỂN ĐỔI SỐ",
        (
            ("STT", "Họ và tên", "Chức vụ", "Nhiệm vụ"),
            ("1", "Lê Minh Châu", "Phó Chủ tịch UBND xã", "Đội trưởng"),
            ("2", "Đặng Thị Thu Hà", "Trưởng phòng VH-XH", "Đội phó"),
            ("3", "Hồ Văn Lợi", "Công chức Văn phòng", "Thành viên"),
        ),
        "Danh sách này có 03 người./.",
    ),),
    extra={"issuer": "Chủ tịch Ủy ban nhân dân xã Hòa Sơn"},
)  # fmt: skip
QUARTER = Words(
    "BÁO CÁO", ("ỦY BAN NHÂN DÂN", "PHƯỜNG TRẦN HƯNG ĐẠO"), "Số: 07/BC-UBND",
    "Phường Trần Hưng Đạo, ngày 02 tháng 01 năm 2026",
    ("Tình hình thực hiện Đề án 06 quý IV năm 2025",),
    (
        "UBND phường Trần Hưng Đạo báo cáo tình hình thực hiện Đề án 06 quý IV năm 2025 như sau:",
        "*1. Kết quả",
        "[bảng]",
        "Lũy kế cả năm 2025 cấp 4.120 tài khoản định danh, đạt 103% chỉ tiêu được giao.",
        "*2. Khó khăn",
        "Thiết bị đọc thẻ của Công an phường hỏng từ ngày 18/12/2025, đang chờ thay thế.",
        "*3. Nhiệm vụ quý I năm 2026",
        "Tiếp tục cấp tài khoản cho 215 trường hợp còn lại.",
        "UBND phường Trần Hưng Đạo kính báo cáo./.",
    ),
    ("- Như trên;", "- Công an thành phố (để phối hợp);", "- Lưu: VT."),
    ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"), "Vũ Đức Thắng",
    ("Ủy ban nhân dân thành phố", "Công an thành phố"),
    table=(
        ("TT", "Nội dung", "Quý III", "Quý IV"),
        ("1", "Tài khoản định danh", "1.015", "987"),
        ("2", "Hồ sơ trực tuyến", "3.204", "3.518"),
    ),
)  # fmt: skip
OFFICE = Words(
    "KẾ HOẠCH", ("UBND ĐẶC KHU CÔN ĐẢO", "VĂN PHÒNG HĐND VÀ UBND"), "Số: 05/KH-VP",
    "Côn Đảo, ngày 09 tháng 3 năm 2026",
    ("Kiểm tra việc sử dụng chữ ký số năm 2026",),
    (
        ("Thực hiện chương trình công tác năm 2026, Văn phòng HĐND và UBND xây dựng Kế hoạch kiểm "
        "tra như sau:"),
        "1. Đối tượng: các phòng, Trung tâm Phục vụ hành chính công.",
        "2. Thời gian: trong tháng 4/2026.",
        ("3. Nội dung: việc ký số văn bản đi theo Thông tư số 05/2010/TT-BNV của Bộ Nội vụ và các "
        "quy định hiện hành."),
        "Văn phòng đề nghị các đơn vị phối hợp thực hiện./.",
    ),
    ("- Các phòng, Trung tâm PVHCC;", "- Lưu: VT, VP."),
    ("CHÁNH VĂN PHÒNG",), "Hoàng Thị Ngọc Lan", light=1,
)  # fmt: skip
ALL = {
    "bao_cao": REPORT,
    "ke_hoach": PLAN,
    "cong_van": LETTER,
    "to_trinh": SUBMISSION,
    "thong_bao": NOTICE,
    "giay_moi": INVITATION,
    "bien_ban": MINUTES,
    "quyet_dinh": DECISION,
    "bao_cao_quy": QUARTER,
    "van_phong": OFFICE,
}
