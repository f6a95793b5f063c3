"""Rules of numbering: parts, articles, clauses and points follow on without gap or repeat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kehoach_desktop.documents.check.anatomy import Anatomy
from kehoach_desktop.documents.check.catalogue import found
from kehoach_desktop.documents.check.items import ALPHABET, FOREIGN, Item, Level
from kehoach_desktop.documents.check.looks import Block
from kehoach_desktop.documents.check.numbers import roman
from kehoach_desktop.documents.check.places import Placed, place_blocks
from kehoach_desktop.documents.check.whereabouts import Whereabouts
from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.i18n import _

Findings = Iterator[PaperFinding]
RULE_OF = {
    Level.CHAPTER: "numbering-parts",
    Level.LETTER: "numbering-parts",
    Level.PART: "numbering-parts",
    Level.ARTICLE: "numbering-articles",
    Level.CLAUSE: "numbering-clauses",
    Level.SUBCLAUSE: "numbering-clauses",
    Level.POINT: "numbering-points",
}
# An article goes on through chapters; everything else begins anew under what stands above it.
GOES_ON = {Level.ARTICLE}


@dataclass(slots=True)
class _Counts:
    last: dict[tuple[Level, str], int] = field(default_factory=dict)
    since_words: bool = True

    def forget_below(self, level: Level) -> None:
        for kept in [k for k in self.last if k[0] > level and k[0] not in GOES_ON]:
            del self.last[kept]


def numbering_rules(anatomy: Anatomy, where: Whereabouts) -> Findings:
    """Yield what is wrong with the numbers of the text, and of prose in the appendices."""
    yield from _follow(anatomy.body)
    for attachment in anatomy.attachments:
        if not attachment.tables:
            yield from _follow(attachment.blocks)


def _follow(blocks: Sequence[Block]) -> Findings:
    counts = _Counts()
    for placed in place_blocks(blocks):
        if placed.item is None:
            counts.since_words = True
            continue
        yield from _check(placed, placed.item, counts)
        counts.since_words = False


def _check(placed: Placed, item: Item, counts: _Counts) -> Findings:
    rule = RULE_OF[item.level]
    if item.level is Level.POINT:
        if item.label in FOREIGN:
            message = _(
                "Điểm “{label})” không có trong bảng chữ cái tiếng Việt (không dùng f, j, w, z)."
            )
            yield found(rule, placed.place, message.format(label=item.label))
            return
        if item.form != ")":
            message = _("Điểm ghi “{label})”, không ghi “{label}{form}”.")
            yield found(rule, placed.place, message.format(label=item.label, form=item.form))
    if item.form not in {"", "."} and item.level in {Level.PART, Level.CLAUSE}:
        message = _("Ghi “{label}.”, không ghi “{label}{form}”.")
        said = message.format(label=item.label, form=item.form)
        yield found(rule, placed.place, said, Severity.CHECK)
    key = (item.level, item.family)
    expected = counts.last.get(key, 0) + 1
    anew = item.value == 1 and (counts.since_words or key not in counts.last)
    if item.level in GOES_ON and key in counts.last:
        anew = False
    if item.value and item.value != expected and not anew:
        message = _("Ghi “{label}”, phải là “{wanted}”: số thứ tự bị nhảy hoặc trùng.")
        said = message.format(label=item.label, wanted=_written(item, expected))
        yield found(rule, placed.place, said)
    counts.last[key] = item.value or expected
    counts.forget_below(item.level)


def _written(item: Item, count: int) -> str:
    match item.level:
        case Level.PART:
            return roman(count)
        case Level.LETTER:
            return chr(ord("A") + (count - 1) % 26)
        case Level.POINT:
            return ALPHABET[(count - 1) % len(ALPHABET)]
        case Level.SUBCLAUSE:
            return f"{item.family}.{count}"
        case Level.CHAPTER:
            return f"{item.label.split()[0]} {roman(count)}"
    return str(count)
