"""What the check before signing says of a finished paper."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach_desktop.domain.draft import Severity

# The rules whose findings may be put right safely.
MENDED = frozenset(
    ("nfc", "double-space", "number-form", "date-form", "end-mark", "end-mark-appendix")
)


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


@dataclass(frozen=True, slots=True)
class PaperMend:
    """One slip that was put right: by which rule, where, and the words before and after."""

    rule: str
    place: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class MendedPaper:
    """A paper with its safe mends made: the file's bytes, the mends, and what is left to see to."""

    content: bytes
    mends: tuple[PaperMend, ...]
    findings: tuple[PaperFinding, ...]
