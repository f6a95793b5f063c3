"""Two days for one report contradict each other; days along a chain do not."""

from __future__ import annotations

import pytest

from kehoach_desktop.domain.duty_proposal import ProposedDuty, contradicted_by
from kehoach_desktop.domain.duty_rule import DutyRule


def asked(text: str, phrase: str, rule: str, sender: str = "", recipient: str = "") -> ProposedDuty:
    return ProposedDuty(text, phrase, DutyRule.parse(rule), sender, recipient, ours=True)


CLOSING_15 = asked(
    "Báo cáo tổng kết thực hiện Kế hoạch trước ngày 15/12/2025.",
    "trước ngày 15/12/2025",
    "ad_hoc before 2025-12-15",
)
CLOSING_20 = asked(
    "UBND xã báo cáo trước ngày 20 hằng tháng và báo cáo tổng kết Kế hoạch trước ngày 20/12/2025.",
    "trước ngày 20/12/2025",
    "ad_hoc before 2025-12-20",
    "UBND xã",
)
UNITS = asked("Các phòng báo cáo trước ngày 15.", "trước ngày 15", "monthly before 15", "các phòng")
COMMUNE = asked(
    "UBND xã báo cáo trước ngày 20.", "trước ngày 20", "monthly before 20", "UBND xã", "Sở"
)


def test_two_days_for_the_closing_report_contradict_each_other_whoever_sends_it() -> None:
    every = (CLOSING_15, UNITS, CLOSING_20)
    assert contradicted_by(CLOSING_15, every) == (CLOSING_20,)
    assert contradicted_by(CLOSING_20, every) == (CLOSING_15,)


@pytest.mark.parametrize("duty", [UNITS, COMMUNE])
def test_days_along_the_chain_from_unit_to_province_contradict_nothing(duty: ProposedDuty) -> None:
    assert contradicted_by(duty, (CLOSING_15, UNITS, COMMUNE)) == ()


def test_the_same_sender_and_recipient_with_another_day_is_a_contradiction() -> None:
    other = asked("Uỷ ban xã…", "trước ngày 22", "monthly before 22", "ubnd XÃ", "sở")
    assert contradicted_by(COMMUNE, (UNITS, COMMUNE, other)) == (other,)


def test_a_report_on_request_and_a_single_report_of_another_kind_contradict_nothing() -> None:
    request = ProposedDuty("Báo cáo đột xuất khi có yêu cầu.", "khi có yêu cầu", None, "UBND xã")
    half = asked("Sơ kết trước 15/7/2025.", "trước 15/7/2025", "ad_hoc before 2025-07-15")
    assert contradicted_by(request, (CLOSING_15, half)) == ()
    assert contradicted_by(half, (CLOSING_15, half)) == ()


def test_the_same_day_said_twice_is_no_contradiction() -> None:
    again = asked("Báo cáo tổng kết trước 15/12/2025.", "15/12/2025", "ad_hoc before 2025-12-15")
    assert contradicted_by(CLOSING_15, (CLOSING_15, again)) == ()
