"""What can be typed about activities, indicators and figures."""

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
    setting,
)
from kehoach_desktop.domain.indicator_book import Drawn
from kehoach_desktop.i18n import _


def add_activity_commands(commands: Commands[Parser]) -> None:
    """Add `activity`, `indicators`, `indicator`, `figure`, `figures-import` and `figures`."""
    verbs = add_verbs(commands, "activity", _("hoạt động của tổ: ghi, liệt kê, bỏ, kèm tệp"))
    _add_activity(add_verb(verbs, "add", _("ghi một hoạt động đã làm")))
    _add_list(add_verb(verbs, "list", _("liệt kê hoạt động")))
    gone = add_verb(verbs, "remove", _("bỏ một hoạt động ghi nhầm"))
    gone.add_argument("activity", metavar=_("MÃ"))
    proof = add_verb(verbs, "attach", _("kèm ảnh, văn bản làm minh chứng"))
    proof.add_argument("activity", metavar=_("MÃ"))
    proof.add_argument("files", nargs="+", type=Path, metavar=_("TỆP"))
    known = add_command(commands, "indicators", _("các chỉ tiêu được đếm ở thôn"))
    known.add_argument("--all", action="store_true", help=_("cả chỉ tiêu đã thôi dùng"))
    _add_indicator(add_verbs(commands, "indicator", _("chỉ tiêu: thêm, thôi dùng, giao số")))
    _add_figure(add_command(commands, "figure", _("ghi hoặc bỏ một số liệu có nguồn")))
    taken = add_command(commands, "figures-import", _("nhận bảng số liệu của thôn từ tệp"))
    taken.add_argument("file", type=Path, metavar=_("TỆP"))
    taken.add_argument("--period", type=period, required=True, metavar=_("KỲ"))
    taken.add_argument("--source", default="", metavar="T", help=_("lấy từ đâu; thiếu: tên tệp"))
    taken.add_argument("--check", action="store_true", help=_("chỉ so, không ghi"))
    sums = add_command(commands, "figures", _("số liệu một kỳ: tổng, từng thôn, chỗ còn thiếu"))
    sums.add_argument("--period", type=period, required=True, metavar=_("KỲ"))
    sums.add_argument("--indicator", metavar="I", help=_("chỉ một chỉ tiêu: mã hoặc tên"))


def _add_activity(add: Parser) -> None:
    add.add_argument("--kind", required=True, metavar=_("LOẠI"), help=_("như “Tuyên truyền”"))
    add.add_argument("--on", type=day, metavar=_("NGÀY"), help=_("mặc định hôm nay"))
    add.add_argument("--team", metavar=_("TỔ"), help=_("mã hoặc tên thôn; thiếu: cấp xã"))
    add.add_argument("--place", default="", metavar="T", help=_("địa điểm"))
    add.add_argument("--content", default="", metavar="T", help=_("nội dung"))
    for name, help_ in (
        ("--people", _("số người dự")),
        ("--women", _("trong đó nữ")),
        ("--elderly", _("trong đó người cao tuổi")),
        ("--minority", _("trong đó người dân tộc thiểu số")),
    ):
        add.add_argument(name, type=int, metavar="N", help=help_)
    add.add_argument(
        "--count",
        action="append",
        type=_count,
        default=[],
        metavar="I=N",
        help=_("kết quả theo một chỉ tiêu: mã hoặc tên, rồi số"),
    )
    add.add_argument(
        "--task", action="append", default=[], metavar="ID", help=_("phục vụ nhiệm vụ này")
    )
    add.add_argument(
        "--file", action="append", type=Path, default=[], metavar=_("TỆP"), help=_("minh chứng")
    )


def _add_list(listed: Parser) -> None:
    listed.add_argument("--period", type=period, metavar=_("KỲ"), help=_("thiếu: tháng này"))
    listed.add_argument("--from", dest="first", type=day, metavar=_("NGÀY"))
    listed.add_argument("--to", dest="last", type=day, metavar=_("NGÀY"))
    listed.add_argument("--team", metavar=_("TỔ"))
    listed.add_argument("--kind", default="", metavar=_("LOẠI"))


def _add_indicator(verbs: Commands[Parser]) -> None:
    add = add_verb(
        verbs, "add", _("thêm hoặc sửa một chỉ tiêu; số “lượt” và số “người” không cộng")
    )
    add.add_argument("name", metavar=_("TÊN"))
    add.add_argument("--measure", required=True, metavar=_("ĐVT"), help=_("đơn vị tính"))
    add.add_argument("--id", default="", metavar="I", help=_("sửa chỉ tiêu mang mã này"))
    add.add_argument("--cumulative", action="store_true", help=_("số lũy kế đến cuối kỳ"))
    add.add_argument("--commune", action="store_true", help=_("một số cho cả xã, không theo thôn"))
    add.add_argument(
        "--draw",
        choices=[drawn.value for drawn in Drawn],
        default=Drawn.NOTHING.value,
        help=_("lấy từ hoạt động: events là số buổi, people là số lượt người dự"),
    )
    add.add_argument("--kind", action="append", default=[], metavar=_("LOẠI"))
    add.add_argument("--sum", action="append", default=[], metavar="I", help=_("là tổng của"))
    retire = add_verb(verbs, "retire", _("thôi dùng một chỉ tiêu; số liệu cũ vẫn giữ"))
    retire.add_argument("indicator", metavar="I")
    retire.add_argument("--undo", action="store_true", help=_("dùng lại"))
    target = add_verb(verbs, "target", _("giao số phải đạt đến hết kỳ"))
    target.add_argument("indicator", metavar="I")
    target.add_argument("--period", type=period, required=True, metavar=_("KỲ"))
    target.add_argument("--value", type=int, metavar="N", help=_("thiếu: bỏ số đã giao"))
    target.add_argument("--village", metavar="V", help=_("thiếu: cả xã"))


def _add_figure(figure: Parser) -> None:
    figure.set_defaults(refuse=figure.error)
    figure.add_argument("--village", default="", metavar="V", help=_("mã hoặc tên thôn"))
    figure.add_argument("--period", type=period, metavar=_("KỲ"))
    figure.add_argument("--indicator", default="", metavar="I", help=_("mã hoặc tên chỉ tiêu"))
    figure.add_argument("--value", type=int, metavar="N")
    figure.add_argument("--source", default="", metavar="T", help=_("lấy từ đâu"))
    figure.add_argument("--dated", type=day, metavar=_("NGÀY"), help=_("ngày của văn bản, phiếu"))
    figure.add_argument(
        "--remove",
        action="store_true",
        help=_("bỏ số liệu này, hoặc mọi số liệu của nguồn nêu ở --source"),
    )


def _count(text: str) -> tuple[str, int]:
    name, value = setting(text)
    if not value.isdecimal():
        raise argparse.ArgumentTypeError(_("“{text}” không có dạng I=N").format(text=text))
    return name, int(value)
