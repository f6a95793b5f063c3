"""Papers that are right in ways a simple check takes for faults: none of them raises an alarm."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kehoach_desktop.documents.paper_writer import write_any
from kehoach_desktop.documents.period_report import shipped_template
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.paper_request import PaperRequest
from kehoach_desktop.domain.plan import PlanId
from kehoach_desktop.domain.progress import TaskStatus
from kehoach_desktop.domain.snapshot import MadePaper
from tests.documents.binh_minh import OFFICE, a_view, october_entries, quang_tri
from tests.documents.check.exemplars import REPORT, alarms_of, findings_of, opened, packed, swap
from tests.documents.paper_samples import OFFICES, sample

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
    from kehoach_desktop.domain.paper_period import period_report
    from kehoach_desktop.domain.paper_request import Sources

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
