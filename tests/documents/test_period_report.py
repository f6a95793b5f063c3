"""The written report, by its outline: what stands where, whatever was entered."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest

from kehoach_desktop.documents.period_report import shipped_template, write_period_report
from kehoach_desktop.documents.words_xml import text_of
from kehoach_desktop.domain.narrative import write_report_text
from kehoach_desktop.domain.office import SIGNATURE_BLOCKS, SigningCapacity
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.domain.report import Block, BlockKind, PeriodReport
from kehoach_desktop.files import FolderMissing
from tests.documents.binh_minh import OFFICE, a_view, october, quang_tri
from tests.documents.papers import a_report, reports, rows


@pytest.fixture
def written(tmp_path: Path) -> Any:
    def write(report: PeriodReport) -> Any:
        path = write_period_report(report, tmp_path / "BC.docx", shipped_template())
        return docx.Document(str(path))

    return write


def cells(document: Any, table: int) -> list[list[str]]:
    return [
        ["\n".join(p.text for p in cell.paragraphs) for cell in row.cells]
        for row in document.tables[table].rows
    ]


def test_the_columns_of_the_appendix_and_a_row(written: Any) -> None:
    table = cells(written(october()), -1)

    assert table[0] == [
        "STT",
        "Nội dung nhiệm vụ",
        "Đơn vị chủ trì",
        "Thời hạn hoàn thành",
        "Đơn vị thực hiện của xã",
        "Kết quả đến 15/10/2025",
        "Trạng thái",
        "Khó khăn, vướng mắc",
    ]
    assert table[1][:2] == [
        "A",
        "CÁC NHIỆM VỤ DO CÁC CƠ QUAN, ĐƠN VỊ CỦA TỈNH CHỦ TRÌ, CHỦ ĐỘNG TRIỂN KHAI",
    ]
    assert table[3] == [
        "3",
        "Tổ chức các lớp đào tạo, hướng dẫn kỹ năng số cho người dân",
        "UBND cấp xã",
        "Trước 31/12/2025 và duy trì thường xuyên",
        "Phòng Văn hóa - Xã hội",
        "Đã tổ chức 02 lớp tại nhà văn hóa thôn, 87 người tham gia.",
        "Đang thực hiện, trong hạn",
        "Thiếu máy tính để thực hành.",
    ]
    assert len(table) == 1 + 2 + 18


def test_states_are_worded_as_in_a_signed_paper(written: Any) -> None:
    states = {row[0]: row[6] for row in cells(written(october()), -1)[12:]}

    assert states["6"] == "Hoàn thành đúng hạn (ngày 09/10/2025)"
    assert states["7"] == "Quá hạn, chưa hoàn thành"
    assert states["5"] == "Thường xuyên; có thực hiện trong kỳ"


def test_an_issued_paper_carries_its_number_and_day_twice(written: Any) -> None:
    document = written(replace(october(), number=5, issued_on=date(2025, 10, 9)))
    text = text_of(document.element.body).replace("\u00a0", " ")

    assert "Số: 05/BC-UBND" in text
    assert "Bình Minh, ngày 09 tháng 10 năm 2025" in text
    assert (
        "(Kèm theo Báo cáo số 05/BC-UBND ngày 09 tháng 10 năm 2025 "
        "của Ủy ban nhân dân xã Bình Minh)"
    ) in text


def test_a_draft_leaves_gaps_that_no_justified_line_can_close(written: Any) -> None:
    text = text_of(written(october()).element.body)

    assert "Số:\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/BC-UBND" in text
    assert "ngày\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0 tháng 10 năm 2025" in text


@pytest.mark.parametrize("capacity", SigningCapacity)
def test_every_capacity_has_its_block(written: Any, capacity: SigningCapacity) -> None:
    document = written(october(replace(OFFICE, capacity=capacity)))
    signing = cells(document, 2)[0][1].split("\n")

    assert tuple(signing[:-1]) == SIGNATURE_BLOCKS[capacity]
    assert signing[-1] == OFFICE.signer


@pytest.mark.parametrize("signer", ["TS. Trần Văn Mẫu", "PGS.TS. Trần Văn Mẫu", "Trần Văn Mẫu"])
def test_f21_a_signature_bears_no_academic_title(written: Any, signer: str) -> None:
    document = written(october(replace(OFFICE, signer=signer)))

    assert cells(document, 2)[0][1].split("\n")[-1] == "Trần Văn Mẫu"


def test_recipients_stand_as_entered_and_end_with_the_archive(written: Any) -> None:
    office = replace(OFFICE, recipients=("- Như trên;", "Đảng ủy xã;"), drafting_unit="VP")

    assert cells(written(october(office)), 2)[0][0].split("\n") == [
        "Nơi nhận:",
        "- Như trên;",
        "- Đảng ủy xã;",
        "- Lưu: VT, VP.",
    ]


def test_what_an_entry_brings_is_never_a_placeholder(written: Any) -> None:
    hostile = "{{nguoi_ky}} {{doan}} {{duong_ke_co_quan}} <w:p/> &amp; {% for x in y %}"
    plan = rows(1)
    task = plan.appendices[0].tasks[0]
    entry = ProgressEntry(task.id, "2025-10", TaskStatus.IN_PROGRESS, result=hostile)
    view = a_view(plan, entries=[entry])
    document = written(PeriodReport(OFFICE, view, write_report_text(OFFICE, view)))

    assert hostile in cells(document, -1)[2][5]
    assert hostile in text_of(document.element.body)


def test_characters_that_xml_refuses_are_left_out(written: Any) -> None:
    plan = rows(1)
    task = plan.appendices[0].tasks[0]
    bad = "Đã họp\x00\x0b\ufffe\ud800 xong\nDòng hai\tba"
    entry = ProgressEntry(task.id, "2025-10", TaskStatus.IN_PROGRESS, result=bad)
    view = a_view(plan, entries=[entry])
    document = written(PeriodReport(OFFICE, view, write_report_text(OFFICE, view)))

    assert cells(document, -1)[2][5] == "Đã họp xong\nDòng hai ba"


def test_a_text_edited_by_hand_is_printed_as_it_is(written: Any) -> None:
    blocks = (
        Block(BlockKind.PARAGRAPH, "Mở đầu."),
        Block(BlockKind.PART, "I. MỘT"),
        Block(BlockKind.PARAGRAPH, "Hết./."),
    )
    document = written(replace(october(), blocks=blocks))
    shown = [p.text for p in document.paragraphs if p.text]

    assert shown[3:6] == ["Mở đầu.", "I. MỘT", "Hết./."]
    assert len(document.tables) == 3


def test_several_plans_have_an_appendix_each(written: Any) -> None:
    text = text_of(written(reports()["two_plans"]).element.body).replace("\u00a0", " ")

    assert "Phụ lục ITIẾN ĐỘ" in text
    assert "THEO KẾ HOẠCH SỐ 231/KH-UBND" in text
    assert "Tổng số: 20 nhiệm vụ./." in text
    assert "Tổng số: 49 nhiệm vụ./." in text


def test_the_appendices_of_one_plan_are_headings_in_one_table(written: Any) -> None:
    table = cells(written(reports()["three_appendices"]), -1)
    headings = [row[1] for row in table if row[1] == row[2]]

    assert [h.split(".")[0] for h in headings if h.startswith("Phụ lục")] == [
        "Phụ lục I",
        "Phụ lục II",
        "Phụ lục III",
    ]


def test_tasks_left_out_and_empty_cells_are_explained(written: Any) -> None:
    notes = [p.text for p in written(october()).paragraphs if p.text.startswith("Ghi chú")]

    assert len(notes) == 1
    assert "Nhiệm vụ A2, A10 không có phần việc của xã, không nêu tại bảng này." in notes[0]
    assert "Ô “Khó khăn, vướng mắc” để trống: đơn vị không nêu." in notes[0]


def test_the_same_report_is_the_same_bytes(tmp_path: Path) -> None:
    first = write_period_report(october(), tmp_path / "a.docx", shipped_template())
    second = write_period_report(october(), tmp_path / "b.docx", shipped_template())

    assert first.read_bytes() == second.read_bytes()
    assert zipfile.ZipFile(first).testzip() is None


def test_a_folder_that_is_not_there_refuses_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing):
        write_period_report(october(), tmp_path / "x" / "BC.docx", shipped_template())

    assert list(tmp_path.iterdir()) == []


def test_of_five_hundred_rows_each_is_written_once(tmp_path: Path) -> None:
    report = a_report(OFFICE, rows(500))
    path = write_period_report(report, tmp_path / "BC.docx", shipped_template())

    columns = docx.Document(str(path)).tables[-1].columns
    firsts = [cell.text for cell in columns[0].cells]
    numbers = [int(first) for first in firsts if first.isdigit()]
    assert numbers[-500:] == list(range(1, 501))


def test_the_plan_of_the_fixture_is_the_real_one() -> None:
    assert sum(1 for _ in quang_tri().tasks()) == 20


ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
        "pBdr shd tabs suppressAutoHyphens spacing ind contextualSpacing jc textDirection "
        "outlineLvl rPr sectPr"
    ),
    "rPr": "rStyle rFonts b bCs i iCs caps strike color spacing w kern sz szCs highlight u lang",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign",
    "tblPr": "tblStyle tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg docGrid",
}


@pytest.mark.parametrize("part", ["document", "styles"])
@pytest.mark.parametrize("name", ["draft", "two_plans"])
def test_properties_stand_in_the_order_word_insists_on(
    tmp_path: Path, name: str, part: str
) -> None:
    from lxml import etree

    path = write_period_report(reports()[name], tmp_path / "BC.docx", shipped_template())
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read(f"word/{part}.xml"))
    for kind, order in ORDER.items():
        ranks = {tag: rank for rank, tag in enumerate(order.split())}
        for properties in root.iter(f"{{{root.nsmap['w']}}}{kind}"):
            found = [ranks[etree.QName(child).localname] for child in properties]
            assert found == sorted(found)
