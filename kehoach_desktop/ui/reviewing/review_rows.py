"""The queue of a review as a list: each thing under the reason it is there for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt

from kehoach_desktop.domain.reviewing import CONCERN_WORDS, Concern, ReviewItem
from kehoach_desktop.domain.text import task_name
from kehoach_desktop.i18n import _
from kehoach_desktop.ui.list_model import SHOWN, Column, Heading
from kehoach_desktop.ui.looks import DOUBT, OWED, STATUS_LOOKS, Look
from kehoach_desktop.ui.table_cells import Role

CONCERN_LOOKS = {
    Concern.UNANSWERED: STATUS_LOOKS[None],
    Concern.NO_EVIDENCE: OWED,
    Concern.NO_REASON: Look("overdue", "red"),
}


def review_rows(
    items: Sequence[ReviewItem], wanted: Concern | None = None
) -> tuple[ReviewItem | Heading, ...]:
    """Return the items under their concerns, those of one concern where it is `wanted`."""
    return tuple(_under_headings(items, (wanted,) if wanted else tuple(Concern)))


def _under_headings(
    items: Sequence[ReviewItem], concerns: Sequence[Concern]
) -> Iterator[ReviewItem | Heading]:
    for concern in concerns:
        inside = [item for item in items if item.concern is concern]
        if inside:
            yield Heading(CONCERN_WORDS[concern](), str(len(inside)))
            yield from inside


def _look(item: ReviewItem) -> Look:
    return CONCERN_LOOKS.get(item.concern, DOUBT)


COLUMNS = (
    Column(
        lambda: _("STT"),
        {
            SHOWN: lambda item: item.label,
            Role.GLYPH: lambda item: _look(item).glyph,
            Role.HUE: lambda item: _look(item).hue,
        },
    ),
    Column(
        lambda: _("Nhiệm vụ"),
        {
            SHOWN: lambda item: task_name(item.row.task.content),
            Qt.ItemDataRole.ToolTipRole: lambda item: item.row.task.content,
        },
    ),
    Column(
        lambda: _("Giao cho"),
        {
            SHOWN: lambda item: item.row.task.assigned_to or _("chưa giao"),
            Role.TONE: lambda _item: "text2",
        },
    ),
    Column(lambda: _("Cần xem vì"), {SHOWN: lambda item: item.sentence}),
)
