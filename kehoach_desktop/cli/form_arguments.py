"""What can be typed about return forms."""

from __future__ import annotations

from pathlib import Path

from kehoach_desktop.cli.shared_arguments import (
    Commands,
    Parser,
    add_json,
    add_store,
    day,
    period,
)
from kehoach_desktop.i18n import _


def add_form_commands(commands: Commands[Parser]) -> None:
    """Add the commands that send return forms out and take them in."""
    forms = commands.add_parser("forms", help=_("lập phiếu thu thập cho từng đơn vị, xem đã nhận"))
    add_store(forms, own=True)
    forms.add_argument("--period", type=period, required=True, metavar=_("KỲ"))
    forms.add_argument(
        "--out",
        type=Path,
        metavar=_("THƯ-MỤC"),
        help=_("xuất phiếu vào đây; không có: xem đã nhận"),
    )
    forms.add_argument("--due", type=day, metavar=_("NGÀY"), help=_("hạn đơn vị gửi lại"))
    add_json(forms)
    collect = commands.add_parser("collect", help=_("so và nhận phiếu đơn vị gửi lại"))
    collect.add_argument("files", type=Path, nargs="*", metavar=_("TỆP"))
    collect.add_argument(
        "--folder", type=Path, metavar=_("THƯ-MỤC"), help=_("những tệp trong thư mục chưa nhận")
    )
    add_store(collect, own=True)
    collect.add_argument("--period", type=period, required=True, metavar=_("KỲ"))
    collect.add_argument("--apply", action="store_true", help=_("ghi vào sổ; không có: chỉ so"))
    collect.set_defaults(refuse=collect.error)
    where = collect.add_mutually_exclusive_group()
    where.add_argument(
        "--into", choices=["next"], help=_("phiếu gửi sau khi chốt, sau báo cáo: ghi vào kỳ sau")
    )
    where.add_argument(
        "--correction", metavar=_("LÝ-DO"), help=_("phiếu gửi sau: đính chính chính kỳ này")
    )
    add_json(collect)
