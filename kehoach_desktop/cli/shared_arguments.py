"""What the commands share: the parser that speaks Vietnamese, common options, kinds of words."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.i18n import _, mark

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_YEARS_OF_DAYS = range(1900, 2101)


class Help(argparse.RawDescriptionHelpFormatter):
    """Lays help out as usual, under Vietnamese headings."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Write how the command is used, after Vietnamese words for "usage"."""
        said = _("cách dùng: ") if prefix is None else prefix
        super().add_usage(usage, actions, groups, said)


class Parser(argparse.ArgumentParser):
    """Speaks Vietnamese: its help, and what is wrong with the words typed (exit code 2)."""

    def __init__(self, **told: Any) -> None:
        super().__init__(**{"formatter_class": Help, **told, "add_help": False})
        self._positionals.title, self._optionals.title = _("tham số"), _("tùy chọn")
        self.add_argument("-h", "--help", action="help", help=_("in phần trợ giúp này"))

    def error(self, message: str) -> NoReturn:
        """Print how the command is used, then what was wrong."""
        sentence = _("Sai cú pháp: {why}").format(why=_in_vietnamese(message))
        self.exit(2, f"{self.format_usage()}{sentence}\n")


# What argparse says of wrong words, and how an officer would say it.
_WRONG = (
    (r"the following arguments are required: (.+)", mark("thiếu {0}")),
    (r"one of the arguments (.+) is required", mark("thiếu một trong: {0}")),
    (r"unrecognized arguments: (.+)", mark("không hiểu {0}")),
    (r"ambiguous option: (.+) could match (.+)", mark("{0} có thể là {1}: viết cho đủ")),
    (r"argument (\S+): expected .*arguments?", mark("{0} cần có giá trị")),
    (r"argument (\S+): not allowed with argument (.+)", mark("{0} không đi cùng {1}")),
    (r"argument (\S+): ignored explicit argument (.+)", mark("{0} không nhận giá trị {1}")),
    (
        r"argument (\S+): invalid choice: (.+?) \(choose from (.+)\)",
        mark("{0} không nhận {1}, chỉ nhận {2}"),
    ),
    (r"argument (\S+): invalid int value: (.+)", mark("{0} phải là số, không phải {1}")),
    (r"argument (\S+): invalid \S+ value: (.+)", mark("{0} không nhận {1}")),
    (r"argument (\S+): (.+)", "{0}: {1}"),
)


def _in_vietnamese(message: str) -> str:
    for pattern, words in _WRONG:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return _(words).format(*found.groups())
    return message


Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse has no public name for it


def add_store(parser: argparse.ArgumentParser, *, own: bool = False) -> None:
    """Let `--store` name the store; `own` for a command, where the program's own may stand too."""
    # A command's own `--store` must not wipe out one that stands before the command.
    default = argparse.SUPPRESS if own else None
    parser.add_argument("--store", type=Path, default=default, metavar=_("SỔ"))


def add_year(parser: argparse.ArgumentParser) -> None:
    """Let `--year` name the year of wordings that have none."""
    parser.add_argument("--year", type=year, metavar=_("NĂM"))


def add_json(parser: argparse.ArgumentParser) -> None:
    """Let `--json` ask for one JSON object on stdout."""
    parser.add_argument("--json", action="store_true", help=_("in một đối tượng JSON"))


def add_command(commands: Commands[Parser], name: str, help_: str) -> Parser:
    """Add a command that opens a store and answers in words or in JSON."""
    command: Parser = commands.add_parser(name, help=help_, description=help_)
    add_store(command, own=True)
    add_json(command)
    return command


def add_verbs(
    commands: Commands[Parser], name: str, help_: str, *, needed: bool = True
) -> Commands[Parser]:
    """Return what a command's verbs are added to; not `needed`, the command stands alone too."""
    command = add_command(commands, name, help_)
    verb = _("VIỆC")
    return command.add_subparsers(dest="verb", metavar=verb, required=needed, parser_class=Parser)


def add_verb(verbs: Commands[Parser], name: str, help_: str) -> Parser:
    """Add a verb; what stands before it (`--json`) must not be wiped out by its defaults."""
    leaf: Parser = verbs.add_parser(name, help=help_, description=help_)
    add_store(leaf, own=True)
    leaf.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help=_("in một đối tượng JSON")
    )
    return leaf


def add_all(parser: Parser) -> None:
    """Add `--all`: every task of a plan, not the commune's alone."""
    parser.add_argument("--all", action="store_true", help=_("tất cả nhiệm vụ của kế hoạch"))


def period(text: str) -> ReportingPeriod:
    """Return the period a word names; argparse reports anything else."""
    try:
        return ReportingPeriod.parse(text)
    except KehoachError as refusal:
        raise argparse.ArgumentTypeError(str(refusal)) from refusal


def day(text: str) -> date:
    """Return the day of `2025-10-31` or `31/10/2025`; argparse reports anything else.

    A year that no office reckons with is a slip of the pen, and has no day before or after it.
    """
    try:
        if found := _DAY.fullmatch(text.strip()):
            read = date(int(found[3]), int(found[2]), int(found[1]))
        else:
            read = date.fromisoformat(text.strip())
    except ValueError:
        read = date.min
    if read.year not in _YEARS_OF_DAYS:
        raise argparse.ArgumentTypeError(_("“{text}” không phải một ngày").format(text=text))
    return read


def setting(text: str) -> tuple[str, str]:
    """Return the key and the value of `KEY=VALUE`; argparse reports anything else."""
    key, equals, value = text.partition("=")
    if not equals or not key.strip():
        raise argparse.ArgumentTypeError(_("“{text}” không có dạng KEY=VALUE").format(text=text))
    return key.strip(), value


def output(suffix: str) -> Callable[[str], Path]:
    """Return what reads the path of a file to be written, which ends in `suffix` (`.docx`).

    A name without an ending is given it; a folder is not; argparse reports another ending.
    """

    def read(text: str) -> Path:
        path = Path(text)
        if not path.suffix and path.name and not path.is_dir():
            return path.with_name(path.name + suffix)
        if path.suffix.casefold() not in ("", suffix):
            words = _("“{text}” không phải tên tệp {suffix}").format(text=text, suffix=suffix)
            raise argparse.ArgumentTypeError(words)
        return path

    return read


def year(text: str) -> int:
    """Return a year between 2020 and 2040; argparse reports anything else."""
    if not (text.isdigit() and 2020 <= int(text) <= 2040):
        raise argparse.ArgumentTypeError(_("“{text}” không phải một năm").format(text=text))
    return int(text)
