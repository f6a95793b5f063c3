"""The indicators a plan sets become the office's own, with what is to be reached in its year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress

from kehoach_desktop.domain import indicator
from kehoach_desktop.domain.activity import IndicatorId
from kehoach_desktop.domain.figure_cell import COMMUNE
from kehoach_desktop.domain.indicator_book import (
    FigureKey,
    ImpossibleIndicator,
    Indicator,
    Target,
    checked_indicator,
    indicators_of,
)
from kehoach_desktop.domain.plan import new_id
from kehoach_desktop.domain.text import fold
from kehoach_desktop.domain.work_step import WorkStep
from kehoach_desktop.services.ports import Shelves

_WHOLE = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,9}")


def taken_up(shelves: Shelves, rows: Sequence[indicator.Indicator], year: int | None) -> WorkStep:
    """Keep the rows of a plan as indicators of the whole commune; return the step, to take back.

    One held already by its name is not kept twice. A whole number is what is to be reached by the
    end of `year`; what cannot be counted (`domain.indicator.is_counted`) is left out.
    """
    held = indicators_of(shelves.activities.indicators())
    targets = {target.key: target for target in shelves.activities.targets()}
    changes: list[tuple[Indicator | Target | None, Indicator | Target]] = []
    for row in filter(indicator.is_counted, rows):
        made = _named(held, row.name)
        if made is None:
            with suppress(ImpossibleIndicator):
                wanted = Indicator(IndicatorId(new_id()), row.name, row.unit, by_village=False)
                made = held[wanted.id] = checked_indicator(wanted, held)
                changes.append((None, made))
        value = whole_number(row.target)
        if made is None or not value or year is None:
            continue
        after = Target(FigureKey(made.id, COMMUNE, str(year)), value)
        if targets.get(after.key) != after:
            changes.append((targets.get(after.key), after))
            targets[after.key] = after
    step = WorkStep(tuple(changes))
    shelves.activities.keep(step)
    return step


def whole_number(text: str) -> int:
    """Return the number a target names ("1.200" is 1200), 0 where it is no whole one."""
    plain = text.strip()
    return int(plain.replace(".", "")) if _WHOLE.fullmatch(plain) else 0


def _named(held: dict[IndicatorId, Indicator], name: str) -> Indicator | None:
    key = fold(name)
    found = (one for one in held.values() if fold(one.name) == key and not one.retired)
    return next(found, None)
