"""Figures in words, as screens, lines and papers say them: "—" for what nobody gave."""

from __future__ import annotations

from kehoach_desktop.domain.figure_sheet import Aim, FigureLine
from kehoach_desktop.domain.text import grouped, percentage, two_digits
from kehoach_desktop.i18n import _

MISSING = "—"
MOST_NAMED = 4


def figure_words(value: int | None) -> str:
    """Return a figure with dots between thousands, a dash where there is none."""
    return MISSING if value is None else grouped(value)


def difference_words(difference: int | None) -> str:
    """Return a difference with its sign, "" where two totals cannot be compared."""
    if difference is None:
        return ""
    return f"{'+' if difference > 0 else '−' if difference < 0 else ''}{grouped(abs(difference))}"


def whole_words(line: FigureLine) -> str:
    """Return how many villages a total stands on where some are missing, "" where it is whole."""
    missing = line.missing
    if not missing:
        return ""
    if not line.indicator.by_village:
        return _("thiếu")
    given = line.asked - sum(unit.unit != "" for unit in missing)
    told = _("{given}/{asked} thôn có đủ số liệu").format(
        given=two_digits(given), asked=two_digits(line.asked)
    )
    names = ", ".join(unit.name for unit in missing[:MOST_NAMED])
    more = _(" và {count} thôn khác").format(count=two_digits(len(missing) - MOST_NAMED))
    return _("{told}; thiếu: {names}").format(told=told, names=names) + (
        more if len(missing) > MOST_NAMED else ""
    )


def aim_words(aim: Aim | None) -> str:
    """Return what is to be reached, "" where nothing was set."""
    if aim is None:
        return ""
    words = _("{target}/năm") if aim.of_year else "{target}"
    return words.format(target=grouped(aim.target))


def percent_words(line: FigureLine) -> str:
    """Return the share of the target with what is still missing said, "" without a target."""
    if line.aim is None:
        return ""
    reached = line.aim.reached
    if reached.value is None:
        return MISSING
    told = percentage(reached.value, line.aim.target)
    return _("{percent} (còn thiếu số)").format(percent=told) if reached.gaps else told
