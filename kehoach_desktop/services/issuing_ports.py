"""The shape the verbs about issued papers ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach_desktop.domain.issued_paper import IssuedPaper


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

    def put(self, paper: IssuedPaper, file: bytes) -> None:
        """Keep a paper with its file."""
        ...
