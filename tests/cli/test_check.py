"""`kehoach check`: one object of findings, exit 1 only for a file that cannot be read."""

from __future__ import annotations

import json
import random
import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from kehoach_desktop import app
from kehoach_desktop.documents.check.paper import check_paper
from kehoach_desktop.documents.check.reading import NotAPaper
from kehoach_desktop.importers.errors import UnreadableFile
from kehoach_desktop.importers.package import unpack

DATA = Path(__file__).parents[1] / "data"
REPORT = DATA / "papers" / "02_bao_cao_thang_10_phat_hanh.docx"
BODY = "word/document.xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
Check = Callable[..., tuple[int, Any, str]]


def test_the_sums_of_several_plans_are_no_contradiction(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], check: Check
) -> None:
    store, target = str(tmp_path / "so.khxa"), tmp_path / "bc.docx"
    app.main(["office", "--store", store, "--sample"])
    for name in ("quang_tri.docx", "ha_tinh_commune.docx"):
        assert app.main(["import", str(DATA / name), "--store", store]) == 0
    words = ["report", "--store", store, "--period", "2025-10", "-o", str(target)]
    assert app.main(words) == 0

    rules = [finding["rule"] for finding in check(target, "--json")[1]["findings"]]
    assert "figures-text-table" not in rules


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Check:
    """Check a file; return (exit code, the JSON of stdout or its text, stderr)."""

    def call(file: Path, *words: str) -> tuple[int, Any, str]:
        capsys.readouterr()
        code = app.main(["check", str(file), *words])
        said = capsys.readouterr()
        return code, json.loads(said.out) if "--json" in words else said.out, said.err

    return call


def with_body(change: Callable[[str], str]) -> bytes:
    """The report with its body changed as text."""
    buffer = BytesIO()
    with zipfile.ZipFile(REPORT) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == BODY:
                content = change(content.decode()).encode()
            after.writestr(name, content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def test_a_right_paper_has_no_findings_and_changes_nothing(check: Check) -> None:
    before = REPORT.read_bytes()
    assert check(REPORT, "--json") == (0, {"findings": []}, "")
    assert REPORT.read_bytes() == before


def test_a_finding_names_rule_weight_place_sentence_and_source(
    check: Check, tmp_path: Path
) -> None:
    paper = tmp_path / "Báo cáo tháng 10.docx"
    paper.write_bytes(with_body(lambda body: body.replace("Số: 145/BC", "Số: 5/BC")))
    code, answer, said = check(paper, "--json")
    assert (code, said) == (0, "")
    number, reference = answer["findings"]
    assert number == {
        "rule": "number-form",
        "severity": "error",
        "place": "Trang đầu, dòng Số",
        "message": "Số nhỏ hơn 10 phải ghi thêm số 0: “05”.",
        "source": "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3",
    }
    assert reference["rule"] == "appendix-reference"


def test_without_json_a_person_reads_lines(check: Check) -> None:
    code, said, _err = check(DATA / "papers" / "01_bao_cao_thang_10_du_thao.docx")
    assert code == 0
    assert said.startswith("Ghi chú: Trang đầu, dòng Số: Dự thảo: chưa có số.")
    assert check(REPORT)[1] == "Không thấy lỗi thể thức.\n"


@pytest.mark.parametrize("name", ["dong_thap.xlsx", "dong_thap.xls", "quang_tri.json"])
def test_another_kind_of_file_is_a_sentence_and_exit_1(check: Check, name: str) -> None:
    code, answer, said = check(DATA / name, "--json")
    assert code == 1
    assert all(answer[key] for key in ("error", "hint"))
    assert "Traceback" not in said


def hostile() -> dict[str, bytes]:
    """Files built to harm, or harmed on the way."""
    good = REPORT.read_bytes()
    deep = "<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000
    return {
        "empty": b"",
        "cut": good[: len(good) // 2],
        "no body": with_body(lambda _body: ""),
        "not closed": with_body(lambda body: body[:-40]),
        "entities": with_body(lambda body: '<!DOCTYPE a [<!ENTITY b "c">]>' + body),
        "deep": with_body(lambda _body: f"<w:document {W}><w:body>{deep}</w:body></w:document>"),
        "bomb": with_body(lambda body: body + " " * (70 << 20)),
    }


def test_a_hostile_file_is_a_sentence_and_exit_1(check: Check, tmp_path: Path) -> None:
    paper = tmp_path / "văn bản.docx"
    for name, data in hostile().items():
        paper.write_bytes(data)
        code, answer, said = check(paper, "--json")
        assert code == 1, name
        assert all(answer[key] for key in ("error", "hint")), name
        assert answer["error"] in said, name
        assert "Traceback" not in said, name


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<w:gridCol w:w="3572"/>', '<w:gridCol w:w="x"/>'),
        ("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2147483647"/>'),
        ('w:val="26"', 'w:val="1e400"'),
        ('w:top="1134"', 'w:top=""'),
        ("<w:jc ", "<w:numPr><w:ilvl/><w:numId/></w:numPr><w:jc "),
        ("Thânvănbản", "Khôngcó"),
    ],
)
def test_odd_measures_are_read_as_far_as_they_go(old: str, new: str) -> None:
    parts = unpack(with_body(lambda body: body.replace(old, new)), "thu.docx").parts
    assert isinstance(check_paper(parts), tuple)


def test_damaged_papers_are_answered_for() -> None:
    chance, good = random.Random(11), REPORT.read_bytes()
    for _ in range(30):
        spoilt = bytearray(good)
        for _ in range(chance.randrange(1, 20)):
            spoilt[chance.randrange(4, len(spoilt))] ^= 1 << chance.randrange(8)
        with suppress(UnreadableFile, NotAPaper):
            check_paper(unpack(bytes(spoilt), "thu.docx").parts)


def test_mended_is_another_file_and_says_what_was_done(check: Check, tmp_path: Path) -> None:
    paper, out = tmp_path / "bc.docx", tmp_path / "bc-da-sua.docx"
    paper.write_bytes(with_body(lambda body: body.replace("Số: 145/BC", "Số: 5/BC")))
    before = paper.read_bytes()
    code, answer, said = check(paper, "--mend", "-o", str(out), "--json")
    assert (code, said) == (0, "")
    assert [(mend["rule"], mend["after"]) for mend in answer["mends"]] == [
        ("number-form", "Số: 05/BC-UBND")
    ]
    assert [finding["rule"] for finding in answer["findings"]] == ["appendix-reference"]
    assert paper.read_bytes() == before
    assert check(out, "--json")[1]["findings"] == answer["findings"]


def test_mended_never_takes_the_place_of_its_source(check: Check, tmp_path: Path) -> None:
    paper = tmp_path / "bc.docx"
    paper.write_bytes(REPORT.read_bytes())
    code, answer, _said = check(paper, "--mend", "-o", str(paper), "--json")
    assert code == 1
    assert all(answer[key] for key in ("error", "hint"))
    assert paper.read_bytes() == REPORT.read_bytes()


@pytest.mark.parametrize("words", [("--mend",), ("-o", "khac.docx")])
def test_mending_and_its_target_go_together(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        app.main(["check", str(REPORT), *words])
    assert "--mend" in capsys.readouterr().err
