"""The shapes that keep evidence: which file belongs to which answer, and the files themselves."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from kehoach_desktop.domain.attachment import Attachment, KeptFile, NamedFile
from kehoach_desktop.domain.plan import PlanId, TaskId


class AttachmentShelf(Protocol):
    """Keeps which files are evidence of which answer."""

    def of_period(self, period: str) -> Sequence[Attachment]:
        """Return the attachments of a period."""
        ...

    def of_task(self, task: TaskId) -> Sequence[Attachment]:
        """Return the attachments of a task in all periods."""
        ...

    def of_plan(self, plan: PlanId) -> Sequence[Attachment]:
        """Return the attachments of every task of a plan."""
        ...

    def named(self) -> Sequence[NamedFile]:
        """Return every file beside the store that anything in it names, as often as it is named."""
        ...

    def put(self, attachment: Attachment) -> None:
        """Keep an attachment; the same file again stays one."""
        ...

    def remove(self, attachment: Attachment) -> None:
        """Forget that a file is evidence of an answer."""
        ...


class EvidenceFiles(Protocol):
    """Keeps copies of the files themselves."""

    def keep(self, path: Path) -> tuple[str, int]:
        """Copy the file at `path`; return its SHA-256 in hexadecimal and its size in bytes."""
        ...

    def destroy(self, sha256: str) -> bool:
        """Delete the copy of that sum for good; say whether none is left."""
        ...

    def find(self, sha256: str) -> Path | None:
        """Return where the copy of that sum lies, None where it is lost."""
        ...

    def look(self, attachment: Attachment) -> KeptFile:
        """Return how the copy of an attachment stands by now."""
        ...
