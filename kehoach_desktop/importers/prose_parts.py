"""The paragraphs of a plan in prose by their labels, and a task while its lines are gathered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kehoach_desktop.domain.draft import ColumnRole
from kehoach_desktop.domain.text import fold
from kehoach_desktop.importers.ordinals import NOTHING, SIGNS, Ordinal, Style, read_ordinal, titled
from kehoach_desktop.importers.sentences import body_of

_LABELLED = re.compile(
    rf"(?P<label>[IVXLC]{{1,6}}|[A-HĐ]|\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}|[a-zđ]|[-–+*{SIGNS}]|"
    rf"\(\d{{1,2}}\))(?P<mark>[.)]|[-–/](?=\s)|\s|(?<=[-–+*){SIGNS}]))\s*(?P<text>\S.*)",
    re.DOTALL,
)
_OPENING = re.compile(r"phu luc|ke hoach$|danh muc|chuong trinh$")
_CLOSING_WORDS = re.compile(
    r"tren day la|bien ban (?:nay )?duoc|cuoc hop ket thuc|trong qua trinh .{0,30}thuc hien|"
    r"nhan duoc (?:van ban|cong van|ke hoach)|(?:yeu cau|de nghi) .{0,80}(?:nghiem tuc|quan tam,? "
    r"(?:chi dao,? )?(?:phoi hop,? )?(?:trien khai )?thuc hien\W*$)"
)
INVITES = re.compile(
    r"\b(?:du hop|tham du|den du|co mat)\b.{0,60}\b(?:day du|dung gio|dung thanh phan)"
)
_BODY_DEPTH = 7
_ARTICLE = re.compile(r"(?P<label>Điều\s+\d{1,3})\s*[.:]\s*(?P<text>\S.*)", re.DOTALL)
_DEPTH = {
    Style.DIVISION: -1,
    Style.LETTER: 0,
    Style.ROMAN: 1,
    Style.NUMBER: 2,
    Style.POINT: 8,
    Style.BULLET: 9,
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its label and how deep that stands."""

    ordinal: Ordinal
    text: str
    depth: int


@dataclass(slots=True)
class Item:
    """A task while its paragraphs are gathered, under the headings that are open over it."""

    ordinal: Ordinal
    path: tuple[Paragraph, ...]
    texts: list[str] = field(default_factory=list)
    fields: dict[ColumnRole, str] = field(default_factory=dict)
    told: str = ""
    """The body that the sentence over a list tells to do what the list names."""


def labelled_paragraph(text: str) -> Paragraph:
    """Return a paragraph apart from its label, with how deep that stands.

    The name of a body with a colon ("* Công an xã:") is a heading over what is under it.
    """
    given = _by_label(text)
    if given.depth >= _BODY_DEPTH and given.text.rstrip().endswith(":") and body_of(given.text):
        return replace(given, depth=_BODY_DEPTH)
    return given


def _by_label(text: str) -> Paragraph:
    found = _LABELLED.fullmatch(text.strip())
    if found is not None:
        label = f"{found['label']})" if found["mark"] == ")" else found["label"]
        ordinal = read_ordinal(label)
        if ordinal.style is Style.ITEM:  # "(1)" counts the lines of one text, as dashes part them
            ordinal = replace(ordinal, style=Style.BULLET)
        bare = found["mark"].isspace() and not (
            ordinal.style is Style.BULLET or re.fullmatch(r"\d.*\..*", label)
        )
        depth = _DEPTH.get(ordinal.style, 0)
        if ordinal.style in _DEPTH and not bare:
            if ordinal.style is Style.NUMBER:
                depth += len(ordinal.steps) - 1
            return Paragraph(ordinal, found["text"], depth)
    if article := _ARTICLE.fullmatch(text.strip()):
        label = article["label"]
        return Paragraph(Ordinal(label, Style.DIVISION, (label,)), article["text"], 1)
    division, title = titled(text)
    if division.style is Style.DIVISION and title:
        return Paragraph(division, title, _DEPTH[Style.DIVISION])
    return Paragraph(NOTHING, text, 10)


def labelled_paragraphs(texts: Sequence[str]) -> list[Paragraph]:
    """Return the paragraphs of a paper apart from their labels, without its recipients.

    Of Roman numerals and letters those that come first stand outside: "I." over "A." or under it.
    """
    kept = (text for text in before_recipients(texts) if text.strip(" _-"))
    given = [labelled_paragraph(text) for text in kept]
    swapped = (Style.ROMAN, Style.LETTER)
    first = next((p.ordinal.style for p in given if p.ordinal.style in swapped), None)
    if first is not Style.ROMAN:
        return given
    return [
        replace(p, depth=1 - p.depth) if p.ordinal.style in swapped and p.depth < 2 else p
        for p in given
    ]


def sign(ordinal: Ordinal) -> str:
    """Return what marks a dash: its sign, and one for all of "(1)", "(2)"."""
    return "(" if ordinal.text.endswith(")") else ordinal.text.replace("–", "-")


def before_recipients(paragraphs: Sequence[str]) -> Iterator[str]:
    """Yield the paragraphs without the list under "Nơi nhận" and the signature beside it."""
    closing = False
    for text in paragraphs:
        closing = not _OPENING.match(fold(text)) if closing else fold(text).startswith("noi nhan:")
        if not closing:
            yield text


def closes(paragraph: Paragraph) -> bool:
    """Say whether a plain paragraph is the formula that a paper ends with."""
    return paragraph.ordinal is NOTHING and _CLOSING_WORDS.match(fold(paragraph.text)) is not None
