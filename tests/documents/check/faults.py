"""Faults a clerk makes, one each in a right paper, with the rule that must find it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from tests.documents.check.exemplars import (
    DECISION,
    DRAFT,
    INVITATION,
    LETTER,
    MINUTES,
    NOTICE,
    PLAN,
    PROPOSAL,
    QUARTER,
    REPORT,
    WEEK,
    Doc,
    child,
    drop,
    line,
    move_before,
    raw,
    ruled_after,
    run,
    swap,
    twin,
    wrapped_in,
    write,
)

Harm = Callable[[Doc], object]


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the paper it is put into, the rule that finds it, how it is done."""

    name: str
    paper: str
    rule: str
    harm: Harm


FAULTS: list[Fault] = []


def fault(paper: str, rule: str) -> Callable[[Harm], Harm]:
    """Enter a function as a fault."""

    def enter(harm: Harm) -> Harm:
        FAULTS.append(Fault(harm.__name__, paper, rule, harm))
        return harm

    return enter


def one_line(name: str, paper: str, rule: str, harm: Harm) -> None:
    """Enter a fault of one step."""
    FAULTS.append(Fault(name, paper, rule, harm))


def section(doc: Doc, side: str, mm: float, number: int = 0) -> None:
    """Set one measure of a section."""
    setattr(doc.sections[number], side, Mm(mm))


def resize(paragraph: Paragraph, points: float) -> None:
    """Set the size of all runs of a paragraph."""
    for one in paragraph.runs:
        one.font.size = Pt(points)


def write_two(doc: Doc, result: str, state: str) -> None:
    """Write the result and the state of the first task of the report's appendix."""
    write(doc, 3, 2, 5, result)
    write(doc, 3, 2, 6, state)


