"""How long the window stands still over a plan of 500 rows, and over one edit among 5 000 tasks.

A stall is how long the window took no event: the longest gap between two beats of a timer that
beats every 5 ms on its thread, less those 5 ms. Beside it stands how much of it the window's own
thread was at work: the rest is the worker's, the disk's, or another program's.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time
from typing import NamedTuple

from openpyxl import Workbook
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.periods import fill_months, fill_plans
from kehoach_desktop import paths
from kehoach_desktop.app import build_workbench, open_store
from kehoach_desktop.domain.draft import ColumnRole
from kehoach_desktop.domain.office import SAMPLE_OFFICE
from kehoach_desktop.services.verbs import Verbs
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.garbage import collect_unseen
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.plans.import_review import ImportReview
from kehoach_desktop.ui.plans.matrix_model import Place
from kehoach_desktop.ui.plans.matrix_page import MatrixPage
from kehoach_desktop.ui.progress.period_page import PeriodPage
from kehoach_desktop.ui.progress.sheet_columns import FIELDS, Field

ROWS, TRIES, EDITS, BEAT_MS = 500, 5, 9, 5
AIM_SECONDS, LIMIT_MS = 1.0, 100
HEADINGS = ("STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp",
            "Sản phẩm đầu ra", "Thời gian hoàn thành")  # fmt: skip
LEADS = ("UBND cấp xã", "Sở Khoa học và Công nghệ", "Các sở, ngành; UBND các xã, phường")
TIMES = ("Tháng 11/2026", "Trước ngày 31/12/2026", "Thường xuyên", "Quý III/2026 và hằng năm")


class Stall(NamedTuple):
    """A stall in milliseconds, and how long the window's thread worked in it."""

    wall: float
    work: float


class Stalls(QObject):
    """Listens to a timer on the main thread; `longest` is the longest stall."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = Stall(0.0, 0.0)
        self._last, self._worked = perf_counter(), thread_time()
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)
        self._timer.start()

    def beat(self) -> None:
        """Take note of the time since the last beat."""
        now, worked = perf_counter(), thread_time()
        stood = Stall((now - self._last) * 1000 - BEAT_MS, (worked - self._worked) * 1000)
        self.longest = max(self.longest, stood)
        self._last, self._worked = now, worked

    def taken(self) -> Stall:
        """Return the longest stall so far, and begin anew."""
        longest, self.longest = self.longest, Stall(0.0, 0.0)
        return longest


def make_plan(folder: Path, rows: int) -> Path:
    """Return a workbook of one table with so many tasks in sections of twenty."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Phụ lục I")
    sheet.append(["", "PHỤ LỤC I. DANH MỤC NHIỆM VỤ NĂM 2026"])
    sheet.append(HEADINGS)
    for number in range(1, rows + 1):
        if number % 20 == 1:
            sheet.append([f"{number // 20 + 1}", f"Nhóm nhiệm vụ thứ {number // 20 + 1}"])
        sheet.append(_row(number))
    book.save(target := folder / "ke hoach.xlsx")
    return target


def _row(number: int) -> list[str]:
    content = f"Rà soát, số hóa hồ sơ, tài liệu đợt {number}; cập nhật vào cơ sở dữ liệu dùng chung"
    given = (f"{number // 20 + 1}.{number}", content, LEADS[number % 3], "Công an xã; các thôn")
    return [*given, "Báo cáo, danh sách", TIMES[number % 4]]


def settle() -> None:
    """Let everything that is due be laid out and painted."""
    for _round in range(20):
        QApplication.processEvents()


def until(ready: Callable[[], bool]) -> None:
    """Let the window work until `ready`, and paint what came of it."""
    while not ready():
        QApplication.processEvents()
    settle()


def opened(window: MainWindow, plan: Path) -> tuple[float, Stall, ImportReview]:
    """Read `plan` as if it were dropped on the window, until its review is painted."""
    stalls, begun = Stalls(), perf_counter()
    window.take_files((plan,))
    until(lambda: window.stack.key() == "review" and not review_in(window).working())
    return perf_counter() - begun, stalls.taken(), review_in(window)


def review_in(window: MainWindow) -> ImportReview:
    """Return the review that is shown."""
    review = window.stack.page("review")
    assert isinstance(review, ImportReview)
    return review


def assigned(review: ImportReview, role: ColumnRole) -> Stall:
    """Read the last column otherwise, until what is understood has followed."""
    stalls = Stalls()
    place = max(review.pane.roles())
    review.proposal.assign(*place, role)
    until(lambda: not review.working())
    return stalls.taken()


