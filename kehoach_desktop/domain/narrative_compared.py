"""How a period stands beside the one before it."""

from __future__ import annotations

from collections.abc import Callable

from kehoach_desktop.domain.counts import Counts
from kehoach_desktop.domain.report import PeriodView
from kehoach_desktop.domain.text import two_digits


def compared_with(view: PeriodView, before: PeriodView | None) -> str:
    """Return the sentence that compares the counts with those of the period before.

    "" where nobody answered in that period: there is nothing to compare with.
    """
    if before is None or not any(row.entry.answered for row in before.rows()):
        return ""
    now, then = view.counts(), before.counts()
    parts = [
        f"{words} {two_digits(figure(now))} nhiệm vụ ({_change(figure(now), figure(then))})"
        for words, figure in _FIGURES.items()
    ]
    return f"So với cuối {before.period.name}: {', '.join(parts)}."


_FIGURES: dict[str, Callable[[Counts], int]] = {
    "đã hoàn thành": lambda counts: counts.done,
    "quá hạn chưa hoàn thành": lambda counts: counts.open_overdue,
}


def _change(now: int, then: int) -> str:
    if now == then:
        return "không thay đổi"
    word = "tăng" if now > then else "giảm"
    return f"{word} {two_digits(abs(now - then))}"
