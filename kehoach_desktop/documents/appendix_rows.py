"""The rows of the appendix: headings of the plan, and its tasks with what was done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kehoach_desktop.domain.narrative_keys import plan_keys
from kehoach_desktop.domain.narrative_status import state_words
from kehoach_desktop.domain.narrative_wording import full_name, without_end_mark
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.plan import Appendix, GroupId
from kehoach_desktop.domain.progress import TaskProgress, TaskStatus
from kehoach_desktop.domain.report import PlanProgress
from kehoach_desktop.domain.text import squeeze, two_digits

Row = tuple[str, dict[str, str]]
MOST_LEFT_OUT = 12


def rows_of(progress: PlanProgress, as_of: date) -> list[Row]:
    """Return the rows of a plan's appendix, each with the specimen row it is made from."""
    several = len(progress.plan.appendices) > 1
    rows: list[Row] = []
    for appendix, inside in progress.by_appendix():
        if several:
            rows.append(_heading("", _appendix_title(appendix)))
        rows += _rows(appendix, inside, as_of)
    return rows


def _appendix_title(appendix: Appendix) -> str:
    label, title = squeeze(appendix.label), squeeze(appendix.title)
    return f"{label}. {title}" if label and title else label or title


def _heading(ordinal: str, title: str) -> Row:
    return "muc", {"muc.stt": ordinal, "muc.ten": title}


def _rows(appendix: Appendix, rows: tuple[TaskProgress, ...], as_of: date) -> Iterator[Row]:
    shown: set[GroupId] = set()
    for row in rows:
        for group in reversed(appendix.lineage(row.task)):
            if group.id not in shown:
                shown.add(group.id)
                yield _heading(group.ordinal, squeeze(group.title))
        yield "nv", _task_row(row, as_of)


def _task_row(row: TaskProgress, as_of: date) -> dict[str, str]:
    task = row.task
    return {
        "nv.stt": task.ordinal,
        "nv.noi_dung": full_name(task),
        "nv.chu_tri": task.lead_agencies_text,
        "nv.thoi_han": task.deadline.wording,
        "nv.don_vi": task.assigned_to,
        "nv.ket_qua": _result(row),
        "nv.trang_thai": state_words(row, as_of),
        "nv.vuong_mac": _entered(row.entry.obstacle) if row.entry.answered else "",
    }


def _result(row: TaskProgress) -> str:
    entry = row.effective
    if not entry.answered:
        return ""
    result, evidence = _entered(entry.result), _entered(entry.evidence)
    if not result and entry.status is TaskStatus.NOT_STARTED:
        result = "Chưa thực hiện."
    if not evidence or evidence in result:
        return result
    return f"{result}\n({evidence.rstrip('.')})" if result else evidence


def _entered(text: str) -> str:
    # The mark of the paper's end stands once, after the total.
    return without_end_mark(text.strip())


def untold(progress: PlanProgress, office: Office, *, all_tasks: bool) -> str:
    """Return the note under the table: tasks left out, and what an empty cell means."""
    notes = [_left_out(progress, office)] if not all_tasks else []
    answered = [row for row in progress.rows if row.entry.answered]
    if any(not row.entry.obstacle.strip() for row in answered):
        notes.append("Ô “Khó khăn, vướng mắc” để trống: đơn vị không nêu.")
    if not all(row.task.assigned_to.strip() for row in progress.rows):
        notes.append("Nhiệm vụ để trống cột đơn vị thực hiện: chưa giao đơn vị cụ thể.")
    if any(row.unanswered for row in progress.rows):
        notes.append("Nhiệm vụ ghi “Chưa có số liệu”: chưa có trả lời trong kỳ.")
    told = " ".join(note for note in notes if note)
    return f"Ghi chú: {told}" if told else ""


def _left_out(progress: PlanProgress, office: Office) -> str:
    shown = {row.task.id for row in progress.rows}
    several = len(progress.plan.appendices) > 1
    absent = [task for _appendix, task in progress.plan.tasks() if task.id not in shown]
    if not absent:
        return ""
    what = f"không có phần việc của {office.unit}, không nêu tại bảng này."
    if len(absent) > MOST_LEFT_OUT or several:
        return f"{two_digits(len(absent))} nhiệm vụ của kế hoạch {what}"
    keys = dict(plan_keys(progress.plan))
    return f"Nhiệm vụ {', '.join(keys[task.id] for task in absent)} {what}"
