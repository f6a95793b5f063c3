"""Danh mục ▸ Ngày nghỉ: the public days off of a year and those set by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox

from kehoach_desktop.domain.duty_rule import FIRST_YEAR, LAST_YEAR
from kehoach_desktop.domain.text import clean, squeeze, typed_day
from kehoach_desktop.domain.working_days import DayOff
from kehoach_desktop.i18n import _, retold
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.day_field import DayField
from kehoach_desktop.ui.duties.list_page import ListPage
from kehoach_desktop.ui.furniture import EmptyState
from kehoach_desktop.ui.list_model import SHOWN, Column
from kehoach_desktop.ui.overview_words import day_in_words
from kehoach_desktop.ui.table_cells import Role
from kehoach_desktop.ui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class DayRow:
    """A special day, and whether it was set by hand."""

    special: DayOff
    by_hand: bool


def _what(row: DayRow) -> str:
    return _("nghỉ") if row.special.off else _("làm việc")


def _origin(row: DayRow) -> str:
    return _("đặt tay") if row.by_hand else _("lịch nghỉ chung")


COLUMNS = (
    Column(lambda: _("Ngày"), {SHOWN: lambda row: day_in_words(row.special.day)}),
    Column(lambda: _("Nghỉ hay làm"), {SHOWN: _what}),
    Column(lambda: _("Lý do"), {SHOWN: lambda row: retold(row.special.reason) or "–"}),
    Column(lambda: _("Theo"), {SHOWN: _origin, Role.TONE: lambda _row: "text2"}),
)


class DaysOffPage(ListPage):
    """The special days of one year; a day set by hand overrules the calendar."""

    heeds = Changes.DUTIES

    def __init__(self, workbench: Workbench) -> None:
        empty = EmptyState(
            _("Năm này chưa có ngày nghỉ nào trong sổ."), _("Đặt một ngày…"), self.ask
        )
        self.year = QSpinBox()
        super().__init__(workbench, COLUMNS, empty, _("Ngày nghỉ trong năm"))
        self.table.set_lines(1)
        self.table.set_widths((230, 130, 500, 160), stretch=2)
        self.year.setRange(FIRST_YEAR, LAST_YEAR)
        self.year.setValue(workbench.reporting.today().year)
        self.year.setAccessibleName(_("Năm"))
        self.year.valueChanged.connect(lambda _year: self.reload())
        self.bar.add(self.year)
        self.add_button(_("Đặt một ngày…"), self.ask, "Ins")
        self.remove_button = self.add_button(_("Trả về lịch chung"), self.clear_day, "Del")
        self.bar.say(_("Hạn báo cáo không dời vì ngày nghỉ; chỉ ngày nhắc lùi về trước."))

    def rows(self) -> Sequence[DayRow]:
        """Return the special days of the year."""
        by_hand = {special.day for special in self.workbench.duties.days_off()}
        first = date(self.year.value(), 1, 1)
        special = self.workbench.duties.special_days(first, first.replace(month=12, day=31))
        return tuple(DayRow(day, day.day in by_hand) for day in special)

    def enable(self) -> None:
        """Let only days set by hand be given back to the calendar."""
        row = self.current()
        self.remove_button.setEnabled(row is not None and row.by_hand)

    def ask(self) -> None:
        """Ask for a day and what is special about it."""
        SpecialAsked(self).open()

    def set_day(self, special: DayOff) -> bool:
        """Keep a day set by hand as a step."""
        verbs = self.workbench.duties
        before = next((held for held in verbs.days_off() if held.day == special.day), None)

        def back(_kept: object) -> None:
            verbs.set_day(before) if before else verbs.clear_day(special.day)

        name = _("Đặt ngày {day}").format(day=typed_day(special.day))
        self.year.setValue(special.day.year)
        return self.keep(name, lambda: verbs.set_day(special), back, verbs.set_day)

    def clear_day(self) -> None:
        """Go back to the public calendar for the chosen day, as a step."""
        row = self.current()
        if row is None or not row.by_hand:
            return
        verbs, day = self.workbench.duties, row.special.day
        name = _("Trả ngày {day} về lịch chung").format(day=typed_day(day))
        self.keep(
            name, lambda: verbs.clear_day(day), verbs.set_day, lambda _h: verbs.clear_day(day)
        )


class SpecialAsked(Asked):
    """Asks for a day, whether it is worked, and why."""

    def __init__(self, page: DaysOffPage) -> None:
        super().__init__(page, _("Đặt một ngày"), _("Ghi"), self._take)
        self._page = page
        self.day, self.reason = DayField(_("Ngày"), year=page.year.value()), QLineEdit()
        self.worked = QCheckBox(_("là ngày làm việc (làm bù)"))
        self.add(_("Ngày"), self.day)
        self.add("", self.worked)
        self.add(_("Lý do"), self.reason)
        self.day.setFocus()

    def _take(self) -> bool:
        day = self.day.day()
        if day is None:
            self.say_wrong(_("Ghi ngày/tháng/năm, chẳng hạn {day}.").format(day="08/10/2025"))
            return False
        reason = squeeze(clean(self.reason.text()))
        return self._page.set_day(DayOff(day, not self.worked.isChecked(), reason))
