"""What tests of the verbs begin with: a day that stands still, and a small plan of the province."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kehoach_desktop.domain.plan import (
    Appendix,
    AppendixId,
    ImportDraft,
    Plan,
    PlanDocument,
    PlanId,
    Task,
)


@dataclass(frozen=True, slots=True)
class On:
    """A clock that stands still on a day."""

    day: date

    def today(self) -> date:
        """Return the day."""
        return self.day


FRIDAY = On(date(2025, 10, 17))


def plan_of(*tasks: Task, key: str = "p") -> Plan:
    """Return a plan with `tasks` in one appendix; its id and the sum of its file are `key`."""
    appendix = Appendix(AppendixId(key), "Phụ lục", "DANH MỤC", tasks=tasks)
    return Plan(PlanId(key), PlanDocument(title="Thử"), (appendix,), "thu.xlsx", key)


def draft_of(*tasks: Task, key: str = "p") -> ImportDraft:
    """Return the draft of `plan_of`, as it is taken in."""
    return ImportDraft(plan_of(*tasks, key=key))
