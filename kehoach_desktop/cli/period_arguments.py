"""What can be typed about periods and their counts."""

from __future__ import annotations

from kehoach_desktop.cli.shared_arguments import (
    Commands,
    Parser,
    add_all,
    add_command,
    add_verb,
    add_verbs,
    day,
    period,
)
from kehoach_desktop.i18n import _


def add_period_commands(commands: Commands[Parser]) -> None:
    """Add `period` and `stats`."""
    _add_period_verbs(add_verbs(commands, "period", _("mở, chốt, mở lại kỳ; xem còn thiếu gì")))
    stats = add_command(commands, "stats", _("số liệu của kỳ: chung, theo kế hoạch, mục, đơn vị"))
    stats.add_argument("--period", type=period, required=True, metavar=_("KỲ"))
    stats.add_argument("--on", type=day, metavar=_("NGÀY"), help=_("tính đến ngày này"))
    add_all(stats)


def _add_period_verbs(verbs: Commands[Parser]) -> None:
    for name, help_ in (
        ("open", _("mở kỳ")),
        ("close", _("chốt kỳ, không nhận trả lời nữa")),
        ("reopen", _("mở lại kỳ đã chốt")),
        ("corrected", _("ghi báo cáo của kỳ đã được đính chính ra sao")),
        ("status", _("số liệu và những gì chưa có trả lời")),
    ):
        verb = add_verb(verbs, name, help_)
        verb.add_argument("period", type=period, metavar=_("KỲ"))
        if name in ("close", "reopen", "corrected"):
            needed = name != "reopen"
            verb.add_argument("--reason", default="", required=needed, metavar="T", help=_("lý do"))
        add_all(verb)
