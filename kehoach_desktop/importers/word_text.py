"""The words of a Word paragraph as the page shows them: insertions kept, deletions left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kehoach_desktop.importers.word_fonts import WordFonts
from kehoach_desktop.importers.word_numbering import Numbering, W

DROPPED = {"del", "moveFrom", "pPr", "rPr", "sdtPr", "instrText", "delText", "Fallback"}
SIGNS = {"tab": " ", "noBreakHyphen": "-", "br": "\n", "cr": "\n", "ptab": " "}
SOFT_HYPHEN = "\u00ad"  # the code of "ư" in TCVN3


@dataclass(slots=True)
class WordText:
    """Reads paragraphs in document order and remembers what was left out on the way."""

    numbering: Numbering
    fonts: WordFonts
    deleted: int = 0
    inserted: int = 0
    veiled: int = 0
    aside: list[str] = field(default_factory=list)

    def paragraph(self, element: Any) -> str:
        """Return the text of a paragraph, its automatic number before it.

        The words of text boxes anchored in it are put into `aside`.
        """
        text = "".join(self._pieces(element))
        label = self.numbering.label(element)
        return f"{label} {text}" if label and text.strip() else label or text

    def _pieces(self, element: Any) -> Iterator[str]:
        for child in element:
            name = local(child)
            if name == "t":
                yield self.fonts.decoded(child.text or "", element)
            elif name == "softHyphen":
                yield self.fonts.decoded(SOFT_HYPHEN, element)
            elif name in SIGNS:
                yield SIGNS[name]
            elif name == "txbxContent":
                self._box(child)
            elif name in DROPPED:
                self.deleted += name in ("del", "moveFrom")
            elif name == "r" and _is_veiled(child):
                self.veiled += 1
            else:
                self.inserted += name == "ins"
                yield from self._pieces(child)

    def _box(self, box: Any) -> None:
        for paragraph in box.iter(f"{W}p"):
            text = "".join(leaf.text or "" for leaf in paragraph.iter(f"{W}t"))
            if text.strip():
                self.aside.append(text)


def local(element: Any) -> str:
    """Return the name of an element without its namespace; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _is_veiled(run: Any) -> bool:
    veil = run.find(f"{W}rPr/{W}vanish")
    return veil is not None and veil.get(f"{W}val") not in ("0", "false", "off")
