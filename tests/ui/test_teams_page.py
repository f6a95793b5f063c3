from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar, cast

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.activity import CAMPAIGN, Activity, ActivityId
from kehoach_desktop.domain.membership import LeavingReason, Membership, MembershipBook
from kehoach_desktop.domain.membership import PersonId as P
from kehoach_desktop.domain.membership import TeamId as T
from kehoach_desktop.domain.team import DigitalTeam, Person, RosterDraft, TeamMember, TeamRole
from kehoach_desktop.domain.team_book import KeptPerson, Team, TeamBook, difference
from kehoach_desktop.domain.team_proposal import Asking
from kehoach_desktop.domain.team_update import RowKind
from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.list_model import Heading
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.teams.asking import (
    DayAsking,
    DecisionDialog,
    LeavingDialog,
    MovingDialog,
    NewMemberDialog,
    RoleDialog,
)
from kehoach_desktop.ui.teams.list_model import ReviewModel, list_rows
from kehoach_desktop.ui.teams.list_review import ListReview
from kehoach_desktop.ui.teams.member_model import MemberModel, Place, member_rows
from kehoach_desktop.ui.teams.person_dialog import PersonDialog
from kehoach_desktop.ui.teams.team_menu import MergingDialog
from kehoach_desktop.ui.teams.teams_page import TeamsPage
from kehoach_desktop.ui.teams.village_model import VillageModel
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import DATA, Said
from tests.ui.keyboard import ALT, CTRL, Key, press

AUGUST = date(2025, 8, 1)
LAP = "Thôn Tân Lập"
LEADER, DEPUTY, MEMBER = TeamRole
PEOPLE = (
    (Person("Võ Hồng Phong", birth_year=1968, phone="0999000201"), LEADER),
    (Person("Dương Thị Lệ Thu", birth_year=1979, phone="0999000202"), DEPUTY),
    (Person("Lý Văn Sáng", birth_year=1958, phone="0999000205"), MEMBER),
    (Person("Bùi Anh Tài", birth_year=1995, phone="0999000203"), MEMBER),
)


Dialog = TypeVar("Dialog", bound=Asked)


def listed(*members: tuple[Person, TeamRole], area: str = LAP) -> RosterDraft:
    return RosterDraft((DigitalTeam(area, members=tuple(TeamMember(*m) for m in members)),))


def hold(workbench: Workbench) -> None:
    """One village with a decided team of four, one without a team."""
    for name in (LAP, "Thôn Mai Thượng"):
        workbench.units.add(Unit(UnitId(""), name, UnitKind.VILLAGE))
    rosters = workbench.rosters
    rosters.take_in(rosters.propose(listed(*PEOPLE), Asking(AUGUST)), number="87/QĐ-UBND")


def page_of(window: MainWindow) -> TeamsPage:
    QTest.keyClick(window, Key.Key_4, ALT)
    found = window.stack.page("teams")
    assert isinstance(found, TeamsPage)
    return found


@pytest.fixture
def page(window: MainWindow, workbench: Workbench) -> TeamsPage:
    hold(workbench)
    made = page_of(window)
    made.select_area(LAP)
    return made


def names(page: TeamsPage) -> list[str]:
    rows = page.pane.model.rows()
    return [
        row.title if isinstance(row, Heading) else row.seat.person.details.full_name for row in rows
    ]


def cell(page: TeamsPage, row: int, place: Place) -> str:
    return str(page.pane.model.index(row, place).data())


def dialog_of(page: QWidget, kind: type[Dialog]) -> Dialog:
    held = cast("list[Dialog]", page.findChildren(kind))
    (shown,) = (dialog for dialog in held if dialog.isVisible())
    return shown


def test_people_stand_by_role_then_given_name_and_telephones_are_masked(page: TeamsPage) -> None:
    assert names(page) == [
        "Võ Hồng Phong",
        "Dương Thị Lệ Thu",
        "Lý Văn Sáng",
        "Bùi Anh Tài",
    ]
    assert cell(page, 0, Place.PHONE) == "099 ••• 201"


def test_villages_tell_how_they_stand(page: TeamsPage) -> None:
    told = [[str(page.model.index(row, column).data()) for column in range(3)] for row in range(2)]
    assert told == [["Thôn Mai Thượng", "–", "chưa có tổ"], [LAP, "4", "đủ"]]
    assert page.left.total.text() == "1 tổ, 4 người; 1 thôn chưa có tổ"