def applied(window: MainWindow, review: ImportReview) -> tuple[Stall, Stall]:
    """Keep the plan; return the longest stall until it was kept, then until the matrix stood."""
    stalls = Stalls()
    kept: list[Stall] = []
    review.settled.connect(lambda _applied: kept.append(stalls.taken()))
    review.apply()
    until(lambda: window.stack.key() == "matrix")
    return kept[0], stalls.taken()


def measure_plan(folder: Path) -> None:
    """Print how a plan of many rows is opened, read otherwise, kept and shown."""
    workbench = build_workbench(folder / "so.khxa")
    workbench.offices.keep(SAMPLE_OFFICE)
    plan = make_plan(folder, ROWS)
    window = MainWindow(workbench)
    window.show()
    settle()
    seconds, openings, keepings, visits = [], [], [], []
    roles = cycle((ColumnRole.EXTRA, ColumnRole.DEADLINE))
    for _try in range(TRIES):
        taken, stall, review = opened(window, plan)
        seconds.append(taken)
        openings.append(stall)
        if len(openings) == 1:
            columns = [assigned(review, next(roles)) for _column in range(TRIES + 1)]
        kept, visited = applied(window, review)
        keepings.append(kept)
        visits.append(visited)
        window.undo()
        window.stack.drop("matrix")
        window.go("overview")
        settle()
    window.close()
    workbench.close()
    print(f"a plan of {ROWS} rows: file to painted review, first {seconds[0]:.2f} s, "
          f"median of the later {median(seconds[1:]):.2f} s (aim {AIM_SECONDS})")  # fmt: skip
    say("opening the review", openings)
    say("a column read otherwise", columns)
    say("applying", keepings)
    say("first visit of the matrix", visits)


def say(what: str, stalls: Iterable[Stall]) -> None:
    """Print the first, the median and the worst of `stalls`, each with the work in it."""
    each = [*stalls]
    middle = Stall(median(s.wall for s in each), median(s.work for s in each))
    named = (("first", each[0]), ("median", middle), ("worst", max(each)))
    shown = "  ".join(f"{name} {s.wall:4.0f} ({s.work:3.0f})" for name, s in named)
    print(f"  {what:28} {shown}   limit {LIMIT_MS} ms")


class AtTheEnd:
    """The clock of a store that was filled with two years of answers."""

    def today(self) -> date:
        """Return the last working days of the last month."""
        return date(2026, 12, 20)


def measure_edits(folder: Path) -> None:
    """Print how long one edit stops the window where there are thousands of tasks."""
    place = folder / "lon.khxa"
    store = open_store(place, make=True, writing=True, patience=0)
    verbs = Verbs(store, AtTheEnd())
    tasks = fill_plans(verbs)
    fill_months(store, verbs, tasks)
    store.close()
    workbench = build_workbench(place, AtTheEnd())
    workbench.offices.keep(SAMPLE_OFFICE)
    window = MainWindow(workbench)
    window.show()
    settle()
    to_sheet = visited(window, "period")
    sheet = [edited(partial(_type_result, window, number)) for number in range(3, 3 + EDITS)]
    to_matrix = visited(window, "matrix")
    matrix = [edited(partial(_assign, window, number)) for number in range(3, 3 + EDITS)]
    window.close()
    workbench.close()
    print(f"{len(tasks)} tasks: the first visit, and one edit")
    say("first visit of the sheet", [to_sheet])
    say("first visit of the matrix", [to_matrix])
    say("an edit in the sheet", sheet)
    say("an edit in the matrix", matrix)


def visited(window: MainWindow, key: str) -> Stall:
    """Go to a screen for the first time, until all of it is there."""
    stalls = Stalls()
    window.go(key)
    settle()
    stalls.beat()
    return stalls.taken()


def edited(edit: Callable[[], object]) -> Stall:
    """Make one edit and let the screen follow."""
    settle()
    stalls = Stalls()
    edit()
    stalls.beat()
    settle()
    stalls.beat()
    return stalls.taken()


def _type_result(window: MainWindow, number: int) -> None:
    page = window.stack.page("period")
    assert isinstance(page, PeriodPage)
    cell = page.model.index(number, FIELDS.index(Field.RESULT))
    assert page.model.setData(cell, f"Đã mở {number} lớp", Qt.ItemDataRole.EditRole)


def _assign(window: MainWindow, number: int) -> None:
    page = window.stack.page("matrix")
    assert isinstance(page, MatrixPage)
    cell = page.model.index(number, Place.ASSIGNED)
    assert page.model.setData(cell, f"Phòng {number}", Qt.ItemDataRole.EditRole)


def main() -> None:
    """Measure and print; in brackets the milliseconds the window's own thread was at work."""
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as name:
        os.environ[paths.DATA_VARIABLE] = name
        theme.put_on(paths.resources())
        collect_unseen(application)
        measure_plan(Path(name))
        measure_edits(Path(name))
    application.quit()


if __name__ == "__main__":
    main()
