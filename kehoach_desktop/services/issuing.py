"""The verbs of issuing: a number in the register, the paper frozen with its file."""

from __future__ import annotations

from kehoach_desktop.domain.issued_paper import (
    IssuedPaper,
    NumberTaken,
    Series,
    UnknownPaper,
    as_issued,
    fingerprint,
    in_series,
    series_of,
)
from kehoach_desktop.domain.paper_frame import Frame
from kehoach_desktop.services.ports import Store


class Issuing:
    """The register of the papers an office sent out."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def register(self, year: int) -> tuple[Series, ...]:
        """Return the papers of a year by their run of numbers."""
        with self._store.reading() as shelves:
            return in_series(shelves.issued.of_year(year))

    def next_number(self, frame: Frame, year: int) -> int:
        """Return the number after the highest of the paper's series."""
        name = series_of(frame)
        found = next((s for s in self.register(year) if s.name == name), None)
        return found.papers[-1].number + 1 if found else 1

    def refuse_taken(self, frame: Frame) -> None:
        """Raise NumberTaken when the paper's number was given in its year already."""
        if frame.issued_on is None:
            return
        with self._store.reading() as shelves:
            papers = shelves.issued.of_year(frame.issued_on.year)
        if any((p.series, p.number) == (series_of(frame), frame.number) for p in papers):
            raise NumberTaken("".join(frame.number_and_symbol.split()))

    def issue(self, frame: Frame, file: bytes, data: str, replaces: str = "") -> IssuedPaper:
        """Keep the paper as issued, with its file.

        Raises NumberTaken, NothingToIssue without number or day, UnknownPaper for a paper to
        replace that is not in the register; then nothing is kept.
        """
        self.refuse_taken(frame)
        paper = as_issued(frame, file, data, replaces)
        with self._store.command("issue_paper") as shelves:
            if replaces and shelves.issued.get(replaces) is None:
                raise UnknownPaper(replaces)
            shelves.issued.put(paper, file)
        return paper

    def issued(self, paper: str) -> tuple[IssuedPaper, bytes]:
        """Return a paper and its file as it was issued. Raises UnknownPaper."""
        with self._store.reading() as shelves:
            found = shelves.issued.get(paper)
            if found is None:
                raise UnknownPaper(paper)
            return found, shelves.issued.file(paper)

    def is_untouched(self, paper: str, file: bytes | None = None) -> bool:
        """Say whether the kept file, or the one given, is the one that was issued."""
        found, kept = self.issued(paper)
        return fingerprint(kept if file is None else file) == found.sha256
