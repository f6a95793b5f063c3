"""What was filled in for a kind of paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Draft:
    """What was filled in for a kind in this sitting."""

    given: dict[str, str] = field(default_factory=dict)
    numbered: tuple[int | None, date | None] = (None, None)
    span: str = ""
