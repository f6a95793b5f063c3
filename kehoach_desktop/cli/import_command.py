"""The command `import`: a file taken in as proposed, beside what is held or in its place."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from kehoach_desktop.cli import as_json, as_words
from kehoach_desktop.cli.answer import answer
from kehoach_desktop.cli.proposal_json import of_reporting
from kehoach_desktop.domain.draft import Finding, Severity
from kehoach_desktop.domain.plan import ImportDraft, Plan, PlanId
from kehoach_desktop.domain.plan_version import Comparison, earlier_version
from kehoach_desktop.domain.text import fold
from kehoach_desktop.i18n import _
from kehoach_desktop.services.plan_refusals import UnknownPlan

if TYPE_CHECKING:
    from kehoach_desktop.cli.desk import Desk, Tools


def take_in(asked: argparse.Namespace, tools: Tools) -> None:
    """Import a file as proposed; the doubts stay as findings on the tasks."""
    source = tools.read(asked.file)
    with tools.open_desk(asked.store, make=True) as desk:
        draft = tools.assemble(source, asked.year, words=desk.mappings.commune_words())
        earlier = earlier_version(draft.plan, desk.planning.plans())
        plan = _kept(desk, draft, asked)
        tools.originals(asked.store).keep(asked.file, plan.source_sha256)
        kept = desk.duties.accept(draft.duties, plan.id) if asked.duties else ()
        counted = _counted(desk, draft) if asked.indicators else []
    tasks = [task for _appendix, task in plan.tasks()]
    versions = _versions(earlier, asked.replace)
    value = {
        "plan": plan.id,
        "name": plan.short_name,
        "tasks": len(tasks),
        "ours": sum(task.ours.yes for task in tasks),
        "reporting": of_reporting(draft.duties),
        "duties": [duty.id for duty in kept],
        "indicators": counted,
        "earlier": _of_earlier(earlier),
        "findings": as_json.of_findings((*versions, *draft.findings)),
    }
    answer(asked, value, [*as_words.of_import(value), *(told.message for told in versions)])


def _counted(desk: Desk, draft: ImportDraft) -> list[str]:
    """Return the ids of the office's indicators that the plan sets."""
    names = {fold(row.name) for row in draft.indicators}
    return [one.id for one in desk.indicators.all() if fold(one.name) in names]


def _kept(desk: Desk, draft: ImportDraft, asked: argparse.Namespace) -> Plan:
    indicators = draft.indicators if asked.indicators else ()
    if asked.replace is None:
        desk.planning.check(draft)
        desk.planning.back_up()
        return desk.planning.keep(draft, indicators=indicators).plan
    held = PlanId(asked.replace)
    if held not in {plan.id for plan in desk.planning.plans()}:
        raise UnknownPlan(held)
    desk.planning.check(draft)
    desk.planning.back_up()
    desk.planning.replace(draft, held, indicators=indicators)
    return next(plan for plan in desk.planning.plans() if plan.id == held)


def _versions(earlier: Comparison | None, replaced: str | None) -> tuple[Finding, ...]:
    """Return the finding that another version is held; none where it was replaced."""
    if earlier is None or earlier.held.id == replaced:
        return ()
    words = _(
        "Sổ đã có một bản khác của kế hoạch này ({name}): {added} nhiệm vụ mới, {gone} không còn, "
        "{changed} có thay đổi. Nay sổ có cả hai; muốn thay bản trước: lấy lại bản sao lưu vừa ghi "
        "(kehoach restore), rồi nhập với --replace {plan}."
    )
    said = words.format(
        name=earlier.held.source_name or earlier.held.short_name,
        added=len(earlier.added),
        gone=len(earlier.newly_gone),
        changed=len(earlier.changed),
        plan=earlier.held.id,
    )
    return (Finding(Severity.CHECK, earlier.held.short_name, said),)


def _of_earlier(earlier: Comparison | None) -> dict[str, Any] | None:
    if earlier is None:
        return None
    return {
        "plan": earlier.held.id,
        "name": earlier.held.short_name,
        "added": len(earlier.added),
        "gone": len(earlier.newly_gone),
        "changed": len(earlier.changed),
    }
