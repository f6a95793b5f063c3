"""The shelf of plans: documents, appendices, groups, tasks and findings as rows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from kehoach_desktop.domain.deadline import Deadline, Kind, Recurrence
from kehoach_desktop.domain.draft import Finding, Severity
from kehoach_desktop.domain.plan import (
    Appendix,
    AppendixId,
    GroupId,
    GroupLevel,
    Ours,
    Plan,
    PlanDocument,
    PlanId,
    Task,
    TaskGroup,
    TaskId,
)
from kehoach_desktop.store.journal import Journal, now
from kehoach_desktop.store.memory import Memory
from kehoach_desktop.store.rows import from_day, to_day, to_json

TASK_COLUMNS = (
    "id",
    "ordinal",
    "content",
    "lead_agencies_text",
    "coordinating_text",
    "deliverable",
    "task_group",
    "parent",
    "extra",
    "assigned_to",
    "place",
    "ours",
    "ours_reason",
    "ours_by_hand",
    "deadline_text",
    "deadline_kind",
    "due",
    "start",
    "recurrence",
    "ongoing",
    "exclusive",
    "day_of_month",
    "officer",
)
_TASKS = ", ".join(TASK_COLUMNS)


class Plans:
    """Plans with their tasks and findings; fits services.ports.PlanShelf."""

    def __init__(self, connection: sqlite3.Connection, journal: Journal, memory: Memory) -> None:
        self._connection = connection
        self._journal = journal
        self._memory = memory

    def all(self) -> Sequence[Plan]:
        """Return every plan, in the order of import."""
        rows = self._connection.execute("SELECT id FROM plan ORDER BY position").fetchall()
        return tuple(plan for (key,) in rows if (plan := self.get(PlanId(key))))

    def get(self, plan: PlanId) -> Plan | None:
        """Return the plan of that id, or None."""
        held = self._memory.plans.get(plan)
        if held is None and (read := self._plans("WHERE id = ?", (plan,))):
            held = self._memory.plans[plan] = read[0]
        return held

    def with_source(self, sha256: str) -> Plan | None:
        """Return the plan that was read from that very file, or None."""
        return next(iter(self._plans("WHERE source_sha256 = ?", (sha256,))), None)

    def task(self, task: TaskId) -> Task | None:
        """Return the task of that id, or None."""
        row = self._connection.execute(
            f"SELECT {_TASKS} FROM task WHERE id = ?", (task,)
        ).fetchone()
        return _task(row) if row else None

    def findings(self, plan: PlanId) -> Sequence[Finding]:
        """Return the findings kept with the plan."""
        rows = self._connection.execute(
            "SELECT severity, place, message, task FROM finding WHERE plan = ? ORDER BY id",
            (plan,),
        )
        return tuple(
            Finding(Severity(severity), place, message, task)
            for severity, place, message, task in rows
        )

    def put(self, plan: Plan, findings: Sequence[Finding]) -> None:
        """Keep a plan that is not kept yet."""
        # `imported_at` is the PC's clock as the journal's: no rule of the office reads it.
        self._connection.execute(
            "INSERT INTO plan (id, position, document, source_name, source_sha256, imported_at) "
            "SELECT ?, coalesce(max(position), 0) + 1, ?, ?, ?, ? FROM plan",
            (plan.id, to_json(plan.document), plan.source_name, plan.source_sha256, now()),
        )
        for position, appendix in enumerate(plan.appendices):
            self._put_appendix(plan.id, position, appendix)
        self._connection.executemany(
            "INSERT INTO finding (plan, task, severity, place, message) VALUES (?, ?, ?, ?, ?)",
            [(plan.id, f.task, f.severity, f.place, f.message) for f in findings],
        )
        self._journal.write(plan.id, None, plan)

    def put_tasks(self, tasks: Sequence[Task]) -> None:
        """Keep changed tasks, each in the place of the one with its id."""
        changed: dict[PlanId, list[Task]] = {}
        for task in tasks:
            self._put_task(task)
            changed.setdefault(self._plan_of(task.id), []).append(task)
        for plan, inside in changed.items():
            self._memory.put_tasks(plan, inside)

    def _put_task(self, task: Task) -> None:
        before = self.task(task.id)
        marks = ", ".join(f"{column} = ?" for column in TASK_COLUMNS[1:])
        self._connection.execute(
            f"UPDATE task SET {marks} WHERE id = ?", (*_task_row(task)[1:], task.id)
        )
        self._journal.write(task.id, before, task)

    def put_document(self, plan: PlanId, document: PlanDocument) -> None:
        """Keep what is said of the paper that carries a plan in the place of what stood."""
        held = self.get(plan)
        self._connection.execute(
            "UPDATE plan SET document = ? WHERE id = ?", (to_json(document), plan)
        )
        self._journal.write(plan, held.document if held else None, document)
        self._memory.put_document(plan, document)

    def _plan_of(self, task: TaskId) -> PlanId:
        (plan,) = self._connection.execute(
            "SELECT plan FROM appendix WHERE id = (SELECT appendix FROM task WHERE id = ?)", (task,)
        ).fetchone()
        return PlanId(plan)

    def remove(self, plan: PlanId) -> None:
        """Remove the plan with its tasks, findings and entries."""
        self._journal.write(plan, self.get(plan), None)
        self._connection.execute("DELETE FROM plan WHERE id = ?", (plan,))
        self._memory.forget_plan(plan)

    def _put_appendix(self, plan: PlanId, position: int, appendix: Appendix) -> None:
        self._connection.execute(
            "INSERT INTO appendix (id, plan, position, label, title, attached_to, columns) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                appendix.id,
                plan,
                position,
                appendix.label,
                appendix.title,
                appendix.attached_to,
                to_json(appendix.columns),
            ),
        )
        self._connection.executemany(
            "INSERT INTO task_group (id, appendix, position, level, ordinal, title, parent) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (g.id, appendix.id, n, g.level, g.ordinal, g.title, g.parent)
                for n, g in enumerate(appendix.groups)
            ],
        )
        marks = ", ".join("?" * (len(TASK_COLUMNS) + 2))
        self._connection.executemany(
            f"INSERT INTO task (appendix, position, {_TASKS}) VALUES ({marks})",
            [(appendix.id, n, *_task_row(task)) for n, task in enumerate(appendix.tasks)],
        )

    def _plans(self, where: str, values: tuple[str, ...]) -> list[Plan]:
        rows = self._connection.execute(
            f"SELECT id, document, source_name, source_sha256 FROM plan {where}", values
        ).fetchall()
        return [
            Plan(PlanId(plan), _document(document), self._appendices(plan), name, sha256)
            for plan, document, name, sha256 in rows
        ]

    def _appendices(self, plan: str) -> tuple[Appendix, ...]:
        rows = self._connection.execute(
            "SELECT id, label, title, attached_to, columns FROM appendix "
            "WHERE plan = ? ORDER BY position",
            (plan,),
        ).fetchall()
        return tuple(
            Appendix(
                AppendixId(key),
                label,
                title,
                attached_to,
                tuple(json.loads(columns)),
                self._groups(key),
                self._tasks(key),
            )
            for key, label, title, attached_to, columns in rows
        )

    def _groups(self, appendix: str) -> tuple[TaskGroup, ...]:
        rows = self._connection.execute(
            "SELECT id, level, ordinal, title, parent FROM task_group "
            "WHERE appendix = ? ORDER BY position",
            (appendix,),
        )
        return tuple(
            TaskGroup(GroupId(key), GroupLevel(level), ordinal, title, parent and GroupId(parent))
            for key, level, ordinal, title, parent in rows
        )

    def _tasks(self, appendix: str) -> tuple[Task, ...]:
        rows: Iterable[tuple[Any, ...]] = self._connection.execute(
            f"SELECT {_TASKS} FROM task WHERE appendix = ? ORDER BY position", (appendix,)
        )
        return tuple(map(_task, rows))


def _document(text: str) -> PlanDocument:
    values = json.loads(text)
    values["date"] = to_day(values["date"])
    values["refers_to"] = tuple(values["refers_to"])
    return PlanDocument(**values)


def _task_row(task: Task) -> tuple[Any, ...]:
    deadline = task.deadline
    return (
        task.id,
        task.ordinal,
        task.content,
        task.lead_agencies_text,
        task.coordinating_text,
        task.deliverable,
        task.group,
        task.parent,
        to_json(task.extra),
        task.assigned_to,
        task.place,
        int(task.ours.yes),
        task.ours.reason,
        int(task.ours.by_hand),
        deadline.wording,
        deadline.kind,
        from_day(deadline.due),
        from_day(deadline.start),
        deadline.recurrence,
        int(deadline.ongoing),
        int(deadline.exclusive),
        deadline.day_of_month,
        task.officer,
    )


def _task(row: tuple[Any, ...]) -> Task:
    v = dict(zip(TASK_COLUMNS, row, strict=True))
    extra = json.loads(v["extra"]) if v["extra"] != "[]" else ()
    return Task(
        id=TaskId(v["id"]),
        ordinal=v["ordinal"],
        content=v["content"],
        lead_agencies_text=v["lead_agencies_text"],
        coordinating_text=v["coordinating_text"],
        deliverable=v["deliverable"],
        deadline=_deadline(v),
        group=v["task_group"],
        parent=v["parent"],
        extra=tuple((heading, text) for heading, text in extra),
        ours=Ours(bool(v["ours"]), v["ours_reason"], bool(v["ours_by_hand"])),
        assigned_to=v["assigned_to"],
        place=v["place"],
        officer=v["officer"],
    )


def _deadline(v: dict[str, Any]) -> Deadline:
    return Deadline(
        wording=v["deadline_text"],
        kind=Kind(v["deadline_kind"]),
        due=to_day(v["due"]),
        start=to_day(v["start"]),
        recurrence=Recurrence(v["recurrence"]) if v["recurrence"] else None,
        ongoing=bool(v["ongoing"]),
        exclusive=bool(v["exclusive"]),
        day_of_month=v["day_of_month"],
    )
