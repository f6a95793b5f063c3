"""The weekly report: what was written down in the week, what stands in the way, what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from kehoach_desktop.domain.narrative_citation import cited_plans, introduces_committee, topic
from kehoach_desktop.domain.narrative_counts import term, wording_in_sentence
from kehoach_desktop.domain.narrative_keys import Keys
from kehoach_desktop.domain.narrative_outlook import obstacles_of, overdue
from kehoach_desktop.domain.narrative_status import state_words
from kehoach_desktop.domain.narrative_wording import brief_name, lowered, told_result
from kehoach_desktop.domain.paper import Column, Content, Paper, Row, Table
from kehoach_desktop.domain.paper_frame import addressees_of
from kehoach_desktop.domain.paper_request import PaperRequest, Sources
from kehoach_desktop.domain.paper_signing import frame_of
from kehoach_desktop.domain.paper_texts import closed, paragraph
from kehoach_desktop.domain.paper_week import Week
from kehoach_desktop.domain.progress import Standing, TaskProgress, final_day, standing
from kehoach_desktop.domain.report import Block, BlockKind, PeriodView
from kehoach_desktop.domain.text import capital, short_date, two_digits

DONE_COLUMNS = (
    Column("TT", 6, centred=True),
    Column("Nhiệm vụ", 32),
    Column("Đơn vị", 18),
    Column("Kết quả trong tuần", 28),
    Column("Trạng thái", 16),
)
COMING_COLUMNS = (
    Column("TT", 6, centred=True),
    Column("Nhiệm vụ", 50),
    Column("Đơn vị", 22),
    Column("Thời hạn", 22),
)
_CLOSED = (Standing.DONE_ON_TIME, Standing.DONE_LATE, Standing.SUSPENDED)


def weekly_report(asked: PaperRequest, sources: Sources) -> Paper:
    """Return the report of the week of the sources, of the week of today without one."""
    week, view, office = sources.week or Week.of(sources.today), sources.view, sources.office
    addressees = addressees_of(asked.text("addressee", office.addressee))
    subject = asked.lines("subject") or (
        f"Kết quả thực hiện {topic(view)} {week.name}",
        f"({_days(week)})",
    )
    frame = frame_of(asked, sources, subject, addressees)
    contents: tuple[Content, ...] = (
        paragraph(_opening(sources, week)),
        Block(BlockKind.SECTION, "1. Kết quả trong tuần"),
        *_changed(view, sources.changed),
        Block(BlockKind.SECTION, "2. Khó khăn, vướng mắc"),
        *map(paragraph, _obstacles(view, sources.changed)),
        Block(
            BlockKind.SECTION,
            f"3. Nhiệm vụ {week.next().name.split(' năm')[0]} ({_days(week.next())})",
        ),
        *_coming(view, week.next()),
        *_keys_explained(view, sources.changed, week.next()),
        paragraph(closed(f"{frame.issuer.name} kính báo cáo")),
    )
    return Paper(frame, contents)


def _days(week: Week) -> str:
    return f"từ ngày {short_date(week.first_day)} đến ngày {short_date(week.last_day)}"


def _opening(sources: Sources, week: Week) -> str:
    view, office = sources.view, sources.office
    cited, first = cited_plans(view, None), introduces_committee(view)
    us = office.people_committee if first else f"Ủy ban nhân dân (UBND) {office.full_name}"
    start = f"Thực hiện {'; '.join(cited)}, " if view.plans else ""
    return f"{start}{us} báo cáo kết quả {week.name} như sau:"


def _changed(view: PeriodView, rows: tuple[TaskProgress, ...]) -> Iterator[Content]:
    if not rows:
        yield paragraph("Trong tuần chưa có số liệu mới của các nhiệm vụ.")
        return
    keys = Keys(view)
    yield Table(
        DONE_COLUMNS,
        tuple(
            Row(
                (
                    str(number),
                    f"{brief_name(row.task)} ({keys.of(row)})",
                    row.task.assigned_to,
                    told_result(row.entry.result),
                    state_words(row, view.as_of),
                )
            )
            for number, row in enumerate(rows, start=1)
        ),
    )


def _obstacles(view: PeriodView, rows: tuple[TaskProgress, ...]) -> Iterator[str]:
    keys, late = Keys(view), overdue(view)
    if late:
        named = "; ".join(
            f"{lowered(brief_name(r.task))}{term(r)} ({keys.of(r)})" for r in late[:5]
        )
        more = f"; {two_digits(len(late) - 5)} nhiệm vụ khác" if len(late) > 5 else ""
        yield f"{two_digits(len(late))} nhiệm vụ quá hạn: {named}{more}."
    if said := obstacles_of(keys, rows):
        yield f"{capital('; '.join(said))}."
    elif not late:
        yield "Trong tuần không nêu khó khăn, vướng mắc."


def _keys_explained(
    view: PeriodView, changed: Sequence[TaskProgress], week: Week
) -> Iterator[Content]:
    """Yield what the keys mean where tasks of several plans are named."""
    if len(view.plans) > 1 and (changed or overdue(view) or _due(view, week)):
        yield paragraph(Keys(view).plans_explained())


def _due(view: PeriodView, week: Week) -> list[TaskProgress]:
    return [row for row in view.rows() if _falls_due(view, row, week)]


def _coming(view: PeriodView, week: Week) -> Iterator[Content]:
    due = _due(view, week)
    if not due:
        yield paragraph("Không có nhiệm vụ của kế hoạch đến hạn trong tuần.")
        return
    keys = Keys(view)
    yield Table(
        COMING_COLUMNS,
        tuple(
            Row(
                (
                    str(number),
                    f"{brief_name(row.task)} ({keys.of(row)})",
                    row.task.assigned_to,
                    wording_in_sentence(row),
                )
            )
            for number, row in enumerate(due, start=1)
        ),
    )


def _falls_due(view: PeriodView, row: TaskProgress, week: Week) -> bool:
    day = final_day(row.task.deadline)
    if day is None or standing(row, view.as_of) in _CLOSED:
        return False
    return week.first_day <= day <= week.first_day + timedelta(days=6)
