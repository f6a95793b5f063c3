"""What a command is given: the verbs over an open store (Desk), and what other rooms can do."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kehoach_desktop.domain.agency import CommuneWords
from kehoach_desktop.domain.draft import ColumnRole, Source
from kehoach_desktop.domain.filled_appendix import FilledSheet
from kehoach_desktop.domain.paper import Paper, PaperAppendix
from kehoach_desktop.domain.paper_check import MendedPaper, PaperFinding
from kehoach_desktop.domain.plan import ImportDraft
from kehoach_desktop.domain.report import PeriodReport
from kehoach_desktop.domain.return_form import Returned, ReturnForm
from kehoach_desktop.domain.snapshot import WrittenPaper
from kehoach_desktop.domain.team import RosterDraft
from kehoach_desktop.services.verbs import Verbs as Desk

__all__ = ["Assemble", "Command", "Desk", "OpenDesk", "Tools"]


class OpenDesk(Protocol):
    """Opens a store for the length of one command."""

    def __call__(
        self, path: Path | None, *, make: bool = False, writing: bool = True
    ) -> AbstractContextManager[Desk]:
        """Open the store at `path`, or the one of this user."""
        ...


class Originals(Protocol):
    """Keeps the files that plans were read from, beside a store."""

    def keep(self, path: Path, sha256: str) -> Path | None:
        """Copy a file; None where it is gone or another one by now."""
        ...

    def find(self, sha256: str) -> Path | None:
        """Return the copy of the file of that hash, or None."""
        ...


class Assemble(Protocol):
    """Turns what was read into a proposal."""

    def __call__(
        self, source: Source, year: int | None = None, *, words: CommuneWords | None = None
    ) -> ImportDraft:
        """Return the proposal; `words` are the office's own for a task of the commune."""
        ...


@dataclass(frozen=True, slots=True)
class Tools:
    """What other rooms can do, handed in by the composition root."""

    open_desk: OpenDesk
    read: Callable[[Path], Source]
    assemble: Assemble
    originals: Callable[[Path | None], Originals]
    signed_copies: Callable[[Path | None], Originals]
    written: Callable[[Paper | PeriodReport], WrittenPaper]
    as_written: Callable[[Paper | PeriodReport, Path], WrittenPaper]
    write_appendix: Callable[[Sequence[FilledSheet], Path], Path]
    column_role: Callable[[str], ColumnRole]
    assemble_roster: Callable[[Source], RosterDraft]
    write_roster: Callable[[Mapping[str, PaperAppendix], Path], Path]
    write_paper: Callable[[Paper | PeriodReport, Path, Callable[[str], None]], Path]
    restore: Callable[[Path, Path | None], Path | None]
    write_form: Callable[[ReturnForm, Path], Path]
    read_returns: Callable[[Source], tuple[Returned, ...]]
    check: Callable[[Path], tuple[PaperFinding, ...]]
    mend: Callable[[Path, Path], MendedPaper]


Command = Callable[[argparse.Namespace, Tools], None]
