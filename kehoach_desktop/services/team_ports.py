"""The shape the verbs about teams ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kehoach_desktop.domain.journal import JournalRow
    from kehoach_desktop.domain.membership import PersonId
    from kehoach_desktop.domain.team_book import TeamBook, TeamStep


class TeamShelf(Protocol):
    """Keeps teams, people, who was in when, and what was decided."""

    def book(self) -> TeamBook:
        """Return everything that is kept of teams."""
        ...

    def keep(self, step: TeamStep) -> None:
        """Keep what `step` says."""
        ...

    def erase(self, person: PersonId) -> None:
        """Remove a person for good, with what the journal says of him."""
        ...

    def drop_cccd(self) -> int:
        """Forget every identity number; return how many were kept."""
        ...

    def note(self, subject: str, told: Mapping[str, object]) -> None:
        """Keep in the journal that `subject` was looked at, with how many and by whom."""
        ...

    def noted(self, commands: Sequence[str]) -> Sequence[JournalRow]:
        """Return what those commands left in the journal, the latest first."""
        ...

    def setting(self, key: str) -> str:
        """Return what the office chose for `key`, "" where it chose nothing."""
        ...

    def put_setting(self, key: str, value: str) -> None:
        """Keep what the office chose for `key`."""
        ...
