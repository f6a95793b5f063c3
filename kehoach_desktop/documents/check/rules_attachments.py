"""Rules of appendices: heading, number, reference to the paper, pages, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.attachments import Attachment
from kehoach_desktop.documents.check.capacities import issued_by_unit
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.days import named_days
from kehoach_desktop.documents.check.looks import Cell, Paragraph, Table
from kehoach_desktop.documents.check.numbers import roman
from kehoach_desktop.documents.check.places import table_place
from kehoach_desktop.documents.check.sizes import points, size_wrong
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.documents.check.words import is_blank, is_upper
from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.domain.text import fold, nfc
from kehoach_desktop.i18n import _

Findings = Iterator[PaperFinding]
REFERENCE = re.compile(r"số\s*:?\s*([\d\s.…_]*)\s*/\s*([A-ZĐ][^\s,;)]*)")
BY_COMMITTEE = re.compile(r"\bcủa (?:UBND|(?:Ủy|Uỷ) ban nhân dân)\b")
ATTACHED_HERE = re.compile(r"Phụ lục ([IVX]+)(?= (?:đính )?kèm theo)")
ROWS_OF_A_PAGE = 3
ROWS_IN_TEXT = 14
SMALLEST = 10.9


def attachment_rules(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Yield what is wrong with the appendices and with tables."""
    for count, attachment in enumerate(anatomy.attachments, 1):
        yield from _heading(attachment, count, len(anatomy.attachments), where)
        yield from _title(attachment, where)
        yield from _reference(attachment, anatomy)
        yield from _page(attachment, anatomy)
        for number, table in enumerate(attachment.tables, 1):
            place = table_place(attachment.name, number)
            yield from _table(table, place, ROWS_OF_A_PAGE)
            if not table.lined and len(table.rows) > 2 and not _is_layout(table):
                message = _("Bảng của phụ lục phải có đường kẻ khung.")
                yield found("table-borders", place, message)
    for number, table in enumerate(anatomy.tables, 1):
        yield from _table(table, table_place(_("Nội dung"), number), ROWS_IN_TEXT)
    yield from _mention(anatomy)


def _heading(attachment: Attachment, count: int, total: int, where: Whereabouts) -> Findings:
    line = attachment.heading
    if line is None:
        return
    place = where.line(line)
    said = nfc(line.said)
    if said.startswith("PHỤ LỤC"):
        message = _("Ghi “Phụ lục” bằng chữ in thường, không ghi “PHỤ LỤC”.")
        yield found("appendix-heading", place, message)
    elif not said.startswith("Phụ lục"):
        yield found("appendix-heading", place, _("Ghi “Phụ lục” cho đúng chính tả."))
    if re.fullmatch(r"phụ lục(\s+\w+)?", said, re.IGNORECASE) is None:
        message = _("Dòng “Phụ lục” đứng riêng, tên phụ lục ở dòng dưới.")
        yield found("appendix-heading", place, message)
    if not line.every("bold") or line.some("italic"):
        yield found("appendix-look", place, _("“Phụ lục” phải là chữ đứng, đậm."))
    if line.paragraph.setting.align != "center":
        yield found("appendix-look", place, _("“Phụ lục” phải canh giữa."))
    yield from size_wrong("appendix-look", place, line, 14, 14)
    yield from _heading_number(attachment, count, total, place)


def _heading_number(attachment: Attachment, count: int, total: int, place: str) -> Findings:
    wanted = roman(count) if total > 1 else ""
    if attachment.number != wanted:
        message = _("Có {total} phụ lục thì ghi “Phụ lục {wanted}”.").format(
            total=total, wanted=wanted
        )
        if not wanted:
            message = _("Chỉ có một phụ lục thì không đánh số.")
        yield found("appendix-number", place, message)


def _title(attachment: Attachment, where: Whereabouts) -> Findings:
    if attachment.heading is not None and not attachment.title:
        yield found("appendix-title", attachment.name, _("Phụ lục không có tên."))
    for line in attachment.title:
        place = where.line(line)
        named = attachment.heading is not None and not is_upper(line.said)
        if named or not line.every("bold") or line.some("italic"):
            yield found("appendix-title", place, _("Tên phụ lục phải in hoa, đứng, đậm."))
        if line.paragraph.setting.align != "center":
            yield found("appendix-title", place, _("Tên phụ lục phải canh giữa."))
        yield from size_wrong("appendix-title", place, line, 13, 14)


