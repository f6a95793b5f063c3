"""The verbs around return forms: make them, send them, set beside what comes home, keep it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import chain, repeat

from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import TaskId, new_id
from kehoach_desktop.domain.progress import ProgressEntry
from kehoach_desktop.domain.return_form import (
    LateClaim,
    Receipt,
    Returned,
    ReturnForm,
    SentForm,
)
from kehoach_desktop.domain.return_form_answers import NO_ANSWERS, FileAnswers, compare_settled
from kehoach_desktop.domain.return_form_compare import (
    Comparing,
    Held,
    HeldTask,
    receipt_of,
    units_of,
)
from kehoach_desktop.domain.return_form_heading import same_unit
from kehoach_desktop.domain.return_form_outcome import Comparison
from kehoach_desktop.domain.return_form_words import reminder_words
from kehoach_desktop.services.ports import Shelves, Store
from kehoach_desktop.services.reporting import NoTasks, PeriodClosed, Reporting
from kehoach_desktop.services.sending import Asked, FormBatch, due_of, forms_of, with_tasks


@dataclass(frozen=True, slots=True)
class UnitReturn:
    """How a unit stands in a period: its last form out, its last file home (moments ISO, UTC).

    `days_late` counts from the day asked for to the day it came, or to today; 0: not late.
    """

    unit: str
    sent: SentForm | None
    received: Receipt | None
    days_late: int = 0


@dataclass(frozen=True, slots=True)
class Collected:
    """What a drop came to: the files beside what stood, and the entries before it was kept."""

    files: tuple[Comparison, ...]
    before: tuple[ProgressEntry, ...] = ()
    written: int = 0


class Collecting:
    """The forms of the office's units."""

    def __init__(self, store: Store, reporting: Reporting) -> None:
        self._store = store
        self._reporting = reporting

    def prepare(self, period: ReportingPeriod, due: date | None = None) -> FormBatch:
        """Return a form for each unit with only its open tasks; nothing is kept yet.

        `due` is the day the forms are asked back by, by default some days before the office's own
        report, or none where that is over. Raises NoTasks where there is nothing to ask.
        """
        view = self._reporting.view(period, all_tasks=True)
        with self._store.reading() as shelves:
            office = shelves.office.get() or Office()
            store = shelves.forms.store_id() or new_id()
            units = _units(shelves, period)
        usual = due_of(office, period)
        asked_by = due or (usual if usual >= self._reporting.today() else None)
        batch = forms_of(view, Asked(period, office, asked_by, store), units)
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

    def keep_sent(self, forms: Sequence[ReturnForm], files: Mapping[str, str]) -> None:
        """Keep that `forms` went out; `files` are the file names by form id."""
        with self._store.command("send_forms") as shelves:
            for form in forms:
                if not shelves.forms.store_id():
                    shelves.forms.put_store_id(form.card.store)
                shelves.forms.put_sent(_sent(form, files.get(form.card.form, "")))

    def compare(
        self,
        returned: Sequence[Returned],
        period: ReportingPeriod,
        answers: Sequence[FileAnswers] = (),
    ) -> Collected:
        """Return what would come of the files, one after the other; nothing is kept.

        `answers` is what was settled about each file, in their order; none: nothing.
        """
        with self._store.reading() as shelves:
            held = self._held(shelves, period)
        return Collected(tuple(c for c, _held in _in_turn(returned, held, answers)))

    def apply(
        self,
        returned: Sequence[Returned],
        period: ReportingPeriod,
        answers: Sequence[FileAnswers] = (),
    ) -> Collected:
        """Keep what the files say, all of it or nothing, and return what was written.

        `answers` is what was settled about each file. Raises PeriodClosed for a period that takes
        no answers.
        """
        with self._store.command("collect_forms") as shelves:
            opened = shelves.progress.period(period.key)
            if opened is not None and opened.is_closed:
                raise PeriodClosed(opened)
            held = self._held(shelves, period)
            files = [comparison for comparison, _held in _in_turn(returned, held, answers)]
            accepted = [comparison for comparison in files if comparison.accepted]
            entries = _entries(accepted)
            if entries:
                shelves.progress.open(period.key)
            for entry in entries.values():
                shelves.progress.put(entry)
            for comparison in accepted:
                _keep_receipt(shelves, comparison)
        before = tuple(held.entry(task) for task in entries)
        written = sum(len(comparison.changes) for comparison in accepted)
        return Collected(tuple(files), before, written)

    def take_back(self, collected: Collected) -> None:
        """Put back what stood before `apply` kept a drop; its files may then come home again."""
        with self._store.command("take_back_forms") as shelves:
            for entry in collected.before:
                shelves.progress.put(entry)
            for file in (file for file in collected.files if file.accepted):
                shelves.forms.drop_receipt(receipt_of(file, ""))
                for claim in (row.claim for row in file.rows if row.claim is not None):
                    shelves.forms.drop_claim(claim.period, claim.task, claim.unit)

    def units(self, period: ReportingPeriod) -> tuple[UnitReturn, ...]:
        """Return how each unit that a form went to, or a file came from, stands in a period."""
        with self._store.reading() as shelves:
            sent = shelves.forms.sent(period.key)
            receipts = shelves.forms.receipts(period.key)
        names: list[str] = []
        for name in (*(s.unit for s in sent), *(r.unit for r in receipts)):
            if name and not any(same_unit(name, held) for held in names):
                names.append(name)
        today = self._reporting.today()
        return tuple(_stands(name, sent, receipts, today) for name in names)

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

    def labels(self) -> Mapping[TaskId, tuple[str, str]]:
        """Return the label and the text of every task, for those who show a comparison."""
        with self._store.reading() as shelves:
            plans = shelves.plans.all()
        pairs = ((a, t) for plan in plans for a, t in plan.tasks())
        return {task.id: (appendix.key_of(task), task.content) for appendix, task in pairs}

    def _held(self, shelves: Shelves, period: ReportingPeriod) -> Held:
        view = self._reporting.view(period, all_tasks=True)
        rows = {row.task.id: row for row in view.rows()}
        tasks = {
            task.id: HeldTask(task, (appendix.key_of(task), task.ordinal), rows[task.id].closing)
            for plan in view.plans
            for appendix, task in plan.plan.tasks()
            if task.id in rows
        }
        return Held(
            period,
            self._reporting.today(),
            shelves.forms.store_id(),
            tasks,
            {task: row.entry for task, row in rows.items() if not row.entry.is_empty},
            _units(shelves, period),
            _all_sent(shelves, period),
            tuple(shelves.forms.receipts(period.key)),
        )


