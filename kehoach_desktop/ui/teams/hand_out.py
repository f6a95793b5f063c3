"""Writes a file made from the rosters, says where it lies, and offers a way out of a refusal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.files import NotWritten
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import messages, settings
from kehoach_desktop.ui.furniture import Band
from kehoach_desktop.ui.reports.exporting import (
    AskTarget,
    OpenFile,
    open_file,
    tell_written,
    way_out,
)
from kehoach_desktop.ui.workbench import Workbench

FOLDER = "teams"
Write = Callable[[Path], Path]


def ask_file(parent: QWidget, proposed: Path) -> Path | None:
    """Return where the file is to lie, with its own ending; None where the officer gave up."""
    kinds = {
        ".docx": _("Văn bản Word (*.docx)"),
        ".xlsx": _("Bảng tính Excel (*.xlsx)"),
        ".pdf": _("Tệp PDF (*.pdf)"),
    }
    ending = proposed.suffix
    chosen, _kind = QFileDialog.getSaveFileName(
        parent, _("Lưu tệp"), str(proposed), kinds.get(ending, "")
    )
    if not chosen:
        return None
    return Path(chosen) if chosen.lower().endswith(ending) else Path(f"{chosen}{ending}")


class HandOut(QObject):
    """One file at a time. `band` says what became of it; `ask_target`, `open_file` reach outside.

    `said` repeats what was written for the status line.
    """

    said = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self.over = workbench, parent
        self.ask_target: AskTarget = ask_file
        self.open_file: OpenFile = open_file
        self.band = Band()
        self.busy = False

    def ask_and_write(
        self, name: str, write: Write, note: Callable[[], object] = lambda: None
    ) -> None:
        """Ask where the file goes, `note` that it does, and let `write` put it there in a job.

        Nothing leaves the program that could not be noted.
        """
        if self.busy:
            return
        target = self.ask_target(self.over, settings.folder(FOLDER) / name)
        if target is None:
            return
        try:
            note()
        except KehoachError as refusal:
            messages.show_error(self.over, refusal)
            return
        self._write(target, write)

    def _write(self, target: Path, write: Write) -> None:
        self.busy = True
        self.band.say(_("Đang ghi “{name}”…").format(name=target.name), "acc")
        self._workbench.jobs.run(
            lambda _job: write(target),
            done=self._written,
            failed=lambda failure: self._refused(failure, target, write),
        )

    def _written(self, path: Path) -> None:
        self.busy = False
        settings.put_folder(FOLDER, path.parent)
        self.said.emit(tell_written(self.band, path, self.open_file))

    def _refused(self, failure: BaseException, target: Path, write: Write) -> None:
        self.busy = False
        if not isinstance(failure, NotWritten):
            self.band.hide()
            messages.show_error(self.over, failure)
            return
        out = way_out(failure, target)
        other = out.target

        def again() -> None:
            if other is None:
                self.ask_and_write(target.name, write)
            else:
                self._write(other, write)

        self.band.say(failure.in_window, "red", button=out.words, on_click=again)
