"""Activities, indicators and figures on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

DATA = Path(__file__).parent.parent / "data"
VILLAGES = ("Thôn Đông", "Thôn Tây", "Thôn Nam")


@pytest.fixture
def villages(run: Run, store: str) -> str:
    for name in VILLAGES:
        assert run("units", "add", name, "--store", store)[0] == 0
        assert run("team", "add", name, "--on", "2025-01-01", "--store", store)[0] == 0
    return store


def figure(run: Run, store: str, village: str, value: int, period: str = "2025-08") -> int:
    words = ("--village", village, "--period", period, "--indicator", "vneid_muc_2")
    source = f"Báo cáo {village}"
    code, _told, _said = run(
        "figure", "--store", store, *words, "--value", str(value), "--source", source, "--json"
    )
    return int(code)


def line(run: Run, store: str, period: str, indicator: str = "vneid_muc_2") -> dict[str, Any]:
    _code, told, _said = run(
        "figures", "--store", store, "--period", period, "--indicator", indicator, "--json"
    )
    (found,) = told["indicators"]
    return dict(found)


def test_an_activity_is_entered_listed_proven_and_taken_out(
    run: Run, villages: str, tmp_path: Path
) -> None:
    photo = tmp_path / "ảnh.jpg"
    photo.write_bytes(b"\xff\xd8 anh")
    add = ("activity", "add", "--store", villages, "--json", "--kind", "Tuyên truyền")
    code, made, _said = run(
        *add, "--on", "3/10/2025", "--team", "thôn đông", "--place", "Nhà văn hóa", "--people",
        "45", "--women", "30", "--elderly", "12", "--count", "vneid_muc_2=7", "--file", photo,
    )  # fmt: skip
    assert code == 0
    assert (made["area"], made["day"], made["people"]) == ("Thôn Đông", "2025-10-03", 45)
    assert (made["minority"], made["counts"]) == (None, {"vneid_muc_2": 7})
    assert [file["name"] for file in made["files"]] == ["ảnh.jpg"]
    listed = ("activity", "list", "--store", villages, "--period", "2025-10", "--json")
    _code, told, _said = run(*listed)
    assert told["activities"] == [made]
    assert run(*listed, "--team", "Thôn Tây")[1]["activities"] == []
    assert run(*listed, "--kind", "tuyen truyen")[1]["activities"] == [made]
    assert run("activity", "remove", made["id"], "--store", villages)[0] == 0
    assert run(*listed)[1]["activities"] == []


def test_what_contradicts_itself_is_refused_with_a_sentence(run: Run, villages: str) -> None:
    add = ("activity", "add", "--store", villages, "--kind", "Ra quân", "--on", "2025-10-03")
    code, told, said = run(*add, "--people", "5", "--women", "6", "--json")
    assert (code, told["error"]) == (1, "Số nữ (6) lớn hơn tổng số người (5).")
    assert said.startswith("Số nữ (6)")
    assert run(*add, "--people", "x")[0] == 2
    assert run(*add, "--task", "không có")[0] == 1
    code, told, _said = run(
        "activity", "list", "--store", villages, "--period", "2025-10", "--json"
    )
    assert (code, told["activities"]) == (0, [])


def test_a_total_says_which_village_is_missing(run: Run, villages: str) -> None:
    assert [figure(run, villages, v, n) for v, n in (("Thôn Đông", 12), ("Thôn Tây", 0))] == [0, 0]
    told = line(run, villages, "2025-08")
    assert (told["value"], told["complete"]) == (12, False)
    assert told["missing"] == [
        {"village": told["villages"][1]["village"], "name": "Thôn Nam", "period": "2025-08"}
    ]
    assert [(v["name"], v["value"]) for v in told["villages"]] == [
        ("Thôn Đông", 12), ("Thôn Nam", None), ("Thôn Tây", 0),
    ]  # fmt: skip
    quarter = line(run, villages, "2025-Q3")
    assert (quarter["value"], len(quarter["missing"])) == (12, 7)
    _code, words, _said = run("figures", "--store", villages, "--period", "2025-08")
    assert (
        "Tài khoản định danh mức 2\t12\ttài khoản\t02/03 thôn có số liệu; chưa có: Thôn Nam"
        in words
    )
    assert "Chữ ký số cá nhân\t—" in words
    assert figure(run, villages, "nam", 3) == 0
    assert (line(run, villages, "2025-08")["value"], line(run, villages, "2025-08")["missing"]) == (
        15, [],
    )  # fmt: skip


def test_a_source_that_is_taken_out_leaves_its_figures_missing(run: Run, villages: str) -> None:
    for village in VILLAGES:
        figure(run, villages, village, 5)
    assert line(run, villages, "2025-08")["complete"]
    remove = ("figure", "--store", villages, "--remove", "--source", "báo cáo thôn tây", "--json")
    code, told, _said = run(*remove)
    assert (code, [gone["value"] for gone in told["removed"]]) == (0, [5])
    assert run(*remove)[0] == 1
    after = line(run, villages, "2025-08")
    assert (after["value"], [gap["name"] for gap in after["missing"]]) == (10, ["Thôn Tây"])


def test_activities_feed_what_is_drawn_from_them(run: Run, villages: str) -> None:
    for day, people in (("2025-08-04", "20"), ("2025-08-11", "25")):
        add = ("activity", "add", "--store", villages, "--kind", "Tuyên truyền", "--on", day)
        run(*add, "--team", "Thôn Đông", "--people", people)
    assert line(run, villages, "2025-08", "buoi_tuyen_truyen")["value"] == 2
    talks = line(run, villages, "2025-08", "Lượt người được tuyên truyền")
    assert talks["value"] == 45
    assert [s["day"] for s in talks["villages"][0]["sources"]] == ["2025-08-04", "2025-08-11"]


def test_indicators_are_defined_and_measures_never_mixed(run: Run, villages: str) -> None:
    add = ("indicator", "add", "--store", villages, "--json")
    code, made, _said = run(*add, "Hộ có mã QR", "--measure", "hộ", "--cumulative")
    assert (code, made["nature"], made["measure"]) == (0, "cumulative", "hộ")
    mixed = ("--measure", "lượt", "--sum", "ho_tro_tai_nha", "--sum", "nguoi_huong_dan")
    code, told, _said = run(*add, "Tổng hỗ trợ", *mixed)
    assert (code, "hai đơn vị tính khác nhau" in told["error"]) == (1, True)
    aim = ("indicator", "target", "vneid_muc_2", "--store", villages, "--json")
    assert run(*aim, "--period", "2025", "--value", "48")[0] == 0
    figure(run, villages, "Thôn Đông", 12)
    told = line(run, villages, "2025-08")
    assert (told["target"], told["percent"], told["target_of_year"]) == (48, 25.0, True)
    assert run("indicator", "retire", "chu_ky_so", "--store", villages)[0] == 0
    _code, told, _said = run("indicators", "--store", villages, "--json")
    names = [indicator["name"] for indicator in told["indicators"]]
    assert ("Chữ ký số cá nhân" in names, names[-1]) == (False, "Hộ có mã QR")


def test_figures_that_cannot_be_are_refused(run: Run, villages: str) -> None:
    base = ("figure", "--store", villages, "--period", "2025-08", "--indicator")
    for words in (
        ("vneid_muc_2", "--value", "3", "--source", "x"),
        ("vneid_muc_2", "--village", "Thôn Lạ", "--value", "3", "--source", "x"),
        ("vneid_muc_2", "--village", "Thôn Đông", "--value", "-3", "--source", "x"),
        ("luot_ho_tro", "--village", "Thôn Đông", "--value", "3", "--source", "x"),
        ("không có", "--village", "Thôn Đông", "--value", "3", "--source", "x"),
    ):
        code, _told, said = run(*base, *words)
        assert (code, bool(said.strip())) == (1, True), words


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--remove",),
        ("--value", "3", "--source", "x"),
        ("--remove", "--indicator", "vneid_muc_2", "--source", "x"),
        ("--indicator", "vneid_muc_2", "--period", "2025-08", "--value", "3"),
        ("--indicator", "vneid_muc_2", "--period", "2025-08", "--source", "x"),
    ],
)
def test_words_that_name_no_figure_are_wrong_usage(
    run: Run, store: str, words: tuple[str, ...]
) -> None:
    code, _told, said = run("figure", "--store", store, *words)
    assert (code, "--indicator" in said) == (2, True)
    assert not Path(store).exists()


def test_a_village_bears_the_name_of_the_day_it_is_asked_about(run: Run, villages: str) -> None:
    to = ("--to", "Thôn Mới", "--on", "2025-09-01", "--store", villages)
    assert run("units", "rename", "Thôn Đông", *to)[0] == 0
    for day, month, name in (
        ("2025-08-31", "2025-08", "Thôn Đông"),
        ("2025-09-01", "2025-09", "Thôn Mới"),
    ):
        listed = run("units", "list", "--on", day, "--store", villages, "--json")[1]["units"]
        assert name in [unit["name"] for unit in listed]
        assert name in [village["name"] for village in line(run, villages, month)["villages"]]


def test_a_table_of_figures_is_taken_in_once(run: Run, villages: str, tmp_path: Path) -> None:
    file = tmp_path / "phiếu quý.csv"
    rows = ("Thôn,Chữ ký số cá nhân,Số hộ nghèo", "Đông,3,1", "Thôn Tây,chưa gửi,", "Thôn Nam,5,2")
    file.write_text("\n".join(rows), encoding="utf-8")
    words = ("figures-import", file, "--store", villages, "--period", "2025-Q3", "--json")
    code, told, _said = run(*words, "--check")
    assert (code, told["kept"]) == (0, 0)
    assert [(f["village"], f["value"], f["before"]) for f in told["figures"]] == [
        ("Thôn Đông", 3, None), ("Thôn Nam", 5, None),
    ]  # fmt: skip
    assert "Số hộ nghèo" in told["findings"][0]["message"]
    assert run(*words)[1]["kept"] == 2
    assert run(*words)[1]["kept"] == 0
    after = line(run, villages, "2025-Q3", "chu_ky_so")
    assert (after["value"], [gap["name"] for gap in after["missing"]]) == (8, ["Thôn Tây"] * 3)
    assert after["villages"][0]["sources"][0]["source"] == "phiếu quý.csv"


def test_a_village_known_only_by_its_team_can_be_given_figures(run: Run, store: str) -> None:
    run("team-import", DATA / "to_cnscd_thon_tan_lap.xlsx", "--store", store, "--on", "1/8/2025")
    assert figure(run, store, "thôn tân lập", 4, "2025-07") == 0
    assert line(run, store, "2025-07")["value"] == 4
    run("units", "add", "Thôn Tân Lập", "--store", store)
    told = line(run, store, "2025-07")
    assert (told["value"], told["complete"], len(told["villages"])) == (4, True, 1)


def test_an_activity_whose_proof_is_lost_is_not_entered(
    run: Run, villages: str, tmp_path: Path
) -> None:
    add = ("activity", "add", "--store", villages, "--kind", "Tuyên truyền", "--on", "3/10/2025")
    assert run(*add, "--file", tmp_path / "khong-co.jpg")[0] == 1
    listed = run("activity", "list", "--store", villages, "--period", "2025-10", "--json")[1]
    assert listed["activities"] == []
