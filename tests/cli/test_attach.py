"""Files as evidence on the command line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "data"
Run = Callable[..., Any]


def test_files_are_attached_listed_and_taken_away(run: Run, store: str, tmp_path: Path) -> None:
    assert run("import", DATA / "dong_thap.xlsx", "--store", store)[0] == 0
    task = run("tasks", "--store", store, "--json")[1]["tasks"][0]["id"]
    place = ("attach", "--store", store, "--period", "2025-10", "--task", task, "--json")
    files = [tmp_path / "a.pdf", tmp_path / "b.jpg"]
    for path in files:
        path.write_bytes(path.name.encode())
    assert run(*place)[1]["attachments"] == []
    code, answer, said = run(*place, *files)
    assert (code, said) == (0, "")
    assert [(a["name"], a["size"], a["state"]) for a in answer["attachments"]] == [
        ("a.pdf", 5, "whole"),
        ("b.jpg", 5, "whole"),
    ]
    Path(answer["attachments"][1]["file"]).unlink()
    tasks = run("tasks", "--store", store, "--period", "2025-10", "--json")[1]["tasks"]
    assert [a["state"] for a in tasks[0]["attachments"]] == ["whole", "lost"]
    assert tasks[1]["attachments"] == []
    status = run("period", "status", "2025-10", "--store", store, "--json")[1]
    damaged = [(d["task"], d["name"], d["state"]) for d in status["damaged_evidence"]]
    assert damaged == [(task, "b.jpg", "lost")]
    left = run(*place, "--remove", "b.jpg")[1]["attachments"]
    assert [a["name"] for a in left] == ["a.pdf"]
    assert run(*place, "--remove", "b.jpg")[0] == 1
    assert run(*place, tmp_path / "khong-co.pdf")[0] == 1


def test_a_mistake_goes_for_good_and_an_older_backup_tells_it_as_lost(
    run: Run, store: str, tmp_path: Path
) -> None:
    assert run("import", DATA / "dong_thap.xlsx", "--store", store)[0] == 0
    task = run("tasks", "--store", store, "--json")[1]["tasks"][0]["id"]
    place = ("attach", "--store", store, "--period", "2025-10", "--task", task, "--json")
    mistake = tmp_path / "nham.pdf"
    mistake.write_bytes(b"nham")
    (kept,) = run(*place, mistake)[1]["attachments"]
    backup = shutil.copy(store, tmp_path / "ban-sao.khxa")
    code, answer, said = run(*place, "--remove", "nham.pdf", "--for-good")
    assert (code, answer["attachments"], said) == (0, [], "")
    assert not Path(kept["file"]).exists()
    code, answer, said = run("restore", backup, "--store", store, "--json")
    assert code == 0
    lost = [file for file in answer["lost"] if file["folder"] == "minh-chung"]
    assert lost == [{"folder": "minh-chung", "name": "nham.pdf", "sha256": kept["sha256"]}]
    assert "nham.pdf" in said


def test_one_file_that_is_lost_leaves_everything_as_it_was(
    run: Run, store: str, tmp_path: Path
) -> None:
    assert run("import", DATA / "dong_thap.xlsx", "--store", store)[0] == 0
    task = run("tasks", "--store", store, "--json")[1]["tasks"][0]["id"]
    place = ("attach", "--store", store, "--period", "2025-10", "--task", task, "--json")
    held, more = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for path in (held, more):
        path.write_bytes(path.name.encode())
    run(*place, held)
    code, _answer, said = run(*place, "--remove", "a.pdf", more, tmp_path / "khong-co.pdf")
    assert (code, "khong-co.pdf" in said) == (1, True)
    assert [a["name"] for a in run(*place)[1]["attachments"]] == ["a.pdf"]


def test_for_good_alone_is_wrong_usage(run: Run, store: str) -> None:
    words = ("attach", "--store", store, "--period", "2025-10", "--task", "x", "--for-good")
    code, _answer, said = run(*words)
    assert (code, "--remove" in said) == (2, True)
