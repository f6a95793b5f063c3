"""Puts a paragraph into its place, its bold and italic stretches in runs of their own."""

from __future__ import annotations

from copy import deepcopy

from kehoach_desktop.documents.words_xml import PLACEHOLDER, Element, fill, put_text, tied, w
from kehoach_desktop.domain.emphasis import Piece, pieces_of
from kehoach_desktop.domain.report import Block
from kehoach_desktop.domain.text import clean


def fill_block(paragraph: Element, name: str, block: Block) -> None:
    """Put the words of `block` in the place of the placeholder `name`, with their weights."""
    if block.emphases:
        for piece in [p for p in paragraph.iter(w("t")) if PLACEHOLDER.search(p.text or "")]:
            _part(piece, name, block)
    fill(paragraph, {name: tied(block.text)})


def _part(piece: Element, name: str, block: Block) -> None:
    run, found = piece.getparent(), PLACEHOLDER.search(piece.text)
    others = [child for child in run if child is not piece and child.tag != w("rPr")]
    if found is None or found[1] != name or others:
        return
    before, after = piece.text[: found.start()], piece.text[found.end() :]
    plain: tuple[Piece, ...] = ((before, False, False), (after, False, False))
    for words, bold, italic in (plain[0], *pieces_of(block.text, block.emphases), plain[1]):
        if words:
            made = deepcopy(run)
            put_text(made.find(w("t")), clean(tied(words)))
            for mark in [mark for mark, on in (("b", bold), ("i", italic)) if on]:
                _switch_on(made, mark)
            run.addprevious(made)
    run.getparent().remove(run)


def _switch_on(run: Element, mark: str) -> None:
    """Make a run bold or italic; python-docx knows where the mark stands among the others."""
    properties = run.get_or_add_rPr()
    for held in properties.findall(w(mark)):
        properties.remove(held)
    getattr(properties, f"get_or_add_{mark}")()