def test_a_team_without_activities_in_the_quarter_is_told(
    page: TeamsPage, workbench: Workbench
) -> None:
    verbs = workbench.activities
    step = verbs.add(Activity(ActivityId(""), CAMPAIGN, date(2025, 9, 30)))
    workbench.tell(Changes.ACTIVITIES)
    assert str(page.model.index(1, 2).data()) == "quý này chưa hoạt động"
    team = workbench.rosters.team(LAP, date(2025, 10, 1)).id
    rosters = workbench.rosters
    who = rosters.person("Bùi Anh Tài").id
    left = rosters.leave(who, team, date(2025, 10, 1), LeavingReason.RELOCATED)
    workbench.tell(Changes.TEAMS)
    assert str(page.model.index(1, 2).data()) == "nợ quyết định, chưa hoạt động"
    rosters.keep(left.reversed())
    verbs.add(Activity(ActivityId(""), CAMPAIGN, date(2025, 10, 2), team))
    workbench.tell(Changes.ACTIVITIES)
    assert str(page.model.index(1, 2).data()) == "đủ"
    verbs.keep(step.reversed())


def test_the_models_keep_the_rules_of_qt(workbench: Workbench, qtbot: QtBot) -> None:
    hold(workbench)
    states = workbench.rosters.states()
    villages, members, rows = VillageModel(), MemberModel(), ReviewModel()
    for model in (villages, members, rows):
        QAbstractItemModelTester(model)
    villages.show_rows(states)
    members.show_rows(member_rows(states[1], revealed=False))
    update = workbench.rosters.propose(listed(*PEOPLE[:2]), Asking(date(2025, 10, 6)))
    rows.show_rows([*list_rows(update, ())])
    assert (villages.rowCount(), members.rowCount(), rows.rowCount()) == (2, 4, 3)


def test_a_member_leaves_by_two_keys_and_undo_brings_him_back(
    page: TeamsPage, window: MainWindow, workbench: Workbench
) -> None:
    page.pane.table.setFocus()
    press(Key.Key_Down, Key.Key_Delete)
    dialog = dialog_of(page, LeavingDialog)
    dialog.day_field.setText("6/10/2025")
    QTest.keyClick(dialog.day_field, Key.Key_Return)
    assert names(page) == ["Võ Hồng Phong", "Lý Văn Sáng", "Bùi Anh Tài",
                           "Đã thôi tham gia (1)", "Dương Thị Lệ Thu"]  # fmt: skip
    assert "Còn nợ quyết định kiện toàn: 1 người thôi tham gia" in page.pane.band.words()
    assert workbench.undo_stack.undoText() == "Cho Dương Thị Lệ Thu thôi tham gia"
    window.undo()
    assert len(names(page)) == 4
    assert page.pane.band.words() == ""


def test_a_new_member_needs_only_a_name(qtbot: QtBot, page: TeamsPage) -> None:
    page.pane.table.setFocus()
    press(Key.Key_Insert)
    dialog = dialog_of(page, NewMemberDialog)
    press("Lê Thị Ánh Tuyết")
    QTest.keyClick(dialog.fields.name, Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "Lê Thị Ánh Tuyết" in names(page))
    row = names(page).index("Lê Thị Ánh Tuyết")
    assert (cell(page, row, Place.SINCE), cell(page, row, Place.NOTE)) == ("17/10/2025", "mới")


def test_a_wrong_fact_is_told_in_the_dialog_and_nothing_typed_is_lost(page: TeamsPage) -> None:
    page.add_member()
    dialog = dialog_of(page, NewMemberDialog)
    dialog.fields.name.setText("Lê Thị Ánh")
    dialog.fields.phone.setText("123")
    dialog.accept()
    assert dialog.isVisible()
    assert "10 chữ số" in dialog.wrong.text()
    assert dialog.fields.name.text() == "Lê Thị Ánh"
    dialog.fields.phone.setText("0999.000.207")
    dialog.accept()
    assert "Lê Thị Ánh" in names(page)


