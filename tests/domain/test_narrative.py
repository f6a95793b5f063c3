"""The words of a report: what was entered is said, what was not is said to be missing."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_desktop.domain.deadline import Deadline, Kind
from kehoach_desktop.domain.narrative import write_report_text
from kehoach_desktop.domain.narrative_citation import subject_lines
from kehoach_desktop.domain.narrative_counts import counts_table
from kehoach_desktop.domain.narrative_keys import Keys
from kehoach_desktop.domain.narrative_status import state_words
from kehoach_desktop.domain.narrative_wording import brief_name, full_name, letter, lowered, said
from kehoach_desktop.domain.office import Office, OfficeKind
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import GroupLevel, Plan, PlanId, Task, TaskId
from kehoach_desktop.domain.progress import ProgressEntry, TaskProgress, TaskStatus
from kehoach_desktop.domain.report import Block, BlockKind, PeriodView, PlanProgress
from tests.documents.binh_minh import (
    CUT_OFF,
    NOT_OURS,
    OFFICE,
    a_plan,
    a_view,
    assigned,
    october,
    october_entries,
    quang_tri,
)

WARD = Office(kind=OfficeKind.WARD, name="Điện Biên Phủ", signer="Nguyễn Văn An")


def plain(blocks: tuple[Block, ...]) -> str:
    return "\n".join(block.text for block in blocks).replace("\u00a0", " ")


def october_text() -> str:
    return plain(october().blocks)


def changed(key: str, **fields: object) -> PeriodView:
    """The view of October with one entry changed."""
    plan = assigned(quang_tri())
    task = next(task for appendix, task in plan.tasks() if appendix.key_of(task) == key)
    entries = [
        replace(entry, **fields) if entry.task == task.id else entry  # type: ignore[arg-type]
        for entry in october_entries(plan)
    ]
    return a_view(plan, entries=entries, left_out=NOT_OURS)


def text_of(view: PeriodView, office: Office = OFFICE) -> str:
    return plain(write_report_text(office, view))


def part(text: str, start: str, end: str) -> str:
    return text.split(start)[1].split(end, maxsplit=1)[0]


def test_the_october_of_a_commune_is_counted_as_its_paper_counts_it() -> None:
    counts = october().view.counts()

    assert (counts.total, counts.dated, counts.done_on_time, counts.done_late) == (18, 11, 1, 0)
    assert (counts.open_in_time, counts.open_overdue) == (9, 1)
    assert (counts.ongoing + counts.conditional, counts.unanswered) == (7, 0)


def test_the_table_of_counts_closes() -> None:
    rows = [(r.number, r.name, r.count, r.in_time, r.late) for r in counts_table(october().view)]

    assert rows == [
        ("1", "Đã hoàn thành", "01", "01", "0"),
        ("2", "Chưa hoàn thành", "10", "09", "01"),
        ("I", "Có thời hạn (1 + 2)", "11", "10", "01"),
        ("3", "Thường xuyên, định kỳ", "04", "-", "-"),
        ("4", "Thực hiện từ tháng 7/2025", "02", "-", "-"),
        ("5", "Theo kế hoạch của Trung ương", "01", "-", "-"),
        ("II", "Không thời hạn (3 + 4 + 5)", "07", "-", "-"),
        ("", "Tổng cộng (I + II)", "18", "", ""),
    ]


def test_the_table_names_the_tasks_it_counts() -> None:
    keys = [row.keys for row in counts_table(october().view)]

    assert keys[:2] == [
        "B6",
        "Trong hạn: A1, A3, A6, A8, A11, A12, B1, B2, B4; quá hạn: B7",
    ]
    assert keys[3:6] == ["A4, A5, A7, B5", "B3, B8", "A9"]


def test_the_opening_cites_the_plan_once_in_full_and_gives_it_a_short_form() -> None:
    opening = october_text().split("\n", 1)[0]

    assert opening.startswith(
        "Thực hiện Kế hoạch số 158/KH-UBND ngày 27 tháng 8 năm 2025 của Ủy ban nhân dân (UBND) "
        "tỉnh Quảng Trị triển khai thực hiện Kế hoạch số 02-KH/BCĐTW"
    )
    assert opening.endswith(
        "(sau đây gọi là Kế hoạch số 158/KH-UBND), UBND xã Bình Minh báo cáo kết quả thực hiện "
        "tháng 10 năm 2025 (số liệu từ ngày 16/9/2025 đến hết ngày 15/10/2025) như sau:"
    )
    assert october_text().count("(UBND)") == 1


def test_a_plan_without_number_and_day_leaves_gaps() -> None:
    opening = text_of(a_view(a_plan("dong_thap"))).split("\n", 1)[0]

    assert re.match(r"Thực hiện Kế hoạch số +/KH-UBND ngày +tháng 6 năm 2025 của Ủy ban", opening)
    assert "(sau đây gọi là Kế hoạch), UBND xã" in opening


def three_plans() -> PeriodView:
    """Return a month on three plans, the last one the commune's own without a number."""
    first = a_plan("dong_thap", number="231/KH-UBND", date=date(2025, 6, 9))
    first = replace(
        first, document=replace(first.document, issuer="Ủy ban nhân dân Tỉnh Đồng Tháp")
    )
    own = a_plan("quang_tri", issuer="Ủy ban nhân dân xã", title="Chuyển đổi số năm 2025")
    appendix = own.appendices[0]
    others = tuple(replace(task, id=TaskId(f"own-{task.id}")) for task in appendix.tasks)
    appendix = replace(appendix, label="", title="", tasks=others)
    own = replace(own, id=PlanId("own"), appendices=(appendix,))
    tasks = [task.id for _appendix, task in own.tasks()]
    entries = [
        ProgressEntry(
            task,
            "2025-10",
            TaskStatus.IN_PROGRESS,
            result="Đã họp",
            obstacle="Kinh phí chưa được cấp",
            proposal="UBND tỉnh bổ sung kinh phí",
        )
        for task in (tasks[6], tasks[8])
    ]
    return a_view(first, quang_tri(), own, entries=entries)


