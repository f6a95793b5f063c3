"""Rules of what stands between the head and the text: title, subject, addressee, grounds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.lines import Line
from kehoach_desktop.documents.check.looks import paragraphs_of
from kehoach_desktop.documents.check.sizes import points, size_wrong
from kehoach_desktop.documents.check.strokes import stroke_below, width_of_line
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.documents.check.words import LETTER, NO_ADDRESSEE, is_upper
from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.domain.text import nfc
from kehoach_desktop.i18n import _

Findings = Iterator[PaperFinding]
SHORTEST, LONGEST = 0.3, 0.53
MUST_ADDRESS = {LETTER, "TỜ TRÌNH"}
OTHER_SPELLINGS = {"BẢN THOẢ THUẬN", "GIẤY UỶ QUYỀN", "QUI CHẾ", "QUI ĐỊNH"}


def title_rules(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Yield what is wrong between the head and the text."""
    if anatomy.title is None:
        yield from _letter(anatomy, where)
    else:
        yield from _title(anatomy, anatomy.title, where)
    yield from _addressee(anatomy, where)
    if anatomy.kind == "QUYẾT ĐỊNH":
        yield from _decision(anatomy, where)
    elif anatomy.kind == "NGHỊ QUYẾT" and anatomy.bases and anatomy.decree is None:
        message = _("Thiếu dòng “{name}” sau các căn cứ.").format(name="QUYẾT NGHỊ:")
        yield found("decision-parts", where.paragraph(anatomy.bases[-1]), message)
    for line in (anatomy.authority, anatomy.decree):
        yield from _set_apart(line, where)


def _title(anatomy: Anatomy, title: Line, where: Whereabouts) -> Findings:
    place = where.line(title)
    if not is_upper(title.said) or not title.every("bold") or title.some("italic"):
        yield found("title-look", place, _("Tên loại văn bản phải in hoa, đứng, đậm."))
    words = nfc(title.said).rstrip(" .:").upper()
    if words not in {anatomy.kind, *OTHER_SPELLINGS}:
        message = _("Tên loại ghi “{text}”, phải là “{words}”.")
        yield found("title-look", place, message.format(text=words, words=anatomy.kind))
    if title.said.endswith((".", ":", ";")):
        message = _("Ghi “{name}”, không ghi “{text}”.").format(name=words, text=title.said)
        yield found("title-look", place, message, Severity.CHECK)
    if title.paragraph.setting.align != "center" and title.row < 0:
        yield found("title-look", place, _("Tên loại văn bản phải canh giữa."))
    yield from size_wrong("title-look", place, title, 13, 14)
    if anatomy.head.brief:
        message = _("Văn bản có tên loại thì không ghi V/v dưới số, ký hiệu.")
        yield found("letter-subject", where.line(anatomy.head.brief[0]), message)
    if not anatomy.subject:
        yield found("subject-missing", place, _("Không thấy trích yếu dưới tên loại."))
        return
    yield from _subject(anatomy, where)


def _subject(anatomy: Anatomy, where: Whereabouts) -> Findings:
    place = where.line(anatomy.subject[0])
    lines = [n for n in anatomy.subject if not n.said.startswith("(")]
    if any(not n.every("bold") or n.some("italic") for n in lines):
        yield found("subject-look", place, _("Trích yếu phải là chữ đứng, đậm."))
    if any(n.paragraph.setting.align != "center" for n in anatomy.subject):
        yield found("subject-look", place, _("Trích yếu phải canh giữa dưới tên loại."))
    if lines and all(is_upper(n.said) for n in lines) and len(lines[0].said) > 12:
        yield found("subject-look", place, _("Trích yếu phải viết in thường."))
    if anatomy.subject_text.endswith((".", ";")):
        yield found("subject-look", place, _("Cuối trích yếu không ghi dấu câu."), Severity.CHECK)
    if re.match(r"v\s*/\s*v\b", anatomy.subject[0].key):
        message = _("Dưới tên loại ghi “Về việc …”; “V/v” chỉ dùng ở công văn.")
        yield found("subject-look", place, message, Severity.CHECK)
    for line in anatomy.subject:
        yield from size_wrong("subject-look", place, line, 13, 14)
    yield from _subject_line(anatomy, place)


