"""A row means a task: shortened, abbreviated, renumbered, or none that is known."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from kehoach_desktop.domain.matching import Known, Matcher
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.text import task_name

DATA = Path(__file__).parents[1] / "data"
RETURNS = json.loads((DATA / "bao_cao_don_vi.json").read_text(encoding="utf-8"))["files"]
ROWS = [row for file in RETURNS for row in file["rows"]]


def tasks_of(name: str) -> list[dict[str, Any]]:
    plan = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return [task for appendix in plan["appendices"] for task in appendix["tasks"]]


def known(name: str) -> list[Known]:
    return [
        Known(
            TaskId(f"{task.get('part') or number}.{task['ordinal']}"),
            task["content"],
            (f"{task.get('part') or ''}{task['ordinal']}", task["ordinal"]),
        )
        for number, task in enumerate(tasks_of(name))
    ]


@pytest.fixture(scope="module")
def quang_tri() -> Matcher:
    return Matcher(known("quang_tri"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["content_text"][:30])
def test_rows_of_hand_made_returns_mean_their_task(quang_tri: Matcher, row: dict[str, Any]) -> None:
    match = quang_tri.match(row["content_text"], row["stt"] or "")
    meant = row["task"] and TaskId(f"{row['task']['part']}.{row['task']['ordinal']}")
    assert match.task == meant


@pytest.mark.parametrize("name", ["quang_tri", "dong_thap"])
def test_a_shortened_row_never_means_another_task(name: str) -> None:
    tasks = known(name)
    matcher = Matcher(tasks)
    by_id = {task.task: task.content for task in tasks}
    rng = random.Random(11)
    sure = 0
    for task in tasks:
        words = task_name(task.content).split()
        for _again in range(5):
            kept = [word for word in words if rng.random() < 0.75]
            if len(kept) < 4:
                continue
            found = matcher.match(" ".join(kept)).task
            assert found is None or by_id[found] == task.content
            sure += found is not None
    assert sure > 3 * len(tasks)


def test_two_tasks_of_one_text_are_told_apart_by_the_label_alone() -> None:
    text = "Triển khai nền tảng dùng chung"
    matcher = Matcher([Known(TaskId("a"), text, ("23",)), Known(TaskId("b"), text, ("24",))])
    assert matcher.match(text, "24").task == "b"
    assert matcher.match(text, "").task is None
    assert matcher.match(text, "").candidates == ("a", "b")


def test_initials_stand_for_words_of_the_task(quang_tri: Matcher) -> None:
    assert quang_tri.match("Camera giám sát ANTT về IOC").task == "B.2"


@pytest.mark.parametrize("text", ["", "   ", "…", "1", "Khác", "Tổng cộng"])
def test_a_row_that_names_nothing_means_nothing(quang_tri: Matcher, text: str) -> None:
    assert quang_tri.match(text).task is None


def test_no_task_at_all_is_no_match() -> None:
    assert Matcher([]).match("Bất kỳ việc gì").task is None


LESSONS = Matcher(
    [
        Known(TaskId("canbo"), "Tổ chức tập huấn kỹ năng số cho cán bộ thôn"),
        Known(TaskId("dan"), "Tổ chức tập huấn kỹ năng số cho người dân ở thôn"),
        Known(TaskId("cau"), "Sửa chữa cầu treo bản Tà"),
    ]
)


def test_words_that_fit_two_tasks_alike_are_asked_about() -> None:
    both = LESSONS.match("Tập huấn kỹ năng số")
    assert (both.task, set(both.candidates)) == (None, {"canbo", "dan"})
    assert LESSONS.match("Tập huấn kỹ năng số cho người dân").task == "dan"


def test_a_row_of_which_only_half_is_known_is_asked_about() -> None:
    half = LESSONS.match("Sửa chữa cầu treo và xây trường mầm non trung tâm")
    assert (half.task, half.candidates) == (None, ("cau",))
    assert LESSONS.match("Sửa chữa cầu treo").task == "cau"
