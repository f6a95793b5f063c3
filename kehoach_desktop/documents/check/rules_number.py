"""Rules of the number, the symbol, the place and the day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.capacities import issued_by_unit
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.days import day_of, why_impossible
from kehoach_desktop.documents.check.lines import Line
from kehoach_desktop.documents.check.sizes import size_wrong
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.documents.check.words import ABBREVIATIONS, LETTER, is_blank, misspelt
from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.office import proposes_capital
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.domain.text import nfc, official_date
from kehoach_desktop.i18n import _

Findings = Iterator[PaperFinding]
WITHOUT_DAY = {"BIÊN BẢN"}
UNIT = re.compile(r"(Xã|Phường|Đặc khu) (.+)")
NUMBER = re.compile(r"Số\s*:\s*(?P<number>[^/]*?)\s*/(?P<symbol>\S.*)")
SYMBOL = re.compile(r"[A-ZĐ][A-Za-zĐđ]*\d{0,2}(?:[-.][A-ZĐ][A-Za-zĐđ0-9&]*)+|[A-ZĐ][A-Za-zĐđ]*")
PARTY = re.compile(r"Số\s*:?\s*\d*\s*-\s*[A-ZĐ]")
DATE = re.compile(
    r"(?P<place>.*?)(?P<comma>,?)\s*ngày(?P<day>[\s.…_]*|\s*\d{1,2}\s*)tháng"
    r"(?P<month>[\s.…_]*|\s*\d{1,2}\s*)năm(?P<year>[\s.…_]*|\s*\d{4})"
)


def number_rules(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Yield what is wrong with the number and the day."""
    number, date = anatomy.head.number, anatomy.head.date
    if number is None:
        message = _("Không thấy dòng “Số: …/…” dưới tên cơ quan.")
        yield found("number-missing", _("Trang đầu, dòng Số"), message)
    else:
        yield from _number(number, anatomy, where.line(number))
    if date is not None:
        yield from _date(date, where.line(date))
        if anatomy.kind in WITHOUT_DAY:
            message = _("Biên bản không được ghi địa danh, ngày tháng ở đầu văn bản.")
            yield found("date-form", where.line(date), message, Severity.CHECK)
    elif anatomy.kind not in WITHOUT_DAY:
        message = _("Không thấy dòng địa danh, ngày tháng năm.")
        yield found("date-missing", _("Trang đầu, địa danh, ngày tháng"), message)
    if number is not None and date is not None and not _beside(number, date):
        message = _("Số và địa danh, ngày tháng phải ngang hàng nhau.")
        yield found("number-date-row", where.line(number), message)


def _beside(number: Line, date: Line) -> bool:
    if number.row < 0 or date.row < 0:
        return number.paragraph is date.paragraph
    if (
        (number.block, number.row) != (date.block, date.row)
        or number.cell is None
        or date.cell is None
    ):
        return False
    return number.column != date.column


def _number(line: Line, anatomy: Anatomy, place: str) -> Findings:
    yield from size_wrong("number-look", place, line, 13, 13)
    if line.some("bold") or line.some("italic"):
        yield found("number-look", place, _("Số, ký hiệu phải là chữ đứng, không đậm."))
    said = nfc(line.said)
    if PARTY.match(said):
        yield found(
            "number-form",
            place,
            _(
                "“{text}” ghi theo kiểu văn bản của Đảng; văn bản hành chính ghi Số: 05/KH-UBND."
            ).format(text=said),
        )
        return
    shape = NUMBER.fullmatch(said)
    if shape is None or not said.startswith("Số:"):
        message = _("“{text}” chưa đúng dạng “Số: 05/KH-UBND”.").format(text=said)
        yield found("number-form", place, message)
    elif re.match(r"Số:\d", said):
        message = _("“{text}” chưa đúng dạng “Số: 05/KH-UBND”.").format(text=said)
        yield found("number-form", place, message, Severity.CHECK)
    if shape is not None:
        yield from _digits(shape["number"], line, place)
        yield from _symbol(shape["symbol"], nfc(line.text), place)
        yield from _agreement(shape["symbol"], anatomy, place)


def _digits(digits: str, line: Line, place: str) -> Findings:
    if is_blank(digits):
        if set(digits) & set("…."):
            message = _("Chỗ trống của số ghi bằng dấu chấm; hãy để trống cho văn thư.")
            yield found("placeholder", place, message)
        else:
            yield found("draft-number", place, _("Dự thảo: chưa có số."))
    elif not digits.isdigit():
        yield found(
            "number-form", place, _("Số “{digits}” không phải là một số.").format(digits=digits)
        )
    elif int(digits) == 0:
        yield found("number-form", place, _("Số 0 không phải là số văn bản; hãy để trống."))
    elif len(digits) < 2:
        message = _("Số nhỏ hơn 10 phải ghi thêm số 0: “{digits}”.").format(digits=f"0{digits}")
        yield found("number-form", place, message)
    elif digits.startswith("0") and len(digits) > 2:
        yield found(
            "number-form", place, _("Số “{digits}” thừa số 0 ở trước.").format(digits=digits)
        )
    elif re.search(r"\d\s+/", line.text):
        yield found(
            "number-form", place, _("Không cách chữ quanh dấu / và dấu - trong số, ký hiệu.")
        )


