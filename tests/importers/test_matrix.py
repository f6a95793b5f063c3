"""Rows become headings, tasks, continuations or findings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kehoach_desktop.domain.draft import ColumnRole, Merge, Severity
from kehoach_desktop.importers.matrix import assemble
from tests.importers.building import HEADER, contents, source, table, told


def outline(*lines: str) -> list[tuple[str, ...]]:
    appendix = assemble(source(table(HEADER, *lines))).plan.appendices[0]
    return [
        (*(group.ordinal for group in reversed(appendix.lineage(task))), task.ordinal)
        for task in appendix.tasks
    ]


def test_parts_and_groups_stand_over_their_tasks() -> None:
    assert outline(
        "A | Nhiệm vụ của tỉnh",
        "I | Về thể chế",
        "1 | Rà soát | Sở Tư pháp | | Báo cáo | 31/12/2025",
        "II | Về hạ tầng",
        "1 | Lắp trạm | Sở KH&CN | | Báo cáo | 31/12/2025",
        "B | Nhiệm vụ của xã",
        "1 | Mở lớp | UBND cấp xã | | Báo cáo | 31/12/2025",
    ) == [("A", "I", "1"), ("A", "II", "1"), ("B", "1")]


def test_a_c_after_a_b_is_a_letter_and_not_a_hundred() -> None:
    appendix = assemble(
        source(
            table(
                HEADER,
                *(
                    line
                    for letter in "ABCD"
                    for line in (f"{letter} | Phần {letter}", "1 | Việc | Sở | | | 31/12/2025")
                ),
            )
        )
    ).plan.appendices[0]

    assert [(group.ordinal, group.level.value) for group in appendix.groups] == [
        (letter, "part") for letter in "ABCD"
    ]


@pytest.mark.parametrize("label", ["I", "I.", "I/", " I "])
def test_dots_and_slashes_after_a_label_are_not_kept(label: str) -> None:
    assert outline(f"{label} | Về thể chế", "1. | Rà soát | Sở | | | 31/12/2025") == [("I", "1")]


def test_a_numbered_row_that_only_introduces_is_a_group() -> None:
    assert outline(
        "1 | Hoàn thiện thể chế",
        "1.1 | Rà soát | Sở Tư pháp | | | 31/12/2025",
        "1.2 | Ban hành | Sở Nội vụ | | | 31/12/2025",
        "2 | Hạ tầng",
        "2.1 | Lắp trạm | Sở KH&CN | | | 31/12/2025",
        "3 | Việc riêng | Sở Tài chính | | | 31/12/2025",
    ) == [("1", "1.1"), ("1", "1.2"), ("2", "2.1"), ("3",)]


def test_sub_tasks_know_their_parent_and_inherit_who_and_when() -> None:
    plan = assemble(
        source(
            table(
                HEADER,
                "1 | Chuyển đổi số | Sở KH&CN | Các sở | Báo cáo | 31/12/2025",
                "1.1 | Ở tỉnh | Sở Nội vụ | | | 30/6/2025",
                "1.2 | Ở xã",
                "2 | Việc khác | Sở Y tế | | | 31/12/2025",
                "a) | Mở lớp | UBND cấp xã | | | 30/9/2025",
            )
        )
    ).plan
    tasks = {task.ordinal: task for _appendix, task in plan.tasks()}

    assert tasks["1.1"].parent == tasks["1.2"].parent == tasks["1"].id
    assert tasks["1.2"].lead_agencies_text == "Sở KH&CN"
    assert tasks["1.2"].deadline.wording == "31/12/2025"
    assert tasks["a)"].parent == tasks["2"].id


def test_a_merge_down_fills_agency_and_deadline_of_the_rows_below() -> None:
    merged = table(
        HEADER,
        "1 | Một | Sở Nội vụ | | | 31/12/2025",
        "2 | Hai | | | | 31/12/2025",
        merges=[Merge(1, 2, 2, 2)],
    )
    plan = assemble(source(merged)).plan

    assert [t.lead_agencies_text for _a, t in plan.tasks()] == ["Sở Nội vụ", "Sở Nội vụ"]


@pytest.mark.parametrize("rest", ["(SIPAS)", "Cổng dữ liệu mở", "công chức, viên chức"])
def test_a_row_cut_by_a_page_is_one_task_again(rest: str) -> None:
    first = table(HEADER, "1 | Tổ chức các lớp đào tạo, | Sở Nội | | | Trước 31/12/")
    second = table(
        " | hướng dẫn kỹ năng số | vụ | | | 2025 và duy trì thường xuyên",
        "2 | Hai việc của Sở | Sở; | | | 30/11/202",
    )
    third = table(f" | {rest} | | | | 5", "3 | Ba | Sở | | |")
    draft = assemble(source(first, replace(second, name="Bảng 2"), replace(third, name="Bảng 3")))
    task = next(task for _appendix, task in draft.plan.tasks())

    assert draft.plan.appendices[0].tasks[1].deadline.wording == "30/11/2025"
    assert contents(draft)[1:] == [f"Hai việc của Sở {rest}", "Ba"]
    assert task.content == "Tổ chức các lớp đào tạo, hướng dẫn kỹ năng số"
    assert task.lead_agencies_text == "Sở Nội vụ"
    assert task.deadline.wording == "Trước 31/12/2025 và duy trì thường xuyên"
    assert task.deadline.ongoing


@pytest.mark.parametrize("signed", [" | | CHỈ HUY TRƯỞNG", "CÁN BỘ PHỤ TRÁCH | | LÃNH ĐẠO XÃ"])
def test_a_section_between_two_tables_of_a_sheet_is_no_note_and_a_signature_no_agency(
    signed: str,
) -> None:
    rows = (HEADER, "1 | Một | Sở A | Sở B | | 9/2025", "", "B. VIỆC KHÁC", "STT | Việc | Chủ trì")
    below = ("1 | Hai | Sở A", signed, "Trên đây là các việc của xã.")
    draft = assemble(source(table(*rows, *below, merges=[Merge(3, 0, 3, 5), Merge(7, 0, 7, 5)])))
    plan = draft.plan

    parts = [(appendix.part_of(task), task.lead_agencies_text) for appendix, task in plan.tasks()]
    assert [(part and part.title, lead) for part, lead in parts] == [
        (None, "Sở A"), ("VIỆC KHÁC", "Sở A")
    ]  # fmt: skip
    assert {"Bảng 1, dòng 7", "Bảng 1, dòng 8"} <= {line.split(":")[0] for line in told(draft)}


def test_a_list_cut_by_a_page_is_one_task_again() -> None:
    first = table(HEADER, "1 | Triển khai: | Sở Khoa học và | | | Quý IV/2025")
    second = table(" | - Khảo sát; // - Báo cáo. | Công nghệ", "2 | Hai | Sở A | | | 9/2025")
    draft = assemble(source(first, replace(second, name="Bảng 2")))
    task = draft.plan.appendices[0].tasks[0]

    assert task.content == "Triển khai:\n- Khảo sát;\n- Báo cáo."
    assert task.lead_agencies_text == "Sở Khoa học và Công nghệ"


def test_what_is_no_task_is_dropped_by_name_and_place() -> None:
    draft = assemble(
        source(
            table(
                HEADER,
                "(1) | (2) | (3) | (4) | (5) | (6)",
                "1 | Một | Sở Nội vụ | | | 31/12/2025",
                HEADER,
                "2 | Hai | Sở Nội vụ | | | 31/12/2025",
                " | Tổng cộng: 02 nhiệm vụ",
                "Bằng chữ: Hai nhiệm vụ",
                "Ghi chú: các đơn vị báo cáo trước ngày 20",
            )
        )
    )

    assert contents(draft) == ["Một", "Hai"]
    assert [line.split(":", 1)[0] for line in told(draft)] == [
        "Bảng 1, dòng 2", "Bảng 1, dòng 4", "Bảng 1, dòng 6", "Bảng 1, dòng 7",
        "Bảng 1, dòng 8",
    ]  # fmt: skip


def test_a_header_of_two_rows_is_read_by_its_lower_names() -> None:
    draft = assemble(
        source(
            table(
                "TT | Nội dung công việc | ĐV thực hiện | | T.gian hoàn thành | Lãnh đạo chủ trì",
                " | | Chủ trì | Phối hợp | | ",
                "1 | Một | Sở A | Sở B | 31/12/2025 | Ông X",
                merges=[Merge(0, 2, 0, 3), *(Merge(0, c, 1, c) for c in (0, 1, 4, 5))],
            )
        )
    )
    task = next(task for _appendix, task in draft.plan.tasks())

    assert (task.lead_agencies_text, task.coordinating_text) == ("Sở A", "Sở B")
    assert task.deadline.wording == "31/12/2025"
    assert task.extra == (("Lãnh đạo chủ trì", "Ông X"),)


def test_the_empty_half_of_a_merged_column_is_no_column() -> None:
    lines = ("STT | Nhiệm vụ | | Chủ trì | Hạn", "1 | Rà soát | | Sở A | 31/12/2025")
    draft = assemble(source(table(*lines, merges=[Merge(row, 1, row, 2) for row in (0, 1)])))

    assert draft.plan.appendices[0].columns == ("STT", "Nhiệm vụ", "Chủ trì", "Hạn")
    assert draft.plan.appendices[0].tasks[0].extra == ()


def test_month_columns_and_notes_are_kept_as_extras() -> None:
    draft = assemble(source(table("STT|Nhiệm vụ|Chủ trì|T7|T8|Ghi chú", "1|Một|Sở A|x||Gấp")))
    task = next(task for _appendix, task in draft.plan.tasks())

    assert task.extra == (("T7", "x"), ("T8", ""), ("Ghi chú", "Gấp"))


def test_the_officer_may_say_what_a_column_is() -> None:
    odd = source(table("A | B | C", "x | Một | Sở A", "y | Hai | Sở B"))
    mapping = {(0, 1): ColumnRole.CONTENT, (0, 2): ColumnRole.LEAD}
    draft = assemble(odd, mapping=mapping)

    assert [t.lead_agencies_text for _a, t in draft.plan.tasks()][-2:] == ["Sở A", "Sở B"]


def test_nothing_understood_is_an_error_and_not_a_silence() -> None:
    draft = assemble(source(table("Họ và tên | Ngày sinh | Số điện thoại", "Nguyễn A | 1990 | 09")))

    assert draft.findings[0].severity is Severity.ERROR
    assert "Bảng 1, dòng 1-2" in {finding.place for finding in draft.findings}


def test_impossible_days_and_other_deadlines_in_the_content_are_found() -> None:
    draft = assemble(
        source(
            table(
                HEADER,
                "1 | Báo cáo định kỳ hằng tháng | Sở A | | Quyết | 31/6/2025",
                "3 | Hai | Sở B | | Báo cáo | khi có điều kiện phù hợp nhất",
            )
        )
    )
    findings = "\n".join(told(draft))

    assert "Không có ngày “31/6/2025” trong lịch." in findings
    assert "Nội dung nói “định kỳ hằng tháng”" in findings
    assert "cắt cụt: “Quyết”" in findings
    assert "Số thứ tự 3 không nối tiếp số 1" in findings


def test_text_without_diacritics_is_an_error() -> None:
    line = (
        "1 | To chuc cac lop dao tao, huong dan ky nang so cho nguoi dan tren dia ban | So Noi vu"
    )
    draft = assemble(source(table("STT | Nội dung | Chủ trì", *[line] * 5)))

    assert any(f.severity is Severity.ERROR and "mất dấu" in f.message for f in draft.findings)


def test_a_few_words_alone_over_numbered_rows_are_a_heading() -> None:
    assert outline(
        "1 | Rà soát | Sở Tư pháp | | | 31/12/2025",
        " | Về hạ tầng số",
        "2 | Lắp trạm | Sở KH&CN | | | 31/12/2025",
    ) == [("1",), ("", "2")]


def test_a_task_without_a_number_is_not_swallowed_by_the_one_above() -> None:
    draft = assemble(
        source(
            table(
                HEADER,
                "1 | Rà soát | Sở Tư pháp | | | 31/12/2025",
                " | Lắp trạm | Sở KH&CN | | | 31/12/2025",
                "3 | Mở lớp | Sở Nội vụ | | | 31/12/2025",
            )
        )
    )

    assert contents(draft) == ["Rà soát", "Lắp trạm", "Mở lớp"]
    assert "Bảng 1, dòng 3: Nhiệm vụ không có số thứ tự." in told(draft)


def test_a_goal_is_no_task_and_no_part_of_one() -> None:
    draft = assemble(
        source(
            table(
                HEADER,
                "I | Hạ tầng số",
                " | Mục tiêu: 100% thôn có sóng 4G",
                "1 | Lắp trạm | Sở KH&CN | | | 31/12/2025",
            )
        )
    )

    assert contents(draft) == ["Lắp trạm"]
    assert any("dòng 3: Mục tiêu hoặc chỉ tiêu" in line for line in told(draft))


def test_two_tables_of_a_sheet_keep_their_own_columns_and_labels() -> None:
    draft = assemble(
        source(
            table(
                "Phụ lục I",
                "STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn",
                "1 | Một | Sở A | 31/12/2025",
                "Phụ lục II",
                "VIỆC THƯỜNG XUYÊN",
                "STT | Thời hạn | Cơ quan thực hiện | Nội dung",
                "1 | Hằng tháng | Sở B | Hai",
            ),
            kind="xlsx",
        )
    )

    assert [(a.label, a.title, t.content, t.lead_agencies_text) for a, t in draft.plan.tasks()] == [
        ("Phụ lục I", "", "Một", "Sở A"),
        ("Phụ lục II", "VIỆC THƯỜNG XUYÊN", "Hai", "Sở B"),
    ]


def test_rows_of_one_task_under_a_merged_number_are_its_parts() -> None:
    merged = table(
        HEADER,
        "1 | Chuyển đổi số: | Sở KH&CN | | | 31/12/2025",
        " | (1) Ở tỉnh | Sở Nội vụ | | | 31/12/2025",
        " | (2) Ở xã | UBND cấp xã | | | 31/12/2025",
        "2 | Khác | Sở Y tế | | | 31/12/2025",
        merges=[Merge(1, 0, 3, 0)],
    )
    plan = assemble(source(merged)).plan
    tasks = [task for _appendix, task in plan.tasks()]

    assert [t.lead_agencies_text for t in tasks] == [
        "Sở KH&CN", "Sở Nội vụ", "UBND cấp xã", "Sở Y tế"
    ]  # fmt: skip
    assert [t.parent for t in tasks] == [None, tasks[0].id, tasks[0].id, None]


LABELS = [
    ("PHỤ LỤC II", "Phụ lục II", ""),
    ("Phụ lục 01: DANH MỤC", "Phụ lục 01", "DANH MỤC"),
    ("PHỤ LỤC III DANH MỤC NHIỆM VỤ", "Phụ lục III", "DANH MỤC NHIỆM VỤ"),
    ("Phụ lục", "Phụ lục", ""),
    ("BIỂU TỔNG HỢP", "", "BIỂU TỔNG HỢP"),
    ("CÔNG AN TỈNH LAI CHÂU\nTIẾN ĐỘ THỰC HIỆN", "", "TIẾN ĐỘ THỰC HIỆN"),
    ("BỘ CÔNG AN\nVIỆC CỦA CÔNG AN TỈNH", "", "VIỆC CỦA CÔNG AN TỈNH"),
    ("BIỂU SỐ 2. VIỆC THƯỜNG XUYÊN", "Biểu số 2", "VIỆC THƯỜNG XUYÊN"),
]


@pytest.mark.parametrize(("line", "label", "title"), LABELS)
def test_a_label_is_told_from_the_title_beside_it(line: str, label: str, title: str) -> None:
    appendix = assemble(
        source(table(HEADER, "1 | Một | Sở A | | | 31/12/2025", lead_in=[line]))
    ).plan.appendices[0]

    assert (appendix.label, appendix.title) == (label, title)


def test_a_sentence_about_an_appendix_is_no_label() -> None:
    line = "Phụ lục này được cập nhật hằng năm theo hướng dẫn."
    draft = assemble(source(table(HEADER, "1 | Một | Sở A | | | 31/12/2025", lead_in=[line])))

    assert draft.plan.appendices[0].label == ""


def test_a_chapter_of_the_plan_over_its_table_is_a_title_and_no_group() -> None:
    chapters = ["I. MỤC ĐÍCH", "Nâng cao.", "Kịp thời.", "Hiệu quả.", "II. PHÂN CÔNG NHIỆM VỤ"]
    given = table(HEADER, "1 | Một | Sở A | | | 31/12/2025", lead_in=chapters)
    appendix = assemble(source(given)).plan.appendices[0]

    assert (appendix.title, appendix.groups) == ("II. PHÂN CÔNG NHIỆM VỤ", ())


def test_a_list_of_people_is_no_table_of_tasks() -> None:
    roster = table(
        "TT | Họ tên | Năm sinh | Nhiệm vụ trong Tổ | SĐT", "1 | Nguyễn A | 1990 | Tổ phó | 0"
    )

    assert contents(assemble(source(roster, kind="xlsx"))) == []


def test_a_role_that_is_given_by_hand_is_taken_from_the_column_that_had_it() -> None:
    given = source(table("STT | Nhiệm vụ | Chủ trì | Ghi chú", "1 | Một | Sở A | Sở B"))
    draft = assemble(given, mapping={(0, 3): ColumnRole.LEAD})
    task = next(task for _appendix, task in draft.plan.tasks())

    assert (task.lead_agencies_text, task.extra) == ("Sở B", (("Chủ trì", "Sở A"),))


def test_a_line_that_says_whom_to_ask_belongs_to_no_task() -> None:
    ask = "Mọi vướng mắc liên hệ đồng chí Lê Văn Nam, ĐT 0999000999 | | | | |"
    draft = assemble(source(table(HEADER, "1 | Rà soát | Sở | | Báo cáo | 31/12/2025", ask)))

    assert contents(draft) == ["Rà soát"]


def test_rows_over_a_header_printed_once_more_go_on_with_the_table_before() -> None:
    first = table(HEADER, "1 | Tổ chức lớp học, | Sở A | | | 9/2025")
    rows = (
        " | bồi dưỡng kỹ năng",
        "2 | Hai | Sở B | | | 9/2025",
        HEADER,
        "3 | Ba | Sở C | | | 9/2025",
    )
    draft = assemble(source(first, replace(table(*rows), name="Bảng 2")))

    assert contents(draft) == ["Tổ chức lớp học, bồi dưỡng kỹ năng", "Hai", "Ba"]


def test_a_page_that_only_ends_a_list_is_a_part_of_the_task_before() -> None:
    first = table(HEADER, "1 | Triển khai: // - Khảo sát; | Sở A | | | 9/2025")
    rows = (" | - Thực hiện. | | | | ", " | Ghi chú: báo cáo đúng hạn.")
    draft = assemble(source(first, replace(table(*rows), name="Bảng 2")))

    assert contents(draft) == ["Triển khai:\n- Khảo sát;\n- Thực hiện."]


@pytest.mark.parametrize(
    ("begun", "rest"), [("Phát triển dữ", "liệu số"), ("VIỆC THƯỜNG", "XUYÊN")]
)
def test_a_heading_cut_by_a_page_is_one_again(begun: str, rest: str) -> None:
    first = table(HEADER, "I | Thể chế", "1 | Một | Sở A | | | 9/2025", f"II | {begun}")
    second = table(f" | {rest}", "1 | Hai | Sở A | | | 9/2025")
    draft = assemble(source(first, replace(second, name="Bảng 2")))

    titles = [group.title for group in draft.plan.appendices[0].groups]
    assert (titles, contents(draft)) == (["Thể chế", f"{begun} {rest}"], ["Một", "Hai"])
