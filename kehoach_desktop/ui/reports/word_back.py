"""Takes the words of a report back from a Word file, read in a child off the main thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kehoach_desktop.domain.draft import Source
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.report import Block
from kehoach_desktop.i18n import _, retold
from kehoach_desktop.ui.jobs import Job
from kehoach_desktop.ui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class WordsTaken:
    """The words that were read, the file they came from, and what was left out of it."""

    name: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()


def ask_word(parent: QWidget) -> Path | None:
    """Return the Word file to read, None where the officer gave up."""
    chosen, _kind = QFileDialog.getOpenFileName(
        parent, _("Lấy lời báo cáo từ tệp Word"), "", _("Văn bản Word (*.docx)")
    )
    return Path(chosen) if chosen else None


class WordBack(QObject):
    """`taken` brings the words, `refused` why they could not be taken."""

    taken = Signal(object)
    refused = Signal(object)

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._job: Job | None = None
        self.ask: Callable[[QWidget], Path | None] = ask_word
        workbench.closing.connect(self._stop)

    def read(self, path: Path, known: Sequence[Block]) -> None:
        """Read the file at `path`; `known` are the words as they stand."""
        self._stop()
        read = self._workbench.tools.read
        self._job = self._workbench.jobs.run(
            lambda job: read(path, job.cancelled),
            done=lambda source: self._understand(source, known),
            failed=self.refused.emit,
        )

    def _understand(self, source: Source, known: Sequence[Block]) -> None:
        try:
            blocks = self._workbench.tools.words_of_report(source, known)
        except KehoachError as refusal:
            self.refused.emit(refusal)
            return
        notes = tuple(retold(finding.message) for finding in source.findings)
        self.taken.emit(WordsTaken(source.name, blocks, notes))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
