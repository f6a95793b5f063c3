"""A period's report: the tasks and their entries, the counts, and the words around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kehoach_desktop.domain.counts import Counts, count
from kehoach_desktop.domain.emphasis import Emphasis
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.paper_frame import Frame
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import Appendix, Plan
from kehoach_desktop.domain.progress import TaskProgress


class BlockKind(StrEnum):
    """The paragraphs a report is made of (NĐ 30/2020, Phụ lục I, II.5)."""

    PARAGRAPH = "paragraph"
    PART = "part"
    SECTION = "section"
    POINT = "point"
    COUNTS_TABLE = "counts_table"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph with its kind: `I. PHẦN` (part), `1. Mục` (section), `a) …` (point), plain.

    The numbering is part of `text`. A COUNTS_TABLE has no text: the figures stand there.
    `emphases` are the stretches of it that are bold or italic beside the looks of its kind.
    """

    kind: BlockKind
    text: str = ""
    emphases: tuple[Emphasis, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """The rows of one plan that a period or a report is about, in the order of the plan."""

    plan: Plan
    rows: tuple[TaskProgress, ...]

    def by_appendix(self) -> Iterator[tuple[Appendix, tuple[TaskProgress, ...]]]:
        """Yield each appendix that has rows, with them."""
        rows = {row.task.id: row for row in self.rows}
        for appendix in self.plan.appendices:
            inside = tuple(rows[t.id] for t in appendix.tasks if t.id in rows)
            if inside:
                yield appendix, inside


@dataclass(frozen=True, slots=True)
class PeriodView:
    """A period with its rows, as it stands on `as_of`.

    `figures` are the sentences on what the villages' teams counted, none where nothing is known.
    """

    period: ReportingPeriod
    plans: tuple[PlanProgress, ...]
    as_of: date
    figures_from: date
    figures_until: date
    figures: tuple[str, ...] = ()

    def rows(self) -> tuple[TaskProgress, ...]:
        """Return the rows of all plans."""
        return tuple(row for plan in self.plans for row in plan.rows)

    def counts(self) -> Counts:
        """Return the counts of all rows on `as_of`."""
        return count(self.rows(), self.as_of)


def without(rows: Iterable[TaskProgress], taken: Iterable[TaskProgress]) -> list[TaskProgress]:
    """Return `rows` but those of the tasks that `taken` are about, in their order."""
    gone = {row.task.id for row in taken}  # to compare rows by all they hold is slow
    return [row for row in rows if row.task.id not in gone]


@dataclass(frozen=True, slots=True)
class PeriodReport:
    """Everything the paper needs, as one value.

    `blocks` is the text between the opening and the signature; `number` and `issued_on` stay None
    in a draft and leave gaps in the paper. `frame` is what stands around the text where it is not
    the monthly report's. `all_tasks` tells that the rows are every task of the
    plans, not only the commune's.
    """

    office: Office
    view: PeriodView
    blocks: tuple[Block, ...]
    all_tasks: bool = False
    number: int | None = None
    issued_on: date | None = None
    frame: Frame | None = None
