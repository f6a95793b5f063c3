"""Periods and units on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[1] / "data"
Run = Callable[..., Any]


@pytest.fixture
def plan(run: Run, store: str) -> str:
    """A store with the sample office and the Đồng Tháp plan."""
    run("office", "--store", store, "--sample")
    assert run("import", DATA / "dong_thap.xlsx", "--store", store)[0] == 0
    return store


def status(run: Run, store: str, *words: str) -> dict[str, Any]:
    code, answer, said = run("period", *words, "--store", store, "--json")
    assert (code, said) == (0, "")
    found: dict[str, Any] = answer
    return found


def test_a_period_is_opened_closed_and_reopened(run: Run, plan: str) -> None:
    assert status(run, plan, "status", "2025-10")["state"] == "not_opened"
    opened = status(run, plan, "open", "2025-10")
    assert (opened["state"], opened["closed_at"]) == ("open", None)
    assert opened["counts"]["unanswered"] == len(opened["unanswered"]) == opened["active"] > 0
    closed = status(run, plan, "close", "2025-10", "--reason", "đã gửi BC 45")
    assert (closed["state"], closed["closed_reason"]) == ("closed", "đã gửi BC 45")
    task = opened["unanswered"][0]["id"]
    record = (
        "record",
        "--store",
        plan,
        "--period",
        "2025-10",
        "--task",
        task,
        "--state",
        "nothing",
    )
    code, answer, said = run(*record, "--json")
    assert code == 1
    assert "đã chốt" in answer["error"]
    assert "period reopen 2025-10" in said
    assert status(run, plan, "reopen", "2025-10", "--reason", "sửa")["state"] == "open"
    assert run(*record)[0] == 0
    left = status(run, plan, "status", "2025-10")
    assert len(left["unanswered"]) == len(opened["unanswered"]) - 1


def test_the_next_year_carries_the_words_of_the_last(run: Run, plan: str) -> None:
    first = status(run, plan, "open", "2025-12")
    task = first["unanswered"][0]["id"]
    words = ("--task", task, "--state", "in_progress", "--result", "Đã mở 02 lớp")
    run("record", "--store", plan, "--period", "2025-12", *words)
    january = status(run, plan, "open", "2026-01")
    assert january["carried"] == [task]
    (row,) = (row for row in january["unanswered"] if row["id"] == task)
    assert row["before"]["result"] == "Đã mở 02 lớp"


def test_all_tasks_of_the_plan_are_shown_where_asked(run: Run, plan: str) -> None:
    assert status(run, plan, "status", "2025-10", "--all")["counts"]["total"] == 49
    assert status(run, plan, "status", "2025-10")["counts"]["total"] < 49


@pytest.mark.parametrize(
    "words",
    [
        ("close", "2025-10", "--reason", "đã gửi"),
        ("reopen", "2025-10"),
    ],
)
def test_what_was_never_opened_is_neither_closed_nor_reopened(
    run: Run, plan: str, words: tuple[str, ...]
) -> None:
    code, answer, said = run("period", *words, "--store", plan, "--json")
    assert code == 1
    assert "chưa mở" in answer["error"]
    assert said.strip()


def test_closing_asks_for_a_reason(run: Run, plan: str) -> None:
    status(run, plan, "open", "2025-10")
    for verb in ("close", "corrected"):
        assert run("period", verb, "2025-10", "--store", plan)[0] == 2
        assert run("period", verb, "2025-10", "--reason", " ", "--store", plan)[0] == 1
    assert status(run, plan, "status", "2025-10")["state"] == "open"


@pytest.mark.parametrize("words", [("period",), ("period", "open"), ("period", "open", "10/2025")])
def test_a_period_that_is_none_is_wrong_usage(run: Run, plan: str, words: tuple[str, ...]) -> None:
    assert run(*words, "--store", plan)[0] == 2


def test_units_are_added_ended_and_removed(run: Run, store: str) -> None:
    units = ("units", "--store", store)
    village = run(*units, "add", "Thôn Đông", "--until", "2026-06-30", "--json")[1]["unit"]
    code, answer, _said = run(*units, "--json", "add", "Phòng Kinh tế", "--from", "1/7/2025")
    assert (code, answer["unit"]["kind"], answer["unit"]["valid_from"]) == (
        0,
        "department",
        "2025-07-01",
    )
    assert (village["kind"], village["valid_until"]) == ("village", "2026-06-30")
    listed = run(*units, "--json")[1]["units"]
    assert listed == [answer["unit"], village]
    assert run(*units, "list", "--on", "2026-07-01", "--json")[1]["units"] == [answer["unit"]]
    assert run(*units, "add", "phòng kinh tế")[0] == 1
    ended = run(*units, "end", "Phòng Kinh tế", "--on", "2026-12-31", "--json")[1]["unit"]
    assert ended["valid_until"] == "2026-12-31"
    assert run(*units, "remove", village["id"])[0] == 0
    assert run(*units, "--json")[1]["units"] == [ended]
    assert run(*units, "remove", "Thôn Tây")[0] == 1


def test_a_task_is_handed_to_units_and_to_an_officer(run: Run, plan: str) -> None:
    task = run("tasks", "--store", plan, "--json")[1]["tasks"][0]["id"]
    place = ("assign", "--store", plan, "--task", task, "--json")
    assert run(*place, "--unit", "Phòng Kinh tế")[1]["assigned_to"] == "Phòng Kinh tế"
    for name in ("Phòng Văn hóa - Xã hội", "Thôn Đông"):
        run("units", "--store", plan, "add", name)
    both = run(*place, "--unit", "phòng văn hóa - xã hội", "--unit", "Thôn Đông")[1]
    assert both["assigned_to"] == "Phòng Văn hóa - Xã hội; Thôn Đông"
    named = run(*place, "--officer", " Lò Thị  Mai ")[1]
    assert (named["assigned_to"], named["officer"]) == (both["assigned_to"], "Lò Thị Mai")
    assert run(*place, "--unit", "Thôn Tây")[0] == 1
    row = run("tasks", "--store", plan, "--json")[1]["tasks"][0]
    assert (row["assigned_to"], row["officer"]) == (both["assigned_to"], "Lò Thị Mai")
    assert run(*place, "--unit", "", "--officer", "")[1]["officer"] is None
    assert run("assign", "--store", plan, "--task", "x", "--unit", "Thôn Đông")[0] == 1


def test_many_tasks_are_handed_out_at_once_or_none_of_them(run: Run, plan: str) -> None:
    rows = run("tasks", "--store", plan, "--json")[1]["tasks"]
    named = [row["id"] for row in rows[:3]]
    place = ["assign", "--store", plan, "--unit", "Phòng Kinh tế", "--officer", "Lò Thị Mai"]
    asked = [word for task in named for word in ("--task", task)]

    assert run(*place, *asked, "--task", "x")[0] == 1
    after = run("tasks", "--store", plan, "--json")[1]["tasks"]
    assert [row["assigned_to"] for row in after] == [row["assigned_to"] for row in rows]

    answer = run(*place, *asked, "--task", named[0], "--json")[1]
    handed = {"assigned_to": "Phòng Kinh tế", "officer": "Lò Thị Mai"}
    assert answer["tasks"] == [{"task": task, **handed} for task in named]
    assert answer["task"] == named[0]
    after = run("tasks", "--store", plan, "--json")[1]["tasks"]
    assert [row["officer"] for row in after[:4]] == ["Lò Thị Mai"] * 3 + [rows[3]["officer"]]


def test_a_quarter_stands_as_its_months_do(run: Run, plan: str) -> None:
    ours = status(run, plan, "open", "2025-08")["unanswered"]
    for month, row in zip(("2025-07", "2025-08", "2025-09"), ours, strict=False):
        words = ("--task", row["id"], "--state", "in_progress")
        assert run("record", "--store", plan, "--period", month, *words)[0] == 0
    status(run, plan, "close", "2025-08", "--reason", "đã gửi")
    quarter = status(run, plan, "status", "2025-Q3")
    assert quarter["state"] == "not_opened"
    assert quarter["counts"]["unanswered"] == len(quarter["unanswered"]) == len(ours) - 3
    assert [(m["period"], m["state"], m["answered"]) for m in quarter["months"]] == [
        ("2025-07", "open", 1),
        ("2025-08", "closed", 1),
        ("2025-09", "open", 1),
    ]
    assert all(m["answered"] + m["unanswered"] == m["active"] for m in quarter["months"])
    assert len(status(run, plan, "status", "2025-H2")["months"]) == 6
    tasks = run("tasks", "--store", plan, "--period", "2025-Q3", "--json")[1]["tasks"]
    answered = [task["id"] for task in tasks if task["entry"]]
    assert answered == [row["id"] for row in ours[:3]]
    assert status(run, plan, "status", "2025-08")["months"] == []
