"""The detail of a task as a page of rich text: its words, its periods, its history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.progress import STATUS_WORDS, ProgressEntry
from kehoach_desktop.domain.text import typed_day, typed_moment
from kehoach_desktop.i18n import _, retold
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.level import named
from kehoach_desktop.ui.plans.matrix_history import Change, PastStep
from kehoach_desktop.ui.plans.matrix_rows import TaskRow, headline
from kehoach_desktop.ui.table_cells import lead_of

_NONE = "–"


def content_page(row: TaskRow) -> str:
    """Return the full text of a task with every field and its doubts."""
    task = row.progress.task
    lead = lead_of(task.content)
    words = f"<b>{_lines(task.content[:lead])}</b>{_lines(task.content[lead:])}"
    fields = [
        (_("Thời hạn"), _quoted(task.deadline.wording) + _reading(row)),
        (_("Giao cho"), _lines(task.assigned_to) or _soft(_("chưa giao"))),
        *([(_("Cán bộ"), _lines(task.officer))] if task.officer else []),
        (named(_("Việc của {level}")), _ours(row)),
        (_("Chủ trì"), _lines(task.lead_agencies_text) or _NONE),
        (_("Phối hợp"), _lines(task.coordinating_text) or _NONE),
        (_("Sản phẩm"), _lines(task.deliverable) or _NONE),
        *((retold(name), _lines(value)) for name, value in task.extra if value),
        (_("Ở đâu"), _lines(_standing_place(row))),
    ]
    doubts = "".join(_doubt(retold(finding.message)) for finding in row.doubts)
    return f"<p style='margin-bottom:8px'>{words}</p>{doubts}{_table(fields)}"


def _standing_place(row: TaskRow) -> str:
    headings = [headline(row.appendix.label, row.appendix.title), retold(row.progress.task.place)]
    lineage = reversed(row.appendix.lineage(row.progress.task))
    headings[1:1] = [headline(group.ordinal, group.title) for group in lineage]
    return "\n".join(filter(None, [row.plan.short_name, *headings]))


def _reading(row: TaskRow) -> str:
    words = row.progress.task.deadline.in_words()
    read_as = _("Đọc là: {words}").format(words=words)
    return f"<br>{_soft(read_as)}"


def _ours(row: TaskRow) -> str:
    ours = row.progress.task.ours
    words = _("có") if ours.yes else _("không")
    return f"{words}<br>{_soft(retold(ours.reason))}" if ours.reason else words


def _doubt(message: str) -> str:
    amber = theme.current().colours["amber"]
    doubt = _("Cần xem")
    return f"<p style='color:{amber}'>⚑ {doubt}: {escape(message)}</p>"


@dataclass(frozen=True, slots=True)
class PeriodPart:
    """What is told of a task in one period: its answer, who had it in hand, its files' names."""

    entry: ProgressEntry
    officer: str = ""
    files: tuple[str, ...] = ()


def periods_page(parts: Iterable[PeriodPart]) -> str:
    """Return what was answered in each period, the latest first."""
    pages = [_entry(part) for part in parts]
    return "".join(pages) or _soft(_("Chưa có kỳ nào ghi kết quả cho nhiệm vụ này."))


def _entry(part: PeriodPart) -> str:
    entry = part.entry
    name = escape(ReportingPeriod.parse(entry.period).short_name)
    status = _(STATUS_WORDS[entry.status]) if entry.status else _("Chưa có trả lời")
    if entry.done_on:
        status += ", " + _("ngày {day}").format(day=typed_day(entry.done_on))
    if entry.percent is not None:
        status += f", {entry.percent}%"
    fields = [
        (_("Kết quả"), entry.result),
        (_("Khó khăn"), entry.obstacle),
        (_("Kiến nghị"), entry.proposal),
        (_("Việc tiếp theo"), entry.next_steps),
        (_("Minh chứng"), entry.evidence),
        (_("Tệp"), "\n".join(part.files)),
        (_("Cán bộ"), part.officer),
    ]
    said = _table([(title, _lines(text)) for title, text in fields if text])
    return f"<p><b>{name}</b><br>{escape(status)}</p>{said}"


def history_page(steps: Sequence[PastStep]) -> str:
    """Return the steps of the past, the latest first."""
    if not steps:
        return _soft(_("Nhiệm vụ này chưa có thay đổi nào sau khi nhập."))
    return "".join(_step(step) for step in steps)


def _step(step: PastStep) -> str:
    when = typed_moment(step.at)
    changes = "".join(f"<br>{_change(change)}" for change in step.changes)
    return f"<p>{_soft(when)}<br><b>{escape(step.what)}</b>{changes}</p>"


def _change(change: Change) -> str:
    before = _lines(change.before) or _soft(_("trống"))
    after = _lines(change.after) or _soft(_("trống"))
    return f"{escape(change.field)}: {before} → {after}"


def _table(fields: Sequence[tuple[str, str]]) -> str:
    rows = "".join(
        f"<tr><td width='84' style='padding:3px 8px 3px 0'>{_soft(title)}</td>"
        f"<td style='padding:3px 0'>{value}</td></tr>"
        for title, value in fields
    )
    return f"<table cellspacing='0' cellpadding='0' width='100%'>{rows}</table>" if rows else ""


def _lines(text: str) -> str:
    return "<br>".join(map(escape, text.splitlines()))


def _quoted(text: str) -> str:
    return f"“{_lines(text)}”" if text else _soft(_("không ghi"))


def _soft(text: str) -> str:
    return f"<span style='color:{theme.current().colours['text2']}'>{escape(text)}</span>"
