"""Sizes of letters in the words of a finding."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.lines import Line
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.i18n import _


def points(size: float) -> str:
    """Return a size as it is written: "13", "13,5"."""
    return f"{size:g}".replace(".", ",")


def size_wrong(
    rule: str, place: str, line: Line, least: float, most: float
) -> Iterator[PaperFinding]:
    """Yield a finding where a line has letters outside the sizes asked for, in points."""
    wrong = [look.points for look in line.looks if not least <= look.points <= most]
    if wrong:
        asked = points(least) if least == most else f"{points(least)}–{points(most)}"
        message = _("“{text}” cỡ {size}, phải cỡ {asked}.")
        yield found(
            rule, place, message.format(text=line.said[:50], size=points(wrong[0]), asked=asked)
        )
