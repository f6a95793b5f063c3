"""The command line as other programs call it: one JSON object, exit codes, never a traceback."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kehoach_desktop.cli.commands import COMMANDS

DATA = Path(__file__).parents[1] / "data"
Run = Callable[..., Any]


@pytest.fixture
def dong_thap(run: Run, store: str) -> list[dict[str, Any]]:
    """The tasks of the Đồng Tháp plan in the store."""
    run("office", "--store", store, "--sample")
    code, _answer, said = run("import", DATA / "dong_thap.xlsx", "--store", store)
    assert (code, said) == (0, "")
    tasks: list[dict[str, Any]] = run("tasks", "--store", store, "--json")[1]["tasks"]
    return tasks


def test_read_prints_what_was_understood_and_stores_nothing(run: Run) -> None:
    code, answer, said = run("read", DATA / "quang_tri.docx", "--json")
    assert (code, said) == (0, "")
    assert set(answer) >= {"document", "appendices", "findings"}
    (appendix,) = answer["appendices"]
    assert [part["ordinal"] for part in appendix["parts"]] == ["A", "B"]
    assert len(appendix["tasks"]) == 20
    assert {"severity", "place", "message"} == set(answer["findings"][0])
    assert not Path(os.environ["KEHOACH_DATA"]).exists()


def test_a_file_that_cannot_be_read_is_one_sentence_and_exit_1(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(b"PK\x03\x04 khong phai")
    for path in (broken, tmp_path / "khong-co.docx", tmp_path):
        code, answer, said = run("read", path, "--json")
        assert code == 1
        assert answer["error"]
        assert "Traceback" not in said
        assert said.strip()


@pytest.mark.parametrize("text", ["", "Thường xuyên", "abc\n\x00", "31/6/2025", "Quý III"])
def test_any_deadline_text_is_answered(run: Run, text: str) -> None:
    code, answer, said = run("deadline", text, "--json")
    assert (code, said) == (0, "")
    assert answer["wording"] == text
    assert {"kind", "due", "start", "recurrence", "ongoing", "exclusive"} <= set(answer)


def test_the_year_of_a_wording_that_names_none_is_asked_for(run: Run) -> None:
    assert run("deadline", "31/12", "--json")[1]["kind"] == "unknown"
    assert run("deadline", "31/12", "--year", "2026", "--json")[1]["due"] == "2026-12-31"


def test_an_office_is_set_key_by_key(run: Run, store: str) -> None:
    settings = ("kind=phường", "name=Điện Biên Phủ", "recipients=Như trên; HĐND phường")
    words = [word for setting in settings for word in ("--set", setting)]
    code, answer, _said = run("office", "--store", store, *words, "--json")
    assert code == 0
    assert (answer["kind"], answer["name"]) == ("phuong", "Điện Biên Phủ")
    assert answer["recipients"] == ["Như trên", "HĐND phường"]
    assert run("office", "--store", store, "--json")[1] == answer
    assert answer["unit_capital"] == "auto"
    for word in ("khong", "co"):
        asked = ("office", "--store", store, "--set", f"unit_capital={word}", "--json")
        assert run(*asked)[1]["unit_capital"] == word


def test_an_unknown_particular_changes_nothing(run: Run, store: str) -> None:
    run("office", "--store", store, "--sample")
    before = run("office", "--store", store, "--json")[1]
    code, _answer, said = run("office", "--store", store, "--set", "ten=A")
    assert code == 1
    assert "name" in said
    assert run("office", "--store", store, "--json")[1] == before


def test_an_import_says_how_much_it_took_in(run: Run, store: str) -> None:
    code, answer, _said = run("import", DATA / "dong_thap.xlsx", "--store", store, "--json")
    assert code == 0
    assert answer["tasks"] == 49


def test_the_same_file_twice_changes_nothing_and_says_so(
    run: Run, store: str, dong_thap: list[dict[str, Any]]
) -> None:
    code, _answer, said = run("import", DATA / "dong_thap.xlsx", "--store", store)
    assert code == 1
    assert "đã nhập" in said
    assert run("tasks", "--store", store, "--json")[1]["tasks"] == dong_thap


def test_tasks_carry_the_keys_of_read_and_their_own(dong_thap: list[dict[str, Any]]) -> None:
    keys = {"id", "plan", "appendix", "ours", "ordinal", "content", "deadline", "extra", "part"}
    assert all(keys <= set(task) for task in dong_thap)
    assert len({task["id"] for task in dong_thap}) == 49


def test_looking_for_tasks_makes_no_store(run: Run, store: str) -> None:
    code, _answer, said = run("tasks", "--store", store, "--json")
    assert code == 1
    assert said
    assert not Path(store).exists()


def test_finished_work_is_whole_unless_another_percent_is_named(
    run: Run, store: str, dong_thap: list[dict[str, Any]]
) -> None:
    task = dong_thap[0]["id"]
    place = ("record", "--store", store, "--period", "2025-10", "--task", task, "--json")
    done = ("--state", "done", "--done-on", "9/10/2025")
    assert run(*place, *done)[1]["entry"]["percent"] is None
    assert run(*place, "--state", "in_progress", "--percent", "45")[1]["entry"]["percent"] == 45
    assert run(*place, *done)[1]["entry"]["percent"] == 100
    assert run(*place, *done, "--percent", "90")[1]["entry"]["percent"] == 90


def test_what_is_not_named_stays_as_it_was(
    run: Run, store: str, dong_thap: list[dict[str, Any]]
) -> None:
    task = dong_thap[0]["id"]
    place = ("record", "--store", store, "--period", "2025-10", "--task", task)
    assert run(*place, "--state", "done", "--done-on", "9/10/2025", "--result", "Xong")[0] == 0
    assert (
        run(*place, "--percent", "100", "--obstacle", "Không", "--next-steps", "Nộp tỉnh")[0] == 0
    )
    tasks = run("tasks", "--store", store, "--period", "2025-10", "--json")[1]["tasks"]
    entry = next(row["entry"] for row in tasks if row["id"] == task)
    assert entry == {
        "period": "2025-10",
        "state": "done",
        "done_on": "2025-10-09",
        "percent": 100,
        "result": "Xong",
        "evidence": None,
        "obstacle": "Không",
        "proposal": None,
        "next_steps": "Nộp tỉnh",
    }


@pytest.mark.parametrize(
    "words",
    [
        ("--state", "done"),
        ("--percent", "101"),
        ("--state", "in_progress", "--done-on", "2025-10-01"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_with_a_sentence(
    run: Run, store: str, dong_thap: list[dict[str, Any]], words: tuple[str, ...]
) -> None:
    task = dong_thap[0]["id"]
    code, _answer, said = run(
        "record", "--store", store, "--period", "2025-10", "--task", task, *words
    )
    assert code == 1
    assert said.strip()
    tasks = run("tasks", "--store", store, "--period", "2025-10", "--json")[1]["tasks"]
    assert all(row["entry"] is None for row in tasks)


def test_a_month_without_answers_gives_the_whole_paper(
    run: Run, store: str, dong_thap: list[dict[str, Any]], tmp_path: Path
) -> None:
    target = tmp_path / "bao cao.docx"
    code, answer, _said = run(
        "report", "--store", store, "--period", "2025-10", "-o", target, "--json"
    )
    assert code == 0
    assert target.read_bytes()[:4] == b"PK\x03\x04"
    ours = sum(task["ours"] for task in dong_thap)
    assert (answer["counts"]["total"], answer["counts"]["unanswered"]) == (ours, ours)


def test_a_report_without_an_office_says_how_to_set_one(
    run: Run, store: str, tmp_path: Path
) -> None:
    run("import", DATA / "dong_thap.xlsx", "--store", store)
    target = tmp_path / "bao cao.docx"
    code, _answer, said = run("report", "--store", store, "--period", "2025-10", "-o", target)
    assert code == 1
    assert "kehoach office" in said
    assert not target.exists()


def test_a_folder_that_is_not_there_is_a_sentence(
    run: Run, store: str, dong_thap: list[dict[str, Any]], tmp_path: Path
) -> None:
    target = tmp_path / "không có" / "bao cao.docx"
    code, _answer, said = run("report", "--store", store, "--period", "2025-10", "-o", target)
    assert dong_thap
    assert code == 1
    assert said.strip()


def test_a_store_comes_back_from_its_backup(
    run: Run, store: str, dong_thap: list[dict[str, Any]]
) -> None:
    run("import", DATA / "quang_tri.docx", "--store", store)
    backup = max((Path(store).parent / "sao-luu").glob("*truoc-nhap*"))
    assert run("restore", backup, "--store", store)[0] == 0
    assert run("tasks", "--store", store, "--json")[1]["tasks"] == dong_thap


@pytest.mark.parametrize(
    "words",
    [
        ("khong-co-lenh",),
        ("read",),
        ("record", "--period", "2025-13", "--task", "x"),
        ("record", "--period", "2025-10", "--task", "x", "--state", "xong"),
        ("record", "--period", "2025-10", "--task", "x", "--done-on", "31/6/2025"),
        ("deadline", "31/12", "--year", "5025"),
        ("report", "--period", "2025-10"),
        ("report", "--period", "2025-10", "-o", "bao-cao.pdf"),
        ("office", "--set", "name"),
        ("paper", "thong_bao", "-o", "thong-bao.pdf"),
        ("appendix", "--period", "2025-10", "-o", "bang.docx"),
        ("team-export", "-o", "danh-sach.xls"),
        ("calendar", "-o", "lich.xlsx"),
    ],
)
def test_wrong_usage_is_exit_2(run: Run, words: tuple[str, ...]) -> None:
    code, _answer, said = run(*words)
    assert code == 2
    assert "Traceback" not in said


ENGLISH = re.compile(
    r"\b(?:usage|options|arguments?|required|show this|exit|invalid|expected|choose|could match|"
    r"allowed|ignored|unrecognized|optional|positional|PERIOD)\b"
)


@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        *((command, "--help") for command in COMMANDS),
        ("duty", "add", "--help"),
        ("khong-co-lenh",),
        ("read",),
        ("read", "a", "b"),
        ("record", "--period"),
        ("record", "--p=2025-10", "--task", "x", "--per", "1"),
        ("record", "--period", "2025-10", "--task", "x", "--percent", "nhiều"),
        ("tasks", "--json=1"),
        ("deadline", "31/12", "--year", "5025"),
    ],
)
def test_help_and_wrong_usage_speak_vietnamese(run: Run, words: tuple[str, ...]) -> None:
    code, answer, said = run(*words)
    assert code == (0 if "--help" in words else 2)
    assert (answer or said).startswith("cách dùng: kehoach")
    assert ENGLISH.findall(answer + said) == []


def test_a_record_that_names_nothing_changes_nothing_and_says_so(run: Run, store: str) -> None:
    run("import", DATA / "quang_tri.docx", "--store", store)
    task = run("tasks", "--store", store, "--json")[1]["tasks"][0]["id"]
    where = ("--store", store, "--period", "2025-10", "--task", task)
    code, said, _warned = run("record", *where)
    assert (code, said) == (
        0,
        "Không nêu điều gì để ghi; giữ nguyên 2025-10: chưa có trả lời\n",
    )
    assert run("tasks", "--store", store, "--period", "2025-10", "--json")[1]["tasks"][0][
        "unanswered"
    ]
    assert run("record", *where, "--state", "done", "--done-on", "3/10/2025")[0] == 0
    assert "giữ nguyên 2025-10: Hoàn thành, 03/10/2025" in run("record", *where)[1]


def test_a_command_needs_no_display_and_imports_no_qt(tmp_path: Path) -> None:
    script = (
        "import sys; from kehoach_desktop.app import main; "
        f"code = main(['import', {str(DATA / 'quang_tri.docx')!r}, '--store', "
        f"{str(tmp_path / 's.khxa')!r}]); "
        "assert not [m for m in sys.modules if m.startswith(('PySide6', 'shiboken6'))]; "
        "sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_json_is_utf8_without_escapes_whatever_the_code_page(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kehoach_desktop", "deadline", "Quý III năm 2025", "--json"],
        capture_output=True,
        check=True,
        env={"PYTHONIOENCODING": "ascii", "KEHOACH_DATA": str(tmp_path), "PATH": ""},
        cwd=Path(__file__).parents[2],
    )
    assert '"wording": "Quý III năm 2025"' in done.stdout.decode("utf-8")


def test_own_words_make_tasks_the_communes(run: Run, store: str) -> None:
    words = ("--also", "Sở Tài chính", "--never", "địa phương", "--json")
    assert run("commune-words", "--store", store, *words)[:2] == (
        0,
        {"also": ["Sở Tài chính"], "never": ["địa phương"]},
    )
    run("import", DATA / "dong_thap.xlsx", "--store", store)
    _code, answer, _said = run("tasks", "--store", store, "--json")
    reasons = [task["ours_reason"] or "" for task in answer["tasks"]]
    assert any("Sở Tài chính" in reason for reason in reasons)
    _code, answer, _said = run(
        "commune-words", "--store", store, "--remove", "địa phương", "--json"
    )
    assert answer == {"also": ["Sở Tài chính"], "never": []}


def test_a_garbled_file_is_not_taken_in_unseen(run: Run, store: str, tmp_path: Path) -> None:
    file = tmp_path / "quet.csv"
    words = "Ra soat, cau truc lai cac thu tuc hanh chinh va cong bo danh muc thu tuc " * 4
    rows = ("STT;Noi dung nhiem vu;Don vi chu tri;Thoi han", f"1;{words};So Tu phap;31/12/2025")
    file.write_text("\n".join(rows), encoding="utf-8")

    code, _answer, said = run("import", file, "--store", store)

    assert code == 1
    assert "mất dấu" in said
    assert run("read", file, "--json")[0] == 0


def test_bytes_that_are_no_text_do_not_cut_the_answer_in_two(run: Run) -> None:
    code, answer, _said = run("deadline", "Qu\udcfd III", "--json")
    assert code == 0
    assert answer["kind"] == "unknown"


def test_a_machine_without_a_screen_is_told_so(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("only here does Qt end the process without a screen")
    done = subprocess.run(
        [sys.executable, "-m", "kehoach_desktop"],
        capture_output=True,
        check=False,
        env={"KEHOACH_DATA": str(tmp_path), "PATH": ""},
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 1
    assert "không có màn hình" in done.stderr.decode()


def test_a_setting_that_is_wrong_makes_no_store(run: Run, store: str) -> None:
    assert run("office", "--store", store, "--set", "ten=A")[0] == 1
    assert not Path(store).exists()


def test_a_name_without_an_ending_is_given_it_and_a_folder_is_refused(
    run: Run, store: str, tmp_path: Path
) -> None:
    run("office", "--store", store, "--sample")
    (tmp_path / "lich").mkdir()
    words = ("calendar", "--store", store, "--json", "-o")
    assert run(*words, tmp_path / "lich")[0] == 1
    assert not (tmp_path / "lich.ics").exists()
    assert run(*words, tmp_path / "nam")[1]["calendar"] == str(tmp_path / "nam.ics")
