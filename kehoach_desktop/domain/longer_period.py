"""What stands for a task in a period longer than a month: what its months answered, as one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TypeVar

from kehoach_desktop.domain.narrative_wording import told_result
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.progress import ProgressEntry, State, TaskProgress, TaskStatus
from kehoach_desktop.domain.text import capital, month_number

Answer = TypeVar("Answer", ProgressEntry, State)


def in_state(row: TaskProgress, states: Sequence[State]) -> TaskProgress:
    """Return a row in the state its months gave, as `merged` does, but without their words."""
    if row.entry.answered or not states:
        return row
    state = _telling(states)
    entry = ProgressEntry(state.task, row.entry.period, state.status, state.done_on, state.percent)
    return TaskProgress(row.task, entry, row.before, row.closing)


def merged(row: TaskProgress, answers: Sequence[ProgressEntry]) -> TaskProgress:
    """Return a row with what its months answered, where the period has no answer of its own.

    `answers` are those of the months in their order. The state is that of the last month; the
    results of all stand one after the other, each with its month.
    """
    if row.entry.answered or not answers:
        return row
    state, last = _telling(answers), answers[-1]
    entry = ProgressEntry(
        state.task,
        row.entry.period,
        state.status,
        state.done_on,
        state.percent,
        result=_joined(answers),
        evidence="; ".join(dict.fromkeys(filter(None, [e.evidence.strip() for e in answers]))),
        obstacle=last.obstacle,
        proposal=last.proposal,
        next_steps=last.next_steps,
    )
    return TaskProgress(row.task, entry, row.before, row.closing)


def _telling(answers: Sequence[Answer]) -> Answer:
    """Return the answer that tells the state: the last one, or the last that says it is done.

    A task that is done stays done, though a later month only said that nothing came up.
    """
    done = [answer for answer in answers if answer.status is TaskStatus.DONE]
    return (done or answers)[-1]


def _joined(answers: Sequence[ProgressEntry]) -> str:
    """Return the results month by month; a wording that comes again stands under its first."""
    told: dict[str, str] = {}
    for entry in answers:
        told.setdefault(told_result(entry.result), entry.period)
    told.pop("", None)
    if len(told) == 1:
        return next(iter(told))
    return capital("; ".join([f"{_month(key)}: {result}" for result, key in told.items()]))


@cache
def _month(key: str) -> str:
    return f"tháng {month_number(ReportingPeriod.parse(key).index)}"
