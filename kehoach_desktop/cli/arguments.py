"""What can be typed after `kehoach`."""

from __future__ import annotations

from pathlib import Path

from kehoach_desktop import __version__
from kehoach_desktop.cli.activity_arguments import add_activity_commands
from kehoach_desktop.cli.appendix_commands import add_appendix_command
from kehoach_desktop.cli.check_arguments import add_check_command
from kehoach_desktop.cli.correction_commands import add_correction_commands
from kehoach_desktop.cli.duty_arguments import add_duty_commands
from kehoach_desktop.cli.evidence_commands import add_evidence_commands
from kehoach_desktop.cli.form_arguments import add_form_commands
from kehoach_desktop.cli.issue_commands import add_issue_commands
from kehoach_desktop.cli.paper_commands import add_paper_command
from kehoach_desktop.cli.period_arguments import add_period_commands
from kehoach_desktop.cli.plan_command import add_plan_command
from kehoach_desktop.cli.shared_arguments import (
    Commands,
    Parser,
    add_all,
    add_json,
    add_store,
    add_year,
    day,
    output,
    period,
    setting,
)
from kehoach_desktop.cli.signing_commands import add_signing_commands
from kehoach_desktop.cli.team_arguments import add_team_commands
from kehoach_desktop.cli.unit_arguments import add_unit_commands
from kehoach_desktop.domain.progress import TaskStatus
from kehoach_desktop.i18n import _


def build_parser() -> Parser:
    """Return the parser of the whole command line."""
    about = _("Sổ kế hoạch của xã, phường, đặc khu. Không lệnh: mở cửa sổ.")
    parser = Parser(prog="kehoach", description=about)
    parser.add_argument(
        "--version",
        action="version",
        version=f"kehoach {__version__}",
        help=_("in số bản chương trình"),
    )
    add_store(parser)
    commands = parser.add_subparsers(dest="command", metavar=_("LỆNH"), parser_class=Parser)
    for add in (
        _add_read,
        _add_deadline,
        _add_office,
        _add_import,
        add_plan_command,
        _add_words,
        _add_tasks,
        _add_record,
    ):
        add(commands)
    _add_report(commands)
    _add_restore(commands)
    _add_roster(commands)
    add_duty_commands(commands)
    add_period_commands(commands)
    add_unit_commands(commands)
    add_form_commands(commands)
    add_evidence_commands(commands)
    add_paper_command(commands)
    add_issue_commands(commands)
    add_correction_commands(commands)
    add_signing_commands(commands)
    add_appendix_command(commands)
    add_team_commands(commands)
    add_activity_commands(commands)
    add_check_command(commands)
    return parser


def _add_read(commands: Commands[Parser]) -> None:
    read = commands.add_parser("read", help=_("đọc một tệp kế hoạch, in ra điều đã hiểu"))
    read.add_argument("file", type=Path, metavar=_("TỆP"))
    add_year(read)
    add_json(read)


def _add_deadline(commands: Commands[Parser]) -> None:
    deadline = commands.add_parser("deadline", help=_("đọc một câu ghi thời hạn"))
    deadline.add_argument("text", metavar=_("CÂU"))
    add_year(deadline)
    add_json(deadline)


def _add_office(commands: Commands[Parser]) -> None:
    office = commands.add_parser("office", help=_("xem hoặc điền thông tin cơ quan"))
    add_store(office, own=True)
    office.add_argument("--sample", action="store_true", help=_("dùng xã mẫu"))
    office.add_argument(
        "--set", action="append", type=setting, default=[], metavar="KEY=VALUE", dest="settings"
    )
    add_json(office)


def _add_import(commands: Commands[Parser]) -> None:
    taken = commands.add_parser("import", help=_("nhập một tệp kế hoạch vào sổ"))
    taken.add_argument("file", type=Path, metavar=_("TỆP"))
    add_store(taken, own=True)
    add_year(taken)
    add_json(taken)
    words = _("ghi luôn các nghĩa vụ báo cáo của xã mà kế hoạch nêu")
    taken.add_argument("--duties", action="store_true", help=words)
    words = _("ghi luôn các chỉ tiêu của kế hoạch (trừ tỷ lệ) với số phải đạt trong năm")
    taken.add_argument("--indicators", action="store_true", help=words)
    words = _("thay bản đã có của kế hoạch này (mã kế hoạch); kết quả đã ghi giữ nguyên")
    taken.add_argument("--replace", metavar="PLAN", help=words)


def _add_words(commands: Commands[Parser]) -> None:
    words = commands.add_parser("commune-words", help=_("chữ nhận ra việc của xã"))
    for name in ("--also", "--never", "--remove"):
        words.add_argument(name, action="append", default=[], metavar="TEXT")
    add_store(words, own=True)
    add_json(words)


def _add_tasks(commands: Commands[Parser]) -> None:
    tasks = commands.add_parser("tasks", help=_("liệt kê nhiệm vụ trong sổ"))
    add_store(tasks, own=True)
    tasks.add_argument("--period", type=period, metavar=_("KỲ"))
    add_json(tasks)


def _add_record(commands: Commands[Parser]) -> None:
    record = commands.add_parser("record", help=_("ghi kết quả một nhiệm vụ trong kỳ"))
    add_store(record, own=True)
    record.add_argument("--period", type=period, required=True, metavar=_("KỲ"))
    record.add_argument("--task", required=True, metavar="ID")
    record.add_argument("--state", choices=[status.value for status in TaskStatus])
    record.add_argument("--done-on", type=day, metavar=_("NGÀY"))
    record.add_argument("--percent", type=int, metavar="N")
    for text in ("result", "evidence", "obstacle", "proposal", "next-steps"):
        record.add_argument(f"--{text}", metavar="T")
    add_json(record)


def _add_report(commands: Commands[Parser]) -> None:
    report = commands.add_parser("report", help=_("lập báo cáo kỳ thành tệp .docx"))
    add_store(report, own=True)
    report.add_argument("--period", type=period, required=True, metavar=_("KỲ"))
    report.add_argument("-o", "--output", type=output(".docx"), required=True, metavar="OUT.docx")
    add_all(report)
    add_json(report)


def _add_restore(commands: Commands[Parser]) -> None:
    restore = commands.add_parser("restore", help=_("khôi phục sổ từ một bản sao lưu"))
    restore.add_argument("backup", type=Path, metavar=_("BẢN-SAO"))
    add_store(restore, own=True)
    add_json(restore)


def _add_roster(commands: Commands[Parser]) -> None:
    roster = commands.add_parser("roster", help=_("đọc danh sách tổ công nghệ số cộng đồng"))
    roster.add_argument("file", type=Path, metavar=_("TỆP"))
    add_json(roster)
