"""Văn bản: the report of a period, its words to edit, what is missing, and the paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.report import Block, BlockKind, PeriodReport
from kehoach_desktop.files import NotWritten
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.services.reporting import NoOffice
from kehoach_desktop.ui import messages, settings, theme
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.furniture import Band, Bar, EmptyState, PageHead, label
from kehoach_desktop.ui.progress import choice
from kehoach_desktop.ui.progress.choice import opened, to_show
from kehoach_desktop.ui.reports import exporting
from kehoach_desktop.ui.reports.report_editor import KIND_WORDS, ReportEditor
from kehoach_desktop.ui.reports.report_rail import ReportRail, figures_in_words
from kehoach_desktop.ui.workbench import Workbench

ROOMY = 1000
PAPER = 720
FOLDER = "bao-cao"


class ReportPage(QWidget):
    """The report. `wanted` names another screen, `said` carries words for the foot of the window.

    `ask_target` and `open_file` reach outside the program; a test hands in its own.
    """

    wanted = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        workbench: Workbench,
        ask_target: exporting.AskTarget = exporting.ask_target,
        open_file: exporting.OpenFile = exporting.open_file,
    ) -> None:
        super().__init__()
        self._workbench = workbench
        self._stale = False
        self.ask_target, self.open_file = ask_target, open_file
        self._period: ReportingPeriod | None = None
        self._report: PeriodReport | None = None
        self.export = exporting.Export(workbench, self)
        self._make_parts()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.editor)
        self.reload()

    def _make_parts(self) -> None:
        self.head = PageHead(_("Văn bản"))
        self.choice, self.scope, self.kind = QComboBox(), QComboBox(), QComboBox()
        self.choice.setAccessibleName(_("Kỳ báo cáo"))
        self.choice.setMinimumContentsLength(20)
        self.scope.setAccessibleName(_("Nhiệm vụ đưa vào báo cáo"))
        for words, all_tasks in ((_("Việc của xã"), False), (_("Tất cả nhiệm vụ"), True)):
            self.scope.addItem(words, all_tasks)
        self.kind.setAccessibleName(_("Kiểu đoạn"))
        for kind, words in KIND_WORDS.items():
            self.kind.addItem(_(words), kind)
        self.export_button = primary(_("Xuất báo cáo…"), self.ask_and_export, "Ctrl+E")
        self.back_button = Button(_("Lấy lại lời đề xuất"), self.take_proposed)
        self.bar, self.band = Bar(), Band()
        self.editor, self.rail = ReportEditor(), ReportRail()

    def _lay_out(self) -> None:
        self.head.add_left(self.choice)
        self.head.add_left(self.scope)
        self.head.add_right(self.export_button)
        self.bar.add(label(_("Kiểu đoạn"), "second"))
        self.bar.add(self.kind)
        self.bar.add(self.back_button)
        body = QWidget()
        body.setProperty("kind", "chrome")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addStretch(1)
        row.addWidget(self.editor, 100)
        row.addStretch(1)
        row.addWidget(self.rail)
        self.editor.setMaximumWidth(theme.current().length(PAPER))
        self.nothing = EmptyState(" ", " ", self._mend)
        self.stack = QStackedWidget()
        self.stack.addWidget(body)
        self.stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.bar, self.band):
            column.addWidget(part)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.choice.currentIndexChanged.connect(lambda _index: self._turn_to_chosen())
        self.scope.currentIndexChanged.connect(lambda _index: self._turn_to_chosen())
        self.kind.activated.connect(lambda _index: self._set_kind())
        self.editor.cursorPositionChanged.connect(self._show_kind)
        self.editor.settled.connect(self.commit)
        self.rail.wanted.connect(self.wanted)
        self.export.written.connect(self._written)
        self.export.refused.connect(self._refused)
        self._workbench.changed.connect(self._changed)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.ask_and_export)

    def _changed(self, changes: Changes) -> None:
        if not changes & ~Changes.BACKUPS:
            return
        self._stale = True
        if self.isVisible():
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another screen was shown."""
        super().showEvent(event)
        wanted = choice.chosen(self._workbench).period
        if self._stale or (wanted and wanted != self._period):
            self.reload()

    def show_period(self, key: str) -> None:
        """Turn to the report of the period of that key, if it is open."""
        number = self.choice.findData(key)
        if number >= 0:
            self.choice.setCurrentIndex(number)

    def _turn_to_chosen(self) -> None:
        key = self.choice.currentData()
        self.commit()
        if key:
            choice.chosen(self._workbench).period = ReportingPeriod.parse(str(key))
        self.band.hide()
        self.reload()

    def reload(self) -> None:
        """Gather the report again as the store now stands."""
        self._stale = False
        held = opened(self._workbench.reporting)
        wanted = to_show(self._workbench, self._workbench.reporting)
        if wanted != self._period:
            self.commit()
        self._period = wanted if held else None
        blocker = QSignalBlocker(self.choice)
        self.choice.clear()
        for period in held:
            words = _("Báo cáo {period}").format(period=period.short_name.lower())
            self.choice.addItem(words, period.key)
        self.choice.setCurrentIndex(self.choice.findData(self._period.key) if self._period else -1)
        blocker.unblock()
        self._show_report()

    def _show_report(self) -> None:
        self._report = self._gather()
        ready = self._report is not None
        self.stack.setCurrentIndex(0 if ready else 1)
        for part in (self.export_button, self.bar, self.choice, self.scope):
            part.setEnabled(ready or part in (self.choice, self.scope))
        if self._report is None:
            return
        shown = (self.editor.blocks(), self.editor.figures)
        wanted = (self._report.blocks, figures_in_words(self._report))
        if not self.editor.is_changed() and shown != wanted:
            self.editor.show_blocks(*wanted)
        self.rail.show_report(self._report, self._workbench.tools.report_name(self._report))
        self._show_origin()

    def _gather(self) -> PeriodReport | None:
        if self._period is None:
            self._say_nothing(_("Chưa mở kỳ báo cáo nào."), _("Mở kỳ báo cáo"), "period")
            return None
        all_tasks = bool(self.scope.currentData())
        try:
            return self._workbench.reporting.report(self._period, all_tasks=all_tasks)
        except NoOffice as refusal:
            self._say_nothing(refusal.sentence, _("Điền thông tin cơ quan"), "office")
        except KehoachError as refusal:
            self._say_nothing(refusal.sentence, _("Xem nhiệm vụ"), "matrix")
        return None

    def _say_nothing(self, words: str, button: str, screen: str) -> None:
        self.nothing.words.setText(words)
        self.nothing.button.setText(button)
        self._mending = screen

    def _mend(self) -> None:
        self.wanted.emit(self._mending)

    def _show_origin(self) -> None:
        edited = self._edited()
        self.back_button.setEnabled(edited)
        self.bar.say(
            _("Lời đã sửa tay; số liệu trong lời không tự đổi theo sổ.")
            if edited
            else _("Lời đề xuất, tự đổi theo sổ.")
        )

    def _edited(self) -> bool:
        period = self._period
        return period is not None and self._workbench.reporting.edited_text(period) is not None

    def _show_kind(self) -> None:
        self.kind.setCurrentIndex(self.kind.findData(self.editor.kind()))

    def _set_kind(self) -> None:
        self.editor.set_kind(BlockKind(self.kind.currentData()))
        self.editor.setFocus()

    def commit(self) -> None:
        """Keep what was typed as one step, if anything was."""
        if self._report is None or self._period is None or not self.editor.is_changed():
            return
        blocks = self.editor.blocks()
        self._keep(self._period, blocks, _("Sửa lời báo cáo"))

    def take_proposed(self) -> None:
        """Go back to the words the entries give; a step that can be undone."""
        if self._period is not None:
            self._keep(self._period, None, _("Lấy lại lời đề xuất"))

    def _keep(self, period: ReportingPeriod, blocks: tuple[Block, ...] | None, text: str) -> None:
        reporting = self._workbench.reporting
        try:
            before = reporting.keep_text(period, blocks)
        except KehoachError as refusal:
            self.band.say(str(refusal), "red")
            return
        self.editor.mark_kept()
        self._workbench.done(
            text,
            Changes.REPORTS,
            undo=lambda: reporting.keep_text(period, before),
            redo=lambda: reporting.keep_text(period, blocks),
        )

    def ask_and_export(self) -> None:
        """Ask where the paper goes, in the folder of last time, and write it there."""
        self.commit()
        if self._report is None or self.export.busy:
            return
        name = self._workbench.tools.report_name(self._report)
        target = self.ask_target(self, settings.folder(FOLDER) / name)
        if target is not None:
            self._export_to(target)

    def _export_to(self, target: Path) -> None:
        if self._report is None:
            return
        self.band.say(_("Đang ghi “{name}”…").format(name=target.name), "acc")
        self.export.write(self._report, target)

    def _written(self, path: Path) -> None:
        settings.put_folder(FOLDER, path.parent)
        words = _("Đã ghi “{name}” vào thư mục {folder}.").format(
            name=path.name, folder=path.parent
        )
        self.band.say(words, "green", button=_("Mở lại"), on_click=lambda: self.open_file(path))
        self.said.emit(words)
        if self.open_file(path) is False:
            no_program = _("{words} Máy này chưa có chương trình mở tệp .docx.")
            self.band.say(no_program.format(words=words), "amber")

    def _refused(self, failure: BaseException, target: Path) -> None:
        if not isinstance(failure, NotWritten):
            self.band.hide()
            messages.show_error(self, failure)
            return
        out = exporting.way_out(failure, target)
        other = out.target
        act = self.ask_and_export if other is None else lambda: self._export_to(other)
        self.band.say(str(failure), "red", button=out.words, on_click=act)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the rail where the window is narrow."""
        super().resizeEvent(event)
        self.rail.setVisible(self.width() >= theme.current().length(ROOMY))

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing typed behind when another screen comes or the window closes."""
        self.commit()
        super().hideEvent(event)