def test_a_second_leader_is_refused_with_the_way_out(page: TeamsPage) -> None:
    page.pane.table.setFocus()
    press(Key.Key_Down, Key.Key_F2)
    dialog = dialog_of(page, RoleDialog)
    dialog.role.setCurrentIndex(dialog.role.findData(LEADER))
    dialog.accept()
    assert "Tổ đã có tổ trưởng" in dialog.wrong.text()
    dialog.role.setCurrentIndex(dialog.role.findData(MEMBER))
    dialog.accept()
    assert "1 người đổi vai trò" in page.pane.band.words()


def test_who_is_known_already_is_proposed_and_never_taken_for_the_same_silently(
    page: TeamsPage, workbench: Workbench, said: Said
) -> None:
    page.select_area("Thôn Mai Thượng")
    page.set_up()
    for answer, people in ((False, 5), (True, 5)):
        said.answer = answer
        page.add_member()
        dialog = dialog_of(page, NewMemberDialog)
        dialog.fields.name.setText("Bùi Anh Tài" if not answer else "Lý Văn Sáng")
        dialog.fields.born.setText("1995" if not answer else "1958")
        dialog.role.setCurrentIndex(dialog.role.findData(MEMBER))
        dialog.accept()
        assert len(workbench.rosters.book().people) == people
    assert "Thôn Tân Lập" in said.words()
    assert "cũng ở Thôn Tân Lập" in cell(page, names(page).index("Lý Văn Sáng"), Place.NOTE)


def test_a_member_moves_to_another_team(page: TeamsPage, workbench: Workbench) -> None:
    workbench.rosters.add_team("Thôn Mai Thượng")
    page.reload()
    page.select_area(LAP)
    page.pane.select_person(workbench.rosters.person("Bùi Anh Tài").id)
    page.move_member()
    dialog = dialog_of(page, MovingDialog)
    dialog.accept()
    assert "Bùi Anh Tài" not in names(page)[:3]
    page.select_area("Thôn Mai Thượng")
    assert names(page) == ["Bùi Anh Tài"]


def chosen(page: TeamsPage, words: str) -> None:
    page.menu.aboutToShow.emit()
    next(action for action in page.menu.actions() if action.text() == words).trigger()


def test_a_team_is_merged_into_another_and_one_undo_parts_them(
    page: TeamsPage, window: MainWindow, workbench: Workbench
) -> None:
    workbench.rosters.add_team("Thôn Mai Thượng", since=AUGUST)
    page.reload()
    page.select_area(LAP)
    chosen(page, "Sáp nhập tổ này…")
    dialog = dialog_of(page, MergingDialog)
    dialog.leader.setCurrentIndex(dialog.leader.findText("Võ Hồng Phong"))
    dialog.accept()
    page.select_area("Thôn Mai Thượng")
    assert len(names(page)) == 4
    assert cell(page, 0, Place.ROLE) == "Tổ trưởng"
    window.undo()
    assert names(page) == []


def test_a_team_is_ended_from_the_next_day_on(page: TeamsPage) -> None:
    chosen(page, "Kết thúc tổ này…")
    dialog = dialog_of(page, DayAsking)
    dialog.day_field.set_day(date(2025, 9, 30))
    dialog.accept()
    page.select_area(LAP)
    assert page.pane.nothing.words.text() == "Thôn Tân Lập chưa có tổ."


def test_identity_numbers_are_kept_once_the_office_says_so_and_forgotten_when_asked(
    page: TeamsPage, workbench: Workbench, said: Said
) -> None:
    page.pane.table.setFocus()
    page.show_person()
    assert dialog_of(page, PersonDialog).fields.cccd is None
    dialog_of(page, PersonDialog).reject()
    chosen(page, "Giữ số CCCD")
    page.show_person()
    dialog = dialog_of(page, PersonDialog)
    assert dialog.fields.cccd is not None
    dialog.fields.cccd.setText("099 068 000 201")
    dialog.accept()
    assert workbench.rosters.person("Võ Hồng Phong").details.cccd == "099068000201"
    chosen(page, "Giữ số CCCD")
    assert "bị xóa khỏi sổ" in said.words()
    assert workbench.rosters.person("Võ Hồng Phong").details.cccd == ""
    assert workbench.undo_stack.count() == 0


