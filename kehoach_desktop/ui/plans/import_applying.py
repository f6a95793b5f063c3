"""A reviewed plan is kept: backup and copy of the file in a job, then one step for undo."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kehoach_desktop.domain.draft import ColumnRole
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.narrative_keys import lowered
from kehoach_desktop.domain.plan import ImportDraft, PlanId
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.services.plan_snapshot import PlanSnapshot
from kehoach_desktop.services.planning import Planning
from kehoach_desktop.ui.steps import Steps

if TYPE_CHECKING:
    from kehoach_desktop.ui.jobs import Job
    from kehoach_desktop.ui.workbench import Workbench


_OF_THE_MATRIX = tuple(
    f"kehoach_desktop.ui.plans.matrix_{part}"
    for part in ("model", "table", "bar", "history", "detail", "page")
)


class Applying(QObject):
    """Keeps one plan; `kept` tells that all is done, `refused` that nothing was kept, and why."""

    kept = Signal(int)
    refused = Signal(object)

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._job: Job | None = None
        self._steps = Steps(self, workbench.closing)
        self._taught: dict[str, ColumnRole] = {}
        self._replaced: PlanId | None = None

    def is_busy(self) -> bool:
        """Say whether a plan is being kept, or was: nothing more is to be decided then."""
        return self._job is not None

    def begin(
        self, draft: ImportDraft, taught: dict[str, ColumnRole], replaced: PlanId | None = None
    ) -> None:
        """Keep `draft`, and what was `taught` about the columns of its issuer.

        It takes the place of the plan `replaced`, where that is named.
        """
        try:
            self._workbench.planning.check(draft, seen=True)
        except KehoachError as refusal:
            self.refused.emit(refusal)
            return
        self._taught, self._replaced = taught, replaced
        # While the worker copies, the window has time for what the matrix needs.
        self._steps.take(*(partial(import_module, name) for name in _OF_THE_MATRIX))
        self._job = self._workbench.jobs.run(
            partial(_prepare, self._workbench, draft),
            done=self._keep,
            failed=self._refuse,
        )

    def finish(self) -> bool:
        """Wait for the plan to be kept, for the window closes; return whether it was."""
        if self._job is not None:
            self._workbench.jobs.hurry(self._job)
        return self.is_busy()

    def _keep(self, draft: ImportDraft) -> None:
        try:
            step = self._kept_as(draft)
        except KehoachError as refusal:
            self._refuse(refusal)
            return
        self._workbench.mappings.remember(draft.plan.document.issuer, self._taught)
        self._steps.add(
            self._workbench.planning.plans,  # read once, for every screen that is told
            partial(self._tell, step),
            partial(self.kept.emit, sum(1 for _task in draft.plan.tasks())),
        )

    def _kept_as(self, draft: ImportDraft) -> _Import | _Exchange:
        planning = self._workbench.planning
        if self._replaced is None:
            return _Import(planning, planning.keep(draft, draft.duties, draft.indicators))
        before = planning.replace(draft, self._replaced, draft.duties, draft.indicators)
        return _Exchange(planning, before)

    def _refuse(self, refusal: BaseException) -> None:
        self._job = None
        self.refused.emit(refusal)

    def _tell(self, step: _Import | _Exchange) -> None:
        changes = Changes.PLANS | Changes.PROGRESS | Changes.BACKUPS | Changes.DUTIES
        self._workbench.done(step.words, changes, undo=step.take_back, redo=step.put_back)


class _Import:
    """An import that was made: taken back, the plan is put back as it stood then."""

    def __init__(self, planning: Planning, kept: PlanSnapshot) -> None:
        self._planning, self._snapshot = planning, kept
        self.words = _("Nhập {plan}").format(plan=lowered(kept.plan.short_name))

    def take_back(self) -> None:
        """Remove the plan with all that hangs on it."""
        kept = self._snapshot
        self._snapshot = self._planning.withdraw(kept.plan.id, kept.counted)

    def put_back(self) -> None:
        """Keep the plan again with all that hung on it."""
        self._planning.restore(self._snapshot)


class _Exchange:
    """A plan that took the place of its earlier version: each way the other one is put back."""

    def __init__(self, planning: Planning, before: PlanSnapshot) -> None:
        self._planning, self._snapshot = planning, before
        self.words = _("Thay bản đã có của {plan}").format(plan=lowered(before.plan.short_name))

    def take_back(self) -> None:
        """Put the version that does not stand in the place of the one that does."""
        self._snapshot = self._planning.exchange(self._snapshot)

    put_back = take_back


def _prepare(workbench: Workbench, draft: ImportDraft, _job: Job) -> ImportDraft:
    workbench.planning.back_up()
    workbench.keep_original(draft.plan)
    return draft
