"""Broken and hostile files: each gets a source or a sentence with a way out, in time."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Iterator
from io import BytesIO

import openpyxl
import pytest

from kehoach_desktop.domain.draft import Source
from kehoach_desktop.importers.errors import (
    DamagedFile,
    FileTooBig,
    SuspiciousFile,
    UnreadableFile,
)
from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.matrix import assemble
from kehoach_desktop.importers.package import Limits, unpack
from tests.importers.building import HEADER, contents, document, saved, told, workbook

GOOD_SHEET = workbook(HEADER, "1 | Một | Sở A | | | 31/12/2025", "2 | Hai | Sở B | | | 31/12/2025")
GOOD_PAPER = document(HEADER, "1 | Một | Sở A | | | 31/12/2025")


def altered(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """Return the package with `old` replaced in one of its parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name.endswith(part):
                assert old in content
                content = content.replace(old, new, 1)
            after.writestr(name, content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def answer(data: bytes) -> Source | None:
    """Return the source, or None after a sentence with a hint."""
    try:
        return read_source(data, "thu.xlsx")
    except UnreadableFile as known:
        return None if known.sentence and known.hint else pytest.fail("no way out")


def broken(data: bytes) -> Iterator[bytes]:
    chance = random.Random(7)
    for _ in range(40):
        yield data[: chance.randrange(1, len(data))]
    for _ in range(60):
        spoilt = bytearray(data)
        for _ in range(chance.randrange(1, 30)):
            spoilt[chance.randrange(4, len(spoilt))] ^= 1 << chance.randrange(8)
        yield bytes(spoilt)


@pytest.mark.parametrize("data", [GOOD_SHEET, GOOD_PAPER], ids=["xlsx", "docx"])
def test_a_damaged_file_is_answered_for(data: bytes) -> None:
    answers = [answer(spoilt) for spoilt in broken(data)]

    assert answers.count(None) > 50


def test_a_zip_that_unpacks_to_too_much_is_refused() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", b"<a/>" + b" " * 3_000_000)

    with pytest.raises(FileTooBig):
        unpack(buffer.getvalue(), "bom.xlsx", Limits(part=1_000_000))


def test_many_parts_together_are_counted_too() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bomb:
        for number in range(5):
            bomb.writestr(f"xl/{number}.xml", b" " * 300_000)

    with pytest.raises(FileTooBig):
        unpack(buffer.getvalue(), "bom.xlsx", Limits(total=1_000_000))


def test_entities_are_never_expanded() -> None:
    part, old = "workbook.xml", b"<workbook"
    doctype = b'<!DOCTYPE a [<!ENTITY b "bbbb">]><workbook'

    with pytest.raises(SuspiciousFile):
        read_source(altered(GOOD_SHEET, part, old, doctype), "thu.xlsx")


def test_two_parts_of_one_name_are_refused() -> None:
    buffer = BytesIO(GOOD_SHEET)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(buffer, "a") as twice:
        twice.writestr("xl/workbook.xml", b"<workbook/>")

    with pytest.raises(SuspiciousFile):
        read_source(buffer.getvalue(), "thu.xlsx")


@pytest.mark.parametrize("dimension", [b"A1:B2", b"A0:AZ", b"A1:XFD1048576", b"rac"])
def test_a_lying_dimension_costs_no_row(dimension: bytes) -> None:
    lying = altered(GOOD_SHEET, "sheet1.xml", b'ref="A1:F3"', b'ref="' + dimension + b'"')

    assert contents(assemble(read_source(lying, "thu.xlsx"))) == ["Một", "Hai"]


def test_a_stray_cell_far_out_is_named_and_the_table_read() -> None:
    book = openpyxl.load_workbook(BytesIO(GOOD_SHEET))
    book.active["XFD1048576"] = "lạc"
    draft = assemble(read_source(saved(book), "thu.xlsx"))

    assert contents(draft) == ["Một", "Hai"]
    assert any("XFD1048576" in line for line in told(draft))


def test_a_merge_over_the_whole_sheet_is_survived() -> None:
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="A4:XFD1048576"/></mergeCells>'
    wide = altered(GOOD_SHEET, "sheet1.xml", b"</sheetData>", merge)

    assert contents(assemble(read_source(wide, "thu.xlsx"))) == ["Một", "Hai"]


def test_a_count_that_lies_reaches_no_fast_reader() -> None:
    book = altered(GOOD_SHEET, "sharedStrings.xml", b'uniqueCount="', b'uniqueCount="42949672')

    assert contents(assemble(read_source(book, "thu.xlsx"))) == ["Một", "Hai"]


def test_numbers_that_are_no_numbers_are_kept_as_text() -> None:
    odd = altered(GOOD_SHEET, "sheet1.xml", b't="n"><v>1</v>', b't="n"><v>NaN</v>')

    assert answer(odd) is not None


@pytest.mark.parametrize("span", [b"2147483647", b"x", b"-3", b"0"])
def test_a_huge_span_of_columns_is_cut_down(span: bytes) -> None:
    wide = b'<w:tcPr><w:gridSpan w:val="' + span + b'"/>'
    source = read_source(altered(GOOD_PAPER, "document.xml", b"<w:tcPr>", wide), "thu.docx")

    assert len(source.tables[0].rows[0].cells) <= 64


def test_a_merge_that_begins_nowhere_is_survived() -> None:
    orphan = b"<w:tcPr><w:vMerge/>"

    assert answer(altered(GOOD_PAPER, "document.xml", b"<w:tcPr>", orphan)) is not None


def test_xml_that_is_nested_without_end_is_damaged() -> None:
    deep = b"<w:body>" + b"<w:sdt>" * 100_000

    with pytest.raises(DamagedFile):
        read_source(altered(GOOD_PAPER, "document.xml", b"<w:body>", deep), "thu.docx")


def test_words_in_content_controls_and_insertions_are_read_and_deletions_are_not() -> None:
    tracked = (
        b"<w:ins><w:r><w:t>them </w:t></w:r></w:ins>"
        b"<w:del><w:r><w:delText>bot </w:delText></w:r></w:del><w:r><w:t>M\xe1\xbb\x99t"
    )
    paper = altered(GOOD_PAPER, "document.xml", b"<w:r><w:t>M\xe1\xbb\x99t", tracked)
    paper = altered(paper, "document.xml", b"<w:tbl>", b"<w:sdt><w:sdtContent><w:tbl>")
    paper = altered(paper, "document.xml", b"</w:tbl>", b"</w:tbl></w:sdtContent></w:sdt>")
    draft = assemble(read_source(paper, "thu.docx"))

    assert contents(draft) == ["them Một"]
    assert sum("theo dõi thay đổi" in line or "chèn thêm" in line for line in told(draft)) == 2


def test_a_table_in_a_text_box_is_read_where_it_is_anchored() -> None:
    box = b"<w:p><w:r><w:pict><w:txbxContent><w:p/><w:tbl>"
    paper = altered(GOOD_PAPER, "document.xml", b"<w:tbl>", box)
    shut = b"</w:tbl></w:txbxContent></w:pict></w:r></w:p>"

    boxed = altered(paper, "document.xml", b"</w:tbl>", shut)
    assert contents(assemble(read_source(boxed, "thu.docx"))) == ["Một"]
