"""Right papers as other offices build them: other fonts of layout, other ways of Word, other words.

Each hand sets the head, the text, the foot and the page number in its own way; the words are those
of papers that communes really write, with everything the form asks for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT as TAB
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from kehoach_desktop.documents.type_metrics import width_of
from tests.documents.check.exemplars import child, raw

Doc = Any
SHAPE = (
    '<w:r {ns} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:'
    'office"><w:pict><v:line id="l" style="position:absolute;z-index:1" from="{start}pt,2pt" '
    'to="{end}pt,2pt"/></w:pict></w:r>'
)


@dataclass(frozen=True)
class Hand:
    """How one office builds its papers.

    `head` is "table", "tabs" or "nested"; `line` how lines are drawn: "shape" or "border";
    `letters` after how many letters Word has split the runs (0: not at all); `styled` puts the
    looks into styles; `number` is how the page number is written: "simple", "complex", "control".
    """

    head: str = "table"
    line: str = "border"
    letters: int = 0
    styled: bool = True
    number: str = "simple"
    size: float = 14
    margins: tuple[float, float, float, float] = (20, 20, 30, 15)
    gap: tuple[float, float] = (6, 0)
    lines: float = 1.0
    indent: float = 12.7
    tabbed: bool = False
    automatic: bool = False
    exactly: float = 0
    signed: str = "table"


@dataclass(frozen=True)
class Words:
    """What one paper says."""

    kind: str
    agencies: tuple[str, ...]
    number: str
    date: str
    subject: tuple[str, ...]
    text: tuple[str, ...]
    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    name: str
    addressee: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    authority: str = ""
    table: tuple[tuple[str, ...], ...] = ()
    appendices: tuple[tuple[str, tuple[tuple[str, ...], ...], str], ...] = ()
    second: tuple[str, str] = ("", "")
    light: int = 0
    extra: dict[str, str] = field(default_factory=dict)


class Desk:
    """Builds one paper."""

    def __init__(self, hand: Hand, words: Words) -> None:
        self.hand, self.words = hand, words
        self.doc: Doc = Document()
        self._dress()

    def _dress(self) -> None:
        normal = self.doc.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(self.hand.size)
        fonts = normal.element.rPr.rFonts
        for slot in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(slot), "Times New Roman")
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(theme), None)
        normal.paragraph_format.space_after = Pt(0)
        section = self.doc.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        self._margins(section)
        section.different_first_page_header_footer = True
        self._page_number(section)

    def _margins(self, section: Any) -> None:
        top, bottom, left, right = map(Mm, self.hand.margins)
        section.top_margin, section.bottom_margin = top, bottom
        section.left_margin, section.right_margin = left, right
        section.header_distance = Mm(10)

    def _page_number(self, section: Any) -> None:
        paragraph = section.header.paragraphs[0]
        paragraph.alignment = ALIGN.CENTER
        run = '<w:r {ns}><w:rPr><w:sz w:val="28"/></w:rPr>{inside}</w:r>'
        made = [run.format(ns=nsdecls("w"), inside="<w:t>2</w:t>")]
        if self.hand.number == "simple":
            field_xml = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "/>'
            simple = parse_xml(field_xml)
            simple.append(parse_xml(made[0]))
            raw(paragraph).append(simple)
            return
        marks = (
            "<w:fldChar w:fldCharType='begin'/>",
            "<w:instrText> PAGE   \\* MERGEFORMAT </w:instrText>",
            "<w:fldChar w:fldCharType='separate'/>",
            "<w:t>2</w:t>",
            "<w:fldChar w:fldCharType='end'/>",
        )
        for inside in marks:
            raw(paragraph).append(parse_xml(run.format(ns=nsdecls("w"), inside=inside)))
        if self.hand.number == "control":
            content = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
            raw(paragraph).addprevious(content)
            content[1].append(raw(paragraph))

    def put(
        self,
        where: Paragraph,
        text: str,
        *,
        bold: bool = False,
        italic: bool = False,
        size: float = 0,
    ) -> Paragraph:
        """Write words into a paragraph, split as this hand's Word splits them."""
        step = self.hand.letters or len(text) or 1
        for start in range(0, max(len(text), 1), step):
            run = where.add_run(text[start : start + step])
            run.bold, run.italic = bold or None, italic or None
            if size and size != self.hand.size:
                run.font.size = Pt(size)
            if self.hand.letters:
                raw(run).addprevious(parse_xml(f'<w:proofErr {nsdecls("w")} w:type="spellStart"/>'))
                raw(run).set(qn("w:rsidR"), f"00AB{start:04X}")
        return where

    def rule(self, where: Any, width_mm: float, room_mm: float) -> None:
        """Draw the line under what stands before."""
        paragraph = where.add_paragraph()
        paragraph.alignment = ALIGN.CENTER
        if self.hand.line == "shape":
            start = (room_mm - width_mm) / 2 * 72 / 25.4
            xml = SHAPE.format(ns=nsdecls("w"), start=start, end=start + width_mm * 72 / 25.4)
            raw(paragraph).append(parse_xml(xml))
            return
        side = Mm((room_mm - width_mm) / 2)
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side
        properties = raw(paragraph).get_or_add_pPr()
        border = parse_xml(
            f"<w:pBdr {nsdecls('w')}><w:top w:val='single' w:sz='6' w:space='1' w:color='auto'/>"
            "</w:pBdr>"
        )
        properties.insert_element_before(border, "w:spacing", "w:ind", "w:jc", "w:rPr")
        paragraph.paragraph_format.line_spacing = Pt(4)

    def build(self) -> Doc:
        """Return the whole paper."""
        self._head()
        self._title()
        self._text()
        self._foot()
        for number, appendix in enumerate(self.words.appendices, 1):
            self._appendix(number, *appendix)
        return self.doc

    def _part_of(self, text: str, points: float) -> float:
        """How long the line under a text is, in mm."""
        return width_of(text, points) * 0.42 / 1440 * 25.4

    def _cells(self, rows: int, *widths: float) -> Table:
        table: Table = self.doc.add_table(rows, len(widths))
        table.autofit = False
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Mm(width)
        return table

    def _lines(self, cell: _Cell, *lines: tuple[str, dict[str, Any]]) -> None:
        for index, (text, look) in enumerate(lines):
            paragraph = cell.paragraphs[0] if not index else cell.add_paragraph()
            paragraph.alignment = ALIGN.CENTER
            self.put(paragraph, text, **look)

    def _head(self) -> None:
        words = self.words
        room = (66.0, 144.0 - sum(self.hand.margins[2:]))
        if self.hand.head == "tabs":
            return self._head_at_tabs()
        table = self._cells(2, *room)
        light = words.light
        self._lines(
            table.cell(0, 0),
            *((name, {"bold": n >= light, "size": 13}) for n, name in enumerate(words.agencies)),
        )
        self.rule(table.cell(0, 0), self._part_of(words.agencies[-1], 13), room[0] - 4)
        self._lines(
            table.cell(0, 1),
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {"bold": True, "size": 13}),
            ("Độc lập - Tự do - Hạnh phúc", {"bold": True, "size": 14}),
        )
        self.rule(table.cell(0, 1), 63, room[1] - 4)
        self._lines(table.cell(1, 0), (words.number, {"size": 13}))
        if words.kind == "CÔNG VĂN":
            for line in words.subject:
                paragraph = table.cell(1, 0).add_paragraph()
                paragraph.alignment = ALIGN.CENTER
                paragraph.paragraph_format.space_before = Pt(6 if line is words.subject[0] else 0)
                self.put(paragraph, line, size=12)
        if words.date:
            self._lines(table.cell(1, 1), (words.date, {"italic": True, "size": 14}))
        return None

    def _head_at_tabs(self) -> None:
        words = self.words
        pairs = [
            (words.agencies[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True, (13, 13)),
            (words.agencies[1], "Độc lập - Tự do - Hạnh phúc", True, (13, 14)),
            (words.number, words.date, False, (13, 14)),
        ]
        for number, (left, right, bold, sizes) in enumerate(pairs):
            paragraph = self.doc.add_paragraph()
            stops = paragraph.paragraph_format.tab_stops
            stops.add_tab_stop(Mm(32), TAB.CENTER)
            stops.add_tab_stop(Mm(112), TAB.CENTER)
            self.put(paragraph, f"\t{left}", bold=bold and number >= words.light, size=sizes[0])
            self.put(paragraph, f"\t{right}", bold=bold, italic=number == 2, size=sizes[1])
            if number == 1:
                half = self._part_of(left, 13) / 2
                for start, end in ((32 - half, 32 + half), (80.5, 143.5)):
                    xml = SHAPE.format(ns=nsdecls("w"), start=start * 2.835, end=end * 2.835)
                    raw(paragraph).append(parse_xml(xml))

        for line in words.subject if words.kind == "CÔNG VĂN" else ():
            paragraph = self.doc.add_paragraph()
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(32), TAB.CENTER)
            paragraph.paragraph_format.space_before = Pt(6 if line is words.subject[0] else 0)
            self.put(paragraph, f"\t{line}", size=12)

    def _title(self) -> None:
        words = self.words
        if words.kind != "CÔNG VĂN":
            self._centred(words.kind, before=12)
            for line in words.subject:
                self._centred(line)
            self.rule(self.doc, self._part_of(words.subject[-1], 14), 165)
        if words.authority:
            self._centred(words.authority, before=12)
        for text in words.bases:
            self._paragraph(text, italic=True)
        if words.authority:
            self._centred("QUYẾT ĐỊNH:", before=6)
        self._addressed()

    def _addressed(self) -> None:
        words = self.words
        if len(words.addressee) == 1:
            self._centred(f"Kính gửi: {words.addressee[0]}", bold=False, before=12)
        elif words.addressee:
            first = self.doc.add_paragraph()
            first.paragraph_format.left_indent = Mm(40)
            first.paragraph_format.space_before = Pt(12)
            self.put(first, "Kính gửi:")
            for index, name in enumerate(words.addressee, 1):
                paragraph = self.doc.add_paragraph()
                paragraph.paragraph_format.left_indent = Mm(58)
                self.put(paragraph, f"- {name}{'.' if index == len(words.addressee) else ';'}")

    def _centred(self, text: str, *, bold: bool = True, before: float = 0) -> None:
        paragraph = self.doc.add_paragraph()
        paragraph.alignment = ALIGN.CENTER
        paragraph.paragraph_format.space_before = Pt(before)
        self.put(paragraph, text, bold=bold, size=14)

    def _text(self) -> None:
        for text in self.words.text:
            if text == "[bảng]":
                self._grid(self.doc, self.words.table)
                continue
            bold = text.startswith("*")
            self._paragraph(text.removeprefix("*"), bold=bold)

    def _paragraph(self, text: str, *, bold: bool = False, italic: bool = False) -> None:
        hand, paragraph = self.hand, self.doc.add_paragraph()
        form = paragraph.paragraph_format
        paragraph.alignment = ALIGN.JUSTIFY
        form.space_before, form.space_after = Pt(hand.gap[0]), Pt(hand.gap[1])
        form.line_spacing = Pt(hand.exactly) if hand.exactly else hand.lines
        if hand.tabbed:
            text = f"\t{text}"
        else:
            form.first_line_indent = Mm(hand.indent)
        article, dot, rest = text.partition(". ")
        if article.strip().startswith("Điều ") and dot:
            self.put(paragraph, f"{article}.", bold=True)
            self.put(paragraph, f" {rest}")
        else:
            self.put(paragraph, text, bold=bold, italic=italic)

    def _grid(self, where: Doc, rows: tuple[tuple[str, ...], ...]) -> None:
        table = where.add_table(len(rows), len(rows[0]))
        table.style = "Table Grid"
        for number, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
            for cell, text in zip(row.cells, cells, strict=True):
                self.put(cell.paragraphs[0], text, bold=not number or cells[0] == "", size=12)
                cell.paragraphs[0].alignment = ALIGN.CENTER if not number else ALIGN.LEFT
        child(raw(table.rows[0]).get_or_add_trPr(), "w:tblHeader")

    def _foot(self) -> None:
        words = self.words
        self.doc.add_paragraph()
        if words.second[0]:
            return self._signed_twice()
        room = sum(self.hand.margins[2:])
        table = self._cells(1, (210 - room) / 2, (210 - room) / 2)
        self._recipients(table.cell(0, 0))
        right = table.cell(0, 1)
        self._signature(right, words.signature, words.name)
        return None

    def _signature(self, cell: _Cell, lines: tuple[str, ...], name: str) -> None:
        self._lines(cell, *((line, {"bold": True, "size": 14}) for line in lines))
        for _line in range(4):
            cell.add_paragraph()
        paragraph = cell.add_paragraph()
        paragraph.alignment = ALIGN.CENTER
        self.put(paragraph, name, bold=True, size=14)

    def _recipients(self, cell: _Cell) -> None:
        self.put(cell.paragraphs[0], "Nơi nhận:", bold=True, italic=True, size=12)
        for line in self.words.recipients:
            self.put(cell.add_paragraph(), line, size=11)

    def _signed_twice(self) -> None:
        table = self._cells(2, 82, 82)
        left, right = self.words.second
        self._signature(table.cell(0, 0), (left,), right)
        self._signature(table.cell(0, 1), self.words.signature, self.words.name)
        self._recipients(table.cell(1, 0))

    def _appendix(
        self, number: int, title: str, rows: tuple[tuple[str, ...], ...], closing: str
    ) -> None:
        section = self.doc.add_section(WD_SECTION.NEW_PAGE)
        if len(rows[0]) > 5:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Mm(297), Mm(210)
        child(raw_section(section), "w:pgNumType", start="1")
        several = len(self.words.appendices) > 1
        self._centred(f"Phụ lục {'I' * number}" if several else "Phụ lục")
        self._centred(title)
        symbol = self.words.number.removeprefix("Số:").strip()
        day = self.words.date.partition(", ")[2]
        kind = self.words.kind.capitalize()
        paragraph = self.doc.add_paragraph()
        paragraph.alignment = ALIGN.CENTER
        issuer = self.words.extra.get("issuer", "Ủy ban nhân dân xã Hòa Sơn")
        self.put(paragraph, f"(Kèm theo {kind} số {symbol} {day} của {issuer})", italic=True,
                 size=14)  # fmt: skip
        self.doc.add_paragraph()
        self._grid(self.doc, rows)
        self.put(self.doc.add_paragraph(), closing)


def raw_section(section: Any) -> Any:
    """The element of a section."""
    return section._sectPr  # noqa: SLF001 - the element itself
