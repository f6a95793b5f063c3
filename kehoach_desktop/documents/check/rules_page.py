"""Rules of the page: paper, margins, fonts, colours, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.looks import Paragraph, Run, Section, Table, paragraphs_of
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.i18n import _

Findings = Iterator[PaperFinding]
MM = 56.69
A4 = (210.0, 297.0)
SLACK = 0.6  # mm; Word rounds what is typed in centimetres
PORTRAIT = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
LANDSCAPE = dict.fromkeys(("top", "bottom", "left", "right"), (15, 35))
LEGACY = (".vn", "vni-", "vni ", "vnarial", "vntime", ".tmc", "svnt")
LONGEST_RAISED = 3  # letters: m², (1), [2]
SIGNS = ("symbol", "wingdings", "webdings", "segoe ui symbol", "mt extra", "cambria math")
ONE_PAGE = 3400  # letters a page surely takes no more of
STAMPS = ("HỎA TỐC", "HOẢ TỐC", "KHẨN", "THƯỢNG KHẨN", "MẬT", "TỐI MẬT", "TUYỆT MẬT")


def page_rules(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Yield what is wrong with the pages and the letters on them."""
    for number, section in enumerate(anatomy.paper.sections):
        yield from _sheet(section, where.section(number))
        tabled = any(isinstance(b, Table) and b.section == number for b in anatomy.body)
        if number == 0 and section.width > section.height and not tabled:
            message = _("Văn bản không có bảng thì trình bày theo chiều dài khổ giấy.")
            yield found("page-orientation", where.section(number), message)
    yield from _page_numbers(anatomy, where)
    yield from _fonts(anatomy, where)
    yield from _colours(anatomy, where)


def _sheet(section: Section, place: str) -> Findings:
    sides = sorted((section.width / MM, section.height / MM))
    shown = f"{section.width / MM:.0f} × {section.height / MM:.0f} mm"
    if any(abs(side - wanted) > 1.5 for side, wanted in zip(sides, A4, strict=True)):
        yield found(
            "page-size", place, _("Khổ giấy {size}, phải là A4 (210 × 297 mm).").format(size=shown)
        )
    lying = section.width > section.height
    if lying != section.landscape:
        message = _("Hướng giấy ghi trong tệp không khớp với kích thước {size}.").format(size=shown)
        yield found("page-orientation", place, message)
    limits = LANDSCAPE if lying else PORTRAIT
    for side, (least, most) in limits.items():
        margin = getattr(section, side) / MM
        if not least - SLACK <= margin <= most + SLACK:
            message = _("Lề {side} {margin} mm, phải từ {least} đến {most} mm.").format(
                side=_side(side), margin=f"{margin:.1f}".replace(".", ","), least=least, most=most
            )
            yield found("page-margins", place, message)


def _side(side: str) -> str:
    return {"top": _("trên"), "bottom": _("dưới"), "left": _("trái"), "right": _("phải")}[side]


def _is_number(paragraph: Paragraph) -> bool:
    return any(field.split()[:1] == ["PAGE"] for field in paragraph.fields)


def _numbered(parts: dict[str, tuple[Paragraph, ...]], kind: str) -> list[Paragraph]:
    return [p for p in parts.get(kind, ()) if _is_number(p)]


def _page_numbers(anatomy: Anatomy, where: Whereabouts) -> Findings:
    attached = {a.section for a in anatomy.attachments}
    for number, section in enumerate(anatomy.paper.sections):
        place = where.section(number)
        tops = _numbered(section.headers, "default")
        if any(_numbered(section.footers, kind) for kind in ("default", "first", "even")):
            yield found("page-number-place", place, _("Số trang đặt ở lề dưới, phải ở lề trên."))
        elif not tops and _is_long(anatomy, number):
            yield found("page-number-missing", place, _("Không có số trang ở lề trên."))
        yield from _number_looks(tops, place)
        if any(re.search(r"[^\d\s]", top.text) for top in tops):
            yield found("page-number-form", place, _("Số trang chỉ ghi chữ số, không thêm gì."))
        if section.page_format != "decimal":
            yield found("page-number-form", place, _("Số trang phải là chữ số Ả Rập."))
        if number == 0:
            yield from _first_page(section, place)
        elif number in attached and section.page_start != 1:
            message = _("Số trang của phụ lục phải đánh riêng, bắt đầu từ 1.")
            yield found("appendix-page-number", place, message)


