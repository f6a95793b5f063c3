"""Old byte fonts are decoded by the name of the font; a whole sheet in their codes by these."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from docx import Document
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.legacy_text import decoded
from kehoach_desktop.importers.matrix import assemble
from tests.importers.building import document, saved, told, workbook

WORDS = [
    ("Cộng hòa xã hội chủ nghĩa Việt Nam", "Céng hßa x· héi chñ nghÜa ViÖt Nam",
     "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"),
    ("Độc lập - Tự do - Hạnh phúc", "§éc lËp - Tù do - H¹nh phóc",
     "Ñoäc laäp - Töï do - Haïnh phuùc"),
    ("Thủ tướng, nhà nước, thường xuyên", "Thñ t\xadíng, nhµ n\xadíc, th\xadêng xuyªn",
     "Thuû töôùng, nhaø nöôùc, thöôøng xuyeân"),
]  # fmt: skip


@pytest.mark.parametrize(("unicode", "tcvn3", "vni"), WORDS)
def test_both_codes_give_the_same_words(unicode: str, tcvn3: str, vni: str) -> None:
    assert decoded(tcvn3, ".VnTime") == unicode
    assert decoded(vni, "VNI-Times") == unicode


def test_a_capitals_font_gives_capitals() -> None:
    assert decoded("ñy ban nh©n d©n", ".VnTimeH") == "ỦY BAN NHÂN DÂN"


def test_a_subset_tag_of_a_pdf_is_no_part_of_the_name() -> None:
    assert decoded("phô lôc", "ABCDEF+.VnTimeH") == "PHỤ LỤC"


@pytest.mark.parametrize("font", ["Times New Roman", "Arial", ""])
def test_other_fonts_are_left_alone(font: str) -> None:
    assert decoded("Céng hßa", font) == "Céng hßa"


def test_text_that_is_unicode_already_is_left_alone() -> None:
    assert decoded("Cộng hòa", ".VnTime") == "Cộng hòa"


def test_a_sheet_with_a_byte_font_in_its_cells_and_runs_is_decoded() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for column, text in enumerate(["STT", "NhiÖm vô", "§¬n vÞ chñ tr×"], start=1):
        sheet.cell(1, column, text).font = Font(name=".VnTime")
    sheet["A2"] = 1
    sheet["B2"] = CellRichText(TextBlock(InlineFont(rFont=".VnTime"), "Rµ so¸t "), "văn bản")
    sheet["C2"] = "Sở Tư pháp"
    draft = assemble(read_source(saved(book), "cu.xlsx"))

    assert [(t.content, t.lead_agencies_text) for _a, t in draft.plan.tasks()] == [
        ("Rà soát văn bản", "Sở Tư pháp")
    ]
    assert draft.plan.appendices[0].columns == ("STT", "Nhiệm vụ", "Đơn vị chủ trì")


def test_a_paper_in_a_byte_font_is_decoded_run_by_run_and_by_its_styles() -> None:
    paper = Document()
    paper.styles["Normal"].font.name = ".VnTime"
    grid = paper.add_table(rows=2, cols=3)
    for cell, text in zip(grid.rows[0].cells, ["STT", "NhiÖm vô", "§¬n vÞ chñ tr×"], strict=True):
        cell.text = text
    grid.cell(1, 0).text = "1"
    grid.cell(1, 1).paragraphs[0].add_run("Rµ so¸t ")
    grid.cell(1, 1).paragraphs[0].add_run("văn bản").font.name = "Times New Roman"
    grid.cell(1, 2).paragraphs[0].add_run("Uû ban").font.name = ".VnTimeH"
    buffer = BytesIO()
    paper.save(buffer)
    draft = assemble(read_source(buffer.getvalue(), "cu.docx"))

    assert [(t.content, t.lead_agencies_text) for _a, t in draft.plan.tasks()] == [
        ("Rà soát văn bản", "UỶ BAN")
    ]


LINES = (
    ("STT | NhiÖm vô | §¬n vÞ chñ tr× | Thêi h¹n",
     "1 | Rµ so¸t v¨n b¶n, thñ tôc | Së T\xad ph¸p | Quý IV"),
    ("STT | Nhieäm vuï | Ñôn vò chuû trì | Thôøi haïn",
     "1 | Raø soaùt vaên baûn, thuû tuïc | Sôû Tö phaùp | Quyù IV"),
)  # fmt: skip


@pytest.mark.parametrize("lines", LINES, ids=["tcvn3", "vni"])
def test_old_codes_in_another_font_are_read_in_a_sheet_and_told_elsewhere(
    lines: tuple[str, str],
) -> None:
    sheet = assemble(read_source(workbook(*lines), "thu.xlsx"))
    ((_appendix, task),) = sheet.plan.tasks()
    assert (task.content, task.lead_agencies_text) == ("Rà soát văn bản, thủ tục", "Sở Tư pháp")
    assert any("mã phông cũ" in line for line in told(sheet))

    paper = assemble(read_source(document(*lines), "thu.docx"))
    assert any("mã phông cũ" in line and "chưa đổi được" in line for line in told(paper))
    assert paper.garbled
