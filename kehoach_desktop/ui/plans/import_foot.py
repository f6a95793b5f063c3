"""The foot of the review: what will be kept, and the buttons that keep it or leave it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from kehoach_desktop.domain.plan import ImportDraft
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.furniture import Foot


class ReviewFoot(Foot):
    """Its signals say what was pressed: keep the plan, keep it beside another version, leave it."""

    apply_wanted = Signal()
    beside_wanted = Signal()
    drop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(untouched())
        self._more = (0, 0)
        self.apply = primary(" ", self.apply_wanted.emit, "Ctrl+Return")
        self.beside = Button(_("Nhập thêm, giữ cả hai"), self.beside_wanted.emit)
        self.add(Button(_("Bỏ, không nhập"), self.drop_wanted.emit, key="Esc"))
        self.add(self.beside)
        self.add(self.apply)
        self.beside.hide()
        self.let(allowed=False)

    def let(self, *, allowed: bool) -> None:
        """Let the plan be kept, or not."""
        for button in (self.apply, self.beside):
            button.setEnabled(allowed)

    def offer(self, tasks: int, doubts: int, draft: ImportDraft, *, replacing: bool) -> None:
        """Say what would be kept: tasks, those still doubted, reports and indicators of `draft`.

        `replacing` another version of the plan has a second button beside it.
        """
        self._more = (len(draft.duties), len(draft.indicators))
        self.apply.say(promise(tasks, doubts, replacing=replacing))
        self.beside.setVisible(replacing)
        self.words.setText(untouched(*self._more))

    def rest(self, *, resting: bool) -> None:
        """Take no click while the plan is being kept, and say so."""
        self.setEnabled(not resting)
        words = _("Đang sao lưu sổ rồi ghi kế hoạch…") if resting else untouched(*self._more)
        self.words.setText(words)


def untouched(duties: int = 0, indicators: int = 0) -> str:
    """Return what the foot says while nothing is kept, with what comes along with the plan."""
    words = _("Chưa ghi gì vào sổ. Nhập là một bước: một lần Hoàn tác trả lại như cũ.")
    if duties:
        more = counted("Kèm {count} kỳ báo cáo.", duties)
        words = f"{words} {more.format(count=duties)}"
    if indicators:
        more = counted("Kèm {count} chỉ tiêu.", indicators)
        words = f"{words} {more.format(count=indicators)}"
    return words


def promise(kept: int, doubts: int, *, replacing: bool) -> str:
    """Return what the button says it will do: so many tasks taken in, so many doubts left."""
    if not kept:
        return _("Không có nhiệm vụ để nhập")
    if replacing:
        return counted("Thay bản đã có bằng {count} nhiệm vụ", kept).format(count=kept)
    if doubts:
        words = _("Nhập {count} nhiệm vụ, còn {doubts} chỗ cần xem")
        return words.format(count=kept, doubts=doubts)
    return counted("Nhập {count} nhiệm vụ", kept).format(count=kept)
