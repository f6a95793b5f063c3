"""Sheets as they are printed: rows without lines between them, columns on pages of their own."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kehoach_desktop.domain.draft import SourceTable
from kehoach_desktop.domain.plan import ImportDraft
from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.matrix import assemble
from kehoach_desktop.importers.pdf_row_starts import divided
from kehoach_desktop.importers.pdf_rules import Grid, Rule, find_grids
from kehoach_desktop.importers.pdf_strips import Printed, joined_strips
from kehoach_desktop.importers.pdf_words import Level, Run
from tests.importers.building import table, told
from tests.importers.comparing import DATA

HEIGHTS = (500.0, 470.0, 430.0, 400.0)
HEAD = "STT | Nhiệm vụ | Đơn vị chủ trì"


def draft_of(name: str) -> ImportDraft:
    return assemble(read_source((DATA / name).read_bytes(), name))


def fields(draft: ImportDraft) -> list[tuple[str, ...]]:
    return [
        (t.ordinal, t.lead_agencies_text, t.coordinating_text, t.deliverable, t.deadline.wording)
        for _appendix, t in draft.plan.tasks()
    ]


def test_rows_between_lines_that_only_part_columns_are_told_by_their_words() -> None:
    draft = draft_of("chi_ke_cot.pdf")
    rows = fields(draft)

    assert [row[0] for row in rows] == [str(number) for number in range(1, 10)]
    assert rows[6] == ("7", "UBND cấp xã", "Sở Nội vụ", "Báo cáo", "Trước ngày 31/12/2025")
    assert [group.title for group in draft.plan.appendices[0].groups] == ["Thể chế", "Hạ tầng số"]
    assert any("Bảng chỉ kẻ cột" in line for line in told(draft))


def test_columns_on_pages_of_their_own_are_put_beside_the_others() -> None:
    draft = draft_of("in_roi_cot.pdf")
    rows = fields(draft)

    assert [row[0] for row in rows] == [str(number) for number in range(1, 15)]
    row = ("14", "Công an tỉnh", "Sở Tài chính; các xã", "Hồ sơ được số hóa", "Quý III/2026")
    assert rows[13] == row
    assert any("ghép các cột in ở Trang 1, Trang 2, Trang 3" in line for line in told(draft))


WIDE = (0.0, 200.0, 300.0, 400.0)


def level(at: float, **texts: str) -> Level:
    """Return a line with words at the left of the columns a, b, c."""
    places = zip("abc", WIDE, strict=False)
    runs = [Run(left + 1, left + 50, texts[name]) for name, left in places if name in texts]
    return Level(at, 10.0, tuple(runs))


@pytest.mark.parametrize(
    ("below", "rows"),
    [
        ({"a": "ở các xã"}, [0, 2]),
        ({"a": "ở các xã", "c": "năm 2026"}, [0, 2]),
        ({"b": "Công an xã", "c": "Quý III"}, None),
    ],
)
def test_rows_without_numbers_begin_where_a_line_opens_their_cells(
    below: dict[str, str], rows: list[int] | None
) -> None:
    body = [
        level(100.0, a="Tập huấn kỹ năng số", b="Sở A", c="Trước tháng 6"),
        level(88.0, **below),
        level(76.0, a="Rà soát thủ tục", b="Sở B", c="Quý II"),
    ]

    assert divided(body, WIDE, ()) == rows


def test_a_column_alone_on_its_page_is_read_as_one() -> None:
    down = [Rule(at, 400.0, 500.0) for at in (50.0, 150.0)]
    across = [Rule(at, 50.0, 150.0) for at in HEIGHTS]

    assert find_grids(across, down) == []
    assert find_grids(across, down, narrowest=1)[0].columns == (50.0, 150.0)


def page(number: int, *lines: str, heights: Sequence[float] = HEIGHTS) -> Printed:
    drawn = table(*lines, name=f"Trang {number}")
    columns = tuple(float(100 * c) for c in range(len(drawn.rows[0].cells) + 1))
    return Printed(drawn, Grid(columns, tuple(heights), ()))


LEFT = (HEAD, "1 | Họp | Sở A", "2 | Tập huấn | Sở B")
RIGHT = ("Sản phẩm | Thời hạn", "Báo cáo | Quý I", " | Quý II")


def cells(tables: Sequence[SourceTable]) -> list[tuple[str, ...]]:
    return [row.cells for one in tables for row in one.rows]


@pytest.mark.parametrize(
    "order", [("L", "l", "R", "r"), ("L", "R", "l", "r")], ids=["down, then over", "over"]
)
def test_pages_are_joined_in_either_order_of_printing(order: Sequence[str]) -> None:
    pages = {
        "L": page(1, *LEFT),
        "R": page(2, *RIGHT),
        "l": page(3, "3 | Rà soát | Sở C", "4 | Tổng kết | Sở D", heights=HEIGHTS[:3]),
        "r": page(4, "Đề án | Quý III", "Đề án | Quý III", heights=HEIGHTS[:3]),
    }
    joined, _findings = joined_strips([pages[key] for key in order])

    assert cells(joined)[1] == ("1", "Họp", "Sở A", "Báo cáo", "Quý I")
    assert cells(joined)[4] == ("4", "Tổng kết", "Sở D", "Đề án", "Quý III")


@pytest.mark.parametrize(
    ("right", "heights"),
    [
        (RIGHT, (500.0, 470.0, 440.0, 400.0)),
        (RIGHT, HEIGHTS[:3]),
        ((HEAD, "3 | Rà soát | Sở C", "4 | Tổng kết | Sở D"), HEIGHTS),
        (("3 | Rà soát | Sở C", "4 | Tổng kết | Sở D", "5 | Sơ kết | Sở E"), HEIGHTS),
    ],
)
def test_pages_that_do_not_fit_stay_apart(right: tuple[str, ...], heights: Sequence[float]) -> None:
    rows = right[: len(heights) - 1]
    joined, findings = joined_strips([page(1, *LEFT), page(2, *rows, heights=heights)])

    assert cells(joined) == [*cells([page(1, *LEFT).table]), *cells([page(2, *rows).table])]
    missed = any("chưa ghép được: “Sản phẩm”, “Thời hạn”" in f.message for f in findings)
    assert missed is (right is RIGHT)
