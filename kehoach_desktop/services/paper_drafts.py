"""The verbs about papers that are still being written: nothing typed is lost."""

from __future__ import annotations

from kehoach_desktop.domain.paper_draft import PaperDraft
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.services.ports import Store


class PaperDrafts:
    """One paper of each kind, as it was left."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def kept(self, kind: PaperKind) -> PaperDraft | None:
        """Return what was filled in for a kind, None where nothing was."""
        with self._store.reading() as shelves:
            return shelves.paper_drafts.get(kind)

    def keep(self, draft: PaperDraft) -> bool:
        """Keep what was filled in; say whether it differs from what was kept."""
        if draft == (self.kept(draft.kind) or PaperDraft(draft.kind)):
            return False
        with self._store.command("fill_in_paper") as shelves:
            shelves.paper_drafts.put(draft)
        return True
