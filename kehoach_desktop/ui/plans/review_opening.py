"""A review brought on the screen in turns, so that none of them stops the window for long."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from kehoach_desktop.ui.plans.import_parts import ReviewParts
from kehoach_desktop.ui.plans.import_review import ImportReview

if TYPE_CHECKING:
    from kehoach_desktop.domain.draft import Source
    from kehoach_desktop.ui.plans.import_places import Understood
    from kehoach_desktop.ui.steps import Steps
    from kehoach_desktop.ui.workbench import Workbench


def open_review(
    turns: Steps,
    workbench: Workbench,
    source: Source,
    held: Understood,
    show: Callable[[ImportReview], object],
) -> None:
    """Build the review of `source` part by part, and `show` it."""
    parts = ReviewParts(held.draft.plan.document.year or workbench.reporting.today().year)

    def build() -> None:
        review = ImportReview(workbench, source, held, parts)
        turns.add(partial(show, review))

    turns.add(*(partial(getattr, parts, name) for name in ("pane", "list", "editor")), build)
