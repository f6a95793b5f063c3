"""The words of a report beside what they say of themselves: proposed or edited, kept as steps."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.report import Block, BlockKind, PeriodReport
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.furniture import Bar, column, label
from kehoach_desktop.ui.reports.report_editor import KIND_WORDS, ReportEditor
from kehoach_desktop.ui.reports.report_rail import figures_in_words
from kehoach_desktop.ui.reports.word_back import WordBack, WordsTaken
from kehoach_desktop.ui.workbench import Workbench


class ReportText(QWidget):
    """Shows and keeps the words of one report; `refused` carries why something was not kept."""

    refused = Signal(object)
    said = Signal(str)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self._period: ReportingPeriod | None = None
        self.editor, self.bar, self.kind = ReportEditor(), Bar(), QComboBox()
        self.kind.setAccessibleName(_("Kiểu đoạn"))
        for kind, words in KIND_WORDS.items():
            self.kind.addItem(_(words), kind)
        self.back_button = Button(_("Lấy lại lời đề xuất"), self.take_proposed)
        self.word_button = Button(_("Lấy từ Word…"), self.choose_word)
        self.word = WordBack(workbench, self)
        self.origin = label("", "second", wrap=True)
        self.origin.setContentsMargins(16, 4, 12, 4)
        self._lay_out()
        self.kind.activated.connect(lambda _index: self._set_kind())
        self.editor.cursorPositionChanged.connect(self._show_kind)
        self.editor.settled.connect(self.commit)
        self.word.taken.connect(self._take_back)
        self.word.refused.connect(self.refused)
        self.setFocusProxy(self.editor)

    def _lay_out(self) -> None:
        for part in (self.kind, self.back_button, self.word_button):
            self.bar.add(part)
        whole = column()
        self.setLayout(whole)
        whole.addWidget(self.bar)
        whole.addWidget(self.origin)
        whole.addWidget(self.editor, 1)

    def show_report(self, report: PeriodReport) -> None:
        """Show the words of `report`; what is being typed is left alone."""
        period = report.view.period
        if period != self._period:
            self.commit()
        self._period = period
        shown = (self.editor.blocks(), self.editor.figures)
        wanted = (report.blocks, figures_in_words(report))
        if not self.editor.is_changed() and shown != wanted:
            self.editor.show_blocks(*wanted)
        self._show_origin()

    def _show_origin(self) -> None:
        edited = self._edited() is not None
        self.back_button.setEnabled(edited)
        self.origin.setText(
            _("Lời đã sửa tay; số liệu trong lời không tự đổi theo sổ.")
            if edited
            else _("Lời đề xuất, tự đổi theo sổ.")
        )

    def _edited(self) -> tuple[Block, ...] | None:
        if self._period is None:
            return None
        return self._workbench.reporting.edited_text(self._period)

    def _show_kind(self) -> None:
        self.kind.setCurrentIndex(self.kind.findData(self.editor.kind()))

    def _set_kind(self) -> None:
        self.editor.set_kind(BlockKind(self.kind.currentData()))
        self.editor.setFocus()

    def commit(self) -> None:
        """Keep what was typed as one step, if anything was."""
        if self._period is not None and self.editor.is_changed():
            self.keep(self.editor.blocks(), _("Sửa lời báo cáo"))

    def choose_word(self) -> None:
        """Ask for the Word file the words were edited in, and take them back from it."""
        if path := self.word.ask(self):
            self.take_word(path)

    def take_word(self, path: Path) -> None:
        """Take the words back from the file at `path`; a step that can be undone."""
        self.commit()
        self.word.read(path, self.editor.blocks())

    def _take_back(self, taken: WordsTaken) -> None:
        self.editor.mark_kept()
        self.keep(taken.blocks, _("Lấy lời từ Word"))
        words = _("Đã lấy {count} đoạn từ “{name}”; Ctrl+Z để lấy lại lời cũ.")
        told = words.format(count=len(taken.blocks), name=taken.name)
        self.said.emit(" ".join((told, *taken.notes)))

    def take_proposed(self) -> None:
        """Go back to the words the entries give; a step that can be undone."""
        self.keep(None, _("Lấy lại lời đề xuất"))

    def keep(self, blocks: tuple[Block, ...] | None, text: str) -> None:
        """Keep `blocks` as the words of the report, None for the proposed ones; a step `text`."""
        period, reporting = self._period, self._workbench.reporting
        if period is None:
            return
        try:
            before = reporting.keep_text(period, blocks)
        except KehoachError as refusal:
            self.refused.emit(refusal)
            return
        self.editor.mark_kept()
        self._workbench.done(
            text,
            Changes.REPORTS,
            undo=lambda: reporting.keep_text(period, before),
            redo=lambda: reporting.keep_text(period, blocks),
        )

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing typed behind when another screen comes or the window closes."""
        self.commit()
        super().hideEvent(event)
