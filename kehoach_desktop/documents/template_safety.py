"""What a Word template may not carry: anything that runs, reaches out or swells."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from kehoach_desktop.i18n import _, mark

MOST_BYTES = 40_000_000
_EXTERNAL = re.compile(rb"TargetMode\s*=\s*[\"']External", re.IGNORECASE)
_FIELDS = re.compile(
    rb"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|LINK|IMPORT|DATABASE|HYPERLINK|"
    rb"MACROBUTTON|RD|AUTOTEXT|ASK|FILLIN)\b"
)
_INSTRUCTION = re.compile(rb"<w:instrText[^>]*>([^<]*)|w:instr\s*=\s*[\"']([^\"']*)")
_ASIDE_PARTS = re.compile(r"word/(header|footer|footnotes|endnotes|comments)\d*\.xml")
_TAG = re.compile(rb"<[^>]*>")
_PARTS_THAT_RUN = re.compile(
    r"vbaProject|vbaData|activeX|embeddings/|customUI|attachedToolbars", re.I
)

REMOTE = mark("Mẫu có liên kết ra ngoài tệp; mẫu văn bản không được dùng liên kết.")
RUNS = mark("Mẫu có macro hoặc đối tượng nhúng; mẫu văn bản chỉ được chứa chữ và bảng.")
FIELD = mark("Mẫu có trường lấy dữ liệu từ ngoài (như LINK, INCLUDETEXT); hãy bỏ trường đó.")
DOCTYPE = mark("Mẫu có khai báo XML lạ; hãy lưu lại mẫu bằng Word.")
TOO_BIG = mark("Mẫu quá lớn.")
ASIDE = mark("Chỗ điền chỉ được đặt trong thân văn bản, không ở đầu trang, chân trang, chú thích.")
CHUNK = mark("Mẫu chèn nguyên một tệp khác; hãy dán nội dung vào mẫu.")
NOT_WORD = mark("Tệp không phải là văn bản Word (.docx) hoặc đã hỏng.")


def dangers(path: Path) -> Iterator[str]:
    """Yield a sentence for each thing in the file that no template may carry."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield from _dangers(archive)
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        yield _(NOT_WORD)
    except (ValueError, zipfile.LargeZipFile, UnicodeError):
        yield _(NOT_WORD)


def _dangers(archive: zipfile.ZipFile) -> Iterator[str]:
    entries = archive.infolist()
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        yield _(TOO_BIG)
        return
    if not {"word/document.xml", "[Content_Types].xml"} <= {entry.filename for entry in entries}:
        yield _(NOT_WORD)
    if any(_PARTS_THAT_RUN.search(entry.filename) for entry in entries):
        yield _(RUNS)
    texts = [_content(archive, entry) for entry in entries]
    for sentence, seen in _CHECKS.items():
        if any(map(seen, texts)):
            yield _(sentence)
    asides = (t for t, e in zip(texts, entries, strict=True) if _ASIDE_PARTS.match(e.filename))
    if any(b"{{" in _TAG.sub(b"", text) for text in asides):
        yield _(ASIDE)


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    if not entry.filename.lower().endswith((".xml", ".rels")):
        return b""
    text = archive.read(entry)
    # A part in UTF-16 would hide its words from a search for bytes.
    if text[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = text.decode("utf-16").encode()
    return text


def _reaching_field(text: bytes) -> bool:
    words = b" ".join(part for found in _INSTRUCTION.findall(text) for part in found)
    return bool(_FIELDS.search(words.upper()))


_CHECKS: dict[str, Callable[[bytes], bool]] = {
    REMOTE: lambda text: bool(_EXTERNAL.search(text)) or b"attachedTemplate" in text,
    RUNS: lambda text: b"macroEnabled" in text or b"oleObject" in text,
    FIELD: _reaching_field,
    DOCTYPE: lambda text: b"<!DOCTYPE" in text or b"<!ENTITY" in text,
    CHUNK: lambda text: b"altChunk" in text or b"aFChunk" in text,
}
