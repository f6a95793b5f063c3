"""What a file of figures would change: doubts on top, each figure beside the one that stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kehoach_desktop.domain.draft import Finding
from kehoach_desktop.domain.figure_table import FigureDraft
from kehoach_desktop.domain.figure_words import figure_words
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.services.indicators import ProposedFigure
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.activities import activity_acts
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.day_field import DayField
from kehoach_desktop.ui.list_model import SHOWN, Column, Heading, ListModel
from kehoach_desktop.ui.sheet import SheetView
from kehoach_desktop.ui.table_cells import Role
from kehoach_desktop.ui.workbench import Workbench

RIGHT = Qt.AlignmentFlag.AlignRight
ALIGN = Qt.ItemDataRole.TextAlignmentRole


@dataclass(frozen=True, slots=True)
class TakenRow:
    """A figure that would be kept, or something to look at."""

    proposed: ProposedFigure | None = None
    finding: Finding | None = None
    left: bool = False


def taken_rows(
    told: tuple[ProposedFigure, ...], draft: FigureDraft, left: set[int]
) -> Iterator[TakenRow | Heading]:
    """Yield doubts first, then the figures that become others, by village."""
    if draft.findings:
        yield Heading(_("Cần xem, không lấy"), str(len(draft.findings)), "flag")
        for finding in draft.findings:
            yield TakenRow(finding=finding)
    changing = [one for one in told if one.changes]
    same = len(told) - len(changing)
    note = _("{count} số đã có, giống hệt").format(count=same) if same else ""
    yield Heading(_("Sẽ ghi"), note)
    for number, one in enumerate(told):
        if one.changes:
            yield TakenRow(one, left=number in left)


def _unit(row: TakenRow) -> str:
    return row.proposed.read.unit.name if row.proposed else row.finding.place if row.finding else ""


def _what(row: TakenRow) -> str:
    if row.proposed:
        return _(row.proposed.read.indicator.name)
    return row.finding.message if row.finding else ""


def _before(row: TakenRow) -> str:
    if row.proposed is None:
        return ""
    before = row.proposed.before
    return figure_words(before.value if before else None)


def _after(row: TakenRow) -> str:
    return figure_words(row.proposed.figure.value) if row.proposed else ""


COLUMNS = (
    Column(
        lambda: _("Thôn"),
        {
            SHOWN: _unit,
            Role.GLYPH: lambda row: "flag" if row.finding else "box" if row.left else "box_on",
            Role.HUE: lambda row: "amber" if row.finding else "acc",
        },
    ),
    Column(lambda: _("Chỉ tiêu"), {SHOWN: _what, Role.STRUCK: lambda row: row.left}),
    Column(
        lambda: _("Đang có"),
        {SHOWN: _before, ALIGN: lambda _row: RIGHT, Role.TONE: lambda _row: "text2"},
    ),
    Column(
        lambda: _("Trong tệp"),
        {
            SHOWN: _after,
            ALIGN: lambda _row: RIGHT,
            Role.STRONG: lambda row: not row.left,
            Role.STRUCK: lambda row: row.left,
        },
    ),
)


class _Rows(SheetView):
    """Space leaves a figure out, or takes it again."""

    def __init__(self, dialog: FiguresTaken) -> None:
        super().__init__()
        self._dialog = dialog
        self.setAccessibleName(_("Số liệu trong tệp"))
        self.doubleClicked.connect(lambda _index: dialog.turn())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the row; everything else is the table's own."""
        if event.key() == Qt.Key.Key_Space:
            self._dialog.turn()
        else:
            super().keyPressEvent(event)


class FiguresTaken(Asked):
    """Shows what was read of a file; one step keeps it."""

    def __init__(
        self,
        parent: QWidget,
        workbench: Workbench,
        period: ReportingPeriod,
        read: tuple[str, FigureDraft],
    ) -> None:
        name, self._draft = read
        title = _("Nhận số liệu {period}").format(period=period.name)
        super().__init__(parent, title, _("Ghi"), self._take, 760)
        self._workbench, self._period = workbench, period
        self._left: set[int] = set()
        self.source = QLineEdit(name)
        self.dated = DayField(_("Ngày của phiếu, văn bản"), year=period.year)
        self.rows, self.model = _Rows(self), ListModel(COLUMNS, self)
        self.rows.setModel(self.model)
        self.rows.set_widths((170, 330, 90, 90), stretch=1)
        self.rows.setMinimumHeight(theme.current().length(320))
        self.add(_("&Lấy từ đâu"), self.source)
        self.add(_("N&gày"), self.dated)
        self.form.addRow(self.rows)
        self.words.setText(_("Space: không lấy dòng đang chọn. Ô trống trong tệp không xóa gì."))
        self.show_rows()

    def told(self) -> tuple[ProposedFigure, ...]:
        """Return what the file would change, with the source and the day as they are typed."""
        return self._workbench.indicators.proposed(
            self._draft, self._period, self.source.text(), self.dated.day()
        )

    def show_rows(self) -> None:
        """Show what would be kept."""
        at = self.rows.currentIndex().row()
        told = self.told()
        self.model.show_rows(tuple(taken_rows(told, self._draft, self._left)))
        self.rows.setCurrentIndex(self.model.index(max(at, 0), 0))
        count = sum(one.changes and n not in self._left for n, one in enumerate(told))
        self.agree.say(counted("Ghi {count} số liệu", count).format(count=count))
        self.agree.setEnabled(count > 0)

    def turn(self) -> None:
        """Leave the selected figure out, or take it again."""
        row = self.model.row(self.rows.currentIndex().row())
        if isinstance(row, TakenRow) and row.proposed:
            number = self.told().index(row.proposed)
            self._left ^= {number}
            self.show_rows()

    def _take(self) -> None:
        self.dated.editingFinished.emit()
        wanted = [
            one.figure for n, one in enumerate(self.told()) if one.changes and n not in self._left
        ]
        step = self._workbench.indicators.give(wanted)
        words = _("Nhận số liệu {period}").format(period=self._period.name)
        activity_acts.keep(self._workbench, step, words)
