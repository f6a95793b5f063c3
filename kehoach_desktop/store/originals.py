"""The files that plans were read from, kept beside the store under the name of their hash."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from kehoach_desktop.files import replace_file


class Originals:
    """Copies in one folder; a copy is found again by the hash a plan carries."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, path: Path, sha256: str) -> Path | None:
        """Copy the file at `path` and return the copy.

        None where the file is gone, or is no longer the one of that hash. Raises NotWritten where
        the folder cannot be written.
        """
        if held := self.find(sha256):
            return held
        try:
            data = path.read_bytes()
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return None
        from hashlib import sha256 as sum_of  # not before a file is kept: it loads OpenSSL

        if sum_of(data).hexdigest() != sha256:
            return None
        target = self._folder / f"{sha256}{path.suffix.lower()}"

        def write(copy: BinaryIO) -> None:
            copy.write(data)

        return replace_file(target, write)

    def find(self, sha256: str) -> Path | None:
        """Return the copy of the file of that hash, None where none is kept."""
        if not sha256 or not sha256.isalnum() or not self._folder.is_dir():
            return None
        return next(self._folder.glob(f"{sha256}*"), None)


def kept_in(folder: Path) -> frozenset[str]:
    """Return the sums of the copies that lie in a folder; none where it is not there."""
    if not folder.is_dir():
        return frozenset()
    return frozenset(path.name.partition(".")[0] for path in folder.iterdir())
