"""Lists that leave the program: their shape, what they hold back, and the log of who took them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

from kehoach_desktop.services.disclosing import machine_user
from kehoach_desktop.store.teams import Teams
from tests.cli.conftest import Run

DATA = Path(__file__).parent.parent / "data"
FILES = [DATA / f"to_cnscd_thon_{name}.xlsx" for name in ("binh_minh", "tan_lap", "xuan_hoa")]
LAP = "Thôn Tân Lập"


@pytest.fixture
def teams(run: Run, store: str) -> str:
    for file in FILES:
        assert run("team-import", file, "--store", store, "--on", "1/8/2025")[0] == 0
    return store


def texts(path: Path) -> list[str]:
    book = openpyxl.load_workbook(path)
    return [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row if cell.value]


def test_an_exported_list_comes_home_with_everybody_in_the_right_place(
    run: Run, teams: str, tmp_path: Path
) -> None:
    out = tmp_path / "danh sách.xlsx"
    code, told, _said = run("team-export", "--store", teams, "-o", out, "--phone", "--json")
    assert (code, told["people"], told["private"]) == (0, 17, ["phone"])
    _code, read, _said = run("roster", out, "--json")
    truth = json.loads((DATA / "to_cnscd.json").read_text(encoding="utf-8"))["files"]
    keys = ("full_name", "birth_year", "team_role", "phone")
    for team in truth:
        wanted = {tuple(m[key] for key in keys) for m in team["members"]}
        found = next(one for one in read["teams"] if one["area"] == team["thon"])
        assert {tuple(m[key] for key in keys) for m in found["members"]} == wanted


def test_numbers_stay_home_unless_they_are_asked_for(run: Run, teams: str, tmp_path: Path) -> None:
    out = tmp_path / "ds.xlsx"
    run("team-export", "--store", teams, "-o", out, "--team", LAP)
    assert not any(text.startswith("0999") for text in texts(out))
    run("team-export", "--store", teams, "-o", out, "--team", LAP, "--phone")
    assert "0999000201" in texts(out)
    assert texts(out)[0] == "Danh sách thành viên Tổ công nghệ số cộng đồng thôn Tân Lập"


def test_the_log_tells_who_looked_and_never_what_stood_there(
    run: Run, teams: str, tmp_path: Path
) -> None:
    run("teams", "--store", teams, "--team", LAP, "--reveal")
    run("member", "show", "Võ Hồng Phong", "--store", teams, "-o", tmp_path / "phong.xlsx")
    run("team-export", "--store", teams, "-o", tmp_path / "ds.xlsx", "--phone", "--cccd")
    code, told, _said = run("access-log", "--store", teams, "--json")
    kinds = [(one["kind"], one["people"], one["private"]) for one in told["accesses"]]
    assert code == 0
    assert kinds == [
        ("export_people", 17, ["phone", "cccd"]),
        ("export_people", 1, ["phone", "zalo", "cccd"]),
        ("show_person", 1, []),
        ("reveal_phones", 5, []),
    ]
    assert {one["user"] for one in told["accesses"]} == {machine_user() or None}
    assert "0999" not in json.dumps(told)
    _code, later, _said = run("access-log", "--store", teams, "--from", "1/1/2099", "--json")
    assert later["accesses"] == []


def test_everything_about_a_person_goes_into_one_file(run: Run, teams: str, tmp_path: Path) -> None:
    out = tmp_path / "phong.xlsx"
    run("member", "leave", "Võ Hồng Phong", "--team", LAP, "--store", teams, "--on", "6/10/2025",
        "--reason", "transferred")  # fmt: skip
    code, told, _said = run(
        "member", "show", "Võ Hồng Phong", "--store", teams, "-o", out, "--json"
    )
    assert (code, told["file"]) == (0, str(out))
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["Thông tin", "Tham gia tổ", "Lịch sử"]
    said = {str(c.value) for page in book for row in page.iter_rows() for c in row if c.value}
    assert {"Võ Hồng Phong", "0999000201", "06/10/2025", "chuyển công tác"} <= said
    assert {"Nhận danh sách", "Thôi tham gia"} <= said


def test_the_log_outlives_the_person_who_is_erased(run: Run, teams: str, tmp_path: Path) -> None:
    _code, told, _said = run("member", "show", "Võ Hồng Phong", "--store", teams, "--json")
    run("member", "erase", told["id"], "--yes", "--store", teams)
    _code, log, _said = run("access-log", "--store", teams, "--json")
    assert [(one["kind"], one["about"]) for one in log["accesses"]] == [
        ("erase_person", None),
        ("show_person", None),
    ]
    assert "Võ Hồng Phong".encode() not in Path(teams).read_bytes()


def test_nobody_to_export_is_said_and_no_file_is_made(run: Run, teams: str, tmp_path: Path) -> None:
    out = tmp_path / "ds.xlsx"
    code, told, _said = run(
        "team-export", "--store", teams, "-o", out, "--on", "1/1/2020", "--json"
    )
    assert (code, out.exists()) == (1, False)
    assert "Không có ai" in told["error"]


def test_a_number_on_zalo_is_kept_masked_and_exported_when_asked(
    run: Run, teams: str, tmp_path: Path
) -> None:
    joined = run("member", "join", "Lê Thị Ánh", "--team", LAP, "--store", teams,
                 "--phone", "0999000207", "--zalo", "0999.000.208")  # fmt: skip
    assert joined[0] == 0
    _code, told, _said = run("teams", "--store", teams, "--team", LAP, "--json")
    (anh,) = (m for m in told["teams"][0]["members"] if m["full_name"] == "Lê Thị Ánh")
    assert anh["zalo"] == "099 ••• 208"
    out = tmp_path / "ds.xlsx"
    run("team-export", "--store", teams, "-o", out, "--team", LAP, "--zalo")
    assert "0999000208" in texts(out)
    assert "0999000207" not in texts(out)
    _code, read, _said = run("roster", out, "--json")
    (anh,) = (m for m in read["teams"][0]["members"] if m["full_name"] == "Lê Thị Ánh")
    assert anh["zalo"] == "0999000208"


def test_what_cannot_be_logged_is_not_written(
    run: Run, teams: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(_shelf: Teams, _subject: str, _told: Mapping[str, object]) -> None:
        message = "database or disk is full"
        raise sqlite3.OperationalError(message)

    monkeypatch.setattr(Teams, "note", full_disk)
    for command in (("team-export",), ("member", "show", "Võ Hồng Phong")):
        code, _told, said = run(*command, "--store", teams, "-o", tmp_path / "ds.xlsx")
        assert code == 1
        assert "0999" not in said
    assert not [*tmp_path.glob("*.xlsx")]
