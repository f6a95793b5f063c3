"""The words of a Word paragraph as the page shows them: insertions kept, deletions left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kehoach_desktop.domain.emphasis import Piece
from kehoach_desktop.importers.word_fonts import WordFonts
from kehoach_desktop.importers.word_numbering import Numbering, W

DROPPED = {"del", "moveFrom", "pPr", "rPr", "sdtPr", "instrText", "delText", "Fallback"}
SIGNS = {"tab": " ", "noBreakHyphen": "-", "br": "\n", "cr": "\n", "ptab": " "}
SOFT_HYPHEN = "\u00ad"  # the code of "ư" in TCVN3


@dataclass(slots=True)
class WordText:
    """Reads paragraphs in document order and remembers what was left out on the way.

    `pieces` are those of the paragraph read last, by what was made bold or italic by hand;
    `struck` the words with a line through them, which are read all the same.
    """

    numbering: Numbering
    fonts: WordFonts
    deleted: int = 0
    inserted: int = 0
    veiled: int = 0
    aside: list[str] = field(default_factory=list)
    boxed: list[Any] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    def paragraph(self, element: Any) -> str:
        """Return the text of a paragraph, its automatic number before it.

        The words of text boxes anchored in it are put into `aside`, their tables into `boxed`.
        """
        label = self.numbering.label(element)
        self.pieces = [(f"{label} ", False, False)] if label else []
        self.pieces += self._pieces(element)
        text = "".join(words for words, *_weight in self.pieces)
        return text if text.strip() != label else label

    def taken_boxed(self) -> list[Any]:
        """Return the tables in text boxes read since this was asked last."""
        taken, self.boxed = self.boxed, []
        return taken

    def _pieces(self, element: Any) -> Iterator[Piece]:
        bold, italic = _weight_of(element)
        for child in element:
            name = local(child)
            if name == "t":
                yield self.fonts.decoded(child.text or "", element), bold, italic
            elif name == "softHyphen":
                yield self.fonts.decoded(SOFT_HYPHEN, element), bold, italic
            elif name in SIGNS:
                yield SIGNS[name], bold, italic
            elif name == "txbxContent":
                self._box(child)
            elif name in DROPPED:
                self.deleted += name in ("del", "moveFrom")
            elif name == "r":
                yield from self._run(child)
            else:
                self.inserted += name == "ins"
                yield from self._pieces(child)

    def _run(self, run: Any) -> list[Piece]:
        if _is_veiled(run):
            self.veiled += 1
            return []
        pieces = [*self._pieces(run)]
        if _is_struck(run):
            self.struck.extend(words for words, *_weight in pieces)
        return pieces

    def _box(self, box: Any) -> None:
        for child in box:
            if local(child) == "tbl":
                self.boxed.append(child)
            elif local(child) != "p":
                self._box(child)
            elif (text := "".join(leaf.text or "" for leaf in child.iter(f"{W}t"))).strip():
                self.aside.append(text)


def local(element: Any) -> str:
    """Return the name of an element without its namespace; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _is_veiled(run: Any) -> bool:
    worn = run.find(f"{W}rPr")
    return worn is not None and _is_on(worn, "vanish")


def _is_struck(run: Any) -> bool:
    worn = run.find(f"{W}rPr")
    return worn is not None and (_is_on(worn, "strike") or _is_on(worn, "dstrike"))


def _weight_of(run: Any) -> tuple[bool, bool]:
    """Return whether a run was made bold and italic, by hand or by the styles Word has for it."""
    worn = run.find(f"{W}rPr")
    if worn is None:
        return False, False
    style = worn.find(f"{W}rStyle")
    named = "" if style is None else style.get(f"{W}val")
    return _is_on(worn, "b") or named == "Strong", _is_on(worn, "i") or named == "Emphasis"


def _is_on(worn: Any, mark: str) -> bool:
    found = worn.find(f"{W}{mark}")
    return found is not None and found.get(f"{W}val") not in ("0", "false", "off")