def test_of_several_plans_the_first_spells_the_committee_out_and_the_others_do_not() -> None:
    opening = text_of(three_plans()).split("\n", 1)[0]

    assert "của Ủy ban nhân dân (UBND) tỉnh Đồng Tháp" in opening
    assert "của UBND tỉnh Quảng Trị" in opening
    assert opening.count("Ủy ban nhân dân") == 1


def test_a_plan_without_a_number_is_called_by_who_issued_it() -> None:
    text = text_of(three_plans())

    assert "(sau đây gọi là Kế hoạch của UBND xã)" in text
    assert "Kế hoạch của UBND xã có 20 nhiệm vụ" in text
    assert "thứ ba" not in text


def test_a_key_of_a_plan_without_appendices_points_to_the_plan_itself() -> None:
    view = three_plans()
    told = Keys(replace(view, plans=(view.plans[2],))).explained()

    assert told.startswith("Ký hiệu A1 là nhiệm vụ số 1 mục A tại Kế hoạch;")


def test_what_several_tasks_say_alike_is_told_once_with_their_keys() -> None:
    text = text_of(three_plans())

    assert text.count("inh phí chưa được cấp") == 1
    assert text.count("UBND tỉnh bổ sung kinh phí") == 1
    assert re.search(r"UBND tỉnh bổ sung kinh phí \(KH3\.A7, KH3\.A9\)\.", text)


def test_several_plans_have_several_appendices() -> None:
    text = text_of(three_plans())

    assert "nhiệm vụ khác tại các Phụ lục kèm theo." in text
    assert "tại Phụ lục kèm theo" not in text


