"""The verbs around return forms: make them, send them, set beside what comes home, keep it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kehoach_desktop.domain.correction import Correction, Into, Lateness
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import TaskId, new_id
from kehoach_desktop.domain.progress import ProgressEntry
from kehoach_desktop.domain.return_form import (
    LateClaim,
    OtherWord,
    Returned,
    ReturnForm,
    SentForm,
)
from kehoach_desktop.domain.return_form_answers import FileAnswers
from kehoach_desktop.domain.return_form_heading import same_unit
from kehoach_desktop.domain.return_form_held import Held, receipt_of
from kehoach_desktop.domain.return_form_outcome import Comparison, other_words
from kehoach_desktop.domain.return_form_words import reminder_words
from kehoach_desktop.domain.work_step import WorkStep
from kehoach_desktop.services.form_figures import figures_beside, step_of, with_figures
from kehoach_desktop.services.held_forms import held_beside, in_turn, names_of_units
from kehoach_desktop.services.late_forms import (
    Landing,
    correction_for,
    landing_of,
    owed_anywhere,
    refuse_late,
)
from kehoach_desktop.services.moments import moment_on
from kehoach_desktop.services.ports import Shelves, Store
from kehoach_desktop.services.receipts import entries_of, keep_receipt, note_files
from kehoach_desktop.services.reporting import NoTasks, Reporting
from kehoach_desktop.services.returns import UnitReturn, returns_in
from kehoach_desktop.services.sending import Asked, FormBatch, due_of, forms_of, with_tasks
from kehoach_desktop.services.watching import WatchedFolder

__all__ = ["Collected", "Collecting", "UnitReturn"]
NO_STEP = WorkStep()


@dataclass(frozen=True, slots=True)
class Collected:
    """What a drop came to: the files beside what stood, and the entries before it was kept.

    `late` says why the period is no longer free to change, None where it is; `corrections` are what
    was noted of changing it all the same. `noted` are the files (period, SHA-256) now known, `into`
    the key of the period the answers landed in; `figures` is the step of what villages counted.
    """

    files: tuple[Comparison, ...]
    before: tuple[ProgressEntry, ...] = ()
    written: int = 0
    late: Lateness | None = None
    corrections: tuple[Correction, ...] = ()
    noted: tuple[tuple[str, str], ...] = ()
    into: str = ""
    figures: WorkStep = NO_STEP


class Collecting:
    """The forms of the office's units."""

    def __init__(self, store: Store, reporting: Reporting) -> None:
        self._store = store
        self._reporting = reporting

    def prepare(self, period: ReportingPeriod, due: date | None = None) -> FormBatch:
        """Return a form for each unit with only its open tasks, a village's figures in it too.

        Nothing is kept yet.

        `due` is the day the forms are asked back by, by default some days before the office's own
        report, or none where that is over. Raises NoTasks where there is nothing to ask.
        """
        view = self._reporting.view(period, all_tasks=True)
        with self._store.reading() as shelves:
            office = shelves.office.get() or Office()
            store = shelves.forms.store_id() or new_id()
            units = names_of_units(shelves, period)
        usual = due_of(office, period)
        asked_by = due or (usual if usual >= self._reporting.today() else None)
        asked = Asked(period, office, asked_by, store)
        with self._store.reading() as shelves:
            batch = with_figures(shelves, forms_of(view, asked, units), asked)
        if not batch.forms and not batch.unassigned:
            raise NoTasks(held=bool(view.rows()))
        return batch

    def narrowed(
        self, period: ReportingPeriod, unit: str, tasks: Sequence[TaskId]
    ) -> ReturnForm | None:
        """Return a new form of a unit with those tasks only, None where it is asked none of them.

        Nothing is kept yet. Raises NoTasks where there is nothing to ask anybody.
        """
        forms = (form for form in self.prepare(period).forms if same_unit(form.unit, unit))
        return next((again for form in forms if (again := with_tasks(form, tasks))), None)

    def keep_sent(
        self,
        forms: Sequence[ReturnForm],
        files: Mapping[str, str],
        sums: Mapping[str, str] | None = None,
    ) -> None:
        """Keep that `forms` went out; `files` are the file names by form id.

        `sums` are the SHA-256 of the files, by form id: a blank form lying in a watched folder is
        then no file that came home.
        """
        with self._store.command("send_forms") as shelves:
            for form in forms:
                if not shelves.forms.store_id():
                    shelves.forms.put_store_id(form.card.store)
                file = files.get(form.card.form, "")
                shelves.forms.put_sent(_sent(form, file, self._moment()))
                if sums and (sha256 := sums.get(form.card.form)):
                    shelves.forms.put_file(form.card.period, sha256, file)

    def compare(
        self,
        returned: Sequence[Returned],
        period: ReportingPeriod,
        answers: Sequence[FileAnswers] = (),
        into: Into | None = None,
    ) -> Collected:
        """Return what would come of the files, one after the other; nothing is kept.

        `answers` is what was settled about each file, in their order; none: nothing. `into` says
        where late answers go.
        """
        with self._store.reading() as shelves:
            landing = landing_of(shelves, period, into)
            files = self._beside(shelves, returned, period, answers, landing)
        return Collected(files, late=landing.late)

    def apply(
        self,
        returned: Sequence[Returned],
        period: ReportingPeriod,
        answers: Sequence[FileAnswers] = (),
        into: Into | None = None,
    ) -> Collected:
        """Keep what the files say, all of it or nothing, and return what was written.

        `answers` is what was settled about each file. A period that is closed, or whose report was
        issued, changes only as `into` says. Raises FormsLate, NoCorrectionReason or PeriodClosed.
        """
        command = "correct_period" if into and into.reason else "collect_forms"
        with self._store.command(command) as shelves:
            landing = landing_of(shelves, period, into)
            refuse_late(shelves, landing, into)
            held = self._held(shelves, period, landing.period)
            files = self._beside(shelves, returned, period, answers, landing)
            accepted = [comparison for comparison in files if comparison.accepted]
            entries = entries_of(accepted)
            if entries:
                shelves.progress.open(landing.period.key, self._moment())
            for entry in entries.values():
                shelves.progress.put(entry)
            corrections = tuple(self._keep_all(shelves, accepted, landing))
            noted = tuple(note_files(shelves, returned, files))
            figures = step_of(files)
            shelves.activities.keep(figures)
        before = tuple(held.entry(task) for task in entries)
        written = sum(len(c.changes) + len(c.figures) for c in accepted)
        key = landing.period.key
        return Collected(files, before, written, landing.late, corrections, noted, key, figures)

    def _keep_all(
        self, shelves: Shelves, accepted: Sequence[Comparison], landing: Landing
    ) -> Iterator[Correction]:
        """Keep the receipts of what was taken; yield the corrections that come of it."""
        for comparison in accepted:
            keep_receipt(shelves, comparison, landing.period, self._moment())
            correction = correction_for(landing, comparison, self._moment())
            if correction is not None:
                shelves.forms.put_correction(correction)
                yield correction

    def take_back(self, collected: Collected) -> None:
        """Put back what stood before `apply` kept a drop; its files may then come home again."""
        with self._store.command("take_back_forms") as shelves:
            for entry in collected.before:
                shelves.progress.put(entry)
            for file in (file for file in collected.files if file.accepted):
                shelves.forms.drop_receipt(receipt_of(file, ""))
                for claim in (row.claim for row in file.rows if row.claim is not None):
                    shelves.forms.drop_claim(claim.period, claim.task, claim.unit)
                for said in other_words(file, collected.into):
                    shelves.forms.drop_other_word(said.period, said.task, said.unit)
            for correction in collected.corrections:
                shelves.forms.drop_correction(correction)
            shelves.activities.keep(collected.figures.reversed())
            for period, sha256 in collected.noted:
                shelves.forms.drop_file(period, sha256)

    def arrived(self, watched: WatchedFolder) -> tuple[Path, ...]:
        """Return the files in a folder that nobody has taken in yet, by name.

        Raises FolderUnreadable.
        """
        with self._store.reading() as shelves:
            known = shelves.forms.file_sums()
        return watched.arrived(known)

    def _moment(self) -> str:
        return moment_on(self._reporting.today())

    def units(self, period: ReportingPeriod) -> tuple[UnitReturn, ...]:
        """Return how each unit that a form went to, or a file came from, stands in a period."""
        with self._store.reading() as shelves:
            return returns_in(shelves, period, self._reporting.today())

    def reminder(self, period: ReportingPeriod, unit: UnitReturn) -> str:
        """Return the words to paste to a unit whose form has not come home."""
        with self._store.reading() as shelves:
            office = shelves.office.get() or Office()
        due = unit.sent.due if unit.sent else None
        return reminder_words(office, period, unit.unit, due, unit.days_late)

    def claims(self, period: ReportingPeriod) -> tuple[LateClaim, ...]:
        """Return what units themselves called late in a period, beside what is derived."""
        with self._store.reading() as shelves:
            return tuple(shelves.forms.claims(period.key))

    def other_words(self, period: ReportingPeriod) -> tuple[OtherWord, ...]:
        """Return what units answered against each other in a period, and was not taken."""
        with self._store.reading() as shelves:
            return tuple(shelves.forms.other_words(period.key))

    def owed(self) -> tuple[Correction, ...]:
        """Return the corrections that no report tells yet, of every period, the earliest first."""
        with self._store.reading() as shelves:
            return owed_anywhere(shelves)

    def labels(self) -> Mapping[TaskId, tuple[str, str]]:
        """Return the label and the text of every task, for those who show a comparison."""
        with self._store.reading() as shelves:
            plans = shelves.plans.all()
        pairs = ((a, t) for plan in plans for a, t in plan.tasks())
        return {task.id: (appendix.key_of(task), task.content) for appendix, task in pairs}

    def _beside(
        self,
        shelves: Shelves,
        returned: Sequence[Returned],
        period: ReportingPeriod,
        answers: Sequence[FileAnswers],
        landing: Landing,
    ) -> tuple[Comparison, ...]:
        """Return each file beside what stands once the ones before it are kept, figures too."""
        held = self._held(shelves, period, landing.period)
        files = in_turn(returned, held, answers, self._moment())
        return tuple(figures_beside(shelves, files, landing, held.today))

    def _held(self, shelves: Shelves, period: ReportingPeriod, into: ReportingPeriod) -> Held:
        view = self._reporting.view(into, all_tasks=True)
        return held_beside(shelves, view, period, self._reporting.today())


def _sent(form: ReturnForm, file: str, at: str) -> SentForm:
    tasks = tuple(line.task for line in form.lines)
    card = form.card
    return SentForm(card.form, card.period, form.unit, at, form.due, card.checksum, tasks, file)
