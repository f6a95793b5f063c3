"""The reports that a plan asks for, as the review shows them and as they would be kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt

from kehoach_desktop.domain.duty_proposal import ProposedDuty, contradicted_by
from kehoach_desktop.domain.plan import ImportDraft
from kehoach_desktop.domain.text import squeeze
from kehoach_desktop.i18n import _, mark
from kehoach_desktop.ui.table_cells import Role

DUTY_TITLES = (mark("Mục"), mark("Lời của kế hoạch"), mark("Kỳ hạn"), mark("Ghi vào sổ"))
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ReviewedDuty:
    """A report under review: whether it would be kept, and the other days named for the same."""

    duty: ProposedDuty
    kept: bool
    against: tuple[ProposedDuty, ...] = ()

    @property
    def key(self) -> Key:
        """What tells it from another over several readings."""
        return key_of_duty(self.duty)

    @property
    def can_be_kept(self) -> bool:
        """Whether it has a day at all: a report on request has none."""
        return self.duty.rule is not None


def key_of_duty(duty: ProposedDuty) -> Key:
    """Return what tells a duty from another over several readings."""
    return duty.text, duty.phrase


def reviewed_duties(draft: ImportDraft, ticks: Mapping[Key, bool]) -> tuple[ReviewedDuty, ...]:
    """Return the reports of a draft; `ticks` are those a person decided about.

    Proposed is what the commune owes, unless another day is named for the same report.
    """
    rows = []
    for duty in draft.duties:
        against = contradicted_by(duty, draft.duties)
        proposed = duty.ours and not against
        kept = duty.rule is not None and ticks.get(key_of_duty(duty), proposed)
        rows.append(ReviewedDuty(duty, kept, against))
    return tuple(rows)


def rule_words(duty: ProposedDuty) -> str:
    """Return when a report is due: "hằng tháng, trước ngày 20"."""
    return duty.rule.in_words() if duty.rule else _("khi có yêu cầu")


def ways(duty: ProposedDuty) -> str:
    """Return from whom to whom a report goes, as far as the words say it."""
    sender, recipient = squeeze(duty.sender), squeeze(duty.recipient)
    if sender and recipient:
        return _("{sender} báo cáo {recipient}").format(sender=sender, recipient=recipient)
    if recipient:
        return _("báo cáo {recipient}; chưa rõ ai báo cáo").format(recipient=recipient)
    return _("{sender} báo cáo").format(sender=sender) if sender else _("chưa rõ ai báo cáo")


def doubt_words(row: ReviewedDuty) -> str:
    """Return the sentence of a report that is named with other days too, "" where none is."""
    if not row.against:
        return ""
    days = ", ".join(rule_words(other) for other in row.against)
    return _("Cùng báo cáo này, chỗ khác ghi: {days}. Chọn một.").format(days=days)


def says(row: ReviewedDuty, column: int, role: int) -> Any:
    """Return what a cell of the row says for a role of its model."""
    doubt = doubt_words(row)
    said: dict[tuple[int, int], Any] = {
        (0, Qt.ItemDataRole.DisplayRole): row.duty.section or "–",
        (0, Role.GLYPH): "flag" if doubt else None,
        (0, Role.HUE): "amber",
        (1, Qt.ItemDataRole.DisplayRole): squeeze(row.duty.text),
        (1, Qt.ItemDataRole.ToolTipRole): squeeze(row.duty.text),
        (1, Role.SECOND): doubt or ways(row.duty),
        (1, Role.SECOND_TONE): "amber" if doubt else None,
        (2, Qt.ItemDataRole.DisplayRole): rule_words(row.duty),
        (2, Role.SECOND): f"“{squeeze(row.duty.phrase)}”",
        (3, Qt.ItemDataRole.DisplayRole): _("có") if row.kept else _("không"),
        (3, Role.GLYPH): "box_on" if row.kept else "box",
        (3, Role.HUE): "acc" if row.kept else "grey" if row.can_be_kept else "text3",
        (3, Role.SECOND): "" if row.can_be_kept else _("không có ngày để nhắc"),
    }
    return said.get((column, role))
