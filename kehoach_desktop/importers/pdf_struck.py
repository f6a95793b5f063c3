"""Lines through the words of a PDF: told apart from the lines of tables."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from kehoach_desktop.importers.pdf_page import Letter
from kehoach_desktop.importers.pdf_rules import Rule

LOWEST, HIGHEST = 0.1, 0.5  # of a letter's height over its base line
COVERED = 0.7  # of a line's length: so much of it runs through letters
MOST_LOOKS = 1_000_000  # a page drawn to keep us busy is left as it is


def strike_out(
    letters: Sequence[Letter], across: Sequence[Rule]
) -> tuple[list[Letter], list[Rule]]:
    """Return the letters of a page, those with a line through them marked, and the other lines."""
    ordered = sorted(letters, key=lambda letter: letter.base)
    bases = [letter.base for letter in ordered]
    tallest = max((letter.height for letter in letters), default=0.0)
    looks = 0
    marked: dict[int, Letter] = {}
    kept: list[Rule] = []
    for rule in across:
        places = range(
            bisect_left(bases, rule.at - tallest * HIGHEST), bisect_right(bases, rule.at)
        )
        looks += len(places)
        if looks > MOST_LOOKS:
            return [*letters], [*across]
        through = [place for place in places if _runs_through(rule, ordered[place])]
        length = sum(ordered[place].right - ordered[place].left for place in through)
        if length >= (rule.end - rule.start) * COVERED:
            marked.update((place, replace(ordered[place], struck=True)) for place in through)
        else:
            kept.append(rule)
    gone = {id(ordered[place]): letter for place, letter in marked.items()}
    return [gone.get(id(letter), letter) for letter in letters], kept


def _runs_through(rule: Rule, letter: Letter) -> bool:
    low, high = letter.base + letter.height * LOWEST, letter.base + letter.height * HIGHEST
    middle = (letter.left + letter.right) / 2
    return low <= rule.at <= high and rule.start <= middle <= rule.end


def struck_words(letters: Sequence[Letter]) -> str:
    """Return the struck letters of a cell as words, from the top down."""
    struck = sorted((one for one in letters if one.struck), key=lambda one: (-one.base, one.left))
    words: list[str] = []
    before: Letter | None = None
    for letter in struck:
        if before and (letter.base != before.base or letter.left - before.right > 1):
            words.append(" ")
        words.append(letter.text)
        before = letter
    return "".join(words)
