"""What a Word template may not carry: anything that runs, reaches out or swells."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from kehoach_desktop.i18n import _, mark

MOST_BYTES = 40_000_000
_EXTERNAL = re.compile(
    rb"TargetMode\s*=\s*[\"']\s*External|"
    rb"\b(?:src|href)\s*=\s*[\"']\s*(?:[a-z]{2,}:|//|\\\\)",  # a drawing needs no relation
    re.IGNORECASE,
)
_FIELDS = re.compile(
    rb"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|LINK|IMPORT|DATABASE|HYPERLINK|"
    rb"MACROBUTTON|RD|AUTOTEXT|ASK|FILLIN)\b"
)
# The same when Word has split the name over runs.
_FIELDS_IN_PIECES = re.compile(
    rb"DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|DATABASE|HYPERLINK|MACROBUTTON|AUTOTEXT|FILLIN|"
    rb"\b(?:DDE|LINK|IMPORT)\b"
)
# Whatever prefix the file gives to Word's namespace.
_INSTRUCTION = re.compile(
    rb"<(?:\w+:)?instrText[^>]*>([^<]*)|\b(?:\w+:)?instr\s*=\s*[\"']([^\"']*)"
)
_LETTER = re.compile(rb"&#(?:x([0-9a-f]{1,4})|(\d{1,4}));", re.IGNORECASE)
_ENCODING = re.compile(rb"^\s*<\?xml[^>]*encoding\s*=\s*[\"']([^\"']+)")
_READABLE = (b"utf-8", b"utf8", b"us-ascii", b"ascii", b"utf-16")
# Text, pictures, fonts; what is called otherwise could be anything.
_KNOWN_ENDINGS = re.compile(
    r"(?:\.(?:xml|rels|png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|odttf)|/)$", re.IGNORECASE
)
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
    names = [entry.filename for entry in entries]
    if any(_PARTS_THAT_RUN.search(n) or not _KNOWN_ENDINGS.search(n) for n in names):
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
    elif b"\0" in text[:4]:
        raise ValueError(entry.filename)
    return _LETTER.sub(_letter, text)


def _letter(found: re.Match[bytes]) -> bytes:
    """Return the letter that is written as its number: a name could hide behind it."""
    number = int(found[1], 16) if found[1] else int(found[2])
    return bytes([number]) if 32 < number < 127 and chr(number) not in "<&>\"'" else found[0]


def _reaching_field(text: bytes) -> bool:
    parts = [part.upper() for found in _INSTRUCTION.findall(text) for part in found if part]
    whole = bool(_FIELDS.search(b" ".join(parts)))
    return whole or bool(_FIELDS_IN_PIECES.search(b"".join(parts)))


def _strange(text: bytes) -> bool:
    """Say whether a part declares letters that are not read here, or entities of its own."""
    named = _ENCODING.match(text)
    unread = named is not None and named[1].lower() not in _READABLE
    return unread or b"<!DOCTYPE" in text or b"<!ENTITY" in text


_RUNNING = (b"macroEnabled", b"oleObject", b"OLEObject", b"mailMerge", b"connectString")
_CHECKS: dict[str, Callable[[bytes], bool]] = {
    REMOTE: lambda text: bool(_EXTERNAL.search(text)) or b"attachedTemplate" in text,
    RUNS: lambda text: any(word in text for word in _RUNNING),
    FIELD: _reaching_field,
    DOCTYPE: _strange,
    CHUNK: lambda text: b"altChunk" in text or b"aFChunk" in text,
}
