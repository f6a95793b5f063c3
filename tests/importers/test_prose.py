"""A plan without a table: its tasks stand in its sections."""

from __future__ import annotations

import pytest

from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.matrix import assemble
from kehoach_desktop.importers.sentences import agencies_in
from kehoach_desktop.importers.timed_words import deadline_in
from tests.importers.building import contents, source, table, told
from tests.importers.comparing import DATA, matrix_differences, truth_of


def absent_as_empty(truth: dict[str, object]) -> dict[str, object]:
    return truth | {key: truth[key] or "" for key in ("label", "attached_to")}


def test_every_task_of_the_commune_plan_is_read_with_section_and_deadline() -> None:
    name = "ha_tinh_commune.docx"
    draft = assemble(read_source((DATA / name).read_bytes(), name))
    truth = truth_of("ha_tinh_commune.json")["appendices"]

    assert matrix_differences(draft, [absent_as_empty(truth[0])]) == []
    assert any("hai hạn khác nhau: 20/12/2025, 15/12/2025" in line for line in told(draft))


SENTENCES = [
    ("Sở Y tế chủ trì, phối hợp với Công an tỉnh rà soát dữ liệu", "Sở Y tế", "Công an tỉnh"),
    ("Công an xã, Văn phòng: (1) Triển khai", "Công an xã, Văn phòng", ""),
    ("Giao Phòng Kinh tế tham mưu kế hoạch", "Phòng Kinh tế", ""),
    ("Phối hợp với các sở, ngành đồng bộ dữ liệu", "", "các sở, ngành"),
    ("Phối hợp rà soát quy trình", "", ""),
    ("Tiếp tục nâng cấp thiết bị", "", ""),
]


@pytest.mark.parametrize(("sentence", "lead", "partners"), SENTENCES)
def test_who_leads_is_read_from_the_sentence(sentence: str, lead: str, partners: str) -> None:
    assert agencies_in(sentence) == (lead, partners)


PHRASES = [
    ("Rà soát (hoàn thành trong tháng 9/2025).", "hoàn thành trong tháng 9/2025"),
    ("Lập danh sách trước ngày 02/8/2025.", "trước ngày 02/8/2025"),
    ("Theo Quyết định số 09/2025/QĐ-TTg, ngày 14/4/2025.", ""),
    ("Ứng dụng trí tuệ nhân tạo (AI) trong công tác.", ""),
    ("An toàn. Hoàn thành trong năm 2025 (nhiệm vụ thường xuyên).",
     "Hoàn thành trong năm 2025 (nhiệm vụ thường xuyên)"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words"), PHRASES)
def test_the_words_of_a_deadline_are_found_and_a_cited_day_is_none(
    sentence: str, words: str
) -> None:
    assert deadline_in(sentence) == words


def test_dashes_are_tasks_where_a_section_has_no_points() -> None:
    plan = ["II. NHIỆM VỤ", "1. Hạ tầng", "- Lắp trạm.", "- Kéo cáp.", "III. KINH PHÍ", "- Tỉnh."]
    draft = assemble(source(after=plan))

    assert contents(draft) == ["Lắp trạm.", "Kéo cáp."]


def test_a_plan_with_a_table_is_read_by_its_table() -> None:
    plan = ["II. NHIỆM VỤ", "1. Hạ tầng", "a) Lắp trạm."]
    given = table("STT | Nhiệm vụ | Chủ trì", "1 | Kéo cáp | Sở A", lead_in=plan)

    assert contents(assemble(source(given))) == ["Kéo cáp"]


def test_pasted_prose_is_read_though_it_is_full_of_commas() -> None:
    plan = (
        "II. NHIỆM VỤ, GIẢI PHÁP\n1. Hạ tầng, kỹ thuật\n"
        "a) Phòng Kinh tế, Công an xã rà soát, báo cáo (hoàn thành trong tháng 9/2025).\n"
        "b) Các thôn tiếp tục tuyên truyền, vận động, hướng dẫn người dân.\n"
    )
    draft = assemble(read_source(plan.encode("utf-8"), "dan.txt"))

    assert [(t.lead_agencies_text, t.deadline.wording) for _a, t in draft.plan.tasks()] == [
        ("Phòng Kinh tế, Công an xã", "hoàn thành trong tháng 9/2025"),
        ("Các thôn", ""),
    ]
