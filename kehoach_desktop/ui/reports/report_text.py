"""The words of a report beside what they say of themselves: proposed or edited, kept as steps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.live_text import KeptText, text_key
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.report import Block, BlockKind, PeriodReport
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.furniture import Bar, column, label
from kehoach_desktop.ui.papers.wanted import Wanted
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
        self._key = ""
        self._wanted: Wanted | None = None
        self.editor, self.bar, self.kind = ReportEditor(), Bar(), QComboBox()
        self.kind.setAccessibleName(_("Kiểu đoạn"))
        for kind, words in KIND_WORDS.items():
            self.kind.addItem(_(words), kind)
        self.back_button = Button(_("Lấy lại lời đề xuất"), self.take_proposed)
        self.word_button = Button(_("Lấy từ Word…"), self.choose_word)
        self.bold_button = self._weight("B", _("Chữ đậm (Ctrl+B)"), self.editor.turn_bold)
        self.italic_button = self._weight("I", _("Chữ nghiêng (Ctrl+I)"), self.editor.turn_italic)
        self.word = WordBack(workbench, self)
        self.origin = label("", "second")
        self.live = QCheckBox(_("Số liệu tự đổi theo sổ"))
        self.live.clicked.connect(lambda _checked: self._turn_live())
        self._lay_out()
        self.kind.activated.connect(lambda _index: self._set_kind())
        self.editor.cursorPositionChanged.connect(self._show_kind)
        self.editor.currentCharFormatChanged.connect(lambda _form: self._show_weights())
        self.editor.settled.connect(self.commit)
        self.word.taken.connect(self._take_back)
        self.word.refused.connect(self.refused)
        self.setFocusProxy(self.editor)

    def _weight(self, glyph: str, name: str, turn: Callable[[], None]) -> Button:
        """Return the small button of a weight of letters; the keyboard stays with the words."""
        button = Button(glyph, turn)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCheckable(True)
        button.clicked.connect(lambda _checked: self._show_weights())
        return button

    def _show_weights(self) -> None:
        """Press the buttons in whose weight the words under the cursor stand."""
        self.bold_button.setChecked(self.editor.is_bold())
        self.italic_button.setChecked(self.editor.currentCharFormat().fontItalic())

    def _lay_out(self) -> None:
        for part in (self.kind, self.bold_button, self.italic_button, self.word_button):
            self.bar.add(part)
        whole = column()
        self.setLayout(whole)
        whole.addWidget(self.bar)
        self.origin.setWordWrap(True)
        for words, act in ((self.origin, self.back_button), (self.live, None)):
            line = QHBoxLayout()
            line.setContentsMargins(16, 4, 12, 4)
            line.addWidget(words, 1)
            if act is not None:
                line.addWidget(act)
            whole.addLayout(line)
        whole.addWidget(self.editor, 1)

    def show_report(self, report: PeriodReport, wanted: Wanted) -> None:
        """Show the words of `report`; what is being typed is left alone."""
        key = text_key(wanted.request.kind, report.view.period)
        if key != self._key:
            self.commit()
        self._key, self._wanted = key, wanted
        shown = (self.editor.shown(), self.editor.figures)
        figures = figures_in_words(report)
        if not self.editor.is_changed() and shown != (report.blocks, figures):
            self.editor.show_blocks(report.blocks, figures)
        self._show_origin()

    def _show_origin(self) -> None:
        kept = self._workbench.report_texts.kept(self._key)
        self.back_button.setVisible(kept is not None)
        self.live.setVisible(kept is not None)
        self.live.setChecked(kept is not None and kept.base is not None)
        self.origin.setText(
            _("Lời đề xuất, tự đổi theo sổ.")
            if kept is None
            else _("Lời đã sửa tay, số liệu theo sổ.")
            if kept.base is not None
            else _("Lời đã sửa tay, số liệu giữ nguyên.")
        )

    def _show_kind(self) -> None:
        self.kind.setCurrentIndex(self.kind.findData(self.editor.kind()))

    def _set_kind(self) -> None:
        self.editor.set_kind(BlockKind(self.kind.currentData()))
        self.editor.setFocus()

    def commit(self) -> None:
        """Keep what was typed as one step, if anything was."""
        if self._key and self.editor.is_changed():
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
        self._put(None, _("Lấy lại lời đề xuất"))

    def _turn_live(self) -> None:
        """Let the figures of the edited words follow the entries, or stand as they are."""
        live = self.live.isChecked()
        named = _("Số liệu theo sổ") if live else _("Giữ nguyên số liệu")
        self.keep(self.editor.blocks(), named, live=live)

    def keep(self, blocks: tuple[Block, ...], text: str, *, live: bool | None = None) -> None:
        """Keep `blocks` as the words of the report, in a step named `text`.

        Their figures follow the entries where `live`; None: as before, and from the first edit on.
        """
        kept = self._workbench.report_texts.kept(self._key)
        live = (kept is None or kept.base is not None) if live is None else live
        try:
            base = self._proposed() if live else None
        except KehoachError as refusal:
            self.refused.emit(refusal)
            return
        self._put(KeptText(blocks, base), text)

    def _proposed(self) -> tuple[Block, ...] | None:
        wanted = self._wanted
        if wanted is None or not isinstance(wanted.span, ReportingPeriod):
            return None
        papers = self._workbench.papers
        return papers.proposed(wanted.request, wanted.span, all_tasks=wanted.all_tasks)

    def _put(self, kept: KeptText | None, text: str) -> None:
        key, texts = self._key, self._workbench.report_texts
        try:
            before = texts.keep(key, kept)
        except KehoachError as refusal:
            self.refused.emit(refusal)
            return
        self.editor.mark_kept()
        self._workbench.done(
            text,
            Changes.REPORTS,
            undo=lambda: texts.keep(key, before),
            redo=lambda: texts.keep(key, kept),
        )

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing typed behind when another screen comes or the window closes."""
        self.commit()
        super().hideEvent(event)
