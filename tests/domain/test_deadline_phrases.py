"""Deadlines as offices write them, each with the reading a careful colleague would give it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from kehoach_desktop.domain.deadline import Deadline
from kehoach_desktop.domain.deadline_reader import read_deadline

LINES = [
    line
    for table in sorted(Path(__file__).parent.glob("deadline_phrases*.txt"))
    for line in table.read_text(encoding="utf-8").splitlines()
]
PHRASES = [
    tuple(cell.strip() for cell in line.split(" | ", 2))
    for line in (line.replace(" | |", " |  |") for line in LINES)
    if line and not line.startswith("#")
]


def in_brief(deadline: Deadline) -> str:
    named = {
        "start": deadline.start,
        "due": deadline.due,
        "rec": deadline.recurrence,
        "day": deadline.day_of_month,
    }
    said = [f"{word}={value}" for word, value in named.items() if value is not None]
    flags = {"ongoing": deadline.ongoing, "excl": deadline.exclusive}
    return " ".join(
        sorted([deadline.kind, *said, *(word for word, is_so in flags.items() if is_so)])
    )


@pytest.mark.parametrize(("wording", "year", "reading"), PHRASES)
def test_a_wording_is_read_as_a_careful_colleague_would(
    wording: str, year: str, reading: str
) -> None:
    deadline = read_deadline(wording, int(year) if year else None)

    assert in_brief(deadline) == " ".join(sorted(reading.split()))
    assert deadline.wording == wording


DRESSES = ("({})", "{} ;", "- {}.", "“{}”", "Thời gian: {}")


@pytest.mark.parametrize("dress", DRESSES)
def test_what_stands_around_a_wording_does_not_matter(dress: str) -> None:
    for wording, year, _reading in PHRASES:
        bare, dressed = (
            in_brief(read_deadline(text, int(year) if year else None))
            for text in (wording, dress.format(wording))
        )
        assert dressed == bare, wording


def test_spaces_and_unicode_forms_of_a_wording_do_not_matter() -> None:
    for wording, year, _reading in PHRASES:
        spaced = wording.replace(" ", "\n", 1).replace("/", " / ").replace(" ", "\u00a0")
        for text in (spaced, unicodedata.normalize("NFD", wording)):
            bare, other = (
                in_brief(read_deadline(one, int(year) if year else None)) for one in (wording, text)
            )
            assert other == bare, wording


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(PHRASES) >= 1200
