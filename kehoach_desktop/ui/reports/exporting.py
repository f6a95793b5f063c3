"""Writes the paper in a job, opens it, and turns a refusal into a sentence with a way out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from kehoach_desktop.domain.paper import Paper
from kehoach_desktop.domain.report import PeriodReport
from kehoach_desktop.files import NotWritten, TargetInUse
from kehoach_desktop.i18n import _
from kehoach_desktop.ui.furniture import Band
from kehoach_desktop.ui.workbench import Workbench

AskTarget = Callable[[QWidget, Path], Path | None]
OpenFile = Callable[[Path], object]
FOLDER = "bao-cao"  # of the settings: where papers went last


def ask_target(parent: QWidget, proposed: Path) -> Path | None:
    """Return where the paper is to be written, None where the officer gave up."""
    chosen, _kind = QFileDialog.getSaveFileName(
        parent, _("Tạo văn bản"), str(proposed), _("Văn bản Word (*.docx)")
    )
    if not chosen:
        return None
    return Path(chosen) if chosen.lower().endswith(".docx") else Path(f"{chosen}.docx")


def open_file(path: Path) -> bool:
    """Open a paper with the program the system keeps for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def beside(path: Path) -> Path:
    """Return the first free name beside `path`: "BC thang 10-2025 (2).docx"."""
    number = 2
    while (free := path.with_name(f"{path.stem} ({number}){path.suffix}")).exists():
        number += 1
    return free


def tell_written(band: Band, path: Path, open_file: OpenFile) -> str:
    """Say on `band` where a file lies, open it, and offer to open it again; return the words."""
    words = _("Đã ghi “{name}” vào thư mục {folder}.").format(name=path.name, folder=path.parent)
    band.say(words, "green", button=_("Mở lại"), on_click=lambda: open_file(path))
    tell_opened(band, path, open_file, words)
    return words


def tell_opened(band: Band, path: Path, open_file: OpenFile, words: str = "") -> None:
    """Open a file; where no program takes it, say so on `band` after `words`."""
    if open_file(path) is False:
        no_program = _("{words} Máy này chưa có chương trình mở tệp này.")
        band.say(no_program.format(words=words).strip(), "amber")


@dataclass(frozen=True, slots=True)
class WayOut:
    """What may be done about a refusal: the words of the button, and the name to try, if any."""

    words: str
    target: Path | None = None


def way_out(refusal: NotWritten, target: Path) -> WayOut:
    """Return the next thing to try: another name beside an open file, else another folder."""
    if isinstance(refusal, TargetInUse):
        free = beside(target)
        return WayOut(_("Ghi thành “{name}”").format(name=free.name), free)
    return WayOut(_("Chọn nơi khác…"))


class Export(QObject):
    """One paper at a time; `written` tells where it lies, `refused` why it does not."""

    written = Signal(object)
    refused = Signal(object, object)

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.busy = False

    def write(self, report: Paper | PeriodReport, target: Path) -> None:
        """Start writing `report` at `target`; a second call while one runs does nothing."""
        if self.busy:
            return
        self.busy = True
        write = self._workbench.tools.write_paper
        self._workbench.jobs.run(
            lambda _job: write(report, target),
            done=self._done,
            failed=lambda failure: self._failed(failure, target),
        )

    def _done(self, path: Path) -> None:
        self.busy = False
        self.written.emit(path)

    def _failed(self, failure: BaseException, target: Path) -> None:
        self.busy = False
        self.refused.emit(failure, target)
