"""The figures a village typed into its form beside those that stand: what lands, what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kehoach_desktop.domain.indicator_book import Figure, FigureKey, Indicator
from kehoach_desktop.domain.return_form import Returned, TypedFigure
from kehoach_desktop.domain.return_form_outcome import Doubt, FigureChange, Question
from kehoach_desktop.domain.text import fold, squeeze

_NUMBER = re.compile(r"\d{1,3}(?:[. ]\d{3})+|\d{1,12}(?:[.,]0+)?")


def asked_of_villages(indicators: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """Return the indicators villages are asked for: no sums, none retired or the commune's own."""
    return tuple(i for i in indicators if i.by_village and not i.parts and not i.retired)


def whole_number(text: str) -> int | None:
    """Return the number of a cell: "1.250", "1 250" and "12.0" are numbers, "12,5" is none."""
    plain = squeeze(text)
    if not _NUMBER.fullmatch(plain):
        return None
    if re.fullmatch(r"\d+[.,]0{1,2}", plain):
        plain = re.split(r"[.,]", plain)[0]
    return int(re.sub(r"\D", "", plain))


@dataclass(frozen=True, slots=True)
class FiguresBeside:
    """What figures of a village's form are set beside: the village, the period, what stands."""

    village: str
    period: str
    source: str
    today: date
    indicators: Sequence[Indicator]
    standing: Mapping[FigureKey, Figure]

    def outcome(self, returned: Returned) -> tuple[tuple[FigureChange, ...], tuple[Question, ...]]:
        """Return the figures that land, and what only a person can tell; blank says nothing."""
        read = [(typed, self._meant(typed)) for typed in returned.figures]
        asked = [*self._unclear(read)]
        given: dict[str, list[tuple[TypedFigure, Indicator, int]]] = {}
        for typed, indicator in read:
            value = whole_number(typed.text)
            if indicator is not None and value is not None:
                given.setdefault(indicator.id, []).append((typed, indicator, value))
        landing = []
        for told in given.values():
            if len({value for _typed, _indicator, value in told}) > 1:
                asked.append(Question(Doubt.FIGURE_TWICE, told[0][1].name, told[-1][0].row))
            elif change := self._change(*told[0]):
                landing.append(change)
        return tuple(landing), tuple(asked)

    def _meant(self, typed: TypedFigure) -> Indicator | None:
        named = [i for i in self.indicators if fold(i.name) == fold(typed.name)]
        coded = next((i for i in self.indicators if i.id == typed.code), None)
        return coded or (named[0] if len(named) == 1 else None)

    def _unclear(self, read: Sequence[tuple[TypedFigure, Indicator | None]]) -> Iterator[Question]:
        for typed, indicator in read:
            if indicator is None:
                yield Question(Doubt.FIGURE_UNKNOWN, f"{typed.name}: {typed.text}", typed.row)
            elif whole_number(typed.text) is None:
                yield Question(Doubt.FIGURE_UNCLEAR, f"{typed.name}: {typed.text}", typed.row)

    def _change(self, typed: TypedFigure, indicator: Indicator, value: int) -> FigureChange | None:
        key = FigureKey(indicator.id, self.village, self.period)
        before = self.standing.get(key)
        if before is not None and before.value == value:
            return None
        figure = Figure(key, value, self.source, self.today)
        return FigureChange(typed.row, indicator.name, indicator.measure, before, figure)