def test_the_parts_stand_in_their_order() -> None:
    parts = [b.text for b in october().blocks if b.kind is BlockKind.PART]

    assert parts == [
        "I. KẾT QUẢ THỰC HIỆN",
        "II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN",
        "III. NHIỆM VỤ TRỌNG TÂM THÁNG 11 NĂM 2025",
        "IV. KIẾN NGHỊ, ĐỀ XUẤT",
    ]
    sections = [b.text for b in october().blocks if b.kind is BlockKind.SECTION]
    assert sections[:3] == [
        "1. Công tác chỉ đạo, điều hành",
        "2. Tổng hợp tiến độ",
        "3. Kết quả cụ thể",
    ]


def test_papers_named_as_evidence_are_listed_and_no_others() -> None:
    directing = part(october_text(), "1. Công tác chỉ đạo", "2. Tổng hợp")

    assert "a) Báo cáo số 121/BC-UBND ngày 19/9/2025 (A7);" in directing
    assert "b) Công văn số 212/UBND-VHXH ngày 09/10/2025 (B6)." in directing
    assert "Công tác chỉ đạo" not in text_of(a_view(quang_tri()))


def test_the_tasks_given_are_told_by_role() -> None:
    assert (
        "Kế hoạch số 158/KH-UBND có 20 nhiệm vụ, trong đó 18 nhiệm vụ có phần việc của xã: "
        "05 nhiệm vụ chủ trì hoặc cùng chủ trì, 13 nhiệm vụ phối hợp."
    ) in october_text()


def test_a_plan_of_one_task_has_no_all_of_them() -> None:
    plan = quang_tri()
    appendix = plan.appendices[0]
    alone = replace(plan, appendices=(replace(appendix, tasks=appendix.tasks[:1]),))

    told = text_of(a_view(alone))
    assert "có 01 nhiệm vụ có phần việc của xã: 01 nhiệm vụ phối hợp." in told


def test_open_tasks_are_told_by_state() -> None:
    text = october_text()

    assert (
        "Trong 09 nhiệm vụ trong hạn có 07 nhiệm vụ đang thực hiện, "
        "02 nhiệm vụ chưa thực hiện (A8, A12)."
    ) in text
    assert "Cả 07 nhiệm vụ không thời hạn đều có kết quả trong kỳ." in text


def test_results_are_verbatim_and_carry_their_key() -> None:
    text = october_text()

    assert "Đã tổ chức 02 lớp tại nhà văn hóa thôn, 87 người tham gia (A3)." in text
    assert "trong đó 431 hồ sơ nộp trực tuyến, đạt 84,18% (B4)." in text
    assert "xử lý; mức độ thực hiện 70% (B1)." in text
    assert "hoàn thành ngày 09/10/2025, đúng hạn (B6)." in text


def test_results_stand_under_the_headings_of_the_plan() -> None:
    points = [b.text for b in october().blocks if b.kind is BlockKind.POINT and "mục" in b.text]

    assert [point[:2] for point in points] == ["a)", "b)"]
    assert [point.replace("\u00a0", " ")[3:] for point in points] == [
        "Nhiệm vụ mục A:",
        "Nhiệm vụ mục B:",
    ]


def test_a_heading_in_small_letters_is_kept_beside_its_place() -> None:
    plan = quang_tri()
    appendix = plan.appendices[0]
    groups = tuple(replace(g, title="Hạ tầng số của tỉnh Quảng Trị") for g in appendix.groups)
    plan = replace(plan, appendices=(replace(appendix, groups=groups),))
    text = text_of(a_view(plan, entries=october_entries(quang_tri())))

    assert "a) Hạ tầng số của tỉnh Quảng Trị (mục A):" in text


def test_that_nothing_came_up_is_no_result() -> None:
    text = text_of(changed("A9", status=TaskStatus.NOTHING, result="Không phát sinh."))

    assert "06/07 nhiệm vụ không thời hạn có kết quả trong kỳ; không phát sinh: A9." in text


