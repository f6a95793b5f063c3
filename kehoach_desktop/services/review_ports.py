"""The shape of what keeps reviews."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kehoach_desktop.domain.plan import PlanId
from kehoach_desktop.domain.reviewing import Acceptance


class ReviewShelf(Protocol):
    """Keeps what officers let stand."""

    def accepted(self, period: str) -> Sequence[Acceptance]:
        """Return what was let stand in a period."""
        ...

    def of_plan(self, plan: PlanId) -> Sequence[Acceptance]:
        """Return what was let stand about the tasks of a plan, in every period."""
        ...

    def put(self, acceptance: Acceptance) -> None:
        """Keep that something was let stand; kept twice it is kept once."""
        ...

    def remove(self, acceptance: Acceptance) -> None:
        """Forget that something was let stand."""
        ...
