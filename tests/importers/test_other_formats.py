"""The same plan as a web page, as separated values, as a sheet in XML: the same tasks."""

from __future__ import annotations

import html
from collections.abc import Iterator
from io import BytesIO

import pytest

from kehoach_desktop.domain.draft import SourceTable
from kehoach_desktop.domain.plan import Appendix, GroupLevel
from kehoach_desktop.importers.errors import ScannedFile, UnknownFormat
from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.matrix import assemble
from kehoach_desktop.importers.pdf_page import Letter, lines_of
from kehoach_desktop.importers.pdf_rules import Rule, find_grids
from tests.importers.comparing import DATA, differences, truth_of

GIVEN = read_source((DATA / "dong_thap.xlsx").read_bytes(), "dong_thap.xlsx")


def fields(appendix: Appendix) -> list[tuple[str, ...]]:
    return [
        (t.ordinal, t.content, t.lead_agencies_text, t.coordinating_text, t.deadline.wording)
        for t in appendix.tasks
    ]


def page_rows(table: SourceTable) -> Iterator[str]:
    for index, row in enumerate(table.rows):
        cells = []
        for column, text in enumerate(row.cells):
            spans = [
                m
                for m in table.merges
                if m.top <= index <= m.bottom and m.left <= column <= m.right
            ]
            if spans and (spans[0].top, spans[0].left) != (index, column):
                continue
            down = spans[0].bottom - spans[0].top + 1 if spans else 1
            right = spans[0].right - spans[0].left + 1 if spans else 1
            words = html.escape(text).replace("\n", "<br>")
            cells.append(f"<td rowspan={down} colspan={right}>{words}</td>")
        yield f"<tr>{''.join(cells)}</tr>"


def page(table: SourceTable, charset: str) -> str:
    head = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    return f"{head}</head><body><table border=1>{''.join(page_rows(table))}</table></body></html>"


@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_a_web_page_saved_as_xls_gives_the_same_tasks(charset: str) -> None:
    wanted = assemble(GIVEN).plan.appendices[0]
    data = page(GIVEN.tables[0], charset).encode(charset)
    appendix = assemble(read_source(data, "xuat.xls")).plan.appendices[0]

    assert fields(appendix) == fields(wanted)
    assert (appendix.label, appendix.title) == (wanted.label, wanted.title)
    assert [g.title for g in appendix.groups] == [g.title for g in wanted.groups]


def test_a_heading_that_the_source_of_a_page_breaks_over_lines_is_one_part() -> None:
    rows = "<tr><td>STT</td><td>Nội dung nhiệm vụ</td><td>Đơn vị chủ trì</td></tr>"
    rows += "<tr><td>1</td><td>Rà soát hồ sơ</td><td>Sở Nội vụ</td></tr>"
    parts = ("A.\nNHIỆM VỤ\n\tCỦA TỈNH", "B. NHIỆM VỤ\nCỦA CÁC XÃ")
    body = "".join(f"<p>{part}</p><table border=1>{rows}</table>" for part in parts)
    source = read_source(f"<html><body>{body}</body></html>".encode(), "ke_hoach.xls")

    groups = [g for a in assemble(source).plan.appendices for g in a.groups]
    named = [(g.ordinal, g.title) for g in groups if g.level is GroupLevel.PART]
    assert named == [("A", "NHIỆM VỤ CỦA TỈNH"), ("B", "NHIỆM VỤ CỦA CÁC XÃ")]


def test_a_workbook_printed_over_pages_keeps_the_words_of_cells_merged_over_them() -> None:
    printed = read_source((DATA / "dong_thap_in_ra.pdf").read_bytes(), "in_ra.pdf")
    draft = assemble(printed)

    # The edge of the page cuts the letters of one cell in half: a lead is missing, and told.
    assert differences(draft, truth_of("dong_thap.json")) == [
        "Phụ lục I: 1: lead_agencies_text: ''"
    ]
    assert "Không ghi đơn vị chủ trì." in [finding.message for finding in draft.findings]


