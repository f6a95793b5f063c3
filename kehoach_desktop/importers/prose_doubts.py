"""What is told about a plan in prose: lines that became no task, partners and days left open."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from kehoach_desktop.domain.draft import Finding, Severity
from kehoach_desktop.domain.plan import Appendix, Task
from kehoach_desktop.domain.text import fold, squeeze
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.prose import DIVIDING, is_about, items_in
from kehoach_desktop.importers.prose_fields import labelled
from kehoach_desktop.importers.prose_parts import labelled_paragraphs
from kehoach_desktop.importers.prose_sections import ALL, is_given, speaks_of_tasks
from kehoach_desktop.importers.sentences import has_open_partners
from kehoach_desktop.importers.timed_words import deadline_in

_CLOSING = re.compile(
    r"\b(báo cáo tổng kết)\b[^.;]*?trước ngày\s+(\d{1,2}/\d{1,2}/\d{4})", re.IGNORECASE
)


def closing_doubts(paragraphs: Sequence[str]) -> Iterator[Finding]:
    """Yield a finding where two days are named for the one closing report."""
    days = [found[2] for text in paragraphs for found in _CLOSING.finditer(text)]
    if len(set(days)) > 1:
        message = mark("Báo cáo tổng kết có hai hạn khác nhau: {days}.")
        text = message.format(days=", ".join(dict.fromkeys(days)))
        yield Finding(Severity.CHECK, mark("Chế độ báo cáo"), text)


def prose_doubts(paragraphs: Sequence[str], appendix: Appendix) -> Iterator[Finding]:
    """Yield what is doubtful about the tasks read from `paragraphs`, and what became none."""
    yield from _left_out(paragraphs, appendix)
    yield from _set_elsewhere(paragraphs, appendix)
    yield from _open_partners(appendix.tasks)


def _open_partners(tasks: Sequence[Task]) -> Iterator[Finding]:
    """Yield a finding for each sentence that names partners which could not be told from it."""
    for task in tasks:
        if not task.coordinating_text and has_open_partners(task.content):
            message = mark("Câu này nói “phối hợp” nhưng chưa rõ với ai: để trống cột phối hợp.")
            yield Finding(Severity.CHECK, task.place, message, task.id)


def _left_out(paragraphs: Sequence[str], appendix: Appendix) -> Iterator[Finding]:
    """Yield a finding for the lines under sections of tasks that became no part of any task."""
    groups = (f"{group.ordinal}. {group.title}" for group in appendix.groups)
    fields = (t.lead_agencies_text + t.coordinating_text + t.deliverable for t in appendix.tasks)
    told = "\n".join([*groups, *(task.content for task in appendix.tasks), *fields])
    labelled_ones = labelled_paragraphs(paragraphs)
    under = (text for item in items_in(labelled_ones, every=True) for text in item.texts)
    lost = [text for text in under if squeeze(text) not in told and not labelled(text)]
    if lost:
        message = mark("{count} đoạn dưới các mục nhiệm vụ chưa đưa vào, bắt đầu từ: “{text}”.")
        text = message.format(count=f"{len(lost):02}", text=squeeze(lost[0])[:120])
        yield Finding(Severity.CHECK, mark("Cả tệp"), text)


def _set_elsewhere(paragraphs: Sequence[str], appendix: Appendix) -> Iterator[Finding]:
    """Yield a finding for each point that gives work with a deadline outside the sections of tasks.

    Reports are no such work: they are proposed as duties. Work without a deadline is counted, but
    for what only divides the carrying out.
    """
    told = {squeeze(line) for task in appendix.tasks for line in task.content.split("\n")}
    labelled_ones = labelled_paragraphs(paragraphs)
    given: list[str] = []
    for item in items_in(labelled_ones, about=ALL):
        text = squeeze(item.texts[0])
        if labelled(text) or _is_told(text, told) or not (speaks_of_tasks(item) and is_given(item)):
            continue
        if not deadline_in(text):
            given.extend([] if is_about(item.path, DIVIDING) else [text])
        elif "bao cao" not in fold(text):
            message = mark("Việc có thời hạn ngoài các mục nhiệm vụ, chưa đưa vào: “{text}”.")
            place = mark("Mục {section}").format(section=item.path[-1].ordinal.text)
            yield Finding(Severity.CHECK, place, message.format(text=text[:160]))
    if given:
        message = mark("{count} đoạn giao việc ở các mục khác chưa đưa vào, bắt đầu từ: “{text}”.")
        text = message.format(count=f"{len(given):02}", text=given[0][:120])
        yield Finding(Severity.CHECK, mark("Cả tệp"), text)


def _is_told(text: str, told: Collection[str]) -> bool:
    """Say whether a paragraph is one of `told`, whatever sign or number stands before it there."""
    return any(line == text or line.endswith(f" {text}") for line in told)
