"""Asks which villages are merged, split or renamed, into what, and from which day."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QListWidgetItem, QPlainTextEdit, QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.team_state import Seat
from kehoach_desktop.domain.text import clean, squeeze
from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind
from kehoach_desktop.domain.village_change import CHANGE_WORDS, ChangeKind, VillageStep
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.furniture import label
from kehoach_desktop.ui.list_box import list_box
from kehoach_desktop.ui.teams.asking import DayAsking
from kehoach_desktop.ui.teams.split_people import SplitPeople
from kehoach_desktop.ui.workbench import Workbench

KEY = Qt.ItemDataRole.UserRole
SeatsOf = Callable[[UnitId, date], Sequence[Seat]]
"""Who is in the teams of a village on a day."""


class OneVillage(KehoachError):
    """A village is split or renamed by itself, and gets one name each."""

    def __init__(self) -> None:
        super().__init__(_("Chia tách, đổi tên thì chọn đúng một thôn; đổi tên ghi một tên."))


class VillagesAsked(DayAsking):
    """What becomes of which villages; the names are typed one to a line."""

    def __init__(
        self,
        parent: QWidget,
        villages: Sequence[Unit],
        chosen: Collection[UnitId],
        day: date,
        seats: SeatsOf = lambda _village, _day: (),
    ) -> None:
        note = _("Thôn cũ còn nguyên trong văn bản, số liệu trước ngày này. Tổ và nhiệm vụ đang "
                 "giao chuyển sang thôn mới.")  # fmt: skip
        super().__init__(parent, _("Sáp nhập, chia tách, đổi tên"), note, _("Ghi"), day)
        self.setMinimumWidth(theme.current().length(560))
        self.kind, self.villages, self.names = QComboBox(), list_box(), QPlainTextEdit()
        for kind, words in CHANGE_WORDS.items():
            self.kind.addItem(_(words), kind)
        for village in villages:
            self._add_village(village, checked=village.id in chosen)
        self.villages.setMaximumHeight(theme.current().length(150))
        self.names.setTabChangesFocus(True)
        self.names.setFixedHeight(theme.current().length(58))
        self.told = label("", "soft", wrap=True)
        self._seats, self.people = seats, SplitPeople(self._tell)
        self.add(_("&Việc"), self.kind)
        self.add(_("&Các thôn"), self.villages)
        self.add(_("&Thành"), self.names)
        self.add_day(_("Từ &ngày"))
        self.paper = self.line(_("Theo &văn bản"), hint=_("số, ký hiệu nghị quyết"))
        self.add(_("N&gười của tổ"), self.people)
        self.form.addRow(self.told)
        self.day_field.day_changed.connect(lambda _day: self._show_people())
        self.kind.currentIndexChanged.connect(lambda _index: self._show_people())
        self.villages.itemChanged.connect(lambda _item: self._show_people())
        self.names.textChanged.connect(self._show_names)
        self._show_people()
        self.kind.setFocus()

    def _add_village(self, village: Unit, *, checked: bool) -> None:
        item = QListWidgetItem(village.name, self.villages)
        item.setData(KEY, village.id)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)

    def change(self) -> ChangeKind:
        """Return what is to become of the villages."""
        return ChangeKind(self.kind.currentData())

    def chosen(self) -> tuple[QListWidgetItem, ...]:
        """Return the villages that are ticked."""
        items = (self.villages.item(row) for row in range(self.villages.count()))
        return tuple(item for item in items if item.checkState() is Qt.CheckState.Checked)

    def into(self) -> tuple[str, ...]:
        """Return the names that are typed."""
        lines = (squeeze(clean(line)) for line in self.names.toPlainText().splitlines())
        return tuple(line for line in lines if line)

    def _show_people(self) -> None:
        """Ask where everybody goes while one village with a team is to be split."""
        one = [UnitId(item.data(KEY)) for item in self.chosen()][:2]
        day, splits = self.day_field.day(), self.change() is ChangeKind.SPLIT
        seats = self._seats(one[0], day) if splits and day and len(one) == 1 else ()
        self.people.show_people(seats)
        self._show_names()

    def _show_names(self) -> None:
        self.people.offer(self.into())
        asked = bool(self.people.choices) and len(self.into()) > 1
        self._tell()
        if asked is not self.form.isRowVisible(self.people):
            self.form.setRowVisible(self.people, asked)
            self.resize(self.width(), self.heightForWidth(self.width()))

    def _tell(self) -> None:
        hints = {
            ChangeKind.MERGE: _("Tên thôn sau sáp nhập"),
            ChangeKind.SPLIT: _("Mỗi dòng một tên thôn mới; rồi chọn ai về thôn nào"),
            ChangeKind.RENAME: _("Tên mới"),
        }
        self.names.setPlaceholderText(hints[self.change()])
        old = ", ".join(item.text() for item in self.chosen()) or "…"
        self.told.setText(f"{old} → {', '.join(self._told_names()) or '…'}")

    def _told_names(self) -> Iterator[str]:
        """Yield the new names, each with how many of the team go there where that is asked."""
        names = self.into()
        if len(names) < 2 or not self.people.choices:
            yield from names
            return
        homes = [*self.people.homes().values()]
        counts = {names[0]: len(self.people.choices) - len(homes)}
        for name in names:
            people = counts.get(name, homes.count(name))
            yield counted("{village} ({count} người)", people).format(village=name, count=people)

    def keep(self, workbench: Workbench) -> VillageStep:
        """Keep what is asked and return the step. Raises what the verbs of villages raise."""
        verbs, on, by = workbench.villages, self.day(), squeeze(clean(self.paper.text()))
        old, new = [str(item.data(KEY)) for item in self.chosen()], self.into()
        if self.change() is ChangeKind.MERGE:
            return verbs.merge(old, new[0] if len(new) == 1 else "", on, by)
        if len(old) != 1 or (self.change() is ChangeKind.RENAME and len(new) != 1):
            raise OneVillage
        if self.change() is ChangeKind.SPLIT:
            homes = {str(person): name for person, name in self.people.homes().items()}
            return verbs.split(old[0], new, on, by, homes)
        return verbs.rename(old[0], new[0], on, by)


def ask_reshaping(
    parent: QWidget, workbench: Workbench, chosen: Collection[UnitId] = ()
) -> VillagesAsked:
    """Ask what becomes of villages, with `chosen` ticked, and keep it as one step."""
    today = workbench.reporting.today()
    standing = [
        unit
        for unit in workbench.units.units()
        if unit.kind is UnitKind.VILLAGE and unit.stands_on(today)
    ]

    def seats(village: UnitId, day: date) -> Sequence[Seat]:
        states = workbench.rosters.states(day)
        return [s for t in states if t.unit and t.unit.id == village for s in t.seats]

    dialog = VillagesAsked(parent, standing, chosen, today, seats)
    dialog.answer = lambda: _keep(workbench, dialog)
    dialog.open()
    return dialog


def _keep(workbench: Workbench, dialog: VillagesAsked) -> None:
    step = dialog.keep(workbench)
    verbs = workbench.villages
    words = f"{_(CHANGE_WORDS[dialog.change()])}: {', '.join(dialog.into())}"
    workbench.done(
        words,
        Changes.UNITS | Changes.TEAMS | Changes.PLANS,
        undo=partial(verbs.keep, step.reversed()),
        redo=partial(verbs.keep, step),
    )
