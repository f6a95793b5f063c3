"""The review of a plan before it is kept: the source beside what was understood of it."""

from __future__ import annotations

from functools import partial
from itertools import product

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kehoach_desktop.domain.deadline import Deadline
from kehoach_desktop.domain.draft import Finding, Source
from kehoach_desktop.domain.plan import ImportDraft, PlanId, Task
from kehoach_desktop.domain.text import first_line
from kehoach_desktop.i18n import _, counted, retold
from kehoach_desktop.ui import messages
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.furniture import Band, PageHead
from kehoach_desktop.ui.level import named
from kehoach_desktop.ui.plans import import_choices
from kehoach_desktop.ui.plans.import_applying import Applying
from kehoach_desktop.ui.plans.import_choices import Choices, Reviewed
from kehoach_desktop.ui.plans.import_duties import ReviewedDuty
from kehoach_desktop.ui.plans.import_foot import ReviewFoot
from kehoach_desktop.ui.plans.import_indicators import ReviewedIndicator
from kehoach_desktop.ui.plans.import_layout import side_by_side, stacked
from kehoach_desktop.ui.plans.import_list import Tab
from kehoach_desktop.ui.plans.import_model import Row, place_of
from kehoach_desktop.ui.plans.import_parts import ReviewParts
from kehoach_desktop.ui.plans.import_places import Spot, Understood
from kehoach_desktop.ui.plans.import_proposal import Proposal
from kehoach_desktop.ui.plans.import_questions import (
    ask_document,
    ask_texts,
    ask_to_close,
    ask_to_drop,
    ask_words,
)
from kehoach_desktop.ui.plans.import_version import VersionRow, band_words, version_rows
from kehoach_desktop.ui.steps import Steps
from kehoach_desktop.ui.workbench import Workbench


