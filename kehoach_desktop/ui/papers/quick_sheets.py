"""The program's own pages of a paper: its content set at A4 with the margins of the form.

What stands where follows Nghị định 30/2020/NĐ-CP, Phụ lục I; a template the office restyled is not
looked at, so this is for reading while one types.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPainter,
    QPalette,
    QPen,
    QTextDocument,
)

from kehoach_desktop.domain.emphasis import Emphasis
from kehoach_desktop.domain.paper import Article, Content, Table
from kehoach_desktop.domain.paper_frame import TYPES, PaperKind
from kehoach_desktop.domain.printed_paper import PrintedPaper
from kehoach_desktop.domain.report import BlockKind
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.papers.sheets import POINTS_PER_MM
from kehoach_desktop.ui.papers.typeset import BODY, TENTHS, Look, Setting, put, rules_of

_LEFT = Qt.AlignmentFlag.AlignLeft
_PLAIN, _BOLD = Look(points=13), Look(points=13, bold=True)
_TITLE = Look(bold=True, before=12)
_SUBJECT = Look(bold=True)
_LOOKS = {
    BlockKind.PART: Look(bold=True, side=BODY.side, before=6, indent=10, lines=105),
    BlockKind.SECTION: Look(bold=True, side=BODY.side, before=6, indent=10, lines=105),
}
_UPRIGHT = (
    PaperKind.DECISION,
    PaperKind.LETTER,
    PaperKind.SUBMISSION,
    PaperKind.NOTICE,
    PaperKind.INVITATION,
)
_PAGE_NUMBER_MM = 10
_AIR = ("", Look(points=7))  # over the line of number and day


class QuickSheets:
    """The pages of a paper drawn from its content; upright text, then each appendix.

    Of an appendix at most `most_rows` are set, and the paper says that there are more.
    """

    def __init__(self, printed: PrintedPaper, most_rows: int | None = None) -> None:
        self._parts = [_text(printed), *_appendices(printed, most_rows)]
        self._rules = {id(document): rules_of(document) for document in self._parts}
        self._pages = [
            (document, page) for document in self._parts for page in range(document.pageCount())
        ]

    def count(self) -> int:
        """Return how many pages there are."""
        return len(self._pages)

    def size(self, page: int) -> QSizeF:
        """Return the size of a page in points."""
        size = self._pages[page][0].pageSize()
        return QSizeF(size.width() / TENTHS, size.height() / TENTHS)

    def paint(self, painter: QPainter, page: int, scale: float) -> None:
        """Paint a page; `scale` is device pixels to a point."""
        document, number = self._pages[page]
        size = document.pageSize()
        painter.save()
        painter.scale(scale / TENTHS, scale / TENTHS)
        if number:
            _paint_number(painter, size, number + 1)
        painter.translate(0, -number * size.height())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0, number * size.height(), size.width(), size.height())  # type: ignore[attr-defined]  # the stubs know no fields of it
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        context.palette = palette  # type: ignore[attr-defined]  # as above
        painter.setClipRect(context.clip)  # type: ignore[attr-defined]  # as above
        document.documentLayout().draw(painter, context)
        painter.setPen(QPen(Qt.GlobalColor.black, 7))
        painter.drawLines([*self._rules[id(document)]])
        painter.restore()


def _paint_number(painter: QPainter, size: QSizeF, number: int) -> None:
    """Paint the page number, in the middle of the top margin (Phụ lục I, mục I.5)."""
    font = QFont(list(theme.current().paper_families))
    font.setPixelSize(13 * TENTHS)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.black)
    place = QRectF(0, _PAGE_NUMBER_MM * POINTS_PER_MM * TENTHS, size.width(), 20 * TENTHS)
    painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, str(number))


def _text(printed: PrintedPaper) -> QTextDocument:
    page = Setting(210, 297)
    paper, values, lines = printed.paper, printed.values, printed.lines
    kind = paper.frame.kind
    _letterhead(page, printed)
    if kind is not PaperKind.LETTER:
        page.add(TYPES[kind].name.upper(), _TITLE)
        page.add(values["trich_yeu"], Look(bold=True, rule=0.3))
    page.add_all(filter(None, [paper.authority]), Look(bold=True, before=12))
    page.add_all(lines["can_cu"], Look(italic=True, side=BODY.side, before=6, indent=10, lines=105))
    if kind is PaperKind.DECISION:
        page.add("QUYẾT ĐỊNH:", Look(bold=True, before=12))
    page.add_all(filter(None, [values["kinh_gui"]]), Look(before=10))
    page.add_all(
        filter(None, [values["kinh_gui_nhieu_noi"]]), Look(before=8, side=_LEFT, indent=40)
    )
    page.add_all(lines["kinh_gui_tung_noi"], Look(side=_LEFT, indent=57))
    for content in paper.contents:
        _content(page, content, paper.frame.body_size or 14)
    _foot(page, printed)
    return page.document


def _letterhead(page: Setting, printed: PrintedPaper) -> None:
    values, kind = printed.values, printed.paper.frame.kind
    head = page.grid(2, (59, 106))
    lines = (("chu_quan", _PLAIN), ("co_quan_1", _BOLD), ("co_quan_2", _BOLD))
    agency = [(values[name], look) for name, look in lines]
    named = [(text, look) for text, look in agency if text]
    named[-1] = (named[-1][0], Look(points=13, bold=True, rule=0.35))
    put(head, 0, 0, named)
    put(
        head,
        0,
        1,
        [
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", _BOLD),
            ("Độc lập - Tự do - Hạnh phúc", Look(bold=True, rule=0.56)),
        ],
    )
    under = [_AIR, (values["so_ky_hieu"], _PLAIN)]
    if kind is PaperKind.LETTER:
        under.append((values["trich_yeu"], Look(points=12, before=6)))
    put(head, 1, 0, under)
    if kind is not PaperKind.MINUTES:
        put(head, 1, 1, [_AIR, (values["dia_danh_ngay"], Look(points=13, italic=True))])


def _content(page: Setting, content: Content, points: int) -> None:
    if isinstance(content, Table):
        page.table(content)
    elif isinstance(content, Article):
        number = f"Điều {content.number}."
        look = replace(BODY, points=points)
        page.add(f"{number} {content.text}", look, [Emphasis(0, len(number), bold=True)])
    else:
        look = replace(_LOOKS.get(content.kind, BODY), points=points)
        page.add(content.text, look, content.emphases)


def _foot(page: Setting, printed: PrintedPaper) -> None:
    values, lines = printed.values, printed.lines
    first = list(_signed(lines["quyen_han"], values["nguoi_ky"]))
    listed = [
        ("Nơi nhận:", Look(points=12, bold=True, italic=True, side=_LEFT)),
        *((line, Look(points=11, side=_LEFT)) for line in lines["noi_nhan"]),
    ]
    minutes = printed.paper.frame.kind is PaperKind.MINUTES
    page.add("", Look(points=6))
    foot = page.grid(2 if minutes else 1, (1, 1))
    put(foot, 0, 1, first)
    if minutes:
        put(foot, 0, 0, list(_signed(lines["quyen_han_2"], values["nguoi_ky_2"])))
        put(foot, 1, 0, listed)
    else:
        put(foot, 0, 0, listed)


def _signed(authority: tuple[str, ...], name: str) -> Iterator[tuple[str, Look]]:
    for line in authority:
        yield line, Look(bold=True)
    yield name, Look(bold=True, before=60)


def _appendices(printed: PrintedPaper, most_rows: int | None) -> Iterator[QTextDocument]:
    # A list stands upright, the task tables of plans and reports lie across.
    across = printed.paper.frame.kind not in _UPRIGHT
    for appendix, values in zip(printed.paper.appendices, printed.appendix_values, strict=True):
        page = Setting(297, 210) if across else Setting(210, 297)
        rows = appendix.table.rows
        shown = replace(appendix.table, rows=rows[:most_rows])
        _appendix(page, shown, values["pl.so"], values["pl.ten"], values["pl.kem_theo"])
        if (left := len(rows) - len(shown.rows)) > 0:
            words = _("… còn {count} dòng; bản in và tệp Word có đủ.").format(count=left)
            page.add(words, Look(points=12, italic=True, side=_LEFT, before=6))
        page.add_all(
            filter(None, [values["pl.ghi_chu"]]),
            Look(points=12, italic=True, side=_LEFT, before=6),
        )
        page.add(values["pl.tong_so"], Look(points=13, side=_LEFT, before=6))
        yield page.document


def _appendix(page: Setting, table: Table, number: str, title: str, attached: str) -> None:
    page.add(number, _SUBJECT)
    page.add(title, _SUBJECT)
    page.add(attached, Look(italic=True, rule=0.3))
    page.add("", Look(points=6))
    page.table(table)