def test_late_work_is_named_with_its_day() -> None:
    assert (
        "a) 01 nhiệm vụ quá hạn: đánh giá đội ngũ cán bộ, công chức, viên chức thực hiện chuyển "
        "đổi số, thời hạn quý III/2025 và cập nhật thường xuyên (B7)."
    ) in october_text()


def test_work_at_risk_is_what_is_slow_or_stuck() -> None:
    risk = part(october_text(), "b) 02 nhiệm vụ có nguy cơ quá hạn", "c) Khó khăn")

    assert re.findall(r"\((\w\d+)\)", risk) == ["A12", "B2"]


def test_causes_are_those_that_were_entered() -> None:
    causes = part(october_text(), "2. Nguyên nhân\n", "\nIII.")

    assert causes == (
        "Theo số liệu của các đơn vị: 13 công chức chưa nộp phiếu (B7); "
        "ngân sách xã khó khăn, chờ điều chỉnh dự toán (A12); chưa bố trí được kinh phí (B2)."
    )


def test_an_obstacle_is_told_once() -> None:
    assert october_text().count("chờ điều chỉnh dự toán") == 1
    assert october_text().count("hiếu máy tính để thực hành") == 1


def test_next_steps_stand_beside_the_work_they_belong_to() -> None:
    steps = "Mở thêm 02 lớp ở thôn Tân Lập."
    outlook = part(text_of(changed("A3", next_steps=steps)), "III. NHIỆM VỤ", "IV. KIẾN NGHỊ")

    assert outlook.count("mở thêm 02 lớp ở thôn Tân Lập") == 1
    (line,) = (line for line in outlook.split("\n") if "(A3)" in line)
    assert line.split("(A3)")[1].split(";")[0].endswith(": mở thêm 02 lớp ở thôn Tân Lập")
    assert "Tân Lập" not in part(text_of(changed("A3", next_steps="Không")), "III. NH", "IV. KI")


def test_next_month_begins_with_what_is_late_then_what_falls_due() -> None:
    outlook = part(october_text(), "III. NHIỆM VỤ", "IV. KIẾN NGHỊ")
    heads = re.findall(r"^\d\. .*$", outlook, re.MULTILINE)

    assert heads == [
        "1. Hoàn thành ngay nhiệm vụ đã quá hạn",
        "2. Nhiệm vụ đến hạn trong tháng 11 năm 2025",
        "3. Tiếp tục thực hiện",
    ]
    assert "Phòng Văn hóa - Xã hội: đánh giá đội ngũ" in part(outlook, heads[0], heads[1])
    assert "(B1), thời hạn tháng 11/2025." in part(outlook, heads[1], heads[2])
    assert "B6" not in outlook


def test_proposals_are_listed_with_their_key() -> None:
    text = text_of(changed("B1", proposal="đề nghị Sở Khoa học và Công nghệ làm việc với BTS."))

    assert "UBND xã kiến nghị, đề xuất:" in text
    assert "1. Đề nghị Sở Khoa học và Công nghệ làm việc với BTS (B1)." in text


def test_without_proposals_the_part_says_so() -> None:
    assert "UBND xã không có kiến nghị, đề xuất." in october_text()
    assert "UBND phường không có kiến nghị, đề xuất." in plain(
        write_report_text(WARD, october().view)
    )


def test_a_no_in_a_cell_is_neither_obstacle_nor_proposal() -> None:
    text = text_of(changed("A3", obstacle="Không có.", proposal="KHÔNG"))

    assert "Không có" not in text
    assert "không có kiến nghị" in text


def test_the_end_mark_stands_once_whatever_was_typed() -> None:
    view = changed("A3", result="Đã họp./.", obstacle="Thiếu người./.", proposal="Bổ sung./.")
    text = text_of(view)

    assert text.count("./.") == 1
    assert text.endswith(
        "Trên đây là báo cáo kết quả thực hiện nhiệm vụ chuyển đổi số tháng 10 năm 2025, "
        "UBND xã Bình Minh kính báo cáo./."
    )


