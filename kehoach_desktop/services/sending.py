"""Which task goes into whose return form, and what stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kehoach_desktop.domain.agency import units_of
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import TaskId, new_id
from kehoach_desktop.domain.progress import TaskProgress
from kehoach_desktop.domain.report import PeriodView
from kehoach_desktop.domain.return_form import Card, FormLine, ReturnForm, checksum
from kehoach_desktop.domain.return_form_heading import known_unit, same_unit
from kehoach_desktop.domain.return_form_words import EVENT_QUESTION, last_words

FORM_ID_LENGTH = 8
DAYS_FOR_THE_OFFICE = 5


@dataclass(frozen=True, slots=True)
class FormBatch:
    """The forms of a period; `unassigned` counts tasks nobody was named for.

    They stand in the form of the office's own drafting unit, or in none where it has no unit.
    """

    forms: tuple[ReturnForm, ...]
    unassigned: int = 0
    left_out: int = 0


def due_of(office: Office, period: ReportingPeriod) -> date:
    """Return the day forms are asked back by: five days before the office's own day."""
    last = period.last_day
    return last.replace(day=max(1, min(office.reporting_day, last.day) - DAYS_FOR_THE_OFFICE))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a round of forms asks: the period, from which office, back by when, for which store."""

    period: ReportingPeriod
    office: Office
    due: date | None
    store: str

    def form(self, unit: str, lines: tuple[FormLine, ...]) -> ReturnForm:
        """Return the form of a unit with those lines."""
        form = new_id()[:FORM_ID_LENGTH]
        codes = tuple(line.code for line in lines)
        total = checksum(self.store, self.period.key, unit, form, codes)
        card = Card(self.period.key, form, total, self.store, unit, codes)
        return ReturnForm(card, self.office, self.period, unit, self.due, lines)


def forms_of(view: PeriodView, asked: Asked, units: Sequence[str]) -> FormBatch:
    """Return a form for each unit that tasks of `view` are handed to, with its open tasks.

    Tasks of the commune that name no unit go to the office's drafting unit. `units` are the known
    spellings of names.
    """
    shares: dict[str, dict[TaskId, FormLine]] = {}
    unassigned = 0
    drafting = known_unit(asked.office.drafting_unit, units)
    for row, label in _asked_rows(view):
        named = units_of(row.task)
        unassigned += not named
        for unit in named or filter(None, (drafting,)):
            known = next((held for held in units if same_unit(held, unit)), unit)
            shares.setdefault(known, {})[row.task.id] = _line(row, label)
    forms = tuple(asked.form(unit, tuple(lines.values())) for unit, lines in shares.items())
    return FormBatch(forms, unassigned, 0 if drafting else unassigned)


def with_tasks(form: ReturnForm, tasks: Sequence[TaskId]) -> ReturnForm | None:
    """Return a new form like `form` with the lines of `tasks` only, None where it has none."""
    lines = tuple(line for line in form.lines if line.task in tasks)
    asked = Asked(form.period, form.office, form.due, form.card.store)
    return asked.form(form.unit, lines) if lines else None


def _asked_rows(view: PeriodView) -> Iterable[tuple[TaskProgress, str]]:
    for plan in view.plans:
        labels = {task.id: appendix.key_of(task) for appendix, task in plan.plan.tasks()}
        for row in plan.rows:
            if _is_open(row) and (row.task.ours.yes or row.task.assigned_to):
                yield row, labels[row.task.id]


def _is_open(row: TaskProgress) -> bool:
    return not (row.finished_before or row.closed_by_plan)


def _line(row: TaskProgress, label: str) -> FormLine:
    last = row.before if row.entry.is_empty else row.entry
    wording = row.task.deadline.wording
    words = "\n".join(filter(None, (EVENT_QUESTION if row.waits else "", last_words(last))))
    return FormLine(row.task.id, label, row.task.content, wording, words)
