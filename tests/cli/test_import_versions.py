"""A plan issued again, on the command line: taken in beside the other, or put in its place."""

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
    code, answer, said = run("import", DATA / "dong_thap.xlsx", "--store", store, "--json")
    assert (code, said) == (0, "")
    assert answer["earlier"] is None
    plan: str = answer["plan"]
    return plan


def test_another_version_is_one_plan_more_and_a_finding_tells_of_it(
    run: Run, store: str, held: str
) -> None:
    code, answer, _said = run("import", DATA / "dong_thap_v2.xlsx", "--store", store, "--json")
    assert code == 0
    assert answer["plan"] != held
    told = answer["earlier"]
    assert (told["plan"], told["added"], told["gone"], told["changed"]) == (held, 2, 1, 7)
    first = answer["findings"][0]
    assert first["severity"] == "check"
    assert "dong_thap.xlsx" in first["message"]
    assert f"--replace {held}" in first["message"]
    assert len({t["plan"] for t in run("tasks", "--store", store, "--json")[1]["tasks"]}) == 2


def test_the_same_plan_as_another_kind_of_file_is_told_to_differ_in_nothing(
    run: Run, store: str, held: str
) -> None:
    told = run("import", DATA / "dong_thap.ods", "--store", store, "--json")[1]["earlier"]
    assert (told["plan"], told["added"], told["gone"], told["changed"]) == (held, 0, 0, 0)


def test_with_replace_it_stands_in_the_place_of_the_other_and_answers_stay(
    run: Run, store: str, held: str
) -> None:
    before = run("tasks", "--store", store, "--json")[1]["tasks"]
    task = next(t for t in before if (t["appendix"], t["ordinal"]) == ("Phụ lục II", "8"))
    asked = ("--store", store, "--period", "2025-10", "--task", task["id"])
    assert run("record", *asked, "--state", "in_progress", "--result", "Đã làm")[0] == 0

    code, answer, _said = run(
        "import", DATA / "dong_thap_v2.xlsx", "--store", store, "--replace", held, "--json"
    )

    assert code == 0
    assert answer["plan"] == held
    assert not any("--replace" in finding["message"] for finding in answer["findings"])
    after = run("tasks", "--store", store, "--period", "2025-10", "--json")[1]["tasks"]
    assert {t["plan"] for t in after} == {held}
    assert {t["id"] for t in before} <= {t["id"] for t in after}
    moved = next(t for t in after if t["id"] == task["id"])
    assert (moved["ordinal"], moved["entry"]["result"]) == ("9", "Đã làm")


def test_a_plan_that_is_not_held_cannot_be_replaced(run: Run, store: str, held: str) -> None:
    code, answer, _said = run(
        "import", DATA / "dong_thap_v2.xlsx", "--store", store, "--replace", "x", "--json"
    )
    assert code == 1
    assert "“x”" in answer["error"]
    assert {t["plan"] for t in run("tasks", "--store", store, "--json")[1]["tasks"]} == {held}


def test_an_empty_id_to_replace_is_no_plan_and_takes_nothing_in(
    run: Run, store: str, held: str
) -> None:
    words = ("import", DATA / "dong_thap_v2.xlsx", "--store", store, "--replace", "", "--json")
    assert run(*words)[0] == 1
    assert {t["plan"] for t in run("tasks", "--store", store, "--json")[1]["tasks"]} == {held}
