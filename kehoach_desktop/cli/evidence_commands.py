"""The command that attaches files to an answer as evidence, and tells how they stand."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from kehoach_desktop.cli.answer import answer
from kehoach_desktop.cli.as_json import Json
from kehoach_desktop.cli.as_words import warn
from kehoach_desktop.cli.desk import Desk, Tools
from kehoach_desktop.cli.shared_arguments import Commands, Parser, add_json, add_store, period
from kehoach_desktop.domain.attachment import FILE_STATE_WORDS, Attachment, KeptFile
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.text import nfc
from kehoach_desktop.i18n import _


class NotAttached(KehoachError):
    """No file of that name or sum is attached there."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("Nhiệm vụ này không đính kèm tệp “{name}”; chưa bỏ gì.").format(name=name),
            hint=_("Xem các tệp: kehoach attach --task ID --period KỲ."),
        )


def add_evidence_commands(commands: Commands[Parser]) -> None:
    """Let `attach` keep files as evidence."""
    attach = commands.add_parser("attach", help=_("đính kèm tệp minh chứng cho một nhiệm vụ"))
    attach.add_argument("files", type=Path, nargs="*", metavar=_("TỆP"))
    add_store(attach, own=True)
    attach.add_argument("--period", type=period, required=True, metavar=_("KỲ"))
    attach.add_argument("--task", required=True, metavar="ID")
    words = _("bỏ một tệp đã đính kèm, gọi bằng tên hoặc mã SHA-256")
    attach.add_argument("--remove", action="append", default=[], metavar=_("TÊN"), help=words)
    gone = _("cùng --remove: xóa hẳn cả bản sao của tệp; nhật ký vẫn ghi việc này")
    attach.add_argument("--for-good", action="store_true", help=gone)
    add_json(attach)
    attach.set_defaults(refuse=attach.error)


def attach(asked: argparse.Namespace, tools: Tools) -> None:
    """Attach files, take some away, and list what is attached."""
    task = TaskId(asked.task)
    changing = bool(asked.files or asked.remove)
    if asked.for_good and not asked.remove:
        asked.refuse(_("--for-good chỉ đi cùng --remove"))
    with tools.open_desk(asked.store, writing=changing) as desk:
        desk.reporting.entry(task, asked.period)  # refuses a task that is not there
        if changing:
            desk.evidence.refuse(task, asked.period)
        leaving = [_named(desk, task, asked.period, name) for name in asked.remove]
        copies = [desk.evidence.copy(path) for path in asked.files]  # all of them, or none
        for gone in leaving:
            _take_out(desk, gone, for_good=asked.for_good)
        for copy in copies:
            desk.evidence.attach_copy(task, asked.period, copy)
        held = [desk.evidence.look(a) for a in desk.evidence.attachments(asked.period, task)]
    value: Json = {
        "task": task,
        "period": asked.period.key,
        "attachments": [of_kept(kept) for kept in held],
    }
    answer(asked, value, _lines(held))


def _take_out(desk: Desk, gone: Attachment, *, for_good: bool) -> None:
    if not for_good:
        desk.evidence.detach(gone)
    elif not desk.evidence.purge(gone):
        words = _("“{name}” không còn là minh chứng ở đây; bản sao còn giữ vì nơi khác dùng.")
        warn(words.format(name=gone.name))


def _named(desk: Desk, task: TaskId, span: ReportingPeriod, name: str) -> Attachment:
    held = desk.evidence.attachments(span, task)
    found = [a for a in held if nfc(name) in (a.name, a.sha256)]
    if not found:
        raise NotAttached(name)
    return found[0]


def of_kept(kept: KeptFile) -> Json:
    """Return an attachment as JSON carries it; `state` tells a lost or changed copy."""
    held = kept.attachment
    return {
        "name": held.name,
        "sha256": held.sha256,
        "size": held.size,
        "added_at": held.added_at,
        "state": kept.state.value,
        "file": str(kept.path) if kept.path else None,
    }


def _lines(held: Iterable[KeptFile]) -> Iterator[str]:
    for kept in held:
        words = _(FILE_STATE_WORDS[kept.state])
        yield f"{kept.attachment.name}\t{kept.attachment.sha256}\t{words}"
