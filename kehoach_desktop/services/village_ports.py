"""The shape the verbs about villages ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach_desktop.domain.village_change import VillageChange


class VillageShelf(Protocol):
    """Keeps what became of villages."""

    def all(self) -> Sequence[VillageChange]:
        """Return every change, the earliest first."""
        ...

    def put(self, change: VillageChange) -> None:
        """Keep a change that is not kept yet."""
        ...

    def remove(self, change: VillageChange) -> None:
        """Forget a change that was taken back."""
        ...
