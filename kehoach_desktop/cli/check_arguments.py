"""What can be typed about the check before signing."""

from __future__ import annotations

from pathlib import Path

from kehoach_desktop.cli.shared_arguments import Commands, Parser, add_json, output
from kehoach_desktop.i18n import _


def add_check_command(commands: Commands[Parser]) -> None:
    """Add the command that checks a finished paper."""
    check = commands.add_parser(
        "check", help=_("soát thể thức một văn bản .docx trước khi trình ký")
    )
    check.add_argument("file", type=Path, metavar=_("TỆP"))
    check.add_argument(
        "--mend", action="store_true", help=_("sửa những lỗi sửa được chắc chắn, ghi ra tệp khác")
    )
    check.add_argument("-o", "--output", type=output(".docx"), metavar="OUT.docx")
    check.set_defaults(refuse=check.error)
    add_json(check)
