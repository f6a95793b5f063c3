"""Readings that an unseen plan once got wrong, each held to what a clerk would read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kehoach_desktop.importers.matrix import assemble
from kehoach_desktop.importers.number_formats import shown_date, told_date
from tests.importers.building import contents, source, table

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
