"""Tổ công nghệ số ▸ Chỉ tiêu: the totals of a period, opened down to village, day and paper."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from kehoach_desktop.domain.draft import Source
from kehoach_desktop.domain.figure_cell import COMMUNE
from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.domain.text import two_digits
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui import messages
from kehoach_desktop.ui.activities import activity_acts
from kehoach_desktop.ui.activities.figure_rows import COLUMNS, WIDTHS, FigureRow, figure_rows
from kehoach_desktop.ui.activities.figures_asked import FiguresAsked
from kehoach_desktop.ui.activities.figures_taken import FiguresTaken
from kehoach_desktop.ui.activities.indicator_asked import NEW, IndicatorAsked
from kehoach_desktop.ui.activities.span_chooser import SpanChooser
from kehoach_desktop.ui.activities.tables import FigureTable
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.clipboard import put_table
from kehoach_desktop.ui.fresh_page import FreshPage
from kehoach_desktop.ui.furniture import Band, Bar, PageHead, column
from kehoach_desktop.ui.jobs import Job
from kehoach_desktop.ui.list_model import ListModel
from kehoach_desktop.ui.plans.pasting import offer_pasted
from kehoach_desktop.ui.row_menu import RowMenu, button_entries
from kehoach_desktop.ui.teams.list_files import choose_list
from kehoach_desktop.ui.workbench import Workbench


class FiguresPage(FreshPage):
    """One period of figures; what nobody gave is a dash, and a total says what it lacks."""

    said = Signal(str)
    activity_wanted = Signal(str)
    heeds = Changes.ACTIVITIES | Changes.TEAMS | Changes.UNITS | Changes.OFFICE

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self._opened: set[tuple[str, ...]] = set()
        today = workbench.indicators.today()
        self.span = SpanChooser(ReportingPeriod.month_of(today), [*PeriodKind])
        self.head, self.bar, self.band = PageHead(_("Chỉ tiêu")), Bar(), Band()
        self.table, self.model = FigureTable(), ListModel(COLUMNS, self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.setAcceptDrops(True)
        self._job: Job | None = None

    def _lay_out(self) -> None:
        self.head.add_left(self.span)
        self.head.add_right(Button(_("Chỉ tiêu mới…"), self.ask_new))
        self.head.add_right(Button(_("Nhận bảng số liệu…"), self.choose_file))
        self.head.add_right(primary(_("Ghi số liệu…"), self.ask_figures, "Ins"))
        self.change = Button(_("Sửa chỉ tiêu…"), self.ask_change, key="F2", bound=False)
        self.drop = Button(_("Bỏ số liệu"), self.take_out, key="Del", bound=False)
        buttons = (self.change, self.drop, Button(_("Mở hết"), self.open_all))
        for button in buttons:
            self.bar.add(button)
        self.menu = RowMenu(self.table, lambda: button_entries(buttons))
        self.bar.say(_("* còn thiếu số của thôn hoặc tháng; — chưa có số"))
        self.table.setModel(self.model)
        self.table.set_widths(WIDTHS, stretch=0)
        whole = column()
        self.setLayout(whole)
        for part, stretch in ((self.head, 0), (self.band, 0), (self.bar, 0), (self.table, 1)):
            whole.addWidget(part, stretch)

    def _connect(self) -> None:
        self.span.listen_in(self)
        self.span.chosen.connect(lambda _period: self._step())
        self.table.open_wanted.connect(self.open_row)
        self.table.close_wanted.connect(self.close_row)
        self.table.change_wanted.connect(self.ask_change)
        self.table.drop_wanted.connect(self.take_out)
        self.table.copy_wanted.connect(self.copy)
        self.table.paste_wanted.connect(lambda: offer_pasted(lambda files: self.take(files[0])))
        self.table.doubleClicked.connect(lambda _index: self.toggle())
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._enable())
        self.keep_fresh(self._workbench)

    def turn(self) -> bool:
        """Turn to the period chosen on another screen."""
        return self.span.follow(self._workbench)

    def _step(self) -> None:
        self.span.lead(self._workbench)
        self.reload()

    def reload(self) -> None:
        """Reckon the period again; what is open and chosen stays so."""
        super().reload()
        self.sheet = self._workbench.indicators.sheet(self.span.period())
        missing = {unit.unit: unit.name for line in self.sheet.lines for unit in line.missing}
        without = [n for u, n in missing.items() if not self._gave_anything(u)]
        if not self.sheet.names.keys() - {COMMUNE}:
            self.band.say(_("Chưa có thôn nào. Thêm thôn ở Danh mục hoặc nhận danh sách tổ."))
        elif without:
            told = _("{count} thôn chưa có số liệu nào trong kỳ: {names}")
            names = ", ".join(sorted(without))
            self.band.say(told.format(count=two_digits(len(without)), names=names))
        else:
            self.band.hide()
        self._show()

    def _gave_anything(self, unit: str) -> bool:
        return any(
            held.unit == unit and held.cell.sources
            for line in self.sheet.lines
            for held in line.units
        )

    def _show(self) -> None:
        row = self.current()
        rows = figure_rows(self.sheet, self._opened)
        if self.model.show_rows(rows) or row is None:
            keys = [held.key for held in rows]
            at = next((n for n, key in enumerate(keys) if row and key == row.key), 0)
            self.table.setCurrentIndex(self.model.index(at, 0))
        self._enable()

    def _enable(self) -> None:
        row = self.current()
        self.change.setEnabled(row is not None)
        self.drop.setEnabled(bool(row and row.figures))

    def current(self) -> FigureRow | None:
        """Return the row that is selected."""
        row = self.model.row(self.table.currentIndex().row())
        return row if isinstance(row, FigureRow) else None

    def toggle(self) -> None:
        """Open the selected row, or close it."""
        row = self.current()
        if row and row.is_open:
            self.close_row()
        else:
            self.open_row()

    def open_row(self) -> None:
        """Show what the selected row stands on; an activity is shown in its own list."""
        row = self.current()
        if row and row.opens and not row.is_open:
            self._opened.add(row.key)
            self._show()
        elif row and row.source and row.source.activity:
            self.activity_wanted.emit(row.source.activity)

    def close_row(self) -> None:
        """Hide what stands under the selected row, or go to the row it stands under."""
        row = self.current()
        if row is None:
            return
        if row.is_open:
            self._opened.discard(row.key)
            self._show()
            return
        for number, held in enumerate(self.model.rows()):
            if held.key == row.key[:-1]:
                self.table.setCurrentIndex(self.model.index(number, 0))

    def open_all(self) -> None:
        """Show every village of every total."""
        self._opened |= {(line.indicator.id,) for line in self.sheet.lines}
        self._show()

    def ask_figures(self) -> None:
        """Ask for the figures of a paper, of the selected village."""
        row = self.current()
        unit = row.unit.unit if row and row.unit else ""
        FiguresAsked(self, self._workbench, self.sheet, unit).open()

    def ask_new(self) -> None:
        """Ask for a new indicator."""
        IndicatorAsked(self, self._workbench, self.span.period().year, NEW).open()

    def ask_change(self) -> None:
        """Ask what the selected indicator is to be."""
        if row := self.current():
            year = self.span.period().year
            IndicatorAsked(self, self._workbench, year, row.line.indicator).open()

    def take_out(self) -> None:
        """Take out the figures the selected row stands on, as a step; they are missing then."""
        row = self.current()
        if row is None or row.unit is None:
            return
        step = self._workbench.indicators.take_out(row.figures)
        activity_acts.keep(
            self._workbench, step, _("Bỏ số liệu của {unit}").format(unit=row.unit.name)
        )
        if step.changes:
            self.said.emit(_("Đã bỏ số liệu."))

    def choose_file(self) -> None:
        """Ask for a file with figures of the period and read it."""
        if path := choose_list(self, _("Nhận bảng số liệu")):
            self.take(path)

    def take(self, path: Path) -> None:
        """Read a file in a job, then show what it would change; one at a time."""
        if self._job is not None:
            return
        self.said.emit(_("Đang đọc “{name}”…").format(name=path.name))
        read, period = self._workbench.tools.read, self.span.period()
        self._job = self._workbench.jobs.run(
            lambda job: read(path, job.cancelled),
            done=partial(self._show_read, path.name, period),
            failed=self._refuse,
        )
        self.destroyed.connect(self._job.cancel)  # a page that is gone shows nothing

    def _refuse(self, failure: BaseException) -> None:
        self._job = None
        self.said.emit("")
        messages.show_error(self.window(), failure)

    def _show_read(self, name: str, period: ReportingPeriod, source: Source) -> None:
        self._job = None
        self.said.emit(_("Đã đọc “{name}”; chưa ghi gì vào sổ.").format(name=name))
        draft = self._workbench.indicators.read(source, period)
        FiguresTaken(self, self._workbench, period, (name, draft)).open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a file with figures."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the first file that was dropped."""
        event.acceptProposedAction()
        dropped = [url for url in event.mimeData().urls() if url.isLocalFile()]
        if dropped:
            self.take(Path(dropped[0].toLocalFile()))

    def copy(self) -> None:
        """Put the rows shown on the clipboard, for a spreadsheet or a paper."""
        heads = [column_.title() for column_ in COLUMNS]
        cells = [
            [str(self.model.index(row, place).data() or "").strip() for place in range(len(heads))]
            for row in range(self.model.rowCount())
        ]
        put_table([heads, *cells])
        self.said.emit(counted("Đã chép {count} dòng.", len(cells)).format(count=len(cells)))
