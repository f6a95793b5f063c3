"""Corrects the reading of a deadline; the wording of the province stays as it is."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QSpinBox, QWidget

from kehoach_desktop.domain.deadline import RECURRENCE_WORDS, Deadline, Kind, Recurrence
from kehoach_desktop.i18n import _, mark
from kehoach_desktop.ui.day_field import DayField
from kehoach_desktop.ui.furniture import label

KIND_WORDS = {
    Kind.FIXED: mark("Có hạn vào một ngày"),
    Kind.MONTH: mark("Trong một tháng"),
    Kind.QUARTER: mark("Trong một quý"),
    Kind.RECURRING: mark("Định kỳ"),
    Kind.ONGOING: mark("Thường xuyên"),
    Kind.FROM: mark("Bắt đầu từ một ngày"),
    Kind.CONDITIONAL: mark("Chờ văn bản cấp trên"),
    Kind.DONE: mark("Đã xong từ trước"),
    Kind.UNKNOWN: mark("Chưa rõ"),
}
_ASKED = {
    Kind.FIXED: {"due", "exclusive", "ongoing", "start"},
    Kind.MONTH: {"due", "ongoing"},
    Kind.QUARTER: {"due", "ongoing"},
    Kind.RECURRING: {"recurrence", "day_of_month", "due"},
    Kind.ONGOING: {"start"},
    Kind.FROM: {"start", "due", "ongoing"},
    Kind.CONDITIONAL: {"ongoing"},
    Kind.DONE: set(),
    Kind.UNKNOWN: set(),
}


class DeadlineEditor(QWidget):
    """Shows one deadline's reading in fields and in words; `edited` tells a corrected one."""

    edited = Signal(object)

    def __init__(self, year: int) -> None:
        super().__init__()
        self._deadline = Deadline()
        self.kind, self.recurrence = QComboBox(), QComboBox()
        self.due, self.start = (
            DayField(_("Hạn"), year=year),
            DayField(_("Từ ngày"), year=year),
        )
        self.day_of_month = QSpinBox()
        self.ongoing = QCheckBox(_("sau đó thường xuyên"))
        self.exclusive = QCheckBox(_("“trước ngày” (xong từ hôm trước)"))
        self.reading = label("", wrap=True)
        self._labels: dict[str, QLabel] = {}
        self._fill_choices()
        self._lay_out()
        self._connect()

    def _fill_choices(self) -> None:
        for kind, words in KIND_WORDS.items():
            self.kind.addItem(_(words), kind)
        for recurrence, said in RECURRENCE_WORDS.items():
            words = str(said())  # type: ignore[no-untyped-call]  # a lambda of the domain's table
            self.recurrence.addItem(words, recurrence)
        self.day_of_month.setRange(0, 31)
        self.day_of_month.setSpecialValueText(_("không nói"))
        self.kind.setAccessibleName(_("Hiểu là"))
        self.recurrence.setAccessibleName(_("Bao lâu một lần"))
        self.day_of_month.setAccessibleName(_("Ngày trong tháng"))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        named = (
            ("kind", _("&Hiểu là"), self.kind),
            ("recurrence", _("&Bao lâu một lần"), self.recurrence),
            ("due", _("Hạ&n"), self.due),
            ("start", _("Từ ngà&y"), self.start),
            ("day_of_month", _("Ngày tr&ong tháng"), self.day_of_month),
        )
        for column, (key, words, field) in enumerate(named):
            self._labels[key] = QLabel(words)
            self._labels[key].setProperty("kind", "second")
            self._labels[key].setBuddy(field)
            grid.addWidget(self._labels[key], 0, column)
            grid.addWidget(field, 1, column)
        grid.addWidget(self.exclusive, 2, 0, 1, 2)
        grid.addWidget(self.ongoing, 2, 2, 1, 3)
        grid.addWidget(self.reading, 3, 0, 1, 6)
        grid.setColumnStretch(5, 1)

    def _connect(self) -> None:
        self.kind.activated.connect(lambda _index: self._take())
        self.recurrence.activated.connect(lambda _index: self._take())
        self.due.day_changed.connect(lambda _day: self._take())
        self.start.day_changed.connect(lambda _day: self._take())
        self.day_of_month.valueChanged.connect(lambda _value: self._take())
        self.ongoing.clicked.connect(lambda _on: self._take())
        self.exclusive.clicked.connect(lambda _on: self._take())

    def deadline(self) -> Deadline:
        """Return the deadline as it stands."""
        return self._deadline

    def show_deadline(self, deadline: Deadline) -> None:
        """Show `deadline` in the fields."""
        self._deadline = deadline
        with self._quiet():
            self.kind.setCurrentIndex(self.kind.findData(deadline.kind))
            self.recurrence.setCurrentIndex(
                self.recurrence.findData(deadline.recurrence or Recurrence.MONTHLY)
            )
            self.due.set_day(deadline.due)
            self.start.set_day(deadline.start)
            self.day_of_month.setValue(deadline.day_of_month or 0)
            self.ongoing.setChecked(deadline.ongoing)
            self.exclusive.setChecked(deadline.exclusive)
        self._show_asked()

    @contextmanager
    def _quiet(self) -> Iterator[None]:
        fields = (self.kind, self.recurrence, self.due, self.start, self.day_of_month)
        blockers = [QSignalBlocker(field) for field in fields]
        yield
        for blocker in blockers:
            blocker.unblock()

    def _show_asked(self) -> None:
        asked = _ASKED[self._deadline.kind]
        fields = ("recurrence", "due", "start", "day_of_month", "ongoing", "exclusive")
        for key in fields:
            getattr(self, key).setVisible(key in asked)
            if key in self._labels:
                self._labels[key].setVisible(key in asked)
        self.reading.setText(_("Đọc là: {words}.").format(words=self._deadline.in_words()))

    def _take(self) -> None:
        kind = Kind(self.kind.currentData())
        asked = _ASKED[kind]
        due = _snapped(self.due.day(), kind) if "due" in asked else None
        corrected = replace(
            self._deadline,
            kind=kind,
            due=due,
            start=self.start.day() if "start" in asked else None,
            recurrence=(
                Recurrence(self.recurrence.currentData()) if "recurrence" in asked else None
            ),
            day_of_month=(self.day_of_month.value() or None) if "day_of_month" in asked else None,
            ongoing=kind is Kind.ONGOING or ("ongoing" in asked and self.ongoing.isChecked()),
            exclusive="exclusive" in asked and due is not None and self.exclusive.isChecked(),
        )
        if corrected != self._deadline:
            self.show_deadline(corrected)
            self.edited.emit(corrected)


def _snapped(day: date | None, kind: Kind) -> date | None:
    """Return the last day of the month or quarter where the kind means one."""
    if day is None or kind not in (Kind.MONTH, Kind.QUARTER):
        return day
    month = day.month if kind is Kind.MONTH else (day.month + 2) // 3 * 3
    return day.replace(day=1, month=month).replace(day=monthrange(day.year, month)[1])
