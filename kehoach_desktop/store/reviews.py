"""The shelf of reviews: what officers let stand although it wanted a second look."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from kehoach_desktop.domain.plan import PlanId, TaskId
from kehoach_desktop.domain.reviewing import Acceptance, Concern
from kehoach_desktop.store.journal import Journal
from kehoach_desktop.store.rows import OF_PLAN

_COLUMNS = "period, task, concern, digest"


class Reviews:
    """What was let stand; fits services.reviewing.ReviewShelf."""

    def __init__(self, connection: sqlite3.Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def accepted(self, period: str) -> Sequence[Acceptance]:
        """Return what was let stand in a period; a concern of another day's program is left out."""
        return self._accepted("WHERE period = ?", period)

    def of_plan(self, plan: PlanId) -> Sequence[Acceptance]:
        """Return what was let stand about the tasks of a plan, in every period."""
        return self._accepted(OF_PLAN, plan)

    def _accepted(self, where: str, value: str) -> Sequence[Acceptance]:
        rows = self._connection.execute(f"SELECT {_COLUMNS} FROM review_accepted {where}", (value,))
        known = {concern.value for concern in Concern}
        return tuple(
            Acceptance(key, TaskId(task), Concern(concern), digest)
            for key, task, concern, digest in rows
            if concern in known
        )

    def put(self, acceptance: Acceptance) -> None:
        """Keep that something was let stand; kept twice it is kept once."""
        self._connection.execute(
            f"INSERT OR IGNORE INTO review_accepted ({_COLUMNS}) VALUES (?, ?, ?, ?)",
            _row(acceptance),
        )
        self._journal.write(f"review:{acceptance.task}", None, acceptance)

    def remove(self, acceptance: Acceptance) -> None:
        """Forget that something was let stand."""
        self._connection.execute(
            "DELETE FROM review_accepted "
            "WHERE period = ? AND task = ? AND concern = ? AND digest = ?",
            _row(acceptance),
        )
        self._journal.write(f"review:{acceptance.task}", acceptance, None)


def _row(acceptance: Acceptance) -> tuple[str, str, str, str]:
    return acceptance.period, acceptance.task, acceptance.concern.value, acceptance.digest
