"""Last period's answer and this one's side by side, field by field; this one's is written."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QPlainTextEdit, QWidget

from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.progress import ProgressEntry, TaskProgress
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.furniture import label, restyle
from kehoach_desktop.ui.progress.answer_fields import (
    AnswerField,
    AnswerLine,
    AnswerState,
    AnswerText,
)
from kehoach_desktop.ui.progress.evidence_files import EvidenceFiles
from kehoach_desktop.ui.progress.sheet_columns import TEXTS, TITLES, Field, cell_text, shown

_LINES = {Field.RESULT: 3}


class AnswerGrid(QWidget):
    """The fields of a row; `left` carries the Field that was left and what stands in it."""

    left = Signal(object, str)
    earlier_wanted = Signal(object)

    def __init__(self, files: EvidenceFiles) -> None:
        super().__init__()
        self.files = files
        self.state, self.day, self.percent = AnswerState(), AnswerLine(84), AnswerLine(42)
        self.texts = {field: AnswerText(_LINES.get(field, 2)) for field in TEXTS}
        self.earlier = {field: _earlier() for field in TEXTS}
        self.fields: dict[Field, AnswerField] = {
            Field.STATUS: self.state,
            Field.DONE_ON: self.day,
            Field.PERCENT: self.percent,
            **self.texts,
        }
        self.before_title, self.before_state = label("", "second_strong"), label("", "soft")
        self.now_title = label("", "second_strong")
        self.grid = QGridLayout(self)
        self._lay_out()
        for field, edit in self.fields.items():
            edit.setAccessibleName(_(TITLES[field]))
            edit.left.connect(partial(self._tell, field))
        for field, earlier in self.earlier.items():
            named = _("{field}, kỳ trước").format(field=_(TITLES[field]))
            earlier.setAccessibleName(named)
        for text in self.texts.values():
            text.files_came.connect(files.attach)

    def _lay_out(self) -> None:
        grid = self.grid
        grid.setContentsMargins(16, 8, 12, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(5)
        grid.addWidget(self.before_title, 0, 1)
        grid.addWidget(self.now_title, 0, 3)
        grid.addWidget(label(_(TITLES[Field.STATUS]), "second"), 1, 0)
        grid.addWidget(self.before_state, 1, 1)
        grid.addLayout(self._state_line(), 1, 3)
        for row, field in enumerate(TEXTS, start=2):
            self._add_text(row, field)
        row = grid.rowCount()
        grid.addWidget(label(_("Tệp minh chứng"), "second", wrap=True), row, 0)
        grid.addWidget(self.files, row, 1, 1, 3)
        grid.setColumnStretch(1, 4)
        grid.setColumnStretch(3, 6)

    def _state_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.state, 1)
        for words, field in ((_("ngày"), self.day), ("%", self.percent)):
            line.addWidget(label(words, "second"))
            line.addWidget(field)
        return line

    def _add_text(self, row: int, field: Field) -> None:
        title = label(_(TITLES[field]), "second", wrap=True)
        title.setMaximumWidth(theme.current().length(84))
        self.grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(self.earlier[field], row, 1)
        take = Button("»", partial(self.earlier_wanted.emit, field), kind="link")
        take.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words = _("Chép lời kỳ trước vào ô {field} (Ctrl+D)").format(field=_(TITLES[field]))
        take.setToolTip(words)
        take.setAccessibleName(words)
        self.grid.addWidget(take, row, 2, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(self.texts[field], row, 3)
        self.grid.setRowStretch(row, _LINES.get(field, 2))

    def show_answers(self, progress: TaskProgress, period: ReportingPeriod) -> None:
        """Show both answers; a field that is being typed is left alone."""
        before = progress.before
        named = ReportingPeriod.parse(before.period).short_name if before else _("Kỳ trước")
        self.before_title.setText(named)
        self.before_state.setText(state_words(before))
        self.now_title.setText(period.short_name)
        for field, earlier in self.earlier.items():
            earlier.setPlainText(cell_text(before, field) if before else "")
        for field, edit in self.fields.items():
            if not (edit.hasFocus() and is_typed(edit)):
                edit.put(shown(progress, field))

    def lock(self, locked: bool) -> None:
        """Let nothing be typed, or everything again."""
        self.state.setEnabled(not locked)
        for line in (self.day, self.percent):
            line.setReadOnly(locked)
        for text in self.texts.values():
            text.setReadOnly(locked)
            restyle(text, "earlier" if locked else "")
        self.files.lock(locked)

    def field_typed(self) -> Field | None:
        """Return the field that holds the keyboard, None where it is elsewhere."""
        holder = QApplication.focusWidget()
        return next((field for field, edit in self.fields.items() if edit is holder), None)

    def commit(self) -> None:
        """Keep the field that is being typed."""
        field = self.field_typed()
        if field is not None and is_typed(self.fields[field]):
            self._tell(field)

    def take_back(self) -> bool:
        """Count what is typed as never typed; say whether there was anything."""
        field = self.field_typed()
        typed = field is not None and is_typed(self.fields[field])
        self.forget()
        return typed

    def forget(self) -> None:
        """Count what is typed as said: another task comes."""
        for edit in self.fields.values():
            edit.put(edit.text())

    def _tell(self, field: Field) -> None:
        self.left.emit(field, self.fields[field].text())


def is_typed(edit: AnswerField) -> bool:
    """Say whether something was typed into a field since it was kept."""
    if isinstance(edit, AnswerText):
        return edit.document().isModified()
    return isinstance(edit, AnswerLine) and edit.isModified()


def state_words(entry: ProgressEntry | None) -> str:
    """Return the state of an answer with its day and its percentage, "–" where there is none."""
    if entry is None:
        return "–"
    percent = cell_text(entry, Field.PERCENT)
    parts = (
        cell_text(entry, Field.STATUS),
        cell_text(entry, Field.DONE_ON),
        f"{percent}%" if percent else "",
    )
    return ", ".join(filter(None, parts)) or _("chưa có trạng thái")


def _earlier() -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    made.setProperty("kind", "earlier")
    made.setMinimumHeight(theme.current().length(38))
    return made
