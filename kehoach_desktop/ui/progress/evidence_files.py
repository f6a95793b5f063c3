"""The files behind an answer: added by button, drop or paste, opened, taken away, found lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kehoach_desktop.domain.attachment import (
    FILE_STATE_WORDS,
    Attachment,
    FileState,
    KeptCopy,
    KeptFile,
)
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui import icons, messages, settings, theme
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.copying import Copying
from kehoach_desktop.ui.jobs import Job
from kehoach_desktop.ui.latest_job import LatestJob
from kehoach_desktop.ui.list_box import list_box
from kehoach_desktop.ui.workbench import Workbench


class EvidenceFiles(QWidget):
    """Shows the files of a task in a period. `refused` says why one is not attached."""

    refused = Signal(str)
    said = Signal(str)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self._task, self._period = TaskId(""), ReportingPeriod.month_of(workbench.reporting.today())
        self._label = ""
        self.kept: tuple[Attachment, ...] = ()
        self._looking = LatestJob(workbench.jobs, self)
        self.copying = Copying(workbench.jobs, self, workbench.evidence.copy)
        self.open_file: Callable[[Path], object] = _open_file
        self.files = list_box()
        self.files.setAccessibleName(_("Tệp minh chứng"))
        self.files.setProperty("kind", "frame")
        self.files.setFixedHeight(theme.current().length(54))
        self.add = Button(_("Thêm tệp…"), self.ask_files)
        self.look = Button(_("Mở"), self.open_current)
        self.remove = Button(_("Bỏ tệp"), self.remove_current)
        self._lay_out()
        self.files.itemActivated.connect(lambda _item: self.open_current())
        self.files.currentRowChanged.connect(lambda _row: self._allow())
        workbench.changed.connect(self._changed)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.files, 1)
        buttons = QVBoxLayout()
        buttons.setSpacing(2)
        buttons.addWidget(self.add)
        below = QHBoxLayout()
        for button in (self.look, self.remove):
            below.addWidget(button)
        buttons.addLayout(below)
        line.addLayout(buttons)

    def show_files(self, task: TaskId, period: ReportingPeriod, label: str) -> None:
        """Show what is attached to a task in a period; whether a file is whole comes behind."""
        self._task, self._period, self._label = task, period, label
        kept = self._workbench.evidence.attachments(period, task)
        if kept != self.kept or not self.files.count():
            self.kept = kept
            self._list()
            self._check()
        self._allow()

    def _changed(self, changes: Changes) -> None:
        if changes & Changes.PROGRESS and self._task and self.isVisible():
            self.show_files(self._task, self._period, self._label)

    def _list(self) -> None:
        self.files.clear()
        for one in self.kept:
            self.files.addItem(QListWidgetItem(icons.icon("document"), words_of(one)))
        if not self.kept:
            words = _("Kéo tệp thả vào đây, dán (Ctrl+V), hoặc bấm Thêm tệp…")
            invitation = QListWidgetItem(words, self.files)
            invitation.setFlags(Qt.ItemFlag.NoItemFlags)
            invitation.setForeground(theme.current().colour("text3"))

    def _check(self) -> None:
        """Look at the copies behind the painting: a large file takes its time to sum up."""
        kept, look = self.kept, self._workbench.evidence.look

        def looked(_job: Job) -> tuple[KeptFile, ...]:
            return tuple(look(one) for one in kept)

        if kept:
            failed = partial(messages.show_error, self)
            self._looking.run(looked, done=self._say_states, failed=failed)

    def _say_states(self, files: tuple[KeptFile, ...]) -> None:
        if tuple(file.attachment for file in files) != self.kept:
            return
        for number, file in enumerate(files):
            if file.state is not FileState.WHOLE:
                words = _("{file} – {state}")
                state = _(FILE_STATE_WORDS[file.state]).lower()
                item = self.files.item(number)
                item.setText(words.format(file=words_of(file.attachment), state=state))
                item.setIcon(icons.icon("octagon", "red"))
                item.setForeground(theme.current().colour("red"))

    def lock(self, locked: bool) -> None:
        """Let files be looked at only, while the period is closed."""
        self.add.setEnabled(not locked)
        self._allow()

    def _allow(self) -> None:
        chosen = 0 <= self.files.currentRow() < len(self.kept)
        self.look.setEnabled(chosen)
        self.remove.setEnabled(chosen and self.add.isEnabled())

    def ask_files(self) -> None:
        """Ask for files to attach, several at once."""
        start = str(settings.folder("evidence"))
        chosen, _kind = QFileDialog.getOpenFileNames(self, _("Thêm tệp minh chứng"), start)
        if chosen:
            settings.put_folder("evidence", Path(chosen[0]).parent)
            self.attach(tuple(map(Path, chosen)))

    def attach(self, paths: Sequence[Path]) -> None:
        """Attach copies of `paths` as one step, made by a job; a file that is refused is named."""
        task, period, label = self._task, self._period, self._label
        try:
            self._workbench.evidence.refuse(task, period)
        except KehoachError as refusal:
            self.refused.emit(refusal.in_window)
            return

        def done(copies: Sequence[KeptCopy], refused: Sequence[str]) -> None:
            self._attach(task, period, label, copies, refused)

        self.copying.run(paths, self.said.emit, done)

    def _attach(
        self,
        task: TaskId,
        period: ReportingPeriod,
        label: str,
        copies: Sequence[KeptCopy],
        refused: Sequence[str],
    ) -> None:
        evidence = self._workbench.evidence
        before = set(evidence.attachments(period, task))
        added, refused = [], list(refused)
        for copy in copies:
            try:
                added.append(evidence.attach_copy(task, period, copy))
            except KehoachError as refusal:
                refused.append(refusal.in_window)
        new = [one for one in dict.fromkeys(added) if one not in before]
        if new:
            text = _("Thêm {count} tệp minh chứng {label}")
            self._step(
                text.format(count=len(new), label=label),
                undo=partial(_each, evidence.detach, new),
                redo=partial(_each, evidence.put_back, new),
            )
        elif added:
            self.said.emit(_("Tệp đã đính kèm từ trước; không thêm gì."))
        if refused:
            self.refused.emit(" ".join(dict.fromkeys(refused)))

    def remove_current(self) -> None:
        """Take the chosen file away, as a step; its copy stays for the backups."""
        row = self.files.currentRow()
        if not 0 <= row < len(self.kept):
            return
        one, evidence = self.kept[row], self._workbench.evidence
        try:
            evidence.detach(one)
        except KehoachError as refusal:
            self.refused.emit(refusal.in_window)
            return
        self._step(
            _("Bỏ tệp “{name}” khỏi {label}").format(name=one.name, label=self._label),
            undo=partial(evidence.put_back, one),
            redo=partial(evidence.detach, one),
        )

    def _step(self, text: str, *, undo: Callable[[], object], redo: Callable[[], object]) -> None:
        self._workbench.done(text, Changes.PROGRESS, undo=undo, redo=redo)
        self.said.emit(f"{text}.")

    def open_current(self) -> None:
        """Open the chosen file with the program the system keeps for it."""
        row = self.files.currentRow()
        if not 0 <= row < len(self.kept):
            return
        place = self._workbench.evidence.place(self.kept[row])
        if place is None:
            words = _("Tệp “{name}” không còn trong thư mục minh chứng; hãy thêm lại từ bản gốc.")
            self.refused.emit(words.format(name=self.kept[row].name))
            return
        self.open_file(place)

    def paste(self) -> bool:
        """Attach the files the clipboard carries; say whether there were any."""
        paths = files_in(QGuiApplication.clipboard().mimeData())
        if paths and self.add.isEnabled():
            self.attach(paths)
        return bool(paths)


def _each(act: Callable[[Attachment], object], files: Sequence[Attachment]) -> None:
    for one in files:
        act(one)


def _open_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def files_in(carried: QMimeData) -> tuple[Path, ...]:
    """Return the files that a drop or the clipboard carries; folders are none."""
    paths = (Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile())
    return tuple(path for path in paths if path.is_file())


def words_of(one: Attachment) -> str:
    """Return "Biên bản.pdf (1,2 MB)"."""
    return f"{one.name} ({size_words(one.size)})"


def size_words(size: int) -> str:
    """Return bytes as people say them: "840 byte", "24 kB", "1,2 MB"."""
    if size < 1000:
        return _("{size} byte").format(size=size)
    if size < 1_000_000:
        return _("{size} kB").format(size=round(size / 1000))
    return _("{size} MB").format(size=f"{size / 1_000_000:.1f}".replace(".", ","))