def test_a_month_without_answers_says_what_is_missing_everywhere() -> None:
    text = text_of(a_view(quang_tri(), left_out=NOT_OURS))

    assert "Chưa có số liệu của 18/18 nhiệm vụ" in text
    assert "không có kiến nghị" not in text
    assert "có kết quả trong kỳ" not in text
    assert "đạt 0%" not in text
    assert "chưa có số liệu (B7)" in text
    assert text.endswith("kính báo cáo./.")


def test_an_unanswered_task_is_never_counted_as_nought() -> None:
    rows = counts_table(a_view(quang_tri(), left_out=NOT_OURS))

    assert (rows[0].name, rows[0].count) == ("Đã hoàn thành", "-")
    assert (rows[-1].name, rows[-1].count) == ("Trong đó chưa có số liệu", "18")


def test_the_silent_tasks_of_a_part_are_named() -> None:
    text = text_of(changed("A5", status=None))

    assert "Chưa có số liệu của 01/18 nhiệm vụ (A5)" in text
    assert "- Chưa có số liệu của 01/10 nhiệm vụ: A5." in text
    assert "214 văn bản đến" not in text


def test_what_an_earlier_period_finished_is_told_without_its_old_result() -> None:
    view = october().view
    rows = tuple(
        replace(
            row,
            entry=ProgressEntry(row.task.id, "2025-10"),
            closing=replace(row.entry, done_on=date(2025, 9, 9)),
        )
        if row.entry.status is TaskStatus.DONE
        else row
        for row in view.rows()
    )
    text = text_of(replace(view, plans=(PlanProgress(view.plans[0].plan, rows),)))

    assert "đã hoàn thành từ kỳ trước, ngày 09/9/2025, đúng hạn (B6)." in text
    assert "04 cơ quan" not in text


def test_late_completion_says_so() -> None:
    text = text_of(changed("B7", status=TaskStatus.DONE, done_on=date(2025, 10, 5)))

    assert "hoàn thành ngày 05/10/2025, quá hạn (B7)." in text
    assert "nhiệm vụ quá hạn:" not in text


def test_rates_stand_only_on_enough_fallen_due() -> None:
    plan = assigned(quang_tri())
    done = [
        replace(entry, status=TaskStatus.DONE, done_on=date(2025, 10, 9))
        for entry in october_entries(plan)
    ]
    text = text_of(a_view(plan, entries=done, left_out=NOT_OURS))

    assert "Trong 11 nhiệm vụ đã hoàn thành hoặc đã đến hạn, hoàn thành 11 nhiệm vụ, đạt 100%" in (
        text
    )
    assert "đạt 50%" not in october_text()


def test_several_appendices_and_plans_keep_keys_apart() -> None:
    plan, other = quang_tri(), a_plan("dong_thap")
    one = Keys(a_view(other))
    both = Keys(a_view(plan, replace(other, id=PlanId("other"))))
    labels = [one.of(row) for row in one.view.rows()]

    assert labels[:2] == ["PL\u00a0I.I.1.1", "PL\u00a0I.I.1.2"]
    assert "PL\u00a0II.12" in labels
    assert len(set(labels)) == len(labels) == 49
    assert both.of(both.view.rows()[0]) == "KH1.A1"
    assert both.of(both.view.rows()[-1]).startswith("PL\u00a0III.")


def test_a_part_of_a_task_has_the_key_of_the_whole_in_its_own() -> None:
    plan = quang_tri()
    appendix = plan.appendices[0]
    whole = appendix.tasks[2]
    parts = (
        Task(TaskId("p1"), "a)", "Mở lớp cho thôn", group=whole.group, parent=whole.id),
        Task(TaskId("p2"), "-", "Mở lớp cho trường", group=whole.group, parent=whole.id),
        Task(TaskId("p3"), "3.1", "Mở lớp cho chợ", group=whole.group, parent=whole.id),
    )
    grown = replace(plan, appendices=(replace(appendix, tasks=(*appendix.tasks, *parts)),))
    keys = Keys(a_view(grown))
    rows = {row.task.id: row for row in keys.view.rows()}

    assert [keys.of(rows[p.id]) for p in parts] == ["A3.a", "A3", "A3.1"]
    assert "Tổng số gồm cả 03 nhiệm vụ thành phần." in text_of(keys.view)


