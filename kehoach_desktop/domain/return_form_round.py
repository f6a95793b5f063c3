"""A round of return forms: how many units were asked, and which of them are late by how much."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kehoach_desktop.domain.plan import TaskId


@dataclass(frozen=True, slots=True)
class LateUnit:
    """A unit whose form has not come home after its day.

    `days` counts from the day it was asked for; `tasks` are those it was asked about and that
    nobody has answered since.
    """

    unit: str
    due: date
    days: int
    tasks: tuple[TaskId, ...] = ()


@dataclass(frozen=True, slots=True)
class FormRound:
    """The forms of a period: how many units were asked, how many answered, who is late."""

    asked: int
    home: int
    late: tuple[LateUnit, ...] = ()
