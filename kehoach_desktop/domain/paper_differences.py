"""What changed between two states of a paper: place, old words, new words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from kehoach_desktop.domain.paper_facts import Fact, facts_of
from kehoach_desktop.domain.snapshot import MadePaper

NOTHING = "-"  # what stands where there was nothing
LONGEST = 240  # letters of a clause in a table
ALIKE = 0.45  # how like two paragraphs have to be to be one paragraph changed
_KEY = re.compile(r" \([A-Z0-9.]{1,8}\)$")  # "(A3)", which the appendix does not repeat
_ENDS = (";", ",", ".", ":")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Difference:
    """One change: where it stands (several places in one line), the words before and after."""

    place: str
    before: str
    after: str


def differences(old: MadePaper, new: MadePaper) -> tuple[Difference, ...]:
    """Return what changed from `old` to `new`, in the order of the paper.

    The same change at several places is told once, with all of them.
    """
    before, after = facts_of(old), facts_of(new)
    found = [*_in_lines(before.lines, after.lines), *_in_named(before.named, after.named)]
    same: dict[tuple[str, str], list[Difference]] = {}
    for one in found:
        same.setdefault((one.before.casefold(), one.after.casefold()), []).append(one)
    return tuple(
        replace(told[0], place="; ".join(dict.fromkeys(one.place for one in told)))
        for told in same.values()
    )


def _in_named(before: dict[str, str], after: dict[str, str]) -> Iterator[Difference]:
    for place in dict.fromkeys((*before, *after)):
        old, new = before.get(place, ""), after.get(place, "")
        if old != new:
            yield from _of_texts(place, old, new)


def _in_lines(before: tuple[Fact, ...], after: tuple[Fact, ...]) -> Iterator[Difference]:
    texts = ([fact.text for fact in before], [fact.text for fact in after])
    matcher = SequenceMatcher(None, *texts, autojunk=False)
    for kind, i, j, m, n in matcher.get_opcodes():
        if kind != "equal":
            yield from _of_stretch(before[i:j], after[m:n])


def _of_stretch(before: tuple[Fact, ...], after: tuple[Fact, ...]) -> Iterator[Difference]:
    """Pair the paragraphs of a changed stretch, each with the next that is like it."""
    rest = list(after)
    for fact in before:
        twin = next((other for other in rest if _alike(fact.text, other.text)), None)
        if twin is None:
            yield Difference(fact.place, _short(fact.text), NOTHING)
            continue
        for added in rest[: rest.index(twin)]:
            yield Difference(added.place, NOTHING, _short(added.text))
        rest = rest[rest.index(twin) + 1 :]
        yield from _of_texts(fact.place, fact.text, twin.text)
    for added in rest:
        yield Difference(added.place, NOTHING, _short(added.text))


def _alike(old: str, new: str) -> bool:
    matcher = SequenceMatcher(None, old.split(), new.split(), autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _of_texts(place: str, old: str, new: str) -> Iterator[Difference]:
    """Yield the clauses that differ; the whole texts where they have little in common."""
    if not old or not new or not _alike(old, new):
        yield Difference(place, _short(old), _short(new))
        return
    words, others = old.split(), new.split()
    for one, other in _clauses(words, others):
        told, retold = " ".join(words[slice(*one)]), " ".join(others[slice(*other)])
        if _bare(told) != _bare(retold):
            yield Difference(place, _short(told), _short(retold))


def _clauses(words: list[str], others: list[str]) -> Iterable[tuple[Span, Span]]:
    """Return the spans of words that differ, each widened to the clause it stands in."""
    spans: list[tuple[Span, Span]] = []
    for kind, i, j, m, n in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        one, other = _widened(words, others, (i, j), (m, n))
        if spans and (one[0] < spans[-1][0][1] or other[0] < spans[-1][1][1]):
            first, second = spans.pop()
            one = (min(first[0], one[0]), max(first[1], one[1]))
            other = (min(second[0], other[0]), max(second[1], other[1]))
        spans.append((one, other))
    return spans


def _widened(words: list[str], others: list[str], one: Span, other: Span) -> tuple[Span, Span]:
    """Return both spans with the same words around them: a clause put in has none before it."""
    (start, end), (first, last) = one, other
    while start > 0 and first > 0 and not words[start - 1].endswith(_ENDS):
        start, first = start - 1, first - 1
    while end < len(words) and last < len(others):
        if _is_whole(words[start:end]) and _is_whole(others[first:last]):
            break
        end, last = end + 1, last + 1
    return (start, end), (first, last)


def _is_whole(clause: list[str]) -> bool:
    return not clause or clause[-1].endswith(_ENDS)


def _bare(text: str) -> str:
    return text.strip(" ;,.:/")


def _short(text: str) -> str:
    bare = _KEY.sub("", _bare(text))
    if not bare:
        return NOTHING
    return bare if len(bare) <= LONGEST else f"{bare[:LONGEST].rsplit(' ', 1)[0]} …"
