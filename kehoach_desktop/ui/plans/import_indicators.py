"""The indicators that a plan sets, as the review shows them and as they would be kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt

from kehoach_desktop.domain.indicator import Indicator, is_counted
from kehoach_desktop.domain.plan import ImportDraft
from kehoach_desktop.i18n import _, mark, retold
from kehoach_desktop.ui.table_cells import Role

INDICATOR_TITLES = (mark("STT"), mark("Chỉ tiêu"), mark("Phải đạt"), mark("Ghi vào sổ"))
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ReviewedIndicator:
    """An indicator under review, and whether it would be kept as one of the office's own."""

    indicator: Indicator
    kept: bool

    @property
    def key(self) -> Key:
        """What tells it from another over several readings."""
        return self.indicator.place, self.indicator.name

    @property
    def can_be_kept(self) -> bool:
        """Whether it can be counted: shares of a hundred are not added."""
        return is_counted(self.indicator)


def reviewed_indicators(
    draft: ImportDraft, ticks: Mapping[Key, bool]
) -> tuple[ReviewedIndicator, ...]:
    """Return the indicators of a draft; `ticks` are those a person decided about, none before."""
    rows = (
        ReviewedIndicator(row, ticks.get((row.place, row.name), False)) for row in draft.indicators
    )
    return tuple(rows)


def says(reviewed: ReviewedIndicator, column: int, role: int) -> Any:
    """Return what a cell of the row says for a role of its model."""
    row, kept = reviewed.indicator, reviewed.kept
    others = "; ".join(f"{name}: {text}" for name, text in row.values if text)
    said: dict[tuple[int, int], Any] = {
        (0, Qt.ItemDataRole.DisplayRole): row.ordinal or "–",
        (1, Qt.ItemDataRole.DisplayRole): row.name,
        (1, Role.SECOND): row.group or retold(row.place),
        (1, Qt.ItemDataRole.ToolTipRole): row.name,
        (2, Qt.ItemDataRole.DisplayRole): " ".join(filter(None, (row.target, row.unit))) or "–",
        (2, Role.SECOND): others,
        (2, Qt.ItemDataRole.ToolTipRole): others,
        (3, Qt.ItemDataRole.DisplayRole): _("có") if kept else _("không"),
        (3, Role.GLYPH): "box_on" if kept else "box",
        (3, Role.HUE): "acc" if kept else "grey" if reviewed.can_be_kept else "text3",
        (3, Role.SECOND): "" if reviewed.can_be_kept else _("tỷ lệ, không cộng được"),
    }
    return said.get((column, role))
