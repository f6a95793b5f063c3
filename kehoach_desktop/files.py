"""The only writer of files: beside the target, flushed, checked, then put in its place."""

from __future__ import annotations

import errno
import os
import re
import stat
import time
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.i18n import _

LONGEST_NAME = 80
_LONGEST_BYTES = 240
_RESERVED_MARKS = re.compile(r'[<>:"/\\|?*]+')
_RESERVED_NAMES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EACCES, errno.EPERM}
_BAD_NAME = {errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ}
_BUSY = {errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY}

# A virus scanner or an indexer holds a fresh file for a moment on Windows: seconds between tries.
replace_pauses: tuple[float, ...] = (0.05, 0.1, 0.2, 0.4) if os.name == "nt" else ()


class NotWritten(KehoachError):
    """A file could not be written; what stood there before still stands."""

    def __init__(self, sentence: str = "", *, target: Path, hint: str = "") -> None:
        super().__init__(
            sentence or _("Không ghi được tệp “{name}”.").format(name=target.name),
            hint=hint or _("Hãy kiểm tra ổ đĩa hoặc USB, rồi thử lại hay lưu ở nơi khác."),
        )
        self.target = target


class TargetInUse(NotWritten):
    """The file to be replaced is open in another program, or may not be replaced."""

    def __init__(self, target: Path) -> None:
        super().__init__(
            _("Tệp “{name}” đang mở trong chương trình khác hoặc bị khóa, chưa ghi được.").format(
                name=target.name
            ),
            target=target,
            hint=_("Hãy đóng tệp đó rồi thử lại, hoặc lưu với tên khác."),
        )


class FolderRefused(NotWritten):
    """The folder does not take a new file."""

    def __init__(self, target: Path) -> None:
        super().__init__(
            _("Thư mục “{folder}” không cho ghi tệp.").format(folder=target.parent),
            target=target,
            hint=_("Hãy chọn thư mục khác, chẳng hạn thư mục Tài liệu."),
        )


class DiskLocked(NotWritten):
    """The disk may only be read, as a USB stick with its lock pushed."""

    def __init__(self, target: Path) -> None:
        super().__init__(
            _("Ổ đĩa hoặc USB chứa “{folder}” đang khóa ghi.").format(folder=target.parent),
            target=target,
            hint=_("Hãy gạt chốt khóa ghi của USB rồi thử lại, hoặc lưu sang ổ đĩa khác."),
        )


class FileLocked(NotWritten):
    """The file to be replaced is marked as one that is only to be read."""

    def __init__(self, target: Path) -> None:
        super().__init__(
            _("Tệp “{name}” được đánh dấu chỉ đọc, chưa ghi đè.").format(name=target.name),
            target=target,
            hint=_("Hãy bỏ dấu “Chỉ đọc” trong Thuộc tính của tệp, hoặc lưu với tên khác."),
        )


class DriveMissing(NotWritten):
    """The drive to write to is not there, as a USB stick that was pulled out."""

    def __init__(self, target: Path) -> None:
        super().__init__(
            _("Không thấy ổ đĩa “{drive}”.").format(drive=target.anchor),
            target=target,
            hint=_("Hãy cắm lại USB hoặc nối lại ổ mạng rồi thử lại, hoặc lưu ở nơi khác."),
        )


class FolderMissing(NotWritten):
    """The folder to write into is not there."""

    def __init__(self, target: Path) -> None:
        super().__init__(
            _("Không có thư mục “{folder}”.").format(folder=target.parent),
            target=target,
            hint=_("Hãy tạo thư mục đó, cắm lại USB nếu nó ở đó, hoặc chọn thư mục khác."),
        )


class NotAFile(NotWritten):
    """Something that is not a file bears the name to be written."""

    def __init__(self, target: Path) -> None:
        super().__init__(
            _("“{name}” không phải là một tệp nên không ghi đè được.").format(name=target.name),
            target=target,
            hint=_("Hãy chọn tên khác."),
        )


class NameRefused(NotWritten):
    """The disk does not take a file of that name."""

    def __init__(self, target: Path) -> None:
        super().__init__(
            _("Tên tệp quá dài hoặc có ký tự không dùng được: “{name}”.").format(name=target.name),
            target=target,
            hint=_("Hãy đặt tên ngắn hơn."),
        )


