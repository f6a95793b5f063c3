"""The command that takes in what came home: compares first, keeps where that is asked for."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kehoach_desktop.cli.answer import answer, iso
from kehoach_desktop.cli.as_json import Json
from kehoach_desktop.cli.desk import Tools
from kehoach_desktop.domain.correction import Into, Lateness, Taking
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import STATUS_WORDS, TaskStatus
from kehoach_desktop.domain.return_form import Field, Returned
from kehoach_desktop.domain.return_form_outcome import (
    FIELD_WORDS,
    Change,
    Comparison,
    FigureChange,
    Question,
    Reason,
    Refusal,
    RowReading,
)
from kehoach_desktop.domain.text import task_name
from kehoach_desktop.i18n import _
from kehoach_desktop.services.collecting import Collected
from kehoach_desktop.services.watching import WatchedFolder

Labels = Mapping[TaskId, tuple[str, str]]


class NoneReadable(KehoachError):
    """Of the files that were named none could be looked at."""

    def __init__(self, why: Sequence[str]) -> None:
        super().__init__(
            _("Không đọc được tệp nào; chưa ghi gì. {why}").format(why=" ".join(why)),
            hint=_("Xem lại tên tệp và thư mục."),
        )


def collect(asked: argparse.Namespace, tools: Tools) -> None:
    """Set files beside what stands, and keep them where that is asked for."""
    read = [file for path in _files(asked, tools) for file in _read(path, tools)]
    known = tuple(file for file in read if isinstance(file, Returned))
    unread = [file["refused"][0]["message"] for file in read if not isinstance(file, Returned)]
    if unread and not known:
        raise NoneReadable(unread)
    into = _into(asked)
    with tools.open_desk(asked.store, writing=asked.apply) as desk:
        verb = desk.collecting.apply if asked.apply else desk.collecting.compare
        collected = verb(known, asked.period, into=into)
        labels = desk.collecting.labels()
    compared = iter(collected.files)
    files = [
        _of_comparison(next(compared), labels) if isinstance(file, Returned) else file
        for file in read
    ]
    value: Json = {
        "period": asked.period.key,
        "applied": asked.apply,
        "written": collected.written,
        "late": _of_late(collected.late) if collected.late else None,
        "into": into.taking.value if into else None,
        "files": files,
    }
    answer(asked, value, _lines(files, collected, asked.apply))


def _files(asked: argparse.Namespace, tools: Tools) -> list[Path]:
    """Return the files named, and those of the folder that nobody has taken in yet."""
    if asked.folder is None:
        if not asked.files:
            asked.refuse(_("thiếu tệp; ghi tên tệp hoặc --folder THƯ-MỤC"))
        return list(asked.files)
    with tools.open_desk(asked.store, writing=False) as desk:
        return [*asked.files, *desk.collecting.arrived(WatchedFolder(asked.folder))]


def _into(asked: argparse.Namespace) -> Into | None:
    if asked.correction is not None:
        return Into(Taking.CORRECTION, asked.correction)
    return Into(Taking.NEXT) if asked.into else None


def _of_late(late: Lateness) -> Json:
    report = late.report
    closed = late.closed
    return {
        "message": late.sentence,
        "closed_at": iso(closed.closed_at) if closed else None,
        "closed_reason": closed.closed_reason if closed else None,
        "report": report.id if report else None,
        "symbol": report.symbol if report else None,
        "offers": [taking.value for taking in Taking],
    }


def _read(path: Path, tools: Tools) -> Sequence[Returned | Json]:
    """Return what a file holds; one that cannot be read keeps no other from being taken."""
    try:
        return tools.read_returns(tools.read(path))
    except KehoachError as refusal:
        refused = Refusal(Reason.UNREADABLE, str(refusal))
        return (_of_file(path.name, refused=[_of_refusal(refused)]),)


def _of_file(name: str, **known: object) -> Json:
    empty: Json = {
        "file": name,
        "unit": None,
        "period": None,
        "form": None,
        "accepted": False,
        "blank": False,
        "changes": [],
        "figures": [],
        "questions": [],
        "refused": [],
        "rows": [],
        "ignored": [],
    }
    return {**empty, **known}


def _of_comparison(compared: Comparison, labels: Labels) -> Json:
    return _of_file(
        compared.file,
        unit=compared.unit or None,
        period=compared.period,
        form=compared.form or None,
        accepted=compared.accepted,
        blank=compared.is_blank,
        changes=[_of_change(change, labels) for change in compared.changes],
        figures=[_of_figure(change) for change in compared.figures],
        questions=[_of_question(question, labels) for question in compared.questions],
        refused=[_of_refusal(refusal) for refusal in compared.refused],
        rows=[_of_row(row.reading, labels) for row in compared.rows],
        ignored=[{"row": number or None, "text": text} for number, text in compared.ignored],
    )


def _of_change(change: Change, labels: Labels) -> Json:
    return {
        "row": change.row,
        **_of_task(change.task, labels),
        "field": change.field.value,
        "old": change.old,
        "new": change.new,
    }


def _of_figure(change: FigureChange) -> Json:
    key = change.figure.key
    return {
        "row": change.row,
        "indicator": key.indicator,
        "name": change.name,
        "village": key.unit,
        "period": key.period,
        "old": change.before.value if change.before else None,
        "new": change.figure.value,
        "source": change.figure.source,
    }


def _of_task(task: TaskId | None, labels: Labels) -> Json:
    label, content = labels.get(task, ("", "")) if task else ("", "")
    return {"task": task, "label": label or None, "content": content or None}


def _of_question(question: Question, labels: Labels) -> Json:
    return {
        "row": question.row,
        "doubt": question.doubt.value,
        "message": question.message,
        **_of_task(question.task, labels),
        "candidates": [_of_task(task, labels) for task in question.candidates],
        "proposed": {field.value: value for field, value in question.proposed},
    }


def _of_refusal(refusal: Refusal) -> Json:
    return {
        "row": refusal.row,
        "task": refusal.task,
        "reason": refusal.reason.value,
        "message": refusal.message,
    }


def _of_row(reading: RowReading, labels: Labels) -> Json:
    """Return how a row was read; `status` uses the units' five words, `state` the program's."""
    working = (TaskStatus.IN_PROGRESS, TaskStatus.ONGOING)
    state = reading.status
    plain = TaskStatus.IN_PROGRESS if state in working else state
    return {
        "row": reading.number,
        "content_text": reading.content,
        **_of_task(reading.task, labels),
        "status_text": reading.status_text or None,
        "status": plain.value if plain else ("late" if reading.late else None),
        "state": state.value if state else None,
        "late": reading.late,
        "percent": reading.percent,
        "date": reading.date.isoformat() if reading.date else None,
    }


def _shown(value: object) -> str:
    """Return a value of a change as people read it: the words of a state, else as it is."""
    states = {status.value: words for status, words in STATUS_WORDS.items()}
    return _(states[str(value)]) if value in states else str(value)


def _landing(file: Json) -> Iterator[str]:
    for change in file["changes"]:
        old = change["old"] if change["old"] is not None else "—"
        name = f"{change['label'] or ''} {task_name(change['content'] or '')}".strip()
        field = FIELD_WORDS[Field(change["field"])]()
        yield f"  {name}\t{field}: {_shown(old)} → {_shown(change['new'])}"
    for figure in file["figures"]:
        old = figure["old"] if figure["old"] is not None else "—"
        yield f"  {_(figure['name'])}\t{old} → {figure['new']}"


def _lines(files: list[Json], collected: Collected, applied: bool) -> Iterator[str]:
    for file in files:
        yield f"{file['file']}\t{file['unit'] or ''}\t{file['period'] or ''}"
        for refused in file["refused"]:
            not_taken = _("Không nhận")
            yield f"  {not_taken}: {refused['message']}"
        if file["blank"]:
            yield "  " + _("Phiếu không điền ô nào; các nhiệm vụ vẫn chưa có trả lời.")
        yield from _landing(file)
        for question in file["questions"]:
            where = _("dòng {row}").format(row=question["row"]) if question["row"] else ""
            asked = _("Cần hỏi")
            yield f"  {asked} {where}: {question['message']}"
    if collected.late and not applied:
        yield _(
            "{why} Ghi vào kỳ sau: --into next; đính chính kỳ này: --correction “lý do”."
        ).format(why=collected.late.sentence)
    if applied:
        yield _("Đã ghi {count} ô.").format(count=collected.written)
    else:
        yield _("Chưa ghi gì; thêm --apply để ghi.")
