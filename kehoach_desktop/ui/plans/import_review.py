"""The review of a plan before it is kept: the source beside what was understood of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kehoach_desktop.domain.agency import NO_WORDS
from kehoach_desktop.domain.deadline import Deadline
from kehoach_desktop.domain.deadline_reader import read_deadline
from kehoach_desktop.domain.draft import ColumnRole, Finding, RowMark, Source
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.narrative_keys import lowered
from kehoach_desktop.domain.plan import ImportDraft, PlanDocument, TaskId
from kehoach_desktop.domain.text import first_line
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.services.planning import PlanSnapshot
from kehoach_desktop.ui import messages
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.furniture import Foot, PageHead
from kehoach_desktop.ui.plans import import_choices, import_memory
from kehoach_desktop.ui.plans.import_choices import Choices, Reviewed
from kehoach_desktop.ui.plans.import_dialogs import DocumentDialog, TextDialog
from kehoach_desktop.ui.plans.import_editor import ImportEditor
from kehoach_desktop.ui.plans.import_history import Decisions
from kehoach_desktop.ui.plans.import_layout import side_by_side, stacked
from kehoach_desktop.ui.plans.import_list import ReviewList, Tab
from kehoach_desktop.ui.plans.import_model import place_of
from kehoach_desktop.ui.plans.import_pane import SourcePane
from kehoach_desktop.ui.plans.import_places import Spot, locate
from kehoach_desktop.ui.plans.import_questions import ask_to_close, ask_to_drop
from kehoach_desktop.ui.plans.words_dialog import WordsDialog
from kehoach_desktop.ui.workbench import Workbench


class ImportReview(QWidget):
    """Nothing is stored before `apply`; `settled` tells that it was applied (True) or dropped."""

    settled = Signal(bool)
    said = Signal(str)

    def __init__(self, workbench: Workbench, source: Source, draft: ImportDraft) -> None:
        super().__init__()
        self._workbench, self._source, self._draft = workbench, source, draft
        self._decisions, self._words, self.recalled = Decisions(), NO_WORDS, Choices()
        self._spots: Mapping[TaskId, Spot] = {}
        self._tasks: tuple[Reviewed, ...] = ()
        year = draft.plan.document.year or workbench.reporting.today().year
        self.head = PageHead(_("Nhập kế hoạch"))
        self.pane, self.list, self.editor = SourcePane(), ReviewList(), ImportEditor(year)
        words = _("Chưa ghi gì vào sổ. Nhập là một bước: một lần Hoàn tác trả lại như cũ.")
        self.foot = Foot(words)
        self.apply_button = primary(" ", self.apply, "Ctrl+Return")
        self._lay_out()
        self._connect()
        self._read_anew()
        self._recall()
        if not import_choices.open_findings(draft, self._choices):
            self.list.turn_to(Tab.ALL)

    def _lay_out(self) -> None:
        self.head.add_right(Button(_("Số, ngày kế hoạch…"), self.edit_document))
        self.head.add_right(Button(_("Việc của xã…"), self.edit_words))
        self.foot.add(Button(_("Bỏ, không nhập"), self.drop, key="Esc"))
        self.foot.add(self.apply_button)
        panes = side_by_side(self.pane, self.list, self.editor)
        self.setLayout(stacked(self.head, panes, self.foot))
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
        self.pane.role_wanted.connect(self.assign)
        self.pane.mark_wanted.connect(self.mark)
        self.pane.row_chosen.connect(self._look_at_source)
        for key, by in (("Alt+Down", 1), ("Alt+Up", -1)):
            shortcut = QShortcut(QKeySequence(key), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.list.step, by))

    def _recall(self) -> None:
        """Read as the officer taught the program before; one Undo goes back."""
        mappings = self._workbench.mappings
        self._words = mappings.commune_words()
        if self._words != NO_WORDS:
            self._reread()
        readings = mappings.readings(self._draft.plan.document.issuer)
        self._decide(import_memory.recalled(self._choices, self.pane, self._source, readings))
        self.recalled = self._choices

    def edit_words(self) -> None:
        """Ask for the office's own words for a task of the commune, and read anew by them."""
        dialog = WordsDialog(self, self._words)
        if dialog.exec():
            self._words = self._workbench.mappings.use_words(*dialog.words())
            self._reread()

    @property
    def corrected(self) -> bool:
        """Whether anything was decided that would be lost."""
        return self._choices != self.recalled

    def draft(self) -> ImportDraft:
        """Return the proposal with every decision applied: what would be kept now."""
        return import_choices.applied(self._draft, self._choices)

    def tasks(self) -> tuple[Reviewed, ...]:
        """Return every task with the decisions applied."""
        return self._tasks

    @property
    def _choices(self) -> Choices:
        return self._decisions.now

    def _decide(self, choices: Choices) -> None:
        before = self._choices
        if self._decisions.decide(choices):
            self._follow(before)

    def undo(self) -> bool:
        """Take the last decision back; return whether there was one."""
        before = self._choices
        return self._decisions.back() and self._follow(before)

    def redo(self) -> bool:
        """Decide again what was taken back; return whether there was anything."""
        before = self._choices
        return self._decisions.again() and self._follow(before)

    def _follow(self, before: Choices) -> bool:
        """Show what the decisions make of the draft; columns and year read the source anew."""
        now = self._choices
        if (before.roles, before.marks, before.year) == (now.roles, now.marks, now.year):
            self._show()
        else:
            self._reread()
        return True

    def _reread(self) -> None:
        now, read = self._choices, self._workbench.tools.assemble
        self._draft = read(self._source, now.year, now.roles, now.marks, self._words)
        self._read_anew()

    def _read_anew(self) -> None:
        self._spots = locate(self._source, self._draft)
        self.pane.show_source(self._source, self._draft, self._spots, self._choices)
        self._show()

    def _show(self) -> None:
        self._tasks = import_choices.reviewed(self._draft, self._choices)
        doubts = import_choices.open_findings(self._draft, self._choices)
        self.pane.show_doubts(self._draft, self._spots, doubts)
        self.list.show_contents(self._tasks, doubts, import_choices.notes(self._draft))
        kept = sum(not row.left_out for row in self._tasks)
        self.apply_button.say(import_choices.promise(kept, len({d.task or d for d in doubts})))
        self.apply_button.setEnabled(kept > 0)
        self.head.say(import_choices.about(self.draft().plan))
        self._show_chosen()

    def _show_chosen(self) -> None:
        row = self.list.current()
        number, of = self.list.position()
        place = _("chỗ {number} trên {of}").format(number=number, of=of) if number else ""
        if isinstance(row, Reviewed):
            doubts = tuple(f for f in row.findings if self._is_open(f))
            self.editor.show_task(row, doubts, place)
            if spot := self._spots.get(row.task.id):
                self.pane.look_at(spot, doubted=bool(doubts))
            else:
                self.pane.look_for(first_line(row.task.content))
        elif isinstance(row, Finding):
            self.editor.show_finding(row, place)
        else:
            self.editor.show_nothing()

    def _is_open(self, finding: Finding) -> bool:
        return finding in import_choices.open_findings(self._draft, self._choices)

    def _look_at_source(self, spot: Spot) -> None:
        for row in self._tasks:
            if self._spots.get(row.task.id) == spot and not self.list.look_at(row.task.place):
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
            self._decide(self._choices.with_seen(seen))
        if place_of(self.list.current()) == before:
            self.list.step(1)

    def toggle_ours(self) -> None:
        """Say that the task is the commune's, or that it is not."""
        if row := self._chosen():
            held = self._choices.of(row.task)
            turned = replace(held, ours=not row.task.ours.yes)
            self._decide(self._choices.with_correction(row.task, turned))

    def toggle_out(self) -> None:
        """Leave the task out of the import, or take it in again."""
        if row := self._chosen():
            held = self._choices.of(row.task)
            turned = replace(held, left_out=not held.left_out)
            self._decide(self._choices.with_correction(row.task, turned))

    def _correct_deadline(self, deadline: Deadline) -> None:
        if row := self._chosen():
            held = replace(self._choices.of(row.task), deadline=deadline)
            self._decide(self._choices.with_correction(row.task, held))

    def edit_texts(self) -> None:
        """Mend the words of a row; a mended deadline is read anew."""
        if (row := self._chosen()) is None:
            return
        dialog = TextDialog(self, row.task)
        if dialog.exec():
            self.mend(row, dialog.texts())

    def mend(self, row: Reviewed, texts: dict[str, str]) -> None:
        """Give a row other words, by field; `wording` is the deadline's."""
        wording = texts.pop("wording", row.task.deadline.wording)
        held = replace(self._choices.of(row.task), texts=tuple(texts.items()))
        if wording != row.task.deadline.wording:
            year = self._choices.year or self._draft.plan.document.year
            held = replace(held, deadline=read_deadline(wording, year))
        self._decide(self._choices.with_correction(row.task, held))

    def edit_document(self) -> None:
        """Mend number, day and title of the plan, and the year of wordings that name none."""
        document = self.draft().plan.document
        dialog = DocumentDialog(self, document, self._workbench.reporting.today().year)
        if dialog.exec():
            self.name_document(dialog.document())

    def name_document(self, document: PlanDocument) -> None:
        """Give the plan other particulars; another year reads the deadlines anew."""
        held = self.draft().plan.document
        year = document.year if document.year != held.year else self._choices.year
        self._decide(replace(self._choices, document=document, year=year))

    def assign(self, table: int, column: int, role: ColumnRole) -> None:
        """Read a column as `role`; everything understood follows."""
        roles = self.pane.roles()
        self._decide(self._choices.with_role(table, column, role, roles))

    def mark(self, table: int, row: int, mark: RowMark | None) -> None:
        """Take a row of the source for what the officer says; None leaves it to the reader."""
        self._decide(self._choices.with_mark(table, row, mark))

    def apply(self) -> None:
        """Keep the plan: one step, which one undo takes back."""
        draft, planning = self.draft(), self._workbench.planning
        try:
            plan = planning.accept(draft, seen=True)
        except KehoachError as refusal:
            messages.show_error(self, refusal)
            return
        taught = import_memory.taught(self._choices, self.pane, self._source)
        self._workbench.mappings.remember(self._draft.plan.document.issuer, taught)
        self._workbench.keep_original(plan)
        snapshot = PlanSnapshot(draft.plan, draft.findings)
        self._workbench.done(
            _("Nhập {plan}").format(plan=lowered(plan.short_name)),
            Changes.PLANS | Changes.BACKUPS,
            undo=partial(planning.withdraw, plan.id),
            redo=partial(planning.restore, snapshot),
        )
        count = sum(1 for _task in plan.tasks())
        self.said.emit(_("Đã nhập {count} nhiệm vụ. Hoàn tác: Ctrl+Z").format(count=count))
        self.settled.emit(True)

    def may_close(self) -> bool:
        """Return whether the program may be closed: decisions made are asked about first."""
        return not self.corrected or ask_to_close(self)

    def drop(self) -> None:
        """Leave without keeping anything; decisions made are asked about first."""
        if self.corrected and not ask_to_drop(self):
            return
        self.said.emit(_("Không nhập. Sổ không thay đổi."))
        self.settled.emit(False)
