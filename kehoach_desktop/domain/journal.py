"""What was done and when: the journal, the periods that were opened, the backups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One change as it was kept: what was done, when, and the values before and after."""

    at: datetime
    command: str
    subject: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class OpenPeriod:
    """A period that was opened: its key, when, and since when and why it is closed, if it is."""

    key: str
    opened_at: datetime
    closed_at: datetime | None = None
    closed_reason: str = ""

    @property
    def is_closed(self) -> bool:
        """Whether answers are taken no more."""
        return self.closed_at is not None


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was checked when it was made: where it lies, when and why, its bytes."""

    path: Path
    made_at: datetime
    reason: str
    size: int