def test_headings_without_numbers_keep_their_tasks_apart() -> None:
    plan = quang_tri()
    appendix = plan.appendices[0]
    groups = tuple(replace(group, ordinal="", level=GroupLevel.GROUP) for group in appendix.groups)
    plain = replace(plan, appendices=(replace(appendix, groups=groups),))
    keys = Keys(a_view(plain))
    labels = [keys.of(row).replace("\u00a0", " ") for row in keys.view.rows()]

    assert labels[:2] == ["nhóm 1.1", "nhóm 1.2"]
    assert labels[9:13] == ["10", "11", "12", "nhóm 2.1"]
    assert len(set(labels)) == 20


def test_a_task_without_a_number_is_found_by_its_line() -> None:
    plan = quang_tri()
    appendix = plan.appendices[0]
    tasks = (replace(appendix.tasks[0], ordinal=""), *appendix.tasks[1:])
    keys = Keys(a_view(replace(plan, appendices=(replace(appendix, tasks=tasks),))))

    assert keys.of(keys.view.rows()[0]) == "A.dòng\u00a01"


def test_a_kind_in_capitals_and_a_title_that_repeats_it_are_cited_once() -> None:
    plan = a_plan("quang_tri", doc_type="KẾ HOẠCH", title="Kế hoạch Chuyển đổi số năm 2025")
    opening = text_of(a_view(plan)).split("\n", 1)[0]

    assert opening.startswith("Thực hiện Kế hoạch số")
    assert "chuyển đổi số năm 2025 (sau đây gọi là Kế hoạch)" in opening
    assert opening.count("ế hoạch") == 2


def test_a_report_written_before_the_cut_off_holds_figures_to_its_day() -> None:
    view = replace(a_view(quang_tri(), as_of=date(2025, 10, 8)), figures_until=CUT_OFF)

    assert "(số liệu từ ngày 16/9/2025 đến hết ngày 08/10/2025)" in text_of(view)


def test_two_plans_are_both_cited() -> None:
    other = replace(a_plan("dong_thap", number="231/KH-UBND"), id=PlanId("other"))
    text = text_of(a_view(quang_tri(), other))

    assert "Kế hoạch số 158/KH-UBND có 20 nhiệm vụ" in text
    assert "Kế hoạch số 231/KH-UBND có 49 nhiệm vụ" in text
    assert subject_lines(a_view(quang_tri(), other))[1].count("\n") == 1
    assert (
        "mục I tại Phụ lục I Kế hoạch số 231/KH-UBND; các ký hiệu khác tương tự; ký hiệu bắt đầu "
        "bằng KH1 là của Kế hoạch số 158/KH-UBND."
    ) in text


def test_points_follow_the_vietnamese_alphabet() -> None:
    assert [letter(i) for i in range(9)] == ["a", "b", "c", "d", "đ", "e", "g", "h", "i"]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Tổ chức các lớp", "tổ chức các lớp"),
        ("Sở Tài chính chậm", "Sở Tài chính chậm"),
        ("Thôn Tân Lập", "Thôn Tân Lập"),
        ("UBND xã", "UBND xã"),
        ("Trung tâm PVHCC", "Trung tâm PVHCC"),
        ("13 công chức", "13 công chức"),
        ("", ""),
    ],
)
def test_a_sentence_goes_on_in_small_letters_but_for_names(text: str, inside: str) -> None:
    assert lowered(text) == inside