class ImportReview(QWidget):
    """Nothing is stored before `apply`; `settled` tells that it was applied (True) or dropped."""

    settled = Signal(bool)
    said = Signal(str)

    def __init__(
        self, workbench: Workbench, source: Source, held: Understood, parts: ReviewParts
    ) -> None:
        super().__init__()
        self._workbench = workbench
        self.proposal = Proposal(workbench, source, held)
        self.applying = Applying(workbench, self)
        self._steps, self._fresh = Steps(self, workbench.closing), True
        self.head = PageHead(_("Nhập kế hoạch"))
        self.pane, self.list, self.editor = parts.pane, parts.list, parts.editor
        self.foot = ReviewFoot()
        self.apply_button = self.foot.apply
        self.band = Band()
        self._lay_out()
        self._connect()
        self.foot.let(allowed=False)
        # The review is painted before a worker shares its time.
        self._steps.take(self.proposal.begin)

    def _lay_out(self) -> None:
        self.head.add_right(Button(_("Số, ngày kế hoạch…"), self.edit_document))
        self.head.add_right(Button(named(_("Việc của {level}…")), self.edit_words))
        self.panes = side_by_side(self.pane, self.list, self.editor)
        self.setLayout(stacked(self.head, self.band, self.panes, self.foot))
        self.setFocusProxy(self.list.table)

    def _connect(self) -> None:
        table, editor = self.list.table, self.editor
        self.list.chosen.connect(self._show_chosen)
        for part in (table, editor):
            part.ours_toggled.connect(self.toggle_ours)
            part.out_toggled.connect(self.toggle_out)
            part.texts_wanted.connect(self.edit_texts)
            part.agreed.connect(self.agree)
        editor.deadline_edited.connect(self._correct_deadline)
        editor.agreed.connect(table.setFocus)
        self.pane.role_wanted.connect(self.proposal.assign)
        self.pane.mark_wanted.connect(self.proposal.mark)
        self.pane.row_chosen.connect(self._look_at_source)
        self.proposal.reading.connect(lambda: self.foot.let(allowed=False))
        self.proposal.read.connect(self._show_read)
        self.proposal.decided.connect(self._show_decided)
        self.proposal.failed.connect(self._refuse)
        self.foot.apply_wanted.connect(self.apply)
        self.foot.beside_wanted.connect(self.apply_beside)
        self.foot.drop_wanted.connect(self.drop)
        self.applying.kept.connect(self._end)
        self.applying.refused.connect(self._refuse)
        for pane, (key, by) in product((self.list, editor), (("Alt+Down", 1), ("Alt+Up", -1))):
            shortcut = QShortcut(QKeySequence(key), pane)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.list.step, by))

    def working(self) -> bool:
        """Say whether something is being read, shown or kept: no moment to decide to apply."""
        waits = self.proposal.is_reading() or self._steps.waiting()
        return waits or self.applying.is_busy()

    def edit_words(self) -> None:
        """Ask for the office's own words for a task of the commune, and read anew by them."""
        ask_words(self, self.proposal, self._workbench)

    @property
    def corrected(self) -> bool:
        """Whether anything was decided that would be lost."""
        return self.proposal.corrected

    def draft(self) -> ImportDraft:
        """Return the proposal with every decision applied: what would be kept now."""
        return self.proposal.applied()

    def tasks(self) -> tuple[Reviewed, ...]:
        """Return every task with the decisions applied."""
        return self.proposal.tasks

    @property
    def _choices(self) -> Choices:
        return self.proposal.choices

    def undo(self) -> bool:
        """Take the last decision back; return whether there was one."""
        return not self.applying.is_busy() and self.proposal.undo()

    def redo(self) -> bool:
        """Decide again what was taken back; return whether there was anything."""
        return not self.applying.is_busy() and self.proposal.redo()

    def _show_read(self) -> None:
        """Show what was read, the halves of the screen one after the other."""
        self._steps.take(self._show_source, self._show_understood, self.pane.stay, self._offer)

    def _show_source(self) -> None:
        held = self.proposal
        self.pane.show_source(held.source, held.held, held.choices.marks)
        self.pane.mark_doubts(held.held, held.doubts)

    def _show_decided(self) -> None:
        self.pane.mark_doubts(self.proposal.held, self.proposal.doubts)
        self._show_understood()
        self._offer()

    def _show_understood(self) -> None:
        held = self.proposal
        if self._fresh and not held.doubts:
            self.list.begin_with(Tab.ALL)
        self._fresh = False
        others: dict[Tab, tuple[Row, ...]] = {
            Tab.NOTES: held.notes(),
            Tab.REPORTING: held.duties,
            Tab.INDICATORS: held.indicators,
            Tab.VERSION: version_rows(held.held.earlier),
        }
        self.list.show_contents(held.tasks, held.doubts, others)

    def _offer(self) -> None:
        held, draft = self.proposal, self.draft()
        kept, earlier = sum(not row.left_out for row in held.tasks), held.held.earlier
        doubts = len({doubt.task or doubt for doubt in held.doubts})
        self.foot.offer(kept, doubts, draft, replacing=earlier is not None)
        self.foot.let(allowed=kept > 0 and not held.is_reading())
        if earlier is None:
            self.band.hide()
        else:
            words = band_words(earlier, held.source.sha256)
            look = partial(self.list.turn_to, Tab.VERSION)
            self.band.say(words, "acc", button=_("Xem chỗ khác nhau"), on_click=look)
        self.head.say(import_choices.about(draft.plan))

    def _show_chosen(self) -> None:
        row = self.list.current()
        number, of = self.list.position()
        place = _("chỗ {number} trên {of}").format(number=number, of=of) if number else ""
        if isinstance(row, Reviewed):
            doubts = tuple(f for f in row.findings if f in self.proposal.doubts)
            self.editor.show_task(row, doubts, place)
            self._light(row.task, doubted=bool(doubts))
        elif isinstance(row, ReviewedDuty):
            self.editor.show_duty(row, place)
            self.pane.look_for(first_line(row.duty.text))
        elif isinstance(row, VersionRow):
            self.editor.show_words(row.label, place, row.whole)
            self._light(row.place.task)
        elif isinstance(row, ReviewedIndicator):
            self.editor.show_words(row.indicator.name, retold(row.indicator.place))
        elif isinstance(row, Finding):
            self.editor.show_finding(row, place)
        else:
            self.editor.show_nothing()

    def _light(self, task: Task, *, doubted: bool = False) -> None:
        """Bring the row of the source into sight that a task was read from."""
        if spot := self.proposal.held.spots.get(task.id):
            self.pane.look_at(spot, doubted=doubted)
        elif self.proposal.source.paragraphs:
            self.pane.look_for(first_line(task.content))

    def _look_at_source(self, spot: Spot) -> None:
        for row in self.proposal.tasks:
            if self.proposal.held.spots.get(row.task.id) == spot and not self.list.look_at(
                row.task.place
            ):
                self.list.turn_to(Tab.ALL)
                self.list.look_at(row.task.place)

    def _chosen(self) -> Reviewed | None:
        row = self.list.current()
        return row if isinstance(row, Reviewed) else None

    def agree(self) -> None:
        """Take the row as it stands and go to the next one."""
        row = self.list.current()
        before = place_of(row)
        if isinstance(row, Reviewed | Finding):
            seen = row.findings if isinstance(row, Reviewed) else (row,)
            self.proposal.decide(self._choices.with_seen(seen))
        if place_of(self.list.current()) == before:
            self.list.step(1)

    def toggle_ours(self) -> None:
        """Say that the task is the commune's or not, that a report or indicator is to be kept."""
        row = self.list.current()
        if isinstance(row, Reviewed | ReviewedDuty | ReviewedIndicator):
            self.proposal.toggle(row)

    def toggle_out(self) -> None:
        """Leave the task out of the import, or take it in again."""
        if row := self._chosen():
            self.proposal.toggle_out(row)

    def _correct_deadline(self, deadline: Deadline) -> None:
        if row := self._chosen():
            self.proposal.correct_deadline(row, deadline)

    def edit_texts(self) -> None:
        """Mend the words of a row; a mended deadline is read anew."""
        if row := self._chosen():
            ask_texts(self, self.proposal, row)

    def edit_document(self) -> None:
        """Mend number, day and title of the plan, and the year of wordings that name none."""
        ask_document(self, self.proposal, self._workbench.reporting.today().year)

    def apply(self) -> None:
        """Keep the plan, in the place of its earlier version if there is one: one step to undo."""
        earlier = self.proposal.held.earlier
        self._keep(earlier.held.id if earlier else None)

    def apply_beside(self) -> None:
        """Keep the plan beside its earlier version: one step, which one undo takes back."""
        self._keep(None)

    def _keep(self, replaced: PlanId | None) -> None:
        if self.working():
            return
        self._rest(resting=True)
        self.applying.begin(self.draft(), self.proposal.taught(), replaced)

    def _rest(self, *, resting: bool) -> None:
        """Take no decision while the plan is being kept."""
        for part in (self.head, self.band, self.panes):
            part.setEnabled(not resting)
        self.foot.rest(resting=resting)

    def _refuse(self, refusal: BaseException) -> None:
        self._rest(resting=False)
        messages.show_error(self, refusal)

    def _end(self, count: int) -> None:
        self.said.emit(counted("Đã nhập {count} nhiệm vụ.", count).format(count=count))
        self.settled.emit(True)

    def may_close(self) -> bool:
        """Return whether the program may be closed.

        A plan that is being kept is kept first; decisions made are asked about.
        """
        if self.applying.is_busy() and self.applying.finish():
            return True
        return not self.corrected or ask_to_close(self)

    def drop(self) -> None:
        """Leave without keeping anything; decisions made are asked about first."""
        if self.applying.is_busy() or (self.corrected and not ask_to_drop(self)):
            return
        self.said.emit(_("Không nhập. Sổ không thay đổi."))
        self.settled.emit(False)
