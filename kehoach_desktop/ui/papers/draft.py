"""What was filled in for each kind of paper: as it was left, on the screen and in the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.paper_draft import PaperDraft
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.ui.papers.paper_fields import proposals
from kehoach_desktop.ui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the form of a kind, and which stretch of time it is about."""

    given: Mapping[str, str] = field(default_factory=dict)
    numbered: tuple[int | None, date | None] = (None, None)
    span: str = ""


class Drafts:
    """The drafts by their kind, read from the store when they are first asked for."""

    def __init__(self, workbench: Workbench) -> None:
        self._workbench = workbench
        self._held: dict[PaperKind, Draft] = {}

    def of(self, kind: PaperKind) -> Draft:
        """Return the draft of a kind; a new one holds what the office and the day propose."""
        if kind not in self._held:
            kept = self._workbench.paper_drafts.kept(kind)
            self._held[kind] = (
                Draft(self._proposed(kind))
                if kept is None
                else Draft(kept.given, (kept.number, kept.issued_on))
            )
        return self._held[kind]

    def turn(self, kind: PaperKind, span: str) -> None:
        """Let the draft of a kind be about another stretch of time."""
        self._held[kind] = replace(self.of(kind), span=span)

    def begin(self, kind: PaperKind, given: Mapping[str, str]) -> None:
        """Put a new draft in the place of the one of that kind."""
        self.keep(kind, Draft({**self._proposed(kind), **given}, span=self.of(kind).span))

    def keep(self, kind: PaperKind, draft: Draft) -> None:
        """Keep a draft as it stands; one that holds only what is proposed is not written down."""
        self._held[kind] = draft
        kept = self._workbench.paper_drafts.kept(kind)
        if kept is None and draft.given == self._proposed(kind) and draft.numbered == (None, None):
            return
        self._workbench.paper_drafts.keep(PaperDraft(kind, dict(draft.given), *draft.numbered))

    def _proposed(self, kind: PaperKind) -> dict[str, str]:
        office = self._workbench.offices.office() or Office()
        given = proposals(kind, office, self._workbench.reporting.today())
        return {key: text for key, text in given.items() if text}