def _symbol(symbol: str, text: str, place: str) -> Findings:
    if re.search(r"/\s|\s-|-\s", text.split("/", 1)[-1]) or "/ " in text:
        yield found(
            "number-form", place, _("Không cách chữ quanh dấu / và dấu - trong số, ký hiệu.")
        )
    elif not SYMBOL.fullmatch(symbol) or symbol.count("/"):
        message = _("Ký hiệu “{symbol}” chưa đúng: viết in hoa, các nhóm nối bằng dấu -.")
        yield found("number-form", place, message.format(symbol=symbol))
    elif right := misspelt(symbol):
        message = _("Ghi “{name}”, không ghi “{text}”.").format(name=right, text=symbol)
        yield found("number-form", place, message)


def _agreement(symbol: str, anatomy: Anatomy, place: str) -> Findings:
    groups = re.split(r"\s*-\s*", symbol)
    known = {short.casefold(): short for short in ABBREVIATIONS.values()}
    if anatomy.kind == LETTER:
        if groups[0].casefold() in {*known, "cv"}:
            message = _("Công văn không ghi chữ viết tắt tên loại trong ký hiệu (“{symbol}”).")
            yield found("number-type", place, message.format(symbol=symbol))
    elif anatomy.kind in ABBREVIATIONS:
        wanted = ABBREVIATIONS[anatomy.kind]
        if groups[0] != wanted:
            message = _("Ký hiệu “{symbol}” không khớp tên loại {kind} ({wanted}).")
            yield found(
                "number-type",
                place,
                message.format(symbol=symbol, kind=anatomy.kind, wanted=wanted),
            )
    yield from _agency(symbol, groups, anatomy, place)


def _agency(symbol: str, groups: list[str], anatomy: Anatomy, place: str) -> Findings:
    issuers = " ".join(line.key for line in anatomy.head.agencies)
    wrong = groups[1:] == ["UBND"] and (
        issued_by_unit(anatomy) or issuers.startswith(("hoi dong nhan dan", "hdnd"))
    )
    if wrong and anatomy.kind != LETTER:
        message = _("Ký hiệu “{symbol}” ghi UBND, không phải cơ quan ban hành ở đầu văn bản.")
        yield found("number-agency", place, message.format(symbol=symbol))
    of_committee = re.match(r"(uy ban nhan dan|ubnd)\b", issuers) and not re.search(
        r"\b(phong|van phong|trung tam|ban|so|to|cong an)\b",
        issuers.removeprefix("uy ban nhan dan"),
    )
    if of_committee and "UBND" not in groups and "HĐND" not in groups:
        message = _(
            "Ký hiệu “{symbol}” không có UBND trong khi cơ quan ban hành là Ủy ban nhân dân."
        )
        yield found("number-agency", place, message.format(symbol=symbol))


def _date(line: Line, place: str) -> Findings:
    yield from size_wrong("date-look", place, line, 13, 14)
    if not line.every("italic"):
        yield found("date-look", place, _("Địa danh, ngày tháng phải là chữ nghiêng."))
    if line.some("bold"):
        yield found("date-look", place, _("Địa danh, ngày tháng không được in đậm."))
    shape = DATE.fullmatch(nfc(line.said.replace("\u00a0", " ")))
    if shape is None:
        message = _("“{text}” chưa đúng dạng “Địa danh, ngày 05 tháng 02 năm 2026”.")
        yield found("date-form", place, message.format(text=line.said))
        return
    if not shape["place"].strip() or not shape["comma"]:
        yield found("date-form", place, _("Sau địa danh phải có dấu phẩy rồi mới đến ngày."))
    elif shape["place"].strip()[0].islower():
        yield found("date-form", place, _("Địa danh phải viết hoa."))
    elif (unit := UNIT.match(shape["place"])) and not proposes_capital(unit[2].strip()):
        message = _("Trước địa danh “{name}” không ghi “{unit}”.")
        weight = Severity.INFO if unit[1] == "Phường" else None
        said = message.format(name=unit[2].strip(), unit=unit[1])
        yield found("date-place", place, said, weight)
    yield from _day(shape, line, place)


def _day(shape: re.Match[str], line: Line, place: str) -> Findings:
    day, month, year = (shape[k].strip() for k in ("day", "month", "year"))
    blanks = [part for part in (day, month, year) if is_blank(part)]
    if any(set(part) & set(".…") for part in blanks):
        message = _("Chỗ trống của ngày ghi bằng dấu chấm; hãy để trống cho văn thư.")
        yield found("placeholder", place, message)
    elif blanks:
        yield found("draft-date", place, _("Dự thảo: chưa có ngày ban hành."))
    if month in {"1", "2"} or (month.startswith("0") and month not in {"01", "02"}):
        yield found("date-form", place, _("Tháng 1, 2 ghi 01, 02; tháng 3 đến 9 không thêm số 0."))
    if day.isdigit() and len(day) < 2:
        yield found("date-form", place, _("Ngày nhỏ hơn 10 phải ghi thêm số 0."))
    if not blanks:
        on = day_of(int(day), int(month), int(year))
        if message := why_impossible(on, line.said):
            yield found("date-form", place, message)
        elif (
            on and not nfc(line.said).endswith(official_date(on)) and min(int(day), int(month)) > 9
        ):
            message = _("Ngày tháng phải ghi “{words}”.").format(words=official_date(on))
            yield found("date-form", place, message)
