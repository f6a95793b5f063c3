"""Asks what an indicator is: its name and measure, where its figures come from, its target."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from kehoach_desktop.domain.activity import IndicatorId
from kehoach_desktop.domain.figure_cell import COMMUNE
from kehoach_desktop.domain.indicator_book import (
    DRAWN_WORDS,
    NATURE_WORDS,
    Drawn,
    FigureKey,
    Indicator,
    Nature,
)
from kehoach_desktop.domain.work_step import WorkStep
from kehoach_desktop.i18n import _
from kehoach_desktop.ui.activities import activity_acts
from kehoach_desktop.ui.activities.entry_line import read_count
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.level import named
from kehoach_desktop.ui.workbench import Workbench

NEW = Indicator(IndicatorId(""), "", "")


class IndicatorAsked(Asked):
    """The fields of a new indicator, or of one that is changed; sums keep their parts."""

    def __init__(
        self, parent: QWidget, workbench: Workbench, year: int, held: Indicator = NEW
    ) -> None:
        title = _("Sửa chỉ tiêu") if held.id else _("Chỉ tiêu mới")
        super().__init__(parent, title, _("Ghi"), self._take, 520)
        self._workbench, self._held, self._year = workbench, held, year
        self.name, self.measure = QLineEdit(_(held.name)), QLineEdit(_(held.measure))
        self.measure.setPlaceholderText(_("lượt, người, hộ, hồ sơ, tài khoản…"))
        self.nature, self.drawn, self.kind = QComboBox(), QComboBox(), QComboBox()
        for nature, words in NATURE_WORDS.items():
            self.nature.addItem(_(words), nature)
        for drawn, words in DRAWN_WORDS.items():
            self.drawn.addItem(_(words), drawn)
        for kind in workbench.activities.kinds():
            self.kind.addItem(_(kind), kind)
        self.target = QLineEdit(self._target_words())
        self.of_commune = QCheckBox(named(_("Một số cho cả {level}, không theo thôn")))
        self.retired = QCheckBox(_("Thôi dùng (số liệu cũ vẫn giữ)"))
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        for words, field in (
            (_("&Tên chỉ tiêu"), self.name),
            (_("Đơn &vị tính"), self.measure),
            (_("&Cách tính"), self.nature),
            (_("Lấy từ &hoạt động"), self.drawn),
            (_("&Loại hoạt động"), self.kind),
            (_("&Giao năm {year}").format(year=self._year), self.target),
        ):
            self.add(words, field)
        self.form.addRow("", self.of_commune)
        self.form.addRow("", self.retired)
        self.retired.setVisible(bool(self._held.id))
        self.words.setText(_("“Lượt” và “người” là hai đơn vị tính, không bao giờ cộng với nhau."))
        self.drawn.currentIndexChanged.connect(lambda _index: self._enable())

    def _show(self) -> None:
        held = self._held
        self.nature.setCurrentIndex(self.nature.findData(held.nature))
        self.drawn.setCurrentIndex(self.drawn.findData(held.drawn))
        self.kind.setCurrentIndex(max(self.kind.findData(next(iter(held.kinds), "")), 0))
        self.of_commune.setChecked(not held.by_village)
        self.retired.setChecked(held.retired)
        for field in (self.nature, self.drawn, self.of_commune):
            field.setEnabled(not held.parts)
        self._enable()

    def _enable(self) -> None:
        self.kind.setEnabled(self.drawn.currentData() != Drawn.NOTHING)

    def _key(self, indicator: IndicatorId) -> FigureKey:
        return FigureKey(indicator, COMMUNE, str(self._year))

    def _target_words(self) -> str:
        if not self._held.id:
            return ""
        target = self._workbench.indicators.target(self._key(self._held.id))
        return "" if target is None else str(target)

    def _wanted(self) -> Indicator:
        drawn = Drawn(self.drawn.currentData())
        name, measure = self.name.text(), self.measure.text()
        held = self._held
        return replace(
            held,
            # Left as it was shown, a shipped name stays the one the catalogue knows.
            name=held.name if name == _(held.name) else name,
            measure=held.measure if measure == _(held.measure) else measure,
            nature=Nature(self.nature.currentData()),
            drawn=drawn,
            kinds=(str(self.kind.currentData()),) if drawn is not Drawn.NOTHING else (),
            by_village=not self.of_commune.isChecked(),
            retired=self.retired.isChecked(),
        )

    def _take(self) -> None:
        verbs = self._workbench.indicators
        target = read_count(self.target.text())
        defined = verbs.define(self._wanted())
        made = next((a for _b, a in defined.changes if isinstance(a, Indicator)), self._held)
        aimed = verbs.aim(self._key(made.id), target)
        step = WorkStep((*defined.changes, *aimed.changes))
        activity_acts.keep(self._workbench, step, _("Ghi chỉ tiêu {name}").format(name=made.name))
