"""Who signs follows the day of signing; Nơi nhận and "Lưu" follow the kind and the unit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.rebuilt_paper import lines_of
from tests.cli.conftest import Run
from tests.documents.paper_samples import GIVEN

INVITATION = [f"--set={k}={v}" for k, v in GIVEN[PaperKind.INVITATION].items()]
DECISION = [
    f"--set={key}={value}"
    for key, value in GIVEN[PaperKind.DECISION].items()
    if not key.startswith("list")
]


class Clerk:
    """Types commands at one store, and reads what was written."""

    def __init__(self, run: Run, store: str) -> None:
        self.run, self.store = run, store
        self.target = Path(store).with_name("vb.docx")

    def told(self, *words: str, code: int = 0) -> Any:
        exit_code, answer, _said = self.run(*words, "--store", self.store, "--json")
        assert exit_code == code, answer
        return answer

    def paper(self, kind: str, *words: str) -> tuple[dict[str, Any], list[str]]:
        answer = self.told("paper", kind, "-o", str(self.target), *words)
        return answer, self.lines()

    def lines(self) -> list[str]:
        return [line.replace("\u00a0", " ") for line in lines_of(self.target.read_bytes())]


@pytest.fixture
def clerk(run: Run, store: str) -> Clerk:
    clerk = Clerk(run, store)
    clerk.told("office", "--sample")
    return clerk


def signers(clerk: Clerk) -> None:
    clerk.told("signers", "add", "Lê Quang Hòa", "--capacity", "chu_tich", "--until", "2025-09-30")
    clerk.told("signers", "add", "Đỗ Thị Hằng", "--capacity", "chu_tich", "--from", "2025-10-01")
    clerk.told("signers", "add", "Trần Văn Mẫu", "--capacity", "pho_chu_tich")


def test_an_office_without_signers_goes_on_as_before(clerk: Clerk) -> None:
    answer, lines = clerk.paper("giay_moi", *INVITATION)

    assert (answer["gaps"], answer["doubts"]) == ([], [])
    assert {"KT. CHỦ TỊCH", "Trần Văn Mẫu"} <= set(lines)


@pytest.mark.parametrize(
    ("day", "name"), [("2025-09-30", "Lê Quang Hòa"), ("2025-10-01", "Đỗ Thị Hằng")]
)
def test_the_block_follows_the_day_of_signing(clerk: Clerk, day: str, name: str) -> None:
    signers(clerk)
    words = ("--set", "capacity=chu_tich", "--number", "3", "--date", day)
    answer, lines = clerk.paper("giay_moi", *INVITATION, *words)

    assert name in lines
    assert "PHÓ CHỦ TỊCH" not in lines
    assert answer["doubts"] == []


def test_a_name_brings_its_own_block(clerk: Clerk) -> None:
    signers(clerk)
    _answer, lines = clerk.paper("giay_moi", *INVITATION, "--set", "signer=trần văn mẫu")

    assert lines[lines.index("PHÓ CHỦ TỊCH") - 1] == "KT. CHỦ TỊCH"


def test_who_may_no_longer_sign_is_doubted_and_not_issued_without_a_reason(clerk: Clerk) -> None:
    signers(clerk)
    who = ("--set", "signer=Lê Quang Hòa", "--set", "capacity=chu_tich")
    issue = ("issue", "giay_moi", "-o", str(clerk.target), *INVITATION, *who)
    day = ("--date", "2025-10-20")
    answer, _lines = clerk.paper("giay_moi", *INVITATION, *who, "--number", "1", *day)
    refused = clerk.told(*issue, *day, code=1)
    kept = clerk.told(*issue, *day, "--despite", "Quyết định cho ký đến hết tháng 10")

    assert answer["doubts"] == ["Lê Quang Hòa không được ký ngày 20/10/2025."]
    assert "Lê Quang Hòa không được ký" in refused["error"]
    assert clerk.told("issued", kept["id"])["data"]["despite"].startswith("Quyết định cho ký")


def test_a_stranger_and_a_wrong_capacity_are_doubted(clerk: Clerk) -> None:
    signers(clerk)
    for given, doubt in {
        "signer=Người Lạ": "không có trong danh sách",
        "signer=Đỗ Thị Hằng": "không ký với thẩm quyền này",
    }.items():
        words = ("--set", given, "--set", "capacity=pho_chu_tich")
        day = ("--number", "1", "--date", "2025-10-20")
        answer, _lines = clerk.paper("giay_moi", *INVITATION, *words, *day)
        assert doubt in answer["doubts"][0]


def test_with_nobody_left_to_sign_the_name_stays_blank(clerk: Clerk) -> None:
    clerk.told("signers", "add", "Lê Quang Hòa", "--capacity", "chu_tich", "--until", "2025-09-30")
    day = ("--number", "1", "--date", "2025-10-20")
    answer, lines = clerk.paper("giay_moi", *INVITATION, *day)

    assert "signer" in answer["gaps"]
    assert answer["doubts"] == ["Không có ai được ký ngày 20/10/2025."]
    assert "Trần Văn Mẫu" not in lines


def test_a_decision_is_never_signed_by_the_chief_of_the_office(clerk: Clerk) -> None:
    clerk.told("signers", "add", "Phan Công Điền", "--capacity", "chanh_van_phong")
    clerk.told("signers", "add", "Đỗ Thị Hằng", "--capacity", "chu_tich")
    _answer, lines = clerk.paper("quyet_dinh", *DECISION)

    assert "Đỗ Thị Hằng" in lines
    assert "Phan Công Điền" not in lines


def test_recipients_and_archive_follow_the_kind(clerk: Clerk) -> None:
    everybody = ("--to", "Đảng ủy xã (để b/c); Các thôn", "--archive", "VP")
    clerk.told("recipients", "set", *everybody)
    clerk.told("recipients", "set", "--kind", "giay_moi", "--to", "Công an xã")
    _answer, invitation = clerk.paper("giay_moi", *INVITATION)
    _answer, decision = clerk.paper("quyet_dinh", *DECISION)

    assert {"- Công an xã;", "- Lưu: VT, VP."} <= set(invitation)
    assert "- Các thôn;" not in invitation
    assert {"- Đảng ủy xã (để b/c);", "- Các thôn;", "- Lưu: VT, VP."} <= set(decision)


def test_a_unit_that_issues_in_its_own_name_has_its_signer_symbol_and_archive(
    clerk: Clerk,
) -> None:
    unit = "Phòng Văn hóa - Xã hội"
    head = ("--capacity", "truong", "--position", "Trưởng phòng", "--issuer", unit)
    clerk.told("signers", "add", "Hồ Thị Bích Ngọc", *head)
    clerk.told("recipients", "set", "--issuer", unit, "--to", "UBND xã", "--archive", "VHXH")
    own = [f"--set={k}={v}" for k, v in GIVEN[PaperKind.SUBMISSION].items()]
    named = [word for word in own if not word.startswith(("--set=symbol", "--set=signer"))]
    day = ("--number", "7", "--date", "2025-10-20")
    answer, lines = clerk.paper("to_trinh", *named, *day)

    assert (answer["gaps"], answer["doubts"]) == ([], [])
    assert {"Số: 07/TTr-VHXH", "TRƯỞNG PHÒNG", "Hồ Thị Bích Ngọc", "- Lưu: VT, VHXH."} <= set(lines)


def test_signers_end_and_leave_and_are_refused_in_sentences(clerk: Clerk) -> None:
    signers(clerk)
    ended = clerk.told("signers", "end", "Trần Văn Mẫu", "--on", "2025-12-31")["signers"][0]
    on_day = clerk.told("signers", "list", "--on", "2026-01-05")["signers"]
    clerk.told("signers", "remove", ended["id"])

    assert [one["name"] for one in on_day] == ["Đỗ Thị Hằng"]
    assert len(clerk.told("signers")["signers"]) == 2
    assert "Không có" in clerk.told("signers", "end", "Ai", "--on", "2025-12-31", code=1)["error"]
    for wrong in (["--capacity", "vua"], ["--capacity", "tl"]):
        assert "thẩm quyền" in clerk.told("signers", "add", "Ai Đó", *wrong, code=1)["error"]
    assert "ít nhất một dòng" in clerk.told("recipients", "set", code=1)["error"]


def test_a_list_kept_again_takes_the_place_of_the_first(clerk: Clerk) -> None:
    first = clerk.told("recipients", "set", "--kind", "giay_moi", "--to", "Các thôn")
    second = clerk.told("recipients", "set", "--kind", "giay_moi", "--to", "Công an xã")
    held = clerk.told("recipients")["recipients"]

    assert first["recipients"][0]["id"] == second["recipients"][0]["id"]
    assert [one["recipients"] for one in held] == [["Công an xã"]]
    clerk.told("recipients", "remove", held[0]["id"])
    assert clerk.told("recipients")["recipients"] == []