def _sent(form: ReturnForm, file: str) -> SentForm:
    tasks = tuple(line.task for line in form.lines)
    card = form.card
    return SentForm(
        card.form, card.period, form.unit, _moment(), form.due, card.checksum, tasks, file
    )


def _moment() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _units(shelves: Shelves, period: ReportingPeriod) -> tuple[str, ...]:
    """Return the names of units in use: registered, assigned to, or written to before."""
    registered = [u.name for u in shelves.units.all() if u.stands_on(period.last_day)]
    assigned = [
        unit
        for plan in shelves.plans.all()
        for _appendix, task in plan.tasks()
        for unit in units_of(task)
    ]
    names: list[str] = []
    sent = (s.unit for s in shelves.forms.sent(period.key))
    for name in dict.fromkeys((*registered, *assigned, *sent)):
        if not any(same_unit(name, held) for held in names):
            names.append(name)
    return tuple(names)


def _all_sent(shelves: Shelves, period: ReportingPeriod) -> tuple[SentForm, ...]:
    """Return the forms of this period and of the others: last month's must be known as such."""
    keys = dict.fromkeys((*(p.key for p in shelves.progress.periods()), period.key))
    around = (period.previous().key, period.next().key)
    every = dict.fromkeys((*keys, *around))
    return tuple(form for key in every for form in shelves.forms.sent(key))


def _in_turn(
    returned: Sequence[Returned], held: Held, answers: Sequence[FileAnswers]
) -> Iterable[tuple[Comparison, Held]]:
    """Yield each file beside what stands once the ones before it are kept."""
    comparing = Comparing(held)
    settled = chain(answers, repeat(NO_ANSWERS))
    for file, said in zip(returned, settled, strict=False):
        comparison = compare_settled(comparing, file, held, said)
        held = held.with_taken(comparison, _moment())
        yield comparison, held


def _entries(accepted: Sequence[Comparison]) -> dict[TaskId, ProgressEntry]:
    """Return the entries that change, as they stand after the last file."""
    rows = (row for comparison in accepted for row in comparison.rows)
    return {row.entry.task: row.entry for row in rows if row.entry is not None and row.changes}


def _keep_receipt(shelves: Shelves, taken: Comparison) -> None:
    shelves.forms.put_receipt(receipt_of(taken, _moment()))
    for row in taken.rows:
        if row.claim is not None:
            shelves.forms.put_claim(row.claim)
        elif row.entry is not None and row.reading.status_text:
            shelves.forms.drop_claim(taken.period, row.entry.task, taken.unit)


def _stands(
    unit: str, sent: Sequence[SentForm], receipts: Sequence[Receipt], today: date
) -> UnitReturn:
    out = next((s for s in reversed(sent) if same_unit(s.unit, unit)), None)
    home = next((r for r in reversed(receipts) if same_unit(r.unit, unit)), None)
    if out is None or out.due is None:
        return UnitReturn(unit, out, home)
    came = min((_day(r.received_at) for r in receipts if same_unit(r.unit, unit)), default=today)
    return UnitReturn(unit, out, home, max(0, (came - out.due).days))


def _day(moment: str) -> date:
    return datetime.fromisoformat(moment).astimezone().date()
