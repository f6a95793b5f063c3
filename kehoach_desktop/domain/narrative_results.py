"""What was done in the period, task by task, under the headings of the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_desktop.domain.narrative_citation import cited_shortly
from kehoach_desktop.domain.narrative_counts import after_its_day
from kehoach_desktop.domain.narrative_keys import Keys
from kehoach_desktop.domain.narrative_wording import brief_name, letter, said, sentence, told_result
from kehoach_desktop.domain.plan import Appendix, Plan, TaskGroup
from kehoach_desktop.domain.progress import (
    Standing,
    TaskProgress,
    TaskStatus,
    done_after,
    final_day,
    standing,
)
from kehoach_desktop.domain.report import Block, BlockKind, PeriodView
from kehoach_desktop.domain.text import short_date, squeeze, two_digits

_CITATION = re.compile(r"\b\d{1,5}(?:/20\d\d)?\s*[-/]\s*[A-ZĐ]{2}")
_STATE_SENTENCES = {
    TaskStatus.NOT_STARTED: "chưa thực hiện",
    TaskStatus.IN_PROGRESS: "đang thực hiện, chưa nêu kết quả cụ thể",
    TaskStatus.ONGOING: "có thực hiện trong kỳ, chưa nêu kết quả cụ thể",
    TaskStatus.NOTHING: "không phát sinh trong kỳ",
    TaskStatus.SUSPENDED: "tạm dừng",
    TaskStatus.DONE: "đã hoàn thành",
}


def papers_named(view: PeriodView) -> tuple[tuple[TaskProgress, str], ...]:
    """Return the evidence of this period that names a paper by its number, each wording once."""
    papers: dict[str, TaskProgress] = {}
    for row in view.rows():
        evidence = said(row.entry.evidence)
        if row.entry.answered and _CITATION.search(evidence):
            papers.setdefault(evidence, row)
    return tuple((row, evidence) for evidence, row in papers.items())


def result_blocks(view: PeriodView) -> Iterator[Block]:
    """Yield the points of "Kết quả cụ thể": one for each heading of the plan, or plain lines."""
    rows = view.rows()
    if all(row.unanswered for row in rows):
        whole = two_digits(len(rows))
        yield Block(BlockKind.PARAGRAPH, f"Chưa có số liệu của {whole}/{whole} nhiệm vụ.")
        return
    sections = tuple(_sections(view))
    keys = Keys(view)
    for index, (title, rows) in enumerate(sections):
        if len(sections) > 1:
            yield Block(BlockKind.POINT, f"{letter(index)}) {title}:")
        for text in _lines(view, keys, rows):
            yield Block(BlockKind.PARAGRAPH, f"- {text}")


def _sections(view: PeriodView) -> Iterator[tuple[str, tuple[TaskProgress, ...]]]:
    for progress in view.plans:
        for appendix, rows in progress.by_appendix():
            for group, inside in _by_heading(appendix, rows).items():
                yield _heading(view, progress.plan, appendix, group), tuple(inside)


def _by_heading(
    appendix: Appendix, rows: tuple[TaskProgress, ...]
) -> dict[TaskGroup | None, list[TaskProgress]]:
    parted: dict[TaskGroup | None, list[TaskProgress]] = {}
    for row in rows:
        lineage = appendix.lineage(row.task)
        parted.setdefault(lineage[0] if lineage else None, []).append(row)
    return parted


def _heading(view: PeriodView, plan: Plan, appendix: Appendix, group: TaskGroup | None) -> str:
    label = squeeze(appendix.label) or "Phụ lục"
    place = [label] if len(plan.appendices) > 1 else []
    if len(view.plans) > 1:
        place.append(cited_shortly(view, plan))
    if group is None:
        title = squeeze(appendix.title) or label
    else:
        title = squeeze(group.title)
        place = [f"mục {group.ordinal}"] * bool(group.ordinal) + place
    return _placed_title(title.rstrip(" .:;"), place)


def _placed_title(title: str, place: list[str]) -> str:
    """Return a heading of the plan as it stands in running text.

    A title all in capitals does not tell which of its words are names, so it is never set in small
    letters: its place in the plan stands for it.
    """
    if _is_capitals(title):
        return f"Nhiệm vụ {', '.join(place)}" if place else "Nhiệm vụ của kế hoạch"
    return f"{title} ({', '.join(place)})" if place else title


def _is_capitals(title: str) -> bool:
    letters = [letter for letter in title if letter.isalpha()]
    return " " in title and sum(map(str.isupper, letters)) > len(letters) // 2


def _lines(view: PeriodView, keys: Keys, rows: tuple[TaskProgress, ...]) -> Iterator[str]:
    for row in rows:
        if not row.unanswered:
            yield f"{task_line(view, row)} ({keys.of(row)})."
    if missing := [row for row in rows if row.unanswered]:
        part = f"{two_digits(len(missing))}/{two_digits(len(rows))} nhiệm vụ"
        yield f"Chưa có số liệu của {part}: {keys.listed(missing)}."


def task_line(view: PeriodView, row: TaskProgress) -> str:
    """Return what is reported on one task: its name, the result as entered, how far it is."""
    entry = row.effective
    if row.closed_by_plan:
        return f"{brief_name(row.task)}: đã hoàn thành theo kế hoạch"
    result = "" if _closed_earlier(view, row) else told_result(entry.result)
    parts = (result, _closed(view, row), _percent(row))
    told = [part for part in parts if part]
    state = _STATE_SENTENCES[entry.status or TaskStatus.IN_PROGRESS]
    return f"{brief_name(row.task)}: {'; '.join(told) or state}"


def _closed_earlier(view: PeriodView, row: TaskProgress) -> bool:
    """Say whether the task was closed before the figures of the period begin.

    An earlier period's answer can name a day that lies after its own figures: in this period.
    """
    done_on = row.effective.done_on
    return row.finished_before and (done_on is None or done_on < view.figures_from)


def _closed(view: PeriodView, row: TaskProgress) -> str:
    """Return how and when the task was closed; an earlier period's result is not told again."""
    entry = row.effective
    before = " từ kỳ trước" if _closed_earlier(view, row) else ""
    if entry.status is TaskStatus.SUSPENDED:
        return f"tạm dừng{before}"
    if entry.status is not TaskStatus.DONE or entry.done_on is None:
        return ""
    if later := done_after(row, view.as_of):
        return f"hoàn thành ngày {short_date(later)}, sau ngày chốt số liệu, tính vào kỳ sau"
    in_time = "" if final_day(row.task.deadline) is None else ", đúng hạn"
    late = standing(row, view.as_of) is Standing.DONE_LATE
    day = f"ngày {short_date(entry.done_on)}{', quá hạn' if late else in_time}{after_its_day(row)}"
    return f"đã hoàn thành{before}, {day}" if before else f"hoàn thành {day}"


def _percent(row: TaskProgress) -> str:
    entry = row.entry
    if entry.percent is None or entry.status is not TaskStatus.IN_PROGRESS:
        return ""
    figure = f"{entry.percent}%"
    return "" if figure in entry.result else f"mức độ thực hiện {figure}"


def paper_line(keys: Keys, row: TaskProgress, evidence: str) -> str:
    """Return the line of a paper that was named as evidence."""
    return f"{sentence(evidence).rstrip('.')} ({keys.of(row)})"
