"""The files attached to answers, kept beside the store under the name of their sum.

Nothing is taken out of the folder unless an officer wants it gone for good: a backup that is
restored may still name any of them.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from kehoach_desktop.domain.attachment import (
    LARGEST_FILE,
    Attachment,
    EvidenceEmpty,
    EvidenceTooLarge,
    EvidenceUnreadable,
    FileState,
    KeptFile,
)
from kehoach_desktop.store.originals import Originals


class EvidenceFiles:
    """Copies in one folder; fits services.evidence_ports.EvidenceFiles."""

    def __init__(self, folder: Path) -> None:
        self._copies = Originals(folder)

    def keep(self, path: Path) -> tuple[str, int]:
        """Copy the file at `path`; return its SHA-256 in hexadecimal and its size in bytes.

        A copy that was changed or lost is put right by the file itself. Raises EvidenceUnreadable,
        EvidenceEmpty, EvidenceTooLarge, or NotWritten where the folder cannot be written.
        """
        try:
            size = path.stat().st_size
            if size > LARGEST_FILE:
                raise EvidenceTooLarge(path)
            sha256 = _sum_of(path)
        except OSError as refusal:
            raise EvidenceUnreadable(path) from refusal
        if size == 0:
            raise EvidenceEmpty(path)
        held = self._copies.find(sha256)
        if held is not None and not _is_whole(held, sha256):
            held.unlink()
        if self._copies.keep(path, sha256) is None:
            raise EvidenceUnreadable(path)
        return sha256, size

    def destroy(self, sha256: str) -> bool:
        """Delete the copy of that sum for good; say whether none is left."""
        held = self._copies.find(sha256)
        try:
            if held is not None:
                held.unlink()
        except OSError:
            return False
        return True

    def find(self, sha256: str) -> Path | None:
        """Return where the copy of that sum lies, None where it is lost."""
        return self._copies.find(sha256)

    def look(self, attachment: Attachment) -> KeptFile:
        """Return how the copy of an attachment stands: whole, lost, or changed since."""
        held = self._copies.find(attachment.sha256)
        if held is None:
            return KeptFile(attachment, FileState.LOST, None)
        whole = _is_whole(held, attachment.sha256)
        return KeptFile(attachment, FileState.WHOLE if whole else FileState.CHANGED, held)


def _sum_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_whole(held: Path, sha256: str) -> bool:
    try:
        return _sum_of(held) == sha256
    except OSError:
        return False
