"""The parts of a review, built one by one: all at once they would stop the window too long."""

from __future__ import annotations

from functools import cached_property

from kehoach_desktop.ui.plans.import_editor import ImportEditor
from kehoach_desktop.ui.plans.import_list import ReviewList
from kehoach_desktop.ui.plans.import_pane import SourcePane


class ReviewParts:
    """The three parts of a review, each built when it is first asked for."""

    def __init__(self, year: int) -> None:
        self._year = year

    @cached_property
    def pane(self) -> SourcePane:
        """The source as it looks."""
        return SourcePane()

    @cached_property
    def list(self) -> ReviewList:
        """What was understood."""
        return ReviewList()

    @cached_property
    def editor(self) -> ImportEditor:
        """One task of it."""
        return ImportEditor(self._year)
