"""Last period's answer and this one's side by side, for the thing that is looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.progress import STATUS_WORDS, ProgressEntry
from kehoach_desktop.domain.reviewing import ReviewItem
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.furniture import frame, label

LONGEST = 420


class AnswerPane(QWidget):
    """Shows the two answers of a row; what nobody wrote is said to be missing."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(theme.current().length(196))
        inset = frame("inset", across=False, margins=(16, 8, 12, 8))
        self.title = label("", "strong", wrap=True)
        self.sentence = label("", "amber", wrap=True)
        inset.box.addWidget(self.title)
        inset.box.addWidget(self.sentence)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        self.before_title, self.before = label("", "second"), _words()
        self.now_title, self.now = label("", "second"), _words()
        for column, (head, words) in enumerate(
            ((self.before_title, self.before), (self.now_title, self.now))
        ):
            grid.addWidget(head, 0, column)
            grid.addWidget(words, 1, column)
            grid.setColumnStretch(column, 1)
        inset.box.addLayout(grid)
        inset.box.addStretch(1)
        whole = QGridLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(inset)

    def show_item(self, item: ReviewItem | None) -> None:
        """Show the answers of an item; None hides the pane."""
        self.setVisible(item is not None)
        if item is None:
            return
        first = item.row.task.content.split("\n", 1)[0]
        self.title.setText(_cut(f"{item.label}. {first}", 180))
        self.sentence.setText(item.sentence)
        before = item.row.before
        named = ReportingPeriod.parse(before.period).short_name if before else _("Kỳ trước")
        self.before_title.setText(named)
        self.now_title.setText(_("Kỳ này"))
        self.before.setText(_cut(entry_words(before), LONGEST))
        self.now.setText(_cut(entry_words(item.row.entry), LONGEST))


def _words() -> QLabel:
    words = label("", "", wrap=True)
    words.setAlignment(Qt.AlignmentFlag.AlignTop)
    return words


def entry_words(entry: ProgressEntry | None) -> str:
    """Return what stands in an answer, its state first; what is missing is said."""
    if entry is None or entry.is_empty:
        return _("(chưa có)")
    state = _(STATUS_WORDS[entry.status]) if entry.status else _("chưa có trạng thái")
    if entry.done_on:
        state = f"{state} {typed_day(entry.done_on)}"
    if entry.percent is not None:
        state = f"{state}, {entry.percent}%"
    parts = (
        state,
        entry.result,
        _("Khó khăn: {words}").format(words=entry.obstacle) if entry.obstacle else "",
        _("Kiến nghị: {words}").format(words=entry.proposal) if entry.proposal else "",
        _("Bước tiếp theo: {words}").format(words=entry.next_steps) if entry.next_steps else "",
        _("Minh chứng: {words}").format(words=entry.evidence) if entry.evidence else "",
    )
    return "\n".join(filter(None, parts))


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
