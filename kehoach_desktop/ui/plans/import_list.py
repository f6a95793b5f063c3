"""The list of the review with its tabs, and the keys that decide about a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kehoach_desktop.domain.draft import Finding
from kehoach_desktop.i18n import _, mark
from kehoach_desktop.ui.furniture import column, label
from kehoach_desktop.ui.level import named
from kehoach_desktop.ui.plans.import_choices import Reviewed
from kehoach_desktop.ui.plans.import_duties import DUTY_TITLES, ReviewedDuty
from kehoach_desktop.ui.plans.import_indicators import INDICATOR_TITLES, ReviewedIndicator
from kehoach_desktop.ui.plans.import_model import (
    TITLES,
    ReviewModel,
    Row,
    place_of,
)
from kehoach_desktop.ui.plans.import_version import VERSION_TITLES
from kehoach_desktop.ui.sheet import SheetView
from kehoach_desktop.ui.table_cells import Index
from kehoach_desktop.ui.tabs import TabBar


class Tab(IntEnum):
    """What the list shows."""

    DOUBTS = 0
    OURS = 1
    OTHERS = 2
    ALL = 3
    NOTES = 4
    REPORTING = 5
    INDICATORS = 6
    VERSION = 7


LOW, _BOX = 240, 3
_TITLES = (
    mark("Cần xem {count}"),
    mark("Của {level} {count}"),
    mark("Nơi khác {count}"),
    mark("Tất cả {count}"),
    mark("Ghi chú {count}"),
    mark("Báo cáo {count}"),
    mark("Chỉ tiêu {count}"),
    mark("So với bản đã có {count}"),
)
_WHERE_ANY = {
    Tab.REPORTING: DUTY_TITLES,
    Tab.INDICATORS: INDICATOR_TITLES,
    Tab.VERSION: VERSION_TITLES,
}


class ReviewTable(SheetView):
    """The rows; its keys are those of a review."""

    agreed = Signal()
    ours_toggled = Signal()
    out_toggled = Signal()
    texts_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter agrees, X or Space says whose task it is, Delete leaves it out, F2 mends words."""
        acts = {
            Qt.Key.Key_Return: self.agreed,
            Qt.Key.Key_Enter: self.agreed,
            Qt.Key.Key_X: self.ours_toggled,
            Qt.Key.Key_Space: self.ours_toggled,
            Qt.Key.Key_Delete: self.out_toggled,
            Qt.Key.Key_F2: self.texts_wanted,
        }
        act = acts.get(Qt.Key(event.key()))
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if act is not None and plain:
            act.emit()
            return
        super().keyPressEvent(event)


