"""What a verb touched: the only thing a screen listens for."""

from __future__ import annotations

from enum import Flag, auto


class Changes(Flag):
    """The parts of the store that a verb may have changed."""

    NONE = 0
    PLANS = auto()
    PROGRESS = auto()
    REPORTS = auto()
    OFFICE = auto()
    BACKUPS = auto()
    DUTIES = auto()
    UNITS = auto()
    TEAMS = auto()
    ACTIVITIES = auto()
    ALL = PLANS | PROGRESS | REPORTS | OFFICE | BACKUPS | DUTIES | UNITS | TEAMS | ACTIVITIES
