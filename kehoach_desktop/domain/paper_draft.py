"""What was filled in for a paper that is still being written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kehoach_desktop.domain.paper_frame import PaperKind


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """The texts given for a kind by its keys, and the number and day where they are known."""

    kind: PaperKind
    given: Mapping[str, str] = field(default_factory=dict)
    number: int | None = None
    issued_on: date | None = None
