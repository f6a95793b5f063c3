"""What is under review: the source, what was understood of it, and what was decided about it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kehoach_desktop.domain.agency import CommuneWords
from kehoach_desktop.domain.deadline import Deadline
from kehoach_desktop.domain.deadline_reader import read_deadline
from kehoach_desktop.domain.draft import ColumnRole, Finding, RowMark, Source
from kehoach_desktop.domain.plan import ImportDraft, Plan, PlanDocument
from kehoach_desktop.ui.plans import import_choices, import_memory
from kehoach_desktop.ui.plans.import_choices import Choices, Correction, Reviewed
from kehoach_desktop.ui.plans.import_duties import ReviewedDuty, reviewed_duties
from kehoach_desktop.ui.plans.import_history import Decisions
from kehoach_desktop.ui.plans.import_indicators import ReviewedIndicator, reviewed_indicators
from kehoach_desktop.ui.plans.import_places import Understood, understood

if TYPE_CHECKING:
    from kehoach_desktop.ui.jobs import Job
    from kehoach_desktop.ui.tools import Assemble
    from kehoach_desktop.ui.workbench import Workbench


class Proposal(QObject):
    """What was understood with its decisions; another way to read it is read in a job.

    `reading` tells that a reading began, `read` that one is there, `decided` that a decision
    changed nothing but what it is about, `failed` that the file could not be read so.
    """

    reading = Signal()
    read = Signal()
    decided = Signal()
    failed = Signal(object)

    def __init__(self, workbench: Workbench, source: Source, held: Understood) -> None:
        super().__init__()
        self._workbench, self.source, self.held = workbench, source, held
        self.words = workbench.mappings.commune_words()
        self.recalled = Choices()
        self.tasks: tuple[Reviewed, ...] = ()
        self.doubts: tuple[Finding, ...] = ()
        self.duties: tuple[ReviewedDuty, ...] = ()
        self.indicators: tuple[ReviewedIndicator, ...] = ()
        self._decisions = Decisions()
        self._job: Job | None = None

    @property
    def choices(self) -> Choices:
        """Every decision that stands."""
        return self._decisions.now

    @property
    def corrected(self) -> bool:
        """Whether anything was decided that would be lost."""
        return self.choices != self.recalled

    def is_reading(self) -> bool:
        """Say whether the source is being read anew."""
        return self._job is not None

    def applied(self) -> ImportDraft:
        """Return the proposal with every decision applied: what would be kept now."""
        return import_choices.applied(self.held.draft, self.choices)

    def notes(self) -> tuple[Finding, ...]:
        """Return what is only worth knowing."""
        return import_choices.notes(self.held.draft)

    def begin(self) -> None:
        """Read as the officer taught the program before; one `undo` goes back."""
        readings = self._workbench.mappings.readings(self.held.draft.plan.document.issuer)
        taught = import_memory.recalled(self.choices, self.held, self.source, readings)
        changed = self._decisions.decide(taught)
        self.recalled = self.choices
        if changed:
            self._read()
        else:
            self._take(self.held)

    def use_words(self, words: CommuneWords) -> None:
        """Read anew by the office's own words for a task of the commune."""
        self.words = words
        self._read()

    def decide(self, choices: Choices) -> None:
        """Let `choices` stand."""
        before = self.choices
        if self._decisions.decide(choices):
            self._follow(before)

    def toggle(self, row: Reviewed | ReviewedDuty | ReviewedIndicator) -> None:
        """Say that a task is the commune's or not, that a report or indicator is to be kept."""
        if isinstance(row, Reviewed):
            held = self.choices.of(row.task)
            self._correct(row, replace(held, ours=not row.task.ours.yes))
        elif row.can_be_kept:
            self.decide(self.choices.with_tick(row))

    def toggle_out(self, row: Reviewed) -> None:
        """Leave a task out of the import, or take it in again."""
        held = self.choices.of(row.task)
        self._correct(row, replace(held, left_out=not held.left_out))

    def correct_deadline(self, row: Reviewed, deadline: Deadline) -> None:
        """Read the deadline of a task another way."""
        self._correct(row, replace(self.choices.of(row.task), deadline=deadline))

    def mend(self, row: Reviewed, texts: dict[str, str]) -> None:
        """Give a row other words, by field; `wording` is the deadline's, which is read anew."""
        wording = texts.pop("wording", row.task.deadline.wording)
        held = replace(self.choices.of(row.task), texts=tuple(texts.items()))
        if wording != row.task.deadline.wording:
            year = self.choices.year or self.held.draft.plan.document.year
            held = replace(held, deadline=read_deadline(wording, year))
        self._correct(row, held)

    def name_document(self, document: PlanDocument) -> None:
        """Give the plan other particulars; another year reads the deadlines anew."""
        held = self.applied().plan.document
        year = document.year if document.year != held.year else self.choices.year
        self.decide(replace(self.choices, document=document, year=year))

    def assign(self, table: int, column: int, role: ColumnRole) -> None:
        """Read a column as `role`; everything understood follows."""
        self.decide(self.choices.with_role(table, column, role, self.held.roles))

    def mark(self, table: int, row: int, mark: RowMark | None) -> None:
        """Take a row of the source for what the officer says; None leaves it to the reader."""
        self.decide(self.choices.with_mark(table, row, mark))

    def _correct(self, row: Reviewed, correction: Correction) -> None:
        self.decide(self.choices.with_correction(row.task, correction))

    def undo(self) -> bool:
        """Take the last decision back; return whether there was one."""
        before = self.choices
        return self._decisions.back() and self._follow(before)

    def redo(self) -> bool:
        """Decide again what was taken back; return whether there was anything."""
        before = self.choices
        return self._decisions.again() and self._follow(before)

    def taught(self) -> dict[str, ColumnRole]:
        """Return the columns that were given a role by hand, by their heading."""
        return import_memory.taught(self.choices, self.held, self.source)

    def _follow(self, before: Choices) -> bool:
        """Work out what the decisions make of the draft; columns and year read it anew."""
        now = self.choices
        if (before.roles, before.marks, before.year) == (now.roles, now.marks, now.year):
            self._work_out()
            self.decided.emit()
        else:
            self._read()
        return True

    def _read(self) -> None:
        if self._job is not None:
            self._job.cancel()
        tools, plans = self._workbench.tools, self._workbench.planning.plans()
        work = partial(_understand, tools.assemble, plans, self.source, self.words, self.choices)
        self._job = self._workbench.jobs.run(work, done=self._take, failed=self._fail)
        self.reading.emit()

    def _take(self, held: Understood) -> None:
        self._job, self.held = None, held
        self._work_out()
        self.read.emit()

    def _fail(self, failure: BaseException) -> None:
        self._job = None
        self._decisions.back()
        self.failed.emit(failure)
        self.read.emit()

    def _work_out(self) -> None:
        self.tasks = import_choices.reviewed(self.held.draft, self.choices)
        self.doubts = import_choices.open_findings(self.held.draft, self.choices)
        self.duties = reviewed_duties(self.held.draft, self.choices.ticks)
        self.indicators = reviewed_indicators(self.held.draft, self.choices.ticks)


def _understand(
    assemble: Assemble,
    plans: tuple[Plan, ...],
    source: Source,
    words: CommuneWords,
    choices: Choices,
    _job: Job,
) -> Understood:
    draft = assemble(source, choices.year, choices.roles, choices.marks, words)
    return understood(source, draft, choices.roles, plans)
