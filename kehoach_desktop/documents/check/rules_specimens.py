"""Rules of what the specimens of a kind always say: a meeting's time, place and people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.looks import paragraphs_of
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.domain.text import fold
from kehoach_desktop.i18n import _, mark

MEETING = re.compile(r"\b(?:hop|hoi nghi|giao ban|toa dam)\b")
TIME = (mark("thời gian"), re.compile(r"\bthoi gian\b|\b\d{1,2} ?(?:gio|h)\b|\bngay \d"))
PLACE = (
    mark("địa điểm"),
    re.compile(r"\bdia diem\b|\btai:? (?!khoan|dieu|diem|phu luc|cuoc|buoi|thoi)|\btruc tuyen\b"),
)
PEOPLE = (
    mark("thành phần tham dự"),
    re.compile(
        r"\b(?:thanh phan|tham du|co mat|vang mat|nguoi du|gom co)\b|"
        r"\n (?:[\divx]+[.)] )?(?:dai bieu|thanh vien|chung toi gom)"
    ),
)
CLOSE = (
    mark("thời gian kết thúc"),
    re.compile(
        r"\bket thuc\b[^.;]{0,40}\d|\bket thuc (?:vao|luc|hoi|cung)\b|\bbe mac\b|\blap xong\b"
    ),
)
PARTS = {"GIẤY MỜI": (TIME, PLACE), "BIÊN BẢN": (PLACE, PEOPLE, CLOSE)}


def specimen_rules(anatomy: Anatomy, where: Whereabouts) -> Iterator[PaperFinding]:
    """Yield what an invitation, or the minutes of a meeting, leave unsaid."""
    parts = PARTS.get(anatomy.kind, ())
    if anatomy.kind == "BIÊN BẢN" and not MEETING.search(fold(anatomy.subject_text)):
        return
    said = " \n ".join(fold(p.said) for p in paragraphs_of(anatomy.body)) if parts else ""
    for name, pattern in parts:
        if not pattern.search(said):
            message = _("{kind} thiếu {part}.")
            kind = anatomy.kind.capitalize()
            yield found("specimen-parts", _("Nội dung"), message.format(kind=kind, part=_(name)))
