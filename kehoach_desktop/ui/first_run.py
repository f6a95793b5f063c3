"""The welcome: which office this is, or the sample commune, or a backup of an earlier book."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.office import KIND_WORDS, Office
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui import messages, settings
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.furniture import column, label, restyle
from kehoach_desktop.ui.office.office_form import OfficeForm
from kehoach_desktop.ui.office.paper_preview import PaperPreview
from kehoach_desktop.ui.sample import fill_sample
from kehoach_desktop.ui.workbench import Workbench

_AROUND = 100  # the margins, the room between both and the bar to scroll by


class FirstRun(QWidget):
    """One page, three ways to begin; `finished` tells that there is an office now."""

    finished = Signal()

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self.form, self.preview = OfficeForm(), PaperPreview()
        self.ways = QButtonGroup(self)
        self.below, self.printed = QStackedWidget(), QWidget()
        self.missing = label("", "amber")
        self._lay_out()
        self.form.typed.connect(self._typed)
        self.ways.idToggled.connect(lambda _way, on: self._turn() if on else None)
        self._proposed = Office().usual_recipients
        self.form.show_office(Office(recipients=self._proposed))
        self.preview.show_office(self.form.office())
        self.ways.button(0).setChecked(True)
        self.setFocusProxy(self.form.texts["name"])

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "surface")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(32, 14, 16, 14)
        rows.setSpacing(4)
        rows.addWidget(label(_("Mở sổ kế hoạch"), "welcome"))
        about = _("Mọi dữ liệu nằm trong một tệp trên máy này. Chương trình không kết nối mạng.")
        rows.addWidget(label(about, "soft"))
        rows.addSpacing(6)
        rows.addLayout(self._choices())
        rows.addSpacing(8)
        for page in (self._new_book(), self._sample(), self._backup()):
            self.below.addWidget(page)
        rows.addWidget(self.below, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        whole = column()
        whole.addWidget(scroll)
        self.setLayout(whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what is printed beside the form where both have room: nothing scrolls sideways."""
        needed = self.form.sizeHint().width() + self.printed.sizeHint().width()
        self.printed.setVisible(needed + _AROUND <= self.width())
        super().resizeEvent(event)

    def _choices(self) -> QHBoxLayout:
        ways = (
            (_("Lập sổ mới"), _("Điền tên cơ quan một lần, rồi nhập kế hoạch của tỉnh.")),
            (_("Xem thử với xã mẫu"), _("Có sẵn hai kế hoạch; bỏ xã mẫu bằng một lần bấm.")),
            (_("Lấy lại từ bản sao lưu"), _("Khi đổi máy, hoặc nhận bàn giao.")),
        )
        row = QHBoxLayout()
        row.setSpacing(0)
        for number, (words, note) in enumerate(ways):
            row.addWidget(self._choice(number, words, note), 1)
        return row

    def _choice(self, number: int, words: str, note: str) -> QFrame:
        box = QFrame()
        box.setProperty("kind", "choice_box")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(10, 7, 10, 8)
        inside.setSpacing(0)
        button = QRadioButton(words)
        button.setAccessibleDescription(note)
        self.ways.addButton(button, number)
        inside.addWidget(button)
        quiet = label(note, "second", wrap=True)
        quiet.setIndent(24)
        inside.addWidget(quiet)
        inside.addStretch(1)
        button.toggled.connect(lambda on: restyle(box, "choice_taken" if on else "choice_box"))
        return box

    def _new_book(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        left = column(spacing=8)
        left.addWidget(self.form)
        foot = QHBoxLayout()
        self.begin_button = primary(_("Lập sổ"), self.keep, "Ctrl+Return")
        foot.addWidget(self.begin_button)
        foot.addWidget(self.missing)
        foot.addStretch(1)
        left.addLayout(foot)
        left.addStretch(1)
        row.addLayout(left)
        right = column(spacing=4)
        right.addWidget(label(_("In trên văn bản"), "second"))
        right.addWidget(self.preview)
        right.addStretch(1)
        self.printed.setLayout(right)
        row.addWidget(self.printed)
        row.addStretch(1)
        return page

    def _sample(self) -> QWidget:
        words = _("Xã mẫu Suối Mây là xã không có thật. Chương trình đọc hai kế hoạch mẫu như đọc "
                  "tệp thật của tỉnh; sửa gì cũng được, không ảnh hưởng đến ai.")  # fmt: skip
        self.sample_button = primary(_("Mở xã mẫu"), self.use_sample, "Ctrl+Return")
        self.sample_words = label("", "soft")
        return _plain_page(words, self.sample_button, self.sample_words)

    def _backup(self) -> QWidget:
        words = _("Chọn tệp sao lưu (.khxa) từ USB hoặc từ máy cũ. Tệp được kiểm trước khi dùng.")
        self.restore_button = Button(_("Chọn bản sao lưu…"), self.choose_backup, kind="primary")
        return _plain_page(words, self.restore_button, label(""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from one way to the next with the arrows: each stands in a box of its own."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        holder, ways = self.focusWidget(), self.ways.buttons()
        if not step or holder not in ways:
            super().keyPressEvent(event)
            return
        chosen = ways[(ways.index(holder) + step) % len(ways)]
        chosen.setChecked(True)
        chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def _turn(self) -> None:
        self.below.setCurrentIndex(self.ways.checkedId())

    def _typed(self, office: Office) -> None:
        usual = office.usual_recipients
        if office.recipients == self._proposed != usual:
            self._proposed = usual
            office = replace(office, recipients=usual)
            self.form.show_office(office)
        self.preview.show_office(office)
        self.missing.setText("")

    def keep(self) -> None:
        """Keep the office that was written down; without a name it stays here."""
        if self.ways.checkedId() != 0:
            return
        office = self.form.office()
        if not office.name:
            kind = _(KIND_WORDS[office.kind])
            self.missing.setText(_("Còn thiếu tên {level}.").format(level=kind))
            self.form.texts["name"].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._workbench.offices.keep(office)
        self._end()

    def use_sample(self) -> None:
        """Fill the sample commune; the window stays awake meanwhile."""
        self.sample_button.setEnabled(False)
        self.sample_words.setText(_("Đang đọc các kế hoạch mẫu…"))
        fill_sample(self._workbench, done=self.finished.emit, failed=self._failed)

    def _failed(self, failure: BaseException) -> None:
        messages.show_error(self, failure)
        self._end()

    def choose_backup(self) -> None:
        """Ask for a backup and put it in the place of the empty book."""
        chosen, _kind = QFileDialog.getOpenFileName(
            self,
            _("Lấy lại từ bản sao lưu"),
            str(settings.folder("backup")),
            _("Bản sao lưu (*.khxa)"),
        )
        if chosen:
            self.restore(Path(chosen))

    def restore(self, backup: Path) -> None:
        """Go on with the book that was backed up."""
        try:
            self._workbench.safekeeping.restore(backup)
        except KehoachError as refusal:
            messages.show_error(self, refusal)
            return
        self._end()

    def _end(self) -> None:
        self._workbench.undo_stack.clear()
        self._workbench.tell(Changes.ALL)
        self.finished.emit()


def _plain_page(words: str, button: Button, note: QWidget) -> QWidget:
    page = QWidget()
    rows = QVBoxLayout(page)
    rows.setContentsMargins(0, 8, 0, 0)
    rows.setSpacing(12)
    said = label(words, wrap=True)
    said.setMaximumWidth(760)
    rows.addWidget(said)
    rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    rows.addWidget(note)
    rows.addStretch(1)
    return page
