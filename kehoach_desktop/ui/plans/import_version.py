"""What the review says of another version of the plan that is held already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt

from kehoach_desktop.domain.narrative_keys import lowered
from kehoach_desktop.domain.plan_version import (
    DEADLINE,
    Comparison,
    FieldChange,
    PlacedTask,
    SameTask,
)
from kehoach_desktop.domain.text import squeeze
from kehoach_desktop.i18n import _, mark
from kehoach_desktop.ui.table_cells import Role, lead_of

VERSION_TITLES = (mark("STT"), mark("Nhiệm vụ"), mark("Chữ cũ → chữ mới"), mark("Bản mới"))
FIELD_WORDS = {
    "content": mark("Nội dung"),
    "lead_agencies_text": mark("Chủ trì"),
    "coordinating_text": mark("Phối hợp"),
    "deliverable": mark("Sản phẩm"),
    DEADLINE: mark("Thời hạn"),
}


class Kind(StrEnum):
    """How a task stands in the new version."""

    CHANGED = "changed"
    ADDED = "added"
    GONE = "gone"


_LOOKS = {
    Kind.CHANGED: (mark("có sửa"), "pencil", "amber"),
    Kind.ADDED: (mark("mới"), "plus", "green"),
    Kind.GONE: (mark("không còn"), "nothing", "red"),
}


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A task that is not the same in both versions; `was` is its number before, "" where new."""

    kind: Kind
    place: PlacedTask
    was: str = ""
    changes: tuple[FieldChange, ...] = ()

    @property
    def label(self) -> str:
        """The number of the task; where it stood under another one, both."""
        now = self.place.key
        return f"{self.was} → {now}" if self.was and self.was != now else now

    @property
    def lines(self) -> tuple[str, ...]:
        """What was changed, a line for each text: the words before, the words now."""
        words = _("{field}: “{old}” → “{new}”")
        return tuple(
            words.format(
                field=_(FIELD_WORDS[change.name]), old=squeeze(change.old), new=squeeze(change.new)
            )
            for change in self.changes
        )

    @property
    def whole(self) -> str:
        """The task with what was changed of it, line by line."""
        return "\n".join((self.place.task.content, *self.lines))


def version_rows(told: Comparison | None) -> tuple[str | VersionRow, ...]:
    """Return what differs under its headings: changed, new, gone; nothing without a version."""
    if told is None:
        return ()
    groups = (
        (_("Có sửa"), [_changed(pair) for pair in told.changed]),
        (_("Mới"), [VersionRow(Kind.ADDED, place) for place in told.added]),
        (_("Không còn"), [VersionRow(Kind.GONE, place) for place in told.newly_gone]),
    )
    return tuple(_under_headings(groups))


def _changed(pair: SameTask) -> VersionRow:
    return VersionRow(Kind.CHANGED, pair.new, pair.old.key, pair.changes)


def _under_headings(
    groups: tuple[tuple[str, list[VersionRow]], ...],
) -> Iterator[str | VersionRow]:
    for title, rows in groups:
        if rows:
            yield title
            yield from rows


def band_words(told: Comparison, sha256: str) -> str:
    """Return the sentence that says which plan is held already and how much is not the same."""
    name = told.held.source_name or lowered(told.held.short_name)
    if told.held.source_sha256 == sha256:
        return _("Tệp này đã nhập rồi ({name}).").format(name=name)
    counts = len(told.added), len(told.newly_gone), len(told.changed)
    if not any(counts):
        words = _("Sổ đã có kế hoạch này, nhập từ tệp {name}; các nhiệm vụ không khác gì.")
        return words.format(name=name)
    words = _(
        "Đây là bản khác của kế hoạch đã có trong sổ (tệp {name}): "
        "{added} nhiệm vụ mới, {gone} không còn, {changed} có sửa."
    )
    added, gone, changed = counts
    return words.format(name=name, added=added, gone=gone, changed=changed)


def says(row: VersionRow, column: int, role: int) -> Any:
    """Return what a cell of the row says for a role of its model."""
    words, glyph, hue = _LOOKS[row.kind]
    task, lines = row.place.task, row.lines
    deadline = squeeze(task.deadline.wording) or "–"
    said: dict[tuple[int, int], Any] = {
        (0, Qt.ItemDataRole.DisplayRole): row.label,
        (1, Qt.ItemDataRole.DisplayRole): task.content,
        (1, Qt.ItemDataRole.ToolTipRole): task.content,
        (1, Role.LEAD): lead_of(task.content),
        (1, Role.STRUCK): row.kind is Kind.GONE,
        (2, Qt.ItemDataRole.DisplayRole): "; ".join(lines) or deadline,
        (2, Qt.ItemDataRole.ToolTipRole): "\n".join(lines) or deadline,
        (3, Qt.ItemDataRole.DisplayRole): _(words),
        (3, Role.GLYPH): glyph,
        (3, Role.HUE): hue,
    }
    return said.get((column, role))
