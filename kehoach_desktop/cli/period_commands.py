"""The commands about a period as a whole and its counts."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import fields

from kehoach_desktop.cli.answer import answer, iso
from kehoach_desktop.cli.as_json import Json, of_counts, of_entry
from kehoach_desktop.cli.desk import Tools
from kehoach_desktop.cli.evidence_commands import of_kept
from kehoach_desktop.domain.attachment import FILE_STATE_WORDS, KeptFile
from kehoach_desktop.domain.breakdown import Breakdown, break_down, rates
from kehoach_desktop.domain.correction import Correction
from kehoach_desktop.domain.counts import Counts
from kehoach_desktop.domain.journal import OpenPeriod
from kehoach_desktop.domain.progress import TaskProgress
from kehoach_desktop.domain.report import PeriodView
from kehoach_desktop.domain.text import percentage, task_name
from kehoach_desktop.i18n import _
from kehoach_desktop.services.period_months import MonthStatus
from kehoach_desktop.services.periods import PeriodStatus


def period(asked: argparse.Namespace, tools: Tools) -> None:
    """Open, close or reopen a period, and tell how it stands."""
    with tools.open_desk(asked.store, writing=asked.verb != "status") as desk:
        if asked.verb == "open":
            desk.periods.open(asked.period)
        elif asked.verb == "close":
            desk.periods.close(asked.period, asked.reason)
        elif asked.verb == "reopen":
            desk.periods.reopen(asked.period, asked.reason)
        elif asked.verb == "corrected":
            desk.periods.settle(asked.period, asked.reason)
        status = desk.periods.status(asked.period, all_tasks=asked.all)
        damaged = desk.evidence.damaged(asked.period)
    value = {**_of_status(status), "damaged_evidence": [_of_damaged(kept) for kept in damaged]}
    lines = (*_status_lines(status), *map(_damaged_line, damaged))
    answer(asked, value, lines)


def _of_damaged(kept: KeptFile) -> Json:
    return {"task": kept.attachment.task, **of_kept(kept)}


def _damaged_line(kept: KeptFile) -> str:
    return f"{kept.attachment.task}\t{kept.attachment.name}\t{_(FILE_STATE_WORDS[kept.state])}"


def _of_status(status: PeriodStatus) -> Json:
    opened, view = status.opened, status.view
    closed_at = opened.closed_at if opened else None
    return {
        "period": status.period.key,
        "name": status.period.name,
        "state": _state(status.opened),
        "opened_at": iso(opened.opened_at) if opened else None,
        "closed_at": iso(closed_at),
        "closed_reason": opened.closed_reason or None if opened else None,
        "as_of": iso(view.as_of),
        "figures_from": iso(view.figures_from),
        "figures_until": iso(view.figures_until),
        "counts": of_counts(view.counts()),
        "active": len(status.active),
        "closed_tasks": len(status.closed),
        "carried": [row.task.id for row in status.carried],
        "unanswered": [_of_row(row) for row in status.unanswered],
        "questions": [{**_of_row(row), "question": _question()} for row in status.questions],
        "correction_owed": bool(status.owed),
        "corrections": [_of_correction(c, status) for c in status.corrections],
        "months": [_of_month(month) for month in status.months],
    }


def _of_correction(correction: Correction, status: PeriodStatus) -> Json:
    return {
        "at": correction.at,
        "unit": correction.unit or None,
        "file": correction.file,
        "reason": correction.reason,
        "cells": correction.cells,
        "paper": correction.paper or None,
        "settled": correction.settled or None,
        "owed": correction in status.owed,
    }


def _owed_line(correction: Correction) -> str:
    words = _("Báo cáo còn nợ đính chính: {unit} gửi muộn, {cells} ô đã sửa ({reason})")
    return words.format(
        unit=correction.unit or correction.file, cells=correction.cells, reason=correction.reason
    )


def _of_month(month: MonthStatus) -> Json:
    return {
        "period": month.period.key,
        "state": _state(month.opened),
        "active": month.active,
        "answered": month.answered,
        "unanswered": month.unanswered,
    }


def _month_line(month: MonthStatus) -> str:
    words = _("{period}: {answered} đã trả lời, {unanswered} chưa trả lời")
    return words.format(
        period=month.period.short_name, answered=month.answered, unanswered=month.unanswered
    )


def _state(opened: OpenPeriod | None) -> str:
    if opened is None:
        return "not_opened"
    return "closed" if opened.is_closed else "open"


def _of_row(row: TaskProgress) -> Json:
    return {
        "id": row.task.id,
        "ordinal": row.task.ordinal or None,
        "content": row.task.content,
        "assigned_to": row.task.assigned_to or None,
        "deadline_text": row.task.deadline.wording or None,
        "before": of_entry(row.before) if row.before else None,
    }


def _question() -> str:
    return _("Văn bản hoặc sự kiện mà nhiệm vụ này chờ đã có chưa?")


def _status_lines(status: PeriodStatus) -> Iterator[str]:
    said = {
        "not_opened": _("Kỳ {name}: chưa mở"),
        "open": _("Kỳ {name}: đang mở"),
        "closed": _("Kỳ {name}: đã chốt"),
    }[_state(status.opened)]
    yield said.format(name=status.period.name)
    yield _count_line(_("Chung"), status.view.counts())
    yield from map(_month_line, status.months)
    yield from map(_owed_line, status.owed)
    asking = {row.task.id for row in status.questions}
    for row in status.unanswered:
        name = task_name(row.task.content)
        yield f"{row.task.id}\t{name}\t{_question() if row.task.id in asking else ''}".rstrip()


def stats(asked: argparse.Namespace, tools: Tools) -> None:
    """Tell the counts of a period: all together, and apart by plan, section, unit and pillar."""
    with tools.open_desk(asked.store, writing=False) as desk:
        view = desk.reporting.told(asked.period, all_tasks=asked.all)
    found = break_down(view, asked.on)
    head: Json = {
        "period": view.period.key,
        "as_of": iso(asked.on or view.as_of),
        "scope": "all" if asked.all else "ours",
    }
    answer(asked, head | _of_breakdown(found), _breakdown_lines(found, view))


def _of_breakdown(found: Breakdown) -> Json:
    return {
        **_counted(found.all),
        "plans": [
            {"plan": plan.id, "name": plan.short_name, **_counted(counts)}
            for plan, counts in found.plans
        ],
        "sections": [
            {
                "plan": section.plan.id,
                "appendix": section.appendix.label or None,
                "part": section.part or None,
                "ordinal": section.ordinal or None,
                "title": section.title or None,
                **_counted(section.counts),
            }
            for section in found.sections
        ],
        "units": [{"unit": name or None, **_counted(counts)} for name, counts in found.units],
        "pillars": [{"pillar": name or None, **_counted(counts)} for name, counts in found.pillars],
    }


def _counted(counts: Counts) -> Json:
    """Return counts, rates over what fell due (null where nothing did), and whether all is in."""
    shares = rates(counts)
    return {
        **of_counts(counts),
        "fallen_due": counts.fallen_due,
        "rates": {f.name: getattr(shares, f.name) for f in fields(shares)},
        "complete": counts.unanswered == 0,
    }


def _breakdown_lines(found: Breakdown, view: PeriodView) -> Iterator[str]:
    yield _count_line(view.period.name, found.all)
    for plan, counts in found.plans:
        yield _count_line(plan.short_name, counts)
    for section in found.sections:
        name = f"{section.appendix.label} {section.ordinal} {section.title}".strip()
        yield _count_line(name or _("không có mục"), section.counts)
    for unit, counts in found.units:
        yield _count_line(unit or _("chưa giao đơn vị"), counts)
    for pillar, counts in found.pillars:
        words = _("Trụ cột {name}").format(name=pillar) if pillar else _("ngoài các trụ cột")
        yield _count_line(words, counts)


def _count_line(name: str, counts: Counts) -> str:
    if 0 < counts.total == counts.unanswered:
        return _("{name}: {total}; — chưa có trả lời nào").format(name=name, total=counts.total)
    done = _("{done} hoàn thành ({on_time} đúng hạn, {late} quá hạn)").format(
        done=counts.done, on_time=counts.done_on_time, late=counts.done_late
    )
    still = _("{count} chưa hoàn thành ({in_time} trong hạn, {overdue} quá hạn)").format(
        count=counts.open, in_time=counts.open_in_time, overdue=counts.open_overdue
    )
    apart = _(
        "{ongoing} thường xuyên, {conditional} chờ văn bản, {suspended} tạm dừng, {undated} chưa rõ"
    ).format(
        ongoing=counts.ongoing,
        conditional=counts.conditional,
        suspended=counts.suspended,
        undated=counts.undated,
    )
    share = percentage(counts.done, counts.fallen_due)
    parts = (
        f"{name}: {counts.total}",
        done,
        still,
        apart,
        _("tỷ lệ trên số đến hạn {share}").format(share=share),
    )
    missing = _(" — còn {count} chưa có trả lời").format(count=counts.unanswered)
    return "; ".join(parts) + (missing if counts.unanswered else "")
