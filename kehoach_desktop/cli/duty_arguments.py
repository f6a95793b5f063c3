"""What can be typed after `kehoach` about duties, days off, periods, units and counts."""

from __future__ import annotations

import argparse
from pathlib import Path

from kehoach_desktop.cli.shared_arguments import (
    Commands,
    Parser,
    add_command,
    add_verb,
    add_verbs,
    day,
    period,
)
from kehoach_desktop.domain.duty_rule import DutyRule
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.unit import UnitKind
from kehoach_desktop.i18n import _


def add_duty_commands(commands: Commands[Parser]) -> None:
    """Add `duties`, `duty`, `day-off` and `calendar`."""
    duties = add_command(commands, "duties", _("các báo cáo đến hạn trong khoảng ngày"))
    duties.add_argument("--from", dest="first", type=day, required=True, metavar=_("NGÀY"))
    duties.add_argument("--to", dest="last", type=day, required=True, metavar=_("NGÀY"))
    _add_duty_verbs(add_verbs(commands, "duty", _("nghĩa vụ báo cáo: thêm, bỏ, đánh dấu đã gửi")))
    _add_day_verbs(add_verbs(commands, "day-off", _("ngày nghỉ đặt tay, thay lịch nghỉ lễ chung")))
    calendar = add_command(commands, "calendar", _("xuất lịch báo cáo thành tệp .ics"))
    calendar.add_argument("-o", "--output", type=Path, required=True, metavar=_("TỆP.ics"))
    calendar.add_argument("--from", dest="first", type=day, metavar=_("NGÀY"))
    calendar.add_argument("--to", dest="last", type=day, metavar=_("NGÀY"))


def add_period_commands(commands: Commands[Parser]) -> None:
    """Add `period`, `stats` and `units`."""
    _add_period_verbs(add_verbs(commands, "period", _("mở, chốt, mở lại kỳ; xem còn thiếu gì")))
    stats = add_command(commands, "stats", _("số liệu của kỳ: chung, theo kế hoạch, mục, đơn vị"))
    stats.add_argument("--period", type=period, required=True, metavar=_("KỲ"))
    stats.add_argument("--on", type=day, metavar=_("NGÀY"), help=_("tính đến ngày này"))
    _add_all(stats)
    _add_assign(commands)
    _add_unit_verbs(
        add_verbs(commands, "units", _("phòng, thôn của xã: xem, thêm, sáp nhập"), needed=False)
    )


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
            verb.add_argument("--reason", default="", metavar="T", help=_("lý do"))
        _add_all(verb)


def _add_assign(commands: Commands[Parser]) -> None:
    assign = add_command(commands, "assign", _("giao nhiệm vụ cho đơn vị, cán bộ phụ trách"))
    tasks = _("mã nhiệm vụ; ghi nhiều lần để giao nhiều nhiệm vụ một lượt")
    assign.add_argument("--task", action="append", required=True, metavar="ID", help=tasks)
    unit = _("đơn vị chủ trì trước; ghi nhiều lần cho nhiều đơn vị, để trống là bỏ giao")
    assign.add_argument("--unit", action="append", metavar=_("MÃ hoặc TÊN"), help=unit)
    assign.add_argument("--officer", metavar=_("TÊN"), help=_("cán bộ phụ trách"))


def _add_unit_verbs(verbs: Commands[Parser]) -> None:
    listed = add_verb(verbs, "list", _("các đơn vị"))
    listed.add_argument("--on", type=day, metavar=_("NGÀY"), help=_("đơn vị còn ngày đó"))
    add = add_verb(verbs, "add", _("thêm một đơn vị"))
    add.add_argument("name", metavar=_("TÊN"))
    add.add_argument("--kind", choices=[kind.value for kind in UnitKind])
    add.add_argument("--from", dest="valid_from", type=day, metavar=_("NGÀY"))
    add.add_argument("--until", dest="valid_until", type=day, metavar=_("NGÀY"))
    end = add_verb(verbs, "end", _("ngày cuối của đơn vị sáp nhập, giải thể"))
    end.add_argument("unit", metavar=_("MÃ hoặc TÊN"))
    end.add_argument("--on", type=day, required=True, metavar=_("NGÀY"))
    removed = add_verb(verbs, "remove", _("bỏ một đơn vị ghi nhầm"))
    removed.add_argument("unit", metavar=_("MÃ hoặc TÊN"))
    merge = add_verb(verbs, "merge", _("sáp nhập các thôn thành một"))
    merge.add_argument("villages", nargs="+", metavar=_("THÔN"))
    _add_effect(merge, "--into", _("tên sau sáp nhập, mới hoặc của một thôn"))
    split = add_verb(verbs, "split", _("chia một thôn thành nhiều thôn"))
    split.add_argument("villages", nargs=1, metavar=_("THÔN"))
    _add_effect(split, "--into", _("tên một thôn mới; ghi nhiều lần"), action="append")
    homes = _("người của tổ về thôn khác thôn đầu tiên; ghi nhiều lần")
    split.add_argument("--home", action="append", default=[], metavar=_("NGƯỜI=THÔN"), help=homes)
    rename = add_verb(verbs, "rename", _("đổi tên một thôn"))
    rename.add_argument("villages", nargs=1, metavar=_("THÔN"))
    _add_effect(rename, "--to", _("tên mới"))
    add_verb(verbs, "changes", _("các lần sáp nhập, chia tách, đổi tên"))


def _add_effect(verb: Parser, name: str, help_: str, action: str = "store") -> None:
    """Add the new names, from which day they hold, and by which paper."""
    verb.add_argument(name, dest="into", required=True, metavar=_("TÊN"), help=help_, action=action)
    verb.add_argument("--on", type=day, required=True, metavar=_("NGÀY"))
    verb.add_argument("--by", default="", metavar=_("VĂN BẢN"), help=_("số, ngày văn bản"))


def _add_all(parser: Parser) -> None:
    parser.add_argument("--all", action="store_true", help=_("tất cả nhiệm vụ của kế hoạch"))


def _rule(text: str) -> DutyRule:
    try:
        return DutyRule.parse(text)
    except KehoachError as refusal:
        raise argparse.ArgumentTypeError(str(refusal)) from refusal


def _cutoff(text: str) -> int:
    if not (text.isdecimal() and int(text) <= 31):
        raise argparse.ArgumentTypeError(_("“{text}” không phải một ngày").format(text=text))
    return int(text)
