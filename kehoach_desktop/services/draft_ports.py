"""The shape the verbs about papers that are still being written ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kehoach_desktop.domain.paper_draft import PaperDraft
    from kehoach_desktop.domain.paper_frame import PaperKind


class DraftShelf(Protocol):
    """Keeps what was filled in for one paper of each kind."""

    def get(self, kind: PaperKind) -> PaperDraft | None:
        """Return what was filled in for a kind, None where nothing was."""
        ...

    def put(self, draft: PaperDraft) -> None:
        """Keep what was filled in, in the place of what was before."""
        ...
