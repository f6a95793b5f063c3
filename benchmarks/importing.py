"""A plan of 500 rows from the dropped file to the review on the screen, and the longest stall.

A stall is how long the window took no event: the longest gap between two beats of a timer that
beats every 5 ms on its thread, less those 5 ms.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from openpyxl import Workbook
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from kehoach_desktop import paths
from kehoach_desktop.app import build_workbench
from kehoach_desktop.domain.office import SAMPLE_OFFICE
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.workbench import Workbench

ROWS, TRIES, BEAT_MS = 500, 5, 5
AIM_SECONDS, AIM_STALL_MS = 1.0, 100
HEADINGS = ("STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp",
            "Sản phẩm đầu ra", "Thời gian hoàn thành")  # fmt: skip
LEADS = ("UBND cấp xã", "Sở Khoa học và Công nghệ", "Các sở, ngành; UBND các xã, phường")
TIMES = ("Tháng 11/2026", "Trước ngày 31/12/2026", "Thường xuyên", "Quý III/2026 và hằng năm")


class Stalls(QObject):
    """Listens to a timer on the main thread; `longest` is the longest stall in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = perf_counter()
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000 - BEAT_MS)
        self._last = now


@dataclass(frozen=True, slots=True)
class Try:
    """One opening: seconds to the painted review, the longest stall in milliseconds."""

    seconds: float
    stall: float


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


def opened(window: MainWindow, plan: Path) -> Try:
    """Read `plan` as if it were dropped on the window, until its review is painted."""
    stalls, begun = Stalls(), perf_counter()
    window.take_files((plan,))
    while window.stack.page("review") is None:
        QApplication.processEvents()
    settle()
    taken = perf_counter() - begun
    window.stack.drop("review")
    window.go("overview")
    settle()
    return Try(taken, stalls.longest)


def settle() -> None:
    """Let everything that is due be laid out and painted."""
    for _round in range(20):
        QApplication.processEvents()


def main() -> None:
    """Measure and print: the first opening, and the median of the later ones."""
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as name:
        os.environ[paths.DATA_VARIABLE] = name
        folder = Path(name)
        theme.put_on(paths.resources())
        workbench = build_workbench(folder / "so.khxa")
        workbench.offices.keep(SAMPLE_OFFICE)
        tries = opened_often(workbench, make_plan(folder, ROWS))
        workbench.close()
    application.quit()
    first, *later = tries
    print(f"a plan of {ROWS} rows from the file to the painted review ({TRIES} times)")
    print(
        f"  first   {first.seconds:5.2f} s (aim: {AIM_SECONDS}), longest stall {first.stall:.0f} ms"
    )
    seconds, stall = median(t.seconds for t in later), median(t.stall for t in later)
    print(f"  median  {seconds:5.2f} s, longest stall {stall:.0f} ms (aim: {AIM_STALL_MS})")


def opened_often(workbench: Workbench, plan: Path) -> list[Try]:
    """Return what each opening took."""
    window = MainWindow(workbench)
    window.show()
    settle()
    tries = [opened(window, plan) for _try in range(TRIES)]
    window.close()
    return tries


if __name__ == "__main__":
    main()
