"""The filter bar of the matrix: chips with counts, and what may be chosen beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QSizePolicy

from kehoach_desktop.domain.progress import STANDING_WORDS, Standing
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import icons, theme
from kehoach_desktop.ui.furniture import Bar, Chip, frame
from kehoach_desktop.ui.level import named
from kehoach_desktop.ui.looks import DOUBT, STANDING_LOOKS
from kehoach_desktop.ui.plans.matrix_filter import (
    DUE_WORDS,
    NOBODY,
    Due,
    Wish,
    chip_counts,
    lead_units,
    own_units,
    without_narrowing,
)
from kehoach_desktop.ui.plans.matrix_rows import TaskRow


class FilterBar(Bar):
    """Chips and choices; `wished` says that another set of rows is asked for."""

    wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.ours, self.all = Chip(named(_("Của {level} ta"))), Chip(_("Tất cả"))
        self.overdue = Chip(_("Quá hạn"), STANDING_LOOKS[Standing.OVERDUE])
        self.unanswered = Chip(_("Chưa trả lời"), STANDING_LOOKS[Standing.UNANSWERED])
        self.doubtful = Chip(_("Cần xem"), DOUBT)
        self.unit = _choice(_("Lọc theo đơn vị"))
        self.state = _choice(_("Lọc theo tình hình"))
        self.due = _choice(_("Lọc theo thời hạn"))
        self._offer_fixed()
        self._lay_out()
        self.ours.setChecked(True)

    def _offer_fixed(self) -> None:
        self.state.addItem(_("Tình hình"), None)
        for stands, words in STANDING_WORDS.items():
            look = STANDING_LOOKS[stands]
            self.state.addItem(icons.icon(look.glyph, look.hue, 12), _(words), stands)
        for due, words in DUE_WORDS.items():
            self.due.addItem(_(words), due)
        self.unit.addItem(_("Đơn vị"), "")

    def _lay_out(self) -> None:
        self._scope = QButtonGroup(self)
        for chip in (self.ours, self.all):
            self._scope.addButton(chip)
            self.add(chip)
        self._scope.buttonToggled.connect(lambda _chip, on: self.wished.emit() if on else None)
        gap = frame("rule")
        gap.setFixedWidth(1)
        self.add(gap)
        for chip in (self.overdue, self.unanswered, self.doubtful):
            chip.toggled.connect(lambda _on: self.wished.emit())
            self.add(chip)
        for choice in (self.unit, self.state, self.due):
            choice.currentIndexChanged.connect(lambda _index: self.wished.emit())
            self.add(choice)

    def look_for(self, words: str) -> None:
        """Ask for tasks that hold `words`."""
        if words != self._words:
            self._words = words
            self.wished.emit()

    def wish(self) -> Wish:
        """Return what is asked for."""
        return Wish(
            ours_only=self.ours.isChecked(),
            overdue=self.overdue.isChecked(),
            unanswered=self.unanswered.isChecked(),
            doubtful=self.doubtful.isChecked(),
            due=self.due.currentData() or Due.ANY,
            stands=self.state.currentData(),
            unit=self.unit.currentData() or "",
            words=self._words,
        )

    def ask_for(self, wish: Wish) -> None:
        """Set chips and choices to `wish`, its words apart, and ask once."""
        blocked = [QSignalBlocker(widget) for widget in self._controls()]
        (self.ours if wish.ours_only else self.all).setChecked(True)
        self.overdue.setChecked(wish.overdue)
        self.unanswered.setChecked(wish.unanswered)
        self.doubtful.setChecked(wish.doubtful)
        self.due.setCurrentIndex(max(0, self.due.findData(wish.due)))
        self.state.setCurrentIndex(max(0, self.state.findData(wish.stands)))
        self.unit.setCurrentIndex(max(0, self.unit.findData(wish.unit)))
        for blocker in blocked:
            blocker.unblock()
        self._words = wish.words
        self.wished.emit()

    def clear(self) -> None:
        """Take every narrowing away but the commune/all choice."""
        self.ask_for(without_narrowing(self.wish()))

    def count(self, rows: Sequence[TaskRow], today: date) -> None:
        """Show how many rows each chip stands for, and which units there are."""
        counts = chip_counts(rows, replace(self.wish(), words=""), today)
        self.ours.set_count(counts.ours)
        self.all.set_count(counts.all)
        self.overdue.set_count(counts.overdue)
        self.unanswered.set_count(counts.unanswered)
        self.doubtful.set_count(counts.doubtful)
        self._offer_units(own_units(rows), lead_units(rows))

    def _offer_units(self, own: Sequence[str], leading: Sequence[str]) -> None:
        offered = [("", _("Đơn vị")), (NOBODY, _("Chưa giao cho ai"))]
        offered += [(name, name) for name in own]
        offered += [(name, _("Chủ trì: {unit}").format(unit=name)) for name in leading]
        present = [self.unit.itemData(number) for number in range(self.unit.count())]
        if present == [name for name, _words in offered]:
            return
        chosen = self.unit.currentData()
        blocker = QSignalBlocker(self.unit)
        self.unit.clear()
        for name, words in offered:
            self.unit.addItem(words, name)
        self.unit.setCurrentIndex(max(0, self.unit.findData(chosen)))
        blocker.unblock()

    def _controls(self) -> tuple[Chip | QComboBox | QButtonGroup, ...]:
        chips = (self.ours, self.all, self.overdue, self.unanswered, self.doubtful)
        return (self._scope, *chips, self.unit, self.state, self.due)


def _choice(name: str) -> QComboBox:
    choice = QComboBox()
    choice.setAccessibleName(name)
    choice.setToolTip(name)
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(7)
    choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    choice.setMaximumWidth(theme.current().length(170))
    choice.setMaxVisibleItems(16)
    choice.view().setMinimumWidth(260)
    return choice
