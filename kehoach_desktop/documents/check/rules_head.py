"""Rules of the head: the nation's title and motto, the agencies, and the lines under them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.lines import Line
from kehoach_desktop.documents.check.looks import Paragraph
from kehoach_desktop.documents.check.sizes import points, size_wrong
from kehoach_desktop.documents.check.strokes import any_stroke, stroke_below, width_of_line
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.documents.check.words import (
    AGENCY,
    MOTTO,
    NATIONAL_TITLE,
    NATIONAL_TITLES,
    is_upper,
    misspelt,
)
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.domain.text import fold, nfc
from kehoach_desktop.i18n import _

Findings = Iterator[PaperFinding]
LENGTH_SLACK = 0.06
SHORTEST, LONGEST = 1 / 3 - 0.025, 1 / 2 + 0.025


def head_rules(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Yield what is wrong with the head of the paper."""
    yield from _national(anatomy, where)
    yield from _motto(anatomy, where)
    yield from _agencies(anatomy, where)
    yield from _order(anatomy)


def _national(anatomy: Anatomy, where: Whereabouts) -> Findings:
    line = anatomy.head.national
    if line is None:
        message = _("Không thấy Quốc hiệu “{words}”.").format(words=NATIONAL_TITLE)
        yield found("national-title", _("Trang đầu, Quốc hiệu"), message)
        return
    place = where.line(line)
    if nfc(line.said) not in NATIONAL_TITLES:
        message = _("Quốc hiệu ghi “{text}”, phải là “{words}”.")
        yield found("national-title", place, message.format(text=line.said, words=NATIONAL_TITLE))
    if not line.every("bold") or line.some("italic"):
        yield found("national-title-look", place, _("Quốc hiệu phải là chữ đứng, đậm."))
    yield from size_wrong("national-title-look", place, line, 12, 13)
    room = line.cell.width if line.cell else 0
    if room and width_of_line(line) > room * 1.03:
        message = _("Quốc hiệu cỡ {size} không nằm gọn trên một dòng của ô.")
        yield found("national-title-line", place, message.format(size=points(line.points)))


def _motto(anatomy: Anatomy, where: Whereabouts) -> Findings:
    line = anatomy.head.motto
    if line is None:
        message = _("Không thấy Tiêu ngữ “{words}”.").format(words=MOTTO)
        yield found("motto", _("Trang đầu, Tiêu ngữ"), message)
        return
    place = where.line(line)
    if nfc(line.said) != MOTTO:
        message = _("Tiêu ngữ ghi “{text}”, phải là “{words}”.")
        yield found("motto", place, message.format(text=line.said, words=MOTTO))
    if not line.every("bold") or line.some("italic"):
        yield found("motto-look", place, _("Tiêu ngữ phải là chữ đứng, đậm."))
    yield from size_wrong("motto-look", place, line, 13, 14)
    yield from _motto_line(anatomy, line, place)


def _motto_line(anatomy: Anatomy, line: Line, place: str) -> Findings:
    wanted = width_of_line(line)
    stroke = stroke_below(line, _neighbours(anatomy, line), _room(anatomy, line), wanted)
    if stroke is None:
        if not line.some("underlined") and not any_stroke(_top(anatomy)):
            yield found("motto-line", place, _("Thiếu đường kẻ dưới Tiêu ngữ."))
        return
    if stroke.length and abs(stroke.length / wanted - 1) > LENGTH_SLACK:
        message = _(
            "Đường kẻ dưới Tiêu ngữ dài {length} cm, phải bằng độ dài dòng chữ ({wanted} cm)."
        )
        yield found(
            "motto-line", place, message.format(length=_cm(stroke.length), wanted=_cm(wanted))
        )


def _cm(twips: float) -> str:
    return f"{twips / 567:.1f}".replace(".", ",")


def _top(anatomy: Anatomy) -> list[Paragraph]:
    return [line.paragraph for line in anatomy.lines[:12]] + _loose(anatomy, anatomy.head.end + 1)


def _loose(anatomy: Anatomy, end: int) -> list[Paragraph]:
    return [
        p
        for b in anatomy.paper.blocks[:end]
        for p in (
            [b]
            if isinstance(b, Paragraph)
            else [p for row in b.rows for cell in row.cells for p in cell.paragraphs]
        )
    ]


def _neighbours(anatomy: Anatomy, line: Line) -> Sequence[Paragraph]:
    if line.cell is not None:
        return line.cell.paragraphs
    return [b for b in anatomy.paper.blocks[:20] if isinstance(b, Paragraph)]


def _room(anatomy: Anatomy, line: Line) -> float:
    return line.cell.width if line.cell else anatomy.paper.sections[0].text_width


