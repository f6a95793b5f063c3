"""Asks which units are written to and by when, then shows the words to send with each form."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kehoach_desktop.domain.return_form import ReturnForm
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.services.sending import FormBatch
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.collecting.writing import Written
from kehoach_desktop.ui.day_field import DayField
from kehoach_desktop.ui.furniture import label
from kehoach_desktop.ui.list_box import list_box


class SendAsked(Asked):
    """The units with how many tasks each is asked about, ticked unless their form is out.

    A village that is asked for figures alone is ticked where it was written to `before`, or where
    no unit is asked about a task.
    """

    def __init__(
        self,
        parent: QWidget,
        batch: FormBatch,
        sent: Collection[str],
        before: Collection[str],
        write: Callable[[Sequence[str], date | None], object],
    ) -> None:
        super().__init__(parent, _("Xuất phiếu thu thập"), " ", self._take)
        self._write = write
        self.units = list_box()
        self.units.setMinimumHeight(theme.current().length(190))
        again = len(sent) >= len(batch.forms)
        usual = usual_units(batch, before)
        for form in batch.forms:
            self._add_unit(form, ticked=form.unit in usual and (again or form.unit not in sent))
        self.units.itemChanged.connect(lambda _item: self._count())
        due = next((form.due for form in batch.forms), None)
        year = batch.forms[0].period.year if batch.forms else date.today().year  # noqa: DTZ011 - no form, no day
        self.due = DayField(_("Hạn gửi lại"), year=year)
        self.due.set_day(due)
        self.add(_("Đơn vị"), self.units)
        self.add(_("Hạn gửi lại"), self.due)
        self.words.setText(unassigned_words(batch))
        self.words.setVisible(bool(batch.unassigned))
        self._count()

    def _add_unit(self, form: ReturnForm, *, ticked: bool) -> None:
        item = QListWidgetItem(f"{form.unit}: {_asked_words(form)}")
        item.setData(Qt.ItemDataRole.UserRole, form.unit)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.units.addItem(item)

    def chosen(self) -> tuple[str, ...]:
        """Return the units that are ticked."""
        items = (self.units.item(row) for row in range(self.units.count()))
        ticked = (item for item in items if item.checkState() is Qt.CheckState.Checked)
        return tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in ticked)

    def _count(self) -> None:
        count = len(self.chosen())
        self.agree.say(counted("Chọn thư mục, xuất {count} phiếu…", count).format(count=count))
        self.agree.setEnabled(count > 0)

    def _take(self) -> bool:
        if self.due.text().strip() and self.due.day() is None:
            self.say_wrong(self.due.toolTip())
            return False
        self._write(self.chosen(), self.due.day())
        return True


def usual_units(batch: FormBatch, before: Collection[str]) -> frozenset[str]:
    """Return the units a round writes to; `before` are those the last round wrote to."""
    working = {form.unit for form in batch.forms if form.lines}
    every = {form.unit for form in batch.forms}
    return frozenset((working | every.intersection(before)) if working else every)


def _asked_words(form: ReturnForm) -> str:
    """Return what a form asks for: tasks, figures, or both."""
    tasks, figures = len(form.lines), len(form.figures)
    words = (
        counted("{count} nhiệm vụ", tasks).format(count=tasks) if tasks else "",
        counted("{count} chỉ tiêu", figures).format(count=figures) if figures else "",
    )
    return ", ".join(filter(None, words))


def unassigned_words(batch: FormBatch) -> str:
    """Return what becomes of the tasks that nobody was named for."""
    if batch.left_out:
        return counted(
            "{count} nhiệm vụ chưa giao đơn vị nào nên không có trong phiếu nào.", batch.left_out
        ).format(count=batch.left_out)
    return counted(
        "{count} nhiệm vụ chưa giao đơn vị nào: đã vào phiếu của đơn vị soạn thảo.",
        batch.unassigned,
    ).format(count=batch.unassigned)


class WordsToSend(QDialog):
    """The forms that were written, each with the message to paste beside it."""

    def __init__(
        self,
        parent: QWidget,
        written: Sequence[Written],
        open_folder: Callable[[], object],
        said: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self._written, self._said = tuple(written), said
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Lời nhắn gửi kèm phiếu"))
        self.resize(theme.current().length(760), theme.current().length(400))
        self.units, self.words = list_box(), QPlainTextEdit()
        self.units.setAccessibleName(_("Đơn vị"))
        self.words.setAccessibleName(_("Lời nhắn"))
        for one in self._written:
            self.units.addItem(one.form.unit)
        self.copy = primary(_("Chép lời nhắn"), self.copy_words, "Ctrl+L")
        self._lay_out(open_folder)
        self.units.currentRowChanged.connect(self._show)
        self.units.setCurrentRow(0)
        self.units.setFocus()

    def _lay_out(self, open_folder: Callable[[], object]) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(8)
        words = _("Đã xuất {count} phiếu. Gửi từng tệp kèm lời nhắn: chép rồi dán vào Zalo.")
        whole.addWidget(label(words.format(count=len(self._written)), "strong", wrap=True))
        line = QHBoxLayout()
        self.units.setFixedWidth(theme.current().length(250))
        line.addWidget(self.units)
        line.addWidget(self.words, 1)
        whole.addLayout(line, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(Button(_("Mở thư mục phiếu"), open_folder))
        buttons.addStretch(1)
        buttons.addWidget(Button(_("Đóng"), self.close, key="Esc"))
        buttons.addWidget(self.copy)
        whole.addLayout(buttons)

    def _show(self, number: int) -> None:
        if 0 <= number < len(self._written):
            self.words.setPlainText(self._written[number].words)

    def copy_words(self) -> None:
        """Put the message of the chosen unit onto the clipboard and go on to the next unit."""
        QApplication.clipboard().setText(self.words.toPlainText())
        row = self.units.currentRow()
        unit = self._written[row].form.unit
        self._said(_("Đã chép lời nhắn {unit}. Dán vào Zalo bằng Ctrl+V.").format(unit=unit))
