"""Invented files in the shapes of other provinces, each held to the truth beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kehoach_desktop.domain.draft import Severity, Source
from kehoach_desktop.domain.plan import Appendix, Task
from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.matrix import assemble
from tests.domain.test_deadline_phrases import in_brief
from tests.importers.building import HEADER, source, table, told
from tests.importers.comparing import DATA, folded

FILES = sorted(path for path in (DATA / "other_provinces").iterdir() if path.suffix != ".json")


def given(path: Path) -> Source:
    return read_source(path.read_bytes(), path.name)


def said(appendix: Appendix, task: Task) -> dict[str, str]:
    group, part = appendix.group_of(task), appendix.part_of(task)
    return {
        "ordinal": task.ordinal,
        "group": (group.ordinal or group.title) if group else "",
        "part": part.ordinal if part else "",
        "content": folded(task.content),
        "lead_agencies_text": folded(task.lead_agencies_text),
        "coordinating_text": folded(task.coordinating_text),
        "deliverable": folded(task.deliverable),
        "deadline_text": folded(task.deadline.wording),
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_field_is_the_truths(path: Path) -> None:
    truth = json.loads(path.with_suffix(".json").read_text("utf-8"))
    readings = [task.pop("reading", None) for task in truth["tasks"]]
    draft = assemble(given(path))

    assert [said(appendix, task) for appendix, task in draft.plan.tasks()] == truth["tasks"]
    for (_appendix, task), reading in zip(draft.plan.tasks(), readings, strict=True):
        assert reading in (None, in_brief(task.deadline))
    assert [
        {"name": i.name, "unit": i.unit, "target": i.target, "values": dict(i.values)}
        for i in draft.indicators
    ] == truth.get("indicators", [])


def test_text_printed_over_text_is_told_with_its_row() -> None:
    draft = assemble(given(DATA / "in_chong_chu.pdf"))

    errors = [f.place for f in draft.findings if f.severity is Severity.ERROR]
    assert errors[:2] == ["Trang 1, dòng 2", "Trang 1, dòng 3"]


def test_rows_printed_lower_than_their_text_are_told() -> None:
    cut = [line for line in told(assemble(given(DATA / "in_cat_chu.pdf"))) if "cắt mất chữ" in line]

    assert len(cut) == 1
    for whole in (path for path in FILES if path.suffix == ".pdf"):
        assert not any("cắt mất chữ" in line for line in told(assemble(given(whole))))


@pytest.mark.parametrize("mark", ["nt", "-nt-", '"', "n.t", "như trên", "''"])
def test_a_ditto_mark_takes_the_cell_above_and_says_so(mark: str) -> None:
    lines = (
        "1 | Rà soát | Sở Tư pháp | | Báo cáo | 31/12/2025",
        f"2 | Công bố | {mark} | | Quyết định | {mark}",
    )
    draft = assemble(source(table(HEADER, *lines)))

    second = draft.plan.appendices[0].tasks[1]
    assert second.lead_agencies_text == "Sở Tư pháp"
    assert second.deadline.wording == "31/12/2025"
    assert f"Bảng 1, dòng 3: Ô ghi “{mark}” được đọc như ô ở trên: “Sở Tư pháp”." in told(draft)


def test_a_ditto_mark_with_nothing_above_stays_as_it_is() -> None:
    draft = assemble(source(table(HEADER, "1 | Rà soát | nt | | Báo cáo | 31/12/2025")))

    assert draft.plan.appendices[0].tasks[0].lead_agencies_text == "nt"


@pytest.mark.parametrize(
    "deliverable", ["Biên bản", "Văn bản", "Nghị quyết", "Thông báo", "Báo cáo", "Tờ trình"]
)
def test_a_whole_product_is_not_called_cut_short(deliverable: str) -> None:
    row = f"1 | Rà soát | Sở | | {deliverable} | 31/12/2025"
    assert not any("cắt cụt" in line for line in told(assemble(source(table(HEADER, row)))))


def test_rows_whose_words_run_over_their_lines_are_told() -> None:
    draft = assemble(given(DATA / "in_tran_dong.pdf"))

    rows = {f.place for f in draft.findings if f.severity is Severity.ERROR}
    assert rows >= {f"Trang 1, dòng {row}" for row in (3, *range(7, 15))}
    assert any("cắt mất chữ" in line for line in told(draft))
    for whole in (path for path in FILES if path.suffix == ".pdf"):
        assert not any("tràn qua" in line for line in told(assemble(given(whole))))


@pytest.mark.parametrize(
    "rows",
    [
        (
            "STT | Đơn vị | Nhiệm vụ | Hoàn thành | Quá hạn",
            "1 | Phòng Kinh tế | 3 | 1 | 0",
            "2 | Công an xã | 4 | 2 | 1",
        ),
        (
            "STT | Nội dung chi | Đơn vị tính | Số lượng | Đơn giá | Thành tiền",
            "1 | Máy tính bảng | Cái | 5 | 8.000.000 | 40.000.000",
            " | Tổng cộng | | | | 40.000.000",
        ),
    ],
)
def test_a_table_that_counts_tasks_or_costs_gives_none(rows: tuple[str, ...]) -> None:
    counts = table(*rows)
    row = "1 | Rà soát | Sở | | Báo cáo | 31/12/2025"
    draft = assemble(source(counts, table(HEADER, row, name="Bảng 2")))

    assert [task.content for _appendix, task in draft.plan.tasks()] == ["Rà soát"]
    assert any("Không phải bảng nhiệm vụ" in line for line in told(draft))
