"""More faults, one step each: what else comes back from the office of the superior."""

from __future__ import annotations

from docx.enum.dml import MSO_THEME_COLOR
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tests.documents.check.exemplars import (
    DECISION,
    LETTER,
    NOTICE,
    PLAN,
    QUARTER,
    REPORT,
    Doc,
    drop,
    line,
    move_before,
    raw,
    run,
    swap,
    write,
)
from tests.documents.check.faults import Fault, Harm


def lie_down(doc: Doc) -> None:
    """Turn the first pages on their side."""
    section = doc.sections[0]
    section.orientation, section.page_width, section.page_height = (
        WD_ORIENT.LANDSCAPE,
        Mm(297),
        Mm(210),
    )


def unlined(doc: Doc) -> None:
    """Take the lines of the last table away."""
    properties = raw(doc.tables[-1]).tblPr
    for name in ("w:tblStyle", "w:tblBorders"):
        for element in properties.findall(qn(name)):
            properties.remove(element)


def header_at_left(doc: Doc) -> None:
    """Put the words of the first row of the last table to the left."""
    for one in doc.tables[-1].rows[0].cells:
        for paragraph in one.paragraphs:
            paragraph.alignment = ALIGN.LEFT


MORE: tuple[tuple[str, str, str, Harm], ...] = (
    (
        "a colour of the theme",
        REPORT,
        "font-colour",
        lambda d: setattr(run(d, "h) Chế độ").font.color, "theme_color", MSO_THEME_COLOR.ACCENT_1),
    ),
    ("text on its side", NOTICE, "page-orientation", lie_down),
    (
        "light authority",
        DECISION,
        "decision-parts",
        lambda d: setattr(run(d, "CHỦ TỊCH ỦY BAN").font, "bold", False),
    ),
    (
        "QUYẾT ĐỊNH at left",
        DECISION,
        "decision-parts",
        lambda d: setattr(line(d, "QUYẾT ĐỊNH:"), "alignment", ALIGN.LEFT),
    ),
    (
        "small ground",
        PLAN,
        "basis-look",
        lambda d: setattr(run(d, "Căn cứ Luật").font, "size", Pt(12)),
    ),
    (
        "bold Kính gửi",
        REPORT,
        "addressee-look",
        lambda d: setattr(run(d, "Kính gửi").font, "bold", True),
    ),
    (
        "clause in the middle",
        NOTICE,
        "body-align",
        lambda d: setattr(line(d, "1. Phòng"), "alignment", ALIGN.CENTER),
    ),
    ("table without lines", QUARTER, "table-borders", unlined),
    ("table header at left", QUARTER, "table-header-look", header_at_left),
    (
        "day of the appendix unlike the paper's",
        QUARTER,
        "appendix-reference",
        lambda d: swap(d, "tháng 9", "tháng 09", "(Kèm theo"),
    ),
    ("num size14", REPORT, "number-look", lambda d: setattr(run(d, "Số:").font, "size", Pt(14))),
    ("title 16", PLAN, "title-look", lambda d: setattr(run(d, "KẾ HOẠCH").font, "size", Pt(16))),
    (
        "normal font",
        REPORT,
        "font-family",
        lambda d: setattr(d.styles["Thân văn bản"].font, "name", "Calibri"),
    ),
    (
        "style spacing",
        REPORT,
        "body-spacing",
        lambda d: setattr(d.styles["Thân văn bản"].paragraph_format, "space_after", Pt(0)),
    ),
    (
        "letters of old",
        REPORT,
        "legacy-font",
        lambda d: setattr(run(d, "h) Chế độ"), "text", "h) ChÕ ®é b¸o c¸o c«ng d©n"),
    ),
    ("no motto", REPORT, "motto", lambda d: drop(d, "Độc lập")),
    ("no national", REPORT, "national-title", lambda d: drop(d, "CỘNG HÒA")),
    ("no title", REPORT, "title-missing", lambda d: drop(d, "BÁO CÁO")),
    ("no V/v", LETTER, "title-missing", lambda d: drop(d, "V/v")),
    ("no number", REPORT, "number-missing", lambda d: drop(d, "Số:")),
    ("no date", REPORT, "date-missing", lambda d: drop(d, "Bình Minh, ngày")),
    ("Điều 1:", DECISION, "article-form", lambda d: swap(d, ".", ":", "Điều 1")),
    (
        "Điều not bold",
        DECISION,
        "article-form",
        lambda d: setattr(run(d, "Điều 2").font, "bold", False),
    ),
    (
        "KT UBND",
        REPORT,
        "signature-capacity",
        lambda d: swap(d, "CHỦ TỊCH", "ỦY BAN NHÂN DÂN", "KT."),
    ),
    ("name caps", PLAN, "signer-name", lambda d: swap(d, "Trần Hữu Nghĩa", "TRẦN HỮU NGHĨA")),
    (
        "KG in TB",
        NOTICE,
        "addressee-not-allowed",
        lambda d: line(d, "Ngày 24 tháng 10").insert_paragraph_before("Kính gửi: Các phòng"),
    ),
    ("day5", REPORT, "date-form", lambda d: swap(d, "ngày 20", "ngày 5", "Bình Minh,")),
    (
        "13+6",
        REPORT,
        "figures-in-text",
        lambda d: swap(d, "13 nhiệm vụ phối", "14 nhiệm vụ phối", "Kế hoạch số 158/KH-UBND có"),
    ),
    ("Tong so 19", REPORT, "appendix-count", lambda d: swap(d, "18", "19", "Tổng số:")),
    ("13/12 to", QUARTER, "part-of-whole", lambda d: swap(d, "12/12", "13/12", "Xã có")),
    ("quarter II closing", QUARTER, "period-text", lambda d: swap(d, "III", "II", "Trên đây")),
    ("next quarter", QUARTER, "period-next", lambda d: swap(d, "QUÝ IV", "QUÝ III", "IV.")),
    (
        "year",
        REPORT,
        "period-date",
        lambda d: swap(d, "năm 2025", "năm 2024", "Kết quả thực hiện nhiệm vụ"),
    ),
    (
        "cutoff after",
        REPORT,
        "period-cutoff",
        lambda d: swap(d, "15/10/2025", "25/10/2025", "Thực hiện Kế hoạch"),
    ),
    (
        "cap huyen",
        REPORT,
        "abolished-unit",
        lambda d: swap(
            d, "phối hợp doanh nghiệp", "phối hợp cấp huyện và doanh nghiệp", "1. Phòng"
        ),
    ),
    ("lorem", NOTICE, "placeholder", lambda d: swap(d, "thu đủ", "lorem ipsum", "1. Phòng")),
    ("dots/dots", NOTICE, "placeholder", lambda d: swap(d, "34/34", "…/…", "1. Phòng")),
    ("nan", REPORT, "placeholder", lambda d: write(d, 1, 2, 2, "nan")),
    ("text vs total", QUARTER, "figures-text-table", lambda d: swap(d, "804", "814", "1. Tuyên")),
    (
        "text vs key",
        REPORT,
        "figures-text-table",
        lambda d: swap(d, "87 người", "78 người", "d) Nhân"),
    ),
    (
        "members",
        DECISION,
        "figures-text-table",
        lambda d: swap(d, "(06 thành", "(07 thành", "Điều 1"),
    ),
    (
        "03 van ban",
        REPORT,
        "figures-in-text",
        lambda d: swap(d, "03 văn bản", "04 văn bản", "Trong kỳ"),
    ),
    (
        "appendix head italic",
        REPORT,
        "appendix-look",
        lambda d: setattr(run(d, "Phụ lục").font, "italic", True),
    ),
    ("no reference", REPORT, "appendix-reference", lambda d: drop(d, "(Kèm theo")),
    (
        "appendix title small",
        REPORT,
        "appendix-title",
        lambda d: setattr(
            run(d, "TIẾN ĐỘ"), "text", "Tiến độ thực hiện nhiệm vụ chuyển đổi số tháng 10 năm 2025"
        ),
    ),
    (
        "underlined motto",
        REPORT,
        "text-underlined",
        lambda d: setattr(run(d, "Độc lập").font, "underline", True),
    ),
    ("symbol VHXH", REPORT, "number-agency", lambda d: swap(d, "UBND", "VHXH", "Số:")),
    ("Nơi nhận no colon", REPORT, "recipients-heading", lambda d: swap(d, ":", "", "Nơi nhận")),
    ("dash missing", REPORT, "recipients-lines", lambda d: swap(d, "- ", "", "- Chủ tịch, các")),
    ("Kinh gui bo", REPORT, "recipients-first", lambda d: drop(d, "Kính gửi")),
    (
        "KT then CT",
        REPORT,
        "signature-capacity",
        lambda d: swap(d, "PHÓ CHỦ TỊCH", "CHỦ TỊCH", "PHÓ"),
    ),
    (
        "TL then PCT",
        LETTER,
        "signature-capacity",
        lambda d: swap(d, "CHÁNH", "PHÓ CHÁNH", "CHÁNH VĂN"),
    ),
    ("KT no dot", REPORT, "signature-capacity", lambda d: swap(d, "KT.", "KT", "KT.")),
    ("KT no space", REPORT, "signature-capacity", lambda d: swap(d, "KT. ", "KT.", "KT.")),
    ("point dot", REPORT, "numbering-points", lambda d: swap(d, "b)", "b.", "b) Hạ tầng")),
    ("total of two", REPORT, "table-total", lambda d: write(d, 1, 8, 2, "17")),
    ("endmark mid", REPORT, "end-mark", lambda d: swap(d, "báo cáo./.", "báo cáo/.", "Trên đây")),
    ("endmark //", REPORT, "end-mark", lambda d: swap(d, "báo cáo./.", "báo cáo.//.", "Trên đây")),
    (
        "endmark semi",
        REPORT,
        "end-mark",
        lambda d: swap(d, "báo cáo./.", "báo cáo../.", "Trên đây"),
    ),
    (
        "part roman lower",
        REPORT,
        "part-heading",
        lambda d: setattr(run(d, "IV. KIẾN").font, "bold", False),
    ),
    (
        "clause not bold",
        REPORT,
        "clause-heading",
        lambda d: setattr(run(d, "2. Nguyên nhân").font, "bold", False),
    ),
    (
        "date row text",
        REPORT,
        "date-form",
        lambda d: swap(d, "ngày 20 tháng 10 năm 2025", "ngày 20/10/2025", "Bình Minh,"),
    ),
    (
        "impossible",
        REPORT,
        "date-form",
        lambda d: swap(d, "ngày 20 tháng 10", "ngày 31 tháng 11", "Bình Minh,"),
    ),
    (
        "exact15",
        REPORT,
        "body-line-spacing",
        lambda d: setattr(line(d, "h) Chế độ").paragraph_format, "line_spacing", Pt(12)),
    ),
    (
        "indent2",
        REPORT,
        "body-indent",
        lambda d: setattr(line(d, "h) Chế độ").paragraph_format, "first_line_indent", Mm(20)),
    ),
    (
        "highlight",
        REPORT,
        "text-marked",
        lambda d: setattr(run(d, "h) Chế độ").font, "highlight_color", 7),
    ),
    ("dup word", REPORT, "repeated-word", lambda d: swap(d, "của 04", "của của 04", "g) Tổ chức")),
    (
        "nospace comma",
        REPORT,
        "space-after-punctuation",
        lambda d: swap(d, "an ninh, trật", "an ninh,trật", "b) Hạ tầng"),
    ),
    ("..", REPORT, "double-punctuation", lambda d: swap(d, "(A6).", "(A6)..", "đ) An toàn")),
    ("pct point", REPORT, "percentage-form", lambda d: swap(d, "84,18%", "84.18 %", "a) Thủ")),
    (
        "trong thang 9",
        REPORT,
        "leftover-month",
        lambda d: swap(d, "Trong kỳ", "Trong tháng 9", "Trong kỳ"),
    ),
    (
        "subject leftover vs text",
        REPORT,
        "period-text",
        lambda d: swap(d, "tháng 10", "tháng 9", "Kết quả thực hiện nhiệm vụ"),
    ),
    (
        "subject 12",
        REPORT,
        "subject-look",
        lambda d: setattr(run(d, "Kết quả thực hiện nhiệm vụ").font, "size", Pt(12)),
    ),
    (
        "KG italic",
        REPORT,
        "addressee-look",
        lambda d: setattr(run(d, "Kính gửi").font, "italic", True),
    ),
    (
        "body bold italics",
        REPORT,
        "body-italic",
        lambda d: setattr(run(d, "h) Chế độ").font, "italic", True),
    ),
    ("lưu no VT", REPORT, "recipients-archive", lambda d: swap(d, "Lưu: VT, ", "Lưu: ", "- Lưu")),
    (
        "basis no semicolon",
        PLAN,
        "basis-ending",
        lambda d: swap(d, "2025;", "2025.", "Căn cứ Luật"),
    ),
    (
        "title/sub swapped",
        DECISION,
        "block-order",
        lambda d: move_before(d, "Căn cứ Luật", "CHỦ TỊCH ỦY BAN"),
    ),
    (
        "nested Nơi nhận first",
        PLAN,
        "block-order",
        lambda d: line(d, "III. KINH").insert_paragraph_before("Nơi nhận:"),
    ),
    (
        "bases after body",
        PLAN,
        "block-order",
        lambda d: move_before(d, "Căn cứ Luật", "I. MỤC ĐÍCH"),
    ),
)

MORE_FAULTS = [Fault(*step) for step in MORE]
