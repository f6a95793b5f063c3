"""What can be typed about reporting duties and days off."""

from __future__ import annotations

import argparse

from kehoach_desktop.cli.shared_arguments import (
    Commands,
    Parser,
    add_command,
    add_verb,
    add_verbs,
    day,
    output,
)
from kehoach_desktop.domain.duty_rule import DutyRule
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.i18n import _


def add_duty_commands(commands: Commands[Parser]) -> None:
    """Add `duties`, `duty`, `day-off` and `calendar`."""
    duties = add_command(commands, "duties", _("các báo cáo đến hạn trong khoảng ngày"))
    duties.add_argument("--from", dest="first", type=day, required=True, metavar=_("NGÀY"))
    duties.add_argument("--to", dest="last", type=day, required=True, metavar=_("NGÀY"))
    _add_duty_verbs(add_verbs(commands, "duty", _("nghĩa vụ báo cáo: thêm, bỏ, đánh dấu đã gửi")))
    _add_day_verbs(add_verbs(commands, "day-off", _("ngày nghỉ đặt tay, thay lịch nghỉ lễ chung")))
    calendar = add_command(commands, "calendar", _("xuất lịch báo cáo thành tệp .ics"))
    calendar.add_argument(
        "-o", "--output", type=output(".ics"), required=True, metavar=_("TỆP.ics")
    )
    calendar.add_argument("--from", dest="first", type=day, metavar=_("NGÀY"))
    calendar.add_argument("--to", dest="last", type=day, metavar=_("NGÀY"))


def _add_duty_verbs(verbs: Commands[Parser]) -> None:
    add_verb(verbs, "list", _("các nghĩa vụ trong sổ"))
    _add_duty_add(add_verb(verbs, "add", _("thêm một nghĩa vụ")))
    end = add_verb(verbs, "end", _("thôi thực hiện sau một ngày"))
    end.add_argument("duty", metavar="ID")
    end.add_argument("--on", type=day, required=True, metavar=_("NGÀY"))
    add_verb(verbs, "remove", _("bỏ hẳn một nghĩa vụ ghi nhầm")).add_argument("duty", metavar="ID")
    done = add_verb(verbs, "done", _("đánh dấu đã gửi báo cáo của một kỳ hạn"))
    done.add_argument("--on", type=day, metavar=_("NGÀY"), help=_("ngày gửi, mặc định hôm nay"))
    undone = add_verb(verbs, "undone", _("bỏ đánh dấu đã gửi"))
    for mark in (done, undone):
        mark.add_argument("duty", metavar="ID")
        mark.add_argument("time", metavar=_("KỲ-HẠN"), help=_("kỳ (2025-10) hoặc ngày đến hạn"))
    missed = add_verb(verbs, "missed", _("những báo cáo đã đến hạn mà chưa đánh dấu gửi"))
    missed.add_argument("--since", type=day, metavar=_("NGÀY"))
    missed.add_argument("--on", type=day, metavar=_("NGÀY"), help=_("tính đến ngày này"))


def _add_duty_add(add: Parser) -> None:
    add.add_argument(
        "--rule",
        type=_rule,
        required=True,
        metavar=_("QUY-TẮC"),
        help=_(
            "daily 10:00 | weekly fri 08:00 | monthly before 20 | monthly on 5+1 (tháng sau) | "
            "quarterly/half_yearly/nine_months before 15 | yearly before 15/12 | "
            "ad_hoc before 2025-12-20; before là trước ngày đó"
        ),
    )
    for name, help_ in (
        ("--sender", _("đơn vị gửi")),
        ("--recipient", _("nơi nhận")),
        ("--source", _("văn bản yêu cầu")),
        ("--plan", _("mã kế hoạch trong sổ yêu cầu báo cáo này")),
    ):
        add.add_argument(name, default="", metavar="T", help=help_)
    add.add_argument(
        "--cutoff", type=_cutoff, default=0, metavar="N", help=_("ngày chốt số liệu; 0: hết kỳ")
    )
    add.add_argument(
        "--step",
        action="append",
        default=[],
        dest="steps",
        metavar=_("VIỆC=NGÀY"),
        help=_("việc phải xong trước khi gửi: ngày trong tháng (15) hoặc số ngày trước hạn (-5)"),
    )
    add.add_argument("--since", type=day, metavar=_("NGÀY"))
    add.add_argument("--until", type=day, metavar=_("NGÀY"))


def _add_day_verbs(verbs: Commands[Parser]) -> None:
    listed = add_verb(verbs, "list", _("ngày nghỉ lễ và ngày đặt tay"))
    listed.add_argument("--from", dest="first", type=day, metavar=_("NGÀY"))
    listed.add_argument("--to", dest="last", type=day, metavar=_("NGÀY"))
    for name, help_ in (("add", _("cho nghỉ một ngày")), ("work", _("làm việc một ngày"))):
        verb = add_verb(verbs, name, help_)
        verb.add_argument("day", type=day, metavar=_("NGÀY"))
        verb.add_argument("--reason", default="", metavar="T")
    removed = add_verb(verbs, "remove", _("bỏ điều đã đặt, theo lại lịch chung"))
    removed.add_argument("day", type=day, metavar=_("NGÀY"))


def _rule(text: str) -> DutyRule:
    try:
        return DutyRule.parse(text)
    except KehoachError as refusal:
        raise argparse.ArgumentTypeError(str(refusal)) from refusal


def _cutoff(text: str) -> int:
    if not (text.isdecimal() and int(text) <= 31):
        raise argparse.ArgumentTypeError(_("“{text}” không phải một ngày").format(text=text))
    return int(text)
