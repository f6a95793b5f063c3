"""Issuing: a number in the register, the paper kept as it was signed, and brought back equal."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import docx
import pytest

from kehoach_desktop.app import main
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.text import typed_day
from tests.documents.paper_samples import GIVEN

DATA = Path(__file__).parents[1] / "data"
HARMS: tuple[tuple[str, list[str], str], ...] = (
    ("signer = 'Người khác'", ["--rebuild"], "không đúng"),
    ("snapshot = x'00'", ["--rebuild"], "không còn đọc được"),
    ("file = x'00'", [], "không đúng"),
)
UNNUMBERED = "--despite=Tỉnh chưa cấp số kế hoạch"
NOTICE = [f"--set={k}={v}" for k, v in GIVEN[PaperKind.NOTICE].items()]
SUBMISSION = [f"--set={k}={v}" for k, v in GIVEN[PaperKind.SUBMISSION].items()]


@pytest.fixture
def store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "so.khxa"
    assert main(["office", "--store", str(path), "--sample"]) == 0
    capsys.readouterr()
    return path


def told(capsys: pytest.CaptureFixture[str], code: int, *words: str) -> dict[str, Any]:
    assert main([*words, "--json"]) == code
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def issue(
    store: Path, capsys: pytest.CaptureFixture[str], *words: str, code: int = 0
) -> dict[str, Any]:
    target = ["--store", str(store), "-o", str(store.with_name("tb.docx"))]
    return told(capsys, code, "issue", *target, "--date", "2025-10-27", *words)


def register(store: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    answer = told(capsys, 0, "register", "--store", str(store), "--year", "2025")
    return list(answer["series"])


def test_a_day_more_than_31_days_ahead_needs_a_reason(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # The command line goes by the day of the PC.
    today = datetime.now().astimezone().date()
    soon, far = (today + timedelta(days=ahead) for ahead in (31, 33))
    to = ["--store", str(store), "-o", str(store.with_name("tb.docx"))]
    on_far = ["thong_bao", *to, *NOTICE, "--date", far.isoformat()]

    refused = told(capsys, 1, "issue", *on_far)
    assert f"Ngày ký {typed_day(far)} còn sau hôm nay 3" in refused["error"]
    assert "--despite" in refused["hint"]
    assert len(told(capsys, 0, "paper", *on_far)["doubts"]) == 1
    assert told(capsys, 0, "issue", *on_far, "--despite", "Hội nghị quý sau")["number"] == 1
    told(capsys, 0, "issue", "thong_bao", *to, *NOTICE, "--date", soon.isoformat())


def test_numbers_run_by_themselves_in_each_series(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = issue(store, capsys, "thong_bao", *NOTICE)
    second = issue(store, capsys, "thong_bao", *NOTICE)
    other = issue(store, capsys, "to_trinh", *SUBMISSION)

    assert [first["symbol"], second["symbol"], other["symbol"]] == [
        "01/TB-UBND",
        "02/TB-UBND",
        "01/TTr-VHXH",
    ]


def test_a_number_given_by_hand_leaves_a_gap_that_is_seen(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issue(store, capsys, "thong_bao", *NOTICE, "--number", "3")
    (series,) = register(store, capsys)

    assert (series["series"], series["gaps"]) == ("TB-UBND", [1, 2])
    assert [paper["number"] for paper in series["papers"]] == [3]


def test_a_number_is_given_once_in_a_year(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issue(store, capsys, "thong_bao", *NOTICE, "--number", "3")
    refused = issue(store, capsys, "thong_bao", *NOTICE, "--number", "3", code=1)

    assert "03/TB-UBND" in refused["error"]
    assert len(register(store, capsys)[0]["papers"]) == 1


def test_a_paper_with_blanks_is_not_issued(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refused = issue(store, capsys, "giay_moi", "--set", "subject=Họp giao ban", code=1)

    assert "guests" in refused["error"]
    assert register(store, capsys) == []
    assert not store.with_name("tb.docx").exists()


def test_an_issued_paper_comes_back_byte_for_byte_whatever_changed_since(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = issue(store, capsys, "thong_bao", *NOTICE)
    main(["office", "--store", str(store), "--set", "signer=Người Khác"])
    capsys.readouterr()
    back = store.with_name("lai.docx")
    answer = told(capsys, 0, "issued", paper["id"], "--store", str(store), "-o", str(back))

    assert back.read_bytes() == store.with_name("tb.docx").read_bytes()
    assert (answer["equal"], answer["signer"]) == (True, "Phan Công Điền")
    assert answer["data"]["given"]["capacity"] == "tl"


def test_a_changed_file_is_told_from_the_issued_one(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = issue(store, capsys, "thong_bao", *NOTICE)
    file = store.with_name("tb.docx")
    words = ["issued", paper["id"], "--store", str(store), "--compare", str(file)]

    assert told(capsys, 0, *words)["equal"] is True
    file.write_bytes(file.read_bytes() + b" ")
    assert "không đúng với văn bản 01/TB-UBND" in told(capsys, 1, *words)["error"]


def test_a_file_that_is_not_there_is_not_called_changed(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = issue(store, capsys, "thong_bao", *NOTICE)
    words = ["--store", str(store), "--compare", str(store.with_name("khong co.docx"))]

    error = told(capsys, 1, "issued", paper["id"], *words)["error"]
    assert error == "Không đọc được tệp “khong co.docx”; chưa so sánh."


def test_a_letter_without_a_period_is_about_the_month_of_its_day(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = str(DATA / "quang_tri.docx")
    told(capsys, 0, "import", plan, "--store", str(store))
    words = ("--set=until=31/10/2025", "--set=receiver=Văn phòng", "--set=addressee=Phòng Kinh tế")
    paper = issue(store, capsys, "cong_van", *words, UNNUMBERED)

    assert paper["subject"].endswith("số liệu tháng 10 năm 2025")
    letter = docx.Document(str(store.with_name("tb.docx")))
    text = "\n".join(paragraph.text for paragraph in letter.paragraphs)
    assert "ngày 27/10/2025" in text.replace("\u00a0", " ")


def test_a_register_that_was_tampered_with_is_noticed(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = issue(store, capsys, "thong_bao", *NOTICE)
    asked = ("issued", paper["id"], "--store", str(store))
    for harm, options, said in HARMS:
        with closing(sqlite3.connect(store)) as raw, raw:
            raw.execute(f"UPDATE issued_paper SET {harm}")
        assert said in told(capsys, 1, *asked, *options)["error"]


def test_a_correction_names_what_it_replaces(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = issue(store, capsys, "thong_bao", *NOTICE)
    second = issue(store, capsys, "thong_bao", *NOTICE, "--replaces", first["id"])
    refused = issue(store, capsys, "thong_bao", *NOTICE, "--replaces", "la", code=1)

    assert second["replaces"] == first["id"]
    assert "la" in refused["error"]


def test_a_report_is_issued_from_the_store(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(DATA / "quang_tri.docx"), "--store", str(store)]) == 0
    capsys.readouterr()
    asked = ("bao_cao_quy", "--period", "2025-Q3", "--number", "145")
    refused = issue(store, capsys, *asked, code=1)
    where, plan = ("--store", str(store)), told(capsys, 0, "tasks", "--store", str(store))
    named = ("--plan", plan["tasks"][0]["plan"], "--number", "158/KH-UBND", "--date", "27/8/2025")
    told(capsys, 0, "plan", *where, *named)
    paper = issue(store, capsys, *asked)

    assert "chưa có số, ngày: “Kế hoạch số …/KH-UBND ngày … tháng”" in refused["error"]
    assert (paper["symbol"], paper["number"]) == ("145/BC-UBND", 145)
    assert "quý III năm 2025" in paper["subject"]


def answer_first(store: Path, capsys: pytest.CaptureFixture[str], result: str) -> None:
    where = ("--store", str(store))
    held = told(capsys, 0, "tasks", *where)["tasks"]
    task = next(row["id"] for row in held if row["ours"])
    words = ("--period", "2025-10", "--task", task, "--state", "in_progress", "--result", result)
    told(capsys, 0, "record", *where, *words)


def test_an_issued_report_is_amended_with_the_table_old_to_new(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(DATA / "quang_tri.docx"), "--store", str(store)]) == 0
    capsys.readouterr()
    answer_first(store, capsys, "Tiếp nhận 512 hồ sơ, nộp trực tuyến 431 hồ sơ.")
    numbered = ("--period", "2025-10", "--number", "145", UNNUMBERED)
    first = issue(store, capsys, "bao_cao_thang", *numbered)
    answer_first(store, capsys, "Tiếp nhận 512 hồ sơ, nộp trực tuyến 413 hồ sơ.")

    where = ("--store", str(store))
    target = store.with_name("sua.docx")
    words = ("correct", first["id"], *where, "-o", str(target), "--date", "2025-10-28", "--issue")
    amended = told(capsys, 0, *words, "--reason", "Nhập nhầm")
    brought_back = told(capsys, 0, "issued", first["id"], *where, "--rebuild")
    between = told(capsys, 0, "changes", first["id"], *where, "--later", amended["id"])

    assert (amended["symbol"], amended["relation"]) == ("146/BC-UBND", "sua_doi")
    change = amended["changes"][0]
    assert (change["before"], change["after"]) == (
        "nộp trực tuyến 431 hồ sơ",
        "nộp trực tuyến 413 hồ sơ",
    )
    assert "Phụ lục (A1), kết quả" in change["place"]
    assert (brought_back["rebuilt"], brought_back["corrected_by"]) == ("equal", [amended["id"]])
    assert between["changes"]
    # The title that it quotes went out without the number of the plan.
    findings = told(capsys, 0, "check", str(target))["findings"]
    assert {finding["rule"] for finding in findings} <= {"cited-blank"}


def test_a_letter_that_corrects_a_form_is_right_itself(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = issue(store, capsys, "thong_bao", *NOTICE)
    target = store.with_name("dinh-chinh.docx")
    words = ["correct", paper["id"], "--store", str(store), "-o", str(target), "--issue"]
    words += ["--date", "2025-10-28", "--how", "dinh_chinh", "--set", "subject=Kết luận họp"]
    letter = told(capsys, 0, *words)

    assert letter["changes"][0]["place"] == "Trích yếu"
    assert told(capsys, 0, "check", str(target))["findings"] == []


def test_a_correction_without_anything_new_or_without_a_day_is_refused(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = issue(store, capsys, "thong_bao", *NOTICE)
    words = ["correct", paper["id"], "--store", str(store), "-o", str(store.with_name("x.docx"))]

    assert "Không có gì khác" in told(capsys, 1, *words)["error"]
    assert "date" in told(capsys, 1, *words, "--issue")["error"]
    assert not store.with_name("x.docx").exists()


def test_the_signed_copy_is_attached_and_brought_back(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = issue(store, capsys, "thong_bao", *NOTICE)
    scan = store.with_name("ban ky.pdf")
    scan.write_bytes(b"%PDF-1.7 ban ky")
    words = ["signed", paper["id"], "--store", str(store)]

    assert told(capsys, 0, *words)["state"] == "none"
    assert told(capsys, 0, *words, "--attach", str(scan))["state"] == "held"
    back = store.with_name("lai.pdf")
    assert told(capsys, 0, *words, "-o", str(back))["name"] == "ban ky.pdf"
    assert back.read_bytes() == scan.read_bytes()
    for copy in (store.parent / "ban-ky").iterdir():
        copy.unlink()
    assert "mất tệp bản ký" in told(capsys, 1, *words)["error"]
