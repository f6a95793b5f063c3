"""Sets paragraphs and tables of a paper into a text document, in tenths of a point."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape

from PySide6.QtCore import QLineF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from kehoach_desktop.domain.emphasis import Emphasis, pieces_of
from kehoach_desktop.domain.paper import Row, Table
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.papers.sheets import POINTS_PER_MM

TENTHS = 10
MM = POINTS_PER_MM * TENTHS
_CENTRE, _JUSTIFY = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignJustify
_LINES = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_RULE = QTextFormat.Property.UserProperty + 2
_HAIR = 5  # tenths of a point
_AROUND = 8  # points over and under a table
_UNDER_TEXT = 3  # points from the text to the line under it


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks: points of type, weight, slope, side, room before in points.

    `indent` is that of its first line in mm, `rule` how long the line under it is, as a part of
    its words.
    """

    points: float = 14
    bold: bool = False
    italic: bool = False
    side: Qt.AlignmentFlag = _CENTRE
    before: float = 0
    indent: float = 0
    rule: float = 0
    lines: int = 100


BODY = Look(side=_JUSTIFY, before=6, indent=10, lines=105)


class Setting:
    """A document that paragraphs are set into, from the top; the first one takes its first line."""

    def __init__(self, width_mm: float, height_mm: float) -> None:
        self.document = QTextDocument()
        self.document.setUseDesignMetrics(True)
        self.document.setPageSize(QSizeF(width_mm * MM, height_mm * MM))
        self.width = (width_mm - 45) * MM
        margins = QTextFrameFormat()
        margins.setLeftMargin(30 * MM)
        margins.setRightMargin(15 * MM)
        margins.setTopMargin(20 * MM)
        margins.setBottomMargin(20 * MM)
        self.document.rootFrame().setFrameFormat(margins)
        self.document.setDefaultFont(QFont(list(theme.current().paper_families)))
        families = ", ".join(f"'{family}'" for family in theme.current().paper_families)
        cell = f"font-family:{families}; font-size:{12 * TENTHS}px; color:black"
        self.document.setDefaultStyleSheet(f"td, th {{ {cell} }}")
        self.cursor = QTextCursor(self.document)
        self._fresh = True

    def add(self, text: str, look: Look, emphases: Sequence[Emphasis] = ()) -> None:
        """Set one paragraph with its bold and italic stretches."""
        self._begin(look)
        for words, bold, italic in pieces_of(text.replace("\n", "\u2028"), emphases):
            worn = replace(look, bold=look.bold or bold, italic=look.italic or italic)
            self.cursor.insertText(words, letters(worn))

    def add_all(self, texts: Iterable[str], look: Look) -> None:
        """Set a paragraph for each text."""
        for text in texts:
            self.add(text, look)

    def _begin(self, look: Look) -> None:
        if self._fresh:
            self._fresh = False
            self.cursor.setBlockFormat(shape(look))
        else:
            self.cursor.insertBlock(shape(look))
        self.cursor.setBlockCharFormat(letters(look))

    def grid(self, rows: int, shares: Sequence[float]) -> QTextTable:
        """Return an empty table without lines over the width, its columns by their shares."""
        form = QTextTableFormat()
        fixed, whole = QTextLength.Type.FixedLength, sum(shares)
        form.setWidth(QTextLength(fixed, self.width))
        widths = [QTextLength(fixed, self.width * share / whole) for share in shares]
        form.setColumnWidthConstraints(widths)
        form.setCellSpacing(0)
        form.setCellPadding(0)
        form.setBorder(0)
        form.setTopMargin(_AROUND * TENTHS)
        form.setBottomMargin(_AROUND * TENTHS)
        made = self.cursor.insertTable(rows, len(shares), form)
        self.cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True
        return made

    def table(self, table: Table) -> None:
        """Set a table with its heading row, which comes again on every page.

        It goes in as one piece of markup: a table of some hundred cells set one by one takes
        longer than the eye waits.
        """
        self.cursor.insertHtml(_markup(table, self.width - 2 * MM))
        self.cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True


def _markup(table: Table, width: float) -> str:
    whole = sum(column.weight for column in table.columns)
    heads = "".join(
        f"<th width='{width * column.weight / whole:.0f}'>{_words(column.heading)}</th>"
        for column in table.columns
    )
    centred = [column.centred for column in table.columns]
    rows = "".join(_row(row, centred) for row in table.rows)
    return (
        f"<table border='{_HAIR}' cellspacing='0' cellpadding='{MM:.0f}' width='{width:.0f}' "
        f"style='border-style:solid; border-color:black; margin:{_AROUND * TENTHS / 2:.0f}px 0'>"
        f"<thead><tr>{heads}</tr></thead>{rows}</table>"
    )


def _row(row: Row, centred: Sequence[bool]) -> str:
    if row.heading:
        number, title = row.cells
        return (
            f"<tr><td align='center'><b>{_words(number)}</b></td>"
            f"<td colspan='{len(centred) - 1}'><b>{_words(title)}</b></td></tr>"
        )
    cells = zip(row.cells, centred, strict=False)
    return f"<tr>{''.join(_cell(text, middle=middle) for text, middle in cells)}</tr>"


def _cell(text: str, *, middle: bool) -> str:
    return f"<td{' align=center' if middle else ''}>{_words(text)}</td>"


def _words(text: str) -> str:
    return escape(text).replace("\n", "<br/>")


def put(table: QTextTable, row: int, column: int, lines: Iterable[tuple[str, Look]]) -> None:
    """Set paragraphs into a cell."""
    cursor = table.cellAt(row, column).firstCursorPosition()
    for number, (text, look) in enumerate(lines):
        if number:
            cursor.insertBlock(shape(look))
        else:
            cursor.setBlockFormat(shape(look))
        cursor.setBlockCharFormat(letters(look))
        cursor.insertText(text.replace("\n", "\u2028"), letters(look))


def shape(look: Look) -> QTextBlockFormat:
    """Return the paragraph format of a look."""
    form = QTextBlockFormat()
    form.setAlignment(look.side)
    form.setTopMargin(look.before * TENTHS)
    form.setTextIndent(look.indent * MM)
    form.setLineHeight(look.lines, _LINES)
    if look.rule:
        form.setProperty(_RULE, look.rule)
        form.setBottomMargin(2 * _UNDER_TEXT * TENTHS)
    return form


def letters(look: Look) -> QTextCharFormat:
    """Return the character format of a look."""
    font = QFont(list(theme.current().paper_families))
    font.setPixelSize(round(look.points * TENTHS))
    font.setBold(look.bold)
    font.setItalic(look.italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    form = QTextCharFormat()
    form.setFont(font)
    form.setForeground(Qt.GlobalColor.black)
    return form


def rules_of(document: QTextDocument) -> tuple[QLineF, ...]:
    """Return the lines that stand under words (agency, motto, subject), in tenths of a point."""
    found, block = [], document.firstBlock()
    document.pageCount()  # has the document laid out
    while block.isValid():
        share = block.blockFormat().property(_RULE)
        if share and block.layout().lineCount():
            place = document.documentLayout().blockBoundingRect(block)
            words = block.layout().lineAt(block.layout().lineCount() - 1).naturalTextWidth()
            half, middle = words * float(share) / 2, place.center().x()
            height = place.bottom() + _UNDER_TEXT * TENTHS
            found.append(QLineF(middle - half, height, middle + half, height))
        block = block.next()
    return tuple(found)
