"""The verbs around files kept as evidence: attach one, look at them, take one away."""

from __future__ import annotations

from pathlib import Path

from kehoach_desktop.domain.attachment import Attachment, FileState, KeptCopy, KeptFile
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.text import clean
from kehoach_desktop.services.moments import moment_on
from kehoach_desktop.services.planning import UnknownTask
from kehoach_desktop.services.ports import Shelves, Store
from kehoach_desktop.services.reporting import PeriodClosed, Reporting


class Evidence:
    """The files behind the answers."""

    def __init__(self, store: Store, reporting: Reporting) -> None:
        self._store = store
        self._reporting = reporting

    def attach(self, task: TaskId, period: ReportingPeriod, path: Path) -> Attachment:
        """Keep a copy of the file at `path` as evidence of the task in that period.

        The same file attached again is the attachment that stands. Raises UnknownTask, PeriodClosed
        or one of the refusals of `EvidenceFiles.keep`; then nothing is attached.
        """
        self.refuse(task, period)
        return self.attach_copy(task, period, self.copy(path))

    def refuse(self, task: TaskId, period: ReportingPeriod) -> None:
        """Raise UnknownTask or PeriodClosed where no file may be attached; else do nothing."""
        with self._store.reading() as shelves:
            _refuse(shelves, task, period.key)

    def copy(self, path: Path) -> KeptCopy:
        """Copy the file at `path` beside the store; any thread may, for no shelf is opened.

        Raises the refusals of `EvidenceFiles.keep`.
        """
        return KeptCopy(clean(path.name), *self._store.evidence.keep(path))

    def attach_copy(self, task: TaskId, period: ReportingPeriod, copy: KeptCopy) -> Attachment:
        """Keep a copy as evidence, in one short command. Raises UnknownTask or PeriodClosed."""
        at = moment_on(self._reporting.today())
        self.put_back(Attachment(task, period.key, copy.name, copy.sha256, copy.size, at))
        with self._store.reading() as shelves:
            return next(
                held
                for held in shelves.attachments.of_task(task)
                if (held.period, held.sha256) == (period.key, copy.sha256)
            )

    def put_back(self, attachment: Attachment) -> None:
        """Keep an attachment whose file was kept before. Raises UnknownTask or PeriodClosed."""
        with self._store.command("attach_file") as shelves:
            _refuse(shelves, attachment.task, attachment.period)
            shelves.progress.open(attachment.period, moment_on(self._reporting.today()))
            shelves.attachments.put(attachment)

    def detach(self, attachment: Attachment) -> None:
        """Let a file be evidence no more; its copy stays for the backups. Raises PeriodClosed."""
        with self._store.command("detach_file") as shelves:
            _refuse(shelves, attachment.task, attachment.period)
            shelves.attachments.remove(attachment)

    def purge(self, attachment: Attachment) -> bool:
        """Take out a file attached by mistake for good, and say whether its copy is gone too.

        The copy stays where something else names it, or where the system holds it. The journal
        tells what was taken out. Raises PeriodClosed.
        """
        with self._store.command("purge_file") as shelves:
            _refuse(shelves, attachment.task, attachment.period)
            shelves.attachments.remove(attachment)
            if any(one.sha256 == attachment.sha256 for one in shelves.attachments.named()):
                return False
        return self._store.evidence.destroy(attachment.sha256)

    def attachments(
        self, period: ReportingPeriod, task: TaskId | None = None
    ) -> tuple[Attachment, ...]:
        """Return what is attached in a period, to one task or to any."""
        with self._store.reading() as shelves:
            held = shelves.attachments.of_period(period.key)
        return tuple(one for one in held if task in (None, one.task))

    def of_task(self, task: TaskId) -> tuple[Attachment, ...]:
        """Return what is attached to a task, the earliest period first."""
        with self._store.reading() as shelves:
            return tuple(shelves.attachments.of_task(task))

    def damaged(self, period: ReportingPeriod) -> tuple[KeptFile, ...]:
        """Return the attachments of a period whose copies are lost or changed."""
        looked = map(self.look, self.attachments(period))
        return tuple(kept for kept in looked if kept.state is not FileState.WHOLE)

    def place(self, attachment: Attachment) -> Path | None:
        """Return where the copy of an attachment lies, None where it is lost; it is not summed."""
        return self._store.evidence.find(attachment.sha256)

    def look(self, attachment: Attachment) -> KeptFile:
        """Return where the copy of an attachment lies, and whether it is lost or changed."""
        return self._store.evidence.look(attachment)


def _refuse(shelves: Shelves, task: TaskId, period: str) -> None:
    if shelves.plans.task(task) is None:
        raise UnknownTask(task)
    held = shelves.progress.period(period)
    if held is not None and held.is_closed:
        raise PeriodClosed(held)
