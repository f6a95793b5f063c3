"""The verbs of issuing: a number in the register, the paper frozen with its file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from kehoach_desktop.domain.counts import Counts
from kehoach_desktop.domain.issued_paper import (
    IssuedPaper,
    NothingToIssue,
    NumberTaken,
    Relation,
    Series,
    UnknownPaper,
    as_issued,
    fingerprint,
    in_series,
    refuse_relation,
    series_of,
)
from kehoach_desktop.domain.paper_frame import Frame
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.rebuilt_paper import Likeness, RebuiltPaper, rebuilt
from kehoach_desktop.domain.report import PeriodReport
from kehoach_desktop.domain.signed_copy import NotASignedCopy, SignedCopy, SignedState, is_pdf
from kehoach_desktop.domain.signer import SignerRefused
from kehoach_desktop.domain.snapshot import MadePaper, Maker, WrittenPaper, frozen, maker_in, thawed
from kehoach_desktop.domain.team_book import TeamStep
from kehoach_desktop.domain.text import clean
from kehoach_desktop.services.issuing_ports import Keeper
from kehoach_desktop.services.ports import Shelves, Store


@dataclass(frozen=True, slots=True)
class Mends:
    """Which issued paper another one puts right, and how; `corrected` is how it reads then."""

    paper: str = ""
    relation: Relation = Relation.REPLACES
    corrected: MadePaper | None = None


ON_ITS_OWN = Mends()


@dataclass(frozen=True, slots=True)
class ReportedFigures:
    """What was reported of a period: the paper that counts, and its figures as last corrected."""

    paper: IssuedPaper
    period: ReportingPeriod
    counts: Counts


class Fit(Protocol):
    """A paper that was made, with what it leaves blank and what speaks against who signs."""

    @property
    def gaps(self) -> tuple[str, ...]:
        """The keys of what is blank."""
        ...

    @property
    def doubts(self) -> tuple[str, ...]:
        """What speaks against who signs."""
        ...


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

    def refuse(self, made: MadePaper, mends: Mends = ON_ITS_OWN) -> None:
        """Raise what `issue` would raise, before anything is written."""
        self.refuse_taken(frame_in(made))
        self.refuse_correction(as_issued(frame_in(made), b"", "", mends.paper, mends.relation))

    def refuse_taken(self, frame: Frame) -> None:
        """Raise NumberTaken when the paper's number was given in its year already."""
        if frame.issued_on is None:
            return
        with self._store.reading() as shelves:
            papers = shelves.issued.of_year(frame.issued_on.year)
        if any((p.series, p.number) == (series_of(frame), frame.number) for p in papers):
            raise NumberTaken("".join(frame.number_and_symbol.split()))

    def issue(
        self,
        made: MadePaper,
        written: WrittenPaper,
        data: str,
        mends: Mends = ON_ITS_OWN,
        fixes: TeamStep | None = None,
    ) -> IssuedPaper:
        """Keep the paper as issued: its file, what it was made from and by, what it puts right.

        `data` is what was asked for, as JSON text; `fixes` the lists of the teams that a decision
        fixes, kept with it or not at all. Raises NumberTaken, NothingToIssue
        without number or day, UnknownPaper for a paper to correct that is not in the register,
        OtherKind or AlreadyReplaced where it may not be corrected so; then nothing is kept.
        """
        frame = frame_in(made)
        self.refuse_taken(frame)
        paper = as_issued(frame, written.file, data, mends.paper, mends.relation)
        self.refuse_correction(paper)
        with self._store.command("issue_paper") as shelves:
            after = frozen(mends.corrected) if mends.corrected else ""
            kept = frozen(made, written.maker)
            shelves.issued.put(paper, written.file, kept, after)
            if fixes is not None:
                shelves.teams.keep(fixes)
        return paper

    def refuse_correction(self, paper: IssuedPaper) -> None:
        """Raise UnknownPaper, OtherKind or AlreadyReplaced for a paper that may not correct."""
        if not paper.replaces:
            return
        with self._store.reading() as shelves:
            old = _held(shelves, paper.replaces)
            refuse_relation(paper, old, _replacement(shelves, old))

    def issued(self, paper: str) -> tuple[IssuedPaper, bytes]:
        """Return a paper and its file as it was issued. Raises UnknownPaper."""
        with self._store.reading() as shelves:
            return _held(shelves, paper), shelves.issued.file(paper)

    def corrections(self, paper: str) -> tuple[IssuedPaper, ...]:
        """Return the papers that amend, correct or replace this one, the earliest first."""
        with self._store.reading() as shelves:
            return tuple(shelves.issued.corrections(paper))

    def snapshot(self, paper: str) -> MadePaper | None:
        """Return what the paper was made from, None for one kept before snapshots were.

        Raises UnknownPaper, UnreadableSnapshot.
        """
        with self._store.reading() as shelves:
            _held(shelves, paper)
            kept = shelves.issued.snapshot(paper)
        return thawed(kept) if kept else None

    def as_it_stands(self, paper: str) -> MadePaper | None:
        """Return the paper with what later papers made of it: the last one counts.

        None for one kept before snapshots were. Raises UnknownPaper, UnreadableSnapshot.
        """
        with self._store.reading() as shelves:
            _held(shelves, paper)
            later = shelves.issued.corrections(paper)
            replacement = next((p for p in later if p.relation is Relation.REPLACES), None)
            amended = [kept for p in later if (kept := shelves.issued.corrected(p.id))]
        if replacement is not None:
            return self.as_it_stands(replacement.id)
        return thawed(amended[-1]) if amended else self.snapshot(paper)

    def figures(self, year: int) -> tuple[ReportedFigures, ...]:
        """Return the counts of the reports of a year, each as it stands after what corrected it.

        A report that was replaced gives way to the one in its place. Raises UnreadableSnapshot.
        """
        found = []
        for paper in (paper for series in self.register(year) for paper in series.papers):
            made = self._counting(paper)
            if isinstance(made, PeriodReport):
                found.append(ReportedFigures(paper, made.view.period, made.view.counts()))
        return tuple(sorted(found, key=lambda one: (one.period.first_day, one.period.last_day)))

    def _counting(self, paper: IssuedPaper) -> MadePaper | None:
        later = {one.relation for one in self.corrections(paper.id)}
        if Relation.REPLACES in later or paper.relation in (Relation.AMENDS, Relation.CORRECTS):
            return None
        return self.as_it_stands(paper.id)

    def is_untouched(self, paper: str, file: bytes | None = None) -> bool:
        """Say whether the kept file, or the one given, is the one that was issued."""
        found, kept = self.issued(paper)
        return fingerprint(kept if file is None else file) == found.sha256

    def rebuild(self, paper: str, write: Callable[[MadePaper], WrittenPaper]) -> RebuiltPaper:
        """Write the paper anew from what was kept of it, and compare it with its file.

        The sum of the file is the proof that it was not touched. Raises UnknownPaper.
        """
        found, kept = self.issued(paper)
        if fingerprint(kept) != found.sha256:
            return RebuiltPaper(Likeness.TAMPERED)
        made = self.snapshot(paper)
        if made is None:
            return RebuiltPaper(Likeness.NOT_KEPT)
        if not _fits(found, made):
            return RebuiltPaper(Likeness.TAMPERED)
        anew = write(made)
        return rebuilt(kept, anew.file, same_maker=self._maker(paper) == anew.maker)

    def _maker(self, paper: str) -> Maker | None:
        with self._store.reading() as shelves:
            return maker_in(shelves.issued.snapshot(paper))

    def attach_signed(self, paper: str, path: Path, on: date, keeper: Keeper) -> SignedCopy:
        """Copy the signed PDF beside the store and keep that it belongs to the paper.

        A second one takes the place of the first. Raises UnknownPaper, NotASignedCopy, NotWritten.
        """
        self.issued(paper)
        copy = copy_signed(paper, path, on, keeper)
        self.put_signed(copy)
        return copy

    def put_signed(self, copy: SignedCopy) -> None:
        """Keep that a copy belongs to its paper, in one short command. Raises UnknownPaper."""
        with self._store.command("attach_signed_copy") as shelves:
            _held(shelves, copy.paper)
            shelves.issued.put_signed(copy)

    def signed(self, paper: str, keeper: Keeper) -> tuple[SignedState, SignedCopy | None]:
        """Return whether the signed copy is there and is the one that was attached."""
        with self._store.reading() as shelves:
            copy = shelves.issued.signed(paper)
        if copy is None:
            return SignedState.NONE, None
        held = keeper.find(copy.sha256)
        if held is None:
            return SignedState.MISSING, copy
        try:
            same = fingerprint(held.read_bytes()) == copy.sha256
        except OSError:
            return SignedState.MISSING, copy
        return SignedState.HELD if same else SignedState.CHANGED, copy


