"""The given plans are read whole: every task, every field."""

from __future__ import annotations

import pytest

from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.lines import heard, spoken
from kehoach_desktop.importers.matrix import assemble
from tests.importers.building import told
from tests.importers.comparing import DATA, differences, matrix_differences, truth_of

GIVEN = {
    "dong_thap.xlsx": "dong_thap.json",
    "dong_thap_nfd.xlsx": "dong_thap.json",
    "dong_thap_v2.xlsx": "dong_thap_v2.json",
    "quang_tri.docx": "quang_tri.json",
    "quang_tri_autonum.docx": "quang_tri.json",
    "dong_thap.xls": "dong_thap.json",
    "dong_thap.ods": "dong_thap.json",
    "quang_tri.pdf": "quang_tri.json",
}


@pytest.mark.parametrize("name", GIVEN)
def test_every_field_of_a_given_plan_is_read_as_the_truth_has_it(name: str) -> None:
    source = read_source((DATA / name).read_bytes(), name)

    assert differences(assemble(source), truth_of(GIVEN[name])) == []


@pytest.mark.parametrize("name", GIVEN)
def test_a_source_comes_through_the_lines_of_the_child_unchanged(name: str) -> None:
    source = read_source((DATA / name).read_bytes(), name)

    assert heard(spoken(source), name) == source


@pytest.mark.parametrize("name", [name for name in GIVEN if name.endswith("xlsx")])
def test_the_fast_and_the_careful_reader_agree(name: str) -> None:
    data = (DATA / name).read_bytes()

    assert read_source(data, name, careful=True) == read_source(data, name)


def test_slips_of_the_original_are_pointed_at_and_kept() -> None:
    name = "dong_thap.xlsx"
    findings = told(assemble(read_source((DATA / name).read_bytes(), name)))

    assert "Phụ lục I: Năm 5025 có thể gõ nhầm: “29/5/5025”." in findings
    assert "Phụ lục II, dòng 35: Sản phẩm có vẻ bị cắt cụt: “Quyết”." in findings
    assert any("dòng 30: Trùng từng chữ với nhiệm vụ 23" in line for line in findings)
    assert any("dòng 17: Nội dung nói “hằng tháng”" in line for line in findings)
    assert "Phụ lục II: Cột ẩn “Mã NV”, không đưa vào." in findings


def test_what_the_hidden_column_holds_is_nowhere_in_the_tasks() -> None:
    name = "dong_thap.xlsx"
    plan = assemble(read_source((DATA / name).read_bytes(), name)).plan

    assert all(task.extra == () for _appendix, task in plan.tasks())


def test_a_sheet_in_an_old_byte_font_is_read_in_unicode() -> None:
    name = "dong_thap_tcvn3.xls"
    draft = assemble(read_source((DATA / name).read_bytes(), name))

    assert matrix_differences(draft, [truth_of("dong_thap_tcvn3.json")["appendix"]]) == []
