"""Which kind of file this is, told by its first bytes, and the module that reads the kind."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

from kehoach_desktop.domain.draft import Source
from kehoach_desktop.importers.errors import (
    ArchiveFile,
    BinaryWorkbook,
    DamagedFile,
    EmptyFile,
    NoTableInText,
    OldWordFile,
    OpenTextFile,
    PasswordProtected,
    PictureFile,
    RichTextFile,
    UnknownFormat,
)
from kehoach_desktop.importers.plain_text import read_text

Reader = Callable[[bytes, str, bool], Source]

MARKUP = re.compile(
    r"<!doctype\s+html|<(?:html|head|body|table|meta|div|style|center)\b", re.IGNORECASE
)
SHEET = "urn:schemas-microsoft-com:office:spreadsheet"
FLAT = "urn:oasis:names:tc:opendocument"
OLE_HEADER = 512
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
STREAM = (b"\x09\x08\x10\x00\x00\x06", b"\x09\x08\x08\x00\x00\x05", b"\x09\x04\x06\x00")
VALUES = (".csv", ".tsv")
ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
PLANS = (".xlsx", ".xls", ".ods", ".docx", ".doc", ".pdf", ".csv", ".xlsm", ".zip", ".rar")
BROKEN = (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, RuntimeError)
PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
REFUSED = (((b"{\\rtf",), RichTextFile), (ARCHIVES, ArchiveFile), (PICTURES, PictureFile))


def recognise(data: bytes, name: str) -> str:
    """Return the format of the file in `data`, a key of READERS; the extension is not asked.

    Raises the UnreadableFile that says what the file is where no reader takes it.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise EmptyFile(name)
    if data.startswith(b"PK"):
        return _zipped(data, name)
    if data.startswith(OLE):
        return _compound(data, name)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(STREAM):
        return "xls"
    for beginnings, refusal in REFUSED:
        if data.startswith(beginnings):
            raise refusal(name)
    return _textual(data, name)


def _textual(data: bytes, name: str) -> str:
    """Return the format of a file that is text: a page, a sheet in XML, separated values."""
    from kehoach_desktop.importers.from_csv import separator_of
    from kehoach_desktop.importers.from_text import speaks_of_tasks, speaks_of_teams

    text = read_text(data)
    if text is None:
        raise UnknownFormat(name)
    if SHEET in text[:3000]:
        return "xml"
    if FLAT in text[:3000]:
        raise UnknownFormat(name)
    if MARKUP.search(text[:6000]) or "mime-version" in text[:500].lower():
        return "html"
    if separator_of(text):
        return "csv"
    if speaks_of_tasks(text) or speaks_of_teams(text):
        return "text"
    raise NoTableInText(name) if name.lower().endswith(VALUES) else UnknownFormat(name)


def _zipped(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.namelist()
            writer = "mimetype" in members and _is_of_writer(archive)
    except BROKEN as broken:
        raise DamagedFile(name) from broken
    folders = {member.split("/", 1)[0] for member in members}
    if "xl/workbook.bin" in members:
        raise BinaryWorkbook(name)
    for folder, kind in (("xl", "xlsx"), ("word", "docx")):
        if folder in folders:
            return kind
    if "content.xml" in members:
        if writer:
            raise OpenTextFile(name)
        return "ods"
    packed = any(member.lower().endswith(PLANS) for member in members)
    raise ArchiveFile(name) if packed else UnknownFormat(name)


def _is_of_writer(archive: zipfile.ZipFile) -> bool:
    with archive.open("mimetype") as stream:
        return b"opendocument.text" in stream.read(100)


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def _compound(data: bytes, name: str) -> str:
    if _utf16("EncryptedPackage") in data:
        raise PasswordProtected(name)
    if _utf16("WordDocument") in data:
        raise OldWordFile(name)
    if _utf16("Workbook") in data or _utf16("Book") in data:
        return "xls"
    raise DamagedFile(name) if _lacks_directory(data) else UnknownFormat(name)


def _lacks_directory(data: bytes) -> bool:
    """Say whether a compound file ends before its list of contents, as a broken download does."""
    if len(data) < OLE_HEADER:
        return True
    (shift,) = struct.unpack_from("<H", data, 30)
    (directory,) = struct.unpack_from("<I", data, 48)
    return bool(7 <= shift <= 12 and (directory + 2) << shift > len(data))


def _read_xlsx(data: bytes, name: str, careful: bool) -> Source:
    from kehoach_desktop.importers.from_xlsx import read_xlsx

    return read_xlsx(data, name, careful)


def _read_docx(data: bytes, name: str, careful: bool) -> Source:
    from kehoach_desktop.importers.from_docx import read_docx

    return read_docx(data, name)


def _read_xls(data: bytes, name: str, careful: bool) -> Source:
    from kehoach_desktop.importers.from_xls import read_xls

    return read_xls(data, name, careful)


def _read_ods(data: bytes, name: str, careful: bool) -> Source:
    from kehoach_desktop.importers.from_ods import read_ods

    return read_ods(data, name)


def _read_xml(data: bytes, name: str, careful: bool) -> Source:
    from kehoach_desktop.importers.from_xml_sheet import read_xml_sheet

    return read_xml_sheet(data, name)


def _read_html(data: bytes, name: str, careful: bool) -> Source:
    from kehoach_desktop.importers.from_html import read_html

    return read_html(data, name)


def _read_csv(data: bytes, name: str, careful: bool) -> Source:
    from kehoach_desktop.importers.from_csv import read_csv

    return read_csv(data, name)


def _read_pdf(data: bytes, name: str, careful: bool) -> Source:
    from kehoach_desktop.importers.from_pdf import read_pdf

    return read_pdf(data, name)


def _read_text(data: bytes, name: str, careful: bool) -> Source:
    from kehoach_desktop.importers.from_text import read_plain

    return read_plain(data, name)


READERS: dict[str, Reader] = {
    "xlsx": _read_xlsx,
    "docx": _read_docx,
    "xls": _read_xls,
    "ods": _read_ods,
    "xml": _read_xml,
    "pdf": _read_pdf,
    "html": _read_html,
    "csv": _read_csv,
    "text": _read_text,
}


def read_source(data: bytes, name: str, *, careful: bool = False) -> Source:
    """Return what lies in `data`, a file called `name`.

    `careful` asks for the readers that cannot bring the process down, slower as they are.
    """
    from kehoach_desktop.importers.side_by_side import taken_apart

    return taken_apart(READERS[recognise(data, name)](data, name, careful))
