"""The commands: each gathers values, asks the verbs, and prints JSON or a few lines."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import asdict, replace

from kehoach_desktop.cli import as_json, as_words
from kehoach_desktop.cli.activity_commands import activity
from kehoach_desktop.cli.answer import answer
from kehoach_desktop.cli.appendix_commands import fill_back
from kehoach_desktop.cli.as_json import Json
from kehoach_desktop.cli.check_commands import check
from kehoach_desktop.cli.collect_commands import collect
from kehoach_desktop.cli.correction_commands import changes, correct, signed
from kehoach_desktop.cli.desk import Command, Desk, Tools
from kehoach_desktop.cli.duty_commands import calendar, day_off, duties, duty
from kehoach_desktop.cli.evidence_commands import attach, of_kept
from kehoach_desktop.cli.figure_commands import (
    figure,
    figures,
    indicator,
    indicators,
    take_in_figures,
)
from kehoach_desktop.cli.form_commands import forms
from kehoach_desktop.cli.import_command import take_in
from kehoach_desktop.cli.issue_commands import issue, issued, register
from kehoach_desktop.cli.mapping_commands import commune_words
from kehoach_desktop.cli.paper_commands import paper
from kehoach_desktop.cli.period_commands import period, stats
from kehoach_desktop.cli.plan_command import plan
from kehoach_desktop.cli.roster_commands import roster
from kehoach_desktop.cli.signing_commands import recipients, signers
from kehoach_desktop.cli.team_commands import member, team, teams
from kehoach_desktop.cli.team_commands import take_in as take_in_roster
from kehoach_desktop.cli.team_files import access_log
from kehoach_desktop.cli.team_files import export as export_roster
from kehoach_desktop.cli.unit_commands import assign, units
from kehoach_desktop.domain.deadline_reader import read_deadline
from kehoach_desktop.domain.draft import Finding
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.paper_period import kind_for
from kehoach_desktop.domain.paper_request import PaperRequest
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import Plan, TaskId
from kehoach_desktop.domain.progress import ProgressEntry, TaskProgress, TaskStatus, standing
from kehoach_desktop.domain.report import PeriodView
from kehoach_desktop.services.offices import with_particular

TEXTS = ("result", "evidence", "obstacle", "proposal", "next_steps")
ANSWERS = ("state", "done_on", "percent", *TEXTS)


def read(asked: argparse.Namespace, tools: Tools) -> None:
    """Print what the importer understood of a file; store nothing."""
    draft = tools.assemble(tools.read(asked.file), asked.year)
    answer(asked, as_json.of_draft(draft), as_words.of_draft(draft))


def deadline(asked: argparse.Namespace, _tools: Tools) -> None:
    """Print the reading of a wording."""
    reading = read_deadline(asked.text, asked.year)
    value = {"wording": reading.wording, **as_json.of_deadline(reading)}
    answer(asked, value, [reading.in_words()])


def office(asked: argparse.Namespace, tools: Tools) -> None:
    """Show or set the office's particulars."""
    changing = bool(asked.sample or asked.settings)
    _with_settings(Office(), asked.settings)  # a wrong one is refused before a store is made
    with tools.open_desk(asked.store, make=changing, writing=changing) as desk:
        held = desk.offices.use_sample() if asked.sample else desk.offices.office() or Office()
        changed = _with_settings(held, asked.settings)
        if asked.settings:
            desk.offices.keep(changed)
    answer(asked, as_json.of_office(changed), as_words.of_office(changed))


def _with_settings(held: Office, settings: Sequence[tuple[str, str]]) -> Office:
    for key, value in settings:
        held = with_particular(held, key, value)
    return held


def tasks(asked: argparse.Namespace, tools: Tools) -> None:
    """List the tasks of every plan, with the entries of a period."""
    with tools.open_desk(asked.store, writing=False) as desk:
        plans = desk.planning.plans()
        findings = [f for plan in plans for f in desk.planning.findings(plan.id)]
        view = desk.reporting.told(asked.period, all_tasks=True) if asked.period else None
        files = _files_of(desk, asked.period) if asked.period else {}
    rows = [row for plan in plans for row in _task_rows(plan, findings, view)]
    value: Json = {"tasks": rows}
    if view is not None:
        for row in rows:
            row["attachments"] = files.get(row["id"], [])
        value["counts"] = as_json.of_counts(view.counts())
    answer(asked, value, map(as_words.of_task, rows))


def _files_of(desk: Desk, period: ReportingPeriod) -> dict[str, list[Json]]:
    """Return the files attached in a period, by the task they belong to."""
    files: dict[str, list[Json]] = {}
    for attachment in desk.evidence.attachments(period):
        files.setdefault(attachment.task, []).append(of_kept(desk.evidence.look(attachment)))
    return files