def test_what_was_typed_is_one_line_without_its_mark() -> None:
    assert said(" Đã họp;\n\n đã gửi  giấy mời. ") == "Đã họp; đã gửi giấy mời"


FIRST_ACTION = (
    "Rà soát, thống kê toàn bộ thủ tục hành chính thuộc thẩm quyền giải quyết của cấp xã, phân "
    "nhóm theo lĩnh vực"
)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            f"Các phòng, ban chuyên môn thuộc UBND xã: (1) {FIRST_ACTION}; (2) Công khai.",
            FIRST_ACTION,
        ),
        (
            "Văn phòng HĐND và UBND, Phòng Kinh tế:\n- Cập nhật dữ liệu đất đai.\n- Báo cáo.",
            "Cập nhật dữ liệu đất đai",
        ),
        ("Ban hành kế hoạch tập huấn: (1) Lớp một; (2) Lớp hai", "Ban hành kế hoạch tập huấn"),
        ("Phòng chống mã độc cho máy tính: (1) Cài phần mềm", "Phòng chống mã độc cho máy tính"),
    ],
)
def test_work_that_begins_with_who_does_it_is_told_by_its_first_action(
    content: str, said: str
) -> None:
    task = Task(TaskId("t"), "1", content)

    assert brief_name(task) == said
    assert said in full_name(task)


def test_a_long_name_ends_early_and_says_so() -> None:
    name = "Phối hợp với các sở, ban, ngành xây dựng phương án " + "và lộ trình tích hợp " * 9

    assert brief_name(Task(TaskId("t"), "1", name)).endswith("…")
    assert len(brief_name(Task(TaskId("t"), "1", name))) <= 111
    assert brief_name(Task(TaskId("t"), "1", "Các địa phương:\nNâng cấp hệ thống")) == (
        "Các địa phương: Nâng cấp hệ thống"
    )


def standing_of(kind: Kind, status: TaskStatus | None, **more: object) -> str:
    deadline = Deadline("Trước 31/12/2025", kind, date(2025, 12, 31))
    if kind not in (Kind.FIXED, Kind.QUARTER):
        deadline = Deadline("Từ T7/2025", kind)
    task = Task(TaskId("t"), "1", "Việc", deadline=deadline)
    entry = ProgressEntry(task.id, "2025-10", status, **more)  # type: ignore[arg-type]
    return state_words(TaskProgress(task, entry), CUT_OFF)


@pytest.mark.parametrize(
    ("kind", "status", "words"),
    [
        (Kind.FIXED, TaskStatus.IN_PROGRESS, "Đang thực hiện, trong hạn"),
        (Kind.FIXED, TaskStatus.NOT_STARTED, "Chưa thực hiện, trong hạn"),
        (Kind.FIXED, TaskStatus.SUSPENDED, "Tạm dừng"),
        (Kind.FIXED, None, "Chưa có số liệu"),
        (Kind.ONGOING, TaskStatus.ONGOING, "Thường xuyên; có thực hiện trong kỳ"),
        (Kind.RECURRING, TaskStatus.ONGOING, "Định kỳ; có thực hiện trong kỳ"),
        (Kind.RECURRING, TaskStatus.NOTHING, "Không phát sinh trong kỳ"),
        (Kind.FROM, TaskStatus.ONGOING, "Đang thực hiện (từ T7/2025)"),
        (Kind.CONDITIONAL, None, "Chưa có số liệu"),
        (Kind.DONE, None, "Đã hoàn thành theo kế hoạch"),
    ],
)
def test_the_state_of_a_task_in_the_words_of_the_appendix(
    kind: Kind, status: TaskStatus | None, words: str
) -> None:
    assert standing_of(kind, status) == words


def test_a_finished_task_says_when() -> None:
    done = standing_of(Kind.FIXED, TaskStatus.DONE, done_on=date(2025, 10, 9))

    assert done == "Hoàn thành đúng hạn (ngày 09/10/2025)"


