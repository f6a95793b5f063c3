"""The mends that are safe: composed letters, single spaces, zeros of days and numbers, ./."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kehoach_desktop.documents.check.anatomy import Anatomy, dissect
from kehoach_desktop.documents.check.attachments import Attachment
from kehoach_desktop.documents.check.looks import Paragraph, paragraphs_of
from kehoach_desktop.documents.check.paper import check_paper
from kehoach_desktop.documents.check.reading import STRICT, read_paper
from kehoach_desktop.documents.check.rules_end import ALMOST
from kehoach_desktop.documents.check.rules_text import extra_spaces
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.documents.check.words import END_MARK
from kehoach_desktop.documents.words_xml import XML_SPACE, w
from kehoach_desktop.domain.paper_check import MendedPaper, PaperMend
from kehoach_desktop.domain.text import nfc

Edit = tuple[int, int, str]
Edits = Callable[[str], list[Edit]]
BODY = "word/document.xml"
ONE_DAY = re.compile(r"(ngày\s+)(\d)(?=\s+tháng)")
MONTH = re.compile(r"(tháng\s+)([12]|0[3-9])(?=\s+năm)")
ONE_DIGIT = re.compile(r"(Số:\s*)(\d)(?=/)")


def mend_paper(data: bytes, parts: Mapping[str, bytes]) -> MendedPaper:
    """Return the .docx in `data` with its safe mends made, all else as it was.

    `parts` are its unpacked parts. Raises NotAPaper where it holds no text.
    """
    paper = read_paper(parts)
    anatomy = dissect(paper)
    where = Whereabouts(anatomy)
    mends: list[PaperMend] = []
    if STRICT not in parts.get(BODY, b"") and not paper.changes:
        mends += _mend_all(anatomy, where)
    if not mends:
        return MendedPaper(data, (), check_paper(parts))
    body = _written(next(paragraphs_of(paper.blocks)).element)
    findings = check_paper({**parts, BODY: body})
    return MendedPaper(_repacked(data, body), tuple(mends), findings)


def _mend_all(anatomy: Anatomy, where: Whereabouts) -> Iterator[PaperMend]:
    for paragraph in paragraphs_of(anatomy.paper.blocks):
        yield from _mend(paragraph, where, "nfc", _composed)
        if not where.is_quoted(paragraph):
            yield from _mend(paragraph, where, "double-space", _single_spaces)
    head = anatomy.head
    if head.number is not None:
        yield from _mend(head.number.paragraph, where, "number-form", _padded_number)
    if head.date is not None:
        yield from _mend(head.date.paragraph, where, "date-form", _zeros)
    for attachment in anatomy.attachments:
        for line in attachment.reference[:1]:
            yield from _mend(line.paragraph, where, "date-form", _zeros)
    yield from _endings(anatomy, where)


def _mend(paragraph: Paragraph, where: Whereabouts, rule: str, edits: Edits) -> Iterator[PaperMend]:
    pieces = list(paragraph.element.iter(w("t")))
    text = "".join(piece.text or "" for piece in pieces)
    made = [edit for edit in edits(text) if _inside_one(pieces, edit)]
    for start, end, new in reversed(made):
        _put(pieces, start, end, new)
    for start, end, new in made:
        lead, tail = text[max(0, start - 12) : start], text[end : end + 12]
        before, after = f"{lead}{text[start:end]}{tail}", f"{lead}{new}{tail}"
        yield PaperMend(rule, where.paragraph(paragraph), before, after)


def _spans(pieces: list[Any]) -> Iterator[tuple[Any, int, int]]:
    at = 0
    for piece in pieces:
        length = len(piece.text or "")
        yield piece, at, at + length
        at += length


def _inside_one(pieces: list[Any], edit: Edit) -> bool:
    """Say whether an edit changes letters of one run only: a mend never moves a look."""
    start, end, _new = edit
    return any(first <= start and end <= last for _piece, first, last in _spans(pieces) if last)


def _put(pieces: list[Any], start: int, end: int, new: str) -> None:
    for piece, first, last in _spans(pieces):
        if first <= start and end <= last and first < last:
            text = piece.text or ""
            piece.text = text[: start - first] + new + text[end - first :]
            piece.set(XML_SPACE, "preserve")
            return


def _composed(text: str) -> list[Edit]:
    """Return one edit for each word that is not composed."""
    words = re.finditer(r"\S+", text)
    return [(m.start(), m.end(), nfc(m[0])) for m in words if nfc(m[0]) != m[0]]


def _single_spaces(text: str) -> list[Edit]:
    return [(m.start(), m.end(), " ") for m in extra_spaces(text) if m.start()]


def _padded_number(text: str) -> list[Edit]:
    return [(m.start(2), m.end(2), f"0{m[2]}") for m in ONE_DIGIT.finditer(text) if m[2] != "0"]


def _zeros(text: str) -> list[Edit]:
    days = [(m.start(2), m.end(2), f"0{m[2]}") for m in ONE_DAY.finditer(text) if m[2] != "0"]
    months = [
        (m.start(2), m.end(2), m[2].lstrip("0") if m[2].startswith("0") else f"0{m[2]}")
        for m in MONTH.finditer(text)
    ]
    return sorted([*days, *months])


def _endings(anatomy: Anatomy, where: Whereabouts) -> Iterator[PaperMend]:
    """Mend the mark of the end where the text, or an appendix, ends with a sentence."""
    blocks = [b for b in anatomy.body if not isinstance(b, Paragraph) or b.said]
    signed = bool(anatomy.foot.recipients or anatomy.foot.signatures)
    if signed and blocks and isinstance(blocks[-1], Paragraph):
        yield from _mend(blocks[-1], where, "end-mark", _end_mark)
    for attachment in anatomy.attachments:
        last = _last_paragraph(attachment)
        if last is not None:
            yield from _mend(last, where, "end-mark-appendix", _end_mark)


def _last_paragraph(attachment: Attachment) -> Paragraph | None:
    said = [b for b in attachment.blocks if not isinstance(b, Paragraph) or b.said]
    last = said[-1] if said else None
    closes = isinstance(last, Paragraph) and attachment.tables and last in attachment.paragraphs
    return last if closes and isinstance(last, Paragraph) else None


def _end_mark(text: str) -> list[Edit]:
    kept = text.rstrip()
    if not kept or (kept.endswith(END_MARK) and not re.search(r"[\s.]\./\.$", kept)):
        return []
    almost = ALMOST.search(kept)
    start = almost.start() if almost else len(kept.rstrip(" .;,"))
    if kept.endswith((":", "?", "!")) or start == 0:
        return []
    # The letter before goes along, so that the edit lies inside the run that ends the text.
    return [(start - 1, len(text), f"{kept[start - 1]}{END_MARK}")]


def _written(element: Any) -> bytes:
    from lxml import etree

    tree = element.getroottree()
    made: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def _repacked(data: bytes, body: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(packed, "w") as after:
        for member in before.infolist():
            content = body if member.filename == BODY else before.read(member)
            entry = zipfile.ZipInfo(member.filename, member.date_time)
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, content)
    return packed.getvalue()
