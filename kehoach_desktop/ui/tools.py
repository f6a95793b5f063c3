"""What the pages of the window borrow from other rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from kehoach_desktop.domain.agency import CommuneWords
    from kehoach_desktop.domain.draft import ColumnRole, RowMark, Source
    from kehoach_desktop.domain.journal import Backup
    from kehoach_desktop.domain.paper import Paper, PaperAppendix
    from kehoach_desktop.domain.paper_check import MendedPaper, PaperFinding
    from kehoach_desktop.domain.plan import ImportDraft
    from kehoach_desktop.domain.printed_paper import PrintedPaper
    from kehoach_desktop.domain.report import Block, PeriodReport
    from kehoach_desktop.domain.return_form import Returned, ReturnForm
    from kehoach_desktop.domain.snapshot import WrittenPaper
    from kehoach_desktop.domain.team import RosterDraft

    ColumnChoices = Mapping[tuple[int, int], ColumnRole]
    RowChoices = Mapping[tuple[int, int], RowMark]


class Assemble(Protocol):
    """Turns what was read into a proposal.

    `mapping` says what columns are and `marks` what rows are, where the officer knows better;
    `words` are the office's own for a task of the commune.
    """

    def __call__(
        self,
        source: Source,
        year: int | None = None,
        mapping: ColumnChoices | None = None,
        marks: RowChoices | None = None,
        words: CommuneWords | None = None,
    ) -> ImportDraft:
        """Return the proposal."""
        ...


class Originals(Protocol):
    """Keeps the files that plans were read from."""

    def keep(self, path: Path, sha256: str) -> Path | None:
        """Copy a file; None where it is gone or another one by now."""
        ...

    def find(self, sha256: str) -> Path | None:
        """Return the copy of the file of that hash, None where none is kept."""
        ...


class Tools(NamedTuple):
    """What other rooms can do, handed in by the composition root.

    `read`, `write_paper`, `check`, `mend`, `write_form` and `read_returns` are slow and belong in
    a job. `write_paper` returns where the paper really lies; `report_name` proposes its file name;
    `sample_files` are plans to learn on and answers to them, named by their period; `resources`
    holds the stylesheet, tokens and icons. `backups`, `restore` and `begin_anew` need no open
    store; a damaged one that was moved aside is returned.
    """

    read: Callable[[Path, Callable[[], bool]], Source]
    assemble: Assemble
    write_paper: Callable[[Paper | PeriodReport, Path], Path]
    report_name: Callable[[PeriodReport], str]
    sample_files: Callable[[], tuple[Path, ...]]
    resources: Path
    write_form: Callable[[ReturnForm, Path], Path]
    read_returns: Callable[[Source], tuple[Returned, ...]]
    assemble_roster: Callable[[Source], RosterDraft]
    write_roster: Callable[[Mapping[str, PaperAppendix], Path], Path]
    originals: Originals
    printed: Callable[[Paper | PeriodReport], PrintedPaper]
    written: Callable[[Paper | PeriodReport], WrittenPaper]
    check: Callable[[Path, Callable[[], bool]], tuple[PaperFinding, ...]]
    mend: Callable[[Path, Path], MendedPaper]
    signed_copies: Originals
    words_of_report: Callable[[Source, Sequence[Block]], tuple[Block, ...]]
    backups: Callable[[], tuple[Backup, ...]]
    restore: Callable[[Path], Path | None]
    begin_anew: Callable[[], None]
