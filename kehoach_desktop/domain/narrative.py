"""The words of a report, built from the entries as a good officer writes them."""

from __future__ import annotations

from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.report import Block, PeriodView


def write_report_text(office: Office, view: PeriodView) -> tuple[Block, ...]:
    """Return the paragraphs of the report, from the opening to the closing sentence."""
    raise NotImplementedError((office, view))
