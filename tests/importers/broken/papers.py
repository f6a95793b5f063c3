"""Word papers and OpenDocument sheets that break their readers."""

from __future__ import annotations

from collections.abc import Iterator

from tests.importers.broken.pieces import (
    WORD,
    Broken,
    document,
    ods_rows,
    opendocument,
    packed,
    word_cell,
    word_rows,
    word_table,
)

ROWS = word_rows()
TASK = word_cell("Mở lớp kỹ năng số")


def _paper(name: str, body: str, tasks: int | None = None, **parts: bytes) -> Broken:
    return Broken(f"{name}.docx", packed(document(body, **parts)), tasks)


def tables() -> Iterator[Broken]:
    """Yield papers whose tables explode, begin nowhere, or hold one another without end."""
    for number, span in enumerate(("2147483647", "x", "-3", "0", "64"), 1):
        wide = word_cell("Mở lớp kỹ năng số", f'<w:gridSpan w:val="{span}"/>')
        yield _paper(f"cot_gop_{number}", word_table(ROWS.replace(TASK, wide)))
    everywhere = ROWS.replace("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="60"/></w:tcPr>')
    yield _paper("cot_gop_moi_o", word_table(everywhere))
    for number, mark in enumerate(("", ' w:val="continue"', ' w:val="la"'), 1):
        orphan = word_cell("Mở lớp kỹ năng số", f"<w:vMerge{mark}/>")
        yield _paper(f"gop_doc_{number}", word_table(ROWS.replace(TASK, orphan)))
    before = '<w:tr><w:trPr><w:gridBefore w:val="999999"/></w:trPr>'
    yield _paper("cot_truoc", word_table(ROWS.replace("<w:tr>", before)))
    inner = word_table()
    for _ in range(60):
        inner = word_table(f"<w:tr><w:tc>{inner}<w:p/></w:tc></w:tr>")
    yield _paper("bang_long_60", inner)
    matrix = word_table()
    for _ in range(12):
        cells = word_cell("a") * 2 + f"<w:tc>{matrix}<w:p/></w:tc>"
        matrix = word_table(f"<w:tr>{cells}</w:tr>" * 2)
    yield _paper("bang_long_nhan_doi", matrix)
    row = f"<w:tr>{word_cell('1') * 6}</w:tr>"
    yield _paper("dong_30000", word_table(ROWS + row * 30_000))
    yield _paper("o_trong", word_table("<w:tr/>" * 50 + ROWS), 2)
    yield _paper("khong_o", word_table("<w:tr></w:tr>"))


def wrapped() -> Iterator[Broken]:
    """Yield papers whose words stand in controls, insertions, boxes, or were deleted."""
    control = f"<w:sdt><w:sdtContent>{word_table()}</w:sdtContent></w:sdt>"
    yield _paper("dieu_khien", control, 2)
    rows = f"<w:sdt><w:sdtContent>{ROWS}</w:sdtContent></w:sdt>"
    yield _paper("dieu_khien_dong", word_table(rows), 2)
    inserted = ROWS.replace("<w:r>", "<w:ins><w:r>").replace("</w:r>", "</w:r></w:ins>")
    yield _paper("chen_them", word_table(inserted), 2)
    deleted = ROWS.replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>")
    yield _paper("xoa_het", word_table(deleted))
    box = f"<w:p><w:r><w:txbxContent>{word_table()}</w:txbxContent></w:r></w:p>"
    yield _paper("hop_chu", box)
    yield _paper("doan_10_trieu", f"<w:p><w:r><w:t>{'a' * 10_000_000}</w:t></w:r></w:p>")
    yield _paper("doan_100000", "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 100_000 + word_table())
    yield _paper("altchunk", '<w:altChunk r="rId9"/>' + word_table())


def around() -> Iterator[Broken]:
    """Yield papers whose parts beside the text are wrong."""
    chain = (
        f'<w:styles {WORD}><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        f'<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
    ).encode()
    styled = ROWS.replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>')
    yield _paper("kieu_vong", word_table(styled), 2, styles=chain)
    yield _paper("kieu_rac", word_table(), 2, styles=b"<a", numbering=b"")
    numbers = (
        f'<w:numbering {WORD}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start '
        'w:val="99999999999"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1%2%9%x"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    ).encode()
    listed = ROWS.replace(
        "<w:p>",
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>',
    )
    yield _paper("danh_so_rac", word_table(listed), numbering=numbers)
    relations = b'<Relationships><Relationship Id="rId1" Target="../NULL"/></Relationships>'
    parts = document() | {"word/_rels/document.xml.rels": relations}
    yield Broken("quan_he_null.docx", packed(parts), 2)
    yield Broken("macro_doi_ten.docx", packed(document() | {"word/vbaProject.bin": b"\0" * 99}), 2)
    strict = {
        name: part.replace(
            b"schemas.openxmlformats.org/wordprocessingml/2006",
            b"purl.oclc.org/ooxml/wordprocessingml",
        )
        for name, part in document().items()
    }
    yield Broken("strict.docx", packed(strict), 2)
    yield _paper("khong_bang", "<w:p><w:r><w:t>Kính gửi các đồng chí</w:t></w:r></w:p>")
    yield _paper("trong", "<w:p/>")
    yield Broken("ten_xls.xls", packed(document()), 2)


def sheets() -> Iterator[Broken]:
    """Yield OpenDocument sheets that repeat without end, are locked, or hold nothing."""
    rows = ods_rows()
    for number, repeat in enumerate(("1048576", "4294967295", "x", "-2"), 1):
        more = f't:number-rows-repeated="{repeat}"'
        last = f"<t:table-row {more}><t:table-cell><x:p>9</x:p></t:table-cell></t:table-row>"
        yield Broken(f"lap_dong_{number}.ods", packed(opendocument(rows + last)))
        cells = f'<t:table-cell t:number-columns-repeated="{repeat}"><x:p>9</x:p></t:table-cell>'
        wide = f"<t:table-row>{cells}</t:table-row>"
        yield Broken(f"lap_cot_{number}.ods", packed(opendocument(rows + wide)))
    empty = '<t:table-row t:number-rows-repeated="1048000"><t:table-cell/></t:table-row>'
    yield Broken("lap_dong_trong.ods", packed(opendocument(rows + empty)), 2)
    spaces = rows.replace("Báo cáo", '<x:s x:c="2147483647"/>Báo cáo')
    yield Broken("lap_dau_cach.ods", packed(opendocument(spaces)), 2)
    spanned = rows.replace("<t:table-cell>", '<t:table-cell t:number-rows-spanned="99999999">')
    yield Broken("gop_het.ods", packed(opendocument(spanned)))
    lock = b'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    lock += b'<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry>'
    locked = opendocument() | {"META-INF/manifest.xml": lock + b"</m:manifest>"}
    yield Broken("mat_khau.ods", packed(locked | {"content.xml": b"\x93\x11\x80khoa"}))
    yield Broken("rong.ods", packed(opendocument("<t:table-row/>")))
    text = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}
    yield Broken("van_ban.odt", packed(text))


FAMILIES = {
    "word tables": tables,
    "word wrappers": wrapped,
    "word parts": around,
    "opendocument": sheets,
}
