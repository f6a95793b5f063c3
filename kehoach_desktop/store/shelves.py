"""All shelves over one connection, for the length of one command."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from kehoach_desktop.domain.journal import JournalRow
from kehoach_desktop.store.journal import Journal
from kehoach_desktop.store.memory import Memory
from kehoach_desktop.store.office import Particulars, ReportTexts
from kehoach_desktop.store.plans import Plans
from kehoach_desktop.store.progress import Progress

if TYPE_CHECKING:
    from kehoach_desktop.store.activities import Activities
    from kehoach_desktop.store.attachments import Attachments
    from kehoach_desktop.store.duties import Duties
    from kehoach_desktop.store.forms import Forms
    from kehoach_desktop.store.issued import Issued
    from kehoach_desktop.store.mappings import Mappings
    from kehoach_desktop.store.paper_drafts import PaperDrafts
    from kehoach_desktop.store.reviews import Reviews
    from kehoach_desktop.store.signing import Signing
    from kehoach_desktop.store.teams import Teams
    from kehoach_desktop.store.units import Units
    from kehoach_desktop.store.villages import Villages


class SqliteShelves:
    """All shelves over one connection, for one command; fits services.ports.Shelves.

    A shelf few commands ask for is brought in when it is asked for.
    """

    def __init__(self, connection: sqlite3.Connection, command: str, memory: Memory) -> None:
        self._connection = connection
        self._journal = Journal(connection, command)
        memory.follow(connection)
        self.plans = Plans(connection, self._journal, memory)
        self.progress = Progress(connection, self._journal, memory)
        self.office = Particulars(connection, self._journal)
        self.reports = ReportTexts(connection, self._journal)

    @cached_property
    def duties(self) -> Duties:
        """Duties and days off."""
        from kehoach_desktop.store.duties import Duties

        return Duties(self._connection, self._journal)

    @cached_property
    def units(self) -> Units:
        """The commune's own units."""
        from kehoach_desktop.store.units import Units

        return Units(self._connection, self._journal)

    @cached_property
    def villages(self) -> Villages:
        """What became of villages."""
        from kehoach_desktop.store.villages import Villages

        return Villages(self._connection, self._journal)

    @cached_property
    def forms(self) -> Forms:
        """Return forms."""
        from kehoach_desktop.store.forms import Forms

        return Forms(self._connection, self._journal)

    @cached_property
    def teams(self) -> Teams:
        """Teams and their people."""
        from kehoach_desktop.store.teams import Teams

        return Teams(self._connection, self._journal)

    @cached_property
    def activities(self) -> Activities:
        """What teams did and what was counted."""
        from kehoach_desktop.store.activities import Activities

        return Activities(self._connection, self._journal)

    @cached_property
    def mappings(self) -> Mappings:
        """Learnt readings."""
        from kehoach_desktop.store.mappings import Mappings

        return Mappings(self._connection, self._journal)

    @cached_property
    def reviews(self) -> Reviews:
        """What was let stand in a review."""
        from kehoach_desktop.store.reviews import Reviews

        return Reviews(self._connection, self._journal)

    @cached_property
    def attachments(self) -> Attachments:
        """Files kept as evidence."""
        from kehoach_desktop.store.attachments import Attachments

        return Attachments(self._connection, self._journal)

    @cached_property
    def issued(self) -> Issued:
        """The papers that were issued."""
        from kehoach_desktop.store.issued import Issued

        return Issued(self._connection, self._journal)

    @cached_property
    def paper_drafts(self) -> PaperDrafts:
        """Papers that are still being written."""
        from kehoach_desktop.store.paper_drafts import PaperDrafts

        return PaperDrafts(self._connection, self._journal)

    @cached_property
    def signing(self) -> Signing:
        """Signers and recipient lists."""
        from kehoach_desktop.store.signing import Signing

        return Signing(self._connection, self._journal)

    def history(self, subject: str) -> Sequence[JournalRow]:
        """Return what was done to a subject, the latest first."""
        return self._journal.of(subject)
