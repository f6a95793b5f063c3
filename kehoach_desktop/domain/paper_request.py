"""What is asked of a paper: its kind, what the clerk gave for it, and what the store holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kehoach_desktop.domain.narrative_wording import bound, without_end_mark
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.paper_frame import BLANK, PaperKind
from kehoach_desktop.domain.paper_week import Week
from kehoach_desktop.domain.progress import TaskProgress
from kehoach_desktop.domain.report import PeriodView
from kehoach_desktop.domain.return_form_round import FormRound
from kehoach_desktop.domain.team_round import TeamRound
from kehoach_desktop.domain.text import clean, fold, squeeze

# The key of the tasks a plan is about, by their ids, where they were chosen one by one.
TASKS = "tasks"
# The key of the teams a decision or tờ trình is about, by name or id; one of ALL_OWED: every team
# that is owed a decision.
TEAMS = "teams"
ALL_OWED = ("owed", "tat ca")
_LINES = re.compile(r"[\n|]")
_ENTRIES = re.compile(r"[\n|;]")


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """What the clerk asks for; `given` holds texts by the keys of the kind.

    `number` and `issued_on` are None for a draft.
    """

    kind: PaperKind
    given: Mapping[str, str] = field(default_factory=dict)
    number: int | None = None
    issued_on: date | None = None

    def text(self, key: str, otherwise: str = "") -> str:
        """Return what was given on one line without an end mark, else `otherwise`."""
        words = squeeze(clean(self.given.get(key, ""))).removesuffix("./.")
        return bound(without_end_mark(words)) or otherwise

    def blank(self, key: str) -> str:
        """Return what was given, else the dots of a blank to be filled in by hand."""
        return self.text(key, BLANK)

    def ended(self, key: str) -> str:
        """Return what was given without its last mark, else the dots of a blank."""
        return self.blank(key).rstrip(" .;,")

    def lines(self, key: str) -> tuple[str, ...]:
        """Return the lines of what was given; "|" divides lines too."""
        parts = (squeeze(part) for part in _LINES.split(clean(self.given.get(key, ""))))
        return tuple(bound(without_end_mark(part.removesuffix("./."))) for part in parts if part)

    @property
    def teams(self) -> tuple[str, ...]:
        """The teams it is about as they were named, the words for all that are owed left out."""
        return tuple(name for name in self.entries(TEAMS) if fold(name) not in ALL_OWED)

    @property
    def is_on_teams(self) -> bool:
        """Whether it is written from the lists of teams."""
        return bool(self.entries(TEAMS))

    def entries(self, key: str) -> tuple[str, ...]:
        """Return the entries of a list; semicolons divide them too."""
        parts = (squeeze(p).strip(" -.") for p in _ENTRIES.split(clean(self.given.get(key, ""))))
        return tuple(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Sources:
    """What the store holds for a paper: the office, the tasks as they stand, what changed.

    `view` is the period asked for, or the month of today; `week` and `changed` belong to the
    weekly report: the tasks whose answer was written in that week. `forms` belongs to the reminder
    of return forms, `teams` to the report on the digital teams.
    """

    office: Office
    view: PeriodView
    today: date
    week: Week | None = None
    changed: tuple[TaskProgress, ...] = ()
    forms: FormRound | None = None
    teams: TeamRound | None = None
