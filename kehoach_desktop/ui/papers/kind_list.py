"""The kinds of paper at the left of the screen, under two headings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QWidget

from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.list_model import SHOWN, Column, Heading, ListModel
from kehoach_desktop.ui.papers.paper_fields import GROUPS, KIND_NAMES
from kehoach_desktop.ui.sheet import SheetView

_WIDTH = 178


class KindList(SheetView):
    """Lists the kinds; `kind_chosen` tells the one that was turned to."""

    kind_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, lines=1)
        says: dict[int, Callable[[PaperKind], str]] = {SHOWN: lambda kind: _(KIND_NAMES[kind])}
        self.kinds = ListModel((Column(lambda: "", says),), self)
        self.setModel(self.kinds)
        rows: list[Heading | PaperKind] = []
        for group, inside in GROUPS:
            rows += [Heading(_(group)), *(kind for kind, _words in inside)]
        self.kinds.show_rows(rows)
        self.horizontalHeader().hide()
        self.set_widths((_WIDTH,), 0)
        self.setFixedWidth(theme.current().length(_WIDTH))
        self.setAccessibleName(_("Loại văn bản"))
        self.selectionModel().currentRowChanged.connect(self._turned)

    def _turned(self, index: QModelIndex | QPersistentModelIndex, *_before: object) -> None:
        if (kind := self.kinds.row(index.row())) is not None:
            self.kind_chosen.emit(kind)

    def choose(self, kind: PaperKind) -> None:
        """Turn to a kind."""
        self.setCurrentIndex(self.kinds.index(self.kinds.rows().index(kind), 0))

    def chosen(self) -> PaperKind | None:
        """Return the kind that is turned to."""
        kind = self.kinds.row(self.currentIndex().row())
        return kind if isinstance(kind, PaperKind) else None
