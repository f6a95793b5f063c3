"""Reads a paper as it is printed: rendered by LibreOffice, measured letter by letter, in mm."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from tests.documents.pdf_letters import Letter, Printed, printed_pages

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
    """Save each file as `kind` into `folder`; all calls of a run share a LibreOffice profile."""
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is missing"
    profile = (Path.home() / "libreoffice").as_uri()
    command = [soffice, "--headless", f"-env:UserInstallation={profile}", "--convert-to", kind]
    command += ["--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)


def measured(path: Path) -> Paper:
    """Return the pages of a PDF."""
    return Paper(tuple(map(_page, printed_pages(path))))


def _page(page: Printed) -> Page:
    return Page(
        page.width * MM,
        page.height * MM,
        tuple(_lines(page.letters)),
        tuple(
            sorted(
                (Stroke(left * MM, right * MM, top * MM) for left, right, top in page.strokes),
                key=lambda stroke: stroke.top,
            )
        ),
        frozenset(letter.font for letter in page.letters),
        frozenset(letter.colour for letter in page.letters),
    )


def _lines(letters: Iterable[Letter]) -> list[Line]:
    """Return the lines: letters on one base line, cut where a column's gap lies between."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda one: (one.bottom, one.left)):
        if rows and abs(rows[-1][0].bottom - letter.bottom) <= LINE_TOLERANCE:
            rows[-1].append(letter)
        else:
            rows.append([letter])
    lines = []
    for row in rows:
        lines += [_line(part) for part in _columns(sorted(row, key=lambda one: one.left))]
    return [line for line in lines if line.text.strip()]


def _columns(row: list[Letter]) -> list[list[Letter]]:
    parts = [[row[0]]]
    for letter in row[1:]:
        gap = letter.left - parts[-1][-1].right
        if gap > 0.9 * letter.size:
            parts.append([])
        parts[-1].append(letter)
    return parts


def _line(letters: list[Letter]) -> Line:
    while len(letters) > 1 and not letters[-1].text.strip():
        letters = letters[:-1]
    faces = groupby(letters, key=lambda letter: (letter.font, round(letter.size * 2)))
    text = "".join(letter.text for letter in letters).replace("\u00a0", " ")
    return Line(text, tuple(_word(list(group)) for _, group in faces))


def _word(letters: list[Letter]) -> Word:
    return Word(
        "".join(letter.text for letter in letters),
        letters[0].font,
        round(letters[0].size * 2) / 2,
        letters[0].left * MM,
        letters[-1].right * MM,
        min(letter.top for letter in letters) * MM,
        max(letter.bottom for letter in letters) * MM,
    )
