"""The review of a list before it is taken in: doubts are answered, rows left out, then one step."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.team import RosterDraft
from kehoach_desktop.domain.team_book import TeamStep
from kehoach_desktop.domain.team_proposal import Asking
from kehoach_desktop.domain.team_update import ANOTHER, RosterUpdate, RowKind, UpdateRow
from kehoach_desktop.domain.team_words import likeness_words, update_words
from kehoach_desktop.domain.text import capital, clean, squeeze
from kehoach_desktop.i18n import _, counted, retold
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui import messages, theme
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.day_field import DayField
from kehoach_desktop.ui.furniture import Band, Bar, Foot, PageHead, column, frame, label
from kehoach_desktop.ui.sheet import SheetView
from kehoach_desktop.ui.teams.list_model import WHAT, ReviewModel, list_rows
from kehoach_desktop.ui.workbench import Workbench

WIDTHS = (128, 190, 96, 300, 150)


class ListTable(SheetView):
    """Space leaves a row out or takes it back; a figure answers a doubt."""

    skip_wanted = Signal()
    answered = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys of the review."""
        figure = event.key() - Qt.Key.Key_0
        if event.key() == Qt.Key.Key_Space:
            self.skip_wanted.emit()
        elif 0 <= figure <= 9 and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.answered.emit(figure)
        else:
            super().keyPressEvent(event)


