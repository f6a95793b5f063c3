"""The letter to the units whose forms have not come home, from the command line to the paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import docx
import pytest

DATA = Path(__file__).parents[1] / "data"
Run = Callable[..., Any]


@pytest.fixture
def plan(run: Run, store: str) -> str:
    run("office", "--store", store, "--sample")
    assert run("import", DATA / "quang_tri.docx", "--store", store)[0] == 0
    ours = [t for t in run("tasks", "--store", store, "--json")[1]["tasks"] if t["ours"]]
    for row, unit in zip(ours, ("Phòng Kinh tế", "Phòng Kinh tế", "Công an xã"), strict=False):
        assert run("assign", "--store", store, "--task", row["id"], "--unit", unit)[0] == 0
    return store


def letter(run: Run, plan: str, target: Path, *words: str) -> tuple[int, Any]:
    asked = ("paper", "cong_van", "--remind", "--period", "2025-10", "-o", target)
    given = ("--set", "until=20/11/2025", "--set", "receiver=Văn phòng", *words)
    code, answer, _said = run(*asked, "--store", plan, "--json", *given)
    return code, answer


def text_of(path: Path) -> str:
    return "\n".join(p.text for p in docx.Document(str(path)).paragraphs).replace("\u00a0", " ")


def test_nobody_is_reminded_before_anybody_is_late(run: Run, plan: str, tmp_path: Path) -> None:
    code, answer = letter(run, plan, tmp_path / "cv.docx")
    assert code == 1
    assert "Không có đơn vị nào chậm" in answer["error"]


def test_each_late_unit_is_addressed_with_its_days_and_its_tasks(
    run: Run, plan: str, tmp_path: Path
) -> None:
    # A larger plan of which little is the commune's: it changes no key of the report.
    assert run("import", DATA / "dong_thap.xlsx", "--store", plan)[0] == 0
    due = date.today() - timedelta(days=4)  # noqa: DTZ011 - the command line's own day is meant
    forms = ("forms", "--period", "2025-10", "--out", tmp_path / "phiếu", "--store", plan)
    assert run(*forms, "--due", due.isoformat())[0] == 0

    code, answer = letter(run, plan, tmp_path / "cv.docx")

    assert (code, answer["gaps"]) == (0, [])
    text = text_of(tmp_path / "cv.docx")
    named = [line for line in text.split("\n") if "Phòng Kinh tế: chậm" in line]
    assert named == ["a) Phòng Kinh tế: chậm 04 ngày, chưa có số liệu của 02 nhiệm vụ: A1, A3;"]
    assert "03 đơn vị chưa gửi lại phiếu:" in text
    assert "1. Gửi phiếu cập nhật tiến độ tháng 10 năm 2025 đã điền về Văn phòng" in text
    assert text.rstrip().count("./.") == 1
    findings = run("check", tmp_path / "cv.docx", "--json")[1]["findings"]
    assert [f for f in findings if f["severity"] == "error"] == []


def test_one_late_unit_is_spoken_to_by_name(run: Run, plan: str, tmp_path: Path) -> None:
    due = date.today() - timedelta(days=4)  # noqa: DTZ011 - the command line's own day is meant
    forms = ("forms", "--period", "2025-10", "--out", tmp_path / "phiếu", "--store", plan)
    run(*forms, "--due", due.isoformat())
    code, _answer = letter(run, plan, tmp_path / "cv.docx", "--set", "addressee=Công an xã")
    text = text_of(tmp_path / "cv.docx")
    assert code == 0
    assert (
        "Công an xã chưa gửi lại phiếu, chậm 04 ngày, chưa có số liệu của 01 nhiệm vụ: A4." in text
    )
    assert "Đề nghị Công an xã thực hiện./." in text
    assert "Phòng Kinh tế" not in text
