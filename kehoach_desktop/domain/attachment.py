"""A file kept as evidence of an answer, and whether it is still the one that was attached."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.i18n import _, mark

LARGEST_FILE = 50_000_000  # bytes


class FileState(StrEnum):
    """Whether the kept file is the one that was attached."""

    WHOLE = "whole"
    LOST = "lost"
    CHANGED = "changed"


FILE_STATE_WORDS = {
    FileState.WHOLE: mark("Tệp minh chứng còn nguyên"),
    FileState.LOST: mark("Tệp minh chứng bị mất"),
    FileState.CHANGED: mark("Tệp minh chứng bị đổi"),
}


class EvidenceUnreadable(KehoachError):
    """A file to be attached is gone, is no file, or cannot be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("Không đọc được tệp “{name}”; chưa đính kèm.").format(name=path.name),
            hint=_("Kiểm tra tệp còn ở chỗ đó và mở được, rồi thử lại."),
        )


class EvidenceTooLarge(KehoachError):
    """A file is larger than a piece of evidence may be."""

    def __init__(self, path: Path) -> None:
        megabytes = LARGEST_FILE // 1_000_000
        super().__init__(
            _("Tệp “{name}” lớn hơn {size} MB; chưa đính kèm.").format(
                name=path.name, size=megabytes
            ),
            hint=_("Đính kèm bản nhỏ hơn, hoặc ghi số, ngày văn bản vào ô Minh chứng."),
        )


class EvidenceEmpty(KehoachError):
    """A file holds nothing."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("Tệp “{name}” không có nội dung; chưa đính kèm.").format(name=path.name),
            hint=_("Có thể tệp chưa tải xong; mở thử rồi đính kèm lại."),
        )


class Folder(StrEnum):
    """The folders beside a store, by their names on the disk."""

    EVIDENCE = "minh-chung"
    SIGNED = "ban-ky"
    ORIGINALS = "tep-goc"


FOLDER_WORDS = {
    Folder.EVIDENCE: mark("Tệp minh chứng"),
    Folder.SIGNED: mark("Bản ký"),
    Folder.ORIGINALS: mark("Tệp gốc của kế hoạch"),
}


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file that a store names: the folder beside it where its copy belongs, name, SHA-256."""

    folder: Folder
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of evidence for a task in a period (`period` is its key).

    `name` is what the officer called it; `sha256` names the copy that is kept; `size` is in bytes;
    `added_at` is a moment (ISO, UTC).
    """

    task: TaskId
    period: str
    name: str
    sha256: str
    size: int
    added_at: str


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A copy that lies beside the store and belongs to nothing yet; fields as of `Attachment`."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class KeptFile:
    """An attachment and how its copy stands by now; `path` is None where that is lost."""

    attachment: Attachment
    state: FileState
    path: Path | None
