"""What an officer settles about a returned file lands with it, and nothing else does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kehoach_desktop.app import Verbs
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import TaskStatus
from kehoach_desktop.domain.return_form import Field, Returned
from kehoach_desktop.domain.return_form_answers import FileAnswers, RowAnswer
from kehoach_desktop.domain.return_form_outcome import Comparison, Doubt
from tests.services.test_collecting import NAMES, OCTOBER, doubts, hold, home, row, verbs

__all__ = ["verbs"]  # a fixture
UNITS = ("Phòng Kinh tế", "Phòng Kinh tế", "Phòng Kinh tế")


def settled(verbs: Verbs, file: Returned, **answer: object) -> Comparison:
    answers = FileAnswers({0: RowAnswer(**answer)})  # type: ignore[arg-type]  # keys of an answer
    return verbs.collecting.compare((file,), OCTOBER, (answers,)).files[0]


def landed(told: Comparison) -> dict[Field, object]:
    return {change.field: change.new for change in told.changes}


def test_a_state_nobody_understood_is_chosen_and_the_result_lands_with_it(verbs: Verbs) -> None:
    hold(verbs, *UNITS)
    file = home("Phòng Kinh tế", row(NAMES[0], status="x", result="Đã rà soát 41 thủ tục"))
    assert doubts(settled(verbs, file)) == [Doubt.STATUS_UNCLEAR]
    told = settled(verbs, file, status=TaskStatus.IN_PROGRESS, percent=40)
    assert doubts(told) == []
    assert landed(told) == {
        Field.STATUS: "in_progress",
        Field.PERCENT: 40,
        Field.RESULT: "Đã rà soát 41 thủ tục",
    }


def test_a_day_that_was_not_written_is_said(verbs: Verbs) -> None:
    hold(verbs, *UNITS)
    file = home("Phòng Kinh tế", row(NAMES[0], status="hoàn thành"))
    told = settled(verbs, file, status=TaskStatus.DONE, done_on=date(2025, 10, 9))
    assert landed(told) == {Field.STATUS: "done", Field.DONE_ON: "2025-10-09"}


def test_a_row_of_unknown_words_lands_at_the_task_that_was_chosen(verbs: Verbs) -> None:
    ids = hold(verbs, *UNITS)
    other = row(NAMES[1], status="đang làm")
    file = home("Phòng Kinh tế", row("việc cầu", status="đang làm", result="Đã sửa"), other)
    told = settled(verbs, file, task=ids[2])
    assert {change.task for change in told.changes} == {ids[1], ids[2]}
    assert doubts(told) == []


def test_a_finished_task_is_opened_again_once_that_was_agreed(verbs: Verbs) -> None:
    (task, *_rest) = hold(verbs, *UNITS)
    entry = verbs.reporting.entry(task, OCTOBER)
    finished = replace(entry, status=TaskStatus.DONE, done_on=date(2025, 10, 2))
    verbs.reporting.record(finished)
    file = home("Phòng Kinh tế", row(NAMES[0], status="đang làm"))
    assert doubts(settled(verbs, file)) == [Doubt.REOPENS]
    told = settled(verbs, file, status=TaskStatus.IN_PROGRESS)
    assert [(c.field, c.old, c.new) for c in told.changes] == [
        (Field.STATUS, "done", "in_progress"),
        (Field.DONE_ON, "2025-10-02", None),
    ]


def test_another_units_words_give_way_only_once_that_was_agreed(verbs: Verbs) -> None:
    (task, *_rest) = hold(verbs, "Phòng Kinh tế; Thôn Đông", *UNITS[1:])
    verbs.collecting.apply((home("Thôn Đông", row(NAMES[0], status="đang làm")),), OCTOBER)
    file = home("Phòng Kinh tế", row(NAMES[0], status="tạm dừng"))
    assert doubts(settled(verbs, file)) == [Doubt.OTHER_UNIT_ANSWERED]
    assert landed(settled(verbs, file, task=task, taken=True)) == {Field.STATUS: "suspended"}


def test_of_two_answers_for_one_task_the_one_that_stays_is_chosen(verbs: Verbs) -> None:
    hold(verbs, *UNITS)
    rows = (row(NAMES[0], 7, status="đang làm"), row(NAMES[0], 8, status="chưa làm"))
    file = home("Phòng Kinh tế", *rows)
    told = settled(verbs, file, dropped=True)
    assert landed(told) == {Field.STATUS: "not_started"}
    assert doubts(told) == []


def test_what_is_left_out_does_not_land_and_a_day_goes_with_its_state(verbs: Verbs) -> None:
    hold(verbs, *UNITS)
    typed = row(NAMES[0], status="hoàn thành ngày 09/10/2025", result="Đã xong")
    file = home("Phòng Kinh tế", typed)
    left = RowAnswer().with_tick(Field.STATUS, taken=False).left
    assert left == {Field.STATUS, Field.DONE_ON}
    assert landed(settled(verbs, file, left=left)) == {Field.RESULT: "Đã xong"}
    back = RowAnswer(left=left).with_tick(Field.DONE_ON, taken=True).left
    assert back == frozenset()


def test_a_settled_file_is_kept_as_one_drop_taken_back_and_known_again(verbs: Verbs) -> None:
    (task, *_rest) = hold(verbs, *UNITS)
    file = home("Phòng Kinh tế", row(NAMES[0], status="x", result="Đã rà soát"))
    answers = (FileAnswers({0: RowAnswer(status=TaskStatus.ONGOING)}),)
    collected = verbs.collecting.apply((file,), OCTOBER, answers)
    assert collected.written == 2
    assert verbs.reporting.entry(task, OCTOBER).status is TaskStatus.ONGOING
    again = verbs.collecting.compare((file,), OCTOBER).files[0]
    assert [refusal.reason.value for refusal in again.refused] == ["duplicate"]
    verbs.collecting.take_back(collected)
    assert verbs.reporting.entry(TaskId(task), OCTOBER).is_empty
