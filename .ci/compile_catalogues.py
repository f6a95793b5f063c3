"""Compile the catalogues so that the same words always make the same bytes."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

# Babel would put the hour of compiling into the header of every catalogue.
ANY_DAY = datetime(2025, 1, 1, tzinfo=UTC)


def compile_catalogue(source: Path) -> None:
    """Write the compiled form of a .po beside it."""
    with source.open("rb") as stream:
        catalogue = read_po(stream)
    catalogue.creation_date = catalogue.revision_date = ANY_DAY
    with source.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, catalogue)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        compile_catalogue(Path(name))
