"""Bold words go into the Word file, through Word's hands, and come back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from kehoach_desktop.documents.period_report import shipped_template, write_period_report
from kehoach_desktop.domain.draft import Source
from kehoach_desktop.domain.emphasis import Emphasis
from kehoach_desktop.domain.report import Block, BlockKind, PeriodReport
from kehoach_desktop.domain.snapshot import frozen, thawed
from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.lines import heard, spoken
from kehoach_desktop.importers.report_words import words_of_report
from tests.documents.binh_minh import OFFICE
from tests.documents.papers import a_report, rows

WORDS = "Đã mở 02 lớp tại thôn Tân Lập, 87 người dự; còn 01 thôn chưa mở."


def weighed(text: str, bold: str = "", italic: str = "") -> Block:
    """A paragraph with those words of it bold or italic."""
    marks = [Emphasis(text.index(bold), text.index(bold) + len(bold), bold=True)] if bold else []
    if italic:
        start = text.index(italic)
        marks.append(Emphasis(start, start + len(italic), italic=True))
    return Block(BlockKind.PARAGRAPH, text, tuple(marks))


def back(path: Path) -> Source:
    """The file as the reading child would hand it over."""
    return heard(spoken(read_source(path.read_bytes(), path.name)), path.name)


@pytest.fixture
def report() -> PeriodReport:
    made = a_report(OFFICE, rows(3))
    said = weighed(WORDS, "thôn Tân Lập", "còn 01 thôn")
    return replace(made, blocks=(made.blocks[0], said, *made.blocks[1:]))


@pytest.fixture
def written(report: PeriodReport, tmp_path: Path) -> Path:
    return write_period_report(report, tmp_path / "bc.docx", shipped_template())


def test_words_are_bold_in_the_file_and_come_back_so(report: PeriodReport, written: Path) -> None:
    assert words_of_report(back(written), report.blocks) == report.blocks


def test_what_is_made_bold_in_word_comes_back(report: PeriodReport, written: Path) -> None:
    document = docx.Document(str(written))
    runs = next(p for p in document.paragraphs if p.text == WORDS).runs
    runs[0].bold, runs[1].bold = True, None
    document.save(str(written))

    told = words_of_report(back(written), report.blocks)[1]

    said = [(told.text[e.start : e.end], e.bold, e.italic) for e in told.emphases]
    assert said == [("Đã mở 02 lớp tại ", True, False), ("còn 01 thôn", False, True)]


def test_a_placeholder_with_words_around_it_keeps_them(
    report: PeriodReport, tmp_path: Path
) -> None:
    own = tmp_path / "mau.docx"
    document = docx.Document(str(shipped_template()))
    specimen = next(p for p in document.paragraphs if p.text == "{{doan}}")
    specimen.runs[0].text = "» {{doan}} «"
    document.save(str(own))

    made = docx.Document(str(write_period_report(report, tmp_path / "bc.docx", own)))

    said = next(p for p in made.paragraphs if "Tân Lập, 87" in p.text)
    assert said.text == f"» {WORDS} «"
    assert [run.text for run in said.runs if run.bold] == ["thôn Tân Lập"]


def test_an_issued_report_keeps_its_bold_words(report: PeriodReport) -> None:
    assert thawed(frozen(report)) == report
