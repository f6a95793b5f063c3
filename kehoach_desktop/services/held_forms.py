"""What stands in the store beside files that come home, and the files in their turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, repeat

from kehoach_desktop.domain.agency import units_of
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.report import PeriodView
from kehoach_desktop.domain.return_form import Receipt, Returned, SentForm
from kehoach_desktop.domain.return_form_answers import NO_ANSWERS, FileAnswers, compare_settled
from kehoach_desktop.domain.return_form_compare import Comparing
from kehoach_desktop.domain.return_form_heading import same_unit
from kehoach_desktop.domain.return_form_held import Held, HeldTask
from kehoach_desktop.domain.return_form_outcome import Comparison
from kehoach_desktop.services.ports import Shelves


def held_beside(shelves: Shelves, view: PeriodView, period: ReportingPeriod, today: date) -> Held:
    """Return what stands beside files about `period` whose answers land in the period of `view`."""
    rows = {row.task.id: row for row in view.rows()}
    tasks = {
        task.id: HeldTask(task, (appendix.key_of(task), task.ordinal), rows[task.id].closing)
        for plan in view.plans
        for appendix, task in plan.plan.tasks()
        if task.id in rows
    }
    return Held(
        period,
        today,
        shelves.forms.store_id(),
        tasks,
        {task: row.entry for task, row in rows.items() if not row.entry.is_empty},
        names_of_units(shelves, period),
        _all_sent(shelves, period),
        _receipts(shelves, period, view.period),
        view.period,
    )


def _receipts(
    shelves: Shelves, period: ReportingPeriod, into: ReportingPeriod
) -> tuple[Receipt, ...]:
    keys = dict.fromkeys((period.key, into.key))
    return tuple(receipt for key in keys for receipt in shelves.forms.receipts(key))


def names_of_units(shelves: Shelves, period: ReportingPeriod) -> tuple[str, ...]:
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


def in_turn(
    returned: Sequence[Returned], held: Held, answers: Sequence[FileAnswers], at: str
) -> Iterator[tuple[Returned, FileAnswers, Comparison]]:
    """Yield each file and its answers beside what stands once the ones before it are kept.

    `at` is the moment they came (ISO, UTC).
    """
    comparing = Comparing(held)
    settled = chain(answers, repeat(NO_ANSWERS))
    for file, said in zip(returned, settled, strict=False):
        comparison = compare_settled(comparing, file, held, said)
        held = held.with_taken(comparison, at)
        yield file, said, comparison
