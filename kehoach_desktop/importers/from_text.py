"""Plain text, as it is pasted or saved as .txt, as paragraphs."""

from __future__ import annotations

import hashlib

from kehoach_desktop.domain.draft import Source
from kehoach_desktop.domain.text import clean, fold, squeeze
from kehoach_desktop.importers.errors import EmptyFile
from kehoach_desktop.importers.orders import opens_orders
from kehoach_desktop.importers.plain_text import read_text
from kehoach_desktop.importers.roster_area import names_roster

TELLING = ("nhiem vu", "chu tri", "ke hoach", "phoi hop", "phan cong", "to chuc thuc hien")


def speaks_of_tasks(text: str) -> bool:
    """Say whether a text may be a plan at all."""
    words = fold(text[:200_000])
    if any(word in words for word in TELLING):
        return True
    return any(map(opens_orders, text[:20_000].splitlines()))


def speaks_of_teams(text: str) -> bool:
    """Say whether a text may be the list of a team at all."""
    return names_roster(text[:20_000].splitlines())


def read_plain(data: bytes, name: str) -> Source:
    """Return the lines of the text in `data` as paragraphs."""
    lines = [squeeze(line) for line in clean(read_text(data) or "").splitlines()]
    if not any(lines):
        raise EmptyFile(name)
    return Source(name, "text", hashlib.sha256(data).hexdigest(), tuple(lines), ())
