"""`kehoach paper` writes every kind, names what it leaves blank, and refuses in a sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx
import pytest

from kehoach_desktop.app import main
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.paper_period import EXAMPLES, PERIOD_OF
from tests.documents.paper_samples import GIVEN

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "so.khxa"
    assert main(["office", "--store", str(path), "--sample"]) == 0
    assert main(["import", str(DATA / "quang_tri.docx"), "--store", str(path)]) == 0
    capsys.readouterr()
    return path


def settings(kind: PaperKind) -> list[str]:
    return [f"--set={key}={value}" for key, value in GIVEN.get(kind, {}).items()]


def period_of(kind: PaperKind) -> list[str]:
    if kind is PaperKind.WEEKLY_REPORT:
        return ["--period", "2025-W42"]
    wanted = PERIOD_OF.get(kind)
    return ["--period", EXAMPLES[wanted] if wanted else "2025-10"]


def written(
    store: Path, kind: str, capsys: pytest.CaptureFixture[str], *words: str
) -> tuple[dict[str, Any], str]:
    target = store.with_name(f"{kind}.docx")
    code = main(["paper", kind, "--store", str(store), "-o", str(target), "--json", *words])
    answer = json.loads(capsys.readouterr().out)
    assert code == 0, answer
    body = docx.Document(str(target)).element.body
    return answer, "\n".join(body.itertext()).replace("\u00a0", " ")


@pytest.mark.parametrize("kind", PaperKind)
def test_every_kind_is_written_without_a_gap_when_all_is_given(
    store: Path, kind: PaperKind, capsys: pytest.CaptureFixture[str]
) -> None:
    given = settings(kind)
    answer, text = written(store, kind.value, capsys, *period_of(kind), *given)

    unassigned = [gap for gap in answer["gaps"] if not gap.startswith("assigned_to")]
    assert (answer["kind"], unassigned) == (kind.value, [])
    assert "./." in text
    assert "{{" not in text


@pytest.mark.parametrize("kind", ["to_trinh", "thong_bao", "giay_moi", "bien_ban", "quyet_dinh"])
def test_what_nobody_gave_is_a_blank_that_is_named(
    store: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    answer, text = written(store, kind, capsys)

    assert "subject" in answer["gaps"]
    assert "…………" in text
    assert "None" not in text


def test_a_plan_of_a_store_without_tasks_lacks_them_and_is_not_issued(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "moi.khxa"
    assert main(["office", "--store", str(store), "--sample"]) == 0
    capsys.readouterr()
    given = ("--set=receiver=Văn phòng HĐND và UBND", "--set=unit_day=25")

    answer, text = written(store, "ke_hoach", capsys, *given)

    assert answer["gaps"] == ["tasks"]
    assert "…………" in text
    target = tmp_path / "phat-hanh.docx"
    words = ["--store", str(store), "-o", str(target), "--date", "2025-10-20", *given]
    assert main(["issue", "ke_hoach", *words]) == 1
    assert "tasks" in capsys.readouterr().err
    assert not target.exists()


def test_number_and_day_stand_in_the_paper_and_in_its_appendix(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--number", "7", "--date", "2025-08-29")
    answer, text = written(store, "ke_hoach", capsys, *settings(PaperKind.PLAN), *words)

    assert (answer["number"], answer["date"]) == (7, "2025-08-29")
    assert "07/KH-UBND" in text
    assert "(Kèm theo Kế hoạch số 07/KH-UBND ngày 29 tháng 8 năm 2025 của Ủy ban nhân" in text


def test_a_deadline_of_our_own_may_come_earlier_but_not_later(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = ["--store", str(store), "-o", str(store.with_name("a.docx"))]
    _answer, text = written(store, "ke_hoach", capsys, "--set", "deadline.A1=01/12/2025")

    assert "01/12/2025" in text
    assert main(["paper", "ke_hoach", *target, "--set", "deadline.A1=01/02/2026"]) == 1
    assert "không muộn hơn thời hạn của tỉnh (31/12/2025)" in capsys.readouterr().err
    assert main(["paper", "ke_hoach", *target, "--set", "deadline.Z9=01/12/2025"]) == 1


def test_the_tasks_of_the_communes_plan_are_chosen_one_by_one(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["tasks", "--store", str(store), "--json"])
    tasks = json.loads(capsys.readouterr().out)["tasks"]
    ours = [task for task in tasks if task["ours"]][:2]
    other = next(task for task in tasks if not task["ours"])
    words = [f"--task={task['id']}" for task in (*ours, other)]
    _answer, text = written(store, "ke_hoach", capsys, *words)

    assert "Tổng số: 03 nhiệm vụ" in text
    assert " ".join(other["content"].split())[:40] in text
    assert "đúng thời hạn 03 nhiệm vụ tại" in text
    target = ["--store", str(store), "-o", str(store.with_name("a.docx"))]
    assert main(["paper", "ke_hoach", *target, "--task", "khong-co"]) == 1
    assert "khong-co" in capsys.readouterr().err
    assert main(["paper", "cong_van", *target, "--task", ours[0]["id"]]) == 1


def test_a_key_is_typed_with_a_plain_space(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "so.khxa"
    assert main(["office", "--store", str(store), "--sample"]) == 0
    assert main(["import", str(DATA / "dong_thap.xlsx"), "--store", str(store)]) == 0
    capsys.readouterr()
    words = ("--all", "--set", "deadline.PL II.4=20/06/2025")
    _answer, text = written(store, "ke_hoach", capsys, *words)

    assert "20/6/2025" in text


def test_a_quarter_is_gathered_from_its_months(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["tasks", "--store", str(store), "--json"])
    tasks = json.loads(capsys.readouterr().out)["tasks"]
    task = next(task["id"] for task in tasks if task["ours"])
    for month, result in (("2025-10", "Đã tổ chức 02 lớp."), ("2025-12", "Đã tổ chức 03 lớp.")):
        words = ["--period", month, "--task", task, "--state", "in_progress", "--result", result]
        assert main(["record", "--store", str(store), *words]) == 0
    capsys.readouterr()
    _answer, text = written(store, "bao_cao_quy", capsys, "--period", "2025-Q4")

    assert "Tháng 10: Đã tổ chức 02 lớp; tháng 12: Đã tổ chức 03 lớp" in text
    assert "QUÝ I NĂM 2026" in text


def test_nine_months_look_forward_to_the_last_quarter(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _answer, text = written(store, "bao_cao_9_thang", capsys, "--period", "2025-9M")

    assert "III. NHIỆM VỤ TRỌNG TÂM QUÝ IV NĂM 2025" in text


def test_a_unit_writes_in_its_own_name(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = (
        "--set",
        "issuer=Văn phòng HĐND và UBND",
        "--set",
        "symbol=VP",
        "--set",
        "capacity=pho",
    )
    _answer, text = written(store, "thong_bao", capsys, *words)

    assert "UBND XÃ SUỐI MÂY" in text
    assert "/TB-VP" in text
    assert "KT. CHÁNH VĂN PHÒNG" in text
    assert "PHÓ CHÁNH VĂN PHÒNG" in text


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["thong_bao", "--set", "chair=x"], "không có mục “chair”"),
        (["thong_bao", "--set", "subject"], "Không đọc được mục"),
        (["thong_bao", "--set", "content=@khong_co.txt"], "Không đọc được mục"),
        (["bao_cao_quy"], "cần kỳ báo cáo"),
        (["bao_cao_quy", "--period", "2025-10"], "2025-Q3"),
        (["quyet_dinh", "--set", "capacity=chanh_van_phong"], "thẩm quyền ký"),
        (["thong_bao", "--set", "issuer=Phòng Kinh tế", "--set", "capacity=tl"], "thẩm quyền ký"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    store: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    target = store.with_name("a.docx")

    assert main(["paper", *words, "--store", str(store), "-o", str(target)]) == 1
    assert sentence in capsys.readouterr().err
    assert not target.exists()


def test_an_unknown_kind_is_wrong_usage(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["paper", "hop_dong", "--store", str(store), "-o", "a.docx"])

    assert left.value.code == 2
    assert "bao_cao_tuan" in capsys.readouterr().err


def test_a_kind_has_an_english_name_too(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer, _text = written(store, "invitation", capsys)

    assert answer["kind"] == "giay_moi"


def body_sizes(path: Path) -> set[int]:
    styles = docx.Document(str(path)).styles
    return {styles["Thân văn bản"].font.size.pt}


def test_the_text_is_13_or_14_points_by_choice(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for kind in ("thong_bao", "bao_cao_thang"):
        for size in ("13", "14"):
            words = ("--period", "2025-10", "--set", f"body_size={size}")
            written(store, kind, capsys, *words)
            assert body_sizes(store.with_name(f"{kind}.docx")) == {int(size)}
    target = ["-o", str(store.with_name("x.docx")), "--set", "body_size=12"]
    assert main(["paper", "thong_bao", "--store", str(store), *target]) == 1
    assert "13 hoặc 14" in capsys.readouterr().err


def test_figures_stand_no_later_than_the_day_of_signing(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--period", "2025", "--number", "7", "--date", "2025-12-15")
    _answer, text = written(store, "bao_cao_nam", capsys, *words)

    assert "đến hết ngày 15/12/2025" in text
    assert "31/12/2025)" not in text