def test_other_periods_name_themselves_and_what_follows() -> None:
    view = replace(october().view, period=ReportingPeriod.parse("2025-Q3"))
    text = text_of(view)

    assert "kết quả thực hiện quý III năm 2025" in text
    assert "III. NHIỆM VỤ TRỌNG TÂM QUÝ IV NĂM 2025" in text


def test_every_sentence_of_the_results_ends_with_a_key() -> None:
    lines = part(october_text(), "3. Kết quả cụ thể\n", "\nII.").split("\n")

    assert all(re.search(r"\([AB]\d+\)\.$", line) for line in lines if line.startswith("- "))


def a_long_plan(count: int) -> Plan:
    plan = quang_tri()
    appendix = plan.appendices[0]
    tasks = tuple(
        replace(appendix.tasks[index % 20], id=TaskId(f"t{index}"), ordinal=str(index + 1))
        for index in range(count)
    )
    return replace(plan, appendices=(replace(appendix, tasks=tasks),))


def test_very_many_silent_tasks_are_counted_and_the_appendix_named() -> None:
    view = a_view(a_long_plan(500))
    rows = [replace(row) for row in view.rows()]
    first = replace(
        rows[0], entry=replace(rows[0].entry, status=TaskStatus.IN_PROGRESS, result="Đã họp")
    )
    shown = replace(view, plans=(PlanProgress(view.plans[0].plan, (first, *rows[1:])),))

    assert "Chưa có số liệu của 499/500 nhiệm vụ (chi tiết tại Phụ lục kèm theo)" in text_of(shown)


def test_without_tasks_the_text_says_so_and_ends() -> None:
    text = text_of(a_view())

    assert text.startswith("Chưa có nhiệm vụ nào của UBND xã Bình Minh trong tháng 10 năm 2025.")
    assert text.endswith("kính báo cáo./.")


words = st.text(max_size=60) | st.sampled_from(
    ["", "Không", "./.", "Đã họp./.", "Tháng 11/2025", "Các địa phương:", "số 12/BC-UBND", "-"]
)
deadlines = st.builds(
    Deadline,
    words,
    st.sampled_from(Kind),
    st.none() | st.dates(date(2025, 1, 1), date(2026, 12, 31)),
    st.none() | st.dates(date(2025, 1, 1), date(2026, 12, 31)),
)
entries = st.builds(
    ProgressEntry,
    st.just(TaskId("t")),
    st.just("2025-10"),
    st.none() | st.sampled_from(TaskStatus),
    st.none() | st.dates(date(2025, 1, 1), date(2026, 12, 31)),
    st.none() | st.integers(0, 100),
    words,
    words,
    words,
    words,
)


@given(st.lists(st.tuples(words, words, words, deadlines, entries, st.booleans()), max_size=12))
def test_any_plan_and_any_answers_give_a_whole_text(
    drawn: list[tuple[str, str, str, Deadline, ProgressEntry, bool]],
) -> None:
    plan = quang_tri()
    appendix = plan.appendices[0]
    tasks = tuple(
        Task(
            TaskId(f"t{index}"),
            ordinal,
            content,
            lead_agencies_text=lead,
            deadline=deadline,
            group=appendix.groups[index % 2].id if grouped else None,
            parent=TaskId("t0") if index % 3 == 2 else None,
        )
        for index, (ordinal, content, lead, deadline, _entry, grouped) in enumerate(drawn)
    )
    made = replace(plan, appendices=(replace(appendix, tasks=tasks),))
    answers = [
        replace(entry, task=task.id) for task, (*_, entry, _g) in zip(tasks, drawn, strict=True)
    ]
    view = a_view(made, entries=answers)
    text = text_of(view if tasks else replace(view, plans=()))

    assert text.count("./.") == 1
    assert text.endswith("kính báo cáo./.")
    assert "None" not in text.replace("None", "", sum(str(d).count("None") for d in drawn))
    assert sum(row.count != "" for row in counts_table(view)) >= 4
