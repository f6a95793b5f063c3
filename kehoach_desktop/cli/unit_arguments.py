"""What can be typed about the commune's units, and to which of them a task goes."""

from __future__ import annotations

from kehoach_desktop.cli.shared_arguments import (
    Commands,
    Parser,
    add_command,
    add_verb,
    add_verbs,
    day,
)
from kehoach_desktop.domain.unit import UnitKind
from kehoach_desktop.i18n import _


def add_unit_commands(commands: Commands[Parser]) -> None:
    """Add `assign` and `units`."""
    _add_assign(commands)
    _add_unit_verbs(
        add_verbs(commands, "units", _("phòng, thôn của xã: xem, thêm, sáp nhập"), needed=False)
    )


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
