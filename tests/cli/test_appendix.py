"""The province's own table filled back: columns and heads as they came, results at the right."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kehoach_desktop import paths
from kehoach_desktop.domain.filled_appendix import RESULTS
from tests.cli.conftest import Run

DATA = Path(__file__).parents[1] / "data"


def cells(path: Path, sheet: int, row: int) -> list[Any]:
    book = load_workbook(path)
    return [cell.value for cell in book.worksheets[sheet][row]]


def merged(path: Path, sheet: int) -> set[str]:
    return {str(area) for area in load_workbook(path).worksheets[sheet].merged_cells.ranges}


@pytest.fixture
def filled(run: Run, store: str) -> Any:
    """Import a file, answer its first own task, fill the table back."""

    def fill(name: str, *, lose_the_file: bool = False) -> tuple[Path, dict[str, Any]]:
        run("office", "--store", store, "--sample", "--json")
        code, _answer, said = run("import", DATA / name, "--store", store, "--json")
        assert code == 0, said
        _code, held, _said = run("tasks", "--store", store, "--json")
        task = next(row["id"] for row in held["tasks"] if row["ours"])
        words = ("--state", "in_progress", "--percent", "40", "--result", "=1+1")
        run("record", "--store", store, "--period", "2025-10", "--task", task, *words, "--json")
        if lose_the_file:
            shutil.rmtree(Path(store).parent / "tep-goc")
        target = Path(store).with_name("ra.xlsx")
        where = ("--store", store, "--period", "2025-10", "-o", target)
        code, answer, said = run("appendix", *where, "--json")
        assert code == 0, said
        return target, answer

    return fill


def test_a_workbook_comes_back_with_its_sheets_rows_heads_and_merges(filled: Any) -> None:
    target, answer = filled("dong_thap.xlsx")

    assert answer["tasks"] == 49
    assert load_workbook(target).sheetnames == ["Phụ lục I", "Phụ lục II", "PL III"]
    for sheet, header in enumerate((7, 6, 8)):
        before, after = (cells(path, sheet, header) for path in (DATA / "dong_thap.xlsx", target))
        wide = len(after) - len(RESULTS)
        assert [value or None for value in after[:wide]] == [
            " ".join(str(value).split()) if value else None for value in before[:wide]
        ]
        assert after[wide:] == list(RESULTS.values())
        assert merged(DATA / "dong_thap.xlsx", sheet) <= merged(target, sheet)
    assert load_workbook(target).worksheets[1].column_dimensions["B"].hidden


def test_the_answer_stands_in_the_row_of_its_task_and_stays_a_text(filled: Any) -> None:
    target, _answer = filled("dong_thap.xlsx")
    sheet = load_workbook(target).worksheets[0]
    row = next(row for row in sheet.iter_rows() if row[-4].value == "=1+1")

    assert (row[-4].data_type, row[-6].value) == ("s", 40)
    assert row[1].value == "1.1"


def test_a_word_file_becomes_a_table_with_its_own_columns_and_heading_rows(filled: Any) -> None:
    target, answer = filled("quang_tri.docx")
    sheet = load_workbook(target).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    header = next(row for row in rows if row[0] == "STT")

    assert answer["tasks"] == 20
    assert header[:6] == [
        "STT",
        "Nội dung nhiệm vụ",
        "Đơn vị chủ trì",
        "Đơn vị phối hợp",
        "Sản phẩm đầu ra",
        "Thời gian hoàn thành",
    ]
    first = next(row for row in rows if row[0] == "1")
    assert first[5] == "31/12/2025"
    assert [row[0] for row in rows if row[0] in ("A", "B")] == ["A", "B"]


def test_without_its_file_a_workbook_is_made_from_what_was_read(filled: Any) -> None:
    target, answer = filled("dong_thap.xlsx", lose_the_file=True)

    assert answer["tasks"] == 49
    assert cells(target, 0, 1 + len(merged(target, 0)))


def test_the_cells_come_in_the_order_of_the_monitoring_or_the_one_asked_for(
    filled: Any, run: Run, store: str
) -> None:
    filled("quang_tri.docx")
    words = ("appendix", "--store", store, "--period", "2025-10", "--tsv")
    _code, usual, _said = run(*words, "--json")
    _code, lines, _said = run(*words, "--columns", "ordinal,percent,result")
    code, _lines, said = run(*words, "--columns", "màu")

    assert usual["columns"][:3] == ["ordinal", "content", "lead"]
    assert all(len(row) == len(usual["columns"]) == 13 for row in usual["rows"])
    assert lines.splitlines()[0] == "1\t40\t=1+1"
    assert (code, "màu" in said) == (2, True)


def test_a_plan_that_is_not_held_is_refused_with_those_that_are(
    filled: Any, run: Run, store: str
) -> None:
    filled("quang_tri.docx")
    words = ("--store", store, "--period", "2025-10", "--tsv", "--json")
    code, answer, _said = run("appendix", "--plan", "999", *words)

    assert (code, "999" in answer["error"]) == (1, True)
    assert "Kế hoạch" in answer["hint"]


def test_the_office_puts_the_columns_in_the_order_of_its_own_form(
    run: Run, filled: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    filled("dong_thap.xlsx")
    store = str(next(tmp_path.glob("**/*.khxa")))
    own = tmp_path / "mau"
    own.mkdir()
    monkeypatch.setattr(paths, "office_templates", lambda: own)
    order = own / "bieu_giam_sat.txt"
    order.write_text("# của tỉnh\ncontent = Nhiệm vụ\n- = Mã\n\nresult\n", encoding="utf-8-sig")
    words = ("appendix", "--store", store, "--period", "2025-10", "--tsv", "--json")

    _code, told, _said = run(*words)
    order.write_text("màu = Đỏ", encoding="utf-8")
    code, _told, said = run(*words)

    assert told["headings"] == ["Nhiệm vụ", "Mã", "Kết quả thực hiện"]
    assert told["rows"][0][1:] == ["", "=1+1"]
    assert code == 1
    assert "Không có cột “màu = Đỏ”" in said
