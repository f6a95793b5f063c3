"""Words with a line through them are read, and named with their place, in every kind of file."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.matrix import assemble
from kehoach_desktop.importers.pdf_page import Letter
from kehoach_desktop.importers.pdf_rules import Rule
from kehoach_desktop.importers.pdf_struck import strike_out
from tests.importers.building import contents
from tests.importers.comparing import DATA

TEXT = ["dữ liệu dùng chung", "Quý III/2026"]
SHEET = ["31/12/2026", "kỹ năng số"]
FILES = {".docx": TEXT, ".pdf": TEXT, ".xlsx": SHEET, ".xls": SHEET, ".ods": SHEET}


@pytest.mark.parametrize("path", sorted(DATA.glob("gach_ngang.*")), ids=lambda path: path.suffix)
def test_struck_words_are_told_with_their_row_and_still_read(path: Path) -> None:
    draft = assemble(read_source(path.read_bytes(), path.name))
    found = [(f.place[-6:], f.message) for f in draft.findings if "gạch ngang" in f.message]

    assert contents(draft) == ["Lập kho dữ liệu dùng chung", "Mở lớp kỹ năng số"]
    assert found == [
        (f"dòng {row}", f"Chữ bị gạch ngang vẫn được đọc: “{words}”. Nếu đã bỏ thì sửa lại.")
        for row, words in enumerate(FILES[path.suffix], start=2)
    ]


@pytest.mark.parametrize(("height", "struck"), [(103.0, True), (99.0, False), (109.0, False)])
def test_a_line_under_or_over_a_word_does_not_strike_it_out(height: float, struck: bool) -> None:
    word = [Letter("a", 10.0 + 5 * n, 15.0 + 5 * n, 100.0, 12.0) for n in range(4)]
    rule = Rule(height, 10.0, 30.0)

    letters, rules = strike_out(word, [rule])

    assert all(letter.struck is struck for letter in letters)
    assert rules == ([] if struck else [rule])


def test_the_line_of_a_table_that_grazes_one_word_stays_a_line() -> None:
    word = [Letter("a", 10.0, 15.0, 100.0, 12.0)]

    assert strike_out(word, [Rule(103.0, 0.0, 400.0)])[1] == [Rule(103.0, 0.0, 400.0)]
