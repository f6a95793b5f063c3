"""The indicators of a plan on the command line: kept with its tasks where that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

FILE = Path(__file__).parents[1] / "data" / "other_provinces" / "chi_tieu_nam.xlsx"
NAME = "Số hộ có cáp quang"
Run = Callable[..., Any]


def held(run: Run, store: str) -> dict[str, str]:
    rows = run("indicators", "--store", store, "--json")[1]["indicators"]
    return {row["name"]: row["id"] for row in rows}


def test_nothing_is_counted_that_was_not_asked_for(run: Run, store: str) -> None:
    code, answer, _said = run("import", FILE, "--store", store, "--json")

    assert (code, answer["indicators"]) == (0, [])
    assert NAME not in held(run, store)


def test_what_can_be_counted_is_kept_with_the_target_of_the_year(run: Run, store: str) -> None:
    code, answer, _said = run("import", FILE, "--indicators", "--store", store, "--json")
    kept = held(run, store)

    assert (code, answer["indicators"]) == (0, [kept[NAME]])
    sheet = run("figures", "--period", "2026", "--store", store, "--json")[1]
    assert [row["target"] for row in sheet["indicators"] if row["name"] == NAME] == [1200]
