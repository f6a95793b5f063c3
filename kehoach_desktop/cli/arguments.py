"""What can be typed after `kehoach`."""

from __future__ import annotations

import argparse
import re
from datetime import date
from pathlib import Path
from typing import NoReturn

from kehoach_desktop import __version__
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.progress import TaskStatus
from kehoach_desktop.i18n import _

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


class Parser(argparse.ArgumentParser):
    """Says in Vietnamese what is wrong with the words typed, and exits with 2."""

    def error(self, message: str) -> NoReturn:
        """Print how the command is used, then what was wrong."""
        sentence = _("Sai cú pháp: {why}").format(why=message)
        self.exit(2, f"{self.format_usage()}{sentence}\n")


def build_parser() -> Parser:
    """Return the parser of the whole command line."""
    parser = Parser(prog="kehoach", description=_("Sổ kế hoạch của xã. Không lệnh: mở cửa sổ."))
    parser.add_argument("--version", action="version", version=f"kehoach {__version__}")
    _add_store(parser)
    commands = parser.add_subparsers(dest="command", metavar=_("LỆNH"), parser_class=Parser)
    for add in (_add_read, _add_deadline, _add_office, _add_import, _add_tasks, _add_record):
        add(commands)
    _add_report(commands)
    _add_restore(commands)
    _add_roster(commands)
    return parser


Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse has no public name for it


def _add_read(commands: Commands[Parser]) -> None:
    read = commands.add_parser("read", help=_("đọc một tệp kế hoạch, in ra điều đã hiểu"))
    read.add_argument("file", type=Path, metavar=_("TỆP"))
    _add_year(read)
    _add_json(read)


def _add_deadline(commands: Commands[Parser]) -> None:
    deadline = commands.add_parser("deadline", help=_("đọc một câu ghi thời hạn"))
    deadline.add_argument("text", metavar=_("CÂU"))
    _add_year(deadline)
    _add_json(deadline)


def _add_office(commands: Commands[Parser]) -> None:
    office = commands.add_parser("office", help=_("xem hoặc điền thông tin cơ quan"))
    _add_store(office, own=True)
    office.add_argument("--sample", action="store_true", help=_("dùng xã mẫu"))
    office.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", dest="settings")
    _add_json(office)


def _add_import(commands: Commands[Parser]) -> None:
    taken = commands.add_parser("import", help=_("nhập một tệp kế hoạch vào sổ"))
    taken.add_argument("file", type=Path, metavar=_("TỆP"))
    _add_store(taken, own=True)
    _add_year(taken)
    _add_json(taken)


def _add_tasks(commands: Commands[Parser]) -> None:
    tasks = commands.add_parser("tasks", help=_("liệt kê nhiệm vụ trong sổ"))
    _add_store(tasks, own=True)
    tasks.add_argument("--period", type=period)
    _add_json(tasks)


def _add_record(commands: Commands[Parser]) -> None:
    record = commands.add_parser("record", help=_("ghi kết quả một nhiệm vụ trong kỳ"))
    _add_store(record, own=True)
    record.add_argument("--period", type=period, required=True)
    record.add_argument("--task", required=True, metavar="ID")
    record.add_argument("--state", choices=[status.value for status in TaskStatus])
    record.add_argument("--done-on", type=day, metavar=_("NGÀY"))
    record.add_argument("--percent", type=int, metavar="N")
    for text in ("result", "evidence", "obstacle", "proposal"):
        record.add_argument(f"--{text}", metavar="T")
    _add_json(record)


def _add_report(commands: Commands[Parser]) -> None:
    report = commands.add_parser("report", help=_("lập báo cáo kỳ thành tệp .docx"))
    _add_store(report, own=True)
    report.add_argument("--period", type=period, required=True)
    report.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.docx")
    report.add_argument("--all", action="store_true", help=_("tất cả nhiệm vụ của kế hoạch"))
    _add_json(report)


def _add_restore(commands: Commands[Parser]) -> None:
    restore = commands.add_parser("restore", help=_("khôi phục sổ từ một bản sao lưu"))
    restore.add_argument("backup", type=Path, metavar=_("BẢN-SAO"))
    _add_store(restore, own=True)
    _add_json(restore)


def _add_roster(commands: Commands[Parser]) -> None:
    roster = commands.add_parser("roster", help=_("đọc danh sách tổ công nghệ số cộng đồng"))
    roster.add_argument("file", type=Path, metavar=_("TỆP"))
    _add_json(roster)


def _add_store(parser: argparse.ArgumentParser, *, own: bool = False) -> None:
    # A command's own `--store` must not wipe out one that stands before the command.
    default = argparse.SUPPRESS if own else None
    parser.add_argument("--store", type=Path, default=default, metavar=_("SỔ"))


def _add_year(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--year", type=year, metavar=_("NĂM"))


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("in một đối tượng JSON"))


def period(text: str) -> ReportingPeriod:
    """Return the period a word names; argparse reports anything else."""
    try:
        return ReportingPeriod.parse(text)
    except KehoachError as refusal:
        raise argparse.ArgumentTypeError(str(refusal)) from refusal


def day(text: str) -> date:
    """Return the day of `2025-10-31` or `31/10/2025`; argparse reports anything else."""
    try:
        if found := _DAY.fullmatch(text.strip()):
            return date(int(found[3]), int(found[2]), int(found[1]))
        return date.fromisoformat(text.strip())
    except ValueError as refusal:
        raise argparse.ArgumentTypeError(_("“{text}” không phải một ngày").format(text=text)) from (
            refusal
        )


def year(text: str) -> int:
    """Return a year between 2020 and 2040; argparse reports anything else."""
    if not (text.isdigit() and 2020 <= int(text) <= 2040):
        raise argparse.ArgumentTypeError(_("“{text}” không phải một năm").format(text=text))
    return int(text)
