"""Papers that are right in ways a simple check takes for faults: none of them raises an alarm."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kehoach_desktop.documents.paper_writer import write_any
from kehoach_desktop.documents.period_report import shipped_template
from kehoach_desktop.domain.paper_book import make_paper
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.paper_period import period_report
from kehoach_desktop.domain.paper_request import PaperRequest, Sources
from kehoach_desktop.domain.plan import PlanId
from kehoach_desktop.domain.progress import TaskStatus
from kehoach_desktop.domain.snapshot import MadePaper
from tests.documents.binh_minh import OFFICE, a_view, october_entries, quang_tri
from tests.documents.check.exemplars import REPORT, alarms_of, findings_of, opened, packed, swap
from tests.documents.paper_samples import OFFICES, request, sample, sources

KINDS = (PaperKind.MINUTES, PaperKind.LETTER, PaperKind.NOTICE, PaperKind.WEEKLY_REPORT)


def written(made: MadePaper, folder: Path) -> bytes:
    shipped = shipped_template().parent
    return write_any(made, folder / "vb.docx", (folder, shipped)).read_bytes()


@pytest.mark.parametrize("office", OFFICES)
@pytest.mark.parametrize("kind", KINDS)
def test_our_own_papers_raise_no_alarm(kind: PaperKind, office: str, tmp_path: Path) -> None:
    made = sample(kind, OFFICES[office], issued=True).made

    # The samples bear a day that needs its zeros, long after the days their words ask for.
    told = alarms_of(written(made, tmp_path))
    assert [alarm for alarm in told if alarm.rule != "day-past"] == []


def two_plans() -> MadePaper:
    plan = quang_tri()
    entries = [
        replace(entry, status=TaskStatus.NOT_STARTED, done_on=None, percent=None)
        if index % 3 == 0
        else entry
        for index, entry in enumerate(october_entries(plan))
    ]
    first = a_view(plan, entries=entries)
    document = replace(plan.document, number="231/KH-UBND", title="Triển khai Đề án 06")
    second = a_view(replace(plan, id=PlanId("other"), document=document), entries=entries[:4])
    view = replace(first, plans=(*first.plans, *second.plans))
    asked = PaperRequest(PaperKind.MONTHLY_REPORT, {}, 5, view.as_of)
    return period_report(asked, Sources(OFFICE, view, view.as_of), None)


def test_a_cited_plan_without_its_number_is_told_in_a_paper_that_has_one() -> None:
    doc = opened(REPORT)
    swap(doc, "Trên đây là", "Theo Kế hoạch số       /KH-UBND, đây là", "Trên đây")

    told = [
        finding.message for finding in findings_of(packed(doc)) if finding.rule == "cited-blank"
    ]
    assert told == ["Văn bản viện dẫn còn để trống số hoặc ngày: “Theo Kế hoạch số /KH-UBND, đây”."]


def test_the_sums_over_two_plans_are_no_contradiction(tmp_path: Path) -> None:
    rules = {finding.rule for finding in alarms_of(written(two_plans(), tmp_path))}

    assert not rules & {"figures-in-text", "figures-text-table"}


def test_parts_with_their_keys_in_brackets_are_added_up_whole() -> None:
    doc = opened(REPORT)
    said = "Trong 09 nhiệm vụ trong hạn có 04 nhiệm vụ đang thực hiện, 03 nhiệm vụ chưa thực hiện "
    start = "Trong 09 nhiệm vụ trong hạn có"
    wrong = "figures-in-text"
    for parts, faulty in (("(A8, A12), 02 nhiệm vụ khác", False), ("(A8, A12)", True)):
        doc = opened(REPORT)
        paragraph = doc.paragraphs[-8]
        paragraph.text = f"{said}{parts}."
        found = {finding.rule for finding in findings_of(packed(doc))}
        assert paragraph.text.startswith(start)
        assert (wrong in found) is faulty


def test_what_a_replaced_report_said_is_quoted_without_an_alarm() -> None:
    doc = opened(REPORT)
    old, new = "Trong 08 nhiệm vụ trong hạn", "Trong 09 nhiệm vụ trong hạn"
    doc.paragraphs[-12].text = f"Khoản 1 Mục I: “{old}” sửa thành “{new}”."
    assert "figures-text-table" not in {alarm.rule for alarm in alarms_of(packed(doc))}
    doc.paragraphs[-12].text = "“Thành lập Tổ gồm 03 người” sửa thành “Tổ gồm 04 người”."
    assert "part-of-whole" not in {alarm.rule for alarm in alarms_of(packed(doc))}
    doc.paragraphs[-12].text = f"{old} có việc."
    assert "figures-text-table" in {alarm.rule for alarm in alarms_of(packed(doc))}


def test_a_plan_that_carries_out_several_raises_no_alarm(tmp_path: Path) -> None:
    view = sources(PaperKind.PLAN).view
    plan = view.plans[0].plan
    second = replace(
        plan, id=PlanId("other"), document=replace(plan.document, number="231/KH-UBND")
    )
    both = replace(view, plans=(*view.plans, replace(view.plans[0], plan=second)))
    asked = request(PaperKind.PLAN, issued=True)
    given = {key: text for key, text in asked.given.items() if not key.startswith("deadline.")}
    made = make_paper(replace(asked, given=given), replace(sources(PaperKind.PLAN), view=both))

    assert made.frame.subject[0].startswith("Thực hiện nhiệm vụ")
    assert {alarm.rule for alarm in alarms_of(written(made, tmp_path))} <= {"day-past"}


@pytest.mark.parametrize("office", OFFICES)
def test_slips_of_the_province_are_not_ours_in_any_commune(office: str, tmp_path: Path) -> None:
    held = sources(PaperKind.PLAN, OFFICES[office])
    progress = held.view.plans[0]
    appendix = progress.plan.appendices[0]
    groups = tuple(replace(g, title=f"{g.title} NGÀY 29/5/5025") for g in appendix.groups)
    plan = replace(progress.plan, appendices=(replace(appendix, groups=groups),))
    view = replace(held.view, plans=(replace(progress, plan=plan),))
    made = make_paper(request(PaperKind.PLAN, issued=True), replace(held, view=view))

    assert "impossible-date" not in {a.rule for a in alarms_of(written(made, tmp_path))}


def test_a_heading_numbered_like_a_task_and_suspended_work_need_no_result(tmp_path: Path) -> None:
    plan = quang_tri()
    appendix = plan.appendices[0]
    groups = tuple(
        replace(group, ordinal=f"2.{index}") for index, group in enumerate(appendix.groups, start=1)
    )
    plan = replace(plan, appendices=(replace(appendix, groups=groups),))
    entries = [
        replace(entry, status=TaskStatus.SUSPENDED, result="", obstacle="Dừng theo Công văn số 7")
        for entry in october_entries(quang_tri())
    ]
    view = a_view(plan, entries=entries)
    asked = PaperRequest(PaperKind.MONTHLY_REPORT, {}, 5, view.as_of)
    made = period_report(asked, Sources(OFFICE, view, view.as_of), None)

    assert "result-empty" not in {alarm.rule for alarm in alarms_of(written(made, tmp_path))}
