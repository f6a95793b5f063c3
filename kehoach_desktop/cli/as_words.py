"""The answers of the command line for people: a few plain lines."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TextIO

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


def print_line(line: str, out: TextIO) -> None:
    """Write one line."""
    out.write(f"{line}\n")


def warn(sentence: str) -> None:
    """Write a sentence for people beside the answer."""
    print_line(sentence, sys.stderr)


def warn_of_lost(lost: Iterable[NamedFile]) -> None:
    """Name the files that a store names and that do not lie beside it."""
    for file in lost:
        words = _("{folder} “{name}” không có cạnh sổ.")
        warn(words.format(folder=_(FOLDER_WORDS[file.folder]), name=file.name))


def print_draft(draft: ImportDraft, out: TextIO) -> None:
    """Write what was understood: document, appendices, tasks, then the doubts."""
    print_line(draft.plan.short_name, out)
    for appendix in draft.plan.appendices:
        print_line(f"\n{appendix.label} {appendix.title}".rstrip(), out)
        print_line(_("Cột: {columns}").format(columns=" | ".join(appendix.columns)), out)
        for task in appendix.tasks:
            print_line(_task_line(appendix, task), out)
    for finding in draft.findings:
        print_line(_finding_line(finding), out)


def _task_line(appendix: Appendix, task: Task) -> str:
    ours = _("việc của xã") if task.ours.yes else "-"
    reading = task.deadline.in_words()
    return f"  {appendix.key_of(task)}\t{task_name(task.content)}\t{reading}\t{ours}"


def _finding_line(finding: Finding) -> str:
    return f"{_(SEVERITY_WORDS[finding.severity])}: {finding.place}: {finding.message}"


def print_office(office: Office, out: TextIO) -> None:
    """Write the particulars of the office, a line each."""
    lines = {
        _("Cơ quan"): office.people_committee if office.name else _("chưa điền"),
        _("Tỉnh, thành phố"): office.province,
        _("Địa danh"): office.date_line_place,
        _("Người ký"): f"{office.signer} ({_(CAPACITY_WORDS[office.capacity])})",
        _("Kính gửi"): office.addressee,
        _("Nơi nhận"): "; ".join((*office.recipients, office.archive_line)),
        _("Ngày báo cáo hằng tháng"): str(office.reporting_day),
    }
    for name, value in lines.items():
        print_line(f"{name}: {value}", out)


def print_import(value: dict[str, Any], out: TextIO) -> None:
    """Write how much was taken in and how much needs a look."""
    print_line(
        _("Đã nhập {tasks} nhiệm vụ, {ours} việc của xã, còn {doubts} chỗ cần xem: {name}").format(
            tasks=value["tasks"],
            ours=value["ours"],
            doubts=sum(f["severity"] != "info" for f in value["findings"]),
            name=value["name"],
        ),
        out,
    )
    for duty in value["reporting"]:
        who = duty["who"] or _("chưa rõ ai báo cáo")
        line = _("Nghĩa vụ báo cáo: {who}: {phrase}").format(who=who, phrase=duty["phrase"])
        print_line(line, out)


def print_tasks(rows: list[dict[str, Any]], out: TextIO) -> None:
    """Write a line for each task: id, ordinal, name, deadline, state."""
    for row in rows:
        entry = row.get("entry") or {}
        cells = (
            row["id"],
            row["part"] or "",
            row["ordinal"] or "",
            task_name(row["content"]),
            row["deadline_text"] or "",
            entry.get("state") or "",
        )
        print_line("\t".join(cells), out)


def print_recorded(entry: ProgressEntry, out: TextIO, *, named: bool) -> None:
    """Write what stands now for the task; `named` says whether anything was to be changed."""
    state = _(STATUS_WORDS[entry.status]) if entry.status else _("chưa có trả lời")
    day = f", {typed_day(entry.done_on)}" if entry.done_on else ""
    nothing = _("Không nêu điều gì để ghi; giữ nguyên {period}: {state}")
    words = _("Đã ghi {period}: {state}") if named else nothing
    print_line(words.format(period=entry.period, state=f"{state}{day}"), out)


def print_report(where: Path, counts: Counts, out: TextIO) -> None:
    """Write where the paper lies and what is missing in it."""
    print_line(_("Đã lập báo cáo: {path}").format(path=where), out)
    if counts.unanswered:
        print_line(
            _("Còn {missing} trên {total} nhiệm vụ chưa có trả lời (không tính là 0).").format(
                missing=counts.unanswered, total=counts.total
            ),
            out,
        )


def no_signer() -> str:
    """Return the warning that the paper has no name under its signature."""
    return _("Chưa có tên người ký; văn bản để trống chỗ này (kehoach office --set signer=…).")


def print_restored(backup: Path, aside: Path | None, out: TextIO) -> None:
    """Write that the store was restored and where the damaged one went."""
    print_line(_("Đã khôi phục sổ từ {path}.").format(path=backup), out)
    if aside:
        print_line(_("Sổ hỏng được giữ ở {path}.").format(path=aside), out)
