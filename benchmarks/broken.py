"""Broken and hostile files by the hundred, each read as the command line reads it.

A file is answered for when the program ends by itself, in time, with a plan or with a sentence
that says what to do; a file known to hold tasks must give all of them or be refused.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from tests.importers.broken.families import FAMILIES
from tests.importers.broken.pieces import Broken

LIMIT = 20.0
ACTION = re.compile(r"Hãy|Chưa có gì được lưu")
VIETNAMESE = re.compile(r"[ạảãàáâậầấẩẫăắằặẳẵđêệềếểễôộồốổỗơợờớởỡưựừứửữ]")


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one file: the seconds it took, and what is wrong with the answer, if any."""

    name: str
    seconds: float
    refused: bool
    crashed: bool = False
    wrong: str = ""
    said: str = ""


def answer_for(broken: Broken, folder: Path) -> Answer:
    """Return how the command line answers for a file laid into `folder`."""
    path = folder / (broken.name or "khong co tep.xlsx")
    if broken.data is not None:
        path.write_bytes(broken.data)
    elif broken.name:
        path.mkdir()
    begun = perf_counter()
    words = [sys.executable, "-m", "kehoach_desktop", "read", str(path), "--json"]
    environment = {**os.environ, "PYTHONUTF8": "1", "KEHOACH_DATA": str(folder)}
    try:
        ended = subprocess.run(
            words, capture_output=True, env=environment, timeout=3 * LIMIT, check=False
        )
    except subprocess.TimeoutExpired:
        return Answer(broken.name, 3 * LIMIT, refused=False, crashed=True)
    return _judged(broken, ended, perf_counter() - begun)


def _judged(broken: Broken, ended: subprocess.CompletedProcess[bytes], seconds: float) -> Answer:
    refused = ended.returncode == 1
    try:
        answer = json.loads(ended.stdout)
    except ValueError:
        answer = {}
    known = ended.returncode in (0, 1) and b"Traceback" not in ended.stderr and answer
    if not known:
        return Answer(broken.name, seconds, refused=False, crashed=True)
    if refused:
        said = f"{answer.get('error', '')} {answer.get('hint', '')}"
        wrong = "" if ACTION.search(said) and VIETNAMESE.search(said) else said
        return Answer(broken.name, seconds, refused, wrong=wrong, said=said)
    return Answer(broken.name, seconds, refused, wrong=_silence(broken, answer), said=_told(answer))


def _tasks(answer: dict[str, Any]) -> int:
    return sum(len(appendix["tasks"]) for appendix in answer["appendices"])


def _told(answer: dict[str, Any]) -> str:
    return f"{_tasks(answer)} tasks, {len(answer['findings'])} findings"


def _silence(broken: Broken, answer: dict[str, Any]) -> str:
    """Return what a plan that was read leaves unsaid: lost tasks, or none and not a word."""
    tasks = _tasks(answer)
    if broken.tasks is not None and tasks != broken.tasks:
        return f"{tasks} tasks of {broken.tasks}"
    severe = any(finding["severity"] != "info" for finding in answer["findings"])
    return "" if tasks or severe else "no task and no word of it"


def measured(files: Iterable[Broken]) -> list[Answer]:
    """Return the answers for `files`, two read at a time as on a busy machine."""
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(2) as pair:
        folders = ((broken, Path(name, str(n))) for n, broken in enumerate(files))
        waiting = []
        for broken, folder in folders:
            folder.mkdir()
            waiting.append(pair.submit(answer_for, broken, folder))
        return [one.result() for one in waiting]


def main() -> int:
    """Measure the families (those named, else all) and print a line for each; 1 on any fault."""
    named = [word for word in sys.argv[1:] if word in FAMILIES] or [*FAMILIES]
    print(
        f"{'family':<16}{'files':>6}{'read':>6}{'refused':>9}{'crash':>7}{'slowest':>9}{'faults':>8}"
    )
    every: list[Answer] = []
    for family in named:
        answers = measured(FAMILIES[family]())
        every.extend(answers)
        _print_line(family, answers)
        for answer in answers:
            if "-v" in sys.argv or _is_fault(answer):
                sign = "!" if _is_fault(answer) else " "
                words = answer.wrong or answer.said
                print(f"  {sign} {answer.name}  {answer.seconds:.1f} s  {words}")
    _print_line("all", every)
    return int(any(map(_is_fault, every)))


def _is_fault(answer: Answer) -> bool:
    return answer.crashed or bool(answer.wrong) or answer.seconds > LIMIT


def _print_line(name: str, answers: list[Answer]) -> None:
    refused, crashed = sum(a.refused for a in answers), sum(a.crashed for a in answers)
    read = len(answers) - refused - crashed
    slowest = max(answer.seconds for answer in answers)
    faults = sum(map(_is_fault, answers))
    print(
        f"{name:<16}{len(answers):>6}{read:>6}{refused:>9}{crashed:>7}{slowest:>8.1f}s{faults:>8}"
    )


if __name__ == "__main__":
    sys.exit(main())
