"""All families of broken files, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.importers.broken import others, packages, papers, sheets, spoilt
from tests.importers.broken.pieces import Broken

FAMILIES: dict[str, Callable[[], Iterator[Broken]]] = {
    **packages.FAMILIES,
    **sheets.FAMILIES,
    **papers.FAMILIES,
    **others.FAMILIES,
    **spoilt.FAMILIES,
}
