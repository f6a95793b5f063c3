"""The answers of the command line for people: a few plain lines."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from kehoach_desktop.cli.as_json import Json
from kehoach_desktop.domain.attachment import FOLDER_WORDS, NamedFile
from kehoach_desktop.domain.counts import Counts
from kehoach_desktop.domain.draft import Finding, Severity
from kehoach_desktop.domain.office import CAPACITY_WORDS, Office
from kehoach_desktop.domain.plan import Appendix, ImportDraft, Task
from kehoach_desktop.domain.progress import STATUS_WORDS, ProgressEntry
from kehoach_desktop.domain.text import task_name, typed_day
from kehoach_desktop.i18n import _, mark

SEVERITY_WORDS = {
    Severity.INFO: mark("Ghi chú"),
    Severity.CHECK: mark("Cần xem"),
    Severity.ERROR: mark("Phải sửa"),
}


def warn(sentence: str) -> None:
    """Write a sentence for people beside the answer."""
    sys.stderr.write(f"{sentence}\n")


def warn_of_lost(lost: Iterable[NamedFile]) -> None:
    """Name the files that a store names and that do not lie beside it."""
    for file in lost:
        words = _("{folder} “{name}” không có cạnh sổ.")
        warn(words.format(folder=_(FOLDER_WORDS[file.folder]), name=file.name))


def of_draft(draft: ImportDraft) -> Iterator[str]:
    """Yield what was understood: document, appendices, tasks, then the doubts."""
    yield draft.plan.short_name
    for appendix in draft.plan.appendices:
        yield f"\n{appendix.label} {appendix.title}".rstrip()
        yield _("Cột: {columns}").format(columns=" | ".join(appendix.columns))
        for task in appendix.tasks:
            yield _task_line(appendix, task)
    yield from map(finding_line, draft.findings)


def _task_line(appendix: Appendix, task: Task) -> str:
    ours = _("việc của xã") if task.ours.yes else "-"
    reading = task.deadline.in_words()
    return f"  {appendix.key_of(task)}\t{task_name(task.content)}\t{reading}\t{ours}"


def finding_line(finding: Finding) -> str:
    """Return a doubt with how grave it is and where it stands."""
    return f"{_(SEVERITY_WORDS[finding.severity])}: {finding.place}: {finding.message}"


def of_office(office: Office) -> Iterator[str]:
    """Yield the particulars of the office, a line each."""
    lines = {
        _("Cơ quan"): office.people_committee if office.name else _("chưa điền"),
        _("Tỉnh, thành phố"): office.province,
        _("Địa danh"): office.date_line_place,
        _("Người ký"): f"{office.signer} ({_(CAPACITY_WORDS[office.capacity])})",
        _("Kính gửi"): office.addressee,
        _("Nơi nhận"): "; ".join((*office.recipients, office.archive_line)),
        _("Ngày báo cáo hằng tháng"): str(office.reporting_day),
    }
    return (f"{name}: {value}" for name, value in lines.items())


def of_import(value: Json) -> Iterator[str]:
    """Yield how much was taken in and how much needs a look."""
    yield _(
        "Đã nhập {tasks} nhiệm vụ, {ours} việc của xã, còn {doubts} chỗ cần xem: {name}"
    ).format(
        tasks=value["tasks"],
        ours=value["ours"],
        doubts=sum(f["severity"] != "info" for f in value["findings"]),
        name=value["name"],
    )
    for duty in value["reporting"]:
        who = duty["who"] or _("chưa rõ ai báo cáo")
        yield _("Nghĩa vụ báo cáo: {who}: {phrase}").format(who=who, phrase=duty["phrase"])


def of_task(row: Json) -> str:
    """Return a task as a line: id, ordinal, name, deadline, state."""
    entry = row.get("entry") or {}
    cells = (
        row["id"],
        row["part"] or "",
        row["ordinal"] or "",
        task_name(row["content"]),
        row["deadline_text"] or "",
        entry.get("state") or "",
    )
    return "\t".join(cells)


def of_recorded(entry: ProgressEntry, *, named: bool) -> str:
    """Return what stands now for the task; `named` says whether anything was to be changed."""
    state = _(STATUS_WORDS[entry.status]) if entry.status else _("chưa có trả lời")
    day = f", {typed_day(entry.done_on)}" if entry.done_on else ""
    nothing = _("Không nêu điều gì để ghi; giữ nguyên {period}: {state}")
    words = _("Đã ghi {period}: {state}") if named else nothing
    return words.format(period=entry.period, state=f"{state}{day}")


def of_report(where: Path, counts: Counts) -> Iterator[str]:
    """Yield where the paper lies and what is missing in it."""
    yield _("Đã lập báo cáo: {path}").format(path=where)
    if counts.unanswered:
        yield _("Còn {missing} trên {total} nhiệm vụ chưa có trả lời (không tính là 0).").format(
            missing=counts.unanswered, total=counts.total
        )


def no_signer() -> str:
    """Return the warning that the paper has no name under its signature."""
    return _("Chưa có tên người ký; văn bản để trống chỗ này (kehoach office --set signer=…).")


def of_restored(backup: Path, aside: Path | None) -> Iterator[str]:
    """Yield that the store was restored and where the damaged one went."""
    yield _("Đã khôi phục sổ từ {path}.").format(path=backup)
    if aside:
        yield _("Sổ hỏng được giữ ở {path}.").format(path=aside)