def _reference(attachment: Attachment, anatomy: Anatomy) -> Findings:
    lines = attachment.reference
    place = attachment.name
    if not lines:
        message = _("Dưới tên phụ lục thiếu dòng “(Kèm theo … số … ngày … của …)”.")
        yield found("appendix-reference", place, message)
        return
    if not all(line.every("italic") for line in lines):
        yield found("appendix-reference", place, _("Dòng “(Kèm theo …)” phải là chữ nghiêng."))
    if any(line.some("bold") for line in lines):
        yield found("appendix-reference", place, _("Dòng “(Kèm theo …)” không được in đậm."))
    if any(line.paragraph.setting.align != "center" for line in lines):
        yield found("appendix-reference", place, _("Dòng “(Kèm theo …)” phải canh giữa."))
    if not attachment.reference_text.endswith(")"):
        yield found("appendix-reference", place, _("Dòng “(Kèm theo …)” thiếu dấu ngoặc đóng."))
    for line in lines:
        yield from size_wrong("appendix-reference", place, line, 13, 14)
    yield from _agreement(attachment.reference_text, anatomy, place)


def _agreement(text: str, anatomy: Anatomy, place: str) -> Findings:
    number = anatomy.head.number
    own = REFERENCE.search(number.said) if number is not None else None
    own = own or (re.search(r"Số:\s*([\d\s]*)/(\S+)", number.said) if number is not None else None)
    named = REFERENCE.search(text)
    if own and named:
        digits = (own[1].strip(), named[1].strip())
        if not any(map(is_blank, digits)) and digits[0] != digits[1]:
            message = _("Dòng “(Kèm theo …)” ghi số {named}, văn bản số {own}.")
            yield found("appendix-reference", place, message.format(named=digits[1], own=digits[0]))
        if own[2] != named[2]:
            message = _("Dòng “(Kèm theo …)” ghi ký hiệu {named}, văn bản ghi {own}.")
            yield found("appendix-reference", place, message.format(named=named[2], own=own[2]))
    if anatomy.kind and anatomy.title and fold(anatomy.kind) not in fold(text):
        message = _("Dòng “(Kèm theo …)” không ghi đúng tên loại {kind}.").format(kind=anatomy.kind)
        yield found("appendix-reference", place, message)
    yield from _issuer(text, anatomy, place)
    yield from _day(text, anatomy, place)


def _issuer(text: str, anatomy: Anatomy, place: str) -> Findings:
    by_chairman = anatomy.authority is not None and anatomy.authority.key.startswith("chu tich")
    if by_chairman and BY_COMMITTEE.search(nfc(text)):
        message = _("Quyết định của Chủ tịch thì ghi “của Chủ tịch Ủy ban nhân dân …”.")
        yield found("appendix-reference", place, message, Severity.CHECK)
    bold = [line.said for line in anatomy.head.agencies if line.every("bold")]
    if issued_by_unit(anatomy) and fold(" ".join(bold)) not in fold(text):
        message = _("“{text}” không phải cơ quan ban hành ghi ở đầu văn bản.")
        named = text.rpartition(" của ")[2].rstrip(") ")
        yield found("appendix-reference", place, message.format(text=named))


def _day(text: str, anatomy: Anatomy, place: str) -> Findings:
    date = anatomy.head.date
    on = next(named_days(date.said), None) if date is not None else None
    then = next(named_days(text), None)
    if on is None or then is None:
        return
    if on.on != then.on:
        message = _("Dòng “(Kèm theo …)” ghi {then}, văn bản ghi {on}.")
        yield found("appendix-reference", place, message.format(then=then.text, on=on.text))
    elif fold(on.text) != fold(then.text):
        message = _("Ghi “{name}”, không ghi “{text}”.").format(name=on.text, text=then.text)
        yield found("appendix-reference", place, message, Severity.CHECK)


