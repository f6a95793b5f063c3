"""The signed copy of an issued paper: the PDF with signature and seal, kept beside the store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.i18n import _, mark

PDF = b"%PDF-"
PDF_ROOM = 1024  # bytes before which the mark of a PDF has to come


class SignedState(StrEnum):
    """What became of the signed copy."""

    NONE = "none"
    HELD = "held"
    MISSING = "missing"
    CHANGED = "changed"


SIGNED_WORDS = {
    SignedState.NONE: mark("chưa đính kèm bản ký"),
    SignedState.HELD: mark("có bản ký"),
    SignedState.MISSING: mark("mất tệp bản ký"),
    SignedState.CHANGED: mark("tệp bản ký đã bị đổi"),
}


@dataclass(frozen=True, slots=True)
class SignedCopy:
    """Which file is the signed copy of a paper: its name as it came, its hash, its bytes."""

    paper: str
    name: str
    sha256: str
    size: int
    attached_on: date


class NotASignedCopy(KehoachError):
    """A file that cannot be the signed copy: no PDF, or not to be read."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("“{name}” không phải tệp PDF đọc được; chưa đính kèm.").format(name=name),
            hint=_("Đính kèm bản PDF đã ký số, hoặc bản quét của văn bản đã ký, đóng dấu."),
        )


def is_pdf(contents: bytes) -> bool:
    """Say whether a file is a PDF by its first bytes."""
    return PDF in contents[:PDF_ROOM]
