"""The verbs around indicators: define one, give a figure, set what is to be reached, add up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kehoach_desktop.domain.activity import IndicatorId
from kehoach_desktop.domain.draft import Source
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.figure_cell import COMMUNE, stands_in
from kehoach_desktop.domain.figure_sheet import FigureSheet, sheet_of
from kehoach_desktop.domain.figure_table import (
    FigureDraft,
    ReadFigure,
    by_name,
    read_figures,
    read_village,
)
from kehoach_desktop.domain.figures import FigureBook
from kehoach_desktop.domain.indicator_book import (
    SHIPPED,
    Figure,
    FigureKey,
    Indicator,
    Target,
    checked_indicator,
    indicators_of,
)
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import new_id
from kehoach_desktop.domain.text import clean, fold, squeeze
from kehoach_desktop.domain.unit import Unit
from kehoach_desktop.domain.work_step import WorkStep
from kehoach_desktop.i18n import _
from kehoach_desktop.services.figure_books import figure_book, villages_of
from kehoach_desktop.services.ports import Clock, Store

MOST = 10**12


class UnknownIndicator(KehoachError):
    """No indicator has that id or name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("Không có chỉ tiêu “{name}”.").format(name=name),
            hint=_("Xem các chỉ tiêu bằng lệnh: kehoach indicators."),
        )


