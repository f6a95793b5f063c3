"""The name proposed for the file of a paper."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import shorten

from kehoach_desktop.domain.paper import Paper
from kehoach_desktop.domain.paper_frame import BLANK, TYPES, PaperKind
from kehoach_desktop.domain.report import PeriodReport
from kehoach_desktop.domain.text import fold
from kehoach_desktop.files import safe_name

LONGEST_SUBJECT = 60


def file_name(made: Paper | PeriodReport, name_of_report: Callable[[PeriodReport], str]) -> str:
    """Return the name of the paper's file: "QD 05 thanh lap to cong nghe so.docx"."""
    if isinstance(made, PeriodReport):
        return name_of_report(made)
    frame = made.frame
    kind = TYPES[frame.kind]
    short = "CV" if frame.kind is PaperKind.LETTER else fold(kind.abbreviation).upper()
    number = f"{frame.number:02d}" if frame.number else ""
    words = fold(" ".join(frame.subject).replace(BLANK, ""))
    subject = shorten(words, LONGEST_SUBJECT, placeholder="")
    return safe_name(f"{' '.join(filter(None, (short, number, subject)))}.docx")
