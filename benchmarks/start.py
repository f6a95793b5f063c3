"""Start to mapped window and to the first rows, against an empty window, on the sample commune.

All sides alternate in one run, since the machine drifts; the ratios are what counts.
"""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.first_window import FirstWindow, memory_of

ROOT = Path(__file__).resolve().parents[1]
EMPTY = [sys.executable, str(ROOT / "benchmarks" / "empty_window.py")]
# What the installed command `kehoach` does.
OURS = [sys.executable, "-c", "import sys; from kehoach_desktop.app import main; sys.exit(main())"]
ROWS = [sys.executable, "-m", "benchmarks.first_rows"]
ROUNDS = 15
AIM_MAPPED, AIM_ROWS, AIM_MEMORY = 1.5, 1.6, 1.35


def started_in(
    command: list[str], screen: FirstWindow, environment: dict[str, str]
) -> tuple[float, int]:
    """Return the milliseconds from the start of `command` to its first window, and its memory."""
    screen.forget()
    before = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    try:
        return (screen.wait(30) - before) * 1000, memory_of(process.pid)
    finally:
        process.kill()
        process.wait()


def rows_in(environment: dict[str, str]) -> tuple[float, int, int]:
    """Return the milliseconds to the first rows, the files opened by then, and the memory."""
    before = time.perf_counter()
    told = subprocess.run(ROWS, cwd=ROOT, env=environment, check=True, capture_output=True)
    moment, files, memory = told.stdout.split()[:3]
    return (float(moment) - before) * 1000, int(files), int(memory)


def prepare(environment: dict[str, str]) -> None:
    """Give the program what an office has after its first hour: an office and two plans."""
    samples = ROOT / "resources" / "mau"
    for words in (
        ["office", "--sample"],
        ["import", str(samples / "dong_thap.xlsx")],
        ["import", str(samples / "quang_tri.docx")],
    ):
        command = [*OURS, *words, "--store", str(Path(environment["KEHOACH_DATA"], "so.khxa"))]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)


def main(rounds: int) -> None:
    """Measure and print medians, spreads and ratios."""
    compileall.compile_dir(ROOT / "kehoach_desktop", quiet=1)
    screen = FirstWindow()
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"KEHOACH_DATA": folder}
        prepare(environment)
        trios = [
            (
                *started_in(EMPTY, screen, environment),
                started_in(OURS, screen, environment)[0],
                *rows_in(environment),
            )
            for _ in range(rounds + 1)
        ][1:]
    empty, least, mapped, rows, files, memory = (list(side) for side in zip(*trios, strict=True))
    print(f"from the start, {rounds} rounds, alternately (ms: median [least, most])")
    tell("empty QMainWindow mapped", empty)
    tell("kehoach mapped", mapped)
    tell("kehoach, first rows painted", rows)
    print(f"  ratio of the mapped window  {ratio(mapped, empty):6.2f} (aim: at most {AIM_MAPPED})")
    print(f"  ratio of the first rows     {ratio(rows, empty):6.2f} (aim: at most {AIM_ROWS})")
    print(f"  ratio of the memory (PSS)   {ratio(memory, least):6.2f} (aim: at most {AIM_MEMORY})")
    print(f"  modules and libraries opened by then: {median(files):.0f}")


def tell(what: str, times: Sequence[float]) -> None:
    """Print one side."""
    print(f"  {what:<28}{median(times):6.0f} [{min(times):.0f}, {max(times):.0f}]")


def ratio(own: Sequence[float], floor: Sequence[float]) -> float:
    """Return the median of the ratios, each taken within its round."""
    return median(ours / empty for ours, empty in zip(own, floor, strict=True))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
