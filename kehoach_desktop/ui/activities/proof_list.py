"""The files that prove an activity, ticked while they are kept; photos as small pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QIcon, QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from kehoach_desktop.domain.activity import ActivityFile
from kehoach_desktop.domain.attachment import FILE_STATE_WORDS, Attachment, FileState, KeptFile
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import icons, messages, theme
from kehoach_desktop.ui.latest_job import LatestJob
from kehoach_desktop.ui.workbench import Workbench

DATA = Qt.ItemDataRole.UserRole
WIDE, HIGH = 96, 60
PICTURES = {".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp", ".heic", ".tif", ".tiff"}


@dataclass(frozen=True, slots=True)
class Looked:
    """How the copy of a file stands, and its picture made small, None where it shows none."""

    kept: KeptFile
    picture: QImage | None = None


class ProofList(QListWidget):
    """Each file with a tick; Enter opens one. The copies are looked at once the list stands."""

    def __init__(self, workbench: Workbench, files: Sequence[ActivityFile]) -> None:
        super().__init__()
        self._workbench, self._looking = workbench, LatestJob(workbench.jobs, self)
        self.ensurePolished()
        self.setAccessibleName(_("Tệp minh chứng"))
        shown = any(_is_picture(file) for file in files)
        length = theme.current().length
        if shown:
            self.setIconSize(QSize(length(WIDE), length(HIGH)))
        self.setFixedHeight(length(2 * HIGH + 16 if shown else 84))
        for file in files:
            item = QListWidgetItem(icons.icon("document"), file.name, self)
            item.setData(DATA, file)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self.itemActivated.connect(self._open)
        self._look_at(0)

    def _look_at(self, number: int) -> None:
        """Look at one file behind the painting, then at the next: other work comes between."""
        item = self.item(number)
        if item is None:
            return
        file, look = item.data(DATA), self._workbench.activities.look
        size = self.iconSize() * self.devicePixelRatioF()
        self._looking.run(
            lambda _job: looked_at(look(file), size),
            done=partial(self._show, number),
            failed=partial(messages.show_error, self),
        )

    def _show(self, number: int, looked: Looked) -> None:
        item = self.item(number)
        told = _trouble(looked)
        if told:
            item.setText(f"{item.data(DATA).name} ({told})")
            item.setIcon(icons.icon("octagon", "red"))
            item.setForeground(theme.current().colour("red"))
        elif looked.picture is not None:
            item.setIcon(QIcon(QPixmap.fromImage(looked.picture)))
        self._look_at(number + 1)

    def unticked(self) -> list[ActivityFile]:
        """Return the files that are to prove the activity no more."""
        items = (self.item(row) for row in range(self.count()))
        return [i.data(DATA) for i in items if i.checkState() is Qt.CheckState.Unchecked]

    def _open(self, item: QListWidgetItem) -> None:
        kept = self._workbench.activities.look(item.data(DATA))
        if kept.path:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(kept.path)))


def looked_at(kept: KeptFile, size: QSize) -> Looked:
    """Return how a copy stands with its picture inside `size`; any thread may ask."""
    if kept.path is None or kept.state is not FileState.WHOLE or not _is_picture(kept.attachment):
        return Looked(kept)
    return Looked(kept, _small(kept.path, size))


def _small(path: Path, size: QSize) -> QImage:
    """Return the picture in a file, turned as it was taken; a null one where it shows none."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    whole = reader.size()
    if whole.isValid():
        # Read small from the start: a photo in full takes a hundred times the memory.
        longest = max(size.width(), size.height())
        box = QSize(longest, longest)
        if whole.width() > longest or whole.height() > longest:
            reader.setScaledSize(whole.scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
    read = reader.read()
    if read.isNull():
        return read
    aspect, smooth = (
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return read.scaled(size, aspect, smooth)


def _is_picture(file: ActivityFile | Attachment) -> bool:
    return Path(file.name).suffix.lower() in PICTURES


def _trouble(looked: Looked) -> str:
    """Return what is wrong with a copy in a few words, "" where nothing is."""
    if looked.kept.state is not FileState.WHOLE:
        return _(FILE_STATE_WORDS[looked.kept.state]).lower()
    broken = looked.picture is not None and looked.picture.isNull()
    return _("máy này không xem được ảnh") if broken else ""
