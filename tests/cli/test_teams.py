"""Teams on the command line, from the given lists to the next decision."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

DATA = Path(__file__).parent.parent / "data"
FILES = [DATA / f"to_cnscd_thon_{name}.xlsx" for name in ("binh_minh", "tan_lap", "xuan_hoa")]


@pytest.fixture
def three_teams(run: Run, store: str) -> str:
    for file in FILES:
        code, _told, _said = run(
            "team-import", file, "--store", store, "--on", "1/8/2025", "--decision", "87/QĐ-UBND"
        )
        assert code == 0
    return store


def test_the_given_lists_come_back_whole_and_masked(run: Run, three_teams: str) -> None:
    _code, told, _said = run("teams", "--store", three_teams, "--on", "2025-10-17", "--json")
    assert (told["members"], told["owed"]) == (17, 0)
    truth = json.loads((DATA / "to_cnscd.json").read_text(encoding="utf-8"))
    wanted = {
        (team["thon"], m["full_name"], m["birth_year"], m["team_role"])
        for team in truth["files"]
        for m in team["members"]
    }
    rows = [(team["area"], m) for team in told["teams"] for m in team["members"]]
    assert {(a, m["full_name"], m["birth_year"], m["team_role"]) for a, m in rows} == wanted
    assert all("•••" in (m["phone"] or "•••") and m["cccd"] is None for _area, m in rows)


def test_numbers_are_shown_on_request(run: Run, three_teams: str) -> None:
    _code, told, _said = run(
        "teams", "--store", three_teams, "--team", "thôn tân lập", "--reveal", "--json"
    )
    (team,) = told["teams"]
    assert team["members"][0]["phone"] == "0999000201"


def test_a_member_leaves_and_another_joins_and_a_decision_is_owed(
    run: Run, three_teams: str
) -> None:
    store = ("--store", three_teams, "--on", "6/10/2025")
    left = run("member", "leave", "Dương Thị Lệ Thu", "--team", "Thôn Tân Lập",
               "--reason", "transferred", *store)  # fmt: skip
    joined = run("member", "join", "Lê Thị Ánh Tuyết", "--team", "Thôn Tân Lập", "--role", "Tổ phó",
                 "--born", "1992", "--phone", "+84 999 000 207", *store)  # fmt: skip
    assert (left[0], joined[0]) == (0, 0)
    _code, told, _said = run("teams", "--store", three_teams, "--on", "17/10/2025", "--json")
    team = next(team for team in told["teams"] if team["area"] == "Thôn Tân Lập")
    assert team["decision_owed"] == "reorganisation"
    assert len(team["changes"]["replaced"]) == 1
    assert [m["full_name"] for m in team["left"]] == ["Dương Thị Lệ Thu"]
    run("team", "decided", "Thôn Tân Lập", "--number", "120/QĐ-UBND", "--store", three_teams,
        "--on", "17/10/2025")  # fmt: skip
    _code, told, _said = run("teams", "--store", three_teams, "--on", "17/10/2025", "--json")
    assert told["owed"] == 0


def test_comparing_a_list_keeps_nothing(run: Run, three_teams: str) -> None:
    code, told, _said = run("team-import", FILES[0], "--store", three_teams, "--area", "x",
                            "--check", "--json")  # fmt: skip
    assert (code, told["kept"], told["counts"]["same"]) == (0, False, 6)


def test_people_move_and_teams_merge(run: Run, three_teams: str) -> None:
    store = ("--store", three_teams, "--on", "1/11/2025")
    moved = run("member", "move", "Bùi Anh Tài", "--team", "Thôn Tân Lập", "--to",
                "Thôn Xuân Hòa", *store)  # fmt: skip
    role = run("member", "role", "Lê Quang Vũ", "Thành viên", "--team", "Thôn Bình Minh", *store)
    merged = run("team", "merge", "Thôn Tân Lập", "--into", "Thôn Bình Minh", *store)
    assert (moved[0], role[0], merged[0]) == (0, 0, 0)
    _code, told, _said = run("teams", *store, "--json")
    sizes = {team["area"]: len(team["members"]) for team in told["teams"]}
    assert sizes == {"Thôn Bình Minh": 10, "Thôn Xuân Hòa": 7}


def test_what_is_held_of_a_person_is_told_and_can_be_erased(run: Run, three_teams: str) -> None:
    store = ("--store", three_teams)
    _code, told, _said = run("member", "show", "Hoàng Văn Út", *store, "--json")
    assert (told["phone"], told["stays"][0]["area"]) == ("0999000306", "Thôn Xuân Hòa")
    assert run("member", "erase", told["id"], "--yes", *store)[0] == 0
    assert run("member", "show", "Hoàng Văn Út", *store)[0] == 1


def test_who_may_be_known_is_not_added_twice_unasked(run: Run, three_teams: str) -> None:
    words = ("member", "join", "Hoàng Văn Út", "--team", "Thôn Tân Lập", "--store", three_teams)
    code, _told, said = run(*words)
    assert (code, "Thôn Xuân Hòa" in said) == (1, True)
    assert run(*words, "--new")[0] == 0


def test_a_team_is_set_up_and_ended(run: Run, store: str) -> None:
    run("team", "add", "Xã Bình An", "--kind", "Tổ Đề án 06", "--on", "1/8/2025", "--store", store)
    _code, told, _said = run("teams", "--store", store, "--json")
    assert told["teams"][0]["title"] == "Tổ Đề án 06 xã Bình An"
    run("team", "end", "Xã Bình An", "--on", "31/10/2025", "--store", store)
    _code, told, _said = run("teams", "--store", store, "--on", "1/11/2025", "--json")
    assert told["teams"] == []


def test_refusals_are_sentences(run: Run, three_teams: str) -> None:
    code, _told, said = run("member", "leave", "Ai Đó", "--team", "Thôn Tân Lập", "--store",
                            three_teams)  # fmt: skip
    assert code == 1
    assert "Không có người" in said
    code, _told, said = run("team", "end", "Thôn Bắc", "--store", three_teams)
    assert code == 1
    assert "Không có tổ" in said


def test_issuing_the_decision_fixes_the_lists_it_was_written_from(
    run: Run, three_teams: str, tmp_path: Path
) -> None:
    on = ("--store", three_teams, "--on", "2025-10-20")
    run("member", "leave", "Hoàng Văn Út", "--team", "Thôn Xuân Hòa", *on, "--reason", "relocated")
    run("office", "--store", three_teams, "--sample")
    paper = ("quyet_dinh", "--team", "owed", "--store", three_teams, "--date", "2025-10-28")
    code, told, _said = run("issue", *paper, "-o", tmp_path / "QĐ.docx", "--json")
    assert (code, told["number"]) == (0, 1)
    code, found, _said = run("check", tmp_path / "QĐ.docx", "--json")
    assert (code, found["findings"]) == (0, [])
    _code, told, _said = run("teams", "--store", three_teams, "--on", "2025-10-28", "--json")
    assert told["owed"] == 0
    code, _told, said = run("issue", *paper, "-o", tmp_path / "QĐ 2.docx")
    assert code == 1
    assert "Không tổ nào cần quyết định" in said


def test_a_decision_on_teams_is_signed_by_who_may_sign_on_its_day(
    run: Run, three_teams: str, tmp_path: Path
) -> None:
    on = ("--store", three_teams, "--on", "2025-10-20")
    run("member", "leave", "Hoàng Văn Út", "--team", "Thôn Xuân Hòa", *on, "--reason", "relocated")
    run("office", "--store", three_teams, "--sample")
    add = ("signers", "add", "--store", three_teams, "--capacity", "chu_tich")
    run(*add, "Lê Thị Hạnh", "--until", "2025-10-25")
    run(*add, "Phan Văn Kỳ", "--from", "2025-10-26")
    paper = ("quyet_dinh", "--team", "owed", "--store", three_teams, "--date", "2025-10-28")

    late = ("--set", "signer=Lê Thị Hạnh", "-o", tmp_path / "cũ.docx")
    code, _told, said = run("issue", *paper, *late)
    assert (code, "không được ký ngày 28/10/2025" in said) == (1, True)
    code, told, _said = run("issue", *paper, "-o", tmp_path / "QĐ.docx", "--json")
    assert (code, told["signer"]) == (0, "Phan Văn Kỳ")


def test_a_list_taken_in_is_taken_back_by_the_backup_it_names(run: Run, store: str) -> None:
    run("team-import", FILES[0], "--store", store, "--on", "1/8/2025")
    _code, told, _said = run("team-import", FILES[1], "--store", store, "--json")
    assert run("restore", told["backup"], "--store", store)[0] == 0
    _code, now, _said = run("teams", "--store", store, "--json")
    assert [team["area"] for team in now["teams"]] == ["Thôn Bình Minh"]
    _code, checked, _said = run("team-import", FILES[1], "--store", store, "--check", "--json")
    assert checked["backup"] is None


def test_a_village_is_split_and_who_is_named_goes_to_the_second(run: Run, three_teams: str) -> None:
    store = ("--store", three_teams)
    run("units", "add", "Thôn Tân Lập", "--kind", "village", *store)
    split = ("units", "split", "Thôn Tân Lập", "--into", "Thôn Tân Lập 1", "--into",
             "Thôn Tân Lập 2", "--on", "1/10/2025", *store)  # fmt: skip
    assert run(*split, "--home", "Ai Đó=Thôn Tân Lập 2")[0] == 1
    code, _told, _said = run(*split, "--home", "dương thị lệ thu=Thôn Tân Lập 2", "--json")
    assert code == 0
    _code, told, _said = run("teams", *store, "--on", "1/10/2025", "--json")
    people = {team["area"]: [m["full_name"] for m in team["members"]] for team in told["teams"]}
    assert people["Thôn Tân Lập 2"] == ["Dương Thị Lệ Thu"]
    assert "Dương Thị Lệ Thu" not in people["Thôn Tân Lập 1"]


@pytest.mark.parametrize(
    "words", [("--skip", "d99"), ("--other", "x"), ("--same", "d99=d1"), ("--same", "d1=ai")]
)
def test_an_answer_to_a_row_that_is_not_there_takes_nothing_in(
    run: Run, store: str, words: tuple[str, str]
) -> None:
    code, _told, said = run("team-import", FILES[0], "--store", store, *words)
    assert (code, words[1].partition("=")[0] in said) == (1, True)
    assert run("teams", "--store", store, "--json")[1]["members"] == 0
