"""The form of a paper: its fields with what they propose, and what is missing said beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.paper_frame import BLANK, Frame, PaperKind
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.day_field import DayField
from kehoach_desktop.ui.furniture import label, rule
from kehoach_desktop.ui.papers.paper_fields import (
    SIGNING,
    FieldSpec,
    content_keys,
    shown_if_blank,
    spec_of,
)

Input = QLineEdit | QPlainTextEdit | QComboBox
_LINE = 20
LARGEST_NUMBER = 99_999


class PaperForm(QScrollArea):
    """Shows the fields of one kind; `typed` tells that one of them changed."""

    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inputs: dict[str, Input] = {}
        self._missing: dict[str, QLabel] = {}
        self._kind: PaperKind | None = None
        self.number, self.day = QLineEdit(), DayField(_("Ngày ký"), year=2025)

    def show_kind(
        self,
        kind: PaperKind,
        office: Office,
        given: Mapping[str, str],
        numbered: tuple[int | None, date | None],
        *,
        today: date,
    ) -> None:
        """Show the fields of `kind` filled with `given`, number and day as in `numbered`."""
        self._kind = kind
        self.inputs, self._missing = {}, {}
        inside = QWidget()
        inside.setProperty("kind", "surface")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(16, 10, 14, 12)
        rows.setSpacing(3)
        own_unit = bool(given.get("issuer", "").strip())
        rows.addWidget(label(_("Nội dung"), "block"))
        for key in content_keys(kind):
            self._add(rows, key, spec_of(key, kind, own_unit=own_unit), office)
        self._add_number(rows, today)
        rows.addWidget(label(_("Ký và gửi"), "block"))
        for key in SIGNING:
            self._add(rows, key, spec_of(key, kind, own_unit=own_unit), office)
        rows.addStretch(1)
        self._fill(given, numbered)
        self.setWidget(inside)
        self._listen()

    def _add(self, rows: QVBoxLayout, key: str, spec: FieldSpec, office: Office) -> None:
        field = _input(spec, shown_if_blank(key, office))
        words = _(spec.words)
        field.setAccessibleName(words)
        name, missing = label(words, "second"), label("", "amber")
        name.setBuddy(field)
        missing.setVisible(False)
        head = QHBoxLayout()
        head.addWidget(name)
        head.addWidget(missing)
        head.addStretch(1)
        rows.addLayout(head)
        rows.addWidget(field)
        rows.addSpacing(4)
        self.inputs[key], self._missing[key] = field, missing

    def _add_number(self, rows: QVBoxLayout, today: date) -> None:
        self.number = QLineEdit()
        self.number.setValidator(QIntValidator(1, LARGEST_NUMBER, self.number))
        self.number.setAccessibleName(_("Số văn bản"))
        self.number.setPlaceholderText(_("để trống: dự thảo"))
        self.day = DayField(_("Ngày ký"), year=today.year)
        pair = QGridLayout()
        pair.setHorizontalSpacing(10)
        for column, (words, field) in enumerate(
            ((_("Số (khi văn thư đã cấp)"), self.number), (_("Ngày ký"), self.day))
        ):
            name = label(words, "second")
            name.setBuddy(field)
            pair.addWidget(name, 0, column)
            pair.addWidget(field, 1, column)
        rows.addLayout(pair)
        rows.addSpacing(6)
        rows.addWidget(rule())
        rows.addSpacing(4)

    def _fill(self, given: Mapping[str, str], numbered: tuple[int | None, date | None]) -> None:
        for key, field in self.inputs.items():
            text = given.get(key, "")
            if isinstance(field, QComboBox):
                field.setCurrentIndex(max(0, field.findData(text)))
            elif isinstance(field, QPlainTextEdit):
                field.setPlainText(text)
            else:
                field.setText(text)
        number, day = numbered
        self.number.setText(str(number or ""))
        self.day.set_day(day)

    def _listen(self) -> None:
        for field in self.inputs.values():
            if isinstance(field, QComboBox):
                field.activated.connect(lambda _index: self.typed.emit())
            elif isinstance(field, QPlainTextEdit):
                field.textChanged.connect(self.typed)
            else:
                field.textEdited.connect(lambda _text: self.typed.emit())
        self.number.textEdited.connect(lambda _text: self.typed.emit())
        self.day.day_changed.connect(lambda _day: self.typed.emit())

    def given(self) -> dict[str, str]:
        """Return what was filled in, by key; blank fields are left out."""
        texts = {key: _text_of(field) for key, field in self.inputs.items()}
        return {key: text for key, text in texts.items() if text.strip()}

    def numbered(self) -> tuple[int | None, date | None]:
        """Return the number and the day, None where they are left blank."""
        text = self.number.text()
        return (int(text) if text.isdigit() and int(text) else None), self.day.day()

    def put(self, key: str, text: str) -> None:
        """Fill one field, as if it had been typed."""
        field = self.inputs[key]
        if isinstance(field, QComboBox):
            field.setCurrentIndex(max(0, field.findData(text)))
            self.typed.emit()
        elif isinstance(field, QPlainTextEdit):
            field.setPlainText(text)
        else:
            field.setText(text)
            self.typed.emit()

    def say_gaps(self, gaps: Iterable[str]) -> None:
        """Say beside each field in `gaps` that the paper leaves it blank."""
        missing = set(gaps)
        for key, said in self._missing.items():
            said.setText(_("cần điền"))
            said.setVisible(key in missing)

    def propose(self, frame: Frame) -> None:
        """Show in grey what the paper bears where a field is left blank."""
        said = {
            "subject": " ".join(frame.subject),
            "signer": frame.signature.name,
            "recipients": "\n".join(frame.recipients),
            "addressee": "; ".join(frame.addressees),
        }
        for key, words in said.items():
            field = self.inputs.get(key)
            if words and BLANK not in words and isinstance(field, QLineEdit | QPlainTextEdit):
                field.setPlaceholderText(words)

    def missing(self) -> tuple[str, ...]:
        """Return the keys that are said to be missing."""
        return tuple(key for key, said in self._missing.items() if not said.isHidden())


def _input(spec: FieldSpec, blank: str) -> Input:
    if spec.choices:
        made = QComboBox()
        made.setMinimumContentsLength(12)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value, words in spec.choices:
            made.addItem(_(words), value)
        return made
    hint = blank or _(spec.hint)
    if spec.lines > 1:
        lines = QPlainTextEdit()
        lines.setTabChangesFocus(True)
        lines.setFixedHeight(theme.current().length(spec.lines * _LINE + 12))
        lines.setPlaceholderText(hint)
        lines.setToolTip(_(spec.hint))
        return lines
    line = QLineEdit()
    line.setPlaceholderText(hint)
    line.setToolTip(_(spec.hint))
    return line


def _text_of(field: Input) -> str:
    if isinstance(field, QComboBox):
        return str(field.currentData() or "")
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
