"""Words with a line through them are read, and named with their place, in every kind of file."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.matrix import assemble
from kehoach_desktop.importers.pdf_page import Letter
from kehoach_desktop.importers.pdf_rules import Rule
from kehoach_desktop.importers.pdf_struck import strike_out
from tests.importers.building import contents
from tests.importers.comparing import DATA

TEXT = ["dữ liệu dùng chung", "Quý III/2026"]
SHEET = ["31/12/2026", "kỹ năng số"]
FILES = {".docx": TEXT, ".pdf": TEXT, ".xlsx": SHEET, ".xls": SHEET, ".ods": SHEET}


@pytest.mark.parametrize("path", sorted(DATA.glob("gach_ngang.*")), ids=lambda path: path.suffix)
def test_struck_words_are_told_with_their_row_and_still_read(path: Path) -> None:
    draft = assemble(read_source(path.read_bytes(), path.name))
    found = [(f.place[-6:], f.message) for f in draft.findings if "gạch ngang" in f.message]

    assert contents(draft) == ["Lập kho dữ liệu dùng chung", "Mở lớp kỹ năng số"]
    assert found == [
        (f"dòng {row}", f"Chữ bị gạch ngang vẫn được đọc: “{words}”. Nếu đã bỏ thì sửa lại.")
        for row, words in enumerate(FILES[path.suffix], start=2)
    ]


MARKUP = (
    "<td>{} dùng</td>",
    "<td><p><s>{}</s> dùng</p></td>",
    "<td><b><strike>{}</strike></b> dùng</td>",
    "<td><del>{}</del> dùng</td>",
    "<td><span style='color:red; TEXT-DECORATION: line-through'>{}</span> dùng</td>",
    "<td><font class=Font7>{}</font> dùng</td>",
)


@pytest.mark.parametrize("cell", MARKUP)
def test_struck_words_of_a_web_page_are_told(cell: str) -> None:
    heads = "".join(f"<th>{name}</th>" for name in ("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Hạn"))
    row = f"<td>1</td>{cell.format('Số hóa')}<td>Sở A</td><td>31/12/2026</td>"
    style = "<style><!-- td.x, .font7 {text-decoration:line-through;} --></style>"
    page = f"{style}<table><tr>{heads}</tr><tr>{row}</tr></table>"
    draft = assemble(read_source(page.encode(), "a.xls"))
    found = [(f.place, f.message) for f in draft.findings if "gạch ngang" in f.message]

    assert contents(draft) == ["Số hóa dùng"]
    assert [place for place, words in found if "“Số hóa”" in words] == (
        [] if cell == MARKUP[0] else ["Bảng 1, dòng 2"]
    )


@pytest.mark.parametrize(
    ("cell", "data"),
    [
        ('<Cell ss:StyleID="s1"><Data ss:Type="String">', "Số hóa"),
        (
            '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">',
            "<S>Số hóa</S>",
        ),
    ],
)
def test_struck_words_of_a_workbook_in_xml_are_told(cell: str, data: str) -> None:
    end = "</ss:Data></Cell>" if "ss:Data" in cell else "</Data></Cell>"
    sheet = (
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="s1">'
        '<Font ss:StrikeThrough="1"/></Style></Styles><Worksheet ss:Name="Biểu"><Table>'
        f'<Row ss:Index="4">{cell}{data}{end}</Row></Table></Worksheet></Workbook>'
    )
    source = read_source(sheet.encode(), "a.xml")

    assert source.tables[0].rows[0].cells == ("Số hóa",)
    assert [f.place for f in source.findings] == ["Biểu, dòng 4"]


@pytest.mark.parametrize(("height", "struck"), [(103.0, True), (99.0, False), (109.0, False)])
def test_a_line_under_or_over_a_word_does_not_strike_it_out(height: float, struck: bool) -> None:
    word = [Letter("a", 10.0 + 5 * n, 15.0 + 5 * n, 100.0, 12.0) for n in range(4)]
    rule = Rule(height, 10.0, 30.0)

    letters, rules = strike_out(word, [rule])

    assert all(letter.struck is struck for letter in letters)
    assert rules == ([] if struck else [rule])


def test_the_line_of_a_table_that_grazes_one_word_stays_a_line() -> None:
    word = [Letter("a", 10.0, 15.0, 100.0, 12.0)]

    assert strike_out(word, [Rule(103.0, 0.0, 400.0)])[1] == [Rule(103.0, 0.0, 400.0)]