class DiskFull(NotWritten):
    """There is no room left for the file."""

    def __init__(self, target: Path) -> None:
        super().__init__(
            _("Ổ đĩa đã đầy, chưa ghi được tệp “{name}”.").format(name=target.name),
            target=target,
            hint=_("Hãy xóa bớt tệp không cần hoặc lưu sang ổ đĩa khác."),
        )


def replace_file(
    target: Path,
    write: Callable[[BinaryIO], None],
    check: Callable[[Path], None] | None = None,
) -> Path:
    """Put what `write` writes at `target`, whole or not at all, and return `target`.

    `check` is given the finished file before it takes the place of the old one; what it raises
    is passed on. Every failure leaves the old file as it was and nothing beside it. Raises a
    `NotWritten` that says why the disk refused.
    """
    place = _place_of(target)
    beside = place.with_name(f".~{os.urandom(4).hex()}{place.suffix}")
    try:
        _write_beside(beside, write, target)
        if check is not None:
            check(beside)
        _take_the_place(beside, place, target)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    _make_lasting(place.parent)
    return target


def _place_of(target: Path) -> Path:
    try:
        place = target.resolve()
        if not place.parent.is_dir():
            raise FolderMissing(target) if Path(place.anchor).exists() else DriveMissing(place)
        if place.exists() and not place.is_file():
            raise NotAFile(target)
        # Linux would replace such a file without a word; Windows calls it open elsewhere.
        if place.exists() and not place.stat().st_mode & stat.S_IWUSR:
            raise FileLocked(target)
    except OSError as refusal:
        raise _explained(refusal, target) from refusal
    return place


def _write_beside(beside: Path, write: Callable[[BinaryIO], None], target: Path) -> None:
    try:
        with beside.open("xb") as draft:
            write(draft)
            draft.flush()
            os.fsync(draft.fileno())
    except OSError as refusal:
        raise _explained(refusal, target) from refusal


def _take_the_place(beside: Path, place: Path, target: Path) -> None:
    for pause in (*replace_pauses, None):
        try:
            os.replace(beside, place)  # noqa: PTH105 - the tests fail this very call
        except OSError as refusal:
            if refusal.errno not in _BUSY:
                raise _explained(refusal, target) from refusal
            if pause is None:
                raise TargetInUse(target) from refusal
            time.sleep(pause)
        else:
            return


def _explained(refusal: OSError, target: Path) -> NotWritten:
    if refusal.errno in _FULL:
        return DiskFull(target)
    if refusal.errno in _REFUSED:
        return FolderRefused(target)
    if refusal.errno == errno.EROFS:
        return DiskLocked(target)
    if refusal.errno in _BAD_NAME:
        return NameRefused(target)
    if refusal.errno in {errno.ENOENT, errno.ENOTDIR}:
        return FolderMissing(target)
    return NotWritten(target=target)


def _make_lasting(folder: Path) -> None:
    # The name itself is on the disk only when the folder is; Windows has no such call.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def safe_name(text: str) -> str:
    """Return `text` as a file name that Windows, Linux and a USB stick all take.

    No reserved characters or names, no final dot, at most 80 characters; a short ending such as
    `.docx` survives the cut.
    """
    name = _RESERVED_MARKS.sub("-", _printable(unicodedata.normalize("NFC", text)))
    name = " ".join(name.split()).strip(" .")
    ending = found.group() if (found := _SUFFIX.search(name)) else ""
    stem = name.removesuffix(ending).rstrip(" .") or "tep"
    if _RESERVED_NAMES.fullmatch(stem.split(".")[0].rstrip()):
        stem = f"_{stem}"
    return _cut(stem, LONGEST_NAME - len(ending)) + ending


def _printable(text: str) -> str:
    kept = (" " if c.isspace() else c for c in text)
    return "".join(c for c in kept if not unicodedata.category(c).startswith("C"))


def _cut(stem: str, length: int) -> str:
    stem = stem[:length]
    while len(stem.encode()) > _LONGEST_BYTES:
        stem = stem[:-1]
    return stem.rstrip(" .")
