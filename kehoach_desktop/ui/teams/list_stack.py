"""A list on its way into the book: the file is read in a job, reviewed, and taken in or left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.team import RosterDraft
from kehoach_desktop.domain.team_book import TeamStep
from kehoach_desktop.domain.team_proposal import Asking
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import messages
from kehoach_desktop.ui.jobs import Job
from kehoach_desktop.ui.plans.pasting import offer_pasted
from kehoach_desktop.ui.teams import team_acts
from kehoach_desktop.ui.teams.list_files import choose_list
from kehoach_desktop.ui.teams.list_review import ListReview
from kehoach_desktop.ui.workbench import Workbench


class ListStack(QStackedWidget):
    """Shows `main`, or the review of a list in its place; `taken` tells the areas of one kept."""

    said = Signal(str)
    taken = Signal(object)

    def __init__(self, workbench: Workbench, main: QWidget) -> None:
        super().__init__()
        self._workbench = workbench
        self._job: Job | None = None
        self.review: ListReview | None = None
        self.addWidget(main)

    def holds_work(self) -> bool:
        """Say whether a list is being read or reviewed."""
        return self._job is not None or self.review is not None

    def welcome_paste(self, table: QWidget, asking: Callable[[], Asking]) -> None:
        """Let what is pasted while `table` has the keyboard be read as a list."""
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), table)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(
            lambda: offer_pasted(lambda files: self.take(files[0], asking()), _("Danh sách dán"))
        )

    def choose(self, asking: Asking) -> None:
        """Ask for a list's file and read it."""
        if path := choose_list(self):
            self.take(path, asking)

    def take(self, path: Path, asking: Asking) -> None:
        """Read a list in a job, then show what it would change; one at a time."""
        if self._job is not None or self.review is not None:
            self.said.emit(_("Xong danh sách đang xem rồi mới nhận danh sách khác."))
            return
        self.said.emit(_("Đang đọc danh sách “{name}”…").format(name=path.name))
        tools = self._workbench.tools

        def read(job: Job) -> RosterDraft:
            return tools.assemble_roster(tools.read(path, job.cancelled))

        self._job = self._workbench.jobs.run(
            read, done=partial(self._show, path.name, asking), failed=self._refuse
        )
        self.destroyed.connect(self._job.cancel)  # a page that is gone shows nothing

    def _refuse(self, failure: BaseException) -> None:
        self._job = None
        self.said.emit("")
        messages.show_error(self.window(), failure)

    def _show(self, name: str, asking: Asking, draft: RosterDraft) -> None:
        self._job = None
        self.said.emit(_("Đã đọc danh sách “{name}”; chưa ghi gì vào sổ.").format(name=name))
        try:
            review = ListReview(self._workbench, name, draft, asking)
        except KehoachError as refusal:
            messages.show_error(self.window(), refusal)
            return
        self.review = review
        review.settled.connect(self._settle)
        self.addWidget(review)
        self.setCurrentWidget(review)
        review.setFocus()

    def _settle(self, step: TeamStep | None) -> None:
        review, self.review = self.review, None
        areas = tuple(team.team.area for team in review.update_shown.teams) if review else ()
        if review is not None:
            self.removeWidget(review)
            review.deleteLater()
        self.setCurrentIndex(0)
        if step is None:
            self.said.emit(_("Không nhận danh sách. Sổ không thay đổi."))
            areas = ()
        else:
            name = ", ".join(areas)
            team_acts.keep(self._workbench, step, _("Nhận danh sách {area}").format(area=name))
            words = _("Đã nhận danh sách {area}.")
            self.said.emit(words.format(area=name))
        self.taken.emit(areas)
