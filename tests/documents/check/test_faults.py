"""Every fault is found by its rule; a right paper raises no alarm."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kehoach_desktop.documents.check.catalogue import RULES
from kehoach_desktop.documents.period_report import shipped_template, write_period_report
from kehoach_desktop.domain.draft import Severity
from tests.documents.binh_minh import OFFICE, october
from tests.documents.check.exemplars import (
    NOTICE,
    PAPERS,
    alarms_of,
    findings_of,
    opened,
    packed,
    swap,
)
from tests.documents.check.faults import FAULTS, Fault
from tests.documents.check.more_faults import MORE_FAULTS
from tests.documents.papers import DIEN_BIEN_PHU, LY_SON, MINH_KHAI, a_report, issued, rows

OURS = {
    "xa du thao": october(),
    "xa phat hanh": issued(october(), 145, date(2025, 10, 20)),
    "phuong du thao": a_report(DIEN_BIEN_PHU, rows(1)),
    "phuong phat hanh": issued(a_report(DIEN_BIEN_PHU, rows(40)), 5, date(2025, 11, 3)),
    "phuong hai noi kinh gui": issued(a_report(MINH_KHAI, rows(40)), 12, date(2025, 10, 22)),
    "dac khu du thao": a_report(LY_SON, rows(40)),
    "dac khu phat hanh": issued(a_report(LY_SON, rows(1)), 9, date(2025, 10, 21)),
    "chua co tra loi": a_report(OFFICE, rows(40), answered=False),
}


@pytest.mark.parametrize("fault", [*FAULTS, *MORE_FAULTS], ids=lambda fault: fault.name)
def test_a_fault_is_found_by_its_rule(fault: Fault) -> None:
    doc = opened(fault.paper)
    fault.harm(doc)
    found = findings_of(packed(doc))
    assert fault.rule in {f.rule for f in found if f.severity is not Severity.INFO}, found


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("24 tháng 10 năm 5025", "Năm 5025 có thể gõ nhầm: “Ngày 24 tháng 10 năm 5025”."),
        ("31 tháng 11 năm 2025", "“Ngày 31 tháng 11 năm 2025” không có trong lịch."),
    ],
)
def test_a_day_that_cannot_be_meant_is_told_by_what_is_wrong_with_it(day: str, told: str) -> None:
    doc = opened(NOTICE)
    swap(doc, "24 tháng 10 năm 2025", day, "Ngày 24")
    found = findings_of(packed(doc))
    assert [f.message for f in found if f.rule == "impossible-date"] == [told]


@pytest.mark.parametrize("paper", sorted(PAPERS.glob("*.docx")), ids=lambda path: path.stem)
def test_a_right_paper_raises_no_alarm(paper: Path) -> None:
    assert alarms_of(paper.read_bytes()) == []


@pytest.mark.parametrize("name", OURS)
def test_our_own_report_raises_no_alarm(name: str, tmp_path: Path) -> None:
    written = write_period_report(OURS[name], tmp_path / "bc.docx", shipped_template())
    assert alarms_of(written.read_bytes()) == []


def test_there_are_enough_rules_and_faults() -> None:
    assert len(RULES) >= 40
    assert len(FAULTS) >= 60
    assert {fault.rule for fault in FAULTS} <= set(RULES)
