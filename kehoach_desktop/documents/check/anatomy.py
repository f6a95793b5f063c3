"""The parts of a paper, told by their words and places: head, title, text, foot, appendices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kehoach_desktop.documents.check.attachments import Attachment, find_attachments
from kehoach_desktop.documents.check.foot import Foot, find_foot
from kehoach_desktop.documents.check.items import read_item
from kehoach_desktop.documents.check.lines import Line, placed_lines
from kehoach_desktop.documents.check.looks import Block, Paper, Paragraph, Table
from kehoach_desktop.documents.check.strokes import is_stroke_text
from kehoach_desktop.documents.check.words import (
    BASIS,
    LETTER,
    MOTTO,
    NATIONAL_TITLE,
    TYPES,
    UNKNOWN,
    is_like,
    is_upper,
)

HEAD_LINES = 40
MOST_GROUNDS = 40
NO_FOOT = Foot()
NUMBER_LINE = re.compile(r"so\s*[:.]|so\s+[\d.…_]*\s*[/-]|so\s*\d+\s*[/-]")
DATE_LINE = re.compile(r"ngay\b.*\bthang\b.*\bnam\b|ngay\s*\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4}")
BRIEF_LINE = re.compile(r"v\s*/\s*v\b|ve viec\b")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the title: agencies, the nation's title and motto, number, day, V/v."""

    agencies: tuple[Line, ...] = ()
    national: Line | None = None
    motto: Line | None = None
    number: Line | None = None
    date: Line | None = None
    brief: tuple[Line, ...] = ()
    end: int = 0


@dataclass(frozen=True)
class Anatomy:
    """A paper with its parts; what is not there is empty."""

    paper: Paper
    head: Head
    kind: str = UNKNOWN
    title: Line | None = None
    subject: tuple[Line, ...] = ()
    addressee: tuple[Line, ...] = ()
    authority: Line | None = None
    bases: tuple[Paragraph, ...] = ()
    decree: Line | None = None
    body_start: int = 0
    foot: Foot = NO_FOOT
    attachments: tuple[Attachment, ...] = ()
    lines: tuple[Line, ...] = ()

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """The text between the head and the foot."""
        return self.paper.blocks[self.body_start : self.foot.start]

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the text that say something."""
        return tuple(b for b in self.body if isinstance(b, Paragraph) and b.said)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the text."""
        return tuple(b for b in self.body if isinstance(b, Table))

    @property
    def subject_text(self) -> str:
        """The subject on one line; of a letter what follows V/v."""
        lines = self.subject or self.head.brief
        return " ".join(line.said for line in lines)


def dissect(paper: Paper) -> Anatomy:
    """Return the parts of `paper`."""
    foot = find_foot(paper)
    attachments = find_attachments(paper, foot)
    end = attachments[0].start if attachments else len(paper.blocks)
    foot = replace(foot, start=min(foot.start, end), end=end)
    lines = placed_lines(paper.blocks[: foot.start], at_tabs=True)
    title = _title(lines)
    head = _head(lines, title)
    anatomy = Anatomy(
        paper, head, lines=tuple(lines), title=title, foot=foot, attachments=attachments
    )
    return _below_title(replace(anatomy, kind=_kind(title, head)), lines)


def _kind(title: Line | None, head: Head) -> str:
    if title is not None:
        return TYPES[title.key.rstrip(" .:")]
    return LETTER if head.brief or head.number is not None else UNKNOWN


def _title(lines: Sequence[Line]) -> Line | None:
    likely = [line for line in lines[:HEAD_LINES] if line.key.rstrip(" .:") in TYPES]
    return next((line for line in likely if line.row < 0 or is_upper(line.said)), None)


def _head(lines: Sequence[Line], title: Line | None) -> Head:
    near = [line for line in lines[:HEAD_LINES] if line is not title]
    national = next((n for n in near if is_like(n.key, NATIONAL_TITLE)), None)
    motto = next((m for m in near if is_like(m.key, MOTTO, 0.75)), None)
    number = next((n for n in near[:16] if NUMBER_LINE.match(n.key)), None)
    # Minutes bear no day in their head: the one at their end is of the meeting.
    dated = [n for n in near[:20] if not _is_minutes(title) or _above(n, title)]
    dated = [d for d in dated if _is_date(d, title)]
    # A day may stand in the subject too; that of the paper follows its place.
    date = next((d for d in dated if "," in d.said), next(iter(dated), None))
    anchors = [line for line in (national, motto, number, date) if line is not None]
    end = max((line.block for line in anchors if _above(line, title)), default=-1) + 1
    head = Head(national=national, motto=motto, number=number, date=date, end=end)
    return replace(head, agencies=_agencies(near, head), brief=_brief(near, head, title))


def _is_minutes(title: Line | None) -> bool:
    return title is not None and title.key.startswith("bien ban")


def _above(line: Line, title: Line | None) -> bool:
    return title is None or line.order < title.order


def _is_date(line: Line, title: Line | None) -> bool:
    short = len(line.said) < 80 and DATE_LINE.search(line.key) is not None
    in_head = (
        line.row >= 0 or "," in line.said or line.paragraph.setting.align in {"right", "center"}
    )
    return (
        short
        and in_head
        and not set("(:") & set(line.said)
        and not line.key.startswith(("can cu", "thuc"))
        and not BRIEF_LINE.match(line.key)
    )


