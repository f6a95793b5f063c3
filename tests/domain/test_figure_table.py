"""Tables of figures as villages send them: read where it is plain, asked about where it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kehoach_desktop.domain.draft import Merge, Source, SourceRow, SourceTable
from kehoach_desktop.domain.figure_cell import since_january
from kehoach_desktop.domain.figure_table import FigureDraft, read_figures, read_indicator
from kehoach_desktop.domain.indicator_book import SHIPPED
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind

NAMES = ("Thôn Bình Minh", "Thôn Tân Lập", "Thôn Xuân Hòa", "Tổ dân phố số 4")
VILLAGES = tuple(Unit(UnitId(f"v{n}"), name, UnitKind.VILLAGE) for n, name in enumerate(NAMES))


def table(*rows: str, merges: tuple[Merge, ...] = (), lead_in: tuple[str, ...] = ()) -> SourceTable:
    cells = (tuple(cell.strip() for cell in row.split("|")) for row in rows)
    lines = tuple(SourceRow(n, row) for n, row in enumerate(cells, start=1))
    return SourceTable("Bảng 1", lines, merges, lead_in=lead_in)


def read(*tables: SourceTable, paragraphs: tuple[str, ...] = ()) -> FigureDraft:
    return read_figures(Source("so_lieu.xlsx", "xlsx", "", paragraphs, tables), SHIPPED, VILLAGES)


def told(draft: FigureDraft) -> dict[tuple[str, str], int]:
    return {(f.unit.name, f.indicator.id): f.value for f in draft.figures}


def test_villages_down_and_indicators_across() -> None:
    draft = read(
        table(
            "TT | Thôn | Buổi tuyên truyền | TK định danh mức 2 | Ghi chú",
            "1 | Bình Minh | 03 | 1.250 | ",
            "2 | THÔN TÂN LẬP | - | 9 tài khoản | ",
            "3 | Thôn Xuân Hoà | x | chưa gửi | chưa gửi số liệu",
            " | Tổng cộng | 03 | 1.259 | ",
        )
    )
    assert told(draft) == {
        ("Thôn Bình Minh", "buoi_tuyen_truyen"): 3,
        ("Thôn Bình Minh", "vneid_muc_2"): 1250,
        ("Thôn Tân Lập", "vneid_muc_2"): 9,
    }
    assert draft.findings == ()


def test_headings_of_two_lines_under_a_merge() -> None:
    draft = read(
        table(
            "TT | Thôn | Hỗ trợ người dân | ",
            " | | Lượt hỗ trợ tại nhà | Lượt hỗ trợ tại Trung tâm PVHCC",
            "1 | Thôn Bình Minh | 31 | 18",
            merges=(Merge(0, 2, 0, 3), Merge(0, 0, 1, 0), Merge(0, 1, 1, 1)),
        )
    )
    assert told(draft) == {
        ("Thôn Bình Minh", "ho_tro_tai_nha"): 31,
        ("Thôn Bình Minh", "ho_tro_trung_tam"): 18,
    }


def test_indicators_down_and_villages_across() -> None:
    draft = read(
        table(
            "Chỉ tiêu | Thôn Tân Lập | TDP số 4",
            "Hồ sơ DVCTT hỗ trợ nộp | 12 | 0",
            "Chữ ký số | | 5",
        )
    )
    assert told(draft) == {
        ("Thôn Tân Lập", "ho_so_dvctt"): 12,
        ("Tổ dân phố số 4", "ho_so_dvctt"): 0,
        ("Tổ dân phố số 4", "chu_ky_so"): 5,
    }


def test_the_paper_of_one_village_names_it_above_its_table() -> None:
    draft = read(
        table(
            "STT | Nội dung | Kết quả",
            "1 | Buổi tuyên truyền | 2 buổi",
            "2 | Người được hướng dẫn | 41",
            "3 | Hộ lên sàn thương mại điện tử | không có số liệu",
        ),
        paragraphs=("BÁO CÁO", "Kết quả của Tổ công nghệ số cộng đồng thôn Xuân Hòa tháng 10"),
    )
    assert told(draft) == {
        ("Thôn Xuân Hòa", "buoi_tuyen_truyen"): 2,
        ("Thôn Xuân Hòa", "nguoi_huong_dan"): 41,
    }


def test_what_is_not_understood_is_told_and_not_taken() -> None:
    draft = read(
        table(
            "Thôn | Tuyên truyền | Số hộ nghèo | Chữ ký số cá nhân",
            "Thôn Bình Minh | 3 | 4 | hai mươi",
            "Thôn Lạ | 1 | 1 | 1",
        )
    )
    assert draft.figures == ()
    messages = " ".join(finding.message for finding in draft.findings)
    for words in ("“Tuyên truyền”", "“Số hộ nghèo”", "“hai mươi”", "“Thôn Lạ”"):
        assert words in messages


def test_one_village_twice_with_two_numbers_is_asked_about() -> None:
    rows = ("Thôn | Chữ ký số cá nhân", "Thôn Tân Lập | 3", "Thôn Tân Lập | 4")
    draft = read(table(*rows))
    assert draft.figures == ()
    assert "nhiều số khác nhau (3, 4)" in draft.findings[0].message
    assert told(read(table(*rows[:2]), table(*rows[:2]))) == {("Thôn Tân Lập", "chu_ky_so"): 3}


def test_a_sum_is_passed_over_and_a_file_without_figures_says_so() -> None:
    draft = read(table("Thôn | Lượt hỗ trợ", "Thôn Tân Lập | 12"))
    assert draft.figures == ()
    assert "Không thấy bảng" in read(table("A | B", "1 | 2")).findings[0].message


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("Lượt hỗ trợ", "luot_ho_tro"),
        ("Hỗ trợ tại nhà (lượt)", "ho_tro_tai_nha"),
        ("Số tài khoản VNeID mức 2", "vneid_muc_2"),
        ("Tài khoản thanh toán", "thanh_toan"),
        ("Tuyên truyền", None),
        ("Tài khoản", None),
        ("Số hộ", None),
        ("", None),
    ],
)
def test_a_heading_means_one_indicator_or_none(heading: str, found: str | None) -> None:
    read = read_indicator(heading, SHIPPED)
    assert (read.id if read else None) == found


def test_what_its_author_has_hidden_is_passed_over() -> None:
    shown = table("Thôn | Buổi tuyên truyền", "Bình Minh | 3", "Tân Lập | 4")
    old = table("Thôn | Buổi tuyên truyền", "Bình Minh | 9")
    rows = (*shown.rows[:2], replace(shown.rows[2], hidden=True))
    draft = read(replace(shown, rows=rows), replace(old, hidden=True))
    assert told(draft) == {("Thôn Bình Minh", "buoi_tuyen_truyen"): 3}
    assert draft.findings == ()


@pytest.mark.parametrize(
    ("key", "parts"),
    [
        ("2025-01", ["2025-01"]),
        ("2025-03", ["2025-Q1"]),
        ("2025-08", ["2025-Q1", "2025-Q2", "2025-07", "2025-08"]),
        ("2025-Q3", ["2025-Q1", "2025-Q2", "2025-Q3"]),
        ("2025-H2", ["2025-H1", "2025-H2"]),
        ("2025-9M", ["2025-9M"]),
        ("2025", ["2025"]),
    ],
)
def test_a_year_so_far_is_made_of_periods_as_long_as_may_be(key: str, parts: list[str]) -> None:
    period = ReportingPeriod.parse(key)
    made = [*since_january(period)]
    assert [part.key for part in made] == parts
    assert (made[0].first_day.month, made[-1].last_day) == (1, period.last_day)
