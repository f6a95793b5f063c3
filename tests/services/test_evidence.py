"""Files as evidence: copied, found again, missed when lost, told when changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kehoach_desktop.app import Verbs
from kehoach_desktop.domain.attachment import (
    EvidenceEmpty,
    EvidenceTooLarge,
    EvidenceUnreadable,
    FileState,
    Folder,
)
from kehoach_desktop.domain.deadline import Deadline, Kind
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import (
    Ours,
    Task,
    TaskId,
)
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.domain.reviewing import Concern
from kehoach_desktop.services.planning import UnknownTask
from kehoach_desktop.services.reporting import PeriodClosed
from kehoach_desktop.store.sqlite_store import SqliteStore
from tests.books import On, draft_of

OCTOBER = ReportingPeriod.parse("2025-10")
ROAD, MARKET = TaskId("duong"), TaskId("cho")


@pytest.fixture
def verbs(store: SqliteStore) -> Verbs:
    desk = Verbs(store, On(date(2025, 10, 28)))
    tasks = (
        Task(ROAD, "1", "Sửa đường liên thôn", ours=Ours(yes=True)),
        Task(MARKET, "2", "Sắp xếp lại chợ", ours=Ours(yes=True)),
    )
    desk.planning.accept(draft_of(*tasks, key="ke-hoach"))
    return desk


def a_file(
    folder: Path, name: str = "Biên bản nghiệm thu.PDF", text: bytes = b"nghiem thu"
) -> Path:
    path = folder / name
    path.write_bytes(text)
    return path


def test_a_copy_is_kept_and_found_though_the_file_is_gone(verbs: Verbs, tmp_path: Path) -> None:
    path = a_file(tmp_path)
    kept = verbs.evidence.attach(ROAD, OCTOBER, path)
    path.unlink()

    assert (kept.name, kept.size, kept.added_at[:10]) == (path.name, 10, "2025-10-28")
    assert verbs.evidence.attachments(OCTOBER, ROAD) == verbs.evidence.of_task(ROAD) == (kept,)
    assert verbs.evidence.attachments(OCTOBER, MARKET) == ()
    found = verbs.evidence.look(kept)
    assert found.state is FileState.WHOLE
    assert found.path is not None
    assert found.path.read_bytes() == b"nghiem thu"


def test_the_same_file_twice_is_one_and_two_tasks_share_a_copy(
    verbs: Verbs, tmp_path: Path
) -> None:
    first = verbs.evidence.attach(ROAD, OCTOBER, a_file(tmp_path))
    assert verbs.evidence.attach(ROAD, OCTOBER, a_file(tmp_path, "Tên khác.pdf")) == first
    other = verbs.evidence.attach(MARKET, OCTOBER, a_file(tmp_path, "Tên khác.pdf"))
    assert (other.name, other.sha256) == ("Tên khác.pdf", first.sha256)
    assert len([*(tmp_path / "minh-chung").iterdir()]) == 1


def test_a_lost_and_a_changed_copy_are_told_and_mended_by_the_file(
    verbs: Verbs, tmp_path: Path
) -> None:
    path = a_file(tmp_path)
    kept = verbs.evidence.attach(ROAD, OCTOBER, path)
    (copy,) = (tmp_path / "minh-chung").iterdir()
    copy.write_bytes(b"nghiem thU")
    assert verbs.evidence.look(kept).state is FileState.CHANGED
    verbs.evidence.attach(ROAD, OCTOBER, path)
    assert verbs.evidence.look(kept).state is FileState.WHOLE
    copy.unlink()
    assert verbs.evidence.look(kept).state is FileState.LOST


def test_what_cannot_be_evidence_is_refused(verbs: Verbs, tmp_path: Path) -> None:
    big = a_file(tmp_path, "phim.mp4")
    with big.open("r+b") as stream:
        stream.truncate(60_000_000)
    for path, refusal in (
        (tmp_path / "không có.pdf", EvidenceUnreadable),
        (tmp_path, EvidenceUnreadable),
        (a_file(tmp_path, "rỗng.pdf", b""), EvidenceEmpty),
        (big, EvidenceTooLarge),
    ):
        with pytest.raises(refusal):
            verbs.evidence.attach(ROAD, OCTOBER, path)
    with pytest.raises(UnknownTask):
        verbs.evidence.attach(TaskId("x"), OCTOBER, a_file(tmp_path))
    verbs.periods.open(OCTOBER)
    verbs.periods.close(OCTOBER, "đã gửi")
    with pytest.raises(PeriodClosed):
        verbs.evidence.attach(ROAD, OCTOBER, a_file(tmp_path))
    assert not (tmp_path / "minh-chung").exists()


def test_a_file_is_evidence_in_the_review(verbs: Verbs, tmp_path: Path) -> None:
    for task in (ROAD, MARKET):
        verbs.reporting.record(ProgressEntry(task, OCTOBER.key, TaskStatus.DONE, date(2025, 10, 9)))
    kept = verbs.evidence.attach(ROAD, OCTOBER, a_file(tmp_path))

    def without() -> list[TaskId]:
        queue = verbs.reviewing.queue(OCTOBER)
        return [i.row.task.id for i in queue if i.concern is Concern.NO_EVIDENCE]

    assert without() == [MARKET]
    verbs.evidence.detach(kept)
    assert without() == [ROAD, MARKET]
    verbs.evidence.put_back(kept)
    assert without() == [MARKET]


def test_the_review_calls_late_what_was_late_when_the_figures_ended(verbs: Verbs) -> None:
    """Looked at on 28/10, a task due on 15/10 is not late in September."""
    september = ReportingPeriod.parse("2025-09")
    due = Deadline("15/10/2025", Kind.FIXED, due=date(2025, 10, 15))
    (plan,) = verbs.planning.plans()
    (road,) = (task for _appendix, task in plan.tasks() if task.id == ROAD)
    verbs.planning.amend(replace(road, deadline=due))
    for period in (september, OCTOBER):
        verbs.reporting.record(ProgressEntry(ROAD, period.key, TaskStatus.IN_PROGRESS))

    def late(period: ReportingPeriod) -> bool:
        return Concern.NO_REASON in [i.concern for i in verbs.reviewing.queue(period)]

    assert (late(september), late(OCTOBER)) == (False, True)


def test_a_plan_taken_back_and_restored_has_all_that_hung_on_it(
    verbs: Verbs, tmp_path: Path
) -> None:
    verbs.reporting.record(ProgressEntry(ROAD, OCTOBER.key, TaskStatus.DONE, date(2025, 10, 9)))
    verbs.evidence.attach(MARKET, OCTOBER, a_file(tmp_path))
    before = verbs.reviewing.queue(OCTOBER)
    verbs.reviewing.accept(before[0])
    assert verbs.reviewing.queue(OCTOBER) == before[1:]
    (plan,) = verbs.planning.plans()

    verbs.planning.restore(verbs.planning.withdraw(plan.id))

    assert verbs.reviewing.queue(OCTOBER) == before[1:]
    assert len(verbs.evidence.of_task(MARKET)) == 1


def test_a_backup_from_before_finds_its_files_again(
    verbs: Verbs, store: SqliteStore, tmp_path: Path
) -> None:
    kept = verbs.evidence.attach(ROAD, OCTOBER, a_file(tmp_path))
    backup = store.back_up("thu")
    verbs.evidence.detach(kept)
    assert verbs.evidence.of_task(ROAD) == ()
    store.restore(backup)
    assert verbs.evidence.of_task(ROAD) == (kept,)
    assert verbs.evidence.look(kept).state is FileState.WHOLE


def test_what_was_attached_is_in_the_history_of_the_task(verbs: Verbs, tmp_path: Path) -> None:
    kept = verbs.evidence.attach(ROAD, OCTOBER, a_file(tmp_path))
    verbs.evidence.detach(kept)
    detached, attached = verbs.planning.history(ROAD)[:2]
    assert (attached.command, detached.command) == ("attach_file", "detach_file")
    assert attached.after is not None
    assert attached.after["name"] == "Biên bản nghiệm thu.PDF"


def test_a_file_attached_by_mistake_goes_for_good_and_the_journal_says_so(
    verbs: Verbs, store: SqliteStore, tmp_path: Path
) -> None:
    kept = verbs.evidence.attach(ROAD, OCTOBER, a_file(tmp_path, "Hồ sơ cá nhân.pdf"))
    assert verbs.evidence.purge(kept)

    assert verbs.evidence.of_task(ROAD) == ()
    assert [*(tmp_path / "minh-chung").iterdir()] == []
    with closing(sqlite3.connect(store.path)) as raw:
        rows = raw.execute("SELECT command, before FROM journal ORDER BY id DESC LIMIT 1")
        ((command, before),) = rows.fetchall()
    assert command == "purge_file"
    assert "Hồ sơ cá nhân.pdf" in before
    assert kept.sha256 in before


def test_a_copy_that_another_task_names_stays_when_one_is_purged(
    verbs: Verbs, tmp_path: Path
) -> None:
    mistaken = verbs.evidence.attach(ROAD, OCTOBER, a_file(tmp_path))
    right = verbs.evidence.attach(MARKET, OCTOBER, a_file(tmp_path))

    assert not verbs.evidence.purge(mistaken)
    assert verbs.evidence.of_task(ROAD) == ()
    assert verbs.evidence.look(right).state is FileState.WHOLE


def test_a_closed_period_keeps_its_evidence_from_being_purged(verbs: Verbs, tmp_path: Path) -> None:
    kept = verbs.evidence.attach(ROAD, OCTOBER, a_file(tmp_path))
    verbs.periods.close(OCTOBER, "đã gửi")
    with pytest.raises(PeriodClosed):
        verbs.evidence.purge(kept)
    assert verbs.evidence.look(kept).state is FileState.WHOLE


def test_a_restored_store_tells_the_files_it_names_that_are_not_there(
    verbs: Verbs, store: SqliteStore, tmp_path: Path
) -> None:
    gone = verbs.evidence.attach(ROAD, OCTOBER, a_file(tmp_path, "Bị mất.pdf", b"mat"))
    verbs.evidence.attach(ROAD, OCTOBER, a_file(tmp_path, "Còn.pdf", b"con"))
    backup = verbs.safekeeping.back_up()
    verbs.evidence.purge(gone)
    store.restore(backup)

    told = [file for file in verbs.safekeeping.lost_files() if file.folder is Folder.EVIDENCE]
    assert [(file.name, file.sha256) for file in told] == [("Bị mất.pdf", gone.sha256)]
    assert verbs.evidence.look(gone).state is FileState.LOST