ONE_STEP: tuple[tuple[str, str, str, Harm], ...] = (
    ("letter paper", REPORT, "page-size", lambda d: section(d, "page_height", 279)),
    ("narrow left margin", REPORT, "page-margins", lambda d: section(d, "left_margin", 25)),
    ("wide right margin", LETTER, "page-margins", lambda d: section(d, "right_margin", 25.4)),
    ("high top margin", PLAN, "page-margins", lambda d: section(d, "top_margin", 15)),
    ("appendix margin", REPORT, "page-margins", lambda d: section(d, "left_margin", 10, 1)),
    ("small national title", REPORT, "national-title-look",
     lambda d: setattr(run(d, "CỘNG HÒA").font, "size", Pt(11))),
    ("slip in national title", PLAN, "national-title", lambda d: swap(d, "NGHĨA", "NGHIÃ")),
    ("light national title", PLAN, "national-title-look",
     lambda d: setattr(run(d, "CỘNG HÒA").font, "bold", False)),
    ("long dashes in motto", REPORT, "motto", lambda d: swap(d, " - Tự", " – Tự", "Độc")),
    ("tight dashes in motto", LETTER, "motto", lambda d: swap(d, " - Hạnh", "-Hạnh", "Độc")),
    ("italic motto", REPORT, "motto-look",
     lambda d: setattr(run(d, "Độc lập").font, "italic", True)),
    ("short line under motto", REPORT, "motto-line",
     lambda d: ruled_after(d, "Độc lập").set(qn("w:left"), "2200")),
    ("agency not bold", REPORT, "agency-bold",
     lambda d: setattr(run(d, "XÃ BÌNH MINH").font, "bold", False)),
    ("parent bold", PROPOSAL, "agency-bold",
     lambda d: setattr(run(d, "UBND XÃ").font, "bold", True)),
    ("long line under agency", REPORT, "agency-line",
     lambda d: ruled_after(d, "XÃ BÌNH MINH").set(qn("w:right"), "100")),
    ("number without colon", REPORT, "number-form", lambda d: swap(d, "Số:", "Số", "Số:")),
    ("number not padded", MINUTES, "number-form", lambda d: swap(d, "08/", "8/", "Số:")),
    ("spaces in symbol", PLAN, "number-form", lambda d: swap(d, "KH-", "KH - ", "Số:")),
    ("Party order of symbol", PLAN, "number-form", lambda d: swap(d, "62/KH-", "62-KH/", "Số:")),
    ("bold number", NOTICE, "number-look", lambda d: setattr(run(d, "Số:").font, "bold", True)),
    ("type of another paper", NOTICE, "number-type", lambda d: swap(d, "TB", "BC", "Số:")),
    ("letter with type", LETTER, "number-type", lambda d: swap(d, "UBND-VP", "CV-UBND", "Số:")),
    ("month padded", QUARTER, "date-form", lambda d: swap(d, "tháng 9", "tháng 09", "Bình Minh,")),
    ("no comma after place", REPORT, "date-form", lambda d: swap(d, "Minh,", "Minh", "Bình")),
    ("upright date", REPORT, "date-look",
     lambda d: setattr(run(d, "Bình Minh, ngày").font, "italic", False)),
    ("dots for the day", DRAFT, "placeholder",
     lambda d: setattr(run(d, "Bình Minh, ngày"), "text", "Bình Minh, ngày … tháng 10 năm 2025")),
    ("title in small letters", REPORT, "title-look", lambda d: swap(d, "BÁO CÁO", "Báo cáo")),
    ("title at left", PLAN, "title-look",
     lambda d: setattr(line(d, "KẾ HOẠCH"), "alignment", ALIGN.LEFT)),
    ("light subject", REPORT, "subject-look",
     lambda d: setattr(run(d, "Kết quả thực hiện nhiệm vụ").font, "bold", False)),
    ("no line under subject", REPORT, "subject-line",
     lambda d: ruled_after(d, "theo Kế hoạch").getparent().remove(
         ruled_after(d, "theo Kế hoạch").getparent().find(qn("w:pBdr")))),
    ("italic V/v", LETTER, "letter-subject-look",
     lambda d: setattr(run(d, "V/v").font, "italic", True)),
    ("addressee in a plan", PLAN, "addressee-not-allowed",
     lambda d: line(d, "Căn cứ Luật").insert_paragraph_before("Kính gửi: Các đơn vị")),
    ("letter to nobody", LETTER, "addressee-missing", lambda d: drop(d, "Kính gửi")),
    ("addressee over title", REPORT, "block-order",
     lambda d: move_before(d, "Kính gửi", "BÁO CÁO")),
    ("upright grounds", PLAN, "basis-italic",
     lambda d: setattr(run(d, "Căn cứ Luật").font, "italic", False)),
    ("comma after last ground", DECISION, "basis-ending",
     lambda d: swap(d, "2025.", "2025,", "Theo đề nghị")),
    ("no QUYẾT ĐỊNH line", DECISION, "decision-parts", lambda d: drop(d, "QUYẾT ĐỊNH:")),
    ("paragraph at left", REPORT, "body-align",
     lambda d: setattr(line(d, "đ) An toàn"), "alignment", ALIGN.LEFT)),
    ("no first line indent", REPORT, "body-indent",
     lambda d: setattr(line(d, "đ) An toàn").paragraph_format, "first_line_indent", 0)),
    ("no space between", REPORT, "body-spacing",
     lambda d: setattr(line(d, "đ) An toàn").paragraph_format, "space_after", Pt(0))),
    ("double spacing", PLAN, "body-line-spacing",
     lambda d: setattr(line(d, "1. Mục đích").paragraph_format, "line_spacing", 2.0)),
    ("one paragraph at 13", REPORT, "body-size",
     lambda d: setattr(run(d, "e) Kinh phí").font, "size", Pt(13))),
    ("another font", REPORT, "font-family",
     lambda d: setattr(run(d, "e) Kinh phí").font, "name", "Arial")),
    ("blue letters", REPORT, "font-colour",
     lambda d: setattr(run(d, "e) Kinh phí").font.color, "rgb", RGBColor(0, 0, 0xFF))),
    ("part not in capitals", REPORT, "part-heading",
     lambda d: swap(d, "TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN", "Tồn tại, hạn chế", "II.")),
    ("part left out", REPORT, "numbering-parts", lambda d: swap(d, "III.", "IV.", "III.")),
    ("clause twice", REPORT, "numbering-clauses", lambda d: swap(d, "2.", "1.", "2. Nguyên nhân")),
    ("point f", REPORT, "numbering-points", lambda d: swap(d, "g)", "f)", "g) Tổ chức")),
    ("no point đ", REPORT, "numbering-points", lambda d: swap(d, "đ)", "e)", "đ) An toàn")),
    ("article left out", DECISION, "numbering-articles", lambda d: swap(d, "3.", "4.", "Điều 3")),
    ("no end mark", REPORT, "end-mark", lambda d: swap(d, "báo cáo./.", "báo cáo.", "Trên đây")),
    ("end mark apart", LETTER, "end-mark", lambda d: swap(d, "hiện./.", "hiện ./.", "Đầu mối")),
    ("end mark twice", PLAN, "end-mark", lambda d: swap(d, "liền trước.", "liền trước./.", "c)")),
    ("appendix without end mark", REPORT, "end-mark-appendix",
     lambda d: swap(d, "nhiệm vụ./.", "nhiệm vụ.", "Tổng số:")),
    ("large recipients", REPORT, "recipients-lines",
     lambda d: setattr(run(d, "- Chủ tịch, các PCT").font, "size", Pt(13))),
    ("no semicolon", REPORT, "recipients-lines", lambda d: swap(d, "xã;", "xã", "- Chủ tịch, các")),
    ("upright heading of recipients", PLAN, "recipients-heading",
     lambda d: setattr(run(d, "Nơi nhận").font, "italic", False)),
    ("nothing kept", REPORT, "recipients-archive", lambda d: drop(d, "- Lưu: VT")),
    ("no final stop", PLAN, "recipients-archive", lambda d: swap(d, "VHXH.", "VHXH", "- Lưu")),
    ("not as above", REPORT, "recipients-first", lambda d: drop(d, "- Như trên")),
    ("as article 5", DECISION, "recipients-first", lambda d: swap(d, "3", "5", "- Như Điều")),
    ("TM. of the Chairman", PLAN, "signature-capacity",
     lambda d: swap(d, "ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "TM.")),
    ("KT. by the Chairman", REPORT, "signature-capacity", lambda d: drop(d, "PHÓ CHỦ TỊCH")),
    ("TL. missing", LETTER, "signature-authority", lambda d: drop(d, "TL. CHỦ TỊCH")),
    ("degree before name", REPORT, "signer-name", lambda d: swap(d, "Võ Thị", "ThS. Võ Thị", "Võ")),
    ("light name", PLAN, "signer-name",
     lambda d: setattr(run(d, "Trần Hữu Nghĩa").font, "bold", False)),
    ("number on page one", REPORT, "page-number-first",
     lambda d: setattr(d.sections[0], "different_first_page_header_footer", False)),
    ("small page number", REPORT, "page-number-look",
     lambda d: resize(d.sections[0].header.paragraphs[0], 10)),
    ("page number at right", REPORT, "page-number-place",
     lambda d: setattr(d.sections[0].header.paragraphs[0], "alignment", ALIGN.RIGHT)),
    ("capital appendix heading", REPORT, "appendix-heading",
     lambda d: swap(d, "Phụ lục", "PHỤ LỤC", "Phụ lục", -1)),
    ("one appendix numbered", QUARTER, "appendix-number",
     lambda d: setattr(run(d, "Phụ lục"), "text", "Phụ lục I")),
    ("Arabic appendix", DECISION, "appendix-number", lambda d: swap(d, "II", "2", "Phụ lục II")),
    ("appendix of another number", REPORT, "appendix-reference",
     lambda d: swap(d, "145", "121", "(Kèm theo")),
    ("appendix of another day", PLAN, "appendix-reference",
     lambda d: swap(d, "29", "28", "(Kèm theo")),
    ("upright reference", QUARTER, "appendix-reference",
     lambda d: setattr(run(d, "(Kèm theo").font, "italic", False)),
    ("last month in the closing", REPORT, "period-text",
     lambda d: swap(d, "tháng 10", "tháng 9", "Trên đây")),
    ("last month in the opening", REPORT, "period-text",
     lambda d: swap(d, "thực hiện tháng 10", "thực hiện tháng 9", "Thực hiện Kế hoạch")),
    ("last month in the appendix", REPORT, "period-text",
     lambda d: swap(d, "THÁNG 10", "THÁNG 9", "TIẾN ĐỘ")),
    ("next month is this month", REPORT, "period-next",
     lambda d: swap(d, "THÁNG 11", "THÁNG 10", "III.")),
    ("old cut-off in the text", REPORT, "period-cutoff",
     lambda d: swap(d, "15/10/2025", "15/9/2025", "Kế hoạch số 158/KH-UBND có")),
    ("old cut-off in the appendix", REPORT, "period-cutoff",
     lambda d: swap(d, "15/10/2025", "15/9/2025", "Kết quả đến")),
    ("wrong total", QUARTER, "table-total", lambda d: write(d, 2, 13, 4, "814")),
    ("wrong sum of two rows", REPORT, "table-total", lambda d: write(d, 1, 3, 2, "12")),
    ("wrong sum of a row", REPORT, "table-row-sum", lambda d: write(d, 1, 2, 4, "02")),
    ("text against table", REPORT, "figures-text-table",
     lambda d: swap(d, "09 nhiệm vụ trong hạn", "08 nhiệm vụ trong hạn", "Ký hiệu")),
    ("rate not of its numbers", REPORT, "percentage", lambda d: swap(d, "84,18%", "81,48%", "a)")),
    ("part over whole", REPORT, "part-of-whole", lambda d: swap(d, "34/36", "36/34", "đ) An")),
    ("rows not as counted", DECISION, "appendix-count",
     lambda d: swap(d, "16 người", "17 người", "Danh sách này")),
    ("empty result", REPORT, "result-empty", lambda d: write(d, 3, 2, 5, "")),
    ("done without a word", REPORT, "done-without-evidence",
     lambda d: write_two(d, "", "Hoàn thành")),
    ("a district of today", REPORT, "abolished-unit",
     lambda d: swap(d, "Đề nghị Sở Khoa học và Công nghệ", "Đề nghị UBND huyện Vĩnh Linh", "Đề")),
    ("placeholder left", LETTER, "placeholder", lambda d: swap(d, "tháng 10", "{{ky}}", "Đến hết")),
    ("None printed", REPORT, "placeholder", lambda d: swap(d, "41", "None", "Đã rà soát")),
    ("decomposed letters", REPORT, "nfc", lambda d: setattr(
        run(d, "h) Chế độ"), "text", unicodedata.normalize("NFD", run(d, "h) Chế độ").text))),
    ("font of old", REPORT, "legacy-font",
     lambda d: setattr(run(d, "h) Chế độ").font, "name", ".VnTime")),
    ("two spaces", PLAN, "double-space", lambda d: swap(d, "Mục đích: ", "Mục đích:  ", "1.")),
    ("space before comma", PLAN, "space-before-punctuation",
     lambda d: swap(d, ", trật tự", " , trật tự", "2. Hạ tầng")),
    ("hidden words", REPORT, "hidden-text",
     lambda d: setattr(run(d, "h) Chế độ").font, "hidden", True)),
    ("header not repeated", REPORT, "table-header-repeat", lambda d: [
        e.getparent().remove(e) for e in raw(d.tables[3].rows[0]).iter(qn("w:tblHeader"))]),
    ("appendix goes on numbering", REPORT, "appendix-page-number", lambda d: [
        e.getparent().remove(e) for e in d.element.body[-1].iter(qn("w:pgNumType"))]),
    ("tracked insertion", REPORT, "tracked-changes",
     lambda d: wrapped_in(raw(run(d, "h) Chế độ")), "w:ins")),
    ("comment left", REPORT, "comments-left",
     lambda d: child(raw(run(d, "h) Chế độ")), "w:commentReference", id="1")),
    ("week of another week", WEEK, "period-text",
     lambda d: swap(d, "tuần 42", "tuần 41", "Thực hiện Kế hoạch")),
    ("invited as above", INVITATION, "recipients-archive", lambda d: drop(d, "- Lưu: VT")),
)  # fmt: skip

for step in ONE_STEP:
    one_line(*step)


@fault(REPORT, "number-date-row")
def number_and_day_in_two_rows(doc: Doc) -> None:
    table = doc.tables[0]
    made = twin(raw(table.rows[1]))
    for paragraph in list(made.findall(".//" + qn("w:tc"))[0].iter(qn("w:t"))):
        paragraph.text = ""
    for text in raw(table.rows[1].cells[1]).iter(qn("w:t")):
        text.text = ""


@fault(PLAN, "block-order")
def text_below_the_signature(doc: Doc) -> None:
    table = raw(line(doc, "Nơi nhận")).iterancestors(qn("w:tbl"))
    next(iter(table)).addnext(raw(line(doc, "Trong quá trình thực hiện")))


@fault(REPORT, "block-order")
def agency_at_the_right(doc: Doc) -> None:
    row = raw(doc.tables[0].rows[0])
    first, second = row.findall(qn("w:tc"))
    second.addnext(first)


@fault(REPORT, "block-order")
def subject_over_title(doc: Doc) -> None:
    raw(doc.tables[0]).addprevious(raw(line(doc, "BÁO CÁO")))