def _agencies(anatomy: Anatomy, where: Whereabouts) -> Findings:
    lines = anatomy.head.agencies
    if not lines:
        if anatomy.head.national is not None:
            message = _("Không thấy tên cơ quan ban hành bên trái Quốc hiệu.")
            yield found("agency", _("Trang đầu, tên cơ quan"), message)
        return
    place = where.line(lines[-1])
    start = issuing_start(lines)
    if re.match(r"(xa|phuong|dac khu) ", lines[0].key) and len(lines) > 1:
        message = _("“{text}” phải đứng dưới “{above}”.")
        said = message.format(text=lines[0].said, above=lines[1].said)
        yield found("agency", place, said)
    for index, line in enumerate(lines):
        yield from _agency_look(line, place)
        yield from _agency_bold(line, place, issuing=index >= start)
    yield from _agency_line(anatomy, lines[start:], place)
    national = anatomy.head.national
    if national is not None and national.points != lines[-1].points:
        message = _("Tên cơ quan cỡ {size}, Quốc hiệu cỡ {other}; nên cùng một cỡ.")
        sizes = {"size": points(lines[-1].points), "other": points(national.points)}
        yield found("head-sizes", place, message.format(**sizes))


def _agency_look(line: Line, place: str) -> Findings:
    if not is_upper(line.said):
        message = _("Tên cơ quan “{text}” phải viết in hoa.").format(text=line.said)
        yield found("agency-look", place, message)
    elif right := misspelt(line.said):
        message = _("Ghi “{name}”, không ghi “{text}”.").format(name=right, text=line.said)
        yield found("agency-look", place, message)
    if line.some("italic"):
        yield found("agency-look", place, _("Tên cơ quan phải là chữ đứng."))
    yield from size_wrong("agency-look", place, line, 12, 13)


def _agency_bold(line: Line, place: str, *, issuing: bool) -> Findings:
    if issuing and not line.every("bold"):
        message = _("Tên cơ quan ban hành “{text}” phải in đậm.")
    elif not issuing and line.some("bold"):
        message = _("Tên cơ quan chủ quản “{text}” không được in đậm.")
    else:
        return
    yield found("agency-bold", place, message.format(text=line.said))


def issuing_start(lines: Sequence[Line]) -> int:
    """Return which line the issuing body begins on; those before name the body above it."""
    starts = [i for i, line in enumerate(lines) if AGENCY.match(fold(line.said).upper())]
    if len(starts) > 1:
        last, before = starts[-1], lines[starts[-1] - 1].key
        goes_on = re.fullmatch(
            r"(van phong|uy ban|hoi dong|phong|ban|ban quan ly)( .{0,14})? ?(va|cua)?", before
        )
        if goes_on and (before in {"van phong", "ban quan ly"} or before.endswith((" va", " cua"))):
            starts = starts[:-1]
        return starts[-1] if starts else last
    return starts[0] if starts else 0


def _agency_line(anatomy: Anatomy, lines: Sequence[Line], place: str) -> Findings:
    last = lines[-1]
    wanted = width_of_line(last) * (SHORTEST + LONGEST) / 2
    stroke = stroke_below(last, _neighbours(anatomy, last), _room(anatomy, last), wanted)
    if stroke is None:
        if not last.some("underlined") and not any_stroke(_top(anatomy)):
            yield found("agency-line", place, _("Thiếu đường kẻ dưới tên cơ quan ban hành."))
        return
    shares = [stroke.length / width_of_line(line) for line in lines]
    if stroke.length and not any(SHORTEST <= share <= LONGEST for share in shares):
        message = _("Đường kẻ dưới tên cơ quan dài {length} cm, phải bằng 1/3 đến 1/2 dòng chữ.")
        yield found("agency-line", place, message.format(length=_cm(stroke.length)))


def _order(anatomy: Anatomy) -> Findings:
    head = anatomy.head
    place = _("Trang đầu")
    if head.national and head.motto and head.motto.order < head.national.order:
        yield found("block-order", place, _("Tiêu ngữ phải đứng dưới Quốc hiệu."))
    if _stands_left(head.national, head.agencies[0] if head.agencies else None):
        message = _("Tên cơ quan phải ở bên trái, Quốc hiệu và Tiêu ngữ ở bên phải.")
        yield found("block-order", place, message)
    if _stands_left(head.date, head.number):
        yield found("block-order", place, _("Số phải ở bên trái, địa danh và ngày ở bên phải."))
    yield from _above_title(anatomy, place)


def _stands_left(one: Line | None, other: Line | None) -> bool:
    """Say whether `one` stands in the same row to the left of `other`."""
    if one is None or other is None or one.row < 0 or one.row != other.row:
        return False
    return one.column < other.column


def _above_title(anatomy: Anatomy, place: str) -> Findings:
    head, title = anatomy.head, anatomy.title
    names = {
        _("Quốc hiệu"): head.national,
        _("Tiêu ngữ"): head.motto,
        _("dòng Số"): head.number,
        _("địa danh, ngày tháng"): head.date,
    }
    for name, line in names.items():
        if title is not None and line is not None and title.order < line.order:
            message = _("{name} phải đứng trên tên loại văn bản.").format(name=name)
            yield found("block-order", place, message[0].upper() + message[1:])
