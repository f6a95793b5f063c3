"""Duties, days off and the calendar as other programs call them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[1] / "data"
Run = Callable[..., Any]


@pytest.fixture
def office(run: Run, store: str) -> str:
    """A store with the sample office."""
    assert run("office", "--store", store, "--sample")[0] == 0
    return store


def due(run: Run, store: str, first: str, last: str) -> list[dict[str, Any]]:
    code, answer, said = run("duties", "--store", store, "--from", first, "--to", last, "--json")
    assert (code, said) == (0, "")
    found: list[dict[str, Any]] = answer["duties"]
    return found


def added(run: Run, store: str, *words: str) -> dict[str, Any]:
    code, answer, said = run("duty", "add", "--store", store, *words, "--json")
    assert (code, said) == (0, "")
    duty: dict[str, Any] = answer["duty"]
    return duty


def test_the_offices_own_reporting_day_is_due_each_month(run: Run, office: str) -> None:
    found = due(run, office, "2025-09-01", "2025-11-30")
    assert [(d["due"], d["remind_on"]) for d in found] == [
        ("2025-09-20", "2025-09-19"),
        ("2025-10-20", "2025-10-17"),
        ("2025-11-20", "2025-11-19"),
    ]
    assert {d["rule"] for d in found} == {"monthly before 20"}
    assert {"due", "remind_on", "rule", "to", "source"} <= set(found[0])
    assert found[0]["to"] == "Sở Khoa học và Công nghệ"
    assert found[0]["on_day_off"]


def test_a_store_without_an_office_has_no_duty(run: Run, store: str) -> None:
    assert run("units", "add", "Thôn Đông", "--store", store)[0] == 0
    assert due(run, store, "2025-01-01", "2025-12-31") == []


def test_a_chain_of_duties_is_kept_and_listed(run: Run, office: str) -> None:
    steps = ("--step", "đơn vị gửi=15", "--step", "dự thảo=17", "--step", "trình ký=-1")
    words = ("--rule", "monthly before 20", "--recipient", "Sở KH&CN", "--cutoff", "14")
    duty = added(run, office, *words, *steps, "--sender", "UBND xã", "--source", "KH 12")
    (october,) = due(run, office, "1/10/2025", "31/10/2025")
    assert (october["duty"], october["from"], october["source"]) == (duty["id"], "UBND xã", "KH 12")
    assert (october["figures_from"], october["figures_until"]) == ("2025-09-15", "2025-10-14")
    assert [(s["name"], s["due"], s["remind_on"]) for s in october["steps"]] == [
        ("đơn vị gửi", "2025-10-15", "2025-10-14"),
        ("dự thảo", "2025-10-17", "2025-10-16"),
        ("trình ký", "2025-10-19", "2025-10-17"),
    ]
    code, answer, _said = run("duty", "list", "--store", office, "--json")
    assert (code, answer["duties"]) == (0, [duty])


def test_several_rhythms_stand_side_by_side(run: Run, office: str) -> None:
    for rule in ("daily 10:00", "weekly fri 08:00", "monthly before 25", "yearly before 15/12"):
        added(run, office, "--rule", rule)
    found = due(run, office, "2025-12-15", "2025-12-26")
    rules = [d["rule"] for d in found]
    assert rules.count("daily 10:00") == 10
    assert rules.count("weekly fri 08:00") == 2
    assert [d["due"] for d in found if d["rule"] == "monthly before 25"] == ["2025-12-25"]
    assert [d["remind_on"] for d in found if d["period"] == "2025"] == ["2025-12-12"]
    assert [d["due"] for d in found] == sorted(d["due"] for d in found)


def test_what_was_reported_is_missed_no_more(run: Run, office: str) -> None:
    duty = added(run, office, "--rule", "monthly before 20", "--since", "2025-09-01")
    missed = ("duty", "missed", "--store", office, "--on", "2025-11-25", "--json")
    keys = [d["key"] for d in run(*missed)[1]["duties"]]
    assert keys == ["2025-09", "2025-10", "2025-11"]
    done = ("duty", "done", duty["id"], "2025-10", "--store", office)
    code, answer, _said = run(*done, "--on", "2025-10-17", "--json")
    assert (code, answer["duty"]["done_on"], answer["duty"]["late"]) == (0, "2025-10-17", False)
    assert [d["key"] for d in run(*missed)[1]["duties"]] == ["2025-09", "2025-11"]
    assert run("duty", "undone", duty["id"], "2025-10-20", "--store", office)[0] == 0
    assert [d["key"] for d in run(*missed)[1]["duties"]] == keys


def test_a_duty_is_ended_and_removed(run: Run, office: str) -> None:
    duty = added(run, office, "--rule", "weekly fri 08:00", "--recipient", "UBND xã")
    ended = run("duty", "end", duty["id"], "--on", "2025-10-10", "--store", office, "--json")
    assert ended[1]["duty"]["until"] == "2025-10-10"
    found = due(run, office, "2025-10-01", "2025-10-31")
    assert [d["due"] for d in found] == ["2025-10-03", "2025-10-10"]
    assert run("duty", "remove", duty["id"], "--store", office)[0] == 0
    assert [d["rule"] for d in due(run, office, "2025-10-01", "2025-10-31")] == [
        "monthly before 20"
    ]


def test_a_day_off_set_by_hand_changes_the_reminder(run: Run, office: str) -> None:
    day_off = ("day-off", "--store", office, "--json")
    code, answer, _said = run(*day_off, "add", "17/10/2025", "--reason", "Mưa lũ")
    assert (code, answer["days"]) == (
        0,
        [{"date": "2025-10-17", "off": True, "reason": "Mưa lũ"}],
    )
    assert due(run, office, "2025-10-01", "2025-10-31")[0]["remind_on"] == "2025-10-16"
    run(*day_off, "work", "2025-10-18")
    assert due(run, office, "2025-10-01", "2025-10-31")[0]["remind_on"] == "2025-10-18"
    for day in ("2025-10-17", "2025-10-18"):
        assert run(*day_off, "remove", day)[0] == 0
    assert due(run, office, "2025-10-01", "2025-10-31")[0]["remind_on"] == "2025-10-17"
    listed = run(*day_off, "list", "--from", "2025-01-01", "--to", "2025-12-31")[1]["days"]
    assert {"date": "2025-09-02", "off": True, "reason": "Quốc khánh"} in listed
    assert [day["date"] for day in listed if not day["off"]] == ["2025-04-26"]


def test_the_calendar_is_a_file_that_other_calendars_take(
    run: Run, office: str, tmp_path: Path
) -> None:
    target = tmp_path / "lịch báo cáo.ics"
    words = ("--from", "2025-10-01", "--to", "2026-03-31", "--store", office, "--json")
    code, answer, said = run("calendar", "-o", target, *words)
    assert (code, said, answer["events"]) == (0, "", 6)
    lines = target.read_bytes().decode("utf-8").split("\r\n")
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 6
    assert "UID:default-2025-10@kehoach-desktop" in lines


@pytest.mark.parametrize(
    "words",
    [
        ("duties", "--from", "2025-02-01", "--to", "2025-01-01"),
        ("duties", "--from", "2019-01-01", "--to", "2041-12-31"),
        ("duty", "done", "default", "2025-10-21"),
        ("duty", "done", "không-có", "2025-10"),
        ("duty", "remove", "default"),
        ("duty", "end", "x", "--on", "2025-01-01"),
        ("duty", "add", "--rule", "monthly 20", "--step", "ký"),
        ("duty", "add", "--rule", "monthly 20", "--plan", "không-có"),
        ("day-off", "remove", "2025-01-01"),
        ("calendar", "-o", "thư mục không có/x.ics"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_exit_1(
    run: Run, office: str, words: tuple[str, ...]
) -> None:
    code, answer, said = run(*words, "--store", office, "--json")
    assert code == 1
    assert answer["error"]
    assert "Traceback" not in said
    assert said.strip()


@pytest.mark.parametrize(
    "words",
    [
        ("duty",),
        ("duty", "add"),
        ("duty", "add", "--rule", "mai"),
        ("duty", "add", "--rule", "daily", "--cutoff", "32"),
        ("duties", "--from", "2025-13-01", "--to", "2025-12-31"),
        ("day-off", "add", "hôm nay"),
        ("units", "rename", "Thôn Đông", "--to", "Thôn Mới", "--on", "0001-01-01"),
        ("team", "end", "Thôn Đông", "--on", "31/12/9999"),
        ("calendar",),
    ],
)
def test_wrong_usage_is_exit_2(run: Run, store: str, words: tuple[str, ...]) -> None:
    assert run(*words, "--store", store)[0] == 2


def test_words_for_people_name_the_day_and_the_reminder(run: Run, office: str) -> None:
    words = ("--from", "2025-09-01", "--to", "2025-09-30", "--store", office)
    code, text, _said = run("duties", *words)
    assert code == 0
    assert text.startswith("20/09/2025\tnhắc 19/09/2025\thằng tháng, trước ngày 20")
    assert "rơi vào ngày nghỉ" in text


def test_an_import_proposes_what_the_plan_asks_to_be_reported(run: Run, store: str) -> None:
    words = ("import", DATA / "quang_tri.docx", "--store", store, "--json")
    code, answer, _said = run(*words)
    assert code == 0
    assert [duty["rule"] for duty in answer["reporting"] if duty["ours"]] == [
        "ad_hoc before 2025-08-30",
        "monthly before 22",
    ]
    assert answer["duties"] == []


def test_an_import_keeps_the_duties_of_the_commune_when_asked(run: Run, store: str) -> None:
    words = ("import", DATA / "quang_tri.docx", "--store", store, "--duties", "--json")
    code, answer, _said = run(*words)
    assert (code, len(answer["duties"])) == (0, 2)
    found = due(run, store, "2025-08-01", "2025-09-30")
    assert [(d["due"], d["to"]) for d in found] == [
        ("2025-08-22", "Sở Khoa học và Công nghệ"),
        ("2025-08-30", None),
        ("2025-09-22", "Sở Khoa học và Công nghệ"),
    ]
