"""The verbs of the review: what wants a second look, what an officer lets stand, what goes back."""

from __future__ import annotations

from kehoach_desktop.domain.agency import units_of
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.report import PeriodView
from kehoach_desktop.domain.return_form import ReturnForm
from kehoach_desktop.domain.reviewing import Acceptance, ReviewItem, review, still_open
from kehoach_desktop.services.collecting import Collecting
from kehoach_desktop.services.ports import Store
from kehoach_desktop.services.reporting import Reporting


class Reviewing:
    """The review of a period."""

    def __init__(self, store: Store, reporting: Reporting, collecting: Collecting) -> None:
        self._store = store
        self._reporting = reporting
        self._collecting = collecting

    def queue(
        self, period: ReportingPeriod, view: PeriodView | None = None
    ) -> tuple[ReviewItem, ...]:
        """Return what of the commune's tasks wants a second look; `view` saves reading it again."""
        seen = view or self._reporting.told(period)
        claims = self._collecting.claims(period)
        with self._store.reading() as shelves:
            accepted = shelves.reviews.accepted(period.key)
            spans = (period, *period.months)
            attached = {a.task for span in spans for a in shelves.attachments.of_period(span.key)}
        others = self._collecting.other_words(period)
        found = review(seen, claims, attached, others)
        return still_open(found, accepted)

    def accept(self, item: ReviewItem) -> Acceptance:
        """Keep that an item stands as it is for its period; return what was kept."""
        acceptance = item.acceptance
        self.put_back(acceptance)
        return acceptance

    def put_back(self, acceptance: Acceptance) -> None:
        """Keep again what was let stand."""
        with self._store.command("accept_review") as shelves:
            shelves.reviews.put(acceptance)

    def reopen(self, acceptance: Acceptance) -> None:
        """Forget that something was let stand: it wants a look again."""
        with self._store.command("reopen_review") as shelves:
            shelves.reviews.remove(acceptance)

    def fresh_form(self, item: ReviewItem, unit: str) -> ReturnForm | None:
        """Return a new form for `unit` with the row of an item only; nothing is kept.

        None where the unit is not asked about that task.
        """
        period = ReportingPeriod.parse(item.row.entry.period)
        return self._collecting.narrowed(period, unit, (item.row.task.id,))


def unit_of(item: ReviewItem) -> str:
    """Return the first unit the item's task is handed to, "" where nobody has it."""
    return next(iter(units_of(item.row.task)), "")
