"""Papers take whatever a clerk types: nothing is read as a placeholder, nothing breaks the file."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach_desktop.documents.fields import head_values, line_values
from kehoach_desktop.documents.paper_fields import vocabulary_of
from kehoach_desktop.documents.paper_writer import fill_paper, write_any, write_paper
from kehoach_desktop.documents.period_report import shipped_template
from kehoach_desktop.documents.template import open_template
from kehoach_desktop.documents.type_metrics import parted
from kehoach_desktop.documents.words_xml import text_of
from kehoach_desktop.domain.emphasis import Emphasis
from kehoach_desktop.domain.office import Office, OfficeKind, SigningCapacity
from kehoach_desktop.domain.paper import Paper
from kehoach_desktop.domain.paper_book import RECIPES, keys_of, make_paper
from kehoach_desktop.domain.paper_day import doubts_of_citations
from kehoach_desktop.domain.paper_differences import differences
from kehoach_desktop.domain.paper_facts import facts_of
from kehoach_desktop.domain.paper_frame import BLANK, TYPES, PaperKind
from kehoach_desktop.domain.paper_request import PaperRequest, Sources
from kehoach_desktop.domain.paper_signing import UnknownCapacity, head_title
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import PlanId
from kehoach_desktop.domain.report import Block, BlockKind
from kehoach_desktop.domain.text import NBSP
from tests.documents.binh_minh import OFFICE, a_view, assigned, october_entries, quang_tri
from tests.documents.check.exemplars import alarms_of
from tests.documents.paper_samples import LIST, request, sample, sources
from tests.documents.papers import a_report, rows

FOLDER = shipped_template().parent
CHOSEN = ("capacity", "authority", "body_size", "remind")  # a few words each
FREE = {kind: [key for key in keys_of(kind) if key not in CHOSEN] for kind in RECIPES}
words = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "{{nguoi_ky}}",
            "}}{{",
            "./.",
            "|",
            "a|b",
            ";;",
            "\x00\x0b",
            "Điều 1. x",
            "1. a",
            "\t",
            "…",
        ]
    ),
    st.lists(st.text(max_size=8), max_size=6).map(";".join),
    st.lists(st.text(max_size=12), max_size=6).map("\n".join),
)


def text_in(paper: Paper) -> str:
    kind = paper.frame.kind
    template = open_template(FOLDER / f"{kind.value}.docx", vocabulary_of(kind))
    packed = io.BytesIO()
    fill_paper(template, paper).document.save(packed)
    return text_of(docx.Document(packed).element.body).replace("\u00a0", " ")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_is_typed_makes_a_whole_file(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(RECIPES)))
    typed = data.draw(st.dictionaries(st.sampled_from(FREE[kind]), words, max_size=8))
    paper = make_paper(PaperRequest(kind, typed), sources(kind))

    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text_in(paper)


@pytest.mark.parametrize("kind", [PaperKind.NOTICE, PaperKind.SUBMISSION, PaperKind.DECISION])
def test_a_placeholder_that_is_typed_stays_what_was_typed(kind: PaperKind) -> None:
    key = "articles" if kind is PaperKind.DECISION else "content"
    asked = request(kind)
    typed = replace(asked, given={**asked.given, key: "Ký {{nguoi_ky}} và {{doan}}"})
    text = text_in(make_paper(typed, sources(kind)))

    assert "Ký {{nguoi_ky}} và {{doan}}" in text


def test_a_content_of_marks_only_is_no_content() -> None:
    asked = PaperRequest(PaperKind.LETTER, {"content": " | |"})
    paper = make_paper(asked, sources(PaperKind.LETTER, answered=False))

    assert "đề nghị các đơn vị được giao nhiệm vụ:" in text_in(paper)


def test_the_last_word_of_a_letters_subject_does_not_stand_alone() -> None:
    asked = PaperRequest(PaperKind.LETTER, {"subject": "góp ý dự thảo Kế hoạch chuyển đổi số"})
    frame = make_paper(asked, sources(PaperKind.LETTER)).frame
    assert head_values(frame)["trich_yeu"].endswith(f"chuyển đổi{NBSP}số")


def test_the_end_mark_stands_once_whatever_was_typed() -> None:
    typed = request(PaperKind.NOTICE, content="Làm xong./.|Báo cáo./.", closing="Thông báo./.")

    assert text_in(make_paper(typed, sources(PaperKind.NOTICE))).count("./.") == 1


def test_a_list_has_headings_rows_and_a_count_of_people() -> None:
    paper = make_paper(request(PaperKind.DECISION, list=LIST), sources(PaperKind.DECISION))
    first = paper.appendices[0]

    assert [row.heading for row in first.table.rows] == [True, False, False, True, False]
    assert first.closing == "Danh sách này có 03 người"
    assert "Phụ lục kèm theo Quyết định này" in text_in(paper)


def test_a_list_on_one_line_has_its_rows_divided_by_bars() -> None:
    typed = "STT;Họ và tên;Chức danh|1;Nguyễn Văn An;Tổ trưởng|2;Lê Thị Bình;Thành viên"
    paper = make_paper(request(PaperKind.DECISION, list=typed), sources(PaperKind.DECISION))

    assert [row.cells[1] for row in paper.appendices[0].table.rows] == [
        "Nguyễn Văn An",
        "Lê Thị Bình",
    ]
    assert paper.appendices[0].closing == "Danh sách này có 02 người"


@pytest.mark.parametrize("mark", ["|", "\n"])
def test_those_present_stand_one_after_another_however_their_lines_are_divided(mark: str) -> None:
    typed = f"Ông An, Phó Chủ tịch{mark}Bà Bình, Trưởng phòng"
    asked = request(PaperKind.MINUTES, attendees=typed, absent=f"Ông Cường{mark}Bà Dung.")
    text = text_in(make_paper(asked, sources(PaperKind.MINUTES)))

    assert "tham dự: Ông An, Phó Chủ tịch; Bà Bình, Trưởng phòng. Vắng: Ông Cường; Bà Dung." in text


def test_a_plan_of_a_commune_is_not_called_the_provinces() -> None:
    told = sources(PaperKind.PLAN)
    (first,) = told.view.plans
    document = replace(first.plan.document, number="", issuer="Ủy ban nhân dân xã")
    own = replace(first, plan=replace(first.plan, document=document))
    paper = make_paper(
        request(PaperKind.PLAN), replace(told, view=replace(told.view, plans=(own,)))
    )

    assert "Kế hoạch của xã" in text_in(paper)
    assert "của tỉnh" not in " ".join(c.heading for c in paper.appendices[0].table.columns)


def test_a_decision_is_signed_by_the_chairman_or_for_him() -> None:
    office = replace(OFFICE, capacity=SigningCapacity.CHIEF_OF_OFFICE)
    his = make_paper(request(PaperKind.DECISION), sources(PaperKind.DECISION, office))
    deputy = make_paper(request(PaperKind.DECISION), sources(PaperKind.DECISION))
    whole = make_paper(request(PaperKind.DECISION, authority="uy_ban"), sources(PaperKind.DECISION))

    assert (his.frame.signature.lines, his.frame.signature.name) == (("CHỦ TỊCH",), BLANK)
    assert his.gaps == ("signer",)
    assert deputy.frame.signature.lines == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert whole.frame.signature.lines[0] == "TM. ỦY BAN NHÂN DÂN"
    assert whole.authority == "ỦY BAN NHÂN DÂN XÃ BÌNH MINH"


@pytest.mark.parametrize(
    ("unit", "title"),
    [
        ("Văn phòng HĐND và UBND", "CHÁNH VĂN PHÒNG"),
        ("Phòng Kinh tế", "TRƯỞNG PHÒNG"),
        ("Trung tâm Phục vụ hành chính công", "GIÁM ĐỐC"),
        ("Ban Chỉ đạo chuyển đổi số", "TRƯỞNG BAN"),
    ],
)
def test_the_head_of_a_unit_has_a_title(unit: str, title: str) -> None:
    assert head_title(unit) == title


def test_nobody_signs_in_a_capacity_that_is_not_legal() -> None:
    with pytest.raises(UnknownCapacity):
        make_paper(request(PaperKind.NOTICE, capacity="tm"), sources(PaperKind.NOTICE))


def test_the_reminder_goes_to_the_units_that_owe_something() -> None:
    view = a_view(assigned(quang_tri()), entries=october_entries(quang_tri())[:9])
    asked = PaperRequest(PaperKind.LETTER, {"addressee": "Công an xã"})
    paper = make_paper(asked, replace(sources(PaperKind.LETTER), view=view))
    text = text_in(paper)

    assert paper.frame.addressees == ("Công an xã",)
    assert "a) Công an xã:" in text
    assert "Phòng Kinh tế:" not in text


def test_an_own_template_that_is_broken_gives_way_with_a_message(tmp_path: Path) -> None:
    own = tmp_path / "mau"
    own.mkdir()
    (own / "thong_bao.docx").write_bytes(b"x")
    said: list[str] = []
    paper = make_paper(request(PaperKind.NOTICE), sources(PaperKind.NOTICE))
    target = write_any(paper, tmp_path / "tb.docx", (own, FOLDER), said.append)

    assert "thong_bao.docx" in said[0]
    assert "THÔNG BÁO" in text_of(docx.Document(str(target)).element.body)


def test_a_paper_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    paper = make_paper(request(PaperKind.PLAN), sources(PaperKind.PLAN))
    shipped = FOLDER / "ke_hoach.docx"
    first = write_paper(paper, tmp_path / "a.docx", shipped, shipped)
    second = write_paper(paper, tmp_path / "b.docx", shipped, shipped)

    assert first.read_bytes() == second.read_bytes()


def test_a_plan_without_tasks_is_still_a_paper() -> None:
    empty = replace(sources(PaperKind.PLAN), view=a_view(period=ReportingPeriod.parse("2025-10")))
    paper = make_paper(PaperRequest(PaperKind.PLAN), empty)

    assert paper.appendices == ()
    assert BLANK in text_in(paper)


def test_a_plan_over_three_plans_is_titled_by_what_they_are_about() -> None:
    told = sources(PaperKind.PLAN)
    (first,) = told.view.plans
    others = [
        replace(first, plan=replace(first.plan, id=PlanId(str(n)), document=replace(
            first.plan.document, number=f"{n}/KH-UBND")))
        for n in (201, 202)
    ]  # fmt: skip
    view = replace(told.view, plans=(first, *others))
    paper = make_paper(PaperRequest(PaperKind.PLAN), replace(told, view=view))

    assert paper.frame.subject == (
        "Thực hiện nhiệm vụ chuyển đổi số năm 2025",
        "trên địa bàn xã Bình Minh",
    )
    text = text_in(paper).replace(NBSP, " ")
    assert "158/KH-UBND, Kế hoạch số 201/KH-UBND và Kế hoạch số 202/KH-UBND" in text
    assert "chủ trì nhiệm vụ số 1, 9, 10, 13 Phụ lục I, số 1, 9, 10, 13 Phụ lục II, số 1" in text
    assert "được phân công tại Phụ lục III kèm theo Kế hoạch này" in text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Căn cứ Kế hoạch số 158/KH-UBND ngày 27 tháng 8 năm 2025 của UBND tỉnh", ["158/KH-UBND"]),
        ("theo Công văn số 12/SKHCN-CĐS ngày 05/8/2025, Quyết định số 3/QĐ-UBND ngày 02/7/2025",
         ["12/SKHCN-CĐS"]),
        ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025", []),
        ("Kế hoạch số 9/KH-UBND ngày 31/02/2025", []),
    ],
)  # fmt: skip
def test_a_paper_cannot_cite_what_is_later_than_itself(text: str, told: list[str]) -> None:
    doubts = doubts_of_citations([text], date(2025, 8, 1))

    assert [number for number in told if number in " ".join(doubts)] == told
    assert len(doubts) == len(told)
    assert doubts_of_citations([text], None) == ()


@pytest.mark.parametrize(
    ("office", "parent"),
    [
        (replace(OFFICE, kind=OfficeKind.WARD, name="Điện Biên Phủ"), "UBND PHƯỜNG\nĐIỆN BIÊN PHỦ"),
        (
            replace(OFFICE, name="Nghi Xuân Thượng Trường Lâm"),
            "UBND XÃ NGHI XUÂN\nTHƯỢNG TRƯỜNG LÂM",
        ),
    ],
)
def test_a_unit_in_its_own_name_drafts_its_papers_and_keeps_its_letterhead_whole(
    office: Office, parent: str
) -> None:
    asked = request(PaperKind.SUBMISSION)
    frame = make_paper(asked, sources(PaperKind.SUBMISSION, office)).frame

    assert head_values(frame)["chu_quan"] == parent
    assert frame.archive == "Lưu: VT, VHXH"


@pytest.mark.parametrize(
    "kind",
    [
        PaperKind.LETTER,
        PaperKind.INVITATION,
        PaperKind.NOTICE,
        PaperKind.PLAN,
        PaperKind.SUBMISSION,
    ],
)
def test_a_list_goes_with_other_papers_too(kind: PaperKind, tmp_path: Path) -> None:
    asked = request(kind, issued=True, list=LIST, list_title="Danh sách đại biểu")
    paper = make_paper(asked, sources(kind))

    written = write_any(paper, tmp_path / "vb.docx", (tmp_path, FOLDER))

    attached = paper.appendices[-1]
    assert attached.closing == "Danh sách này có 03 người"
    assert "kèm theo" in text_in(paper)
    assert text_in(paper).endswith("./.")
    words = "\n".join(p.text for p in docx.Document(str(written)).paragraphs)
    assert "DANH SÁCH ĐẠI BIỂU" in words
    assert f"(Kèm theo {TYPES[kind].name} số\u00a005/" in words
    told = [alarm for alarm in alarms_of(written.read_bytes()) if alarm.rule != "day-past"]
    assert told == []


def test_a_list_never_falls_out_of_a_template_without_an_appendix(tmp_path: Path) -> None:
    own = docx.Document(str(FOLDER / "giay_moi.docx"))
    body = own.element.body
    first = next(n for n, element in enumerate(body) if "{{pl." in text_of(element))
    for element in list(body)[first:-1]:
        body.remove(element)
    own.save(str(tmp_path / "giay_moi.docx"))
    asked = request(PaperKind.INVITATION, list=LIST)
    told: list[str] = []

    paper = make_paper(asked, sources(PaperKind.INVITATION))
    written = write_any(paper, tmp_path / "vb.docx", (tmp_path, FOLDER), told.append)

    cells = [c.text for t in docx.Document(str(written)).tables for r in t.rows for c in r.cells]
    assert "Nguyễn Đức Thuận" in cells
    assert "pl." in told[0]


def several_plans(kind: PaperKind) -> Sources:
    held = sources(kind)
    first = held.view.plans[0]
    document = replace(first.plan.document, number="231/KH-UBND")
    other = replace(first, plan=replace(first.plan, id=PlanId("other"), document=document))
    return replace(held, view=replace(held.view, plans=(other, first)))


@pytest.mark.parametrize("kind", [PaperKind.LETTER, PaperKind.WEEKLY_REPORT])
def test_a_paper_on_several_plans_spells_the_committee_out_once(kind: PaperKind) -> None:
    said = text_in(make_paper(request(kind), several_plans(kind)))

    assert said.count("(UBND)") == 1


def test_a_weekly_report_on_several_plans_says_of_which_plan_a_key_is() -> None:
    kind = PaperKind.WEEKLY_REPORT
    one, several = (
        text_in(make_paper(request(kind), held)) for held in (sources(kind), several_plans(kind))
    )

    assert "Ký hiệu" not in one
    assert "KH2 là của Kế hoạch số 158/KH-UBND" in several.replace(NBSP, " ")


def test_a_weekly_report_tells_an_obstacle_of_several_tasks_once() -> None:
    held = sources(PaperKind.WEEKLY_REPORT)
    entry = replace(held.changed[0].entry, obstacle="Chờ hướng dẫn của Sở Nội vụ")
    changed = tuple(replace(row, entry=entry) for row in held.changed)
    said = text_in(make_paper(request(PaperKind.WEEKLY_REPORT), replace(held, changed=changed)))

    assert said.count("Chờ hướng dẫn của Sở Nội vụ (A1, A3, A4).") == 1


def test_a_long_opening_is_not_held_to_the_heading_after_it(tmp_path: Path) -> None:
    made = sample(PaperKind.MONTHLY_REPORT, OFFICE, issued=False).made
    paper = docx.Document(str(write_any(made, tmp_path / "bc.docx", (tmp_path, FOLDER))))
    opening = next(p for p in paper.paragraphs if p.text.startswith("Thực hiện Kế hoạch"))

    assert opening.text.endswith("như sau:")
    assert not opening.paragraph_format.keep_with_next


def test_the_purpose_of_a_recipient_is_never_parted() -> None:
    frame = replace(make_paper(request(PaperKind.NOTICE), sources(PaperKind.NOTICE)).frame)
    lines = line_values(replace(frame, recipients=("Trung tâm PVHCC (để t/h)",)))["noi_nhan"]

    assert f"- Trung tâm PVHCC (để{NBSP}t/h);" in lines


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("PHÒNG VĂN HÓA - XÃ HỘI", "PHÒNG\nVĂN HÓA - XÃ HỘI"),
        ("PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ", "PHÒNG KINH TẾ,\nHẠ TẦNG VÀ ĐÔ THỊ"),
        (
            "VĂN PHÒNG HỘI ĐỒNG NHÂN DÂN VÀ ỦY BAN NHÂN DÂN",
            "VĂN PHÒNG\nHỘI ĐỒNG NHÂN DÂN\nVÀ ỦY BAN NHÂN DÂN",
        ),
    ],
)
def test_the_name_of_a_unit_is_parted_between_its_words(name: str, lines: str) -> None:
    frame = make_paper(
        request(PaperKind.SUBMISSION, issuer=name), sources(PaperKind.SUBMISSION)
    ).frame

    assert head_values(frame)["co_quan_1"] == lines


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (
            PaperKind.NOTICE,
            {"opening": "Thôn Xuân Hòa, thôn Xuân Lâm:", "content": "Rà soát"},
        ),
        (PaperKind.SUBMISSION, {"issuer": "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"}),
    ],
)
def test_a_name_in_several_lines_is_read_as_one(
    kind: PaperKind, given: dict[str, str], tmp_path: Path
) -> None:
    office = replace(OFFICE, name="Nghi Xuân Thượng Trường Lâm", place="")
    paper = make_paper(request(kind, issued=True, **given), sources(kind, office))
    written = write_any(paper, tmp_path / "vb.docx", (tmp_path, FOLDER))

    assert [alarm.rule for alarm in alarms_of(written.read_bytes())] == []


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        (
            "DANH SÁCH THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG CÁC THÔN BÌNH MINH, TÂN LẬP, XUÂN HÒA",
            [
                "DANH SÁCH THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG",
                "CÁC THÔN BÌNH MINH, TÂN LẬP, XUÂN HÒA",
            ],
        ),
        (
            "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NGHI XUÂN THƯỢNG TRƯỜNG LÂM",
            ["CHỦ TỊCH ỦY BAN NHÂN DÂN", "XÃ NGHI XUÂN THƯỢNG TRƯỜNG LÂM"],
        ),
        (
            "Về việc thành lập Tổ công tác triển khai Đề án 06 và chuyển đổi số trên địa bàn xã",
            [
                "Về việc thành lập Tổ công tác triển khai Đề án 06 và chuyển đổi số",
                "trên địa bàn xã",
            ],
        ),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BÌNH MINH", ["CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BÌNH MINH"]),
    ],
)
def test_a_title_too_long_for_a_line_is_parted_at_a_phrase(title: str, parts: list[str]) -> None:
    assert parted(title, 14, 9300).split("\n") == parts


def test_a_list_ends_with_a_bold_total_and_parts_no_row_of_less_than_half_a_page(
    tmp_path: Path,
) -> None:
    listed = f"STT;Nội dung|1;{'số hóa hồ sơ ' * 50}|2;{'số hóa hồ sơ ' * 250}|;Tổng cộng"
    paper = make_paper(request(PaperKind.DECISION, list=listed), sources(PaperKind.DECISION))
    written = write_any(paper, tmp_path / "qd.docx", (tmp_path, FOLDER))
    _head, short, tall, total = docx.Document(str(written)).tables[-2].rows

    assert [bool(row._tr.xpath("w:trPr/w:cantSplit")) for row in (short, tall)] == [True, False]  # noqa: SLF001
    styles = [row.cells[1].paragraphs[0].style for row in (short, total)]
    assert [bool(style and style.font.bold) for style in styles] == [False, True]


def test_a_plan_names_as_next_what_is_still_to_come() -> None:
    held = sources(PaperKind.PLAN)
    early = make_paper(request(PaperKind.PLAN), replace(held, today=date(2025, 9, 1)))
    issued = make_paper(request(PaperKind.PLAN), held)

    assert "(B7), thời hạn quý III/2025" in text_in(early)
    assert "quý III/2025" not in text_in(replace(issued, appendices=()))
    assert "(A1), thời hạn 15/12/2025" in text_in(issued)


def test_a_reminder_with_nothing_owed_asks_nobody_to_catch_up() -> None:
    asked = request(PaperKind.LETTER, addressee="Hạt Kiểm lâm")
    said = text_in(make_paper(asked, sources(PaperKind.LETTER, answered=False)))

    assert "không có nhiệm vụ chậm số liệu hoặc quá hạn." in said
    assert "đề nghị các đơn vị được giao nhiệm vụ:" not in said


def test_a_last_line_goes_to_the_page_of_the_signature_with_the_line_before_it(
    tmp_path: Path,
) -> None:
    made = sample(PaperKind.LETTER, OFFICE, issued=True).made
    paper = docx.Document(str(write_any(made, tmp_path / "cv.docx", (tmp_path, FOLDER))))
    before, last = [p for p in paper.paragraphs if p.text][-2:]

    assert last.text == "Đề nghị các đơn vị thực hiện./."
    assert before.paragraph_format.keep_with_next


OBSTACLES = "Khó khăn: thôn Tân Lập chưa có trạm, chờ lắp; thiếu 02 máy"


@pytest.mark.parametrize(
    ("later", "told"),
    [
        (OBSTACLES.replace("thôn", "chưa có kinh phí; thôn"), ("-", "chưa có kinh phí")),
        (OBSTACLES.replace(" chờ lắp;", ""), ("chờ lắp", "-")),
        (OBSTACLES.replace("02", "03"), ("thiếu 02 máy", "thiếu 03 máy")),
        (
            OBSTACLES.replace("chưa có", "đã có"),
            ("thôn Tân Lập chưa có trạm", "thôn Tân Lập đã có trạm"),
        ),
    ],
)
def test_a_correction_tells_the_clause_that_changed_and_no_other(
    later: str, told: tuple[str, str]
) -> None:
    old, new = (
        make_paper(request(PaperKind.NOTICE, content=text), sources(PaperKind.NOTICE))
        for text in (OBSTACLES, later)
    )

    assert [(change.before, change.after) for change in differences(old, new)] == [told]


def test_a_change_is_placed_in_the_appendix_of_its_plan() -> None:
    first, second = rows(2), replace(rows(2), id=PlanId("other"))
    places = facts_of(a_report(OFFICE, first, second)).named

    assert {place.split(" (")[0] for place in places if place.startswith("Phụ lục")} == {
        "Phụ lục I",
        "Phụ lục II",
    }


@pytest.mark.parametrize("bold", [(), (Emphasis(0, 5, bold=True),)])
def test_no_line_of_a_sentence_begins_with_a_dash(bold: tuple[Emphasis, ...]) -> None:
    paper = make_paper(request(PaperKind.NOTICE), sources(PaperKind.NOTICE))
    said = Block(BlockKind.PARAGRAPH, "Phòng Văn hóa - Xã hội báo cáo quý III; - tiếp", bold)
    written = fill_paper(
        open_template(FOLDER / "thong_bao.docx", vocabulary_of(PaperKind.NOTICE)),
        replace(paper, contents=(said,)),
    )

    text = text_of(written.body)
    assert f"Văn hóa{NBSP}- Xã hội báo cáo quý{NBSP}III; - tiếp" in text
