"""What is noted of files that were taken in: their receipts, their sums, the words of units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import ProgressEntry
from kehoach_desktop.domain.return_form import Returned
from kehoach_desktop.domain.return_form_held import receipt_of
from kehoach_desktop.domain.return_form_outcome import Comparison, Reason, other_words
from kehoach_desktop.services.ports import Shelves

_NOTHING_NEW = {Reason.DUPLICATE, Reason.OLDER}


def entries_of(accepted: Sequence[Comparison]) -> dict[TaskId, ProgressEntry]:
    """Return the entries that change, as they stand after the last file."""
    rows = (row for comparison in accepted for row in comparison.rows)
    return {row.entry.task: row.entry for row in rows if row.entry is not None and row.changes}


def note_files(
    shelves: Shelves, returned: Sequence[Returned], files: Sequence[Comparison]
) -> Iterator[tuple[str, str]]:
    """Keep which files need no second look: all of each is taken in, or says nothing new."""
    seen: dict[str, list[Comparison]] = {}
    for file, comparison in zip(returned, files, strict=True):
        seen.setdefault(file.sha256, []).append(comparison)
    for sha256, parts in seen.items():
        if sha256 and all(map(_needs_no_look, parts)):
            for key in dict.fromkeys(part.period for part in parts):
                shelves.forms.put_file(key, sha256, parts[0].file)
                yield key, sha256


def _needs_no_look(part: Comparison) -> bool:
    return part.accepted or any(r.reason in _NOTHING_NEW for r in part.refused_file)


def keep_receipt(shelves: Shelves, taken: Comparison, into: ReportingPeriod, at: str) -> None:
    """Keep that a file came home, with what its unit says against others and of being late."""
    shelves.forms.put_receipt(receipt_of(taken, at))
    for said in other_words(taken, into.key):
        shelves.forms.put_other_word(said)
    for row in taken.rows:
        if row.entry is not None:
            shelves.forms.drop_other_word(into.key, row.entry.task, taken.unit)
        if row.claim is not None:
            shelves.forms.put_claim(row.claim)
        elif row.entry is not None and row.reading.status_text:
            shelves.forms.drop_claim(into.key, row.entry.task, taken.unit)
