"""Drive the real program with the sample commune and keep a picture of every screen and dialog.

`python -m tests.screens FOLDER [en]` needs a display; 1366×768 is the screen the offices have.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kehoach_desktop import paths
from kehoach_desktop.app import build_workbench
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.domain.return_form import Field, Returned, ReturnedRow
from kehoach_desktop.domain.unit import Unit, UnitId, kind_of_name
from kehoach_desktop.i18n import use_language
from kehoach_desktop.importers.errors import PasswordProtected
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui import messages, standard_texts, theme
from kehoach_desktop.ui.collecting.folder_watch import FolderLine
from kehoach_desktop.ui.collecting.send_asked import WordsToSend
from kehoach_desktop.ui.first_run import FirstRun
from kehoach_desktop.ui.help_pane import show_about, show_help
from kehoach_desktop.ui.leader.leader_window import LeaderWindow
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.office.office_page import OfficePage
from kehoach_desktop.ui.overview_page import OverviewPage
from kehoach_desktop.ui.papers.correct_asked import CorrectAsked
from kehoach_desktop.ui.papers.issue_asked import IssueAsked
from kehoach_desktop.ui.papers.papers_page import PapersPage
from kehoach_desktop.ui.plans.import_list import Tab
from kehoach_desktop.ui.plans.import_review import ImportReview
from kehoach_desktop.ui.progress.period_asked import PeriodAsked
from kehoach_desktop.ui.progress.period_page import PeriodPage
from kehoach_desktop.ui.sample import answer_month
from kehoach_desktop.ui.workbench import Workbench
from tests.books import FRIDAY
from tests.screens_counting import counting, roster

SIZE = (1366, 728)
UNITS = (
    "Phòng Văn hóa - Xã hội",
    "Phòng Kinh tế",
    "Công an xã",
    "Thôn Bình Minh",
    "Thôn Tân Lập",
)
SETTLED_MS, PATIENCE_MS = 250, 20_000
SEPTEMBER, OCTOBER = ReportingPeriod.parse("2025-09"), ReportingPeriod.parse("2025-10")


class Camera:
    """Takes pictures of widgets into a folder, numbered in the order they are taken."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._taken = 0

    def take(self, widget: QWidget, name: str) -> None:
        """Keep a picture of `widget` once it has settled."""
        QTest.qWait(SETTLED_MS)
        self._taken += 1
        widget.grab().save(str(self._folder / f"{self._taken:02d}-{name}.png"))

    def take_dialog(self, act: Callable[[], object], name: str) -> None:
        """Keep a picture of the dialog that `act` opens, whether it waits or not; dismiss it."""
        looked = list[str]()

        def snap() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is not None:
                self.take(dialog, name)
                dialog.close()
            looked.append(name)

        QTimer.singleShot(SETTLED_MS, snap)
        act()
        wait_for(lambda: bool(looked))


