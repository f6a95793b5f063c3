"""The panel beside the matrix: everything about the task that is selected."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import icons, theme
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.furniture import Elided, label, restyle
from kehoach_desktop.ui.level import named
from kehoach_desktop.ui.looks import STANDING_LOOKS
from kehoach_desktop.ui.plans import matrix_detail_text as detail_text
from kehoach_desktop.ui.plans.matrix_detail_text import PeriodPart
from kehoach_desktop.ui.plans.matrix_history import in_words, officers
from kehoach_desktop.ui.plans.matrix_rows import TaskRow
from kehoach_desktop.ui.plans.matrix_words import state_words
from kehoach_desktop.ui.tabs import TabBar
from kehoach_desktop.ui.workbench import Workbench


class DetailPanel(QFrame):
    """Full text, results of the periods and history of one task, and what may be changed of it."""

    ours_toggled = Signal()
    deadline_wanted = Signal()
    record_wanted = Signal()

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self._row: TaskRow | None = None
        self.open_file: Callable[[Path], object] = _open_file
        self.setProperty("kind", "inset")
        self.name, self.place = label("", "strong"), Elided("second")
        self.state, self._glyph = label("", "strong"), QLabel()
        self.tabs, self.pages = TabBar(), QStackedWidget()
        self.content, self.periods, self.history = (_browser() for _page in range(3))
        self.ours = QCheckBox(named(_("Việc của {level} (phím X)")))
        self.reread = Button(_("Đổi cách đọc…"), self.deadline_wanted.emit)
        self.original = Button(_("Mở tệp gốc"), self.open_original)
        self.record = Button(_("Ghi kết quả"), self.record_wanted.emit, key="Ctrl+G")
        self._lay_out()
        self.tabs.currentChanged.connect(self._turn_to)
        self.ours.clicked.connect(lambda _on: self.ours_toggled.emit())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        for title in (_("Nội dung"), _("Kết quả các kỳ"), _("Lịch sử")):
            self.tabs.addTab(title)
        for page in (self.content, self.periods, self.history):
            self.pages.addWidget(page)
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)
        column.addWidget(self._foot())

    def _head(self) -> QWidget:
        head, column = _stack("chrome", (14, 8, 12, 8))
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.name, 1)
        line.addWidget(self._glyph)
        line.addWidget(self.state)
        column.addLayout(line)
        column.addWidget(self.place)
        return head

    def _foot(self) -> QWidget:
        foot, column = _stack("foot", (14, 6, 12, 8))
        column.setSpacing(6)
        above, line = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.ours, 1)
        above.addWidget(self.original)
        line.addWidget(self.record)
        line.addWidget(self.reread)
        line.addStretch(1)
        column.addLayout(above)
        column.addLayout(line)
        return foot

    def show_task(self, row: TaskRow | None, today: date) -> None:
        """Show the task of `row` as of `today`, or that none is selected."""
        self._row = row
        self.setEnabled(row is not None)
        if row is None:
            self.name.setText(_("Chưa chọn nhiệm vụ"))
            for words in (self.place, self.state, self._glyph):
                words.clear()
            for page in (self.content, self.periods, self.history):
                page.clear()
            return
        self._show_head(row, today)
        self.original.setVisible(self._original() is not None)
        blocker = QSignalBlocker(self.ours)
        self.ours.setChecked(row.progress.task.ours.yes)
        blocker.unblock()
        self._turn_to(self.tabs.currentIndex())

    def _original(self) -> Path | None:
        sha256 = self._row.plan.source_sha256 if self._row else ""
        return self._workbench.tools.originals.find(sha256)

    def open_original(self) -> None:
        """Open the file the plan was read from with the program the system keeps for it."""
        if path := self._original():
            self.open_file(path)

    def _show_head(self, row: TaskRow, today: date) -> None:
        look = STANDING_LOOKS[row.stands]
        self.name.setText(_("Nhiệm vụ {label}").format(label=row.label))
        self.place.setText(row.plan.short_name)
        self.place.setToolTip(row.plan.document.title)
        self.state.setText(state_words(row, today))
        restyle(self.state, "red" if look.words == "red" else "strong")
        self._glyph.setPixmap(icons.pixmap(look.glyph, look.hue, 14))

    def _turn_to(self, page: int) -> None:
        # Periods and history ask the store: only the page that is looked at is made.
        self.pages.setCurrentIndex(page)
        if self._row is None:
            return
        make = (self._content_words, self._period_words, self._history_words)[page]
        browser = (self.content, self.periods, self.history)[page]
        browser.setHtml(make(self._row))

    def _content_words(self, row: TaskRow) -> str:
        return detail_text.content_page(row)

    def _period_words(self, row: TaskRow) -> str:
        return detail_text.periods_page(self._parts(row))

    def _history_words(self, row: TaskRow) -> str:
        planning = self._workbench.planning
        imported = planning.history(TaskId(row.plan.id))
        return detail_text.history_page(in_words((*planning.history(row.id), *imported)))

    def _parts(self, row: TaskRow) -> list[PeriodPart]:
        reporting, now = self._workbench.reporting, row.progress.task.officer
        periods = (ReportingPeriod.parse(held.key) for held in reversed(reporting.periods()))
        had = officers(self._workbench.planning.history(row.id), now)
        files: dict[str, list[str]] = {}
        for held in self._workbench.evidence.of_task(row.id):
            files.setdefault(held.period, []).append(held.name)
        entries = (reporting.entry(row.id, period) for period in periods)
        return [
            PeriodPart(entry, had.get(entry.period, now), tuple(files.get(entry.period, ())))
            for entry in entries
            if not entry.is_empty or entry.period in files
        ]


def _stack(kind: str, margins: tuple[int, int, int, int]) -> tuple[QFrame, QVBoxLayout]:
    made = QFrame()
    made.setProperty("kind", kind)
    column = QVBoxLayout(made)
    column.setContentsMargins(*margins)
    column.setSpacing(2)
    return made, column


def _open_file(path: Path) -> None:
    from kehoach_desktop.ui.reports.exporting import open_file

    open_file(path)


def _browser() -> QTextBrowser:
    made = QTextBrowser()
    made.setOpenLinks(False)
    made.document().setDocumentMargin(12)
    made.setFont(theme.current().font())
    return made
