"""Failures we know: each carries its sentence for the officer and the way out."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar


class WayOut(StrEnum):
    """What a person may do where a store does not open."""

    AGAIN = "again"
    RESTORE = "restore"
    ELSEWHERE = "elsewhere"
    ANEW = "anew"


class KehoachError(Exception):
    """A known failure: `sentence` says what happened, `hint` what to do.

    `ways` are what a window that cannot open its store offers, the best first.
    """

    ways: ClassVar[tuple[WayOut, ...]] = ()

    def __init__(self, sentence: str, *, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.sentence} {self.hint}".strip()
