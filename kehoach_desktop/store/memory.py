"""What was read of plans and entries, kept at hand until something changes it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from kehoach_desktop.domain.plan import Plan, PlanDocument, PlanId, Task
from kehoach_desktop.domain.progress import ProgressEntry

Listed = TypeVar("Listed")
MOST_LISTS = 24
PERIOD, WITHIN, STATES, LATEST, CLOSING = "of", "within", "states", "latest", "closing"


class Memory:
    """Plans by their id, the periods answered in, lists of entries by what was asked about when.

    A screen asks for all of them again after each cell that is typed. The shelves tell what they
    write; what another connection writes is noticed by SQLite's own count.
    """

    def __init__(self) -> None:
        self.plans: dict[PlanId, Plan] = {}
        self.answered: frozenset[str] | None = None
        self._entries: dict[tuple[str, ...], tuple[Any, ...]] = {}
        self._version = -1

    def follow(self, connection: sqlite3.Connection) -> None:
        """Forget everything where another connection has written since the last time."""
        (version,) = connection.execute("PRAGMA data_version").fetchone()
        if version != self._version:
            self.forget()
            self._version = version

    def forget(self) -> None:
        """Forget everything."""
        self.plans.clear()
        self._forget_entries()

    def forget_plan(self, plan: PlanId) -> None:
        """Forget a plan, and the entries, which go with their tasks."""
        self.plans.pop(plan, None)
        self._forget_entries()

    def _forget_entries(self) -> None:
        self._entries.clear()
        self.answered = None

    def put_tasks(self, plan: PlanId, tasks: Iterable[Task]) -> None:
        """Remember tasks that were changed in the plan of that id."""
        if held := self.plans.get(plan):
            self.plans[plan] = held.with_tasks(tasks)

    def put_document(self, plan: PlanId, document: PlanDocument) -> None:
        """Remember what is said now of the paper that carries the plan of that id."""
        if held := self.plans.get(plan):
            self.plans[plan] = replace(held, document=document)

    def entries(
        self, asked: tuple[str, ...], read: Callable[[], tuple[Listed, ...]]
    ) -> tuple[Listed, ...]:
        """Return the list of entries that was asked for: a word, then the periods it is about."""
        held = self._entries.get(asked)
        if held is None:
            if len(self._entries) >= MOST_LISTS:
                self._entries.clear()
            held = self._entries[asked] = read()
        return held

    def put_entry(self, entry: ProgressEntry) -> None:
        """Remember a written entry in the list of its period; forget what may rest on it."""
        own = (PERIOD, entry.period)
        if entry.is_empty or entry.period not in (self.answered or ()):
            self.answered = None
        listed = self._entries.get(own)
        self._entries = {a: held for a, held in self._entries.items() if entry.period not in a}
        if listed is not None:
            others = tuple(held for held in listed if held.task != entry.task)
            self._entries[own] = others if entry.is_empty else (*others, entry)
