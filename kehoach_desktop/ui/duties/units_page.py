"""Danh mục ▸ Đơn vị, thôn: who reports to the commune, from which day to which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from kehoach_desktop.domain.agency import units_of
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.text import clean, squeeze, typed_day
from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind, kind_of_name
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.day_field import DayField
from kehoach_desktop.ui.duties.list_page import ListPage
from kehoach_desktop.ui.furniture import EmptyState
from kehoach_desktop.ui.list_model import SHOWN, Column, Heading
from kehoach_desktop.ui.table_cells import Role
from kehoach_desktop.ui.teams.villages_asked import ask_reshaping
from kehoach_desktop.ui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit as the list shows it: whether it stands today, and how many tasks it has."""

    unit: Unit
    stands: bool
    tasks: int


def _tone(row: UnitRow) -> str:
    return "text" if row.stands else "text3"


def _tasks(row: UnitRow) -> str:
    return str(row.tasks) if row.tasks else _("chưa giao việc")


COLUMNS = (
    Column(lambda: _("Đơn vị"), {SHOWN: lambda row: row.unit.name, Role.TONE: _tone}),
    Column(lambda: _("Từ ngày"), {SHOWN: lambda row: typed_day(row.unit.valid_from) or "–"}),
    Column(
        lambda: _("Đến hết ngày"),
        {SHOWN: lambda row: typed_day(row.unit.valid_until) or "–", Role.TONE: _tone},
    ),
    Column(
        lambda: _("Nhiệm vụ được giao"),
        {
            SHOWN: _tasks,
            Role.TONE: lambda _row: "text2",
            Qt.ItemDataRole.TextAlignmentRole: lambda _row: Qt.AlignmentFlag.AlignRight,
        },
    ),
)
_HEADS: dict[UnitKind, Callable[[], str]] = {
    UnitKind.DEPARTMENT: lambda: _("Phòng, ban, đơn vị"),
    UnitKind.VILLAGE: lambda: _("Thôn, bản, ấp, tổ dân phố"),
}


class UnitsPage(ListPage):
    """The units; adding takes many lines at once, ending keeps them for past periods."""

    heeds = Changes.UNITS | Changes.PLANS

    def __init__(self, workbench: Workbench) -> None:
        empty = EmptyState(
            _("Chưa có đơn vị nào. Thêm các phòng, thôn gửi phiếu; dán nhiều dòng một lúc."),
            _("Thêm đơn vị…"),
            self.ask_names,
        )
        super().__init__(workbench, COLUMNS, empty, _("Các đơn vị, thôn"))
        self.table.set_lines(1)
        self.table.set_widths((420, 110, 120, 170), stretch=0)
        self.add_button(_("Thêm đơn vị…"), self.ask_names, "Ins")
        self.end_button = self.add_button(_("Ghi ngày cuối…"), self.ask_last_day, "F2")
        self.remove_button = self.add_button(_("Bỏ đơn vị"), self.remove, "Del")
        self.add_button(_("Sáp nhập, chia tách, đổi tên…"), self.ask_reshaping)
        self.bar.say(_("Giải thể thì ghi ngày cuối; ghi nhầm mới bỏ."))

    def rows(self) -> Sequence[UnitRow | Heading]:
        """Return the units under their two headings."""
        today = self.workbench.reporting.today()
        counts = Counter(self._assigned())
        units = self.workbench.units.units()
        self.counted.emit(sum(unit.stands_on(today) for unit in units))
        shown: list[UnitRow | Heading] = []
        for kind, title in _HEADS.items():
            inside = [unit for unit in units if unit.kind is kind]
            if inside:
                standing = sum(unit.stands_on(today) for unit in inside)
                shown.append(Heading(title(), str(standing)))
            for unit in inside:
                tasks = counts[squeeze(unit.name).casefold()]
                shown.append(UnitRow(unit, unit.stands_on(today), tasks))
        return shown

    def _assigned(self) -> Iterable[str]:
        for plan in self.workbench.planning.plans():
            for _appendix, task in plan.tasks():
                yield from (squeeze(name).casefold() for name in units_of(task))

    def enable(self) -> None:
        """Let a unit be ended or removed only where one is chosen."""
        chosen = self.current() is not None
        self.end_button.setEnabled(chosen)
        self.remove_button.setEnabled(chosen)

    def ask_names(self) -> None:
        """Ask for the names of new units."""
        NamesAsked(self, self.workbench.reporting.today().year).open()

    def add(self, units: Sequence[Unit]) -> bool:
        """Keep new units as one step; where one is refused none is kept."""
        name = counted("Thêm {count} đơn vị", len(units)).format(count=len(units))
        kept = self.keep(name, lambda: self._add_all(units), self._remove_all, self._put_all_back)
        if kept:
            self.said.emit(_("Đã thêm {count} đơn vị.").format(count=len(units)))
        return kept

    def _add_all(self, units: Sequence[Unit]) -> list[Unit]:
        kept: list[Unit] = []
        try:
            for unit in units:
                kept.append(self.workbench.units.add(unit))
        except KehoachError:
            self._remove_all(kept)
            raise
        return kept

    def _remove_all(self, kept: Iterable[Unit]) -> None:
        for unit in kept:
            self.workbench.units.remove(unit.id)

    def _put_all_back(self, kept: Iterable[Unit]) -> None:
        for unit in kept:
            self.workbench.units.put_back(unit)

    def ask_reshaping(self) -> None:
        """Ask which villages are merged, split or renamed; the chosen one is ticked."""
        row = self.current()
        ask_reshaping(self, self.workbench, {row.unit.id} if row else ())

    def ask_last_day(self) -> None:
        """Ask for the last day of the chosen unit."""
        if (row := self.current()) is not None:
            LastDayAsked(self, row.unit, self.workbench.reporting.today()).open()

    def end(self, unit: Unit, on: date | None) -> bool:
        """Let `on` be the last day of a unit, None: it goes on; one step."""
        verbs = self.workbench.units
        ended = replace(unit, valid_until=on)

        name = _("Ghi ngày cuối của {unit}").format(unit=unit.name)
        return self.keep(
            name,
            lambda: verbs.put_back(ended),
            lambda _kept: verbs.put_back(unit),
            lambda _kept: verbs.put_back(ended),
        )

    def remove(self) -> None:
        """Remove the chosen unit as a step."""
        row = self.current()
        if row is None:
            return
        verbs, unit = self.workbench.units, row.unit
        name = _("Bỏ {unit}").format(unit=unit.name)
        if self.keep(
            name, lambda: verbs.remove(unit.id), verbs.put_back, lambda held: verbs.remove(held.id)
        ):
            self.said.emit(_("Đã bỏ {unit}.").format(unit=unit.name))


