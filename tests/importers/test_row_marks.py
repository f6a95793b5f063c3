"""What a person says of a row goes before what the reader takes it for."""

from __future__ import annotations

from dataclasses import replace

from kehoach_desktop.domain.draft import RowMark
from kehoach_desktop.importers.matrix import assemble
from tests.importers.building import HEADER, contents, source, table, told

LINES = (
    "I | Về thể chế",
    "1 | Rà soát quy trình | Sở Tư pháp | | Báo cáo | 31/12/2025",
    "2 | Về hạ tầng | Sở KH&CN | | | ",
    "3 | công bố danh mục | Văn phòng | | Quyết định | 2025",
    "Ghi chú: mở thêm lớp",
)
SOURCE = source(table(HEADER, *LINES))


def test_a_task_marked_as_a_heading_stands_over_those_below() -> None:
    appendix = assemble(SOURCE, marks={(0, 4): RowMark.HEADING}).plan.appendices[0]

    assert [group.title for group in appendix.groups] == ["Về thể chế", "Về hạ tầng"]
    assert [task.content for task in appendix.tasks] == ["Rà soát quy trình", "công bố danh mục"]


def test_a_row_marked_as_part_is_joined_to_the_task_above() -> None:
    marks = {(0, 4): RowMark.LEFT_OUT, (0, 5): RowMark.PART}
    (task,) = assemble(SOURCE, marks=marks).plan.appendices[0].tasks

    assert task.content == "Rà soát quy trình công bố danh mục"
    assert task.lead_agencies_text == "Sở Tư pháp Văn phòng"


def test_a_row_left_out_by_hand_is_named_in_a_finding() -> None:
    draft = assemble(SOURCE, marks={(0, 5): RowMark.LEFT_OUT})

    assert contents(draft) == ["Rà soát quy trình", "Về hạ tầng"]
    assert any("dòng 5: Dòng được chọn bỏ ra" in line for line in told(draft))


def test_a_heading_and_a_note_marked_as_tasks_are_tasks() -> None:
    marks = {(0, 2): RowMark.TASK, (0, 6): RowMark.TASK}
    draft = assemble(SOURCE, marks=marks)

    assert contents(draft)[0] == "Về thể chế"
    assert contents(draft)[-1] == "Ghi chú: mở thêm lớp"
    assert draft.plan.appendices[0].groups == ()


def test_a_hidden_row_comes_in_when_it_is_ticked() -> None:
    sheet = table(HEADER, *LINES)
    rows = tuple(replace(row, hidden=row.number == 3) for row in sheet.rows)
    hidden = source(replace(sheet, rows=rows))

    assert "Rà soát quy trình" not in contents(assemble(hidden))
    assert "Rà soát quy trình" in contents(assemble(hidden, marks={(0, 3): RowMark.TASK}))
