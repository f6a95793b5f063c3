"""The commands about duties and days off: what is due, what was reported, when nobody works."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import BinaryIO

from kehoach_desktop.cli.answer import answer, iso
from kehoach_desktop.cli.as_json import Json
from kehoach_desktop.cli.desk import Command, Desk, Tools
from kehoach_desktop.domain.duty import DueReport, DutyId, ReportingDuty, step_of
from kehoach_desktop.domain.duty_calendar import to_icalendar
from kehoach_desktop.domain.text import clean, squeeze, typed_day
from kehoach_desktop.domain.working_days import DayOff
from kehoach_desktop.files import replace_file
from kehoach_desktop.i18n import _

YEAR = timedelta(days=365)


def duties(asked: argparse.Namespace, tools: Tools) -> None:
    """List what falls due between two days."""
    with tools.open_desk(asked.store, writing=False) as desk:
        reports = desk.duties.due_between(asked.first, asked.last)
        value = {"duties": [_of_report(report, desk) for report in reports]}
    answer(asked, value, map(_report_line, reports))


def duty(asked: argparse.Namespace, tools: Tools) -> None:
    """Keep, list or mark duties, as the verb says."""
    DUTY_VERBS[asked.verb](asked, tools)


def _list_duties(asked: argparse.Namespace, tools: Tools) -> None:
    with tools.open_desk(asked.store, writing=False) as desk:
        held = desk.duties.duties()
    answer(asked, {"duties": [_of_duty(one) for one in held]}, map(_duty_line, held))


def _add_duty(asked: argparse.Namespace, tools: Tools) -> None:
    wanted = ReportingDuty(
        DutyId(""),
        asked.rule,
        sender=squeeze(clean(asked.sender)),
        recipient=squeeze(clean(asked.recipient)),
        source=squeeze(clean(asked.source)),
        plan=asked.plan,
        cutoff_day=asked.cutoff,
        steps=tuple(step_of(text, asked.rule) for text in asked.steps),
        since=asked.since,
        until=asked.until,
    )
    with tools.open_desk(asked.store) as desk:
        kept = desk.duties.add(wanted)
    _answer_duty(asked, kept)


def _end_duty(asked: argparse.Namespace, tools: Tools) -> None:
    with tools.open_desk(asked.store) as desk:
        ended = desk.duties.end(DutyId(asked.duty), asked.on)
    _answer_duty(asked, ended)


def _remove_duty(asked: argparse.Namespace, tools: Tools) -> None:
    with tools.open_desk(asked.store) as desk:
        removed = desk.duties.remove(DutyId(asked.duty))
    answer(asked, {"removed": _of_duty(removed)}, [_("Đã bỏ: {duty}").format(duty=_words(removed))])


def _mark_done(asked: argparse.Namespace, tools: Tools) -> None:
    with tools.open_desk(asked.store) as desk:
        report = desk.duties.mark_done(DutyId(asked.duty), asked.time, asked.on)
        value = {"duty": _of_report(report, desk)}
    answer(asked, value, [_report_line(report)])


def _mark_owed(asked: argparse.Namespace, tools: Tools) -> None:
    with tools.open_desk(asked.store) as desk:
        desk.duties.mark_owed(DutyId(asked.duty), asked.time)
        report = desk.duties.one(DutyId(asked.duty), asked.time)
        value = {"duty": _of_report(report, desk)}
    answer(asked, value, [_report_line(report)])


def _missed(asked: argparse.Namespace, tools: Tools) -> None:
    with tools.open_desk(asked.store, writing=False) as desk:
        reports = desk.duties.missed(asked.since, asked.on)
        value = {"duties": [_of_report(report, desk) for report in reports]}
    answer(asked, value, map(_report_line, reports))


DUTY_VERBS: dict[str, Command] = {
    "list": _list_duties,
    "add": _add_duty,
    "end": _end_duty,
    "remove": _remove_duty,
    "done": _mark_done,
    "undone": _mark_owed,
    "missed": _missed,
}


def day_off(asked: argparse.Namespace, tools: Tools) -> None:
    """Show the days off, or set one by hand."""
    with tools.open_desk(asked.store, writing=asked.verb != "list") as desk:
        days = _days_off(asked, desk)
    answer(asked, {"days": [_of_day(special) for special in days]}, map(_day_line, days))


def _days_off(asked: argparse.Namespace, desk: Desk) -> tuple[DayOff, ...]:
    if asked.verb == "list":
        today = desk.reporting.today()
        first = asked.first or today.replace(month=1, day=1)
        return desk.duties.special_days(first, asked.last or first.replace(month=12, day=31))
    if asked.verb == "remove":
        desk.duties.clear_day(asked.day)
        return desk.duties.special_days(asked.day, asked.day)
    special = DayOff(asked.day, asked.verb == "add", squeeze(clean(asked.reason)))
    return (desk.duties.set_day(special),)


def calendar(asked: argparse.Namespace, tools: Tools) -> None:
    """Write what falls due, a year ahead unless days are named, as an iCalendar file."""
    with tools.open_desk(asked.store, writing=False) as desk:
        first = asked.first or desk.reporting.today()
        reports = desk.duties.due_between(first, asked.last or first + YEAR)
    # A calendar program goes by when the file was written: the PC's clock.
    content = to_icalendar(reports, datetime.now(UTC)).encode()

    def write(out: BinaryIO) -> None:
        out.write(content)

    where = replace_file(asked.output, write)
    said = _("Đã xuất {count} báo cáo đến hạn: {path}").format(count=len(reports), path=where)
    answer(asked, {"calendar": str(where), "events": len(reports)}, [said])


def _of_duty(held: ReportingDuty) -> Json:
    return {
        "id": held.id,
        "rule": held.rule.key,
        "rule_words": held.rule.in_words(),
        "from": held.sender or None,
        "to": held.recipient or None,
        "source": held.source or None,
        "plan": held.plan or None,
        "cutoff_day": held.cutoff_day,
        "steps": [{"name": s.name, "days_before": s.days_before} for s in held.steps],
        "since": iso(held.since),
        "until": iso(held.until),
    }


def _of_report(report: DueReport, desk: Desk) -> Json:
    held = report.duty
    begins, ends = report.figures or (None, None)
    return {
        "due": iso(report.due),
        "remind_on": iso(report.remind_on),
        "rule": held.rule.key,
        "rule_words": held.rule.in_words(),
        "hour": held.rule.hour.strftime("%H:%M") if held.rule.hour else None,
        "latest": iso(report.latest),
        "on_day_off": report.on_day_off,
        "from": held.sender or None,
        "to": held.recipient or None,
        "source": held.source or None,
        "duty": held.id,
        "key": report.key,
        "period": report.period.key if report.period else None,
        "figures_from": iso(begins),
        "figures_until": iso(ends),
        "steps": [
            {"name": s.name, "due": iso(s.due), "remind_on": iso(s.remind_on)} for s in report.steps
        ],
        "done_on": iso(report.done_on),
        "late": report.is_late(desk.reporting.today()),
    }


def _of_day(special: DayOff) -> Json:
    return {"date": iso(special.day), "off": special.off, "reason": special.reason or None}


def _answer_duty(asked: argparse.Namespace, held: ReportingDuty) -> None:
    answer(asked, {"duty": _of_duty(held)}, [_duty_line(held)])


def _words(held: ReportingDuty) -> str:
    return ", ".join(_named(held.rule.in_words(), held.recipient, held.source))


def _named(*texts: str) -> Iterable[str]:
    return filter(None, texts)


def _duty_line(held: ReportingDuty) -> str:
    return f"{held.id}\t{_words(held)}"


def _report_line(report: DueReport) -> str:
    return "\t".join(_report_cells(report))


def _report_cells(report: DueReport) -> Iterator[str]:
    yield typed_day(report.due)
    yield _("nhắc {day}").format(day=typed_day(report.remind_on))
    yield _words(report.duty)
    if report.on_day_off:
        yield _("rơi vào ngày nghỉ")
    if report.done_on:
        yield _("đã gửi {day}").format(day=typed_day(report.done_on))


def _day_line(special: DayOff) -> str:
    what = _("nghỉ") if special.off else _("làm việc")
    return "\t".join(_named(typed_day(special.day), what, special.reason))
