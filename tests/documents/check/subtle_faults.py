"""Subtle faults in papers by other hands, one each, with the rule that must find it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from docx.shared import Pt

from tests.documents.check import other_words as words
from tests.documents.check.exemplars import (
    DECISION,
    INVITATION,
    MINUTES,
    NOTICE,
    PLAN,
    REPORT,
    Doc,
    drop,
    line,
    move_before,
    opened,
    raw,
    run,
    swap,
    twin,
)
from tests.documents.check.other_hands import Desk, Hand, Words

H = Hand(letters=5, line="shape", number="complex")


@dataclass(frozen=True, slots=True)
class SubtleFault:
    """One fault: the rule that finds it, and how the paper with it is made."""

    name: str
    rule: str
    make: Callable[[], Doc]


SUBTLE_FAULTS: list[SubtleFault] = []


def said(fault: str, paper: Words, rule: str, **changes: Any) -> None:
    """Enter a paper that says something else in its head or foot."""
    SUBTLE_FAULTS.append(
        SubtleFault(fault, rule, lambda: Desk(H, replace(paper, **changes)).build())
    )


def reworded(fault: str, paper: Words, rule: str, old: str, new: str) -> None:
    """Enter a paper with other words in its text."""
    text = tuple(line.replace(old, new, 1) for line in paper.text)
    assert text != paper.text, fault
    said(fault, paper, rule, text=text)


def built(fault: str, paper: Words, rule: str, hand: Hand) -> None:
    """Enter a paper that is set in another way."""
    SUBTLE_FAULTS.append(SubtleFault(fault, rule, lambda: Desk(hand, paper).build()))


def numbers_in_calibri(doc: Doc) -> None:
    """Let the page numbers be of another font than the text."""
    for one in doc.sections[0].header.paragraphs[0].runs:
        one.font.name = "Calibri"


def harmed(fault: str, paper: str, rule: str, harm: Callable[[Doc], object]) -> None:
    """Enter a right paper that is harmed in one place."""

    def make() -> Doc:
        doc = opened(paper)
        harm(doc)
        return doc

    SUBTLE_FAULTS.append(SubtleFault(fault, rule, make))


said(
    "recipients order wrong: Lưu first",
    words.PLAN,
    "recipients-archive",
    recipients=("- Lưu: VT, VP;", "- UBND tỉnh (để b/c);", "- Các thôn (để t/h)."),
)
said(
    "missing Lưu",
    words.LETTER,
    "recipients-archive",
    recipients=("- Như trên;", "- Chủ tịch, các PCT UBND xã (để b/c)."),
)
said(
    "Lưu VT without colon",
    words.LETTER,
    "recipients-archive",
    recipients=("- Như trên;", "- Lưu VT, VHXH."),
)
said(
    "recipients end with ; last",
    words.NOTICE,
    "recipients-archive",
    recipients=("- Các đơn vị trực thuộc;", "- Lưu: VT, VP;"),
)
said("date 5/9", words.LETTER, "date-form", date="Hòa Sơn, ngày 3 tháng 9 năm 2025")
said("month 03", words.OFFICE, "date-form", date="Côn Đảo, ngày 09 tháng 03 năm 2026")
said("place lower", words.NOTICE, "date-form", date="hòa Sơn, ngày 28 tháng 02 năm 2026")
said("date no place", words.NOTICE, "date-form", date="Ngày 28 tháng 02 năm 2026")
said("29/02/2026", words.NOTICE, "date-form", date="Hòa Sơn, ngày 29 tháng 02 năm 2026")
said(
    "KT without PHÓ",
    words.REPORT,
    "signature-capacity",
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"),
)
said(
    "PHÓ without KT",
    words.REPORT,
    "signature-capacity",
    signature=("TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"),
)
said("TL by chairman", words.NOTICE, "signature-capacity", signature=("TL. CHỦ TỊCH", "CHỦ TỊCH"))
said(
    "TL by deputy chairman",
    words.NOTICE,
    "signature-capacity",
    signature=("TL. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
)
said(
    "TL. then KT without PHÓ",
    words.INVITATION,
    "signature-capacity",
    signature=("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG"),
)
said("T/M", words.PLAN, "signature-capacity", signature=("T/M ỦY BAN NHÂN DÂN", "CHỦ TỊCH"))
said("K/T", words.DECISION, "signature-capacity", signature=("K/T CHỦ TỊCH", "PHÓ CHỦ TỊCH"))
said(
    "TM of office in unit paper",
    words.SUBMISSION,
    "signature-authority",
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
)
said(
    "unit head signs UBND paper w/o TL",
    words.NOTICE,
    "signature-authority",
    signature=("CHÁNH VĂN PHÒNG",),
)
said("symbol with type in letter", words.LETTER, "number-type", number="Số: 402/CV-UBND")
said("symbol of other kind", words.NOTICE, "number-type", number="Số: 61/BC-UBND")
said("number space", words.PLAN, "number-form", number="Số: 97 /KH-UBND")
said("number 7 unpadded", words.QUARTER, "number-form", number="Số: 7/BC-UBND")
said("number no colon", words.PLAN, "number-form", number="Số 97/KH-UBND")
said("V/v lower", words.LETTER, "letter-subject", subject=("v/v rà soát Tổ công nghệ số",))
said(
    "subject month vs text",
    words.REPORT,
    "period-text",
    subject=("Kết quả cải cách hành chính tháng 9", "và nhiệm vụ trọng tâm tháng 10 năm 2025"),
)
said(
    "quarter title vs text",
    words.QUARTER,
    "period-text",
    subject=("Tình hình thực hiện Đề án 06 quý III năm 2025",),
)
reworded(
    "closing month",
    words.REPORT,
    "period-text",
    "Trên đây là báo cáo kết quả cải cách hành chính tháng 10",
    "Trên đây là báo cáo kết quả cải cách hành chính tháng 9",
)
reworded("rate", words.REPORT, "percentage", "79,98%", "97,98%")
reworded("part>whole", words.REPORT, "part-of-whole", "1.240/1.254", "1.264/1.254")
reworded("percent dot", words.REPORT, "percentage-form", "79,98%", "79.98%")
reworded("2 spaces", words.PLAN, "double-space", "ngắn gọn, dễ", "ngắn gọn,  dễ")
reworded("no space", words.PLAN, "space-after-punctuation", "ngắn gọn, dễ", "ngắn gọn,dễ")
reworded("weekday", words.NOTICE, "weekday", "thứ Ba, ngày 24", "thứ Tư, ngày 24")
reworded("weekday 2", words.INVITATION, "weekday", "(thứ Sáu)", "(thứ Bảy)")
reworded(
    "meeting past", words.INVITATION, "day-past", "05/12/2025 (thứ Sáu)", "28/11/2025 (thứ Sáu)"
)
reworded("30 giờ", words.NOTICE, "impossible-time", "11 giờ 30", "11 giờ 90")
reworded(
    "Sở LĐTBXH",
    words.LETTER,
    "abolished-body",
    "Sở Khoa học và Công nghệ về",
    "Sở Lao động - Thương binh và Xã hội về",
)
reworded(
    "Bộ TTTT",
    words.OFFICE,
    "abolished-body",
    "Thông tư số 05/2010/TT-BNV của Bộ Nội vụ",
    "hướng dẫn của Bộ Thông tin và Truyền thông",
)
reworded(
    "huyện",
    words.PLAN,
    "abolished-unit",
    "phản ánh về Văn phòng",
    "phản ánh về UBND huyện, Văn phòng",
)
reworded("điểm f", words.REPORT, "numbering-points", "c) Số hóa", "f) Số hóa")
reworded("clause skip", words.PLAN, "numbering-clauses", "2. Nội dung tuyên", "3. Nội dung tuyên")
reworded("Roman skip", words.REPORT, "numbering-parts", "*II. TỒN", "*III. TỒN")
reworded(
    "heading lower", words.REPORT, "part-heading", "*II. TỒN TẠI, HẠN CHẾ", "*II. Tồn tại, hạn chế"
)
reworded("Điều 2 skip", words.DECISION, "numbering-articles", "Điều 2.", "Điều 4.")
reworded("own kind", words.DECISION, "own-kind", "thi hành Quyết định này", "thi hành Kế hoạch này")
reworded("end mark none", words.NOTICE, "end-mark", "biết./.", "biết.")
reworded("end mark /.", words.NOTICE, "end-mark", "biết./.", "biết/.")
reworded(
    "other commune closing",
    words.REPORT,
    "issuer-name",
    "UBND xã Hòa Sơn kính báo cáo",
    "UBND xã Hòa Bình kính báo cáo",
)
reworded("placeholder", words.PLAN, "placeholder", "80%", "…%")
reworded("XXX", words.PLAN, "placeholder", "02 buổi", "xx buổi")
reworded("quotes", words.NOTICE, "unbalanced-quotes", "Phòng Tiếp công dân", "“Phòng Tiếp công dân")
reworded("TBD brackets", words.NOTICE, "placeholder", "Phòng Tiếp công dân", "[điền địa điểm]")
said(
    "basis ends with .",
    words.PLAN,
    "basis-ending",
    bases=(words.LAW.replace(";", "."), *words.PLAN.bases[1:]),
)
said(
    "last basis ends ;",
    words.PLAN,
    "basis-ending",
    bases=(*words.PLAN.bases[:2], "Theo đề nghị của Chánh Văn phòng HĐND và UBND xã;"),
)
said(
    "basis later",
    words.PLAN,
    "cited-later",
    bases=(
        words.LAW,
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 20 tháng 9 năm 2025 của UBND tỉnh;",
        words.PLAN.bases[2],
    ),
)
said("degree", words.PLAN, "signer-name", name="ThS. Phạm Quốc Trung")
said("degree2", words.PLAN, "signer-name", name="Thạc sĩ Phạm Quốc Trung")
said("name caps", words.PLAN, "signer-name", name="PHẠM QUỐC TRUNG")
said(
    "minutes w/o secretary",
    words.MINUTES,
    "minutes-signatures",
    second=("ĐẠI BIỂU", "Bùi Thị Hạnh"),
)
built("13.5 margins left 28", words.PLAN, "page-margins", replace(H, margins=(20, 20, 28, 15)))
built("margin right 21", words.PLAN, "page-margins", replace(H, margins=(20, 20, 30, 21)))
built("body 12", words.PLAN, "body-size", replace(H, size=12))
built("gap 3", words.PLAN, "body-spacing", replace(H, gap=(3, 0)))
built("lines 1.7", words.PLAN, "body-line-spacing", replace(H, lines=1.7))
built("indent 0", words.PLAN, "body-indent", replace(H, indent=0))
built("indent 15", words.PLAN, "body-indent", replace(H, indent=15))
built("exactly 12", words.PLAN, "body-line-spacing", replace(H, exactly=12))
said(
    "appendix row count",
    words.DECISION,
    "appendix-count",
    appendices=(
        (
            words.DECISION.appendices[0][0],
            words.DECISION.appendices[0][1],
            "Danh sách này có 04 người./.",
        ),
    ),
)
said(
    "appendix no end",
    words.DECISION,
    "end-mark-appendix",
    appendices=(
        (
            words.DECISION.appendices[0][0],
            words.DECISION.appendices[0][1],
            "Danh sách này có 03 người.",
        ),
    ),
)
said(
    "appendix title lower",
    words.DECISION,
    "appendix-title",
    appendices=(
        ("Danh sách đội", words.DECISION.appendices[0][1], "Danh sách này có 03 người./."),
    ),
)
said(
    "appendix issuer other",
    words.DECISION,
    "issuer-name",
    extra={"issuer": "Chủ tịch Ủy ban nhân dân xã Hòa An"},
)
said(
    "appendix issuer UBND where chairman",
    words.DECISION,
    "appendix-reference",
    extra={"issuer": "Ủy ban nhân dân xã Hòa Sơn"},
)
said(
    "ordinals",
    words.DECISION,
    "table-ordinals",
    appendices=(
        (
            words.DECISION.appendices[0][0],
            (
                *words.DECISION.appendices[0][1][:2],
                ("3", *words.DECISION.appendices[0][1][2][1:]),
                ("4", *words.DECISION.appendices[0][1][3][1:]),
            ),
            "Danh sách này có 03 người./.",
        ),
    ),
)
said(
    "count vs article",
    words.DECISION,
    "figures-text-table",
    text=(
        words.DECISION.text[0].replace("03 thành viên", "05 thành viên"),
        *words.DECISION.text[1:],
    ),
)
said("KG in plan", words.PLAN, "addressee-not-allowed", addressee=("Các thôn",))
said("KG missing in letter", words.LETTER, "addressee-missing", addressee=())
said(
    "Như trên without KG",
    words.PLAN,
    "recipients-first",
    recipients=("- Như trên;", "- Lưu: VT, VP."),
)
said(
    "Như Điều 5",
    words.DECISION,
    "recipients-first",
    recipients=("- Như Điều 5;", "- Lưu: VT, VHXH."),
)
said("agency of UBND short", words.PLAN, "agency-short", agencies=("UBND XÃ HÒA SƠN",))
said("agency lower", words.PLAN, "agency-look", agencies=("ỦY BAN NHÂN DÂN", "Xã Hòa Sơn"))
said("province bold over", words.SUBMISSION, "agency-bold", light=0)
said("title missing decision authority", words.DECISION, "decision-parts", authority="")
harmed(
    "a recipient twice",
    REPORT,
    "recipients-twice",
    lambda d: twin(raw(line(d, "- Chủ tịch, các PCT"))),
)
harmed(
    "as above not first",
    REPORT,
    "recipients-first",
    lambda d: move_before(d, "- Chủ tịch, các PCT", "- Như trên"),
)
harmed(
    "twelve and a half points",
    REPORT,
    "body-size",
    lambda d: setattr(run(d, "h) Chế độ").font, "size", Pt(12.5)),
)
harmed(
    "page number in Calibri",
    REPORT,
    "font-family",
    numbers_in_calibri,
)
harmed("25 o'clock", INVITATION, "impossible-time", lambda d: swap(d, "08\u00a0giờ", "25\u00a0giờ"))
harmed(
    "the 31st of November",
    NOTICE,
    "impossible-date",
    lambda d: swap(d, "24 tháng 10", "31 tháng 11", "Ngày 24"),
)
harmed(
    "a thirteenth month",
    NOTICE,
    "impossible-date",
    lambda d: swap(d, "thu đủ", "trong tháng 13/2025 thu đủ", "1. Phòng"),
)
harmed(
    "a fifth quarter",
    NOTICE,
    "impossible-date",
    lambda d: swap(d, "thu đủ", "trong quý V/2025 thu đủ", "1. Phòng"),
)
harmed("minutes without secretary", MINUTES, "minutes-signatures", lambda d: drop(d, "THƯ KÝ"))
harmed("minutes without chair", MINUTES, "minutes-signatures", lambda d: drop(d, "CHỦ TỌA"))
harmed(
    "a day that is over",
    INVITATION,
    "day-past",
    lambda d: swap(d, "24 tháng 10", "14 tháng 10", "2. Thời gian"),
)
harmed(
    "more than all",
    NOTICE,
    "percentage",
    lambda d: swap(d, "thu đủ", "đạt tỷ lệ 120%, thu đủ", "1. Phòng"),
)
harmed(
    "a struck word",
    REPORT,
    "text-marked",
    lambda d: setattr(run(d, "h) Chế độ").font, "strike", True),
)
harmed(
    "a raised line",
    REPORT,
    "text-marked",
    lambda d: setattr(run(d, "h) Chế độ").font, "superscript", True),
)
harmed(
    "a bold paragraph",
    REPORT,
    "body-bold",
    lambda d: setattr(run(d, "h) Chế độ").font, "bold", True),
)
harmed(
    "an abbreviation in small letters",
    NOTICE,
    "abbreviation-case",
    lambda d: swap(d, "UBND xã", "Ubnd xã"),
)
harmed(
    "an old department",
    REPORT,
    "abolished-body",
    lambda d: swap(d, "Sở Khoa học và Công nghệ", "Sở Thông tin và Truyền thông", "Kính gửi"),
)
harmed(
    "the same duties twice",
    PLAN,
    "repeated-word",
    lambda d: swap(d, "nhiệm vụ", "nhiệm vụ nhiệm vụ", "1. Mục đích"),
)
harmed(
    "no name under a paper with its number",
    PLAN,
    "signer-missing",
    lambda d: drop(d, "Trần Hữu Nghĩa"),
)
harmed(
    "an appendix that is not there",
    DECISION,
    "appendix-unknown",
    lambda d: swap(d, "Phụ lục II", "Phụ lục III", "Điều"),
)
