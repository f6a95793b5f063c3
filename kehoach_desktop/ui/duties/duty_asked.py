"""Asks for a reporting duty: its rhythm, its day, to whom, and says it back in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from kehoach_desktop.domain.duty import DutyId, DutyStep, ReportingDuty, reports_due, step_of
from kehoach_desktop.domain.duty_rule import RHYTHM_WORDS, WEEKDAY_WORDS, WEEKDAYS, DutyRule, Rhythm
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.text import capital, clean, squeeze, typed_day
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.day_field import DayField
from kehoach_desktop.ui.workbench import Workbench

OF_PERIODS = (Rhythm.MONTHLY, Rhythm.QUARTERLY, Rhythm.HALF_YEARLY, Rhythm.NINE_MONTHS)
_FIELDS_OF = {
    Rhythm.DAILY: (),
    Rhythm.WEEKLY: ("weekday",),
    Rhythm.YEARLY: ("day", "month", "before", "cutoff"),
    Rhythm.AD_HOC: ("on", "before"),
}


class DutyAsked(Asked):
    """The fields follow the rhythm; below stand the rule in words and its next day."""

    def __init__(
        self, parent: QWidget, workbench: Workbench, add: Callable[[ReportingDuty], bool]
    ) -> None:
        super().__init__(parent, _("Thêm nghĩa vụ báo cáo"), _("Thêm nghĩa vụ"), self._take, 560)
        self._workbench, self._add = workbench, add
        self._today = workbench.reporting.today()
        self._make_fields()
        office = workbench.offices.office()
        self.sending.setText(office.people_committee if office and office.name else "")
        self.recipient.setText(office.addressee if office else "")
        rows: tuple[tuple[str, str, QWidget], ...] = (
            ("rhythm", _("Bao lâu một lần"), self.rhythm),
            ("weekday", _("Vào"), self.weekday),
            ("day", _("Ngày"), self.day),
            ("month", _("Tháng"), self.month),
            ("on", _("Ngày báo cáo"), self.on),
            ("before", "", self.before),
            ("after", "", self.after),
            ("hour", _("Trước giờ"), self.hour),
            ("cutoff", _("Chốt số liệu ngày"), self.cutoff),
            ("sender", _("Nơi gửi"), self.sending),
            ("recipient", _("Gửi cho"), self.recipient),
            ("source", _("Theo văn bản"), self.source),
            ("steps", _("Các bước trước đó"), self.steps),
        )
        self._fields = {key: field for key, _words, field in rows}
        for _key, words, field in rows:
            self.add(words, field)
        self.rhythm.setCurrentIndex(self.rhythm.findData(Rhythm.MONTHLY))
        self._connect()
        self._follow_rhythm()
        self.rhythm.setFocus()

    def _make_fields(self) -> None:
        self.rhythm, self.weekday = QComboBox(), QComboBox()
        for rhythm, words in RHYTHM_WORDS.items():
            self.rhythm.addItem(_(words).capitalize(), rhythm)
        for number, words in enumerate(WEEKDAY_WORDS):
            self.weekday.addItem(_(words).capitalize(), number)
        self.weekday.setCurrentIndex(4)
        self.day, self.month, self.cutoff = QSpinBox(), QSpinBox(), QSpinBox()
        self.day.setRange(1, 31)
        self.day.setValue(20)
        self.month.setRange(1, 12)
        self.month.setValue(12)
        self.cutoff.setRange(0, 30)
        self.cutoff.setSpecialValueText(_("ngày cuối kỳ"))
        self.on = DayField(_("Ngày báo cáo"), year=self._today.year)
        self.before = QCheckBox(_("trước ngày ấy (không tính ngày ấy)"))
        self.before.setChecked(True)
        self.after = QCheckBox(_("của tháng sau kỳ báo cáo"))
        self.hour, self.sending, self.recipient = QLineEdit(), QLineEdit(), QLineEdit()
        self.hour.setPlaceholderText(_("để trống nếu không ghi giờ; chẳng hạn 08:00"))
        self.source, self.steps = QComboBox(), QPlainTextEdit()
        self.source.setEditable(True)
        self.source.addItem("")
        for plan in self._workbench.planning.plans():
            self.source.addItem(plan.short_name, plan.id)
        self.steps.setTabChangesFocus(True)
        self.steps.setPlaceholderText(_("Mỗi dòng một bước: trình ký=19"))
        self.steps.setFixedHeight(theme.current().length(52))

    def _connect(self) -> None:
        self.rhythm.currentIndexChanged.connect(lambda _index: self._follow_rhythm())
        for field in (self.weekday, self.source):
            field.currentIndexChanged.connect(lambda _index: self._say_rule())
        for number in (self.day, self.month, self.cutoff):
            number.valueChanged.connect(lambda _value: self._say_rule())
        for box in (self.before, self.after):
            box.toggled.connect(lambda _on: self._say_rule())
        self.hour.textChanged.connect(lambda _text: self._say_rule())
        self.on.day_changed.connect(lambda _day: self._say_rule())

    def _follow_rhythm(self) -> None:
        wanted = _FIELDS_OF.get(
            Rhythm(self.rhythm.currentData()), ("day", "after", "before", "cutoff")
        )
        for key in ("weekday", "day", "month", "on", "before", "after", "cutoff"):
            self.form.setRowVisible(self._fields[key], key in wanted)
        self._say_rule()

    def rule(self) -> DutyRule:
        """Return the rule that the fields make. Raises UnknownRule."""
        rhythm, hour = Rhythm(self.rhythm.currentData()), self.hour.text().strip().replace("h", ":")
        how = "before " if self.before.isChecked() else ""
        when = {
            Rhythm.DAILY: "",
            Rhythm.WEEKLY: WEEKDAYS[self.weekday.currentIndex()],
            Rhythm.YEARLY: f"{how}{self.day.value()}/{self.month.value()}",
            Rhythm.AD_HOC: f"{how}{self.on.day()}",
        }.get(rhythm, f"{how}{self.day.value()}{'+1' if self.after.isChecked() else ''}")
        hour = f"{hour}00" if hour.endswith(":") else hour
        return DutyRule.parse(" ".join(filter(None, (rhythm.value, when, hour))))

    def duty(self) -> ReportingDuty:
        """Return the duty that is asked for. Raises UnknownRule or UnknownStep."""
        rule = self.rule()
        chosen = self.source.currentIndex()
        plan = chosen >= 0 and self.source.itemText(chosen) == self.source.currentText()
        return ReportingDuty(
            DutyId(""),
            rule,
            sender=squeeze(clean(self.sending.text())),
            recipient=squeeze(clean(self.recipient.text())),
            source=squeeze(clean(self.source.currentText())),
            plan=str(self.source.itemData(chosen) or "") if plan else "",
            cutoff_day=self.cutoff.value() if rule.rhythm in (*OF_PERIODS, Rhythm.YEARLY) else 0,
            steps=self._steps(rule),
        )

    def _steps(self, rule: DutyRule) -> tuple[DutyStep, ...]:
        lines = (squeeze(line) for line in self.steps.toPlainText().splitlines())
        return tuple(step_of(line, rule) for line in lines if line)

    def _say_rule(self) -> None:
        try:
            rule = self.rule()
        except KehoachError:
            self.words.setText(_("Chưa đủ để biết ngày báo cáo."))
            return
        self.words.setText(_said(rule, self._workbench, self._today))

    def _take(self) -> bool:
        return self._add(self.duty())


def _said(rule: DutyRule, workbench: Workbench, today: date) -> str:
    """Return the rule in words with its next day and the day to be reminded."""
    duty = ReportingDuty(DutyId(""), rule)
    ahead = reports_due([duty], today, today + timedelta(days=400), workbench.duties.calendar(), {})
    words = rule.in_words()
    if not ahead:
        return _("{rule}: không còn kỳ hạn nào từ hôm nay.").format(rule=words.capitalize())
    return _("{rule}. Kỳ hạn tới {due}, nhắc ngày {remind}.").format(
        rule=capital(words),
        due=typed_day(ahead[0].due),
        remind=typed_day(ahead[0].remind_on),
    )
