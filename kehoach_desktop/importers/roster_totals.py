"""The totals of a roster: how many people, and how many women, a row says there are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kehoach_desktop.domain.team import Gender, TeamMember
from kehoach_desktop.domain.text import fold

# With its diacritics: Tống and Công are surnames.
_TOTAL = re.compile(
    r"^\(?(?:tổng|cộng|tong (?:cong|so)|cong:)(?!\w)|"
    r"danh s[áa]ch.{0,24}\b(?:có|gồm|co|gom)\b.{0,9}\d"
)
_NUMBER = re.compile(r"(?<![\d/.-])(\d{1,4})(?![\d/.-]*\d)")
_WOMEN = re.compile(r"\bnu\b\D{0,12}?(\d{1,4})")


@dataclass(frozen=True, slots=True)
class Count:
    """How many people and how many women; None where it is not told."""

    people: int | None
    women: int | None

    def agrees_with(self, other: Count) -> bool:
        """Say whether nothing that is told here differs from `other`."""
        return self.people in (None, other.people) and self.women in (None, other.women)


def is_total(texts: Sequence[str]) -> bool:
    """Say whether the first of `texts` opens a row that only adds up."""
    return any(_TOTAL.search(text.casefold()) for text in texts[:1])


def count_of(members: Sequence[TeamMember]) -> Count:
    """Return how many `members` are, and how many of them the list calls women."""
    women = sum(member.person.gender is Gender.FEMALE for member in members)
    return Count(len(members), women)


def told_in(texts: Sequence[str], shown: Sequence[str], men: str, women: str) -> Count:
    """Return what a total tells: in its words, in bare numbers, or under Nam and Nữ."""
    if men.isdecimal() and women.isdecimal():
        return Count(int(men[:6]) + int(women[:6]), int(women[:6]))
    words = fold(" ".join(texts))
    of_them = _WOMEN.search(words)
    people = _NUMBER.search(words[: of_them.start()] if of_them else words)
    loose = [int(text[:6]) for text in shown if text.isdecimal()]
    told = int(people[1]) if people else next(iter(loose), None)
    return Count(told, int(of_them[1]) if of_them else None)
