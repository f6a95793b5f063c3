"""The user's verbs over one open store, each kind brought in when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Protocol

    from kehoach_desktop.services.activities import Activities
    from kehoach_desktop.services.collecting import Collecting
    from kehoach_desktop.services.correcting import Correcting
    from kehoach_desktop.services.disclosing import Disclosing
    from kehoach_desktop.services.duties import Duties
    from kehoach_desktop.services.evidence import Evidence
    from kehoach_desktop.services.indicators import Indicators
    from kehoach_desktop.services.issuing import Issuing
    from kehoach_desktop.services.mappings import Mappings
    from kehoach_desktop.services.offices import Offices
    from kehoach_desktop.services.paper_drafts import PaperDrafts
    from kehoach_desktop.services.papers import Papers
    from kehoach_desktop.services.periods import Periods
    from kehoach_desktop.services.planning import Planning
    from kehoach_desktop.services.ports import Clock, Store
    from kehoach_desktop.services.report_texts import ReportTexts
    from kehoach_desktop.services.reporting import Reporting
    from kehoach_desktop.services.reviewing import Reviewing
    from kehoach_desktop.services.rosters import Rosters
    from kehoach_desktop.services.safekeeping import BackedUpStore, Safekeeping
    from kehoach_desktop.services.signing import Signing
    from kehoach_desktop.services.team_papers import TeamPapers
    from kehoach_desktop.services.units import Units
    from kehoach_desktop.services.villages import Villages

    class WholeStore(Store, BackedUpStore, Protocol):
        """A store that keeps everything and can be backed up."""


class Verbs:
    """The user's verbs; the first screen pays only for those it speaks."""

    def __init__(self, store: WholeStore, clock: Clock) -> None:
        self._store, self._clock = store, clock

    @cached_property
    def planning(self) -> Planning:
        """Plans taken in, amended, withdrawn."""
        from kehoach_desktop.services.planning import Planning

        return Planning(self._store, self._clock)

    @cached_property
    def reporting(self) -> Reporting:
        """The answers of a period and its report."""
        from kehoach_desktop.services.reporting import Reporting

        return Reporting(self._store, self._clock)

    @cached_property
    def papers(self) -> Papers:
        """What papers of every kind are made from."""
        from kehoach_desktop.services.papers import Papers

        return Papers(self._store, self.reporting)

    @cached_property
    def report_texts(self) -> ReportTexts:
        """The words of reports as they were edited."""
        from kehoach_desktop.services.report_texts import ReportTexts

        return ReportTexts(self._store)

    @cached_property
    def paper_drafts(self) -> PaperDrafts:
        """Papers that are still being written."""
        from kehoach_desktop.services.paper_drafts import PaperDrafts

        return PaperDrafts(self._store)

    @cached_property
    def issuing(self) -> Issuing:
        """Papers given a number and kept as they were signed."""
        from kehoach_desktop.services.issuing import Issuing

        return Issuing(self._store)

    @cached_property
    def signing(self) -> Signing:
        """Who signs and to whom papers go."""
        from kehoach_desktop.services.signing import Signing

        return Signing(self._store)

    @cached_property
    def correcting(self) -> Correcting:
        """Issued papers amended, corrected, replaced."""
        from kehoach_desktop.services.correcting import Correcting

        return Correcting(self.papers, self.issuing)

    @cached_property
    def offices(self) -> Offices:
        """The particulars of the office."""
        from kehoach_desktop.services.offices import Offices

        return Offices(self._store)

    @cached_property
    def safekeeping(self) -> Safekeeping:
        """Backups, and the way back to one."""
        from kehoach_desktop.services.safekeeping import Safekeeping

        return Safekeeping(self._store)

    @cached_property
    def duties(self) -> Duties:
        """What has to be reported to whom, and by when."""
        from kehoach_desktop.services.duties import Duties

        return Duties(self._store, self._clock)

    @cached_property
    def periods(self) -> Periods:
        """Periods closed, reopened, carried over."""
        from kehoach_desktop.services.periods import Periods

        return Periods(self._store, self.reporting)

    @cached_property
    def units(self) -> Units:
        """The units of the commune."""
        from kehoach_desktop.services.units import Units

        return Units(self._store)

    @cached_property
    def villages(self) -> Villages:
        """Villages merged, split, renamed."""
        from kehoach_desktop.services.villages import Villages

        return Villages(self._store)

    @cached_property
    def collecting(self) -> Collecting:
        """Forms sent to the units and taken in again."""
        from kehoach_desktop.services.collecting import Collecting

        return Collecting(self._store, self.reporting)

    @cached_property
    def evidence(self) -> Evidence:
        """Files kept as evidence of answers."""
        from kehoach_desktop.services.evidence import Evidence

        return Evidence(self._store, self.reporting)

    @cached_property
    def reviewing(self) -> Reviewing:
        """What wants a second look before the report."""
        from kehoach_desktop.services.reviewing import Reviewing

        return Reviewing(self._store, self.reporting, self.collecting)

    @cached_property
    def rosters(self) -> Rosters:
        """The digital teams and their people."""
        from kehoach_desktop.services.rosters import Rosters

        return Rosters(self._store, self._clock)

    @cached_property
    def activities(self) -> Activities:
        """What the teams did."""
        from kehoach_desktop.services.activities import Activities

        return Activities(self._store, self._clock)

    @cached_property
    def indicators(self) -> Indicators:
        """What is counted in the villages, and the totals."""
        from kehoach_desktop.services.indicators import Indicators

        return Indicators(self._store, self._clock)

    @cached_property
    def disclosing(self) -> Disclosing:
        """Personal data shown and taken out, and who did."""
        from kehoach_desktop.services.disclosing import Disclosing

        return Disclosing(self._store)

    @cached_property
    def team_papers(self) -> TeamPapers:
        """Decisions on the teams and the papers that propose them."""
        from kehoach_desktop.services.team_papers import TeamPapers

        return TeamPapers(self.papers, self.rosters)

    @cached_property
    def mappings(self) -> Mappings:
        """What was learnt about reading the papers of others."""
        from kehoach_desktop.services.mappings import Mappings

        return Mappings(self._store)
