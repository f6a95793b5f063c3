"""The sample commune to learn on: filled in one go, removed by one click."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from kehoach_desktop.domain.draft import Source
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.plan import Plan, Task
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui import messages, sample_villages
from kehoach_desktop.ui.jobs import Job
from kehoach_desktop.ui.workbench import Workbench

_ANSWERS = ".json"
_TEXTS = ("result", "evidence", "obstacle", "proposal")


def fill_sample(
    workbench: Workbench, *, done: Callable[[], None], failed: Callable[[BaseException], None]
) -> Job:
    """Keep the sample office, then read its plans in a job; `done` is called when all is kept."""
    workbench.offices.use_sample()
    files = workbench.tools.sample_files()
    plans = tuple(path for path in files if path.suffix != _ANSWERS)
    villages = tuple(path for path in files if path.name == sample_villages.FILE)
    answers = tuple(p for p in files if p.suffix == _ANSWERS and p not in villages)

    def read(job: Job) -> tuple[Source, ...]:
        return tuple(workbench.tools.read(path, job.cancelled) for path in plans)

    def keep(sources: tuple[Source, ...]) -> None:
        for source in sources:
            workbench.planning.accept(workbench.tools.assemble(source))
        for path in answers:
            answer_month(workbench, path)
        for path in villages:
            sample_villages.fill_villages(workbench, path)
        workbench.undo_stack.clear()
        workbench.tell(Changes.ALL)
        done()

    return workbench.jobs.run(read, done=keep, failed=failed)


def answer_month(workbench: Workbench, path: Path) -> None:
    """Keep the answers of the file at `path`, whose name is the period, and who has each task."""
    plans = workbench.planning.plans()
    for answer in json.loads(path.read_text(encoding="utf-8")):
        for task in _tasks(answer, plans):
            workbench.reporting.record(_entry(answer, task, path.stem))
            if "unit" in answer:
                workbench.planning.amend(replace(task, assigned_to=answer["unit"]))


def _tasks(answer: dict[str, Any], plans: tuple[Plan, ...]) -> Iterator[Task]:
    for plan in plans:
        for _appendix, task in plan.tasks():
            if task.ours.yes and task.content.startswith(answer["content"]):
                yield task


def _entry(answer: dict[str, Any], task: Task, period: str) -> ProgressEntry:
    return ProgressEntry(
        task.id,
        period,
        status=TaskStatus(answer["state"]) if "state" in answer else None,
        done_on=date.fromisoformat(answer["done_on"]) if "done_on" in answer else None,
        percent=int(answer["percent"]) if "percent" in answer else None,
        **{key: answer.get(key, "") for key in _TEXTS},
    )


def leave_sample(parent: QWidget, workbench: Workbench) -> bool:
    """Ask, then remove the sample office, every plan and village; return whether it was done."""
    question = _("Bỏ xã mẫu cùng các kế hoạch và kết quả đã ghi thử?")
    hint = _("Một bản sao lưu được ghi trước khi bỏ, có thể lấy lại ở màn hình Sao lưu.")
    if not messages.ask(parent, question, _("Bỏ xã mẫu"), hint=hint):
        return False
    try:
        workbench.safekeeping.back_up("truoc-bo-xa-mau")
        for plan in workbench.planning.plans():
            workbench.planning.withdraw(plan.id)
        sample_villages.clear_villages(workbench)
        workbench.offices.keep(Office())
    except KehoachError as refusal:
        messages.show_error(parent, refusal)
        return False
    workbench.undo_stack.clear()
    workbench.tell(Changes.ALL)
    return True
