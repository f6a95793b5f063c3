"""The shape the verbs about learnt readings ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kehoach_desktop.domain.agency import CommuneWords
    from kehoach_desktop.domain.draft import ColumnRole


class MappingShelf(Protocol):
    """Keeps how columns were read by hand, and the words by which the commune is known."""

    def readings(self, issuer: str) -> Mapping[str, ColumnRole]:
        """Return how the columns of an issuing body were read, by their folded heading."""
        ...

    def put_readings(self, issuer: str, readings: Mapping[str, ColumnRole]) -> None:
        """Keep how columns are read, beside what was kept of the others."""
        ...

    def words(self) -> CommuneWords:
        """Return the words by which the commune is known, and those that never mean it."""
        ...

    def put_words(self, words: CommuneWords) -> None:
        """Keep these words in the place of those before."""
        ...
