"""Makes the Word templates anew; the same script always makes the same bytes.

The offices restyle the .docx files, not this script: it is run only when a template gains a
placeholder. Measures are in twips (1/20 pt) and half points, as Word counts them.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parents[1] / "templates_docx"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
FONT = "Times New Roman"
EPOCH = (2020, 3, 5, 0, 0, 0)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PORTRAIT_WIDTH, LANDSCAPE_WIDTH = 9355, 14287

# name: (size in half points, run properties, paragraph properties)
STYLES = {
    "Cơ quan ban hành": (26, "<w:b/>", '<w:jc w:val="center"/>'),
    "Cơ quan chủ quản": (26, "", '<w:jc w:val="center"/>'),
    "Quốc hiệu": (26, "<w:b/>", '<w:jc w:val="center"/>'),
    "Tiêu ngữ": (28, "<w:b/>", '<w:jc w:val="center"/>'),
    "Số ký hiệu": (26, "", '<w:spacing w:before="160"/><w:jc w:val="center"/>'),
    "Địa danh ngày tháng": (26, "<w:i/>", '<w:spacing w:before="160"/><w:jc w:val="center"/>'),
    "Tên loại": (28, "<w:b/>", '<w:keepNext/><w:spacing w:before="240"/><w:jc w:val="center"/>'),
    "Trích yếu": (28, "<w:b/>", '<w:keepNext/><w:jc w:val="center"/>'),
    "Trích yếu công văn": (24, "", '<w:spacing w:before="120"/><w:jc w:val="center"/>'),
    "Thẩm quyền": (
        28,
        "<w:b/>",
        '<w:keepNext/><w:spacing w:before="240" w:after="60"/><w:jc w:val="center"/>',
    ),
    "Quyết định": (
        28,
        "<w:b/>",
        '<w:keepNext/><w:spacing w:before="120"/><w:jc w:val="center"/>',
    ),
    "Kính gửi": (28, "", '<w:spacing w:before="120" w:after="60"/><w:jc w:val="center"/>'),
    # The dashes stand under the colon: 3261 twips is where "Kính gửi" ends (mục II.9.a).
    "Kính gửi nhiều nơi": (28, "", '<w:spacing w:before="120"/><w:ind w:left="2268"/>'),
    "Kính gửi từng nơi": (28, "", '<w:ind w:left="3431" w:hanging="170"/>'),
    "Đường kẻ": (
        4,
        "",
        (
            '<w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/>'
            '</w:pBdr><w:spacing w:before="40" w:after="0" w:line="40" w:lineRule="exact"/>'
        ),
    ),
    "Thân văn bản": (
        28,
        "",
        (
            '<w:widowControl/><w:spacing w:before="120" w:after="0" w:line="252" '
            'w:lineRule="auto"/>'
            '<w:ind w:firstLine="720"/><w:jc w:val="both"/>'
        ),
    ),
    "Dòng nơi nhận": (22, "", ""),
    "Nơi nhận": (24, "<w:b/><w:i/>", ""),
    "Quyền hạn": (28, "<w:b/>", '<w:jc w:val="center"/>'),
    "Người ký": (28, "<w:b/>", '<w:spacing w:before="1700"/><w:jc w:val="center"/>'),
    "Ngắt phần": (2, "", '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'),
    "Phụ lục": (28, "<w:b/>", '<w:keepNext/><w:jc w:val="center"/>'),
    "Tên phụ lục": (28, "<w:b/>", '<w:keepNext/><w:jc w:val="center"/>'),
    "Kèm theo": (28, "<w:i/>", '<w:keepNext/><w:jc w:val="center"/>'),
    "Đầu bảng": (
        24,
        "<w:b/>",
        '<w:keepNext/><w:spacing w:before="20" w:after="20"/><w:jc w:val="center"/>',
    ),
    "Ô bảng": (24, "", '<w:spacing w:before="20" w:after="20"/>'),
    "Ô bảng giữa": (24, "", '<w:spacing w:before="20" w:after="20"/><w:jc w:val="center"/>'),
    "Mục trong bảng": (24, "<w:b/>", '<w:keepNext/><w:spacing w:before="20" w:after="20"/>'),
    "Số mục trong bảng": (
        24,
        "<w:b/>",
        '<w:keepNext/><w:spacing w:before="20" w:after="20"/><w:jc w:val="center"/>',
    ),
    "Ô tổng hợp": (24, "", '<w:spacing w:before="20" w:after="20"/>'),
    "Ô tổng hợp giữa": (
        24,
        "",
        '<w:spacing w:before="20" w:after="20"/><w:jc w:val="center"/>',
    ),
    "Ghi chú": (24, "<w:i/>", '<w:keepNext/><w:spacing w:before="120"/><w:jc w:val="both"/>'),
    "Tổng số": (28, "", '<w:spacing w:before="60"/>'),
    "Số trang": (28, "", '<w:jc w:val="center"/>'),
}
BODY = "Thân văn bản"
SIZES = {"bao_cao_tuan": 26}  # one page is enough for a week
# Styles that stand on the body's: they follow when an office changes its size.
ON_THE_BODY = {
    "Phần": ("<w:b/>", "<w:keepNext/><w:keepLines/>"),
    "Khoản": ("<w:b/>", "<w:keepNext/><w:keepLines/>"),
    "Điểm": ("", ""),
    "Điều": ("", ""),
    "Căn cứ": ("<w:i/>", ""),
}


def style_id(name: str) -> str:
    """Return the id of a style: its name without spaces."""
    return name.replace(" ", "")


def styles_part(body_size: int) -> str:
    """Return styles.xml: Times New Roman, black, Vietnamese, and our named styles."""
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/>'
    language = '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/>'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:color w:val="000000"/>'
        f'<w:sz w:val="28"/><w:szCs w:val="28"/>{language}</w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
    )
    table = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )
    sizes = {name: size for name, (size, _run, _par) in STYLES.items()} | {BODY: body_size}
    own = [
        a_style(name, "Normal", sizes[name], run, par) for name, (_size, run, par) in STYLES.items()
    ]
    own += [a_style(name, "Thânvănbản", 0, run, par) for name, (run, par) in ON_THE_BODY.items()]
    return f'{HEAD}<w:styles xmlns:w="{W}">{defaults}{normal}{table}{"".join(own)}</w:styles>'


def a_style(name: str, parent: str, size: int, run: str, paragraph: str) -> str:
    """Return one paragraph style."""
    sizes = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id(name)}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{parent}"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}{sizes}</w:rPr></w:style>"
    )


def par(style: str, text: str, run: str = "", *, end: str = "") -> str:
    """Return one paragraph; `end` is a section that ends with it."""
    words = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/>{end}</w:pPr>{words}</w:p>'


def cell(width: int, *paragraphs: str, span: int = 1, middle: bool = False) -> str:
    """Return one table cell."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    centred = '<w:vAlign w:val="center"/>' if middle else ""
    sized = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{sized}{spanned}{centred}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def row(*cells: str, header: bool = False) -> str:
    """Return one table row that no page may split."""
    repeated = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def table(widths: tuple[int, ...], *rows: str, ruled: bool, padding: int) -> str:
    """Return a table of fixed widths, ruled all over or not at all."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    line = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
    borders = "".join(f"<w:{side} {line}/>" for side in sides)
    edges = f"<w:tblBorders>{borders}</w:tblBorders>" if ruled else ""
    margins = "".join(f'<w:{side} w:w="{padding}" w:type="dxa"/>' for side in ("left", "right"))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>{edges}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def letterhead(*, day: bool = True, about: bool = False) -> str:
    """Return agency and Quốc hiệu over number and day, on common rows (ô 1–4).

    `about` puts the subject under the number (ô 5b, a letter's); minutes have no `day`.
    """
    left, right = 3340, 6015
    number = par("Số ký hiệu", "{{so_ky_hieu}}")
    subject = par("Trích yếu công văn", "{{trich_yeu}}") if about else ""
    dated = par("Địa danh ngày tháng", "{{dia_danh_ngay}}" if day else "")
    return table(
        (left, right),
        row(
            cell(
                left,
                par("Cơ quan chủ quản", "{{chu_quan}}"),
                par("Cơ quan ban hành", "{{co_quan_1}}"),
                par("Cơ quan ban hành", "{{co_quan_2}}"),
                par("Đường kẻ", "{{duong_ke_co_quan}}"),
            ),
            cell(
                right,
                par("Quốc hiệu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                par("Tiêu ngữ", "Độc lập - Tự do - Hạnh phúc"),
                par("Đường kẻ", "{{duong_ke_tieu_ngu}}"),
            ),
        ),
        row(cell(left, number, subject), cell(right, dated)),
        ruled=False,
        padding=40,
    )


def counts_table() -> str:
    """Return the table of counts: its head, a specimen row and a specimen total."""
    widths = (510, 2892, 737, 1250, 737, 3229)
    heads = ("TT", "Nhóm nhiệm vụ", "Tổng số", "Đúng hạn, trong hạn", "Quá hạn", "Nhiệm vụ")
    slots = ("tt", "nhom", "tong_so", "trong_han", "qua_han", "nhiem_vu")

    def specimen(prefix: str, run: str) -> str:
        cells = []
        for index, (width, slot) in enumerate(zip(widths, slots, strict=True)):
            style = "Ô tổng hợp" if index in (1, 5) else "Ô tổng hợp giữa"
            cells.append(cell(width, par(style, f"{{{{{prefix}.{slot}}}}}", run), middle=True))
        return row(*cells)

    head = row(
        *(
            cell(width, par("Đầu bảng", name), middle=True)
            for width, name in zip(widths, heads, strict=True)
        ),
        header=True,
    )
    rows = (head, specimen("bang", ""), specimen("bang_dam", "<w:b/>"))
    return table(widths, *rows, ruled=True, padding=70)


def signature() -> str:
    """Return Nơi nhận beside the signature block (ô 9b, 7a, 7b)."""
    left, right = 4677, 4678
    return table(
        (left, right),
        row(
            cell(left, par("Nơi nhận", "Nơi nhận:"), par("Dòng nơi nhận", "{{noi_nhan}}")),
            cell(right, par("Quyền hạn", "{{quyen_han}}"), par("Người ký", "{{nguoi_ky}}")),
        ),
        ruled=False,
        padding=40,
    )


def specimen_table(prefix: str, width: int) -> str:
    """Return the table every table of a paper is made like: head, heading row, two cells."""
    ordinal = width // 10
    wide = width - ordinal
    return table(
        (ordinal, wide),
        row(
            cell(ordinal, par("Đầu bảng", f"{{{{{prefix}.cot}}}}"), middle=True),
            cell(wide, par("Đầu bảng", ""), middle=True),
            header=True,
        ),
        row(
            cell(ordinal, par("Số mục trong bảng", f"{{{{{prefix}.muc_so}}}}")),
            cell(wide, par("Mục trong bảng", f"{{{{{prefix}.muc}}}}")),
        ),
        row(
            cell(ordinal, par("Ô bảng giữa", f"{{{{{prefix}.o_giua}}}}"), middle=True),
            cell(wide, par("Ô bảng", f"{{{{{prefix}.o}}}}"), middle=True),
        ),
        ruled=True,
        padding=57,
    )


def paper_appendix(width: int) -> str:
    """Return the specimen appendix of a paper: heading, table, note, total."""
    return (
        appendix_head()
        + specimen_table("pl_bang", width)
        + par("Ghi chú", "{{pl.ghi_chu}}")
        + par("Tổng số", "{{pl.tong_so}}")
    )


def minutes_signatures() -> str:
    """Return the two signatures of minutes, the secretary's at the left."""
    left, right = 4677, 4678
    return table(
        (left, right),
        row(
            cell(left, par("Quyền hạn", "{{quyen_han_2}}"), par("Người ký", "{{nguoi_ky_2}}")),
            cell(right, par("Quyền hạn", "{{quyen_han}}"), par("Người ký", "{{nguoi_ky}}")),
        ),
        ruled=False,
        padding=40,
    )


def appendix_head() -> str:
    """Return what stands over the table of an appendix."""
    return (
        par("Phụ lục", "{{pl.so}}")
        + par("Tên phụ lục", "{{pl.ten}}")
        + par("Kèm theo", "{{pl.kem_theo}}")
        + par("Đường kẻ", "{{duong_ke_phu_luc}}")
        + room(120)
    )


def room(before: int) -> str:
    """Return a hair-thin paragraph that keeps what stands before and after it apart."""
    return par("Ngắt phần", "").replace(
        'w:val="Ngắtphần"/>', f'w:val="Ngắtphần"/><w:keepNext/><w:spacing w:before="{before}"/>'
    )


def appendix() -> str:
    """Return the specimen appendix: heading, table with a section row and a task row, total."""
    widths = (624, 3600, 1474, 1361, 1474, 2778, 1474, 1502)
    heads = (
        "STT",
        "Nội dung nhiệm vụ",
        "Đơn vị chủ trì",
        "Thời hạn hoàn thành",
        "Đơn vị thực hiện của {{pl.cap_xa}}",
        "Kết quả đến {{pl.ngay_chot}}",
        "Trạng thái",
        "Khó khăn, vướng mắc",
    )
    slots = ("stt", "noi_dung", "chu_tri", "thoi_han", "don_vi", "ket_qua", "trang_thai")
    head = row(
        *(
            cell(width, par("Đầu bảng", name), middle=True)
            for width, name in zip(widths, heads, strict=True)
        ),
        header=True,
    )
    section = row(
        cell(widths[0], par("Số mục trong bảng", "{{muc.stt}}", "")),
        cell(sum(widths[1:]), par("Mục trong bảng", "{{muc.ten}}"), span=7),
    )
    task = row(
        *(
            cell(
                width,
                par("Ô bảng giữa" if slot == "stt" else "Ô bảng", f"{{{{nv.{slot}}}}}"),
                middle=True,
            )
            for width, slot in zip(widths, (*slots, "vuong_mac"), strict=True)
        )
    )
    return (
        appendix_head()
        + table(widths, head, section, task, ruled=True, padding=57)
        + par("Ghi chú", "{{pl.ghi_chu}}")
        + par("Tổng số", "{{pl.tong_so}}")
    )


def section(*, landscape: bool) -> str:
    """Return a section: A4, margins 20–20–30–15 mm, its pages numbered from 1 but for the first."""
    size = (
        '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        if landscape
        else '<w:pgSz w:w="11906" w:h="16838"/>'
    )
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
        '<w:headerReference w:type="first" r:id="rId4"/><w:type w:val="nextPage"/>'
        f'{size}<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" '
        'w:header="567" w:footer="567" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/>'
        "</w:sectPr>"
    )


