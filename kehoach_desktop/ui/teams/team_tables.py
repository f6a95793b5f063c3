"""The two tables of the screen: villages at the left, the people of one team at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from kehoach_desktop.i18n import _
from kehoach_desktop.ui.clipboard import put_table
from kehoach_desktop.ui.sheet import SheetView
from kehoach_desktop.ui.teams.member_model import MemberModel, Place
from kehoach_desktop.ui.teams.village_model import VillageModel

VILLAGE_WIDTHS = (130, 62, 118)
MEMBER_WIDTHS = (38, 140, 74, 60, 146, 86, 92, 92, 88, 90)


class VillageTable(SheetView):
    """Up and down choose a village; Enter or Right goes to its people."""

    entered_team = Signal()

    def __init__(self, model: VillageModel) -> None:
        super().__init__(lines=2)
        self.setAccessibleName(_("Các thôn và tổ"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setModel(model)
        self.set_widths(VILLAGE_WIDTHS, stretch=0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the people of the team, or move among the villages."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered_team.emit()
        else:
            super().keyPressEvent(event)


class MemberTable(SheetView):
    """Enter shows the person, F2 changes the role, Delete lets him leave, Insert adds another."""

    person_wanted = Signal()
    role_wanted = Signal()
    leave_wanted = Signal()
    add_wanted = Signal()
    left = Signal()

    def __init__(self, model: MemberModel) -> None:
        super().__init__(lines=2)
        self._people = model
        self.setAccessibleName(_("Thành viên tổ"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setModel(model)
        self.set_widths(MEMBER_WIDTHS, stretch=Place.NOTE, spare=Place.SINCE)
        self.doubleClicked.connect(lambda _index: self.person_wanted.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys of the table."""
        acts = {
            Qt.Key.Key_Return: self.person_wanted,
            Qt.Key.Key_Enter: self.person_wanted,
            Qt.Key.Key_F4: self.person_wanted,
            Qt.Key.Key_F2: self.role_wanted,
            Qt.Key.Key_Delete: self.leave_wanted,
            Qt.Key.Key_Insert: self.add_wanted,
            Qt.Key.Key_Escape: self.left,
        }
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif plain and Qt.Key(event.key()) in acts:
            acts[Qt.Key(event.key())].emit()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected rows on the clipboard as a table; masked numbers stay masked."""
        numbers = sorted({index.row() for index in self.selectedIndexes()})
        people = self._people
        places = [[people.index(n, c) for c in range(people.columnCount())] for n in numbers]
        cells = [[str(place.data() or "") for place in row] for row in places]
        if cells:
            put_table(cells)