def wait_for(happened: Callable[[], bool]) -> None:
    """Let the program work until `happened`."""
    for _turn in range(PATIENCE_MS // 20):
        if happened():
            return
        QTest.qWait(20)
    raise TimeoutError(happened)


@contextmanager
def program(folder: Path) -> Iterator[tuple[MainWindow, Workbench]]:
    """Open the program over a new book in `folder`."""
    workbench = build_workbench(folder / "so.khxa", FRIDAY)
    window = MainWindow(workbench)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(*SIZE)
    window.show()
    try:
        yield window, workbench
    finally:
        window.close()
        window.deleteLater()
        workbench.close()


def welcome(camera: Camera, window: MainWindow) -> None:
    """The first run: a new book, the sample, a backup; then the sample is filled."""
    page = window.stack.page("first_run")
    assert isinstance(page, FirstRun)
    page.form.show_office(replace(page.form.office(), name="Bình An", province="Quảng Trị"))
    page.preview.show_office(page.form.office())
    camera.take(window, "bat-dau")
    page.ways.button(1).click()
    camera.take(window, "bat-dau-xa-mau")
    page.ways.button(2).click()
    camera.take(window, "bat-dau-ban-sao-luu")
    page.ways.button(1).click()
    page.use_sample()
    wait_for(lambda: window.stack.key() == "overview")


def review(camera: Camera, window: MainWindow, path: Path) -> None:
    """The review of a plan: doubts, all tasks, notes, another role for a column, its dialogs."""
    window.take_files((path,))
    window.reading.show()
    camera.take(window, "dang-doc-tep")
    wait_for(lambda: window.stack.key() == "review")
    page = window.stack.page("review")
    assert isinstance(page, ImportReview)
    wait_for(lambda: not page.working())
    page.list.step(1)
    camera.take(window, f"xem-lai-{path.stem}")
    page.list.turn_to(Tab.ALL)
    page.list.step(2)
    page.toggle_out()
    camera.take(window, f"xem-lai-{path.stem}-tat-ca")
    page.undo()
    camera.take_dialog(page.edit_texts, "sua-chu")
    camera.take_dialog(page.edit_document, "so-ngay-ke-hoach")
    menu = page.pane.view.header.menu(2)
    menu.popup(page.pane.mapToGlobal(page.pane.rect().center()))
    camera.take(menu, "cot-doc-la")
    menu.close()
    page.apply()
    wait_for(lambda: window.stack.page("review") is not page)


def answer_months(workbench: Workbench) -> None:
    """Write the answers of the sample, and leave some of October to be asked for."""
    for path in sorted(paths.sample_dir().glob("2*.json")):
        answer_month(workbench, path)
    rows = workbench.reporting.view(OCTOBER).rows()
    for row in rows[2:20:5]:
        workbench.reporting.record(ProgressEntry(row.task.id, OCTOBER.key))
    workbench.tell(Changes.ALL)


def screens(camera: Camera, window: MainWindow, look: str) -> None:
    """Every screen of the navigation."""
    for key in ("overview", "matrix", "period", "teams", "report", "office", "backup"):
        window.go(key)
        camera.take(window, f"{key}{look}")


def collecting(camera: Camera, window: MainWindow, workbench: Workbench, folder: Path) -> None:
    """Units and duties, forms out and home with a question, the review, what is due."""
    hand_out(workbench)
    window.go("office")
    office = window.stack.page("office")
    assert isinstance(office, OfficePage)
    for part in ("units", "duties", "days_off"):
        office.show_tab(part)
        camera.take(window, f"danh-muc-{part}")
    window.go("period")
    period = window.stack.page("period")
    assert isinstance(period, PeriodPage)
    period.show_period(OCTOBER.key)
    page = period.tabs.collect()
    camera.take(window, "thu-thap-chua-ghi-phieu")
    page.write_forms(folder, UNITS, date(2025, 10, 15))
    wait_for(lambda: bool(page.findChildren(WordsToSend)))
    words = page.findChild(WordsToSend)
    assert isinstance(words, WordsToSend)
    camera.take(words, "loi-nhan-gui-phieu")
    words.close()
    page.take_returned((_answered(workbench),))
    camera.take(window, "thu-thap")
    page.leave()
    period.tabs.review()
    camera.take(window, "ra-soat")
    period.tabs.turn_to("sheet")


def one_period(camera: Camera, window: MainWindow, workbench: Workbench, folder: Path) -> None:
    """One task at a time with its files, the period closed, a form that comes late, the leader."""
    page = window.stack.page("period")
    assert isinstance(page, PeriodPage)
    page.views.show_form()
    proof = folder / "Danh sách học viên 03 lớp.pdf"
    proof.write_bytes(b"%PDF-1.4" * 4000)
    page.views.form.files.attach((proof,))
    wait_for(lambda: not page.views.form.files.copying.busy)
    camera.take(window, "tung-nhiem-vu")
    page.views.show_table()
    page.ask_period()
    asked = page.findChild(PeriodAsked)
    assert isinstance(asked, PeriodAsked)
    asked.put(ReportingPeriod.parse("2025-Q3"))
    camera.take(asked, "mo-ky")
    asked.reject()
    page.closing.ask()
    camera.take(QApplication.activeModalWidget() or page, "chot-ky")
    page.closing.close(OCTOBER, "đã gửi báo cáo số 45/BC-UBND")
    camera.take(window, "ky-da-chot")
    collect = page.tabs.collect()
    line = collect.findChild(FolderLine)
    assert isinstance(line, FolderLine)
    line.take(folder)
    collect.take_returned((_answered(workbench),))
    camera.take(window, "phieu-den-muon")
    line.take(None)
    collect.leave()
    page.closing.reopen(OCTOBER, "Thôn Bình Minh gửi bổ sung")
    page.tabs.turn_to("sheet")
    page.open_period(ReportingPeriod.parse("2025-Q4"))
    camera.take(window, "ky-quy")
    page.show_period(OCTOBER.key)
    overview = window.stack.page("overview")
    assert isinstance(overview, OverviewPage)
    window.go("overview")
    overview.show_leader_sheet()
    camera.take(overview.findChild(LeaderWindow) or overview, "trang-lanh-dao")
    for shown in overview.findChildren(LeaderWindow):
        shown.close()


def hand_out(workbench: Workbench) -> None:
    """Keep the units, and hand the commune's tasks to them in turn."""
    for name in UNITS:
        workbench.units.add(Unit(UnitId(""), name, kind_of_name(name)))
    for number, row in enumerate(workbench.reporting.view(OCTOBER).rows()):
        unit = UNITS[number % len(UNITS)]
        workbench.planning.amend(replace(row.task, assigned_to=unit))
    workbench.tell(Changes.PLANS | Changes.UNITS)


def _answered(workbench: Workbench) -> Returned:
    """A form as it comes home: one good answer, one state nobody uses."""
    rows = workbench.reporting.view(OCTOBER).rows()[:: len(UNITS)]
    cells: tuple[tuple[tuple[Field, str], ...], ...] = (
        ((Field.STATUS, "Đang thực hiện"), (Field.RESULT, "Đã phân bổ 120 triệu đồng")),
        ((Field.STATUS, "x"), (Field.RESULT, "Đã rà soát 41 thủ tục lĩnh vực kinh tế")),
    )
    typed = zip(rows, cells, strict=False)
    lines = [
        ReturnedRow(number, row.task.content, cells=answer)
        for number, (row, answer) in enumerate(typed, start=5)
    ]
    return Returned("bao cao thang 10 (1).xlsx", headings=(UNITS[0],), rows=tuple(lines))


def papers(camera: Camera, window: MainWindow, workbench: Workbench) -> None:
    """Papers of several kinds beside their pages, checked, issued, put right."""
    window.go("report")
    page = window.stack.page("report")
    assert isinstance(page, PapersPage)
    for kind in (PaperKind.LETTER, PaperKind.DECISION, PaperKind.MINUTES, PaperKind.MONTHLY_REPORT):
        page.compose.kinds.choose(kind)
        page.compose.preview.draw()
        camera.take(window, f"van-ban-{kind.value}")
    page.compose.parts.turn_to("form")
    camera.take(window, "van-ban-nguoi-ky")
    page.compose.parts.turn_to("text")
    page.check_made()
    wait_for(lambda: bool(page.check.model.rows()))
    camera.take(window, "soat-the-thuc")
    page.turn_to("compose")
    page.ask_and_issue()
    asked = page.findChild(IssueAsked)
    assert isinstance(asked, IssueAsked)
    camera.take(asked, "phat-hanh")
    asked.despite.setText("Tỉnh chưa gửi số của kế hoạch")
    asked.agree.click()
    wait_for(lambda: page.register.paper() is not None)
    camera.take(window, "so-van-ban-di")
    row = workbench.reporting.view(OCTOBER).rows()[0]
    said = "Đã mở 05 lớp tập huấn, 210 người dự"
    workbench.reporting.record(replace(row.entry, status=TaskStatus.IN_PROGRESS, result=said))
    workbench.tell(Changes.PROGRESS)
    paper = page.register.paper()
    assert paper is not None
    page.ask_correction(paper.id)
    mending = page.findChild(CorrectAsked)
    assert isinstance(mending, CorrectAsked)
    camera.take(mending, "sua-bang-van-ban-khac")
    mending.reject()
    page.turn_to("compose")


def messages_shown(camera: Camera, window: MainWindow) -> None:
    """A known failure, a question, the crash page, help, the keys, what the program is."""
    refusal = PasswordProtected("KH 02.docx")
    camera.take_dialog(lambda: messages.show_error(window, refusal), "chua-lam-duoc")
    log = Path("nhat-ky.log")
    camera.take_dialog(lambda: messages.show_crash(window, log), "loi-chua-luong-truoc")
    camera.take_dialog(partial(show_about, window), "gioi-thieu")
    camera.take_dialog(window.choose_plan, "chon-tep")
    camera.take_dialog(window.leave_sample, "bo-xa-mau")
    for topic in ("overview", "review", "keys"):
        pane = show_help(window, topic)
        camera.take(pane, f"tro-giup-{topic}")
        pane.close()


def main(folder: Path, language: str = "vi") -> int:
    """Take every picture; return the exit code."""
    application = QApplication.instance() or QApplication([])
    use_language(language, paths.catalogues())
    standard_texts.install(application, language)
    theme.put_on(paths.resources())
    application.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    camera = Camera(folder)
    with tempfile.TemporaryDirectory() as place:
        os.environ[paths.DATA_VARIABLE] = place
        with program(Path(place)) as (window, workbench):
            welcome(camera, window)
            for plan in workbench.planning.plans():
                workbench.planning.withdraw(plan.id)
            workbench.tell(Changes.ALL)
            camera.take(window, "overview-so-moi")
            for name in ("dong_thap.xlsx", "quang_tri.docx"):
                review(camera, window, paths.sample_dir() / name)
            answer_months(workbench)
            screens(camera, window, "")
            forms = Path(place) / "phieu"
            forms.mkdir()
            collecting(camera, window, workbench, forms)
            one_period(camera, window, workbench, forms)
            counting(camera.take, window, workbench)
            roster(camera.take, window)
            papers(camera, window, workbench)
            messages_shown(camera, window)
            window.looks.wear(theme.DARK)
            screens(camera, window, "-nen-toi")
            window.looks.wear(theme.LIGHT)
            window.looks.zoom(20)
            screens(camera, window, "-chu-to")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
