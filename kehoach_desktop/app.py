"""The start: what the words ask for is opened over a store and given the tools of `wiring`."""

from __future__ import annotations

import errno
import gc
import json
import logging
import os
import sys
from contextlib import contextmanager
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach_desktop import paths, wiring
from kehoach_desktop.i18n import _
from kehoach_desktop.services.verbs import Verbs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from kehoach_desktop.cli.desk import Desk, Tools
    from kehoach_desktop.services.ports import Clock
    from kehoach_desktop.store.sqlite_store import SqliteStore
    from kehoach_desktop.ui.workbench import Workbench

__all__ = ["SystemClock", "Verbs", "build_tools", "build_workbench", "main", "open_store"]
log = logging.getLogger("kehoach_desktop")
PATIENCE = 5.0  # seconds a command waits for another writer


class SystemClock:
    """Tells the day of this PC."""

    def today(self) -> date:
        """Return the day it is."""
        return date.today()  # noqa: DTZ011 - the office's own calendar day is meant


def main(argv: Sequence[str] | None = None) -> int:
    """Start what the words ask for: a worker, the self-check, the window, or one command."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == [paths.READ_WORKER]:
        from kehoach_desktop.importers import child

        return child.main(words[1:])
    if words[:1] == [paths.CHECK_WORKER]:
        return _check_in_child(words[1:])
    _speak_utf8()
    _start_log()
    if words[:1] == ["--self-check"]:
        from kehoach_desktop.cli.self_check import run_self_check

        return run_self_check(words[1:], build_tools(), paths.sample_dir())
    try:
        try:
            return _window_or_command(words)
        finally:  # at the end of the process nobody could answer for what does not get out
            sys.stdout.flush()
    except BrokenPipeError:  # whoever reads the answer has seen enough
        sys.stdout = _nowhere()
        return 0
    except Exception as fault:  # the crash hook: nothing leaves as a traceback
        log.exception("crashed")
        if isinstance(fault, OSError):  # perhaps the answer's own: what is left of it stays unsaid
            sys.stdout = _nowhere()
        _tell_of_crash(fault, wants_json="--json" in words)
        return 1


def _window_or_command(words: list[str]) -> int:
    store = _window_store(words)
    if store is None:
        from kehoach_desktop.cli.main import run

        return run(words, build_tools())
    if not _has_display():
        sys.stderr.write(_("Máy này không có màn hình để mở cửa sổ. Dùng lệnh: kehoach --help\n"))
        return 1
    gc.disable()  # until the first screen stands: what a start makes is there to stay
    from kehoach_desktop.ui.start import run_window

    return run_window(partial(new_workbench, store))


def _has_display() -> bool:
    """Say whether Qt would find a screen; without one it ends the process by itself."""
    chosen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(map(os.environ.get, chosen))


def _window_store(words: list[str]) -> Path | None:
    """Return the store of the window that `words` ask for, None when they ask for a command."""
    if not words:
        return paths.default_store()
    if words[0] == "--store" and len(words) == 2:
        return Path(words[1])
    return Path(words[0][8:]) if words[0].startswith("--store=") and len(words) == 1 else None


def open_store(path: Path | None, *, make: bool, writing: bool, patience: float) -> SqliteStore:
    """Open the store at `path`, or the one of this user."""
    from kehoach_desktop.store.sqlite_store import SqliteStore

    place = (path or paths.default_store()).absolute()
    return SqliteStore(
        place, paths.backups_of(place), make=make, writing=writing, patience=patience
    )


def new_workbench(store_path: Path, clock: Clock | None = None) -> Workbench:
    """Return what the pages of the window hold; its store is not touched before it is opened."""
    from kehoach_desktop.ui.tools import Tools
    from kehoach_desktop.ui.workbench import Opened, Workbench

    def open_it() -> Opened:
        wiring.refuse_lost(store_path)
        store = open_store(store_path, make=True, writing=True, patience=0)
        return Opened(Verbs(store, clock or SystemClock()), store.close, lambda: store.changed)

    tools = Tools(
        read=wiring.read,
        assemble=wiring.assemble,
        write_paper=wiring.write_paper,
        report_name=wiring.report_name,
        sample_files=lambda: tuple(sorted(paths.sample_dir().glob("*.*"))),
        resources=paths.resources(),
        write_form=wiring.write_form,
        read_returns=wiring.read_returns,
        assemble_roster=wiring.assemble_roster,
        write_roster=wiring.write_roster,
        originals=wiring.originals(store_path),
        printed=wiring.printed,
        written=wiring.written,
        check=wiring.check,
        mend=wiring.mend,
        signed_copies=wiring.signed_copies(store_path),
        words_of_report=wiring.words_of_report,
        backups=lambda: wiring.backups(store_path),
        restore=lambda backup: wiring.restore(backup, store_path),
        begin_anew=lambda: open_store(store_path, make=True, writing=True, patience=0).close(),
    )
    return Workbench(open_it, tools)


def build_workbench(store_path: Path, clock: Clock | None = None) -> Workbench:
    """Return an open workbench over the store at `store_path`, made if need be."""
    workbench = new_workbench(store_path, clock)
    workbench.open()
    return workbench


def build_tools() -> Tools:
    """Return what the command line is given."""
    from kehoach_desktop.cli.desk import Tools

    return Tools(
        open_desk=open_desk,
        read=wiring.read,
        assemble=wiring.assemble,
        originals=wiring.originals,
        signed_copies=wiring.signed_copies,
        written=wiring.written,
        as_written=wiring.as_written,
        write_appendix=wiring.write_appendix,
        column_role=wiring.column_role,
        assemble_roster=wiring.assemble_roster,
        write_roster=wiring.write_roster,
        write_paper=wiring.write_paper,
        restore=wiring.restore,
        write_form=wiring.write_form,
        read_returns=wiring.read_returns,
        check=wiring.check,
        mend=wiring.mend,
    )


@contextmanager
def open_desk(path: Path | None, *, make: bool = False, writing: bool = True) -> Iterator[Desk]:
    """Open a store for the length of one command."""
    store = open_store(path, make=make, writing=writing, patience=PATIENCE)
    try:
        yield Verbs(store, SystemClock())
    finally:
        store.close()


def _check_in_child(words: Sequence[str]) -> int:
    from kehoach_desktop.documents.check.spoken import check_aloud, mend_aloud
    from kehoach_desktop.importers import child

    return child.main_on_word(words, mend_aloud if paths.MEND in words[:-1] else check_aloud)


def _speak_utf8() -> None:
    # Closed by whoever calls, or never there, as in a window of Windows.
    sys.stdout, sys.stderr = (stream or _nowhere() for stream in (sys.stdout, sys.stderr))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Names of files that are no text in UTF-8 must not silence what is said of them.
            stream.reconfigure(encoding="utf-8", errors="replace")


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - till the end


class _LogFile(logging.Handler):
    """A log of at most three times 256 kB; ids only, never names. Opened for its first line."""

    @cached_property
    def _file(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        try:
            paths.log_file().parent.mkdir(parents=True, exist_ok=True)
            return RotatingFileHandler(
                paths.log_file(), maxBytes=256_000, backupCount=2, encoding="utf-8"
            )
        except OSError:
            return logging.NullHandler()

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line."""
        self._file.setFormatter(self.formatter)
        self._file.handle(record)


def _start_log() -> None:
    """Write what happens to the log file."""
    log.setLevel(logging.INFO)
    logging.raiseExceptions = False  # a disk that takes no log is told of where it matters
    if not log.handlers:
        handler = _LogFile()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        log.addHandler(handler)


def _tell_of_crash(fault: Exception, *, wants_json: bool) -> None:
    sentence = _("Chương trình gặp lỗi chưa lường trước; dữ liệu đã ghi vẫn còn nguyên.")
    hint = _("Gửi tệp nhật ký này cho người hỗ trợ: {path}").format(path=paths.log_file())
    if isinstance(fault, OSError) and fault.errno == errno.ENOSPC:
        sentence = _("Ổ đĩa đã đầy, câu trả lời chưa in ra hết; dữ liệu đã ghi vẫn còn nguyên.")
        hint = _("Hãy xóa bớt tệp không cần rồi chạy lại lệnh.")
    sys.stderr.write(f"{sentence} {hint}\n")
    if wants_json:
        said = json.dumps({"error": sentence, "hint": hint}, ensure_ascii=False)
        sys.stdout.write(f"{said}\n")
