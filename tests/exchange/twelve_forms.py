"""An office with twelve units, its forms out, and hands that fill them in."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from kehoach_desktop import paths
from kehoach_desktop.app import Verbs
from kehoach_desktop.domain.deadline import Deadline, Kind
from kehoach_desktop.domain.office import SAMPLE_OFFICE
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import (
    ImportDraft,
    Ours,
    Plan,
    Task,
    TaskId,
    new_id,
)
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.domain.return_form import Returned, ReturnForm
from kehoach_desktop.exchange.form_layout import COLUMNS, HEADER_ROW
from kehoach_desktop.exchange.form_reading import read_returns
from kehoach_desktop.exchange.form_workbook import write_form
from kehoach_desktop.importers.reading import SourceReader
from kehoach_desktop.store.sqlite_store import SqliteStore
from tests.books import On, plan_of

OCTOBER = ReportingPeriod.parse("2025-10")
UNITS = (
    "Phòng Kinh tế",
    "Phòng Văn hóa - Xã hội",
    "Công an xã",
    "Ban Chỉ huy Quân sự xã",
    "Trung tâm Phục vụ hành chính công",
    "Trạm Y tế xã",
    "Thôn Bình Minh",
    "Thôn Tân Lập",
    "Thôn Xuân Hòa",
    "Thôn Xuân Hoa",
    "Đoàn TNCS Hồ Chí Minh xã",
    "Hội Nông dân xã",
)
WORKS = (
    "Rà soát, số hóa hồ sơ {n} lĩnh vực đất đai và hộ tịch: hoàn thành kho dữ liệu dùng chung",
    "Tổ chức lớp tập huấn kỹ năng số cho người dân tại điểm {n}, ưu tiên hộ nghèo",
    "Duy trì tổ công nghệ số cộng đồng {n}; hướng dẫn nộp hồ sơ trực tuyến",
    "Lắp đặt camera an ninh và đường truyền tại vị trí {n}",
)
COLUMN_OF = {column.role: number for number, column in enumerate(COLUMNS, start=1)}
END_OF_YEAR = Deadline("Trước 31/12/2025", Kind.FIXED, due=date(2025, 12, 31))


def a_plan() -> Plan:
    tasks = tuple(
        Task(
            TaskId(new_id()),
            f"{u + 1}.{w + 1}",
            f"{work.format(n=u + 1)} của {unit}",
            deadline=END_OF_YEAR,
            ours=Ours(yes=True),
            assigned_to=unit,
        )
        for u, unit in enumerate(UNITS)
        for w, work in enumerate(WORKS)
    )
    return plan_of(*tasks)


@contextmanager
def open_verbs(folder: Path) -> Iterator[Verbs]:
    store = SqliteStore(folder / "so.khxa", folder / "sao-luu", make=True)
    try:
        yield Verbs(store, On(date(2025, 10, 31)))
    finally:
        store.close()


@dataclass
class Round:
    """Forms that went out, the values typed into them, and where each file lies."""

    verbs: Verbs
    forms: tuple[ReturnForm, ...]
    files: dict[str, Path]
    typed: dict[TaskId, ProgressEntry] = field(default_factory=dict)


def send_out(verbs: Verbs, folder: Path, plan: Plan | None = None) -> Round:
    verbs.offices.keep(SAMPLE_OFFICE)
    verbs.planning.accept(ImportDraft(plan or a_plan()))
    batch = verbs.collecting.prepare(OCTOBER, date(2025, 10, 15))
    files = {
        form.unit: write_form(form, folder / f"phieu-{n}.xlsx")
        for n, form in enumerate(batch.forms, start=1)
    }
    verbs.collecting.keep_sent(batch.forms, {})
    return Round(verbs, batch.forms, files)


def answers(seed: int, task: TaskId) -> ProgressEntry:
    """What a unit answers for a task: some cells only, awkward words among them."""
    rng = random.Random(f"{seed}{task}")
    status = rng.choice([*TaskStatus, None])
    entry = ProgressEntry(task, OCTOBER.key, status)
    if status is TaskStatus.DONE:
        entry = replace(entry, done_on=date(2025, 10, rng.randint(1, 31)))
    if status is TaskStatus.IN_PROGRESS:
        entry = replace(entry, percent=rng.randint(1, 99))
    words = (
        "=SUM(A1:A9)",
        "12/12",
        "+5 hộ",
        "-",
        "- Đã mở 02 lớp\n- 87 người",
        "1.688",
        "@thôn",
        "0",
    )
    texts = {
        name: rng.choice(words) if rng.random() < 0.5 else ""
        for name in ("result", "obstacle", "proposal", "evidence", "next_steps")
    }
    return replace(entry, **texts)  # type: ignore[arg-type]  # these fields are texts


def fill_in(sent: Round, seed: int = 1, change: Callable[[Any], None] | None = None) -> None:
    """Type answers into every form as a script would, then let `change` do its worst."""
    for form in sent.forms:
        book = load_workbook(sent.files[form.unit])
        sheet = book["Phiếu"]
        for row, line in enumerate(form.lines, start=HEADER_ROW + 1):
            entry = answers(seed, line.task)
            sent.typed[line.task] = entry
            _type(sheet, row, entry)
        if change is not None:
            change(book)
        book.save(sent.files[form.unit])


def _type(sheet: Any, row: int, entry: ProgressEntry) -> None:
    from kehoach_desktop.domain.return_form import FORM_STATUSES

    values = {
        "status": FORM_STATUSES[entry.status] if entry.status else None,
        "done_on": entry.done_on,
        "percent": entry.percent,
        "result": entry.result,
        "obstacle": entry.obstacle,
        "proposal": entry.proposal,
        "evidence": entry.evidence,
        "next_steps": entry.next_steps,
    }
    for role, number in COLUMN_OF.items():
        value = values.get(str(role))
        if value not in (None, ""):
            cell = sheet.cell(row, number, value)
            if isinstance(value, str):
                cell.data_type = "s"


def take_home(files: list[Path]) -> tuple[Returned, ...]:
    reader = SourceReader(paths.worker_command(), time_limit=60)
    return tuple(home for path in files for home in read_returns(reader.read(path)))


def standing_entries(verbs: Verbs, sent: Round) -> dict[TaskId, ProgressEntry]:
    return {task: verbs.reporting.entry(task, OCTOBER) for task in sent.typed}


def shuffled(book: Any) -> None:
    """Order the rows of tasks anew, values and all."""
    sheet = book["Phiếu"]
    last = HEADER_ROW + len(WORKS)
    rows = [[c.value for c in sheet[r]] for r in range(HEADER_ROW + 1, last + 1)]
    types = [[c.data_type for c in sheet[r]] for r in range(HEADER_ROW + 1, last + 1)]
    order = [*range(len(rows))]
    random.Random(5).shuffle(order)
    for place, source in enumerate(order, start=HEADER_ROW + 1):
        for number, value in enumerate(rows[source], start=1):
            cell = sheet.cell(place, number)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = types[source][number - 1]


def without_hidden_sheet(book: Any) -> None:
    for name in book.sheetnames:
        if name != "Phiếu":
            del book[name]


def without_any_card(book: Any) -> None:
    without_hidden_sheet(book)
    book["Phiếu"]["A6"] = None


def decomposed(book: Any) -> None:
    for row in book["Phiếu"].iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                kind = cell.data_type
                cell.value = unicodedata.normalize("NFD", cell.value)
                cell.data_type = kind


def shuffled_and_bare(book: Any) -> None:
    shuffled(book)
    without_hidden_sheet(book)
