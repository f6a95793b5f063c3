"""The shapes the verbs about issued papers ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kehoach_desktop.domain.issued_paper import IssuedPaper
    from kehoach_desktop.domain.signed_copy import SignedCopy


class IssuedShelf(Protocol):
    """Keeps issued papers; what is kept is never changed."""

    def of_year(self, year: int) -> Sequence[IssuedPaper]:
        """Return the papers of a year, by series and number."""
        ...

    def get(self, paper: str) -> IssuedPaper | None:
        """Return the paper of that id, or None."""
        ...

    def file(self, paper: str) -> bytes:
        """Return the file as it was issued."""
        ...

    def snapshot(self, paper: str) -> str:
        """Return what the paper was made from, "" where it was not kept or is damaged."""
        ...

    def corrected(self, paper: str) -> str:
        """Return how the paper it amends reads with it, "" for a paper that amends none."""
        ...

    def corrections(self, paper: str) -> Sequence[IssuedPaper]:
        """Return the papers that correct this one, in the order they were issued."""
        ...

    def put(self, paper: IssuedPaper, file: bytes, snapshot: str = "", corrected: str = "") -> None:
        """Keep a paper with its file, what it was made from, and what it makes of another."""
        ...

    def signed(self, paper: str) -> SignedCopy | None:
        """Return the signed copy of a paper, or None."""
        ...

    def put_signed(self, copy: SignedCopy) -> None:
        """Keep which file is the signed copy, in the place of an earlier one."""
        ...


class Keeper(Protocol):
    """Keeps files beside the store under the name of their hash."""

    def keep(self, path: Path, sha256: str) -> Path | None:
        """Copy a file; None where it is gone or another one by now."""
        ...

    def find(self, sha256: str) -> Path | None:
        """Return the copy of the file of that hash, or None."""
        ...
