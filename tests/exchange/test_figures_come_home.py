"""The figures of villages in their forms: out, typed, saved anew by LibreOffice, home again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kehoach_desktop.app import Verbs, main
from kehoach_desktop.domain.activity import IndicatorId
from kehoach_desktop.domain.indicator_book import Figure, FigureKey
from kehoach_desktop.domain.return_form_answers import FileAnswers
from kehoach_desktop.domain.return_form_figures import whole_number
from kehoach_desktop.domain.return_form_outcome import Doubt, Reason
from kehoach_desktop.domain.return_form_words import sending_words
from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind
from kehoach_desktop.exchange.form_figures import FIGURE_HEADER_ROW, FIGURE_SHEET
from kehoach_desktop.ui.collecting.unit_rows import UnitRow, state_words
from tests.exchange.test_forms_come_home import saved_anew
from tests.exchange.twelve_forms import OCTOBER, Round, open_verbs, send_out, take_home

VILLAGE, OTHER = "Thôn Tân Lập", "Thôn Bình Minh"
VNEID, PAYING = IndicatorId("vneid_muc_2"), IndicatorId("thanh_toan")


@pytest.fixture
def verbs(tmp_path: Path) -> Iterator[Verbs]:
    with with_villages(tmp_path) as opened:
        yield opened


@pytest.fixture(scope="module")
def went_out(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Round]:
    folder = tmp_path_factory.mktemp("went-out-to-villages")
    with with_villages(folder) as verbs:
        return folder, send_out(verbs, folder)


@contextmanager
def with_villages(folder: Path) -> Iterator[Verbs]:
    with open_verbs(folder) as opened:
        for name in (VILLAGE, OTHER):
            opened.units.add(Unit(UnitId(""), name, UnitKind.VILLAGE))
        yield opened


def key(verbs: Verbs, indicator: IndicatorId, village: str = VILLAGE) -> FigureKey:
    return FigureKey(indicator, verbs.indicators.village(village, OCTOBER).id, OCTOBER.key)


def type_figures(path: Path, typed: dict[str, object]) -> None:
    book = load_workbook(path)
    sheet = book[FIGURE_SHEET]
    for row in range(FIGURE_HEADER_ROW + 1, sheet.max_row + 1):
        if sheet.cell(row, 1).value in typed:
            sheet.cell(row, 5).value = typed[str(sheet.cell(row, 1).value)]
    book.save(path)


def test_only_villages_are_asked_for_figures_and_never_for_a_sum(sent: Round) -> None:
    asked = {form.unit: [line.indicator for line in form.figures] for form in sent.forms}
    assert [unit for unit, figures in asked.items() if figures] == [OTHER, VILLAGE]
    assert VNEID in asked[VILLAGE]
    assert "luot_ho_tro" not in asked[VILLAGE]
    assert sent.files[VILLAGE].stat().st_size < 40_000


@pytest.mark.libreoffice
@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_figures_land_with_their_form_as_source_and_blanks_overwrite_nothing(
    sent: Round, tmp_path: Path, ending: str
) -> None:
    verbs = sent.verbs
    verbs.indicators.give([Figure(key(verbs, PAYING), 7, "Bảng tay")])
    type_figures(sent.files[VILLAGE], {VNEID: 1250})
    home = take_home(saved_anew([sent.files[VILLAGE]], ending, tmp_path))
    (told,) = verbs.collecting.compare(home, OCTOBER).files
    (change,) = told.figures
    assert (change.before, change.figure.value, told.questions) == (None, 1250, ())
    assert not told.is_blank
    book = verbs.indicators.book(OCTOBER).figures
    assert [*book] == [key(verbs, PAYING)]
    taken = verbs.collecting.apply(home, OCTOBER)
    assert taken.written == 1
    held = verbs.indicators.book(OCTOBER).figures
    assert held[key(verbs, VNEID)].source == "Phiếu thu thập tháng 10 năm 2025 của Thôn Tân Lập"
    assert held[key(verbs, PAYING)].value == 7
    again = verbs.collecting.apply(home, OCTOBER)
    assert [r.reason for r in again.files[0].refused] == [Reason.DUPLICATE]
    verbs.collecting.take_back(taken)
    assert verbs.indicators.book(OCTOBER).figures == book


def test_a_figure_that_is_no_number_is_asked_about_and_a_new_one_takes_the_place(
    sent: Round,
) -> None:
    verbs = sent.verbs
    verbs.indicators.give([Figure(key(verbs, PAYING), 7, "Bảng tay")])
    type_figures(sent.files[VILLAGE], {VNEID: "khoảng 20", PAYING: "1.250"})
    home = take_home([sent.files[VILLAGE]])
    (told,) = verbs.collecting.apply(home, OCTOBER).files
    assert [question.doubt for question in told.questions] == [Doubt.FIGURE_UNCLEAR]
    held = verbs.indicators.book(OCTOBER).figures
    assert {k: figure.value for k, figure in held.items()} == {key(verbs, PAYING): 1250}


def test_the_command_line_tells_each_figure(
    sent: Round, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    type_figures(sent.files[VILLAGE], {VNEID: 12})
    store = ["--store", str(tmp_path / "so.khxa"), "--period", OCTOBER.key, "--json"]
    assert main(["collect", str(sent.files[VILLAGE]), *store]) == 0
    (file,) = json.loads(capsys.readouterr().out)["files"]
    (figure,) = file["figures"]
    assert (figure["indicator"], figure["old"], figure["new"]) == (VNEID, None, 12)
    assert figure["source"].startswith("Phiếu thu thập tháng 10")


def test_a_figure_is_known_by_its_name_where_the_code_is_gone(sent: Round) -> None:
    type_figures(sent.files[VILLAGE], {VNEID: 5})
    (home,) = take_home([sent.files[VILLAGE]])
    bare = replace(home, figures=tuple(replace(typed, code="") for typed in home.figures))
    (told,) = sent.verbs.collecting.compare([bare], OCTOBER).files
    assert [change.figure.key.indicator for change in told.figures] == [VNEID]
    strange = replace(home, figures=(replace(home.figures[0], code="", name="Số gì đó"),))
    (told,) = sent.verbs.collecting.compare([strange], OCTOBER).files
    assert [question.doubt for question in told.questions] == [Doubt.FIGURE_UNKNOWN]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1250", 1250),
        ("1.250", 1250),
        ("1 250", 1250),
        ("12.0", 12),
        ("0", 0),
        ("12,5", None),
        ("-3", None),
        ("vài chục", None),
        ("12 người", None),
    ],
)
def test_only_whole_numbers_are_taken(text: str, value: int | None) -> None:
    assert whole_number(text) == value


ALONE = "Thôn Suối Cạn"


@pytest.fixture
def alone(verbs: Verbs, tmp_path: Path) -> Round:
    verbs.units.add(Unit(UnitId(""), ALONE, UnitKind.VILLAGE))
    return send_out(verbs, tmp_path)


def test_a_village_without_tasks_gets_a_form_with_its_figures(alone: Round) -> None:
    (form,) = (form for form in alone.forms if form.unit == ALONE)
    assert form.lines == ()
    assert VNEID in [line.indicator for line in form.figures]
    book = load_workbook(alone.files[ALONE])
    assert [s.title for s in book if s.sheet_state == "visible"] == [FIGURE_SHEET]
    words = sending_words(form)
    assert f"{len(form.figures):02d} số liệu." in words
    assert "việc" not in words


@pytest.mark.parametrize("bare", [False, True])
def test_its_figures_land_also_where_the_hidden_sheet_is_gone(alone: Round, bare: bool) -> None:
    verbs, path = alone.verbs, alone.files[ALONE]
    type_figures(path, {VNEID: 31})
    if bare:
        book = load_workbook(path)
        del book["_phieu"]
        book.save(path)
    home = take_home([path])
    taken = verbs.collecting.apply(home, OCTOBER)
    assert (taken.written, taken.files[0].unit) == (1, ALONE)
    assert verbs.indicators.book(OCTOBER).figures[key(verbs, VNEID, ALONE)].value == 31
    again = verbs.collecting.apply(home, OCTOBER)
    assert [r.reason for r in again.files[0].refused] == [Reason.DUPLICATE]
    told = {unit.unit: unit for unit in verbs.collecting.units(OCTOBER)}
    assert told[ALONE].received
    assert state_words(UnitRow(told[ALONE])).startswith("đã gửi số liệu")


def test_its_form_left_blank_is_told_as_blank(alone: Round) -> None:
    (told,) = alone.verbs.collecting.compare(take_home([alone.files[ALONE]]), OCTOBER).files
    assert told.accepted
    assert told.is_blank


def test_a_village_that_has_given_every_figure_is_asked_no_more(alone: Round) -> None:
    verbs = alone.verbs
    (form,) = (form for form in alone.forms if form.unit == ALONE)
    given = [Figure(key(verbs, line.indicator, ALONE), 3, "Bảng tay") for line in form.figures]
    verbs.indicators.give(given[1:])
    assert ALONE in [form.unit for form in verbs.collecting.prepare(OCTOBER).forms]
    verbs.indicators.give(given)
    assert ALONE not in [form.unit for form in verbs.collecting.prepare(OCTOBER).forms]


def test_a_figure_left_out_does_not_land_and_the_others_do(sent: Round) -> None:
    verbs = sent.verbs
    type_figures(sent.files[VILLAGE], {VNEID: 12, PAYING: 8})
    home = take_home([sent.files[VILLAGE]])
    left = FileAnswers().with_figure(VNEID, taken=False)
    taken = verbs.collecting.apply(home, OCTOBER, [left])
    assert taken.written == 1
    held = verbs.indicators.book(OCTOBER).figures
    assert {k: figure.value for k, figure in held.items()} == {key(verbs, PAYING): 8}
    assert left.with_figure(VNEID, taken=True) == FileAnswers()
