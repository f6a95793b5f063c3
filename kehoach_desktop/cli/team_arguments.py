"""What can be typed about teams and the people in them."""

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
    output,
)
from kehoach_desktop.domain.membership import REASON_WORDS, LeavingReason
from kehoach_desktop.domain.team import ROLE_TITLES, Gender, TeamRole
from kehoach_desktop.domain.text import fold
from kehoach_desktop.i18n import _


def add_team_commands(commands: Commands[Parser]) -> None:
    """Add `teams`, `team-import`, `team-export`, `access-log`, `team` and `member`."""
    teams = add_command(commands, "teams", _("các tổ: người trong tổ, còn thiếu gì, nợ quyết định"))
    _add_on(teams, _("xem tổ như trong ngày này, mặc định hôm nay"))
    teams.add_argument("--team", metavar=_("TỔ"), help=_("chỉ một tổ: mã hoặc tên thôn"))
    teams.add_argument(
        "--reveal", action="store_true", help=_("hiện số điện thoại, CCCD; ghi vào nhật ký")
    )
    _add_import(add_command(commands, "team-import", _("nhận danh sách tổ, so với sổ và ghi")))
    _add_export(add_command(commands, "team-export", _("xuất danh sách tổ thành tệp .xlsx")))
    log = add_command(commands, "access-log", _("ai đã xem, xuất dữ liệu cá nhân, lúc nào"))
    log.add_argument("--from", dest="first", type=day, metavar=_("NGÀY"))
    log.add_argument("--to", dest="last", type=day, metavar=_("NGÀY"))
    _add_team_verbs(add_verbs(commands, "team", _("tổ: lập, kết thúc, sáp nhập, quyết định")))
    _add_member_verbs(
        add_verbs(commands, "member", _("người trong tổ: vào, thôi, chuyển, vai trò"))
    )


def _add_import(taken: Parser) -> None:
    taken.add_argument("file", type=Path, metavar=_("TỆP"))
    _add_on(taken, _("danh sách có hiệu lực từ ngày này, mặc định hôm nay"))
    taken.add_argument(
        "--area", default="", metavar=_("THÔN"), help=_("tổ của thôn nào, khi tệp không nói")
    )
    taken.add_argument(
        "--decision", default="", metavar=_("SỐ"), help=_("danh sách kèm quyết định số này")
    )
    taken.add_argument("--check", action="store_true", help=_("chỉ so, không ghi"))
    taken.add_argument(
        "--keep-missing",
        action="store_true",
        help=_("người không có trong danh sách vẫn ở lại tổ"),
    )
    taken.add_argument(
        "--skip", action="append", default=[], metavar=_("DÒNG"), help=_("bỏ qua dòng này")
    )
    taken.add_argument(
        "--same",
        action="append",
        default=[],
        type=_answer,
        metavar=_("DÒNG=MÃ"),
        help=_("dòng chưa rõ là người mang mã này"),
    )
    taken.add_argument(
        "--other",
        action="append",
        default=[],
        metavar=_("DÒNG"),
        help=_("dòng chưa rõ là người khác, ghi mới"),
    )


def _add_export(export: Parser) -> None:
    export.add_argument("-o", "--output", type=output(".xlsx"), required=True, metavar="OUT.xlsx")
    export.add_argument(
        "--team", action="append", default=[], metavar=_("TỔ"), help=_("chỉ tổ này; thiếu: mọi tổ")
    )
    _add_on(export, _("danh sách như trong ngày này, mặc định hôm nay"))
    for name, help_ in (
        ("--phone", _("kèm số điện thoại")),
        ("--zalo", _("kèm số Zalo")),
        ("--cccd", _("kèm số CCCD")),
    ):
        export.add_argument(name, action="store_true", help=help_)


def _add_team_verbs(verbs: Commands[Parser]) -> None:
    add = add_verb(verbs, "add", _("lập tổ của một thôn"))
    add.add_argument("area", metavar=_("THÔN"))
    add.add_argument("--kind", default="", metavar=_("LOẠI"), help=_("tên gọi loại tổ"))
    _add_on(add, _("ngày lập"))
    end = add_verb(verbs, "end", _("kết thúc một tổ sau ngày này"))
    end.add_argument("team", metavar=_("TỔ"))
    _add_on(end, _("ngày cuối"))
    merge = add_verb(verbs, "merge", _("đưa người các tổ vào một tổ"))
    merge.add_argument("teams", nargs="+", metavar=_("TỔ"))
    merge.add_argument("--into", required=True, metavar=_("TỔ"))
    merge.add_argument("--leader", metavar=_("NGƯỜI"), help=_("tổ trưởng sau sáp nhập"))
    _add_on(merge, _("từ ngày này"))
    decided = add_verb(verbs, "decided", _("ghi quyết định đã chốt danh sách tổ"))
    decided.add_argument("team", metavar=_("TỔ"))
    decided.add_argument("--number", required=True, metavar=_("SỐ"))
    _add_on(decided, _("ngày quyết định"))
    cccd = add_verb(verbs, "cccd", _("giữ hay không giữ số CCCD; off xóa các số đang giữ"))
    cccd.add_argument("state", choices=("on", "off"), metavar="on|off")


