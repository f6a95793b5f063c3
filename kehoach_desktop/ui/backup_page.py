"""Sao lưu: when the last good backup was made, which there are, and the way back to one."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.journal import Backup
from kehoach_desktop.domain.text import two_digits
from kehoach_desktop.i18n import _, counted, mark
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui import messages
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.furniture import Band, Foot, PageHead, column
from kehoach_desktop.ui.list_model import RIGHT
from kehoach_desktop.ui.sheet import SheetView
from kehoach_desktop.ui.status_line import when_in_words
from kehoach_desktop.ui.table_cells import Index, Role
from kehoach_desktop.ui.workbench import Workbench

REASON_WORDS = {
    "bang-tay": mark("Bấm sao lưu"),
    "khi-dong": mark("Tự ghi khi đóng chương trình"),
    "truoc-nhap": mark("Tự ghi trước khi nhập kế hoạch"),
    "truoc-khoi-phuc": mark("Tự ghi trước khi khôi phục"),
    "truoc-nang-cap": mark("Tự ghi trước khi nâng cấp sổ"),
    "truoc-bo-xa-mau": mark("Tự ghi trước khi bỏ xã mẫu"),
    "truoc-nhan-danh-sach": mark("Tự ghi trước khi nhận danh sách tổ"),
}
_SIZE = 2
_TITLES = (mark("Lúc ghi"), mark("Lý do"), mark("Cỡ"), mark("Tệp"))
_ROOT = QModelIndex()
MOST_NAMED = 3


class BackupModel(QAbstractTableModel):
    """The backups, the latest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backups: tuple[Backup, ...] = ()

    def show_backups(self, backups: tuple[Backup, ...]) -> None:
        """Show `backups`."""
        self.beginResetModel()
        self._backups = backups
        self.endResetModel()

    def backup(self, row: int) -> Backup | None:
        """Return the backup of a row, or None."""
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._backups)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(_TITLES[section])
        if role == Qt.ItemDataRole.TextAlignmentRole and section == _SIZE:
            return RIGHT
        return None

    def data(self, index: Index, role: int = 0) -> object:
        """Return what stands in a cell."""
        if not index.isValid():
            return None
        backup = self._backups[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                when_in_words(backup.made_at),
                reason_in_words(backup.reason),
                _("{size} kB").format(size=max(1, backup.size // 1024)),
                backup.path.name,
            )[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == _SIZE:
            return Qt.AlignmentFlag.AlignRight
        if role == Role.GLYPH and index.column() == 0:
            return "tick"
        if role == Role.HUE and index.column() == 0:
            return "green"
        return None


def reason_in_words(reason: str) -> str:
    """Return why a backup was made, as an officer reads it."""
    return _(REASON_WORDS[reason]) if reason in REASON_WORDS else reason.replace("-", " ")


class BackupPage(QWidget):
    """The list of backups with a button to make one and a button to go back to one."""

    said = Signal(str)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self.band, self.model, self.table = Band(), BackupModel(self), SheetView(lines=1)
        self.table.setModel(self.model)
        self.table.set_widths((190, 260, 90, 300), stretch=3)
        self.table.setAccessibleName(_("Các bản sao lưu"))
        self.head = PageHead(_("Sao lưu"))
        self.head.add_right(primary(_("Sao lưu ngay"), self.back_up, "Ctrl+Return"))
        self.restore_button = Button(_("Khôi phục bản đang chọn…"), self.restore)
        foot = Foot(
            _(
                "Tự giữ 10 bản gần nhất. Mỗi bản là cả sổ; tệp minh chứng, bản ký, tệp gốc nằm ở "
                "thư mục cạnh sổ, sang máy khác thì chép cả thư mục."
            )
        )
        foot.add(self.restore_button)
        whole = column()
        for part in (self.head, self.band):
            whole.addWidget(part)
        whole.addWidget(self.table, 1)
        whole.addWidget(foot)
        self.setLayout(whole)
        self.setFocusProxy(self.table)
        workbench.changed.connect(lambda _changes: self.reload())
        self.reload()

    def reload(self) -> None:
        """Show the backups there are."""
        backups = self._workbench.safekeeping.backups()
        self.model.show_backups(backups)
        self.restore_button.setEnabled(bool(backups))
        if backups:
            self.table.selectRow(0)
            when = when_in_words(backups[0].made_at)
            self.band.say(_("Bản {when}: đã kiểm, mở được.").format(when=when), "green")
        else:
            self.band.say(_("Chưa có bản sao lưu nào. Bấm Sao lưu ngay để ghi bản đầu tiên."))

    def back_up(self) -> None:
        """Make a backup now."""
        try:
            self._workbench.safekeeping.back_up()
        except KehoachError as refusal:
            messages.show_error(self, refusal)
            return
        self._workbench.tell(Changes.BACKUPS)
        self.said.emit(_("Đã sao lưu và kiểm bản sao: mở được."))

    def restore(self) -> None:
        """Ask, then put the chosen backup in the place of the book."""
        backup = self.model.backup(self.table.currentIndex().row())
        if backup is None:
            return
        when = when_in_words(backup.made_at)
        question = _("Đưa sổ về bản {when}?").format(when=when)
        hint = _("Sổ đang dùng được sao lưu trước. Những gì ghi sau bản đó không còn trong sổ.")
        if not messages.ask(self, question, _("Khôi phục"), hint=hint):
            return
        try:
            self._workbench.safekeeping.restore(backup.path)
        except KehoachError as refusal:
            messages.show_error(self, refusal)
            return
        self._workbench.undo_stack.clear()
        self._workbench.tell(Changes.ALL)
        words = _("Đã đưa sổ về bản {when}.").format(when=when)
        self.band.say(words, "green")
        self.said.emit(words)
        self._tell_lost()

    def _tell_lost(self) -> None:
        """Say which files the restored book names that do not lie beside it."""
        lost = self._workbench.safekeeping.lost_files()
        if not lost:
            return
        words = counted("Sổ nhắc tới {count} tệp không còn nằm cạnh sổ: {names}.", len(lost))
        more = ["…"] if len(lost) > MOST_NAMED else []
        names = ", ".join([*(file.name for file in lost[:MOST_NAMED]), *more])
        self.band.say(words.format(count=two_digits(len(lost)), names=names), "amber")
