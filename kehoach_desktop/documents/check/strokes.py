"""The lines under titles: whether there is one, and how long it is against the words above."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kehoach_desktop.documents.check.lines import Line
from kehoach_desktop.documents.check.looks import Paragraph
from kehoach_desktop.documents.type_metrics import width_of

SIGNS = set("_-–—¯─━ ")


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line that is drawn; `length` in twips, 0 where the file does not tell."""

    length: float


def width_of_line(line: Line) -> float:
    """Return how wide a line of bold letters is, in twips."""
    return width_of(line.said, line.points)


def is_stroke_text(text: str) -> bool:
    """Say whether a text is a line drawn with signs."""
    signs = text.strip()
    return len(signs) > 2 and set(signs) <= SIGNS


def stroke_of(paragraph: Paragraph, room: float, wanted: float) -> Stroke | None:
    """Return the line that a paragraph draws inside `room` twips; of several the likeliest."""
    if paragraph.strokes:
        return Stroke(min(paragraph.strokes, key=lambda length: abs(length - wanted)))
    if paragraph.setting.ruled and not paragraph.said:
        left, right = max(paragraph.setting.left, 0), max(paragraph.setting.right, 0)
        return Stroke(max(0.0, room - left - right) if room else 0.0)
    if is_stroke_text(paragraph.text):
        points = next((run.look.points for run in paragraph.runs), 0.0)
        return Stroke(width_of(paragraph.text.strip().replace("_", "0"), points))
    return None


def stroke_below(
    line: Line, paragraphs: Sequence[Paragraph], room: float, wanted: float
) -> Stroke | None:
    """Return the line drawn under the words of `line`, in the paragraphs that stand around it.

    Where one paragraph holds the lines of both sides of the head, it is the one whose length is
    nearest to `wanted` twips.
    """
    if line.paragraph.strokes:
        return stroke_of(line.paragraph, room, wanted)
    if line.paragraph.setting.ruled:
        setting = line.paragraph.setting
        return Stroke(max(0.0, room - setting.left - setting.right) if room else 0.0)
    after = [p for p in paragraphs if p.order > line.paragraph.order]
    for paragraph in after[:3]:
        stroke = stroke_of(paragraph, room, wanted)
        if stroke is not None or paragraph.said:
            return stroke
    return None


def any_stroke(paragraphs: Iterable[Paragraph]) -> bool:
    """Say whether one of the paragraphs draws a line with a shape, wherever it is anchored."""
    return any(paragraph.strokes for paragraph in paragraphs)
