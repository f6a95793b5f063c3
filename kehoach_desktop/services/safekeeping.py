"""The verbs around backups: make one, see which there are, go back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from kehoach_desktop.domain.attachment import NamedFile
    from kehoach_desktop.domain.journal import Backup


class BackedUpStore(Protocol):
    """A store that can copy itself, check the copy, and be replaced by one."""

    def back_up(self, reason: str) -> Path:
        """Write a backup, check the copy, and return where it lies."""
        ...

    def backups(self) -> tuple[Backup, ...]:
        """Return the good backups, the latest first."""
        ...

    def restore(self, backup: Path) -> None:
        """Put a checked backup in the place of the store; what stood is backed up first."""
        ...

    def lost_files(self) -> tuple[NamedFile, ...]:
        """Return the files named in the store whose copies beside it are gone."""
        ...


class Safekeeping:
    """The backups of this store."""

    def __init__(self, store: BackedUpStore) -> None:
        self._store = store

    def back_up(self, reason: str = "bang-tay") -> Path:
        """Make a backup now and return where it lies."""
        return self._store.back_up(reason)

    def backups(self) -> tuple[Backup, ...]:
        """Return the good backups, the latest first."""
        return self._store.backups()

    def last(self) -> Backup | None:
        """Return the latest good backup, or None."""
        return next(iter(self._store.backups()), None)

    def restore(self, backup: Path) -> None:
        """Go back to a backup; what stands now is backed up first."""
        self._store.restore(backup)

    def lost_files(self) -> tuple[NamedFile, ...]:
        """Return the files that the store names and that do not lie beside it.

        A backup holds their names and sums, not the files.
        """
        return self._store.lost_files()