class ReviewList(QWidget):
    """Tabs over one table; `chosen` tells that another row is looked at."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tabs, self.model, self.table = TabBar(), ReviewModel(self), ReviewTable()
        self.rest = label("", "hint", wrap=True)
        self.rest.setContentsMargins(14, 8, 12, 8)
        self._contents: dict[Tab, tuple[Row, ...]] = {}
        self._open: frozenset[tuple[str, str]] = frozenset()
        for _title in _TITLES:
            self.tabs.addTab("")
        self.table.setModel(self.model)
        self.table.set_widths((76, 262, 180, 138), stretch=1)
        self.table.setAccessibleName(_("Những gì đã hiểu"))
        whole: QVBoxLayout = column()
        self.setLayout(whole)
        self.room = QWidget()
        for part in (self.tabs, self.table, self.rest, self.room):
            whole.addWidget(part)
        whole.setStretch(1, 1)
        whole.setStretch(3, 1)
        self.tabs.currentChanged.connect(lambda _tab: self._show(""))
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self.chosen.emit())
        self.table.clicked.connect(self._press)

    def _press(self, index: Index) -> None:
        """Tick or untick the box that was clicked."""
        if index.column() == _BOX and isinstance(
            self.model.row(index.row()), ReviewedDuty | ReviewedIndicator
        ):
            self.table.ours_toggled.emit()

    def show_contents(
        self,
        tasks: tuple[Reviewed, ...],
        doubts: tuple[Finding, ...],
        others: Mapping[Tab, tuple[Row, ...]],
    ) -> None:
        """Show what was understood; the row that was looked at stays in sight where it still is."""
        kept = place_of(self.current())
        self._open = frozenset((finding.place, finding.message) for finding in doubts)
        self._contents = {
            Tab.DOUBTS: tuple(_doubtful(tasks, doubts)),
            Tab.OURS: tuple(_under_headings(t for t in tasks if t.task.ours.yes)),
            Tab.OTHERS: tuple(_under_headings(t for t in tasks if not t.task.ours.yes)),
            Tab.ALL: tuple(_under_headings(tasks)),
            **others,
        }
        for tab, rows in self._contents.items():
            count = sum(not isinstance(row, str) for row in rows)
            self.tabs.setTabVisible(tab, count > 0 or tab not in _WHERE_ANY)
            self.tabs.setTabText(tab, named(_(_TITLES[tab])).format(count=count))
        self._show(kept)

    def _show(self, kept: str) -> None:
        tab = Tab(self.tabs.currentIndex())
        rows = self._contents.get(tab, ())
        before = self.table.currentIndex().row()
        blocker = QSignalBlocker(self.table.selectionModel())
        self.model.show_rows(rows, self._open, _WHERE_ANY.get(tab, TITLES))
        row = self.model.find(kept) if kept else -1
        if row < 0:
            row = self._nearest(before if kept else 0)
        self._select(row)
        blocker.unblock()
        self._say_rest(tab, len(rows))
        self.chosen.emit()

    def _nearest(self, row: int) -> int:
        """Return the row nearest below that can be chosen, else above."""
        count = self.model.rowCount()
        candidates = [*range(max(0, row), count), *range(min(row, count) - 1, -1, -1)]
        return next((r for r in candidates if not isinstance(self.model.row(r), str)), -1)

    def _select(self, row: int) -> None:
        if row < 0:
            return
        index = self.model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        how = flags.ClearAndSelect | flags.Rows
        self.table.selectionModel().setCurrentIndex(index, how)
        self.table.scrollTo(index)

    def _say_rest(self, tab: Tab, shown: int) -> None:
        every = sum(isinstance(row, Reviewed) for row in self._contents.get(Tab.ALL, ()))
        doubted = sum(isinstance(row, Reviewed) for row in self._contents.get(Tab.DOUBTS, ()))
        words = _("{count} nhiệm vụ còn lại đọc được chắc chắn; xem ở “Tất cả”.")
        if not shown:
            words = _("Không còn chỗ nào phải xem; {count} nhiệm vụ ở “Tất cả”.")
        self.rest.setText(words.format(count=every - doubted))
        self.rest.setVisible(tab is Tab.DOUBTS and (self.height() > LOW or not shown))
        self.table.setVisible(shown > 0)
        self.room.setVisible(not shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room of the closing words to the rows where there is little."""
        super().resizeEvent(event)
        tab = Tab(self.tabs.currentIndex())
        self._say_rest(tab, len(self._contents.get(tab, ())))

    def begin_with(self, tab: Tab) -> None:
        """Begin with another tab than the doubts; nothing is shown yet."""
        blocker = QSignalBlocker(self.tabs)
        self.tabs.setCurrentIndex(tab)
        blocker.unblock()

    def turn_to(self, tab: Tab) -> None:
        """Show what a tab holds."""
        self.tabs.setCurrentIndex(tab)

    def current(self) -> Row | None:
        """Return the row that is looked at."""
        return self.model.row(self.table.currentIndex().row())

    def position(self) -> tuple[int, int]:
        """Return which of how many rows is looked at, headings not counted."""
        numbers = [r for r in range(self.model.rowCount())
                   if not isinstance(self.model.row(r), str)]  # fmt: skip
        row = self.table.currentIndex().row()
        return (numbers.index(row) + 1 if row in numbers else 0), len(numbers)

    def step(self, by: int) -> None:
        """Look at the next row (or the one before)."""
        row = self.table.currentIndex().row() + by
        while 0 <= row < self.model.rowCount():
            if not isinstance(self.model.row(row), str):
                self._select(row)
                return
            row += by

    def look_at(self, place: str) -> bool:
        """Look at the row of that place; return whether it is shown."""
        row = self.model.find(place)
        self._select(row)
        return row >= 0


def _doubtful(tasks: tuple[Reviewed, ...], doubts: tuple[Finding, ...]) -> Iterator[Row]:
    """Yield what wants eyes, errors first; a task with several doubts stands once."""
    by_id = {str(row.task.id): row for row in tasks}
    told: set[str] = set()
    for finding in doubts:
        row = by_id.get(finding.task)
        if row is None:
            yield finding
        elif finding.task not in told:
            told.add(finding.task)
            yield row


def _under_headings(tasks: Iterable[Reviewed]) -> Iterator[Row]:
    """Yield tasks under the appendix, part and group they stand in."""
    above: tuple[str, ...] = ()
    for row in tasks:
        chain = row.appendix.lineage(row.task)[::-1]
        titles = (
            " – ".join(filter(None, (row.appendix.label, row.appendix.title))),
            *(f"{group.ordinal}. {group.title}".lstrip(". ") for group in chain),
        )
        for depth, title in enumerate(titles):
            if titles[: depth + 1] != above[: depth + 1] and title:
                yield " ".join(title.split())
        above = titles
        yield row
