"""A folder where returned files arrive: which of them nobody has taken in yet."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from pathlib import Path

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.i18n import _

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".docx", ".htm", ".html"})
Stamp = tuple[int, int]


class FolderUnreadable(KehoachError):
    """The folder is gone, or may not be looked into."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            _("Không mở được thư mục “{folder}”.").format(folder=folder),
            hint=_("Kiểm tra thư mục còn đó và đọc được, hoặc chọn thư mục khác."),
        )


class WatchedFolder:
    """One folder, looked at again and again; a file is read anew only when it changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._sums: dict[Path, tuple[Stamp, str]] = {}

    def arrived(self, known: Collection[str]) -> tuple[Path, ...]:
        """Return the files whose bytes are none of `known` (SHA-256), by name, each content once.

        Files half written by another program are left for the next look. Raises FolderUnreadable.
        """
        try:
            found = sorted(self.folder.iterdir())
        except OSError as refusal:
            raise FolderUnreadable(self.folder) from refusal
        new: dict[str, Path] = {}
        for path, sha256 in self._summed(found):
            if sha256 not in known:
                new.setdefault(sha256, path)
        return tuple(new.values())

    def _summed(self, found: list[Path]) -> Iterator[tuple[Path, str]]:
        held, self._sums = self._sums, {}
        for path in found:
            if path.suffix.lower() not in SUFFIXES or path.name.startswith(("~$", ".")):
                continue
            try:
                stamp = _stamp(path)
                before = held.get(path)
                sha256 = before[1] if before and before[0] == stamp else sum_of(path)
            except OSError:
                continue
            if stamp[0]:
                self._sums[path] = stamp, sha256
                yield path, sha256


def _stamp(path: Path) -> Stamp:
    told = path.stat()
    return told.st_size, told.st_mtime_ns


def sum_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