class ListReview(QWidget):
    """Shows what a list would change. `settled` brings the step kept, or None for none."""

    settled = Signal(object)

    def __init__(self, workbench: Workbench, name: str, draft: RosterDraft, asking: Asking) -> None:
        super().__init__()
        self._rosters, self._draft, self._asking = workbench.rosters, draft, asking
        self._skipped: set[str] = set()
        self.update_shown: RosterUpdate = self._rosters.propose(draft, asking)
        self.model, self.table = ReviewModel(), ListTable(lines=2)
        self.day = DayField(_("Có hiệu lực từ ngày"), year=asking.day.year)
        self.number = QLineEdit()
        self.head, self.band = PageHead(_("Nhận danh sách tổ")), Band()
        self.head.say(name)
        self.doubt = frame("inset", across=False, margins=(16, 8, 12, 8))
        self.foot = Foot()
        self._lay_out()
        self._connect()
        workbench.changed.connect(self._changed)
        self._show()
        self.select(max(self.model.next_doubt(), 1 if self.model.rowCount() > 1 else 0))

    def _lay_out(self) -> None:
        whole = column()
        self.setLayout(whole)
        bar = Bar()
        self.day.set_day(self._asking.day)
        self.day.setFixedWidth(theme.current().length(110))
        self.number.setFixedWidth(theme.current().length(150))
        self.number.setPlaceholderText(_("chưa có thì bỏ trống"))
        self.number.setAccessibleName(_("Kèm theo Quyết định số"))
        bar.add(label(_("Có hiệu lực từ ngày"), "second"))
        bar.add(self.day)
        bar.add(label(_("Kèm theo Quyết định số"), "second"))
        bar.add(self.number)
        self.table.setAccessibleName(_("Danh sách so với sổ"))
        self.table.setSelectionMode(SheetView.SelectionMode.SingleSelection)
        self.table.setModel(self.model)
        self.table.set_widths(WIDTHS, stretch=WHAT)
        self.take = primary(_("Ghi"), self.accept, "Ctrl+Return")
        row = self.foot.layout()
        if isinstance(row, QHBoxLayout):
            row.addWidget(Button(_("Bỏ, không nhận"), self.leave, key="Esc", bound=False))
            row.addWidget(self.take)
        for part in (self.head, self.band, bar):
            whole.addWidget(part)
        whole.addWidget(self.table, 1)
        whole.addWidget(self.doubt)
        whole.addWidget(self.foot)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.day.day_changed.connect(lambda _day: self._propose())
        self.number.textChanged.connect(lambda _text: self._count())
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_doubt())
        self.table.skip_wanted.connect(self.skip)
        self.table.answered.connect(self.answer)
        leave = QShortcut(QKeySequence("Esc"), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.leave)

    def _changed(self, changes: Changes) -> None:
        if changes & (Changes.TEAMS | Changes.UNITS):
            self._propose()

    def current(self) -> UpdateRow | None:
        """Return the person that is selected."""
        return self.model.person(self.table.currentIndex().row())

    def select(self, number: int) -> None:
        """Select a row."""
        self.table.setCurrentIndex(self.model.index(number, 1))

    def _propose(self) -> None:
        day = self.day.day() or self._asking.day
        self._asking = Asking(day, self._asking.area, answers=self._asking.answers)
        self.update_shown = self._rosters.propose(self._draft, self._asking)
        self._show()

    def _show(self) -> None:
        chosen = self.current()
        self.model.show_rows([*list_rows(self.update_shown, self._skipped)])
        if chosen and self.model.row_of(chosen.key) >= 0:
            self.select(self.model.row_of(chosen.key))
        wrong = [f for f in self._draft.findings if f.severity is not Severity.INFO]
        if wrong:
            told = "; ".join(
                f"{retold(finding.place)}: {retold(finding.message)}" for finding in wrong[:3]
            )
            more = len(wrong) - 3
            self.band.say(told + (_(" và {count} chỗ nữa").format(count=more) if more > 0 else ""))
        self._count()
        self._show_doubt()

    def _count(self) -> None:
        kinds = (RowKind.JOINED, RowKind.LEFT, RowKind.CHANGED)
        kept = sum(row.key not in self._skipped for row in self.update_shown.rows(*kinds))
        self.take.say(counted("Ghi {count} thay đổi", kept).format(count=kept))
        self.take.setEnabled(kept > 0 or bool(self.number.text().strip()))
        words = update_words(self.update_shown, len(self._skipped))
        back = _("Một lần Hoàn tác trả lại như cũ.")
        self.foot.words.setText(f"{capital(words)}. {back}")

    def _show_doubt(self) -> None:
        while (item := self.doubt.box.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        row = self.current()
        self.doubt.setVisible(row is not None)
        if row is None:
            return
        if row.kind is RowKind.DOUBT:
            self._offer_answers(row)
        else:
            taken = row.key in self._skipped
            words = _("Ghi dòng này") if taken else _("Bỏ qua dòng này")
            line = frame("plain")
            line.box.addWidget(label(self._name_of(row), "strong"))
            line.box.addStretch(1)
            line.box.addWidget(Button(words, self.skip, key="Space", bound=False))
            self.doubt.box.addWidget(line)

    def _name_of(self, row: UpdateRow) -> str:
        told = row.details
        born = str(told.birth_year or _("không ghi năm sinh"))
        return ", ".join(filter(None, (told.full_name, born, told.post)))

    def _offer_answers(self, row: UpdateRow) -> None:
        question = _("{who}: là người nào?").format(who=self._name_of(row))
        self.doubt.box.addWidget(label(question, "strong", wrap=True))
        answers = frame("plain", across=False)
        box = answers.box
        for number in range(len(row.alike)):
            words = _("Là {who}").format(who=likeness_words(row, number))
            figure = str(number + 1)
            act = partial(self.answer, number + 1)
            box.addWidget(
                Button(words, act, key=figure, bound=False), 0, Qt.AlignmentFlag.AlignLeft
            )
        another = Button(_("Người khác, ghi mới"), partial(self.answer, 0), key="0", bound=False)
        box.addWidget(another, 0, Qt.AlignmentFlag.AlignLeft)
        if isinstance(box, QVBoxLayout):
            box.setSpacing(4)
        self.doubt.box.addWidget(answers)

    def answer(self, figure: int) -> None:
        """Say who the doubtful row is: one of those proposed by number, or another one (0)."""
        row = self.current()
        if row is None or row.kind is not RowKind.DOUBT or figure > len(row.alike):
            return
        said = row.alike[figure - 1].id if figure else ANOTHER
        answers = {**self._asking.answers, row.key: said}
        self._asking = Asking(self._asking.day, self._asking.area, answers=answers)
        self._propose()
        following = self.model.next_doubt(max(0, self.model.row_of(row.key)))
        if following >= 0:
            self.select(following)
        self.table.setFocus()

    def skip(self) -> None:
        """Leave the selected row out, or take it back."""
        row = self.current()
        if row is not None:
            self._skipped ^= {row.key}
            self._show()

    def accept(self) -> None:
        """Take the list in as one step."""
        self.take.setFocus()
        try:
            step: TeamStep = self._rosters.take_in(
                self.update_shown, self._skipped, squeeze(clean(self.number.text()))
            )
        except KehoachError as refusal:
            messages.show_error(self, refusal)
            return
        self.settled.emit(step)

    def leave(self) -> None:
        """Take nothing in."""
        self.settled.emit(None)