def _is_long(anatomy: Anatomy, section: int) -> bool:
    """Say whether a section surely runs over its first page."""
    inside = [p for p in paragraphs_of(anatomy.paper.blocks) if p.section == section]
    return sum(len(p.text) for p in inside) > ONE_PAGE


def _first_page(section: Section, place: str) -> Findings:
    shown = section.headers if not section.title_page else {}
    on_first = _numbered(shown, "default") or _numbered(section.headers, "first")
    if on_first:
        yield found("page-number-first", place, _("Số trang hiện cả ở trang thứ nhất."))
    if section.page_start not in {None, 1}:
        message = _("Số trang bắt đầu từ {number}, phải từ 1.").format(number=section.page_start)
        yield found("page-number-first", place, message)


def _number_looks(tops: list[Paragraph], place: str) -> Findings:
    for paragraph in tops:
        if paragraph.setting.align != "center":
            yield found("page-number-place", place, _("Số trang phải đặt canh giữa lề trên."))
        for look in {run.look for run in paragraph.runs if run.text.strip()}:
            if not 13 <= look.points <= 14:
                message = _("Số trang cỡ {size}, phải cỡ 13 đến 14.").format(
                    size=_points(look.points)
                )
                yield found("page-number-look", place, message)
            if look.bold or look.italic:
                yield found("page-number-look", place, _("Số trang phải là chữ đứng, không đậm."))


def _points(size: float) -> str:
    return f"{size:g}".replace(".", ",")


def _seen(anatomy: Anatomy) -> Iterator[tuple[Paragraph, Run]]:
    tops = chain.from_iterable(
        part for s in anatomy.paper.sections for part in (*s.headers.values(), *s.footers.values())
    )
    unique = {id(p): p for p in (*paragraphs_of(anatomy.paper.blocks), *tops)}
    for paragraph in unique.values():
        for run in paragraph.runs:
            if any(letter.isalnum() for letter in run.text):
                yield paragraph, run


def _fonts(anatomy: Anatomy, where: Whereabouts) -> Findings:
    first: dict[str, Paragraph] = {}
    count: Counter[str] = Counter()
    for paragraph, run in _seen(anatomy):
        for font in run.look.fonts:
            if not font.casefold().startswith(("times new roman", *SIGNS)):
                first.setdefault(font, paragraph)
                count[font] += 1
    for font, paragraph in first.items():
        old = font.casefold().startswith(LEGACY)
        message = _("Phông “{font}” ở {count} chỗ, phải là Times New Roman.")
        if old:
            message = _(
                "Phông mã cũ “{font}” ở {count} chỗ; hãy chuyển sang Unicode, Times New Roman."
            )
        rule = "legacy-font" if old else "font-family"
        said = message.format(font=font, count=count[font])
        yield found(rule, where.paragraph(paragraph), said)


def _colours(anatomy: Anatomy, where: Whereabouts) -> Findings:
    told: set[tuple[str, str]] = set()
    for paragraph, run in _seen(anatomy):
        look = run.look
        traits = {
            "font-colour": look.colour if run.text.strip().upper() not in STAMPS else "",
            "text-underlined": "u" if look.underlined else "",
            "text-marked": "m" if look.marked else _struck(run),
            "hidden-text": "h" if look.hidden else "",
        }
        for rule, trait in traits.items():
            if trait and (rule, trait) not in told:
                told.add((rule, trait))
                in_body = rule == "text-underlined" and paragraph.order > 20
                weight = Severity.INFO if in_body and not run.text.isupper() else None
                yield found(rule, where.paragraph(paragraph), _trait_words(rule, run), weight)


def _struck(run: Run) -> str:
    """Return "s" for letters with a line through them, "r" for words raised or lowered."""
    raised = run.look.raised and any(len(word) > LONGEST_RAISED for word in run.text.split())
    return "s" if run.look.struck else "r" if raised else ""


def _trait_words(rule: str, run: Run) -> str:
    text = " ".join(run.text.split())[:40]
    return {
        "font-colour": _("Chữ màu #{colour} (“{text}”), phải là màu đen."),
        "text-underlined": _("Chữ gạch chân (“{text}”); hãy dùng đường kẻ rời hoặc bỏ gạch chân."),
        "text-marked": {
            "": _("Còn chữ tô nền đánh dấu (“{text}”)."),
            "s": _("Còn chữ gạch ngang (“{text}”)."),
            "r": _("Cả chữ “{text}” đặt nhỏ ở trên hoặc dưới dòng."),
        }[_struck(run)],
        "hidden-text": _("Còn chữ ẩn (“{text}”)."),
    }[rule].format(colour=run.look.colour, text=text)
