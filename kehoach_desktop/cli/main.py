"""Run one command: exit code 0 done, 1 not possible with a sentence, 2 wrong usage."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence

from kehoach_desktop.cli import as_json
from kehoach_desktop.cli.arguments import build_parser
from kehoach_desktop.cli.commands import COMMANDS
from kehoach_desktop.cli.desk import Tools
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.text import clean

log = logging.getLogger(__name__)


def run(argv: Sequence[str], tools: Tools) -> int:
    """Do what `argv` asks and return the exit code; sentences for people go to stderr."""
    asked = build_parser().parse_args(argv)
    keepable = _whole if asked.command == "deadline" else clean  # a wording is told as it was typed
    for name, value in vars(asked).items():
        setattr(asked, name, _each_text(value, keepable))
    try:
        COMMANDS[asked.command](asked, tools)
    except KehoachError as refusal:
        log.info("%s refused: %s", asked.command, type(refusal).__name__)
        return _refused(refusal, wants_json=asked.json)
    return 0


def _each_text(value: object, keepable: Callable[[str], str]) -> object:
    """Return a typed value with every text in it made one that a store keeps; a path stays."""
    if type(value) is str:
        return keepable(value)
    if isinstance(value, list | tuple):
        return type(value)(_each_text(one, keepable) for one in value)
    return value


def _whole(text: str) -> str:
    """Return `text` without bytes that are no text."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _refused(refusal: KehoachError, *, wants_json: bool) -> int:
    sys.stderr.write(f"{refusal}\n")
    if wants_json:
        value = {"error": refusal.sentence, "hint": refusal.hint}
        as_json.print_json(value, sys.stdout)
    return 1
