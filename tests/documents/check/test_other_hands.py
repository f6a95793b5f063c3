"""Papers by other hands: right ones raise no alarm, a subtle fault is found by its rule."""

from __future__ import annotations

import pytest

from kehoach_desktop.domain.draft import Severity
from tests.documents.check.exemplars import alarms_of, findings_of, packed
from tests.documents.check.other_hands import Desk, Hand
from tests.documents.check.other_words import ALL
from tests.documents.check.subtle_faults import SUBTLE_FAULTS, SubtleFault

HANDS = {
    "bang": Hand(),
    "tab": Hand(
        head="tabs",
        line="shape",
        letters=3,
        number="complex",
        size=13,
        margins=(25, 25, 35, 20),
        gap=(3, 3),
        lines=1.15,
        indent=10,
    ),
    "manh": Hand(line="shape", letters=7, number="control", gap=(6, 6), tabbed=True, exactly=18),
}


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("paper", ALL)
def test_a_right_paper_by_another_hand_raises_no_alarm(paper: str, hand: str) -> None:
    assert alarms_of(packed(Desk(HANDS[hand], ALL[paper]).build())) == []


@pytest.mark.parametrize("fault", SUBTLE_FAULTS, ids=lambda fault: fault.name)
def test_a_subtle_fault_is_found_by_its_rule(fault: SubtleFault) -> None:
    found = findings_of(packed(fault.make()))

    assert fault.rule in {f.rule for f in found if f.severity is not Severity.INFO}, found
