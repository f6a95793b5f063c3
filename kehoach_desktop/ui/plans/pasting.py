"""A plan on the clipboard becomes a file that is read like any other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from kehoach_desktop.files import safe_name
from kehoach_desktop.i18n import _

if TYPE_CHECKING:
    from kehoach_desktop.ui.main_window import MainWindow

_TABLE = re.compile(r"<table\b", re.IGNORECASE)


def paste_plan(window: MainWindow) -> None:
    """Read what lies on the clipboard as a plan; say so where there is nothing to read."""
    files = clipboard_files()
    if files:
        window.take_files(files)
    else:
        window.line.say(_("Bộ nhớ tạm không có chữ hay bảng nào để dán."))


def paste_on(widget: QWidget, take: Callable[[tuple[Path, ...]], object], name: str = "") -> None:
    """Let Ctrl+V on `widget` give `take` what lies on the clipboard."""
    shortcut = QShortcut(QKeySequence("Ctrl+V"), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(lambda: offer_pasted(take, name))


def offer_pasted(take: Callable[[tuple[Path, ...]], object], name: str = "") -> None:
    """Give `take` what lies on the clipboard, if anything does."""
    if files := clipboard_files(name):
        take(files)


def clipboard_files(name: str = "") -> tuple[Path, ...]:
    """Return the files copied, or one that holds the table or the text copied."""
    # A clipboard that holds nothing gives no data at all.
    return files_of(QApplication.clipboard().mimeData() or QMimeData(), name)


def files_of(copied: QMimeData, name: str = "") -> tuple[Path, ...]:
    """Return the files that were copied, else a new one of that name, else none.

    A table comes with its own marks from Word, Excel or a page; other words come as plain text.
    """
    if copied.hasUrls() and (files := tuple(_local(copied.urls()))):
        return files
    if copied.hasHtml() and _TABLE.search(copied.html()):
        return (_written(name, ".html", _whole_page(copied.html())),)
    if copied.text().strip():
        return (_written(name, ".txt", copied.text()),)
    return ()


def _local(urls: list[QUrl]) -> Iterator[Path]:
    for url in urls:
        if url.isLocalFile() and Path(url.toLocalFile()).is_file():
            yield Path(url.toLocalFile())


def _whole_page(html: str) -> str:
    """Return a page that says its letters are UTF-8, whatever the copied part said of itself."""
    part = re.sub(r"<meta\b[^>]*>", "", html, flags=re.IGNORECASE)
    return f'<html><head><meta charset="utf-8"></head><body>{part}</body></html>'


def _written(name: str, suffix: str, words: str) -> Path:
    stem = safe_name(name or _("Kế hoạch dán"))
    target = Path(mkdtemp(prefix="kehoach-")) / f"{stem}{suffix}"
    target.write_text(words, encoding="utf-8-sig", newline="\n")
    return target