def _task_rows(plan: Plan, findings: list[Finding], view: PeriodView | None) -> list[Json]:
    doubts: dict[str, list[Json]] = {}
    for finding in findings:
        doubts.setdefault(finding.task, []).append(as_json.of_finding(finding))
    in_period = {row.task.id: row for row in view.rows()} if view else {}
    rows = []
    for appendix, task in plan.tasks():
        row: Json = {
            "id": task.id,
            "plan": plan.id,
            "plan_name": plan.short_name,
            "appendix": appendix.label or None,
            **as_json.of_task(appendix, task),
            "assigned_to": task.assigned_to or None,
            "officer": task.officer or None,
            "place": task.place or None,
            "findings": doubts.get(task.id, []),
        }
        if view is not None:
            row |= _progress(in_period[task.id], view)
        rows.append(row)
    return rows


def _progress(row: TaskProgress, view: PeriodView) -> Json:
    return {
        "entry": as_json.of_entry(row.entry),
        "before": as_json.of_entry(row.before) if row.before else None,
        "standing": standing(row, view.as_of).value,
        "unanswered": row.unanswered,
    }


def record(asked: argparse.Namespace, tools: Tools) -> None:
    """Write what was answered for a task; what is not named stays as it was."""
    with tools.open_desk(asked.store) as desk:
        before = desk.reporting.entry(TaskId(asked.task), asked.period)
        entry = _changed(before, asked)
        named = any(getattr(asked, name) is not None for name in ANSWERS)
        if named:
            desk.reporting.record(entry)
    value = {"task": entry.task, "entry": as_json.of_entry(entry)}
    answer(asked, value, [as_words.of_recorded(entry, named=named)])


def _changed(entry: ProgressEntry, asked: argparse.Namespace) -> ProgressEntry:
    if asked.state is not None:
        entry = entry.in_state(TaskStatus(asked.state), entry.done_on)
    if asked.done_on is not None:
        entry = replace(entry, done_on=asked.done_on)
    if asked.percent is not None:
        entry = replace(entry, percent=asked.percent)
    texts = {name: text for name in TEXTS if (text := getattr(asked, name)) is not None}
    return replace(entry, **texts)


def report(asked: argparse.Namespace, tools: Tools) -> None:
    """Write the period's report; a month without answers gives the whole paper all the same."""
    with tools.open_desk(asked.store) as desk:
        request = PaperRequest(kind_for(asked.period))
        written = desk.papers.report(request, asked.period, all_tasks=asked.all)
        desk.reporting.open(asked.period)
    where = tools.write_paper(written, asked.output, as_words.warn)
    counts = written.view.counts()
    if not written.office.signer:
        as_words.warn(as_words.no_signer())
    value = {"report": str(where), "counts": as_json.of_counts(counts)}
    answer(asked, value, as_words.of_report(where, counts))


def restore(asked: argparse.Namespace, tools: Tools) -> None:
    """Go back to a checked backup; what stood is backed up or moved aside first."""
    aside = tools.restore(asked.backup, asked.store)
    with tools.open_desk(asked.store, writing=False) as desk:
        lost = desk.safekeeping.lost_files()
    as_words.warn_of_lost(lost)
    value: Json = {
        "restored": str(asked.backup),
        "moved_aside": str(aside) if aside else None,
        "lost": [asdict(file) for file in lost],
    }
    answer(asked, value, as_words.of_restored(asked.backup, aside))


COMMANDS: dict[str, Command] = {
    "read": read,
    "deadline": deadline,
    "office": office,
    "import": take_in,
    "plan": plan,
    "tasks": tasks,
    "record": record,
    "attach": attach,
    "report": report,
    "paper": paper,
    "issue": issue,
    "register": register,
    "issued": issued,
    "correct": correct,
    "changes": changes,
    "signed": signed,
    "appendix": fill_back,
    "signers": signers,
    "recipients": recipients,
    "restore": restore,
    "roster": roster,
    "commune-words": commune_words,
    "teams": teams,
    "team": team,
    "team-import": take_in_roster,
    "team-export": export_roster,
    "access-log": access_log,
    "member": member,
    "activity": activity,
    "indicators": indicators,
    "indicator": indicator,
    "figure": figure,
    "figures": figures,
    "figures-import": take_in_figures,
    "duties": duties,
    "duty": duty,
    "day-off": day_off,
    "calendar": calendar,
    "period": period,
    "stats": stats,
    "units": units,
    "assign": assign,
    "forms": forms,
    "collect": collect,
    "check": check,
}
