"""Asks for the figures of one village and period as its paper gives them, all at once."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from kehoach_desktop.domain.activity import IndicatorId
from kehoach_desktop.domain.figure_cell import COMMUNE
from kehoach_desktop.domain.figure_sheet import FigureSheet
from kehoach_desktop.domain.indicator_book import Figure, FigureKey, Indicator
from kehoach_desktop.domain.work_step import WorkStep
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.activities import activity_acts
from kehoach_desktop.ui.activities.entry_line import read_count
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.day_field import DayField
from kehoach_desktop.ui.furniture import label
from kehoach_desktop.ui.workbench import Workbench


class FiguresAsked(Asked):
    """A field for each indicator; an empty one means that the paper gives none."""

    def __init__(
        self, parent: QWidget, workbench: Workbench, sheet: FigureSheet, unit: str
    ) -> None:
        title = _("Ghi số liệu {period}").format(period=sheet.period.said)
        super().__init__(parent, title, _("Ghi"), self._take, 760)
        self._workbench, self._sheet = workbench, sheet
        self.unit, self.source = QComboBox(), QLineEdit()
        self.dated = DayField(_("Ngày của phiếu, văn bản"), year=workbench.indicators.today().year)
        self.fields: dict[IndicatorId, QLineEdit] = {}
        for village in workbench.indicators.villages(sheet.period):
            self.unit.addItem(village.name, village.id)
        if any(not indicator.by_village for indicator in self._indicators()):
            self.unit.addItem(_("Cấp xã"), COMMUNE)
        self.unit.setCurrentIndex(max(self.unit.findData(unit or self._silent()), 0))
        self.source.setPlaceholderText(_("Phiếu của thôn, báo cáo số…, người báo"))
        self.add(_("&Thôn"), self.unit)
        self.add(_("&Lấy từ đâu"), self.source)
        self.add(_("N&gày"), self.dated)
        self.form.addRow(self._grid())
        self.words.setText(
            _("Ô để trống: chưa có số liệu. Số 0 là đã đếm và không có. “từ hoạt động” là số cộng "
              "từ các hoạt động đã ghi; ghi số vào ô thì số ấy thay cho nó.")
        )  # fmt: skip
        self.unit.currentIndexChanged.connect(lambda _index: self._show_unit())
        self._show_unit()
        self.source.setFocus()

    def _grid(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        wanted = [i for i in self._indicators() if not i.parts]
        for number, indicator in enumerate(wanted):
            field = QLineEdit()
            field.setFixedWidth(theme.current().length(140))
            field.setAccessibleName(_(indicator.name))
            self.fields[indicator.id] = field
            row, place = divmod(number, 2)
            named = f"{_(indicator.name)} ({_(indicator.measure)})"
            grid.addWidget(label(named, wrap=True), row, place * 2)
            grid.addWidget(field, row, place * 2 + 1)
        return box

    def _silent(self) -> str:
        """Return the first village nothing is known of: its paper is likely to come next."""
        spoke = {u.unit for line in self._sheet.lines for u in line.units if u.cell.sources}
        asked = (u.unit for line in self._sheet.lines for u in line.units)
        return next((unit for unit in asked if unit and unit not in spoke), COMMUNE)

    def _indicators(self) -> list[Indicator]:
        return [line.indicator for line in self._sheet.lines if not line.indicator.retired]

    def _key(self, indicator: IndicatorId) -> FigureKey:
        return FigureKey(indicator, str(self.unit.currentData()), self._sheet.period.key)

    def _show_unit(self) -> None:
        """Show what the chosen village has given, and what its activities add up to."""
        book = self._workbench.indicators.book(self._sheet.period)
        unit = str(self.unit.currentData())
        given = {}
        for indicator in self._indicators():
            if indicator.id not in self.fields:
                continue
            field, held = self.fields[indicator.id], book.figures.get(self._key(indicator.id))
            field.setEnabled(indicator.by_village == (unit != COMMUNE))
            cell = book.cell(indicator, unit, self._sheet.period)
            field.setText(str(held.value) if held else "")
            drawn = held is None and cell.value is not None
            field.setPlaceholderText(
                _("từ hoạt động: {value}").format(value=cell.value) if drawn else "—"
            )
            if held:
                given[indicator.id] = held
        self._given = given
        last = next(iter(given.values()), None)
        self.source.setText(last.source if last else "")
        self.dated.set_day(last.dated if last else None)

    def _take(self) -> None:
        self.dated.editingFinished.emit()
        step = self._step()
        words = _("Ghi số liệu {unit} {period}")
        named = words.format(unit=self.unit.currentText(), period=self._sheet.period.said)
        activity_acts.keep(self._workbench, step, named)

    def _step(self) -> WorkStep:
        verbs, wanted, gone = self._workbench.indicators, [], []
        for key, field in self.fields.items():
            value, held = read_count(field.text()), self._given.get(key)
            if value is None and held is not None:
                gone.append(held.key)
            elif value is not None and (held is None or held.value != value or self._moved(held)):
                wanted.append(
                    Figure(self._key(key), value, self.source.text(), self.dated.day())
                )  # fmt: skip
        given = verbs.give(wanted)
        return WorkStep((*given.changes, *verbs.take_out(gone).changes))

    def _moved(self, held: Figure) -> bool:
        return (held.source, held.dated) != (self.source.text().strip(), self.dated.day())