def copy_signed(paper: str, path: Path, on: date, keeper: Keeper) -> SignedCopy:
    """Copy the signed PDF beside the store; any thread may, for no shelf is opened.

    Raises NotASignedCopy, NotWritten.
    """
    try:
        contents = path.read_bytes()
    except OSError as refusal:
        raise NotASignedCopy(path.name) from refusal
    copy = SignedCopy(paper, clean(path.name), fingerprint(contents), len(contents), on)
    if not is_pdf(contents) or keeper.keep(path, copy.sha256) is None:
        raise NotASignedCopy(path.name)
    return copy


def refuse_unfit(made: Fit, despite: str = "") -> None:
    """Raise NothingToIssue for blanks, SignerRefused for a doubt that no reason overrules."""
    if made.gaps:
        raise NothingToIssue(made.gaps)
    if made.doubts and not despite.strip():
        raise SignerRefused(made.doubts)


def frame_in(made: MadePaper) -> Frame:
    """Return what stands around the text of a paper that is to be issued."""
    assert made.frame is not None, "a report is issued with the frame of its kind"
    return made.frame


def _held(shelves: Shelves, paper: str) -> IssuedPaper:
    found = shelves.issued.get(paper)
    if found is None:
        raise UnknownPaper(paper)
    return found


def _replacement(shelves: Shelves, old: IssuedPaper) -> IssuedPaper | None:
    later = shelves.issued.corrections(old.id)
    return next((paper for paper in later if paper.relation is Relation.REPLACES), None)


def _fits(paper: IssuedPaper, made: MadePaper) -> bool:
    frame = frame_in(made)
    if frame.number is None or frame.issued_on is None:
        return False
    told = as_issued(frame, b"", paper.data)
    return _printed(told) == _printed(paper)


def _printed(paper: IssuedPaper) -> tuple[object, ...]:
    """Return what a line of the register tells of the paper's own words."""
    head = (paper.kind, paper.number, paper.symbol, paper.issued_on)
    return (*head, paper.subject, paper.signer)
