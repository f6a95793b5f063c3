"""Kỳ báo cáo ▸ Thu thập: forms go out to the units, come home, and land in the book as one step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QSplitter, QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.return_form import Returned, ReturnForm
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.services.reporting import NoTasks
from kehoach_desktop.services.sending import FormBatch
from kehoach_desktop.ui import messages, settings, theme
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.collecting.drop import Drop, Unread
from kehoach_desktop.ui.collecting.drop_pane import DropPane, applied_words
from kehoach_desktop.ui.collecting.folder_watch import FolderLine, watch_of
from kehoach_desktop.ui.collecting.letter import ReminderLetter
from kehoach_desktop.ui.collecting.reader import FormReader
from kehoach_desktop.ui.collecting.send_asked import SendAsked, WordsToSend, usual_units
from kehoach_desktop.ui.collecting.unit_rows import home_and_out
from kehoach_desktop.ui.collecting.units_pane import UnitsPane
from kehoach_desktop.ui.collecting.writing import Written, write_forms
from kehoach_desktop.ui.furniture import column, frame, label
from kehoach_desktop.ui.jobs import Job
from kehoach_desktop.ui.plans.pasting import paste_on
from kehoach_desktop.ui.workbench import Workbench

SUFFIXES = ("xlsx", "xls", "ods", "docx", "pdf", "csv", "txt", "html", "htm")
SHOWN_AFTER_MS = 400


class CollectPage(QWidget):
    """The units at the left, what came home at the right. `counted` tells forms home and out."""

    said = Signal(str)
    counted = Signal(int, int)
    period_wanted = Signal(str)
    _written_so_far = Signal(int, int)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self._period: ReportingPeriod | None = None
        self._folder: Path | None = None
        self._writing: Job | None = None
        self._halted = False
        self.drop = Drop(workbench.collecting)
        self.pane = DropPane(self.drop)
        self.reader, self.letter = FormReader(workbench), ReminderLetter(workbench, self)
        self.watch = watch_of(workbench)
        self.watch.watch(settings.watched())
        self.units = UnitsPane(workbench, FolderLine(self.watch))
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.setFocusProxy(self.units)

    def _lay_out(self) -> None:
        whole = column()
        self.setLayout(whole)
        self.progress = frame("band_acc", margins=(16, 4, 12, 4))
        self.progress_words = label()
        self.progress.box.addWidget(self.progress_words)
        self.progress.box.addWidget(Button(_("Dừng"), self.stop))
        self.progress.box.addStretch(1)
        self.progress.hide()
        self._delay = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._delay.timeout.connect(self.progress.show)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(5)
        split.addWidget(self.units)
        split.addWidget(self.pane)
        split.setStretchFactor(1, 1)
        split.setSizes([theme.current().length(458), theme.current().length(732)])
        whole.addWidget(self.progress)
        whole.addWidget(split, 1)

    def _connect(self) -> None:
        self.watch.came.connect(self._take_arrived)
        self.letter.said.connect(self.said)
        self.units.letter_wanted.connect(self._write_letter)
        self.units.send_wanted.connect(self.ask_whom)
        self.units.take_wanted.connect(self.ask_files)
        self.units.folder_wanted.connect(self.open_folder)
        self.units.said.connect(self.said)
        self.units.chosen.connect(self.pane.go_to_unit)
        self.pane.take_wanted.connect(self.ask_files)
        self.pane.apply_wanted.connect(self.apply)
        self.pane.leave_wanted.connect(self.leave)
        self.pane.period_wanted.connect(self.period_wanted)
        self.reader.read.connect(self._take_read)
        self.reader.told.connect(self._tell_progress)
        paste_on(self, self.take_files, _("Phiếu dán"))
        self._written_so_far.connect(self._tell_written)

    def show_period(self, period: ReportingPeriod) -> None:
        """Show how the forms of `period` stand; files that wait are set beside it."""
        self._period = self.drop.period = period
        self.drop.compare()
        units = self._workbench.collecting.units(period)
        self.counted.emit(*home_and_out(units))
        self.units.show_units(period, units, self.drop.compared, self._asked)
        self._show_drop()

    def _asked(self) -> int:
        batch = self._batch()
        before = self._sent(self._period.previous()) if self._period else ()
        return len(usual_units(batch, before)) if batch else 0

    def _sent(self, period: ReportingPeriod) -> frozenset[str]:
        units = self._workbench.collecting.units(period)
        return frozenset(unit.unit for unit in units if unit.sent)

    def _batch(self, due: date | None = None) -> FormBatch | None:
        if self._period is None:
            return None
        try:
            return self._workbench.collecting.prepare(self._period, due)
        except NoTasks:
            return None

    def _show_drop(self) -> None:
        self.pane.show_drop({} if self.drop.is_empty else self._workbench.collecting.labels())

    def ask_whom(self) -> None:
        """Ask which units get a form, and by when it is asked back."""
        batch, period = self._batch(), self._period
        if period is None or batch is None or not batch.forms:
            words = _("Chưa có nhiệm vụ nào giao cho đơn vị để xuất phiếu.")
            hint = _("Giao việc ở cột Giao cho của màn hình Nhiệm vụ.")
            messages.tell(self, _("Xuất phiếu thu thập"), words, hint)
            return
        sent, before = self._sent(period), self._sent(period.previous())
        SendAsked(self, batch, sent, before, self._ask_folder).open()

    def _ask_folder(self, units: Sequence[str], due: date | None) -> None:
        start = str(settings.folder("forms"))
        chosen = QFileDialog.getExistingDirectory(self, _("Xuất phiếu vào thư mục"), start)
        if chosen:
            settings.put_folder("forms", Path(chosen))
            self.write_forms(Path(chosen), units, due)

    def write_forms(self, folder: Path, units: Sequence[str], due: date | None) -> None:
        """Write a form for each of `units` into `folder`, then keep that they went out."""
        batch = self._batch(due)
        if batch is None or self._writing is not None:
            return
        forms = tuple(form for form in batch.forms if form.unit in units)
        self._folder, self._halted = folder, False
        self._tell_written(0, len(forms))
        self._writing = self._workbench.jobs.run(
            partial(self._write, forms, folder), done=self._end_writing, failed=self._fail_writing
        )

    def _write(self, forms: Sequence[ReturnForm], folder: Path, job: Job) -> tuple[Written, ...]:
        def go_on(count: int) -> bool:
            self._written_so_far.emit(count, len(forms))
            return not (self._halted or job.cancelled())

        return write_forms(forms, folder, self._workbench.tools.write_form, go_on)

    def _tell_written(self, count: int, total: int) -> None:
        if self._writing is not None or not count:
            self._tell_progress(
                _("Đã xuất {count} trên {all} phiếu").format(count=count, all=total)
            )

    def _end_writing(self, written: tuple[Written, ...]) -> None:
        self._rest()
        names = {one.form.card.form: one.path.name for one in written}
        sums = {one.form.card.form: one.sha256 for one in written}
        self._workbench.collecting.keep_sent([one.form for one in written], names, sums)
        self._workbench.tell(Changes.PROGRESS)
        self.said.emit(_("Đã xuất {count} phiếu vào thư mục.").format(count=len(written)))
        self.units.folder.show()
        if written:
            WordsToSend(self, written, self.open_folder, self.said.emit).show()

    def _fail_writing(self, failure: BaseException) -> None:
        self._rest()
        messages.show_error(self, failure)

    def _rest(self) -> None:
        self._writing = None
        self._tell_progress("")

    def open_folder(self) -> None:
        """Show the folder of the forms in the system's own window."""
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def ask_files(self) -> None:
        """Ask for files that came home; several at once."""
        patterns = " ".join(f"*.{suffix}" for suffix in SUFFIXES)
        kinds = [_("Phiếu gửi về ({patterns})").format(patterns=patterns), _("Mọi tệp (*)")]
        start = str(settings.folder("returns", "forms"))
        chosen, _kind = QFileDialog.getOpenFileNames(self, _("Nhận phiếu"), start, ";;".join(kinds))
        if chosen:
            settings.put_folder("returns", Path(chosen[0]).parent)
            self.take_files(tuple(map(Path, chosen)))

    def take_files(self, paths: tuple[Path, ...]) -> None:
        """Read files that came home and set them beside what stands."""
        self.reader.take(paths)

    def _take_arrived(self, paths: tuple[Path, ...]) -> None:
        words = counted("{count} tệp mới trong thư mục nhận phiếu, chờ xem.", len(paths))
        self.said.emit(words.format(count=len(paths)))
        self.take_files(paths)

    def _write_letter(self) -> None:
        if self._period is not None:
            self.letter.write(self._period)

    def take_returned(self, files: tuple[Returned, ...]) -> None:
        """Take files that were read already."""
        self._take_read(files, ())

    def _take_read(self, files: tuple[Returned, ...], unread: tuple[Unread, ...]) -> None:
        self.drop.unread.extend(unread)
        self.drop.add(files)
        if self._period is not None:
            self.show_period(self._period)
            self.pane.table.setFocus()

    def _tell_progress(self, words: str) -> None:
        self.progress_words.setText(words)
        if not words:
            self._delay.stop()
            self.progress.hide()
        elif self.progress.isHidden() and not self._delay.isActive():
            self._delay.start()

    def stop(self) -> None:
        """Call reading or writing off; what is done stays."""
        self.reader.stop()
        # What is written by then is still to be kept as sent, so the job itself is not called off.
        self._halted = True

    def holds_work(self) -> bool:
        """Say whether forms are being read or wait to be applied."""
        return self.reader.busy() or not self.drop.is_empty

    def leave(self) -> None:
        """Let go of what waits; the book stays as it is."""
        if self.drop.is_empty or self._period is None:
            return
        question = _("Để lại các phiếu đang xem?")
        hint = _("Sổ không thay đổi; những câu vừa trả lời sẽ mất.")
        if not self.drop.is_settled or messages.ask(self, question, _("Để lại"), hint=hint):
            self.drop.clear()
            self.show_period(self._period)
            self.said.emit(_("Đã để lại các phiếu. Sổ không thay đổi."))

    def apply(self) -> None:
        """Keep what the files say as one step that can be undone."""
        period, collecting = self._period, self._workbench.collecting
        if period is None:
            return
        files, answers, into = tuple(self.drop.files), tuple(self.drop.answers), self.drop.into
        try:
            collected = self.drop.apply()
        except KehoachError as refusal:
            messages.show_error(self, refusal)
            return
        units = ", ".join(dict.fromkeys(f.unit for f in collected.files if f.accepted and f.unit))
        self.drop.clear()
        self._workbench.done(
            counted("Ghi {count} ô từ phiếu {units}", collected.written).format(
                count=collected.written, units=units
            ),
            Changes.PROGRESS | Changes.ACTIVITIES,
            undo=partial(collecting.take_back, collected),
            redo=partial(collecting.apply, files, period, answers, into),
        )
        self.said.emit(applied_words(collected))
        self.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files that were dropped for forms."""
        event.acceptProposedAction()
        urls = (url for url in event.mimeData().urls() if url.isLocalFile())
        if paths := tuple(Path(url.toLocalFile()) for url in urls):
            settings.put_folder("returns", paths[0].parent)
            self.take_files(paths)
