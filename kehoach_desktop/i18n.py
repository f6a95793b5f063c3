"""The two languages of the screens: Vietnamese is the source text, English stands beside it."""

from __future__ import annotations

import gettext
import re
from functools import cache
from pathlib import Path

DOMAIN = "kehoach"
_PLACE = re.compile(r"\{([a-z]\w*)\}")


class Catalogue(gettext.GNUTranslations):
    """A catalogue that can also find the source of a sentence whose places are filled."""

    _catalog: dict[str | tuple[str, int], str]

    def retold(self, text: str) -> str:
        """Return the translation of a filled sentence, itself where no source makes it.

        What fills a place is retold too, unless it is quoted: a quotation stays as it was written.
        """
        if (known := self._plainly(text)) != text:
            return known
        for source in self._beginning(text[:1]):
            if _may_make(source, text) and (found := _filled(source).fullmatch(text)):
                values = {
                    name: value if f"“{{{name}}}”" in source else self._each(value)
                    for name, value in found.groupdict().items()
                }
                return self._said(source, values).format(**values)
        whose, colon, words = text.partition(": ")  # as "Lý Văn Sáng: …", of one of many
        return f"{whose}: {self.retold(words)}" if colon else text

    def _each(self, value: str) -> str:
        """Retell what fills a place: one thing, or several with commas between."""
        whole, several = self.retold(value), value.split(", ")
        if whole != value:
            return whole
        told = [self.retold(one) for one in several]
        if any(map(str.__eq__, told, several)):
            # Somebody's own words; only a numbered place among them ("Trang 2") is surely ours.
            told = [
                new if re.search(r"\d", new) else old
                for old, new in zip(several, told, strict=True)
            ]
        return ", ".join(told)

    def _plainly(self, text: str) -> str:
        return self.gettext(text) if text else text

    def _said(self, source: str, values: dict[str, str]) -> str:
        if source in self._catalog:
            return self.gettext(source)
        counted = next((int(value) for value in values.values() if value.isdigit()), 0)
        return self.ngettext(source, source, counted)

    def _beginning(self, letter: str) -> list[str]:
        """Return the sources with places that may make a text of that first letter.

        Those that say most come first; one that says nothing of its own would make any text.
        """
        if not hasattr(self, "_by_letter"):
            self._by_letter = self._sorted_by_letter()
        return self._by_letter.get(letter, self._by_letter.get("{", []))

    def _sorted_by_letter(self) -> dict[str, list[str]]:
        keys = {key if isinstance(key, str) else key[0] for key in self._catalog}
        spoken = [key for key in keys if _PLACE.search(key) and re.search(r"[^\W\d]", _own(key))]
        spoken.sort(key=lambda key: (-len(_own(key)), key))
        letters = {key[0] for key in spoken}
        return {letter: [k for k in spoken if k[0] in ("{", letter)] for letter in letters}


_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str, catalogues: Path) -> None:
    """Speak `language` ("vi" or "en") from now on; an unknown one speaks Vietnamese."""
    global _catalogue  # noqa: PLW0603 - the one switch of the whole program
    retold.cache_clear()
    try:
        _catalogue = gettext.translation(DOMAIN, catalogues, [language], class_=Catalogue)
    except FileNotFoundError:
        _catalogue = gettext.NullTranslations()


def _(text: str) -> str:
    """Return `text` in the language of the screens."""
    return _catalogue.gettext(text) if text else ""


def counted(text: str, count: int) -> str:
    """Return `text` in the form that `count` asks for: Vietnamese has one, English has two."""
    return _catalogue.ngettext(text, text, count)


def mark(text: str) -> str:
    """Return `text` unchanged: it is extracted here and translated where it is shown."""
    return text


@cache
def retold(text: str) -> str:
    """Return a sentence the program itself made, in the language of the screens.

    What is kept in the store or comes from the reading process is always Vietnamese (made with
    `mark`), so that a store reads the same for whoever opens it; here it is told to this reader.
    A text that the program did not make comes back as it is.
    """
    return _catalogue.retold(text) if isinstance(_catalogue, Catalogue) else text


@cache
def _filled(source: str) -> re.Pattern[str]:
    """Return the pattern of the texts that `source` makes; each place takes something."""
    seen: set[str] = set()
    pattern = ""
    for number, piece in enumerate(_PLACE.split(source)):
        if number % 2 == 0:
            pattern += re.escape(piece)
        else:
            pattern += f"(?P={piece})" if piece in seen else f"(?P<{piece}>.+?)"
            seen.add(piece)
    return re.compile(pattern, re.DOTALL)


def _may_make(source: str, text: str) -> bool:
    """Say whether the words of `source` stand in `text` in order; quicker than a match."""
    *_between, ending = pieces = _pieces(source)
    if not (text.startswith(pieces[0]) and text.endswith(ending)):
        return False
    at = 0
    for piece in pieces:
        at = text.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


@cache
def _pieces(source: str) -> tuple[str, ...]:
    return tuple(_PLACE.split(source)[::2])


def _own(source: str) -> str:
    """Return what a source says besides its places."""
    return _PLACE.sub("", source)
