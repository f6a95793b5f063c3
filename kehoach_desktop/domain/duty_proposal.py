"""A reporting duty as a clause of a plan words it: proposed, and kept only when agreed to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kehoach_desktop.domain.duty import DutyId, ReportingDuty
from kehoach_desktop.domain.duty_rule import DutyRule, Rhythm
from kehoach_desktop.domain.text import fold

_CLOSING = "bao cao tong ket"


@dataclass(frozen=True, slots=True)
class ProposedDuty:
    """What a clause asks for: its sentence, the words that say when, and our reading of them.

    `rule` is None for reports on request. `sender` and `recipient` are verbatim, "" where the
    clause names none; `section` is where it stands ("III.3"), `ours` whether the commune owes it.
    """

    text: str
    phrase: str
    rule: DutyRule | None
    sender: str = ""
    recipient: str = ""
    section: str = ""
    ours: bool = False

    def as_duty(self, plan: str) -> ReportingDuty | None:
        """Return the duty to be kept for a plan of that id, None for reports on request."""
        if self.rule is None:
            return None
        return ReportingDuty(
            DutyId(""), self.rule, sender=self.sender, recipient=self.recipient, plan=plan
        )


def contradicted_by(duty: ProposedDuty, duties: Iterable[ProposedDuty]) -> tuple[ProposedDuty, ...]:
    """Return those of `duties` that name another day for the same report.

    There is one closing report; of the others the same is what comes in the same rhythm from the
    same sender to the same recipient. Days of one report along a chain (units 15, commune 20) have
    other senders and contradict nothing.
    """
    same = _same_report(duty)
    if same is None or duty.rule is None:
        return ()
    return tuple(
        other
        for other in duties
        if other.rule is not None and other.rule != duty.rule and _same_report(other) == same
    )


def _same_report(duty: ProposedDuty) -> tuple[str, ...] | None:
    if duty.rule is None:
        return None
    if duty.rule.rhythm is Rhythm.AD_HOC:
        return (_CLOSING,) if _is_closing(duty) else None
    named = fold(duty.sender), fold(duty.recipient)
    return (duty.rule.rhythm.value, *named) if any(named) else None


def _is_closing(duty: ProposedDuty) -> bool:
    """Say whether the words before its day speak of the closing report."""
    said, day = fold(duty.text), fold(duty.phrase)
    before = said[: said.find(day)] if day in said else said
    return _CLOSING in before