def _add_join(verbs: Commands[Parser]) -> None:
    join = add_verb(verbs, "join", _("một người vào tổ; mã của người đã có, hoặc họ tên người mới"))
    join.add_argument("person", metavar=_("NGƯỜI"))
    _add_team(join)
    _add_role(join, TeamRole.MEMBER)
    join.add_argument("--gender", choices=[gender.value for gender in Gender])
    join.add_argument("--born", default="", metavar=_("NGÀY hoặc NĂM"))
    for name, help_ in (
        ("--post", _("chức vụ ở thôn")),
        ("--phone", _("điện thoại")),
        ("--zalo", _("số dùng Zalo")),
        ("--cccd", _("số CCCD, chỉ giữ khi cơ quan cho phép")),
        ("--note", _("ghi chú")),
    ):
        join.add_argument(name, default="", metavar="T", help=help_)
    join.add_argument(
        "--new", action="store_true", help=_("là người khác, dù trong sổ có người giống")
    )


def _add_member_verbs(verbs: Commands[Parser]) -> None:
    _add_join(verbs)
    leave = add_verb(verbs, "leave", _("một người thôi tham gia tổ từ ngày này"))
    leave.add_argument("person", metavar=_("NGƯỜI"))
    _add_team(leave)
    reasons = "; ".join(f"{reason.value}: {_(words)}" for reason, words in REASON_WORDS.items())
    leave.add_argument(
        "--reason",
        choices=[reason.value for reason in LeavingReason],
        default=LeavingReason.OTHER.value,
        help=reasons,
    )
    move = add_verb(verbs, "move", _("một người chuyển sang tổ khác"))
    move.add_argument("person", metavar=_("NGƯỜI"))
    _add_team(move)
    move.add_argument("--to", required=True, metavar=_("TỔ"))
    _add_role(move, TeamRole.MEMBER)
    role = add_verb(verbs, "role", _("đổi vai trò trong tổ"))
    role.add_argument("person", metavar=_("NGƯỜI"))
    role.add_argument("role", type=_role, metavar=_("VAI-TRÒ"))
    _add_team(role)
    show = add_verb(verbs, "show", _("mọi điều đang giữ về một người và lịch sử"))
    show.add_argument("person", metavar=_("NGƯỜI"))
    words = _("ghi mọi điều về người này ra tệp")
    show.add_argument("-o", "--output", type=output(".xlsx"), metavar="OUT.xlsx", help=words)
    erase = add_verb(verbs, "erase", _("xóa hẳn một người khỏi sổ, không hoàn tác được"))
    erase.add_argument("person", metavar=_("NGƯỜI"))
    erase.add_argument("--yes", action="store_true", required=True, help=_("đồng ý xóa hẳn"))


def _add_team(parser: Parser) -> None:
    parser.add_argument("--team", required=True, metavar=_("TỔ"), help=_("mã hoặc tên thôn"))
    _add_on(parser, _("từ ngày này, mặc định hôm nay"))


def _add_on(parser: Parser, help_: str) -> None:
    parser.add_argument("--on", type=day, metavar=_("NGÀY"), help=help_)


def _add_role(parser: Parser, usual: TeamRole) -> None:
    parser.add_argument(
        "--role",
        type=_role,
        default=usual,
        metavar=_("VAI-TRÒ"),
        help=_("Tổ trưởng, Tổ phó hoặc Thành viên"),
    )


def _role(text: str) -> TeamRole:
    for role, title in ROLE_TITLES.items():
        if fold(text) in (fold(title), role.value):
            return role
    raise argparse.ArgumentTypeError(_("“{text}” không phải một vai trò").format(text=text))


def _answer(text: str) -> tuple[str, str]:
    row, equals, person = text.partition("=")
    if not (row and equals and person):
        raise argparse.ArgumentTypeError(_("“{text}” không có dạng DÒNG=MÃ").format(text=text))
    return row, person
