"""What every page is given: the verbs, the tools of other rooms, one undo stack, one signal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from kehoach_desktop.domain.draft import ColumnRole, Source
from kehoach_desktop.domain.plan import ImportDraft
from kehoach_desktop.domain.report import PeriodReport
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.services.offices import Offices
from kehoach_desktop.services.planning import Planning
from kehoach_desktop.services.reporting import Reporting
from kehoach_desktop.services.safekeeping import Safekeeping
from kehoach_desktop.ui.jobs import Jobs

ColumnChoices = Mapping[tuple[int, int], ColumnRole]


class Assemble(Protocol):
    """Turns what was read into a proposal; `mapping` says what the officer knows better."""

    def __call__(
        self, source: Source, year: int | None = None, mapping: ColumnChoices | None = None
    ) -> ImportDraft:
        """Return the proposal."""
        ...


@dataclass(frozen=True, slots=True)
class Tools:
    """What other rooms can do, handed in by the composition root.

    `read` and `write_report` are slow and belong in a job. `write_report` returns where the paper
    really lies; `report_name` proposes its file name; `sample_files` are plans to learn on;
    `resources` holds the stylesheet, tokens and icons.
    """

    read: Callable[[Path, Callable[[], bool]], Source]
    assemble: Assemble
    write_report: Callable[[PeriodReport, Path], Path]
    report_name: Callable[[PeriodReport], str]
    sample_files: Callable[[], tuple[Path, ...]]
    resources: Path


@dataclass(frozen=True, slots=True)
class Services:
    """The user's verbs."""

    planning: Planning
    reporting: Reporting
    offices: Offices
    safekeeping: Safekeeping


class Workbench(QObject):
    """What pages hold; never a database."""

    changed = Signal(object)

    def __init__(
        self,
        services: Services,
        tools: Tools,
        *,
        close: Callable[[], None],
        changed_since_backup: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._close = close
        self._changed_since_backup = changed_since_backup
        self.planning = services.planning
        self.reporting = services.reporting
        self.offices = services.offices
        self.safekeeping = services.safekeeping
        self.tools = tools
        self.jobs = Jobs(self)
        self.undo_stack = QUndoStack(self)

    def close(self) -> None:
        """Finish what runs, back up what changed, and let go of the store."""
        self.jobs.finish()
        try:
            if self._changed_since_backup():
                self.safekeeping.back_up("khi-dong")
        finally:
            self._close()

    def done(
        self,
        text: str,
        changes: Changes,
        *,
        undo: Callable[[], object],
        redo: Callable[[], object],
    ) -> None:
        """Say that a step named `text` was kept and how to take it back and do it again."""
        self.undo_stack.push(Step(self, text, changes, undo=undo, redo=redo))
        self.tell(changes)

    def tell(self, changes: Changes) -> None:
        """Tell every screen what was touched."""
        self.changed.emit(changes)


class Step(QUndoCommand):
    """A step already kept when it is pushed; undoing keeps what stood before."""

    def __init__(
        self,
        workbench: Workbench,
        text: str,
        changes: Changes,
        *,
        undo: Callable[[], object],
        redo: Callable[[], object],
    ) -> None:
        super().__init__(text)
        self._workbench = workbench
        self._changes = changes
        self._undo, self._redo = undo, redo
        self._already_kept = True

    def redo(self) -> None:
        """Do the step again; the first call, made by push, does nothing."""
        if not self._already_kept:
            self._redo()
            self._workbench.tell(self._changes)
        self._already_kept = False

    def undo(self) -> None:
        """Take the step back."""
        self._undo()
        self._workbench.tell(self._changes)
