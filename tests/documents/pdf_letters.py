"""The letters and strokes of a printed page, in points from its left and top edge.

It stands on pdfminer, as pdfplumber does, but keeps of each letter only what is measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.utils import MATRIX_IDENTITY, apply_matrix_pt, mult_matrix

FLAT = 2.0  # a drawn shape that is lower than this is a stroke
Point = tuple[float, float]


class Letter(NamedTuple):
    """A printed letter: its face, its size, and where it stands; `bottom` is its base line."""

    text: str
    font: str
    size: float
    colour: Any
    left: float
    right: float
    top: float
    bottom: float


class Printed(NamedTuple):
    """What is printed on one page; a stroke is its left, its right and its top."""

    width: float
    height: float
    letters: list[Letter]
    strokes: list[tuple[float, float, float]]


def printed_pages(path: Path) -> Iterator[Printed]:
    """Yield the pages of a PDF."""
    resources = PDFResourceManager()
    with path.open("rb") as file:
        for page in PDFPage.get_pages(file):
            left, bottom, right, top = page.mediabox
            device = _Pen(resources, top - bottom)
            PDFPageInterpreter(resources, device).process_page(page)
            yield Printed(right - left, top - bottom, device.letters, device.strokes)


class _Pen(PDFDevice):
    """Notes what is drawn while pdfminer goes through a page."""

    def __init__(self, resources: PDFResourceManager, height: float) -> None:
        super().__init__(resources)
        self.height = height
        self.letters: list[Letter] = []
        self.strokes: list[tuple[float, float, float]] = []

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        matrix = mult_matrix(textstate.matrix, self.ctm or MATRIX_IDENTITY)
        font, scaling = textstate.font, textstate.scaling * 0.01
        size, name = textstate.fontsize, font.fontname.split("+")[-1]
        x, y = textstate.linematrix
        spaced = 0.0
        for part in seq:
            if isinstance(part, int | float):
                x -= part * 0.001 * size * scaling
                spaced = textstate.charspace * scaling
                continue
            for cid in font.decode(part):
                x += spaced
                width = font.char_width(cid) * size * scaling
                left, base = apply_matrix_pt(matrix, (x, y + textstate.rise))
                right, top = apply_matrix_pt(matrix, (x + width, y + textstate.rise + size))
                self.letters.append(
                    Letter(
                        font.to_unichr(cid),
                        name,
                        top - base,
                        graphicstate.ncolor,
                        left,
                        right,
                        self.height - top,
                        self.height - base,
                    )
                )
                x += width
                spaced = textstate.charspace * scaling
        textstate.linematrix = (x, y)

    def paint_path(
        self,
        graphicstate: Any,
        stroke: bool,
        fill: bool,
        evenodd: bool,
        path: Sequence[Any],
    ) -> None:
        shapes: list[list[Point]] = []
        for step in path:
            if step[0] == "m":
                shapes.append([])
            if step[0] != "h":
                shapes[-1].append(apply_matrix_pt(self.ctm or MATRIX_IDENTITY, step[-2:]))
        for points in shapes:
            across, up = [x for x, _ in points], [y for _, y in points]
            if max(up) - min(up) < FLAT and max(across) - min(across) > 1:
                self.strokes.append((min(across), max(across), self.height - max(up)))
