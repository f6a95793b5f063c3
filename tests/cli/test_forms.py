"""`kehoach forms` and `kehoach collect` as other programs call them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx
import pytest
from openpyxl import Workbook

from tests.cli.conftest import Run

DATA = Path(__file__).parents[1] / "data"
TRUTH = json.loads((DATA / "bao_cao_don_vi.json").read_text(encoding="utf-8"))["files"]
RETURNS = [DATA / file["file"] for file in TRUTH]


@pytest.fixture
def held(run: Run, store: str) -> str:
    run("office", "--store", store, "--sample")
    assert run("import", DATA / "quang_tri.docx", "--store", store)[0] == 0
    return store


def collected(run: Run, store: str, *files: Path, apply: bool = False) -> dict[str, Any]:
    words = ["--apply"] if apply else []
    code, answer, _said = run(
        "collect", *files, "--period", "2025-10", "--store", store, "--json", *words
    )
    assert code == 0
    return answer  # type: ignore[no-any-return]  # of JSON


def entries(run: Run, store: str) -> dict[str, Any]:
    tasks = run("tasks", "--store", store, "--period", "2025-10", "--json")[1]["tasks"]
    return {f"{task['part']}{task['ordinal']}": task["entry"] for task in tasks}


def test_the_rows_of_hand_made_returns_are_read_as_they_were_meant(run: Run, held: str) -> None:
    answer = collected(run, held, *RETURNS)
    for told, truth in zip(answer["files"], TRUTH, strict=True):
        assert (told["unit"], told["period"]) == (truth["unit"], "2025-10")
        read = {row["row"]: row for row in told["rows"]}
        asked = {question["row"] for question in told["questions"]}
        for row in truth["rows"]:
            found, meant = read[row["row"]], row["task"]
            assert found["label"] == (meant and meant["part"] + meant["ordinal"])
            assert (found["status"], found["percent"]) == (row["status"], row["percent"])
            assert found["date"] == row["date"]
            assert meant is not None or row["row"] in asked
            assert row["status"] is not None or row["row"] in asked


def test_looking_keeps_nothing_and_applying_keeps_what_was_shown(run: Run, held: str) -> None:
    shown = collected(run, held, *RETURNS)
    assert not any(entries(run, held).values())
    kept = collected(run, held, *RETURNS, apply=True)
    changes = [change for file in shown["files"] for change in file["changes"]]
    assert kept["written"] == len(changes) > 20
    assert [file["changes"] for file in kept["files"]] == [f["changes"] for f in shown["files"]]
    after = entries(run, held)
    assert (after["B1"]["state"], after["B1"]["percent"]) == ("in_progress", 70)
    assert after["A11"]["obstacle"] == "Định mức chưa có hướng dẫn"


def test_nothing_that_must_be_asked_is_kept(run: Run, held: str) -> None:
    collected(run, held, *RETURNS, apply=True)
    after = entries(run, held)
    for label in ("A4", "A9", "A1", "B2"):  # done without a day, a bare x, the unit's "CHẬM"
        assert after[label]["state"] is None
        assert after[label]["result"]


def test_the_same_files_again_change_nothing_and_are_named(run: Run, held: str) -> None:
    collected(run, held, *RETURNS, apply=True)
    before = entries(run, held)
    again = collected(run, held, *RETURNS, apply=True)
    assert again["written"] == 0
    assert {file["refused"][0]["reason"] for file in again["files"]} == {"duplicate"}
    assert entries(run, held) == before


def test_a_correction_by_hand_is_not_undone_by_the_same_file(run: Run, held: str) -> None:
    collected(run, held, *RETURNS, apply=True)
    task = next(
        t["id"] for t in run("tasks", "--store", held, "--json")[1]["tasks"]
        if (t["part"], t["ordinal"]) == ("A", "3")
    )  # fmt: skip
    run("record", "--store", held, "--period", "2025-10", "--task", task, "--result", "Đã sửa")
    collected(run, held, *RETURNS, apply=True)
    assert entries(run, held)["A3"]["result"] == "Đã sửa"


def test_a_return_of_another_month_is_refused_with_the_reason(run: Run, held: str) -> None:
    code, answer, _said = run(
        "collect", RETURNS[0], "--period", "2025-11", "--store", held, "--json"
    )
    (file,) = answer["files"]
    assert (code, file["accepted"], file["changes"]) == (0, False, [])
    assert [refused["reason"] for refused in file["refused"]] == ["wrong_period"]


def test_a_file_that_is_no_return_spoils_no_other(run: Run, held: str, tmp_path: Path) -> None:
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(b"PK\x03\x04 khong phai")
    answer = collected(run, held, broken, DATA / "dong_thap.xlsx", RETURNS[0], RETURNS[0])
    reasons = [[r["reason"] for r in file["refused"]] for file in answer["files"]]
    assert reasons == [["unreadable"], ["unknown"], [], ["duplicate"]]


def test_a_closed_period_takes_nothing_but_shows_what_would_change(run: Run, held: str) -> None:
    run("period", "open", "2025-10", "--store", held)
    run("period", "close", "2025-10", "--reason", "đã gửi báo cáo", "--store", held)
    assert collected(run, held, RETURNS[0])["files"][0]["changes"]
    code, _answer, said = run(
        "collect", RETURNS[0], "--period", "2025-10", "--store", held, "--apply"
    )
    assert (code, "chốt" in said) == (1, True)
    assert not any(entries(run, held).values())


def test_an_offices_own_sheet_with_ticked_states_is_taken_in(
    run: Run, held: str, tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.active
    rows = (
        ("SỔ THEO DÕI NĂM 2025",),
        (),
        ("Số TT", "Lãnh đạo phụ trách", "Công việc", "Ghi chú", "Kết quả đạt được",
         "Đã hoàn thành", "Đang thực hiện", "Chưa thực hiện", "Ngày hoàn thành"),
        (1, "Ô. Mẫu", "Dự phòng ngân sách nhiệm vụ đột xuất CĐS", "", "Đã giao 50 triệu",
         "x", "", "", "20/10/2025"),
        (2, "B. Mẫu", "Ưu tiên bố trí nguồn lực các việc CĐS", "", "Đang trình", "", "X", "", ""),
        (3, "B. Mẫu", "Báo cáo tổng hợp kết quả năm 2025", "gấp", "", "", "", "x", ""),
    )  # fmt: skip
    for row in rows:
        sheet.append(row)
    book.save(tmp_path / "theo-doi.xlsx")
    answer = collected(run, held, tmp_path / "theo-doi.xlsx", apply=True)
    assert (answer["files"][0]["unit"], answer["files"][0]["questions"]) == (None, [])
    after = entries(run, held)
    assert (after["A12"]["state"], after["A12"]["done_on"]) == ("done", "2025-10-20")
    assert (after["A11"]["state"], after["A11"]["result"]) == ("in_progress", "Đang trình")
    assert after["A8"]["state"] == "not_started"


def test_forms_are_written_with_the_words_to_send_and_their_fate_is_told(
    run: Run, held: str, tmp_path: Path
) -> None:
    out = tmp_path / "phiếu gửi đi" / "T10"
    code, answer, said = run(
        "forms", "--period", "2025-10", "--out", out, "--due", "15/10/2025",
        "--store", held, "--json",
    )  # fmt: skip
    assert code == 0
    assert "chưa giao đơn vị" in said
    (form,) = answer["forms"]
    assert Path(form["file"]).is_file()
    assert Path(form["message_file"]).read_text(encoding="utf-8") == form["message"]
    assert "15/10/2025" in form["message"]
    (unit,) = run("forms", "--period", "2025-10", "--store", held, "--json")[1]["units"]
    assert (unit["received_at"], unit["days_late"] > 0) == (None, True)
    assert unit["unit"] in unit["reminder"]
    collected(run, held, Path(form["file"]), apply=True)
    (unit,) = run("forms", "--period", "2025-10", "--store", held, "--json")[1]["units"]
    assert unit["received_at"]
    assert unit["reminder"] is None


def test_an_empty_store_has_nothing_to_send(run: Run, store: str, tmp_path: Path) -> None:
    run("office", "--store", store, "--sample")
    code, answer, said = run(
        "forms", "--period", "2025-10", "--out", tmp_path, "--store", store, "--json"
    )
    assert (code, bool(answer["error"]), "Traceback" in said) == (1, True, False)


def test_late_files_go_where_the_officer_says(run: Run, held: str) -> None:
    period = ("period", "close", "2025-10", "--store", held, "--reason", "đã gửi báo cáo")
    run("period", "open", "2025-10", "--store", held)
    assert run(*period)[0] == 0
    place = ("collect", RETURNS[0], "--period", "2025-10", "--store", held, "--json")
    shown = run(*place)[1]
    assert shown["late"]["offers"] == ["next", "correction"]
    assert shown["late"]["closed_reason"] == "đã gửi báo cáo"
    assert shown["files"][0]["changes"]
    code, refused, _said = run(*place, "--apply")
    assert (code, "--into next" in refused["hint"]) == (1, True)
    assert run(*place, "--apply", "--correction", " ")[0] == 1
    assert run(*place, "--into", "next", "--correction", "a")[0] == 2
    assert not any(entries(run, held).values())
    later = run(*place, "--apply", "--into", "next")[1]
    assert (later["into"], later["written"]) == ("next", len(shown["files"][0]["changes"]))
    assert not any(entries(run, held).values())
    other = ("collect", RETURNS[1], "--period", "2025-10", "--store", held, "--json", "--apply")
    told = run(*other, "--correction", "đơn vị gửi lại")[1]
    assert any(entries(run, held).values())
    status = run("period", "status", "2025-10", "--store", held, "--json")[1]
    assert (status["state"], status["correction_owed"]) == ("closed", True)
    (kept,) = status["corrections"]
    assert (kept["reason"], kept["cells"]) == ("đơn vị gửi lại", told["written"])
    settled = ("period", "corrected", "2025-10", "--store", held, "--json")
    assert run(*settled)[0] == 2
    done = run(*settled, "--reason", "đã gửi bản thay thế")[1]
    assert (done["correction_owed"], done["corrections"][0]["settled"]) == (
        False,
        "đã gửi bản thay thế",
    )


def test_a_folder_gives_each_file_once_and_no_form_that_goes_out(
    run: Run, held: str, tmp_path: Path
) -> None:
    folder = tmp_path / "Zalo"
    out = ("forms", "--period", "2025-10", "--out", folder, "--store", held, "--json")
    assert run(*out)[0] == 0
    place = ("collect", "--folder", folder, "--period", "2025-10", "--store", held, "--json")
    assert run(*place)[1]["files"] == []
    for path in RETURNS:
        (folder / path.name).write_bytes(path.read_bytes())
    assert len(run(*place)[1]["files"]) == len(RETURNS)
    assert all(file["accepted"] for file in run(*place, "--apply")[1]["files"])
    assert run(*place, "--apply")[1]["files"] == []
    assert run("collect", "--period", "2025-10", "--store", held)[0] == 2
    missing = ("collect", "--folder", tmp_path / "x", "--period", "2025-10", "--store", held)
    assert run(*missing)[0] == 1


def test_a_file_that_cannot_be_read_is_told_and_exit_1_where_none_can(
    run: Run, held: str, tmp_path: Path
) -> None:
    missing = tmp_path / "khong-co.xlsx"
    letter = tmp_path / "thu.docx"
    document = docx.Document()
    document.add_paragraph("Kính gửi anh chị.")
    document.save(str(letter))
    asked = ("collect", "--store", held, "--period", "2025-10", "--json")

    code, answer, _said = run(*asked, missing)
    assert (code, "Không đọc được tệp nào" in answer["error"]) == (1, True)
    code, answer, _said = run(*asked, missing, letter)
    assert code == 0
    assert [file["refused"][0]["reason"] for file in answer["files"]] == ["unreadable", "unknown"]
