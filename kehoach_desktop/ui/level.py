"""What the office is by its kind (xã, phường, đặc khu), for the sentences that speak of it."""

from __future__ import annotations

from kehoach_desktop.domain.office import KIND_WORDS, Office, OfficeKind
from kehoach_desktop.i18n import _

_known = [OfficeKind.COMMUNE]


def follow(office: Office | None) -> None:
    """Speak of an office of that kind from now on; before one is known, of a xã."""
    _known[:] = [office.kind if office else OfficeKind.COMMUNE]


def named(sentence: str) -> str:
    """Return `sentence` with the kind of the office where it says {level}."""
    return sentence.replace("{level}", _(KIND_WORDS[_known[0]]))
