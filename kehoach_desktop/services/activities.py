"""The verbs around activities: enter one, mend it, take it out, prove it with a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kehoach_desktop.domain.activity import (
    Activity,
    ActivityFile,
    ActivityId,
    checked,
    kinds_known,
    same_kind,
)
from kehoach_desktop.domain.attachment import Attachment, KeptCopy, KeptFile
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.membership import TeamId
from kehoach_desktop.domain.plan import TaskId, new_id
from kehoach_desktop.domain.team_book import Team
from kehoach_desktop.domain.team_state import TeamState, team_states
from kehoach_desktop.domain.text import clean
from kehoach_desktop.domain.work_step import WorkStep
from kehoach_desktop.i18n import _
from kehoach_desktop.services.moments import moment_on
from kehoach_desktop.services.planning import UnknownTask
from kehoach_desktop.services.ports import Clock, Shelves, Store


class UnknownActivity(KehoachError):
    """No activity has that id."""

    def __init__(self, activity: str) -> None:
        super().__init__(
            _("Không có hoạt động “{id}”.").format(id=activity),
            hint=_("Xem các hoạt động bằng lệnh: kehoach activity list."),
        )


@dataclass(frozen=True, slots=True)
class Wish:
    """Which activities are looked for; None and "" mean all."""

    team: TeamId | None = None
    kind: str = ""

    def takes(self, activity: Activity) -> bool:
        """Say whether the activity is one of them."""
        if self.team is not None and activity.team != self.team:
            return False
        return not self.kind or same_kind(activity.kind, self.kind)


class Activities:
    """What the teams did. Each verb keeps one step and returns it; `keep` takes it back."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def today(self) -> date:
        """Return the day it is."""
        return self._clock.today()

    def between(self, first: date, last: date, wish: Wish | None = None) -> tuple[Activity, ...]:
        """Return the activities of those days that are wished for, the earliest first."""
        with self._store.reading() as shelves:
            held = shelves.activities.between(first, last)
        return tuple(activity for activity in held if wish is None or wish.takes(activity))

    def get(self, activity: str) -> Activity:
        """Return the activity of that id. Raises UnknownActivity."""
        with self._store.reading() as shelves:
            return _held(shelves, activity)

    def latest(self) -> Activity | None:
        """Return the activity that was entered last: its team and kind are proposed again."""
        with self._store.reading() as shelves:
            return shelves.activities.latest()

    def kinds(self) -> tuple[str, ...]:
        """Return the kinds that are proposed."""
        with self._store.reading() as shelves:
            return kinds_known(shelves.activities.kinds())

    def teams(self) -> tuple[Team, ...]:
        """Return every team, also those that are no more, in the order of their areas."""
        with self._store.reading() as shelves:
            return tuple(shelves.teams.book().teams.values())

    def villages(self, first: date, last: date) -> tuple[tuple[TeamState, int], ...]:
        """Return how every team stands on the last of those days, and what it did in them."""
        with self._store.reading() as shelves:
            day = min(last, self.today())
            states = team_states(shelves.teams.book(), shelves.units.all(), max(first, day))
            held = shelves.activities.between(first, last)
        done: dict[TeamId | None, int] = {}
        for activity in held:
            done[activity.team] = done.get(activity.team, 0) + 1
        return tuple((s, done.get(s.team.id, 0) if s.team else 0) for s in states)

    def add(self, activity: Activity) -> WorkStep:
        """Keep a new activity under an id of its own.

        Raises ImpossibleActivity where it contradicts itself, UnknownTask.
        """
        kept = checked(replace(activity, id=ActivityId(new_id())), self.today())
        return self._keep("add_activity", kept, None)

    def amend(self, activity: Activity) -> WorkStep:
        """Keep an activity in the place of the one with its id. Raises as `add` does."""
        before = self.get(activity.id)
        kept = checked(activity, self.today())
        return WorkStep() if kept == before else self._keep("amend_activity", kept, before)

    def remove(self, activity: str) -> WorkStep:
        """Take an activity out, with the mention of its files; the step brings both back."""
        with self._store.command("remove_activity") as shelves:
            held = _held(shelves, activity)
            files = shelves.activities.files(held.id)
            step = WorkStep((*((file, None) for file in files), (held, None)))
            shelves.activities.keep(step)
        return step

    def files(self, activity: ActivityId) -> tuple[ActivityFile, ...]:
        """Return what proves an activity."""
        with self._store.reading() as shelves:
            return tuple(shelves.activities.files(activity))

    def proven(self) -> frozenset[ActivityId]:
        """Return the activities that have a file."""
        with self._store.reading() as shelves:
            return shelves.activities.proven()

    def attach(self, activity: ActivityId, path: Path) -> WorkStep:
        """Keep a copy of the file at `path` as proof of an activity; a known one changes nothing.

        Raises UnknownActivity, or one of the refusals of `EvidenceFiles.keep`.
        """
        self.get(activity)
        return self.attach_copy(activity, self.copy(path))

    def copy(self, path: Path) -> KeptCopy:
        """Copy the file at `path` beside the store; any thread may, for no shelf is opened.

        Raises the refusals of `EvidenceFiles.keep`.
        """
        return KeptCopy(clean(path.name), *self._store.evidence.keep(path))

    def attach_copy(self, activity: ActivityId, copy: KeptCopy) -> WorkStep:
        """Keep a copy as proof, in one short command; a known one changes nothing.

        Raises UnknownActivity.
        """
        self.get(activity)
        at = moment_on(self.today())
        file = ActivityFile(activity, copy.sha256, copy.name, copy.size, at)
        if any(held.sha256 == copy.sha256 for held in self.files(activity)):
            return WorkStep()
        step = WorkStep(((None, file),))
        with self._store.command("attach_to_activity") as shelves:
            shelves.activities.keep(step)
        return step

    def look(self, file: ActivityFile) -> KeptFile:
        """Return where the copy of a file lies, and whether it is lost or changed."""
        named = Attachment(TaskId(""), "", file.name, file.sha256, file.size, file.added_at)
        return self._store.evidence.look(named)

    def detach(self, file: ActivityFile) -> WorkStep:
        """Let a file prove an activity no more; the copy stays, the step brings it back."""
        step = WorkStep(((file, None),))
        self.keep(step)
        return step

    def keep(self, step: WorkStep) -> None:
        """Keep a step again, or take one back: `keep(step.reversed())`."""
        with self._store.command("step_activities") as shelves:
            shelves.activities.keep(step)

    def _keep(self, name: str, after: Activity, before: Activity | None) -> WorkStep:
        step = WorkStep(((before, after),))
        with self._store.command(name) as shelves:
            for task in after.tasks:
                if shelves.plans.task(task) is None:
                    raise UnknownTask(task)
            shelves.activities.keep(step)
        return step


def _held(shelves: Shelves, activity: str) -> Activity:
    found = shelves.activities.get(ActivityId(activity))
    if found is None:
        raise UnknownActivity(activity)
    return found
