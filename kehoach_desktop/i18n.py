"""The two languages of the screens: Vietnamese is the source text, English stands beside it."""

from __future__ import annotations

import gettext
from pathlib import Path

DOMAIN = "kehoach"
_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str, catalogues: Path) -> None:
    """Speak `language` ("vi" or "en") from now on; an unknown one speaks Vietnamese."""
    global _catalogue  # noqa: PLW0603 - the one switch of the whole program
    _catalogue = gettext.translation(DOMAIN, catalogues, languages=[language], fallback=True)


def _(text: str) -> str:
    """Return `text` in the language of the screens."""
    return _catalogue.gettext(text) if text else ""


def ngettext(one: str, many: str, count: int) -> str:
    """Return `one` or `many` in the language of the screens, as `count` asks."""
    return _catalogue.ngettext(one, many, count)


def mark(text: str) -> str:
    """Return `text` unchanged: it is extracted here and translated where it is shown."""
    return text
