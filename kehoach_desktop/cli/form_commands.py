"""The command that writes return forms and tells which came home."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from kehoach_desktop.cli.answer import answer
from kehoach_desktop.cli.as_json import Json
from kehoach_desktop.cli.desk import Tools
from kehoach_desktop.domain.return_form import ReturnForm
from kehoach_desktop.domain.return_form_words import sending_words
from kehoach_desktop.files import FolderRefused, replace_file, safe_name
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.services.collecting import UnitReturn
from kehoach_desktop.services.sending import FormBatch
from kehoach_desktop.services.watching import sum_of


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
        sums = {form.card.form: sum_of(path) for form, path in written.items()}
        desk.collecting.keep_sent(batch.forms, names, sums)
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
    return counted(
        "{count} nhiệm vụ chưa giao đơn vị nào: đã vào phiếu của đơn vị soạn thảo.",
        batch.unassigned,
    ).format(count=batch.unassigned)


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
    late = (
        counted("chậm {days} ngày", unit.days_late).format(days=unit.days_late)
        if unit.days_late
        else ""
    )
    yield "\t".join((unit.unit, state, late))
    if reminder and unit.days_late:
        yield reminder
