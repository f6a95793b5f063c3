"""Decisions drafted and villages reshaped with the mouse: what the window writes and takes back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.membership import LeavingReason
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.team import Person
from kehoach_desktop.domain.team_proposal import Asking
from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind
from kehoach_desktop.domain.village_change import ChangeKind
from kehoach_desktop.files import TargetInUse
from kehoach_desktop.services.villages import NotAChange
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.duties.units_page import UnitsPage
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.teams.asking import DecisionDialog, PaperAsking
from kehoach_desktop.ui.teams.teams_page import TeamsPage
from kehoach_desktop.ui.teams.villages_asked import VillagesAsked, ask_reshaping
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import children
from tests.ui.test_teams_page import AUGUST, LAP, PEOPLE, dialog_of, hold, listed, page_of

OCTOBER = date(2025, 10, 6)
XUAN = "Thôn Xuân Hòa"


@pytest.fixture
def page(window: MainWindow, workbench: Workbench) -> TeamsPage:
    """Two decided teams that both lost a member, the first of them selected."""
    hold(workbench)
    rosters = workbench.rosters
    renamed = [(Person(f"{p.full_name} Hai", birth_year=p.birth_year), r) for p, r in PEOPLE[:3]]
    rosters.take_in(rosters.propose(listed(*renamed, area=XUAN), Asking(AUGUST)), number="88/QĐ")
    for name, area in (("Bùi Anh Tài", LAP), ("Lý Văn Sáng Hai", XUAN)):
        team = rosters.team(area, OCTOBER)
        rosters.leave(rosters.person(name).id, team.id, OCTOBER, LeavingReason.RELOCATED)
    made = page_of(window)
    made.select_area(LAP)
    return made


def words_of(path: Path) -> str:
    read = docx.Document(str(path))
    cells = (cell.text for table in read.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(p.text for p in read.paragraphs), *cells])


def ask_for(page: TeamsPage, kind: PaperKind, target: Path, *, every: bool) -> list[Path]:
    opened: list[Path] = []
    page.out.ask_target = lambda _parent, _proposed: target
    page.out.open_file = opened.append
    page.draft(kind)
    dialog = dialog_of(page, PaperAsking)
    dialog.teams.setCurrentIndex(int(every))
    dialog.accept()
    return opened


def test_the_decision_on_all_owed_teams_is_written_and_opened(
    page: TeamsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    assert page.pane.decision.isVisible()
    target = tmp_path / "qd.docx"
    opened = ask_for(page, PaperKind.DECISION, target, every=True)
    qtbot.waitUntil(lambda: opened == [target])
    words = words_of(target)
    assert "Bùi Anh Tài" in words
    assert "Lý Văn Sáng Hai" in words
    assert "kiện toàn" in words
    assert "qd.docx" in page.out.band.words()


def test_the_submission_on_one_team_leaves_the_other_out(
    page: TeamsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "ttr.docx"
    opened = ask_for(page, PaperKind.SUBMISSION, target, every=False)
    qtbot.waitUntil(lambda: opened == [target])
    words = words_of(target)
    assert "Tân Lập" in words
    assert "Xuân Hòa" not in words


def test_an_open_file_leads_to_a_name_beside_it(
    page: TeamsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "ds.xlsx"
    target.write_bytes(b"open elsewhere")
    opened: list[Path] = []
    page.out.open_file = opened.append
    page.out.ask_target = lambda _parent, _proposed: target

    def write(path: Path) -> Path:
        if path == target:
            raise TargetInUse(path)
        path.write_bytes(b"done")
        return path

    page.out.ask_and_write("ds.xlsx", write)
    qtbot.waitUntil(lambda: not page.out.busy)
    (button,) = children(page.out.band, Button)
    assert button.text() == "Ghi thành “ds (2).xlsx”"
    button.click()
    qtbot.waitUntil(lambda: opened == [tmp_path / "ds (2).xlsx"])


def test_one_number_fixes_the_lists_of_all_owed_teams_in_one_step(
    page: TeamsPage, window: MainWindow, workbench: Workbench
) -> None:
    note = next(b for b in children(page.pane.band, Button) if "Ghi số" in b.text())
    note.setFocus()
    page.decide()
    dialog = dialog_of(page, DecisionDialog)
    dialog.number.setText("120/QĐ-UBND")
    dialog.teams.setCurrentIndex(1)
    dialog.accept()
    assert window.focusWidget() is page.pane.table
    assert not any(state.owed for state in workbench.rosters.states())
    assert not page.pane.decision.isVisible()
    window.undo()
    assert sum(state.owed is not None for state in workbench.rosters.states()) == 2


def standing(workbench: Workbench, day: date) -> list[str]:
    return [unit.name_on(day) for unit in workbench.units.units() if unit.stands_on(day)]


def asked(parent: UnitsPage, workbench: Workbench, kind: ChangeKind, *old: str) -> VillagesAsked:
    chosen = {unit.id for unit in workbench.units.units() if unit.name in old}
    dialog = ask_reshaping(parent, workbench, chosen)
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    return dialog


@pytest.fixture
def units(workbench: Workbench, qtbot: QtBot) -> UnitsPage:
    hold(workbench)
    workbench.units.add(Unit(UnitId(""), XUAN, UnitKind.VILLAGE))
    made = UnitsPage(workbench)
    qtbot.addWidget(made)
    made.show()
    return made


def test_two_villages_become_one_from_a_day_on_and_undo_parts_them(
    units: UnitsPage, workbench: Workbench
) -> None:
    dialog = asked(units, workbench, ChangeKind.MERGE, LAP, XUAN)
    dialog.names.setPlainText("Thôn Lập Hòa")
    dialog.day_field.set_day(date(2025, 10, 10))
    assert dialog.told.text() == f"{LAP}, {XUAN} → Thôn Lập Hòa"
    dialog.accept()
    assert sorted(standing(workbench, date(2025, 10, 9))) == ["Thôn Mai Thượng", LAP, XUAN]
    assert sorted(standing(workbench, date(2025, 10, 10))) == ["Thôn Lập Hòa", "Thôn Mai Thượng"]
    state = next(s for s in workbench.rosters.states() if s.area == "Thôn Lập Hòa")
    assert len(state.seats) == 4
    workbench.undo_stack.undo()
    assert sorted(standing(workbench, date(2025, 10, 10))) == ["Thôn Mai Thượng", LAP, XUAN]
    workbench.undo_stack.redo()
    assert "Thôn Lập Hòa" in standing(workbench, date(2025, 10, 10))


def test_a_village_is_split_and_each_of_its_team_is_sent_home(
    units: UnitsPage, workbench: Workbench
) -> None:
    dialog = asked(units, workbench, ChangeKind.SPLIT, LAP)
    dialog.names.setPlainText("Thôn Lập Đông")
    assert not dialog.people.isVisibleTo(dialog)
    dialog.names.setPlainText("Thôn Lập Đông\nThôn Lập Tây")
    assert dialog.people.isVisibleTo(dialog)
    first = next(iter(dialog.people.choices.values()))
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert "Thôn Lập Tây (1 người)" in dialog.told.text()
    dialog.names.setPlainText("Thôn Lập Đông\nThôn Lập Tây\nThôn Lập Nam")
    assert first.currentText() == "Thôn Lập Tây"
    before = workbench.rosters.book()
    dialog.accept()
    held = {state.area: len(state.seats) for state in workbench.rosters.states()}
    assert held["Thôn Lập Tây"] == 1
    assert held["Thôn Lập Nam"] == 0
    workbench.undo_stack.undo()
    assert workbench.rosters.book() == before


def test_a_new_name_wants_one_village_and_another_name(
    units: UnitsPage, workbench: Workbench
) -> None:
    dialog = asked(units, workbench, ChangeKind.RENAME, LAP, XUAN)
    dialog.names.setPlainText("Thôn Mới")
    dialog.accept()
    assert "đúng một thôn" in dialog.wrong.text()
    for item in dialog.chosen()[1:]:
        item.setCheckState(item.checkState().Unchecked)
    dialog.names.setPlainText(dialog.chosen()[0].text())
    dialog.accept()
    assert dialog.wrong.text() == str(NotAChange())
    dialog.names.setPlainText("Thôn Mới")
    dialog.accept()
    assert "Thôn Mới" in standing(workbench, date(2025, 10, 17))