def _agencies(near: Sequence[Line], head: Head) -> tuple[Line, ...]:
    anchor = head.national or head.motto
    if anchor is None:
        return ()
    known = {id(line) for line in (head.national, head.motto, head.number, head.date)}
    others = [
        line
        for line in near
        if line.block == anchor.block and id(line) not in known and not _rule_of_signs(line)
    ]
    if anchor.row >= 0:
        others = [n for n in others if n.row == anchor.row and n.column != anchor.column]
    else:
        others = [n for n in near if n.block < head.end and id(n) not in known and is_upper(n.said)]
    agencies = []
    for line in others:
        if NUMBER_LINE.match(line.key) or BRIEF_LINE.match(line.key):
            break
        agencies.append(line)
    return tuple(agencies)


def _rule_of_signs(line: Line) -> bool:
    return not any(letter.isalnum() for letter in line.text)


def _brief(near: Sequence[Line], head: Head, title: Line | None) -> tuple[Line, ...]:
    start = next((n for n in near if re.match(r"v\s*/\s*v\b", n.key)), None)
    if start is None or (title is not None and not _above(start, title)):
        return ()
    same = [n for n in near if (n.block, n.row, n.column) == (start.block, start.row, start.column)]
    after = [n for n in same if n.paragraph.order >= start.paragraph.order]
    return tuple(after if start.row >= 0 else after[:3])


def _below_title(anatomy: Anatomy, lines: Sequence[Line]) -> Anatomy:
    """Find what stands between the title and the text."""
    title, head = anatomy.title, anatomy.head
    top = max(head.end, title.block + 1 if title is not None else 0)
    below = [line for line in lines if line.block >= top]
    if title is not None:
        below = [line for line in lines if line.order >= title.order and line is not title]
    subject = _subject(below, title) if title is not None else ()
    rest = below[len(subject) :]
    addressee = _addressee(rest)
    if not addressee:
        stray = [n for n in lines[:HEAD_LINES] if n.key.startswith("kinh gui")]
        addressee = tuple(stray[:1])
    authority = next((n for n in rest[:3] if _is_authority(n, anatomy.kind)), None)
    decree = next((n for n in rest[:HEAD_LINES] if _is_decree(n)), None)
    parts = [
        *subject,
        *addressee,
        *([authority] if authority else []),
        *([decree] if decree else []),
    ]
    bases = _bases(anatomy.paper.blocks[top : anatomy.foot.start])
    last_basis = max((b.order for b in bases), default=-1)
    start = max([top, *(line.block + 1 for line in parts if line.block >= top)])
    for index, block in enumerate(anatomy.paper.blocks[top : anatomy.foot.start], top):
        if isinstance(block, Paragraph) and block.order == last_basis:
            start = max(start, index + 1)
    while start < anatomy.foot.start and _is_gap(anatomy.paper.blocks[start]):
        start += 1
    return replace(
        anatomy,
        subject=subject,
        addressee=addressee,
        authority=authority,
        bases=bases,
        decree=decree,
        body_start=min(start, anatomy.foot.start),
    )


def _is_gap(block: Block) -> bool:
    """Say whether a block holds nothing but space or a line drawn with signs."""
    return isinstance(block, Paragraph) and (not block.said or is_stroke_text(block.text))


def _subject(below: Sequence[Line], title: Line) -> tuple[Line, ...]:
    """Return the lines right under the title: the first in any case, then those set like it."""
    found: list[Line] = []
    for line in below[:6]:
        elsewhere = line.row >= 0 and line.block != title.block
        if elsewhere or line.key.startswith("kinh gui"):
            break
        if BASIS.match(line.key) and not line.set_as_title:
            break
        if found and not _continues(found[-1], line):
            break
        if _is_authority(line, "QUYẾT ĐỊNH") or _rule_of_signs(line):
            break
        found.append(line)
    return tuple(found)


def _continues(above: Line, line: Line) -> bool:
    same_paragraph = line.paragraph is above.paragraph
    bold = line.every("bold") or not above.every("bold")
    centred = line.paragraph.setting.align == "center"
    return same_paragraph or (line.block - above.block <= 1 and centred and bold)


def _is_authority(line: Line, kind: str) -> bool:
    starts = line.key.startswith(
        ("chu tich", "uy ban", "hoi dong", "ubnd", "truong phong", "giam doc")
    )
    return kind in {"QUYẾT ĐỊNH", "NGHỊ QUYẾT"} and starts and is_upper(line.said)


def _is_decree(line: Line) -> bool:
    return line.key in {"quyet dinh:", "quyet nghi:", "quyet dinh :"} or (
        line.key == "quyet dinh" and is_upper(line.said)
    )


def _addressee(rest: Sequence[Line]) -> tuple[Line, ...]:
    first = next((i for i, n in enumerate(rest[:4]) if n.key.startswith("kinh gui")), None)
    if first is None:
        return ()
    found = [rest[first]]
    for line in rest[first + 1 : first + 12]:
        same = line.paragraph is found[-1].paragraph or (
            line.row >= 0 and line.block == found[0].block
        )
        if not (same or line.said.startswith(("-", "–", "+"))):
            break
        found.append(line)
    return tuple(found)


def _bases(blocks: Sequence[Block]) -> tuple[Paragraph, ...]:
    """Return the grounds of the paper; a sentence that opens the text is none of them."""
    said = [b for b in blocks if isinstance(b, Paragraph) and b.said]
    runs: list[Paragraph] = []
    for paragraph in said[:MOST_GROUNDS]:
        line = Line(paragraph.runs, paragraph)
        if read_item(paragraph.said) is not None:
            break
        sentence = paragraph.said.endswith(":") or line.set_as_title
        if BASIS.match(line.key) and not sentence:
            runs.append(paragraph)
        elif runs:
            break
    grounds = [p for p in runs if p.said[:6].casefold() == "căn cứ"]
    listed = len(runs) > 1 or (runs and runs[0].said.endswith((";", ".", ",")) and len(said) > 2)
    return tuple(runs) if grounds and listed else ()
