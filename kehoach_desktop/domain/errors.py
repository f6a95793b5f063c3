"""Failures we know: each carries its sentence for the officer and the way out."""

from __future__ import annotations


class KehoachError(Exception):
    """A known failure: `sentence` says what happened, `hint` what to do."""

    def __init__(self, sentence: str, *, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.sentence} {self.hint}".strip()
