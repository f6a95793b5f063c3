"""Asks which tasks a paper is about: a list to tick, searched without diacritics."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QWidget

from kehoach_desktop.domain.narrative_keys import Keys
from kehoach_desktop.domain.report import PeriodView
from kehoach_desktop.domain.text import fold, squeeze, two_digits
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.list_box import list_box

_TASK = Qt.ItemDataRole.UserRole


class TasksAsked(Asked):
    """Every task of the plans, those of `ticked` ticked; `take` is given what is ticked then."""

    def __init__(
        self,
        parent: QWidget,
        view: PeriodView,
        ticked: Collection[str],
        take: Callable[[Sequence[str]], object],
    ) -> None:
        super().__init__(parent, _("Chọn nhiệm vụ"), _("Chọn"), self._answered, width=640)
        self._take = take
        self.search, self.tasks = QLineEdit(), list_box()
        self.search.setPlaceholderText(_("Tìm không cần dấu"))
        self.tasks.setMinimumHeight(theme.current().length(320))
        self._fill(view, ticked)
        self.search.textChanged.connect(self._filter)
        self.tasks.itemChanged.connect(lambda _item: self._count())
        self.add(_("Tìm"), self.search)
        self.add(_("Nhiệm vụ"), self.tasks)
        self._count()

    def _fill(self, view: PeriodView, ticked: Collection[str]) -> None:
        keys = Keys(view)
        for row in view.rows():
            content = squeeze(row.task.content)
            item = QListWidgetItem(f"{keys.of(row)}  {content}", self.tasks)
            item.setToolTip(content)
            item.setData(_TASK, row.task.id)
            chosen = Qt.CheckState.Checked if row.task.id in ticked else Qt.CheckState.Unchecked
            item.setCheckState(chosen)

    def _items(self) -> list[QListWidgetItem]:
        return [self.tasks.item(number) for number in range(self.tasks.count())]

    def _filter(self, words: str) -> None:
        wanted = fold(words)
        for item in self._items():
            item.setHidden(wanted not in fold(item.text()))

    def ticked(self) -> list[str]:
        """Return the ids of the tasks that are ticked, in the order of the plans."""
        checked = Qt.CheckState.Checked
        return [str(item.data(_TASK)) for item in self._items() if item.checkState() is checked]

    def _count(self) -> None:
        count = len(self.ticked())
        words = counted("Đã chọn {count} nhiệm vụ.", count)
        self.words.setText(words.format(count=two_digits(count)))

    def _answered(self) -> bool:
        chosen = self.ticked()
        if not chosen:
            self.say_wrong(_("Chưa chọn nhiệm vụ nào."))
            return False
        self._take(chosen)
        return True
