"""What every page is given: the verbs, the tools of other rooms, one undo stack, one signal."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.ui.jobs import Jobs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kehoach_desktop.domain.plan import Plan
    from kehoach_desktop.services.activities import Activities
    from kehoach_desktop.services.changes import Changes
    from kehoach_desktop.services.collecting import Collecting
    from kehoach_desktop.services.correcting import Correcting
    from kehoach_desktop.services.disclosing import Disclosing
    from kehoach_desktop.services.duties import Duties
    from kehoach_desktop.services.evidence import Evidence
    from kehoach_desktop.services.indicators import Indicators
    from kehoach_desktop.services.issuing import Issuing
    from kehoach_desktop.services.mappings import Mappings
    from kehoach_desktop.services.offices import Offices
    from kehoach_desktop.services.paper_drafts import PaperDrafts
    from kehoach_desktop.services.papers import Papers
    from kehoach_desktop.services.periods import Periods
    from kehoach_desktop.services.planning import Planning
    from kehoach_desktop.services.report_texts import ReportTexts
    from kehoach_desktop.services.reporting import Reporting
    from kehoach_desktop.services.reviewing import Reviewing
    from kehoach_desktop.services.rosters import Rosters
    from kehoach_desktop.services.safekeeping import Safekeeping
    from kehoach_desktop.services.team_papers import TeamPapers
    from kehoach_desktop.services.units import Units
    from kehoach_desktop.services.verbs import Verbs
    from kehoach_desktop.services.villages import Villages
    from kehoach_desktop.ui.tools import Tools


class Opened(NamedTuple):
    """An open store: the user's verbs over it, how it is closed, and whether it was changed."""

    verbs: Verbs
    close: Callable[[], None]
    changed_since_backup: Callable[[], bool]


class Workbench(QObject):
    """What pages hold; never a database. The frame of the window stands before it is opened.

    `part_wanted` names a screen and the part of it to turn to, `forms_came` brings return forms
    that were read; `closing` is the last word.
    """

    changed = Signal(object)
    refused = Signal(object)
    closing = Signal()
    part_wanted = Signal(str, str)
    forms_came = Signal(object)

    def __init__(self, open_store: Callable[[], Opened], tools: Tools) -> None:
        super().__init__()
        self._open_store = open_store
        self._opened: Opened | None = None
        self.tools = tools
        self.jobs = Jobs(self)
        self.undo_stack = QUndoStack(self)
        self.origins: dict[str, Path] = {}

    def open(self) -> Opened:
        """Return the open store, opened now if need be.

        Raises the KehoachError of a store that cannot be opened.
        """
        if self._opened is None:
            self._opened = self._open_store()
        return self._opened

    def is_open(self) -> bool:
        """Say whether the store is open."""
        return self._opened is not None

    @property
    def _verbs(self) -> Verbs:
        return self.open().verbs

    @property
    def planning(self) -> Planning:
        """Plans taken in, amended, withdrawn."""
        return self._verbs.planning

    @property
    def reporting(self) -> Reporting:
        """The answers of a period and its report."""
        return self._verbs.reporting

    @property
    def papers(self) -> Papers:
        """What papers of every kind are made from."""
        return self._verbs.papers

    @property
    def report_texts(self) -> ReportTexts:
        """The words of reports as they were edited."""
        return self._verbs.report_texts

    @property
    def paper_drafts(self) -> PaperDrafts:
        """Papers that are still being written."""
        return self._verbs.paper_drafts

    @property
    def issuing(self) -> Issuing:
        """Papers given a number and kept as they were signed."""
        return self._verbs.issuing

    @property
    def correcting(self) -> Correcting:
        """Issued papers amended, corrected, replaced."""
        return self._verbs.correcting

    @property
    def offices(self) -> Offices:
        """The particulars of the office."""
        return self._verbs.offices

    @property
    def safekeeping(self) -> Safekeeping:
        """Backups, and the way back to one."""
        return self._verbs.safekeeping

    @property
    def duties(self) -> Duties:
        """What has to be reported to whom, and by when."""
        return self._verbs.duties

    @property
    def periods(self) -> Periods:
        """Periods closed, reopened, carried over."""
        return self._verbs.periods

    @property
    def units(self) -> Units:
        """The units of the commune."""
        return self._verbs.units

    @property
    def evidence(self) -> Evidence:
        """Files kept as evidence of answers."""
        return self._verbs.evidence

    @property
    def collecting(self) -> Collecting:
        """Forms sent to the units and taken in again."""
        return self._verbs.collecting

    @property
    def mappings(self) -> Mappings:
        """What was learnt about reading the papers of others."""
        return self._verbs.mappings

    @property
    def reviewing(self) -> Reviewing:
        """What wants a second look before the report."""
        return self._verbs.reviewing

    @property
    def rosters(self) -> Rosters:
        """The digital teams and their people."""
        return self._verbs.rosters

    @property
    def disclosing(self) -> Disclosing:
        """Personal data shown and taken out, and who did."""
        return self._verbs.disclosing

    @property
    def team_papers(self) -> TeamPapers:
        """Decisions on the teams and the papers that propose them."""
        return self._verbs.team_papers

    @property
    def villages(self) -> Villages:
        """Villages merged, split, renamed."""
        return self._verbs.villages

    @property
    def activities(self) -> Activities:
        """What the teams did."""
        return self._verbs.activities

    @property
    def indicators(self) -> Indicators:
        """What is counted in the villages, and the totals."""
        return self._verbs.indicators

    def keep_original(self, plan: Plan) -> None:
        """Keep the file a plan was read from in this sitting; what refuses leaves none kept."""
        if path := self.origins.get(plan.source_sha256):
            with suppress(KehoachError):
                self.tools.originals.keep(path, plan.source_sha256)

    def close(self) -> None:
        """Finish what runs, back up what changed, and let go of the store."""
        self.closing.emit()
        self.jobs.finish()
        if self._opened is None:
            return
        try:
            if self._opened.changed_since_backup():
                self.safekeeping.back_up("khi-dong")
        finally:
            self._opened.close()

    def done(
        self,
        text: str,
        changes: Changes,
        *,
        undo: Callable[[], object],
        redo: Callable[[], object],
    ) -> None:
        """Say that a step named `text` was kept and how to take it back and do it again."""
        self.undo_stack.push(Step(self, text, changes, undo=undo, redo=redo))
        self.tell(changes)

    def tell(self, changes: Changes) -> None:
        """Tell every screen what was touched."""
        self.changed.emit(changes)


class Step(QUndoCommand):
    """A step already kept when it is pushed; undoing keeps what stood before."""

    def __init__(
        self,
        workbench: Workbench,
        text: str,
        changes: Changes,
        *,
        undo: Callable[[], object],
        redo: Callable[[], object],
    ) -> None:
        super().__init__(text)
        self._workbench = workbench
        self._changes = changes
        self._undo, self._redo = undo, redo
        self._already_kept = True

    def redo(self) -> None:
        """Do the step again; the first call, made by push, does nothing."""
        if not self._already_kept:
            self._again(self._redo)
        self._already_kept = False

    def undo(self) -> None:
        """Take the step back."""
        self._again(self._undo)

    def _again(self, act: Callable[[], object]) -> None:
        # Raised here, a refusal would leave the stack telling of a step that was not made.
        try:
            act()
        except KehoachError as refusal:
            self.setObsolete(True)
            self._workbench.refused.emit(refusal)
        self._workbench.tell(self._changes)
