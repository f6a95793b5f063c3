"""Several faults at once in papers by other hands, each found; what looks like one is let be."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from kehoach_desktop.documents.check.counting import spoken_number
from kehoach_desktop.documents.check.rules_capitals import capital_findings
from kehoach_desktop.domain.draft import Severity
from tests.documents.check import other_words as words
from tests.documents.check.exemplars import (
    QUARTER,
    alarms_of,
    findings_of,
    opened,
    packed,
    raw,
    swap,
)
from tests.documents.check.other_hands import Desk, Hand, Words

COUNTS = (
    ("STT", "Lĩnh vực", "Tiếp nhận", "Đã trả", "Đang giải quyết"),
    ("1", "Hộ tịch", "120", "118", "02"),
    ("2", "Đất đai", "45", "30", "15"),
    ("", "Tổng cộng", "165", "148", "17"),
)
TITLED = ("Tình hình giải quyết thủ tục hành chính", "tháng 10 năm 2025")
LISTED = ("STT", "Nhiệm vụ", "Đơn vị", "Thời hạn")
TASKS = (("1", "Số hóa hồ sơ", "Văn phòng", "Quý IV"), ("2", "Tập huấn", "Văn phòng", "Quý IV"))
REPORT, PLAN, DECISION = words.REPORT, words.PLAN, words.DECISION
UNIT = words.SUBMISSION


def text_of(paper: Words, *lines: str) -> tuple[str, ...]:
    """The first line of a paper, other lines, and its last."""
    return (paper.text[0], *lines, paper.text[-1])


FAULTY: dict[str, tuple[Words, dict[str, Any], set[str]]] = {
    "grounds": (
        PLAN,
        {
            "bases": (
                "Theo đề nghị của Chánh Văn phòng HĐND và UBND xã;",
                "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ;",
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
                "Căn cứ Kế hoạch số       /KH-UBND ngày 05 tháng 8 năm 2025 của UBND tỉnh;",
                "Căn cứ Kế hoạch số       /KH-UBND ngày 05 tháng 8 năm 2025 của UBND tỉnh.",
            ),
            "date": "Hòa Sợn, ngày 12 tháng 8 năm 2025",
        },
        {"basis-order", "basis-twice", "basis-replaced", "cited-blank", "date-place"},
    ),
    "head of a unit": (
        UNIT,
        {
            "kind": "TỜ TRÍNH",
            "number": "Số: 09/TTr-UBND",
            "date": "Hòa Sơn, ngày 14 tháng 10 năm 25",
            "subject": ("V/v phê duyệt dự toán.",),
            "signature": ("KT. TRƯỞNG PHÒNG", "PHÓ CHỦ TỊCH"),
            "name": "Ông Nguyễn Hữu Phước",
        },
        {"title-look", "number-agency", "date-form", "subject-look", "signature-capacity"}
        | {"signer-name"},
    ),
    "sums in sentences": (
        UNIT,
        {
            "text": text_of(
                UNIT,
                "1. Dự toán: 120.000.000 đồng (Một trăm hai mươi hai triệu đồng).",
                "2. Tổng: 90.000.000 đồng, trong đó: 50.000.000 đồng mua máy; 45.000.000 đồng lắp.",
                "3. Đã tổ chức 42 buổi cho 1.260 lượt người, bình quân 40 lượt người/buổi.",
                "4. Có 22/25 hồ sơ đã trả; 04 hồ sơ còn lại chuyển kỳ sau.",
                "5. Tiếp nhận 475 hồ sơ, đã trả 458 hồ sơ (đạt 94,62%).",
                "6. Cả 11/12 máy đã hỏng; số 1260.0 lượt.",
            )
        },
        {"money-words", "figures-in-text", "percentage", "part-of-whole", "number-raw"},
    ),
    "periods and a table of the text": (
        REPORT,
        {
            "subject": (*TITLED[:1], "tháng 10, phương hướng tháng 10 năm 2025"),
            "table": COUNTS,
            "text": text_of(
                REPORT,
                "*I. KẾT QUẢ THỰC HIỆN",
                "[bảng]",
                "Tiếp nhận 156 hồ sơ, đã trả 148 hồ sơ, đang giải quyết 17 hồ sơ.",
                "*1. Lũy kế năm 2024",
                "UBND xã đã ban hành Công văn số 9/UBND-VP ngày 15/11/2025.",
                "Trực từ ngày 22/10/2025 đến hết ngày 14/10/2025; gửi lúc 2025-10-31 00:00:00.",
                "Còn %(so_luong)s hồ sơ; Chi cục Thuế huyện chưa k?p th?i gửi.",
            ),
        },
        {"period-next", "figures-text-table", "leftover-month", "day-future", "span-backwards"}
        | {"short-date-form", "placeholder", "abolished-unit", "legacy-font"},
    ),
    "a year told as another": (
        REPORT,
        {
            "subject": ("Tổng kết công tác chuyển đổi số năm 2025",),
            "text": (
                "UBND xã Hòa Sơn báo cáo công tác chuyển đổi số năm 2024 như sau:",
                "Xã có 04 thôn; đã lắp đặt 04 điểm truy cập.",
                "Trên đây là báo cáo năm 2025, phương hướng năm 2026 của UBND xã Hòa Sơn./.",
            ),
        },
        {"period-text"},
    ),
    "a plan and its list": (
        replace(PLAN, subject=("Triển khai chuyển đổi số năm 2025",)),
        {
            "text": (
                "Ủy ban nhân dân xã Hòa Sơn ban hành Kế hoạch triển khai chuyển đổi số năm 2024:",
                "Gồm 03 nhiệm vụ (chi tiết tại Phụ lục kèm theo Kế hoạch này).",
                PLAN.text[-1],
            ),
            "appendices": (("NHIỆM VỤ", (LISTED, *TASKS), "Danh mục gồm 04 nhiệm vụ./."),),
        },
        {"period-text", "figures-text-table", "appendix-count"},
    ),
    "minutes": (
        words.MINUTES,
        {
            "second": ("ĐẠI BIỂU", "Bùi Thị Hạnh"),
            "text": (
                "Thời gian: từ 14 giờ 00, ngày 20 tháng 11 năm 2025.",
                "Các đại biểu thống nhất; kết luận gửi trước 25 giờ ngày 21/11/2025.",
                "Cuộc họp kết thúc vào 13 giờ 15 cùng ngày, nội dung đã được thông qua./.",
            ),
        },
        {"minutes-signatures", "impossible-time"},
    ),
    "recipients and who signs": (
        PLAN,
        {
            "recipients": ("- Các thôn;", "- Các thôn (để t/h);", "- Lưu: VT, VP."),
            "signature": ("TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"),
        },
        {"recipients-twice", "signature-authority"},
    ),
    "sentences": (
        REPORT,
        {
            "text": (
                REPORT.text[0],
                "*I. KẾT QUẢ THỰC HIỆN",
                "*II. TỒN TẠI",
                "ủy ban nhân dân xã Hòa Sơn đã ✅ rà soát (theo hướng dẫn của tỉnh trong năm nay",
                "Chủ Tịch UBND xã giao các thôn rà soát lại toàn bộ danh sách hộ dân của thôn.",
                "Chủ Tịch UBND xã giao các thôn rà soát lại toàn bộ danh sách hộ dân của thôn.",
                "Theo Kế hoạch số 12/QĐ-UBND, 18 nhiệm vụ (05 chủ trì, 14 phối hợp) đã xong.",
                "Gửi trong tuần 54/2025.",
                "Có 96 96 tổ, 12.60 lượt; ngày tháng 10 năm 20255; tăng 5%%.",
                "Trên đây là Kế hoạch tháng 10 năm 2025, UBND xã Hòa Sơn kính báo cáo./.",
            ),
            "agencies": ("XÃ HÒA SƠN", "ỦY BAN NHÂN DÂN"),
        },
        {"section-empty", "sentence-form", "capitals", "odd-signs", "paragraph-twice", "agency"}
        | {"unbalanced-quotes", "cited-symbol", "figures-in-text", "impossible-date", "own-kind"}
        | {"repeated-word", "number-raw", "double-punctuation", "cited-blank"},
    ),
    "a decision before its time": (
        DECISION,
        {
            "bases": (
                "Căn cứ Luật Cư trú số 68/2020/QH14;",
                "Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư.",
            ),
            "text": (
                *DECISION.text[:2],
                "Điều 3. Quyết định này có hiệu lực từ ngày 01/10/2025 (Phụ lục II kèm theo).",
                DECISION.text[3],
            ),
            "signature": ("TM. UBND XÃ", "CHỦ TỊCH"),
            "appendices": (
                (
                    DECISION.appendices[0][0],
                    (*DECISION.appendices[0][1], ("4", *DECISION.appendices[0][1][2][1:])),
                    "Danh sách này có 04 người./.",
                ),
            ),
        },
        {"basis-form", "day-past", "appendix-unknown", "signature-capacity", "row-twice"},
    ),
}
FAULTY |= {
    "a decision in chapters": (
        DECISION,
        {
            "authority": "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HÒA BÌNH",
            "bases": (
                "căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;",
                "Căn cứ Công văn số 9/UBND-VP ngày 02/7/2025; Theo đề nghị của Văn phòng.",
            ),
            "text": ("*Chương 1", "*Quy định chung", "1) Tổ có quy chế.", *DECISION.text),
            "signature": ("TUQ. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        },
        {"issuer-name", "basis-form", "numbering-parts", "part-heading", "numbering-clauses"}
        | {"signature-capacity"},
    ),
    "minutes that leave out where and until when": (
        words.MINUTES,
        {
            "date": "Hòa Sơn, ngày 20 tháng 11 năm 2025",
            "text": ("Chủ trì: Ông Phạm Quốc Trung.", "Ghi: Bà Bùi Thị Hạnh.", "Cả tổ nhất trí./."),
        },
        {"date-form", "specimen-parts"},
    ),
    "a letter to two on one line": (
        words.LETTER,
        {"addressee": ("Phòng Kinh tế; Văn phòng",), "subject": ("V/v rà soát Tổ công nghệ số.",)},
        {"addressee-form", "letter-subject-look"},
    ),
    "spelling": (
        PLAN,
        {
            "agencies": ("ỦY BAN NHÂN DẤN", "XÃ HÒA SƠN"),
            "number": "Số:97/KH-UBND",
            "date": "Xã Hòa Sơn, ngày 12 tháng 8 năm 2025",
            "text": text_of(
                PLAN,
                "Theo Kế hoạch số12/KH-UBND, Phòng Văn hóa và Thông tin đã giúp 1688 lượt người.",
                "Ðề nghị các thôn thực hiện (chi tiết tại Phụ lục kèm theo).",
            ),
            "signature": ("TM. ỦY BAN NHÂN DÂN", "QUYỀN CHỦ TICH"),
        },
        {"agency-look", "number-form", "date-place", "cited-symbol", "abolished-unit"}
        | {"number-raw", "legacy-font", "signature-look", "signature-capacity"},
    ),
}
SLIPS = {
    "Theo quyết định số 12/QĐ-UBND": "Quyết định",
    "giao sở nội vụ": "Sở",
    "tại điều 5": "Điều",
    "theo Khoản 2 Điều 5": "khoản",
    "của Tỉnh Quảng Trị": "tỉnh",
    "của UBND Xã Hòa Sơn": "xã Hòa Sơn",
    "họp thứ sáu, ngày 05/12/2025": "thứ Sáu",
    "của thành phố Hồ Chí Minh": "Thành phố",
    "Sở Khoa Học và Công nghệ": "Khoa học",
    "Phòng Kinh tế Và Hạ tầng": "và",
    "của Ủy ban Nhân dân xã": "Ủy ban nhân dân",
    "theo khoản 2 Điều 5, lần thứ hai, ngày 05/12/2025": "",
    "các cơ sở giáo dục và trụ sở Y tế; Tỉnh ủy; UBND Xã Nguyễn Văn Linh": "",
    "phong trào “Cả Nước Và Mọi Nhà” của Thành phố Hồ Chí Minh": "",
}
RIGHT: dict[str, tuple[Words, dict[str, Any]]] = {
    "sums": (
        UNIT,
        {
            "text": text_of(
                UNIT,
                "1. Dự toán: 1.250.000.000 đồng (Một tỷ hai trăm năm mươi triệu đồng chẵn).",
                "2. Tổng: 90.000.000 đồng, trong đó: 50.000.000 đồng mua máy; 40.000.000 đồng lắp.",
                "3. Đã tổ chức 42 buổi cho 1.280 lượt người, bình quân 30 lượt người/buổi.",
                "4. Có 22/25 hồ sơ đã trả; 03 hồ sơ còn lại chuyển kỳ sau.",
                "5. Tiếp nhận 475 hồ sơ, đã trả 458 hồ sơ (đạt 96,42%).",
                "6. Thu 36 khoản trong 40 khoản, đạt 95% kế hoạch.",
                "7. Cả 12/12 máy dùng tốt; trực 24/24 giờ, sửa trong 48 giờ; phần mềm bản 2.0.",
            )
        },
    ),
    "sentences": (
        UNIT,
        {
            "text": text_of(
                UNIT,
                "1. Kế hoạch số 02-KH/BCĐTW; Nghị quyết số 202/2025/QH15; Công văn số 9/CT-TTHT.",
                "2. Có 18 nhiệm vụ (05 chủ trì, 13 phối hợp (A2)); 12 tổ (67 thành viên, 24 nữ).",
                "a) Báo Nhân Dân đưa tin: a) số hóa; b) dùng chung (để b/c).",
                "- Quân sự xã Xuân Hòa tuân thủ quy định, luân phiên trực; mỗi năm 200 hộ.",
                "- Đã gửi giấy mời họp ngày 25/10/2025; 34/36 hồ sơ, 10 hồ sơ còn lại từ năm qua.",
                "- Trong 512 hồ sơ có 431 hồ sơ qua mạng (84,18%), 380 hồ sơ phí (đạt 88,17%).",
                "- Các sở Tài chính, Nội vụ theo khoản 2 Điều 5; dày 30 μm; năm 2026 khó.",
                "b) Đánh dấu ☐ hoặc ✓ trên phiếu; từ tuần 53/2025, năm 2030, khoản 2.1 Điều 3.",
            )
        },
    ),
    "looking ahead": (
        REPORT,
        {
            "subject": (*TITLED[:1], "tháng 10, phương hướng tháng 11 năm 2025"),
            "table": COUNTS,
            "text": text_of(
                REPORT,
                "*I. KẾT QUẢ THỰC HIỆN",
                "[bảng]",
                "Tiếp nhận 165 hồ sơ, đã trả 148 hồ sơ, đang giải quyết 17 hồ sơ.",
                "*1. Lũy kế năm 2025",
                "Tiếp nhận 5.812 hồ sơ; đã xây dựng kế hoạch tổ chức hội nghị ngày 25/11/2025.",
            ),
        },
    ),
}


@pytest.mark.parametrize("name", FAULTY)
def test_each_of_several_faults_is_found_by_its_rule(name: str) -> None:
    paper, changes, rules = FAULTY[name]
    found = findings_of(packed(Desk(Hand(), replace(paper, **changes)).build()))

    assert rules - {f.rule for f in found if f.severity is not Severity.INFO} == set()


@pytest.mark.parametrize("name", RIGHT)
def test_what_only_looks_like_a_fault_raises_no_alarm(name: str) -> None:
    paper, changes = RIGHT[name]

    assert alarms_of(packed(Desk(Hand(), replace(paper, **changes)).build())) == []


def test_teams_told_otherwise_than_their_rows_and_words_beside_the_page_number_are_found() -> None:
    doc = opened(QUARTER)
    swap(doc, "11/12 tổ", "10/12 tổ", "Trong kỳ")
    words_of_page = f"<w:r {nsdecls('w')}><w:t>Trang </w:t></w:r>"
    raw(doc.sections[0].header.paragraphs[0]).insert(1, parse_xml(words_of_page))
    rules = {finding.rule for finding in alarms_of(packed(doc))}

    assert {"figures-text-table", "page-number-form"} <= rules


@pytest.mark.parametrize("text", SLIPS)
def test_a_name_with_wrong_capitals_is_told_with_the_right_ones(text: str) -> None:
    told = [finding.message for finding in capital_findings(text, "")]

    assert [message.split("”")[0] for message in told] == [f"Ghi “{SLIPS[text]}"] * bool(
        SLIPS[text]
    )


def test_a_place_left_to_be_filled_in_is_no_other_place() -> None:
    blank = replace(PLAN, date="………, ngày 12 tháng 8 năm 2025")
    rules = {finding.rule for finding in findings_of(packed(Desk(Hand(), blank).build()))}

    assert ("placeholder" in rules, "date-place" in rules) == (True, False)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("Một trăm hai mươi triệu đồng", 120_000_000),
        ("một nghìn không trăm linh năm", 1005),
        ("hai tỷ ba trăm mười lăm triệu bốn trăm nghìn đồng chẵn", 2_315_400_000),
        ("khoảng một trăm", None),
    ],
)
def test_numbers_said_in_words_are_read(said: str, number: int | None) -> None:
    assert spoken_number(said) == number
