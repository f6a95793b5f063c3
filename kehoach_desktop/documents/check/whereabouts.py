"""The place of every paragraph of a paper, in the words a person finds it by."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.lines import Line
from kehoach_desktop.documents.check.looks import Block, Paragraph, Table
from kehoach_desktop.documents.check.places import head_place, place_blocks, row_place
from kehoach_desktop.documents.check.verbatim import quoted_paragraphs
from kehoach_desktop.i18n import _


class Whereabouts:
    """Knows where each paragraph of one paper stands."""

    def __init__(self, anatomy: Anatomy) -> None:
        self._places: dict[int, str] = {}
        self._sections = {a.section: a.name for a in anatomy.attachments}
        self._quoted = quoted_paragraphs(anatomy)
        self._name_head(anatomy)
        for placed in place_blocks(anatomy.body):
            self._name(placed.block, placed.place, placed.section, placed.table)
        self._name_foot(anatomy)
        for attachment in anatomy.attachments:
            self._name_attached(attachment.name, attachment.blocks)

    def paragraph(self, paragraph: Paragraph) -> str:
        """Return the place of a paragraph; those of headers stand in the margins."""
        return self._places.get(id(paragraph), _("Lề trang"))

    def is_quoted(self, paragraph: Paragraph) -> bool:
        """Say whether a paragraph repeats another paper word for word."""
        return id(paragraph) in self._quoted

    def line(self, line: Line) -> str:
        """Return the place of a line."""
        return self.paragraph(line.paragraph)

    def section(self, number: int) -> str:
        """Return the name of a stretch of pages."""
        if number in self._sections:
            return _("Trang của {name}").format(name=self._sections[number])
        return (
            _("Trang văn bản")
            if number == 0
            else _("Phần trang {number}").format(number=number + 1)
        )

    def _name_head(self, anatomy: Anatomy) -> None:
        head = anatomy.head
        groups = (
            (head.agencies, _("tên cơ quan")),
            ((head.national,), _("Quốc hiệu")),
            ((head.motto,), _("Tiêu ngữ")),
            ((head.number,), _("dòng Số")),
            ((head.date,), _("địa danh, ngày tháng")),
            (head.brief, _("dòng V/v")),
            ((anatomy.title,), _("tên loại")),
            (anatomy.subject, _("trích yếu")),
            (anatomy.addressee, _("Kính gửi")),
            ((anatomy.authority,), _("thẩm quyền ban hành")),
            ((anatomy.decree,), _("dòng Quyết định")),
        )
        for line in anatomy.lines:
            self._places[id(line.paragraph)] = _("Trang đầu")
        for lines, part in groups:
            for named in lines:
                if named is not None:
                    self._places[id(named.paragraph)] = head_place(part)
        for number, basis in enumerate(anatomy.bases, 1):
            self._places[id(basis)] = head_place(_("căn cứ {number}").format(number=number))

    def _name_foot(self, anatomy: Anatomy) -> None:
        for number, line in enumerate(anatomy.foot.recipients):
            place = _("Nơi nhận, dòng {number}").format(number=number) if number else _("Nơi nhận")
            self._places[id(line.paragraph)] = place
        for signature in anatomy.foot.signatures:
            for line in signature:
                self._places[id(line.paragraph)] = _("Khối chữ ký")
        for block in anatomy.paper.blocks[anatomy.foot.start : anatomy.foot.end]:
            self._name(block, _("Cuối văn bản"), _("Cuối văn bản"), 0, keep=True)

    def _name_attached(self, name: str, blocks: Sequence[Block]) -> None:
        paragraphs, tables = 0, 0
        for block in blocks:
            if isinstance(block, Table):
                tables += 1
                self._name(block, name, name, tables)
            elif block.said:
                paragraphs += 1
                place = _("{name}, đoạn {number}").format(name=name, number=paragraphs)
                self._places[id(block)] = place

    def _name(
        self, block: Block, place: str, section: str, table: int, *, keep: bool = False
    ) -> None:
        if isinstance(block, Paragraph):
            if not (keep and id(block) in self._places):
                self._places[id(block)] = place
            return
        for number, row in enumerate(block.rows, 1):
            for cell in row.cells:
                for paragraph in cell.paragraphs:
                    if not (keep and id(paragraph) in self._places):
                        where = row_place(section, table, number) if table else place
                        self._places[id(paragraph)] = where