def _page(attachment: Attachment, anatomy: Anatomy) -> Findings:
    section = anatomy.paper.sections[min(attachment.section, len(anatomy.paper.sections) - 1)]
    first = next((b for b in attachment.blocks if isinstance(b, Paragraph) and b.said), None)
    before = anatomy.paper.blocks[attachment.start - 1] if attachment.start else None
    own = attachment.section != _section_of(before)
    breaks = [p for p in (first, before) if isinstance(p, Paragraph)]
    broken = any(p.page_break or p.setting.new_page for p in breaks)
    broken = broken or (first is not None and first.setting.new_page)
    if own and section.kind == "continuous" and not broken:
        yield found("appendix-page", attachment.name, _("Phụ lục phải bắt đầu ở trang mới."))
    elif not own:
        message = _("Phụ lục phải bắt đầu ở trang mới.")
        if broken:
            message = _(
                "Phụ lục nên đứng trong một phần (section) riêng để số trang đánh lại từ 1."
            )
        yield found("appendix-page", attachment.name, message)


def _section_of(block: object) -> int:
    return block.section if isinstance(block, Paragraph | Table) else -1


def _is_layout(table: Table) -> bool:
    return not table.bordered and max((len(r.cells) for r in table.rows), default=0) <= 2


def _table(table: Table, place: str, rows: int) -> Findings:
    if _is_layout(table) or not table.rows:
        return
    header = table.rows[0]
    if len(table.rows) > rows and not header.header:
        message = _("Hàng tiêu đề của bảng chưa đặt lặp lại ở đầu mỗi trang.")
        yield found("table-header-repeat", place, message)
    cells = [cell for cell in header.cells if cell.said]
    if cells and not all(map(_bold, cells)) and len(table.rows) > 2:
        yield found("table-header-look", place, _("Hàng tiêu đề của bảng phải in đậm."))
    if cells and len(table.rows) > 2 and not any(map(_centred, cells)):
        yield found("table-header-look", place, _("Hàng tiêu đề của bảng phải canh giữa."))
    small = [s for row in table.rows for cell in row.cells for s in _sizes(cell) if s < SMALLEST]
    if small:
        message = _("Chữ trong bảng cỡ {size}, khó đọc; nên từ cỡ 11.").format(
            size=points(min(small))
        )
        yield found("table-text-size", place, message)


def _bold(cell: Cell) -> bool:
    runs = [run for p in cell.paragraphs for run in p.runs if run.text.strip()]
    return all(run.look.bold for run in runs)


def _centred(cell: Cell) -> bool:
    return any(p.setting.align == "center" for p in cell.paragraphs if p.said)


def _sizes(cell: Cell) -> Iterator[float]:
    for paragraph in cell.paragraphs:
        for run in paragraph.runs:
            if run.text.strip() and not run.look.raised:
                yield run.look.points


def _unknown(anatomy: Anatomy) -> Findings:
    """Find an appendix that the text sends the reader to and the paper does not have."""
    own = {a.number for a in anatomy.attachments if a.heading is not None}
    for paragraph in anatomy.paragraphs if own else ():
        for hit in ATTACHED_HERE.finditer(nfc(paragraph.said)):
            if hit[1] not in own:
                message = _("Nội dung nhắc đến Phụ lục {number} kèm theo, tệp không có.")
                yield found("appendix-unknown", _("Nội dung"), message.format(number=hit[1]))


def _mention(anatomy: Anatomy) -> Findings:
    texts = [p.said for p in anatomy.paragraphs] + [p.said for p in anatomy.bases]
    cells = [c.said for t in anatomy.tables for r in t.rows for c in r.cells]
    said = " ".join(map(nfc, (*texts, *cells))).casefold()
    named = [a for a in anatomy.attachments if a.heading is not None]
    listed = re.search(r"phụ lục|danh sách|kèm theo|biểu", said)
    if named and not listed:
        message = _("Nội dung chưa nhắc đến phụ lục kèm theo.")
        yield found("appendix-mentioned", _("Nội dung"), message)
    yield from _unknown(anatomy)
    kind = anatomy.kind.casefold()
    points_to = (
        re.search(rf"phụ lục( [ivx]+)? (đính )?kèm theo({kind} này)?", said) if kind else None
    )
    if points_to and not anatomy.attachments:
        message = _("Nội dung nhắc đến phụ lục kèm theo nhưng tệp không có phụ lục.")
        yield found("appendix-mentioned", _("Nội dung"), message, Severity.INFO)
