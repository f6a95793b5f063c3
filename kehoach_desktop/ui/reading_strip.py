"""The strip that tells a file is being read, with a way to stop it; files wait here in turn."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from kehoach_desktop.i18n import _
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.furniture import label
from kehoach_desktop.ui.jobs import Job
from kehoach_desktop.ui.steps import Steps
from kehoach_desktop.ui.workbench import Workbench

if TYPE_CHECKING:
    from kehoach_desktop.domain.agency import CommuneWords
    from kehoach_desktop.domain.draft import Source
    from kehoach_desktop.domain.plan import Plan
    from kehoach_desktop.domain.return_form import Returned
    from kehoach_desktop.ui.plans.import_places import Understood
    from kehoach_desktop.ui.tools import Tools

SHOWN_AFTER_MS = 400
_OF_THE_REVIEW = tuple(
    f"kehoach_desktop.ui.plans.import_{part}"
    for part in ("dialogs", "model", "source", "list", "editor", "applying", "review")
)


class ReadingStrip(QFrame):
    """Reads one file at a time in a job; `understood` brings the source and what it was read as."""

    understood = Signal(object, object)
    said = Signal(str)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self._waiting: list[Path] = []
        self._path = Path()
        self._job: Job | None = None
        self.setProperty("kind", "band_acc")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        self.words = label()
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(180)
        self.halt = Button(_("Dừng"), self.stop)
        row.setSpacing(12)
        row.addWidget(self.words)
        row.addWidget(self.progress)
        row.addStretch(1)
        row.addWidget(self.halt)
        self._fetching = Steps(self, workbench.closing)
        self._delay = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._delay.timeout.connect(self.show)
        self.hide()

    def busy(self) -> bool:
        """Say whether a file is being read."""
        return self._job is not None

    def queue(self, files: tuple[Path, ...], *, waiting: bool) -> None:
        """Read `files` one after the other; where one is `waiting` for its review, after it."""
        self._waiting.extend(files)
        if waiting or self.busy():
            words = _("Tệp “{name}” chờ đến lượt: xong kế hoạch đang xem sẽ đọc tiếp.")
            self.said.emit(words.format(name=self._waiting[0].name))
        else:
            self.next()

    def next(self) -> None:
        """Begin with the file that waits longest, if any."""
        if not self._waiting or self.busy():
            return
        self._path = path = self._waiting.pop(0)
        self.words.setText(_("Đang đọc tệp “{name}”…").format(name=path.name))
        self._delay.start()
        words, plans = self._workbench.mappings.commune_words(), self._workbench.planning.plans()
        work = partial(_read, self._workbench.tools, words, plans, path)
        self._job = self._workbench.jobs.run(work, done=self._done, failed=self._failed)
        # While the child reads, the window has time for what the review needs on its first showing.
        self._fetching.take(*(partial(import_module, name) for name in _OF_THE_REVIEW))

    def stop(self) -> None:
        """Call the reading off; nothing was changed."""
        if self._job is not None:
            self._job.cancel()
            self._rest()
            self._waiting.clear()
            self.said.emit(_("Đã dừng đọc tệp. Sổ không thay đổi."))

    def _rest(self) -> None:
        self._job = None
        self._delay.stop()
        self.hide()

    def _done(self, read: tuple[Source, Understood | None, tuple[Returned, ...]]) -> None:
        self._rest()
        source, held, forms = read
        if held is None:
            self._take_home(forms)
            return
        self._workbench.origins[source.sha256] = self._path
        self.understood.emit(source, held)

    def _take_home(self, forms: tuple[Returned, ...]) -> None:
        """Bring return forms to where forms are taken in, whatever screen it was dropped on."""
        go = getattr(self.window(), "go", None)
        if go is not None:
            go("period")
            self._workbench.forms_came.emit(forms)
        self.next()

    def _failed(self, failure: BaseException) -> None:
        from kehoach_desktop.ui import messages

        self._rest()
        messages.show_error(self.window(), failure)
        self.next()


def _read(
    tools: Tools, words: CommuneWords, plans: tuple[Plan, ...], path: Path, job: Job
) -> tuple[Source, Understood | None, tuple[Returned, ...]]:
    """Return what a file holds: what is understood of a plan, or none where it is our form.

    All of it is worked out here: beside a worker the turn that shows it would take twice as long.
    """
    from kehoach_desktop.ui.plans.import_places import understood

    source = tools.read(path, job.cancelled)
    forms = tools.read_returns(source)
    if any(form.card or form.line for form in forms):
        return source, None, forms
    draft = tools.assemble(source, words=words)
    return source, understood(source, draft, {}, plans), forms
