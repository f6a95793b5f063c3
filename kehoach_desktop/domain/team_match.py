"""Whether two entries name one person, and two names one village: proposed, never decided here."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from kehoach_desktop.domain.team import Person
from kehoach_desktop.domain.text import TONES, collation_key, fold, found_in

LEAST_DIGITS = 4


@lru_cache(maxsize=8192)
def spelling(text: str) -> str:
    """Return a key that two spellings of one name share: no case, no place of the tone mark.

    Hoà and Hòa are one, Bó and Bò are two. The key is for comparing only.
    """
    words = unicodedata.normalize("NFD", text.casefold()).split()
    return " ".join(_toneless(word) + "".join(filter(TONES.__contains__, word)) for word in words)


def _toneless(word: str) -> str:
    return "".join(letter for letter in word if letter not in TONES)


def name_sort_key(full_name: str) -> tuple[tuple[int, ...], ...]:
    """Return the key that orders people as rosters do: given name, the last word, then the rest."""
    *leading, given = full_name.split() or [""]
    return (*collation_key(given), *collation_key(" ".join(leading)))


def contradict(one: Person, other: Person) -> bool:
    """Say whether what is known of both speaks against their being one person.

    A telephone may change, and a day of birth be mended; a year, a sex and a number do not.
    """
    pairs = (
        (one.birth_year, other.birth_year),
        (one.gender, other.gender),
        (one.cccd, other.cccd),
    )
    return any(left and right and left != right for left, right in pairs)


def shared_facts(one: Person, other: Person) -> int:
    """Return how many of birth year, telephone and identity number are known and the same."""
    pairs = (
        (one.birth_year, other.birth_year),
        (one.phone, other.phone),
        (one.cccd, other.cccd),
    )
    return sum(bool(left) and left == right for left, right in pairs)


def is_found(words: str, person: Person) -> bool:
    """Say whether `words` stand in a name or post, or four digits of them in a number."""
    digits = "".join(filter(str.isdigit, words))
    if len(digits) >= LEAST_DIGITS:
        return any(digits in number for number in (person.phone, person.zalo))
    return found_in(words, person.full_name, person.post)


def same_name(one: Person, other: Person) -> bool:
    """Say whether both names are spelt alike, marks included."""
    return spelling(one.full_name) == spelling(other.full_name)


def may_be_one(one: Person, other: Person) -> bool:
    """Say whether an officer should be asked if the two are one person.

    The name is the same without marks and a fact is shared, or the identity number is the same.
    """
    if one.cccd and one.cccd == other.cccd:
        return True
    alike = fold(one.full_name) == fold(other.full_name)
    return alike and not contradict(one, other) and shared_facts(one, other) > 0
