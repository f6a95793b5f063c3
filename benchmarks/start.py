"""Start to mapped window: the program on the sample commune's store against an empty window.

Both sides alternate in one run, since the machine drifts; the ratio is what counts.
"""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.first_window import FirstWindow

ROOT = Path(__file__).resolve().parents[1]
EMPTY = [sys.executable, str(ROOT / "benchmarks" / "empty_window.py")]
OURS = [sys.executable, "-m", "kehoach_desktop"]
ROUNDS = 15
AIM = 1.5


def started_in(command: list[str], screen: FirstWindow, environment: dict[str, str]) -> float:
    """Return the milliseconds from the start of `command` to its first window on the screen."""
    screen.forget()
    before = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    try:
        return (screen.wait(30) - before) * 1000
    finally:
        process.kill()
        process.wait()


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
    """Measure and print medians, spread and ratio."""
    compileall.compile_dir(ROOT / "kehoach_desktop", quiet=1)
    screen = FirstWindow()
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"KEHOACH_DATA": folder}
        prepare(environment)
        pairs = [
            (started_in(EMPTY, screen, environment), started_in(OURS, screen, environment))
            for _ in range(rounds + 1)
        ][1:]
    empty, ours = (sorted(side) for side in zip(*pairs, strict=True))
    ratio = median(own / floor for floor, own in pairs)
    print(f"start to mapped window, {rounds} pairs, alternately (ms: median [least, most])")
    print(f"  empty QMainWindow  {median(empty):6.0f} [{empty[0]:.0f}, {empty[-1]:.0f}]")
    print(f"  kehoach            {median(ours):6.0f} [{ours[0]:.0f}, {ours[-1]:.0f}]")
    print(f"  ratio              {ratio:6.2f} (aim: at most {AIM})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
