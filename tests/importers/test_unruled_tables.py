"""Tables of a PDF without lines between their columns: read by place, and told so."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.plan import ImportDraft
from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.matrix import assemble
from tests.importers.building import HEADER, contents, source, table, told
from tests.importers.comparing import DATA

BY_PLACE = "Bảng không kẻ dòng: cột và dòng được chia theo chỗ đặt chữ"


def draft_of(path: Path) -> ImportDraft:
    return assemble(read_source(path.read_bytes(), path.name))


@pytest.mark.parametrize("path", sorted((DATA / "other_provinces").glob("k*_ke*.pdf")))
def test_each_page_read_by_place_is_told(path: Path) -> None:
    draft = draft_of(path)
    pages = {f.place for f in draft.findings if f.message.startswith(BY_PLACE)}

    assert "Trang 1" in pages
    assert all(f.severity is Severity.CHECK for f in draft.findings if f.place in pages)


def test_rows_printed_over_one_another_are_said_and_not_guessed() -> None:
    draft = draft_of(DATA / "khong_ke_sat_cot.pdf")
    words = "không rõ mỗi nhiệm vụ bắt đầu từ đâu: cần bản Word hoặc Excel"

    assert contents(draft) == []
    assert any(words in line for line in told(draft))


@pytest.mark.parametrize(
    ("name", "count", "place", "fields"),
    [
        (
            "khong_ke_giua_o.pdf", 6, 2,
            ("3", "Văn phòng UBND tỉnh", "", "Quyết định", "Quý III/2026"),
        ),
        (
            "khong_ke_cham_cot.pdf", 9, 5,
            ("6", "Sở Khoa học và Công nghệ", "Các sở, ban, ngành; UBND các xã, phường",
             "Kế hoạch của UBND tỉnh", "Tháng 11/2025"),
        ),
        ("ke_tieu_de.pdf", 9, 8, ("9", "Công an tỉnh", "Sở Tài chính; các xã",
                                  "Hồ sơ được số hóa", "Quý III/2026")),
    ],
    ids=["cells around the middle of their row", "columns whose words touch", "lined header"],
)  # fmt: skip
def test_tables_without_lines_are_read(
    name: str, count: int, place: int, fields: tuple[str, ...]
) -> None:
    draft = draft_of(DATA / name)
    tasks = [task for _appendix, task in draft.plan.tasks()]
    one = tasks[place]

    assert [task.ordinal for task in tasks] == [str(n + 1) for n in range(count)]
    assert len(draft.plan.appendices[0].groups) == 2
    assert fields == (
        one.ordinal, one.lead_agencies_text, one.coordinating_text, one.deliverable,
        one.deadline.wording,
    )  # fmt: skip


def test_a_header_of_two_lines_takes_no_line_of_the_task_below() -> None:
    first = contents(draft_of(DATA / "khong_ke_tieu_de_hai_dong.pdf"))[0]

    assert first.startswith("Xây dựng kế hoạch triển khai chuyển đổi số")


def test_a_ruled_table_is_no_table_without_lines() -> None:
    assert not any(BY_PLACE in line for line in told(draft_of(DATA / "quang_tri.pdf")))


def test_a_task_that_begins_with_ky_is_no_signature() -> None:
    rows = ("1 | Mở lớp | Sở A | | | 31/12/2025", " | Kỹ năng số cho dân | Sở B | | | 31/12/2025")

    assert contents(assemble(source(table(HEADER, *rows)))) == ["Mở lớp", "Kỹ năng số cho dân"]
