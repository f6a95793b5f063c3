"""Closes and reopens a period: each is one step, asked for its reason, undone by Ctrl+Z."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.journal import OpenPeriod
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui import messages
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.collecting.unit_rows import home_and_out
from kehoach_desktop.ui.furniture import Band
from kehoach_desktop.ui.progress.choice import inside
from kehoach_desktop.ui.progress.reason_asked import Missing, ReasonAsked
from kehoach_desktop.ui.workbench import Workbench

NAMED = 10


class Closing(QObject):
    """Holds the button that closes, and the seal over a closed sheet with the way to reopen.

    `part_wanted` names the part of the period where something missing is mended.
    """

    part_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, workbench: Workbench, page: QWidget) -> None:
        super().__init__(page)
        self._workbench, self._page = workbench, page
        self._period: ReportingPeriod | None = None
        self.held: OpenPeriod | None = None
        self.button = Button(_("Chốt kỳ…"), self.ask)
        self.seal = Band()

    @property
    def is_closed(self) -> bool:
        """Whether the period that is shown takes no answers."""
        return self.held is not None and self.held.is_closed

    def show_period(self, period: ReportingPeriod | None) -> None:
        """Show how `period` stands: open, or sealed with the reason and the day."""
        self._period = period
        key = period.key if period else ""
        every = self._workbench.reporting.periods()
        self.held = next((held for held in every if held.key == key), None)
        self.button.setVisible(self.held is not None)
        self.button.say(_("Mở lại kỳ…") if self.is_closed else _("Chốt kỳ…"))
        if self.is_closed:
            self._seal("acc", "")
        else:
            self.seal.hide()

    def _seal(self, tone: str, first: str) -> None:
        held = self.held
        if held is None or held.closed_at is None:
            return
        words = _("Kỳ này đã chốt ngày {day} ({reason}): chỉ xem, không ghi được.")
        day = typed_day(held.closed_at.astimezone())
        said = words.format(day=day, reason=held.closed_reason)
        whole = " ".join(filter(None, (first, said, self._owed())))
        self.seal.say(whole, tone, button=_("Mở lại kỳ…"), on_click=self.ask, glyph="lock")

    def _owed(self) -> str:
        if self._period is None:
            return ""
        cells = sum(one.cells for one in self._workbench.periods.owed(self._period))
        words = counted("Đã đính chính {count} ô sau khi chốt; báo cáo chưa nói điều đó.", cells)
        return words.format(count=cells) if cells else ""

    def refuse(self) -> None:
        """Say that the sheet is closed, louder, with the way out beside it."""
        self._seal("amber", _("Chưa ghi gì."))

    def ask(self) -> None:
        """Ask why the period is closed, or why it is opened again."""
        if self._period is None:
            return
        if self.is_closed:
            self._ask_reopen(self._period)
        else:
            self._ask_close(self._period)

    def _ask_close(self, period: ReportingPeriod) -> None:
        title = _("Chốt kỳ {period}").format(period=inside(period))
        example = _("đã gửi báo cáo số 45/BC-UBND")
        asked = ReasonAsked(self._page, title, example, partial(self.close, period))
        asked.show_missing(tuple(self._missing(period)))
        asked.words.setText(
            _("Kỳ đã chốt không nhận câu trả lời nữa. Cần sửa thì mở lại, hoặc bấm Ctrl+Z.")
        )
        asked.open()

    def _ask_reopen(self, period: ReportingPeriod) -> None:
        title = _("Mở lại kỳ {period}").format(period=inside(period))
        example = _("thôn Bình Minh gửi bổ sung số liệu")
        asked = ReasonAsked(self._page, title, example, partial(self.reopen, period))
        asked.words.setText(_("Văn bản đã phát hành giữ nguyên. Lý do được ghi vào nhật ký."))
        asked.open()

    def _missing(self, period: ReportingPeriod) -> Iterator[Missing]:
        rows = self._workbench.periods.status(period).unanswered
        if rows:
            words = counted("{count} nhiệm vụ chưa có trả lời: {labels}", len(rows))
            labels = self._labels({row.task.id for row in rows})
            said = words.format(count=f"{len(rows):02d}", labels=labels)
            yield Missing(said, partial(self.part_wanted.emit, "sheet"))
        home, out = home_and_out(self._workbench.collecting.units(period))
        if home < out:
            words = counted("{count} đơn vị chưa gửi phiếu", out - home)
            said = words.format(count=f"{out - home:02d}")
            yield Missing(said, partial(self.part_wanted.emit, "collect"))
        looks = len(self._workbench.reviewing.queue(period)) - len(rows)
        if looks > 0:
            said = counted("{count} chỗ khác cần rà soát", looks).format(count=f"{looks:02d}")
            yield Missing(said, partial(self.part_wanted.emit, "review"))

    def _labels(self, tasks: set[str]) -> str:
        labels = self._workbench.collecting.labels()
        named = [label for task, (label, _text) in labels.items() if task in tasks]
        rest = len(named) - NAMED
        more = counted("… và {count} nhiệm vụ nữa", rest).format(count=rest) if rest > 0 else ""
        return ", ".join(named[:NAMED]) + more

    def close(self, period: ReportingPeriod, reason: str) -> None:
        """Close `period` as a step."""
        periods = self._workbench.periods
        self._step(
            _("Chốt kỳ {period}").format(period=inside(period)),
            do=partial(periods.close, period, reason),
            undo=partial(periods.reopen, period, _("hoàn tác việc chốt kỳ")),
        )

    def reopen(self, period: ReportingPeriod, reason: str) -> None:
        """Let `period` take answers again, as a step."""
        periods = self._workbench.periods
        before = self.held.closed_reason if self.held else ""
        self._step(
            _("Mở lại kỳ {period}").format(period=inside(period)),
            do=partial(periods.reopen, period, reason),
            undo=partial(periods.close, period, before),
        )

    def _step(self, text: str, *, do: Callable[[], object], undo: Callable[[], object]) -> None:
        try:
            do()
        except KehoachError as refusal:
            messages.show_error(self._page, refusal)
            return
        self._workbench.done(text, Changes.PROGRESS, undo=undo, redo=do)
        self._page.setFocus()
        self.said.emit(f"{text}.")
