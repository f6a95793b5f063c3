"""Papers of a commune without a table, each held to a truth written before it was read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kehoach_desktop.domain.plan import ImportDraft
from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.matrix import assemble
from tests.importers.building import source, told

PROSE = Path(__file__).parents[1] / "data" / "prose"
TRUTH = json.loads((PROSE / "truth.json").read_text(encoding="utf-8"))


def read(name: str) -> ImportDraft:
    return assemble(read_source((PROSE / f"{name}.txt").read_bytes(), f"{name}.txt"))


def as_truth(draft: ImportDraft) -> list[dict[str, Any]]:
    titles = {group.id: group.title for a in draft.plan.appendices for group in a.groups}
    return [
        {
            "ordinal": task.ordinal,
            "group": titles[task.group] if task.group else None,
            "content": task.content,
            "lead": task.lead_agencies_text,
            "coordinating": task.coordinating_text,
            "deadline": task.deadline.wording,
        }
        for _appendix, task in draft.plan.tasks()
    ]


@pytest.mark.parametrize("name", TRUTH)
def test_a_paper_in_prose_gives_its_tasks_with_every_field(name: str) -> None:
    given = as_truth(read(name))

    wanted = [{k: v for k, v in task.items() if v is not None} for task in TRUTH[name]]
    assert [{key: one[key] for key in w} for one, w in zip(given, wanted, strict=True)] == wanted


def test_work_with_a_day_under_the_carrying_out_is_told_where_tasks_stand_elsewhere() -> None:
    lines = (
        "II. NHIỆM VỤ",
        "a) Công an xã cấp định danh điện tử.",
        "III. TỔ CHỨC THỰC HIỆN",
        "a) Các thôn lập danh sách gửi Phòng Kinh tế trước ngày 02/8/2025 để tổng hợp.",
        "b) Các thôn báo cáo kết quả trước ngày 20 hằng tháng.",
    )
    draft = assemble(source(after=lines))

    assert [task["lead"] for task in as_truth(draft)] == ["Công an xã"]
    elsewhere = [line for line in told(draft) if "chưa đưa vào" in line]
    assert len(elsewhere) == 1
    assert elsewhere[0].startswith("Mục III: Việc có thời hạn")


def test_a_task_may_open_with_its_rhythm_and_with_its_lead_left_to_the_heading() -> None:
    lines = (
        "Chủ tịch UBND xã yêu cầu các đơn vị thực hiện:",
        "1. Công an xã",
        "\uf0b7 Chủ trì, phối hợp với các thôn làm sạch dữ liệu dân cư.",
        "\uf0b7 Định kỳ thứ Sáu hằng tuần báo cáo kết quả về Văn phòng.",
        "2. Các thôn",
        "\uf0b7 Trong tháng 10/2025, rà soát hộ chưa có định danh.",
    )
    tasks = as_truth(assemble(source(after=lines)))

    assert [(task["lead"], task["coordinating"], task["deadline"]) for task in tasks] == [
        ("Công an xã", "các thôn", ""),
        ("Công an xã", "", "Định kỳ thứ Sáu hằng tuần"),
        ("Các thôn", "", "Trong tháng 10/2025"),
    ]


def test_a_clause_with_a_title_says_when_each_report_is_due() -> None:
    draft = read("bao_cao")

    assert [(duty.sender, duty.phrase) for duty in draft.duties] == [
        ("Các phòng, ban", "trước 10h00 thứ Năm hằng tuần"),
        ("Các phòng, ban", "trước ngày 18 hằng tháng"),
        ("", "trước ngày 15 tháng cuối quý"),
        ("", "trước ngày 10/6"),
        ("", "trước ngày 05/12"),
        ("Phòng Văn hóa - Xã hội", "trước ngày 20 hằng tháng"),
        ("Các phòng, ban", "trước ngày 15 hằng tháng"),
    ]
    assert any("ngày 18 hằng tháng” và “trước ngày 15" in line for line in told(draft))


def test_the_conclusions_of_a_meeting_are_tasks_and_its_talk_is_none() -> None:
    lines = (
        "BIÊN BẢN",
        "Họp giao ban",
        "Thời gian bắt đầu: 08 giờ 00, ngày 24 tháng 10 năm 2025.",
        "1. Ý kiến của các đơn vị:",
        "a) Ông Lê Văn Nam: xin lùi thời hạn.",
        "2. Chủ tọa kết luận:",
        "a) Công an xã thay 02 máy tính trước ngày 15/11/2025, có ảnh kèm theo.",
        "b) Phòng Kinh tế chủ trì, phối hợp Công an xã trình phương án trước ngày 20/11/2025.",
    )
    draft = assemble(source(after=lines))

    assert [(t["lead"], t["coordinating"], t["deadline"]) for t in as_truth(draft)] == [
        ("Công an xã", "", "trước ngày 15/11/2025"),
        ("Phòng Kinh tế", "Công an xã", "trước ngày 20/11/2025"),
    ]
    assert (draft.plan.document.doc_type, draft.plan.document.date) == ("Biên bản", None)


@pytest.mark.parametrize(
    "formula",
    [
        "Trên đây là Kế hoạch của UBND xã, đề nghị các đơn vị nghiêm túc thực hiện./.",
        "Đề nghị các đơn vị quan tâm, phối hợp thực hiện./.",
    ],
)
def test_the_formula_at_the_end_is_no_part_of_the_last_task(formula: str) -> None:
    lines = ("II. NHIỆM VỤ", "a) Các thôn lập danh sách.", formula)
    draft = assemble(source(after=lines))

    assert [task["content"] for task in as_truth(draft)] == ["Các thôn lập danh sách."]
    assert not any("chưa đưa vào" in line for line in told(draft))


def test_dashes_of_another_sign_are_part_of_the_task_over_them() -> None:
    lines = ("II. NHIỆM VỤ", "- Các thôn trực điểm hỗ trợ.", "+ Buổi sáng.", "+ Buổi chiều.")

    assert [task["content"] for task in as_truth(assemble(source(after=lines)))] == [
        "Các thôn trực điểm hỗ trợ.\n+ Buổi sáng.\n+ Buổi chiều."
    ]


def test_a_report_of_what_was_done_gives_no_orders() -> None:
    lines = (
        "BÁO CÁO",
        "Công an xã tổ chức 12 đợt tuần tra.",
        "Các thôn vận động 300 hộ cài đặt ứng dụng.",
    )

    assert as_truth(assemble(source(after=lines))) == []


@pytest.mark.parametrize(
    "words", ["trước ngày ", "hoàn thành ", "Định kỳ, ", "(trước ngày) ", "Giao ", "phối hợp với "]
)
def test_a_paragraph_of_one_word_over_and_over_is_kept_whole(words: str) -> None:
    draft = assemble(source(after=("II. NHIỆM VỤ", f"a) Công an xã {words * 3000}")))

    kept = "".join(task["content"] for task in as_truth(draft))
    assert kept.count(words.strip()) == 3000


def test_a_list_in_prose_is_told_by_the_paper_that_it_comes_with() -> None:
    lines = (
        "Phụ lục",
        "DANH MỤC NHIỆM VỤ",
        "(Kèm theo Kế hoạch số 45/KH-UBND ngày 12 tháng 3 năm 2026 của Ủy ban nhân dân xã Hà Vân)",
        "1. Công an xã rà soát dữ liệu trước ngày 30/6/2026.",
        "2. Các thôn lập danh sách trước ngày 15/6/2026.",
    )
    document = assemble(source(after=lines)).plan.document

    assert (document.number, document.issuer, document.year) == (
        "45/KH-UBND",
        "Ủy ban nhân dân xã Hà Vân",
        2026,
    )
