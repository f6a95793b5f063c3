"""Reads a paper as it is printed: rendered by LibreOffice, measured by pdfplumber, in mm."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MM = 25.4 / 72
LINE_TOLERANCE = 2.0  # points


@dataclass(frozen=True)
class Word:
    """A line's piece in one face: its text, face, size, and place on the page in mm."""

    text: str
    font: str
    size: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def bold(self) -> bool:
        return "Bold" in self.font

    @property
    def italic(self) -> bool:
        return "Italic" in self.font


@dataclass(frozen=True)
class Line:
    """A printed line of text inside one column."""

    text: str
    pieces: tuple[Word, ...]

    @property
    def left(self) -> float:
        return self.pieces[0].left

    @property
    def right(self) -> float:
        return self.pieces[-1].right

    @property
    def top(self) -> float:
        return min(piece.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        return max(piece.bottom for piece in self.pieces)

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def sizes(self) -> set[float]:
        return {piece.size for piece in self.pieces}

    @property
    def bold(self) -> bool:
        return all(piece.bold for piece in self.pieces)

    @property
    def italic(self) -> bool:
        return all(piece.italic for piece in self.pieces)


@dataclass(frozen=True)
class Stroke:
    """A drawn horizontal line, in mm."""

    left: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Page:
    """A page: its size, its lines from top to bottom, the horizontal strokes outside tables."""

    width: float
    height: float
    lines: tuple[Line, ...]
    strokes: tuple[Stroke, ...]
    fonts: frozenset[str]
    colours: frozenset[Any]

    def line(self, start: str) -> Line:
        """Return the first line that begins with `start`."""
        return next(line for line in self.lines if line.text.startswith(start))

    def has(self, start: str) -> bool:
        """Say whether a line begins with `start`."""
        return any(line.text.startswith(start) for line in self.lines)

    def stroke_under(self, line: Line) -> Stroke:
        """Return the nearest stroke below `line` that overlaps it."""
        below = [s for s in self.strokes if s.top > line.bottom - 1.5 and s.left < line.right]
        return min((s for s in below if s.right > line.left), key=lambda s: s.top)

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True)
class Paper:
    """The pages of one rendered file."""

    pages: tuple[Page, ...]

    @property
    def text(self) -> str:
        return "\n".join(page.text for page in self.pages)

    def page_with(self, start: str) -> Page:
        """Return the first page with a line that begins with `start`."""
        return next(page for page in self.pages if page.has(start))

    @property
    def body(self) -> tuple[Page, ...]:
        return tuple(page for page in self.pages if page.height > page.width)

    @property
    def appendix(self) -> tuple[Page, ...]:
        return tuple(page for page in self.pages if page.height < page.width)


def render(files: Sequence[Path], folder: Path) -> dict[str, Paper]:
    """Return each file as printed, by its stem; one call of LibreOffice renders them all."""
    convert(files, folder, "pdf")
    return {file.stem: measured(folder / f"{file.stem}.pdf") for file in files}


def convert(files: Sequence[Path], folder: Path, kind: str) -> None:
    """Save each file as `kind` into `folder`, with a LibreOffice profile of its own."""
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is missing"
    profile = (folder / "profile").as_uri()
    command = [soffice, "--headless", f"-env:UserInstallation={profile}", "--convert-to", kind]
    command += ["--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)


def measured(path: Path) -> Paper:
    """Return the pages of a PDF."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return Paper(tuple(_page(page) for page in pdf.pages))


def _page(page: Any) -> Page:
    chars = [char for char in page.chars if char["text"]]
    return Page(
        float(page.width) * MM,
        float(page.height) * MM,
        tuple(_lines(chars)),
        tuple(_strokes(page)),
        frozenset(char["fontname"].split("+")[-1] for char in chars),
        frozenset(_colour(char["non_stroking_color"]) for char in chars),
    )


def _colour(colour: Any) -> Any:
    return tuple(colour) if isinstance(colour, list | tuple) else colour


def _lines(chars: Iterable[dict[str, Any]]) -> list[Line]:
    """Return the lines: characters on one base line, cut where a column's gap lies between."""
    rows: list[list[dict[str, Any]]] = []
    for char in sorted(chars, key=lambda c: (-c["matrix"][5], c["x0"])):
        base = char["matrix"][5]
        if rows and abs(rows[-1][0]["matrix"][5] - base) <= LINE_TOLERANCE:
            rows[-1].append(char)
        else:
            rows.append([char])
    lines = []
    for row in rows:
        lines += [_line(part) for part in _columns(sorted(row, key=lambda c: c["x0"]))]
    return [line for line in lines if line.text.strip()]


def _columns(row: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    parts = [[row[0]]]
    for char in row[1:]:
        gap = char["x0"] - parts[-1][-1]["x1"]
        if gap > 0.9 * char["size"]:
            parts.append([])
        parts[-1].append(char)
    return parts


def _line(chars: list[dict[str, Any]]) -> Line:
    while chars and not chars[-1]["text"].strip() and len(chars) > 1:
        chars = chars[:-1]
    pieces: list[list[dict[str, Any]]] = []
    for char in chars:
        face = (char["fontname"], round(char["size"] * 2))
        if pieces and (pieces[-1][0]["fontname"], round(pieces[-1][0]["size"] * 2)) == face:
            pieces[-1].append(char)
        else:
            pieces.append([char])
    text = "".join(char["text"] for char in chars).replace("\u00a0", " ")
    return Line(text, tuple(map(_word, pieces)))


def _word(chars: list[dict[str, Any]]) -> Word:
    return Word(
        "".join(char["text"] for char in chars),
        chars[0]["fontname"].split("+")[-1],
        round(chars[0]["size"] * 2) / 2,
        chars[0]["x0"] * MM,
        chars[-1]["x1"] * MM,
        min(char["top"] for char in chars) * MM,
        max(char["bottom"] for char in chars) * MM,
    )


def _strokes(page: Any) -> list[Stroke]:
    drawn = [*page.lines, *page.rects]
    flat = [shape for shape in drawn if abs(shape["bottom"] - shape["top"]) < LINE_TOLERANCE]
    return sorted(
        (Stroke(s["x0"] * MM, s["x1"] * MM, s["top"] * MM) for s in flat if s["x1"] > s["x0"] + 1),
        key=lambda stroke: stroke.top,
    )
