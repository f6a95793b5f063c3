"""The number and the day a paper is issued with: the next number proposed, slips noticed."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit

from kehoach_desktop.domain.issued_paper import Series, series_of
from kehoach_desktop.domain.paper_frame import Frame
from kehoach_desktop.domain.text import numbers_in_words, typed_day
from kehoach_desktop.i18n import _
from kehoach_desktop.ui.day_field import DayField
from kehoach_desktop.ui.papers.paper_form import LARGEST_NUMBER
from kehoach_desktop.ui.workbench import Workbench


class NumberFields:
    """The two fields, over the register of the year of the day."""

    def __init__(self, workbench: Workbench, day: date) -> None:
        self._workbench = workbench
        self.number, self.day = QLineEdit(), DayField(_("Ngày ký"), year=day.year)
        self.number.setValidator(QIntValidator(1, LARGEST_NUMBER, self.number))
        self.day.set_day(day)

    def propose(self, frame: Frame) -> None:
        """Fill in the next number of the paper's series."""
        day = self.day.day()
        if day is not None:
            self.number.setText(str(self._workbench.issuing.next_number(frame, day.year)))
            self.number.selectAll()  # what is typed next is the number, not its last digits

    def value(self) -> int | None:
        """Return the number, None where there is none."""
        text = self.number.text()
        return int(text) if text.isdigit() and int(text) else None

    def note(self, frame: Frame) -> str:
        """Return what is odd about the number in its series, "" where nothing is."""
        number, day = self.value(), self.day.day()
        if number is None or day is None:
            return _("Ghi số và ngày ký.")
        name = series_of(frame)
        held = self._workbench.issuing.register(day.year)
        series = next((one for one in held if one.name == name), Series(name, ()))
        return _odd(series, number, day)


def _odd(series: Series, number: int, day: date) -> str:
    given = {paper.number: paper for paper in series.papers}
    if number in given:
        words = _("Số {symbol} đã cấp ngày {day}.")
        return words.format(symbol=given[number].symbol, day=typed_day(given[number].issued_on))
    missing = [n for n in range(1, number) if n not in given]
    if missing:
        return _("Sổ {series} còn bỏ trống số {numbers}.").format(
            series=series.name, numbers=numbers_in_words(missing)
        )
    if any(paper.issued_on > day for paper in series.papers if paper.number < number):
        return _("Đã có văn bản số nhỏ hơn mang ngày sau ngày này.")
    return ""
