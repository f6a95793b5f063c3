"""What is late, why, what comes next month and what is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from kehoach_desktop.domain.narrative_counts import term
from kehoach_desktop.domain.narrative_keys import Keys
from kehoach_desktop.domain.narrative_wording import (
    brief_name,
    committee_of,
    letter,
    lowered,
    told_result,
)
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.domain.progress import (
    Standing,
    TaskProgress,
    done_after,
    due_soon,
    final_day,
    standing,
)
from kehoach_desktop.domain.report import Block, BlockKind, PeriodView, without
from kehoach_desktop.domain.text import capital, short_date, two_digits

MOST_LINES = 20
MOST_IN_A_SENTENCE = 3
Point = tuple[str, list[str]]
_SLOW = re.compile(r"\bchậm\b(?!\s+nhất)", re.IGNORECASE)
_CLOSED = (Standing.DONE_ON_TIME, Standing.DONE_LATE, Standing.SUSPENDED)


def _plain(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text)


def overdue(view: PeriodView) -> tuple[TaskProgress, ...]:
    """Return the rows whose day is over and that are not finished."""
    return tuple(row for row in view.rows() if standing(row, view.as_of) is Standing.OVERDUE)


def ended_late(view: PeriodView) -> tuple[TaskProgress, ...]:
    """Return the rows that were finished after their day was over."""
    return tuple(row for row in view.rows() if standing(row, view.as_of) is Standing.DONE_LATE)


def at_risk(view: PeriodView) -> tuple[TaskProgress, ...]:
    """Return the open rows with a day ahead that may be missed.

    The day is near, or the unit says the work is slow, or nothing has begun and an obstacle is
    named.
    """
    return tuple(row for row in view.rows() if _at_risk(view, row))


def _at_risk(view: PeriodView, row: TaskProgress) -> bool:
    stands = standing(row, view.as_of)
    if final_day(row.task.deadline) is None or stands in (*_CLOSED, Standing.OVERDUE):
        return False
    if done_after(row, view.as_of):
        return False
    slow = row.entry.answered and _SLOW.search(f"{row.entry.result} {row.entry.obstacle}")
    stuck = stands is Standing.NOT_STARTED and _obstacle(row)
    return due_soon(row, view.as_of) or bool(slow) or bool(stuck)


def _obstacle(row: TaskProgress) -> str:
    """Return the obstacle of the period's answer; "" where there is no answer or none is named."""
    return told_result(row.entry.obstacle) if row.entry.answered else ""


def shortcoming_blocks(view: PeriodView) -> Iterator[Block]:
    """Yield part II: late work, work at risk, obstacles, and the causes that were entered."""
    keys, late, risky, ended = Keys(view), overdue(view), at_risk(view), ended_late(view)
    # What an earlier period closed was explained there.
    troubled = (*late, *risky, *(row for row in ended if not row.finished_before))
    yield Block(BlockKind.SECTION, "1. Tồn tại, hạn chế")
    points = (
        _named_point("quá hạn", keys, late),
        _named_point("hoàn thành quá hạn", keys, ended),
        _named_point("có nguy cơ quá hạn", keys, risky),
        _obstacle_point(keys, without(view.rows(), troubled)),
    )
    found = [point for point in points if point]
    for index, (head, lines) in enumerate(found):
        yield from _listed(f"{letter(index)}) {head}" if len(found) > 1 else head, lines)
    if not found:
        yield _plain(f"{_scope(view)}không có nhiệm vụ quá hạn, không nêu khó khăn, vướng mắc.")
    yield Block(BlockKind.SECTION, "2. Nguyên nhân")
    yield from map(_plain, _causes(keys, troubled))


def _listed(head: str, lines: Sequence[str], kind: BlockKind = BlockKind.POINT) -> Iterator[Block]:
    """Yield a list as one sentence, or, when it is long, as a line each."""
    if len(lines) <= MOST_IN_A_SENTENCE:
        yield Block(kind, f"{head}: {'; '.join(lines)}.")
        return
    yield Block(kind, f"{head}:")
    for index, line in enumerate(lines, start=1):
        yield _plain(f"+ {line}{'.' if index == len(lines) else ';'}")


def _scope(view: PeriodView) -> str:
    missing = sum(row.unanswered for row in view.rows())
    if not missing:
        return "Trong kỳ "
    whole = len(view.rows())
    if missing == whole:
        return f"Chưa có số liệu của {two_digits(missing)}/{two_digits(whole)} nhiệm vụ; "
    return f"Trong {two_digits(whole - missing)}/{two_digits(whole)} nhiệm vụ đã có số liệu "


def _named_point(word: str, keys: Keys, rows: Sequence[TaskProgress]) -> Point | None:
    """Return the tasks that are late, or may be, each with its day."""
    lines = [
        f"{lowered(brief_name(row.task))}{term(row)}{_known(row)} ({keys.of(row)})" for row in rows
    ]
    return (f"{two_digits(len(rows))} nhiệm vụ {word}", lines) if lines else None


def _known(row: TaskProgress) -> str:
    """Return what is to be said beside the day of late work."""
    done_on = row.effective.done_on
    if done_on is not None:
        return f", hoàn thành ngày {short_date(done_on)}"
    return ", chưa có số liệu" if row.unanswered else ""


