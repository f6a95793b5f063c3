"""The answer of a command: one JSON object for programs, or plain lines for people."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from datetime import date

from kehoach_desktop.cli.as_json import Json, print_json


def answer(asked: argparse.Namespace, value: Json, lines: Iterable[str]) -> None:
    """Print `value` where JSON was asked for, else `lines`."""
    if asked.json:
        print_json(value, sys.stdout)
    else:
        sys.stdout.writelines(f"{line}\n" for line in lines)


def iso(day: date | None) -> str | None:
    """Return a day or moment as JSON carries it, null for None."""
    return day.isoformat() if day else None
