"""Decisions on teams, written from the lists: the month in which three teams changed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kehoach_desktop.app import Verbs
from kehoach_desktop.domain.issued_paper import NumberTaken
from kehoach_desktop.domain.membership import LeavingReason
from kehoach_desktop.domain.office import Office, OfficeKind, SigningCapacity
from kehoach_desktop.domain.paper import Article, Paper, PaperAppendix
from kehoach_desktop.domain.paper_book import UnknownPaperKey
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.paper_request import TEAMS, PaperRequest
from kehoach_desktop.domain.report import Block
from kehoach_desktop.domain.snapshot import Maker, WrittenPaper
from kehoach_desktop.domain.team import DigitalTeam, Gender, Person, RosterDraft, TeamMember
from kehoach_desktop.domain.team import TeamRole as Role
from kehoach_desktop.domain.team_book import Team
from kehoach_desktop.domain.team_proposal import Asking
from kehoach_desktop.domain.text import NBSP
from kehoach_desktop.services.correcting import WrittenFromLists
from kehoach_desktop.services.issuing import frame_in
from kehoach_desktop.services.team_papers import (
    NoPaperOnTeams,
    NothingToDecide,
    TeamsOfSeveralKinds,
)
from kehoach_desktop.store.sqlite_store import SqliteStore
from tests.books import On

DATA = Path(__file__).parent.parent / "data"
SEPTEMBER, OCTOBER, SIGNED = date(2025, 9, 12), date(2025, 10, 20), date(2025, 10, 28)
OLD = "87/QĐ-UBND"
ROLES = {"Tổ trưởng": Role.LEADER, "Tổ phó": Role.DEPUTY, "Thành viên": Role.MEMBER}
BINH_MINH, TAN_LAP, XUAN_HOA = "Thôn Bình Minh", "Thôn Tân Lập", "Thôn Xuân Hòa"


@pytest.fixture
def verbs(store: SqliteStore) -> Verbs:
    made = Verbs(store, On(SIGNED))
    made.offices.keep(
        Office(
            OfficeKind.COMMUNE,
            "Bình Minh",
            "Quảng Trị",
            signer="Trần Hữu Nghĩa",
            capacity=SigningCapacity.CHAIRMAN,
        )
    )
    return made


def given_lists() -> RosterDraft:
    """The three given lists, as the truth tells them."""
    truth = json.loads((DATA / "to_cnscd.json").read_text(encoding="utf-8"))
    return RosterDraft(
        tuple(
            DigitalTeam(
                f"Thôn {told['thon'].removeprefix('Thôn ')}",
                members=tuple(
                    TeamMember(
                        Person(
                            member["full_name"],
                            Gender(member["gender"]),
                            birth_year=member["birth_year"],
                            post=member["post"] or "",
                        ),
                        ROLES[member["team_role"]],
                    )
                    for member in told["members"]
                ),
            )
            for told in truth["files"]
        )
    )


@pytest.fixture
def decided(verbs: Verbs) -> Verbs:
    """The three teams as decision 87 fixed them."""
    verbs.rosters.take_in(verbs.rosters.propose(given_lists(), Asking(SEPTEMBER)), number=OLD)
    return verbs


@pytest.fixture
def changed(decided: Verbs) -> Verbs:
    """What happened in the three teams in October."""
    rosters = decided.rosters

    def leave(name: str, area: str, reason: LeavingReason) -> None:
        team = rosters.team(area, OCTOBER).id
        rosters.leave(rosters.person(name, team, OCTOBER).id, team, OCTOBER, reason)

    leave("Lê Quang Vũ", BINH_MINH, LeavingReason.TRANSFERRED)
    leave("Lý Văn Sáng", TAN_LAP, LeavingReason.RETIRED)
    leave("Hoàng Văn Út", XUAN_HOA, LeavingReason.RELOCATED)
    here = rosters.team(BINH_MINH, OCTOBER).id
    tri = rosters.person("Đoàn Minh Trí", here, OCTOBER).id
    rosters.change_role(tri, here, Role.DEPUTY, OCTOBER)
    new = Person("Nguyễn Thị Hoài An", Gender.FEMALE, birth_year=1996, post="Nhân viên y tế thôn")
    rosters.add(new, here, Role.MEMBER, date(2025, 10, 21))
    heir = Person("Trần Văn Lĩnh", Gender.MALE, birth_year=1963, post="Chi hội trưởng NCT")
    rosters.add(heir, rosters.team(TAN_LAP, OCTOBER).id, Role.MEMBER, OCTOBER)
    return decided


def on_teams(*names: str, **given: str) -> PaperRequest:
    """The decision on the teams named, or on all that are owed one."""
    teams = {TEAMS: "; ".join(names) or "tất cả"}
    return PaperRequest(PaperKind.DECISION, {**teams, **given}, 103, SIGNED)


def issue(verbs: Verbs, *names: str) -> None:
    """Issue the decision, as the window and the command line do."""
    asked = on_teams(*names)
    made = verbs.team_papers.made(asked).paper
    fixes = verbs.team_papers.fixing(asked, frame_in(made))
    verbs.issuing.issue(made, WrittenPaper(b"docx", Maker("0", "0")), "{}", fixes=fixes)


def decision_of(verbs: Verbs, *names: str, **given: str) -> Paper:
    made = verbs.team_papers.made(on_teams(*names, **given)).paper
    assert isinstance(made, Paper)
    return made


def articles(paper: Paper) -> list[str]:
    found = (content.text for content in paper.contents if isinstance(content, Article))
    return [text.replace(NBSP, " ") for text in found]


def rows(appendix: PaperAppendix) -> list[tuple[str, ...]]:
    return [row.cells for row in appendix.table.rows]


def test_the_decision_names_the_teams_with_how_many_are_in_each(changed: Verbs) -> None:
    paper = decision_of(changed)
    assert paper.frame.subject == (
        "Về việc kiện toàn Tổ công nghệ số cộng đồng",
        "các thôn Bình Minh, Tân Lập, Xuân Hòa",
    )
    first, second, last = articles(paper)
    assert "03 thôn: Bình Minh (06 thành viên), Tân Lập (05 thành viên), Xuân Hòa (05" in first
    assert "thành viên sau kiện toàn tại Phụ lục I;" in first
    assert "thôi tham gia tại Phụ lục II kèm theo" in first
    assert OLD in second
    assert "thay thế danh sách thành viên của 03 tổ" in last
    assert "Trưởng các thôn Bình Minh, Tân Lập, Xuân Hòa" in last
    assert paper.gaps == ()


def test_the_first_list_holds_everybody_and_the_second_every_change(changed: Verbs) -> None:
    everybody, changes = decision_of(changed).appendices
    people = [cells for cells in rows(everybody) if cells[0].isdigit()]
    assert [cells[0] for cells in people] == [str(n) for n in range(1, 17)]
    assert everybody.closing == "Danh sách này có 16 người"
    assert [cells for cells in rows(changes) if cells[0].isdigit()] == [
        ("1", "Lê Quang Vũ", "Bình Minh", "Tổ phó", "Chuyển công tác"),
        ("2", "Lý Văn Sáng", "Tân Lập", "Thành viên", "Xin thôi vì tuổi cao, sức khỏe"),
        ("3", "Hoàng Văn Út", "Xuân Hòa", "Thành viên", "Chuyển nơi cư trú"),
        ("4", "Trần Văn Lĩnh", "Tân Lập", "Thành viên", "Thay ông Lý Văn Sáng"),
        ("5", "Nguyễn Thị Hoài An", "Bình Minh", "Thành viên", ""),
        ("6", "Đoàn Minh Trí", "Bình Minh", "Tổ phó", "Trước là Thành viên"),
    ]
    assert [cells for cells in rows(changes) if not cells[0].isdigit()] == [
        ("I", "Thôi tham gia"),
        ("II", "Thay thế"),
        ("III", "Bổ sung"),
        ("IV", "Thay đổi chức danh"),
    ]


def test_one_team_is_decided_alone_and_the_others_stay_owed(changed: Verbs) -> None:
    paper = decision_of(changed, TAN_LAP)
    assert articles(paper)[0].startswith(
        "Kiện toàn Tổ công nghệ số cộng đồng thôn Tân Lập gồm 05 thành viên."
    )
    issue(changed, TAN_LAP)
    owed = [state.area for state in changed.rosters.states(SIGNED) if state.owed]
    assert owed == [BINH_MINH, XUAN_HOA]


def test_a_decision_that_was_fixed_is_owed_no_more_and_can_be_taken_back(changed: Verbs) -> None:
    issue(changed)
    with pytest.raises(NothingToDecide):
        decision_of(changed)
    decisions = [state.decision for state in changed.rosters.states(SIGNED)]
    assert {decision.number for decision in decisions if decision} == {"103/QĐ-UBND"}


def test_a_number_that_is_taken_fixes_no_list(changed: Verbs) -> None:
    issue(changed, TAN_LAP)
    with pytest.raises(NumberTaken):
        issue(changed)
    assert len([state for state in changed.rosters.states(SIGNED) if state.owed]) == 2


def test_a_decision_on_teams_is_put_right_by_another_decision(changed: Verbs) -> None:
    asked = on_teams(TAN_LAP)
    made = changed.team_papers.made(asked).paper
    data = json.dumps({"given": dict(asked.given)})
    written = WrittenPaper(b"docx", Maker("0", "0"))
    fixes = changed.team_papers.fixing(asked, frame_in(made))
    kept = changed.issuing.issue(made, written, data, fixes=fixes)
    with pytest.raises(WrittenFromLists, match="103/QĐ-UBND"):
        changed.correcting.changes(kept.id)


def test_an_issued_submission_fixes_nothing(changed: Verbs) -> None:
    asked = PaperRequest(PaperKind.SUBMISSION, {TEAMS: "owed"}, 19, SIGNED)
    made = changed.team_papers.made(asked).paper
    assert changed.team_papers.fixing(asked, frame_in(made)) is None


def test_teams_that_no_decision_names_are_founded_with_one_list(verbs: Verbs) -> None:
    verbs.rosters.take_in(verbs.rosters.propose(given_lists(), Asking(SEPTEMBER)))
    paper = decision_of(verbs)
    first, second, last = articles(paper)
    assert first.startswith("Thành lập Tổ công nghệ số cộng đồng 03 thôn: Bình Minh (06")
    assert "theo Quyết định số" not in second
    assert "thay thế" not in last
    assert len(paper.appendices) == 1


def test_the_paper_that_proposes_it_tells_each_change_and_why(changed: Verbs) -> None:
    asked = PaperRequest(
        PaperKind.SUBMISSION, {"signer": "Hồ Thị Bích Ngọc", TEAMS: "owed"}, 19, SIGNED
    )
    made = changed.team_papers.made(asked).paper
    assert isinstance(made, Paper)
    text = "\n".join(block.text for block in made.contents if isinstance(block, Block))
    assert made.frame.addressees == ("Chủ tịch Ủy ban nhân dân xã Bình Minh",)
    assert made.frame.issuer.lines == ("PHÒNG VĂN HÓA - XÃ HỘI",)
    assert "Đến nay 03 tổ có thay đổi thành viên: 01 người chuyển công tác" in text
    assert "ông Lê Quang Vũ, Tổ phó, thôi tham gia (chuyển công tác)" in text
    assert "ông Đoàn Minh Trí, Thành viên, làm Tổ phó" in text
    assert "ông Trần Văn Lĩnh thay ông Lý Văn Sáng" in text
    assert "bổ sung bà Nguyễn Thị Hoài An, Nhân viên y tế thôn" in text
    assert made.gaps == ()


def test_what_the_clerk_gives_goes_before_what_is_proposed(changed: Verbs) -> None:
    paper = decision_of(changed, executors="Văn phòng và các ông, bà có tên")
    assert "Văn phòng và các ông, bà có tên chịu trách nhiệm" in articles(paper)[-1]
    with pytest.raises(UnknownPaperKey):
        decision_of(changed, no_such_key="x")


def test_no_other_paper_is_written_from_teams(changed: Verbs) -> None:
    with pytest.raises(NoPaperOnTeams):
        changed.team_papers.made(PaperRequest(PaperKind.NOTICE, {TEAMS: "owed"}))


def test_teams_of_two_kinds_are_not_decided_together(changed: Verbs) -> None:
    step = changed.rosters.add_team("Xã Bình Minh", "Tổ Đề án 06", SEPTEMBER)
    team = next(after for _before, after in step.changes if after is not None)
    assert isinstance(team, Team)
    changed.rosters.add(Person("Lê Ca"), team.id, Role.LEADER, OCTOBER)
    with pytest.raises(TeamsOfSeveralKinds):
        decision_of(changed)
    assert "Tổ Đề án 06" in articles(decision_of(changed, team.id))[0]


def test_changes_stand_by_role_then_by_given_name_whatever_the_ids(decided: Verbs) -> None:
    team = decided.rosters.team(TAN_LAP, OCTOBER).id
    named = ["Bùi Văn Út", "Lê Thị Ánh", "Võ Đình Đại", "Hồ Thị An", "Trần Ân", "Phan Văn Dần"]
    for name in named:
        decided.rosters.add(Person(name), team, Role.MEMBER, OCTOBER)
    decided.rosters.add(Person("Mai Thị Yến"), team, Role.DEPUTY, OCTOBER)
    _everybody, changes = decision_of(decided, TAN_LAP).appendices
    assert [cells[1] for cells in rows(changes) if cells[0].isdigit()] == [
        "Mai Thị Yến",
        "Hồ Thị An",
        "Lê Thị Ánh",
        "Trần Ân",
        "Phan Văn Dần",
        "Võ Đình Đại",
        "Bùi Văn Út",
    ]