class UnknownVillage(KehoachError):
    """No village of that id or name exists in the period."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("Trong kỳ này không có thôn “{name}”.").format(name=name),
            hint=_("Xem các thôn bằng lệnh: kehoach units; thêm thôn: kehoach units add."),
        )


class ImpossibleFigure(KehoachError):
    """A figure that cannot be: below nought, without a source, of a sum, of a day to come."""


@dataclass(frozen=True, slots=True)
class ProposedFigure:
    """A figure read from a file, and the one it would take the place of."""

    read: ReadFigure
    figure: Figure
    before: Figure | None

    @property
    def changes(self) -> bool:
        """Whether the number becomes another; who gave the same number does not matter."""
        return self.before is None or self.before.value != self.figure.value


class Indicators:
    """What is counted. Each verb keeps one step and returns it; `keep` takes it back."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def today(self) -> date:
        """Return the day it is."""
        return self._clock.today()

    def all(self, *, retired: bool = False) -> tuple[Indicator, ...]:
        """Return the indicators, the shipped ones first; those `retired` too if asked."""
        with self._store.reading() as shelves:
            held = indicators_of(shelves.activities.indicators()).values()
        return tuple(indicator for indicator in held if retired or not indicator.retired)

    def named(self, name: str) -> Indicator:
        """Return the indicator of that id or name. Raises UnknownIndicator."""
        key = fold(name)
        held = self.all(retired=True)
        for indicator in held:
            if indicator.id == name.strip():
                return indicator
        found = [i for i in held if fold(i.name) == key]
        if not found:
            raise UnknownIndicator(name)
        return min(found, key=lambda indicator: indicator.retired)

    def villages(self, period: ReportingPeriod) -> tuple[Unit, ...]:
        """Return the villages of a period, in the order of adding."""
        with self._store.reading() as shelves:
            teams = shelves.teams.book().teams.values()
            held = villages_of(shelves, teams)
        return tuple(unit for unit in held if stands_in(unit, period))

    def village(self, name: str, period: ReportingPeriod) -> Unit:
        """Return the village of that id or name in a period. Raises UnknownVillage."""
        held = self.villages(period)
        by_id = next((unit for unit in held if unit.id == name.strip()), None)
        found = by_id or read_village(clean(name), by_name(held))
        if found is None:
            raise UnknownVillage(name)
        return found

    def define(self, indicator: Indicator) -> WorkStep:
        """Keep a new indicator (its id "") or a changed one.

        Raises ImpossibleIndicator, and MixedMeasures where it would add "lượt" to "người".
        """
        others = {held.id: held for held in self.all(retired=True)}
        before = others.get(indicator.id)
        key = indicator.id or IndicatorId(new_id())
        made = checked_indicator(replace(indicator, id=key), others)
        if made == before:
            return WorkStep()
        kept_before = None if before in SHIPPED else before
        return self._keep("define_indicator", WorkStep(((kept_before, made),)))

    def give(self, figures: Sequence[Figure]) -> WorkStep:
        """Keep the figures of a paper, each in the place of the one it corrects.

        Raises ImpossibleFigure; then none is kept.
        """
        changes: list[tuple[Figure | None, Figure]] = []
        known = {held.id: held for held in self.all(retired=True)}
        for wanted in figures:
            figure = replace(wanted, source=squeeze(clean(wanted.source)))
            self._check(figure, known)
            with self._store.reading() as shelves:
                before = shelves.activities.figure(figure.key)
            if before != figure:
                changes.append((before, figure))
        return self._keep("give_figures", WorkStep(tuple(changes)))

    def _check(self, figure: Figure, known: dict[IndicatorId, Indicator]) -> None:
        indicator = known.get(figure.key.indicator)
        if indicator is None:
            raise UnknownIndicator(figure.key.indicator)
        if not 0 <= figure.value <= MOST:
            raise ImpossibleFigure(_("Số liệu phải là số nguyên từ 0 trở lên."))
        if not figure.source:
            raise ImpossibleFigure(
                _("Chưa ghi số liệu lấy từ đâu."), hint=_("Ghi tên văn bản, phiếu hoặc người báo.")
            )
        if indicator.parts:
            raise ImpossibleFigure(
                _("“{name}” là tổng của các chỉ tiêu khác, không ghi tay.").format(
                    name=_(indicator.name)
                )
            )
        if indicator.by_village and figure.key.unit == COMMUNE:
            words = _("“{name}” ghi theo thôn; hãy nêu thôn nào.")
            raise ImpossibleFigure(words.format(name=_(indicator.name)))
        if not indicator.by_village and figure.key.unit != COMMUNE:
            words = _("“{name}” ghi một số cho cả xã, không theo thôn.")
            raise ImpossibleFigure(words.format(name=_(indicator.name)))
        if ReportingPeriod.parse(figure.key.period).first_day > self.today():
            raise ImpossibleFigure(_("Kỳ này chưa bắt đầu nên chưa có số liệu."))

    def read(self, source: Source, period: ReportingPeriod) -> FigureDraft:
        """Return the figures a file gives for a period; nothing is kept."""
        return read_figures(source, self.all(), self.villages(period))

    def proposed(
        self, draft: FigureDraft, period: ReportingPeriod, source: str, dated: date | None = None
    ) -> tuple[ProposedFigure, ...]:
        """Return what a file would change: each figure beside the one that stands."""
        held = self.book(period).figures
        keyed = ((FigureKey(r.indicator.id, r.unit.id, period.key), r) for r in draft.figures)
        return tuple(
            ProposedFigure(read, Figure(key, read.value, source, dated), held.get(key))
            for key, read in keyed
        )

    def take_out(self, keys: Iterable[FigureKey]) -> WorkStep:
        """Take figures out; what stood on them is missing then."""
        with self._store.reading() as shelves:
            held = [shelves.activities.figure(key) for key in keys]
        return self._keep(
            "take_out_figures", WorkStep(tuple((figure, None) for figure in held if figure))
        )

    def take_out_source(self, source: str) -> WorkStep:
        """Take out every figure that one paper or person gave."""
        wanted = fold(source)
        with self._store.reading() as shelves:
            held = shelves.activities.figures(0, 9998)
        return self.take_out(figure.key for figure in held if fold(figure.source) == wanted)

    def aim(self, key: FigureKey, value: int | None) -> WorkStep:
        """Set what is to be reached by the end of a period; None takes it out.

        Raises ImpossibleFigure, UnknownIndicator.
        """
        if key.indicator not in {held.id for held in self.all(retired=True)}:
            raise UnknownIndicator(key.indicator)
        if value is not None and not 0 < value <= MOST:
            raise ImpossibleFigure(_("Chỉ tiêu giao phải là số nguyên lớn hơn 0."))
        with self._store.reading() as shelves:
            before = next((held for held in shelves.activities.targets() if held.key == key), None)
        after = None if value is None else Target(key, value)
        changes = ((before, after),) if before != after else ()
        return self._keep("aim_at_figure", WorkStep(changes))

    def target(self, key: FigureKey) -> int | None:
        """Return what is to be reached, None where nothing was set."""
        with self._store.reading() as shelves:
            held = {target.key: target.value for target in shelves.activities.targets()}
        return held.get(key)

    def book(self, period: ReportingPeriod) -> FigureBook:
        """Return what figures of a period are reckoned from, with those of the year before."""
        with self._store.reading() as shelves:
            return figure_book(shelves, period, self.today())

    def sheet(self, period: ReportingPeriod) -> FigureSheet:
        """Return the figures of a period with their villages, comparisons and gaps."""
        return sheet_of(self.book(period), period)

    def keep(self, step: WorkStep) -> None:
        """Keep a step again, or take one back: `keep(step.reversed())`."""
        self._keep("step_figures", step)

    def _keep(self, name: str, step: WorkStep) -> WorkStep:
        if step.changes:
            with self._store.command(name) as shelves:
                shelves.activities.keep(step)
        return step
