"""Numbers as papers write them: `02`, `1.688`, `84,18%`, and cells that hold nothing else."""

from __future__ import annotations

import re

PLAIN = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+")
DECIMAL = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
NOTHING = {"-", "–", "—", ""}


def whole(text: str) -> int | None:
    """Return the whole number that a cell holds and nothing else, None for anything more."""
    said = text.strip()
    return int(said.replace(".", "")) if PLAIN.fullmatch(said) else None


def counted(text: str) -> float | None:
    """Return what a cell counts: its number, nought for a dash, None for words."""
    said = text.strip()
    if said in NOTHING:
        return 0.0
    return decimal(said)


def decimal(text: str) -> float | None:
    """Return a number with its decimal comma, None for anything more."""
    said = text.strip()
    return float(said.replace(".", "").replace(",", ".")) if DECIMAL.fullmatch(said) else None


def percent_agrees(percent: str, part: float, whole_: float) -> bool:
    """Say whether `percent` ("84,18") is `part` of `whole_`, rounded or cut to its decimals."""
    if whole_ == 0:
        return False
    digits = len(percent.split(",")[1]) if "," in percent else 0
    given = float(percent.replace(".", "").replace(",", "."))
    step: float = 10.0**-digits
    return abs(given - 100 * part / whole_) < step * 1.0001
