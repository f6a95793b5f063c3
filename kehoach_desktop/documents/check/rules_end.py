"""Rules of the end of the text and of each appendix: the mark ./. once, directly after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.attachments import Attachment
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.looks import Block, Paragraph, paragraphs_of
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.documents.check.words import END_MARK
from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.i18n import _

Findings = Iterator[PaperFinding]
ALMOST = re.compile(
    r"(?:\s+\.\s*/\s*\.|\.\s*/\s+\.|\.\s+/\s*\.|/\.|\./|\.\.?/\.{2,}|\.{2,}/\.)\s*$"
)
TYPED_APPENDIX = 10  # paragraphs: a longer appendix without tables is a regulation of its own


def end_rules(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Yield where the mark is missing, misspelt or said twice."""
    if anatomy.body:
        yield from _ending(anatomy.body, "end-mark", where, _("Nội dung"))
    for attachment in anatomy.attachments:
        yield from _appendix(attachment, where)


def _ending(blocks: Sequence[Block], rule: str, where: Whereabouts, name: str) -> Findings:
    said = [p for p in paragraphs_of(tuple(blocks)) if p.said]
    if not said:
        return
    last = said[-1]
    place = where.paragraph(last)
    text = last.text.rstrip()
    ends_whole = text.endswith(END_MARK) and not re.search(r"(\s|\.)\./\.$", text)
    if not ends_whole and ALMOST.search(text):
        message = _("Dấu kết thúc phải là “./.” viết liền ngay sau chữ cuối cùng.")
        yield found(rule, place, message)
    elif not ends_whole and END_MARK not in text:
        message = _("{name} phải kết thúc bằng “./.”.").format(name=name)
        yield found(rule, place, message)
    elif not ends_whole:
        yield found(rule, place, _("Dấu “./.” phải đứng cuối cùng, viết liền ngay sau chữ."))
    for paragraph in said:
        marks = paragraph.text.count(END_MARK)
        if marks > (paragraph is last):
            message = _("Dấu “./.” chỉ ghi một lần ở cuối, ở đây thừa.")
            yield found(rule, where.paragraph(paragraph), message)


def _appendix(attachment: Attachment, where: Whereabouts) -> Findings:
    inner = [b for b in attachment.blocks if not _is_head(b, attachment)]
    if not any(not isinstance(b, Paragraph) or b.said for b in inner):
        yield found("end-mark-appendix", attachment.name, _("Phụ lục không có nội dung."))
        return
    has_foot = any("Nơi nhận" in p.said for p in attachment.paragraphs)
    findings = _ending(inner, "end-mark-appendix", where, attachment.name)
    for finding in findings:
        light = has_foot or (not attachment.tables and len(attachment.paragraphs) > TYPED_APPENDIX)
        yield (
            found(finding.rule, finding.place, finding.message, Severity.INFO) if light else finding
        )


def _is_head(block: Block, attachment: Attachment) -> bool:
    heads = {id(line.paragraph) for line in (*attachment.title, *attachment.reference)}
    if attachment.heading is not None:
        heads.add(id(attachment.heading.paragraph))
    return id(block) in heads
