"""Sets paragraphs and tables of a paper into a text document, in tenths of a point."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
CELL = Look(points=12, side=Qt.AlignmentFlag.AlignLeft, before=1)
CELL_CENTRED = Look(points=12, before=1)
CELL_HEAD = Look(points=12, bold=True, before=1)


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
        self.cursor = QTextCursor(self.document)
        self._fresh = True

    def add(self, text: str, look: Look, *, bold_lead: int = 0) -> None:
        """Set one paragraph; its first `bold_lead` letters are bold."""
        self._begin(look)
        words = text.replace("\n", "\u2028")
        if bold_lead:
            self.cursor.insertText(words[:bold_lead], letters(look, bold=True))
        self.cursor.insertText(words[bold_lead:], letters(look))

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

    def grid(self, rows: int, shares: Sequence[float], *, ruled: bool) -> QTextTable:
        """Return an empty table over the whole width, its columns by their shares of it."""
        form = QTextTableFormat()
        form.setWidth(QTextLength(QTextLength.Type.FixedLength, self.width))
        whole = sum(shares)
        fixed = QTextLength.Type.FixedLength
        widths = [QTextLength(fixed, self.width * share / whole) for share in shares]
        form.setColumnWidthConstraints(widths)
        form.setCellSpacing(0)
        form.setCellPadding(1 * MM if ruled else 0)
        form.setBorder(0)
        form.setTopMargin(_AROUND * TENTHS)
        form.setBottomMargin(_AROUND * TENTHS)
        if ruled:
            form.setBorder(_HAIR)
            form.setBorderCollapse(False)
            form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            form.setBorderBrush(Qt.GlobalColor.black)
            form.setHeaderRowCount(1)
        made = self.cursor.insertTable(rows, len(shares), form)
        self.cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True
        return made

    def table(self, table: Table) -> None:
        """Set a table with its heading row, which comes again on every page."""
        heads = table.columns
        made = self.grid(1 + len(table.rows), [head.weight for head in heads], ruled=True)
        for column, head in enumerate(heads):
            put(made, 0, column, [(head.heading, CELL_HEAD)])
        for number, row in enumerate(table.rows, start=1):
            self._row(made, number, row, [head.centred for head in heads])

    def _row(self, made: QTextTable, number: int, row: Row, centred: Sequence[bool]) -> None:
        if row.heading:
            made.mergeCells(number, 1, 1, len(centred) - 1)
            left = Look(points=12, bold=True, side=Qt.AlignmentFlag.AlignLeft, before=1)
            put(made, number, 0, [(row.cells[0], CELL_HEAD)])
            put(made, number, 1, [(row.cells[1], left)])
            return
        for column, (text, middle) in enumerate(zip(row.cells, centred, strict=False)):
            put(made, number, column, [(text, CELL_CENTRED if middle else CELL)])


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


def letters(look: Look, *, bold: bool = False) -> QTextCharFormat:
    """Return the character format of a look."""
    font = QFont(list(theme.current().paper_families))
    font.setPixelSize(round(look.points * TENTHS))
    font.setBold(look.bold or bold)
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
