"""Asks which villages are merged, split or renamed, into what, and from which day."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.text import clean, squeeze
from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind
from kehoach_desktop.domain.village_change import CHANGE_WORDS, ChangeKind, VillageStep
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.furniture import label
from kehoach_desktop.ui.teams.asking import DayAsking
from kehoach_desktop.ui.workbench import Workbench

KEY = Qt.ItemDataRole.UserRole


class OneVillage(KehoachError):
    """A village is split or renamed by itself, and gets one name each."""

    def __init__(self) -> None:
        super().__init__(_("Chia tách, đổi tên thì chọn đúng một thôn; đổi tên ghi một tên."))


class VillagesAsked(DayAsking):
    """What becomes of which villages; the names are typed one to a line."""

    def __init__(
        self, parent: QWidget, villages: Sequence[Unit], chosen: Collection[UnitId], day: date
    ) -> None:
        note = _("Thôn cũ còn nguyên trong văn bản, số liệu trước ngày này. Tổ và nhiệm vụ đang "
                 "giao chuyển sang thôn mới.")  # fmt: skip
        super().__init__(parent, _("Sáp nhập, chia tách, đổi tên"), note, _("Ghi"), day)
        self.kind, self.villages, self.names = QComboBox(), QListWidget(), QPlainTextEdit()
        for kind, words in CHANGE_WORDS.items():
            self.kind.addItem(_(words), kind)
        for village in villages:
            self._add_village(village, checked=village.id in chosen)
        self.villages.setMaximumHeight(theme.current().length(150))
        self.names.setTabChangesFocus(True)
        self.names.setFixedHeight(theme.current().length(58))
        self.told = label("", "soft", wrap=True)
        self.add(_("&Việc"), self.kind)
        self.add(_("&Các thôn"), self.villages)
        self.add(_("&Thành"), self.names)
        self.add_day(_("Từ &ngày"))
        self.paper = self.line(_("Theo &văn bản"), hint=_("số, ký hiệu nghị quyết"))
        self.rows.addRow(self.told)
        self.kind.currentIndexChanged.connect(lambda _index: self._tell())
        self.villages.itemChanged.connect(lambda _item: self._tell())
        self.names.textChanged.connect(self._tell)
        self._tell()
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

    def _tell(self) -> None:
        hints = {
            ChangeKind.MERGE: _("Tên thôn sau sáp nhập"),
            ChangeKind.SPLIT: _("Mỗi dòng một tên thôn mới; tổ hiện có về thôn ghi đầu tiên"),
            ChangeKind.RENAME: _("Tên mới"),
        }
        self.names.setPlaceholderText(hints[self.change()])
        old = ", ".join(item.text() for item in self.chosen()) or "…"
        self.told.setText(f"{old} → {', '.join(self.into()) or '…'}")

    def keep(self, workbench: Workbench) -> VillageStep:
        """Keep what is asked and return the step. Raises what the verbs of villages raise."""
        verbs, on, by = workbench.villages, self.day(), squeeze(clean(self.paper.text()))
        old, new = [str(item.data(KEY)) for item in self.chosen()], self.into()
        if self.change() is ChangeKind.MERGE:
            return verbs.merge(old, new[0] if len(new) == 1 else "", on, by)
        if len(old) != 1 or (self.change() is ChangeKind.RENAME and len(new) != 1):
            raise OneVillage
        if self.change() is ChangeKind.SPLIT:
            return verbs.split(old[0], new, on, by)
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
    dialog = VillagesAsked(parent, standing, chosen, today)
    dialog.act = lambda: _keep(workbench, dialog)
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