def test_numbers_are_shown_for_this_visit_and_the_journal_knows(
    page: TeamsPage, window: MainWindow
) -> None:
    page.pane.reveal.click()
    assert cell(page, 0, Place.PHONE) == "0999000201"
    page.pane.table.selectAll()
    page.pane.table.copy()
    assert "0999000201" in QGuiApplication.clipboard().text()
    window.go("overview")
    window.go("teams")
    assert cell(page, 0, Place.PHONE) == "099 ••• 201"
    page.pane.table.selectAll()
    page.pane.table.copy()
    assert "0999000201" not in QGuiApplication.clipboard().text()


def test_a_person_is_shown_mended_and_erased_for_good(
    page: TeamsPage, workbench: Workbench, said: Said
) -> None:
    page.pane.table.setFocus()
    press(Key.Key_Return)
    dialog = dialog_of(page, PersonDialog)
    assert "Thôn Tân Lập: Tổ trưởng từ 01/08/2025" in dialog.past.toPlainText()
    dialog.fields.post.setText("Trưởng thôn")
    dialog.accept()
    assert cell(page, 0, Place.POST) == "Trưởng thôn"
    page.show_person()
    erasing = dialog_of(page, PersonDialog)
    erasing.erase.click()
    assert "không hoàn tác được" in said.words()
    assert names(page)[0] == "Dương Thị Lệ Thu"
    assert workbench.undo_stack.count() == 0


def test_a_village_without_a_team_offers_one(qtbot: QtBot, page: TeamsPage) -> None:
    page.select_area("Thôn Mai Thượng")
    assert page.pane.nothing.words.text() == "Thôn Mai Thượng chưa có tổ."
    page.villages.setFocus()
    press(Key.Key_Return, Key.Key_Space)
    qtbot.waitUntil(lambda: page.pane.stack.currentIndex() == 0)
    assert page.pane.title.text() == "Tổ công nghệ số cộng đồng thôn Mai Thượng"


def test_a_store_without_villages_says_how_to_begin(window: MainWindow) -> None:
    page = page_of(window)
    assert page.inside.currentWidget() is page.nothing


def test_the_chip_shows_only_what_wants_something(page: TeamsPage) -> None:
    page.left.owing.click()
    assert page.model.rowCount() == 1
    page.left.every.click()
    assert page.model.rowCount() == 2


def test_a_person_is_found_without_diacritics(page: TeamsPage) -> None:
    page.select_area("Thôn Mai Thượng")
    QTest.keyClick(page, Key.Key_F, CTRL)
    press("bui anh")
    assert page.model.rowCount() == 1
    seat = page.seat()
    assert seat is not None
    assert seat.person.details.full_name == "Bùi Anh Tài"
    press(Key.Key_Escape)
    assert page.model.rowCount() == 2


def test_another_day_shows_the_team_of_that_day(page: TeamsPage) -> None:
    page.day.setText("1/7/2025")
    QTest.keyClick(page.day, Key.Key_Return)
    page.select_area(LAP)
    assert names(page) == []
    page.day.setText("")
    QTest.keyClick(page.day, Key.Key_Return)
    assert len(names(page)) == 4


def test_a_decision_is_noted(page: TeamsPage, workbench: Workbench) -> None:
    team = workbench.rosters.team(LAP, AUGUST)
    person = workbench.rosters.person("Bùi Anh Tài")
    workbench.rosters.leave(person.id, team.id, date(2025, 10, 6), LeavingReason.OTHER)
    page.reload()
    page.decide()
    dialog = dialog_of(page, DecisionDialog)
    dialog.number.setText("120/QĐ-UBND")
    dialog.accept()
    assert page.pane.band.words() == ""
    assert "120/QĐ-UBND" in page.pane.subtitle.text()


def review_of(qtbot: QtBot, page: TeamsPage, path: Path) -> ListReview:
    page.take_list(path)
    qtbot.waitUntil(lambda: page.lists.review is not None, timeout=20_000)
    assert page.lists.review is not None
    return page.lists.review


def test_a_given_list_is_reviewed_and_taken_in_as_one_step(
    qtbot: QtBot, page: TeamsPage, window: MainWindow, workbench: Workbench
) -> None:
    review = review_of(qtbot, page, DATA / "to_cnscd_thon_binh_minh.xlsx")
    assert len(workbench.rosters.book().people) == 4
    QTest.keyClick(review.table, Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.lists.review is None)
    assert len(workbench.rosters.book().people) == 10
    assert page.pane.title.text() == "Tổ công nghệ số cộng đồng thôn Bình Minh"
    window.undo()
    assert len(workbench.rosters.book().people) == 4
    window.redo()
    assert len(workbench.rosters.book().people) == 10


