"""Answers that come after their period was closed or reported, and folders where they arrive."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from kehoach_desktop.app import Verbs
from kehoach_desktop.domain.correction import Into, Taking
from kehoach_desktop.domain.issued_paper import IssuedPaper
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import (
    Ours,
    Task,
    TaskId,
)
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.domain.return_form import Field, Returned, ReturnedRow
from kehoach_desktop.domain.return_form_outcome import Reason
from kehoach_desktop.services.late_forms import FormsLate, NoCorrectionReason
from kehoach_desktop.services.periods import NoReason, NothingOwed
from kehoach_desktop.services.reporting import PeriodClosed
from kehoach_desktop.services.watching import FolderUnreadable, WatchedFolder
from kehoach_desktop.store.sqlite_store import SqliteStore
from tests.books import On, draft_of

OCTOBER = ReportingPeriod.parse("2025-10")
NOVEMBER = OCTOBER.next()
BRIDGE = TaskId("cau")
CONTENT = "Sửa cầu treo qua suối ở bản Tà"
NEXT = Into(Taking.NEXT)


@pytest.fixture
def verbs(store: SqliteStore) -> Verbs:
    desk = Verbs(store, On(date(2025, 11, 6)))
    task = Task(BRIDGE, "1", CONTENT, ours=Ours(yes=True), assigned_to="Thôn Đông")
    desk.planning.accept(draft_of(task))
    desk.reporting.record(
        ProgressEntry(BRIDGE, OCTOBER.key, TaskStatus.IN_PROGRESS, None, 40, "Đã mua vật liệu")
    )
    return desk


def home(result: str = "Đã thay 12 tấm ván", sha256: str = "f" * 64) -> Returned:
    cells = ((Field.STATUS, "Đang thực hiện"), (Field.PERCENT, "70"), (Field.RESULT, result))
    row = ReturnedRow(7, CONTENT, cells=cells)
    return Returned("phieu.xlsx", None, None, ("Đơn vị: Thôn Đông",), (row,), sha256=sha256)


def closed(verbs: Verbs) -> None:
    verbs.periods.close(OCTOBER, "đã gửi báo cáo")


def issue(
    store: SqliteStore,
    paper: str = "bc",
    day: int = 2,
    replaces: str = "",
    *,
    on: date | None = None,
    period: str = "2025-10",
) -> None:
    report = IssuedPaper(
        paper,
        PaperKind.MONTHLY_REPORT,
        "BC-UBND",
        day,
        f"{day}/BC-UBND",
        on or date(2025, 11, day),
        "Kết quả tháng 10",
        "Lò Văn Mẫu",
        "0" * 64,
        data=f'{{"period": "{period}"}}',
        replaces=replaces,
    )
    with store.command("issue_paper") as shelves:
        shelves.issued.put(report, b"PK")


def test_a_late_form_is_compared_but_not_kept_unasked(verbs: Verbs) -> None:
    closed(verbs)
    before = verbs.reporting.entry(BRIDGE, OCTOBER)
    told = verbs.collecting.compare([home()], OCTOBER)
    assert told.late is not None
    assert "đã gửi báo cáo" in told.late.sentence
    assert {c.field for c in told.files[0].changes} == {Field.PERCENT, Field.RESULT}
    with pytest.raises(FormsLate):
        verbs.collecting.apply([home()], OCTOBER)
    assert verbs.reporting.entry(BRIDGE, OCTOBER) == before
    assert verbs.collecting.units(OCTOBER) == ()


def test_an_issued_report_makes_a_form_late_too(verbs: Verbs, store: SqliteStore) -> None:
    assert verbs.collecting.compare([home()], OCTOBER).late is None
    issue(store)
    late = verbs.collecting.compare([home()], OCTOBER).late
    assert late is not None
    assert (late.closed, late.report and late.report.id) == (None, "bc")
    assert "2/BC-UBND" in late.sentence
    assert verbs.collecting.compare([home()], NOVEMBER).late is None
    with pytest.raises(FormsLate):
        verbs.collecting.apply([home()], OCTOBER)


def test_the_report_of_december_is_found_in_the_next_year_and_the_last_one_is_told(
    verbs: Verbs, store: SqliteStore
) -> None:
    december = ReportingPeriod.parse("2025-12")
    issue(store, "bc-1", 3, on=date(2026, 1, 5), period=december.key)
    issue(store, "bc-2", 9, on=date(2026, 1, 9), period=december.key)
    issue(store, "bc-3", 4, on=date(2026, 1, 9), period=december.key)
    late = verbs.collecting.compare([home()], december).late
    assert late is not None
    assert late.report is not None
    assert late.report.id == "bc-2"


def test_late_answers_may_go_into_the_next_period(verbs: Verbs) -> None:
    closed(verbs)
    before = verbs.reporting.entry(BRIDGE, OCTOBER)
    shown = verbs.collecting.compare([home()], OCTOBER, into=NEXT)
    assert {c.old for c in shown.files[0].changes} == {None}
    taken = verbs.collecting.apply([home()], OCTOBER, into=NEXT)
    landed = verbs.reporting.entry(BRIDGE, NOVEMBER)
    assert (landed.period, landed.percent, landed.result) == ("2025-11", 70, "Đã thay 12 tấm ván")
    assert (taken.written, taken.corrections) == (3, ())
    assert verbs.reporting.entry(BRIDGE, OCTOBER) == before
    (unit,) = verbs.collecting.units(OCTOBER)
    assert unit.received is not None
    again = verbs.collecting.apply([home()], OCTOBER, into=NEXT)
    assert again.written == 0
    assert [r.reason for r in again.files[0].refused] == [Reason.DUPLICATE]
    verbs.collecting.take_back(taken)
    assert verbs.reporting.entry(BRIDGE, NOVEMBER).is_empty
    verbs.periods.open(NOVEMBER)
    verbs.periods.close(NOVEMBER, "đã gửi")
    with pytest.raises(PeriodClosed):
        verbs.collecting.apply([home()], OCTOBER, into=NEXT)


def test_a_correction_that_changes_no_cell_leaves_nothing_owing(verbs: Verbs) -> None:
    verbs.collecting.apply([home()], OCTOBER)
    closed(verbs)
    (row,) = home().rows
    said = ((Field.STATUS, "Đang làm"), (Field.PERCENT, "70%"), row.cells[2])
    same = replace(home(sha256="e" * 64), rows=(replace(row, cells=said),))
    taken = verbs.collecting.apply([same], OCTOBER, into=Into(Taking.CORRECTION, "gửi lại"))
    assert taken.files[0].accepted
    assert (taken.written, taken.corrections, verbs.collecting.owed()) == (0, (), ())


def test_a_correction_changes_the_closed_period_and_leaves_the_report_owing(
    verbs: Verbs, store: SqliteStore
) -> None:
    issue(store)
    closed(verbs)
    into = Into(Taking.CORRECTION, " thôn gửi lại số đã kiểm tra ")
    with pytest.raises(NoCorrectionReason):
        verbs.collecting.apply([home()], OCTOBER, into=Into(Taking.CORRECTION, " "))
    taken = verbs.collecting.apply([home()], OCTOBER, into=into)
    assert verbs.reporting.entry(BRIDGE, OCTOBER).percent == 70
    status = verbs.periods.status(OCTOBER)
    assert status.opened is not None
    assert status.opened.is_closed
    (owed,) = status.owed
    assert (owed.unit, owed.reason, owed.cells) == ("Thôn Đông", "thôn gửi lại số đã kiểm tra", 2)
    assert owed.at[:10] == "2025-11-06"
    with store.reading() as shelves:
        journal = shelves.history(OCTOBER.key)[0]
    assert journal.command == "correct_period"
    assert journal.after is not None
    assert journal.after["reason"] == "thôn gửi lại số đã kiểm tra"
    issue(store, "bc-2", 5, replaces="bc")
    status = verbs.periods.status(OCTOBER)
    assert (status.owed, len(status.corrections)) == ((), 1)
    verbs.collecting.take_back(taken)
    assert verbs.reporting.entry(BRIDGE, OCTOBER).percent == 40
    assert verbs.periods.status(OCTOBER).corrections == ()


def test_a_correction_that_was_told_by_hand_is_owed_no_more(verbs: Verbs) -> None:
    closed(verbs)
    with pytest.raises(NothingOwed):
        verbs.periods.settle(OCTOBER, "đã gửi lại")
    verbs.collecting.apply([home()], OCTOBER, into=Into(Taking.CORRECTION, "số mới"))
    with pytest.raises(NoReason):
        verbs.periods.settle(OCTOBER, "")
    verbs.periods.settle(OCTOBER, "gửi bản thay thế 9/BC-UBND")
    status = verbs.periods.status(OCTOBER)
    assert (status.owed, [c.settled for c in status.corrections]) == (
        (),
        ["gửi bản thay thế 9/BC-UBND"],
    )
    with pytest.raises(NothingOwed):
        verbs.periods.settle(OCTOBER, "lần nữa")


def test_a_late_file_that_says_nothing_new_owes_nothing(verbs: Verbs) -> None:
    verbs.collecting.apply([home()], OCTOBER)
    closed(verbs)
    same = replace(home(), file="bản sao.xlsx", sha256="e" * 64)
    taken = verbs.collecting.apply([same], OCTOBER, into=Into(Taking.CORRECTION, "gửi lại"))
    assert (taken.written, taken.corrections) == (0, ())
    assert verbs.periods.status(OCTOBER).owed == ()


def test_files_come_by_the_clock_of_the_office(verbs: Verbs) -> None:
    verbs.collecting.apply([home()], OCTOBER)
    (unit,) = verbs.collecting.units(OCTOBER)
    assert unit.received is not None
    came = datetime.fromisoformat(unit.received.received_at).astimezone()
    assert came.date() == date(2025, 11, 6)


def test_a_folder_names_what_nobody_has_taken_in(verbs: Verbs, tmp_path: Path) -> None:
    folder = tmp_path / "Zalo"
    folder.mkdir()
    watched = WatchedFolder(folder)
    assert verbs.collecting.arrived(watched) == ()
    names = ("phiếu 1.xlsx", "phiếu 1 (bản sao).XLSX", "phiếu 2.ods", "~$phiếu 1.xlsx", "ảnh.png")
    for name in names:
        (folder / name).write_bytes(b"" if "png" in name else name[:7].encode())
    (folder / "đang tải.xlsx").write_bytes(b"")
    new = verbs.collecting.arrived(watched)
    assert [path.name for path in new] == ["phiếu 1 (bản sao).XLSX", "phiếu 2.ods"]
    with pytest.raises(FolderUnreadable):
        verbs.collecting.arrived(WatchedFolder(tmp_path / "không có"))


def test_a_file_taken_in_or_saying_nothing_new_is_not_named_again(
    verbs: Verbs, tmp_path: Path
) -> None:
    import hashlib

    folder = tmp_path / "Zalo"
    folder.mkdir()
    for name in ("a.xlsx", "b.xlsx"):
        (folder / name).write_bytes(name.encode())
    sums = [hashlib.sha256(name.encode()).hexdigest() for name in ("a.xlsx", "b.xlsx")]
    watched = WatchedFolder(folder)
    taken = verbs.collecting.apply([home(sha256=sums[0])], OCTOBER)
    assert [path.name for path in verbs.collecting.arrived(watched)] == ["b.xlsx"]
    verbs.collecting.apply([home(sha256=sums[1])], OCTOBER)
    assert verbs.collecting.arrived(watched) == ()
    verbs.collecting.take_back(taken)
    assert [path.name for path in verbs.collecting.arrived(watched)] == ["a.xlsx"]
    (folder / "b.xlsx").write_bytes(b"changed since")
    assert len(verbs.collecting.arrived(watched)) == 2
