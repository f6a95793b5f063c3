"""The line on which an activity is entered: proposals stand in it, numbers are typed at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from kehoach_desktop.domain.activity import Activity, ActivityId, Attendance, ImpossibleActivity
from kehoach_desktop.domain.membership import TeamId
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.team_book import Team
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.activities.activity_rows import team_name
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.day_field import DayField
from kehoach_desktop.ui.furniture import Part, frame, label, restyle

COUNTS = ("people", "women", "elderly", "minority")
_LEAST_FIELD = 120


def read_count(text: str) -> int | None:
    """Return the number typed ("1.250" too), None for nothing. Raises ImpossibleActivity."""
    plain = text.strip().replace(".", "").replace(" ", "")
    if not plain:
        return None
    if not plain.isdecimal():
        raise ImpossibleActivity(_("“{text}” không phải là một số.").format(text=text.strip()))
    return int(plain)


class EntryLine(QWidget):
    """Holds what is typed of one activity; Enter on any field says `entered`.

    `left` tells that Esc was pressed.
    """

    entered = Signal()
    left = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._held: Activity | None = None
        self.day = DayField(_("Ngày"), year=today.year)
        self.team, self.kind = QComboBox(), QComboBox()
        self.kind.setEditable(True)
        self.kind.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.counts = {part: QLineEdit() for part in COUNTS}
        self.place, self.content = QLineEdit(), QLineEdit()
        self.keep = primary(_("Ghi"), self.entered.emit)
        self.drop = Button(_("Bỏ sửa"), self.left.emit, key="Esc", bound=False)
        self.drop.hide()
        self.wrong = label("", "red", wrap=True)
        self.wrong.hide()
        self._lay_out()
        self.setFocusProxy(self.counts["people"])
        self.day.set_day(today)

    def _lay_out(self) -> None:
        worn = theme.current()
        box: Part = frame("bar", across=False, margins=(16, 8, 12, 8))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        fields = (
            (_("Ngày"), self.day, 96),
            (_("Tổ"), self.team, 168),
            (_("Loại hoạt động"), self.kind, 196),
            (_("Số người"), self.counts["people"], 62),
            (_("Nữ"), self.counts["women"], 52),
            (_("Cao tuổi"), self.counts["elderly"], 58),
            (_("DTTS"), self.counts["minority"], 52),
        )
        for place, (words, field, width) in enumerate(fields):
            self._add(grid, (0, place), words, field)
            field.setMaximumWidth(worn.length(width))
            field.setMinimumWidth(worn.length(min(width, _LEAST_FIELD)))
        grid.setColumnStretch(len(fields), 1)
        self._add(grid, (2, 0), _("Địa điểm"), self.place, span=2)
        self._add(grid, (2, 2), _("Nội dung"), self.content, span=len(fields) - 1)
        grid.addWidget(self.keep, 1, len(fields), Qt.AlignmentFlag.AlignLeft)
        box.box.addLayout(grid)
        foot = QGridLayout()
        foot.addWidget(self.wrong, 0, 0)
        foot.addWidget(self.drop, 0, 1, Qt.AlignmentFlag.AlignRight)
        foot.setColumnStretch(0, 1)
        box.box.addLayout(foot)
        whole = QGridLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(box, 0, 0)

    def _add(
        self, grid: QGridLayout, at: tuple[int, int], words: str, field: QWidget, span: int = 1
    ) -> None:
        name = label(words, "second")
        name.setBuddy(field)
        field.setAccessibleName(words)
        grid.addWidget(name, at[0], at[1], 1, span)
        grid.addWidget(field, at[0] + 1, at[1], 1, span)

    def offer(self, teams: Sequence[Team], kinds: Sequence[str]) -> None:
        """Propose the teams and kinds; what is chosen stays chosen."""
        team, kind = self.team.currentData(), self.kind.currentText()
        self.team.clear()
        for known in teams:
            self.team.addItem(team_name(known), known.id)
        self.team.addItem(_("Cấp xã"), "")
        self.kind.clear()
        for name in kinds:
            self.kind.addItem(_(name), name)
        self.team.setCurrentIndex(max(self.team.findData(team), 0))
        self._choose_kind(kind or (kinds[0] if kinds else ""))

    def _choose_kind(self, kind: str) -> None:
        self.kind.setCurrentIndex(self.kind.findData(kind))
        if self.kind.findData(kind) < 0:
            self.kind.setCurrentText(kind)

    def propose(self, last: Activity) -> None:
        """Propose the team and the kind of what was entered last."""
        self.choose_team(last.team)
        self._choose_kind(last.kind)

    def choose_team(self, team: TeamId | None) -> None:
        """Choose the team whose activity is entered."""
        found = self.team.findData(team or "")
        if found >= 0:
            self.team.setCurrentIndex(found)

    def turn_to(self, month: ReportingPeriod, today: date) -> None:
        """Ask for days of `month`: no day of another one is proposed for what is new."""
        self.day.set_year(month.year)
        day, (first, last) = self.day.day(), (month.first_day, month.last_day)
        if self._held is None and not (day and first <= day <= last):
            self.day.set_day(today if first <= today <= last else None)

    def begin(self) -> None:
        """Be ready for the next: numbers and words are empty, day, team and kind stay."""
        self._held = None
        for field in (*self.counts.values(), self.place, self.content):
            field.clear()
        self._dress()
        self.counts["people"].setFocus()

    def edit(self, held: Activity) -> None:
        """Bring an activity back into the line, to be mended."""
        self._held = held
        self.day.set_day(held.day)
        self.propose(held)
        self.place.setText(held.place)
        self.content.setText(held.content)
        for part, field in self.counts.items():
            count = getattr(held.attendance, part)
            field.setText("" if count is None else str(count))
        self._dress()
        self.counts["people"].setFocus()
        self.counts["people"].selectAll()

    def _dress(self) -> None:
        self.keep.say(_("Ghi sửa") if self._held else _("Ghi"))
        self.drop.setVisible(self._held is not None)
        self.refuse("")

    def held(self) -> Activity | None:
        """Return the activity that is mended, None for a new one."""
        return self._held

    def refuse(self, words: str) -> None:
        """Say in red what is not right; everything typed stays."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))

    def activity(self) -> Activity:
        """Return what the fields say. Raises ImpossibleActivity."""
        self.day.editingFinished.emit()
        day = self.day.day()
        if day is None or self.day.property("kind") == "wrong":
            raise ImpossibleActivity(_("Chưa có ngày, hoặc ngày ghi chưa đúng."))
        told = Activity(
            ActivityId(""),
            self._kind(),
            day,
            TeamId(self.team.currentData()) if self.team.currentData() else None,
            self.place.text(),
            self.content.text(),
            Attendance(*(self._count(part) for part in COUNTS)),
        )
        if self._held is None:
            return told
        return replace(
            told, id=self._held.id, counts=self._held.counts, tasks=self._held.tasks
        )  # fmt: skip

    def _kind(self) -> str:
        text = self.kind.currentText()
        same = self.kind.itemText(self.kind.currentIndex()) == text
        return str(self.kind.currentData()) if same and self.kind.currentData() else text

    def _count(self, part: str) -> int | None:
        field = self.counts[part]
        restyle(field, "")
        try:
            return read_count(field.text())
        except ImpossibleActivity:
            restyle(field, "wrong")
            field.setFocus()
            raise

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps from whatever field; Esc leaves what is mended."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