def title(name: str) -> str:
    """Return the type of the paper over its subject and a line (ô 5a)."""
    return (
        par("Tên loại", name)
        + par("Trích yếu", "{{trich_yeu}}")
        + par("Đường kẻ", "{{duong_ke_trich_yeu}}")
    )


def addressees() -> str:
    """Return whom the paper goes to, one or several (ô 9a)."""
    return (
        par("Kính gửi", "{{kinh_gui}}")
        + par("Kính gửi nhiều nơi", "{{kinh_gui_nhieu_noi}}")
        + par("Kính gửi từng nơi", "{{kinh_gui_tung_noi}}")
    )


def text() -> str:
    """Return a specimen of each paragraph a text is made of."""
    return (
        par("Thân văn bản", "{{doan}}")
        + par("Phần", "{{phan}}")
        + par("Khoản", "{{khoan}}")
        + par("Điểm", "{{diem}}")
    )


def article() -> str:
    """Return the specimen of an article: its number bold, its text not."""
    number = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{{dieu.so}}</w:t></w:r>'
    words = '<w:r><w:t xml:space="preserve"> {{dieu.noi_dung}}</w:t></w:r>'
    properties = f'<w:pPr><w:pStyle w:val="{style_id("Điều")}"/></w:pPr>'
    return f"<w:p>{properties}{number}{words}</w:p>"


