"""A reporting duty as a clause of a plan words it: proposed, and kept only when agreed to."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach_desktop.domain.duty import DutyId, ReportingDuty
from kehoach_desktop.domain.duty_rule import DutyRule


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