def _subject_line(anatomy: Anatomy, place: str) -> Findings:
    last = anatomy.subject[-1]
    around = tuple(paragraphs_of(anatomy.paper.blocks[: anatomy.body_start + 1]))
    room = last.cell.width if last.cell else anatomy.paper.sections[0].text_width
    stroke = stroke_below(last, around, room, width_of_line(last) * (SHORTEST + LONGEST) / 2)
    if stroke is None:
        if not last.some("underlined") and not any(n.paragraph.strokes for n in anatomy.subject):
            yield found("subject-line", place, _("Thiếu đường kẻ dưới trích yếu."))
        return
    widths = [min(width_of_line(line), room or 1e6) for line in anatomy.subject]
    if stroke.length and not any(SHORTEST <= stroke.length / w <= LONGEST for w in widths):
        length = f"{stroke.length / 567:.1f}".replace(".", ",")
        message = _("Đường kẻ dưới trích yếu dài {length} cm, phải bằng 1/3 đến 1/2 dòng chữ.")
        yield found("subject-line", place, message.format(length=length))


def _stands_below(brief: Line, number: Line) -> bool:
    """Say whether V/v stands in the cell of the number, or at tabs in the lines under it."""
    if number.row < 0 and brief.row < 0:
        return number.block < brief.block <= number.block + 2
    return (number.block, number.column) == (brief.block, brief.column)


def _letter(anatomy: Anatomy, where: Whereabouts) -> Findings:
    brief = anatomy.head.brief
    if not brief:
        message = _(
            "Không thấy tên loại văn bản; nếu là công văn thì thiếu dòng V/v dưới số, ký hiệu."
        )
        yield found("title-missing", _("Trang đầu"), message)
        return
    place = where.line(brief[0])
    number = anatomy.head.number
    if not brief[0].said.startswith("V/v "):
        message = _("Trích yếu công văn phải bắt đầu bằng “V/v ”.")
        yield found("letter-subject", place, message)
    if number is not None and not _stands_below(brief[0], number):
        yield found("letter-subject", place, _("Dòng V/v phải đứng dưới số, ký hiệu."))
    named = (n for n in anatomy.lines[:20] if n.key == "cong van" and is_upper(n.said))
    for line in named:
        message = _("Công văn không được ghi tên loại văn bản: “{text}”.").format(text=line.said)
        yield found("letter-subject", where.line(line), message)
    for line in brief:
        yield from size_wrong("letter-subject-look", place, line, 12, 13)
        if line.some("bold") or line.some("italic"):
            yield found("letter-subject-look", place, _("Dòng V/v phải là chữ đứng, không đậm."))
            break
    if brief[-1].said.endswith((".", ";")):
        message = _("Cuối trích yếu không ghi dấu câu.")
        yield found("letter-subject-look", place, message, Severity.CHECK)
    yield from _letter_gap(brief[0], number, place)


def _letter_gap(brief: Line, number: Line | None, place: str) -> Findings:
    if number is None or brief.paragraph is number.paragraph or brief.row != number.row:
        return
    gap = brief.paragraph.setting.before + number.paragraph.setting.after
    if brief.paragraph.order - number.paragraph.order == 1 and gap < 5.9:
        message = _("Dòng V/v cách số {gap} pt, phải cách 6 pt.").format(gap=points(gap))
        yield found("letter-subject-look", place, message)


