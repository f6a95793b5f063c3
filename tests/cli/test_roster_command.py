"""`kehoach roster` as other programs call it: one JSON object, nothing stored, no traceback."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from kehoach_desktop import app

DATA = Path(__file__).parents[1] / "data"
KEYS = {
    "full_name", "gender", "birth_date", "birth_year", "post", "team_role", "phone", "cccd", "note",
}  # fmt: skip


def test_roster_prints_teams_and_stores_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["roster", str(DATA / "to_cnscd_thon_binh_minh.xlsx"), "--json"]) == 0
    said = capsys.readouterr()
    (team,) = json.loads(said.out)["teams"]
    assert team["area"] == "Thôn Bình Minh"
    assert [set(member) for member in team["members"]] == [KEYS] * 6
    assert said.err == ""
    assert not Path(os.environ["KEHOACH_DATA"]).exists()


def test_a_plan_is_no_roster_and_still_answered(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["roster", str(DATA / "dong_thap.xlsx"), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["teams"] == []
    assert "error" in {finding["severity"] for finding in answer["findings"]}


def test_a_file_that_cannot_be_read_is_one_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    broken = tmp_path / "ds.xlsx"
    broken.write_bytes(b"PK\x03\x04 khong phai")
    assert app.main(["roster", str(broken), "--json"]) == 1
    said = capsys.readouterr()
    assert json.loads(said.out)["error"]
    assert "Traceback" not in said.err


def test_people_are_listed_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["roster", str(DATA / "to_cnscd_thon_xuan_hoa.xlsx")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Thôn Xuân Hòa"
    assert "Nguyễn Thị Kim Oanh\tNữ\t1976\tBí thư chi bộ\tTổ trưởng\t0999000301" in lines[1]
