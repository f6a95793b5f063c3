"""The verbs about the words of a report: edited, frozen or following the entries, taken back."""

from __future__ import annotations

from kehoach_desktop.domain.live_text import KeptText
from kehoach_desktop.services.ports import ReportShelf, Store

_BASE = "{key}/de-xuat"


class ReportTexts:
    """Texts that officers wrote over the proposed ones, by the keys of `text_key`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def kept(self, key: str) -> KeptText | None:
        """Return the edited text, None where the proposed one stands."""
        with self._store.reading() as shelves:
            return kept_on(shelves.reports, key)

    def keep(self, key: str, text: KeptText | None) -> KeptText | None:
        """Keep an edited text (None: back to the proposed one); return what stood before."""
        with self._store.command("edit_report") as shelves:
            before = kept_on(shelves.reports, key)
            shelves.reports.put_text(key, text.blocks if text else None)
            base = text.base if text else None
            if base is not None or (before is not None and before.base is not None):
                shelves.reports.put_text(_BASE.format(key=key), base)
        return before


def kept_on(shelf: ReportShelf, key: str) -> KeptText | None:
    """Return the edited text as a shelf holds it, None where there is none."""
    blocks = shelf.text(key)
    return None if blocks is None else KeptText(blocks, shelf.text(_BASE.format(key=key)))