def decree() -> str:
    """Return who decides, on what grounds, and the articles (NĐ 30/2020, Phụ lục III, mẫu 1.2)."""
    return (
        par("Thẩm quyền", "{{tham_quyen}}")
        + par("Căn cứ", "{{can_cu}}")
        + par("Quyết định", "QUYẾT ĐỊNH:")
        + article()
        + text()
    )


def whole(*before: str, landscape: bool | None) -> str:
    """Return a body: what stands before the appendix, and the appendix if it has one."""
    start = "".join(before)
    if landscape is None:
        return start + section(landscape=False)
    width = LANDSCAPE_WIDTH if landscape else PORTRAIT_WIDTH
    return (
        start
        + par("Ngắt phần", "", end=section(landscape=False))
        + paper_appendix(width)
        + section(landscape=landscape)
    )


def period_report() -> str:
    """Return the body of the report of a period."""
    return (
        letterhead()
        + title("BÁO CÁO")
        + addressees()
        + text()
        + counts_table()
        + room(240)
        + signature()
        + par("Ngắt phần", "", end=section(landscape=False))
        + appendix()
        + section(landscape=True)
    )


def bodies() -> dict[str, tuple[str, str]]:
    """Return the name of each template with its title and its body."""
    in_text = specimen_table("bang", PORTRAIT_WIDTH)
    end = room(240) + signature()
    return {
        "bao_cao_thang": ("Mẫu báo cáo kỳ", period_report()),
        "bao_cao_tuan": (
            "Mẫu báo cáo tuần",
            whole(
                letterhead(), title("BÁO CÁO"), addressees(), text(), in_text, end, landscape=None
            ),
        ),
        "bao_cao_to_cnscd": (
            "Mẫu báo cáo tổ công nghệ số cộng đồng",
            whole(letterhead(), title("BÁO CÁO"), addressees(), text(), end, landscape=True),
        ),
        "ke_hoach": (
            "Mẫu kế hoạch",
            whole(
                letterhead(),
                title("KẾ HOẠCH"),
                par("Căn cứ", "{{can_cu}}"),
                text(),
                end,
                landscape=True,
            ),
        ),
        "cong_van": (
            "Mẫu công văn",
            whole(
                letterhead(about=True),
                room(160),
                addressees(),
                text(),
                in_text,
                end,
                landscape=False,
            ),
        ),
        "to_trinh": (
            "Mẫu tờ trình",
            whole(letterhead(), title("TỜ TRÌNH"), addressees(), text(), end, landscape=False),
        ),
        "thong_bao": (
            "Mẫu thông báo",
            whole(letterhead(), title("THÔNG BÁO"), text(), in_text, end, landscape=False),
        ),
        "giay_moi": (
            "Mẫu giấy mời",
            whole(letterhead(), title("GIẤY MỜI"), text(), end, landscape=False),
        ),
        "sua_doi": (
            "Mẫu văn bản sửa đổi",
            whole(
                letterhead(),
                title("{{ten_loai}}"),
                addressees(),
                text(),
                in_text,
                end,
                landscape=None,
            ),
        ),
        "bien_ban": (
            "Mẫu biên bản",
            whole(
                letterhead(day=False),
                title("BIÊN BẢN"),
                text(),
                room(240) + minutes_signatures() + room(120),
                par("Nơi nhận", "Nơi nhận:") + par("Dòng nơi nhận", "{{noi_nhan}}"),
                landscape=None,
            ),
        ),
        "quyet_dinh": (
            "Mẫu quyết định",
            whole(letterhead(), title("QUYẾT ĐỊNH"), decree(), end, landscape=False),
        ),
    }


