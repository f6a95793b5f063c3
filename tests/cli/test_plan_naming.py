"""The command `plan`: a plan that is held is given the number and day it came without."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[1] / "data"
Run = Callable[..., Any]


@pytest.fixture
def held(run: Run, store: str) -> str:
    """The id of the plan that is held."""
    plan: str = run("import", DATA / "dong_thap.xlsx", "--store", store, "--json")[1]["plan"]
    return plan


def test_number_and_day_are_kept_and_what_is_not_named_stays(
    run: Run, store: str, held: str
) -> None:
    asked = ("plan", "--store", store, "--plan", held)
    _code, before, _said = run(*asked, "--json")
    assert (before["number"], before["date"]) == (None, None)

    code, after, said = run(*asked, "--number", "183/KH-UBND", "--date", "12/6/2025", "--json")

    assert (code, said) == (0, "")
    named = {"number": "183/KH-UBND", "date": "2025-06-12", "name": "Kế hoạch số 183/KH-UBND"}
    assert after == {**before, **named}
    assert run(*asked, "--json")[1] == after
    tasks = run("tasks", "--store", store, "--json")[1]["tasks"]
    assert {task["plan_name"] for task in tasks} == {"Kế hoạch số 183/KH-UBND"}


def test_title_and_issuer_too_and_an_empty_number_is_none(run: Run, store: str, held: str) -> None:
    asked = ("plan", "--store", store, "--plan", held)
    run(*asked, "--number", "183/KH-UBND")
    title, issuer = "Chuyển đổi số năm 2025", "Ủy ban nhân dân tỉnh Đồng Tháp"
    _code, after, _said = run(
        *asked, "--number", "", "--title", title, "--issuer", f" {issuer} ", "--json"
    )
    assert (after["number"], after["title"], after["issuer"]) == (None, title, issuer)


def test_a_plan_that_is_not_held_is_exit_1_and_no_plan_named_exit_2(
    run: Run, store: str, held: str
) -> None:
    code, answer, _said = run("plan", "--store", store, "--plan", "x", "--number", "1", "--json")
    assert code == 1
    assert "“x”" in answer["error"]
    assert run("plan", "--store", store, "--number", "1")[0] == 2
    assert run("plan", "--store", store, "--plan", held, "--date", "31/6/2025")[0] == 2


def test_a_title_that_begins_with_the_kind_does_not_say_it_twice(
    run: Run, store: str, held: str
) -> None:
    asked = ("plan", "--store", store, "--plan", held, "--number", "", "--json", "--title")
    assert run(*asked, "kế hoạch chuyển đổi số")[1]["name"] == "Kế hoạch chuyển đổi số"
    assert run(*asked, "Chuyển đổi số")[1]["name"] == "Kế hoạch chuyển đổi số"
