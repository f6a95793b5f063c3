"""Marks that stand for the cell above: "nt", "như trên", a pair of strokes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from kehoach_desktop.domain.draft import ColumnRole as R
from kehoach_desktop.domain.plan import Task
from kehoach_desktop.domain.text import fold

DITTO = re.compile(
    r"[-–—.(\s]*(n\.? ?t\.?|nhu( (muc|dong|o))? tren|\"|''|′′|´´|〃|”|“|//|,,)[-–—.)\s]*"
)
T = TypeVar("T")


def repeated(own: Mapping[T, str], above: Mapping[T, str]) -> Iterator[tuple[T, str, str]]:
    """Yield which of the texts are marks: the key, the mark, and the text above it stands for."""
    for key, text in own.items():
        if DITTO.fullmatch(fold(text)) and (value := above.get(key, "")):
            yield key, text, value


def values_of(task: Task) -> dict[R, str]:
    """Return who, who else, what and when of a task, by the role of the column."""
    return {
        R.LEAD: task.lead_agencies_text,
        R.COORDINATING: task.coordinating_text,
        R.DELIVERABLE: task.deliverable,
        R.DEADLINE: task.deadline.wording,
    }
