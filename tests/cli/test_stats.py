"""The counts of a period as other programs read them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[1] / "data"
CLASSES = (
    "done_on_time",
    "done_late",
    "open_in_time",
    "open_overdue",
    "ongoing",
    "conditional",
    "suspended",
    "undated",
)
Run = Callable[..., Any]


@pytest.fixture
def plans(run: Run, store: str) -> str:
    """A store with two plans."""
    for name in ("dong_thap.xlsx", "quang_tri.docx"):
        assert run("import", DATA / name, "--store", store)[0] == 0
    return store


def stats(run: Run, store: str, *words: str) -> dict[str, Any]:
    code, answer, said = run("stats", "--period", "2025-10", "--store", store, *words, "--json")
    assert (code, said) == (0, "")
    found: dict[str, Any] = answer
    return found


def record(run: Run, store: str, task: str, *words: str) -> None:
    said = run("record", "--store", store, "--period", "2025-10", "--task", task, *words)
    assert said[0] == 0


def test_every_sum_closes_over_plans_sections_units_and_pillars(run: Run, plans: str) -> None:
    whole = stats(run, plans, "--all")
    assert whole["total"] == 69 == sum(whole[name] for name in CLASSES)
    assert [plan["total"] for plan in whole["plans"]] == [49, 20]
    for division in ("plans", "sections", "units", "pillars"):
        for name in ("total", "unanswered", *CLASSES):
            assert sum(part[name] for part in whole[division]) == whole[name]
    assert whole["units"][0]["unit"] is None
    technology = "Về phát triển hạ tầng, công nghệ"
    inside = [part["total"] for part in whole["sections"] if part["title"] == technology]
    assert len(inside) == 2
    assert [p["total"] for p in whole["pillars"] if p["pillar"] == technology] == [sum(inside)]


def test_only_the_communes_tasks_are_counted_unless_all_are_asked_for(run: Run, plans: str) -> None:
    tasks = run("tasks", "--store", plans, "--json")[1]["tasks"]
    own = stats(run, plans)
    assert (own["scope"], own["total"]) == ("ours", sum(task["ours"] for task in tasks))


def test_a_store_without_tasks_has_no_rate_rather_than_nought(run: Run, store: str) -> None:
    run("office", "--store", store, "--sample")
    empty = stats(run, store)
    assert empty["rates"] == {"done": None, "done_on_time": None, "overdue": None}
    assert (empty["total"], empty["plans"], empty["units"]) == (0, [], [])


def test_answers_move_tasks_between_the_fields(run: Run, plans: str) -> None:
    tasks = run("tasks", "--store", plans, "--json")[1]["tasks"]
    dated = [
        t for t in tasks if t["deadline"]["due"] == "2025-12-31" and not t["deadline"]["start"]
    ]
    on_time, late, stopped, *_rest = (t["id"] for t in dated if t["deadline"]["kind"] == "fixed")
    before = stats(run, plans, "--all", "--on", "2026-01-02")
    record(run, plans, on_time, "--state", "done", "--done-on", "2025-12-31")
    record(run, plans, late, "--state", "done", "--done-on", "2026-01-01")
    record(run, plans, stopped, "--state", "suspended")
    after = stats(run, plans, "--all", "--on", "2026-01-02")
    changed = {name: after[name] - before[name] for name in CLASSES if after[name] != before[name]}
    assert changed == {"done_on_time": 1, "done_late": 1, "suspended": 1, "open_overdue": -3}
    assert after["unanswered"] == before["unanswered"] - 3
    assert after["fallen_due"] == before["fallen_due"] - 1
    assert after["complete"] is False


def test_a_day_may_be_named(run: Run, plans: str) -> None:
    early, late = (stats(run, plans, "--all", "--on", day) for day in ("2025-01-01", "2030-01-01"))
    assert (early["as_of"], early["open_overdue"]) == ("2025-01-01", 0)
    assert late["open_in_time"] == 0


def test_words_for_people_say_what_is_missing(run: Run, plans: str) -> None:
    code, text, _said = run("stats", "--period", "2025-10", "--store", plans)
    assert code == 0
    assert text.splitlines()[0].endswith("— chưa có trả lời nào")
    task = next(t for t in run("tasks", "--store", plans, "--json")[1]["tasks"] if t["ours"])
    record(run, plans, task["id"], "--state", "in_progress")
    text = run("stats", "--period", "2025-10", "--store", plans)[1]
    assert "— còn" in text.splitlines()[0]


def test_a_period_must_be_named(run: Run, plans: str) -> None:
    assert run("stats", "--store", plans)[0] == 2