def reviewed(qtbot: QtBot, workbench: Workbench, draft: RosterDraft) -> ListReview:
    review = ListReview(workbench, "ds.xlsx", draft, Asking(date(2025, 10, 6)))
    qtbot.addWidget(review)
    review.resize(1190, 660)
    with qtbot.waitExposed(review):
        review.show()
    review.table.setFocus()
    return review


def test_doubts_stand_first_and_are_answered_by_a_figure(
    qtbot: QtBot, workbench: Workbench
) -> None:
    hold(workbench)
    other_year = replace(PEOPLE[2][0], birth_year=1959)
    draft = listed(*PEOPLE[:2], (other_year, MEMBER), (Person("Ngô Mới"), MEMBER))
    review = reviewed(qtbot, workbench, draft)
    first = review.current()
    assert first is not None
    assert (first.kind, first.details.full_name) == (RowKind.DOUBT, "Lý Văn Sáng")
    assert "để lại 1 người chưa rõ" in review.foot.words.text()
    QTest.keyClick(review.table, Key.Key_1)
    assert review.update_shown.count(RowKind.DOUBT) == 0
    assert review.take.text() == "Ghi 3 thay đổi"


def test_a_row_is_left_out_by_space_and_taken_back(qtbot: QtBot, workbench: Workbench) -> None:
    hold(workbench)
    review = reviewed(qtbot, workbench, listed(*PEOPLE[:3]))
    assert review.take.text() == "Ghi 1 thay đổi"
    QTest.keyClick(review.table, Key.Key_Space)
    assert not review.take.isEnabled()
    QTest.keyClick(review.table, Key.Key_Space)
    steps: list[object] = []
    review.settled.connect(steps.append)
    QTest.keyClick(review.table, Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(steps) == 1)
    stays = workbench.rosters.book().stays.of(workbench.rosters.person("Bùi Anh Tài").id)
    assert [stay.left for stay in stays] == [date(2025, 10, 6)]


def test_escape_takes_nothing_in(qtbot: QtBot, workbench: Workbench) -> None:
    hold(workbench)
    review = reviewed(qtbot, workbench, listed(*PEOPLE[:3]))
    steps: list[object] = []
    review.settled.connect(steps.append)
    QTest.keyClick(review.table, Key.Key_Escape)
    assert steps == [None]


def test_a_file_that_is_no_list_is_told_and_the_page_stays(
    qtbot: QtBot, page: TeamsPage, said: Said, tmp_path: Path
) -> None:
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(b"PK\x03\x04 broken")
    page.take_list(broken)
    qtbot.waitUntil(lambda: bool(said.boxes), timeout=20_000)
    assert page.lists.review is None


def big_book() -> TeamBook:
    """A thousand people in a hundred and twenty-five teams."""
    teams = {T(f"t{n}"): Team(T(f"t{n}"), f"Thôn {n}") for n in range(125)}
    people = {P(f"p{n}"): KeptPerson(P(f"p{n}"), Person(f"Trần Văn {n}")) for n in range(1000)}
    roles = [LEADER, DEPUTY, *[MEMBER] * 6]
    stays = [Membership(P(f"p{n}"), T(f"t{n // 8}"), roles[n % 8], AUGUST) for n in range(1000)]
    return TeamBook(teams, people, MembershipBook(tuple(stays)))


def test_a_thousand_members_stand_in_one_list_of_teams(qtbot: QtBot, workbench: Workbench) -> None:
    workbench.rosters.keep(difference(TeamBook(), big_book()))
    page = TeamsPage(workbench)
    qtbot.addWidget(page)
    page.resize(1190, 660)
    page.show()
    QApplication.processEvents()
    assert page.model.rowCount() == 125


def test_no_alt_letter_bears_a_mark(page: TeamsPage) -> None:
    page.add_member()
    dialog = dialog_of(page, NewMemberDialog)
    labels = [dialog.form.itemAt(row, dialog.form.ItemRole.LabelRole) for row in range(8)]
    texts = [str(getattr(item.widget(), "text", str)()) for item in labels if item]
    letters = [text[text.index("&") + 1] for text in texts if "&" in text]
    assert len(letters) == len({letter.casefold() for letter in letters})
    assert all(letter.isascii() for letter in letters)
