"""Reading a file through a child process that may be killed: cancel, time limit, any crash."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import kehoach_desktop
from kehoach_desktop.domain.draft import Source
from kehoach_desktop.domain.text import clean
from kehoach_desktop.importers.errors import ReaderFailed, ReadingCancelled, ReadingTimedOut
from kehoach_desktop.importers.lines import heard

KEPT = ("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP", "LANG", "LC_ALL", "_MEIPASS2")
CAREFUL = "--careful"
TICK = 0.02
T = TypeVar("T")
Hear = Callable[[list[str], str], T]


class SourceReader:
    """Reads files with the worker command; the answer comes back as a value, or as an error.

    Safe to call from any thread; one call runs one child at a time.
    """

    def __init__(self, command: Sequence[str], time_limit: float = 12.0) -> None:
        self._command = tuple(command)
        self._time_limit = time_limit

    def read(self, path: Path, cancelled: Callable[[], bool] = lambda: False) -> Source:
        """Return what lies in the file at `path`.

        `cancelled` is asked many times a second. Raises UnreadableFile with a sentence and a hint
        for every file that cannot be read, ReadingTimedOut past the limit (seconds) among them.
        """
        return self.ask(path, heard, cancelled)

    def ask(self, path: Path, hear: Hear[T], cancelled: Callable[[], bool] = lambda: False) -> T:
        """Return what `hear` makes of the child's lines about the file at `path`.

        `hear` is given the lines and the file's name. Raises what `read` raises.
        """
        end = time.monotonic() + self._time_limit
        path = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links and fail
        name = clean(path.name)
        try:
            return hear(self._lines([str(path)], name, end, cancelled), name)
        except ReaderFailed:
            # A crash, not an answer: once more with the readers that cannot crash.
            return hear(self._lines([CAREFUL, str(path)], name, end, cancelled), name)

    def _lines(
        self, arguments: list[str], name: str, end: float, cancelled: Callable[[], bool]
    ) -> list[str]:
        try:
            child = self._start(arguments)
        except OSError as refusal:
            raise ReaderFailed(name) from refusal
        said: list[str] = []
        listener = threading.Thread(target=_listen, args=(child, said), daemon=True)
        listener.start()
        try:
            _wait(listener, name, end, cancelled)
        finally:
            child.kill()
            child.wait()
            listener.join()
        return said

    def _start(self, arguments: list[str]) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*self._command, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            errors="replace",
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )


def _listen(child: subprocess.Popen[str], said: list[str]) -> None:
    if child.stdout is not None:
        with child.stdout:
            said.extend(child.stdout)


def _wait(listener: threading.Thread, name: str, end: float, cancelled: Callable[[], bool]) -> None:
    while listener.is_alive():
        listener.join(TICK)
        if cancelled():
            raise ReadingCancelled(name)
        if time.monotonic() > end and listener.is_alive():
            raise ReadingTimedOut(name)


def _environment() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key.upper() in KEPT}
    kept["PYTHONIOENCODING"] = "utf-8"
    if not getattr(sys, "frozen", False):
        kept["PYTHONPATH"] = str(Path(kehoach_desktop.__file__).parent.parent)
    return kept
