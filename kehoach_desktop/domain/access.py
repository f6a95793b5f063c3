"""Who looked at personal data or took it out of the program: when, what, how many, no values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kehoach_desktop.i18n import mark


class AccessKind(StrEnum):
    """What was done; the values name the commands of the journal."""

    REVEAL = "reveal_phones"
    SHOW = "show_person"
    EXPORT = "export_people"
    ERASE = "erase_person"


ACCESS_WORDS = {
    AccessKind.REVEAL: mark("Hiện số điện thoại"),
    AccessKind.SHOW: mark("Xem mọi điều về một người"),
    AccessKind.EXPORT: mark("Xuất, in"),
    AccessKind.ERASE: mark("Xóa hẳn một người"),
}


class Private(StrEnum):
    """A fact of a person that leaves the program only where it is asked for."""

    PHONE = "phone"
    ZALO = "zalo"
    CCCD = "cccd"


PRIVATE_WORDS = {
    Private.PHONE: mark("Điện thoại"),
    Private.ZALO: mark("Zalo"),
    Private.CCCD: mark("Số CCCD"),
}


@dataclass(frozen=True, slots=True)
class Access:
    """One look or export: `user` is the one of this PC, `about` a team or a person by name.

    `count` is how many people it concerned, `what` the sort of file, `private` what went with it.
    """

    at: datetime
    kind: AccessKind
    user: str
    about: str
    count: int
    what: str = ""
    private: tuple[Private, ...] = ()
