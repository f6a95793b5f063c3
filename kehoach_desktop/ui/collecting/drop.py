"""The files that came home and wait: what they say beside what stands, and what was settled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kehoach_desktop.domain.activity import IndicatorId
from kehoach_desktop.domain.correction import Into, Lateness
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.return_form import Field, Returned
from kehoach_desktop.domain.return_form_answers import FileAnswers, RowAnswer
from kehoach_desktop.domain.return_form_outcome import (
    Change,
    Comparison,
    Doubt,
    FigureChange,
    Question,
)
from kehoach_desktop.services.collecting import Collected, Collecting


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, and why."""

    file: str
    why: str


@dataclass(frozen=True, slots=True)
class Tally:
    """What applying would do: cells that are new, cells that change, what stays open."""

    new: int = 0
    changed: int = 0
    open: int = 0
    left: int = 0

    @property
    def lands(self) -> int:
        """How many cells would be written."""
        return self.new + self.changed


class Drop:
    """The files of one or more drops, read and not yet kept."""

    def __init__(self, collecting: Collecting) -> None:
        self._collecting = collecting
        self.period: ReportingPeriod | None = None
        self.files: list[Returned] = []
        self.unread: list[Unread] = []
        self.answers: list[FileAnswers] = []
        self.compared: tuple[Comparison, ...] = ()
        self.late: Lateness | None = None
        self.into: Into | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        return not self.files and not self.unread

    @property
    def is_settled(self) -> bool:
        """Whether the officer has answered or left out anything: work that would be lost."""
        return any(answers.rows or answers.left_figures for answers in self.answers)

    def add(self, files: tuple[Returned, ...]) -> None:
        """Take files to those that wait; nobody has settled anything about them."""
        self.files.extend(files)
        self.answers.extend(FileAnswers() for _file in files)
        self.compare()

    def clear(self) -> None:
        """Let go of every file."""
        self.files.clear()
        self.answers.clear()
        self.unread.clear()
        self.compared, self.late, self.into = (), None, None

    def compare(self) -> None:
        """Set the files beside what stands now; cells left out are shown and told by their tick."""
        if self.period is None or not self.files:
            self.compared, self.late = (), None
            return
        shown = [_untold(answers) for answers in self.answers]
        collected = self._collecting.compare(self.files, self.period, shown, self.into)
        self.compared, self.late = collected.files, collected.late

    def decide(self, into: Into | None) -> None:
        """Let late answers go where an officer says; None asks anew."""
        self.into = into
        self.compare()

    @property
    def waits_for_decision(self) -> bool:
        """Whether the answers are late and nobody has said where they go."""
        return self.late is not None and self.into is None

    def answer(self, file: int, row: int, answer: RowAnswer) -> None:
        """Keep what was settled about a row, and see what comes of it."""
        before = self.answers[file].of(row)
        self.answers[file] = self.answers[file].with_row(row, answer)
        if replace(before, left=frozenset()) != replace(answer, left=frozenset()):
            self.compare()

    def row_answer(self, file: int, row: int) -> RowAnswer:
        """Return what was settled about a row."""
        return self.answers[file].of(row)

    def take_this(self, file: int, row: int, question: Question) -> None:
        """Let a row count: though hidden, though another unit or another row answered."""
        if question.doubt is Doubt.TASK_TWICE:
            for other, outcome in enumerate(self.compared[file].rows):
                if other != row and outcome.reading.task == question.task:
                    dropped = replace(self.row_answer(file, other), dropped=True)
                    self.answers[file] = self.answers[file].with_row(other, dropped)
        answer = replace(self.row_answer(file, row), task=question.task, taken=True)
        self.answer(file, row, answer)
        self.compare()

    def tick(self, file: int, row: int, field: Field, *, taken: bool) -> None:
        """Take a cell, or leave it out."""
        answer = self.row_answer(file, row).with_tick(field, taken=taken)
        self.answer(file, row, answer)

    def tick_figure(self, file: int, indicator: IndicatorId, *, taken: bool) -> None:
        """Take a figure, or leave it out."""
        self.answers[file] = self.answers[file].with_figure(indicator, taken=taken)

    def is_figure_taken(self, file: int, change: FigureChange) -> bool:
        """Say whether a figure will be written."""
        return change.figure.key.indicator not in self.answers[file].left_figures

    def is_taken(self, file: int, row: int, change: Change) -> bool:
        """Say whether a cell will be written."""
        return change.field not in self.row_answer(file, row).left

    def changes(self) -> Iterator[tuple[int, int, Change]]:
        """Yield the cells of accepted files with the file and the row they come from."""
        for number, file in enumerate(self.compared):
            for place, row in enumerate(file.rows if file.accepted else ()):
                for change in row.changes:
                    yield number, place, change

    def figures(self) -> Iterator[tuple[int, FigureChange]]:
        """Yield the figures of accepted files with the file they come from."""
        for number, file in enumerate(self.compared):
            for figure in file.figures if file.accepted else ():
                yield number, figure

    def tally(self) -> Tally:
        """Return what applying would do."""
        new = changed = left = 0
        for number, place, change in self.changes():
            if not self.is_taken(number, place, change):
                left += 1
            elif change.old is None:
                new += 1
            else:
                changed += 1
        for number, figure in self.figures():
            if not self.is_figure_taken(number, figure):
                left += 1
            elif figure.before is None:
                new += 1
            else:
                changed += 1
        asked = sum(len(_of_rows(file)) for file in self.compared if file.accepted)
        return Tally(new, changed, asked, left)

    def apply(self) -> Collected:
        """Keep what the files say. Raises FormsLate or PeriodClosed."""
        if self.period is None:
            return Collected(())
        return self._collecting.apply(
            tuple(self.files), self.period, tuple(self.answers), self.into
        )


def _of_rows(file: Comparison) -> tuple[Question, ...]:
    return tuple(question for row in file.rows for question in row.questions)


def _untold(answers: FileAnswers) -> FileAnswers:
    rows = {place: replace(answer, left=frozenset()) for place, answer in answers.rows.items()}
    return FileAnswers(rows)
