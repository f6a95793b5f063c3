"""Rules of the prose: nothing empty or said twice, sentences whole, names with their capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.drafts import is_draft
from kehoach_desktop.documents.check.items import Level
from kehoach_desktop.documents.check.looks import Paragraph, paragraphs_of
from kehoach_desktop.documents.check.places import Placed, place_blocks
from kehoach_desktop.documents.check.rules_body import is_heading, is_title
from kehoach_desktop.documents.check.rules_capitals import capital_findings
from kehoach_desktop.documents.check.rules_tables import Grid, attachment_grids, body_grids
from kehoach_desktop.documents.check.verbatim import softened
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.documents.check.words import is_upper
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.domain.text import fold, nfc
from kehoach_desktop.i18n import _

Findings = Iterator[PaperFinding]
LONG = 60  # letters: what is shorter may well be said twice, or stand without its mark
LEAST_ROW = 20
# Pictures of chats, and bullets that Word keeps as letters of its own; boxes to tick are none.
ODD_SIGNS = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u260f\u2613-\u2712\u2715-\u27bf\ue000-\uf8ff]"
)
CLOSED = re.compile(r"\([^()]*\)")
ENUMERATED = re.compile(r"(?<![\w/])[a-zđ\d]{1,2}\)")


def prose_rules(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Yield what a careful reader stumbles over in the sentences."""
    placed = list(place_blocks(anatomy.body))
    yield from _empty(placed)
    yield from _twice(placed)
    for one, below in zip(placed, [*placed[1:], None], strict=True):
        yield from _sentence(one, below)
    grids = [grid for a in anatomy.attachments for grid in attachment_grids(a)]
    for grid in (*body_grids(anatomy), *grids):
        yield from _rows(grid)
    for paragraph in paragraphs_of(anatomy.paper.blocks):
        findings = _words(nfc(paragraph.said), where.paragraph(paragraph))
        yield from softened(findings) if where.is_quoted(paragraph) else findings
    drafted = (n for n in anatomy.lines[:20] if re.match(r"\(?du thao\b", n.key))
    for line in () if is_draft(anatomy) else drafted:
        message = _("Văn bản đã có số, ngày mà còn ghi “{text}”.").format(text=line.said)
        yield found("placeholder", where.line(line), message)


def _empty(placed: Sequence[Placed]) -> Findings:
    """Find headings that nothing stands under."""
    for one, below in zip(placed, [*placed[1:], None], strict=True):
        if one.item is None or one.item.level not in {Level.LETTER, Level.PART, Level.CLAUSE}:
            continue
        titled = is_upper(one.item.rest) or (_bold(one) and is_title(one.item.rest))
        next_one = below is None or (below.item is not None and below.item.level <= one.item.level)
        if titled and next_one:
            message = _("“{text}”: mục không có nội dung.").format(text=one.item.rest[:60])
            yield found("section-empty", one.place, message)


def _bold(one: Placed) -> bool:
    block = one.block
    return isinstance(block, Paragraph) and all(r.look.bold for r in block.runs if r.text.strip())


def _twice(placed: Sequence[Placed]) -> Findings:
    seen: dict[str, str] = {}
    for one in placed:
        key = fold(one.block.said) if isinstance(one.block, Paragraph) else ""
        if len(key) > LONG and key in seen:
            message = _("Đoạn này đã có ở {place}.").format(place=seen[key])
            yield found("paragraph-twice", one.place, message)
        seen.setdefault(key, one.place)


def _leads(one: Placed, below: Placed | None) -> bool:
    """Say whether a list, a table or what is numbered deeper stands under a paragraph."""
    if below is None or not isinstance(below.block, Paragraph):
        return below is not None
    deeper = below.item is not None and (one.item is None or below.item.level > one.item.level)
    return deeper or below.block.said.startswith(("-", "+", "–", "•", "*"))


def _sentence(one: Placed, below: Placed | None) -> Findings:
    if not isinstance(one.block, Paragraph) or is_heading(one) or _bold(one):
        return
    said = nfc(one.block.said)
    if one.item is None and said[:1].islower():
        message = _("Đầu đoạn phải viết hoa: “{text}”.").format(text=said[:30])
        yield found("sentence-form", one.place, message)
    if len(said) > LONG and said[-1].isalnum() and not _leads(one, below):
        message = _("Cuối đoạn thiếu dấu câu: “{text}”.").format(text=said[-30:])
        yield found("sentence-form", one.place, message)


def _rows(grid: Grid) -> Findings:
    """Find one person twice in a list of people."""
    seen: set[str] = set()
    people = grid.column(r"ho va ten|^ho ten") is not None
    for index, row in enumerate(grid.rows if people else ()):
        if not row[0].strip().rstrip(".").isdigit():
            seen.clear()
            continue
        key = fold(" ".join(row[1:]))
        if key in seen and len(key) > LEAST_ROW:
            message = _("Dòng này giống hệt một dòng ở trên: “{text}”.")
            yield found("row-twice", grid.place(index), message.format(text=row[1][:40]))
        seen.add(key)


def _words(text: str, place: str) -> Findings:
    if hit := ODD_SIGNS.search(text):
        near = text[max(0, hit.start() - 15) : hit.end() + 15]
        yield found("odd-signs", place, _("Có ký hiệu lạ gần “{text}”.").format(text=near))
    yield from capital_findings(text, place)
    # A reference in brackets may go over two lines under a title.
    if (at := _unclosed(text)) >= 0 and not text.startswith("(") and not text.endswith(")"):
        message = _("Dấu ngoặc đơn không đủ đôi gần “{text}”.")
        yield found("unbalanced-quotes", place, message.format(text=text[max(0, at - 15) :][:40]))


def _unclosed(text: str) -> int:
    """Return where a bracket is that has no other, -1 where each has one."""
    bare = text
    while (shut := CLOSED.sub(lambda pair: " " * len(pair[0]), bare)) != bare:
        bare = shut
    bare = ENUMERATED.sub(lambda label: " " * len(label[0]), bare)
    return max(bare.find("("), bare.find(")"))
