"""The lines over a table: label and title of the appendix, its "Kèm theo" line, and sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach_desktop.domain.text import fold, squeeze
from kehoach_desktop.importers.blocks import LeadLine, is_attached_line, split_label
from kehoach_desktop.importers.ordinals import Ordinal, Style, titled

SECTION_STYLES = (Style.LETTER, Style.ROMAN, Style.DIVISION)
LETTERHEAD = re.compile(
    r"cong hoa xa hoi|doc lap\s*-|^uy ban nhan dan|^ubnd|^hoi dong nhan dan|^so [:.]|^so:|"
    r"^(tinh|thanh pho|huyen|xa|phuong|so|van phong|ban) [^,]{0,60}$|, ngay .*thang .*nam|"
    r"^dang cong san|^(dang (uy|bo)|tinh uy|thanh uy) [^,.:]{0,50}$|"
    r"^(cong an|(bo|ban) chi huy quan su|bch quan su|bao hiem xa hoi|thue|trung tam phuc vu hanh "
    r"chinh cong)( (tinh|thanh pho|xa|phuong|dac khu)( \S+){0,4})?$|"
    r"^bo (cong an|quoc phong|noi vu|tai chinh|tu phap|cong thuong|xay dung|y te|ngoai giao|"
    r"khoa hoc va cong nghe|giao duc va dao tao|nong nghiep va moi truong|van hoa.{3,24}|"
    r"dan toc.{3,14})$|"
    r"^don vi tinh|^[\W_]*$|^mau (so )?\d"
)

UNFINISHED = re.compile(r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan) (?:tinh|thanh pho)$")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading line that stands over a table, not in it."""

    ordinal: Ordinal
    title: str
    row: int


@dataclass(frozen=True, slots=True)
class Lead:
    """What the lines over a table say."""

    label: str = ""
    title: str = ""
    attached_to: str = ""
    sections: tuple[Section, ...] = ()
    opening: tuple[str, ...] = ()
    """The lines before the label or the title: a letterhead, or the text of the plan."""


def read_lead(lines: Sequence[LeadLine], *, in_sheet: bool) -> Lead:
    """Return what the lines over a table say; `in_sheet` where they are rows of the same sheet."""
    split = ((row, line.strip()) for row, text in lines for line in text.split("\n"))
    kept = [(row, text) for row, text in split if text.strip(" _-–.")]
    labels = [index for index, (_row, text) in enumerate(kept) if _label(text)]
    if labels:
        start = labels[-1]
        label, rest = _label(kept[start][1]) or ("", "")
        below = [(kept[start][0], rest), *kept[start + 1 :]] if rest else kept[start + 1 :]
        return _said(below, label, [text for _row, text in kept[:start]])
    start = 0 if in_sheet else _tail(kept)
    below = [*_under_letterhead(kept[start:])]
    opening = [t for r, t in kept if (r, t) not in below]
    # Under the prose of a plan "II. NHIỆM VỤ" is a chapter of it, not a group of the table.
    styles = (Style.LETTER, Style.DIVISION) if start > 3 else SECTION_STYLES
    return _said(below, "", opening, styles)


def _label(text: str) -> tuple[str, str] | None:
    """Return the label of a line as it is written in a sentence, and the rest of the line."""
    found = split_label(text)
    if found is None:
        return None
    head, _space, tail = found[0].rpartition(" ")
    numbered = head and re.fullmatch(r"[IVXLC]+(\.\d+)?|\d+\w?|[A-H]", tail)
    name = f"{head.capitalize()} {tail}" if numbered else found[0].capitalize()
    return name, found[1]


def _tail(kept: Sequence[LeadLine]) -> int:
    """Return where the lines begin that stand right over the table: titles, not prose."""
    start = len(kept)
    while start and len(kept) - start < 8 and _is_title(kept[start - 1][1]):
        start -= 1
    return start


def _is_title(text: str) -> bool:
    if _is_letterhead(text):
        return False
    ordinal, _title = titled(text)
    heading = (
        ordinal.style in SECTION_STYLES and len(text) < 250 and not text.endswith((".", ";", "/"))
    )
    capitals = re.sub(r"\([^()]*\)", "", text).isupper()
    return heading or is_attached_line(text) or (capitals and len(text) < 300)


def _is_letterhead(text: str) -> bool:
    return bool(LETTERHEAD.search(fold(text)))


def _under_letterhead(lines: Sequence[LeadLine]) -> Iterator[LeadLine]:
    """Yield the lines that belong to no letterhead; the name of a place may stand on its own."""
    unfinished = False
    for row, text in lines:
        beside = _is_letterhead(text)
        if not beside and not (unfinished and text.isupper() and len(text) < 30):
            yield row, text
        # The halves of a letterhead lie on one row, so the other half may come between.
        unfinished = bool(UNFINISHED.match(fold(text))) or (unfinished and beside)


def _may_be_title(text: str) -> bool:
    prose = text.endswith((".", ";")) and not text.isupper()
    return not _is_letterhead(text) and not prose and len(text) < 400


def _said(
    below: Sequence[LeadLine],
    label: str,
    opening: Sequence[str],
    styles: Sequence[Style] = SECTION_STYLES,
) -> Lead:
    titles: list[str] = []
    sections: list[Section] = []
    attached = ""
    for row, text in _joined(below):
        ordinal, title = titled(text)
        if not attached and is_attached_line(text):
            attached = squeeze(text).strip()
        elif ordinal.style in styles and title and (titles or attached or not label):
            sections.append(Section(ordinal, squeeze(title), row))
        elif not sections and not (attached and titles) and _may_be_title(text):
            titles.append(squeeze(text))
    return Lead(label, " ".join(titles), _bare(attached), tuple(sections), tuple(opening))


def _joined(lines: Sequence[LeadLine]) -> Iterator[LeadLine]:
    """Join a "(Kèm theo …" that goes on over the next lines until its bracket closes."""
    waiting: LeadLine | None = None
    for row, text in lines:
        if waiting is not None:
            waiting = (waiting[0], f"{waiting[1]} {text}")
        elif is_attached_line(text) and text.count("(") > text.count(")"):
            waiting = (row, text)
        else:
            yield row, text
            continue
        if waiting[1].count("(") <= waiting[1].count(")"):
            yield waiting
            waiting = None
    if waiting is not None:
        yield waiting


def _bare(attached: str) -> str:
    """Return the line without the brackets around it."""
    if attached.startswith("("):
        attached = attached[1:]
        if attached.endswith((")", ").", ")./.")) and attached.count(")") > attached.count("("):
            attached = attached[: attached.rindex(")")]
    return attached.strip()
