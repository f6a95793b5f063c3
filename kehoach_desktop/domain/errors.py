"""Failures we know: each carries its sentence for the officer and the way out."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import ClassVar

_COMMAND = re.compile(r"\bkehoach [a-z]|(?<!\w)--[a-z]")


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

    @property
    def window_hint(self) -> str:
        """What to do, "" where that is said in words of the command line."""
        return "" if _COMMAND.search(self.hint) else self.hint

    @property
    def in_window(self) -> str:
        """The sentence and the way out as a window says them."""
        return f"{self.sentence} {self.window_hint}".strip()
