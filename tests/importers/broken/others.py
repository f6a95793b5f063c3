"""Files that are no office package: pages, separated values, PDFs, and what is none of these."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from tests.importers.broken.pieces import ROWS, Broken, packed, page, values, workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MEGABYTE = 1 << 20


def pages() -> Iterator[Broken]:
    """Yield web pages, by themselves or under the name of a workbook."""
    text = page()
    yield Broken("utf8.xls", text.encode(), 2)
    yield Broken("utf16.xls", text.encode("utf-16"), 2)
    yield Broken("utf16_khong_dau.xls", text.encode("utf-16-le"), 2)
    yield Broken("cp1258.xls", _combining(text).encode("cp1258"), 2)
    for number, span in enumerate(("1000000000", "-4", "x", "0"), 1):
        row = f"<tr><td colspan={span} rowspan={span}>Mục I</td></tr>"
        yield Broken(f"gop_{number}.html", text.replace("</table>", row + "</table>").encode())
    yield Broken("long_the.html", ("<div>" * 100_000 + text).encode())
    yield Broken("long_bang.html", ("<table><tr><td>" * 3_000 + text).encode())
    small = "<table><tr><td>a</td></tr></table>" * 50_000
    yield Broken("bang_50000.html", (text + small).encode())
    yield Broken("dong_100000.html", page(ROWS + (("1", "a"),) * 100_000).encode())
    yield Broken("chi_co_ma.html", b"<html><script>alert(1)</script></html>")
    yield Broken("khong_dong.html", text.replace("</td>", "").replace("</tr>", "").encode(), 2)
    doctype = '<!DOCTYPE html [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    yield Broken("thuc_the.html", (doctype + text.replace("Báo cáo", "&b;")).encode())
    yield Broken("hong.mht", b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--x")
    spread = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
    yield Broken("hong_2003.xls", f"{spread}<Worksheet><Table><Row>".encode())
    entity = spread.replace("?>", '?><!DOCTYPE a [<!ENTITY b "b">]>', 1)
    yield Broken("thuc_the_2003.xls", f"{entity}&b;</Workbook>".encode())


def _combining(text: str) -> str:
    """Return `text` with tones as marks of their own, as the Windows code page keeps them."""
    marks = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    from unicodedata import normalize

    kept = ""
    for letter in text:
        parts = normalize("NFD", letter)
        tones = "".join(part for part in parts if part in marks)
        kept += normalize("NFC", "".join(part for part in parts if part not in marks)) + tones
    return kept


def separated() -> Iterator[Broken]:
    """Yield separated values with bytes, quotes, lines and lengths they should not have."""
    text = values()
    yield Broken("ky_tu_0.csv", text.replace("Sở", "S\0ở").encode())
    yield Broken("nhieu_0.csv", b"\0" * 5000 + text.encode())
    yield Broken("dong_khong_lo.csv", (text + "\r\n" + "a" * 5_000_000).encode())
    yield Broken("ngoac_mo.csv", (text + '\r\n3,"' + "mở lớp, " * 80_000).encode())
    yield Broken("utf16_le.csv", text.encode("utf-16-le"), 2)
    yield Broken("cham_phay_1258.csv", _combining(values(";")).encode("cp1258"), 2)
    yield Broken("utf16_thieu_byte.csv", text.encode("utf-16")[:-1])
    yield Broken("latin.csv", text.encode("latin-1", "replace"))
    yield Broken("mot_cot.csv", "\n".join(row[1] for row in ROWS).encode())
    yield Broken(
        "dong_20000.csv",
        values(",", ROWS + (("9", "Việc", "Sở", "", "", "2026"),) * 20_000).encode(),
    )
    yield Broken("cot_500.csv", values(",", (ROWS[0] + ("x",) * 500, *ROWS[1:])).encode(), 2)
    yield Broken("cong_thuc.csv", text.replace("Báo cáo", "=cmd|' /C calc'!A0").encode(), 2)
    yield Broken("nua_utf8.csv", text.encode()[:-2] + b"\xe1\xba")
    yield Broken("lat_byte.csv", text.encode().replace("ệ".encode(), b"\xe1\x87"))
    yield Broken("chi_dau_phay.csv", b",,,,,\r\n" * 4000)


def pdf(objects: list[bytes], tail: bytes = b"") -> bytes:
    """Return a PDF of these objects, the first of them its catalogue."""
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    trailer = b"trailer\n<< /Size %d /Root 1 0 R %b>>\nstartxref\n%d\n" % (size, tail, len(body))
    return body + head + table + trailer + b"%%EOF"


def _stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %b>>\nstream\n%b\nendstream" % (len(content), more, content)


def _pages(
    content: bytes, kids: bytes = b"3 0 R", count: int = 1, box: bytes = b"0 0 595 842"
) -> list[bytes]:
    return [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, count),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [%b] /Contents 4 0 R "
        b"/Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>" % box,
        content,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]


def pdfs() -> Iterator[Broken]:
    """Yield PDFs that are scans, locked, endless, or no PDF behind their first line."""
    words = _stream(b"BT /F 12 Tf 50 700 Td (Nhiem vu cua xa trong nam 2026 va nhieu viec) Tj ET")
    yield Broken("ban_quet.pdf", pdf(_pages(_stream(b"q 100 0 0 100 0 0 cm /X Do Q"))))
    yield Broken("khong_dau.pdf", pdf(_pages(words)))
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (%b) /U (%b) /P -4 >> /ID [(a) (a)] "
    yield Broken("mat_khau.pdf", pdf(_pages(words), lock % (b"o" * 32, b"u" * 32)))
    bomb = zlib.compress(b" " * (150 * MEGABYTE), 9)
    yield Broken("bom.pdf", pdf(_pages(_stream(bomb, b"/Filter /FlateDecode "))))
    twice = zlib.compress(bomb)
    yield Broken(
        "bom_hai_lop.pdf", pdf(_pages(_stream(twice, b"/Filter [/FlateDecode /FlateDecode] ")))
    )
    many = b"BT /F 9 Tf 50 700 Td " + b"(chu va chu va chu) Tj 0 -1 Td " * 40_000 + b"ET"
    yield Broken("chu_720000.pdf", pdf(_pages(_stream(many))))
    rules = b"".join(
        b"%d 0 m %d 800 l S 0 %d m 500 %d l S\n" % (n % 595, n % 595, n % 842, n % 842)
        for n in range(60_000)
    )
    yield Broken("ke_120000.pdf", pdf(_pages(_stream(rules))))
    yield Broken("trang_5000.pdf", pdf(_pages(words, b"3 0 R " * 5000, 5000)))
    yield Broken("trang_vong.pdf", pdf(_pages(words, b"2 0 R", 1)))
    yield Broken("giay_khong_lo.pdf", pdf(_pages(words, box=b"0 0 100000000 100000000")))
    form = _stream(
        b"/X Do " * 9,
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> ",
    )
    yield Broken("tu_goi.pdf", pdf([*_pages(_stream(b"/X Do")), form]))
    yield Broken("khong_muc_luc.pdf", pdf(_pages(words)).partition(b"xref")[0])
    yield Broken("rac_sau_dau.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 90)
    yield Broken("khong_trang.pdf", pdf(_pages(words, b"", 0)))
    yield Broken(
        "ma_lenh.pdf", pdf(_pages(words), b"/OpenAction << /S /JavaScript /JS (app.alert) >> ")
    )


def kinds() -> Iterator[Broken]:
    """Yield files of other kinds, under names that hide it, and no file at all."""
    yield Broken("trong.xlsx", b"")
    yield Broken("trong.docx", b"")
    yield Broken("toan_khong.xlsx", b"\0" * 9000)
    yield Broken("dau_cach.csv", b" \r\n\t" * 90)
    yield Broken("thu_muc.xlsx", None)
    yield Broken("", None)
    for name, head in (
        ("cu.doc", OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le")),
        ("mat_khau.xlsx", OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")),
        ("cut.xls", OLE), ("cut_600.xls", OLE + b"\0" * 600),
        ("bang.xls", b"\x09\x08\x10\x00\x00\x06\x05\x00" + b"\xff" * 700),
        ("bang_5.xls", b"\x09\x08\x08\x00\x00\x05\x05\x00" + b"\0" * 700),
        ("chu.docx", b"{\\rtf1 nhiem vu}"), ("anh.pdf", b"\x89PNG\r\n\x1a\n" + b"\0" * 99),
        ("anh.docx", b"\xff\xd8\xff\xe0" + b"\0" * 99), ("anh.xlsx", b"GIF89a" + b"\0" * 99),
        ("nen.xlsx", b"7z\xbc\xaf\x27\x1c" + b"\0" * 99),
        ("nen.rar", b"Rar!\x1a\x07\x01\x00" + b"\xff" * 99),
        ("nen.gz", b"\x1f\x8b\x08\x00" + b"\0" * 99), ("chay.xls", b"MZ\x90\x00" + b"\0" * 500),
        ("phim.docx", b"\0\0\0\x18ftypmp42" + b"\0" * 400), ("so_lieu.json", b'{"nhiem vu": 1}'),
        ("loi_tat.lnk", b"L\0\0\0\x01\x14\x02\0" + b"\0" * 99),
        ("kho.khxa", b"SQLite format 3\0" + b"\0" * 99),
        ("loi_chao.txt", "Kính gửi các đồng chí".encode()),
        ("loi_may_chu.xlsx", b"<html><body>404</body></html>"),
    ):  # fmt: skip
        yield Broken(name, head)
    yield Broken("doi_ten.xls", packed(workbook()), 2)
    yield Broken("doi_ten.pdf", packed(workbook()), 2)
    yield Broken("ten có dấu, khoảng trắng & 'nháy'.xlsx", packed(workbook()), 2)


FAMILIES = {"pages": pages, "separated": separated, "pdf": pdfs, "other kinds": kinds}
