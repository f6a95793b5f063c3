"""What stands in the window when the book does not open: why, and every way out of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QProcess, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kehoach_desktop import paths
from kehoach_desktop.domain.errors import KehoachError, WayOut
from kehoach_desktop.domain.journal import Backup
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import messages, settings
from kehoach_desktop.ui.backup_page import BackupModel
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.furniture import Band, Foot, PageHead, column, label
from kehoach_desktop.ui.sheet import SheetView
from kehoach_desktop.ui.status_line import when_in_words
from kehoach_desktop.ui.tools import Tools

_WIDTHS = (190, 260, 90, 300)
_MARGINS = (16, 8, 12, 8)


class StartFailed(KehoachError):
    """A step of the start crashed; the store was not changed by it."""

    ways = (WayOut.AGAIN, WayOut.ELSEWHERE)

    def __init__(self) -> None:
        super().__init__(
            _("Chương trình gặp lỗi khi mở; những gì đã ghi vẫn còn nguyên."),
            hint=_("Thử lại. Nếu vẫn vậy, gửi người hỗ trợ tệp nhật ký: {path}").format(
                path=paths.log_file()
            ),
        )


class ShutBook(QWidget):
    """The reason, the backups where going back to one helps, and a button for each way out.

    `again` asks to open once more and brings words on what was done, "" where nothing was;
    `left` tells that the program is to end here.
    """

    again = Signal(str)
    left = Signal()

    def __init__(self, refusal: KehoachError, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self.band, self.model, self.table = Band(), BackupModel(self), SheetView(lines=1)
        self.buttons: dict[WayOut, Button] = {}
        self.band.say(refusal.in_window, "red")
        self._lay_out(refusal)
        best = next((self.buttons[way] for way in refusal.ways), None)
        self.setFocusProxy(best if best and best.isEnabled() else self.table)

    def _lay_out(self, refusal: KehoachError) -> None:
        whole = column()
        whole.addWidget(PageHead(_("Sổ chưa mở được")))
        whole.addWidget(self.band)
        if WayOut.RESTORE in refusal.ways:
            self._add_backups(whole.addWidget)
        else:
            whole.addStretch(1)
        whole.addWidget(self._foot(refusal))
        self.setLayout(whole)

    def _add_backups(self, add: Callable[[QWidget], object]) -> None:
        backups = self._tools.backups()
        self.model.show_backups(backups)
        self.table.setModel(self.model)
        self.table.set_widths(_WIDTHS, stretch=3)
        self.table.setAccessibleName(_("Các bản sao lưu"))
        known = _("Các bản sao lưu đã kiểm, mới nhất ở trên. Tệp hỏng, nếu có, được giữ lại.")
        none = _("Không có bản sao lưu nào cạnh sổ; chọn tệp sao lưu ở nơi khác, như trong USB.")
        note = label(known if backups else none, "soft", wrap=True)
        note.setContentsMargins(*_MARGINS)
        add(note)
        add(self.table)
        if backups:
            self.table.selectRow(0)

    def _foot(self, refusal: KehoachError) -> Foot:
        foot = Foot()
        foot.add(Button(_("Đóng chương trình"), self.left.emit))
        offers: dict[WayOut, tuple[str, Callable[[], object]]] = {
            WayOut.ANEW: (_("Lập sổ mới…"), self.begin_anew),
            WayOut.ELSEWHERE: (_("Mở sổ ở nơi khác…"), self.go_elsewhere),
            WayOut.AGAIN: (_("Thử lại"), lambda: self.again.emit("")),
            WayOut.RESTORE: (_("Khôi phục bản đang chọn…"), self.restore_chosen),
        }
        if WayOut.RESTORE in refusal.ways:
            foot.add(Button(_("Chọn tệp sao lưu…"), self.restore_file))
        for way in (way for way in offers if way in refusal.ways):
            words, act = offers[way]
            best = way is refusal.ways[0]
            self.buttons[way] = primary(words, act) if best else Button(words, act)
            foot.add(self.buttons[way])
        if back := self.buttons.get(WayOut.RESTORE):
            back.setEnabled(self.model.rowCount() > 0)
        return foot

    def restore_chosen(self) -> None:
        """Ask, then go back to the backup that is chosen in the list."""
        if backup := self.model.backup(self.table.currentIndex().row()):
            self._restore(backup.path, _name(backup))

    def restore_file(self) -> None:
        """Go back to a backup that lies elsewhere."""
        kinds = _("Bản sao lưu của sổ (*.khxa)")
        start = str(settings.folder("backup"))
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Chọn tệp sao lưu"), start, kinds)
        if chosen:
            self._restore(Path(chosen), _("“{name}”").format(name=Path(chosen).name))

    def begin_anew(self) -> None:
        """Ask, then begin an empty book; the backups stay."""
        question = _("Lập một sổ mới, chưa có gì?")
        hint = _("Các bản sao lưu của sổ cũ vẫn còn, nhưng mỗi bản mới sẽ thay bản cũ nhất.")
        if not messages.ask(self, question, _("Lập sổ mới"), hint=hint):
            return
        try:
            self._tools.begin_anew()
        except KehoachError as refusal:
            messages.show_error(self, refusal)
            return
        self.again.emit("")

    def _restore(self, path: Path, name: str) -> None:
        question = _("Đưa sổ về bản {when}?").format(when=name)
        hint = _("Tệp hỏng, nếu có, được giữ lại. Những gì ghi sau bản đó không có trong sổ.")
        if not messages.ask(self, question, _("Khôi phục"), hint=hint):
            return
        try:
            aside = self._tools.restore(path)
        except KehoachError as refusal:
            messages.show_error(self, refusal)
            return
        kept = _(" Tệp hỏng ở: {path}").format(path=aside) if aside else ""
        self.again.emit(_("Đã đưa sổ về bản {when}.").format(when=name) + kept)

    def go_elsewhere(self) -> None:
        """Open the book of another place, or begin one there, in a window of its own."""
        kinds = _("Sổ kế hoạch (*.khxa)")
        start = str(settings.folder("book") / paths.default_store().name)
        keep = QFileDialog.Option.DontConfirmOverwrite  # an existing book is opened, not replaced
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Mở hoặc lập sổ ở nơi khác"), start, kinds, options=keep
        )
        if chosen:
            self.open_elsewhere(Path(chosen))

    def open_elsewhere(self, place: Path) -> None:
        """Start the program over the book at `place` and let this window go."""
        book = place if place.suffix else place.with_suffix(".khxa")
        program, *words = paths.window_command(book)
        if QProcess.startDetached(program, words)[0]:
            self.left.emit()


def _name(backup: Backup) -> str:
    return when_in_words(backup.made_at)
