"""Who of a team goes where when its village is split: one line each, with the new villages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QWidget

from kehoach_desktop.domain.membership import PersonId
from kehoach_desktop.domain.team import ROLE_TITLES
from kehoach_desktop.domain.team_state import Seat
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.furniture import label


class SplitPeople(QScrollArea):
    """A line for everybody of the team. Who is left alone goes to the first village."""

    def __init__(self, changed: Callable[[], None]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(theme.current().length(168))
        self.choices: dict[PersonId, QComboBox] = {}
        self._changed = changed
        self._names: tuple[str, ...] = ()

    def show_people(self, seats: Sequence[Seat]) -> None:
        """Show these people; who stood here before keeps his choice."""
        held = self.homes()
        inner = QWidget()
        grid = QGridLayout(inner)
        self.choices = {}
        for row, seat in enumerate({seat.person.id: seat for seat in seats}.values()):
            choice = QComboBox()
            choice.setAccessibleName(seat.person.details.full_name)
            choice.currentIndexChanged.connect(lambda _index: self._changed())
            who = label(seat.person.details.full_name)
            who.setBuddy(choice)
            grid.addWidget(who, row, 0)
            grid.addWidget(label(_(ROLE_TITLES[seat.stay.role]), "soft"), row, 1)
            grid.addWidget(choice, row, 2)
            self.choices[seat.person.id] = choice
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(len(self.choices), 1)
        self.setWidget(inner)
        self._offer(held)

    def offer(self, names: Sequence[str]) -> None:
        """Offer these villages to everybody; who had chosen one keeps it while it is named."""
        held, self._names = self.homes(), tuple(names)
        self._offer(held)

    def _offer(self, held: dict[PersonId, str]) -> None:
        for person, choice in self.choices.items():
            choice.blockSignals(True)
            choice.clear()
            choice.addItems(self._names)
            choice.setCurrentIndex(max(0, choice.findText(held.get(person, ""))))
            choice.blockSignals(False)

    def homes(self) -> dict[PersonId, str]:
        """Return the village of everybody who does not go to the first."""
        chosen = ((person, choice) for person, choice in self.choices.items())
        return {who: choice.currentText() for who, choice in chosen if choice.currentIndex() > 0}