def document_part(body: str) -> str:
    """Return document.xml around a body."""
    return f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'


def header_part() -> str:
    """Return the header: the page number, centred in the top margin."""
    field = "".join(
        f"<w:r>{mark}</w:r>"
        for mark in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style_id("Số trang")}"/></w:pPr>{field}</w:p>'
    return f'{HEAD}<w:hdr xmlns:w="{W}">{paragraph}</w:hdr>'


def empty_header_part() -> str:
    """Return the header of a first page, which bears no number."""
    return f'{HEAD}<w:hdr xmlns:w="{W}">{par("Số trang", "")}</w:hdr>'


def settings_part() -> str:
    """Return settings.xml: the layout rules of Word 2010 and later."""
    mode = (
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    )
    return (
        f'{HEAD}<w:settings xmlns:w="{W}"><w:defaultTabStop w:val="720"/>'
        f"<w:compat>{mode}</w:compat></w:settings>"
    )


def content_types() -> str:
    """Return [Content_Types].xml."""
    parts = {
        "/word/document.xml": f"{TYPE}.document.main+xml",
        "/word/styles.xml": f"{TYPE}.styles+xml",
        "/word/settings.xml": f"{TYPE}.settings+xml",
        "/word/header1.xml": f"{TYPE}.header+xml",
        "/word/header2.xml": f"{TYPE}.header+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    named = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items()
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{named}</Types>'
    )


