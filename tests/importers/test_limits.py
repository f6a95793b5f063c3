"""What the process that opens files from outside may take, asked of a process of its own."""

from __future__ import annotations

import subprocess
import sys

TAKES = """
from kehoach_desktop.importers.limits import MEMORY, limit_this_process
print(limit_this_process())
try:
    taken = bytearray(int(MEMORY * {share}))
except MemoryError:
    print("refused")
else:
    print("given")
"""


def answer(share: float) -> list[str]:
    run = [sys.executable, "-c", TAKES.format(share=share)]
    return subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()


def test_a_file_that_would_take_all_memory_is_refused_it() -> None:
    assert answer(1.1) == ["True", "refused"]


def test_a_file_of_common_size_is_given_its_memory() -> None:
    assert answer(0.2) == ["True", "given"]
