"""The commands that write return forms and take in what comes home."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from kehoach_desktop.cli.answer import answer
from kehoach_desktop.cli.as_json import Json
from kehoach_desktop.cli.desk import Tools
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import STATUS_WORDS, TaskStatus
from kehoach_desktop.domain.return_form import Field, Returned, ReturnForm
from kehoach_desktop.domain.return_form_outcome import (
    FIELD_WORDS,
    Change,
    Comparison,
    Question,
    Reason,
    Refusal,
    RowReading,
)
from kehoach_desktop.domain.return_form_words import sending_words
from kehoach_desktop.domain.text import task_name
from kehoach_desktop.files import FolderRefused, replace_file, safe_name
from kehoach_desktop.i18n import _
from kehoach_desktop.services.collecting import Collected, UnitReturn
from kehoach_desktop.services.sending import FormBatch

Labels = Mapping[TaskId, tuple[str, str]]


def forms(asked: argparse.Namespace, tools: Tools) -> None:
    """Write a form for each unit, or say which went out and came home."""
    if asked.out is None:
        _tell_returns(asked, tools)
        return
    with tools.open_desk(asked.store) as desk:
        batch = desk.collecting.prepare(asked.period, asked.due)
        _make_folder(asked.out)
        written = _write_all(batch, asked.out, tools)
        names = {form.card.form: path.name for form, path in written.items()}
        desk.collecting.keep_sent(batch.forms, names)
    if batch.unassigned:
        sys.stderr.write(f"{_unassigned(batch)}\n")
    value: Json = {
        "period": asked.period.key,
        "forms": [_of_form(form, path) for form, path in written.items()],
        "unassigned": batch.unassigned,
    }
    answer(asked, value, (f"{form.unit}\t{path}" for form, path in written.items()))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as refusal:
        raise FolderRefused(folder / "x") from refusal


def _write_all(batch: FormBatch, folder: Path, tools: Tools) -> dict[ReturnForm, Path]:
    """Write each form with the words to send it; one form's name never covers another's."""
    written: dict[ReturnForm, Path] = {}
    taken: set[str] = set()
    for form in batch.forms:
        stem = safe_name(f"Phiếu {form.period.key} {form.unit}")[:70].strip(" .")
        if stem.casefold() in taken:
            stem = f"{stem} {form.card.form}"
        taken.add(stem.casefold())
        written[form] = tools.write_form(form, folder / f"{stem}.xlsx")
        _write_words(sending_words(form), folder / f"{stem}.txt")
    return written


def _write_words(words: str, target: Path) -> None:
    def write(out: BinaryIO) -> None:
        out.write(words.encode())

    replace_file(target, write)


def _unassigned(batch: FormBatch) -> str:
    if batch.left_out:
        return _(
            "{count} nhiệm vụ chưa giao đơn vị nào nên không có trong phiếu nào; "
            "hãy giao đơn vị hoặc điền đơn vị soạn thảo."
        ).format(count=batch.left_out)
    return _("{count} nhiệm vụ chưa giao đơn vị nào: đã vào phiếu của đơn vị soạn thảo.").format(
        count=batch.unassigned
    )


def _of_form(form: ReturnForm, path: Path) -> Json:
    return {
        "unit": form.unit,
        "file": str(path),
        "message_file": str(path.with_suffix(".txt")),
        "message": sending_words(form),
        "form": form.card.form,
        "tasks": [line.task for line in form.lines],
        "due": form.due.isoformat() if form.due else None,
        "bytes": path.stat().st_size,
    }


def _tell_returns(asked: argparse.Namespace, tools: Tools) -> None:
    with tools.open_desk(asked.store, writing=False) as desk:
        units = desk.collecting.units(asked.period)
        reminders = [
            None if unit.received else desk.collecting.reminder(asked.period, unit)
            for unit in units
        ]
    told = [*zip(units, reminders, strict=True)]
    value: Json = {
        "period": asked.period.key,
        "units": [_of_unit(unit, reminder) for unit, reminder in told],
    }
    answer(asked, value, (line for pair in told for line in _unit_lines(*pair)))


def _of_unit(unit: UnitReturn, reminder: str | None) -> Json:
    due = unit.sent.due if unit.sent else None
    return {
        "unit": unit.unit,
        "sent_at": unit.sent.sent_at if unit.sent else None,
        "due": due.isoformat() if due else None,
        "received_at": unit.received.received_at if unit.received else None,
        "file": unit.received.file if unit.received else None,
        "days_late": unit.days_late,
        "reminder": reminder,
    }


def _unit_lines(unit: UnitReturn, reminder: str | None) -> Iterator[str]:
    state = _("đã nhận") if unit.received else _("chưa nhận")
    late = _("chậm {days} ngày").format(days=unit.days_late) if unit.days_late else ""
    yield "\t".join((unit.unit, state, late))
    if reminder and unit.days_late:
        yield reminder


def collect(asked: argparse.Namespace, tools: Tools) -> None:
    """Set files beside what stands, and keep them where that is asked for."""
    read = [_read(path, tools) for path in asked.files]
    known = tuple(file for file in read if isinstance(file, Returned))
    with tools.open_desk(asked.store, writing=asked.apply) as desk:
        verb = desk.collecting.apply if asked.apply else desk.collecting.compare
        collected = verb(known, asked.period)
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
        "files": files,
    }
    answer(asked, value, _lines(files, collected, asked.apply))


def _read(path: Path, tools: Tools) -> Returned | Json:
    """Return what a file holds; one that cannot be read keeps no other from being taken."""
    try:
        return tools.read_returned(tools.read(path))
    except KehoachError as refusal:
        refused = Refusal(Reason.UNREADABLE, str(refusal))
        return _of_file(path.name, refused=[_of_refusal(refused)])


def _of_file(name: str, **known: object) -> Json:
    empty: Json = {
        "file": name,
        "unit": None,
        "period": None,
        "form": None,
        "accepted": False,
        "changes": [],
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
        changes=[_of_change(change, labels) for change in compared.changes],
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


def _lines(files: list[Json], collected: Collected, applied: bool) -> Iterator[str]:
    for file in files:
        yield f"{file['file']}\t{file['unit'] or ''}\t{file['period'] or ''}"
        for refused in file["refused"]:
            not_taken = _("Không nhận")
            yield f"  {not_taken}: {refused['message']}"
        for change in file["changes"]:
            old = change["old"] if change["old"] is not None else "—"
            name = f"{change['label'] or ''} {task_name(change['content'] or '')}".strip()
            field = FIELD_WORDS[Field(change["field"])]()
            yield f"  {name}\t{field}: {_shown(old)} → {_shown(change['new'])}"
        for question in file["questions"]:
            where = _("dòng {row}").format(row=question["row"]) if question["row"] else ""
            asked = _("Cần hỏi")
            yield f"  {asked} {where}: {question['message']}"
    if applied:
        yield _("Đã ghi {count} ô.").format(count=collected.written)
    else:
        yield _("Chưa ghi gì; thêm --apply để ghi.")
