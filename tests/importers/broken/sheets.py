"""Workbooks that break their readers: lying sizes, far cells, values that are no values."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.importers.broken.pieces import (
    MAIN,
    Broken,
    cell,
    packed,
    sheet,
    sheet_rows,
    workbook,
)

ROWS = sheet_rows()
FAR = cell("XFD1048576", "lạc")


def _one(name: str, part: bytes, tasks: int | None = None, **more: bytes) -> Broken:
    extra = {f"xl/{leaf}.xml": content for leaf, content in more.items()}
    return Broken(f"{name}.xlsx", packed(workbook((part,)) | extra), tasks)


def places() -> Iterator[Broken]:
    """Yield sheets that lie about how far they reach, or reach too far."""
    for number, size in enumerate(("A1:B2", "A0:AZ", "A1:XFD1048576", "rác", "", "B9:A1"), 1):
        yield _one(f"kich_thuoc_{number}", sheet(before=f'<dimension ref="{size}"/>'), 2)
    yield _one("o_cuoi_trang", sheet(f'{ROWS}<row r="1048576">{FAR}</row>'), 2)
    wide = "".join(f'<row r="{n}">{cell(f"XFD{n}", "x")}</row>' for n in range(4, 3004))
    yield _one("cot_cuoi_3000_dong", sheet(ROWS + wide), 2)
    for number, row in enumerate(("0", "-4", "999999999", "x", "4294967297"), 1):
        yield _one(f"so_dong_{number}", sheet(ROWS.replace('r="3"', f'r="{row}"')))
    for number, address in enumerate(("A0", "AAAA1", "ZZZZZZZZ9", "3A", "A99999999999"), 1):
        yield _one(f"dia_chi_{number}", sheet(ROWS.replace('r="A3"', f'r="{address}"')))
    yield _one("khong_dia_chi", sheet(ROWS.replace(' r="', ' s="0" x="')))
    yield _one("trung_dong", sheet(ROWS + ROWS))
    yield _one("nguoc_dong", sheet("".join(reversed(re.split("(?=<row)", ROWS)))))


def merges() -> Iterator[Broken]:
    """Yield sheets whose merges are too large, too many, or nowhere."""
    for number, area in enumerate(
        ("A4:XFD1048576", "A1:XFD1048576", "B2", "C3:A1", "A1:B", "A0:B0", "B2:B3"), 1
    ):
        merged = f'<mergeCells count="1"><mergeCell ref="{area}"/></mergeCells>'
        yield _one(f"gop_{number}", sheet(after=merged))
    many = "".join(f'<mergeCell ref="H{n}:I{n + 1}"/>' for n in range(2, 60_000, 2))
    yield _one("gop_30000", sheet(after=f"<mergeCells>{many}</mergeCells>"), 2)
    same = '<mergeCell ref="A5:F9"/>' * 5_000
    yield _one("gop_chong", sheet(after=f"<mergeCells>{same}</mergeCells>"), 2)


def counted() -> Iterator[Broken]:
    """Yield workbooks with strings, styles and sheets in counts that lie or are absurd."""
    texts = "<si><t>một</t></si>"
    for number, count in enumerate(("4294967295", "-1", "x", "99999999999999999999"), 1):
        table = f'<sst {MAIN} count="{count}" uniqueCount="{count}">{texts}</sst>'.encode()
        yield _one(f"so_chuoi_{number}", sheet(), 2, sharedStrings=table)
    strings = f"<sst {MAIN}>{texts}</sst>".encode()
    for number, index in enumerate(("7", "-1", "x", "99999999999"), 1):
        lost = f'<c r="B3" t="s"><v>{index}</v></c>'
        rows = ROWS.replace(cell("B3", "Mở lớp kỹ năng số"), lost)
        yield _one(f"chuoi_mat_{number}", sheet(rows), sharedStrings=strings)
    for number, styles in enumerate(
        ('<cellXfs count="1"><xf numFmtId="x"/></cellXfs>', "<cellXfs/>", "<fonts><font/>", "<a>"),
        1,
    ):
        part = f"<styleSheet {MAIN}>{styles}</styleSheet>".encode()
        styled = ROWS.replace(' t="inl', ' s="9" t="inl')
        yield _one(f"kieu_sai_{number}", sheet(styled), 2, styles=part)
    crowd = '<xf numFmtId="14" fontId="0"/>' * 64_000
    part = f"<styleSheet {MAIN}><cellXfs>{crowd}</cellXfs></styleSheet>".encode()
    yield _one("kieu_64000", sheet(), 2, styles=part)
    yield Broken("trang_2000.xlsx", packed(workbook([sheet(), *[sheet("<row/>")] * 1_999])), 2)
    yield Broken("an_het.xlsx", packed(workbook(state=' state="veryHidden"')))
    yield Broken("trang_rong.xlsx", packed(workbook([sheet("<row/>")])))


def oddities() -> Iterator[Broken]:
    """Yield sheets whose cells hold what no cell should."""
    number = '<c r="A3"{kind}><v>{value}</v></c>'
    for index, (kind, value) in enumerate(
        (
            ("", "NaN"), ("", "1e400"), ("", "-1e400"), ("", "INF"), ("", "2,5"), (' t="b"', "7"),
            (' t="d"', "2026-13-45"), (' t="e"', "#REF!"), (' t="la"', "2"), (' s="-9"', "2"),
        ),
        1,
    ):  # fmt: skip
        odd = number.format(kind=kind, value=value)
        yield _one(f"gia_tri_{index}", sheet(ROWS.replace(cell("A3", "2"), odd)))
    dates = f'<styleSheet {MAIN}><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'.encode()
    for index, value in enumerate(("99999999", "-5", "1e300", "0.5", "60"), 1):
        day = f'<c r="F3" s="0"><v>{value}</v></c>'
        rows = ROWS.replace(cell("F3", "Quý III/2026"), day)
        yield _one(f"ngay_{index}", sheet(rows), 2, styles=dates)
    yield _one("chuoi_10_trieu", sheet(ROWS.replace("Báo cáo", "a" * 10_000_000)), 2)
    yield _one("cong_thuc", sheet(ROWS.replace("<is><t>Báo cáo</t></is>", "<f>A1</f>")), 2)
    dde = ROWS.replace("<is><t>Báo cáo</t></is>", "<f>cmd|' /C calc'!A0</f><v>Báo cáo</v>")
    yield _one("dde", sheet(dde.replace('t="inlineStr"><f>', 't="str"><f>')), 2)
    links = b'<externalLink><oleLink r:id="rId9"/></externalLink>'
    yield _one("lien_ket_ngoai", sheet(), 2, **{"externalLinks/externalLink1": links})
    macro = packed(workbook() | {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 40})
    yield Broken("macro.xlsm", macro, 2)
    yield Broken("macro_doi_ten.xlsx", macro, 2)
    escaped = ROWS.replace("Báo cáo", "_x0000__xFFFF__xD800_Báo cáo")
    yield _one("ky_tu_thoat", sheet(escaped), 2)


def huge() -> Iterator[Broken]:
    """Yield sheets with more than a plan can hold."""
    many = "".join(f'<row r="{n}">{cell(f"A{n}", str(n))}</row>' for n in range(4, 200_000))
    yield _one("dong_200000", sheet(ROWS + many))
    row = "".join(f'<c t="inlineStr"><is><t>{n}</t></is></c>' for n in range(16_384))
    yield _one("cot_16384", sheet(ROWS + f"<row>{row}</row>" * 20))
    empty = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(4, 100_000))
    yield _one("dong_trong_100000", sheet(ROWS + empty), 2)


FAMILIES = {
    "places": places,
    "merges": merges,
    "counts": counted,
    "odd cells": oddities,
    "huge sheets": huge,
}