def _obstacle_point(keys: Keys, rows: Iterable[TaskProgress]) -> Point | None:
    obstacles = obstacles_of(keys, rows)
    return ("Khó khăn, vướng mắc", obstacles) if obstacles else None


def obstacles_of(keys: Keys, rows: Iterable[TaskProgress]) -> list[str]:
    """Return the obstacles of the rows, each once with the keys of those it is named of."""
    said = together(rows, _obstacle)
    return [f"{lowered(text)} ({keys.listed(inside)})" for text, inside in said.items()]


def together(
    rows: Iterable[TaskProgress], said: Callable[[TaskProgress], str]
) -> dict[str, list[TaskProgress]]:
    """Return what is said of the rows, each text once with the rows it is said of."""
    found: dict[str, list[TaskProgress]] = {}
    for row in rows:
        if text := said(row):
            found.setdefault(text, []).append(row)
    return found


def _causes(keys: Keys, troubled: Sequence[TaskProgress]) -> Iterator[str]:
    causes = obstacles_of(keys, troubled)
    silent = [row for row in troubled if not _obstacle(row)]
    if causes:
        yield f"Theo số liệu của các đơn vị: {'; '.join(causes)}."
    if silent:
        yield f"Chưa nêu nguyên nhân: {keys.listed(silent)}."
    if not troubled:
        yield "Số liệu trong kỳ không nêu nguyên nhân."


def next_blocks(office: Office, view: PeriodView) -> Iterator[Block]:
    """Yield part III: overdue work first, then what falls due, then what stays open.

    What is still open though its day lies in the period itself is never called work of the next.
    """
    keys, last_day = Keys(view), view.period.last_day
    late = [row for row in overdue(view) if not _closed(view, row)]
    rest = [row for row in without(view.rows(), late) if not _closed(view, row)]
    now = [row for row in rest if _falls_due(row, last_day)]
    then = following(view.period).last_day
    due = [row for row in without(rest, now) if _falls_due(row, then)]
    later = without(rest, (*now, *due))
    parts = (
        ("Hoàn thành ngay nhiệm vụ đã quá hạn", late, len(late)),
        (f"Hoàn thành nhiệm vụ có thời hạn đến hết ngày {short_date(last_day)}", now, len(now)),
        (f"Nhiệm vụ đến hạn trong {following(view.period).name}", due, len(due)),
        ("Tiếp tục thực hiện", later, MOST_LINES),
    )
    filled = [part for part in parts if part[1]]
    for number, (title, rows, most) in enumerate(filled, start=1):
        yield Block(BlockKind.SECTION, f"{number}. {title}")
        yield from _jobs(office, keys, rows[:most])
        if rest_of := rows[most:]:
            yield _plain(f"- {two_digits(len(rest_of))} nhiệm vụ khác tại {keys.attached}.")
    if not filled:
        yield _plain("Không còn nhiệm vụ phải thực hiện.")


def following(period: ReportingPeriod) -> ReportingPeriod:
    """Return the period whose tasks a report looks forward to.

    After nine months it is the last quarter: the next nine months lie a year ahead.
    """
    if period.kind is PeriodKind.NINE_MONTHS:
        return ReportingPeriod(PeriodKind.QUARTER, period.year, 4)
    return period.next()


def _closed(view: PeriodView, row: TaskProgress) -> bool:
    """Say whether nothing is left to do, also where the end came after the figures ended."""
    return standing(row, view.as_of) in _CLOSED or done_after(row, view.as_of) is not None


def _falls_due(row: TaskProgress, until: date) -> bool:
    due = final_day(row.task.deadline)
    return due is not None and due <= until


def _jobs(office: Office, keys: Keys, rows: Sequence[TaskProgress]) -> Iterator[Block]:
    by_unit: dict[str, list[TaskProgress]] = {}
    for row in rows:
        by_unit.setdefault(row.task.assigned_to or office.people_committee, []).append(row)
    for unit, inside in by_unit.items():
        jobs = [_job(keys, row) for row in inside]
        yield from _listed(f"- {unit}", jobs, BlockKind.PARAGRAPH)


def _job(keys: Keys, row: TaskProgress) -> str:
    ahead = told_result(row.entry.next_steps) if row.entry.answered else ""
    steps = f": {lowered(ahead).rstrip(' .;')}" if ahead else ""
    return f"{lowered(brief_name(row.task))} ({keys.of(row)}){term(row)}{steps}"


def proposal_blocks(office: Office, view: PeriodView) -> Iterator[Block]:
    """Yield part IV: each proposal as entered, or the sentence that there is none."""
    keys = Keys(view)
    proposals = together(view.rows(), _proposal)
    if not any(row.entry.answered for row in view.rows()):
        yield _plain("Chưa có số liệu về kiến nghị, đề xuất.")
        return
    if not proposals:
        yield _plain(f"{committee_of(office)} không có kiến nghị, đề xuất.")
        return
    yield _plain(f"{committee_of(office)} kiến nghị, đề xuất:")
    for number, (text, inside) in enumerate(proposals.items(), start=1):
        yield Block(BlockKind.POINT, f"{number}. {capital(text)} ({keys.listed(inside)}).")


def _proposal(row: TaskProgress) -> str:
    return told_result(row.entry.proposal) if row.entry.answered else ""
