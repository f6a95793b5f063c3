"""Rules of capitals (NĐ 30/2020, Phụ lục II): bodies, places, papers, clauses, days of the week."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.verbatim import unquoted
from kehoach_desktop.documents.check.words import is_upper
from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.office import proposes_capital
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.i18n import _

Right = Callable[[str], str]
UPPER = "".join(letter for letter in map(chr, range(0x1EFF)) if letter.isupper())
LOWERED = (
    r"\b(?:(?:ủy|uỷ) ban nhân dân|hội đồng nhân dân)"
    r"(?= (?:xã|phường|tỉnh|thành phố|đặc khu) [A-ZĐ])"
)
RAISED = (
    r"\b(?:Chủ Tịch|Ủy Ban|Uỷ Ban|Hội Đồng Nhân|Quyết Định|Kế Hoạch|Báo Cáo|Công Văn|Thông Báo|"
    r"Trưởng Phòng|Chánh Văn Phòng|Khoa Học|Công Nghệ|Tài Chính|Nội Vụ|Nông Nghiệp|Môi Trường|"
    r"(?:Ủy|Uỷ) ban Nhân dân|Hội đồng Nhân dân)\b"
)
CITIES = r"\b(?:thành phố (?=Hồ Chí Minh)|thủ đô (?=Hà Nội))"
CITED = (
    r"\b(?:kế hoạch|quyết định|công văn|nghị định|nghị quyết|tờ trình|chỉ thị|thông tư|báo cáo)"
    r"(?= số \d+(?:/\d{4})?[-/][A-ZĐ])"
)
DEPARTMENTS = (
    r"(?<![Cc]ác )(?<!cơ )(?<!trụ )(?<!công )(?<!hội )(?<!xưởng )\bsở "
    r"(?=[Kk]hoa học và|[Nn]ội vụ|[Tt]ài chính|"
    r"[Xx]ây dựng|[Nn]ông nghiệp và|[Tt]ư pháp|Y tế|[Gg]iáo dục và|Văn hóa|Công [Tt]hương|Dân tộc)"
)
DAYS = "thứ (?:hai|ba|tư|năm|sáu|bảy)"
OF_A_WEEK = (
    rf"(?<!lần )\b{DAYS}(?=,? ngày \d|,? \d{{1,2}}/\d| (?:hằng|hàng) tuần)|(?<=\(){DAYS}(?=\))"
)
ARTICLES = r"(?<=tại )điều(?= \d)|(?<=theo )điều(?= \d)|(?<=khoản \d )điều(?= \d)"
CLAUSES = r"(?<=[^\W\d_] )(?:Khoản(?= \d)|Điểm(?= [a-zđ] khoản| [a-zđ] Khoản))"
PROVINCES = rf"(?<=[\w),] )Tỉnh(?= [{UPPER}])|(?<=UBND )Tỉnh\b(?! [ủu])|(?<=nhân dân )Tỉnh\b"
JOINED = rf"(?<=[^\W\d_] )Và(?= [{UPPER}])"
COMMUNE = re.compile(rf"(?:(?<=UBND )|(?<=nhân dân ))Xã\b((?: [{UPPER}][^\W\d_]*){{0,4}})")
PEOPLE = re.compile(
    r"\b(?:phục vụ|của|cho|hướng dẫn|đời sống|với|đến|trong|vận động) nhân dân\b(?! tệ)"
)


def _day(text: str) -> str:
    return f"thứ {text.split()[1].capitalize()}"


# What is often written otherwise, and how it is put right.
SLIPS: tuple[tuple[re.Pattern[str], Right], ...] = (
    (re.compile(LOWERED), str.capitalize),
    (re.compile(RAISED), str.capitalize),
    (re.compile(CITIES), str.capitalize),
    (re.compile(CITED), str.capitalize),
    (re.compile(DEPARTMENTS), str.capitalize),
    (re.compile(OF_A_WEEK), _day),
    (re.compile(ARTICLES), str.capitalize),
    (re.compile(CLAUSES), str.lower),
    (re.compile(PROVINCES), str.lower),
    (re.compile(JOINED), str.lower),
)


def capital_findings(text: str, place: str) -> Iterator[PaperFinding]:
    """Yield what a paragraph writes with other capitals than the decree, quotations left out."""
    if is_upper(text):
        return
    own = unquoted(text)
    slips = ((hit[0].strip(), right) for pattern, right in SLIPS if (hit := pattern.search(own)))
    said = [(slip, right(slip)) for slip, right in slips]
    # "Xã Trần Phú" bears the name of a person: there the unit takes its capital.
    if (hit := COMMUNE.search(own)) and not proposes_capital(hit[1].strip()):
        said.append((hit[0], hit[0].replace("Xã", "xã")))
    for slip, right_words in said:
        message = _("Ghi “{name}”, không ghi “{text}”.").format(name=right_words, text=slip)
        yield found("capitals", place, message)
    if hit := PEOPLE.search(own):
        message = _("Ghi “{name}”, không ghi “{text}”.").format(name="Nhân dân", text=hit[0])
        yield found("capitals", place, message, Severity.INFO)
