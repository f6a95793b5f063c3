"""The words of a report as they are edited: paragraphs of the paper's kinds, and nothing more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QTextEdit

from kehoach_desktop.domain.emphasis import Piece, gathered, pieces_of
from kehoach_desktop.domain.report import Block, BlockKind
from kehoach_desktop.domain.text import clean
from kehoach_desktop.i18n import _, mark
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.reports.list_items import is_empty_item, next_item

_KIND = QTextFormat.Property.UserProperty + 1
_SOFT_BREAK = "\u2028"
_IDLE_MS = 1500
_MARGINS = 16  # the width of the page by that of a margin, as on A4
_STRONG = (BlockKind.PART, BlockKind.SECTION)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_WEIGHT = (QKeySequence.StandardKey.Bold, QKeySequence.StandardKey.Italic)
KIND_WORDS = {
    BlockKind.PARAGRAPH: mark("Đoạn văn"),
    BlockKind.PART: mark("Phần (I, II…)"),
    BlockKind.SECTION: mark("Mục (1, 2…)"),
    BlockKind.POINT: mark("Điểm (a, b…)"),
}


class ReportEditor(QTextEdit):
    """Edits paragraphs; `settled` says that typing paused and what stands may be kept."""

    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(_("Lời của báo cáo"))
        self.figures = ""
        self._shown: tuple[Block, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._pause.timeout.connect(self.settled)
        self.textChanged.connect(self._pause.start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margin of a page where there is room, and a narrow one where there is not."""
        most, least = theme.current().length(36), theme.current().length(12)
        margin = min(most, max(least, self.width() // _MARGINS))
        if self.document().documentMargin() != margin:
            blocker, typed = QSignalBlocker(self), self.document().isModified()
            self.document().setDocumentMargin(margin)
            self.document().setModified(typed)
            blocker.unblock()
        super().resizeEvent(event)

    def show_blocks(self, blocks: Sequence[Block], figures: str = "") -> None:
        """Show `blocks`; the cursor stays where it was. `figures` stand for the table of counts."""
        self.figures = figures
        figures = figures or _("[Bảng số liệu tổng hợp, lấy từ sổ]")
        place = self.textCursor().position()
        self.clear()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for number, block in enumerate(blocks):
            if number:
                cursor.insertBlock()
            _dress(cursor, block.kind)
            text = figures if block.kind is BlockKind.COUNTS_TABLE else block.text
            for words, bold, italic in pieces_of(text, block.emphases):
                cursor.insertText(words, _letters(block.kind, bold=bold, italic=italic))
        cursor.endEditBlock()
        self.mark_kept()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def blocks(self) -> tuple[Block, ...]:
        """Return what stands in the editor, empty paragraphs left out."""
        return tuple(_read(self.document().firstBlock()))

    def is_changed(self) -> bool:
        """Say whether something was typed since the words were shown or kept."""
        return self.document().isModified() and self.blocks() != self._shown

    def shown(self) -> tuple[Block, ...]:
        """Return the words as they were shown or kept, without what was typed since."""
        return self._shown

    def mark_kept(self) -> None:
        """Remember that what stands is kept."""
        self._pause.stop()
        self._shown = self.blocks()
        self.document().setModified(False)

    def kind(self) -> BlockKind:
        """Return the kind of the paragraph the cursor is in."""
        return _kind_of(self.textCursor().block())

    def set_kind(self, kind: BlockKind) -> None:
        """Make the chosen paragraphs of another kind; the table of figures stays one."""
        cursor = self.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        block = self.document().findBlock(first)
        while block.isValid() and block.position() <= last:
            if _kind_of(block) is not BlockKind.COUNTS_TABLE:
                self._make(block, kind)
            block = block.next()
        self._pause.start()

    def _make(self, block: QTextBlock, kind: BlockKind) -> None:
        cursor = QTextCursor(block)
        _dress(cursor, kind)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.setCharFormat(_letters(kind))

    def is_bold(self) -> bool:
        """Say whether the words under the cursor are bold."""
        return _is_bold(self.currentCharFormat())

    def turn_bold(self) -> None:
        """Make the chosen words bold, or plain again; without any, those that are typed next."""
        self._turn(bold=not self.is_bold())

    def turn_italic(self) -> None:
        """Make the chosen words italic, or upright again; without any, those typed next."""
        self._turn(italic=not self.currentCharFormat().fontItalic())

    def _turn(self, *, bold: bool | None = None, italic: bool | None = None) -> None:
        """Change the weight of the chosen words; a heading stays bold, the figures as they are."""
        form = QTextCharFormat()
        if bold is not None and self.kind() not in _STRONG:
            form.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        if italic is not None:
            form.setFontItalic(italic)
        if self.kind() is not BlockKind.COUNTS_TABLE:
            self.mergeCurrentCharFormat(form)
            self._pause.start()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window, a step is what was kept; take Ctrl+B and Ctrl+I."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if any(event.matches(key) for key in _UNDO):
                self.settled.emit()
                event.ignore()
                return False
            if any(event.matches(key) for key in _WEIGHT):
                event.accept()
                return True
        return super().event(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leave files that are dropped to the screen."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; the table of figures takes no letters, and a heading is followed by words.

        A list goes on: after "a) …" comes "b) ", after "- …" a dash; an empty item ends it.
        """
        if any(event.matches(key) for key in _WEIGHT):
            self.turn_bold() if event.matches(_WEIGHT[0]) else self.turn_italic()
            return
        here, letter = self.kind(), event.text()
        if here is BlockKind.COUNTS_TABLE and letter.isprintable() and letter:
            return
        line = self.textCursor().block().text()
        at_end = self.textCursor().atBlockEnd()
        if event.key() in _ENTER and at_end and is_empty_item(line):
            self._clear_line()
            return
        super().keyPressEvent(event)
        if event.key() in _ENTER and here in (*_STRONG, BlockKind.COUNTS_TABLE):
            self._make(self.textCursor().block(), BlockKind.PARAGRAPH)
        elif event.key() in _ENTER and at_end:
            self.textCursor().insertText(next_item(line))

    def _clear_line(self) -> None:
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._make(cursor.block(), BlockKind.PARAGRAPH)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain words, cleaned; each line is a paragraph."""
        if self.kind() is not BlockKind.COUNTS_TABLE:
            self.textCursor().insertText(clean(source.text().replace("\r\n", "\n")))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed before the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        self.settled.emit()


def _read(block: QTextBlock) -> Iterator[Block]:
    seen_table = False
    while block.isValid():
        kind = _kind_of(block)
        if kind is BlockKind.COUNTS_TABLE:
            if not seen_table:
                yield Block(kind)
            seen_table = True
        else:
            yield from _lines(block, kind)
        block = block.next()


def _lines(block: QTextBlock, kind: BlockKind) -> Iterator[Block]:
    """Yield the lines of a paragraph that hold words, each with its bold and italic stretches."""
    lines: list[list[Piece]] = [[]]
    for piece in _pieces(block, kind):
        first, *further = piece[0].split(_SOFT_BREAK)
        lines[-1].append((first, *piece[1:]))
        lines += [[(words, *piece[1:])] for words in further]
    for line in lines:
        text, emphases = gathered(line)
        if text:
            yield Block(kind, text, emphases)


def _pieces(block: QTextBlock, kind: BlockKind) -> Iterator[Piece]:
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        worn = fragment.charFormat()
        bold = _is_bold(worn) and kind not in _STRONG
        yield clean(fragment.text()), bold, worn.fontItalic()
        place += 1


def _is_bold(worn: QTextCharFormat) -> bool:
    return worn.fontWeight() >= QFont.Weight.Bold


def _kind_of(block: QTextBlock) -> BlockKind:
    kept = block.blockFormat().property(_KIND)
    return BlockKind(kept) if kept else BlockKind.PARAGRAPH


def _dress(cursor: QTextCursor, kind: BlockKind) -> None:
    worn = theme.current()
    form = QTextBlockFormat()
    form.setProperty(_KIND, kind.value)
    form.setTopMargin(worn.length(10 if kind is BlockKind.PART else 4))
    form.setTextIndent(worn.length(28))
    form.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if kind is BlockKind.COUNTS_TABLE:
        form.setBackground(worn.colour("accs"))
        form.setTextIndent(0)
    cursor.setBlockFormat(form)
    cursor.setBlockCharFormat(_letters(kind))


def _letters(kind: BlockKind, *, bold: bool = False, italic: bool = False) -> QTextCharFormat:
    worn = theme.current()
    font = QFont(list(worn.paper_families))
    font.setPixelSize(worn.length(16))
    font.setBold(bold or kind in _STRONG)
    font.setItalic(italic)
    letters = QTextCharFormat()
    letters.setFont(font)
    letters.setForeground(worn.colour("text2" if kind is BlockKind.COUNTS_TABLE else "text"))
    return letters
