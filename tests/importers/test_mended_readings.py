"""Readings that an unseen plan once got wrong, each held to what a clerk would read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kehoach_desktop.domain.draft import ColumnRole
from kehoach_desktop.domain.plan import ImportDraft, Ours
from kehoach_desktop.importers.document import read_document
from kehoach_desktop.importers.errors import DamagedFile, NoTableInText
from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.headings import read_header
from kehoach_desktop.importers.issuer import issuer_of, province_of
from kehoach_desktop.importers.matrix import assemble
from kehoach_desktop.importers.number_formats import shown_date, told_date
from tests.importers.building import HEADER, contents, source, table, told

COUNTED = (
    "TT | Mã | Nhiệm vụ | Chủ trì | Phối hợp | Sản phẩm | Thời hạn",
    "(1) | (2) | (3) | (4) | (5) | (6) | (7)",
    "1 | M1 | Lập kho dữ liệu | Sở A | UBND xã | Kho | 31/12/2025",
)


@pytest.mark.parametrize("hidden", [(1,), (1, 4), (3, 4)])
def test_the_numbers_of_columns_are_no_task_where_columns_are_hidden(
    hidden: tuple[int, ...],
) -> None:
    sheet = replace(table(*COUNTED), hidden_columns=hidden)

    assert contents(assemble(source(sheet, kind="xlsx"))) == ["Lập kho dữ liệu"]


@pytest.mark.parametrize(
    ("shown", "wanted"),
    [
        ("12/5/2025", "05/12/2025"),
        ("5/12/2025", "5/12/2025"),
        ("05/12/25", "05/12/25"),
        ("2025-12-05", "05/12/2025"),
        ("Dec-25", "12/2025"),
        ("12/2025", "12/2025"),
        ("5 December 2025", "05/12/2025"),
    ],
)
def test_a_day_is_told_by_its_value_not_by_the_order_it_is_shown_in(
    shown: str, wanted: str
) -> None:
    assert told_date(shown, date(2025, 12, 5)) == wanted


@pytest.mark.parametrize("code", ["mmm-yy", "yyyy-mm", "mmmm yyyy"])
def test_a_format_without_a_day_shows_a_month(code: str) -> None:
    assert shown_date(date(2025, 12, 1), code) == "12/2025"


def yearless(issued: str, title: str) -> ImportDraft:
    over = ("ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU", "Số: 9/KH-UBND", issued, "KẾ HOẠCH", title, "Phụ lục")
    rows = ("Quý I", "Tháng 3", "Trước 15/10", "Cuối năm", "Quý III/2025", "Thường xuyên")
    lines = [f"{n} | Việc thứ {n} | UBND cấp xã | {text}" for n, text in enumerate(rows, 1)]
    return assemble(
        source(table("STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn", *lines, lead_in=over))
    )


@pytest.mark.parametrize(
    ("issued", "title", "years"),
    [
        ("Cà Mau, ngày 20 tháng 12 năm 2025", "Chuyển đổi số năm 2026", [2026] * 4),
        ("Cà Mau, ngày    tháng 12 năm 2025", "Chuyển đổi số năm 2026", [2026] * 4),
        ("Cà Mau, ngày 20 tháng 12 năm 2025", "Chuyển đổi số", [2026, 2026, 2026, 2025]),
        ("Cà Mau, ngày 05 tháng 01 năm 2026", "Chuyển đổi số năm 2026", [2026] * 4),
        ("Cà Mau, ngày 20 tháng 7 năm 2025", "Đề án 2025 - 2026", [2026, 2026, 2025, 2025]),
    ],
)
def test_a_deadline_without_a_year_is_not_read_as_long_past(
    issued: str, title: str, years: list[int]
) -> None:
    draft = yearless(issued, title)
    days = [task.deadline.due for _appendix, task in draft.plan.tasks()]
    year = draft.plan.document.year

    assert [day and day.year for day in days] == [*years, 2025, None]
    assert sum("không ghi năm: đề xuất" in line for line in told(draft)) == sum(
        one != year for one in years
    )


def test_the_year_a_person_names_is_not_moved() -> None:
    over = ("Cà Mau, ngày 20 tháng 12 năm 2025", "KẾ HOẠCH", "Chuyển đổi số", "Phụ lục")
    one = table("STT | Nhiệm vụ | Chủ trì | Thời hạn", "1 | Việc một | Sở A | Quý I", lead_in=over)

    draft = assemble(source(one), 2025)

    assert [t.deadline.due for _a, t in draft.plan.tasks()] == [date(2025, 3, 31)]


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (
            ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI", "TỈNH NGHỆ AN", "Độc lập -"],
            "Ủy ban nhân dân tỉnh Nghệ An",
        ),
        (["ỦY BAN NHÂN DÂN TỈNH", "QUẢNG NGÃI"], "Ủy ban nhân dân tỉnh Quảng Ngãi"),
        (["UBND TỈNH BẮC NINH / SỞ NỘI VỤ"], "Sở Nội vụ"),
        (["UBND TỈNH BẮC NINH", "CỘNG HÒA XÃ HỘI", "SỞ NỘI VỤ", "Độc lập - Tự do"], "Sở Nội vụ"),
        (["UBND TỈNH THÁI NGUYÊN", "VĂN PHÒNG"], "Văn phòng UBND tỉnh Thái Nguyên"),
        (["UBND các xã", "UBND cấp xã"], ""),
        (["BỘ CÔNG AN"], "Bộ Công an"),
        (["UBND tỉnh Sơn La", "PHỤ LỤC"], "UBND tỉnh Sơn La"),
    ],
)  # fmt: skip
def test_the_issuer_is_the_whole_name_in_the_letterhead(lines: list[str], issuer: str) -> None:
    assert issuer_of(lines) == issuer


def test_no_issuer_is_taken_from_a_cell_of_a_table() -> None:
    sheet = table(
        "PHỤ LỤC 1",
        "(Kèm theo Kế hoạch số 77/KH-UBND ngày 20/8/2025 của UBND tỉnh Sơn La)",
        "STT | Nội dung | Chủ trì | Thời hạn",
        "1 | Việc một của kế hoạch | UBND xã Tô Hiệu | 31/12/2025",
    )

    assert assemble(source(sheet, kind="xlsx")).plan.document.issuer == "UBND tỉnh Sơn La"


def test_a_heading_of_a_column_is_no_number_of_a_paper() -> None:
    assert read_document(["UBND TỈNH A", "Số TT"], "", [], "a.xlsx").number_text == ""
    assert read_document(["UBND TỈNH A", "Số:      /KH-UBND"], "", [], "a").number_text


@pytest.mark.parametrize(
    "text", ["KẾ HOẠCH CHUYỂN ĐỔI SỐ TỈNH GIA LAI NĂM 2026", "tỉnh Gia Lai Năm 2026"]
)
def test_a_province_ends_where_its_name_does(text: str) -> None:
    assert province_of([text]) == "Gia Lai"
    assert province_of(["tỉnh Quảng Nam"]) == "Quảng Nam"


@pytest.mark.parametrize(
    ("body", "titles"),
    [
        (["KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026"], []),
        ([], ["KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026"]),
        (["KẾ HOẠCH", "CẢI CÁCH HÀNH CHÍNH NĂM 2026", "Phụ lục", "NHIỆM VỤ"], []),
    ],
)
def test_kind_and_title_may_share_a_line_and_end_before_the_appendix(
    body: list[str], titles: list[str]
) -> None:
    paper = read_document(body, "", titles, "a.xlsx")

    assert (paper.doc_type, paper.title) == ("Kế hoạch", "CẢI CÁCH HÀNH CHÍNH NĂM 2026")


def test_an_attached_line_without_an_issuer_still_names_number_and_day() -> None:
    line = "Ban hành kèm theo Kế hoạch số 1024/KH-SKHCN ngày 5/7/2025"
    paper = read_document([], line, [], "a.xlsx")

    assert (paper.doc_type, paper.number) == ("Kế hoạch", "1024/KH-SKHCN")
    assert (paper.date, paper.issuer) == (date(2025, 7, 5), "")


@pytest.mark.parametrize(
    "words",
    ["Tổng: 03 nhiệm vụ", "Tổng (A+B)", "Tổng 3 nhiệm vụ", "TỔNG", "Tổng mục I", "Số nhiệm vụ: 02"],
)
def test_a_total_is_not_glued_to_the_task_above(words: str) -> None:
    draft = assemble(source(table(HEADER, "1 | Việc một | Sở A | | | 31/12/2025", f" | {words}")))

    assert contents(draft) == ["Việc một"]
    assert any("Dòng tổng cộng" in line for line in told(draft))


@pytest.mark.parametrize(
    "words",
    ["Hết.", "- Như trên;", "Ngày 15 tháng 7 năm 2025", "Đã ký", "Danh sách này gồm 02 việc"],
)
def test_an_ending_is_not_glued_to_the_task_above(words: str) -> None:
    draft = assemble(source(table(HEADER, "1 | Việc một | Sở A | | | 31/12/2025", f" | {words}")))

    assert contents(draft) == ["Việc một"]
    assert any("Ghi chú hoặc chữ ký" in line for line in told(draft))


@pytest.mark.parametrize("words", ["Trang 1/2", "Trang 3", "Page 2 of 4"])
def test_the_number_of_a_page_is_no_product_of_the_task_above(words: str) -> None:
    draft = assemble(source(table(HEADER, "1 | Việc | Sở A | | Báo cáo | 31/12", f"|||| {words}")))

    assert [task.deliverable for _appendix, task in draft.plan.tasks()] == ["Báo cáo"]


def test_a_task_that_sums_up_is_no_total() -> None:
    rows = ("1 | Tổng kết phong trào | | | | 31/12/2025", "2 | Tổng rà soát | | | | 31/12/2025")

    assert contents(assemble(source(table(HEADER, *rows)))) == [
        "Tổng kết phong trào",
        "Tổng rà soát",
    ]


def test_months_that_are_marked_with_gaps_or_without_a_year_are_told() -> None:
    marked = table(
        "STT | Nhiệm vụ | Đơn vị chủ trì | T7 | T8 | T9",
        "1 | Việc một | Sở A | x | | x",
        "2 | Việc hai | Sở A | | x | ",
    )
    lines = told(assemble(source(marked)))

    assert any("đọc theo ô được đánh dấu ở các cột “T7”, “T8”, “T9”" in line for line in lines)
    assert any("Chưa hiểu thời hạn từ các cột T7, T9." in line for line in lines)
    assert any("Không thấy năm của kế hoạch" in line for line in lines)


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Đ.vị p/hợp", ColumnRole.COORDINATING),
        ("CQ PH", ColumnRole.COORDINATING),
        ("Đơn vị tham gia", ColumnRole.COORDINATING),
        ("Đ/v c/trì", ColumnRole.LEAD),
        ("SP/KQ", ColumnRole.DELIVERABLE),
        ("T.gian HT", ColumnRole.DEADLINE),
        ("ND nhiệm vụ", ColumnRole.CONTENT),
        ("Chi phí", ColumnRole.EXTRA),
        ("Mã NV", ColumnRole.EXTRA),
        ("Đơn vị tính", ColumnRole.EXTRA),
    ],
)
def test_a_shortened_header_is_read_as_the_long_one(header: str, role: ColumnRole) -> None:
    assert read_header(header).role is role


def test_a_table_that_lacks_a_column_names_those_it_kept_unread() -> None:
    lines = told(
        assemble(
            source(
                table(
                    "STT | Nhiệm vụ | Đơn vị chủ trì | Bên giúp sức | Thời hạn",
                    "1 | Việc một | Sở A | Sở B | 31/12/2025",
                )
            )
        )
    )

    assert any("Không thấy cột phối hợp" in line and "“Bên giúp sức”" in line for line in lines)


def test_a_section_may_stand_in_another_column_than_the_tasks() -> None:
    draft = assemble(
        source(
            table(
                "STT | Mục tiêu | Nhiệm vụ | Chủ trì | Thời hạn",
                "I | Cải cách thể chế",
                "1 | Đúng hạn | Rà soát văn bản | Sở A | 31/12/2025",
                "II | Cải cách thủ tục",
                "1 | Đúng hạn | Số hóa hồ sơ | Sở A | 31/12/2025",
            )
        )
    )
    (appendix,) = draft.plan.appendices

    assert [(g.ordinal, g.title) for g in appendix.groups] == [
        ("I", "Cải cách thể chế"),
        ("II", "Cải cách thủ tục"),
    ]
    assert contents(draft) == ["Rà soát văn bản", "Số hóa hồ sơ"]


def test_every_task_in_a_plan_of_the_commune_itself_is_its_own() -> None:
    over = ("ỦY BAN NHÂN DÂN\nXÃ TÂN PHÚ", "Số: 9/KH-UBND", "KẾ HOẠCH", "Chuyển đổi số")
    one = table(HEADER, "1 | Việc một | Phòng Kinh tế | | | 31/12/2025", lead_in=over)
    (task,) = (task for _appendix, task in assemble(source(one)).plan.tasks())

    assert task.ours == Ours(yes=True, reason="Kế hoạch của chính xã")


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_separated_values_may_stand_under_lines_of_a_title(mark: str) -> None:
    rows = ["STT|Nội dung nhiệm vụ|Cơ quan chủ trì|Thời hạn", "1|Lập kho|UBND cấp xã|30/9/2025"]
    lines = ["UBND tỉnh Điện Biên", "PHỤ LỤC I", *(row.replace("|", mark) for row in rows)]
    draft = assemble(read_source("\n".join(lines).encode(), "a.csv"))

    assert contents(draft) == ["Lập kho"]
    assert draft.plan.document.issuer == "UBND tỉnh Điện Biên"


def test_values_that_make_no_table_are_not_called_another_kind_of_file() -> None:
    with pytest.raises(NoTableInText, match="không có bảng nào"):
        read_source("chỉ một dòng chữ".encode(), "a.csv")


@pytest.mark.parametrize("kept", [100, 512, 4096, 8192])
def test_an_xls_that_was_not_loaded_whole_is_called_damaged(kept: int) -> None:
    head = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504)
    head[30:32] = (9).to_bytes(2, "little")
    head[48:52] = (40).to_bytes(4, "little")

    with pytest.raises(DamagedFile, match="chưa tải về đủ"):
        read_source(bytes(head + b"\x00" * 8000)[:kept], "a.xls")
