"""What the check before signing says of a finished paper."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach_desktop.domain.draft import Severity


@dataclass(frozen=True, slots=True)
class PaperFinding:
    """One thing to look at before signing.

    `rule` is a stable name, `place` where a person finds it, `source` the text that asks for it.
    """

    rule: str
    severity: Severity
    place: str
    message: str
    source: str
