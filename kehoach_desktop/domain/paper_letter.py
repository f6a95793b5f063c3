"""The letter (công văn): the clerk's words, or a reminder to the units that owe figures."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_desktop.domain.agency import units_of
from kehoach_desktop.domain.narrative_citation import cited_plans
from kehoach_desktop.domain.narrative_keys import Keys
from kehoach_desktop.domain.narrative_outlook import overdue
from kehoach_desktop.domain.narrative_wording import brief_name, committee_of, letter, lowered
from kehoach_desktop.domain.paper import Paper
from kehoach_desktop.domain.paper_frame import BLANK, addressees_of
from kehoach_desktop.domain.paper_reminder import is_about_forms, late_letter
from kehoach_desktop.domain.paper_request import PaperRequest, Sources
from kehoach_desktop.domain.paper_signing import frame_of
from kehoach_desktop.domain.paper_texts import closed, paragraph, told
from kehoach_desktop.domain.progress import TaskProgress
from kehoach_desktop.domain.report import Block, BlockKind, PeriodView
from kehoach_desktop.domain.text import fold, short_date, two_digits

MOST_NAMED = 6


def is_owed(asked: PaperRequest) -> bool:
    """Say whether the letter is the reminder that the entries make."""
    return not asked.lines("content")


def official_letter(asked: PaperRequest, sources: Sources) -> Paper:
    """Return the letter: what was given as its content, else the reminder."""
    if is_owed(asked) and is_about_forms(asked):
        return late_letter(asked, sources)
    if is_owed(asked):
        return _reminder(asked, sources)
    given = addressees_of(asked.text("addressee")) or (BLANK,)
    frame = frame_of(asked, sources, asked.lines("subject") or (BLANK,), given)
    *lines, last = asked.lines("content")
    return Paper(frame, (*(told(lines) if lines else ()), paragraph(closed(last))))


def owing(asked: PaperRequest, view: PeriodView) -> dict[str, list[TaskProgress]]:
    """Return the rows that want an answer by the unit that leads them; overdue ones want one too.

    With an addressee given, only the rows of those units.
    """
    late = overdue(view)
    wanted = {fold(name) for name in addressees_of(asked.text("addressee"))}
    found: dict[str, list[TaskProgress]] = {}
    for row in view.rows():
        for unit in units_of(row.task)[:1] or ("",):
            if (row.unanswered or row in late) and (not wanted or fold(unit) in wanted):
                found.setdefault(unit, []).append(row)
    return found


def _reminder(asked: PaperRequest, sources: Sources) -> Paper:
    view, office = sources.view, sources.office
    rows = owing(asked, view)
    units = tuple(unit for unit in rows if unit)
    given = addressees_of(asked.text("addressee"))
    subject = asked.lines("subject") or (
        f"đôn đốc thực hiện nhiệm vụ và gửi số liệu {view.period.name}",
    )
    frame = frame_of(asked, sources, subject, given or units or (BLANK,))
    cited = "; ".join(cited_plans(view))
    reason = f"Để thực hiện {cited}, " if cited else ""
    who = committee_of(office) if cited else office.people_committee
    if not rows:
        return Paper(frame, _nothing_owed(view, f"{reason}{who} đã rà soát"))
    contents = (
        paragraph(f"{reason}{who} đề nghị các đơn vị được giao nhiệm vụ:"),
        *_owed_blocks(view, rows),
        *_asked_for(asked, view, rows),
        paragraph(closed("Đề nghị các đơn vị thực hiện")),
    )
    return Paper(frame, contents)


def _nothing_owed(view: PeriodView, start: str) -> tuple[Block, ...]:
    day = short_date(view.as_of)
    what = "các đơn vị không có nhiệm vụ chậm số liệu hoặc quá hạn"
    return (
        paragraph(f"{start}: đến hết ngày {day}, {what}."),
        paragraph(closed("Đề nghị các đơn vị tiếp tục thực hiện nhiệm vụ đúng thời hạn")),
    )


def _owed_blocks(view: PeriodView, rows: dict[str, list[TaskProgress]]) -> Iterator[Block]:
    day = short_date(view.as_of)
    silent = {u: [r for r in inside if r.unanswered] for u, inside in rows.items()}
    count = sum(map(len, silent.values()))
    late = overdue(view)
    overdue_count = sum(row in late for inside in rows.values() for row in inside)
    parts = [f"{two_digits(count)} nhiệm vụ chưa có số liệu {view.period.name}"] * bool(count)
    parts += [f"{two_digits(overdue_count)} nhiệm vụ quá hạn"] * bool(overdue_count)
    yield paragraph(f"1. Rà soát các nhiệm vụ sau (đến hết ngày {day} còn {', '.join(parts)}):")
    keys = Keys(view)
    ends = [";"] * (len(rows) - 1) + ["."]
    for index, ((unit, inside), mark) in enumerate(zip(rows.items(), ends, strict=True)):
        named = "; ".join(_named(keys, row, late=row in late) for row in inside[:MOST_NAMED])
        rest = len(inside) - MOST_NAMED
        more = f"; {two_digits(rest)} nhiệm vụ khác" if rest > 0 else ""
        name = unit or "Nhiệm vụ chưa giao đơn vị"
        yield Block(BlockKind.POINT, f"{letter(index)}) {name}: {named}{more}{mark}")


def _named(keys: Keys, row: TaskProgress, *, late: bool) -> str:
    return f"{lowered(brief_name(row.task))} ({keys.of(row)}{', quá hạn' if late else ''})"


def _asked_for(
    asked: PaperRequest, view: PeriodView, rows: dict[str, list[TaskProgress]]
) -> Iterator[Block]:
    until, to = asked.ended("until"), asked.ended("receiver")
    yield paragraph(Keys(view).explained())
    yield paragraph(f"2. Gửi kết quả, số liệu {view.period.name} về {to} trước {_day(until)}.")
    late = overdue(view)
    if any(row in late for inside in rows.values() for row in inside):
        yield paragraph("3. Với nhiệm vụ quá hạn: nêu rõ lý do, thời gian hoàn thành.")


def _day(until: str) -> str:
    return until if not until[:1].isdigit() or "giờ" in until else f"ngày {until}"
