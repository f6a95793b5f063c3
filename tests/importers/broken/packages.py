"""Zips that no office program writes, and parts that no XML reader should be given."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from io import BytesIO

from tests.importers.broken.pieces import (
    Broken,
    Parts,
    document,
    opendocument,
    packed,
    sheet,
    sheet_rows,
    word_rows,
    word_table,
    workbook,
)

SHEET = "xl/worksheets/sheet1.xml"
PAPER = "word/document.xml"
CONTENT = "content.xml"
MEGABYTE = 1 << 20
CENTRAL, LOCAL = b"PK\x01\x02", b"PK\x03\x04"


def bombs() -> Iterator[Broken]:
    """Yield packages that unpack to far more than a plan can hold."""
    space = b" " * (170 * MEGABYTE)
    yield Broken("bom_trang.xlsx", packed(workbook() | {SHEET: sheet() + space}))
    yield Broken("bom_chuoi.xlsx", packed(workbook() | {"xl/sharedStrings.xml": space}))
    yield Broken("bom_van_ban.docx", packed(document() | {PAPER: b"<a>" + space}))
    yield Broken("bom.ods", packed(opendocument() | {CONTENT: b"<a>" + space}))
    many = {f"xl/worksheets/them{n}.xml": b" " * (8 * MEGABYTE) for n in range(30)}
    yield Broken("bom_nhieu_phan.xlsx", packed(workbook() | many))
    inner = packed({"trong.xml": b" " * (20 * MEGABYTE)})
    yield Broken("bom_long.xlsx", packed(workbook() | {"xl/embeddings/a.zip": inner}), 2)
    yield Broken("anh_lon.docx", packed(document() | {"word/media/a.png": b"\0" * MEGABYTE}), 2)


def _patched(data: bytes, signature: bytes, offset: int, value: bytes, which: int = 0) -> bytes:
    """Return the zip with some bytes of one of its headers replaced."""
    place = -1
    for _ in range(which + 1):
        place = data.index(signature, place + 1)
    at = place + offset
    return data[:at] + value + data[at + len(value) :]


def liars() -> Iterator[Broken]:
    """Yield zips whose headers do not tell the truth of what they hold."""
    good = packed(workbook())
    last = len(workbook()) - 1
    yield Broken("kich_thuoc_nho.xlsx", _patched(good, CENTRAL, 24, struct.pack("<I", 40), last))
    yield Broken("kich_thuoc_lon.xlsx", _patched(good, CENTRAL, 24, b"\xff\xff\xff\x7f", last))
    yield Broken("nen_lon.xlsx", _patched(good, CENTRAL, 20, b"\xff\xff\xff\x7f", last))
    yield Broken("vi_tri_sai.xlsx", _patched(good, CENTRAL, 42, b"\xff\xff\xff\x0f", last))
    yield Broken("nen_la.xlsx", _patched(good, CENTRAL, 10, b"\x63\x00", last))
    yield Broken("khoa.xlsx", _patched(good, CENTRAL, 8, b"\x01\x00", last))
    papers = {"xlsx": good, "docx": packed(document()), "ods": packed(opendocument())}
    for kind, data in papers.items():
        count = data.count(CENTRAL) - 1
        yield Broken(f"crc_sai.{kind}", _patched(data, CENTRAL, 16, b"abcd", count))
    first = struct.pack("<I", 0)
    yield Broken("chong_nhau.xlsx", _patched(good, CENTRAL, 42, first, last))
    yield Broken("chong_nhau.docx", _patched(papers["docx"], CENTRAL, 42, first, 2))


def _twice(parts: Parts, name: str) -> bytes:
    """Return a zip that holds one part twice, under the same name."""
    placeholder = name[:-1] + "?"
    good = packed({**parts, placeholder: b"<a/>"})
    return good.replace(placeholder.encode(), name.encode())


def members() -> Iterator[Broken]:
    """Yield zips with names, numbers or sets of members that mean harm or damage."""
    yield Broken("hai_lan.xlsx", _twice(workbook(), SHEET))
    yield Broken("hai_lan.docx", _twice(document(), PAPER))
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(15_000):
            archive.writestr(zipfile.ZipInfo(f"xl/{number}.xml"), b"")
    yield Broken("muoi_lam_nghin_phan.xlsx", buffer.getvalue())
    outside = {
        "../../../../ngoai.xml": b"<a/>",
        "/etc/ngoai.xml": b"<a/>",
        "C:\\ngoai.xml": b"<a/>",
    }
    yield Broken("ten_ra_ngoai.xlsx", packed(workbook() | outside), 2)
    yield Broken("zip_rong.xlsx", packed({}))
    yield Broken("chi_co_thu_muc.xlsx", packed({"xl/": b"", "word/": b""}))
    for parts, kind in ((workbook(), "xlsx"), (document(), "docx"), (opendocument(), "ods")):
        for lacking in parts:
            rest = {name: content for name, content in parts.items() if name != lacking}
            leaf = lacking.rpartition("/")[2].replace("[", "").replace("]", "")
            yield Broken(f"thieu_{leaf}.{kind}", packed(rest))
    yield Broken("nen.zip", packed({"Kế hoạch/phu luc.xlsx": packed(workbook())}))
    yield Broken("xlsb.xlsx", packed({"xl/workbook.bin": b"\x83\x01"}))
    yield Broken("trinh_chieu.pptx", packed({"ppt/presentation.xml": b"<a/>"}))
    yield Broken("sach.epub", packed({"mimetype": b"application/epub+zip", "a.xhtml": b"<a/>"}))


def _with(parts: Parts, name: str, old: bytes, new: bytes) -> bytes:
    assert old in parts[name]
    return packed(parts | {name: parts[name].replace(old, new, 1)})


def xml() -> Iterator[Broken]:
    """Yield packages whose XML is hostile or wrong."""
    laughs = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY d "&c;&c;">]>'
    outside = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    remote = b'<!DOCTYPE a SYSTEM "http://vi.du/a.dtd">'
    parameter = b'<!DOCTYPE a [<!ENTITY % p SYSTEM "file:///dev/zero"> %p;]>'
    deep = 100_000
    for kind, parts, part, opening, tag in (
        ("xlsx", workbook(), SHEET, b"<sheetData>", b"x"),
        ("docx", document(), PAPER, b"<w:body>", b"w:sdt"),
        ("ods", opendocument(), CONTENT, b"<o:body>", b"x:p"),
    ):
        for number, doctype in enumerate((laughs, outside, remote, parameter), 1):
            yield Broken(f"doctype_{number}.{kind}", packed(parts | {part: doctype + parts[part]}))
        yield Broken(
            f"long_sau.{kind}", _with(parts, part, opening, opening + (b"<%b>" % tag) * deep)
        )
        shut = (b"<%b>" % tag) * deep + (b"</%b>" % tag) * deep
        yield Broken(f"long_sau_dong.{kind}", _with(parts, part, opening, opening + shut))
        yield Broken(f"khong_dong.{kind}", packed(parts | {part: parts[part][:-9]}))
        wide = parts[part].decode().encode("utf-16")
        yield Broken(f"utf16.{kind}", packed(parts | {part: wide}))
        yield Broken(f"khong_utf8.{kind}", _with(parts, part, "ệ".encode(), b"\xff\xfe"))
        yield Broken(f"ky_tu_0.{kind}", _with(parts, part, "ệ".encode(), b"&#0;"))
        yield Broken(f"ten_la.{kind}", packed(parts | {part: b"<la><khong/></la>"}))
        big = b'a="' + b"x" * (20 * MEGABYTE) + b'"'
        yield Broken(
            f"thuoc_tinh_lon.{kind}", _with(parts, part, opening, opening[:-1] + b" " + big + b">")
        )
    mark = "\ufeff".encode()
    yield Broken("dau_bom.xlsx", packed(workbook() | {SHEET: mark + sheet(sheet_rows())}), 2)
    yield Broken("dau_bom.docx", packed(document(word_table(word_rows())) | {
        PAPER: mark + document()[PAPER]}), 2)  # fmt: skip


FAMILIES = {"bomb": bombs, "lying zip": liars, "members": members, "xml": xml}
