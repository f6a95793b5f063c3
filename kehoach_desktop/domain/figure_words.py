"""Figures in words, as screens, lines and papers say them: "—" for what nobody gave."""

from __future__ import annotations

from kehoach_desktop.domain.figure_sheet import Aim, FigureLine
from kehoach_desktop.domain.text import grouped, percentage, two_digits
from kehoach_desktop.i18n import _, counted

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
    """Return what a total lacks: who gave nothing, who gave a part; "" where it is whole."""
    missing = line.missing
    if not missing:
        return ""
    if not line.indicator.by_village:
        return _("thiếu")
    silent = [unit.name for unit in missing if unit.cell.value is None]
    if len(silent) == line.asked:
        return _("chưa thôn nào có số liệu")
    told = _("{given}/{asked} thôn có số liệu").format(
        given=two_digits(line.asked - len(silent)), asked=two_digits(line.asked)
    )
    if partly := len(missing) - len(silent):
        told += counted("; {count} thôn chưa đủ", partly).format(count=two_digits(partly))
    if 0 < len(silent) <= MOST_NAMED:
        told += _("; chưa có: {names}").format(names=", ".join(silent))
    return told


def aim_words(aim: Aim | None) -> str:
    """Return what is to be reached, "" where nothing was set."""
    if aim is None:
        return ""
    words = _("{target}/năm") if aim.of_year else "{target}"
    return words.format(target=grouped(aim.target))


def percent_words(line: FigureLine) -> str:
    """Return the share of the target, starred where a part is missing; "" without a target."""
    if line.aim is None:
        return ""
    reached = line.aim.reached
    if reached.value is None:
        return MISSING
    told = percentage(reached.value, line.aim.target)
    return f"{told}*" if reached.gaps else told