def _addressee(anatomy: Anatomy, where: Whereabouts) -> Findings:
    lines = anatomy.addressee
    if not lines:
        if anatomy.kind in MUST_ADDRESS:
            message = _("{kind} phải có dòng “Kính gửi:”.").format(kind=anatomy.kind)
            yield found("addressee-missing", _("Trang đầu, Kính gửi"), message)
        return
    place = where.line(lines[0])
    if anatomy.kind in NO_ADDRESSEE:
        message = _("{kind} không được ghi dòng “Kính gửi”.").format(kind=anatomy.kind)
        yield found("addressee-not-allowed", place, message)
    if not lines[0].said.startswith("Kính gửi:"):
        yield found("addressee-form", place, _("Ghi “Kính gửi:” với dấu hai chấm."))
    anchor = anatomy.subject[-1] if anatomy.subject else anatomy.title
    if anchor is not None and lines[0].order < anchor.order:
        yield found("block-order", place, _("“Kính gửi” phải đứng dưới trích yếu."))
    yield from _addressee_look(lines, place)
    yield from _addressee_list(lines, place)


def _addressee_look(lines: Sequence[Line], place: str) -> Findings:
    for line in lines:
        yield from size_wrong("addressee-look", place, line, 13, 14)
    if any(line.some("italic") for line in lines):
        yield found("addressee-look", place, _("“Kính gửi” và nơi nhận phải là chữ đứng."))
    elif any(line.every("bold") for line in lines):
        yield found("addressee-look", place, _("“Kính gửi” và nơi kính gửi không được in đậm."))


def _addressee_list(lines: Sequence[Line], place: str) -> Findings:
    if ";" in lines[0].said.rstrip(" ;"):
        message = _("Kính gửi từ hai nơi thì mỗi nơi ghi một dòng, bắt đầu bằng “- ”.")
        yield found("addressee-form", place, message)
    listed = [line.said for line in lines[1:] if line.said.startswith(("-", "–"))]
    if len(listed) < 2:
        return
    if any(not said.endswith(";") for said in listed[:-1]) or not listed[-1].endswith("."):
        message = _("Từng nơi kính gửi kết thúc bằng dấu “;”, nơi cuối cùng bằng dấu “.”.")
        yield found("addressee-form", place, message)


def _set_apart(line: Line | None, where: Whereabouts) -> Findings:
    if line is None:
        return
    centred = line.paragraph.setting.align == "center"
    if not (centred and line.every("bold")) or line.some("italic"):
        message = _("“{text}” phải in hoa, đậm, canh giữa.").format(text=line.said)
        yield found("decision-parts", where.line(line), message)
    yield from size_wrong("decision-parts", where.line(line), line, 13, 14)


def _decision(anatomy: Anatomy, where: Whereabouts) -> Findings:
    place = where.line(anatomy.title) if anatomy.title else _("Trang đầu")
    if anatomy.authority is None:
        message = _("Thiếu dòng thẩm quyền ban hành (in hoa, đậm) dưới trích yếu.")
        yield found("decision-parts", place, message)
    if not anatomy.bases:
        yield found("decision-parts", place, _("Quyết định không có căn cứ."))
    yield from _decree(anatomy.decree, where, place)
    if not any(re.match(r"Điều\s+1\b", p.said) for p in anatomy.paragraphs):
        yield found("decision-parts", place, _("Quyết định không có Điều 1."))
    if anatomy.bases:
        yield from _decision_order(anatomy, place)


def _decree(decree: Line | None, where: Whereabouts, place: str) -> Findings:
    if decree is None:
        yield found("decision-parts", place, _("Thiếu dòng “QUYẾT ĐỊNH:” sau các căn cứ."))
    elif not is_upper(decree.said) or not decree.said.endswith(":"):
        message = _("Dòng “QUYẾT ĐỊNH:” phải in hoa, đậm, có dấu hai chấm.")
        yield found("decision-parts", where.line(decree), message)


def _decision_order(anatomy: Anatomy, place: str) -> Findings:
    first, last = anatomy.bases[0].order, anatomy.bases[-1].order
    if anatomy.authority is not None and first < anatomy.authority.paragraph.order:
        yield found("block-order", place, _("Thẩm quyền ban hành phải đứng trên các căn cứ."))
    if anatomy.decree is not None and anatomy.decree.paragraph.order < last:
        yield found("block-order", place, _("Dòng “QUYẾT ĐỊNH:” phải đứng sau các căn cứ."))
