"""Rules of the grounds: italic, each with its sign, in order, said once and still in force."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.days import issued_on, named_days
from kehoach_desktop.documents.check.looks import Paragraph
from kehoach_desktop.documents.check.sizes import points
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.domain.text import fold, nfc, typed_day
from kehoach_desktop.i18n import _

Findings = Iterator[PaperFinding]
# The day of the law that stands now, and the day from which it does.
LAWS: dict[str, tuple[date, date]] = {
    "to chuc chinh quyen dia phuong": (date(2025, 6, 16), date(2025, 6, 16)),
    "ngan sach nha nuoc": (date(2025, 6, 25), date(2026, 1, 1)),
    "ban hanh van ban quy pham phap luat": (date(2025, 2, 19), date(2025, 4, 1)),
    "can bo, cong chuc": (date(2025, 6, 24), date(2025, 7, 1)),
    "giao dich dien tu": (date(2023, 6, 22), date(2024, 7, 1)),
    "can cuoc": (date(2023, 11, 27), date(2024, 7, 1)),
    "cu tru": (date(2020, 11, 13), date(2021, 7, 1)),
    "dat dai": (date(2024, 1, 18), date(2024, 8, 1)),
    "dau thau": (date(2023, 6, 23), date(2024, 1, 1)),
    "vien thong": (date(2023, 11, 24), date(2024, 7, 1)),
}
DECREES = {
    "110/2004/NĐ-CP": ("Nghị định số 30/2020/NĐ-CP", date(2020, 3, 5)),
    "01/2011/TT-BNV": ("Nghị định số 30/2020/NĐ-CP", date(2020, 3, 5)),
    "61/2018/NĐ-CP": ("Nghị định số 118/2025/NĐ-CP", date(2025, 7, 1)),
}
LAW = re.compile(r"\bluat (" + "|".join(LAWS) + r")\b")
TWO = re.compile(r"[;.,] (?:Căn cứ|Theo đề nghị|Xét đề nghị)\b")
PROPOSED = re.compile(r"(?:theo|xet) (?:de nghi|to trinh)|xet\b")
RANKS = (r"can cu (?:bo )?luat\b", r"can cu nghi dinh\b", r"can cu thong tu\b")


def basis_rules(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Yield what is wrong with the grounds that a paper names under its title."""
    for number, basis in enumerate(anatomy.bases, 1):
        yield from _look(basis, where.paragraph(basis), last=number == len(anatomy.bases))
    yield from _order(anatomy.bases, where)
    on = issued_on(anatomy.head.date.said) if anatomy.head.date is not None else None
    for basis in anatomy.bases:
        yield from _replaced(nfc(basis.said), on or date.max, where.paragraph(basis))


def _look(basis: Paragraph, place: str, *, last: bool) -> Findings:
    if not all(run.look.italic for run in basis.runs if run.text.strip()):
        yield found("basis-italic", place, _("Căn cứ phải là chữ nghiêng."))
    seen = [run.look for run in basis.runs if run.text.strip()]
    if all(look.bold for look in seen):
        yield found("basis-look", place, _("Căn cứ không được in đậm."))
    if wrong := [look.points for look in seen if not 13 <= look.points <= 14]:
        message = _("“{text}” cỡ {size}, phải cỡ {asked}.")
        said = message.format(text=basis.said[:50], size=points(wrong[0]), asked="13–14")
        yield found("basis-look", place, said)
    if basis.said[:1].islower():
        message = _("Đầu đoạn phải viết hoa: “{text}”.").format(text=basis.said[:30])
        yield found("basis-form", place, message)
    if TWO.search(nfc(basis.said)):
        yield found("basis-form", place, _("Mỗi căn cứ ghi một dòng riêng."))
    if not basis.said.endswith("." if last else ";"):
        message = _("Căn cứ phải kết thúc bằng dấu “;”.")
        if last:
            message = _("Căn cứ cuối cùng phải kết thúc bằng dấu “.”.")
        yield found("basis-ending", place, message)


def _order(bases: Sequence[Paragraph], where: Whereabouts) -> Findings:
    keys = [fold(basis.said).rstrip(" .;,") for basis in bases]
    for index, (above, below) in enumerate(pairwise(keys), 1):
        place = where.paragraph(bases[index])
        if PROPOSED.match(above) and below.startswith("can cu"):
            message = _("“Theo đề nghị”, “Xét” phải đứng sau các căn cứ pháp lý.")
            yield found("basis-order", place, message)
        ranks = [_rank(key) for key in (above, below)]
        if None not in ranks and ranks != sorted(ranks, key=lambda rank: rank or 0):
            message = _("Căn cứ xếp theo hiệu lực pháp lý: Luật, Nghị định, rồi đến Thông tư.")
            yield found("basis-order", place, message)
        if below in keys[:index]:
            yield found("basis-twice", place, _("Căn cứ này ghi hai lần."))


def _rank(key: str) -> int | None:
    return next((n for n, pattern in enumerate(RANKS) if re.match(pattern, key)), None)


def _replaced(text: str, on: date, place: str) -> Findings:
    law = LAW.search(fold(text))
    day = next((named.on for named in named_days(text)), None)
    if law and day is not None:
        now, since = LAWS[law[1]]
        if day < now and on >= since:
            message = _("Luật ngày {day} đã được thay bằng Luật ngày {now}.")
            said = message.format(day=typed_day(day), now=typed_day(now))
            yield found("basis-replaced", place, said)
    for number, (other, since) in DECREES.items():
        if number in text and on >= since:
            message = _("Văn bản số {number} đã được thay bằng {other}.")
            yield found("basis-replaced", place, message.format(number=number, other=other))
