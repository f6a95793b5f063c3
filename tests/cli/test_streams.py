"""What a command says gets out whole, or its silence is told: pipes, closed streams, odd bytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kehoach_desktop import app

DATA = Path(__file__).parents[1] / "data"
HERE = Path(__file__).parents[2]
Run = Callable[..., Any]
linux = pytest.mark.skipif(sys.platform != "linux", reason="streams and bytes of Linux")


def _started(home: Path, *words: str | bytes, **streams: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "kehoach_desktop", *words]
    env = {"KEHOACH_DATA": str(home), "PATH": ""}
    asked = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    return subprocess.run(command, check=False, env=env, cwd=HERE, **asked)


@linux
@pytest.mark.parametrize(
    ("words", "code"), [(("deadline", "Quý III", "--json"), 0), (("--help",), 0), (("x",), 2)]
)
def test_a_reader_that_left_ends_the_command_in_silence(
    tmp_path: Path, words: tuple[str, ...], code: int
) -> None:
    read, write = os.pipe()
    os.close(read)
    done = _started(tmp_path, *words, stdout=write)
    os.close(write)
    assert done.returncode == code
    assert b"BrokenPipe" not in done.stderr
    assert b"Exception" not in done.stderr


@linux
def test_an_answer_that_finds_no_room_is_no_success(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = _started(tmp_path, "deadline", "Quý III", "--json", stdout=full)
    assert done.returncode == 1
    assert b"Exception" not in done.stderr
    assert "đã đầy" in done.stderr.decode()


@linux
@pytest.mark.parametrize("closed", [1, 2])
def test_a_closed_stream_takes_nothing_and_hurts_nothing(tmp_path: Path, closed: int) -> None:
    done = _started(
        tmp_path, "deadline", "Quý III/2025", "--json", preexec_fn=lambda: os.close(closed)
    )
    assert done.returncode == 0
    assert (json.loads(done.stdout)["kind"] if closed == 2 else "quarter") == "quarter"
    assert done.stderr == b""


@linux
def test_a_file_whose_name_is_no_text_is_read_all_the_same(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/k\xe9 ho\xff.docx"
    Path(os.fsdecode(odd)).write_bytes((DATA / "quang_tri.docx").read_bytes())
    store = str(tmp_path / "s.khxa")
    done = _started(tmp_path, "import", odd, "--store", store, "--json")
    assert json.loads(done.stdout)["tasks"] == 20
    again = _started(tmp_path, "import", odd, "--store", store, "--json")
    assert again.returncode == 1
    assert "đã nhập" in json.loads(again.stdout)["error"]
    gone = _started(tmp_path, "read", odd + b"x", "--json")
    assert (gone.returncode, "Không tìm thấy" in json.loads(gone.stdout)["error"]) == (1, True)


def test_bytes_that_are_no_text_never_reach_the_store(run: Run, store: str) -> None:
    run("import", DATA / "quang_tri.docx", "--store", store)
    task = run("tasks", "--store", store, "--json")[1]["tasks"][0]["id"]
    where = ("--store", store, "--period", "2025-10", "--json", "--task")
    code, answer, _said = run("record", *where, task, "--result", "Xong \udcff")
    assert (code, answer["entry"]["result"]) == (0, "Xong ")
    assert run("record", *where, "\udcff", "--state", "nothing")[0] == 1


def test_a_fault_nobody_foresaw_is_told_in_json_too(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_words: list[str]) -> int:
        raise ValueError("x")

    monkeypatch.setattr(app, "_window_or_command", fail)
    code, answer, said = run("tasks", "--json")
    assert code == 1
    assert set(answer) == {"error", "hint"}
    assert said.strip() == f"{answer['error']} {answer['hint']}"
    assert run("tasks")[1] == ""