class NamesAsked(Asked):
    """Asks for names, one to a line, and from which day they stand."""

    def __init__(self, page: UnitsPage, year: int) -> None:
        super().__init__(page, _("Thêm đơn vị"), _("Thêm"), self._take)
        self._page = page
        self.names = QPlainTextEdit()
        self.names.setTabChangesFocus(True)
        self.names.setPlaceholderText(_("Mỗi dòng một đơn vị: Phòng Kinh tế, Thôn Bình Minh…"))
        self.names.textChanged.connect(self._count)
        self.since = DayField(_("Có từ ngày"), year=year)
        self.add(_("Tên các đơn vị"), self.names)
        self.add(_("Có từ ngày"), self.since)
        self._count()
        self.names.setFocus()

    def units(self) -> tuple[Unit, ...]:
        """Return the units that are asked for; a name says whether it is a village's."""
        lines = (squeeze(clean(line)) for line in self.names.toPlainText().splitlines())
        names = dict.fromkeys(line for line in lines if line)
        since = self.since.day()
        return tuple(Unit(UnitId(""), name, kind_of_name(name), since) for name in names)

    def _count(self) -> None:
        units = self.units()
        villages = sum(unit.kind is UnitKind.VILLAGE for unit in units)
        words = _("{departments} phòng, ban, đơn vị và {villages} thôn, tổ dân phố.")
        self.words.setText(words.format(departments=len(units) - villages, villages=villages))
        self.agree.say(counted("Thêm {count} đơn vị", len(units)).format(count=len(units)))
        self.agree.setEnabled(bool(units))

    def _take(self) -> bool:
        return self._page.add(self.units())


class LastDayAsked(Asked):
    """Asks for the last day of a unit; empty means that it goes on."""

    def __init__(self, page: UnitsPage, unit: Unit, today: date) -> None:
        super().__init__(page, _("Ngày cuối"), _("Ghi"), self._take)
        self._page, self._unit = page, unit
        self.day = DayField(_("Ngày cuối"), year=today.year)
        self.day.set_day(unit.valid_until or today - timedelta(days=1))
        self.words.setText(
            _("{unit}: ngày cuối còn là một đơn vị của ta (để trống: vẫn còn). Phiếu và kết quả "
              "các kỳ trước giữ nguyên.").format(unit=unit.name)
        )  # fmt: skip
        self.add(_("Ngày cuối"), self.day)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.selectAll()

    def _take(self) -> bool:
        if self.day.text().strip() and self.day.day() is None:
            self.say_wrong(self.day.toolTip())
            return False
        return self._page.end(self._unit, self.day.day())
