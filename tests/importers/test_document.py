"""What the letterhead and the "Kèm theo" line say of the paper."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kehoach_desktop.domain.plan import PlanDocument
from kehoach_desktop.importers.document import read_document

HEADS = json.loads((Path(__file__).parents[1] / "data" / "heads.json").read_text(encoding="utf-8"))


def read(*lines: str, attached: str = "", name: str = "ke_hoach.docx") -> PlanDocument:
    return read_document(lines, attached, [], name)


def test_a_signed_plan_gives_all_its_particulars() -> None:
    paper = read(
        "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN",
        "Số: 158/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        "Nghệ An, ngày 05 tháng 8 năm 2025",
        "KẾ HOẠCH",
        "Thực hiện Nghị quyết số 57-NQ/TW",
        "trên địa bàn tỉnh",
        "_________",
        "Căn cứ Kế hoạch số 285-KH/TU ngày 01/7/2025 của Tỉnh ủy;",
        "I. MỤC ĐÍCH",
        "Theo Quyết định số 99/QĐ-TTg.",
        "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Thị Bích Ngọc",
    )

    assert (paper.issuer, paper.province) == ("Ủy ban nhân dân tỉnh Nghệ An", "Nghệ An")
    assert (paper.number, paper.date, paper.year) == ("158/KH-UBND", date(2025, 8, 5), 2025)
    assert paper.title == "Thực hiện Nghị quyết số 57-NQ/TW trên địa bàn tỉnh"
    assert paper.refers_to == ("Nghị quyết số 57-NQ/TW", "Kế hoạch số 285-KH/TU ngày 01/7/2025")
    assert paper.signer == "Trần Thị Bích Ngọc"
    assert paper.signer_position == "KT. CHỦ TỊCH - PHÓ CHỦ TỊCH"


def test_a_department_issues_in_its_own_name() -> None:
    paper = read("UBND TỈNH BẮC NINH\nSỞ KHOA HỌC VÀ CÔNG NGHỆ", "Số: 45/KH-SKHCN")

    assert (paper.issuer, paper.province) == ("Sở Khoa học và Công nghệ", "Bắc Ninh")


def test_a_party_paper_writes_its_number_in_its_own_way() -> None:
    paper = read("TỈNH ỦY ĐỒNG THÁP", "*", "Số 285-KH/TU", "KẾ HOẠCH", "thực hiện Nghị quyết")

    assert (paper.issuer, paper.number) == ("Tỉnh ủy Đồng Tháp", "285-KH/TU")


def test_who_decides_at_the_head_of_a_decision_has_not_signed_it() -> None:
    paper = read(
        "QUYẾT ĐỊNH",
        "Giao nhiệm vụ",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ",
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
    )

    assert paper.signer_position == ""


def test_a_letter_has_its_subject_under_its_number() -> None:
    paper = read("UBND TỈNH LAI CHÂU", "Số: 12/UBND-VX", "V/v phân công nhiệm vụ", "chuyển đổi số")

    assert (paper.doc_type, paper.title) == ("Công văn", "Phân công nhiệm vụ chuyển đổi số")


def test_an_enclosure_alone_tells_of_its_paper() -> None:
    paper = read(
        attached="Kèm theo Quyết định số 12/QĐ-UBND ngày 20 tháng 7 năm 2025 của Ủy ban nhân dân "
        "tỉnh Lào Cai về việc giao nhiệm vụ"
    )

    assert (paper.doc_type, paper.number, paper.date) == (
        "Quyết định",
        "12/QĐ-UBND",
        date(2025, 7, 20),
    )
    assert (paper.issuer, paper.title) == ("Ủy ban nhân dân tỉnh Lào Cai", "Giao nhiệm vụ")


def test_blanks_of_a_draft_stay_blank_and_the_year_is_found_elsewhere() -> None:
    paper = read("Số:        /KH-UBND", "Huế, ngày     tháng     năm 2026")

    assert (paper.number, paper.date, paper.year) == (None, None, 2026)
    assert read(name="ke_hoach_2027.xlsx").year == 2027


def plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else getattr(value, "isoformat", lambda: value)()


@pytest.mark.parametrize("head", HEADS, ids=lambda head: "-".join(head["lines"][:2]) or "attached")
def test_a_head_is_read_as_its_truth_has_it(head: dict[str, Any]) -> None:
    paper = read_document(head["lines"], head["attached"], [], head["file"])

    assert {key: plain(getattr(paper, key)) for key in head["truth"]} == head["truth"]


def test_a_letterhead_of_one_cell_ends_its_issuer_at_the_rule() -> None:
    paper = read(
        "ỦY BAN NHÂN DÂN TỈNH QUẢNG NINH ------- Số: 256/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
        "Quảng Ninh, ngày 12 tháng 9 năm 2025",
        "KẾ HOẠCH",
        "Triển khai phong trào thi đua",
    )

    assert paper.issuer == "Ủy ban nhân dân tỉnh Quảng Ninh"
    assert (paper.number, paper.date) == ("256/KH-UBND", date(2025, 9, 12))
