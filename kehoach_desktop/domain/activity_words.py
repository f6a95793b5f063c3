"""Activities in words, as screens and lines say them."""

from __future__ import annotations

from collections.abc import Iterable

from kehoach_desktop.domain.activity import Activity
from kehoach_desktop.domain.text import two_digits
from kehoach_desktop.i18n import _, counted


def sum_words(found: Iterable[Activity]) -> str:
    """Return how many activities there are and how many visits, those uncounted apart."""
    held = [*found]
    known = [a.attendance.people for a in held if a.attendance.people is not None]
    words = counted("{count} hoạt động", len(held))
    said = words.format(count=two_digits(len(held)))
    if known:
        said += _(", {people} lượt người").format(people=two_digits(sum(known)))
    if silent := len(held) - len(known):
        said += _("; {count} hoạt động chưa ghi số người").format(count=two_digits(silent))
    return said
