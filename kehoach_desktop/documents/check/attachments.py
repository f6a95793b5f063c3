"""The appendices of a paper: where each begins, how it is headed, what it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kehoach_desktop.documents.check.foot import Foot
from kehoach_desktop.documents.check.lines import Line, placed_lines
from kehoach_desktop.documents.check.looks import Block, Paper, Paragraph, Table
from kehoach_desktop.documents.check.words import APPENDIX

LONGEST_HEADING = 160
HEAD_BLOCKS = 5
NAMED = re.compile(r"^\((?:ban hanh )?kem theo\b|^\(dinh kem\b")


@dataclass(frozen=True)
class Attachment:
    """One appendix: its heading (none where a list follows without), its blocks, its section."""

    heading: Line | None
    number: str
    title: tuple[Line, ...]
    reference: tuple[Line, ...]
    blocks: tuple[Block, ...]
    start: int
    section: int

    @property
    def name(self) -> str:
        """What a person calls it: "Phụ lục II"."""
        return f"Phụ lục {self.number}".strip()

    @cached_property
    def reference_text(self) -> str:
        """What "(Kèm theo …)" says, on one line."""
        return " ".join(line.said for line in self.reference)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Its tables."""
        return tuple(b for b in self.blocks if isinstance(b, Table))

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its paragraphs outside tables that say something, the heading left out."""
        heads = {id(line.paragraph) for line in (*self.title, *self.reference)}
        if self.heading is not None:
            heads.add(id(self.heading.paragraph))
        loose = (b for b in self.blocks if isinstance(b, Paragraph) and b.said)
        return tuple(p for p in loose if id(p) not in heads)


def find_attachments(paper: Paper, foot: Foot) -> tuple[Attachment, ...]:
    """Return the appendices that follow the foot."""
    signed = [line.block for s in foot.signatures for line in s]
    received = [line.block for line in foot.recipients]
    after = max([*signed, *received], default=HEAD_BLOCKS)
    lines = [n for n in placed_lines(paper.blocks) if n.block > after and _outside_data(n, paper)]
    starts = [line for line in lines if _is_heading(line)]
    if not starts and any(NAMED.match(line.key) for line in lines[:8]):
        return (_attachment(paper, lines, lines[0].block, len(paper.blocks), None),)
    if not starts:
        return ()
    ends = [*(line.block for line in starts[1:]), len(paper.blocks)]
    return tuple(
        _attachment(paper, lines, line.block, end, line)
        for line, end in zip(starts, ends, strict=True)
    )


def _outside_data(line: Line, paper: Paper) -> bool:
    block = paper.blocks[line.block]
    return isinstance(block, Paragraph) or (not block.bordered and len(block.rows) <= 2)


def _is_heading(line: Line) -> bool:
    found = APPENDIX.match(line.key)
    if found is None or len(line.said) > LONGEST_HEADING:
        return False
    centred = line.paragraph.setting.align == "center" or line.every("bold")
    return not found[3] or (centred and not line.said.endswith((".", ";", ",")))


def _attachment(
    paper: Paper, lines: Sequence[Line], start: int, end: int, heading: Line | None
) -> Attachment:
    inside = [line for line in lines if start <= line.block < end and line is not heading]
    at = next((i for i, line in enumerate(inside[:8]) if NAMED.match(line.key)), None)
    title = inside[:at] if at is not None else _title(inside)
    number = APPENDIX.match(heading.key) if heading is not None else None
    blocks = paper.blocks[start:end]
    return Attachment(
        heading=heading,
        number=(number[2] or "").upper() if number else "",
        title=tuple(title),
        reference=tuple(_reference(inside, at)),
        blocks=blocks,
        start=start,
        section=lines[0].paragraph.section if heading is None else heading.paragraph.section,
    )


def _title(inside: Sequence[Line]) -> list[Line]:
    found = []
    for line in inside[:4]:
        if line.row >= 0 or line.paragraph.setting.align != "center":
            break
        found.append(line)
    return found


def _reference(inside: Sequence[Line], at: int | None) -> list[Line]:
    if at is None:
        return []
    found = []
    for line in inside[at : at + 4]:
        found.append(line)
        if line.said.endswith(")"):
            return found
    return found[:1]