def relationships(*targets: tuple[str, str]) -> str:
    """Return a .rels part of the (type, target) pairs, numbered rId1, rId2…"""
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def core_part(title_of: str) -> str:
    """Return docProps/core.xml."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title_of}</dc:title>'
        "</cp:coreProperties>"
    )


def parts(title_of: str, body: str, body_size: int) -> dict[str, str]:
    """Return the parts of a template, in the order of the file."""
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(
            (f"{R}/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/document.xml": document_part(body),
        "word/_rels/document.xml.rels": relationships(
            (f"{R}/styles", "styles.xml"),
            (f"{R}/settings", "settings.xml"),
            (f"{R}/header", "header1.xml"),
            (f"{R}/header", "header2.xml"),
        ),
        "word/styles.xml": styles_part(body_size),
        "word/settings.xml": settings_part(),
        "word/header1.xml": header_part(),
        "word/header2.xml": empty_header_part(),
        "docProps/core.xml": core_part(title_of),
    }


def write(folder: Path) -> None:
    """Write every template into `folder`."""
    for name, (title_of, body) in bodies().items():
        with zipfile.ZipFile(folder / f"{name}.docx", "w", zipfile.ZIP_DEFLATED) as archive:
            size = SIZES.get(name, STYLES[BODY][0])
            for part, words in parts(title_of, body, size).items():
                entry = zipfile.ZipInfo(part, EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, words.encode())


if __name__ == "__main__":
    write(TEMPLATES)
