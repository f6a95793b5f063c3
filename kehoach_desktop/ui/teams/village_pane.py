"""The left of the screen: the villages, which of them want something, and the day looked at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kehoach_desktop.domain.team_state import TeamState
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.day_field import DayField
from kehoach_desktop.ui.furniture import Bar, Chip, column, frame, label
from kehoach_desktop.ui.looks import Look
from kehoach_desktop.ui.teams.team_tables import VillageTable
from kehoach_desktop.ui.teams.village_model import VillageModel, wants_a_hand


class VillagePane(QWidget):
    """The table of villages between its two chips and the sums; `chosen` tells another chip."""

    chosen = Signal()

    def __init__(self, year: int) -> None:
        super().__init__()
        owing = Look("triangle", "amber")
        self.every, self.owing = Chip(_("Tất cả")), Chip(_("Cần làm"), owing)
        self.model = VillageModel()
        self.table = VillageTable(self.model)
        self.total = label("", "second", wrap=True)
        self.day = DayField(_("Tính đến ngày"), year=year)
        self.day.setPlaceholderText(_("hôm nay"))
        self.day.setFixedWidth(theme.current().length(104))
        self.setMinimumWidth(theme.current().length(290))
        self._lay_out()
        self.every.setChecked(True)
        self.every.clicked.connect(partial(self._choose, False))
        self.owing.clicked.connect(partial(self._choose, True))

    def _lay_out(self) -> None:
        inside = column()
        self.setLayout(inside)
        bar = Bar()
        bar.add(self.every)
        bar.add(self.owing)
        foot = frame("foot", across=False, margins=(14, 6, 12, 6))
        line = QHBoxLayout()
        line.addWidget(label(_("Tính đến ngày"), "second"))
        line.addWidget(self.day)
        line.addStretch(1)
        foot.box.addWidget(self.total)
        foot.box.addLayout(line)
        inside.addWidget(bar)
        inside.addWidget(self.table, 1)
        inside.addWidget(foot)

    def _choose(self, owing: bool, _checked: bool = False) -> None:
        self.every.setChecked(not owing)
        self.owing.setChecked(owing)
        self.chosen.emit()

    def count(self, states: Sequence[TeamState]) -> None:
        """Show how many there are, how many want something, and how many people."""
        self.every.set_count(len(states))
        self.owing.set_count(sum(map(wants_a_hand, states)))
        teams = [state for state in states if state.team]
        people = {seat.person.id for state in teams for seat in state.seats}
        without = len(states) - len(teams)
        words = _("{teams} tổ, {people} người").format(teams=len(teams), people=len(people))
        if without:
            words += _("; {count} thôn chưa có tổ").format(count=without)
        self.total.setText(words)
