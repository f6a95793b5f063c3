"""Rules of papers that are cited: the symbol is that of the kind, a ground names its day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.days import named_days
from kehoach_desktop.documents.check.looks import paragraphs_of
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.domain.text import nfc
from kehoach_desktop.i18n import _

Findings = Iterator[PaperFinding]
# How the symbol of each kind begins; of resolutions of the National Assembly, with "QH".
BEGINS = {
    "Kế hoạch": ("KH",),
    "Quyết định": ("QĐ",),
    "Báo cáo": ("BC",),
    "Tờ trình": ("TTr",),
    "Thông báo": ("TB",),
    "Chỉ thị": ("CT",),
    "Nghị quyết": ("NQ", "QH", "UBTVQH"),
    "Nghị định": ("NĐ",),
    "Thông tư": ("TT",),
    "Giấy mời": ("GM",),
}
OF_NO_LETTER = {"KH", "QĐ", "BC", "TTr", "TB", "NQ", "NĐ", "GM"}
CITED = re.compile(
    rf"\b({'|'.join(BEGINS)}|Công văn) số\s+[\d.]+(?:/(?:19|20)\d\d)?\s*[/-]\s*([A-ZĐ][A-Za-zĐđ]*)"
)
GLUED = re.compile(r"\b(số)(\d+(?:/\d{4})?[/-][A-ZĐ]\S*)")
UNSAID = re.compile(
    rf"\b({'|'.join(BEGINS)}|Công văn)( \d+(?:/\d{{4}})?[/-][A-ZĐ][A-ZĐa-z]*(?:-[A-ZĐa-z]+)*)"
)
LAW = re.compile(r"căn cứ (?:bộ )?luật\b", re.IGNORECASE)
NUMBERED = re.compile(r"\bsố\s+[\d.]+(?:/\d{4})?\s*[/-]\s*[A-ZĐ]")


def citing_rules(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Yield papers that are cited by a symbol of another kind, and grounds that lack their day."""
    for paragraph in paragraphs_of(anatomy.paper.blocks):
        if where.is_quoted(paragraph):
            continue
        yield from _named(nfc(paragraph.said), where.paragraph(paragraph))
        for kind, begins in CITED.findall(nfc(paragraph.said)):
            own = begins.startswith(BEGINS.get(kind, "")) if kind in BEGINS else True
            if not own or (kind not in BEGINS and begins in OF_NO_LETTER):
                message = _("“{kind}” được dẫn với ký hiệu “{symbol}”, không phải của loại ấy.")
                said = message.format(kind=kind, symbol=begins)
                yield found("cited-symbol", where.paragraph(paragraph), said)
    for basis in anatomy.bases:
        yield from _ground(nfc(basis.said), where.paragraph(basis))


def _named(text: str, place: str) -> Findings:
    for pattern, joint, weight in ((GLUED, " ", None), (UNSAID, " số", Severity.INFO)):
        if hit := pattern.search(text):
            message = _("Ghi “{name}”, không ghi “{text}”.")
            said = message.format(name=f"{hit[1]}{joint}{hit[2]}", text=hit[0])
            yield found("cited-symbol", place, said, weight)


def _ground(text: str, place: str) -> Findings:
    """A ground names kind, number, issuer, day and subject; a law neither number nor issuer."""
    law, numbered = LAW.match(text), NUMBERED.search(text)
    if law and numbered:
        message = _("Căn cứ Luật, Pháp lệnh thì không ghi số, ký hiệu và cơ quan ban hành.")
        yield found("basis-form", place, message)
    dated = next(named_days(text), None) is not None or re.search(r"ngày[\s.…_]*tháng", text)
    if (law or numbered) and not dated:
        yield found("basis-form", place, _("Căn cứ thiếu ngày, tháng, năm ban hành."))
