"""An edited text whose figures go on following the entries: what was edited stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from kehoach_desktop.domain.emphasis import moved
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.report import Block

_FIGURE = re.compile(r"\d+(?:[.,/]\d+)*")
_WORDS = re.compile(r"(\s+)")


@dataclass(frozen=True, slots=True)
class KeptText:
    """An edited text; `base` is what was proposed when it was edited, None for frozen figures."""

    blocks: tuple[Block, ...]
    base: tuple[Block, ...] | None = None


def text_key(kind: PaperKind, period: ReportingPeriod) -> str:
    """Return the name under which the edited text of a report is kept.

    A report asked for on occasion has words of its own beside that of the period.
    """
    return f"{period.key}/{kind.value}" if kind is PaperKind.AD_HOC_REPORT else period.key


def told(kept: KeptText | None, proposed: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the text as it is printed today: the proposed one, or the edited one."""
    if kept is None:
        return proposed
    return kept.blocks if kept.base is None else followed(kept.blocks, kept.base, proposed)


def followed(
    edited: tuple[Block, ...], base: tuple[Block, ...], now: tuple[Block, ...]
) -> tuple[Block, ...]:
    """Return `edited` with everything that was left as in `base` told as in `now`.

    A paragraph that was not touched is the proposed one of today, new ones among them; in a
    paragraph that was reworded, the figures that were left alone are those of today.
    """
    mine, theirs = _matches(base, edited), _matches(base, now)
    found: list[Block] = []
    before = (-1, -1, -1)
    for index in [n for n in range(len(base)) if n in mine and n in theirs] + [len(base)]:
        end = (index, mine.get(index, len(edited)), theirs.get(index, len(now)))
        chunks = (
            base[before[0] + 1 : end[0]],
            edited[before[1] + 1 : end[1]],
            now[before[2] + 1 : end[2]],
        )
        found += _merged(*chunks)
        if index < len(base):
            found.append(_paragraph(base[index], edited[end[1]], now[end[2]]))
        before = end
    return tuple(found)


def _matches(first: Sequence[Block], second: Sequence[Block]) -> dict[int, int]:
    """Return which blocks are the same but for their figures, by their places."""
    before, after = ([_skeleton(block) for block in blocks] for blocks in (first, second))
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return {match.a + n: match.b + n for match in blocks for n in range(match.size)}


def _skeleton(block: Block) -> str:
    return f"{block.kind} {_FIGURE.sub('#', block.text)}"


def _merged(
    base: tuple[Block, ...], edited: tuple[Block, ...], now: tuple[Block, ...]
) -> Iterator[Block]:
    if edited == base:
        yield from now
    elif len(edited) == len(base) == len(now):
        for old, mine, new in zip(base, edited, now, strict=True):
            yield _paragraph(old, mine, new)
    else:
        yield from edited


def _paragraph(base: Block, edited: Block, now: Block) -> Block:
    """Return the edited paragraph with the figures that were left alone as they are now."""
    if edited == base:
        return now
    old, mine, new = (_WORDS.split(block.text) for block in (base, edited, now))
    if [_FIGURE.sub("#", word) for word in old] != [_FIGURE.sub("#", word) for word in new]:
        return edited
    words = list(mine)
    for match in SequenceMatcher(None, old, mine, autojunk=False).get_matching_blocks():
        words[match.b : match.b + match.size] = new[match.a : match.a + match.size]
    return replace(edited, text="".join(words), emphases=moved(edited.emphases, mine, words))
