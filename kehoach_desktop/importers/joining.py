"""Two halves of a row that a page or a table has cut, put together again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_BROKEN_DATE = re.compile(r"\d[/-]$|/20\d$")


def is_closed(text: str) -> bool:
    """Say whether a text ends as a sentence or an item of a list does."""
    return text.rstrip("”\"')").endswith((".", ";", ":", "!", "…"))


def is_open(text: str, *, listed: bool) -> bool:
    """Say whether a text may go on over the page; `listed` where an item of a list follows it."""
    return not is_closed(text) or (listed and (text.endswith((":", ";")) or "\n-" in text))


def rejoined(above: str, below: str) -> str:
    """Return two halves of a cell as one: a new paragraph where the first half is closed."""
    if not above or not below:
        return above or below
    if _BROKEN_DATE.search(above) and below[0].isdigit():
        return f"{above}{below}"
    starts_anew = is_closed(above) and not above.endswith(";") and not below[0].islower()
    return f"{above}\n{below}" if starts_anew or below[0] in "-+•" else f"{above} {below}"


def listed(above: str, below: str) -> str:
    """Return two cells under one merged task as one: a line each, what they repeat only once."""
    if above and below[:1].islower():
        return rejoined(above, below)
    lines = above.split("\n") if above else []
    return above if not below or below in lines else "\n".join([*lines, below])


def joined_extra(
    above: tuple[tuple[str, str], ...],
    below: tuple[tuple[str, str], ...],
    join: Callable[[str, str], str] = rejoined,
) -> tuple[tuple[str, str], ...]:
    """Return the other columns of two halves, each joined by its name."""
    added = dict(below)
    known = tuple((name, join(text, added.pop(name, ""))) for name, text in above)
    return (*known, *((name, text) for name, text in added.items() if text))
