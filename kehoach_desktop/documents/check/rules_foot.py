"""Rules of the foot: who receives the paper, who signs it and in whose name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.capacities import block_faults, is_office
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.drafts import is_draft
from kehoach_desktop.documents.check.lines import Line
from kehoach_desktop.documents.check.looks import Paragraph
from kehoach_desktop.documents.check.sizes import size_wrong
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.documents.check.words import is_upper, misspelt
from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.domain.text import nfc
from kehoach_desktop.i18n import _

Findings = Iterator[PaperFinding]
DEGREES = re.compile(
    r"(?:^|\s)(?:GS|PGS|TS|ThS|CN|KS|BS|DS|Ths|THS|NCS|TSKH|BSCKI{1,2}|CKI{1,2}|Thạc sĩ|Thạc sỹ|"
    r"Tiến sĩ|Tiến sỹ|Kỹ sư|Cử nhân|Bác sĩ|Giáo sư|Phó Giáo sư|Luật sư|LS|Dr|NGND|NGƯT|"
    r"Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng úy)(?=[.\s])"
)
CALLED = re.compile(r"(?:(?:Ông|Bà)(?= \S+ \S+ \S+)|Đồng chí|Đ/c)\b", re.IGNORECASE)
INVITES = {"GIẤY MỜI"}


def foot_rules(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Yield what is wrong with the recipients and the signatures."""
    yield from _recipients(anatomy, where)
    yield from _signatures(anatomy, where)
    yield from _row(anatomy)
    yield from _after(anatomy, where)


def _recipients(anatomy: Anatomy, where: Whereabouts) -> Findings:
    lines = anatomy.foot.recipients
    if not lines:
        yield found("recipients-missing", _("Cuối văn bản"), _("Không thấy “Nơi nhận:”."))
        return
    heading, *listed = lines
    place = where.line(heading)
    if heading.said != "Nơi nhận:":
        yield found("recipients-heading", place, _("Ghi “Nơi nhận:” với dấu hai chấm."))
    if not (heading.every("bold") and heading.every("italic")):
        yield found("recipients-heading", place, _("“Nơi nhận:” phải là chữ nghiêng, đậm."))
    yield from size_wrong("recipients-heading", place, heading, 12, 12)
    if not listed:
        yield found("recipients-missing", place, _("Dưới “Nơi nhận:” không có nơi nào."))
        return
    yield from _list(listed, where)
    yield from _first(listed[0], anatomy, where.line(listed[0]))


def _list(listed: Sequence[Line], where: Whereabouts) -> Findings:
    entries = _entries(listed)
    for line in listed:
        place = where.line(line)
        yield from size_wrong("recipients-lines", place, line, 11, 11)
        if line.some("bold") or line.some("italic"):
            yield found("recipients-lines", place, _("Từng nơi nhận phải là chữ đứng, không đậm."))
    for number, (line, said) in enumerate(entries, 1):
        place = where.line(line)
        if not said.startswith("- "):
            yield found("recipients-lines", place, _("Mỗi nơi nhận bắt đầu bằng “- ”."))
        if number < len(entries) and not said.endswith(";"):
            yield found("recipients-lines", place, _("Mỗi nơi nhận kết thúc bằng dấu “;”."))
    yield from _kept(entries, where.line(entries[-1][0]))


def _kept(entries: Sequence[tuple[Line, str]], place: str) -> Findings:
    said = entries[-1][1]
    if not re.match(r"-\s*Lưu\s*:\s*VT\b", said):
        stored = any(re.match(r"-\s*Lưu\b", s) for _line, s in entries)
        message = _("Dòng cuối của Nơi nhận phải là “- Lưu: VT, …”.")
        if stored:
            message = _("Dòng “- Lưu: VT, …” phải đứng cuối, ghi đúng “Lưu: VT”.")
        yield found("recipients-archive", place, message)
    if not said.endswith("."):
        yield found("recipients-archive", place, _("Dòng cuối của Nơi nhận kết thúc bằng dấu “.”."))


def _entries(listed: Sequence[Line]) -> list[tuple[Line, str]]:
    """Return the recipients with the lines they run over joined."""
    entries: list[tuple[Line, str]] = []
    for line in listed:
        said = nfc(line.said)
        open_end = entries and not entries[-1][1].endswith((";", "."))
        if entries and open_end and not re.match(r"[-–+]", said):
            entries[-1] = (entries[-1][0], f"{entries[-1][1]} {said}")
        else:
            entries.append((line, said))
    return entries


