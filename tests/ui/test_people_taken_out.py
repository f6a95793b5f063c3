"""Personal data leaving through the window: what goes along, and that it is kept who did it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import openpyxl
import pdfplumber
import pytest
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.access import AccessKind, Private
from kehoach_desktop.domain.membership import LeavingReason
from kehoach_desktop.domain.team import Person, TeamRole
from kehoach_desktop.domain.team_proposal import Asking
from kehoach_desktop.store.teams import Teams
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.papers.pdf_writing import write_pdf
from kehoach_desktop.ui.papers.sheets import Sheets
from kehoach_desktop.ui.teams import taking_out
from kehoach_desktop.ui.teams.access_window import AccessWindow
from kehoach_desktop.ui.teams.people_sheets import OrgCards, PhoneList, Shown
from kehoach_desktop.ui.teams.person_dialog import PersonDialog
from kehoach_desktop.ui.teams.taking_out import Desk, PeopleWindow, TakingOut
from kehoach_desktop.ui.teams.teams_page import TeamsPage
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import Said, children
from tests.ui.test_teams_page import AUGUST, LAP, dialog_of, hold, listed, page_of

TODAY = date(2025, 10, 17)


@pytest.fixture
def page(window: MainWindow, workbench: Workbench) -> TeamsPage:
    hold(workbench)
    made = page_of(window)
    made.select_area(LAP)
    return made


def desk_of(page: TeamsPage, workbench: Workbench) -> Desk:
    states = workbench.rosters.states()
    return Desk(page, workbench, states, page.current(), TODAY, page.said.emit)


def words_of(path: Path) -> set[str]:
    book = openpyxl.load_workbook(path)
    return {str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value}


def kinds(workbench: Workbench) -> list[tuple[AccessKind, int, str, tuple[Private, ...]]]:
    return [(a.kind, a.count, a.what, a.private) for a in workbench.disclosing.accesses()]


def test_a_workbook_holds_back_what_was_not_ticked_and_is_logged(
    page: TeamsPage, workbench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    opened: list[Path] = []
    page.out.open_file = opened.append
    page.out.ask_target = lambda _parent, proposed: tmp_path / f"{len(opened)} {proposed.name}"
    for tick in (False, True):
        taking_out.ask_workbook(desk_of(page, workbench), page.out)
        dialog = dialog_of(page, TakingOut)
        assert Private.CCCD not in dialog.ticks
        dialog.ticks[Private.PHONE].setChecked(tick)
        dialog.accept()
        qtbot.waitUntil(lambda: not page.out.busy)
        assert ("0999000201" in words_of(opened[-1])) is tick
        qtbot.waitUntil(lambda: not children(page, TakingOut))
    assert kinds(workbench) == [
        (AccessKind.EXPORT, 4, "xlsx", (Private.PHONE,)),
        (AccessKind.EXPORT, 4, "xlsx", ()),
    ]


@pytest.mark.parametrize("ask", [taking_out.ask_cards, taking_out.ask_phones])
def test_printed_sheets_are_logged_when_they_leave(
    page: TeamsPage, workbench: Workbench, tmp_path: Path, ask: Callable[[Desk], None]
) -> None:
    ask(desk_of(page, workbench))
    dialog_of(page, TakingOut).accept()
    (shown,) = children(page, PeopleWindow)
    assert kinds(workbench) == []
    shown.save(tmp_path / "to.pdf")
    assert kinds(workbench) == [(AccessKind.EXPORT, 4, "pdf", (Private.PHONE,))]
    with pdfplumber.open(tmp_path / "to.pdf") as read:
        words = read.pages[0].extract_text()
    assert "Võ Hồng Phong" in words
    assert "0999000201" in words
    shown.close()


def full_disk(_shelf: Teams, _subject: str, _told: Mapping[str, object]) -> None:
    message = "database or disk is full"
    raise sqlite3.OperationalError(message)


def test_what_cannot_be_logged_does_not_leave_the_program(
    page: TeamsPage,
    workbench: Workbench,
    said: Said,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Teams, "note", full_disk)
    page.out.ask_target = lambda _parent, proposed: tmp_path / proposed.name
    taking_out.ask_workbook(desk_of(page, workbench), page.out)
    dialog_of(page, TakingOut).accept()
    assert not page.out.busy
    taking_out.ask_phones(desk_of(page, workbench))
    children(page, TakingOut)[-1].accept()
    (shown,) = children(page, PeopleWindow)
    shown.save(tmp_path / "danh ba.pdf")
    assert [*tmp_path.glob("*.xlsx"), *tmp_path.glob("*.pdf")] == []
    assert len(said.boxes) == 2
    shown.close()


def big_team(workbench: Workbench, people: int) -> None:
    leader = (Person("Nguyễn Văn Đầu", phone="0999111000"), TeamRole.LEADER)
    others = [
        (Person(f"Trần Thị {chr(0x41 + n % 26)}{n}", phone=f"09991{n:05d}"), TeamRole.MEMBER)
        for n in range(people - 1)
    ]
    draft = listed(leader, *others, area="Thôn Đông Người")
    workbench.rosters.take_in(workbench.rosters.propose(draft, Asking(AUGUST)))


@pytest.mark.parametrize("people", [1, 5, 15, 40])
def test_a_card_is_one_page_with_everybody_on_it(
    workbench: Workbench, tmp_path: Path, people: int
) -> None:
    big_team(workbench, people)
    cards = OrgCards(workbench.rosters.states(), Shown("UBND xã", TODAY, (Private.PHONE,)))
    path = tmp_path / "the.pdf"
    path.write_bytes(write_pdf(cards))
    with pdfplumber.open(path) as read:
        (page,) = read.pages
        names = [word["text"] for word in page.extract_words()]
        bottoms = [word["bottom"] for word in page.extract_words()]
    assert sum(name in ("Thị", "Văn") for name in names) == people
    assert max(bottoms) < page.height - 30


def test_a_long_list_of_telephones_goes_on_and_loses_nobody(
    workbench: Workbench, tmp_path: Path
) -> None:
    hold(workbench)
    big_team(workbench, 130)
    listed_people = PhoneList(workbench.rosters.states(), Shown("UBND xã", TODAY, (Private.PHONE,)))
    path = tmp_path / "danh ba.pdf"
    path.write_bytes(write_pdf(listed_people))
    with pdfplumber.open(path) as read:
        told = [page.extract_text() for page in read.pages]
        ends = [max(word["bottom"] for word in page.extract_words()) for page in read.pages]
    assert len(told) == listed_people.count() > 2
    numbers = [word for page in told for word in page.split() if word.startswith("0999")]
    assert len(numbers) == len(set(numbers)) == 134
    assert all("Đông Người" in page for page in told[1:])
    assert max(ends) < 830


def test_unticked_numbers_are_on_no_sheet(workbench: Workbench, tmp_path: Path) -> None:
    hold(workbench)
    states, shown = workbench.rosters.states(), Shown("UBND xã", TODAY)
    both: tuple[Sheets, ...] = (OrgCards(states, shown), PhoneList(states, shown))
    for number, made in enumerate(both):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(write_pdf(made))
        with pdfplumber.open(path) as read:
            assert "0999" not in read.pages[0].extract_text()


def test_a_person_is_exported_whole_and_erasing_tells_of_the_backups(
    page: TeamsPage, workbench: Workbench, qtbot: QtBot, tmp_path: Path, said: Said
) -> None:
    team = workbench.rosters.team(LAP, AUGUST)
    tai = workbench.rosters.person("Bùi Anh Tài")
    workbench.rosters.leave(tai.id, team.id, date(2025, 10, 6), LeavingReason.DECEASED)
    page.reload()
    page.pane.select_person(tai.id)
    page.show_person()
    dialog = dialog_of(page, PersonDialog)
    target = tmp_path / "tai.xlsx"
    opened: list[Path] = []
    page.out.open_file, page.out.ask_target = opened.append, lambda _parent, _proposed: target
    dialog.take_out.click()
    qtbot.waitUntil(lambda: opened == [target])
    assert {"Bùi Anh Tài", "qua đời"} <= words_of(target)
    workbench.safekeeping.back_up("thu")
    said.answer = True
    dialog.erase.click()
    assert "bản sao lưu từ" in said.words()
    assert [a.kind for a in workbench.disclosing.accesses()] == [
        AccessKind.ERASE,
        AccessKind.EXPORT,
        AccessKind.SHOW,
    ]


def test_the_menu_leads_to_the_list_of_who_looked(page: TeamsPage, qtbot: QtBot) -> None:
    page.reveal()
    page.menu.aboutToShow.emit()
    actions = {action.text(): action for action in page.menu.actions()}
    actions["Nhật ký xem, xuất dữ liệu cá nhân…"].trigger()
    (shown,) = children(page, AccessWindow)
    row = [str(shown.model.index(0, column).data()) for column in range(6)]
    assert row[2:5] == ["Hiện số điện thoại", "Tổ công nghệ số cộng đồng thôn Tân Lập", "4"]
    assert "0999" not in " ".join(row)
    (close,) = children(shown, Button)
    close.click()


def test_a_person_is_found_by_digits_of_a_number(page: TeamsPage) -> None:
    page.search.setText("000203")
    assert page.pane.current_person()
    found = page.pane.model.row(page.pane.table.currentIndex().row())
    assert found
    assert found.seat
    assert found.seat.person.details.full_name == "Bùi Anh Tài"
