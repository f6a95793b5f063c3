"""The verbs around what was learnt: how an issuer's columns are read, which words mean us."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kehoach_desktop.domain.agency import CommuneWords
from kehoach_desktop.domain.draft import ColumnRole
from kehoach_desktop.domain.text import clean, fold, squeeze
from kehoach_desktop.services.ports import Store


class Mappings:
    """What the officer taught the program about the papers of others."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def readings(self, issuer: str) -> Mapping[str, ColumnRole]:
        """Return how the columns of `issuer` were read by hand before, by their folded heading."""
        with self._store.reading() as shelves:
            return shelves.mappings.readings(fold(issuer))

    def remember(self, issuer: str, readings: Mapping[str, ColumnRole]) -> None:
        """Keep how columns of `issuer`, named by their heading, were read by hand."""
        named = {fold(heading): role for heading, role in readings.items() if fold(heading)}
        if named:
            with self._store.command("remember_mapping") as shelves:
                shelves.mappings.put_readings(fold(issuer), named)

    def commune_words(self) -> CommuneWords:
        """Return the office's own words for a task of the commune, and what it is called."""
        with self._store.reading() as shelves:
            office = shelves.office.get()
            name = office.full_name if office and office.name else ""
            return replace(shelves.mappings.words(), office=name)

    def use_words(self, also: Iterable[str], never: Iterable[str]) -> CommuneWords:
        """Keep the words that mean the commune and those that never do; return them as kept.

        Blank ones and repetitions fall away; a word in both lists never means the commune.
        """
        barred = _once(never)
        words = CommuneWords(tuple(word for word in _once(also) if word not in barred), barred)
        with self._store.command("commune_words") as shelves:
            shelves.mappings.put_words(words)
        return self.commune_words()


def _once(words: Iterable[str]) -> tuple[str, ...]:
    tidy = (squeeze(clean(word)) for word in words)
    return tuple(dict.fromkeys(word for word in tidy if word))