def _first(line: Line, anatomy: Anatomy, place: str) -> Findings:
    as_above = re.match(r"[-–]?\s*như trên\b", line.said.casefold())
    as_article = re.match(r"[-–]?\s*như điều\s+(\d+)", line.said.casefold())
    articles = [
        int(hit[1]) for p in anatomy.paragraphs if (hit := re.match(r"Điều\s+(\d+)", p.said))
    ]
    if as_article and int(as_article[1]) not in articles:
        message = _("“Như Điều {number}” nhưng văn bản không có Điều {number}.")
        yield found("recipients-first", place, message.format(number=as_article[1]))
    if anatomy.kind == "QUYẾT ĐỊNH" and not as_article:
        yield found(
            "recipients-first", place, _("Nơi nhận của quyết định mở đầu bằng “- Như Điều …;”.")
        )
    elif anatomy.addressee and anatomy.kind != "QUYẾT ĐỊNH" and not as_above:
        yield found(
            "recipients-first", place, _("Có “Kính gửi” thì nơi nhận mở đầu bằng “- Như trên;”.")
        )
    elif as_above and not anatomy.addressee:
        weight = Severity.INFO if anatomy.kind in INVITES else None
        message = _("Ghi “Như trên” nhưng văn bản không có “Kính gửi”.")
        yield found("recipients-first", place, message, weight)


def _signatures(anatomy: Anatomy, where: Whereabouts) -> Findings:
    if not anatomy.foot.signatures:
        message = _("Không thấy quyền hạn, chức vụ người ký.")
        yield found("signature-missing", _("Cuối văn bản"), message)
    for lines in anatomy.foot.signatures:
        yield from _signature(lines, anatomy, where.line(lines[0]))


def _signature(lines: Sequence[Line], anatomy: Anatomy, place: str) -> Findings:
    ranks = [line for line in lines if is_office(line.key)]
    names = [n for n in lines if n not in ranks and not _is_remark(n.said)]
    for line in ranks:
        if not is_upper(line.said) or not line.every("bold") or line.some("italic"):
            message = _("“{text}” phải in hoa, đứng, đậm.").format(text=line.said)
            yield found("signature-look", place, message)
        if line.paragraph.setting.align != "center" and line.row >= 0:
            yield found("signature-look", place, _("Quyền hạn, chức vụ phải canh giữa."))
        if right := misspelt(line.said):
            message = _("Ghi “{name}”, không ghi “{text}”.").format(name=right, text=line.said)
            yield found("signature-look", place, message)
        yield from size_wrong("signature-look", place, line, 13, 14)
    for rule, message in block_faults([line.said for line in ranks], anatomy):
        yield found(rule, place, message)
    yield from _name(names, place, draft=is_draft(anatomy))


def _is_remark(said: str) -> bool:
    return said.startswith(("(", "[")) or not any(letter.isalpha() for letter in said)


def _name(names: Sequence[Line], place: str, *, draft: bool) -> Findings:
    if not names:
        weight = None if draft else Severity.CHECK
        yield found("signer-missing", place, _("Chưa có họ tên người ký."), weight)
        return
    name = names[-1]
    if DEGREES.search(name.said):
        message = _("Trước họ tên không ghi học hàm, học vị, cấp hàm: “{name}”.")
        yield found("signer-name", place, message.format(name=name.said))
    elif CALLED.match(nfc(name.said)):
        message = _("Trước họ tên không ghi Ông, Bà, Đồng chí: “{name}”.").format(name=name.said)
        yield found("signer-name", place, message, Severity.CHECK)
    if not name.every("bold") or name.some("italic"):
        yield found("signer-name", place, _("Họ tên người ký phải là chữ đứng, đậm."))
    if is_upper(name.said):
        yield found("signer-name", place, _("Họ tên người ký phải viết in thường."))
    elif any(word[0].islower() for word in name.said.split()):
        message = _("Họ tên người ký phải viết hoa đầu mỗi chữ: “{name}”.")
        yield found("signer-name", place, message.format(name=name.said))
    if name.paragraph.setting.align != "center" and name.row >= 0:
        yield found("signer-name", place, _("Họ tên người ký phải canh giữa dưới chức vụ."))
    yield from size_wrong("signer-name", place, name, 13, 14)


def _row(anatomy: Anatomy) -> Findings:
    if not anatomy.foot.recipients or len(anatomy.foot.signatures) != 1:
        return
    receives, signs = anatomy.foot.recipients[0], anatomy.foot.signatures[0][0]
    place = _("Cuối văn bản")
    if receives.row < 0 or signs.row < 0 or receives.block != signs.block:
        return
    if receives.row != signs.row:
        message = _("“Nơi nhận:” phải ngang hàng với quyền hạn, chức vụ người ký.")
        yield found("foot-row", place, message)
    elif signs.column < receives.column:
        message = _("Nơi nhận phải ở bên trái, chữ ký ở bên phải.")
        yield found("block-order", place, message)


def _after(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Find text that has slipped under the foot."""
    known = {id(n.paragraph) for n in anatomy.foot.recipients}
    known |= {id(n.paragraph) for s in anatomy.foot.signatures for n in s}
    below = anatomy.paper.blocks[anatomy.foot.start : anatomy.foot.end]
    for block in below:
        if isinstance(block, Paragraph) and id(block) not in known and len(block.said) > 60:
            message = _("Nội dung đứng dưới khối Nơi nhận, chữ ký.")
            yield found("block-order", where.paragraph(block), message)
            return