@pytest.mark.parametrize(
    "cell",
    [
        "<td><font face='.VnTime'>{}</font></td>",
        "<td style='font-family:\".VnTime\"'>{}</td>",
        "<td class=xl7>{}</td>",
        "<td>{}</td>",
    ],
)
def test_a_web_page_in_an_old_font_is_read_by_font_class_or_letters(cell: str) -> None:
    rows = [("STT", "Néi dung c«ng viÖc", "C¬ quan chñ tr×"), ("1", "Rµ so¸t hå s¬", "Së Néi vô")]
    body = "".join(f"<tr>{''.join(cell.format(text) for text in row)}</tr>" for row in rows)
    style = (
        "<style>.xl7 {mso-x:1; font-family:.VnTime, sans-serif}</style>" if "xl7" in cell else ""
    )
    source = read_source(f"<html>{style}<table>{body}</table></html>".encode(), "cu.xls")

    (appendix,) = assemble(source).plan.appendices
    assert [(t.content, t.lead_agencies_text) for t in appendix.tasks] == [
        ("Rà soát hồ sơ", "Sở Nội vụ")
    ]
    assert bool(source.findings) is (cell == "<td>{}</td>")


def test_a_flat_sheet_of_libreoffice_is_refused_with_a_way_out() -> None:
    flat = '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:x">'
    with pytest.raises(UnknownFormat, match=r"\.xlsx"):
        read_source(f"{flat}<table:table/></office:document>".encode(), "ke_hoach.fods")


@pytest.mark.parametrize(
    ("mark", "encoding"), [(";", "utf-8-sig"), ("\t", "utf-16"), (",", "utf-8")]
)
def test_separated_values_give_the_same_tasks(mark: str, encoding: str) -> None:
    table = GIVEN.tables[1]
    hidden = table.hidden_columns[0]
    lines = [
        mark.join(
            '"' + text.replace('"', '""') + '"'
            for column, text in enumerate(row.cells)
            if column != hidden
        )
        for row in table.rows
    ]
    data = "\n".join(lines).encode(encoding)
    draft = assemble(read_source(data, "danh_sach.csv"))

    assert [t.content for _a, t in draft.plan.tasks()] == [
        t.content for t in assemble(GIVEN).plan.appendices[1].tasks
    ]


def test_a_sheet_in_xml_is_read() -> None:
    def row(*texts: str) -> str:
        cells = "".join(f'<Cell><Data ss:Type="String">{text}</Data></Cell>' for text in texts)
        return f"<Row>{cells}</Row>"

    data = (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        '<Worksheet ss:Name="Phụ lục 1"><Table>'
        + row("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn")
        + row("1", "Rà soát", "Sở Tư pháp", "31/12/2025")
        + "</Table></Worksheet></Workbook>"
    ).encode()
    draft = assemble(read_source(data, "xuat.xls"))

    assert [(a.label, t.content) for a, t in draft.plan.tasks()] == [("Phụ lục 1", "Rà soát")]


def test_a_program_is_no_plan() -> None:
    with pytest.raises(UnknownFormat):
        read_source(b"MZ\x90\x00" + bytes(range(256)) * 30, "kehoach.xlsx")


def test_letters_are_read_where_they_stand_and_not_in_the_order_of_the_file() -> None:
    def letter(text: str, left: float, base: float = 100.0) -> Letter:
        return Letter(text, left, left + 5, base, 12)

    words = [letter("x", 0), letter("h", 10), letter("ã", 5), letter("i", 18), letter("2", 200)]

    assert [line.text for line in lines_of(words)] == ["xãh i", "2"]


def test_a_grid_knows_its_cells_and_the_walls_that_are_missing() -> None:
    across = [Rule(y, 0, 200) for y in (300, 250, 200)]
    down = [Rule(x, 200, 300) for x in (0, 200)] + [Rule(100, 200, 250)]
    grid = find_grids(across, down)[0]

    assert grid.areas == ((0, 0, 0, 1),)
    assert grid.cell_at(150, 280) == (0, 0)
    assert grid.cell_at(150, 220) == (1, 1)
    assert grid.cell_at(150, 400) is None


def test_a_scan_is_named_as_one() -> None:
    import pypdfium2  # type: ignore[import-untyped] # it has no stubs

    book = pypdfium2.PdfDocument.new()
    book.new_page(595, 842)
    buffer = BytesIO()
    book.save(buffer)

    with pytest.raises(ScannedFile):
        read_source(buffer.getvalue(), "quet.pdf")
