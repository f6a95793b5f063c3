"""Small office files written part by part, so that any part of them can be broken on purpose."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

Parts = dict[str, bytes]
HEADER = ("STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Sản phẩm", "Thời hạn")
TASKS = (
    ("1", "Rà soát thủ tục hành chính", "Sở Nội vụ", "Các sở", "Báo cáo", "31/12/2026"),
    ("2", "Mở lớp kỹ năng số", "UBND cấp xã", "Các thôn", "Kế hoạch", "Quý III/2026"),
)
ROWS = (HEADER, *TASKS)
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODS = (
    'xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:x="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


@dataclass(frozen=True, slots=True)
class Broken:
    """A file as it is handed over; `tasks` is how many it truly holds, where that is certain.

    A `data` of None stands for a folder of that name, or for nothing where the name is "".
    """

    name: str
    data: bytes | None
    tasks: int | None = None


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of these parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def letters(column: int) -> str:
    """Return the letter of one of the first columns."""
    return chr(65 + column)


def cell(address: str, text: str) -> str:
    """Return a cell of a sheet that holds a text."""
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


def sheet_rows(rows: Sequence[Sequence[str]] = ROWS) -> str:
    """Return rows of a sheet."""
    return "".join(
        f'<row r="{n}">{"".join(cell(f"{letters(c)}{n}", t) for c, t in enumerate(row))}</row>'
        for n, row in enumerate(rows, 1)
    )


def sheet(data: str = "", before: str = "", after: str = "") -> bytes:
    """Return the XML of a sheet: what stands before the rows, the rows, what stands after."""
    rows = data or sheet_rows()
    return f"<worksheet {MAIN}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>".encode()


def workbook(sheets: Sequence[bytes] = (), state: str = "") -> Parts:
    """Return the parts of a workbook with these sheets."""
    held = sheets or (sheet(),)
    named = "".join(
        f'<sheet name="Phụ lục {n}" sheetId="{n}" r:id="rId{n}"{state}/>'
        for n in range(1, len(held) + 1)
    )
    book = f'<workbook {MAIN} xmlns:r="{RELATION}"><sheets>{named}</sheets></workbook>'
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATION}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(held) + 1)
    )
    parts = {
        "[Content_Types].xml": _types("application/vnd.openxmlformats-officedocument"),
        "_rels/.rels": _package_relations("xl/workbook.xml"),
        "xl/workbook.xml": book.encode(),
        "xl/_rels/workbook.xml.rels": _relations(related),
    }
    numbered = {f"xl/worksheets/sheet{n}.xml": part for n, part in enumerate(held, 1)}
    return parts | numbered


def _types(family: str) -> bytes:
    own = "http://schemas.openxmlformats.org/package/2006/content-types"
    main = f"{family}.spreadsheetml.sheet.main+xml"
    return (
        f'<Types xmlns="{own}"><Default Extension="rels" ContentType="application/vnd.'
        'openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        f'"application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{main}"/>'
        "</Types>"
    ).encode()


def _relations(inside: str) -> bytes:
    own = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{own}">{inside}</Relationships>'.encode()


def _package_relations(target: str) -> bytes:
    kind = f"{RELATION}/officeDocument"
    return _relations(f'<Relationship Id="rId1" Type="{kind}" Target="{target}"/>')


def word_cell(text: str, properties: str = "") -> str:
    """Return a cell of a Word table."""
    inside = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
    return f"<w:tc>{inside}<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def word_rows(rows: Sequence[Sequence[str]] = ROWS) -> str:
    """Return rows of a Word table."""
    return "".join(f"<w:tr>{''.join(map(word_cell, row))}</w:tr>" for row in rows)


def word_table(rows: str = "") -> str:
    """Return a Word table of these rows."""
    return f"<w:tbl>{rows or word_rows()}</w:tbl>"


def document(body: str = "", **parts: bytes) -> Parts:
    """Return the parts of a .docx with that body; further parts of the folder word by leaf."""
    text = f"<w:document {WORD}><w:body>{body or word_table()}</w:body></w:document>"
    more = {f"word/{leaf}.xml": content for leaf, content in parts.items()}
    return {
        "[Content_Types].xml": _types("application/vnd.openxmlformats-officedocument"),
        "_rels/.rels": _package_relations("word/document.xml"),
        "word/document.xml": text.encode(),
    } | more


def ods_rows(rows: Sequence[Sequence[str]] = ROWS) -> str:
    """Return rows of an OpenDocument sheet."""
    return "".join(
        "<t:table-row>"
        + "".join(f"<t:table-cell><x:p>{text}</x:p></t:table-cell>" for text in row)
        + "</t:table-row>"
        for row in rows
    )


def opendocument(rows: str = "") -> Parts:
    """Return the parts of an .ods of one sheet with these rows."""
    body = (
        f"<o:document-content {ODS}><o:body><o:spreadsheet><t:table t:name='Phụ lục I'>"
        f"{rows or ods_rows()}</t:table></o:spreadsheet></o:body></o:document-content>"
    )
    mime = b"application/vnd.oasis.opendocument.spreadsheet"
    return {"mimetype": mime, "content.xml": body.encode()}


def page(rows: Sequence[Sequence[str]] = ROWS, head: str = "") -> str:
    """Return an HTML page of one table."""
    lines = ("".join(f"<td>{text}</td>" for text in row) for row in rows)
    table = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<html><head>{head}</head><body><table>{table}</table></body></html>"


def values(mark: str = ",", rows: Sequence[Sequence[str]] = ROWS) -> str:
    """Return separated values."""
    return "\r\n".join(mark.join(row) for row in rows)
