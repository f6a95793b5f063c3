"""The figures in the forms of villages: which are asked, and what comes of those that came home."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from kehoach_desktop.domain.figure_cell import stands_in
from kehoach_desktop.domain.indicator_book import Figure, FigureKey, indicators_of
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.return_form import FigureLine, Returned, ReturnForm
from kehoach_desktop.domain.return_form_answers import FileAnswers
from kehoach_desktop.domain.return_form_figures import FiguresBeside, asked_of_villages
from kehoach_desktop.domain.return_form_heading import same_unit
from kehoach_desktop.domain.return_form_outcome import Comparison, Doubt, Question
from kehoach_desktop.domain.unit import Unit
from kehoach_desktop.domain.work_step import WorkStep
from kehoach_desktop.services.figure_books import villages_of
from kehoach_desktop.services.late_forms import Landing
from kehoach_desktop.services.ports import Shelves
from kehoach_desktop.services.sending import Asked, FormBatch


def with_figures(shelves: Shelves, batch: FormBatch, asked: Asked) -> FormBatch:
    """Return the batch with the figures each village is asked for.

    A village that no task is handed to gets a form of its own while it owes a figure.
    """
    period = asked.period
    wanted = asked_of_villages([*indicators_of(shelves.activities.indicators()).values()])
    standing = _standing(shelves, period)

    def lines_of(village: Unit) -> tuple[FigureLine, ...]:
        held = (standing.get(FigureKey(i.id, village.id, period.key)) for i in wanted)
        return tuple(
            FigureLine(i.id, i.name, i.measure, figure.value if figure else None)
            for i, figure in zip(wanted, held, strict=True)
        )

    forms: list[ReturnForm] = []
    idle = _villages(shelves, period)
    for form in batch.forms:
        village = next((v for v in idle if same_unit(v.name, form.unit)), None)
        forms.append(replace(form, figures=lines_of(village)) if village else form)
        idle = [other for other in idle if other is not village]
    for village in idle:
        lines = lines_of(village)
        if any(line.stands is None for line in lines):
            forms.append(replace(asked.form(village.name, ()), figures=lines))
    return replace(batch, forms=tuple(forms))


def figures_beside(
    shelves: Shelves,
    files: Iterable[tuple[Returned, FileAnswers, Comparison]],
    landing: Landing,
    today: date,
) -> Iterator[Comparison]:
    """Yield each file with what comes of its figures once those of the files before are kept.

    What was settled about a file says which of its figures are left out.
    """
    asked = asked_of_villages([*indicators_of(shelves.activities.indicators()).values()])
    held: dict[FigureKey, Figure] = {}
    for file, said, compared in files:
        if not (file.figures and compared.accepted):
            yield compared
            continue
        period = ReportingPeriod.parse(compared.period)
        village = _village(shelves, compared.unit, period)
        if village is None or landing.period != period:
            doubt = Doubt.FIGURE_UNKNOWN if village is None else Doubt.FIGURES_LATE
            question = Question(doubt, compared.unit or file.file)
            yield replace(compared, about_file=(*compared.about_file, question))
            continue
        source = f"Phiếu thu thập {period.name} của {compared.unit}"
        standing = {**_standing(shelves, period), **held}
        beside = FiguresBeside(village.id, period.key, source, today, asked, standing)
        told, questions = beside.outcome(file)
        landed = tuple(c for c in told if c.figure.key.indicator not in said.left_figures)
        held |= {change.figure.key: change.figure for change in landed}
        yield replace(compared, figures=landed, about_file=(*compared.about_file, *questions))


def step_of(files: Sequence[Comparison]) -> WorkStep:
    """Return the step that keeps the figures of accepted files."""
    landed = (change for file in files if file.accepted for change in file.figures)
    return WorkStep(tuple((change.before, change.figure) for change in landed))


def _standing(shelves: Shelves, period: ReportingPeriod) -> dict[FigureKey, Figure]:
    held = shelves.activities.figures(period.year, period.year)
    return {figure.key: figure for figure in held if figure.key.period == period.key}


def _villages(shelves: Shelves, period: ReportingPeriod) -> list[Unit]:
    villages = villages_of(shelves, shelves.teams.book().teams.values())
    return [village for village in villages if stands_in(village, period)]


def _village(shelves: Shelves, unit: str, period: ReportingPeriod) -> Unit | None:
    standing = _villages(shelves, period)
    return next((village for village in standing if same_unit(village.name, unit)), None)
