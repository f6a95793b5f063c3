"""The form of the office's particulars: every field tells at once when it was changed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from kehoach_desktop.domain.office import CAPACITY_WORDS, KIND_WORDS, Office, OfficeKind
from kehoach_desktop.domain.office import SigningCapacity as Capacity
from kehoach_desktop.domain.text import clean, squeeze
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.furniture import label

TEXTS = ("name", "province", "place", "signer", "addressee", "drafting_unit")


class LinesEdit(QPlainTextEdit):
    """A few lines of text; `left` tells that the keyboard went elsewhere."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the lines stand now."""
        super().focusOutEvent(event)
        self.left.emit()


def capitals() -> tuple[tuple[str, bool | None], ...]:
    """Return what may be chosen for the capital of the office's kind: "xã" or "Xã"."""
    return (
        (_("Hoa nếu là tên người, số, sự kiện"), None),
        (_("Viết hoa: Xã, Phường…"), True),
        (_("Không viết hoa: xã, phường…"), False),
    )


class OfficeForm(QWidget):
    """Shows an office; `typed` tells each letter, `edited` that a field was left."""

    typed = Signal(object)
    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._office = Office()
        self.kind, self.capacity, self.unit_capital = QComboBox(), QComboBox(), QComboBox()
        self.texts = {key: QLineEdit() for key in TEXTS}
        self.recipients = LinesEdit()
        self.reporting_day, self.cutoff_day = QSpinBox(), QSpinBox()
        self._dress()
        self._lay_out()
        self._connect()

    def _dress(self) -> None:
        for kind, words in KIND_WORDS.items():
            self.kind.addItem(_(words).capitalize(), kind)
        for capacity, words in CAPACITY_WORDS.items():
            self.capacity.addItem(_(words), capacity)
        for words, capital in capitals():
            self.unit_capital.addItem(words, capital)
        for field in (*self.texts.values(), self.kind, self.unit_capital, self.capacity):
            field.setFixedWidth(theme.current().length(300))
        self.reporting_day.setRange(1, 31)
        self.cutoff_day.setRange(0, 30)
        self.cutoff_day.setSpecialValueText(_("ngày cuối tháng"))
        for day in (self.reporting_day, self.cutoff_day):
            day.setFixedWidth(theme.current().length(130))
        self.recipients.setFixedSize(theme.current().length(300), theme.current().length(76))
        self.recipients.setTabChangesFocus(True)
        self.texts["place"].setPlaceholderText(_("như tên ở trên"))

    def _lay_out(self) -> None:
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(6)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        for words, field in self._named_fields():
            name = QLabel(words)
            name.setMinimumWidth(theme.current().length(150))
            name.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            rows.addRow(name, field)
        hint = label(_("Mỗi dòng một nơi; dòng “Lưu: VT, …” tự thêm ở cuối."), "hint", wrap=True)
        hint.setFixedWidth(theme.current().length(300))
        rows.addRow("", hint)

    def _named_fields(self) -> tuple[tuple[str, QWidget], ...]:
        texts = self.texts
        return (
            (_("&Cấp đơn vị"), self.kind),
            (_("Tê&n, không ghi cấp"), texts["name"]),
            (_("Viết h&oa cấp đơn vị"), self.unit_capital),
            (_("Tỉnh, t&hành phố"), texts["province"]),
            (_("Địa &danh ghi ngày"), texts["place"]),
            (_("Người &ký"), texts["signer"]),
            (_("Thẩm &quyền ký"), self.capacity),
            (_("Kính gử&i"), texts["addressee"]),
            (_("Đơn &vị soạn thảo"), texts["drafting_unit"]),
            (_("Gửi báo cáo trước ngà&y"), self.reporting_day),
            (_("Chốt số &liệu ngày"), self.cutoff_day),
            (_("Nơi nhận, &mỗi dòng một nơi"), self.recipients),
        )

    def _connect(self) -> None:
        for field in self.texts.values():
            field.textEdited.connect(lambda _text: self._typed())
            field.editingFinished.connect(self._left)
        for choice in (self.kind, self.capacity, self.unit_capital):
            choice.activated.connect(lambda _index: self._left())
        for day in (self.reporting_day, self.cutoff_day):
            day.valueChanged.connect(lambda _value: self._typed())
            day.editingFinished.connect(self._left)
        self.recipients.textChanged.connect(self._typed)
        self.recipients.left.connect(self._left)

    def office(self) -> Office:
        """Return the office as the fields say it."""
        lines = (squeeze(clean(line)) for line in self.recipients.toPlainText().splitlines())
        texts = {key: squeeze(clean(field.text())) for key, field in self.texts.items()}
        return replace(
            self._office,
            kind=OfficeKind(self.kind.currentData()),
            capacity=Capacity(self.capacity.currentData()),
            recipients=tuple(line.strip(" -;.") for line in lines if line.strip(" -;.")),
            reporting_day=self.reporting_day.value(),
            cutoff_day=self.cutoff_day.value(),
            unit_capital=self.unit_capital.currentData(),
            **texts,  # type: ignore[arg-type]  # the keys are those of the texts
        )

    def show_office(self, office: Office) -> None:
        """Show `office`; a field that says the same is left alone, with its cursor."""
        self._office = office
        choices = (self.kind, self.capacity, self.unit_capital)
        inputs = (*choices, self.recipients, self.reporting_day, self.cutoff_day)
        blockers = [QSignalBlocker(field) for field in inputs]
        self.kind.setCurrentIndex(self.kind.findData(office.kind))
        self.capacity.setCurrentIndex(self.capacity.findData(office.capacity))
        self.unit_capital.setCurrentIndex(self.unit_capital.findData(office.unit_capital))
        for key, field in self.texts.items():
            if field.text() != getattr(office, key):
                field.setText(getattr(office, key))
        if self.office().recipients != office.recipients:
            self.recipients.setPlainText("\n".join(office.recipients))
        self.reporting_day.setValue(office.reporting_day)
        self.cutoff_day.setValue(office.cutoff_day)
        for blocker in blockers:
            blocker.unblock()

    def _typed(self) -> None:
        self.typed.emit(self.office())

    def _left(self) -> None:
        said = self.office()
        self.typed.emit(said)
        if said != self._office:
            self._office = said
            self.edited.emit(said)
