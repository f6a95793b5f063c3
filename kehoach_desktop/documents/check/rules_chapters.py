"""Rules of Phần, Chương, Mục: how each is numbered and set, and the title in the line below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.items import read_item
from kehoach_desktop.documents.check.looks import Block, Paragraph
from kehoach_desktop.documents.check.places import Placed, place_blocks
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.documents.check.words import is_upper
from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.domain.text import nfc
from kehoach_desktop.i18n import _

Findings = Iterator[PaperFinding]
HEADING = re.compile(
    r"(?P<name>phần|chương|mục|tiểu mục) +(?P<number>[IVXL]+|\d+)[.:]?(?P<rest>\s.*)?",
    re.IGNORECASE,
)
ROMAN = frozenset({"phần", "chương"})


def chapter_rules(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Yield what is wrong with the headings of chapters, in the text and in typed appendices."""
    yield from _headings(anatomy.body)
    for attachment in anatomy.attachments:
        yield from _headings(attachment.blocks)


def _headings(blocks: Sequence[Block]) -> Findings:
    placed = list(place_blocks(blocks))
    for one, below in zip(placed, [*placed[1:], None], strict=True):
        block = one.block
        shape = HEADING.fullmatch(nfc(block.said)) if isinstance(block, Paragraph) else None
        if isinstance(block, Paragraph) and shape and _stands_alone(block, shape):
            yield from _number(shape, one.place)
            yield from _look(block, one.place)
            if not shape["rest"]:
                yield from _title(below)


def _stands_alone(paragraph: Paragraph, shape: re.Match[str]) -> bool:
    """Say whether the words head what follows: "Mục 2 của Kế hoạch" begins a sentence."""
    rest = (shape["rest"] or "").strip()
    return not rest or is_upper(rest) or (_bold(paragraph) and not rest.endswith((".", ";", ":")))


def _bold(paragraph: Paragraph) -> bool:
    return all(run.look.bold for run in paragraph.runs if run.text.strip())


def _number(shape: re.Match[str], place: str) -> Findings:
    name, number = shape["name"], shape["number"]
    if (name.casefold() in ROMAN) is number.isdigit():
        message = _("“{text}”: Phần, Chương ghi số La Mã; Mục, Tiểu mục ghi số Ả Rập.")
        yield found("numbering-parts", place, message.format(text=f"{name} {number}"))
    if name != name.capitalize():
        message = _("Ghi “{name}”, không ghi “{text}”.")
        said = message.format(name=name.capitalize(), text=name)
        yield found("part-heading", place, said, Severity.CHECK)


def _look(paragraph: Paragraph, place: str) -> Findings:
    if paragraph.setting.align != "center" or not _bold(paragraph):
        message = _("“{text}” phải đứng riêng một dòng, canh giữa, đậm.")
        yield found("part-heading", place, message.format(text=paragraph.said[:40]))


def _title(below: Placed | None) -> Findings:
    block = below.block if below is not None else None
    if below is None or not isinstance(block, Paragraph) or read_item(block.said) is not None:
        return
    if block.setting.align == "center" or _bold(block):
        right = is_upper(block.said) and block.setting.align == "center" and _bold(block)
        if not right and not HEADING.fullmatch(nfc(block.said)):
            message = _("“{text}” phải in hoa, đậm, canh giữa.")
            yield found("part-heading", below.place, message.format(text=block.said[:40]))
