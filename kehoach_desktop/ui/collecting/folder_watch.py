"""The folder where returned forms arrive: looked at again and again, its new files are offered."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.i18n import _
from kehoach_desktop.services.watching import WatchedFolder
from kehoach_desktop.ui import settings
from kehoach_desktop.ui.buttons import link
from kehoach_desktop.ui.furniture import label
from kehoach_desktop.ui.jobs import Job
from kehoach_desktop.ui.latest_job import LatestJob
from kehoach_desktop.ui.workbench import Workbench

LOOK_EVERY_MS = 20_000  # network folders tell nothing of their changes
SETTLE_MS = 800  # a file that is being copied is told several times


class FolderWatch(QObject):
    """`came` brings the files nobody has taken in, each once; `told` says how the folder is."""

    came = Signal(object)
    told = Signal(str)

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._watched: WatchedFolder | None = None
        self._offered: set[tuple[Path, int, int]] = set()
        self._looking = False
        self._summing = LatestJob(workbench.jobs, self)
        self._system = QFileSystemWatcher(self)
        self._every = QTimer(self, interval=LOOK_EVERY_MS)
        self._soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._every.timeout.connect(self.look)
        self._soon.timeout.connect(self.look)
        self._system.directoryChanged.connect(lambda _folder: self._soon.start())
        workbench.closing.connect(self.stop)

    def folder(self) -> Path | None:
        """Return the folder that is watched, None where none is."""
        return self._watched.folder if self._watched else None

    def watch(self, folder: Path | None) -> None:
        """Watch a folder from now on, or none; what was offered before is offered anew."""
        if held := self._system.directories():
            self._system.removePaths(held)
        self._offered.clear()
        self._watched = WatchedFolder(folder) if folder else None
        self.stop()
        if folder is None:
            return
        if folder.is_dir():
            self._system.addPath(str(folder))
        self._every.start()
        self.look()

    def stop(self) -> None:
        """Look no more, for the time being."""
        self._every.stop()
        self._soon.stop()
        self._summing.cancel()
        self._looking = False

    def look_again(self) -> None:
        """Offer anew what was offered before and left."""
        self._offered.clear()
        self.look()

    def look(self) -> None:
        """Look for new files: their bytes are summed up behind the painting."""
        watched = self._watched
        if watched is None or self._looking:
            return
        self._looking = True

        def summed(_job: Job) -> WatchedFolder:
            watched.arrived(frozenset())
            return watched

        self._summing.run(summed, done=self._offer, failed=self._fail)

    def _offer(self, watched: WatchedFolder) -> None:
        self._looking = False
        if watched is not self._watched:
            return
        try:
            arrived = self._workbench.collecting.arrived(watched)
        except KehoachError as refusal:
            self.told.emit(refusal.sentence)
            return
        self.told.emit("")
        new = [path for path in arrived if (stamp := _stamp(path)) and stamp not in self._offered]
        self._offered.update(stamp for path in new if (stamp := _stamp(path)))
        if new:
            self.came.emit(tuple(new))

    def _fail(self, failure: BaseException) -> None:
        self._looking = False
        self.told.emit(failure.sentence if isinstance(failure, KehoachError) else str(failure))


def _stamp(path: Path) -> tuple[Path, int, int] | None:
    try:
        told = path.stat()
    except OSError:
        return None
    return path, told.st_size, told.st_mtime_ns


def watch_of(workbench: Workbench) -> FolderWatch:
    """Return the one watch of the program, made when it is first asked for."""
    held = workbench.findChild(FolderWatch)
    return held if isinstance(held, FolderWatch) else FolderWatch(workbench, workbench)


class FolderLine(QWidget):
    """Says which folder is watched, and lets another be chosen, or none."""

    def __init__(self, watch: FolderWatch) -> None:
        super().__init__()
        self._watch = watch
        self.words, self.trouble = label("", "second", wrap=True), label("", "red", wrap=True)
        self.choose = link(_("Theo dõi thư mục…"), self.ask)
        self.again = link(_("Xem lại"), watch.look_again)
        self.stop = link(_("Thôi theo dõi"), partial(self.take, None))
        line = QHBoxLayout()
        line.setSpacing(12)
        for act in (self.choose, self.again, self.stop):
            line.addWidget(act)
        line.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 4, 12, 4)
        whole.setSpacing(0)
        for part in (self.words, self.trouble):
            whole.addWidget(part)
        whole.addLayout(line)
        self.trouble.hide()
        watch.told.connect(self._say_trouble)
        self._show()

    def ask(self) -> None:
        """Ask which folder returned forms arrive in."""
        start = str(self._watch.folder() or settings.folder("returns", "forms"))
        chosen = QFileDialog.getExistingDirectory(self, _("Thư mục nhận phiếu"), start)
        if chosen:
            self.take(Path(chosen))

    def take(self, folder: Path | None) -> None:
        """Watch `folder` from now on, today and after every start; None watches none."""
        settings.put_watched(folder)
        self._watch.watch(folder)
        self._show()

    def _show(self) -> None:
        folder = self._watch.folder()
        words = _("Thư mục nhận phiếu: {folder}. Tệp mới tự hiện bên phải, chưa ghi vào sổ.")
        self.words.setText(words.format(folder=folder.name) if folder else "")
        self.words.setToolTip(str(folder or ""))
        self.words.setVisible(folder is not None)
        self.choose.setText(_("Đổi thư mục…") if folder else _("Theo dõi thư mục nhận phiếu…"))
        for part in (self.again, self.stop):
            part.setVisible(folder is not None)
        self._say_trouble("")

    def _say_trouble(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
