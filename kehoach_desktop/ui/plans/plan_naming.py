"""The button that gives a plan which is held its number and day."""

from __future__ import annotations

from collections.abc import Callable

from kehoach_desktop.domain.narrative_keys import lowered
from kehoach_desktop.domain.plan import Plan, PlanDocument
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.plans.matrix_choices import PlanChoice
from kehoach_desktop.ui.plans.matrix_rows import TaskRow
from kehoach_desktop.ui.workbench import Workbench


class NamingButton(Button):
    """Asks for number, day, subject and issuer of the plan that is chosen or `task` is of."""

    def __init__(
        self, workbench: Workbench, choice: PlanChoice, task: Callable[[], TaskRow | None]
    ) -> None:
        super().__init__(_("Số, ngày kế hoạch…"), self.ask)
        self._workbench, self._choice, self._task = workbench, choice, task

    def _meant(self) -> Plan | None:
        row = self._task()
        meant = self._choice.plan_id() or (row.plan.id if row else "")
        plans = self._workbench.planning.plans() if meant else ()
        return next((plan for plan in plans if plan.id == meant), None)

    def look(self) -> None:
        """Stand ready where a plan is meant, and say which."""
        plan = self._meant()
        self.setEnabled(plan is not None)
        self.setToolTip(plan.short_name if plan else "")

    def ask(self) -> None:
        """Open the dialog of the plan that is meant."""
        if (plan := self._meant()) is None:
            return
        # The screen of tasks is shown long before anybody asks for this.
        from kehoach_desktop.ui.plans.import_dialogs import DocumentDialog

        today = self._workbench.reporting.today()
        dialog = DocumentDialog(self.window(), plan.document, today.year, read=True)
        dialog.answer = lambda: name(self._workbench, plan, dialog.document())
        dialog.open()


def name(workbench: Workbench, plan: Plan, document: PlanDocument) -> None:
    """Keep what is said of a plan's paper as one step; nothing happens where nothing differs."""
    if document == plan.document:
        return
    planning = workbench.planning
    before = planning.name(plan.id, document)
    workbench.done(
        _("Sửa số, ngày {plan}").format(plan=lowered(plan.short_name)),
        Changes.PLANS,
        undo=lambda: planning.name(plan.id, before),
        redo=lambda: planning.name(plan.id, document),
    )
