"""The verbs of return forms: who is asked what, whose words stand, who is late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kehoach_desktop.app import Verbs
from kehoach_desktop.domain.deadline import Deadline, Kind
from kehoach_desktop.domain.office import SAMPLE_OFFICE
from kehoach_desktop.domain.paper_week import Week
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import (
    Ours,
    Task,
    TaskId,
    new_id,
)
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.domain.return_form import Field, Returned, ReturnedRow, code_of
from kehoach_desktop.domain.return_form_answers import FileAnswers, RowAnswer
from kehoach_desktop.domain.return_form_outcome import Comparison, Doubt, Reason
from kehoach_desktop.domain.reviewing import Concern
from kehoach_desktop.store.sqlite_store import SqliteStore
from tests.books import On, draft_of

OCTOBER = ReportingPeriod.parse("2025-10")
NAMES = ("Lập quy hoạch nghĩa trang", "Sửa cầu treo bản Tà", "Trồng rừng phòng hộ ven suối")


@pytest.fixture
def verbs(store: SqliteStore) -> Verbs:
    return Verbs(store, On(date(2025, 10, 28)))


def hold(verbs: Verbs, *units: str) -> list[TaskId]:
    """Hold three tasks, handed to `units` in turn."""
    tasks = tuple(
        Task(TaskId(new_id()), str(n), name, ours=Ours(yes=True), assigned_to=unit)
        for n, (name, unit) in enumerate(zip(NAMES, units, strict=True), start=1)
    )
    verbs.planning.accept(draft_of(*tasks))
    return [task.id for task in tasks]


def row(name: str, number: int = 7, **cells: str) -> ReturnedRow:
    return ReturnedRow(number, name, cells=tuple((Field(k), v) for k, v in cells.items()))


def home(unit: str, *rows: ReturnedRow) -> Returned:
    return Returned("tep.xlsx", headings=(unit, "Tháng 10/2025"), rows=rows)


def seen(verbs: Verbs, *files: Returned) -> Comparison:
    return verbs.collecting.compare(files, OCTOBER).files[-1]


def doubts(told: Comparison) -> list[Doubt]:
    return [question.doubt for question in told.questions]


def test_a_task_of_two_units_stands_in_both_forms(verbs: Verbs) -> None:
    hold(verbs, "Phòng Kinh tế; Thôn Đông", "Thôn Đông", "")
    batch = verbs.collecting.prepare(OCTOBER)
    assert {f.unit: [line.label for line in f.lines] for f in batch.forms} == {
        "Phòng Kinh tế": ["1"],
        "Thôn Đông": ["1", "2"],
        "VP": ["3"],
    }
    assert (batch.unassigned, batch.left_out) == (1, 0)


def test_forms_are_asked_back_before_the_offices_own_day_or_on_none_once_that_is_over(
    verbs: Verbs,
) -> None:
    hold(verbs, "Thôn Đông", "", "")
    november = OCTOBER.next()
    asked = [verbs.collecting.prepare(period).forms[0].due for period in (OCTOBER, november)]
    assert asked == [None, date(2025, 11, 15)]
    batch = verbs.collecting.prepare(OCTOBER, due=date(2025, 10, 30))
    assert {form.due for form in batch.forms} == {date(2025, 10, 30)}


def test_tasks_of_nobody_go_to_the_drafting_unit_by_its_full_name(verbs: Verbs) -> None:
    verbs.offices.keep(replace(SAMPLE_OFFICE, drafting_unit="VHXH"))
    hold(verbs, "Phòng Văn hóa - Xã hội", "", "Phòng Kinh tế")
    forms = {form.unit: len(form.lines) for form in verbs.collecting.prepare(OCTOBER).forms}
    assert forms == {"Phòng Văn hóa - Xã hội": 2, "Phòng Kinh tế": 1}


def test_a_finished_task_is_not_asked_again(verbs: Verbs) -> None:
    first, *_rest = hold(verbs, "Thôn Đông", "Thôn Đông", "Thôn Đông")
    done = ProgressEntry(first, "2025-09", TaskStatus.DONE, date(2025, 9, 9))
    verbs.reporting.record(done)
    (form,) = verbs.collecting.prepare(OCTOBER).forms
    assert [line.label for line in form.lines] == ["2", "3"]


def test_last_months_words_stand_in_the_form(verbs: Verbs) -> None:
    first, *_rest = hold(verbs, "Thôn Đông", "Thôn Đông", "Thôn Đông")
    entry = ProgressEntry(first, "2025-09", TaskStatus.IN_PROGRESS, None, 60, "Đã đo đạc")
    verbs.reporting.record(entry)
    (form,) = verbs.collecting.prepare(OCTOBER).forms
    assert form.lines[0].last == "Đang thực hiện 60%\nĐã đo đạc"


def test_a_row_of_another_unit_is_refused_by_name(verbs: Verbs) -> None:
    hold(verbs, "Phòng Kinh tế", "Thôn Đông", "")
    told = seen(
        verbs, home("THÔN ĐÔNG", row(NAMES[0], status="Đang làm"), row(NAMES[1], result="a"))
    )
    assert [(r.reason, "Phòng Kinh tế" in r.message) for r in told.refused] == [
        (Reason.WRONG_UNIT, True)
    ]
    assert [change.new for change in told.changes] == ["a"]


def test_the_planned_result_copied_into_the_form_is_no_result(verbs: Verbs) -> None:
    task, *_rest = hold(verbs, "", "", "")
    (plan,) = verbs.planning.plans()
    planned = next(t for _a, t in plan.tasks() if t.id == task)
    verbs.planning.amend(replace(planned, deliverable="Quyết định phê duyệt quy hoạch"))
    copied = row(NAMES[0], percent="40", result="quyết định  phê duyệt quy hoạch")
    told = seen(verbs, home("Thôn Đông", copied))
    assert [(c.field, c.new) for c in told.changes] == [(Field.PERCENT, 40)]
    own = row(NAMES[0], result="Quyết định phê duyệt quy hoạch số 12/QĐ-UBND")
    assert [c.field for c in seen(verbs, home("Thôn Đông", own)).changes] == [Field.RESULT]


def test_old_and_new_are_told_of_every_cell(verbs: Verbs) -> None:
    task, *_rest = hold(verbs, "", "", "")
    verbs.reporting.record(ProgressEntry(task, "2025-10", TaskStatus.IN_PROGRESS, None, 40, "Cũ"))
    told = seen(verbs, home("Thôn Đông", row(NAMES[0], percent="65", result="Mới")))
    assert [(c.field, c.old, c.new) for c in told.changes] == [
        (Field.PERCENT, 40, 65),
        (Field.RESULT, "Cũ", "Mới"),
    ]


def test_finished_work_is_not_reopened_without_asking(verbs: Verbs) -> None:
    task, *_rest = hold(verbs, "", "", "")
    verbs.reporting.record(ProgressEntry(task, "2025-10", TaskStatus.DONE, date(2025, 10, 2)))
    told = seen(verbs, home("Thôn Đông", row(NAMES[0], status="Đang làm")))
    assert (told.changes, doubts(told)) == ((), [Doubt.REOPENS])


@pytest.mark.parametrize(
    ("cells", "doubt", "said", "proposed"),
    [
        ({"percent": "45"}, Doubt.PERCENT_CONTRADICTS, "đơn vị ghi 45%", "in_progress"),
        ({"status": "Đang làm", "percent": "45"}, Doubt.REOPENS, "“Đang làm, 45%”", "in_progress"),
        ({"status": "Đang làm 45%"}, Doubt.REOPENS, "“Đang làm 45%”", "in_progress"),
    ],
)
def test_state_and_percent_beside_finished_work_are_one_question(
    verbs: Verbs, cells: dict[str, str], doubt: Doubt, said: str, proposed: str
) -> None:
    task, *_rest = hold(verbs, "", "", "")
    stood = ProgressEntry(task, "2025-10", TaskStatus.DONE, date(2025, 10, 2), 100)
    verbs.reporting.record(stood)
    file = home("Thôn Đông", row(NAMES[0], 7, **cells))
    (question,) = seen(verbs, file).questions
    assert (question.doubt, dict(question.proposed)) == (
        doubt,
        {Field.STATUS: proposed, Field.PERCENT: 45},
    )
    assert said in question.message
    assert "Hoàn thành, 45%" not in question.message

    settled = FileAnswers({0: RowAnswer(status=TaskStatus.IN_PROGRESS, percent=45)})
    verbs.collecting.apply([file], OCTOBER, (settled,))
    entry = verbs.reporting.entry(task, OCTOBER)
    assert (entry.status, entry.percent) == (TaskStatus.IN_PROGRESS, 45)


def test_finished_work_is_whole_where_the_form_names_no_percent(verbs: Verbs) -> None:
    task, *_rest = hold(verbs, "", "", "")
    verbs.reporting.record(ProgressEntry(task, "2025-10", TaskStatus.IN_PROGRESS, None, 60))
    done = row(NAMES[0], status="Hoàn thành", done_on="3/10/2025")
    told = seen(verbs, home("Thôn Đông", done))
    assert (doubts(told), {c.field: c.new for c in told.changes}[Field.PERCENT]) == ([], 100)


@pytest.mark.parametrize(
    ("cells", "doubt"),
    [
        ({"status": "HT"}, Doubt.DONE_WITHOUT_DAY),
        ({"status": "HT", "done_on": "hôm qua"}, Doubt.DAY_UNCLEAR),
        ({"status": "HT", "done_on": "30/10/2025"}, Doubt.DAY_AHEAD),
        ({"status": "Đang làm", "done_on": "3/10/2025"}, Doubt.DAY_WITHOUT_DONE),
        ({"done_on": "3/10/2025"}, Doubt.DAY_WITHOUT_DONE),
        ({"percent": "62,5"}, Doubt.PERCENT_UNCLEAR),
        ({"status": "Chưa làm", "percent": "50"}, Doubt.PERCENT_CONTRADICTS),
        ({"status": "x"}, Doubt.STATUS_UNCLEAR),
        ({"status": "CHẬM"}, Doubt.LATE_WITHOUT_STATUS),
    ],
)
def test_what_only_a_person_can_tell_is_asked(
    verbs: Verbs, cells: dict[str, str], doubt: Doubt
) -> None:
    hold(verbs, "", "", "")
    told = seen(verbs, home("Thôn Đông", row(NAMES[0], 7, **cells)))
    assert doubts(told) == [doubt]
    assert all(change.field not in (Field.DONE_ON,) for change in told.changes)


def test_a_likely_day_is_proposed_and_not_taken(verbs: Verbs) -> None:
    hold(verbs, "", "", "")
    dated = replace(row(NAMES[0], status="HT"), time="15/10/2025")
    (question,) = seen(verbs, home("Thôn Đông", dated)).questions
    assert (Field.DONE_ON, "2025-10-15") in question.proposed


def test_two_answers_for_one_task_are_asked_and_the_same_twice_is_one(verbs: Verbs) -> None:
    hold(verbs, "", "", "")
    same = (row(NAMES[0], 7, result="a"), row(NAMES[0], 8, result="a"))
    assert len(seen(verbs, home("Thôn Đông", *same)).changes) == 1
    differing = (row(NAMES[0], 7, result="a"), row(NAMES[0], 8, result="b"))
    told = seen(verbs, home("Thôn Đông", *differing))
    assert (told.changes, doubts(told)) == ((), [Doubt.TASK_TWICE, Doubt.TASK_TWICE])


def test_one_units_words_do_not_give_way_to_anothers_without_asking(verbs: Verbs) -> None:
    hold(verbs, "Thôn Đông; Thôn Đoài", "", "")
    verbs.collecting.apply([home("Thôn Đông", row(NAMES[0], result="Xong nửa phía đông"))], OCTOBER)
    told = seen(verbs, home("Thôn Đoài", row(NAMES[0], result="Chưa có gì")))
    assert (told.changes, doubts(told)) == ((), [Doubt.OTHER_UNIT_ANSWERED])


def test_what_contradicts_another_unit_waits_in_the_review(verbs: Verbs) -> None:
    hold(verbs, "Thôn Đông; Thôn Đoài", "", "")
    doing = row(NAMES[0], status="Đang làm", result="Xong nửa phía đông")
    verbs.collecting.apply([home("Thôn Đông", doing)], OCTOBER)
    other = home("Thôn Đoài", row(NAMES[0], status="Chưa làm", result="Chưa có gì"))
    taken = verbs.collecting.apply([other], OCTOBER)

    def said() -> list[str]:
        queue = verbs.reviewing.queue(OCTOBER)
        return [i.sentence for i in queue if i.concern is Concern.CONTRADICTION]

    words = "Thôn Đoài ghi khác với điều đã nhận: Trạng thái: Chưa thực hiện; Kết quả: Chưa có gì."
    assert said() == [words]
    (plan,) = verbs.planning.plans()
    verbs.planning.restore(verbs.planning.withdraw(plan.id))
    assert said() == [words]
    verbs.collecting.take_back(taken)
    assert said() == []
    verbs.collecting.apply([other], OCTOBER)
    (item,) = (i for i in verbs.reviewing.queue(OCTOBER) if i.concern is Concern.CONTRADICTION)
    kept = verbs.reviewing.accept(item)
    assert said() == []
    verbs.reviewing.reopen(kept)
    settled = FileAnswers({0: RowAnswer(taken=True, task=item.row.task.id)})
    verbs.collecting.apply([other], OCTOBER, (settled,))
    assert said() == []
    assert verbs.reporting.entry(item.row.task.id, OCTOBER).result == "Chưa có gì"


def test_an_earlier_file_of_a_unit_is_older_than_its_later_one(verbs: Verbs) -> None:
    hold(verbs, "", "", "")
    first = home("Thôn Đông", row(NAMES[0], result="Lần một"))
    second = home("Thôn Đông", row(NAMES[0], result="Lần hai"))
    verbs.collecting.apply([first, second], OCTOBER)
    told = seen(verbs, first)
    assert ([r.reason for r in told.refused], told.changes) == ([Reason.OLDER], ())


def test_files_of_one_drop_are_seen_one_after_the_other(verbs: Verbs) -> None:
    hold(verbs, "", "", "")
    first = home("Thôn Đông", row(NAMES[0], result="Lần một"))
    second = home("Thôn Đông", row(NAMES[0], result="Lần hai"))
    (change,) = seen(verbs, first, second).changes
    assert (change.old, change.new) == ("Lần một", "Lần hai")


def test_a_units_word_of_being_late_is_kept_beside_and_taken_back(verbs: Verbs) -> None:
    task, *_rest = hold(verbs, "", "", "")
    verbs.collecting.apply([home("Thôn Đông", row(NAMES[0], status="CHẬM"))], OCTOBER)
    assert [(c.task, c.words) for c in verbs.collecting.claims(OCTOBER)] == [(task, "CHẬM")]
    assert verbs.reporting.entry(task, OCTOBER).status is None
    verbs.collecting.apply([home("Thôn Đông", row(NAMES[0], status="Đang làm"))], OCTOBER)
    assert verbs.collecting.claims(OCTOBER) == ()


def test_what_was_taken_is_in_the_journal(verbs: Verbs) -> None:
    task, *_rest = hold(verbs, "", "", "")
    verbs.collecting.apply([home("Thôn Đông", row(NAMES[0], result="Đã đo đạc"))], OCTOBER)
    (latest, *_rows) = verbs.planning.history(task)
    assert (latest.command, latest.before) == ("collect_forms", None)
    assert latest.after is not None
    assert latest.after["result"] == "Đã đo đạc"


def test_days_late_run_until_the_file_came(verbs: Verbs) -> None:
    hold(verbs, "Thôn Đông", "Thôn Đoài", "Thôn Đoài")
    batch = verbs.collecting.prepare(OCTOBER, date(2025, 10, 20))
    verbs.collecting.keep_sent(batch.forms, {})
    told = {unit.unit: unit for unit in verbs.collecting.units(OCTOBER)}
    assert {name: unit.days_late for name, unit in told.items()} == {"Thôn Đông": 8, "Thôn Đoài": 8}
    words = verbs.collecting.reminder(OCTOBER, told["Thôn Đông"])
    assert "chậm 08 ngày" in words


def test_a_drop_can_be_taken_back_and_come_home_again(verbs: Verbs) -> None:
    task, other, _third = hold(verbs, "", "", "")
    stood = ProgressEntry(task, "2025-10", TaskStatus.IN_PROGRESS, None, 40, "Cũ")
    verbs.reporting.record(stood)
    file = home("Thôn Đông", row(NAMES[0], result="Mới"), row(NAMES[1], 8, status="CHẬM, đang làm"))
    taken = verbs.collecting.apply([file], OCTOBER)
    verbs.collecting.take_back(taken)
    assert verbs.reporting.entry(task, OCTOBER) == stood
    assert verbs.reporting.entry(other, OCTOBER).is_empty
    assert verbs.collecting.claims(OCTOBER) == ()
    assert verbs.collecting.apply([file], OCTOBER).written == taken.written == 2


def test_a_code_does_not_outvote_another_tasks_own_text(verbs: Verbs) -> None:
    longer = f"{NAMES[0]} và mở rộng đường vào"
    tasks = tuple(
        Task(TaskId(new_id()), str(n), name, ours=Ours(yes=True))
        for n, name in enumerate((NAMES[0], longer), start=1)
    )
    verbs.planning.accept(draft_of(*tasks))
    crossed = replace(row(NAMES[0], result="a"), code=code_of(tasks[1].id))
    assert doubts(seen(verbs, home("Thôn Đông", crossed))) == [Doubt.CODE_AND_TEXT]


def test_what_came_home_this_week_is_in_the_weekly_report(verbs: Verbs) -> None:
    task, *_rest = hold(verbs, "", "", "")
    verbs.offices.keep(SAMPLE_OFFICE)
    verbs.collecting.apply([home("Thôn Đông", row(NAMES[0], status="Đang làm"))], OCTOBER)
    written = verbs.planning.history(task)[0].at.astimezone().date()
    changed = verbs.papers.sources(OCTOBER, Week.of(written)).changed
    assert [(row.task.id, row.entry.status) for row in changed] == [(task, TaskStatus.IN_PROGRESS)]


def test_work_that_waits_for_an_event_asks_in_the_form_whether_it_came(verbs: Verbs) -> None:
    task, *_rest = hold(verbs, "Thôn Đông", "Thôn Đông", "Thôn Đông")
    waiting = Deadline("Khi có hướng dẫn của Bộ", Kind.CONDITIONAL)
    (plan,) = verbs.planning.plans()
    verbs.planning.amend(replace(plan.appendices[0].tasks[0], deadline=waiting))

    def asked() -> list[bool]:
        (form,) = verbs.collecting.prepare(OCTOBER).forms
        return ["đã có chưa?" in line.last for line in form.lines]

    assert asked() == [True, False, False]
    verbs.reporting.record(ProgressEntry(task, "2025-09", TaskStatus.IN_PROGRESS))
    assert asked() == [False, False, False]


def test_one_beside_shares_of_one_is_asked_and_a_share_is_proposed(verbs: Verbs) -> None:
    hold(verbs, "", "", "")
    told = seen(verbs, home("", row(NAMES[1], percent="0,7"), row(NAMES[0], percent="1")))
    assert doubts(told) == [Doubt.PERCENT_UNCLEAR] * 2
    assert told.changes == ()
    assert told.questions[0].proposed == ((Field.PERCENT, 70),)
    assert "1% hay 100%" in told.questions[1].message


def test_a_share_against_the_state_it_stands_beside_is_asked_with_it(verbs: Verbs) -> None:
    hold(verbs, "", "", "")
    told = seen(verbs, home("", row(NAMES[1], status="xong", percent="1")))
    assert told.changes == ()
    (question,) = told.questions
    assert question.doubt is Doubt.DONE_WITHOUT_DAY
    assert (Field.PERCENT, 1) in question.proposed


def test_a_known_units_rows_in_words_nobody_knows_are_asked_one_by_one(verbs: Verbs) -> None:
    hold(verbs, "Phòng Kinh tế", "", "")
    told = seen(verbs, home("Phòng Kinh tế", row("Xyz qwerty", result="Đã họp")))
    assert told.accepted
    assert doubts(told) == [Doubt.UNKNOWN_TASK]
    strange = seen(verbs, home("Đội lạ hoắc", row("Xyz qwerty", result="Đã họp")))
    assert [refusal.reason for refusal in strange.refused] == [Reason.UNKNOWN]
