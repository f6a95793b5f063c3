"""The shelf of periods and of the entries in them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from itertools import starmap
from typing import Any

from kehoach_desktop.domain.journal import OpenPeriod
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import ProgressEntry, State, TaskStatus
from kehoach_desktop.store.journal import Journal
from kehoach_desktop.store.memory import CLOSING, LATEST, PERIOD, STATES, WITHIN, Memory
from kehoach_desktop.store.rows import from_day, to_day

_COLUMNS = (
    "task, period, status, done_on, percent, result, evidence, obstacle, proposal, next_steps"
)
_STATUS = {status.value: status for status in TaskStatus}  # quicker than asking the class
_PERIOD = "key, opened_at, closed_at, closed_reason"


class Progress:
    """Periods and entries; fits services.ports.ProgressShelf."""

    def __init__(self, connection: sqlite3.Connection, journal: Journal, memory: Memory) -> None:
        self._connection = connection
        self._journal = journal
        self._memory = memory

    def periods(self) -> Sequence[OpenPeriod]:
        """Return the opened periods, the earliest first."""
        rows = self._connection.execute(f"SELECT {_PERIOD} FROM period ORDER BY key")
        return tuple(map(_period, rows))

    def period(self, key: str) -> OpenPeriod | None:
        """Return the opened period of that key, or None."""
        row = self._connection.execute(
            f"SELECT {_PERIOD} FROM period WHERE key = ?", (key,)
        ).fetchone()
        return _period(row) if row else None

    def open(self, period: str, at: str) -> None:
        """Keep that the period is open since the moment `at`; an open one stays as it is."""
        opened = self._connection.execute(
            "INSERT INTO period (key, opened_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
            (period, at),
        )
        if opened.rowcount:
            self._journal.write(period, None, {"open": True})

    def close(self, period: str) -> None:
        """Forget that the period was opened; its entries stay."""
        self._connection.execute("DELETE FROM period WHERE key = ?", (period,))
        self._journal.write(period, {"open": True}, None)

    def seal(self, period: str, reason: str, at: str) -> None:
        """Keep that an opened period is closed since the moment `at`, and why."""
        self._close(period, at, reason)
        self._journal.write(period, {"open": True}, {"open": False, "reason": reason})

    def unseal(self, period: str, reason: str) -> None:
        """Keep that a closed period takes answers again."""
        self._close(period, None, "")
        self._journal.write(period, {"open": False}, {"open": True, "reason": reason})

    def _close(self, period: str, at: str | None, reason: str) -> None:
        self._connection.execute(
            "UPDATE period SET closed_at = ?, closed_reason = ? WHERE key = ?", (at, reason, period)
        )

    def put(self, entry: ProgressEntry) -> None:
        """Keep `entry`, replacing what its task had for that period; an empty one is removed."""
        before = self.get(entry.task, entry.period)
        if entry.is_empty:
            self._connection.execute(
                "DELETE FROM progress_entry WHERE task = ? AND period = ?",
                (entry.task, entry.period),
            )
        else:
            self._connection.execute(
                f"INSERT OR REPLACE INTO progress_entry ({_COLUMNS}) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                _row(entry),
            )
        self._journal.write(entry.task, before, None if entry.is_empty else entry)
        self._memory.put_entry(entry)

    def get(self, task: TaskId, period: str) -> ProgressEntry | None:
        """Return the entry of a task in a period, or None."""
        row = self._connection.execute(
            f"SELECT {_COLUMNS} FROM progress_entry WHERE task = ? AND period = ?", (task, period)
        ).fetchone()
        return _entry(*row) if row else None

    def of_task(self, task: TaskId) -> Sequence[ProgressEntry]:
        """Return every entry of a task, by period."""
        return self._entries("WHERE task = ? ORDER BY period", (task,))

    def all(self) -> Sequence[ProgressEntry]:
        """Return every entry of every period."""
        return self._entries("ORDER BY task, period", ())

    def periods_answered(self) -> Sequence[str]:
        """Return the keys of the periods that hold an entry."""
        if self._memory.answered is None:
            rows = self._connection.execute("SELECT DISTINCT period FROM progress_entry")
            self._memory.answered = frozenset(key for (key,) in rows)
        return tuple(self._memory.answered)

    def of_period(self, period: str) -> Sequence[ProgressEntry]:
        """Return the entries of one period."""
        return self._memory.entries(
            (PERIOD, period), lambda: self._entries("WHERE period = ?", (period,))
        )

    def within(self, periods: Sequence[str]) -> Sequence[ProgressEntry]:
        """Return the answers given in `periods`, a task's in the order of their keys."""
        return self._memory.entries(
            (WITHIN, *periods), lambda: self._entries(_answered_in(periods), tuple(periods))
        )

    def states_within(self, periods: Sequence[str]) -> Sequence[State]:
        """Return the states given in `periods`, a task's in the order of their keys."""
        return self._memory.entries((STATES, *periods), lambda: self._states(periods))

    def _states(self, periods: Sequence[str]) -> tuple[State, ...]:
        rows = self._connection.execute(
            f"SELECT task, period, status, done_on, percent FROM progress_entry "
            f"{_answered_in(periods)}",
            tuple(periods),
        )
        return tuple([State(t, p, _STATUS[s], day and to_day(day), n) for t, p, s, day, n in rows])

    def latest(self, periods: Sequence[str]) -> Sequence[ProgressEntry]:
        """Return each task's entry in the last of `periods` (in their order) that holds one."""
        wanted = "SELECT task, period, max(n) AS n FROM ranked GROUP BY task"
        return self._memory.entries((LATEST, *periods), lambda: self._ranked(wanted, periods))

    def latest_closing(self, periods: Sequence[str]) -> Sequence[ProgressEntry]:
        """Return each task's last answer in `periods` (in their order), if done or suspended.

        A later answer of another kind takes its task out.
        """
        wanted = (
            "SELECT task, period FROM (SELECT task, period, max(n) AS n FROM ranked "
            "WHERE status IN ('done', 'suspended') GROUP BY task) AS closing "
            "WHERE NOT EXISTS (SELECT 1 FROM rank AS later "
            "JOIN progress_entry AS answer USING (period) WHERE answer.task = closing.task "
            "AND later.n > closing.n AND answer.status IS NOT NULL)"
        )
        return self._memory.entries((CLOSING, *periods), lambda: self._ranked(wanted, periods))

    def _ranked(self, wanted: str, periods: Sequence[str]) -> tuple[ProgressEntry, ...]:
        """Return the entries that `wanted` chooses among those of `periods`, ranked by order."""
        if not periods:
            return ()
        ranks = ", ".join(f"(?, {rank})" for rank in range(len(periods)))
        return self._entries(
            f"JOIN (WITH rank (period, n) AS (VALUES {ranks}), ranked AS "
            "(SELECT task, period, status, n FROM progress_entry JOIN rank USING (period)) "
            f"{wanted}) USING (task, period)",
            tuple(periods),
        )

    def _entries(self, where: str, values: tuple[str, ...]) -> tuple[ProgressEntry, ...]:
        rows = self._connection.execute(f"SELECT {_COLUMNS} FROM progress_entry {where}", values)
        return tuple(starmap(_entry, rows))


def _answered_in(periods: Sequence[str]) -> str:
    places = ", ".join("?" * len(periods))
    # The sign keeps SQLite from the index: rows of many periods read in order are faster.
    return f"WHERE +period IN ({places}) AND status IS NOT NULL ORDER BY task, period"


def _period(row: tuple[str, str, str | None, str]) -> OpenPeriod:
    key, opened_at, closed_at, reason = row
    closed = datetime.fromisoformat(closed_at) if closed_at else None
    return OpenPeriod(key, datetime.fromisoformat(opened_at), closed, reason)


def _row(entry: ProgressEntry) -> tuple[Any, ...]:
    return (
        entry.task,
        entry.period,
        entry.status,
        from_day(entry.done_on),
        entry.percent,
        entry.result,
        entry.evidence,
        entry.obstacle,
        entry.proposal,
        entry.next_steps,
    )


def _entry(
    task: TaskId,
    period: str,
    status: str | None,
    done_on: str | None,
    percent: int | None,
    *texts: str,
) -> ProgressEntry:
    answer = _STATUS[status] if status else None
    return ProgressEntry(task, period, answer, to_day(done_on), percent, *texts)
